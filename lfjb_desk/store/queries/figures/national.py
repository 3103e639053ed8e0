"""One question to all figures of all places of a kind, answered by a text for each series."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import String, func, type_coerce
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, select

from lfjb_desk.domain.figures.figures import Measure, Observation
from lfjb_desk.domain.places import DfjArea, PlaceKind

SEPARATOR = "\x1f"
"""Stands between the figures of a text; no publisher prints it."""


class SeriesTexts(NamedTuple):
    """The current figures of one measure, place and publisher, in texts of equal length."""

    measure_id: UUID
    place_code: str
    publisher: str
    starts: str
    """First days of the periods, in any order, as ISO dates."""
    ends: str
    values: str
    """Figures as published; empty where there is none."""
    markers: str


def series_texts(session: Session, kind: PlaceKind) -> list[SeriesTexts]:
    """Return every series of the places of a kind.

    Rows would take longer to make than figures take to read: a nation has a hundred thousand.
    """
    keys = (
        col(Observation.measure_id),
        col(Observation.place_code),
        col(Observation.publisher),
    )
    statement = (
        select(*keys)
        .add_columns(
            _joined(type_coerce(Observation.period_start, String)),
            _joined(type_coerce(Observation.period_end, String)),
            _joined(func.coalesce(type_coerce(Observation.value, String), "")),
            _joined(func.coalesce(Observation.marker, "")),
        )
        .where(
            # The measures are named because the index begins with them.
            col(Observation.measure_id).in_(select(Measure.id)),
            col(Observation.place_kind) == kind,
            col(Observation.current),
        )
        .group_by(*keys)
    )
    return [SeriesTexts(*row) for row in session.connection().execute(statement)]


def areas(session: Session) -> list[DfjArea]:
    """Return the areas by name."""
    return list(session.exec(select(DfjArea).order_by(col(DfjArea.name))))


def _joined(texts: ColumnElement[str]) -> ColumnElement[str]:
    """Return texts joined to one; as they are stored, since reading them would take longer."""
    return func.aggregate_strings(texts, SEPARATOR)
