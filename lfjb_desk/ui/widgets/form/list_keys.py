"""The keys that go through a list while one types in the line that narrows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit

ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def goes_to_list(event: QKeyEvent, line: QLineEdit) -> bool:
    """Tell whether a key typed in a line is for the list below it.

    Home and End go to the ends of what is typed, and where the cursor stands there already or
    all of it is selected, to the ends of the list.
    """
    if event.key() in ARROWS:
        return True
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return False  # it selects what is typed
    end = {Qt.Key.Key_Home.value: 0, Qt.Key.Key_End.value: len(line.text())}.get(event.key())
    is_selected = bool(line.text()) and line.selectedText() == line.text()
    return end is not None and (is_selected or line.cursorPosition() == end)
