"""Strips below the page: a refusal in one sentence, and long work with its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from lfjb_desk.ui.widgets.text import IconMark, breakable, button, elided, words
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

FULL = 1000
LONGEST_LABEL = 80
"""Letters of what is being done that fit beside its progress."""


class RefusalStrip(QFrame):
    """Says calmly why something was not done, until it is closed or the user goes on.

    It has room of its own below the page, so that it covers nothing that the user goes on with.
    """

    def __init__(self, theme: ActiveTheme, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "refusal")
        self._sentence = ""
        self.sentence = words("", "late", wrap=True)
        self.copy = button(self.tr("Copy"), "quiet")
        self.copy.clicked.connect(self._copy)
        self.close_button = button(self.tr("Close"), "quiet")
        self.close_button.clicked.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 6, 24, 6)
        box.addWidget(IconMark(theme, icons, "warning-fill", "late"))
        box.addWidget(self.sentence, 1)
        box.addWidget(self.copy)
        box.addWidget(self.close_button)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._sentence = sentence
        self.sentence.setText(breakable(sentence))
        self.setAccessibleName(sentence)
        self.show()
        # A screen reader speaks an alert without the focus going there.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sentence)


class WorkStrip(QFrame):
    """Shows work that takes longer than a moment, with the way to cancel it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._handle: JobHandle | None = None
        self.label = words("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.cancel = button(self.tr("Cancel"), "quiet")
        self.cancel.clicked.connect(self._cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 6, 24, 6)
        box.setSpacing(16)
        box.addWidget(self.label)
        box.addWidget(self.progress, 1)
        box.addWidget(self.cancel)
        self.hide()

    def show_work(self, handle: JobHandle) -> None:
        """Follow a piece of work until it ends."""
        self._handle = handle
        self._advance(handle.label or self.tr("Working"), -1.0)
        self.cancel.setEnabled(True)
        handle.advanced.connect(self._advance)
        handle.ended.connect(self._end)
        self.show()

    def _advance(self, text: str, fraction: float) -> None:
        self.label.setText(elided(self.label, text, LONGEST_LABEL))
        set_tip(self.label, text)
        self.progress.setAccessibleName(text)
        self.progress.setRange(0, 0 if fraction < 0 else FULL)
        self.progress.setValue(round(max(0.0, fraction) * FULL))

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self.label.setText(self.tr("Stopping"))
            self.cancel.setEnabled(False)

    def _end(self) -> None:
        self._handle = None
        self.hide()
