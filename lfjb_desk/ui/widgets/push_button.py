"""The house's button: Enter presses it while it has the focus, in a window as in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from lfjb_desk.ui.widgets.tips import unmarked

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PushButton(QPushButton):
    """A button that takes Enter as well as Space, whichever button its dialog has as its own.

    Qt leaves Enter to the dialog where a button is not to become its default, and there it would
    press that one, such as Cancel, while another is seen to have the focus.

    It shows its words as they are: no letter behind an `&` becomes a shortcut.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(unmarked(text))
        self._text = text
        self.setAutoDefault(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.menu() is None:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def setText(self, text: str) -> None:
        self._text = text
        super().setText(unmarked(text))

    @override
    def text(self) -> str:
        return self._text
