"""What can be done with one decision of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.meetings.meetings import DecisionState
from lfjb_desk.domain.read_models.meetings.register import IN_FORCE
from lfjb_desk.ui.commands import Command, CommandGroup, chosen
from lfjb_desk.ui.forms import decision_forms
from lfjb_desk.ui.forms.decision_questions import DecisionQuestions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.domain.read_models.meetings.register import RegisterRow
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class DecisionCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(self, desk: Desk, services: GovernanceServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, services
        self._questions = DecisionQuestions(desk, services.decisions, services.meetings)
        self.open = Command(self.tr("Open in the minutes"), self._open, "note-pencil")
        self.replace: Command[RegisterRow] = Command(
            self.tr("Replace…"),
            lambda row: self._questions.replace(row.decision),
            "arrows-clockwise",
            offered=lambda row: row.can_be_replaced,
            other_names=self.tr("supersede"),
        )
        self.withdraw = Command(self.tr("Withdraw…"), self._turn, "x-circle", offered=_is_in_force)
        self.reinstate = Command(
            self.tr("Reinstate…"),
            self._turn,
            "check-circle",
            offered=_is_withdrawn,
            other_names=self.tr("put back into force"),
        )
        self.review = Command(
            self.tr("Change the review date…"),
            self._review,
            "calendar-blank",
            offered=_is_in_force,
        )
        self.link = Command(self.tr("Link to a driver…"), self._link, "git-branch")

    def group(self, current: Callable[[], RegisterRow | None]) -> CommandGroup[RegisterRow]:
        """Return all that can be done with the current decision, in the order of its menu."""
        return CommandGroup(
            self.tr("The chosen decision"),
            (
                *(self.open, self.replace, self.withdraw, self.reinstate),
                *(self.review, self.link),
            ),
            chosen(current),
            lambda row: row.decision.ref,
        )

    def beside(self, row: RegisterRow) -> Sequence[tuple[BoundCommand, str]]:
        """Return what the pane offers for a decision, the likeliest first, in few words."""
        likely = (
            (self.replace, self.tr("Replace")),
            (self.withdraw, self.tr("Withdraw")),
            (self.reinstate, self.tr("Reinstate")),
        )
        offered = [(command, text) for command, text in likely if command.offered(row)]
        return [
            (command.bind(row, row.decision.ref), text)
            for command, text in offered or [(self.open, self.open.label)]
        ]

    def behind(self, row: RegisterRow) -> Sequence[BoundCommand]:
        """Return what else can be done with a decision, which the pane offers in a menu."""
        beside = {command.label for command, _ in self.beside(row)}
        offered = self.group(lambda: row).offered(row)
        return [each for each in offered if each.label not in beside]

    def _open(self, row: RegisterRow) -> None:
        self._desk.context.go("meetings", "decision", row.decision.id)

    def _turn(self, row: RegisterRow) -> None:
        self._questions.turn(row.decision)

    def _review(self, row: RegisterRow) -> None:
        self._desk.keep(
            decision_forms.review_decision(row.decision),
            lambda answer: self._ask.decisions.edit(row.decision.id, review_by=answer.review_by),
        )

    def _link(self, row: RegisterRow) -> None:
        self._desk.keep(
            decision_forms.decision_driver(row.decision, self._ask.drivers.drivers()),
            lambda answer: self._ask.drivers.link_decision(row.decision.id, answer.driver_id),
        )


def _is_in_force(row: RegisterRow) -> bool:
    return row.standing in IN_FORCE


def _is_withdrawn(row: RegisterRow) -> bool:
    return row.decision.state is DecisionState.WITHDRAWN
