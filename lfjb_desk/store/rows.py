"""Fetching one row by its id, or saying plainly that it is gone."""

from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.rows import Row

Found = TypeVar("Found", bound=Row)


def fetch(session: Session, table: type[Found], key: UUID) -> Found:
    """Return the row of a table with an id.

    Raises:
        RuleError: when there is no such row (any more).
    """
    row = session.get(table, key)
    if row is None:
        name = str(table.__tablename__).replace("_", " ")
        raise RuleError(f"This {name} is no longer there; nothing was changed. Refresh the page.")
    return row
