from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel, QPushButton

from lfjb_desk.domain.meetings import DecisionState, MeetingState
from lfjb_desk.ui.pages.meetings.minuting.clocks import Clock
from lfjb_desk.ui.pages.meetings.minuting.entry_parser import EntryKind
from lfjb_desk.ui.theme import StatusTone
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.pages.hands import carry_out, press, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

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


def test_a_decision_is_withdrawn_and_reinstated(qtbot: QtBot, page: MeetingsPage) -> None:
    record(qtbot, page, "/d Hearings of five days are listed in Ipswich")
    ref = page.minuting.record.entries[0].ref
    press(qtbot, page, f"Withdraw {ref}")
    assert states(page) == [DecisionState.WITHDRAWN]
    press(qtbot, page, f"Reinstate {ref}")
    assert states(page) == [DecisionState.IN_FORCE]
    page.desk.history.stack.undo()
    assert states(page) == [DecisionState.WITHDRAWN]


def test_a_decision_is_replaced_by_another_and_undo_puts_it_into_force_again(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    record(qtbot, page, "/d Hearings of five days are listed in Ipswich")
    ref = page.minuting.record.entries[0].ref
    dialogs.forms.append({"text": "Hearings of four days are listed in Ipswich"})
    press(qtbot, page, f"Replace {ref}")
    assert set(states(page)) == {DecisionState.SUPERSEDED, DecisionState.IN_FORCE}
    in_force = next(
        one for one in page.minuting.record.entries if one.state is DecisionState.IN_FORCE
    )
    assert in_force.text == "Hearings of four days are listed in Ipswich"
    page.desk.history.stack.undo()
    assert states(page) == [DecisionState.IN_FORCE]


def test_a_note_moves_to_another_place_and_under_another_item(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    for line in ("First note", "Second note"):
        record(qtbot, page, line)
    dialogs.forms.append({"place": Decimal(1)})
    press(qtbot, page, "Move note “Second note”")
    assert [text for _, text in entries(page)] == ["Second note", "First note"]
    items = page.minuting.items.table.rows_model.rows()
    dialogs.forms.append({"item_id": items[1].item.id})
    press(qtbot, page, "Move note “Second note”")
    assert [text for _, text in entries(page)] == ["First note"]
    page.minuting.choose(items[1].item.id)
    assert [text for _, text in entries(page)] == ["Second note"]


def states(page: MeetingsPage) -> list[DecisionState | None]:
    return [one.state for one in page.minuting.record.entries]


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
    assert "12. A late item" in words(page)
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
    page.desk.history.stack.undo()
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


def settle() -> None:
    for _ in range(3):  # lines get their place in rounds
        QApplication.processEvents()


def in_sight(page: MeetingsPage, text: str) -> bool:
    """Whether these words of the record are seen without scrolling."""
    settle()
    room = page.minuting.record.viewport()
    labels: list[QLabel] = page.minuting.record.findChildren(QLabel)
    (label,) = (one for one in labels if one.text() == text and one.isVisible())
    place = QRect(label.mapTo(room, QPoint(0, 0)), label.size())
    return room.rect().contains(place)


def test_the_record_follows_what_is_typed_and_mended_and_else_stays(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    for number in range(12):
        record(qtbot, page, f"What was said as number {number}")
        assert in_sight(page, f"What was said as number {number}")
    assert not in_sight(page, "What was said as number 0")
    bar = page.minuting.record.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    stays = bar.value()
    page.refresh()
    assert in_sight(page, "What was said as number 5")
    assert bar.value() == stays
    dialogs.forms.append({"text": "What was meant"})
    carry_out(page, "Change…", "number 9")
    assert in_sight(page, "What was meant")
    carry_out(page, "Remove", "number 11")
    assert bar.value() > 0


def test_a_decision_and_an_action_lead_to_the_line_of_the_minutes_where_they_stand(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    for line in ("/d List by complexity", "/a Bring a plan @Ruth Fieldfare 21/12"):
        qtbot.keyClicks(box(page), line)
        qtbot.keyClick(box(page), Qt.Key.Key_Escape)
        qtbot.keyClick(box(page), ENTER)
    for number in range(12):
        record(qtbot, page, f"What was said as number {number}")
    (minuted, *_) = page.minuting.items.table.rows_model.rows()
    (decided,), (raised,) = minuted.decisions, minuted.actions
    settle()
    gone: list[tuple[str, str, UUID]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    for ref in (f"Decision  {decided.decision.ref}", f"Action  {raised.action.ref}"):
        references: list[Reference] = page.minuting.record.findChildren(Reference)
        (reference,) = (one for one in references if one.text() == ref and one.isVisible())
        qtbot.mouseClick(reference, Qt.MouseButton.LeftButton)
    assert gone == [
        ("meetings", "decision", decided.decision.id),
        ("actions", "action", raised.action.id),
    ]
    for kind, key, text in (
        ("decision", decided.decision.id, "List by complexity"),
        ("raised", raised.action.id, "Bring a plan"),
    ):
        page.minuting.go(3)
        page.close_meeting()
        page.show_record(kind, key)
        assert page.minuting.item_id == minuted.item.id
        assert in_sight(page, text)


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
