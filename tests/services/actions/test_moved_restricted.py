"""What is restricted by its item or decision stays so when it is moved away from them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, MeetingState, MinuteNote
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

DAY = date(2026, 12, 3)


@pytest.fixture
def items(board: Board) -> tuple[AgendaItem, AgendaItem]:
    """A restricted item, and an open one after it."""
    closed = AgendaItem(
        meeting_id=board.meeting, position=1, title="One child's case", restricted=True
    )
    opened = AgendaItem(meeting_id=board.meeting, position=2, title="Listing")
    board.write(Change("Items", (added(closed), added(opened))))
    return closed, opened


def is_restricted(board: Board, action_id: UUID) -> bool:
    with board.database.session() as session:
        return action_id in restriction(session).actions


@pytest.mark.parametrize("to", ["open item", "no item", "no meeting"])
def test_an_action_that_leaves_its_restricted_item_stays_restricted(
    board: Board, items: tuple[AgendaItem, AgendaItem], to: str
) -> None:
    actions, (closed, opened) = ActionService(board.database), items
    made = actions.add(board.group, "Write to them", DAY, DAY, item_id=closed.id)
    board.write(made)
    key = made.key_of(Action)
    if to == "open item":
        change = actions.edit(key, item_id=opened.id, restricted=False)  # as a form hands it over
    elif to == "no item":
        change = actions.edit(key, item_id=None)
    else:
        change = actions.edit(key, meeting_id=None, restricted=False)
    assert change.label == "Change “Write to them”, which stays restricted"
    board.round_trip(change)
    assert is_restricted(board, key)
    board.write(actions.edit(key, restricted=False))  # said by itself, it is open
    assert not is_restricted(board, key)


def test_an_action_under_a_restricted_item_that_only_changes_its_owner_is_marked_no_more(
    board: Board, items: tuple[AgendaItem, AgendaItem]
) -> None:
    actions = ActionService(board.database)
    made = actions.add(board.group, "Write to them", DAY, DAY, item_id=items[0].id)
    board.write(made)
    key = made.key_of(Action)
    change = actions.edit(key, owner_id=board.tom, restricted=False)
    assert change.label == "Change “Write to them”"
    board.write(change)
    with board.database.session() as session:
        assert not session.get_one(Action, key).restricted
    assert is_restricted(board, key)


def test_a_decision_that_leaves_its_restricted_item_stays_restricted(
    board: Board, items: tuple[AgendaItem, AgendaItem]
) -> None:
    decisions, (closed, opened) = DecisionService(board.database), items
    made = decisions.add(board.meeting, "Ask for a report", item_id=closed.id)
    board.write(made)
    key = made.key_of(Decision)
    change = decisions.edit(key, item_id=opened.id)
    board.round_trip(change)
    assert change.label == "Change ESST-D-001, which stays restricted"
    with board.database.session() as session:
        assert key in restriction(session).decisions


def test_a_note_is_not_moved_out_of_a_restricted_item(
    board: Board, items: tuple[AgendaItem, AgendaItem]
) -> None:
    minutes, (closed, opened) = MinutesService(board.database), items
    board.bring_to(MeetingState.IN_SESSION)
    made = minutes.add_note(closed.id, "Her school is told.")
    board.write(made)
    key = made.key_of(MinuteNote)
    with pytest.raises(RuleError, match="every member would read it"):
        minutes.move_note(key, 1, opened.id)
    kept = minutes.add_note(opened.id, "Lists are full.")
    board.write(kept)
    board.round_trip(minutes.move_note(kept.key_of(MinuteNote), 1, closed.id))
