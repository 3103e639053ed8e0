"""Minutes taken by the keyboard alone: names, dates and chips by their keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.ui.pages.meetings.minuting.chips import CHIP_KEYS
from tests.ui.pages.hands import words
from tests.ui.pages.meetings.keyboard import CONTROL, ENTER, TAB, actions, chips

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Scripted
    from tests.ui.pages.meetings.keyboard import Keyboard

MOST_KEYS = 8
"""How many keys an action with owner and date may take beyond its words."""


def test_tab_chooses_the_name_and_the_focus_stays_in_the_box(keyboard: Keyboard) -> None:
    keyboard.type("/a Bring a plan @ru")
    assert keyboard.composer.names.isVisible()
    keyboard.press(TAB)
    assert keyboard.has_focus()
    assert keyboard.composer.box.toPlainText() == "/a Bring a plan @Ruth Fieldfare "
    keyboard.type("+2w")
    keyboard.press(ENTER)
    assert keyboard.has_focus()
    (raised,) = actions(keyboard)
    assert (raised.action.title, raised.owner) == ("Bring a plan", "Ruth Fieldfare")
    assert raised.action.due == date(2026, 12, 18)


def test_enter_chooses_the_name_too_and_records_nothing_yet(keyboard: Keyboard) -> None:
    keyboard.type("/a Bring a plan @ru")
    keyboard.press(ENTER)
    assert keyboard.composer.box.toPlainText() == "/a Bring a plan @Ruth Fieldfare "
    assert (actions(keyboard), keyboard.has_focus()) == ([], True)


def test_tab_never_leaves_the_box_while_a_list_is_open(keyboard: Keyboard) -> None:
    keyboard.type("Said by @")
    first = keyboard.composer.names.table.current_row()
    keyboard.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert keyboard.has_focus()
    assert keyboard.composer.names.table.current_row() != first
    keyboard.press(TAB)
    assert keyboard.has_focus()
    assert not keyboard.composer.names.isVisible()
    keyboard.press(TAB)  # no list is open, so Tab goes on as it does anywhere
    assert not keyboard.has_focus()


def test_twenty_actions_take_at_most_eight_keys_each_beyond_their_words(
    keyboard: Keyboard,
) -> None:
    for number in range(20):
        text = f"Do thing {number} "
        before = keyboard.count
        for keys in ("/a ", text, "@ru"):
            keyboard.type(keys)
        keyboard.press(TAB)
        keyboard.type("+2w")
        keyboard.press(ENTER)
        spaces_and_sign = len("/a ") + len("@")
        beyond = keyboard.count - before - len(text) - spaces_and_sign
        assert beyond <= MOST_KEYS
        assert keyboard.has_focus()
    assert [row.action.title for row in actions(keyboard)] == [
        f"Do thing {number}" for number in range(20)
    ]


def test_26_weeks_stays_in_the_title(keyboard: Keyboard) -> None:
    keyboard.type("/a @ru")
    keyboard.press(TAB)
    keyboard.type("to report on cases over 26 weeks, due fri")
    assert "due Friday 11 December 2026" in chips(keyboard)
    keyboard.press(ENTER)
    (raised,) = actions(keyboard)
    assert raised.action.title == "Report on cases over 26 weeks"
    assert (raised.owner, raised.action.due) == ("Ruth Fieldfare", date(2026, 12, 11))


def test_one_key_turns_a_date_back_into_words_and_again_into_a_date(keyboard: Keyboard) -> None:
    keyboard.type("/a Publish the rota fri")
    keyboard.press(Qt.Key.Key_D, CONTROL)
    assert keyboard.composer.entry().text == "Publish the rota fri"
    assert "Due when?" in chips(keyboard)
    keyboard.type(" +2w")
    assert keyboard.composer.entry().text == "Publish the rota fri"
    assert "due Friday 18 December 2026" in chips(keyboard)
    for _ in " +2w":
        keyboard.press(Qt.Key.Key_Backspace)
    keyboard.press(Qt.Key.Key_D, CONTROL)
    assert "due Friday 11 December 2026" in chips(keyboard)
    assert keyboard.composer.box.toPlainText() == "/a Publish the rota fri"
    assert keyboard.has_focus()


def test_words_stay_words_while_the_line_is_mended_before_them(keyboard: Keyboard) -> None:
    keyboard.type("/a Publish fri")
    keyboard.press(Qt.Key.Key_D, CONTROL)
    for _ in "fri":
        keyboard.press(Qt.Key.Key_Left)
    keyboard.type("the rota of ")
    assert keyboard.composer.entry().text == "Publish the rota of fri"
    assert "Due when?" in chips(keyboard)


def test_two_people_are_asked_about_and_one_key_chooses(keyboard: Keyboard) -> None:
    for name in ("ru", "le"):
        keyboard.type(f"{'' if name == 'ru' else 'and '}@{name}" if name != "ru" else "/a @ru")
        keyboard.press(TAB)
    keyboard.type("to agree a list fri")
    keyboard.press(ENTER)
    assert actions(keyboard) == []
    asked = keyboard.composer.entry().owners
    assert len(asked) == len(("first", "second"))
    assert "Who owns it?" in chips(keyboard)
    assert "Press Ctrl O to choose" in keyboard.composer.reading()
    keyboard.press(Qt.Key.Key_O, CONTROL)
    keyboard.press(Qt.Key.Key_O, CONTROL)
    assert keyboard.composer.entry().owner == asked[1]
    keyboard.press(ENTER)
    (raised,) = actions(keyboard)
    assert raised.owner == asked[1].name
    assert raised.action.title == f"{asked[0].name} and {asked[1].name} to agree a list"


def test_a_day_that_is_none_is_said_at_once_and_nothing_is_put_in_for_it(
    keyboard: Keyboard,
) -> None:
    keyboard.type("/a Publish the rota 31/2")
    assert "“31/2” is no day" in chips(keyboard)
    keyboard.press(ENTER)
    assert actions(keyboard) == []
    assert "is no day of the calendar" in keyboard.composer.reading()
    assert keyboard.composer.box.toPlainText() == "/a Publish the rota 31/2"
    keyboard.press(Qt.Key.Key_D, CONTROL)
    assert keyboard.composer.entry().doubts == ()


def test_a_day_of_the_last_weeks_is_not_taken_for_next_years(keyboard: Keyboard) -> None:
    keyboard.type("/a Publish the rota by 1/12")
    assert "“1/12”: which year?" in chips(keyboard)
    keyboard.press(ENTER)
    assert actions(keyboard) == []
    assert "was shortly before the meeting. Write its year too" in keyboard.composer.reading()
    assert keyboard.composer.box.toPlainText() == "/a Publish the rota by 1/12"
    keyboard.type("/27")
    assert "due Wednesday 1 December 2027" in chips(keyboard)
    keyboard.press(ENTER)
    (raised,) = actions(keyboard)
    assert raised.action.due == date(2027, 12, 1)


def test_a_chip_is_turned_by_a_click_and_the_focus_stays(qtbot: QtBot, keyboard: Keyboard) -> None:
    keyboard.type("/a Publish the rota fri")
    (cross,) = [
        button
        for button in keyboard.composer.chips.findChildren(QPushButton)
        if button.isVisible() and "Turn" in button.accessibleName()
    ]
    assert cross.text().endswith("✕")
    assert "(Ctrl D)" in cross.accessibleName()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert keyboard.composer.entry().text == "Publish the rota fri"
    assert keyboard.has_focus()


def test_the_keys_of_the_chips_stand_in_the_help(keyboard: Keyboard) -> None:
    groups = keyboard.page.minuting.command_groups()
    keys = {command.shortcut for group in groups for command in group.commands}
    assert keys >= set(CHIP_KEYS.values()) | {"F2"}


def test_what_was_recorded_last_is_mended_in_place_without_a_slip(
    keyboard: Keyboard, dialogs: Scripted
) -> None:
    keyboard.type("/a Publish the rota @ru")
    keyboard.press(TAB)
    keyboard.type("+2w")
    keyboard.press(ENTER)
    dialogs.forms.append({"title": "Publish the duty rota", "due": date(2027, 1, 21)})
    keyboard.press(Qt.Key.Key_F2)
    (raised,) = actions(keyboard)
    assert (raised.action.title, raised.action.due) == (
        "Publish the duty rota",
        date(2027, 1, 21),
    )
    assert (raised.action.original_due, raised.times_moved) == (date(2027, 1, 21), 0)
    assert "due Thursday 21 January 2027" in words(keyboard.page)
    keyboard.page.desk.history.stack.undo()
    (raised,) = actions(keyboard)
    assert (raised.action.title, raised.action.due) == ("Publish the rota", date(2026, 12, 18))


def test_once_the_minutes_are_circulated_nothing_is_mended_in_place(keyboard: Keyboard) -> None:
    keyboard.type("/a Publish the rota @Ruth Fieldfare +2w")
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.press(ENTER)
    assert keyboard.page._open is not None
    for state in (MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED):
        keyboard.page.record_commands.step(keyboard.page._open, state)
    offered = [one.label for one in keyboard.page.commands()]
    assert "Change what was recorded last" not in offered


def test_minutes_lead_to_the_action_that_nobody_owns_before_they_go_out(
    keyboard: Keyboard, dialogs: Scripted
) -> None:
    keyboard.type("/a Publish the rota +2w")
    keyboard.press(ENTER)
    page = keyboard.page
    assert page._open is not None
    went: list[tuple[str, str]] = []
    page.desk.context.going.connect(lambda place, kind, _key: went.append((place, kind)))
    for state in (MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED):
        page.record_commands.step(page._open, state)
    assert "lacks an owner and an accountable body" in dialogs.details[-1]
    assert went == [("actions", "action")]
    meeting = page._ask.meetings.row(page._open).meeting
    assert meeting.state is MeetingState.MINUTES_DRAFT


def test_undo_never_brings_the_words_of_one_item_under_another(keyboard: Keyboard) -> None:
    keyboard.type("Named families")
    for _ in "Named families":
        keyboard.press(Qt.Key.Key_Backspace)
    keyboard.page.minuting.items.table.go_to(1)
    keyboard.composer.box.setFocus()
    keyboard.press(Qt.Key.Key_Z, CONTROL)
    assert keyboard.composer.box.toPlainText() == ""
    keyboard.type("Kept here")
    keyboard.page.minuting.items.table.go_to(-1)
    keyboard.composer.box.setFocus()
    keyboard.press(Qt.Key.Key_Z, CONTROL)
    assert "Kept here" not in keyboard.composer.box.toPlainText()
