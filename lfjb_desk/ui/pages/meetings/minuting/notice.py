"""What stands where nothing can be typed: why not, and what became of settled minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.read_models.meetings.meetings import cancelled_words
from lfjb_desk.domain.read_models.meetings.minutes_words import (
    agreement_words,
    altered_words,
    correction_words,
    record_words,
    signature_words,
)
from lfjb_desk.ui.drafts import ask_to_throw_away
from lfjb_desk.ui.pages.meetings.steps import step_words
from lfjb_desk.ui.widgets.boxes import column, row
from lfjb_desk.ui.widgets.text import breakable, button, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView
    from lfjb_desk.services.drafts.draft import Draft
    from lfjb_desk.ui.shell.contract import Desk


class MinutingNotice(QWidget):
    """Says why no minutes can be typed now, and offers the step that lets them be taken."""

    starting = Signal()
    """The meeting is to go to its next state."""
    taking_back = Signal()
    """The circulated minutes are to be taken back to draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._draft: Draft | None = None
        self._why_not = words("", "soft", wrap=True)
        self._start = button(self.tr("Open the meeting"), "primary")
        self._start.clicked.connect(self.starting)
        line = row(self._why_not, self._start)
        line.setStretch(0, 1)
        self._build_typed()
        self.setLayout(column(self._typed, line, gap=6))

    def _build_typed(self) -> None:
        """Make the words that came too late to be recorded, with the ways that are left."""
        self.typed = words("", "late", wrap=True)
        self.take_back = button(
            step_words(MeetingState.CIRCULATED, MeetingState.MINUTES_DRAFT), "quiet"
        )
        self.take_back.clicked.connect(self.taking_back)
        self.copy = button(self.tr("Copy the words"), "quiet")
        self.copy.clicked.connect(self._copy)
        self.throw_away = button(self.tr("Throw away"), "quiet")
        self.throw_away.clicked.connect(self._throw_away)
        ways = row(self.take_back, self.copy, self.throw_away, None)
        self._typed = QWidget()
        self._typed.setLayout(column(self.typed, ways, gap=4))
        self._typed.hide()

    def show_typed(self, draft: Draft | None) -> None:
        """Show what was typed for an item and not recorded before its minutes were settled."""
        self._draft = draft
        self._typed.setVisible(draft is not None)
        if draft is not None:
            sentence = self.tr("Typed here and not recorded: {0}").format(draft.text())
            self.typed.setText(breakable(sentence))

    def _copy(self) -> None:
        if self._draft is not None:
            QGuiApplication.clipboard().setText(self._draft.text())

    def _throw_away(self) -> None:
        draft = self._draft
        if draft is not None and ask_to_throw_away(self._desk.dialogs, draft):
            self._desk.drafts.forget(draft.key)
            self.show_typed(None)

    def show_meeting(self, view: MinutesView) -> None:
        """Say why nothing can be typed, where that is so, and what became of settled minutes."""
        self._start.setVisible(view.meeting.state.is_coming)
        state = view.meeting.state
        self.take_back.setVisible(state is MeetingState.CIRCULATED)
        if state is MeetingState.PLANNED:
            text = self.tr("Minutes are taken in session. The agenda is issued first.")
            self._start.setText(step_words(state, MeetingState.AGENDA_ISSUED))
        elif state is MeetingState.AGENDA_ISSUED:
            text = self.tr("Minutes are taken in session.")
            self._start.setText(step_words(state, MeetingState.IN_SESSION))
        elif state is MeetingState.CANCELLED:
            text = cancelled_words(view.label, view.meeting)
        elif view.settled:
            text = " ".join(self._settled_words(view))
        else:
            text = " ".join(self._version_words(view))
        self._why_not.setText(text)
        self._start.setAccessibleName(self._start.text())

    def _settled_words(self, view: MinutesView) -> Iterator[str]:
        """Yield why the words of circulated minutes stay, and what became of them since."""
        history, today = view.history, self._desk.context.today
        stay = {
            MeetingState.CIRCULATED: self.tr("The minutes are circulated, and their words stay."),
            MeetingState.AGREED: self.tr("The minutes are agreed, and their words stay."),
            MeetingState.SIGNED: self.tr("The minutes are signed, and their words stay."),
        }
        yield stay.get(view.meeting.state, "")
        if not history.sound:
            yield altered_words(view)
            return
        agreement = history.agreement
        facts = (record_words(view, today), agreement_words(agreement), signature_words(agreement))
        yield from (f"{fact}." for fact in facts if fact)
        yield from self._version_words(view)
        for each in history.later.renamed:
            yield self.tr("Renamed since: {0} is now {1}.").format(each.was, each.now)
        for correction in history.corrections:
            yield correction_words(correction, view)

    def _version_words(self, view: MinutesView) -> Iterator[str]:
        """Yield which versions were circulated and taken back to draft."""
        for version in view.history.earlier:
            yield self.tr("Version {0}, circulated on {1}, is kept.").format(
                version.version, long_date(version.circulated_on)
            )
