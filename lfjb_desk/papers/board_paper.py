"""The board paper: what is asked, what is late, what the figures say, and what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    Bullets,
    Contents,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Section,
)
from lfjb_desk.domain.formatting import count, listed, long_date, lower_first
from lfjb_desk.domain.meetings.meetings import ItemTopic
from lfjb_desk.papers.agenda import (
    agenda_blocks,
    asked_blocks,
    meeting_pairs,
)
from lfjb_desk.papers.board_parts import (
    came_words,
    last_minutes_blocks,
    position_blocks,
    vacancy_blocks,
)
from lfjb_desk.papers.minutes import date_blocks, decision_line
from lfjb_desk.papers.parts.action_tables import how_many_late, log_blocks, whose_words
from lfjb_desk.papers.parts.common import about_item, absent, bold, front, item_line, paper
from lfjb_desk.papers.parts.driver_parts import brief_blocks, whose_actions
from lfjb_desk.papers.parts.figures import performance_blocks
from lfjb_desk.papers.parts.group_reports import group_blocks
from lfjb_desk.papers.parts.series_chart import charted
from lfjb_desk.papers.parts.texts_asked import draft_anchor, draft_asked, drafts_asked
from lfjb_desk.papers.terms import draft_part

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Paper
    from lfjb_desk.domain.meetings.meetings import AgendaItem
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.papers.parts.report_data import BoardPaperReportData

CHART_CM = 3.8
"""Height of a chart, so that two measures with the newest figures of each share a page."""
_ANCHORS = {
    ItemTopic.MINUTES: "minutes",
    ItemTopic.POSITION: "position",
    ItemTopic.ACTIONS: "actions",
    ItemTopic.PERFORMANCE: "performance",
    ItemTopic.DRIVERS: "drivers",
    ItemTopic.SUB_GROUPS: "groups",
    ItemTopic.MEMBERSHIP: "seats",
    ItemTopic.DATES: "dates",
}
"""The part of the paper that a topic leads to; the others lead to none."""


def _anchor_of(data: BoardPaperReportData, item: AgendaItem) -> str:
    """Return the anchor of the part that an item is about; empty when it has none."""
    document = draft_asked(item, data.next.documents)
    return draft_anchor(document) if document else _ANCHORS.get(item.topic, "")


def board_paper(data: BoardPaperReportData) -> Paper:
    """Return the board paper of a meeting."""
    view, anchor_of = data.next.agenda, partial(_anchor_of, data)
    day = long_date(view.meeting.held_on)
    blocks: tuple[Block, ...] = (
        *front(
            data.board,
            f"{data.board.meeting}, {day}",
            _lead(data),
            meeting_pairs(data.board, data.next),
            view.meeting.held_on,
        ),
        *_decided(data),
        Heading(f"What the {data.board.called} {_verb(data)} asked to decide", 2, "decide"),
        *asked_blocks(data.next, anchor_of, drafts_here=True),
        PageBreak(),
        Contents(),
        Heading("Agenda", 2, "agenda", new_page=True),
        *agenda_blocks(view, why=False, leads_to=anchor_of),
        *_last_minutes(data),
        *_drafts(data),
        Heading("Position at a glance", 2, "position", new_page=True),
        _item_line(data, ItemTopic.POSITION, f"Figures held on {long_date(data.board.today)}."),
        *position_blocks(data),
        *_action_log(data),
        *_performance(data),
        Heading("Drivers of delay in brief", 2, "drivers", new_page=True),
        _item_line(data, ItemTopic.DRIVERS, _driver_words(data)),
        *brief_blocks(data.board, data.drivers),
        Heading("Reports from sub-groups", 2, "groups", new_page=True),
        _item_line(data, ItemTopic.SUB_GROUPS, "What each group did since the last meeting."),
        *group_blocks(data),
        Heading("Membership and vacancies", 2, "seats"),
        _item_line(data, ItemTopic.MEMBERSHIP, _seat_words(data)),
        *vacancy_blocks(data.board, data.seats),
        *date_blocks(data.dates),
        *_no_own_date(data),
    )
    return paper(data.board, lower_first(data.board.meeting), f"papers for {day}", day, blocks)


def _is_past(data: BoardPaperReportData) -> bool:
    return data.next.meeting.is_over(data.board.today)


def _verb(data: BoardPaperReportData) -> str:
    return "was" if _is_past(data) else "is"


def _decided(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return what a meeting that is over decided, and whether it had a quorum; else nothing."""
    if not _is_past(data):
        return ()
    heading = Heading(f"What the {data.board.called} decided", 2, "decided")
    minutes = data.next.minutes
    if not minutes.meeting.state.is_begun:
        return heading, Paragraph("Nothing is recorded of this meeting.")
    rows = minutes.decisions
    lines = tuple(bold(f"{row.decision.ref}:", f" {decision_line(row)}") for row in rows)
    none = Paragraph(absent(data.board, "No decision is recorded."))
    return heading, item_line(came_words(minutes)), Bullets(lines) if lines else none


def _lead(data: BoardPaperReportData) -> str:
    late = f"{how_many_late(data.board, data.log.rows)}."
    if _is_past(data):
        made = len(data.next.minutes.decisions)
        words = f"{count(made, 'decision')} made".capitalize()
        return f"{words if made else absent(data.board, words)}; {late}"
    asks = count(len(data.next.agenda.decisions_asked), "decision")
    return f"{asks.capitalize()} to make; {late}"


def _no_own_date(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return that only groups under the board meet after this, where that is so."""
    meeting = data.next.agenda.meeting
    if not data.dates or any(date.group_id == meeting.group_id for date in data.dates):
        return ()
    day = long_date(max(meeting.held_on, data.board.today))
    return (Paragraph(f"No meeting of the {data.board.called} is set after {day}."),)


def _item_line(data: BoardPaperReportData, topic: ItemTopic, rest: str) -> Paragraph:
    """Return what the agenda says of a topic, with the number of its decision, then the rest."""
    lines = [line for line in data.next.agenda.lines if line.item.topic is topic]
    decisions = data.next.agenda.decisions_asked
    sentences = []
    for line in lines[:1]:
        decision = decisions.index(line) + 1 if line in decisions else None
        sentences.append(about_item(line.number, line.item, line.presenter, decision))
    return item_line(" ".join([*sentences, rest]))


def _driver_words(data: BoardPaperReportData) -> str:
    return f"The report on drivers says more of each. {whose_actions(data.board)}"


def _seat_words(data: BoardPaperReportData) -> str:
    filled = sum(not seat.vacant for seat in data.seats)
    return f"{count(len(data.seats), 'seat').capitalize()}, {filled} filled."


def _action_log(data: BoardPaperReportData) -> tuple[Block, ...]:
    judged = f"Judged on {long_date(data.board.today)}."
    return (
        Section(Orientation.LANDSCAPE),
        Heading("Action log", 2, "actions"),
        _item_line(data, ItemTopic.ACTIONS, f"{judged} {whose_words(data.board)}"),
        *log_blocks(data.board, data.log),
        Section(Orientation.PORTRAIT),
    )


def _last_minutes(data: BoardPaperReportData) -> tuple[Block, ...]:
    heading = Heading("Minutes of the last meeting", 2, "minutes", new_page=True)
    if data.last is None:
        return heading, Paragraph("This is the first meeting, so there are no minutes to agree.")
    line = _item_line(data, ItemTopic.MINUTES, f"{data.last.label}.")
    return heading, line, *last_minutes_blocks(data.board, data.last, data.next.minutes.arising)


def _drafts(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return the texts that the meeting is asked to agree, but for the minutes."""
    blocks: list[Block] = []
    for row in drafts_asked(data.next):
        blocks += draft_part(row, draft_anchor(row))
    return tuple(blocks)


def _performance(data: BoardPaperReportData) -> tuple[Block, ...]:
    sentence = f"Figures held on {long_date(data.board.today)}; a band or dashes show a target."
    blocks: list[Block] = [
        Heading("Performance", 2, "performance"),
        _item_line(data, ItemTopic.PERFORMANCE, sentence),
    ]
    if not data.performance:
        blocks.append(Paragraph("No figure has been imported for this area."))
    own = [
        reported for reported in data.performance if reported.local is not None and reported.paged
    ]
    short = [reported for reported in own if reported.local and not charted(reported.local)]
    long = [
        (reported.local, reported.narrative, False)
        for reported in own
        if reported.local and charted(reported.local)
    ]
    long += [(reported.national, None, True) for reported in data.performance if reported.national]
    for reported in short:
        if reported.local:
            blocks += performance_blocks(
                reported.local, _anchor(reported.local), narrative=reported.narrative
            )
    blocks += _unsent(data)
    for series, narrative, elsewhere in long:
        anchor = f"nation-{series.measure.code}" if elsewhere else _anchor(series)
        blocks += performance_blocks(
            series,
            anchor,
            elsewhere=elsewhere,
            narrative=narrative,
            height_cm=CHART_CM,
            most_years=None,
        )
    blocks += _unpaged(data)
    return tuple(blocks)


def _anchor(series: Series) -> str:
    return f"measure-{series.measure.code}"


def _unpaged(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return the measures that are left to the performance report, and why."""
    left = [
        reported.local for reported in data.performance if reported.local and not reported.paged
    ]
    if not left:
        return ()
    names = listed(tuple(lower_first(series.name) for series in left))
    sentence = (
        "Measures of no driver, without a signal or a missed target: "
        f"{names}. The performance report has them."
    )
    return Heading("Figures that are not shown here", 3), Paragraph(sentence)


def _unsent(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return the measures of a driver that have no figure for the area."""
    if not data.missing:
        return ()
    names = listed(tuple(lower_first(name) for name in data.missing))
    sentence = f"No figure for {data.board.area} has been imported for {names}."
    return Heading("Figures that nobody has sent", 3), Paragraph(sentence)
