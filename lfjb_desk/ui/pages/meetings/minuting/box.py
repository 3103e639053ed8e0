"""The box that takes what is said: Enter records it, Shift and Enter starts another line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from lfjb_desk.ui.pages.meetings.minuting.chips import CHIP_KEYS
from lfjb_desk.ui.pages.meetings.minuting.reading.names import begun_name

if TYPE_CHECKING:
    from lfjb_desk.ui.pages.meetings.minuting.name_list import NameList
    from lfjb_desk.ui.pages.meetings.minuting.reading.names import Begun, Named

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class MinuteBox(QPlainTextEdit):
    """Takes the words; while names are offered, the arrows, Tab and Enter belong to them."""

    entered = Signal()

    def __init__(self, high: int) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What was said, decided or agreed"))
        self.setPlaceholderText(self.tr("Type a note, or /a for an action, /d for a decision"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(high)
        self.names: NameList | None = None

    def begun(self) -> Begun | None:
        """Return the name that is being typed at the cursor."""
        return begun_name(self.toPlainText()[: self.textCursor().position()])

    def complete(self, named: Named) -> None:
        """Write a name out in place of what was typed of it."""
        begun = self.begun()
        if begun is None:
            return
        cursor = self.textCursor()
        start = begun.start + len(begun.sign)
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{named.name} ")
        self.setTextCursor(cursor)
        self.setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        """Leave the chips' keys to the window, and undo once nothing typed is left to undo."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (self._is_chip_key(event) or self._is_undo_of_the_window(event))
        ):
            event.ignore()
            return False
        return super().event(event)

    def _is_chip_key(self, event: QKeyEvent) -> bool:
        keys = QKeySequence(event.keyCombination())
        return keys in {QKeySequence(key) for key in CHIP_KEYS.values()}

    def _is_undo_of_the_window(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo)
        return undo and not self.document().isUndoAvailable()

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Keep the focus while names are offered: Tab is theirs, before Qt moves on with it."""
        offered = self.names is not None and self.names.isVisible()
        return False if offered else super().focusNextPrevChild(is_next)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.names is not None:
            self.names.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = self.names if self.names is not None and self.names.isVisible() else None
        key = event.key()
        if names is not None and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            names.step(1 if key == Qt.Key.Key_Down else -1)
        elif names is not None and key in {*ENTER, Qt.Key.Key_Tab}:
            names.choose()
        elif names is not None and key == Qt.Key.Key_Backtab:
            names.step(-1)
        elif names is not None and key == Qt.Key.Key_Escape:
            names.hide()
        elif key in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
