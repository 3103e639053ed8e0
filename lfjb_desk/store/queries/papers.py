"""Questions to the papers that were written."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
from lfjb_desk.domain.papers import WrittenPaper

MINUTES = "minutes"
"""The kind of paper that is kept whole from circulation on."""


def of_group(session: Session, group_id: UUID) -> Sequence[WrittenPaper]:
    """Return the papers written for a group, the latest first."""
    statement = select(WrittenPaper).where(WrittenPaper.group_id == group_id)
    return session.exec(
        statement.order_by(col(WrittenPaper.written_at).desc(), col(WrittenPaper.id))
    ).all()


def of_circulated(session: Session) -> dict[UUID, UUID]:
    """Return the minutes written once they were circulated, by id, with their meetings."""
    statement = select(WrittenPaper, CirculatedMinutes).join(
        CirculatedMinutes, col(CirculatedMinutes.meeting_id) == WrittenPaper.meeting_id
    )
    return {
        paper.id: kept.meeting_id
        for paper, kept in session.exec(statement.where(WrittenPaper.kind == MINUTES))
    }
