"""The pane beside the escalations: one question with its ties and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Detail
from lfjb_desk.ui.widgets.menus import command_button, set_menu
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.text import StatusLabel, button, chip, words

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
    from lfjb_desk.ui.pages.governance.escalations.commands import EscalationCommands
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.text import Kind


def tone_of(row: EscalationRow) -> StatusTone:
    """Return the symbol and colour in which an escalation stands in a list."""
    if row.is_late:
        return StatusTone.LATE
    return StatusTone.OPEN if row.is_open else StatusTone.GOOD


class EscalationPane(Detail):
    """Shows one escalation whole, and offers what can be done with it now."""

    def __init__(self, desk: Desk, commands: EscalationCommands) -> None:
        super().__init__(desk.theme, "")
        self.setAccessibleName(self.tr("Chosen escalation"))
        self._desk, self._commands = desk, commands

    def show_escalation(self, chosen: EscalationRow | None) -> None:
        """Show an escalation, or say how to choose one."""
        self.clear(chosen and chosen.escalation.id)
        if chosen is None:
            self.body.addWidget(words(self.tr("Choose an escalation to see it here."), "soft"))
            self.body.addStretch(1)
            return
        self._show_head(chosen)
        self._show_ties(chosen)
        self._show_answer(chosen)
        self.body.addStretch(1)
        self._show_buttons(chosen)

    def _show_head(self, chosen: EscalationRow) -> None:
        desk, state = self._desk, chosen.waiting_words
        self.body.addWidget(
            StatusLabel(desk.theme, desk.icons, tone_of(chosen), state, strong=True)
        )
        self.body.addWidget(words(chosen.escalation.question, "lead", wrap=True))
        if chosen.restricted:
            self.body.addWidget(chip(self.tr("Restricted"), StatusTone.SOON))

    def _show_ties(self, chosen: EscalationRow) -> None:
        escalation, go = chosen.escalation, self._desk.context.go
        self.body.addSpacing(8)
        group = reference_to(chosen.group.name, go, "governance", "group", chosen.group.id)
        self.add_fact(self.tr("From"), group)
        if escalation.to_group_id is None:
            self.add_fact(self.tr("To"), chosen.addressee)
        else:
            above = escalation.to_group_id
            self.add_fact(
                self.tr("To"), reference_to(chosen.addressee, go, "governance", "group", above)
            )
        self.add_fact(self.tr("Put on"), long_date(escalation.raised_on))
        wanted = escalation.answer_by
        self.add_fact(
            self.tr("Answer wanted by"), long_date(wanted) if wanted else self.tr("No day set")
        )
        if chosen.action is not None:
            about = f"{chosen.action.ref} {chosen.action.title}"
            action = reference_to(about, go, "actions", "action", chosen.action.id)
            self.add_fact(self.tr("Action"), action)
        if escalation.item_id is not None:
            item = reference_to(chosen.item, go, "meetings", "item", escalation.item_id)
            self.add_fact(self.tr("Agenda item"), item)

    def _show_answer(self, chosen: EscalationRow) -> None:
        escalation = chosen.escalation
        self.body.addSpacing(8)
        self.body.addWidget(words(self.tr("Answer"), "strong"))
        if escalation.answered_on is None:
            self.body.addWidget(words(self.tr("None yet"), "soft"))
            return
        who = self.tr("{0}, {1}").format(escalation.answered_by, long_date(escalation.answered_on))
        self.body.addWidget(words(escalation.answer, wrap=True))
        self.body.addWidget(words(who, "small", wrap=True))

    def _show_buttons(self, chosen: EscalationRow) -> None:
        for index, (command, text) in enumerate(self._commands.beside(chosen)):
            kind: Kind = "plain" if index else "primary"
            self.foot.addWidget(command_button(command, kind, text=text))
        name = self.tr("More for {0}").format(chosen.escalation.question)
        more = button(self.tr("More"), name=name)
        set_menu(more, self._commands.behind(chosen))
        self.foot.addWidget(more)
