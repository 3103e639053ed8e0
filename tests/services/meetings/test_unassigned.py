"""Minutes go out once each of their actions has an owner and a body that answers for it."""

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import Action, ActionStatus
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.meetings.minutes import MinutesService

if TYPE_CHECKING:
    from tests.services.conftest import Board

HELD, CIRCULATED, LATER = date(2026, 12, 3), date(2026, 12, 10), date(2027, 6, 1)
NOW = datetime(2027, 3, 3, 9, 0, tzinfo=UTC)


def test_minutes_wait_until_each_action_has_an_owner_and_a_body(board: "Board") -> None:
    board.write(AgendaService(board.database).add(board.meeting, "Welcome"))
    actions, finishing = ActionService(board.database), CirculationService(board.database)
    add = partial(actions.add, board.group, due=HELD, raised_on=HELD, meeting_id=board.meeting)
    lone = board.write(add(title="Publish the rota")).key_of(Action)
    bodied = board.write(add(title="List the rooms", accountable_id=board.council)).key_of(Action)
    owned = board.write(add(title="Agree one form", owner_id=board.helen)).key_of(Action)
    gone = board.write(add(title="Ask for a clerk")).key_of(Action)
    board.write(actions.edit(owned, accountable_id=None))
    board.write(actions.drop(gone, "Not needed", HELD, NOW))
    board.bring_to(MeetingState.MINUTES_DRAFT)
    assert [action.id for action in finishing.unassigned(board.meeting)] == [lone, bodied, owned]
    before = board.state()
    with pytest.raises(RuleError) as refusal:
        finishing.circulate(board.meeting, CIRCULATED)
    assert str(refusal.value) == (
        "ESST-A-001 lacks an owner and an accountable body, ESST-A-002 lacks an owner and "
        "ESST-A-003 lacks an accountable body. The minutes of Board meeting 23 can be circulated "
        "once each has both; nothing was changed."
    )
    assert board.state() == before
    for key in (lone, bodied, owned):
        board.write(actions.edit(key, owner_id=board.helen, accountable_id=board.council))
    board.bring_to(MeetingState.CIRCULATED)


def test_what_became_of_an_action_never_enters_the_minutes_that_agreed_it(board: "Board") -> None:
    board.write(AgendaService(board.database).add(board.meeting, "Welcome"))
    actions = ActionService(board.database)
    raised = actions.add(
        board.group,
        "Publish the rota",
        LATER,
        HELD,
        owner_id=board.helen,
        meeting_id=board.meeting,
    )
    key = board.write(raised).key_of(Action)
    board.write(actions.block(key, "a listing officer", NOW))
    board.bring_to(MeetingState.CIRCULATED)
    board.write(actions.block(key, "a room", NOW))
    view = MinutesService(board.database).on_screen(board.meeting, LATER)
    (row,) = view.actions
    assert (row.action.status, row.action.blocked_by) == (ActionStatus.OPEN, "")
    assert not view.history.later.actions
