"""Back and forward over pages and records: by key, by the bar, by the mouse and by Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lfjb_desk.ui.pages.actions.page import ActionsPage
from lfjb_desk.ui.pages.drivers.page import DriversPage
from lfjb_desk.ui.pages.meetings.page import MeetingsPage
from lfjb_desk.ui.pages.performance.page import PerformancePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.shell.page import Page

ALT, NO_KEY = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
WAYS = ("key", "bar", "mouse", "ctrl k")


def go(qtbot: QtBot, window: MainWindow, by: str, *, back: bool) -> None:
    """Go back or forward in one of the ways that there are."""
    if by == "key":
        qtbot.keyClick(window, Qt.Key.Key_Left if back else Qt.Key.Key_Right, ALT)
    elif by == "bar":
        button = window.bar.back if back else window.bar.forward
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    elif by == "mouse":
        side = Qt.MouseButton.BackButton if back else Qt.MouseButton.ForwardButton
        QTest.mouseClick(window.windowHandle(), side, NO_KEY, QPoint(600, 400))
    else:
        label = "Back" if back else "Forward"
        next(each for each in window.shell.commands() if each.label == label).run()
    QApplication.processEvents()


def open_page(window: MainWindow, key: str) -> Page:
    page = window.shell.open_page(key)
    assert page is not None
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("by", WAYS)
def test_one_goes_back_and_forward_over_pages_and_records(
    qtbot: QtBot, window: MainWindow, by: str
) -> None:
    bar, shell = window.bar, window.shell
    assert (bar.back.isEnabled(), bar.forward.isEnabled()) == (False, False)
    actions = open_page(window, "actions")
    assert isinstance(actions, ActionsPage)
    actions.table.go_to(2)
    chosen = actions.table.current_key()
    meetings = open_page(window, "meetings")
    assert isinstance(meetings, MeetingsPage)
    meetings.listing.table.go_to(-1)
    qtbot.keyClick(meetings.listing.table, Qt.Key.Key_Return)
    opened, minutes = meetings._open, meetings.title
    assert opened is not None
    go(qtbot, window, by, back=True)
    assert (shell.page(), meetings._open) == (meetings, None)
    go(qtbot, window, by, back=True)
    assert shell.page() is actions
    assert actions.table.current_key() == chosen
    assert actions.table.hasFocus()
    go(qtbot, window, by, back=True)
    assert (shell.page(), bar.back.isEnabled()) == (open_page(window, "today"), False)
    for _ in range(3):
        go(qtbot, window, by, back=False)
    assert (shell.page(), meetings._open, meetings.title) == (meetings, opened, minutes)
    assert not bar.forward.isEnabled()


def test_a_record_gone_to_is_one_step_and_what_was_shown_before_is_found_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    meetings = open_page(window, "meetings")
    assert isinstance(meetings, MeetingsPage)
    meetings.show_side("attendance")
    performance = open_page(window, "performance")
    assert isinstance(performance, PerformancePage)
    performance.open("imports")
    open_page(window, "library")
    key = meetings._open
    assert key is not None
    window.shell.desk.context.go("meetings", "meeting", key)
    assert window.shell.page() is meetings
    assert meetings.sides.current == "agenda"
    go(qtbot, window, "key", back=True)
    assert window.shell.page() is open_page(window, "library")
    go(qtbot, window, "key", back=True)
    assert (window.shell.page(), performance.current.key) == (performance, "imports")
    go(qtbot, window, "key", back=True)
    assert performance.current.key == "figures"
    go(qtbot, window, "key", back=True)
    assert (window.shell.page(), meetings.sides.current) == (meetings, "attendance")


def test_what_was_removed_meanwhile_is_passed_over(qtbot: QtBot, window: MainWindow) -> None:
    meetings = open_page(window, "meetings")
    assert isinstance(meetings, MeetingsPage)
    table = meetings.listing.table
    planned = table.rows_model.rows()[0]
    meetings.open(planned.meeting.id)
    open_page(window, "actions")
    assert meetings.record_commands.remove(planned.meeting.id)
    go(qtbot, window, "key", back=True)
    assert window.shell.page() is meetings
    assert meetings._open is None


def test_a_place_asked_for_again_shows_its_first_view(qtbot: QtBot, window: MainWindow) -> None:
    meetings = open_page(window, "meetings")
    assert isinstance(meetings, MeetingsPage)
    qtbot.keyClick(meetings.listing.table, Qt.Key.Key_Return)
    opened = meetings.title
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert (opened, meetings.title) == ("Board meeting 24", "Meetings")
    assert meetings.listing.table.hasFocus()
    performance = open_page(window, "performance")
    assert isinstance(performance, PerformancePage)
    performance.open("imports")
    qtbot.mouseClick(window.rail.button("performance"), Qt.MouseButton.LeftButton)
    assert performance.current is performance.board
    go(qtbot, window, "key", back=True)
    assert performance.current.key == "imports"


def test_the_rail_leads_from_every_part_of_an_open_place_to_its_first_view(
    qtbot: QtBot, window: MainWindow
) -> None:
    performance = open_page(window, "performance")
    assert isinstance(performance, PerformancePage)
    drivers_button, performance_button = map(window.rail.button, ("drivers", "performance"))
    for key in ("measure", "national", "measures"):
        performance.open(key)
        qtbot.mouseClick(performance_button, Qt.MouseButton.LeftButton)
        assert performance.current is performance.board
    performance.open("national")
    drivers = open_page(window, "drivers")
    assert isinstance(drivers, DriversPage)
    for part in ("changed", "matrix"):
        drivers.stand_at(part, None)
        assert drivers.view == part
        qtbot.mouseClick(drivers_button, Qt.MouseButton.LeftButton)
        assert drivers.view == "drivers"
        assert drivers.table.isVisible()
    qtbot.mouseClick(performance_button, Qt.MouseButton.LeftButton)
    assert performance.current.key == "national", "a place that was left is found as it was"
    qtbot.keyClick(performance_button, Qt.Key.Key_Return)
    assert performance.current.key == performance.board.key
