"""The pane beside the list: one action with its dates, its history and its line of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from lfjb_desk.domain.actions import ActionStanding, WouldRepeat
from lfjb_desk.domain.formatting import long_date, lower_first
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Detail, column, row
from lfjb_desk.ui.widgets.menus import command_button, set_menu
from lfjb_desk.ui.widgets.reference import Reference, reference_to
from lfjb_desk.ui.widgets.text import IconMark, StatusLabel, button, chip, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.actions import ActionUpdate
    from lfjb_desk.domain.read_models.actions import ActionDetail, ActionRow
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.pages.actions.commands import ActionCommands
    from lfjb_desk.ui.widgets.text import Kind

TONES = {
    ActionStanding.LATE: StatusTone.LATE,
    ActionStanding.SOON: StatusTone.SOON,
    ActionStanding.ON_TIME: StatusTone.OPEN,
    ActionStanding.ON_HOLD: StatusTone.ASLEEP,
    ActionStanding.DONE: StatusTone.GOOD,
    ActionStanding.DROPPED: StatusTone.SAME,
}
"""The symbol and colour in which each standing is shown."""
NEWEST = 6
"""How many lines of history the pane shows."""


class ActionPane(Detail):
    """Shows one action, and offers what can be done with it now."""

    def __init__(
        self,
        theme: ActiveTheme,
        icons: Icons,
        commands: ActionCommands,
        go: Callable[[str, str, UUID], None],
    ) -> None:
        """`go` opens a page (its key) and a record there (its kind and id)."""
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Chosen action"))
        self._theme, self._icons, self._commands = theme, icons, commands
        self._go = go

    def show_action(self, detail: ActionDetail | None) -> None:
        """Show an action, or say how to choose one."""
        self.clear(detail and detail.row.action.id)
        if detail is None:
            self.body.addWidget(words(self.tr("Choose an action to see it here."), "soft"))
            self.body.addStretch(1)
            return
        self._show_head(detail.row)
        self._show_evidence(detail)
        self._show_dates(detail)
        self._show_line(detail)
        self._show_history(detail.history)
        self.body.addStretch(1)
        self._show_buttons(detail.row)

    def _show_head(self, row: ActionRow) -> None:
        action = row.action
        tone = TONES[row.standing]
        self.body.addWidget(
            StatusLabel(self._theme, self._icons, tone, row.status_words, strong=True)
        )
        if row.progress_words:
            self.body.addWidget(words(row.progress_words, "soft", wrap=True))
        self.body.addWidget(words(action.title, "lead", wrap=True))
        self.body.addWidget(words(action.ref, "small"))
        if row.restricted:
            self.body.addWidget(chip(self.tr("Restricted"), StatusTone.SOON))
        self.body.addSpacing(6)
        self.add_fact(self.tr("Owner"), row.owner or self.tr("None yet"))
        self.add_fact(self.tr("Accountable"), row.body or self.tr("None yet"))
        raised_on = long_date(action.raised_on)
        if action.meeting_id is None:
            self.add_fact(self.tr("Raised"), raised_on)
        else:
            meeting = f"{row.meeting}, {raised_on}"
            self.add_fact(
                self.tr("Raised"),
                reference_to(meeting, self._go, "meetings", "raised", action.id),
            )
        if action.sleeping_until is not None:
            self.add_fact(self.tr("On hold until"), long_date(action.sleeping_until))
        if action.outcome:
            self._add_heading(self.tr("What came of it"))
            self.body.addWidget(words(action.outcome, wrap=True))

    def _show_evidence(self, detail: ActionDetail) -> None:
        if detail.evidence:
            self._add_heading(self.tr("What shows it"))
        for evidence in detail.evidence:
            self.body.addWidget(words(evidence.text, wrap=True))
        note = detail.learning
        if note is None:
            return
        self._add_heading(self.tr("What we learnt"))
        repeats = {
            WouldRepeat.YES: self.tr("We would do it again"),
            WouldRepeat.WITH_CHANGES: self.tr("We would do it again, with changes"),
            WouldRepeat.NO: self.tr("We would not do it again"),
        }
        again = repeats[note.repeat]
        if note.repeat_why:
            again = self.tr("{0}: {1}").format(again, note.repeat_why)
        for text in filter(None, (note.done, note.figures, again)):
            self.body.addWidget(words(text, wrap=True))

    def _show_dates(self, detail: ActionDetail) -> None:
        moved = detail.row.moved_words
        self._add_heading(self.tr("Due date, {0}").format(moved))
        last = len(detail.due_dates) - 1
        for index, due in enumerate(detail.due_dates):
            late = index == last and detail.row.standing is ActionStanding.LATE
            icon = "circle" if index == 0 else "arrow-elbow-down-right"
            mark = IconMark(self._theme, self._icons, icon, "late" if late else "soft", 16)
            agreed = words(due.agreed_by, "small", wrap=True)
            agreed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line = row(mark, words(long_date(due.due)), agreed)
            line.setStretch(2, 1)
            self.body.addLayout(line)

    def _show_line(self, detail: ActionDetail) -> None:
        self._add_heading(self.tr("Line of sight"))
        line = detail.line
        drivers, decisions = [], []
        if line.driver is not None:
            about = f"{line.driver.name}, {line.severity_word}"
            drivers.append(reference_to(about, self._go, "drivers", "driver", line.driver.id))
        measures = [
            reference_to(measure.name, self._go, "performance", "measure", measure.id)
            for measure in line.measures
        ]
        if line.decision is not None:
            about = f"{line.decision.ref}, {line.decision.state.value}"
            decisions.append(
                reference_to(about, self._go, "governance", "decision", line.decision.id)
            )
        escalated = [
            reference_to(
                self.tr("{0}, {1}").format(each.addressee, lower_first(each.waiting_words)),
                *(self._go, "governance", "escalation", each.escalation.id),
            )
            for each in detail.escalations
        ]
        none = self.tr("No driver of delay is named")
        self._add_sight("git-branch", self.tr("Driver"), drivers, none)
        self._add_sight("chart-line", self.tr("Measure"), measures, self.tr("None linked"))
        self._add_sight("flag", self.tr("Decision"), decisions, self.tr("None recorded"))
        if escalated:
            self._add_sight("arrow-fat-up", self.tr("Escalated to"), escalated, "")

    def _add_sight(
        self, icon: str, name: str, references: Sequence[Reference], otherwise: str
    ) -> None:
        mark = IconMark(self._theme, self._icons, icon, "accent", 16)
        parts = references or (words(otherwise, wrap=True),)
        line = row(mark, column(words(name, "small"), *parts, gap=0), gap=12)
        line.setStretch(1, 1)
        self.body.addLayout(line)

    def _show_history(self, history: tuple[ActionUpdate, ...]) -> None:
        newest = [update for update in reversed(history) if update.text][:NEWEST]
        if not newest:
            return
        self._add_heading(self.tr("History"))
        for update in newest:
            day = long_date(update.noted_at.date())
            who = f"{day}, {update.agreed_by}" if update.agreed_by else day
            self.body.addLayout(
                column(words(who, "small", wrap=True), words(update.text, wrap=True), gap=0)
            )

    def _add_heading(self, text: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(words(text, "strong"))

    def _show_buttons(self, row: ActionRow) -> None:
        for index, (command, text) in enumerate(self._commands.beside(row.action)):
            kind: Kind = "plain" if index else "primary"
            self.foot.addWidget(command_button(command, kind, text=text))
        more = button(self.tr("More"), name=self.tr("More for {0}").format(row.action.ref))
        set_menu(more, self._commands.behind(row.action))
        self.foot.addWidget(more)
