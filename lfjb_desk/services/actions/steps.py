"""What is done to an action once it is agreed: each step with its line in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import Action, ActionStatus, ActionUpdate
from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.services.actions.evidence import evidence_rows
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from lfjb_desk.services.actions.evidence import NewEvidence
    from lfjb_desk.store.engine.database import Database


class ActionSteps:
    """Turns the steps of an action into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, action_id: UUID, now: datetime, text: str = "") -> Change:
        """Return the change that says work on an action has begun, or goes on unblocked."""
        action = self._open(action_id, "start it")
        if action.status is ActionStatus.IN_PROGRESS:
            raise RuleError(f"{quoted(action.title)} is in progress already. Nothing was changed.")
        step = _step(action, ActionStatus.IN_PROGRESS, text.strip() or "In progress", now)
        edit = edited(action, status=ActionStatus.IN_PROGRESS, blocked_by="")
        return change(f"Start {quoted(action.title)}", action, [edit, added(step)])

    def block(self, action_id: UUID, blocked_by: str, now: datetime, said_by: str = "") -> Change:
        """Return the change that says what an action waits for, and who said so."""
        action = self._open(action_id, "block it")
        blocked_by = filled(blocked_by, "What the action waits for", lengths.NAME)
        step = _step(action, ActionStatus.BLOCKED, f"Blocked: waits for {blocked_by}", now)
        step.agreed_by = said_by.strip()
        edit = edited(action, status=ActionStatus.BLOCKED, blocked_by=blocked_by)
        if not edit.after:
            raise RuleError(
                f"{quoted(action.title)} is blocked by that already. Nothing was changed."
            )
        return change(f"Block {quoted(action.title)}", action, [edit, added(step)])

    def move_due(
        self, action_id: UUID, due: date, agreed_by: str, now: datetime, text: str = ""
    ) -> Change:
        """Return the change that moves the due date; who agreed it goes into the history."""
        action = self._open(action_id, "move its due date")
        agreed_by = filled(agreed_by, "Who agreed the new date")
        if due == action.due:
            raise RuleError(
                f"{quoted(action.title)} is due on {long_date(due)} already. "
                "Choose another date; nothing was changed."
            )
        if due < action.raised_on:
            raise RuleError(
                f"{quoted(action.title)} was raised on {long_date(action.raised_on)} and cannot "
                "be due before that. Choose a later date; nothing was changed."
            )
        update = ActionUpdate(
            action_id=action_id,
            noted_at=now,
            text=text.strip(),
            agreed_by=agreed_by,
            due_before=action.due,
            due_after=due,
        )
        label = f"Move {quoted(action.title)} to {long_date(due)}"
        return change(label, action, [edited(action, due=due), added(update)])

    def hand_over(self, action_id: UUID, group_id: UUID, agreed_by: str, now: datetime) -> Change:
        """Return the change that gives an action to another group of the area; its ref stays."""
        action = self._open(action_id, "hand it over")
        with self._database.session() as session:
            old, new = found(session, Group, action.group_id), found(session, Group, group_id)
        if new.area_id != old.area_id:
            raise RuleError(f"{quoted(new.name)} is in another area. Nothing was changed.")
        update = ActionUpdate(
            action_id=action_id,
            noted_at=now,
            text=f"Handed over from {old.name} to {new.name}",
            agreed_by=filled(agreed_by, "Who agreed that the action is handed over"),
        )
        edit = edited(action, group_id=group_id)
        if not edit.after:
            raise RuleError(
                f"{quoted(action.title)} is with {new.name} already. Nothing was changed."
            )
        label = f"Hand {quoted(action.title)} to {quoted(new.name)}"
        return change(label, action, [edit, added(update)])

    def record(self, action_id: UUID, text: str, now: datetime, agreed_by: str = "") -> Change:
        """Return the change that adds a line to the history of an action, open or closed."""
        with self._database.session() as session:
            action = found(session, Action, action_id)
        update = ActionUpdate(
            action_id=action_id,
            noted_at=now,
            text=filled(text, "The update"),
            agreed_by=agreed_by.strip(),
        )
        return change(f"Record update on {quoted(action.title)}", action, [added(update)])

    def put_on_hold(self, action_id: UUID, until: date, agreed_by: str, now: datetime) -> Change:
        """Return the change that puts an action on hold until a day; who agreed it is kept."""
        action = self._open(action_id, "put it on hold")
        if until <= now.date():
            raise RuleError(
                f"{long_date(until)} is not in the future, so {quoted(action.title)} would be on "
                "hold until no later day. Choose a later date; nothing was changed."
            )
        update = ActionUpdate(
            action_id=action_id,
            noted_at=now,
            text=f"On hold until {long_date(until)}",
            agreed_by=filled(agreed_by, "Who agreed that it is on hold"),
        )
        label = f"Put {quoted(action.title)} on hold"
        return change(label, action, [edited(action, sleeping_until=until), added(update)])

    def take_off_hold(self, action_id: UUID, now: datetime) -> Change:
        """Return the change that takes an action off hold."""
        action = self._open(action_id, "take it off hold")
        if action.sleeping_until is None:
            raise RuleError(f"{quoted(action.title)} is not on hold. Nothing was changed.")
        update = ActionUpdate(action_id=action_id, noted_at=now, text="Off hold")
        label = f"Take {quoted(action.title)} off hold"
        return change(label, action, [edited(action, sleeping_until=None), added(update)])

    def close(
        self,
        action_id: UUID,
        outcome: str,
        closed_on: date,
        now: datetime,
        evidence: Sequence[NewEvidence] = (),
    ) -> Change:
        """Return the change that closes an action as done: what came of it, and what shows it."""
        action = self._open(action_id, "close it")
        outcome = filled(outcome, "What came of the action")
        step = _step(action, ActionStatus.DONE, outcome, now)
        edits = _ended(action, step, closed_on)
        edits += [added(row) for row in evidence_rows(action_id, evidence, closed_on)]
        return change(f"Close {quoted(action.title)}", action, edits)

    def drop(self, action_id: UUID, reason: str, closed_on: date, now: datetime) -> Change:
        """Return the change that drops an action, with the reason."""
        action = self._open(action_id, "drop it")
        reason = filled(reason, "Why the action is dropped")
        step = _step(action, ActionStatus.DROPPED, reason, now)
        return change(f"Drop {quoted(action.title)}", action, _ended(action, step, closed_on))

    def reopen(self, action_id: UUID, reason: str, now: datetime) -> Change:
        """Return the change that opens a closed action again; its due date stays as it was."""
        with self._database.session() as session:
            action = found(session, Action, action_id)
        if action.status.is_open:
            raise RuleError(f"{quoted(action.title)} is open already. Nothing was changed.")
        step = _step(action, ActionStatus.OPEN, filled(reason, "Why the action is reopened"), now)
        edit = edited(action, status=ActionStatus.OPEN, closed_on=None, outcome="")
        return change(f"Reopen {quoted(action.title)}", action, [edit, added(step)])

    def _open(self, action_id: UUID, command: str) -> Action:
        with self._database.session() as session:
            action = found(session, Action, action_id)
        if not action.status.is_open:
            raise RuleError(
                f"{quoted(action.title)} is {action.status.value} already. "
                f"Reopen it first to {command}; nothing was changed."
            )
        return action


def _step(action: Action, status: ActionStatus, text: str, now: datetime) -> ActionUpdate:
    return ActionUpdate(
        action_id=action.id,
        noted_at=now,
        text=text,
        status_before=action.status,
        status_after=status,
    )


def _ended(action: Action, step: ActionUpdate, closed_on: date) -> list[Edit]:
    if closed_on < action.raised_on:
        raise RuleError(
            f"{quoted(action.title)} was raised on {long_date(action.raised_on)} and cannot "
            "close before that. Choose a later date; nothing was changed."
        )
    edit = edited(
        action,
        status=step.status_after,
        closed_on=closed_on,
        outcome=step.text,
        blocked_by="",
        sleeping_until=None,
    )
    return [edit, added(step)]
