"""Questions about which reference facts a database holds."""

from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from lfjb_desk.domain.rows import Row


def ids_held(session: Session, table: type[Row]) -> set[UUID]:
    """Return the ids of all rows of a table."""
    return set(session.exec(select(table.id)))


def ids_by_column(session: Session, table: type[Row], column: str) -> dict[str, UUID]:
    """Return the id of each row of a table by its value in a unique column, as text."""
    unique: Any = getattr(table, column)
    return {str(value): key for value, key in session.exec(select(unique, table.id))}
