"""Replaying the audit, and comparing what it leads to with the rows as the file holds them.

Values are compared as SQLite stores them, byte for byte, so that a value that can no longer be
read differs too, and `26.5` is not `26.50`.
"""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy.dialects import sqlite as sqlite_dialect

from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.serialisation import decode, named_today
from lfjb_desk.domain.tables import TABLES

_DIALECT = sqlite_dialect.dialect()
RECORDS = "SELECT payload FROM change_record ORDER BY sequence"

StoredRow = dict[str, Any]
"""The columns of a row as SQLite stores them; a replayed row lacks those that no record names."""
StoredTable = dict[Any, StoredRow]
"""The rows of a table by their id as it is stored; damage may make that anything."""
StoredTables = dict[type[Row], StoredTable]


class RowFault(Enum):
    """How a row differs from what the audit leads to."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    UNREADABLE = "unreadable"
    UNCOVERED = "uncovered"
    """It has columns that no record names, so nothing can be said of them."""


@dataclass(frozen=True)
class RowDifference:
    """One row that is not what the audit leads to."""

    fault: RowFault
    table: type[Row]
    key: Any
    """Its id as it is stored."""
    columns: tuple[str, ...] = ()
    """The columns that differ, where the row is in both; of a row put in, those none can read."""


def replayed(connection: sqlite3.Connection) -> StoredTables:
    """Return the rows that the records of the audit lead to, one after the other.

    Raises:
        RuleError: when a record holds no change that can be read.
        zlib.error: when one is damaged.
    """
    tables: StoredTables = {table: {} for table in TABLES}
    for (payload,) in connection.execute(RECORDS):
        for edit in decode(zlib.decompress(payload)).edits:
            key = edit.key.hex
            if edit.after is None:
                tables[edit.table].pop(key, None)
            else:
                values = _as_stored(edit.table, edit.after)
                tables[edit.table].setdefault(key, {}).update(values)
    return tables


def live(connection: sqlite3.Connection) -> StoredTables:
    """Return the rows of a file, of whatever schema, with the columns that the desk knows now.

    A table that is not there, as in an older schema, is left out.

    Raises:
        sqlite3.DatabaseError: when a table cannot be read.
    """
    usual, connection.text_factory = connection.text_factory, _text
    try:
        tables = {table: _columns(connection, table) for table in TABLES}
        return {
            table: dict(_rows(connection, table, columns))
            for table, columns in tables.items()
            if "id" in columns
        }
    finally:
        connection.text_factory = usual


def differences(
    known: StoredTables, found: StoredTables, *, cover: bool
) -> Iterator[RowDifference]:
    """Yield each row that differs; with `cover` also those with columns that no record names."""
    for table, rows in found.items():
        audited = known[table]
        for key, row in rows.items():
            if key not in audited:
                broken = tuple(name for name in row if _unreadable(table, row, name))
                yield RowDifference(RowFault.EXTRA, table, key, broken)
            elif columns := tuple(_differing(audited[key], row)):
                unreadable = any(_unreadable(table, row, name) for name in columns)
                fault = RowFault.UNREADABLE if unreadable else RowFault.CHANGED
                yield RowDifference(fault, table, key, columns)
            elif cover and (bare := tuple(sorted(row.keys() - audited[key].keys()))):
                yield RowDifference(RowFault.UNCOVERED, table, key, bare)
        for key in audited.keys() - rows.keys():
            yield RowDifference(RowFault.MISSING, table, key)


def as_read(table: type[Row], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return stored columns as the desk reads them.

    Raises:
        ValueError: when a value is none that its column can hold.
        LookupError: when it is no member of its enum.
    """
    convert = _readers(table)
    return {name: convert[name](value) for name, value in row.items()}


def _differing(audited: StoredRow, row: StoredRow) -> Iterator[str]:
    for name, value in row.items():
        if name in audited and (audited[name] != value or type(audited[name]) is not type(value)):
            yield name


def _unreadable(table: type[Row], row: StoredRow, name: str) -> bool:
    try:
        as_read(table, {name: row[name]})
        str(row[name]).encode()  # bytes that are no UTF-8 came as surrogates
    except (ValueError, LookupError, TypeError, ArithmeticError, AttributeError):
        return True
    return False


def _columns(connection: sqlite3.Connection, table: type[Row]) -> dict[str, str]:
    """Return the columns of a table that the desk knows, by their names in the file."""
    name = str(table.__tablename__)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info('{name}')")]
    renamed = {column: named_today(table, column) for column in columns}
    return {old: new for old, new in renamed.items() if new in table.model_fields}


def _rows(
    connection: sqlite3.Connection, table: type[Row], columns: Mapping[str, str]
) -> Iterator[tuple[Any, StoredRow]]:
    listed = ", ".join(f'"{column}"' for column in columns)
    # The names are those of our own tables and columns, in quotes.
    sql = f'SELECT {listed} FROM "{table.__tablename__}"'  # noqa: S608 - see above
    for row in connection.execute(sql):
        stored = dict(zip(columns.values(), row, strict=True))
        yield stored["id"], stored


def _text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")


def _as_stored(table: type[Row], values: Mapping[str, Any]) -> StoredRow:
    convert = _writers(table)
    return {name: convert[name](value) for name, value in values.items()}


@cache
def _writers(table: type[Row]) -> dict[str, Any]:
    return {
        column.name: column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) or _plain
        for column in table.metadata.tables[str(table.__tablename__)].columns
    }


@cache
def _readers(table: type[Row]) -> dict[str, Any]:
    return {
        column.name: column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) or _plain
        for column in table.metadata.tables[str(table.__tablename__)].columns
    }


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value
