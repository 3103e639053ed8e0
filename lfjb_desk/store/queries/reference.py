"""Questions about which reference facts and figures a database holds."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from lfjb_desk.domain.audit import ChangeRecord
from lfjb_desk.domain.figures.figures import Observation
from lfjb_desk.domain.rows import Row


def was_recorded(session: Session, label: str) -> bool:
    """Tell whether a change with a label was ever written."""
    statement = select(ChangeRecord.sequence).where(ChangeRecord.label == label).limit(1)
    return session.exec(statement).first() is not None


def ids_held(session: Session, table: type[Row]) -> set[UUID]:
    """Return the ids of all rows of a table."""
    return set(session.exec(select(table.id)))


def ids_by_column(session: Session, table: type[Row], column: str) -> dict[str, UUID]:
    """Return the id of each row of a table by its value in a unique column, as text."""
    unique: Any = getattr(table, column)
    return {str(value): key for value, key in session.exec(select(unique, table.id))}


Slot = tuple[UUID, str, str, date, date, str]
"""Measure, kind of place, place, first and last day, publisher: what one current figure fills."""


def slots_filled(session: Session) -> set[Slot]:
    """Return the slots that a current figure fills."""
    statement = select(Observation).where(col(Observation.current).is_(True))
    return {
        (
            each.measure_id,
            each.place_kind.value,
            each.place_code,
            each.period_start,
            each.period_end,
            each.publisher,
        )
        for each in session.exec(statement)
    }
