"""Questions to measures, targets, imports and observations."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, select

from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot, Target
from lfjb_desk.domain.places import AreaAuthority, DfjArea, LocalAuthority, PlaceKind
from lfjb_desk.store.queries.lookup import by_key
from lfjb_desk.store.queries.places import area_with_code, authority_with_code


def measures(session: Session) -> Sequence[Measure]:
    """Return every measure, by name."""
    return session.exec(select(Measure).order_by(col(Measure.name))).all()


def measures_by_code(session: Session, codes: Collection[str]) -> dict[str, Measure]:
    """Return the measures that have one of these codes, by code."""
    rows = session.exec(select(Measure).where(col(Measure.code).in_(codes))).all()
    return {row.code: row for row in rows}


def measures_by_id(session: Session, ids: Collection[UUID]) -> dict[UUID, Measure]:
    """Return the measures with these ids, by id."""
    return {row.id: row for row in by_key(session, Measure, ids).values()}


class CurrentFigure(NamedTuple):
    """A current observation without what its place says already; lighter than a row to load."""

    measure_id: UUID
    snapshot_id: UUID
    id: UUID
    period_start: date
    period_end: date
    period_label: str
    value: Decimal | None
    marker: str | None
    publisher: str
    sheet: str
    cell: str
    replaces_id: UUID | None


def observations(
    session: Session, kind: PlaceKind, code: str, measure_ids: Collection[UUID] | None = None
) -> Sequence[CurrentFigure]:
    """Return the current observations for a place, oldest period first."""
    return observations_of(session, kind, [code], measure_ids)[code]


def observations_of(
    session: Session,
    kind: PlaceKind,
    codes: Collection[str],
    measure_ids: Collection[UUID] | None = None,
) -> dict[str, list[CurrentFigure]]:
    """Return the current observations for places of a kind by code, oldest period first."""
    figures = {code: list[CurrentFigure]() for code in codes}
    if not figures:
        return figures
    # Thousands of rows share a few measures and imports: their ids come as text and are made once.
    shared = [type_coerce(col(Observation.measure_id), String)]
    shared.append(type_coerce(col(Observation.snapshot_id), String))
    own = [getattr(Observation, name) for name in (*CurrentFigure._fields[2:], "place_code")]
    statement = select(*shared, *own).where(
        Observation.place_kind == kind,
        col(Observation.place_code).in_(codes),
        col(Observation.current),
    )
    if measure_ids is not None:
        statement = statement.where(col(Observation.measure_id).in_(measure_ids))
    ordered = statement.order_by(col(Observation.period_start), col(Observation.period_end))
    ids = _Ids()
    for row in session.exec(ordered):
        figures[row[-1]].append(CurrentFigure(ids[row[0]], ids[row[1]], *row[2:-1]))
    return figures


class _Ids(dict[str, UUID]):
    """Ids by their text, each made when it is first asked for."""

    def __missing__(self, text: str) -> UUID:
        return self.setdefault(text, UUID(text))


def history(session: Session, newest: Observation) -> Sequence[Observation]:
    """Return an observation and those it replaced, newest first."""
    chain = [newest]
    while chain[-1].replaces_id is not None:
        older = session.get(Observation, chain[-1].replaces_id)
        if older is None:
            break
        chain.append(older)
    return chain


def targets(session: Session, measure_ids: Collection[UUID] | None = None) -> Sequence[Target]:
    """Return the targets, of these measures or of all, the latest start first."""
    statement = select(Target).order_by(col(Target.starts).desc())
    if measure_ids is not None:
        statement = statement.where(col(Target.measure_id).in_(measure_ids))
    return session.exec(statement).all()


def snapshots(session: Session) -> Sequence[Snapshot]:
    """Return every import, the latest first."""
    return session.exec(select(Snapshot).order_by(col(Snapshot.imported_at).desc())).all()


def snapshots_by_id(session: Session, ids: Collection[UUID]) -> dict[UUID, Snapshot]:
    """Return the imports with these ids, by id."""
    return {row.id: row for row in by_key(session, Snapshot, ids).values()}


def authorities_of(session: Session, area_id: UUID) -> Sequence[LocalAuthority]:
    """Return the authorities of an area, by name."""
    return session.exec(
        select(LocalAuthority)
        .join(AreaAuthority, col(AreaAuthority.authority_id) == LocalAuthority.id)
        .where(AreaAuthority.area_id == area_id)
        .order_by(col(LocalAuthority.name))
        .distinct()
    ).all()


def place_name(session: Session, kind: PlaceKind, code: str) -> str:
    """Return the name of a place; its code where the place is its own name or is unknown."""
    if kind is PlaceKind.AREA:
        area = area_with_code(session, code)
        return area.name if area else code
    if kind is PlaceKind.AUTHORITY:
        body = authority_with_code(session, code)
        return body.name if body else code
    return code


def nation_of(session: Session, kind: PlaceKind, code: str) -> str:
    """Return the nation that a place lies in; empty when it is not known."""
    if kind is PlaceKind.AREA:
        area = area_with_code(session, code)
        return area.nation if area else ""
    if kind is PlaceKind.AUTHORITY:
        body = authority_with_code(session, code)
        return body.nation if body else ""
    nation = session.exec(select(DfjArea.nation).where(DfjArea.region == code)).first()
    return nation or ""
