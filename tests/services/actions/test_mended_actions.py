"""What was minuted wrong is put right in place; what the board agreed later is a move."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.meetings.meetings import AgendaItem, MeetingState
from lfjb_desk.services.actions.actions import ActionService

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 12, 4)
RAISED = date(2026, 12, 3)
WRONG, RIGHT = date(2026, 12, 17), date(2027, 1, 21)


def minuted(board: "Board", state: MeetingState = MeetingState.IN_SESSION) -> Action:
    """Return an action of Tom's that was minuted at a meeting which then came so far."""
    actions = ActionService(board.database)
    item = AgendaItem(meeting_id=board.meeting, position=1, title="Listing")
    board.write(Change("Set up", (added(item),)))
    board.bring_to(MeetingState.IN_SESSION)
    written = board.write(
        actions.add(
            board.group,
            "Send the list",
            WRONG,
            RAISED,
            meeting_id=board.meeting,
            owner_id=board.tom,
        )
    )
    board.bring_to(state)
    return actions.row(written.key_of(Action), TODAY).action


@pytest.mark.parametrize("state", [MeetingState.IN_SESSION, MeetingState.MINUTES_DRAFT])
def test_a_due_date_minuted_wrong_is_put_right_and_is_no_slip(
    board: "Board", state: MeetingState
) -> None:
    action, actions = minuted(board, state), ActionService(board.database)
    board.round_trip(actions.edit(action.id, "Send the whole list", RIGHT))
    detail = actions.detail(action.id, TODAY)
    assert (detail.row.action.due, detail.row.action.original_due) == (RIGHT, RIGHT)
    assert (detail.row.action.title, detail.row.times_moved) == ("Send the whole list", 0)
    assert [due.due for due in detail.due_dates] == [RIGHT]
    assert detail.history == ()


def test_once_the_minutes_are_circulated_another_date_is_a_move(board: "Board") -> None:
    action, actions = minuted(board, MeetingState.CIRCULATED), ActionService(board.database)
    with pytest.raises(RuleError, match="so another date is a move"):
        actions.edit(action.id, due=RIGHT)
    assert actions.row(action.id, TODAY).action.due == WRONG


def test_a_date_that_was_moved_since_is_not_put_right_in_place(board: "Board") -> None:
    action, actions = minuted(board), ActionService(board.database)
    now = datetime(2026, 12, 4, 9, tzinfo=UTC)
    board.write(actions.move_due(action.id, date(2027, 2, 1), "the chair", now))
    with pytest.raises(RuleError, match="so another date is a move"):
        actions.edit(action.id, due=RIGHT)


def test_a_mended_date_is_not_before_the_meeting(board: "Board") -> None:
    action, actions = minuted(board), ActionService(board.database)
    with pytest.raises(RuleError, match="cannot be due before that"):
        actions.edit(action.id, due=date(2026, 12, 2))


def test_the_body_that_is_given_with_another_owner_is_the_body_that_answers(
    board: "Board",
) -> None:
    action, actions = minuted(board), ActionService(board.database)
    assert action.accountable_id == board.court_service
    board.round_trip(
        actions.edit(action.id, owner_id=board.helen, accountable_id=board.court_service)
    )
    row = actions.row(action.id, TODAY)
    assert row.owner == "Helen Marsh"
    assert row.action.accountable_id == board.court_service
