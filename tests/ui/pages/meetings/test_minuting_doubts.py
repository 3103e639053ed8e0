"""Lines that the desk does not record before it is clear what they mean."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lfjb_desk.domain.meetings.meetings import MeetingState
from tests.ui.pages.meetings.keyboard import CONTROL, ENTER, TAB, actions, chips

if TYPE_CHECKING:
    from tests.ui.conftest import Scripted
    from tests.ui.pages.meetings.keyboard import Keyboard

NEXT = date(2027, 3, 11)
BY_DESK = ["due Thursday 11 March 2027", "the next meeting, put in by the desk"]


@pytest.fixture
def before_next(keyboard: Keyboard) -> Keyboard:
    """The same keyboard, with a next meeting planned."""
    page = keyboard.page
    group_id = page.desk.context.group_id
    assert group_id is not None
    page.desk.history.do(partial(page._ask.meetings.add, group_id, NEXT))
    keyboard.composer.box.setFocus()
    return keyboard


def notes(keyboard: Keyboard) -> list[str]:
    items = keyboard.page.minuting.items.table.rows_model.rows()
    return [note.text for item in items for note in item.notes]


def test_a_line_that_speaks_of_no_time_is_due_at_the_next_meeting(before_next: Keyboard) -> None:
    before_next.type("/a Review the rota")
    assert chips(before_next)[-2:] == BY_DESK
    before_next.press(ENTER)
    assert [row.action.due for row in actions(before_next)] == [NEXT]


@pytest.mark.parametrize(
    ("said_when", "question"),
    [
        ("by Christmas", "When is it due? “by Christmas” names no day."),
        ("asap", "When is it due? “asap” names no day."),
        ("in the new year", "When is it due? “in the new year” names no day."),
        ("within two weeks", "When is it due? “within two weeks” names no day."),
        ("on Monday", "When is it due? “on Monday” may say so"),
        ("for 12/1", "When is it due? “for 12/1” may say so"),
    ],
)
def test_a_due_date_that_nobody_said_is_never_recorded_against_the_words(
    before_next: Keyboard, said_when: str, question: str
) -> None:
    before_next.type("/a @ru")
    before_next.press(TAB)
    before_next.type(f"to review the rota {said_when}")
    before_next.press(ENTER)
    assert actions(before_next) == []
    assert question in before_next.composer.reading()
    assert "press Ctrl D to leave it as words" in before_next.composer.reading()
    assert before_next.composer.box.toPlainText().endswith(said_when)
    before_next.press(Qt.Key.Key_D, CONTROL)
    assert chips(before_next)[-2:] == BY_DESK
    assert actions(before_next) == []
    before_next.press(ENTER)
    (raised,) = actions(before_next)
    assert raised.action.title == f"Review the rota {said_when}"
    assert (raised.action.due, raised.owner) == (NEXT, "Ruth Fieldfare")


def test_a_day_written_after_the_question_is_the_due_date(before_next: Keyboard) -> None:
    before_next.type("/a Review the rota by Christmas")
    before_next.press(ENTER)
    before_next.type(", due 18 Dec")
    before_next.press(ENTER)
    (raised,) = actions(before_next)
    assert raised.action.title == "Review the rota by Christmas"
    assert raised.action.due == date(2026, 12, 18)


def test_a_line_glued_to_another_is_taken_apart_by_one_key(before_next: Keyboard) -> None:
    before_next.type("/a Publish the rota by 31/2")
    before_next.press(ENTER)
    before_next.type(" /a Send the list +2w")
    before_next.press(ENTER)
    before_next.type(" /d Hearings are in Ipswich")
    before_next.press(ENTER)
    assert actions(before_next) == []
    assert chips(before_next) == ["More than one line?"]
    assert "Press Ctrl L to record them one by one" in before_next.composer.reading()
    before_next.press(Qt.Key.Key_L, CONTROL)
    assert "then /a Send the list +2w /d Hearings are in…" in chips(before_next)
    before_next.press(Qt.Key.Key_D, CONTROL)  # 31/2 stays words
    before_next.press(ENTER)
    assert (
        before_next.composer.box.toPlainText() == "/a Send the list +2w /d Hearings are in Ipswich"
    )
    before_next.press(ENTER)
    before_next.press(ENTER)
    assert before_next.composer.box.toPlainText() == ""
    assert [(row.action.title, row.action.due) for row in actions(before_next)] == [
        ("Publish the rota by 31/2", NEXT),
        ("Send the list", date(2026, 12, 18)),
    ]
    items = before_next.page.minuting.items.table.rows_model.rows()
    assert [row.decision.text for item in items for row in item.decisions] == [
        "Hearings are in Ipswich"
    ]


def test_a_note_with_a_line_inside_is_held_too_and_may_stay_words(keyboard: Keyboard) -> None:
    keyboard.type("Discussed form /a of the court")
    keyboard.press(ENTER)
    assert notes(keyboard) == []
    keyboard.press(Qt.Key.Key_L, CONTROL)
    keyboard.press(Qt.Key.Key_L, CONTROL)
    assert chips(keyboard) == ["Note"]
    keyboard.press(ENTER)
    assert notes(keyboard) == ["Discussed form /a of the court"]


def test_a_line_glued_to_another_without_a_blank_is_seen_and_n_a_is_none(
    before_next: Keyboard,
) -> None:
    before_next.type("/a Review the rota by Christmas/a Send the list +2w")
    assert "More than one line?" in chips(before_next)
    before_next.composer.box.clear()
    before_next.type("/a Say where the column is n/a by 21/1")
    assert "More than one line?" not in chips(before_next)


def test_what_is_left_of_a_line_taken_apart_is_kept(keyboard: Keyboard) -> None:
    keyboard.type("The rota is late /a Send it +2w")
    keyboard.press(Qt.Key.Key_L, CONTROL)
    keyboard.press(ENTER)
    assert notes(keyboard) == ["The rota is late"]
    (waiting,) = keyboard.page.desk.drafts.waiting()
    assert waiting.text() == "/a Send it +2w"


def test_a_whole_name_at_the_start_is_offered_as_the_owner(before_next: Keyboard) -> None:
    before_next.type("/a Ruth Fieldfare to send the list +2w")
    assert chips(before_next)[1] == "Ruth Fieldfare"
    before_next.press(ENTER)
    (raised,) = actions(before_next)
    assert raised.action.title == "Ruth Fieldfare to send the list"
    assert raised.owner == "Ruth Fieldfare"


def test_the_owner_by_a_name_is_turned_back_by_its_key(before_next: Keyboard) -> None:
    before_next.type("/a Ruth Fieldfare to send the list +2w")
    before_next.press(Qt.Key.Key_O, CONTROL)
    assert chips(before_next)[1] == "Owner?"
    before_next.press(ENTER)
    (raised,) = actions(before_next)
    assert (raised.action.title, raised.owner) == ("Ruth Fieldfare to send the list", "")


def test_of_two_names_at_the_start_one_is_chosen(before_next: Keyboard) -> None:
    other = next(
        person.person.name
        for person in before_next.page._ask.people.people()
        if person.person.name != "Ruth Fieldfare" and len(person.person.name.split()) == 2
    )
    before_next.type(f"/a Ruth Fieldfare and {other} to agree a list +2w")
    before_next.press(ENTER)
    assert actions(before_next) == []
    assert "Who owns it?" in chips(before_next)
    before_next.press(Qt.Key.Key_O, CONTROL)
    before_next.press(ENTER)
    (raised,) = actions(before_next)
    assert raised.owner == "Ruth Fieldfare"
    assert raised.action.title == f"Ruth Fieldfare and {other} to agree a list"


@pytest.mark.parametrize(
    "line",
    [
        "/a Ruth to send the list",
        "/a Fieldfare to send the list",
        "/a Ruth Fieldfare's list to be checked",
        "/a Thank Ruth Fieldfare",
        "/a Send the list to Ruth Fieldfare",
    ],
)
def test_a_part_of_a_name_or_a_name_spoken_of_owns_nothing(keyboard: Keyboard, line: str) -> None:
    keyboard.type(line)
    assert chips(keyboard)[1] == "Owner?"
    assert keyboard.composer.entry().text == line.removeprefix("/a ")


def test_closing_and_circulating_name_the_items_with_words_that_are_not_recorded(
    keyboard: Keyboard, dialogs: Scripted
) -> None:
    page = keyboard.page
    minuting = page.minuting
    meeting_id, item_id = page._open, minuting.item_id
    minuted = minuting.items.table.current_row()
    assert meeting_id is not None
    assert item_id is not None
    assert minuted is not None
    keyboard.type("Said and not recorded")
    dialogs.agrees = False
    for state in (MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED):
        dialogs.details.clear()
        assert not page.record_commands.step(meeting_id, state)
        (detail,) = dialogs.details
        assert f"not recorded under {minuted.number}. {minuted.item.title}." in detail
        dialogs.agrees = True
        page.record_commands.step(meeting_id, state)
        dialogs.agrees = False
    notice = minuting.notice
    minuting.choose(item_id)
    assert notice.typed.text().endswith("Said and not recorded")
    assert not minuting.composer.isVisible()
    dialogs.agrees = True
    notice.throw_away.click()
    assert "Said and not recorded" in dialogs.details[-1]
    assert not notice.typed.isVisible()
    assert list(page.desk.drafts.waiting()) == []


def test_a_meeting_in_which_all_is_recorded_closes_without_a_question(
    keyboard: Keyboard, dialogs: Scripted
) -> None:
    assert keyboard.page._open is not None
    asked = len(dialogs.asked)
    keyboard.type("Said")
    keyboard.press(ENTER)
    assert keyboard.page.record_commands.step(keyboard.page._open, MeetingState.MINUTES_DRAFT)
    assert len(dialogs.asked) == asked
