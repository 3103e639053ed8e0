"""Papers of a past meeting that are printed later: of which day their figures and actions are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lfjb_desk.domain.changes import change, edited
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import (
    ACTION_LOG,
    AGENDA,
    BOARD_PAPER,
    DRIVERS,
    MINUTES,
    PERFORMANCE,
)
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import ReadParagraph, read
from tests.papers.conftest import tables, texts
from tests.services.papers.planting import TEMPLATE, TODAY, sample_board

LATER = (
    "23 November 2026, after the meeting: figures, actions and seats are as they stood on that day."
)


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    database = sample_board()
    yield database
    database.close()


@pytest.fixture
def meetings(database: Database) -> list[Meeting]:
    """Return the meetings of the board, in their order."""
    with database.session() as session:
        of_board = [row for row in everything(session, Meeting) if row.number in {22, 23, 24}]
    service = MeetingService(database)
    rows = [service.row(meeting.id) for meeting in of_board]
    kept = [row.meeting for row in rows if row.label.startswith("Board meeting")]
    return sorted(kept, key=lambda meeting: meeting.held_on)


def said(database: Database, kind: PaperDefinition, meeting: Meeting) -> list[str]:
    request = PaperRequest(kind, meeting.group_id, TODAY, meeting.id)
    return texts(PaperService(database, TEMPLATE).paper(request))


@pytest.mark.parametrize("kind", [BOARD_PAPER, DRIVERS, ACTION_LOG], ids=lambda kind: kind.key)
def test_a_paper_of_a_past_meeting_says_on_its_front_of_which_day_it_is(
    database: Database, meetings: list[Meeting], kind: PaperDefinition
) -> None:
    *past, coming = meetings
    assert coming.held_on > TODAY
    for meeting in past:
        assert meeting.held_on < TODAY
        assert f"Printed: {LATER}" in said(database, kind, meeting)
    assert not [line for line in said(database, kind, coming) if line.startswith("Printed: ")]


@pytest.mark.parametrize("kind", [AGENDA, MINUTES], ids=lambda kind: kind.key)
def test_agenda_and_minutes_are_of_their_meeting(
    database: Database, meetings: list[Meeting], kind: PaperDefinition
) -> None:
    assert not [line for line in said(database, kind, meetings[0]) if "as they stood" in line]


@pytest.mark.parametrize("kind", [BOARD_PAPER, ACTION_LOG], ids=lambda kind: kind.key)
def test_nothing_is_due_by_a_meeting_that_is_past(
    database: Database, meetings: list[Meeting], kind: PaperDefinition
) -> None:
    *_, past, coming = meetings
    assert "Due by 7 September 2026" not in str(said(database, kind, past))
    assert "Open and not late" in str(said(database, kind, past))
    assert "Due by 4 December 2026" in str(said(database, kind, coming))


def test_the_log_of_a_past_meeting_calls_it_neither_next_nor_unset(
    database: Database, meetings: list[Meeting]
) -> None:
    lines = said(database, ACTION_LOG, meetings[1])
    assert "Meeting: 7 September 2026" in lines
    assert not [line for line in lines if line.startswith("Next meeting: ")]


def test_people_came_to_a_past_meeting_and_are_expected_at_the_next(
    database: Database, meetings: list[Meeting]
) -> None:
    *_, past, coming = meetings
    assert any("people came" in line for line in said(database, BOARD_PAPER, past))
    assert any("people are expected" in line for line in said(database, BOARD_PAPER, coming))


def test_the_word_file_of_a_past_meeting_has_the_day_on_its_front(
    database: Database, meetings: list[Meeting], tmp_path: Path
) -> None:
    request = PaperRequest(BOARD_PAPER, meetings[0].group_id, TODAY, meetings[0].id)
    written = PaperService(database, TEMPLATE).write(request, tmp_path)
    lines = [line.text for line in read(written.path) if isinstance(line, ReadParagraph)]
    assert any(line.startswith("Printed") and line.endswith(LATER) for line in lines)


def test_the_board_paper_of_a_past_meeting_tells_what_it_decided_and_who_came(
    database: Database, meetings: list[Meeting]
) -> None:
    *_, past, coming = meetings
    lines = said(database, BOARD_PAPER, past)
    assert "3 decisions made; 5 actions are late." in lines
    at = lines.index("What the board decided")
    assert lines[at + 1].startswith("Quorum met: 9 of 10 seats, 6 needed. 14 seats of 15 had ")
    assert [line[:11] for line in lines[at + 2 : at + 5]] == [
        "ESST-D-004:",
        "ESST-D-005:",
        "ESST-D-006:",
    ]
    assert "What the board was asked to decide" in lines
    assert not [line for line in lines if "to make" in line]
    assert "What the board decided" not in said(database, BOARD_PAPER, coming)


def test_what_changed_before_a_past_meeting_ends_on_its_day(
    database: Database, meetings: list[Meeting]
) -> None:
    *_, past, coming = meetings
    lines = said(database, BOARD_PAPER, past)
    day = "7 September 2026"
    assert f"What has changed since 25 May 2026, until {day}" in lines
    assert "Done: ESST-A-008 and ESST-A-004." in lines
    later = said(database, BOARD_PAPER, coming)
    assert f"What has changed since {day}" in later
    assert "Done: ESST-A-005." in later
    assert any(f"25 May to {day}" in line for line in said(database, DRIVERS, past))


def test_board_paper_and_drivers_report_count_the_same_since_the_last_meeting(
    database: Database, meetings: list[Meeting]
) -> None:
    coming = meetings[-1]
    board, drivers = (said(database, kind, coming) for kind in (BOARD_PAPER, DRIVERS))
    (new,) = [line for line in board if line.startswith("New actions:")]
    (done,) = [line for line in board if line.startswith("Done:")]
    (moved,) = [line for line in board if line.startswith("Dates moved:")]
    start = drivers.index("What has changed since 7 September 2026")
    story = " ".join(drivers[start:])
    assert set(re.findall(r"ESST-A-\d+", new)) == set(
        re.findall(r"ESST-A-\d+", " ".join(re.findall(r"Raised: [^.]+", story)))
    )
    assert set(re.findall(r"ESST-A-\d+", done)) == set(
        re.findall(r"ESST-A-\d+", " ".join(re.findall(r"Done: [^.]+", story)))
    )
    assert set(re.findall(r"ESST-A-\d+", moved)) == set(re.findall(r"(ESST-A-\d+) moved to", story))


def test_only_seats_that_fell_empty_since_the_last_meeting_are_newly_empty(
    database: Database, meetings: list[Meeting]
) -> None:
    words = "Newly empty seats: Health, integrated care board; 1 empty from before is still so."
    assert words in said(database, BOARD_PAPER, meetings[-1])


@pytest.mark.parametrize("kind", [BOARD_PAPER, MINUTES], ids=lambda kind: kind.key)
def test_no_meeting_that_was_held_is_among_the_next_dates(
    database: Database, meetings: list[Meeting], kind: PaperDefinition
) -> None:
    past = meetings[1]
    with database.session() as session:
        edit = edited(past, state=MeetingState.MINUTES_DRAFT)
        family = {past.group_id, *(g.id for g in everything(session, Group) if g.parent_id)}
        coming = {
            long_date(meeting.held_on)
            for meeting in everything(session, Meeting)
            if meeting.group_id in family and meeting.held_on > TODAY
        }
    again = change("Take the minutes back", past, [edit])
    database.apply(again)
    lines = said(database, kind, past)
    database.apply(again.inverse())
    dates = lines[lines.index("Next dates") + 1 :]
    assert coming
    assert {line.partition(":")[0] for line in dates if ": " in line} == coming


def test_every_table_of_the_performance_report_says_in_which_file_and_cells(
    database: Database, meetings: list[Meeting]
) -> None:
    request = PaperRequest(PERFORMANCE, meetings[0].group_id, TODAY)
    made = PaperService(database, TEMPLATE).paper(request)
    figures = [table for table in tables(made) if table.captioned]
    assert any(table.title.endswith(", by place") for table in figures)
    for table in figures:
        assert ".csv" in table.source, table.title
        assert "cell" in table.source, table.title
