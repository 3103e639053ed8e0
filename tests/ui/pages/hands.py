"""What the eyes and hands of a user do on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.shell.page import Page
    from lfjb_desk.ui.tables.row_table import RowTable


def words(page: QWidget) -> str:
    """Return all that labels say on a page now, a line each."""
    QApplication.processEvents()
    labels: list[QLabel] = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def press(qtbot: QtBot, page: QWidget, said: str) -> None:
    """Click the button with these words, or the one that a screen reader calls so."""
    QApplication.processEvents()
    buttons: list[QPushButton] = page.findChildren(QPushButton)
    found = next(b for b in buttons if said in (b.text(), b.accessibleName()) and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def pick(opener: QPushButton, starts: str) -> None:
    """Choose the first entry of a button's menu that starts with these words."""
    entries: Sequence[QAction] = opener.menu().actions()
    next(entry for entry in entries if entry.text().startswith(starts)).trigger()


def undo(page: Page) -> None:
    """Take the last change back."""
    page.desk.history.stack.undo()


def carry_out(page: Page, label: str, about: str = "") -> None:
    """Carry a command out that Ctrl+K offers now, by its label and what it is about."""
    next(one for one in page.commands() if one.label == label and about in one.about).run()


def menu_of_row(table: RowTable[Any]) -> dict[str, BoundCommand]:
    """Return what the menu of the chosen row offers, by its words."""
    row, offered = table.current_row(), table._commands_for
    return {} if row is None or offered is None else {one.label: one for one in offered(row)}
