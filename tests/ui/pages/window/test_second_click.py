"""A step is not done twice: by a double click on whatever stands there then, or by a held key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.pages.meetings.page import MeetingsPage

if TYPE_CHECKING:
    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.main_window import MainWindow

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
STEPS = list(MeetingState)[: list(MeetingState).index(MeetingState.CIRCULATED) + 1]
"""The steps that one click makes, once it is agreed to; a form asks how minutes were agreed."""
HOLDS = 5
"""How often a held key repeats."""


@pytest.fixture(autouse=True)
def _agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Agree to open the meeting before its day, and to circulate what is not all minuted."""
    monkeypatch.setattr(Dialogs, "confirm", lambda *_: True)


def where(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def double_click(window: MainWindow, widget: QWidget) -> None:
    """Click twice as a mouse does: on the window, which finds what stands there each time."""
    QTest.mouseDClick(window.windowHandle(), LEFT, NO_KEY, where(window, widget))
    QApplication.processEvents()


def hold(window: MainWindow, key: Qt.Key) -> None:
    """Press a key and hold it down, as a keyboard repeats it to whatever has the focus."""
    for again in (False, *[True] * HOLDS):
        press = QKeyEvent(QEvent.Type.KeyPress, key, NO_KEY, "", again)
        QApplication.sendEvent(window.windowHandle(), press)
        QApplication.processEvents()
    QApplication.sendEvent(window.windowHandle(), QKeyEvent(QEvent.Type.KeyRelease, key, NO_KEY))
    QApplication.processEvents()


@pytest.fixture
def meeting(window: MainWindow, database: Database, board: Group) -> Meeting:
    coming = MeetingService(database).next(board.id, window.shell.desk.context.today)
    assert coming is not None
    return coming.meeting


def open_at(window: MainWindow, meeting: Meeting, side: str) -> MeetingsPage:
    page = window.shell.open_page("meetings")
    assert isinstance(page, MeetingsPage)
    page.open(meeting.id, side)
    QApplication.processEvents()
    return page


def state_of(database: Database, meeting: Meeting) -> MeetingState:
    return MeetingService(database).row(meeting.id).meeting.state


@pytest.mark.parametrize("side", ["agenda", "attendance"])
def test_a_double_click_brings_a_meeting_one_state_further(
    window: MainWindow, database: Database, meeting: Meeting, side: str
) -> None:
    page = open_at(window, meeting, side)
    for state in STEPS[1:]:
        double_click(window, page.step)
        assert state_of(database, meeting) is state


def test_a_double_click_on_the_last_button_of_the_minutes_is_one_step(
    window: MainWindow, database: Database, meeting: Meeting
) -> None:
    page = open_at(window, meeting, "minutes")
    for state in STEPS[1:]:
        page.minuting.items.table.go_to(-1)
        double_click(window, page.minuting.on)
        assert state_of(database, meeting) is state


def test_a_held_key_brings_a_meeting_one_state_further(
    window: MainWindow, database: Database, meeting: Meeting
) -> None:
    page = open_at(window, meeting, "agenda")
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    for state, key in zip(STEPS[1:], keys * len(STEPS), strict=False):
        page.step.setFocus()
        hold(window, key)
        assert state_of(database, meeting) is state


def test_two_clicks_with_a_pause_are_two_steps(
    window: MainWindow, database: Database, meeting: Meeting
) -> None:
    page = open_at(window, meeting, "agenda")
    for _ in range(2):  # each click of QTest comes later than a double click would
        QTest.mouseClick(window.windowHandle(), LEFT, NO_KEY, where(window, page.step))
        QApplication.processEvents()
    assert state_of(database, meeting) is MeetingState.IN_SESSION


def test_what_writes_nothing_takes_every_click(window: MainWindow) -> None:
    page = window.shell.open_page("library")
    assert page is not None
    stack = window.shell.desk.history.stack
    double_click(window, window.rail.button("actions"))
    assert window.shell.page() is window.shell.open_page("actions")
    assert not stack.canUndo()
