from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.meetings.minuting.clocks import Clock
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import EntryKind
from tests.ui.pages.hands import carry_out, press, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.meetings.minuting.box import MinuteBox
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(meetings_page: MeetingsPage) -> MeetingsPage:
    """The next meeting, in session, with its minutes in front."""
    meeting = meetings_page.listing.table.rows_model.rows()[0].meeting
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(meeting.id, state)
    meetings_page.open(meeting.id)
    return meetings_page


def box(page: MeetingsPage) -> MinuteBox:
    return page.minuting.composer.box


def record(qtbot: QtBot, page: MeetingsPage, line: str) -> None:
    qtbot.keyClicks(box(page), line)
    qtbot.keyClick(box(page), ENTER)


def entries(page: MeetingsPage) -> list[tuple[EntryKind, str]]:
    return [(one.kind, one.text) for one in page.minuting.record.entries]


def test_a_meeting_in_session_opens_at_its_minutes_ready_to_type(page: MeetingsPage) -> None:
    assert page.sides.current == "minutes"
    assert box(page).isVisible()
    assert "1. Welcome and apologies" in words(page)


def test_enter_records_a_note_and_undo_brings_the_record_back(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    record(qtbot, page, "The chair welcomed everybody.")
    assert entries(page) == [(EntryKind.NOTE, "The chair welcomed everybody.")]
    assert box(page).toPlainText() == ""
    assert page.minuting.items.table.rows_model.rows()[0].recorded
    page.desk.history.stack.undo()
    assert entries(page) == []
    page.desk.history.stack.redo()
    assert len(entries(page)) == 1


def test_shift_and_enter_starts_another_line(qtbot: QtBot, page: MeetingsPage) -> None:
    qtbot.keyClicks(box(page), "One")
    qtbot.keyClick(box(page), ENTER, Qt.KeyboardModifier.ShiftModifier)
    record(qtbot, page, "Two")
    assert entries(page) == [(EntryKind.NOTE, "One\nTwo")]


def test_an_action_with_owner_and_date_takes_few_keys_beyond_its_words(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    qtbot.keyClicks(box(page), "/a Bring a listing plan @ru")
    assert page.minuting.composer.reading().startswith("Action, Ruth Fieldfare")
    assert page.minuting.composer.names.isVisible()
    qtbot.keyClick(box(page), Qt.Key.Key_Tab)
    qtbot.keyClicks(box(page), "+2w")
    assert "due Friday 18 December 2026" in page.minuting.composer.reading()
    qtbot.keyClick(box(page), ENTER)
    (raised,) = page.minuting.items.table.rows_model.rows()[0].actions
    assert raised.action.title == "Bring a listing plan"
    assert raised.owner == "Ruth Fieldfare"
    assert raised.body == "HM Courts and Tribunals Service"
    assert raised.action.due == date(2026, 12, 18)
    assert raised.action.raised_on == date(2026, 12, 4)


def test_twenty_actions_are_minuted_without_the_mouse(qtbot: QtBot, page: MeetingsPage) -> None:
    for number in range(20):
        for keys in ("/a ", f"Do thing {number} ", "@ru"):
            qtbot.keyClicks(box(page), keys)
        qtbot.keyClick(box(page), Qt.Key.Key_Tab)
        record(qtbot, page, "+2w")
        qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    raised = [one for item in page.minuting.items.table.rows_model.rows() for one in item.actions]
    assert [one.action.title for one in raised] == [f"Do thing {number}" for number in range(20)]
    assert {one.owner for one in raised} == {"Ruth Fieldfare"}


def test_a_body_is_named_after_two_signs(qtbot: QtBot, page: MeetingsPage) -> None:
    qtbot.keyClicks(box(page), "/a Send the figures @@caf")
    qtbot.keyClick(box(page), ENTER)
    record(qtbot, page, "fri")
    (raised,) = page.minuting.items.table.rows_model.rows()[0].actions
    assert (raised.owner, raised.body) == ("", "Cafcass")
    assert "No owner yet, Cafcass, due Friday 11 December 2026" in words(page)


def test_the_list_of_people_is_walked_with_arrows_and_left_with_escape(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    names = page.minuting.composer.names
    qtbot.keyClicks(box(page), "Said by @")
    first = names.table.current_row()
    qtbot.keyClick(box(page), Qt.Key.Key_Down)
    second = names.table.current_row()
    qtbot.keyClick(box(page), Qt.Key.Key_Up)
    assert names.table.current_row() == first != second
    assert names.geometry().bottom() < page.minuting.composer.geometry().top()
    qtbot.keyClick(box(page), Qt.Key.Key_Escape)
    assert not names.isVisible()
    assert box(page).toPlainText() == "Said by @"


def test_a_person_is_chosen_by_mouse(qtbot: QtBot, page: MeetingsPage) -> None:
    names = page.minuting.composer.names
    qtbot.keyClicks(box(page), "@")
    one = names.table.rows_model.rows()[2]
    place = names.table.visualRect(names.table.rows_model.index(2, 0)).center()
    qtbot.mouseClick(names.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert box(page).toPlainText() == f"@{one.name} "


def test_a_decision_has_a_ref_and_a_review_date(qtbot: QtBot, page: MeetingsPage) -> None:
    record(qtbot, page, "/d List final hearings in Ipswich, review by 31/3")
    (made,) = page.minuting.items.table.rows_model.rows()[0].decisions
    assert made.decision.text == "List final hearings in Ipswich"
    assert made.decision.review_by == date(2027, 3, 31)
    assert f"Decision  {made.decision.ref}" in words(page)


def test_a_refused_line_stays_in_the_box_with_the_reason(qtbot: QtBot, page: MeetingsPage) -> None:
    record(qtbot, page, "/a Bring a plan")
    assert "Say when it is due" in page.minuting.composer.reading()
    assert box(page).toPlainText() == "/a Bring a plan"
    qtbot.keyClicks(box(page), " 1/1/2020")
    assert "before the meeting" in page.minuting.composer.reading()
    qtbot.keyClick(box(page), ENTER)
    assert "Mend it, or press Ctrl D to leave it as words" in page.minuting.composer.reading()
    assert box(page).toPlainText() == "/a Bring a plan 1/1/2020"
    box(page).clear()
    record(qtbot, page, "/a Bring a plan @nobody +2w")
    assert "@nobody is nobody's name" in page.minuting.composer.reading()
    assert entries(page) == []


def test_what_is_typed_is_kept_for_each_item(qtbot: QtBot, page: MeetingsPage) -> None:
    qtbot.keyClicks(box(page), "Half a note")
    press(qtbot, page, "Next item")
    assert box(page).toPlainText() == ""
    qtbot.keyClicks(box(page), "Another half")
    page.show_side("agenda")
    page.show_side("minutes")
    assert box(page).toPlainText() == "Another half"
    press(qtbot, page, "Previous item")
    assert box(page).toPlainText() == "Half a note"
    page.close_meeting()
    page.desk.history.stack.undo()
    page.desk.history.stack.redo()
    page.show_side("minutes")
    assert box(page).toPlainText() == "Half a note"


def test_what_is_recorded_can_be_changed_and_removed(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    for line in ("A note", "/d A decision", "/a An action +2w"):
        record(qtbot, page, line)
    dialogs.forms += [{"text": "Another note"}, {"reason": "Asked by all"}, {"title": "Act"}]
    for name in ("note “A note”", "D-", "A-"):
        carry_out(page, "Change…", name)
    assert [text for _, text in entries(page)] == ["Another note", "A decision", "Act"]
    press(qtbot, page, "Remove note “Another note”")
    for name in ("D-", "A-"):
        carry_out(page, "Remove", name)
    assert entries(page) == []
    for _ in range(3):
        page.desk.history.stack.undo()
    assert len(entries(page)) == 3


def test_undo_takes_back_a_typed_word_first_and_then_the_record(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    record(qtbot, page, "A note")
    page.desk.history.stack.undo()
    assert entries(page) == []
    qtbot.keyClicks(box(page), "word")
    assert takes_undo(page)
    qtbot.keyClick(box(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box(page).toPlainText() == ""
    record(qtbot, page, "Another note")
    assert not takes_undo(page)


def takes_undo(page: MeetingsPage) -> bool:
    """Tell whether the box takes Ctrl+Z for itself, and the window has to wait."""
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    asked.ignore()
    QApplication.sendEvent(box(page), asked)
    return asked.isAccepted()


def test_an_item_that_comes_up_is_added_and_minuted(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"title": "A late item"})
    press(qtbot, page, "Add an item")
    assert "11a. A late item" in words(page)
    record(qtbot, page, "It was heard.")
    assert entries(page) == [(EntryKind.NOTE, "It was heard.")]


def test_time_runs_on_the_item_in_front_alone(qtbot: QtBot, page: MeetingsPage) -> None:
    now = page.desk.context.clock()
    page.desk.context.clock = lambda: now + timedelta(minutes=7)
    page.minuting._tell_time()
    assert page.minuting.clocks.shown[1] == Clock("This item", "7 of 5 min", StatusTone.SOON)
    press(qtbot, page, "Next item")
    assert page.minuting.clocks.shown[1].text == "0 of 5 min"
    page.desk.context.clock = lambda: now + timedelta(minutes=9)
    press(qtbot, page, "Previous item")
    assert page.minuting.clocks.shown[1].text == "7 of 5 min"
    page.minuting.go(1)
    assert page.minuting.clocks.shown[1].text == "2 of 5 min"


def test_after_the_last_item_the_button_closes_the_meeting(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    page.minuting.go(-1)
    for _ in page.minuting.items.table.rows_model.rows()[1:]:
        press(qtbot, page, "Next item")
    press(qtbot, page, "Close into draft minutes")
    assert "minutes in draft" in words(page)
    assert box(page).isVisible()


def test_minutes_that_are_agreed_are_only_read(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    record(qtbot, page, "A note")
    dialogs.forms.append({"proposed_by": "Ruth Fieldfare"})
    assert page._open is not None
    for state in (MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED, MeetingState.AGREED):
        page.record_commands.step(page._open, state)
    assert not box(page).isVisible()
    assert "The minutes are agreed, and their words stay" in words(page)
    assert "Remove note “A note”" not in [
        one.accessibleName() for one in page.findChildren(QPushButton) if one.isVisible()
    ]
    page.desk.history.stack.undo()
    assert "The minutes are circulated, and their words stay" in words(page)
    page.record_commands.step(page._open, MeetingState.MINUTES_DRAFT)
    assert box(page).isVisible()


def test_before_the_session_the_button_brings_the_meeting_there(
    qtbot: QtBot, meetings_page: MeetingsPage
) -> None:
    page = meetings_page
    page.show_side("minutes")
    assert not box(page).isVisible()
    press(qtbot, page.minuting._card, "Issue the agenda")
    press(qtbot, page.minuting._card, "Open the meeting")
    assert box(page).isVisible()


def test_an_empty_agenda_says_where_to_add_items(
    page: MeetingsPage, dialogs: Scripted, qtbot: QtBot
) -> None:
    page.close_meeting()
    dialogs.forms.append({"held_on": date(2027, 3, 11)})
    press(qtbot, page, "New meeting")
    for line in page.agenda.table.rows_model.rows():
        page.agenda._remove(line)
    page.show_side("minutes")
    assert "The agenda has no item yet" in words(page)


def test_a_decision_found_by_the_command_box_is_shown_at_its_item(page: MeetingsPage) -> None:
    area_id = page.desk.context.area_id
    assert area_id is not None
    decision = page._ask.decisions.rows(area_id, page.desk.context.group_id)[0].decision
    page.show_record("decision", decision.id)
    assert decision.id in {one.key for one in page.minuting.record.entries}
    page.show_record("meeting", decision.meeting_id)
    assert page._open == decision.meeting_id


def test_the_clocks_run_while_the_meeting_is_in_session(page: MeetingsPage) -> None:
    assert [one.label for one in page.minuting.clocks.shown] == ["Now", "This item"]
    assert page._open is not None
    page.record_commands.step(page._open, MeetingState.MINUTES_DRAFT)
    assert page.minuting.clocks.shown == ()


def test_every_control_of_the_minutes_has_a_name(
    qtbot: QtBot, page: MeetingsPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    record(qtbot, page, "/d A decision")
    assert unnamed(page) == []
