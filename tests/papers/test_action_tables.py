"""The tables of actions: columns, how each action stands, and its part of the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import ActionStanding, ActionStatus
from lfjb_desk.domain.blocks import (
    Block,
    Heading,
    MessageTitle,
    PaperColumn,
    Paragraph,
    Span,
    Style,
    Table,
    Tone,
)
from lfjb_desk.papers.parts.action_tables import (
    SYMBOLS,
    how_many_late,
    lateness,
    log_blocks,
    narrow_table,
    split,
    status,
    wide_table,
)
from lfjb_desk.papers.parts.report_data import BoardReportData, LogReportData
from tests.papers.conftest import TODAY, column, words

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.actions import ActionRow
    from tests.papers.conftest import MakeAction

MEETING = date(2026, 12, 3)
LAST = date(2026, 9, 4)


def refs(rows: list[ActionRow]) -> list[str]:
    return [row.action.ref for row in rows]


def test_a_wide_table_has_a_column_for_each_thing(make_action: MakeAction) -> None:
    moved = make_action("EST-A-003", date(2026, 5, 1), original_due=date(2026, 1, 31), moved=2)
    bare = replace(make_action("EST-A-001", date(2027, 2, 1), owner=""), body="")

    made = wide_table("Actions in hand", "2 actions", (moved, bare), TODAY)

    assert made.title == "Actions in hand"
    assert made.description == (
        "2 actions: reference, action, owner, body, due date, moves of the date, status."
    )
    assert made.columns == (
        PaperColumn("Ref", 2.6, bold=True),
        PaperColumn("Action", 7.0),
        PaperColumn("Owner", 3.1),
        PaperColumn("Body", 3.0),
        PaperColumn("Due", 4.7),
        PaperColumn("Moves", 1.8, figures=True),
        PaperColumn("Status", 3.5),
    )
    assert made.rows == (
        (
            "EST-A-003",
            "Do what EST-A-003 says",
            "Tom Whinchat",
            "HMCTS",
            "1 May 2026\nfirst: 31 January 2026",
            "2",
            (Span("■ Late, 206 days", bold=True, tone=Tone.LATE),),
        ),
        (
            "EST-A-001",
            "Do what EST-A-001 says",
            "No owner",
            "\N{EN DASH}",
            "1 February 2027",
            "0",
            "○ On time",
        ),
    )


def test_a_narrow_table_puts_the_body_under_the_owner(make_action: MakeAction) -> None:
    moved = make_action("EST-A-003", date(2026, 5, 1), original_due=date(2026, 1, 31), moved=2)
    bare = replace(make_action("EST-A-001", date(2027, 2, 1), owner=""), body="")
    lost = make_action("EST-A-002", date(2027, 2, 1), owner="")

    made = narrow_table("Actions", (moved, bare, lost), TODAY)

    assert made.title == "Actions"
    assert made.description == (
        "3 actions, late first: reference, action, owner, due date, status."
    )
    assert made.columns == (
        PaperColumn("Ref", 2.6, bold=True),
        PaperColumn("Action", 4.75),
        PaperColumn("Owner", 3.4),
        PaperColumn("Due", 3.8),
        PaperColumn("Status", 2.25),
    )
    assert made.rows[0] == (
        "EST-A-003",
        "Do what EST-A-003 says",
        "Tom Whinchat\nHMCTS",
        "1 May 2026\nmoved twice",
        (Span("■ Late\n206 days", bold=True, tone=Tone.LATE),),
    )
    assert [row[2:4] for row in made.rows[1:]] == [
        ("No owner", "1 February 2027"),
        ("No owner\nHMCTS", "1 February 2027"),
    ]


def test_an_ended_action_says_the_day_where_it_is_known(make_action: MakeAction) -> None:
    closed = {"closed_on": date(2026, 10, 1)}
    done = make_action("A", date(2026, 9, 30), status=ActionStatus.DONE, **closed)
    dropped = make_action("B", date(2026, 9, 30), status=ActionStatus.DROPPED, **closed)
    undated = make_action("C", date(2026, 9, 30), status=ActionStatus.DROPPED)
    assert status(done, TODAY) == (Span("● Done\n1 October", tone=Tone.GOOD),)
    assert status(dropped, TODAY) == "\N{EN DASH} Dropped\n1 October"
    assert status(undated, TODAY) == "\N{EN DASH} Dropped"


def test_a_sleeping_action_says_until_when_where_there_is_room(make_action: MakeAction) -> None:
    asleep = make_action("A", date(2026, 9, 1), sleeping_until=date(2027, 1, 8))
    assert asleep.standing is ActionStanding.ON_HOLD
    assert status(asleep, TODAY) == "○ On hold until\n8 January 2027"
    assert status(asleep, TODAY, narrow=True) == "○ On hold"


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2026, 12, 8), "○ On time"),
        (date(2026, 12, 7), "▲ Due soon"),
        (date(2026, 11, 23), "▲ Due soon"),
    ],
)
def test_an_action_is_due_soon_in_papers_from_the_same_day_as_on_the_screen(
    make_action: MakeAction, due: date, expected: str
) -> None:
    row = make_action("A", due, sleeping_until=date(2026, 11, 1))
    line = status(row, TODAY)
    assert words(line) == expected
    assert line == (expected if "time" in expected else (Span(expected, bold=True),))


def test_a_paper_has_the_word_of_each_standing_and_the_key_has_every_symbol(
    board: BoardReportData, make_action: MakeAction, log_rows: tuple[ActionRow, ...]
) -> None:
    key = str(log_blocks(board, LogReportData(log_rows, LAST, MEETING, ()))[0])
    dropped = make_action("D", date(2026, 9, 1), status=ActionStatus.DROPPED)
    soon = make_action("E", date(2026, 11, 24))
    for row in (*log_rows, dropped, soon):
        word = row.standing.value
        assert word in words(status(row, TODAY)).lower()
        assert word in key.lower()
        assert SYMBOLS[row.standing] in key
    assert set(SYMBOLS) == set(ActionStanding)


def test_a_restricted_action_says_so_beside_its_reference(make_action: MakeAction) -> None:
    row = replace(make_action("A", MEETING), restricted=True)
    for table in (wide_table("A", "1", (row,), TODAY), narrow_table("A", (row,), TODAY)):
        assert words(column(table, "Ref")[0]) == "A\nRestricted"


def test_one_day_late_is_one_day(make_action: MakeAction) -> None:
    row = make_action("A", date(2026, 11, 22))
    assert words(status(row, TODAY)) == "■ Late, 1 day"


@pytest.fixture
def log(log_rows: tuple[ActionRow, ...]) -> LogReportData:
    return LogReportData(log_rows, LAST, MEETING, ())


def test_each_action_stands_in_one_part_of_the_log(log: LogReportData) -> None:
    assert [refs(part) for part in split(log)] == [
        ["EST-A-003", "EST-A-002"],
        ["EST-A-004"],
        ["EST-A-001", "EST-A-006"],
        ["EST-A-005"],
        [],
    ]


def test_without_a_meeting_to_come_nothing_is_due_by_it(log: LogReportData) -> None:
    parts = split(replace(log, meeting_on=None))
    assert parts.at_meeting == []
    assert refs(parts.other) == ["EST-A-004", "EST-A-001", "EST-A-006"]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (None, ["EST-A-005"]),
        (date(2026, 9, 30), ["EST-A-005"]),
        (date(2026, 10, 1), ["EST-A-005"]),  # closed in the afternoon after the meeting
        (date(2026, 10, 2), []),
    ],
)
def test_what_was_done_is_listed_from_the_day_of_the_last_meeting_apart_from_what_was_dropped(
    log: LogReportData, make_action: MakeAction, since: date | None, expected: list[str]
) -> None:
    undated = make_action("EST-A-007", date(2026, 9, 1), status=ActionStatus.DROPPED)
    parts = split(replace(log, rows=(*log.rows, undated), since=since))
    assert refs(parts.done) == expected
    assert refs(parts.dropped) == (["EST-A-007"] if since is None else [])


def test_an_action_due_on_the_day_of_the_meeting_is_due_by_it(
    log: LogReportData, make_action: MakeAction
) -> None:
    row = make_action("EST-A-008", MEETING)
    assert refs(split(replace(log, rows=(row,))).at_meeting) == ["EST-A-008"]


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading | MessageTitle)]


def test_the_headings_of_the_log_say_how_many_and_since_when(
    board: BoardReportData, log: LogReportData
) -> None:
    blocks = log_blocks(board, log)
    assert headings(blocks) == [
        "Late: 2 actions, the longest overdue first",
        "Due by 3 December 2026: 1 action",
        "Other open actions: 2 actions",
        "Done since 4 September 2026: 1 action",
        "Dropped since 4 September 2026",
    ]
    assert blocks[1] == MessageTitle("Late: 2 actions, the longest overdue first", "late")
    assert {block.level for block in blocks if isinstance(block, Heading)} == {3}
    found = [block for block in blocks if isinstance(block, Table)]
    assert [(table.title, table.description.split(":")[0]) for table in found] == [
        ("Late actions", "2 actions"),
        ("Actions due by 3 December 2026", "1 action"),
        ("Other open actions", "2 actions"),
        ("Actions done", "1 action"),
    ]
    assert words(column(found[1], "Status")[0]) == "▲ Due soon"
    assert words(column(found[0], "Status")[0]) == "■ Late, 206 days"
    assert blocks[0] == Paragraph(
        "■ Late. ▲ Due soon: within 14 days, whenever the meeting is. "
        "○ On time, or on hold until a later day. "
        "● Done. \N{EN DASH} Dropped. “Moves” counts how often the due date was moved.",
        Style.SOURCE,
    )


def test_a_log_without_actions_says_so_part_by_part(board: BoardReportData) -> None:
    blocks = log_blocks(board, LogReportData((), None, None, ()))
    assert blocks[1:] == (
        MessageTitle("No action is late", "late"),
        Paragraph("No action is open."),
        Heading("Done", 3),
        Paragraph("No action was done."),
        Heading("Dropped", 3),
        Paragraph("No action was dropped."),
    )


def test_how_many_are_late_is_said_with_the_longest(
    board: BoardReportData, make_action: MakeAction
) -> None:
    on_time, late, later = (
        make_action(ref, day)
        for ref, day in (
            ("A", date(2027, 2, 1)),
            ("B", date(2026, 11, 22)),
            ("C", date(2026, 11, 3)),
        )
    )
    assert how_many_late(board, [on_time]) == lateness(board, [on_time]) == "no action is late"
    assert how_many_late(board, [on_time, late]) == "1 action is late"
    assert how_many_late(board, [late, later]) == "2 actions are late"
    assert lateness(board, [on_time, late]) == "1 action is late, the longest 1 day late"
    assert lateness(board, [late, later, on_time]) == "2 actions are late, the longest 20 days late"


def test_without_a_next_meeting_nothing_is_due_by_one(
    board: BoardReportData, log: LogReportData, make_action: MakeAction
) -> None:
    row = make_action("EST-A-008", MEETING)
    blocks = log_blocks(board, replace(log, rows=(row,), meeting_on=None))
    assert headings(blocks)[:2] == ["No action is late", "Open and not late: 1 action"]
    assert Paragraph("Every open action is within its due date.") in blocks
