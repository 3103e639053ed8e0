"""Questions that only the Today page asks."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.papers import WrittenPaper
from lfjb_desk.domain.places import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Sequence


def papers_written(session: Session, meeting_id: UUID) -> set[str]:
    """Return the keys of the kinds of paper that were written for a meeting."""
    statement = select(WrittenPaper.kind).where(WrittenPaper.meeting_id == meeting_id)
    return set(session.exec(statement).all())


def last_import(session: Session, kind: PlaceKind, code: str) -> tuple[Snapshot | None, list[UUID]]:
    """Return the last import that brought anything new or revised, and its measures of a place."""
    brought = or_(Snapshot.new > 0, Snapshot.revised > 0)
    newest = select(Snapshot.id).where(brought).order_by(col(Snapshot.imported_at).desc()).limit(1)
    statement = (
        select(Snapshot, Observation.measure_id)
        .outerjoin(
            Observation,
            and_(
                col(Observation.snapshot_id) == Snapshot.id,
                col(Observation.place_kind) == kind,
                col(Observation.place_code) == code,
            ),
        )
        .where(Snapshot.id == newest.scalar_subquery())
        .group_by(col(Snapshot.id), col(Observation.measure_id))
    )
    rows: Sequence[tuple[Snapshot, UUID | None]] = session.exec(statement).all()
    return rows[0][0] if rows else None, [key for _, key in rows if key is not None]
