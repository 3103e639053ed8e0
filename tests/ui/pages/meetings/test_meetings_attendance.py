from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting, MeetingState, Presence
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.meetings.attendance.quorum import ChipRow, kind_chips, mark_chips
from lfjb_desk.ui.pages.meetings.minuting.clocks import Clock, tell
from tests.ui.pages.hands import press, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted

NOW = datetime(2026, 12, 3, 10, 53, tzinfo=UTC)
DAY = date(2026, 12, 3)


@pytest.fixture
def page(meetings_page: MeetingsPage) -> MeetingsPage:
    """The next meeting, in session."""
    meeting = meetings_page.listing.table.rows_model.rows()[0].meeting
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(meeting.id, state)
    meetings_page.open(meeting.id, "attendance")
    return meetings_page


def marks(page: MeetingsPage) -> list[Presence | None]:
    return [row.presence for row in page.attendance.table.rows_model.rows()]


def test_seats_are_marked_by_single_keys_and_undo_brings_them_back(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    table = page.attendance.table
    table.selectRow(0)
    dialogs.forms.append({"deputy_name": "Wren Avocet"})
    for key in "paxd":
        qtbot.keyClick(table, key)
    assert marks(page)[:4] == [
        Presence.PRESENT,
        Presence.APOLOGIES,
        Presence.ABSENT,
        Presence.DEPUTY,
    ]
    assert "Wren Avocet for" in table.rows_model.rows()[3].who
    assert table.currentIndex().row() == 4
    page.desk.history.stack.undo()
    assert marks(page)[3] is None
    table.selectRow(0)
    qtbot.keyClick(table, "p")
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert marks(page)[:3] == [Presence.PRESENT, None, Presence.ABSENT]


def test_keys_pass_over_the_seats_that_nobody_holds(qtbot: QtBot, page: MeetingsPage) -> None:
    table = page.attendance.table
    rows = table.rows_model.rows()
    vacant = [at for at, row in enumerate(rows) if row.person is None]
    assert vacant
    refusals: list[str] = []
    page.desk.history.refused.connect(refusals.append)
    table.selectRow(0)
    qtbot.keyClicks(table, "p" * len(rows))
    assert refusals == []
    unmarked = [at for at, mark in enumerate(marks(page)) if mark is None]
    assert unmarked == vacant


def test_the_strip_counts_apologies_absences_and_who_is_still_expected(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    table = page.attendance.table
    table.selectRow(0)
    for key in "paaxxx":
        qtbot.keyClick(table, key)
    rows = table.rows_model.rows()
    unmarked = [row for row in rows if row.mark is None and row.person is not None]
    counts = [text.rsplit("  ", 1) for text, _ in (*kind_chips(rows), *mark_chips(rows))]
    assert counts[-3:] == [
        ["Apologies", "2"],
        ["Absent", "3"],
        ["Expected", str(len(unmarked))],
    ]


def test_seats_are_marked_by_clicks(qtbot: QtBot, page: MeetingsPage) -> None:
    table = page.attendance.table

    def click(row: int, column: int) -> None:
        place = table.visualRect(table.rows_model.index(row, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(1, 4)
    assert marks(page)[1] is Presence.APOLOGIES
    click(1, 4)
    assert marks(page)[1] is None
    click(1, 1)
    assert marks(page)[1] is None


def test_the_rest_are_marked_and_the_quorum_is_met(qtbot: QtBot, page: MeetingsPage) -> None:
    assert "Attendance is not recorded yet: 0 of" in words(page)
    press(qtbot, page, "Mark the rest present")
    assert "Quorum met:" in words(page)
    assert not any(row.expected for row in page.attendance.table.rows_model.rows())
    rows = page.attendance.table.rows_model.rows()
    found = dict([*kind_chips(rows), *mark_chips(rows)])
    assert set(found.values()) == {StatusTone.GOOD}
    page.desk.history.stack.undo()
    assert "Expected" in words(page)


def test_bodies_without_room_are_left_out_and_stand_in_the_tooltip(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    press(qtbot, page, "Mark the rest present")
    strip = page.attendance.strip
    strip.chips.resize(60, 30)
    assert [chip.isVisible() for chip in strip.chips._chips][-1:] == [False]
    assert "Authorities  4" in strip.chips.toolTip()
    strip.chips.resize(2000, 30)
    assert all(chip.isVisible() for chip in strip.chips._chips)


def test_who_is_away_is_seen_before_the_kinds_of_bodies_and_no_room_is_left_unused(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    kinds = [(f"A kind of body {number}", StatusTone.GOOD) for number in range(9)]
    row.show_chips([*kinds, ("Few", StatusTone.GOOD)], [("Apologies  2", StatusTone.PLAIN)])
    row.show()

    def seen(width: int) -> list[str]:
        row.resize(width, 30)
        return [chip.text() for chip in row._chips if chip.isVisible()]

    wide = {chip.text(): chip.sizeHint().width() + 8 for chip in row._chips}
    assert seen(wide["Apologies  2"]) == ["Apologies  2"]
    assert seen(wide["Apologies  2"] + wide["Few"]) == ["Few", "Apologies  2"]
    assert seen(wide["Apologies  2"] + wide["A kind of body 0"]) == [
        "A kind of body 0",
        "Apologies  2",
    ]
    assert len(seen(5000)) == 11
    lefts = [chip.x() for chip in row._chips]
    assert lefts == sorted(lefts)


def test_attendance_of_agreed_minutes_is_only_read(page: MeetingsPage, qtbot: QtBot) -> None:
    group_id = page.desk.context.group_id
    assert group_id is not None
    page.open(page._ask.meetings.rows(group_id)[-1].meeting.id, "attendance")
    before = marks(page)
    page.attendance.table.selectRow(0)
    qtbot.keyClick(page.attendance.table, "x")
    qtbot.keyClick(page.attendance.table, Qt.Key.Key_Delete)
    assert marks(page) == before
    assert "stays as it is recorded" in words(page)


def clocks(spent: int, starts: time | None = time(10), day: date = DAY) -> tuple[Clock, ...]:
    """The clocks at 10:53am in the second of three items of 50, 15 and 20 minutes."""
    meeting = Meeting(group_id=uuid4(), number=1, held_on=day, starts=starts)
    items = [
        AgendaItem(meeting_id=meeting.id, position=place, title="One", minutes=minutes)
        for place, minutes in enumerate((50, 15, 20))
    ]
    return tell(meeting, items, 1, NOW.replace(minute=53 - spent), NOW)


def test_the_clocks_say_how_late_it_runs_and_when_it_ends() -> None:
    assert clocks(18) == (
        Clock("Now", "10:53am"),
        Clock("This item", "18 of 15 min", StatusTone.SOON),
        Clock("Running", "12 min early"),
        Clock("Ends about", "11:13am"),
    )
    assert clocks(0)[2:] == (
        Clock("Running", "3 min late", StatusTone.SOON),
        Clock("Ends about", "11:28am"),
    )
    assert clocks(3)[2] == Clock("Running", "On time")


def test_without_a_start_or_on_another_day_only_two_clocks_tell() -> None:
    assert len(clocks(5, starts=None)) == 2
    assert len(clocks(5, day=date(2026, 12, 4))) == 2


def test_far_from_its_times_nothing_is_said_of_how_late_an_agenda_runs() -> None:
    assert clocks(0, starts=time(9))[2].text == "1 h 3 min late"
    assert clocks(0, starts=time(20)) == clocks(0, starts=None)
    assert clocks(0, starts=time(5)) == clocks(0, starts=None)
