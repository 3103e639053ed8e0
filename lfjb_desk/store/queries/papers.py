"""Questions to the papers that were written."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from lfjb_desk.domain.papers import WrittenPaper


def of_group(session: Session, group_id: UUID) -> Sequence[WrittenPaper]:
    """Return the papers written for a group, the latest first."""
    statement = select(WrittenPaper).where(WrittenPaper.group_id == group_id)
    return session.exec(
        statement.order_by(col(WrittenPaper.written_at).desc(), col(WrittenPaper.id))
    ).all()
