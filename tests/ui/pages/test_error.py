from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from lfjb_desk.ui.commands import page_command
from lfjb_desk.ui.pages.error.page import ErrorPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.contract import Desk

REASON = "board.db is damaged and was not opened. The backup of 22 November 2026 is whole."


@pytest.fixture
def taken() -> list[str]:
    """The ways that the user has taken, in order."""
    return []


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, taken: list[str]) -> ErrorPage:
    ways = [
        page_command("Restore the backup", lambda: taken.append("restore")),
        page_command("Try again", lambda: taken.append("again")),
    ]
    made = ErrorPage(desk, REASON, ways)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


def buttons(page: ErrorPage) -> list[QPushButton]:
    QApplication.processEvents()
    found: list[QPushButton] = page.findChildren(QPushButton)
    return [one for one in found if one.isVisible()]


def test_the_page_says_why_and_that_nothing_was_changed(page: ErrorPage) -> None:
    QApplication.processEvents()
    labels: list[QLabel] = page.findChildren(QLabel)
    texts = [one.text() for one in labels if one.isVisible()]
    assert REASON in texts
    assert "Nothing was changed by trying" in texts


def test_every_way_on_is_a_button_and_a_command_and_the_first_stands_out(
    qtbot: QtBot, page: ErrorPage, taken: list[str]
) -> None:
    for one in buttons(page):
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    for way in page.commands():
        way.run()
    assert taken == ["restore", "again"] * 2
    assert [one.property("kind") for one in buttons(page)] == ["primary", "plain"]


def test_every_control_has_a_name(page: ErrorPage, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(page) == []


def test_a_reason_of_markup_is_shown_as_it_is(qtbot: QtBot, desk: Desk) -> None:
    made = ErrorPage(desk, "<b>x</b>", [])
    qtbot.addWidget(made)
    labels: list[QLabel] = made.findChildren(QLabel)
    label = next(one for one in labels if one.text() == "<b>x</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert made.commands() == ()
