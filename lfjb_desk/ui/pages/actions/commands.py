"""What can be done with one action: asked for by button, menu, key or command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.ui.commands import Command, CommandGroup, chosen
from lfjb_desk.ui.forms import escalation_forms
from lfjb_desk.ui.pages.actions import forms, progress_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.services.actions.evidence import EvidenceService
    from lfjb_desk.services.governance.escalations import EscalationService
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form.form import Answer, Form


class ActionCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(
        self,
        desk: Desk,
        actions: ActionService,
        escalations: EscalationService,
        evidence: EvidenceService,
        choices: Callable[[], forms.ActionChoices],
        other_groups: Callable[[Action], Sequence[Group]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._escalations = escalations
        self._evidence = evidence
        self._choices = choices
        self._other_groups = other_groups
        self.change = Command(self.tr("Change…"), self._change, "pencil-simple")
        self.record = Command(self.tr("Record update…"), self._record, "note-pencil")
        self.start = Command(self.tr("Set in progress"), self._start, "play", offered=_can_start)
        self.block = Command(self.tr("Say what blocks it…"), self._block, "hand", offered=_is_open)
        self.prove = Command(self.tr("Add evidence…"), self._prove, "paperclip")
        self.learn = Command(
            self.tr("Note what was learnt…"), self._learn, "lightbulb", offered=_is_closed
        )
        self.reopen = Command(
            self.tr("Reopen…"), self._reopen, "arrow-clockwise", offered=_is_closed
        )
        self.move = Command(
            self.tr("Move due date…"), self._move, "calendar-blank", offered=_is_open
        )
        self.close = Command(self.tr("Close…"), self._close, "check-circle", offered=_is_open)
        self.take_off_hold = Command(
            self.tr("Take off hold"), self._take_off_hold, "clock", offered=_is_on_hold
        )
        self.put_on_hold = Command(
            self.tr("Put on hold…"), self._put_on_hold, "moon", offered=_is_active
        )
        self.hand_over = Command(
            self.tr("Hand over…"), self._hand_over, "arrows-left-right", offered=self._has_others
        )
        self.escalate: Command[Action] = Command(
            self.tr("Escalate…"),
            self._escalate,
            "arrow-fat-up",
            offered=_is_open,
            other_names=self.tr("raise with the board, put to the Family Justice Board"),
        )
        self.drop = Command(self.tr("Drop…"), self._drop, "x-circle", offered=_is_open)
        self.remove = Command(self.tr("Remove"), self._remove, "trash")

    def group(self, current: Callable[[], Action | None]) -> CommandGroup[Action]:
        """Return all that can be done with the current action, in the order of its menu."""
        return CommandGroup(
            self.tr("The chosen action"),
            (
                *(self.change, self.record, self.reopen, self.move, self.close),
                *(self.start, self.block, self.prove, self.learn),
                *(self.take_off_hold, self.put_on_hold, self.hand_over, self.escalate),
                *(self.drop, self.remove),
            ),
            chosen(current),
            lambda action: f"{action.ref} {action.title}",
        )

    def beside(self, action: Action) -> Sequence[tuple[BoundCommand, str]]:
        """Return what the pane offers for an action, the likeliest first, in as few words as fit.

        The words are a part of each label: three buttons stand side by side there.
        """
        likely = (
            (self.record, self.tr("Record update")),
            (self.reopen, self.tr("Reopen")),
            (self.move, self.tr("Move")),
            (self.close, self.tr("Close")),
        )
        return [
            (command.bind(action, action.ref), text)
            for command, text in likely
            if command.offered(action)
        ]

    def behind(self, action: Action) -> Sequence[BoundCommand]:
        """Return what else can be done with an action, which the pane offers in a menu."""
        beside = {command.label for command, _ in self.beside(action)}
        offered = self.group(lambda: action).offered(action)
        return [each for each in offered if each.label not in beside]

    def keep(self, form: Form[Answer], command: Callable[[Answer], Change]) -> None:
        """Ask a form and carry out the command made of its answer."""
        self._desk.keep(form, command)

    def _change(self, action: Action) -> None:
        form = forms.change_action(action, self._choices())
        self.keep(
            form, lambda answer: self._actions.edit(action.id, answer.title, **answer.fields())
        )

    def _record(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.record_update(action),
            lambda answer: self._actions.record(action.id, answer.text, now, answer.agreed_by),
        )

    def _move(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.move_due(action),
            lambda answer: self._actions.move_due(
                action.id, answer.due, answer.agreed_by, now, answer.text
            ),
        )

    def _start(self, action: Action) -> None:
        now = self._desk.context.clock()
        self._desk.history.do(partial(self._actions.start, action.id, now))

    def _block(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            progress_forms.block_action(action),
            lambda answer: self._actions.block(action.id, answer.blocked_by, now, answer.told_by),
        )

    def _prove(self, action: Action) -> None:
        today = self._desk.context.today
        self.keep(
            progress_forms.add_evidence(action),
            lambda answer: self._evidence.add(action.id, answer.evidence(), today),
        )

    def _learn(self, action: Action) -> None:
        today = self._desk.context.today
        noted = self._actions.detail(action.id, today).learning
        self.keep(
            progress_forms.note_learning(action, noted),
            lambda answer: self._evidence.learn(action.id, answer, today),
        )

    def _close(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            progress_forms.close_action(action, self._desk.context.today),
            lambda answer: self._actions.close(
                action.id, answer.outcome, answer.closed_on, now, answer.evidence()
            ),
        )

    def _drop(self, action: Action) -> None:
        day, now = self._desk.context.today, self._desk.context.clock()
        self.keep(
            forms.drop_action(action),
            lambda answer: self._actions.drop(action.id, answer.reason, day, now),
        )

    def _put_on_hold(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.hold_action(action),
            lambda answer: self._actions.put_on_hold(
                action.id, answer.until, answer.agreed_by, now
            ),
        )

    def _reopen(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.reopen_action(action),
            lambda answer: self._actions.reopen(action.id, answer.reason, now),
        )

    def _has_others(self, action: Action) -> bool:
        return _is_open(action) and bool(self._other_groups(action))

    def _hand_over(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.hand_over(action, self._other_groups(action)),
            lambda answer: self._actions.hand_over(
                action.id, answer.group_id, answer.agreed_by, now
            ),
        )

    def _escalate(self, action: Action) -> None:
        ask, group_id = self._escalations, action.group_id
        form = escalation_forms.raise_escalation(
            ask.addressees(group_id), self._desk.context.today, action.title
        )
        self.keep(
            form,
            lambda answer: ask.add(
                group_id,
                answer.question,
                answer.to,
                answer.raised_on,
                answer.answer_by,
                action.id,
            ),
        )

    def _take_off_hold(self, action: Action) -> None:
        now = self._desk.context.clock()
        self._desk.history.do(partial(self._actions.take_off_hold, action.id, now))

    def _remove(self, action: Action) -> None:
        self._desk.history.do(partial(self._actions.remove, action.id))


def _is_open(action: Action) -> bool:
    return action.status.is_open


def _is_closed(action: Action) -> bool:
    return not _is_open(action)


def _is_on_hold(action: Action) -> bool:
    return _is_open(action) and action.sleeping_until is not None


def _is_active(action: Action) -> bool:
    return _is_open(action) and action.sleeping_until is None


def _can_start(action: Action) -> bool:
    return _is_open(action) and action.status is not ActionStatus.IN_PROGRESS
