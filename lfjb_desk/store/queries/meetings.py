"""Questions to meetings and their agendas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import col, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MinuteNote,
)
from lfjb_desk.domain.read_models.meetings import MeetingRow, meeting_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session

    from lfjb_desk.domain.groups import Group


def of_group(session: Session, group_id: UUID) -> Sequence[Meeting]:
    """Return the meetings of a group, the latest first."""
    statement = select(Meeting).where(Meeting.group_id == group_id)
    return session.exec(
        statement.order_by(col(Meeting.held_on).desc(), col(Meeting.number).desc())
    ).all()


def before(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the meeting of the same group that came before a meeting."""
    earlier = (
        other
        for other in of_group(session, meeting.group_id)
        if (other.held_on, other.number) < (meeting.held_on, meeting.number)
    )
    return next(earlier, None)


def held_between(session: Session, group_id: UUID, first: date, last: date) -> list[Meeting]:
    """Return the meetings of a group that took place from one day to another, the latest first."""
    return [
        meeting
        for meeting in of_group(session, group_id)
        if first <= meeting.held_on <= last and not meeting.state.is_coming
    ]


def items(session: Session, meeting_id: UUID) -> Sequence[AgendaItem]:
    """Return the agenda of a meeting in its order."""
    statement = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return session.exec(statement.order_by(col(AgendaItem.position))).all()


def notes(session: Session, meeting_id: UUID) -> Sequence[MinuteNote]:
    """Return the notes under all items of a meeting, in their order."""
    statement = (
        select(MinuteNote)
        .join(AgendaItem, col(AgendaItem.id) == col(MinuteNote.item_id))
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(col(AgendaItem.position), col(MinuteNote.position))
    )
    return session.exec(statement).all()


def attendance(session: Session, meeting_id: UUID) -> Sequence[Attendance]:
    """Return the marks of who came to a meeting."""
    return session.exec(select(Attendance).where(Attendance.meeting_id == meeting_id)).all()


def rows(session: Session, group: Group) -> list[MeetingRow]:
    """Return the meetings of a group with what they hold, the latest first."""
    meetings = of_group(session, group.id)
    if not meetings:
        return []
    keys = {meeting.id for meeting in meetings}
    agendas = {
        key: (number, minutes)
        for key, number, minutes in session.exec(
            select(
                AgendaItem.meeting_id, func.count(), func.coalesce(func.sum(AgendaItem.minutes), 0)
            )
            .where(col(AgendaItem.meeting_id).in_(keys))
            .group_by(col(AgendaItem.meeting_id))
        ).all()
    }
    decisions = dict(
        session.exec(
            select(Decision.meeting_id, func.count())
            .where(col(Decision.meeting_id).in_(keys))
            .group_by(col(Decision.meeting_id))
        ).all()
    )
    actions = dict(
        session.exec(
            select(Action.meeting_id, func.count())
            .where(col(Action.meeting_id).in_(keys))
            .group_by(col(Action.meeting_id))
        ).all()
    )
    return [
        MeetingRow(
            meeting=meeting,
            label=meeting_label(group, meeting),
            items=agendas.get(meeting.id, (0, 0))[0],
            minutes=int(agendas.get(meeting.id, (0, 0))[1]),
            decisions=decisions.get(meeting.id, 0),
            actions=actions.get(meeting.id, 0),
        )
        for meeting in meetings
    ]
