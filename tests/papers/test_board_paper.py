"""The outline of the board paper: its parts, what each says first, and where its pages turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from lfjb_desk.domain.blocks import (
    Block,
    Chart,
    Contents,
    Decisions,
    Heading,
    MessageTitle,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Span,
    Style,
    Table,
)
from lfjb_desk.domain.meetings.meetings import Purpose
from lfjb_desk.domain.read_models.meetings.meetings import NextDate
from lfjb_desk.papers.board_paper import board_paper
from lfjb_desk.papers.parts.report_data import (
    BoardPaperReportData,
    Performance,
)
from tests.papers.conftest import (
    MakeSeries,
    after,
    texts,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


LONG = ("50", "49", "51", "48", "47", "46")
SHORT = ("50", "49")
WHOSE = "Actions are those of the board and of any group under it; restricted ones are left out."


def outline(paper: Paper) -> list[tuple[str, int, str, bool]]:
    """Return the parts of a paper: words, level, anchor, and whether a page turns before."""
    return [
        (block.text, block.level, block.anchor, block.new_page)
        for block in paper.blocks
        if isinstance(block, Heading) and block.level == 2
    ]


def test_the_parts_of_a_board_paper_and_where_its_pages_turn(data: BoardPaperReportData) -> None:
    paper = board_paper(data)
    assert outline(paper) == [
        ("What the board is asked to decide", 2, "decide", False),
        ("Agenda", 2, "agenda", True),
        ("Minutes of the last meeting", 2, "minutes", True),
        ("Position at a glance", 2, "position", True),
        ("Action log", 2, "actions", False),
        ("Performance", 2, "performance", False),
        ("Drivers of delay in brief", 2, "drivers", True),
        ("Reports from sub-groups", 2, "groups", True),
        ("Membership and vacancies", 2, "seats", False),
        *(part for part in outline(paper) if part[2] == "dates"),
    ]
    assert outline(paper)[-1][2] == "dates"
    kinds = [block for block in paper.blocks if isinstance(block, PageBreak | Contents | Section)]
    assert kinds == [
        PageBreak(),
        Contents(),
        Section(Orientation.LANDSCAPE),
        Section(Orientation.PORTRAIT),
    ]
    log = list(paper.blocks).index(Heading("Action log", 2, "actions"))
    assert paper.blocks[log - 1] == Section(Orientation.LANDSCAPE)
    figures = list(paper.blocks).index(Heading("Performance", 2, "performance"))
    assert paper.blocks[figures - 1] == Section(Orientation.PORTRAIT)


def test_the_front_says_what_there_is_to_do(data: BoardPaperReportData) -> None:
    paper = board_paper(data)
    assert paper.title == ("Estuary Local Family Justice Board: papers for 3 December 2026")
    assert paper.footer == "Estuary LFJB: board meeting, 3 December 2026"
    said = texts(paper)
    assert "Board meeting, 3 December 2026" in said
    assert "2 decisions to make; 2 actions are late." in said
    idle = replace(data, log=replace(data.log, rows=()))
    assert "2 decisions to make; no action is late." in texts(board_paper(idle))


def test_each_part_says_what_the_agenda_says_of_it(data: BoardPaperReportData) -> None:
    blocks = board_paper(data).blocks
    lines = {
        heading: words(block.line)
        for heading in (
            "Minutes of the last meeting",
            "Position at a glance",
            "Action log",
            "Performance",
            "Drivers of delay in brief",
            "Reports from sub-groups",
            "Membership and vacancies",
        )
        if isinstance(block := after(blocks, heading)[0], Paragraph)
        and block.style is Style.ITEM_LINE
    }
    assert {heading: line.split(", ")[0] for heading, line in lines.items()} == {
        "Minutes of the last meeting": "Item 1",
        "Position at a glance": "Item 2",
        "Action log": "Item 3",
        "Performance": "Item 4",
        "Drivers of delay in brief": "Item 5",
        "Reports from sub-groups": "Item 6",
        "Membership and vacancies": "Item 7",
    }
    ends = [
        "Board meeting 23.",
        "Figures held on 23 November 2026.",
        f"Judged on 23 November 2026. {WHOSE}",
        "Figures held on 23 November 2026; a band or dashes show a target.",
        (
            "The report on drivers says more of each. Actions and decisions are those of the "
            "board and of any group under it."
        ),
        "What each group did since the last meeting.",
        "No seat, 0 filled.",
    ]
    assert [line.partition("Lead: Helen Wagtail. ")[2] for line in lines.values()] == ends
    assert "to decide (D1), 15 minutes" in lines["Action log"]
    assert "to decide (D2), 20 minutes" in lines["Performance"]
    assert "to note, 5 minutes" in lines["Position at a glance"]
    bare = replace(data, next=replace(data.next, agenda=replace(data.next.agenda, lines=())))
    (first, *_) = after(board_paper(bare).blocks, "Action log")
    assert first == Paragraph(f"Judged on 23 November 2026. {WHOSE}", Style.ITEM_LINE)


def test_items_of_the_agenda_lead_to_their_parts(data: BoardPaperReportData) -> None:
    (table,) = (one for one in after(board_paper(data).blocks, "Agenda") if isinstance(one, Table))
    leads = [
        {span.leads_to for cell in row if isinstance(cell, tuple) for span in cell} - {""}
        for row in table.rows
    ]
    parts = ["minutes", "position", "actions", "performance", "drivers", "groups", "seats", "dates"]
    assert leads == [*({part} for part in parts), set()]
    assert isinstance(table.rows[0][1], tuple)
    assert isinstance(table.rows[0][1][0], Span)


def test_the_first_meeting_has_no_minutes_to_agree(data: BoardPaperReportData) -> None:
    blocks = after(board_paper(replace(data, last=None)).blocks, "Minutes of the last meeting")
    assert blocks == [Paragraph("This is the first meeting, so there are no minutes to agree.")]


def test_without_a_figure_the_paper_says_so(data: BoardPaperReportData) -> None:
    blocks = after(board_paper(data).blocks, "Performance")[1:]
    assert Paragraph("No figure has been imported for this area.") in blocks
    missing = replace(data, missing=("Cases issued", "CAFCASS load"))
    blocks = after(board_paper(missing).blocks, "Performance")
    assert blocks[2:4] == [
        Heading("Figures that nobody has sent", 3),
        Paragraph("No figure for Estuary has been imported for cases issued and CAFCASS load."),
    ]


def messages(blocks: Iterable[Block]) -> list[str]:
    """Return anchors of measures, charts and page breaks in their order."""
    found = []
    for block in blocks:
        match block:
            case MessageTitle(anchor=anchor):
                found.append(anchor)
            case Chart():
                found.append(f"chart {block.height_cm}")
            case PageBreak():
                found.append("page")
            case Heading(text=text):
                found.append(text)
            case _:
                pass
    return found


def test_short_series_come_first_and_no_chart_begins_a_page_of_itself(
    data: BoardPaperReportData, make_series: MakeSeries
) -> None:
    own, short, nation = (
        replace(series, measure=series.measure.model_copy(update={"code": code}))
        for series, code in (
            (make_series(*LONG), "own"),
            (make_series(*SHORT), "short"),
            (make_series(*LONG), "nation"),
        )
    )
    both = (Performance(own, None), Performance(short, None), Performance(None, nation))
    blocks = after(board_paper(replace(data, performance=both)).blocks, "Performance")
    assert messages(blocks) == [
        "measure-short",
        "measure-own",
        "chart 3.8",
        "nation-nation",
        "chart 3.8",
    ]
    charts = replace(data, performance=(Performance(own, None), Performance(None, nation)))
    blocks = after(board_paper(charts).blocks, "Performance")
    assert messages(blocks)[0] == "measure-own", "the first chart stands at the top"
    missing = replace(charts, missing=("Cases issued",))
    blocks = after(board_paper(missing).blocks, "Performance")
    assert messages(blocks)[:3] == [
        "Figures that nobody has sent",
        "measure-own",
        "chart 3.8",
    ]


def test_a_measure_of_no_driver_that_asks_for_no_look_is_left_to_the_report(
    data: BoardPaperReportData, make_series: MakeSeries
) -> None:
    left = Performance(make_series(*LONG), None, linked=False)
    blocks = after(board_paper(replace(data, performance=(left,))).blocks, "Performance")
    assert messages(blocks) == ["Figures that are not shown here"]
    assert blocks[-2:] == [
        Heading("Figures that are not shown here", 3),
        Paragraph(
            "Measures of no driver, without a signal or a missed target: average length of care "
            "and supervision cases. The performance report has them."
        ),
    ]


def test_a_first_meeting_is_not_asked_to_agree_minutes(data: BoardPaperReportData) -> None:
    minutes, *rest = data.next.agenda.lines
    decided = minutes.item.model_copy(update={"purpose": Purpose.DECIDE})
    lines = (replace(minutes, item=decided), *rest)
    for is_first, asked in ((False, "3 decisions"), (True, "2 decisions")):
        agenda = replace(data.next.agenda, lines=lines, is_first=is_first)
        last = None if is_first else data.last
        paper = board_paper(replace(data, last=last, next=replace(data.next, agenda=agenda)))
        assert f"{asked} to make; 2 actions are late." in texts(paper)
        asks = next(block for block in paper.blocks if isinstance(block, Decisions)).asks
        assert asks[0].ask.startswith("Actions" if is_first else "Last minutes")


def test_where_only_sub_groups_meet_again_the_paper_says_so(data: BoardPaperReportData) -> None:
    group = uuid4()
    dates = (NextDate(date(2027, 1, 12), None, "Data group 3", "", group),)
    words = "No meeting of the board is set after 3 December 2026."
    assert words in texts(board_paper(replace(data, dates=dates)))
    own = (*dates, replace(dates[0], group_id=data.next.agenda.meeting.group_id))
    assert words not in texts(board_paper(replace(data, dates=own)))
