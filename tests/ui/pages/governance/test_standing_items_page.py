"""The standing items of a group on screen, edited by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.pages.hands import carry_out, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(governance_page: GovernancePage) -> GovernancePage:
    governance_page.turn("standing-items")
    return governance_page


def titles(page: GovernancePage) -> list[str]:
    return [item.title for item in page.standing_items.table.rows_model.rows()]


def test_a_group_without_a_list_takes_the_usual_items_and_undo_gives_them_back(
    qtbot: QtBot, page: GovernancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert "has no list of its own" in words(page)
    press(qtbot, page, "Start from the usual items")
    assert titles(page)[0] == "Welcome and apologies"
    assert len(titles(page)) == 13
    assert unnamed(page.standing_items) == []
    labels = {command.label for command in page.commands()}
    assert "Start from the usual items" not in labels
    undo(page)
    assert "has no list of its own" in words(page)


def test_keys_move_and_remove_an_item(qtbot: QtBot, page: GovernancePage) -> None:
    press(qtbot, page, "Start from the usual items")
    first, second, *rest = titles(page)
    table = page.standing_items.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [second, first, *rest]
    assert table.current_row().title == first  # type: ignore[union-attr]
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [first, second, *rest]
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [first, second, *rest], "it is at the top"
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert titles(page) == [second, *rest]


def test_an_item_is_added_and_changed_by_its_form(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"title": "Trackers", "minutes": 25})
    press(qtbot, page, "New standing item")
    assert titles(page) == ["Trackers"]
    dialogs.forms.append({"title": "All four trackers"})
    carry_out(page, "Change…", "Trackers")
    assert titles(page) == ["All four trackers"]
    assert "1 item, 25 minutes" in words(page)
