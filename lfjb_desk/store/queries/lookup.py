"""Rows by their id, and what still refers to a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, col, or_, select

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from uuid import UUID

Found = TypeVar("Found", bound=Row)
Reading = Session
"""An open session, by the name that services know it by."""

WORDS = {
    "action_update": "action",
    "agenda_item": "agenda item",
    "attendance": "attendance mark",
    "area_driver": "driver in this area",
    "board_group": "group",
    "circulated_minutes": "version of circulated minutes",
    "document_version": "version",
    "governing_document": "governing document",
    "minute_note": "note",
    "minutes_agreement": "agreement of minutes",
    "minutes_correction": "correction of minutes",
    "written_paper": "paper",
}
"""What people call the rows of a table, where it is not the table's name."""


def table_words(table: type[Row]) -> str:
    """Return what people call a row of a table."""
    name = str(table.__tablename__)
    return WORDS.get(name, name.replace("_", " "))


def found(session: Session, table: type[Found], key: UUID) -> Found:
    """Return the row with an id.

    Raises:
        RuleError: when there is no such row any more.
    """
    row = session.get(table, key)
    if row is None:
        raise RuleError(
            f"This {table_words(table)} is no longer there: someone has removed it. "
            "Nothing was changed."
        )
    return row


def by_key(
    session: Session, table: type[Found], keys: Iterable[UUID | None]
) -> dict[UUID | None, Found]:
    """Return the rows with these ids, by id; None and unknown ids are left out."""
    wanted = {key for key in keys if key is not None}
    at_hand = ((key, session.identity_map.get(identity_key(table, key))) for key in wanted)
    rows: dict[UUID | None, Found] = {key: row for key, row in at_hand if row is not None}
    missing = wanted - rows.keys()
    if missing:
        read = session.exec(select(table).where(col(table.id).in_(missing))).all()
        rows |= {row.id: row for row in read}
    return rows


def everything(session: Session, table: type[Found]) -> Sequence[Found]:
    """Return every row of a table."""
    return session.exec(select(table)).all()


def uses(session: Session, row: Row, besides: Collection[type[Row]] = ()) -> dict[str, int]:
    """Return how many rows of each other table refer to a row, by what people call them."""
    counts: dict[str, int] = {}
    for table in TABLES:
        if table in besides:
            continue
        columns = [column for column in _columns(table) if _leads_to(column, row)]
        for column in columns:
            statement = select(func.count()).select_from(table).where(column == row.id)
            number = session.exec(statement).one()
            if number:
                words = table_words(table)
                counts[words] = counts.get(words, 0) + number
    return counts


def referring(session: Session, row: Row) -> list[tuple[Row, tuple[str, ...]]]:
    """Return each row of another table that refers to a row, with the columns that do so."""
    rows: list[tuple[Row, tuple[str, ...]]] = []
    for table in TABLES:
        columns = [column for column in _columns(table) if _leads_to(column, row)]
        if columns:
            named = or_(*(column == row.id for column in columns))
            for each in session.exec(select(table).where(named)).all():
                names = (column.name for column in columns)
                rows.append((each, tuple(n for n in names if getattr(each, n) == row.id)))
    return rows


def _columns(table: type[Row]) -> Iterable[Any]:
    # SQLModel types the table of a mapped class loosely; the columns are SQLAlchemy's own.
    mapped: Any = table
    columns: Iterable[Any] = mapped.__table__.columns
    return columns


def _leads_to(column: Any, row: Row) -> bool:
    target = str(type(row).__tablename__)
    return any(key.column.table.name == target for key in column.foreign_keys)
