"""Writing edits: rows compared with what the change expects, then written many at a stroke."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from lfjb_desk.domain.changes import Change, Edit, RuleError
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.serialisation import checked, column_words, runs, table_words

BATCH = 1_000
"""How many keys one question names; SQLite allows 32,766, PostgreSQL 65,535."""

StoredColumns = Mapping[UUID, Mapping[str, Any]]


def write(connection: Connection, change: Change) -> Change:
    """Write the edits in their order; return the change with the values as their columns hold them.

    Raises:
        RuleError: when a row is not as the change expects, or a value is refused.
    """
    written: list[Edit] = []
    for (table, before, after), run in runs(change.edits):
        for batch in _batches(run):
            if before is None:
                written += _insert(connection, table, batch)
            elif after is None:
                written += _delete(connection, change.label, table, batch)
            else:
                written += _update(connection, change.label, table, batch)
    return replace(change, edits=tuple(written))


def _batches(run: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield runs of at most BATCH edits in which no row comes twice."""
    batch: dict[UUID, Edit] = {}
    for edit in run:
        if len(batch) == BATCH or edit.key in batch:
            yield list(batch.values())
            batch = {}
        batch[edit.key] = edit
    if batch:
        yield list(batch.values())


def _insert(connection: Connection, table: type[Row], batch: list[Edit]) -> Iterator[Edit]:
    rows = checked(table, [edit.after or {} for edit in batch], whole=True)
    connection.execute(insert(_sql(table)), rows)
    return (Edit(table, row["id"], None, row) for row in rows)


def _delete(
    connection: Connection, label: str, table: type[Row], batch: list[Edit]
) -> Iterator[Edit]:
    stored = _as_stored(connection, label, table, batch)
    sql = _sql(table)
    connection.execute(delete(sql).where(sql.c.id.in_([edit.key for edit in batch])))
    return (Edit(table, edit.key, stored[edit.key], None) for edit in batch)


def _update(
    connection: Connection, label: str, table: type[Row], batch: list[Edit]
) -> Iterator[Edit]:
    stored = _as_stored(connection, label, table, batch)
    rows = checked(table, [edit.after or {} for edit in batch], whole=False)
    sql = _sql(table)
    # The names of bound values must not be those of columns, hence the marks before them.
    values: dict[Any, Any] = {sql.c[name]: bindparam(f"new {name}") for name in rows[0]}
    statement = update(sql).where(sql.c.id == bindparam("the key")).values(values)
    connection.execute(
        statement,
        [
            {"the key": edit.key} | {f"new {name}": value for name, value in row.items()}
            for edit, row in zip(batch, rows, strict=True)
        ],
    )
    return (
        Edit(table, edit.key, stored[edit.key], row) for edit, row in zip(batch, rows, strict=True)
    )


def _as_stored(
    connection: Connection, label: str, table: type[Row], batch: list[Edit]
) -> StoredColumns:
    """Return the columns that the edits expect as they stand now.

    Raises:
        RuleError: when a row is gone or a column is not as it was.
    """
    sql = _sql(table)
    names = tuple(batch[0].before or ())
    columns = [sql.c[name] for name in names]
    query = select(sql.c.id, *columns).where(sql.c.id.in_([edit.key for edit in batch]))
    stored = {row[0]: dict(zip(names, row[1:], strict=True)) for row in connection.execute(query)}
    for edit in batch:
        _compare(label, edit, stored.get(edit.key))
    return stored


def _compare(label: str, edit: Edit, stored: Mapping[str, Any] | None) -> None:
    what = table_words(edit.table)
    if stored is None:
        raise RuleError(f"{label}: the {what} has been removed meanwhile. Nothing was written.")
    for name, value in (edit.before or {}).items():
        if stored[name] != value:
            raise RuleError(
                f"{label}: the {column_words(name)} of the {what} was changed by someone else "
                f"meanwhile. Nothing was written; look at it again and repeat the step."
            )


def _sql(table: type[Row]) -> Table:
    return table.metadata.tables[str(table.__tablename__)]
