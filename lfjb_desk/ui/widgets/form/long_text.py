"""The control of a form that takes text of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class LongText(QPlainTextEdit):
    """Text of several lines; Tab leaves it, as it does any field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(96)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # the form saves
        else:
            super().keyPressEvent(event)
