"""Questions to the minutes: who came, and what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.meetings import Attendance, MinuteNote
from lfjb_desk.domain.people import Organisation, Person
from lfjb_desk.domain.read_models.minutes import AttendanceRow
from lfjb_desk.store.queries import groups, meetings
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel import Session

    from lfjb_desk.domain.groups import Seat
    from lfjb_desk.domain.meetings import Meeting


def attendance_rows(session: Session, meeting: Meeting) -> tuple[AttendanceRow, ...]:
    """Return the seats at a meeting with who came; a mark keeps the person it was made for."""
    seats = groups.seat_rows(session, meeting.group_id, meeting.held_on)
    marks = {mark.seat_id: mark for mark in meetings.attendance(session, meeting.id)}
    people = by_key(session, Person, (mark.person_id for mark in marks.values()))
    bodies = by_key(session, Organisation, (row.seat.organisation_id for row in seats))

    def row(seat: Seat, holder: Person | None) -> AttendanceRow:
        mark = marks.get(seat.id)
        person = people.get(mark.person_id) if mark else holder
        return AttendanceRow(seat, bodies[seat.organisation_id], person, mark)

    return tuple(row(seat.seat, seat.holder.person if seat.holder else None) for seat in seats)


def mark_of(session: Session, meeting_id: UUID, seat_id: UUID) -> Attendance | None:
    """Return the mark of a seat at a meeting, or None."""
    statement = select(Attendance).where(
        Attendance.meeting_id == meeting_id, Attendance.seat_id == seat_id
    )
    return session.exec(statement).first()


def notes_under(session: Session, item_id: UUID) -> Sequence[MinuteNote]:
    """Return the notes under an item in their order."""
    statement = select(MinuteNote).where(MinuteNote.item_id == item_id)
    return session.exec(statement.order_by(col(MinuteNote.position))).all()
