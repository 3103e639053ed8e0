"""Questions to the minutes: who came, what was recorded, and how they were circulated."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlmodel import col, func, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Attendance, Decision, MinuteNote
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, MinutesAgreement, MinutesCorrection
from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.governance import groups
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.governance.groups import SeatRow


OfMeeting = TypeVar("OfMeeting", CirculatedMinutes, MinutesAgreement, MinutesCorrection)


def circulated_of(
    session: Session, meeting_ids: Collection[UUID]
) -> dict[UUID, list[CirculatedMinutes]]:
    """Return the minutes of meetings as they were circulated, by meeting, the oldest first."""
    rows = _of_meetings(session, CirculatedMinutes, meeting_ids)
    return {key: sorted(own, key=lambda row: row.version) for key, own in rows.items()}


def agreements_of(
    session: Session, meeting_ids: Collection[UUID]
) -> dict[UUID, MinutesAgreement | None]:
    """Return how the minutes of meetings were agreed, by meeting; None where none is recorded."""
    rows = _of_meetings(session, MinutesAgreement, meeting_ids)
    return {key: own[0] if own else None for key, own in rows.items()}


def corrections_of(
    session: Session, meeting_ids: Collection[UUID]
) -> dict[UUID, list[MinutesCorrection]]:
    """Return the corrections of the minutes of meetings, by meeting, in the order noted."""
    rows = _of_meetings(session, MinutesCorrection, meeting_ids)
    return {key: sorted(own, key=lambda row: row.number) for key, own in rows.items()}


def _of_meetings(
    session: Session, table: type[OfMeeting], meeting_ids: Collection[UUID]
) -> dict[UUID, list[OfMeeting]]:
    statement = select(table).where(col(table.meeting_id).in_(sorted(meeting_ids)))
    return meetings.parted(meeting_ids, ((row.meeting_id, row) for row in session.exec(statement)))


def attendance_rows(session: Session, meeting: Meeting) -> tuple[AttendanceRow, ...]:
    """Return the seats at a meeting with who came; a mark keeps the person it was made for."""
    return attendance_rows_of(session, [meeting])[meeting.id]


def attendance_rows_of(
    session: Session, at: Collection[Meeting]
) -> dict[UUID, tuple[AttendanceRow, ...]]:
    """Return the seats at meetings with who came, by meeting."""
    days = {(meeting.group_id, meeting.held_on) for meeting in at}
    seats = groups.seat_rows(session, days)
    marks = meetings.attendance_of(session, [meeting.id for meeting in at])
    people = by_key(session, Person, (mark.person_id for own in marks.values() for mark in own))
    rows = {}
    for meeting in at:
        mark_of_seat = {mark.seat_id: mark for mark in marks[meeting.id]}
        rows[meeting.id] = tuple(
            _attendance(seat, mark_of_seat.get(seat.seat.id), people, meeting.held_on)
            for seat in seats[meeting.group_id, meeting.held_on]
        )
    return rows


def _attendance(
    row: SeatRow, mark: Attendance | None, people: Mapping[UUID | None, Person], day: date
) -> AttendanceRow:
    holder = row.holder.person if row.holder else None
    person = people.get(mark.person_id) if mark else holder
    fell_empty = row.seat.vacant_since
    return AttendanceRow(
        row.seat,
        row.organisation,
        person,
        mark,
        vacant_since=row.vacant_since,
        unnamed=row.vacant and fell_empty is not None and fell_empty > day,
    )


def mark_of(session: Session, meeting_id: UUID, seat_id: UUID) -> Attendance | None:
    """Return the mark of a seat at a meeting, or None."""
    statement = select(Attendance).where(
        Attendance.meeting_id == meeting_id, Attendance.seat_id == seat_id
    )
    return session.exec(statement).first()


def next_sequence(session: Session, item_id: UUID | None) -> int | None:
    """Return the place that comes after all that is recorded under an item; None under none."""
    if item_id is None:
        return None
    last = [
        session.exec(select(func.max(kind.sequence)).where(kind.item_id == item_id)).one()
        for kind in (MinuteNote, Decision, Action)
    ]
    return 1 + max(filter(None, last), default=0)


def notes_under(session: Session, item_id: UUID) -> Sequence[MinuteNote]:
    """Return the notes under an item in their order."""
    statement = select(MinuteNote).where(MinuteNote.item_id == item_id)
    return session.exec(statement.order_by(col(MinuteNote.position))).all()


def minuted_items(session: Session, meeting_id: UUID) -> set[UUID]:
    """Return the items of a meeting under which a note, a decision or an action is recorded."""
    found_under: set[UUID] = set()
    for kind in (MinuteNote, Decision, Action):
        statement = (
            select(AgendaItem.id)
            .join(kind, col(kind.item_id) == col(AgendaItem.id))
            .where(AgendaItem.meeting_id == meeting_id)
        )
        found_under.update(session.exec(statement).all())
    return found_under
