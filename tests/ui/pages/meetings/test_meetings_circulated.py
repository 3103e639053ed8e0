"""Circulated minutes on screen: they stay, what came later stands behind them, and steps ask."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lfjb_desk.domain.changes import Change, edited, removed
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.ui.widgets.form.typed import type_into
from tests.ui.pages.hands import carry_out, menu_of_row, press, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted

NOW = datetime(2026, 12, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def page(qtbot: QtBot, meetings_page: MeetingsPage) -> MeetingsPage:
    """The minutes of the next meeting, circulated with an action and a decision."""
    meeting = meetings_page.listing.table.rows_model.rows()[0].meeting
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(meeting.id, state)
    meetings_page.open(meeting.id)
    box = meetings_page.minuting.composer.box
    for line in ("/a Bring a plan @Ruth Fieldfare 21/12", "/d List by complexity"):
        qtbot.keyClicks(box, line)
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    for state in (MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED):
        meetings_page.record_commands.step(meeting.id, state)
    return meetings_page


def test_what_came_later_stands_behind_what_was_agreed(
    page: MeetingsPage, database: Database, dialogs: Scripted
) -> None:
    (raised,) = page.minuting.items.table.rows_model.rows()[0].actions
    (decided,) = page.minuting.items.table.rows_model.rows()[0].decisions
    do, actions = page.desk.history.do, page._ask.actions
    do(partial(actions.move_due, raised.action.id, date(2027, 2, 9), "chair", NOW))
    do(partial(actions.close, raised.action.id, "Done", date(2027, 3, 3), NOW))
    dialogs.forms += [{"reason": ""}, {"reason": "Lists are by court again"}]
    carry_out(page, "Withdraw…", decided.decision.ref)
    assert dialogs.refusals == ["Fill in “Why”."]
    carry_out(page, "Withdraw…", decided.decision.ref)
    ref = decided.decision.ref
    meeting = page._ask.meetings.row(decided.decision.meeting_id).label
    assert page.desk.history.stack.undoText() == (
        f"Withdraw {ref} at {meeting}: Lists are by court again"
    )
    with database.session() as session:
        ruth = session.get_one(Person, raised.action.owner_id)
    do(lambda: Change("Rename", (edited(ruth, name="Ruth Redwing"),)))
    text = words(page)
    assert (
        "Ruth Fieldfare, HM Courts and Tribunals Service, due Monday 21 December 2026 "
        "(since then: moved to Tuesday 9 February 2027, closed on Wednesday 3 March 2027)" in text
    )
    assert "In force (since then: withdrawn)" in text
    assert "Renamed since: Ruth Fieldfare is now Ruth Redwing." in text


def test_agreeing_asks_who_proposed_it_and_the_page_says_so(
    page: MeetingsPage, dialogs: Scripted
) -> None:
    assert page._open is not None
    dialogs.forms.append({"proposed_by": ""})
    assert not page.record_commands.step(page._open, MeetingState.AGREED)
    assert dialogs.refusals == ["Fill in “Proposed by”."]
    dialogs.forms.append({"proposed_by": "Ruth Fieldfare", "agreed_on": date(2026, 12, 18)})
    assert page.record_commands.step(page._open, MeetingState.AGREED)
    assert "Agreed between meetings, on 18 December 2026, proposed by Ruth Fieldfare." in words(
        page
    )
    dialogs.forms.append({"signed_on": date(2026, 12, 19)})
    assert page.record_commands.step(page._open, MeetingState.SIGNED)
    assert "Signed by Helen Wagtail on 19 December 2026." in words(page)


def test_a_meeting_to_come_can_be_found_and_the_refusal_says_to_open_it_first(
    page: MeetingsPage, dialogs: Scripted
) -> None:
    assert page._open is not None
    here = page._ask.meetings.row(page._open).meeting
    later = partial(page._ask.meetings.add, here.group_id, date(2027, 3, 11), number=25)
    page.desk.history.do(later)
    dialogs.forms.append({"proposed_by": "Ruth Fieldfare"})
    assert page.record_commands.step(here.id, MeetingState.AGREED)
    page.desk.history.stack.undo()
    at_meeting = dialogs.views[-1].fields["at_meeting_id"]
    assert at_meeting.answer() is None
    type_into(at_meeting.control, "25")
    assert [choice.sentence() for choice in at_meeting.field.choices][-1].endswith(
        "11 March 2027, not opened yet"
    )
    (coming,) = [row for row in page._ask.meetings.rows(here.group_id) if row.meeting.number == 25]
    assert at_meeting.answer() == coming.meeting.id
    agreed_on = dialogs.views[-1].fields["agreed_on"]
    assert agreed_on.answer() == coming.meeting.held_on
    type_into(at_meeting.control, "")
    assert agreed_on.answer() == here.held_on
    answers = {"proposed_by": "Ruth Fieldfare", "at_meeting_id": coming.meeting.id}
    dialogs.forms.append(answers)
    assert not page.record_commands.step(here.id, MeetingState.AGREED)
    (refusal,) = dialogs.refusals
    assert refusal.startswith(f"{coming.label} has not begun")
    assert "Open that meeting first" in refusal


def test_what_is_open_is_said_before_minutes_are_circulated_and_one_can_go_back(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    assert page._open is not None
    carry_out(page, "Take the minutes back to draft")
    view = page._ask.minutes.view(page._open, page.desk.context.today)
    seats = sum(row.expected for row in view.attendance)
    question = f"Circulate the minutes of {view.label} as they are?"
    assert (seats, len(view.items)) == (13, 11)
    dialogs.agrees = False
    dialogs.asked.clear()
    dialogs.details.clear()
    page.minuting.items.table.go_to(-1)
    press(qtbot, page, "Mark as circulated")
    assert dialogs.asked == [question]
    (detail,) = dialogs.details
    assert detail == (
        "Attendance is not marked for 13 seats, and nothing is recorded under 10 items. "
        "Once they are circulated, their words stay, and nothing done before is undone."
    )
    assert page._ask.meetings.row(page._open).meeting.state is MeetingState.MINUTES_DRAFT
    dialogs.agrees = True
    press(qtbot, page, "Mark as circulated")
    assert page._ask.meetings.row(page._open).meeting.state is MeetingState.CIRCULATED


def test_a_correction_is_noted_beside_the_minutes_by_its_button(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"text": "The plan is for March", "noted_by": "Priya Goldcrest"})
    press(qtbot, page, "Note a correction…")
    assert (
        "Correction noted on 4 December 2026: The plan is for March. Noted by Priya Goldcrest."
        in words(page)
    )


def test_what_went_out_is_not_undone_and_a_second_version_is_told_from_the_first(
    page: MeetingsPage, database: Database
) -> None:
    assert page._open is not None
    assert not page.desk.history.stack.canUndo()
    carry_out(page, "Take the minutes back to draft")
    page.record_commands.step(page._open, MeetingState.CIRCULATED)
    with database.session() as session:
        kept = [
            row for row in everything(session, CirculatedMinutes) if row.meeting_id == page._open
        ]
    assert sorted(row.version for row in kept) == [1, 2]


def test_minutes_taken_back_to_draft_name_the_version_that_is_kept(page: MeetingsPage) -> None:
    carry_out(page, "Take the minutes back to draft")
    assert "Version 1, circulated on 23 November 2026, is kept." in words(page)
    assert page.minuting.composer.box.isVisible()


def test_minutes_of_an_older_desk_say_so_and_can_be_kept(
    page: MeetingsPage, database: Database
) -> None:
    assert page._open is not None
    page._ask.meetings.row(page._open)
    with database.session() as session:
        kept = [
            row for row in everything(session, CirculatedMinutes) if row.meeting_id == page._open
        ]
    database.apply(Change("As an older desk had it", tuple(removed(one) for one in kept)))
    page.refresh()
    assert "they are shown as the record stands on 23 November 2026" in words(page)
    carry_out(page, "Keep the minutes as they now stand")
    assert "they are kept as the record stood on 23 November 2026" in words(page)
    page.close_meeting()
    assert "Keep the minutes as they now stand" not in menu_of_row(page.listing.table)
