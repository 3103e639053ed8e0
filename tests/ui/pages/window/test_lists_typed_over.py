"""The lists that one types over: where they open, and the keys that go through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.ui.shell.main_window import MainWindow


def test_the_list_of_areas_opens_at_the_current_one_and_has_a_first_and_a_last(
    qtbot: QtBot, window: MainWindow, board: Group
) -> None:
    qtbot.mouseClick(window.bar.area, Qt.MouseButton.LeftButton)
    popup = window.bar.area.popup
    assert popup is not None
    places = popup.list
    current = places.currentItem()
    assert current.text() == "Essex and Suffolk"
    assert places.viewport().rect().contains(places.visualItemRect(current)), "it is in sight"
    assert places.currentRow() > 0
    qtbot.keyClick(popup.typed, Qt.Key.Key_Home)
    assert places.currentRow() == 0
    qtbot.keyClick(popup.typed, Qt.Key.Key_End)
    assert places.currentRow() == places.count() - 1
    first = places.item(0).data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(popup.typed, Qt.Key.Key_Home)
    qtbot.keyClick(popup.typed, Qt.Key.Key_Return)
    assert window.shell.desk.context.area_id == first != board.area_id


def test_home_and_end_move_the_cursor_first_and_then_go_through_the_commands(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.shell.find()
    box = window.shell.command_box
    first = box.list.currentRow()
    qtbot.keyClick(box.typed, Qt.Key.Key_End)
    assert box.list.currentRow() == box.list.count() - 1 > first
    qtbot.keyClick(box.typed, Qt.Key.Key_Home)
    assert box.list.currentRow() == first
    qtbot.keyClicks(box.typed, "op")
    row = box.list.currentRow()
    qtbot.keyClick(box.typed, Qt.Key.Key_Home)
    assert box.typed.cursorPosition() == 0
    assert box.list.currentRow() == row
    qtbot.keyClick(box.typed, Qt.Key.Key_End)
    assert box.list.currentRow() == row
    qtbot.keyClick(box.typed, Qt.Key.Key_End)
    assert box.list.currentRow() == box.list.count() - 1
