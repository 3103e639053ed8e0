"""The strip that offers what was typed and not recorded: after a start, and after a form was left.

It shows one draft after the other, the newest first; one is offered until its words are recorded
or thrown away, or its form is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout

from lfjb_desk.domain.formatting import clock, count, long_date
from lfjb_desk.ui.shell.drafts.forms import FORM
from lfjb_desk.ui.widgets.text import IconMark, breakable, button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.services.drafts.draft import Draft
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme


class DraftStrip(QFrame):
    """Offers drafts: to go on with one, to copy its words, to throw it away, or later.

    It may be seen for long, so it has room of its own at the foot of the page and covers nothing.
    """

    wanted = Signal(object)
    """Go on with this `Draft`."""
    thrown_away = Signal(object)
    """The user would throw this `Draft` away."""
    left = Signal()
    """It has gone, and the focus was in it."""

    def __init__(self, theme: ActiveTheme, icons: Icons, today: date) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._today = today
        self._waiting: list[Draft] = []
        self.sentence = words("", "soft", wrap=True)
        self.go_on = button("", name=self.tr("Go on there"))
        self.go_on.clicked.connect(self._go_on)
        self.copy = button(self.tr("Copy the words"), "quiet")
        self.copy.clicked.connect(self._copy)
        self.throw_away = button(self.tr("Throw away"), "quiet")
        self.throw_away.clicked.connect(self._throw_away)
        self.later = button(self.tr("Later"), "quiet")
        self.later.clicked.connect(self._next)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 6, 24, 6)
        box.addWidget(IconMark(theme, icons, "note-pencil"))
        box.addWidget(self.sentence, 1)
        for part in (self.go_on, self.copy, self.throw_away, self.later):
            box.addWidget(part)
        self.hide()

    @property
    def draft(self) -> Draft | None:
        """The draft that is offered."""
        return self._waiting[0] if self._waiting else None

    def offer(self, drafts: Sequence[Draft]) -> None:
        """Offer drafts in place of those offered before."""
        self._waiting = list(drafts)
        self._show("")

    def put_aside(self, draft: Draft) -> None:
        """Say that a form was left with something typed into it."""
        self._waiting = [draft, *(other for other in self._waiting if other.key != draft.key)]
        sentence = self.tr("“{0}” was put aside with what you typed in it")
        self._show(sentence.format(draft.title))

    def take_back(self, key: str) -> None:
        """Offer a draft no longer, for it is open, recorded or thrown away."""
        if all(other.key != key for other in self._waiting):
            return
        self._waiting = [other for other in self._waiting if other.key != key]
        self._show("")

    def renew(self, draft: Draft) -> None:
        """Take what is typed on for a draft that is offered; nothing is announced."""
        if any(other.key == draft.key for other in self._waiting):
            self._waiting = [draft if other.key == draft.key else other for other in self._waiting]
            self._say("")

    def say_gone(self, draft: Draft) -> None:
        """Say that there is no way back to a draft, whose words can still be copied."""
        sentence = self.tr(
            "“{0}” cannot be opened from here: what it belongs to is no longer there, or is "
            "settled. Its words are still kept, and can be copied"
        )
        self._waiting = [draft, *(other for other in self._waiting if other.key != draft.key)]
        self._show(sentence.format(draft.title))
        self.go_on.hide()
        self.copy.setFocus()

    def _show(self, sentence: str) -> None:
        draft = self.draft
        if draft is None:
            had_focus = self.isAncestorOf(self.window().focusWidget())
            self.hide()
            if had_focus:
                self.left.emit()
            return
        self.show()
        self._say(sentence)
        is_form = draft.key.startswith(FORM)
        label = self.tr("Open it again") if is_form else self.tr("Go on there")
        self.go_on.setText(label)
        self.go_on.setAccessibleName(label)
        self.go_on.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _say(self, sentence: str) -> None:
        if self.draft is None:
            return
        sentence = sentence or self._words_of(self.draft)
        more = len(self._waiting) - 1
        if more:
            sentence = self.tr("{0}; {1} more").format(sentence, more)
        self.sentence.setText(breakable(sentence))
        self.setAccessibleName(sentence)

    def _words_of(self, draft: Draft) -> str:
        at = draft.at.astimezone()
        when = clock(at.time())
        if at.date() != self._today:
            when = self.tr("{0} on {1}").format(when, long_date(at.date()))
        letters = count(len(draft.text()), self.tr("letter"))
        sentence = self.tr("“{0}”: what you typed at {1} is kept and not recorded yet, {2}")
        return sentence.format(draft.title, when, letters)

    def _go_on(self) -> None:
        draft = self.draft
        if draft is None:
            return
        if draft.key.startswith(FORM):  # its form says what becomes of it
            self.take_back(draft.key)
        self.wanted.emit(draft)

    def _copy(self) -> None:
        if self.draft is not None:
            QGuiApplication.clipboard().setText(self.draft.text())

    def _throw_away(self) -> None:
        if self.draft is not None:
            self.thrown_away.emit(self.draft)

    def _next(self) -> None:
        self._waiting = self._waiting[1:]
        self._show("")
