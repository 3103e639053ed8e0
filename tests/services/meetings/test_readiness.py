"""How ready a meeting is, as the first page says it."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState, Presence
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.meetings.readiness import ReadinessService

if TYPE_CHECKING:
    from tests.services.conftest import Board


def lines(board: "Board") -> list[tuple[bool, str, str]]:
    service = ReadinessService(board.database)
    return [(line.ready, line.title, line.words) for line in service.lines(board.meeting)]


def test_a_bare_meeting_lacks_its_agenda(board: "Board") -> None:
    assert lines(board) == [
        (False, "Agenda to draft", "It has no item yet"),
        (True, "Quorum likely", "2 of 2 seats can be filled, 2 needed"),
    ]


def test_a_drafted_agenda_says_its_length_and_who_is_missing(board: "Board") -> None:
    agenda = AgendaService(board.database)
    board.write(agenda.add(board.meeting, "Welcome", minutes=140, presenter_id=board.tom))
    assert lines(board)[:2] == [
        (True, "Agenda drafted", "1 item, 2 hours 20 minutes of 2 hours 30 minutes"),
        (True, "Presenters named", "Each item has one"),
    ]
    board.write(agenda.add(board.meeting, "Listing", minutes=20))
    assert lines(board)[:2] == [
        (False, "Agenda too long", "2 items, 2 hours 40 minutes of 2 hours 30 minutes"),
        (False, "Presenters to name", "Listing"),
    ]
    for number in range(3):
        board.write(agenda.add(board.meeting, f"Paper {number}", minutes=0))
    assert lines(board)[1] == (False, "Presenters to name", "4 items")


def test_apologies_put_the_quorum_at_risk(board: "Board") -> None:
    attendance = AttendanceService(board.database)
    board.write(attendance.mark(board.meeting, board.council_seat, Presence.APOLOGIES))
    assert lines(board)[-1] == (False, "Quorum at risk", "1 of 2 seats can be filled, 2 needed")
    board.write(attendance.mark(board.meeting, board.council_seat, Presence.DEPUTY, "Ann Lee"))
    assert lines(board)[-1][1] == "Quorum likely"
    board.write(GroupService(board.database).edit(board.group, quorum=None))
    assert lines(board)[-1][:2] == (False, "Quorum to agree")


@pytest.mark.parametrize(
    ("state", "ready", "words"),
    [
        (MeetingState.PLANNED, False, "The meeting was never marked as held"),
        (MeetingState.MINUTES_DRAFT, False, "In draft, to be circulated"),
        (MeetingState.CIRCULATED, True, "Circulated, to be agreed"),
        (MeetingState.SIGNED, True, "Signed"),
    ],
)
def test_the_minutes_of_the_last_meeting_are_followed(
    board: "Board",
    state: MeetingState,
    ready: bool,  # noqa: FBT001  pytest hands parameters by name
    words: str,
) -> None:
    last = Meeting(group_id=board.group, number=22, held_on=date(2026, 9, 10), state=state)
    board.write(Change("Set up", (added(last),)))
    assert lines(board)[-1] == (ready, "Minutes of 10 September 2026", words)


def test_every_set_of_minutes_that_was_never_agreed_is_named(board: "Board") -> None:
    states = {
        20: MeetingState.CIRCULATED,
        21: MeetingState.SIGNED,
        22: MeetingState.CIRCULATED,
        23: MeetingState.CIRCULATED,
    }
    for number, state in states.items():
        held = date(2026, number - 15, 10)
        earlier = Meeting(group_id=board.group, number=number, held_on=held, state=state)
        board.write(Change("Set up", (added(earlier),)))
    assert [title for _, title, _ in lines(board) if title.startswith("Minutes")] == [
        "Minutes of 10 August 2026",
        "Minutes of 10 July 2026",
        "Minutes of 10 May 2026",
    ]
