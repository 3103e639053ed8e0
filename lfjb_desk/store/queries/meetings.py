"""Questions to meetings and their agendas."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sqlalchemy import func
from sqlmodel import col, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingState,
    MinuteNote,
)
from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow, meeting_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session

    from lfjb_desk.domain.governance.groups import Group


class CountedMeeting(NamedTuple):
    """A meeting, with what it holds counted."""

    meeting: Meeting
    items: int
    minutes: int
    decisions: int
    actions: int


def counted(session: Session, group_ids: Collection[UUID]) -> dict[UUID, list[CountedMeeting]]:
    """Return the meetings of groups with what they hold, by group, the latest first."""

    def held(table: type[AgendaItem | Decision | Action]) -> Any:
        return select(func.count()).where(col(table.meeting_id) == Meeting.id).scalar_subquery()

    minutes = (
        select(func.coalesce(func.sum(AgendaItem.minutes), 0))
        .where(col(AgendaItem.meeting_id) == Meeting.id)
        .scalar_subquery()
    )
    # SQLModel types a choice of at most four columns.
    columns: tuple[Any, ...] = (Meeting, held(AgendaItem), minutes, held(Decision), held(Action))
    statement = (
        select(*columns)
        .where(col(Meeting.group_id).in_(sorted(group_ids)))
        .order_by(col(Meeting.held_on).desc(), col(Meeting.number).desc())
    )
    rows = [CountedMeeting(*row) for row in session.exec(statement)]
    return parted(group_ids, ((row.meeting.group_id, row) for row in rows))


def of_groups(session: Session, group_ids: Collection[UUID]) -> dict[UUID, list[Meeting]]:
    """Return the meetings of groups by group, the latest first."""
    # The same question as for their counts: whoever gathers both asks the database once.
    rows = counted(session, group_ids)
    return {key: [row.meeting for row in own] for key, own in rows.items()}


def of_group(session: Session, group_id: UUID) -> Sequence[Meeting]:
    """Return the meetings of a group, the latest first."""
    return of_groups(session, [group_id])[group_id]


def before(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the meeting of the same group that came before a meeting; no cancelled one did."""
    return latest_before(of_group(session, meeting.group_id), meeting)


def all_before(session: Session, meeting: Meeting) -> list[Meeting]:
    """Return the meetings of the same group that came before a meeting, the latest first."""
    return _earlier(of_group(session, meeting.group_id), meeting)


def latest_before(meetings: Iterable[Meeting], meeting: Meeting) -> Meeting | None:
    """Return the one that came before a meeting, of those of its group, the latest first."""
    return next(iter(_earlier(meetings, meeting)), None)


def _earlier(meetings: Iterable[Meeting], meeting: Meeting) -> list[Meeting]:
    at = (meeting.held_on, meeting.number)
    return [
        other
        for other in meetings
        if (other.held_on, other.number) < at and other.state is not MeetingState.CANCELLED
    ]


def held_between(meetings: Iterable[Meeting], first: date, last: date) -> list[Meeting]:
    """Return those of some meetings that took place from one day to another."""
    return [
        meeting
        for meeting in meetings
        if first <= meeting.held_on <= last and meeting.state.is_begun
    ]


def items_of(session: Session, meeting_ids: Collection[UUID]) -> dict[UUID, list[AgendaItem]]:
    """Return the agendas of meetings by meeting, each in its order."""
    statement = select(AgendaItem).where(col(AgendaItem.meeting_id).in_(sorted(meeting_ids)))
    rows = session.exec(statement.order_by(col(AgendaItem.position)))
    return parted(meeting_ids, ((row.meeting_id, row) for row in rows))


def items(session: Session, meeting_id: UUID) -> Sequence[AgendaItem]:
    """Return the agenda of a meeting in its order."""
    return items_of(session, [meeting_id])[meeting_id]


def notes_of(session: Session, meeting_ids: Collection[UUID]) -> dict[UUID, list[MinuteNote]]:
    """Return the notes under all items of meetings by meeting, in their order."""
    statement = (
        select(AgendaItem.meeting_id, MinuteNote)
        .join(AgendaItem, col(AgendaItem.id) == col(MinuteNote.item_id))
        .where(col(AgendaItem.meeting_id).in_(sorted(meeting_ids)))
        .order_by(col(AgendaItem.position), col(MinuteNote.position))
    )
    return parted(meeting_ids, session.exec(statement))


def notes(session: Session, meeting_id: UUID) -> Sequence[MinuteNote]:
    """Return the notes under all items of a meeting, in their order."""
    return notes_of(session, [meeting_id])[meeting_id]


def attendance_of(session: Session, meeting_ids: Collection[UUID]) -> dict[UUID, list[Attendance]]:
    """Return the marks of who came to meetings, by meeting."""
    statement = select(Attendance).where(col(Attendance.meeting_id).in_(sorted(meeting_ids)))
    return parted(meeting_ids, ((row.meeting_id, row) for row in session.exec(statement)))


def attendance(session: Session, meeting_id: UUID) -> Sequence[Attendance]:
    """Return the marks of who came to a meeting."""
    return attendance_of(session, [meeting_id])[meeting_id]


def rows(session: Session, groups: Sequence[Group]) -> dict[UUID, list[MeetingRow]]:
    """Return the meetings of groups as they are listed, by group, the latest first."""
    meetings = counted(session, [group.id for group in groups])
    return {
        group.id: [
            MeetingRow(label=meeting_label(group, row.meeting), **row._asdict())
            for row in meetings[group.id]
        ]
        for group in groups
    }


Part = TypeVar("Part")


def parted(keys: Iterable[UUID], rows: Iterable[tuple[UUID, Part]]) -> dict[UUID, list[Part]]:
    """Return rows by their key, in the order given; a key without a row has an empty list."""
    parts: defaultdict[UUID, list[Part]] = defaultdict(list)
    for key, row in rows:
        parts[key].append(row)
    return {key: parts[key] for key in keys}
