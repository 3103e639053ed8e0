"""Progress against drivers of delay: one line from driver to figure, action and decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    Bullets,
    Contents,
    Decisions,
    Heading,
    Orientation,
    PageBreak,
    PaperColumn,
    Paragraph,
    Section,
    Style,
    Table,
)
from lfjb_desk.domain.formatting import count, long_date, short_date
from lfjb_desk.domain.meetings.meetings import ItemTopic
from lfjb_desk.domain.read_models.driver_words import events_words
from lfjb_desk.papers.agenda import ask
from lfjb_desk.papers.parts.common import (
    NONE,
    absent,
    bold,
    front,
    item_line,
    paper,
    severity_cell,
    since_words,
)
from lfjb_desk.papers.parts.driver_parts import (
    driver_page,
    gap_words,
    late_cell,
    matrix,
    whose_actions,
    worst_first,
)
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.blocks import Block, Line, Paper
    from lfjb_desk.domain.read_models.drivers import DriverView
    from lfjb_desk.papers.parts.report_data import BoardReportData, DriversReportData

HIGH = 4
"""The severity from which a driver has a page of its own."""


def matters(view: DriverView) -> bool:
    """Tell whether a driver has a page of its own: it is severe, or an action on it is late."""
    return view.severity >= HIGH or bool(view.late)


def drivers_paper(data: DriversReportData) -> Paper:
    """Return the report on progress against the drivers of delay."""
    board = data.board
    day = long_date(board.today)
    ordered = worst_first(data.drivers)
    own = [view for view in ordered if matters(view)]
    blocks: list[Block] = [
        *front(
            board,
            "Progress against drivers of delay",
            _lead(board, ordered),
            _pairs(data, ordered),
            _meeting_on(data),
        ),
        Heading(f"What the {board.called} is asked to decide", 2, "decide"),
        *_asks(data),
        PageBreak(),
        Contents(),
        Paragraph("Decisions have the same numbers here as in the board paper.", Style.SOURCE),
        Section(Orientation.LANDSCAPE),
        Heading("All drivers on one page", 2, "matrix"),
        item_line(f"{_order(ordered)} Actions as they stood on {day}."),
        *((matrix(ordered, own),) if ordered else (Paragraph("No driver of delay is held."),)),
        Paragraph(
            f"{whose_actions(board)} Open counts those that are neither done nor dropped, late "
            "ones among them. PLO is the Public Law Outline; LA is local authority.",
            Style.SOURCE,
        ),
        Section(Orientation.PORTRAIT),
        *_reading(data, ordered),
    ]
    for view in own:
        blocks += driver_page(view, data)
    blocks += _others(board, [view for view in ordered if not matters(view)])
    blocks += _idle(board, ordered)
    return paper(board, "progress against drivers", f"drivers of delay, {day}", day, tuple(blocks))


def _lead(board: BoardReportData, ordered: Sequence[DriverView]) -> str:
    late = sum(len(view.late) for view in ordered)
    high = sum(view.severity >= HIGH for view in ordered)
    sentence = f"{count(high, 'driver')} judged high or severe; {count(late, 'action')} late."
    sentence = sentence if late else absent(board, sentence)
    return sentence[:1].upper() + sentence[1:]


def _pairs(data: DriversReportData, ordered: Sequence[DriverView]) -> tuple[tuple[str, Line], ...]:
    board, since = data.board, data.since
    judged = _judged_words(ordered)
    ends = data.until or board.today
    period = f"{short_date(since, ends)} to {long_date(ends)}" if since else ""
    return (
        ("For", _meeting(data)),
        ("Period", period or f"Up to {long_date(ends)}"),
        ("Severity", f"{judged[:1].upper()}{judged[1:]}" if judged else "Not judged yet"),
        ("Chair", board.chair),
        ("Secretary", board.secretary),
    )


def _judged_words(views: Sequence[DriverView]) -> str:
    """Return when severities were judged, each for the last time; empty where none has been.

    Where they were judged on several days, the last alone would make the others look newer.
    """
    days = [view.standing.judged_on for view in views if view.standing]
    judged = sorted(day for day in days if day is not None)
    if not judged:
        return ""
    first, last = long_date(judged[0]), long_date(judged[-1])
    return f"last judged on {last}" if first == last else f"last judged from {first} to {last}"


def _order(ordered: Sequence[DriverView]) -> str:
    """Return in which order the drivers stand, and when their severity was judged."""
    if not any(view.severity for view in ordered):
        return "No driver has been judged yet; those with late actions come first."
    judged = _judged_words(ordered)
    day = f" Severity {judged}." if judged else ""
    return f"Worst first: by severity, then by late actions.{day}"


def _meeting_on(data: DriversReportData) -> date | None:
    return data.next.meeting.held_on if data.next else None


def _meeting(data: DriversReportData) -> str:
    if data.next is None:
        return ""
    view = data.next.agenda
    line = next((line for line in view.lines if line.item.topic is ItemTopic.DRIVERS), None)
    meeting = f"{view.label}, {long_date(view.meeting.held_on)}"
    return f"{meeting}, item {line.number}" if line else meeting


def _asks(data: DriversReportData) -> tuple[Block, ...]:
    """Return the decisions on drivers, under the numbers that the board paper gives them."""
    if data.next is None:
        return (Paragraph("No next meeting is set, so no decision is asked for."),)
    which = "same" if data.next.meeting.is_over(data.board.today) else "next"
    nothing = f"No item of the {which} meeting asks the {data.board.called} to decide on a driver."
    none = (Paragraph(absent(data.board, nothing)),)
    view = data.next.agenda
    numbered = list(enumerate(view.decisions_asked, start=1))
    parts = tuple(
        Decisions((ask(line, "matrix"),), number)
        for number, line in numbered
        if line.item.topic is ItemTopic.DRIVERS
    )
    return parts or none


def _reading(data: DriversReportData, ordered: Sequence[DriverView]) -> tuple[Block, ...]:
    since = since_words(data.since, data.until)
    lines = tuple(
        bold(f"{view.driver.name}:", f" {' '.join(events_words(view.changed))}")
        for view in ordered
        if view.changed
    )
    unchanged = "Nothing has changed on any driver."
    words = Table(
        "What the words mean",
        "Words used in this report, and what each means.",
        (PaperColumn("Word", 3.2, bold=True), PaperColumn("What it means", 13.6)),
        (
            ("Severity", "How much time the driver costs families, as the board judged it"),
            ("Baseline", "The first figure that progress is counted from"),
            ("Signal", "♦ Better or ■ Worse: more than chance; it does not prove a cause"),
            ("Rules", "NHS-R is the published set of rules by which the desk finds signals"),
            ("Late", "An open action past its due date, and not put off"),
        ),
    )
    return (
        Heading("How to read this report", 2, "reading"),
        item_line("One line from driver to decision; where a link is missing, it says None."),
        words,
        Heading(f"What has changed{since}", 3),
        Bullets(lines) if lines else Paragraph(absent(data.board, unchanged)),
        Heading("What the figures cannot say", 3),
        Paragraph(
            "A move after an action does not prove that the action caused it. "
            "A figure that is missing is shown as missing, never as nought."
        ),
    )


def _others(board: BoardReportData, views: Sequence[DriverView]) -> tuple[Block, ...]:
    if not views:
        return ()
    table = table_of(
        "Other drivers",
        "Drivers without a page of their own: severity, lead, actions, and what is missing.",
        (
            RowColumn("Driver", 4.6, lambda view: view.driver.name, bold=True),
            RowColumn(
                "Severity", 2.4, lambda view: severity_cell(view.severity, view.severity_word)
            ),
            RowColumn("Lead", 3.0, lambda view: view.lead or NONE),
            RowColumn("Open", 1.4, lambda view: str(len(view.open)), figures=True),
            RowColumn("Late", 1.4, lambda view: late_cell(len(view.late)), figures=True),
            RowColumn("What is missing", 4.0, lambda view: gap_words(board, view) or NONE),
        ),
        views,
    )
    severities = {"Judged below high" if view.severity else "Not judged yet" for view in views}
    judged = " or ".join(sorted(severities)).capitalize()
    line = item_line(absent(board, f"{judged}, and no action late."))
    return Heading("The other drivers", 2, "others", new_page=True), line, table


def _done(board: BoardReportData, view: DriverView) -> str:
    words = f"{count(len(view.done), 'action')} done"
    return words if view.done else absent(board, words)


def _idle(board: BoardReportData, ordered: Sequence[DriverView]) -> tuple[Block, ...]:
    idle = [view for view in ordered if not view.open]
    heading = Heading(absent(board, "Drivers with no open action"), 2, "idle")
    if not idle:
        return heading, Paragraph("Every driver has an open action.")
    return heading, Bullets(
        tuple(
            bold(
                f"{view.driver.name}:",
                f" {view.severity_word}; {_done(board, view)}.",
            )
            for view in idle
        )
    )
