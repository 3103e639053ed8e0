from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose
from tests.ui.pages.hands import menu_of_row, press, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted


def listed(page: MeetingsPage) -> list[Meeting]:
    return [row.meeting for row in page.listing.table.rows_model.rows()]


def titles(page: MeetingsPage) -> list[str]:
    return [line.item.title for line in page.agenda.table.rows_model.rows()]


def open_next(page: MeetingsPage) -> Meeting:
    meeting = listed(page)[0]
    page.open(meeting.id, "agenda")
    return meeting


def test_the_agenda_shows_running_times_and_its_total(meetings_page: MeetingsPage) -> None:
    open_next(meetings_page)
    model = meetings_page.agenda.table.rows_model
    assert model.index(0, 5).data() == "10am to 10:05am"
    assert model.index(2, 5).data() == "10:10am to 10:15am"
    assert "11 items, 2 hours 30 minutes of 2 hours 30 minutes" in words(meetings_page)
    assert "Fills the time planned" in words(meetings_page)


def test_items_are_added_changed_and_removed_and_undo_brings_them_back(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    open_next(page)
    before = titles(page)
    dialogs.forms.append({"title": "Visit of the inspectors", "minutes": 20})
    press(qtbot, page, "Add an item")
    assert titles(page) == [*before, "Visit of the inspectors"]
    assert "20 minutes over" in words(page)
    dialogs.forms.append({"title": "Visit of two inspectors", "purpose": Purpose.NOTE})
    qtbot.keyClick(page.agenda.table, Qt.Key.Key_Return)
    assert titles(page)[-1] == "Visit of two inspectors"
    qtbot.keyClick(page.agenda.table, Qt.Key.Key_Delete)
    assert titles(page) == before
    page.desk.history.stack.undo()
    assert titles(page)[-1] == "Visit of two inspectors"


def test_an_item_that_a_button_added_has_the_focus_and_moves_at_the_first_key(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    open_next(page)
    add = next(each for each in page.findChildren(QPushButton) if each.text() == "Add an item")
    add.setFocus()
    dialogs.forms.append({"title": "Visit of the inspectors", "minutes": 20})
    qtbot.keyClick(add, Qt.Key.Key_Space)
    table = page.window().focusWidget()
    assert table is page.agenda.table
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page)[-2] == "Visit of the inspectors"


def test_an_item_moves_by_key_by_button_and_by_mouse(
    qtbot: QtBot, meetings_page: MeetingsPage
) -> None:
    page = meetings_page
    open_next(page)
    first, second, third, *_ = titles(page)
    table = page.agenda.table
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(page)[:2] == [second, first]
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page)[:2] == [first, second]
    press(qtbot, page, "Move up the chosen item of the agenda")
    assert titles(page)[:2] == [first, second]
    press(qtbot, page, "Move down the chosen item of the agenda")
    assert titles(page)[:2] == [second, first]
    page.desk.history.stack.undo()
    drag(qtbot, page, 0, 2)
    assert titles(page)[:3] == [second, third, first]
    drag(qtbot, page, 2, 0)
    assert titles(page)[:3] == [first, second, third]


def drag(qtbot: QtBot, page: MeetingsPage, row: int, to: int) -> None:
    """Drag a row onto the far half of another."""
    table, left = page.agenda.table, Qt.MouseButton.LeftButton
    start = table.visualRect(table.rows_model.index(row, 1)).center()
    end = table.visualRect(table.rows_model.index(to, 1))
    there = QPoint(start.x(), end.bottom() - 4 if to > row else end.top() + 4)
    qtbot.mousePress(table.viewport(), left, pos=start)
    qtbot.mouseMove(table.viewport(), there)
    table.grab()
    qtbot.mouseRelease(table.viewport(), left, pos=there)


def test_the_menu_of_an_item_offers_the_same(
    meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    open_next(page)
    before = titles(page)
    page.agenda.table.selectRow(1)
    commands = menu_of_row(page.agenda.table)
    commands["Move up"].run()
    assert titles(page)[0] == before[1]
    commands["Move down"].run()
    assert titles(page) == before
    dialogs.forms.append({"minutes": 0, "topic": ItemTopic.MEMBERSHIP})
    commands["Change…"].run()
    changed = page.agenda.table.current_row()
    assert changed is not None
    assert changed.item.topic is ItemTopic.MEMBERSHIP
    assert "5 minutes to spare" in words(page)
    commands["Remove"].run()
    assert titles(page) == [before[0], *before[2:]]


def test_the_agenda_of_agreed_minutes_is_only_read(meetings_page: MeetingsPage) -> None:
    page = meetings_page
    page.open(listed(page)[-1].id, "agenda")
    before = titles(page)
    page.agenda.table.selectRow(0)
    line = page.agenda.table.current_row()
    assert line is not None
    assert menu_of_row(page.agenda.table) == {}
    page.agenda.table.shift(1)
    page.agenda._change(line)
    assert titles(page) == before
    assert not page.agenda._tools.isVisible()


def test_an_item_shows_what_is_asked_and_who_may_read_it(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    open_next(page)
    dialogs.forms.append(
        {
            "title": "Listing",
            "purpose": Purpose.DECIDE,
            "ask": "agree the listing protocol",
            "restricted": True,
            "restricted_why": "it names a witness",
            "restricted_audience": "the judiciary",
        }
    )
    press(qtbot, page, "Add an item")
    table = page.agenda.table
    shown = table.rows_model.index(table.currentIndex().row(), 1).data()
    assert "Restricted to the judiciary: it names a witness" in shown
    assert "Asked to agree the listing protocol" in shown


def test_once_the_agenda_is_issued_a_new_item_takes_a_letter_and_the_others_stay(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    open_next(page)
    press(qtbot, page, "Issue the agenda")
    refusals: list[str] = []
    page.desk.notices.refused.connect(refusals.append)
    dialogs.forms.append({"title": "Flood at the court"})
    press(qtbot, page, "Add an item")
    table = page.agenda.table
    assert table.rows_model.index(11, 0).data() == "11a"
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line.number for line in table.rows_model.rows()][-2:] == ["10a", "11"]
    before = titles(page)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert titles(page) == before
    assert len(refusals) == 2
    assert "Take the agenda back first" in refusals[-1]
