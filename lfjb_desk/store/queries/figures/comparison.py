"""Questions across places: one measure in one period everywhere, and chosen neighbours."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select, tuple_

from lfjb_desk.domain.figures.charts import Neighbour
from lfjb_desk.domain.figures.figures import Observation
from lfjb_desk.domain.places import AreaAuthority, DfjArea, LocalAuthority, PlaceKind
from lfjb_desk.store.queries.figures.figures import CurrentFigure

Key = tuple[PlaceKind, str]
"""Kind and code of a place."""
NEWEST = [
    getattr(Observation, name)
    for name in ("place_kind", "place_code", "publisher", "period_start", "period_end")
]


def in_period(
    session: Session, measure_ids: Collection[UUID], start: date, end: date
) -> dict[Key, list[CurrentFigure]]:
    """Return the current figures of these measures for one period, by place."""
    columns = [getattr(Observation, name) for name in CurrentFigure._fields]
    statement = select(Observation.place_kind, Observation.place_code, *columns).where(
        col(Observation.measure_id).in_(measure_ids),
        Observation.period_start == start,
        Observation.period_end == end,
        col(Observation.current),
    )
    figures_by_key: dict[Key, list[CurrentFigure]] = {}
    for kind, code, *row in session.exec(statement):
        figures_by_key.setdefault((kind, code), []).append(CurrentFigure(*row))
    return figures_by_key


def held_elsewhere(
    session: Session, measure_id: UUID, places: Collection[Key]
) -> dict[Key, tuple[str, date, date]]:
    """Return publisher, first and last day of the newest figure that each place has."""
    if not places:
        return {}
    place = tuple_(col(Observation.place_kind), col(Observation.place_code))
    statement = (
        select(*NEWEST)
        .where(Observation.measure_id == measure_id, col(Observation.current), place.in_(places))
        .order_by(col(Observation.period_end), col(Observation.period_start).desc())
    )
    return {
        (kind, code): (publisher, start, end)
        for kind, code, publisher, start, end in session.exec(statement)
    }


def neighbour_rows(session: Session, area_id: UUID) -> Sequence[Neighbour]:
    """Return the links of an area to the neighbours it has chosen."""
    return session.exec(select(Neighbour).where(Neighbour.area_id == area_id)).all()


def neighbours(session: Session, area_id: UUID) -> Sequence[DfjArea]:
    """Return the areas that an area has chosen to be compared with, by name."""
    return session.exec(
        select(DfjArea)
        .join(Neighbour, col(Neighbour.neighbour_id) == DfjArea.id)
        .where(Neighbour.area_id == area_id)
        .order_by(col(DfjArea.name))
    ).all()


def areas_of(session: Session, gss_code: str) -> Sequence[DfjArea]:
    """Return the areas that an authority, or a part of it, lies in, by name."""
    return session.exec(
        select(DfjArea)
        .join(AreaAuthority, col(AreaAuthority.area_id) == DfjArea.id)
        .join(LocalAuthority, col(LocalAuthority.id) == AreaAuthority.authority_id)
        .where(LocalAuthority.gss_code == gss_code)
        .order_by(col(DfjArea.name))
        .distinct()
    ).all()
