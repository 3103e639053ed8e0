"""Keys sent to the window: each goes to whatever has the focus, so that a lost focus is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.ui.pages.meetings.minuting.composer import Composer
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Types into the window of a page, and counts the keys."""

    def __init__(self, page: MeetingsPage) -> None:
        self.page = page
        self.count = 0

    def type(self, text: str) -> None:
        for letter in text:
            self.press(letter)

    def press(
        self,
        key: Qt.Key | str,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.count += 1
        window = self.page.window().windowHandle()
        QTest.keyClick(window, key, held)  # type: ignore[arg-type]  # a letter is a key to it
        QApplication.processEvents()

    @property
    def composer(self) -> Composer:
        return self.page.minuting.composer

    def has_focus(self) -> bool:
        return QApplication.focusWidget() is self.composer.box


def actions(keyboard: Keyboard) -> list[ActionRow]:
    items = keyboard.page.minuting.items.table.rows_model.rows()
    return [row for item in items for row in item.actions]


def chips(keyboard: Keyboard) -> list[str]:
    return [shown.text for shown in keyboard.composer.chips.chips]
