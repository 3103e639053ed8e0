"""The pane beside the register: one decision with what it rests on and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.read_models.meetings.register import IN_FORCE, DecisionStanding
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Detail
from lfjb_desk.ui.widgets.menus import command_button, set_menu
from lfjb_desk.ui.widgets.reference import Reference, reference_to
from lfjb_desk.ui.widgets.text import StatusLabel, button, chip, words

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.meetings.register import RegisterRow
    from lfjb_desk.ui.pages.governance.decisions.commands import DecisionCommands
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.text import Kind

TONES = {
    DecisionStanding.REVIEW_DUE: StatusTone.SOON,
    DecisionStanding.IN_FORCE: StatusTone.GOOD,
    DecisionStanding.SUPERSEDED: StatusTone.SAME,
    DecisionStanding.WITHDRAWN: StatusTone.SAME,
}
"""The symbol and colour in which each standing is shown."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DecisionPane", text)


def standing_words(standing: DecisionStanding) -> str:
    """Return how a decision stands, as a state in a list: `Review due`."""
    names = {
        DecisionStanding.REVIEW_DUE: _tr("Review due"),
        DecisionStanding.IN_FORCE: _tr("In force"),
        DecisionStanding.SUPERSEDED: _tr("Superseded"),
        DecisionStanding.WITHDRAWN: _tr("Withdrawn"),
    }
    return names[standing]


class DecisionPane(Detail):
    """Shows one decision whole, and offers what can be done with it now."""

    def __init__(self, desk: Desk, commands: DecisionCommands) -> None:
        super().__init__(desk.theme, "")
        self.setAccessibleName(self.tr("Chosen decision"))
        self._desk, self._commands = desk, commands

    def show_decision(self, chosen: RegisterRow | None) -> None:
        """Show a decision, or say how to choose one."""
        self.clear(chosen and chosen.decision.id)
        if chosen is None:
            self.body.addWidget(words(self.tr("Choose a decision to see it here."), "soft"))
            self.body.addStretch(1)
            return
        self._show_head(chosen)
        self._show_ties(chosen)
        self._show_actions(chosen)
        if chosen.standing in IN_FORCE and not chosen.can_be_replaced:
            self.body.addSpacing(8)
            sentence = self.tr(
                "It can be replaced at a meeting of its group that has begun and "
                "whose minutes are not circulated; there is none now."
            )
            self.body.addWidget(words(sentence, "small", wrap=True))
        self.body.addStretch(1)
        self._show_buttons(chosen)

    def _show_head(self, chosen: RegisterRow) -> None:
        decision, desk = chosen.decision, self._desk
        tone, state = TONES[chosen.standing], standing_words(chosen.standing)
        self.body.addWidget(StatusLabel(desk.theme, desk.icons, tone, state, strong=True))
        self.body.addWidget(words(decision.text, "lead", wrap=True))
        self.body.addWidget(words(decision.ref, "small"))
        if chosen.restricted:
            self.body.addWidget(chip(self.tr("Restricted"), StatusTone.SOON))
        if decision.reason:
            self._add_heading(self.tr("Why"))
            self.body.addWidget(words(decision.reason, wrap=True))

    def _show_ties(self, chosen: RegisterRow) -> None:
        decision, names = chosen.decision, chosen.names
        self.body.addSpacing(8)
        self.add_fact(self.tr("Decided on"), long_date(decision.decided_on))
        self.add_fact(
            self.tr("Meeting"),
            self._reference(names.meeting, "meetings", "meeting", decision.meeting_id),
        )
        if names.item:
            item = self._reference(names.item, "meetings", "decision", decision.id)
            self.add_fact(self.tr("Item"), item)
        if decision.driver_id is not None:
            driver = self._reference(names.driver, "drivers", "driver", decision.driver_id)
            self.add_fact(self.tr("Driver"), driver)
        if chosen.standing in IN_FORCE:
            review = decision.review_by
            self.add_fact(
                self.tr("Review by"), long_date(review) if review else self.tr("No day set")
            )
        if decision.ended_on is not None:
            ended = self.tr("Withdrawn") if not chosen.replacement else self.tr("Superseded")
            where = self.tr("{0}, {1}").format(decision.ended_by, long_date(decision.ended_on))
            self.add_fact(ended, where)
        if decision.ended_why:
            self.add_fact(self.tr("Reason"), decision.ended_why)
        if chosen.replacement is not None:
            self._add_heading(self.tr("Superseded by"))
            self.body.addWidget(self._decision(chosen.replacement))
        if chosen.replaced:
            self._add_heading(self.tr("In place of"))
            for each in chosen.replaced:
                self.body.addWidget(self._decision(each))

    def _show_actions(self, chosen: RegisterRow) -> None:
        self._add_heading(self.tr("Actions raised from it"))
        for action in chosen.actions:
            text = f"{action.ref} {action.title}, {action.status.value}"
            self.body.addWidget(self._reference(text, "actions", "action", action.id))
        if not chosen.actions:
            self.body.addWidget(words(self.tr("None is linked"), "soft"))

    def _show_buttons(self, chosen: RegisterRow) -> None:
        for index, (command, text) in enumerate(self._commands.beside(chosen)):
            kind: Kind = "plain" if index else "primary"
            self.foot.addWidget(command_button(command, kind, text=text))
        name = self.tr("More for {0}").format(chosen.decision.ref)
        more = button(self.tr("More"), name=name)
        set_menu(more, self._commands.behind(chosen))
        self.foot.addWidget(more)

    def _decision(self, decision: Decision) -> Reference:
        text = f"{decision.ref} {decision.text}"
        return self._reference(text, "governance", "decision", decision.id)

    def _reference(self, text: str, page: str, kind: str, key: UUID) -> Reference:
        return reference_to(text, self._desk.context.go, page, kind, key)

    def _add_heading(self, text: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(words(text, "strong"))
