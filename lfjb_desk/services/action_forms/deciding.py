"""Deciding the answers that came back: accepted into the action, rejected, or held."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.actions import ActionStatus, ActionUpdate
from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.services.action_forms.standing import form_rows
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.next_dates import family_of
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.read_models.action_forms import AnswerRow, FormRow
    from lfjb_desk.store.engine.database import Database

REPORTED = "As reported on the form."
"""What came of an action where the form says that it is done and no more."""


class FormService:
    """Answers how the forms of a group stand, and turns decisions on answers into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._actions = ActionService(database)

    def rows(self, group_id: UUID, today: date) -> tuple[FormRow, ...]:
        """Return the forms of a group and those under it, the latest first."""
        with self._database.session() as session:
            family = family_of(session, found(session, Group, group_id))
            return form_rows(session, [group.id for group in family], today)

    def awaited(self, group_id: UUID, today: date) -> tuple[FormRow, ...]:
        """Return the forms that are still to come back, the longest overdue first."""
        rows = (row for row in self.rows(group_id, today) if row.state.is_awaited)
        return tuple(sorted(rows, key=lambda row: (row.form.back_by, row.name.casefold())))

    def waiting(self, group_id: UUID, today: date) -> tuple[AnswerRow, ...]:
        """Return the answers that wait to be decided, by form."""
        return tuple(answer for row in self.rows(group_id, today) for answer in row.waiting)

    def accept(self, answers: Sequence[AnswerRow], now: datetime) -> Change:
        """Return the one change that writes answers into their actions, with whose form it was.

        Raises:
            RuleError: when one is decided already, or its action does not let it.
        """
        edits: list[Edit] = []
        for row in answers:
            self._refuse_decided(row)
            edits += self._accepted(row, now)
            edits.append(_decided(row, AnswerState.ACCEPTED, now.date(), ""))
        return _change("Accept", answers, edits)

    def accept_all(self, answers: Sequence[AnswerRow], now: datetime) -> Change:
        """Return the one change that accepts all of some answers that are no conflict.

        Two answers to one action, such as its owner's and its body's, are left to a person.

        Raises:
            RuleError: when none is left.
        """
        waiting = [row for row in answers if row.is_open]
        counts = Counter(row.action.id for row in waiting)
        plain = [row for row in waiting if not row.is_conflict and counts[row.action.id] == 1]
        if not plain:
            raise RuleError("No answer without a conflict waits. Nothing was changed.")
        return self.accept(plain, now)

    def reject(self, answers: Sequence[AnswerRow], why: str, today: date) -> Change:
        """Return the change that rejects answers, with the reason; the actions stay as they are."""
        why = filled(why, "Why it is rejected")
        for row in answers:
            self._refuse_decided(row)
        edits = [_decided(row, AnswerState.REJECTED, today, why) for row in answers]
        return _change("Reject", answers, edits)

    def hold(self, answers: Sequence[AnswerRow], today: date) -> Change:
        """Return the change that holds answers until somebody was asked."""
        for row in answers:
            self._refuse_decided(row)
        edits = [_decided(row, AnswerState.ON_HOLD, today, "") for row in answers]
        return _change("Hold", answers, edits)

    @staticmethod
    def _refuse_decided(row: AnswerRow) -> None:
        if not row.is_open:
            raise RuleError(
                f"The answer on {row.action.ref} is {row.answer.state.value} already. "
                "Nothing was changed."
            )

    def _accepted(self, row: AnswerRow, now: datetime) -> list[Edit]:
        """Return what an answer does to its action; its history says whose form it was."""
        whose = f"form of {row.name}, {long_date(row.answer.read_on)}"
        made = self._steps(row, whose, now)
        return [_attributed(edit, whose) for step in made for edit in step.edits]

    def _steps(self, row: AnswerRow, whose: str, now: datetime) -> list[Change]:
        answer, action = row.answer, row.action
        words, status = answer.progress.strip(), answer.proposed_status
        if status is action.status:
            status = None
        if status is ActionStatus.DONE:
            return [self._actions.close(action.id, words or REPORTED, answer.read_on, now)]
        if status is ActionStatus.DROPPED:
            return [self._actions.drop(action.id, words or REPORTED, answer.read_on, now)]
        steps = []
        if not action.status.is_open and status is not None:
            raise RuleError(
                f"{quoted(action.title)} is {action.status.value} here. Reopen it first, or reject "
                "the answer; nothing was changed."
            )
        if row.moves_due and answer.proposed_due is not None:
            due = answer.proposed_due
            steps.append(self._actions.move_due(action.id, due, whose, now, words))
        elif words:
            steps.append(self._actions.record(action.id, words, now, whose))
        if status is not None:
            steps.append(_progress(action, status, words, now))
        return steps


def _progress(action: Action, status: ActionStatus, words: str, now: datetime) -> Change:
    """Return the change that says that work goes on, what it waits for, or that it rests."""
    waits_for = _waits_for(words) if status is ActionStatus.BLOCKED else ""
    step = ActionUpdate(
        action_id=action.id,
        noted_at=now,
        text=f"Blocked: waits for {waits_for}" if waits_for else status.value.capitalize(),
        status_before=action.status,
        status_after=status,
    )
    edit = edited(action, status=status, blocked_by=waits_for)
    return change(f"Change {quoted(action.title)}", action, [edit, added(step)])


def _waits_for(words: str) -> str:
    """Return what a blocked action waits for: the first line of what was written."""
    first = words.partition("\n")[0]
    return first[: lengths.NAME] or "what its form does not say"


def _decided(row: AnswerRow, state: AnswerState, today: date, why: str) -> Edit:
    return edited(row.answer, state=state, decided_on=today, decided_why=why)


def _attributed(edit: Edit, whose: str) -> Edit:
    """Return an edit whose line of history, if it adds one, says whose form it rests on."""
    if edit.table is not ActionUpdate or edit.after is None or edit.after.get("agreed_by"):
        return edit
    return replace(edit, after={**edit.after, "agreed_by": whose})


def _change(verb: str, answers: Sequence[AnswerRow], edits: Sequence[Edit]) -> Change:
    if len(answers) == 1:
        return change(f"{verb} the answer on {answers[0].action.ref}", answers[0].answer, edits)
    return change(f"{verb} {count(len(answers), 'answer')}", None, edits)
