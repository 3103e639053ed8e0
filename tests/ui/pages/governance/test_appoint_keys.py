"""A board is seated by the keyboard: keys go to the window, to whatever has the focus."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.questions import FormDialog
from tests.ui.conftest import TODAY
from tests.ui.pages.hands import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.ui.pages.governance.page import GovernancePage

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
MOST_KEYS = 60
"""How many keys twelve people may take beyond their names."""
NEWCOMERS = (
    "Nora Goldcrest",
    "Owen Dabchick",
    "HHJ Ada Siskin",
    "Priya Wagtail",
    "Tom Redstart",
    "May Whinchat",
    "Idris Ouzel",
    "Lena Brambling",
    "Joan Pipit",
    "Carl Garganey",
    "Ffion Dotterel",
    "Saul Wheatear",
)


class Keyboard:
    """Types into the window in front, and counts the keys that are no letters of a name."""

    def __init__(self, page: GovernancePage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot
        self.count = 0

    def name(self, text: str) -> None:
        for letter in text:
            self._send(letter)

    def press(
        self,
        key: Qt.Key | str,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.count += 2 if held else 1
        self._send(key, held)

    def press_and_answer(
        self, key: Qt.Key | str, answer: Callable[[FormDialog[Any]], None]
    ) -> None:
        """Press a key that opens a form, and answer the form; it is closed in any case."""

        def fill() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, FormDialog)
            try:
                self.qtbot.waitUntil(dialog.isActiveWindow)
                answer(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(0, self.page, fill)
        self.press(key)

    def _send(
        self,
        key: Qt.Key | str,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        front = QApplication.activeModalWidget() or self.page.window()
        QTest.keyClick(front.windowHandle(), key, held)  # type: ignore[arg-type]  # a letter is a key to it
        QApplication.processEvents()


@pytest.fixture
def keyboard(qtbot: QtBot, governance_page: GovernancePage) -> Keyboard:
    """The keyboard at a board of twelve more seats, all vacant, with the real dialogs."""
    page, table = governance_page, governance_page.groups.seats.table
    group = page.groups.chosen_group()
    assert group is not None
    body = table.rows_model.rows()[0].organisation
    for number in range(len(NEWCOMERS)):
        title = f"Seat {number}"
        page.desk.history.do(partial(page.groups.ask.seats.add, group.id, body.id, title))
    real = Dialogs(page.window(), page.desk.theme, TODAY)
    for section in (page.groups, page.groups.seats, page.people):
        section.desk = replace(section.desk, dialogs=real)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    table.setFocus()
    return Keyboard(page, qtbot)


def seats(keyboard: Keyboard) -> list[SeatRow]:
    return list(keyboard.page.groups.seats.table.rows_model.rows())


def choose(keyboard: Keyboard, line: SeatRow) -> None:
    keyboard.page.groups.seats.table.choose(line.seat.id)


def test_twelve_newcomers_are_seated_in_at_most_sixty_keys_beyond_their_names(
    keyboard: Keyboard,
) -> None:
    empty = seats(keyboard)[-len(NEWCOMERS) :]
    assert all(line.vacant for line in empty)
    choose(keyboard, empty[0])
    for newcomer in NEWCOMERS:

        def seat_them(_dialog: FormDialog[Any], newcomer: str = newcomer) -> None:
            keyboard.name(newcomer)
            keyboard.press(ENTER, CONTROL)

        keyboard.press_and_answer("a", seat_them)
        keyboard.press(Qt.Key.Key_Down)
    filled = seats(keyboard)[-len(NEWCOMERS) :]
    assert [line.name for line in filled] == list(NEWCOMERS)
    assert {line.holder.person.organisation_id for line in filled if line.holder} == {
        empty[0].organisation.id
    }
    assert keyboard.count <= MOST_KEYS


def test_a_newcomer_is_told_as_such_before_they_are_entered(keyboard: Keyboard) -> None:
    line = seats(keyboard)[-1]
    choose(keyboard, line)
    told: list[str] = []

    def write(dialog: FormDialog[Any]) -> None:
        keyboard.name("Nora Goldcrest")
        told.append(words(dialog))

    keyboard.press_and_answer("a", write)
    assert f"New person: Nora Goldcrest, {line.organisation.name}" in told[0]
    assert seats(keyboard)[-1].vacant


def test_the_name_of_somebody_who_is_entered_means_that_person(keyboard: Keyboard) -> None:
    line = seats(keyboard)[-1]
    choose(keyboard, line)
    people = keyboard.page.groups.ask.people.people()
    other = next(row for row in people if row.organisation.id != line.organisation.id)
    told: list[str] = []

    def write(dialog: FormDialog[Any]) -> None:
        keyboard.name(other.person.name)
        told.append(words(dialog))
        while dialog.isVisible() and keyboard.count < MOST_KEYS:
            keyboard.press(ENTER, CONTROL)

    keyboard.press_and_answer("a", write)
    sentence = (
        f"{other.person.name} comes from {other.organisation.name}; "
        f"the seat belongs to {line.organisation.name}."
    )
    assert sentence in told[0]
    assert seats(keyboard)[-1].name == other.person.name
    assert len(keyboard.page.groups.ask.people.people()) == len(people)
