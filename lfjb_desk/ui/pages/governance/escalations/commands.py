"""What can be done with one escalation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.ui.commands import Command, CommandGroup, chosen
from lfjb_desk.ui.forms import escalation_forms as forms
from lfjb_desk.ui.widgets.form.fields import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk

LATEST = 6
"""How many meetings are proposed for where an answer was given."""


class EscalationCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(self, desk: Desk, services: GovernanceServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, services
        self.answer = Command(self.tr("Answer…"), self._answer, "check-circle", offered=_is_open)
        self.mend = Command(
            self.tr("Change the answer…"), self._answer, "pencil-simple", offered=_is_answered
        )
        self.take_up: Command[EscalationRow] = Command(
            self.tr("Put on an agenda…"), self._take_up, "list-plus", offered=self._can_take_up
        )
        self.change = Command(self.tr("Change the question…"), self._change, "pencil-simple")
        self.take_answer_back = Command(
            self.tr("Take the answer back"),
            self._take_answer_back,
            "arrow-clockwise",
            offered=_is_answered,
        )
        self.take_back = Command(
            self.tr("Take the question back"),
            self._take_back,
            "trash",
            offered=_is_open,
            other_names=self.tr("remove, withdraw"),
        )

    def group(self, current: Callable[[], EscalationRow | None]) -> CommandGroup[EscalationRow]:
        """Return all that can be done with the current escalation, in the order of its menu."""
        return CommandGroup(
            self.tr("The chosen escalation"),
            (
                *(self.answer, self.take_up, self.change),
                *(self.mend, self.take_answer_back, self.take_back),
            ),
            chosen(current),
            lambda row: row.escalation.question,
        )

    def beside(self, row: EscalationRow) -> Sequence[tuple[BoundCommand, str]]:
        """Return what the pane offers for an escalation, the likeliest first, in few words."""
        likely = (
            (self.answer, self.tr("Answer")),
            (self.take_up, self.tr("Put on agenda")),
            (self.mend, self.tr("Change answer")),
        )
        return [
            (command.bind(row, row.escalation.question), text)
            for command, text in likely
            if command.offered(row)
        ]

    def behind(self, row: EscalationRow) -> Sequence[BoundCommand]:
        """Return what else can be done with an escalation, which the pane offers in a menu."""
        beside = {command.label for command, _ in self.beside(row)}
        offered = self.group(lambda: row).offered(row)
        return [each for each in offered if each.label not in beside]

    def add(self, group_id: UUID) -> None:
        """Ask for a new escalation of a group."""
        form = forms.raise_escalation(
            self._ask.escalations.addressees(group_id), self._desk.context.today
        )
        self._desk.keep(
            form,
            lambda answer: self._ask.escalations.add(
                group_id, answer.question, answer.to, answer.raised_on, answer.answer_by
            ),
        )

    def _change(self, row: EscalationRow) -> None:
        escalation = row.escalation
        self._desk.keep(
            forms.change_escalation(
                escalation, self._ask.escalations.addressees(escalation.group_id)
            ),
            lambda answer: self._ask.escalations.edit(
                escalation.id,
                answer.question,
                to=answer.to,
                raised_on=answer.raised_on,
                answer_by=answer.answer_by,
            ),
        )

    def _answer(self, row: EscalationRow) -> None:
        escalation, today = row.escalation, self._desk.context.today
        answerers = [Choice(row.addressee, row.addressee)]
        if escalation.to_group_id is not None:
            met = self._ask.meetings.rows(escalation.to_group_id)
            answerers = [
                Choice(meeting.label, meeting.label, long_date(meeting.meeting.held_on))
                for meeting in met
                if meeting.meeting.held_on <= today
                and meeting.meeting.state is not MeetingState.CANCELLED
            ][:LATEST]
        self._desk.keep(
            forms.answer_escalation(escalation, answerers, today),
            lambda answer: self._ask.escalations.answer(
                escalation.id, answer.answer, answer.answered_on, answer.answered_by
            ),
        )

    def _can_take_up(self, row: EscalationRow) -> bool:
        if not row.is_open or row.escalation.item_id is not None:
            return False
        return bool(self._ask.escalations.agendas(row.escalation.id, row.day))

    def _take_up(self, row: EscalationRow) -> None:
        escalation, ask = row.escalation, self._ask
        coming = ask.escalations.agendas(escalation.id, self._desk.context.today)
        named = [(ask.meetings.row(meeting.id).label, meeting) for meeting in coming]
        self._desk.keep(
            forms.take_up_escalation(escalation, forms.meeting_choices(named)),
            lambda answer: ask.escalations.take_up(escalation.id, answer.meeting_id),
        )

    def _take_answer_back(self, row: EscalationRow) -> None:
        take = self._ask.escalations.take_answer_back
        self._desk.history.do(partial(take, row.escalation.id))

    def _take_back(self, row: EscalationRow) -> None:
        self._desk.history.do(partial(self._ask.escalations.take_back, row.escalation.id))


def _is_open(row: EscalationRow) -> bool:
    return row.is_open


def _is_answered(row: EscalationRow) -> bool:
    return not row.is_open
