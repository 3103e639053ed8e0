"""What each command keeps in the history of an action, and in which words it is refused."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.domain.actions import Action, ActionStatus, ActionUpdate
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.figures.charts import ChartStep
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.places import DfjArea, PlaceKind
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
RAISED = date(2026, 3, 12)
DUE = date(2026, 12, 1)


@pytest.fixture
def actions(board: Board) -> ActionService:
    return ActionService(board.database)


@pytest.fixture
def action(board: Board, actions: ActionService) -> Action:
    written = board.write(actions.add(board.group, "List the assessors", DUE, RAISED))
    return now_of(board, written.key_of(Action))


def now_of(board: Board, key: UUID) -> Action:
    with board.database.session() as session:
        return found(session, Action, key)


def kept(change: Change) -> dict[str, Any]:
    """Return what a change adds to the history, without what is empty."""
    (line,) = (edit.after for edit in change.edits if edit.table is ActionUpdate)
    assert line is not None
    assert line["noted_at"] == NOW
    return {
        name: value
        for name, value in line.items()
        if value not in (None, "") and name not in ("id", "noted_at", "action_id")
    }


def refusal(command: Callable[[], Change]) -> str:
    with pytest.raises(RuleError) as error:
        command()
    return str(error.value)


def test_a_new_action_holds_what_it_was_given(board: Board, actions: ActionService) -> None:
    change = actions.add(board.group, " Send it ", DUE, RAISED, owner_id=board.helen)
    assert change.label == "Add action ESST-A-001"
    row = now_of(board, board.write(change).key_of(Action))
    assert (row.title, row.group_id, row.owner_id) == ("Send it", board.group, board.helen)
    assert (row.due, row.original_due, row.raised_on) == (DUE, DUE, RAISED)
    assert row.accountable_id == board.council
    named = actions.add(
        board.group, "Two", DUE, RAISED, owner_id=board.helen, accountable_id=board.court_service
    )
    row = now_of(board, board.write(named).key_of(Action))
    assert (row.ref, row.accountable_id) == ("ESST-A-002", board.court_service)
    same_day = actions.add(board.group, "Three", RAISED, RAISED)
    assert now_of(board, board.write(same_day).key_of(Action)).accountable_id is None
    assert refusal(lambda: actions.add(board.group, "Four", date(2026, 3, 11), RAISED)) == (
        "The action would be due on 11 March 2026, before it is raised on 12 March 2026. "
        "Choose a later date; nothing was changed."
    )


def test_a_moved_date_keeps_its_reason_and_both_dates(
    board: Board, actions: ActionService, action: Action
) -> None:
    moved = actions.move_due(action.id, date(2027, 1, 20), " chair ", NOW, "  Leave ")
    assert kept(moved) == {
        "text": "Leave",
        "agreed_by": "chair",
        "due_before": DUE,
        "due_after": date(2027, 1, 20),
    }
    assert moved.label == "Move “List the assessors” to 20 January 2027"
    board.write(moved)
    assert (now_of(board, action.id).due, now_of(board, action.id).original_due) == (
        date(2027, 1, 20),
        DUE,
    )
    back = actions.move_due(action.id, RAISED, "chair", NOW)
    assert "text" not in kept(back)
    assert refusal(lambda: actions.move_due(action.id, date(2027, 1, 20), "chair", NOW)) == (
        "“List the assessors” is due on 20 January 2027 already. "
        "Choose another date; nothing was changed."
    )
    assert refusal(lambda: actions.move_due(action.id, date(2026, 3, 11), "chair", NOW)) == (
        "“List the assessors” was raised on 12 March 2026 and cannot be due before that. "
        "Choose a later date; nothing was changed."
    )


def test_an_update_keeps_its_words_and_who_agreed(actions: ActionService, action: Action) -> None:
    change = actions.record(action.id, " Half are sent ", NOW, " Priya ")
    assert kept(change) == {"text": "Half are sent", "agreed_by": "Priya"}
    assert change.label == "Record update on “List the assessors”"
    assert kept(actions.record(action.id, "Sent", NOW)) == {"text": "Sent"}
    assert refusal(lambda: actions.record(action.id, " ", NOW)).startswith("The update is empty.")


def test_putting_on_hold_and_off_stand_in_the_history(
    board: Board, actions: ActionService, action: Action
) -> None:
    sleep = actions.put_on_hold(action.id, date(2026, 11, 24), "chair", NOW)
    assert kept(sleep) == {"text": "On hold until 24 November 2026", "agreed_by": "chair"}
    assert sleep.label == "Put “List the assessors” on hold"
    assert refusal(lambda: actions.put_on_hold(action.id, TODAY, "chair", NOW)) == (
        "23 November 2026 is not in the future, so “List the assessors” would be on "
        "hold until no later day. "
        "Choose a later date; nothing was changed."
    )
    assert refusal(lambda: actions.put_on_hold(action.id, DUE, "", NOW)).startswith(
        "Who agreed that it is on hold is empty."
    )
    assert refusal(lambda: actions.take_off_hold(action.id, NOW)) == (
        "“List the assessors” is not on hold. Nothing was changed."
    )
    board.write(sleep)
    assert now_of(board, action.id).sleeping_until == date(2026, 11, 24)
    wake = actions.take_off_hold(action.id, NOW)
    assert (kept(wake), wake.label) == ({"text": "Off hold"}, "Take “List the assessors” off hold")
    board.write(wake)
    assert now_of(board, action.id).sleeping_until is None


@pytest.mark.parametrize(
    ("verb", "status", "what", "done"),
    [
        ("close", ActionStatus.DONE, "What came of the action", "Close"),
        ("drop", ActionStatus.DROPPED, "Why the action is dropped", "Drop"),
    ],
)
def test_an_ended_action_keeps_how_and_when(
    board: Board, actions: ActionService, action: Action, verb: str, status: ActionStatus,
    what: str, done: str,
) -> None:  # fmt: skip
    board.write(actions.put_on_hold(action.id, DUE, "chair", NOW))
    command = getattr(actions, verb)
    change = command(action.id, " Agreed ", RAISED, NOW)
    assert change.label == f"{done} “List the assessors”"
    assert kept(change) == {
        "text": "Agreed",
        "status_before": ActionStatus.OPEN,
        "status_after": status,
    }
    assert refusal(lambda: command(action.id, "", TODAY, NOW)).startswith(f"{what} is empty.")
    assert refusal(lambda: command(action.id, "Agreed", date(2026, 3, 11), NOW)) == (
        "“List the assessors” was raised on 12 March 2026 and cannot close before that. "
        "Choose a later date; nothing was changed."
    )
    board.write(change)
    row = now_of(board, action.id)
    assert (row.status, row.closed_on, row.outcome) == (status, RAISED, "Agreed")
    assert row.sleeping_until is None
    again = actions.reopen(action.id, " Lost ", NOW)
    assert again.label == "Reopen “List the assessors”"
    assert kept(again) == {
        "text": "Lost",
        "status_before": status,
        "status_after": ActionStatus.OPEN,
    }
    assert refusal(lambda: actions.reopen(action.id, "", NOW)).startswith(
        "Why the action is reopened is empty."
    )
    board.write(again)
    row = now_of(board, action.id)
    assert (row.status, row.closed_on, row.outcome) == (ActionStatus.OPEN, None, "")
    assert refusal(lambda: actions.reopen(action.id, "Again", NOW)) == (
        "“List the assessors” is open already. Nothing was changed."
    )


def test_a_closed_action_must_be_reopened_before_it_is_worked_on(
    board: Board, actions: ActionService, action: Action
) -> None:
    board.write(actions.close(action.id, "Agreed", TODAY, NOW))
    key = action.id
    commands: dict[str, Callable[[], Change]] = {
        "move its due date": lambda: actions.move_due(key, TODAY, "chair", NOW),
        "put it on hold": lambda: actions.put_on_hold(key, DUE, "chair", NOW),
        "take it off hold": lambda: actions.take_off_hold(key, NOW),
        "close it": lambda: actions.close(key, "Agreed", TODAY, NOW),
        "drop it": lambda: actions.drop(key, "Agreed", TODAY, NOW),
        "hand it over": lambda: actions.hand_over(key, board.sub_group, "chair", NOW),
    }
    for name, command in commands.items():
        assert refusal(command) == (
            f"“List the assessors” is done already. Reopen it first to {name}; nothing was changed."
        )


def test_a_handed_over_action_says_from_whom_and_who_agreed(
    board: Board, actions: ActionService, action: Action
) -> None:
    change = actions.hand_over(action.id, board.sub_group, " Board 23 ", NOW)
    assert change.label == "Hand “List the assessors” to “Public law group”"
    assert kept(change) == {
        "text": "Handed over from Essex board to Public law group",
        "agreed_by": "Board 23",
    }
    assert refusal(lambda: actions.hand_over(action.id, board.sub_group, "", NOW)).startswith(
        "Who agreed that the action is handed over is empty."
    )
    assert refusal(lambda: actions.hand_over(action.id, board.group, "chair", NOW)) == (
        "“List the assessors” is with Essex board already. Nothing was changed."
    )
    far = DfjArea(code="FAR", name="Far", region="", nation="Wales", courts="", source="invented")
    other = Group(area_id=far.id, kind=GroupKind.BOARD, name="Far board")
    board.write(Change("Set up", (added(far), added(other))))
    assert refusal(lambda: actions.hand_over(action.id, other.id, "chair", NOW)) == (
        "“Far board” is in another area. Nothing was changed."
    )


def test_a_changed_action_keeps_the_rest(
    board: Board, actions: ActionService, action: Action
) -> None:
    change = actions.edit(action.id, " List them all ", owner_id=board.tom)
    assert change.label == "Change “List the assessors”"
    board.write(change)
    row = now_of(board, action.id)
    assert (row.title, row.owner_id, row.due) == ("List them all", board.tom, DUE)
    board.write(actions.edit(action.id, owner_id=board.helen))
    assert now_of(board, action.id).title == "List them all"
    assert refusal(lambda: actions.edit(action.id, " ")).startswith("The action is empty.")
    assert "can have 300" in refusal(lambda: actions.edit(action.id, "x" * 301))


def test_an_action_with_a_history_or_in_use_is_not_removed(
    board: Board, actions: ActionService, action: Action
) -> None:
    change = actions.remove(action.id)
    assert change.label == "Remove “List the assessors”"
    measure = Measure(
        code="weeks", name="Weeks", definition="", unit="", polarity=Polarity.LOWER, source=""
    )
    step = ChartStep(
        measure_id=measure.id,
        place_kind=PlaceKind.AREA,
        place_code="ESST",
        starts=TODAY,
        reason="A new list",
        action_id=action.id,
    )
    setting = Change("Set up", (added(measure), added(step)))
    board.write(setting)
    sentence = refusal(lambda: actions.remove(action.id))
    assert re.match(r"“List the assessors” cannot be removed: 1 .* uses it\.", sentence)
    board.undo(setting)
    board.write(actions.record(action.id, "Chased", NOW))
    assert refusal(lambda: actions.remove(action.id)) == (
        "“List the assessors” has a history, which is kept. "
        "Drop it with a reason instead; nothing was changed."
    )
