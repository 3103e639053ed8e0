"""Attendance by organisation: counted from the minutes, without meetings that were not held."""

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.changes import Change, added, change, edited
from lfjb_desk.domain.governance.groups import Seat
from lfjb_desk.domain.meetings.meetings import Attendance, Meeting, MeetingState, Presence
from lfjb_desk.domain.read_models.meetings.attendance_history import SeatMark
from lfjb_desk.papers.terms_attendance import attendance_annex
from lfjb_desk.services.governance.attendance_history import AttendanceHistoryService
from lfjb_desk.services.governance.people import PeopleService
from lfjb_desk.services.governance.seats import SeatService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.meetings import MeetingService
from tests.services.conftest import HELD

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.meetings.attendance_history import AttendanceHistory
    from tests.services.conftest import Board

AFTER = date(2026, 12, 10)


def history(board: "Board") -> "AttendanceHistory":
    return AttendanceHistoryService(board.database).of_group(board.group, AFTER)


def marked(board: "Board", meeting: UUID, **presences: Presence) -> None:
    """Mark the seats of the chair and of the council at a meeting."""
    seats = {"chair": (board.chair_seat, board.tom), "council": (board.council_seat, board.helen)}
    rows = [
        Attendance(
            meeting_id=meeting,
            seat_id=seats[name][0],
            person_id=seats[name][1],
            presence=presence,
            deputy_name="Ann Lee" if presence is Presence.DEPUTY else "",
        )
        for name, presence in presences.items()
    ]
    board.write(Change("Mark", tuple(added(row) for row in rows)))


def another(board: "Board", number: int, day: date, state: MeetingState) -> UUID:
    meeting = Meeting(
        group_id=board.group, number=number, held_on=day, starts=time(10), state=state,
        minutes_planned=60, place="Chelmsford",
    )  # fmt: skip
    board.write(change("Met", meeting, [added(meeting)]))
    return meeting.id


@pytest.fixture
def met(board: "Board") -> UUID:
    """The meeting in draft minutes, with both seats marked."""
    board.write(AgendaService(board.database).add(board.meeting, "Listing"))
    board.bring_to(MeetingState.MINUTES_DRAFT)
    marked(board, board.meeting, chair=Presence.PRESENT, council=Presence.DEPUTY)
    return board.meeting


def test_each_organisation_is_counted_over_the_meetings_that_were_held(
    board: "Board", met: UUID
) -> None:
    early = another(board, 22, date(2026, 9, 3), MeetingState.MINUTES_DRAFT)
    marked(board, early, chair=Presence.APOLOGIES, council=Presence.ABSENT)
    another(board, 21, date(2026, 6, 3), MeetingState.CANCELLED)
    another(board, 24, date(2027, 3, 3), MeetingState.PLANNED)
    found = history(board)
    assert [meeting.id for meeting in found.meetings] == [met, early]
    court, council = found.organisations
    assert (court.organisation.name, council.organisation.name) == ("HMCTS", "Suffolk Council")
    assert (court.words(met), court.words(early)) == ("Present", "Apologies")
    assert (council.words(met), council.words(early)) == ("Deputy", "Absent")
    assert (council.came, council.expected) == (1, 2)
    assert council.counts == {SeatMark.DEPUTY: 1, SeatMark.ABSENT: 1}


def test_what_nobody_recorded_is_left_out_and_an_empty_seat_is_counted(
    board: "Board", met: UUID
) -> None:
    early = another(board, 22, date(2026, 9, 3), MeetingState.MINUTES_DRAFT)
    board.write(
        SeatService(board.database).add(board.group, board.council, "Deputy director",
                                        vacant_since=date(2026, 5, 1))
    )  # fmt: skip
    council = history(board).organisations[1]
    assert council.words(early) == "1 empty, 1 not recorded"
    assert council.words(met) == "1 deputy, 1 empty"
    assert (council.came, council.expected) == (1, 3)


def test_circulated_minutes_say_who_came_whatever_became_of_the_seat(
    board: "Board", met: UUID
) -> None:
    board.bring_to(MeetingState.CIRCULATED)
    with board.database.session() as session:
        seat = session.get(Seat, board.council_seat)
    assert seat is not None
    other = PeopleService(board.database).organisations()[0].organisation
    board.write(change("Hand over", seat, [edited(seat, organisation_id=other.id)]))
    names = [line.organisation.name for line in history(board).organisations]
    assert names == ["HMCTS", "Suffolk Council"]


def test_a_group_that_never_met_has_no_attendance(board: "Board") -> None:
    found = history(board)
    assert (found.meetings, found.organisations) == ((), ())
    assert attendance_annex(found, AFTER) == ()


def test_the_annex_has_the_latest_meetings_side_by_side_the_earliest_first(
    board: "Board", met: UUID
) -> None:
    for number, month in enumerate((1, 2, 3, 4, 5, 6), start=10):
        another(board, number, date(2026, month, 3), MeetingState.MINUTES_DRAFT)
    _, table, note = attendance_annex(history(board), AFTER)
    text = repr(table)
    assert "3 Jan" not in text
    assert "3 Feb" not in text
    assert text.index("3 Mar") < text.index("3 Jun") < text.index("3 Dec")
    assert "1 of 1" in text
    assert "The latest 5 meetings that took place" in repr(note)
    assert MeetingService(board.database).row(met).meeting.held_on == HELD
