"""Attendance by organisation on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lfjb_desk.services.governance.attendance_history import AttendanceHistoryService
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.conftest import TODAY
from tests.ui.pages.hands import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.governance.page import GovernancePage


def test_each_organisation_is_listed_and_shown_meeting_by_meeting(
    qtbot: QtBot,
    governance_page: GovernancePage,
    database: Database,
    board: Group,
    unnamed: Callable[[QWidget], list[str]],
) -> None:
    page = governance_page
    page.turn("attendance")
    history = AttendanceHistoryService(database).of_group(board.id, TODAY)
    section = page.attendance
    assert len(section.table.rows_model.rows()) == len(history.organisations) > 5
    assert unnamed(section) == []
    qtbot.keyClick(section.table, Qt.Key.Key_Down)
    chosen = section.table.current_row()
    assert chosen is not None
    told = words(section.pane)
    assert chosen.organisation.name in told
    assert f"Somebody came {chosen.came} of {chosen.expected} times" in told
    latest = history.meetings[0]
    assert chosen.words(latest.id) in told
    went: list[tuple[str, str, object]] = []
    page.desk.context.going.connect(lambda *way: went.append(way))
    QApplication.processEvents()
    links: list[Reference] = section.pane.findChildren(Reference)
    link = next(each for each in links if each.text().startswith(latest.label))
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert went == [("meetings", "attendance", latest.id)]


def test_without_a_board_it_says_what_to_do(governance_page: GovernancePage) -> None:
    governance_page.desk.context.choose(None, None)
    governance_page.turn("attendance")
    assert "No board is chosen" in words(governance_page)
