"""One amendment: its words marked, whose it is, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.common.word_changes import Fate, WordRun, word_changes
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.meetings.amendments import AmendmentKind
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Detail
from lfjb_desk.ui.widgets.marked_words import MarkedWords
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import StatusLabel, words

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.meetings.amendments import AmendmentRow
    from lfjb_desk.ui.commands import CommandGroup
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.text import Kind

TONES = {
    AnswerState.PROPOSED: StatusTone.SOON,
    AnswerState.ACCEPTED: StatusTone.GOOD,
    AnswerState.REJECTED: StatusTone.SAME,
    AnswerState.ON_HOLD: StatusTone.ASLEEP,
}
"""The symbol and colour of where an amendment stands."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("AmendmentPane", text)


def kind_words(kind: AmendmentKind) -> str:
    """Return what an amendment does."""
    names = {
        AmendmentKind.INSERTION: _tr("Words put in"),
        AmendmentKind.DELETION: _tr("Words taken out"),
        AmendmentKind.REPLACEMENT: _tr("Words replaced"),
        AmendmentKind.MOVE: _tr("Words moved"),
        AmendmentKind.COMMENT: _tr("Comment"),
        AmendmentKind.UNTRACKED: _tr("Changed without tracking"),
    }
    return names[kind]


def place_words(row: AmendmentRow) -> str:
    """Return where in the minutes an amendment is: its item, or none."""
    if row.item_number is None:
        return _tr("Outside the items")
    return _tr("Item {0}").format(row.item_number)


def runs_of(row: AmendmentRow) -> tuple[WordRun, ...]:
    """Return the words of a change as they are marked; those of a move or a comment are not."""
    amendment = row.amendment
    if amendment.kind in {AmendmentKind.COMMENT, AmendmentKind.MOVE}:
        return (WordRun(amendment.before),)
    if not amendment.before:
        return (WordRun(amendment.after, Fate.ADDED),)
    if not amendment.after:
        return (WordRun(amendment.before, Fate.REMOVED),)
    return word_changes(amendment.before, amendment.after)


class AmendmentPane(Detail):
    """Shows one amendment whole, and offers what can be decided."""

    def __init__(self, desk: Desk, of_chosen: CommandGroup[AmendmentRow]) -> None:
        super().__init__(desk.theme, "")
        self.setAccessibleName(self.tr("Chosen amendment"))
        self._desk, self._of_chosen = desk, of_chosen

    def show_amendment(self, chosen: AmendmentRow | None) -> None:
        """Show an amendment, or say how to choose one."""
        self.clear(chosen and chosen.amendment.id)
        if chosen is None:
            self.body.addWidget(words(self.tr("Choose an amendment to see it here."), "soft"))
            self.body.addStretch(1)
            return
        amendment, desk = chosen.amendment, self._desk
        state = amendment.state.value.capitalize()
        tone = TONES[amendment.state]
        self.body.addWidget(StatusLabel(desk.theme, desk.icons, tone, state, strong=True))
        self.body.addWidget(words(kind_words(amendment.kind), "lead", wrap=True))
        self._show_words(chosen)
        self.body.addSpacing(8)
        self._show_facts(chosen)
        self.body.addStretch(1)
        for index, command in enumerate(self._of_chosen.offered(chosen)):
            kind: Kind = "plain" if index else "primary"
            self.foot.addWidget(command_button(command, kind))

    def _show_words(self, chosen: AmendmentRow) -> None:
        amendment = chosen.amendment
        if runs := [run for run in runs_of(chosen) if run.text]:
            self.body.addWidget(MarkedWords(self._desk.theme, runs))
        if amendment.kind is AmendmentKind.MOVE:
            moved = self.tr("Now after “{0}”").format(amendment.after)
            self.body.addWidget(words(moved, "soft", wrap=True))
        elif amendment.kind is AmendmentKind.COMMENT:
            text = amendment.after or self.tr("The comment is empty.")
            self.body.addWidget(words(text, "prose", wrap=True))

    def _show_facts(self, chosen: AmendmentRow) -> None:
        amendment, review = chosen.amendment, chosen.review
        if chosen.item_number is None:
            self.add_fact(self.tr("Item"), place_words(chosen))
        else:
            self.add_fact(self.tr("Item"), f"{chosen.item_number}. {chosen.item_title}")
        self.add_fact(self.tr("Paragraph"), str(amendment.paragraph))
        self.add_fact(self.tr("Proposed by"), chosen.author)
        if amendment.made_at is not None:
            self.add_fact(self.tr("Made on"), long_date(amendment.made_at.date()))
        came = self.tr("{0}, {1}").format(review.reviewer, long_date(review.came_on))
        self.add_fact(self.tr("In the answer of"), came)
        if amendment.decided_on is not None:
            self.add_fact(self.tr("Decided on"), long_date(amendment.decided_on))
        if amendment.decided_why:
            self.add_fact(self.tr("Why"), amendment.decided_why)
        if chosen.correction is not None:
            self.add_fact(self.tr("Noted as"), self.tr("Correction {0}").format(chosen.correction))
