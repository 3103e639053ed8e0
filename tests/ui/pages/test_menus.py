"""The menus of lists on every page: by a right click, by the key for menus and by Shift+F10."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lfjb_desk.app.pages import pages
from lfjb_desk.services.papers.registry import BOARD_PAPER
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.ui.pages.meetings.page import MeetingsPage
from lfjb_desk.ui.tables.row_table import RowTable
from tests.ui.pages import tour

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.page import Page

    Makers = Mapping[str, Callable[[], Page]]

WITH_A_MENU = {
    ("actions", ""): {"Actions"},
    ("library", ""): {"Initiatives"},
    ("meetings", ""): {"Meetings"},
    ("meetings", "agenda"): {"Agenda"},
    ("meetings", "attendance"): {"Attendance"},
    ("performance", "imports"): {"Imports"},
    ("performance", "measures"): {"Measures"},
    ("drivers", ""): {"Drivers of delay"},
    ("drivers", "What changed"): {"What changed"},
    ("governance", "Groups and seats"): {"Groups", "Seats"},
    ("governance", "Terms of reference"): {"Documents and versions", "Clauses"},
    ("governance", "Decisions"): {"Decisions"},
    ("governance", "Escalations"): {"Escalations"},
    ("governance", "Forums"): {"Forums outside the board"},
    ("governance", "People"): {"People"},
    ("governance", "Organisations"): {"Organisations"},
    ("papers", BOARD_PAPER.key): {"Papers"},
}
"""The lists of the sample whose rows have commands, by the stop of the tour where they are seen."""
STOPS = [stop for stop in tour.STOPS if stop[0] != "papers" or stop[1] == BOARD_PAPER.key]
OPEN_ABOVE = {"The chosen meeting"}
"""What commands are on whose list is not seen while one of it is open."""
SAID_SHORT = {"End…"}
"""What a button says shorter than the menu, which has the name of who sits."""


@pytest.fixture
def makers(sample_desk: Desk, database: Database, tmp_path: Path) -> Makers:
    return pages(sample_desk, database, SettingsFile(tmp_path / "settings.toml"))


def open_page(qtbot: QtBot, makers: Makers, stop: tuple[str, str]) -> Page:
    """Open a page at a stop; a meeting is one that can still be changed."""
    page = tour.open_page(qtbot, makers[stop[0]], stop[1])
    if isinstance(page, MeetingsPage) and stop[1]:
        page.close_meeting()
        page.listing.table.selectRow(0)
        page.show_side(stop[1])
        tour.settle(qtbot, page)
    return page


def lists_of(page: Page) -> list[RowTable[Any]]:
    """Return the lists that are seen and have rows, each with a row chosen."""
    tables: list[RowTable[Any]] = page.findChildren(RowTable)
    seen = [table for table in tables if table.isVisible() and table.rows_model.rowCount()]
    for table in seen:
        if table.current_row() is None:
            table.selectRow(0)
    return seen


def right_click(widget: QWidget, where: QPoint) -> None:
    """Click as the system tells the window of it, so that Qt asks for the menu itself."""
    handle = widget.window().windowHandle()
    assert handle is not None
    place = widget.mapTo(widget.window(), where)
    QTest.mouseClick(handle, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)


def taken_menu() -> list[str]:
    """Return the entries of the menu that is open, and close it."""
    menu = QApplication.activePopupWidget()
    if menu is None:
        return []
    assert isinstance(menu, QMenu)
    entries = [entry.text().split("\t")[0] for entry in menu.actions()]
    menu.close()
    return entries


def menu_by_mouse(table: RowTable[Any]) -> list[str]:
    table.scrollTo(table.currentIndex())
    right_click(table.viewport(), table.visualRect(table.currentIndex()).center())
    return taken_menu()


def menu_by_key(
    table: RowTable[Any],
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> list[str]:
    table.setFocus()
    QTest.keyClick(table, key, held)
    return taken_menu()


@pytest.mark.parametrize("stop", STOPS, ids="-".join)
def test_each_list_whose_rows_have_commands_has_their_menu_in_three_ways(
    qtbot: QtBot, makers: Makers, stop: tuple[str, str]
) -> None:
    page = open_page(qtbot, makers, stop)
    menus: dict[str, list[str]] = {}
    for table in lists_of(page):
        entries = menu_by_mouse(table)
        assert menu_by_key(table, Qt.Key.Key_Menu) == entries
        assert menu_by_key(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier) == entries
        if entries:
            menus[table.accessibleName()] = entries
    assert set(menus) == WITH_A_MENU.get(stop, set())
    in_menus = {entry for entries in menus.values() for entry in entries}
    on_the_chosen = {
        command.label.replace("&", "&&")
        for command in page.commands()
        if command.heading.startswith("The chosen") and command.heading not in OPEN_ABOVE
    }
    assert on_the_chosen - SAID_SHORT <= in_menus


@pytest.mark.parametrize("stop", WITH_A_MENU, ids="-".join)
def test_the_room_under_the_rows_has_no_menu(
    qtbot: QtBot, makers: Makers, stop: tuple[str, str]
) -> None:
    page = open_page(qtbot, makers, stop)
    page.resize(page.width(), 2_400)
    QApplication.processEvents()
    for table in lists_of(page):
        under = QPoint(20, table.viewport().height() - 5)
        if not table.indexAt(under).isValid():
            right_click(table.viewport(), under)
            assert taken_menu() == []
            assert table.current_row() is not None
