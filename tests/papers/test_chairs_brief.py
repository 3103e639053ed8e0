"""The chair's brief: what is decided, what is late, who will be missing, and what to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.blocks import Bullets, Decisions, Heading, Paragraph, Table
from lfjb_desk.domain.governance.groups import Seat
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.meetings.meetings import Attendance, Decision, Presence
from lfjb_desk.domain.read_models.meetings.forecast import QuorumOutlook, forecast_of
from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow
from lfjb_desk.papers.chairs_brief import MOST_LATE, chairs_brief
from lfjb_desk.papers.parts.report_data import (
    BoardPaperReportData,
    ChairsBriefReportData,
    Performance,
)
from tests.analysis.restating import restated
from tests.papers.conftest import MakeAction, MakeSeries, after, texts, words

if TYPE_CHECKING:
    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.domain.governance.groups import Group

PARTS = [
    "What the board is asked to decide",
    "What the figures say",
    "What has changed since 4 September 2026",
    "What is late, and whose",
    "Who will be missing",
    "Questions worth asking",
]


def brief(data: BoardPaperReportData, *due: Decision) -> ChairsBriefReportData:
    return ChairsBriefReportData(**vars(data), due=due)


def attending(data: BoardPaperReportData, *rows: AttendanceRow) -> BoardPaperReportData:
    minutes = replace(data.next.minutes, attendance=rows)
    return replace(data, next=replace(data.next, minutes=minutes))


def seat(
    group: Group,
    title: str,
    holder: str = "",
    presence: Presence | None = None,
    deputy: str = "",
    since: date | None = None,
) -> AttendanceRow:
    body = Organisation(name="Estuary Council", kind=OrganisationKind.LOCAL_AUTHORITY)
    place = Seat(group_id=group.id, organisation_id=body.id, title=title)
    person = Person(name=holder, organisation_id=body.id) if holder else None
    mark = None
    if presence is not None:
        mark = Attendance(
            meeting_id=group.id, seat_id=place.id, presence=presence, deputy_name=deputy
        )
    return AttendanceRow(place, body, person, mark, since)


def test_the_brief_says_what_is_decided_first_and_turns_to_its_second_page_once(
    data: BoardPaperReportData,
) -> None:
    paper = chairs_brief(brief(data))
    headings = [block for block in paper.blocks if isinstance(block, Heading) and block.level == 2]
    assert [block.text for block in headings] == PARTS
    assert [block.text for block in headings if block.new_page] == [PARTS[2]]
    (asked,) = (block for block in paper.blocks if isinstance(block, Decisions))
    assert [ask.ask for ask in asked.asks] == ["Actions (item 3).", "Figures (item 4)."]
    assert "2 decisions to make; 2 actions are late; the quorum is at risk." in texts(paper)


def test_late_actions_stand_with_their_owner_and_how_often_they_were_moved(
    data: BoardPaperReportData,
) -> None:
    table, note = after(chairs_brief(brief(data)).blocks, "What is late, and whose")
    assert isinstance(table, Table)
    assert isinstance(note, Paragraph)
    cells = [[words(cell) for cell in row] for row in table.rows]
    assert cells == [
        [
            "EST-A-003",
            "Do what EST-A-003 says",
            "Tom Whinchat\nHMCTS",
            "■ 206 days\nmoved twice",
        ],
        ["EST-A-002", "Do what EST-A-002 says", "Tom Whinchat\nHMCTS", "■ 10 days\nnot moved"],
    ]
    assert words(note.line) == (
        "2 of 5 open actions are late. Due by the meeting: EST-A-004 (Tom Whinchat)."
    )


def test_more_late_actions_than_have_room_are_counted(
    data: BoardPaperReportData, make_action: MakeAction
) -> None:
    late = tuple(
        make_action(f"EST-A-{number:03}", date(2026, 11, number)) for number in range(1, 10)
    )
    crowded = replace(data, log=replace(data.log, rows=late))
    table, note = after(chairs_brief(brief(crowded)).blocks, "What is late, and whose")
    assert isinstance(table, Table)
    assert isinstance(note, Paragraph)
    assert len(table.rows) == MOST_LATE
    assert "9 of 9 open actions are late; the 6 longest overdue are listed." in words(note.line)


def test_who_will_be_missing_says_what_is_known_of_each_seat(
    data: BoardPaperReportData, group: Group
) -> None:
    rows = (
        seat(group, "Court", "Neil Avocet"),
        seat(group, "Essex", "Aoife Dunnock", Presence.APOLOGIES),
        seat(group, "The Bar", "Samir Turnstone", Presence.DEPUTY, "Ingrid Sandpiper"),
        seat(group, "Health", since=date(2026, 6, 3)),
        seat(group, "Police"),
    )
    table, quorum = after(chairs_brief(brief(attending(data, *rows))).blocks, "Who will be missing")
    assert isinstance(table, Table)
    assert isinstance(quorum, Paragraph)
    assert [[words(cell) for cell in row] for row in table.rows] == [
        ["Essex", "Aoife Dunnock", "Apologies; no deputy is named"],
        ["The Bar", "Samir Turnstone", "Ingrid Sandpiper comes as deputy"],
        ["Health", "–", "Empty since 3 June 2026"],  # noqa: RUF001
        ["Police", "–", "Empty"],  # noqa: RUF001
    ]
    assert words(quorum.line) == (
        "A quorum needs everyone who is expected: 2 of 5 seats can be filled, 2 needed."
    )


@pytest.mark.parametrize(
    ("needed", "outlook"),
    [
        (1, QuorumOutlook.LIKELY),
        (2, QuorumOutlook.NO_SPARE),
        (3, QuorumOutlook.AT_RISK),
        (None, QuorumOutlook.NO_RULE),
    ],
)
def test_a_quorum_is_forecast_from_who_is_expected(
    group: Group, needed: int | None, outlook: QuorumOutlook
) -> None:
    rows = (
        seat(group, "Court", "Neil Avocet"),
        seat(group, "Essex", "Aoife Dunnock", Presence.APOLOGIES),
        seat(group, "The Bar", presence=Presence.DEPUTY, deputy="Ingrid Sandpiper"),
        seat(group, "Health"),
    )
    assert forecast_of(needed, rows).outlook is outlook


def test_a_measure_with_a_missed_target_says_so_and_the_quiet_ones_are_counted(
    data: BoardPaperReportData, make_series: MakeSeries, target: Target
) -> None:
    plain = make_series("50", "49", "51")
    series = restated(plain, target=target)
    known = replace(data, performance=(Performance(series, None), Performance(plain, None)))
    part = after(chairs_brief(brief(known)).blocks, "What the figures say")
    assert series.status.is_missed
    (table,) = (block for block in part if isinstance(block, Table))
    assert words(table.rows[0][2]).endswith("Target not met by 25 weeks.")
    (note,) = (block for block in part if isinstance(block, Paragraph))
    assert words(note.line) == "1 other measure has neither."


def test_the_questions_come_from_the_records(
    data: BoardPaperReportData, make_action: MakeAction
) -> None:
    quiet = replace(data, log=replace(data.log, rows=()))
    assert "Questions worth asking" not in texts(chairs_brief(brief(quiet)))
    rows = (
        make_action("EST-A-003", date(2026, 5, 1), moved=3, owner="Neil Avocet"),
        make_action("EST-A-004", date(2026, 6, 1), moved=1),
    )
    pressed = replace(data, log=replace(data.log, rows=rows))
    (lines,) = after(chairs_brief(brief(pressed)).blocks, "Questions worth asking")
    assert isinstance(lines, Bullets)
    (line,) = map(words, lines.lines)
    assert line == (
        "To Neil Avocet: “EST-A-003 was moved 3 times and passed 1 May 2026. "
        "What do you need to finish it?”"
    )


def test_an_open_brief_that_leaves_actions_out_asks_nothing_that_rests_on_their_number(
    data: BoardPaperReportData, make_action: MakeAction
) -> None:
    rows = tuple(
        make_action(f"EST-A-{number:03}", date(2027, 1, number), owner_id=data.board.group.id)
        for number in range(1, 6)
    )
    loaded = replace(data, log=replace(data.log, rows=rows))
    (lines,) = after(chairs_brief(brief(loaded)).blocks, "Questions worth asking")
    assert isinstance(lines, Bullets)
    assert words(lines.lines[0]).startswith("To Tom Whinchat: “You have 5 of our 5 open actions.")
    withheld = replace(loaded, board=replace(loaded.board, leaves_out=True))
    assert "Questions worth asking" not in texts(chairs_brief(brief(withheld)))


def test_a_decision_whose_review_is_due_stands_under_what_is_asked(
    data: BoardPaperReportData, group: Group
) -> None:
    decision = Decision(
        ref="EST-D-001",
        group_id=group.id,
        meeting_id=group.id,
        text="One tracker",
        decided_on=date(2026, 1, 5),
        review_by=date(2026, 12, 1),
    )
    assert "EST-D-001: One tracker (1 December 2026)" in texts(chairs_brief(brief(data, decision)))
