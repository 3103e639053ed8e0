"""Questions to all current figures at once, for a tidy table."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, func, literal
from sqlmodel import Session, col, select

from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
from lfjb_desk.domain.places import DfjArea, LocalAuthority, PlaceKind
from lfjb_desk.domain.read_models.figures.frames import TidyFigure

_ORDER = ("publisher", "period_start", "period_end", "sheet", "cell", "id")


def tidy_figures(
    session: Session,
    area: str | None = None,
    measure: str | None = None,
    since: date | None = None,
) -> Sequence[TidyFigure]:
    """Return the current figures by measure, place, publisher and period, in one statement.

    Args:
        session: What to read with.
        area: The code of one place; None for every place.
        measure: The code of one measure; None for every measure.
        since: The earliest first day of a period; None for every period.
    """
    code, kind = col(Observation.place_code), col(Observation.place_kind)
    is_area = and_(kind == PlaceKind.AREA, col(DfjArea.code) == code)
    is_authority = and_(kind == PlaceKind.AUTHORITY, col(LocalAuthority.gss_code) == code)
    columns = (
        code,
        func.coalesce(DfjArea.name, LocalAuthority.name, code),
        kind,
        Measure.code,
        *map(_own, TidyFigure._fields[4:10]),
        Snapshot.file_name,
        Observation.sheet,
        Observation.cell,
    )
    statement = (
        select(*columns)
        .select_from(Observation)
        .join(Measure, col(Measure.id) == Observation.measure_id)
        .join(Snapshot, col(Snapshot.id) == Observation.snapshot_id)
        .outerjoin(DfjArea, is_area)
        .outerjoin(LocalAuthority, is_authority)
        .where(col(Observation.current))
    )
    if area is not None:
        statement = statement.where(code == area)
    if measure is not None:
        statement = statement.where(Measure.code == measure)
    if since is not None:
        statement = statement.where(col(Observation.period_start) >= since)
    ordered = statement.order_by(Measure.code, kind, code, *map(_own, _ORDER))
    return [TidyFigure._make((*row[:2], row[2].value, *row[3:])) for row in session.exec(ordered)]


def _own(name: str) -> Any:
    return getattr(Observation, name)


def place_is_known(session: Session, code: str) -> bool:
    """Return whether an area, an authority or any figure has this code of a place."""
    asked = (
        select(literal(1)).where(col(column) == code).limit(1)
        for column in (DfjArea.code, LocalAuthority.gss_code, Observation.place_code)
    )
    return any(session.exec(statement).first() is not None for statement in asked)
