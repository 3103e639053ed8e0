"""A meeting that is cancelled: skipped everywhere, and whole again once it is reinstated."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.services.governance.compliance import ComplianceService
from lfjb_desk.services.meetings.agenda import AgendaFrom, AgendaService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.meetings.invitations import InvitationService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.services.papers.upcoming import papers_due, upcoming_meeting
from lfjb_desk.services.search import SearchService
from tests.services.conftest import HELD, TODAY

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

LATER = date(2027, 3, 4)
WHY = "The court building is shut"


def service(board: Board) -> MeetingService:
    return MeetingService(board.database)


def state(board: Board) -> MeetingState:
    return service(board).row(board.meeting).meeting.state


def plan(board: Board, day: date = LATER) -> UUID:
    return board.write(service(board).add(board.group, day)).key_of(Meeting)


def cancel(board: Board) -> None:
    board.write(service(board).cancel(board.meeting, WHY))


def test_a_cancelled_meeting_keeps_its_agenda_and_comes_back_as_planned(board: Board) -> None:
    board.write(AgendaService(board.database).fill(board.meeting, AgendaFrom.USUAL))
    board.bring_to(MeetingState.AGENDA_ISSUED)
    items = AgendaService(board.database).view(board.meeting).lines
    board.round_trip(service(board).cancel(board.meeting, f" {WHY} "))
    row = service(board).row(board.meeting)
    assert (row.meeting.state, row.meeting.cancelled_why) == (MeetingState.CANCELLED, WHY)
    assert AgendaService(board.database).view(board.meeting).lines == items
    board.round_trip(service(board).reinstate(board.meeting))
    row = service(board).row(board.meeting)
    assert (row.meeting.state, row.meeting.cancelled_why) == (MeetingState.PLANNED, "")


def test_only_a_meeting_that_has_not_begun_is_cancelled_and_only_with_a_reason(
    board: Board,
) -> None:
    with pytest.raises(RuleError, match="is empty"):
        service(board).cancel(board.meeting, "  ")
    with pytest.raises(RuleError, match="is not cancelled"):
        service(board).reinstate(board.meeting)
    cancel(board)
    with pytest.raises(RuleError, match="cancelled already"):
        cancel(board)
    board.write(service(board).reinstate(board.meeting))
    board.write(AgendaService(board.database).fill(board.meeting, AgendaFrom.USUAL))
    board.bring_to(MeetingState.IN_SESSION)
    with pytest.raises(RuleError, match="only a meeting that has not begun"):
        cancel(board)


def test_what_belongs_to_a_cancelled_meeting_stays_as_it_is(board: Board) -> None:
    made = board.write(AgendaService(board.database).add(board.meeting, "Listing"))
    item_id = made.edits[-1].key
    cancel(board)
    agenda = AgendaService(board.database)
    for refused in (
        lambda: agenda.add(board.meeting, "Another"),
        lambda: agenda.edit(item_id, "Other words"),
        lambda: agenda.remove(item_id),
        lambda: service(board).edit(board.meeting, held_on=LATER),
        lambda: AttendanceService(board.database).mark_the_rest(board.meeting),
        lambda: MinutesService(board.database).add_note(item_id, "Words"),
    ):
        with pytest.raises(RuleError, match="is cancelled, so it stays as it is"):
            refused()
    with pytest.raises(RuleError, match="cannot go to"):
        service(board).move_to(board.meeting, MeetingState.AGENDA_ISSUED)
    board.write(service(board).remove(board.meeting))
    assert service(board).rows(board.group) == ()


def test_it_is_neither_the_next_nor_the_last_meeting(board: Board) -> None:
    later = plan(board)
    cancel(board)
    coming = service(board).next(board.group, TODAY)
    assert coming is not None
    assert coming.meeting.id == later
    after = date(2027, 1, 1)
    assert service(board).last(board.group, after) is None
    assert service(board).before(coming.meeting) is None
    assert AgendaService(board.database).view(later).is_first
    view = upcoming_meeting(board.database, board.group, TODAY)
    assert view is not None
    assert view.row.meeting.id == later
    assert not [line for line in view.readiness if line.title.startswith("Minutes of")]
    assert {due.meeting.meeting.id for due in papers_due(board.database, board.group, TODAY)} == {
        later
    }


def test_a_cancelled_meeting_counts_for_no_meeting_that_was_promised(board: Board) -> None:
    after = date(2027, 1, 1)
    conduct = ComplianceService(board.database)._conduct(board.group, after)
    assert [row.held_on for row in conduct.meetings] == [HELD]
    cancel(board)
    assert ComplianceService(board.database)._conduct(board.group, after).meetings == ()


def test_its_number_is_not_given_to_another(board: Board) -> None:
    cancel(board)
    assert service(board).row(plan(board)).meeting.number == 24


def test_calendars_are_told_of_it_and_of_its_return(board: Board) -> None:
    now = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
    invitations = InvitationService(board.database)
    before = invitations.invitation(board.meeting, now)
    cancel(board)
    with pytest.raises(RuleError, match="not to come any more"):
        invitations.invitation(board.meeting, now)
    gone = invitations.invitation(board.meeting, now, cancelled=True)
    assert gone.times_changed == before.times_changed + 1
    with pytest.raises(RuleError, match="not to come any more"):
        invitations.invitation(board.meeting, datetime(2026, 12, 10, 9, tzinfo=UTC), cancelled=True)
    board.write(service(board).reinstate(board.meeting))
    assert invitations.invitation(board.meeting, now).times_changed == before.times_changed + 2


def test_search_says_that_it_is_cancelled(board: Board) -> None:
    cancel(board)
    found = SearchService(board.database).find("meeting 23", board.area)
    (meeting,) = [each for each in found if each.kind == "meeting"]
    assert meeting.detail == "3 December 2026, Chelmsford, cancelled"
