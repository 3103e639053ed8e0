"""How many keys the commonest acts take, by real keys in the window; the guide says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lfjb_desk.domain.actions import Action, ActionStatus
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.store.queries.lookup import everything
from tests.ui.pages.key_table import ids, in_the_guide, newest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.main_window import MainWindow

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keys:
    """Types into the window in front; words are not counted, every other key is, once."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.count = 0

    def words(self, text: str) -> None:
        for letter in text:
            self._send(letter)

    def press(
        self,
        key: Qt.Key | str,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.count += 1
        self._send(key, held)

    def come_to_front(self) -> None:
        """Wait until the form that the last key opened has the keys."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.windowHandle().requestActivate()  # as every system does that has windows
        self.qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())

    def look_for(self, name: str) -> None:
        """Find a record or a command by Ctrl+K, and wait as one does until it is listed."""
        self.press("k", CONTROL)
        self.words(name)
        box = self.window.shell.command_box
        self.qtbot.waitUntil(lambda: not box._wait.isActive())

    def _send(
        self,
        key: Qt.Key | str,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        front = QApplication.activeModalWidget() or self.window
        QTest.keyClick(front.windowHandle(), key, held)  # type: ignore[arg-type]  # a letter is a key to it
        QApplication.processEvents()


@pytest.fixture
def keys(qtbot: QtBot, window: MainWindow) -> Keys:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Keys(window, qtbot)


def test_any_record_is_found(keys: Keys) -> None:
    keys.look_for("ESST-A-003")
    keys.press(ENTER)
    assert keys.window.shell.page() is keys.window.shell.open_page("actions")
    assert keys.count == in_the_guide()["Any record found, from anywhere"]


def test_a_new_meeting(keys: Keys, database: Database) -> None:
    before = ids(database, Meeting)
    keys.press("2", CONTROL)
    with_form(keys, lambda: keys.press("n", CONTROL), fill=lambda: keys.words("9 mar 2027"))
    assert len(newest(database, Meeting, before)) == 1
    assert keys.count == in_the_guide()["A new meeting"]


def with_form(keys: Keys, opening: Callable[[], None], fill: Callable[[], None]) -> None:
    """Open a form by a key, fill it in, and save it by Ctrl+Enter."""
    looking = QTimer(keys.window, interval=20)

    def answer() -> None:
        if QApplication.activeModalWidget() is None:
            return
        looking.stop()
        try:
            keys.come_to_front()
            fill()
            keys.press(ENTER, CONTROL)
        finally:
            left = QApplication.activeModalWidget()
            if left is not None:
                left.close()

    looking.timeout.connect(answer)
    looking.start()
    opening()


def test_an_action_is_closed_from_anywhere(keys: Keys, database: Database) -> None:
    keys.look_for("ESST-A-003")
    keys.press(ENTER)
    keys.look_for("close")
    with_form(keys, lambda: keys.press(ENTER), fill=lambda: keys.words("It was published"))
    with database.session() as session:
        (action,) = (row for row in everything(session, Action) if row.ref == "ESST-A-003")
    assert action.status is ActionStatus.DONE
    assert keys.count == in_the_guide()["An action closed, from anywhere"]


def test_a_due_date_is_moved_from_anywhere(keys: Keys, database: Database) -> None:
    keys.look_for("ESST-A-003")
    keys.press(ENTER)
    keys.look_for("move due")

    def fill() -> None:
        keys.words("9 mar 2027")
        keys.press(TAB)
        keys.words("chair")

    with_form(keys, lambda: keys.press(ENTER), fill)
    with database.session() as session:
        (action,) = (row for row in everything(session, Action) if row.ref == "ESST-A-003")
    assert action.due.year == 2027
    assert keys.count == in_the_guide()["A due date moved, from anywhere"]


def test_anything_is_taken_back(keys: Keys, database: Database) -> None:
    before = ids(database, Meeting)
    keys.press("2", CONTROL)
    with_form(keys, lambda: keys.press("n", CONTROL), fill=lambda: keys.words("9 mar 2027"))
    made = keys.count
    keys.window.windowHandle().requestActivate()
    keys.qtbot.waitUntil(keys.window.isActiveWindow)
    keys.press("z", CONTROL)
    assert newest(database, Meeting, before) == []
    assert keys.count - made == in_the_guide()["The last step taken back"]


def test_the_table_has_the_ten_commonest_acts() -> None:
    assert len(in_the_guide()) == 10
