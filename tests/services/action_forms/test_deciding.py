"""Deciding answers: accepted into the action, rejected, held; a person settles conflicts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.read_models.action_forms import FormState
from lfjb_desk.services.actions.actions import ActionService
from tests.services.conftest import NOW, TODAY

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.action_forms import AnswerRow
    from tests.services.action_forms.conftest import Sending

FIRST, SECOND, THIRD = "ESST-A-001", "ESST-A-002", "ESST-A-003"
WHOSE = "form of Helen Marsh, 23 November 2026"
NEW = date(2027, 1, 12)


def answered(sending: Sending, *answers: tuple[str, str, str, str]) -> tuple[AnswerRow, ...]:
    return sending.taken(sending.returned(sending.made(), *answers))


def test_an_accepted_date_moves_the_action_and_its_history_says_whose_form(
    sending: Sending,
) -> None:
    rows = answered(sending, (FIRST, "Two are missing", "", "12 January 2027"))
    change = sending.forms.accept(rows, NOW)
    assert change.label == "Accept the answer on ESST-A-001"
    sending.board.round_trip(change)
    assert sending.action_of(FIRST).due == NEW
    assert sending.history(FIRST) == [("Two are missing", WHOSE)]
    (form,) = sending.forms.rows(sending.board.group, TODAY)
    assert (form.state, form.decided(AnswerState.ACCEPTED)) == (FormState.SETTLED, 1)


@pytest.mark.parametrize(
    ("word", "status", "lines"),
    [
        ("", ActionStatus.OPEN, ["Some words"]),
        ("Open", ActionStatus.OPEN, ["Some words"]),
        ("In progress", ActionStatus.IN_PROGRESS, ["Some words", "In progress"]),
        ("Blocked", ActionStatus.BLOCKED, ["Some words", "Blocked: waits for Some words"]),
        ("Done", ActionStatus.DONE, ["Some words"]),
        ("Dropped", ActionStatus.DROPPED, ["Some words"]),
    ],
)
def test_each_status_is_written_as_its_own_step(
    sending: Sending, word: str, status: ActionStatus, lines: list[str]
) -> None:
    rows = answered(sending, (FIRST, "Some words", word, ""))
    sending.board.round_trip(sending.forms.accept(rows, NOW))
    action = sending.action_of(FIRST)
    assert action.status is status
    assert sorted(sending.history(FIRST)) == sorted((line, WHOSE) for line in lines)
    assert (action.outcome == "Some words") == (not status.is_open)


def test_several_are_accepted_as_one_undo(sending: Sending) -> None:
    rows = answered(sending, (FIRST, "One", "Done", ""), (SECOND, "Two", "", "12 January 2027"))
    change = sending.forms.accept_all(rows, NOW)
    assert change.label == "Accept 2 answers"
    sending.board.round_trip(change)
    assert sending.action_of(FIRST).status is ActionStatus.DONE
    assert sending.action_of(SECOND).due == NEW
    sending.board.undo(change)
    assert len(sending.forms.waiting(sending.board.group, TODAY)) == 2


def test_an_action_changed_here_meanwhile_is_a_conflict_and_both_are_kept(
    sending: Sending,
) -> None:
    form = sending.made()
    here = date(2027, 2, 1)
    action = sending.action_of(FIRST)
    sending.board.write(
        ActionService(sending.board.database).move_due(action.id, here, "chair", NOW)
    )
    rows = sending.taken(
        sending.returned(form, (FIRST, "", "", "12 January 2027"), (SECOND, "Fine", "", ""))
    )
    first, second = rows
    assert first.due_conflicts
    assert first.is_conflict
    assert (first.base_due, first.action.due, first.answer.proposed_due) == (
        action.due,
        here,
        NEW,
    )
    assert not second.is_conflict
    sending.board.write(sending.forms.accept_all(rows, NOW))
    assert sending.action_of(FIRST).due == here
    (left,) = sending.forms.waiting(sending.board.group, TODAY)
    sending.board.write(sending.forms.accept([left], NOW))
    assert sending.action_of(FIRST).due == NEW


def test_the_same_change_made_here_meanwhile_is_no_conflict(sending: Sending) -> None:
    form = sending.made()
    action = sending.action_of(FIRST)
    service = ActionService(sending.board.database)
    sending.board.write(service.move_due(action.id, NEW, "chair", NOW))
    (row,) = sending.taken(sending.returned(form, (FIRST, "", "", "12 January 2027")))
    assert not row.is_conflict
    assert not row.moves_due


def test_an_action_closed_here_meanwhile_is_a_conflict_that_reopens_nothing(
    sending: Sending,
) -> None:
    form = sending.made()
    action = sending.action_of(FIRST)
    service = ActionService(sending.board.database)
    sending.board.write(service.close(action.id, "Finished by Tom", TODAY, NOW))
    (row,) = sending.taken(sending.returned(form, (FIRST, "Nearly", "In progress", "")))
    assert row.status_conflicts
    with pytest.raises(RuleError, match=r"is done here\. Reopen it first"):
        sending.forms.accept([row], NOW)
    assert sending.action_of(FIRST).status is ActionStatus.DONE
    with pytest.raises(RuleError, match="No answer without a conflict waits"):
        sending.forms.accept_all([row], NOW)


def test_a_rejected_answer_leaves_the_action_and_keeps_why(sending: Sending) -> None:
    rows = answered(sending, (FIRST, "Two are missing", "Done", ""))
    sending.board.round_trip(sending.forms.reject(rows, "Two are missing still", TODAY))
    assert sending.action_of(FIRST).status is ActionStatus.OPEN
    assert sending.history(FIRST) == []
    (form,) = sending.forms.rows(sending.board.group, TODAY)
    assert form.answers[0].answer.decided_why == "Two are missing still"


def test_a_held_answer_still_waits(sending: Sending) -> None:
    rows = answered(sending, (FIRST, "Two are missing", "", ""))
    sending.board.round_trip(sending.forms.hold(rows, TODAY))
    (row,) = sending.forms.waiting(sending.board.group, TODAY)
    assert row.answer.state is AnswerState.ON_HOLD
    sending.board.write(sending.forms.accept([row], NOW))
    assert sending.forms.waiting(sending.board.group, TODAY) == ()


def test_an_answer_is_decided_once(sending: Sending) -> None:
    sending.board.write(
        sending.forms.reject(answered(sending, (FIRST, "Words", "", "")), "No", TODAY)
    )
    (form,) = sending.forms.rows(sending.board.group, TODAY)
    for decide in (
        lambda: sending.forms.accept(form.answers, NOW),
        lambda: sending.forms.reject(form.answers, "Again", TODAY),
        lambda: sending.forms.hold(form.answers, TODAY),
    ):
        with pytest.raises(RuleError, match="is rejected already"):
            decide()


def test_an_action_in_progress_goes_back_to_open(sending: Sending) -> None:
    rows = answered(sending, (FIRST, "Begun", "In progress", ""))
    sending.board.write(sending.forms.accept(rows, NOW))
    assert sending.action_of(FIRST).status is ActionStatus.IN_PROGRESS
    again = answered(sending, (FIRST, "", "Open", ""))
    sending.board.round_trip(sending.forms.accept(again, NOW))
    assert sending.action_of(FIRST).status is ActionStatus.OPEN
    assert ("Open", WHOSE) in sending.history(FIRST)


def test_two_answers_to_one_action_are_left_to_a_person(sending: Sending) -> None:
    answered(sending, (FIRST, "The owner", "", "12 January 2027"), (SECOND, "Alone", "", ""))
    (body,) = sending.sender.bodies(sending.board.group, TODAY)
    (form,) = sending.sender.make(sending.order(), [body])
    sending.board.write(sending.sender.record([form]))
    rows = sending.taken(sending.returned(form, (FIRST, "The body", "", "1 February 2027")))
    assert sorted(row.action.ref for row in rows) == [FIRST, FIRST, SECOND]
    change = sending.forms.accept_all(rows, NOW)
    assert change.label == "Accept the answer on ESST-A-002"
    sending.board.write(change)
    assert len(sending.forms.waiting(sending.board.group, TODAY)) == 2
