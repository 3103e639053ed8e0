"""What a person would call a row: its own words, or those of what it belongs to."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.serialisation import column_words, table_words
from lfjb_desk.domain.tables import BY_NAME
from lfjb_desk.store.replaying.replay import (
    RowDifference,
    RowFault,
    StoredRow,
    StoredTables,
    differences,
    live,
    replayed,
)

_NAMES = ("ref", "title", "name", "heading", "label", "words", "text", "file_name")
_PLACE = ("place_label", "period_label", "place_code", "publisher")
_LONGEST = 60


def differing_rows(connection: sqlite3.Connection, *, cover: bool) -> tuple[str, ...]:
    """Return, in words, each row of a file that is not what its audit leads to.

    With `cover` also those with columns that no record names.

    Raises:
        RuleError: when a record holds no change that can be read.
        zlib.error: when one is damaged.
        sqlite3.DatabaseError: when a table cannot be read.
    """
    sides = replayed(connection), live(connection)
    return tuple(
        difference_words(difference, sides) for difference in differences(*sides, cover=cover)
    )


def difference_words(difference: RowDifference, sides: Sequence[StoredTables]) -> str:
    """Return what is wrong with a row, for a sentence; `sides` are the audited and live rows."""
    table, columns = difference.table, difference.columns
    name = row_name(table, difference.key, sides)
    row = f"the {table_words(table)} “{name}”" if name else f"a {table_words(table)}"
    listed = ", ".join(column_words(column) for column in columns)
    match difference.fault:
        case RowFault.CHANGED:
            return f"{row} was changed outside LFJB Desk: {listed}"
        case RowFault.MISSING:
            return f"{row} was taken out outside LFJB Desk"
        case RowFault.EXTRA:
            unread = f", and cannot be read: {listed}" if listed else ""
            return f"{row} was put in outside LFJB Desk{unread}"
        case RowFault.UNREADABLE:
            return f"{row} cannot be read any more" + (f": {listed}" if listed else "")
        case RowFault.UNCOVERED:
            return f"{row} holds what the audit never recorded: {listed}"


def row_name(table: type[Row], key: Any, sides: Sequence[StoredTables]) -> str:
    """Return how a person would name a row; empty when nothing names it."""
    row = _row(table, key, sides)
    if row is None:
        return ""
    return _own_words(row) or ", ".join(dict.fromkeys(_words_around(table, row, sides)))


def _words_around(table: type[Row], row: StoredRow, sides: Sequence[StoredTables]) -> Iterator[str]:
    """Yield the words of the rows that a row names, and where it stands itself."""
    for column in table.metadata.tables[str(table.__tablename__)].columns:
        for link in column.foreign_keys:
            parent = BY_NAME[link.column.table.name]
            found = _row(parent, row.get(column.name), sides)
            if found is not None and (words := _own_words(found)):
                yield words
            elif found is not None and found.get("number"):
                yield f"{table_words(parent)} {_short(found['number'])}"
    if row.get("number"):
        yield f"number {_short(row['number'])}"
    yield from (_short(row[name]) for name in _PLACE if row.get(name))


def _row(table: type[Row], key: Any, sides: Sequence[StoredTables]) -> StoredRow | None:
    return next((side[table][key] for side in sides if key in side.get(table, {})), None)


def _own_words(row: StoredRow) -> str:
    return next((_short(row[name]) for name in _NAMES if row.get(name)), "")


def _short(value: Any) -> str:
    """Return a stored value in one short line, whatever bytes damage left in it."""
    words = " ".join(str(value).encode(errors="replace").decode().split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
