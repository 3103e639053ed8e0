"""Questions that only the Today page asks."""

from uuid import UUID

from sqlmodel import Session, col, or_, select

from lfjb_desk.domain.figures.figures import Snapshot
from lfjb_desk.domain.papers import WrittenPaper


def papers_written(session: Session, meeting_id: UUID) -> set[str]:
    """Return the keys of the kinds of paper that were written for a meeting."""
    statement = select(WrittenPaper.kind).where(WrittenPaper.meeting_id == meeting_id)
    return set(session.exec(statement).all())


def last_import(session: Session) -> Snapshot | None:
    """Return the last import that brought anything new or revised."""
    statement = select(Snapshot).where(or_(Snapshot.new > 0, Snapshot.revised > 0))
    return session.exec(statement.order_by(col(Snapshot.imported_at).desc())).first()
