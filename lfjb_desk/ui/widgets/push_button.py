"""The house's button: Enter presses it while it has the focus, in a window as in a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


class PushButton(QPushButton):
    """A button that takes Enter as well as Space; Qt has that in dialogs alone."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(True)
