"""Questions to all current figures at once, for a tidy table."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy
from sqlalchemy import Select, String, and_, func, literal, or_, type_coerce
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, select

from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
from lfjb_desk.domain.places import AreaAuthority, DfjArea, LocalAuthority, PlaceKind
from lfjb_desk.domain.read_models.figures.frames import ImportedFile, TidyFigure

_STORED = ("period_start", "period_end", "period_label", "value")
"""What is read as it is stored; making a day or a figure of each text apart takes longer."""
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
        area: The code of one place, an area with its authorities; None for every place.
        measure: The code of one measure; None for every measure.
        since: The earliest first day of a period; None for every period.
    """
    statement, code = _all_figures(), col(Observation.place_code)
    if area is not None:
        statement = statement.where(or_(code == area, _is_authority_of(area)))
    if measure is not None:
        statement = statement.where(col(Measure.code) == measure)
    if since is not None:
        statement = statement.where(col(Observation.period_start) >= since)
    ordered = statement.order_by(col(Measure.code), col(Observation.place_kind), code)
    rows = session.connection().execute(ordered.order_by(*map(_own, _ORDER)))
    days = _Days()
    return [
        TidyFigure._make(
            (*place, days[start], days[end], label, Decimal(value) if value else None, *rest)
        )
        for *place, start, end, label, value, rest in ((*row[:8], row[8:]) for row in rows)
    ]


def _all_figures() -> Select[*tuple[Any, ...]]:
    """Return the question to all current figures, with a column for each of `TidyFigure`."""
    code, kind = col(Observation.place_code), col(Observation.place_kind)
    is_area = and_(kind == PlaceKind.AREA, col(DfjArea.code) == code)
    is_authority = and_(kind == PlaceKind.AUTHORITY, col(LocalAuthority.gss_code) == code)
    columns: tuple[Any, ...] = (
        code,
        func.coalesce(DfjArea.name, LocalAuthority.name, code),
        type_coerce(kind, String),
        Measure.code,
        *(type_coerce(_own(name), String) for name in _STORED),
        *map(_own, ("marker", "publisher")),
        Snapshot.file_name,
        *map(_own, ("sheet", "cell")),
    )
    return (
        sqlalchemy.select(*columns)
        .select_from(Observation)
        .join(Measure, col(Measure.id) == Observation.measure_id)
        .join(Snapshot, col(Snapshot.id) == Observation.snapshot_id)
        .outerjoin(DfjArea, is_area)
        .outerjoin(LocalAuthority, is_authority)
        .where(col(Observation.current))
    )


class _Days(dict[str, date]):
    """Days by their text, each made when it is first asked for: figures share a few periods."""

    def __missing__(self, text: str) -> date:
        return self.setdefault(text, date.fromisoformat(text))


def imported_files(session: Session) -> list[ImportedFile]:
    """Return each import with how it was read and how many places below the nation it tells of."""
    is_local = col(Observation.place_kind).in_((PlaceKind.AREA, PlaceKind.AUTHORITY))
    local = sqlalchemy.case((is_local, col(Observation.place_code)))
    statement = (
        select(
            Snapshot.publisher, Snapshot.file_name, Snapshot.layout, func.count(local.distinct())
        )
        .outerjoin(Observation, col(Observation.snapshot_id) == Snapshot.id)
        .group_by(col(Snapshot.id))
    )
    return [ImportedFile._make(row) for row in session.exec(statement)]


def _is_authority_of(area: str) -> ColumnElement[bool]:
    """Return whether a figure is about an authority, or a part of one, of an area."""
    authorities = (
        select(LocalAuthority.gss_code)
        .join(AreaAuthority, col(AreaAuthority.authority_id) == LocalAuthority.id)
        .join(DfjArea, col(DfjArea.id) == AreaAuthority.area_id)
        .where(DfjArea.code == area)
    )
    is_authority = col(Observation.place_kind) == PlaceKind.AUTHORITY
    return and_(is_authority, col(Observation.place_code).in_(authorities))


def _own(name: str) -> Any:
    return getattr(Observation, name)


def place_is_known(session: Session, code: str) -> bool:
    """Return whether an area, an authority or any figure has this code of a place."""
    statements = (
        select(literal(1)).where(col(column) == code).limit(1)
        for column in (DfjArea.code, LocalAuthority.gss_code, Observation.place_code)
    )
    return any(session.exec(statement).first() is not None for statement in statements)
