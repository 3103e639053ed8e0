"""The chair's brief: two pages to read before a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.blocks import Bullets, Heading, Paragraph, Span, Style, Tone
from lfjb_desk.domain.figures.targets import missed_words
from lfjb_desk.domain.formatting import count, figure, listed, long_date, lower_first
from lfjb_desk.domain.meetings.meetings import Presence
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.domain.read_models.meetings.forecast import QuorumOutlook, forecast_of
from lfjb_desk.papers.agenda import asked_blocks
from lfjb_desk.papers.board_parts import came_words, change_lines, telling_first
from lfjb_desk.papers.brief_amendments import amendment_blocks
from lfjb_desk.papers.parts.action_tables import how_many_late, owner_cell, split
from lfjb_desk.papers.parts.common import (
    NOTHING,
    absent,
    bold,
    front,
    paper,
    shorter,
    since_words,
    when,
)
from lfjb_desk.papers.parts.questions import question_lines
from lfjb_desk.papers.parts.series_chart import category
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block, Line, Paper
    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.domain.read_models.meetings.forecast import QuorumForecast
    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow
    from lfjb_desk.papers.parts.report_data import ChairsBriefReportData

MOST_MEASURES = 4
MOST_LATE = 6
"""So many fit on two pages; a sentence says how many more there are."""
_OUTLOOKS = {
    QuorumOutlook.LIKELY: "a quorum is likely",
    QuorumOutlook.NO_SPARE: "a quorum needs everyone who is expected",
    QuorumOutlook.AT_RISK: "the quorum is at risk",
    QuorumOutlook.NO_RULE: "no quorum is agreed",
}


def chairs_brief(data: ChairsBriefReportData) -> Paper:
    """Return what the chair of a meeting wants to know before it."""
    view, board = data.next.agenda, data.board
    day = long_date(view.meeting.held_on)
    verb = "was" if _is_past(data) else "is"
    blocks: tuple[Block, ...] = (
        *front(
            board,
            f"Chair's brief, {day}",
            _lead(data),
            (
                ("Meeting", ", ".join(filter(None, (view.label, when(view), view.meeting.place)))),
                ("For", board.chair or "No chair is appointed"),
            ),
            view.meeting.held_on,
        ),
        Heading(f"What the {board.called} {verb} asked to decide", 2, "decide"),
        *asked_blocks(data.next, lambda _: "", drafts_here=False),
        *_due(data.due),
        *(amendment_blocks(data.amendments) if data.amendments else ()),
        Heading("What the figures say", 2, "figures"),
        *_figures(data),
        Heading(
            f"What has changed{since_words(data.log.since, data.log.until)}",
            2,
            "changes",
            new_page=True,
        ),
        Bullets(_in_pairs(change_lines(data))),
        Heading("What is late, and whose", 2, "late"),
        *_late(data),
        Heading(f"Who {'was' if _is_past(data) else 'will be'} missing", 2, "missing"),
        *_missing(data),
        *_questions(data),
    )
    return paper(board, "chair's brief", f"chair's brief for {day}", day, blocks)


def _is_past(data: ChairsBriefReportData) -> bool:
    return data.next.meeting.is_over(data.board.today)


def _lead(data: ChairsBriefReportData) -> str:
    number = count(len(data.next.agenda.decisions_asked), "decision").capitalize()
    late = how_many_late(data.board, data.log.rows)
    if _is_past(data):
        return f"{number} asked for; {late}."
    return f"{number} to make; {late}; {_OUTLOOKS[_forecast(data).outlook]}."


def _in_pairs(lines: Sequence[tuple[Span, ...]]) -> tuple[Line, ...]:
    """Return lines two by two, so that they take half the height."""
    return tuple(
        tuple(span for line in lines[at : at + 2] for span in (*line, Span(" ")))
        for at in range(0, len(lines), 2)
    )


def _due(due: Sequence[Decision]) -> tuple[Block, ...]:
    """Return the decisions in force whose review is due; nothing where there is none."""
    if not due:
        return ()
    lines = tuple(
        bold(f"{decision.ref}:", f" {decision.text} ({long_date(decision.review_by)})")
        for decision in due
        if decision.review_by
    )
    return Heading("Decisions due for another look", 3), Bullets(lines)


def _figures(data: ChairsBriefReportData) -> tuple[Block, ...]:
    """Return the measures with a signal or a missed target, and how many have neither."""
    known = [reported.local for reported in data.performance if reported.local is not None]
    if not known:
        return (Paragraph("No figure has been imported for this area."),)
    telling = [series for series in telling_first(known) if series.status.asks_for_a_look]
    if not telling:
        return (Paragraph("No measure has a signal or misses its target."),)
    table = table_of(
        "Measures that ask for a look",
        "Measures with a signal or a missed target: newest figure, and what the figures say.",
        (
            RowColumn("Measure", 4.6, lambda series: shorter(series.name), bold=True),
            RowColumn("Latest", 3.4, _latest),
            RowColumn("What the figures say", 8.8, _message),
        ),
        telling[:MOST_MEASURES],
    )
    return table, *_left(telling[MOST_MEASURES:], len(known) - len(telling))


def _latest(series: Series) -> str:
    point, measure = series.latest, series.measure
    value = figure(point.value, measure.unit, measure.decimals, point.marker)
    return f"{value}\n{category(series, point)}"


def _message(series: Series) -> str:
    words, status = f"{series.narrative.front}.", series.status
    if not status.is_missed:
        return words
    return f"{words} {missed_words(status.miss, series.measure)}."


def _left(more: Sequence[Series], quiet: int) -> tuple[Block, ...]:
    sentences = []
    if more:
        names = listed([lower_first(shorter(series.name)) for series in more])
        sentences.append(f"Also with a signal or a missed target: {names}.")
    if quiet:
        have = "has" if quiet == 1 else "have"
        sentences.append(f"{count(quiet, 'other measure').capitalize()} {have} neither.")
    return (Paragraph(" ".join(sentences), Style.SOURCE),) if sentences else ()


def _late(data: ChairsBriefReportData) -> tuple[Block, ...]:
    late = split(data.log).late
    if not late:
        return (Paragraph(absent(data.board, "No action is late.")),)
    opened = sum(not row.closed for row in data.log.rows)
    more = len(late) - MOST_LATE
    words = f"{len(late)} of {count(opened, 'open action')} {_is_or_are(len(late))} late"
    words += f"; the {MOST_LATE} longest overdue are listed." if more > 0 else "."
    by_meeting = _due_by_meeting(data)
    if by_meeting:
        refs = listed([f"{row.action.ref} ({row.owner or 'no owner'})" for row in by_meeting])
        words += f" Due by the meeting: {refs}."
    table = table_of(
        "Late actions",
        f"{count(len(late[:MOST_LATE]), 'action').capitalize()}, the longest overdue first.",
        (
            RowColumn("Ref", 2.7, lambda row: row.action.ref, bold=True),
            RowColumn("Action", 7.0, lambda row: row.action.title),
            RowColumn("Owner", 3.9, owner_cell),
            RowColumn("Late by", 3.2, _late_by),
        ),
        late[:MOST_LATE],
    )
    return table, Paragraph(words, Style.SOURCE)


def _late_by(row: ActionRow) -> Line:
    days = Span(f"■ {count(row.days_late, 'day')}", bold=True, tone=Tone.LATE)
    return days, Span(f"\n{row.moved_words}")


def _is_or_are(number: int) -> str:
    return "is" if number == 1 else "are"


def _due_by_meeting(data: ChairsBriefReportData) -> list[ActionRow]:
    """Return what falls due until the meeting and is not late today."""
    return [
        row
        for row in sorted(data.log.rows, key=urgency)
        if row.standing in {ActionStanding.SOON, ActionStanding.ON_TIME}
        and row.action.due <= data.next.meeting.held_on
    ]


def _missing(data: ChairsBriefReportData) -> tuple[Block, ...]:
    minutes = data.next.minutes
    rows = [row for row in minutes.attendance if _absence(row)]
    if _is_past(data):
        sentence = came_words(minutes)
    else:
        outlook = _OUTLOOKS[_forecast(data).outlook]
        sentence = f"{outlook[:1].upper()}{outlook[1:]}: {_forecast(data).words}."
    if not rows:
        nobody = "Nobody has sent apologies, and every seat is filled."
        return Paragraph(nobody), Paragraph(sentence)
    table = table_of(
        "Who is missing",
        f"{count(len(rows), 'seat').capitalize()}: member, and what is known of the day.",
        (
            RowColumn("Seat", 5.6, lambda row: row.seat.title, bold=True),
            RowColumn("Member", 4.6, lambda row: row.person.name if row.person else NOTHING),
            RowColumn("On the day", 6.6, _absence),
        ),
        rows,
    )
    return table, Paragraph(sentence)


def _absence(row: AttendanceRow) -> Line:
    """Return why a seat is not filled by its member; empty where they are expected, or came."""
    if row.presence is Presence.DEPUTY and row.mark is not None:
        return f"{row.mark.deputy_name} comes as deputy"
    if row.presence is Presence.APOLOGIES:
        return "Apologies; no deputy is named"
    if row.presence is Presence.ABSENT:
        return "Will not come; no deputy is named"
    if row.vacant:
        since = f" since {long_date(row.vacant_since)}" if row.vacant_since else ""
        return f"Empty{since}"
    return ""


def _forecast(data: ChairsBriefReportData) -> QuorumForecast:
    return forecast_of(data.board.group.quorum, data.next.minutes.attendance)


def _questions(data: ChairsBriefReportData) -> tuple[Block, ...]:
    lines = question_lines(data)
    return (Heading("Questions worth asking", 2, "questions"), Bullets(lines)) if lines else ()
