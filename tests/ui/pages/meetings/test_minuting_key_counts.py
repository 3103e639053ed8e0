"""How many keys the commonest acts take while minuting; the user guide says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.meetings.meetings import Attendance, Decision, MinuteNote
from tests.ui.pages.key_table import ids, in_the_guide, newest
from tests.ui.pages.meetings.keyboard import CONTROL, ENTER, TAB

if TYPE_CHECKING:
    from lfjb_desk.domain.rows import Row
    from lfjb_desk.store.engine.database import Database
    from tests.ui.pages.meetings.keyboard import Keyboard


@pytest.mark.parametrize(
    ("act", "signs", "words", "table"),
    [
        ("A note in the minutes", "", "The rota is late", MinuteNote),
        ("A decision in the minutes", "/d ", "One rota for all", Decision),
    ],
)
def test_a_record_in_the_minutes(
    keyboard: Keyboard, database: Database, act: str, signs: str, words: str, table: type[Row]
) -> None:
    before = ids(database, table)
    keyboard.type(signs + words)
    keyboard.press(ENTER)
    assert len(newest(database, table, before)) == 1
    assert keyboard.count - len(words) == in_the_guide()[act]


def test_an_action_with_owner_and_due_date(keyboard: Keyboard, database: Database) -> None:
    before, words = ids(database, Action), "Bring a plan "
    keyboard.type(f"/a {words}@ru")
    keyboard.press(TAB)
    keyboard.type("+2w")
    keyboard.press(ENTER)
    (action,) = newest(database, Action, before)
    assert isinstance(action, Action)
    assert action.owner_id is not None
    count = keyboard.count - len(words)
    assert count == in_the_guide()["An action with owner and due date"]


def test_the_next_item(keyboard: Keyboard) -> None:
    before = keyboard.page.minuting.items.table.current_row()
    keyboard.press(Qt.Key.Key_PageDown, CONTROL)
    assert keyboard.page.minuting.items.table.current_row() != before
    assert keyboard.count == in_the_guide()["The next item, while minuting"]


def test_a_seat_is_marked(keyboard: Keyboard, database: Database) -> None:
    before = ids(database, Attendance)
    keyboard.press("2", Qt.KeyboardModifier.AltModifier)
    keyboard.page.attendance.table.setFocus()
    opening = keyboard.count
    keyboard.press("p")
    assert len(newest(database, Attendance, before)) == 1
    assert keyboard.count - opening == in_the_guide()["A seat marked as present"]
