"""The house's button: Enter presses it while it has the focus, in a window as in a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from lfjb_desk.ui.widgets.tips import unmarked


class PushButton(QPushButton):
    """A button that takes Enter as well as Space, which Qt has in dialogs alone.

    It shows its words as they are: no letter behind an `&` becomes a shortcut.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(unmarked(text))
        self._text = text
        self.setAutoDefault(True)

    @override
    def setText(self, text: str) -> None:
        self._text = text
        super().setText(unmarked(text))

    @override
    def text(self) -> str:
        return self._text
