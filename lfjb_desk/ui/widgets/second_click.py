"""A second click of a double click, or a key held down, is no second command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.history import History

PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
"""The keys that press what has the focus."""
SAME_PLACE = 16
"""Pixels within which a second click is meant for what the first was meant for."""


class SecondClickGuard(QObject):
    """Ignores what comes after a command by the same click or key.

    After a step the button under the pointer is often another, and the second half of a double
    click would carry that out as well: so after a write the next click at the same place is
    ignored within the double-click interval, and a held Enter or Space until it is let go.
    Times are those of the events, so it does not matter how long the command took.
    """

    def __init__(self, window: QWidget, history: History) -> None:
        super().__init__(window)
        self._pressed_at = 0
        self._pressed_where = QPointF()
        self._has_written = False
        self._ignores_release = False
        history.done.connect(self._note)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        self._watch(window.windowHandle())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._ignores_click(event)
        return isinstance(event, QKeyEvent) and self._ignores_key(event)

    def _watch(self, window: QWindow | None) -> None:
        """Listen to a window, such as a form: its last click may be the first on what is under."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _note(self) -> None:
        self._has_written = True

    def _ignores_click(self, event: QMouseEvent) -> bool:
        if event.type() in PRESSES:
            self._ignores_release = self._has_written and self._is_second(event)
            if not self._ignores_release:
                self._has_written = False
                self._pressed_at = event.timestamp()
                self._pressed_where = event.globalPosition()
            return self._ignores_release
        if event.type() == QEvent.Type.MouseButtonRelease and self._ignores_release:
            self._ignores_release = False
            return True
        return False

    def _is_second(self, event: QMouseEvent) -> bool:
        moved = (event.globalPosition() - self._pressed_where).manhattanLength()
        soon = event.timestamp() - self._pressed_at <= QApplication.doubleClickInterval()
        return soon and moved <= SAME_PLACE

    def _ignores_key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not event.isAutoRepeat():
            self._has_written = False
            return False
        return self._has_written and Qt.Key(event.key()) in KEYS
