"""Questions to imports: what is held already, and what each import brought."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.places import AreaName, PlaceKind


class Slot(NamedTuple):
    """What makes two figures of one publisher the same figure."""

    measure_id: UUID
    kind: PlaceKind
    code: str
    start: date
    end: date


class ExistingFigure(NamedTuple):
    """A figure that is held now."""

    id: UUID
    value: Decimal | None
    marker: str | None


def held(
    session: Session, publisher: str, measure_ids: Collection[UUID]
) -> dict[Slot, ExistingFigure]:
    """Return the current figures of a publisher for these measures."""
    statement = select(
        col(Observation.id),
        col(Observation.measure_id),
        col(Observation.place_kind),
        col(Observation.place_code),
        col(Observation.period_start),
        col(Observation.period_end),
        col(Observation.value),
        col(Observation.marker),
    ).where(  # type: ignore[call-overload]  # SQLModel has no overload for eight columns
        Observation.publisher == publisher,
        col(Observation.current),
        col(Observation.measure_id).in_(measure_ids),
    )
    return {
        Slot(measure, kind, code, start, end): ExistingFigure(key, value, marker)
        for key, measure, kind, code, start, end, value, marker in session.exec(statement)
    }


def by_hash(session: Session, sha256: str) -> Snapshot | None:
    """Return the latest import of a file with this hash."""
    statement = select(Snapshot).where(Snapshot.sha256 == sha256)
    return session.exec(statement.order_by(col(Snapshot.imported_at).desc())).first()


def brought(session: Session, snapshot_id: UUID) -> Sequence[Observation]:
    """Return the figures that an import brought, current or revised since."""
    statement = select(Observation).where(Observation.snapshot_id == snapshot_id)
    return session.exec(statement).all()


def replaced_by(session: Session, snapshot_id: UUID) -> Sequence[Observation]:
    """Return the figures of earlier imports that an import replaced with its own."""
    newer = (
        select(Observation.replaces_id)
        .where(Observation.snapshot_id == snapshot_id)
        .where(col(Observation.replaces_id).is_not(None))
    )
    statement = select(Observation).where(
        col(Observation.id).in_(newer), Observation.snapshot_id != snapshot_id
    )
    return session.exec(statement).all()


def revisions_of(session: Session, snapshot_id: UUID) -> Sequence[tuple[Observation, Observation]]:
    """Return each figure that an import changed, with the one that it replaced."""
    older = aliased(Observation)
    statement = (
        select(Observation, older)
        .join(older, col(Observation.replaces_id) == older.id)
        .where(Observation.snapshot_id == snapshot_id)
    )
    return session.exec(statement).all()


def revised_later(session: Session, snapshot_id: UUID) -> int:
    """Return how many figures of an import another import has revised."""
    own = select(Observation.id).where(Observation.snapshot_id == snapshot_id)
    statement = (
        select(func.count())
        .select_from(Observation)
        .where(col(Observation.replaces_id).in_(own), Observation.snapshot_id != snapshot_id)
    )
    return session.exec(statement).one()


def spellings(session: Session, publisher: str, folded: Collection[str]) -> Sequence[AreaName]:
    """Return a publisher's own spellings among these folded names."""
    statement = select(AreaName).where(
        AreaName.publisher == publisher, col(AreaName.folded).in_(folded)
    )
    return session.exec(statement).all()
