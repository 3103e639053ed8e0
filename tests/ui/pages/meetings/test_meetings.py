from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.meetings.agenda import AgendaFrom
from lfjb_desk.ui.pages.meetings.headings import totals
from lfjb_desk.ui.pages.meetings.hours import read_time
from lfjb_desk.ui.pages.meetings.meeting_list import when_words
from tests.ui.conftest import TODAY
from tests.ui.pages.hands import carry_out, menu_of_row, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted


def listed(page: MeetingsPage) -> list[Meeting]:
    return [row.meeting for row in page.listing.table.rows_model.rows()]


def titles(page: MeetingsPage) -> list[str]:
    return [line.item.title for line in page.agenda.table.rows_model.rows()]


def open_next(page: MeetingsPage) -> Meeting:
    meeting = listed(page)[0]
    page.open(meeting.id, "agenda")
    return meeting


def test_the_next_meeting_comes_first_and_says_what_it_lacks(meetings_page: MeetingsPage) -> None:
    page = meetings_page
    days = [meeting.held_on for meeting in listed(page)]
    assert days[0] >= TODAY
    assert days[1:] == sorted(days[1:], reverse=True)
    assert "Ready for the day" in words(page.listing.pane)
    assert "Quorum" in words(page.listing.pane)


def test_a_meeting_that_is_over_on_its_day_is_held_and_one_in_session_is_neither(
    meetings_page: MeetingsPage,
) -> None:
    page = meetings_page
    meetings = listed(page)
    coming = [m for m in meetings if m.state.is_coming]
    held = len(meetings) - len(coming)
    assert words(page).count(f"{count(len(coming), 'meeting').capitalize()} to come, {held} held")
    (first, *rest) = coming
    now = replace_state(first, MeetingState.IN_SESSION)
    over = replace_state(first, MeetingState.CIRCULATED)
    others = [m for m in meetings if m is not first]
    to_come = count(len(rest), "meeting").capitalize()
    assert totals([now, *others], TODAY) == f"{to_come} to come, 1 in session, {held} held"
    assert totals([over, *others], TODAY) == f"{to_come} to come, {held + 1} held"


def replace_state(meeting: Meeting, state: MeetingState) -> Meeting:
    """Return the meeting as it stands in another state, on the day of today."""
    return meeting.model_copy(update={"state": state, "held_on": TODAY})


def test_every_control_has_a_name(
    meetings_page: MeetingsPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    meeting = open_next(meetings_page)
    for side in ("agenda", "attendance", "minutes"):
        meetings_page.open(meeting.id, side)
        assert unnamed(meetings_page) == []


def test_a_new_meeting_starts_from_the_usual_agenda_and_undo_takes_it_away(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    before = len(listed(page))
    dialogs.forms.append({"held_on": date(2027, 3, 11), "starts": "2.30pm"})
    press(qtbot, page, "New meeting")
    assert page.title == "Board meeting 25"
    assert titles(page)[0] == "Welcome and apologies"
    assert "2:30pm" in words(page)
    page.desk.history.stack.undo()
    assert page.title == "Meetings"
    assert len(listed(page)) == before


def test_a_new_meeting_can_start_empty_and_be_filled_from_the_last(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    dialogs.forms.append({"held_on": date(2027, 3, 11), "agenda": AgendaFrom.EMPTY})
    press(qtbot, page, "New meeting")
    assert "The agenda has no item yet" in words(page)
    press(qtbot, page, "Bring over the usual items")
    assert len(titles(page)) > 5
    page.desk.history.stack.undo()
    page.agenda.fill(AgendaFrom.LAST, everything=True)
    assert "Action log" in titles(page)


def test_what_a_cancelled_meeting_left_is_brought_over_and_says_so(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    coming = next(meeting for meeting in listed(page) if meeting.state.is_coming)
    page.desk.history.do(lambda: page._ask.meetings.cancel(coming.id, "Snow"))
    dialogs.forms.append({"held_on": date(2027, 3, 11), "agenda": AgendaFrom.EMPTY})
    press(qtbot, page, "New meeting")
    carry_out(page, "Bring over what was not reached")
    assert len(titles(page)) > 1
    (note,) = {line.reason_words for line in page.agenda.table.rows_model.rows()}
    assert note == f"From the meeting of {long_date(coming.held_on)}, which was cancelled"
    undo(page)
    assert titles(page) == []


def test_a_time_that_is_none_is_refused_in_the_form(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"held_on": date(2027, 3, 11), "starts": "half past"})
    press(qtbot, meetings_page, "New meeting")
    assert "is not a time of day" in dialogs.refusals[0]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", None),
        ("10am", time(10)),
        ("12am", time(0)),
        ("12:15pm", time(12, 15)),
        ("2.30 PM", time(14, 30)),
        ("14:30", time(14, 30)),
        ("midday", time(12)),
    ],
)
def test_times_are_read_as_people_write_them(text: str, meant: time | None) -> None:
    assert read_time(text) == meant


@pytest.mark.parametrize("text", ["25:00", "13pm", "ten", "10:75"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(RuleError, match="is not a time of day"):
        read_time(text)


def test_a_meeting_goes_from_state_to_state_and_undo_brings_it_back(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    dialogs.forms += [{"proposed_by": "Ruth Fieldfare"}, {}]
    for text, state in (
        ("Issue the agenda", MeetingState.AGENDA_ISSUED),
        ("Open the meeting", MeetingState.IN_SESSION),
        ("Close into draft minutes", MeetingState.MINUTES_DRAFT),
        ("Mark as circulated", MeetingState.CIRCULATED),
        ("Mark as agreed", MeetingState.AGREED),
        ("Mark as signed", MeetingState.SIGNED),
    ):
        press(qtbot, page.listing.pane, text)
        assert listed(page)[0].state is state
    page.desk.history.stack.undo()
    assert listed(page)[0].state is MeetingState.AGREED


def test_a_meeting_is_opened_before_its_day_only_where_that_is_meant(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    press(qtbot, page.listing.pane, "Issue the agenda")
    dialogs.agrees = False
    press(qtbot, page.listing.pane, "Open the meeting")
    assert dialogs.asked[-1] == "Open the meeting before its day?"
    assert dialogs.details[-1].startswith("It is planned for 4 December 2026, in 11 days.")
    assert listed(page)[0].state is MeetingState.AGENDA_ISSUED
    dialogs.agrees = True
    press(qtbot, page.listing.pane, "Open the meeting")
    assert listed(page)[0].state is MeetingState.IN_SESSION


def test_a_meeting_is_opened_on_its_day_without_a_question(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    dialogs.forms.append({"held_on": page.desk.context.today})
    menu_of_row(page.listing.table)["Change…"].run()
    for step in ("Issue the agenda", "Open the meeting"):
        press(qtbot, page.listing.pane, step)
    assert listed(page)[0].state is MeetingState.IN_SESSION
    assert dialogs.asked == ["Change Board meeting 24"]


def test_the_menu_of_a_meeting_changes_it_takes_it_back_and_removes_it(
    meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    page.record_commands.step(listed(page)[0].id, MeetingState.AGENDA_ISSUED)

    def choose(text: str) -> None:
        menu_of_row(page.listing.table)[text].run()

    choose("Take the agenda back")
    assert listed(page)[0].state is MeetingState.PLANNED
    dialogs.forms.append({"place": "Ipswich", "minutes_planned": 90})
    choose("Change…")
    assert listed(page)[0].place == "Ipswich"
    gone = listed(page)[0].id
    choose("Remove")
    assert gone not in {meeting.id for meeting in listed(page)}
    page.desk.history.stack.undo()
    assert listed(page)[0].id == gone


def test_an_opened_meeting_can_be_changed_and_left_again(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    press(qtbot, page.listing.pane, "Agenda")
    dialogs.forms.append({"minutes_planned": 130})
    press(qtbot, page, "Change…")
    assert "20 minutes over" in words(page)
    press(qtbot, page, "All meetings")
    assert page.title == "Meetings"
    assert page.listing.table.hasFocus() or page.listing.table.current_row() is not None


def test_a_board_without_a_meeting_says_what_to_do_first(
    meetings_page: MeetingsPage,
) -> None:
    page = meetings_page
    area_id = page.desk.context.area_id
    page.desk.context.choose(area_id, None)
    assert "Choose an area at the top" in words(page)
    assert not page.new.isVisible()
    assert not page.commands()


def test_a_group_without_a_meeting_offers_the_first_one(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    groups = {row.meeting.group_id for row in page.listing.table.rows_model.rows()}
    assert page.desk.context.group_id in groups
    with page._ask.people._database.session() as session:
        empty = next(
            group
            for group in session.exec(select(Group)).all()
            if not page._ask.meetings.rows(group.id)
        )
    page.desk.context.choose(empty.area_id, empty.id)
    assert "No meeting is planned yet" in words(page)
    dialogs.forms.append({"held_on": date(2027, 1, 12)})
    press(qtbot, page, "New meeting")
    assert page.title == f"{empty.name} meeting 1"


def test_another_group_closes_the_open_meeting(meetings_page: MeetingsPage) -> None:
    page = meetings_page
    open_next(page)
    page.desk.context.choose(page.desk.context.area_id, None)
    assert page.title == "Meetings"


def test_the_commands_reach_every_side_of_a_meeting(meetings_page: MeetingsPage) -> None:
    page = meetings_page
    assert page.commands()[0].shortcut == "Ctrl+N"
    commands = {one.label: one.run for one in page.commands()}
    for text, side in (
        ("Show the attendance", "attendance"),
        ("Show the minutes", "minutes"),
        ("Show the agenda", "agenda"),
    ):
        commands[text]()
        assert page.sides.current == side
        assert page.title == "Board meeting 24"
    assert "Issue the agenda" in {one.label for one in page.commands()}
    next(one for one in page.commands() if one.label == "All meetings").run()
    assert page.title == "Meetings"


def test_the_rail_is_folded_only_while_minuting(qtbot: QtBot, meetings_page: MeetingsPage) -> None:
    page = meetings_page
    asked: list[bool] = []
    page.room_wanted.connect(asked.append)
    page.open(listed(page)[0].id, "minutes")
    assert asked[-1:] == [True]
    page.show_side("agenda")
    assert asked[-1:] == [False]
    page.show_side("minutes")
    page.hide()
    assert asked[-2:] == [True, False]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 23), "Today"),
        (date(2026, 11, 24), "Tomorrow"),
        (date(2026, 11, 22), "Yesterday"),
        (date(2026, 12, 3), "In 10 days"),
        (date(2026, 11, 13), "10 days ago"),
    ],
)
def test_days_are_said_from_today(day: date, said: str) -> None:
    assert when_words(day, TODAY) == said
