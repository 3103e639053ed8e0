"""Parts of the board paper: last minutes, position, groups and vacancies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Bullets, Heading, Paragraph, Style
from lfjb_desk.domain.common.days import is_closed_since, is_since
from lfjb_desk.domain.formatting import (
    count,
    figure,
    listed,
    long_date,
    lower_first,
    short_date,
)
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.papers.minutes import decision_line, made_words, not_held_words, state_words
from lfjb_desk.papers.parts.action_tables import split
from lfjb_desk.papers.parts.common import (
    NONE,
    NOTHING,
    WITHHELD,
    absent,
    bold,
    item_title,
    shorter,
    since_words,
)
from lfjb_desk.papers.parts.control_lines import signal_cell
from lfjb_desk.papers.parts.series_chart import category, target_cell
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.blocks import Block, Line, Span
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.figures.series import Point, Series
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.meetings.minutes import (
        DecisionRow,
        MattersArising,
        MinutedItem,
        MinutesView,
    )
    from lfjb_desk.papers.parts.report_data import (
        BoardPaperReportData,
        BoardReportData,
        LogReportData,
    )

MOST_MEASURES = 5
MOST_NAMED = 4
SIGNAL_KEY = (
    "♦ Better and ■ Worse are signals, as are ▲ and ▼ where neither way is welcome: "
    "more than the usual ups and downs. ► No change means that the figures vary as usual, "
    f"{NOTHING} Too little variation that they hardly differ, {NOTHING} Too few to judge that they "
    "are too few for firm limits and no rule picks out the newest."
)


def last_minutes_blocks(
    board: BoardReportData, last: MinutesView, arising: MattersArising
) -> tuple[Block, ...]:
    """Return the last minutes in short, then the matters that arise from them."""
    return (
        *_in_short(board, last),
        Heading("Matters arising", 3, "arising"),
        *_arising(board, last, arising),
    )


def _in_short(board: BoardReportData, last: MinutesView) -> tuple[Block, ...]:
    if not last.meeting.state.is_begun:
        return (Paragraph(not_held_words(last)),)
    front = (
        f"{state_words(last.meeting.state)}. {came_words(last)} "
        f"{made_words(board, last).capitalize()}"
    )
    return Paragraph(front), *_recorded(board, last.items)


def came_words(view: MinutesView) -> str:
    """Return whether there was a quorum and how many came, where that is recorded."""
    if not view.quorum.recorded:
        return f"{view.quorum.words}."
    here = sum(row.here for row in view.attendance)
    came = f"{count(here, 'seat').capitalize()} of {len(view.attendance)} had someone in the room."
    return f"{view.quorum.words}. {came}"


def _recorded(board: BoardReportData, items: Sequence[MinutedItem]) -> tuple[Block, ...]:
    lines = tuple(_minuted(board, item) for item in items)
    return (Bullets(lines),) if lines else (Paragraph("The agenda had no item."),)


def _minuted(board: BoardReportData, item: MinutedItem) -> Line:
    title = f"Item {item.number}, {item_title(item)}."
    if item.withheld:
        return bold(title, f" {WITHHELD}")
    points = [note.text for note in item.notes]
    points += [f"{decision_line(row)} ({row.decision.ref})" for row in item.decisions]
    points += [f"New: {count(len(item.actions), 'action')}."] if item.actions else []
    return bold(title, f" {' '.join(points) or absent(board, 'Nothing is recorded.')}")


def _arising(
    board: BoardReportData, last: MinutesView, arising: MattersArising
) -> tuple[Block, ...]:
    open_actions = Paragraph(_open_words(board, last, arising.actions), Style.SOURCE)
    if not arising.decisions:
        nothing = absent(board, "No decision of the last meeting is recorded.")
        return Paragraph(nothing), open_actions
    items: dict[UUID | None, MinutedItem] = {e.item.id: e for e in last.items if e.actions}
    carrying = {ref for row in arising.decisions for ref in row.actions}

    def carried_out(row: DecisionRow) -> str:
        item = items.get(row.decision.item_id)
        own = row.actions or (absent(board, f"{NONE} of its own" if item else NONE),)
        return "\n".join([*own, *([_raised_too(item, carrying)] if item else [])]).strip()

    table = table_of(
        "Matters arising",
        "Decisions of the last meeting: reference, what was decided, actions, state.",
        (
            RowColumn("Ref", 2.7, lambda row: row.decision.ref, bold=True),
            RowColumn("Decision", 8.0, lambda row: row.decision.text),
            RowColumn("Actions", 3.0, carried_out),
            RowColumn("State", 3.1, lambda row: row.decision.state.value.capitalize()),
        ),
        arising.decisions,
    )
    return table, open_actions


def _raised_too(item: MinutedItem, carrying: Collection[str]) -> str:
    """Return how many actions of an item carry out no decision; empty where each does."""
    others = sum(row.action.ref not in carrying for row in item.actions)
    if not others:
        return ""
    return f"{count(others, 'other action')} under item {item.number}"


def _open_words(board: BoardReportData, last: MinutesView, actions: Sequence[ActionRow]) -> str:
    """Return how many actions of the group itself are open, by when they were raised."""
    own = sum(row.action.meeting_id == last.meeting.id for row in actions)
    day = last.meeting.held_on
    later = sum(
        row.action.raised_on > day and row.action.meeting_id != last.meeting.id for row in actions
    )
    parts = ((own, f"from {last.label}"), (len(actions) - own - later, "from before that meeting"))
    counted = [
        f"{number} {words}" for number, words in (*parts, (later, "from after it")) if number
    ]
    if not counted:
        return absent(board, f"No action of the {board.called} itself is open.")
    are = "is" if len(actions) == 1 else "are"
    number = f"{count(len(actions), 'action').capitalize()} of the {board.called} itself"
    log = "the action log has them with those of any group under it"
    return f"{number} {are} open, {listed(counted)}; {log}."


def position_blocks(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return the measures at a glance, then what changed since the last meeting."""
    since = since_words(data.log.since, data.log.until)
    return (
        Heading("Measures", 3),
        *_measures(data),
        Heading(f"What has changed{since}" if since else "Changes", 3),
        Bullets(change_lines(data)),
    )


def _measures(data: BoardPaperReportData) -> tuple[Block, ...]:
    every, left = _reported(data)
    if not every:
        return (Paragraph("No figure has been imported for this area."),)
    columns: tuple[RowColumn[Series], ...] = (
        RowColumn("Measure", 4.5, lambda series: shorter(series.name), bold=True),
        RowColumn("Latest", 2.0, lambda series: _value(series, series.latest), figures=True),
        RowColumn(
            "Period and place",
            2.8,
            lambda series: f"{category(series, series.latest)}\n{series.place}",
        ),
        RowColumn("Before", 1.9, lambda series: _value(series, series.before), figures=True),
        RowColumn("Target", 2.2, target_cell),
        RowColumn("Signal", 3.4, signal_cell),
    )
    table = table_of(
        "Measures at a glance",
        "Latest figure, its period and place, the one before, the target, and the signal.",
        columns,
        every,
    )
    notes = (SIGNAL_KEY, *([_left_words(left)] if left else []))
    return (table, *(Paragraph(note, Style.SOURCE) for note in notes))


def _reported(data: BoardPaperReportData) -> tuple[list[Series], list[Series]]:
    """Return the measures at a glance, those that ask for a look first, and those left out."""
    either = (figures.local or figures.national for figures in data.performance)
    known = [series for series in either if series is not None]
    ordered = telling_first(known)
    most = max(MOST_MEASURES, sum(series.status.asks_for_a_look for series in known))
    # Of a measure without a figure of the area nothing can be said: its own part names it.
    left = [
        series
        for series in ordered[most:]
        if series.place_kind is not PlaceKind.NATION
        and any(value is not None for value in series.values)
    ]
    return ordered[:most], left


def telling_first(measures: Iterable[Series]) -> list[Series]:
    """Return measures by how soon they are to be looked at; equals keep their order."""
    return sorted(measures, key=lambda series: series.status.urgency)


def _left_words(left: Sequence[Series]) -> str:
    """Return which measures are not in the table."""
    names = listed([lower_first(shorter(series.name)) for series in left])
    return f"Without a signal or a missed target and not in the table: {names}."


def _value(series: Series, point: Point | None) -> str:
    if point is None:
        return NONE
    return figure(point.value, series.measure.unit, series.measure.decimals, point.marker)


def change_lines(data: BoardPaperReportData) -> tuple[tuple[Span, ...], ...]:
    """Return what was done, dropped, moved, raised, decided and vacated since the last meeting."""
    parts, is_new = split(data.log), partial(_is_new, data.log)
    done, dropped = (
        [row.action.ref for row in rows if _is_newly_closed(data.log, row.action.closed_on)]
        for rows in (parts.done, parts.dropped)
    )
    moved = [f"{move.ref} to {short_date(move.to, data.board.today)}" for move in data.log.moved]
    since = data.log.since
    raised = [row.action.ref for row in data.log.rows if since and is_new(row.action.raised_on)]
    decided = [row.decision.ref for row in data.next.minutes.arising.decisions]
    none = absent(data.board, " none.")
    return (
        bold("Done:", _refs(data.board, done)),
        bold("Dropped:", _refs(data.board, dropped)),
        bold("Dates moved:", f" {listed(moved)}." if moved else none),
        bold("New actions:", _refs(data.board, raised)),
        bold("Decisions of the last meeting:", _refs(data.board, decided)),
        *_fell_empty(data),
    )


def _is_new(log: LogReportData, day: date | None) -> bool:
    """Tell whether what happened on a day is new; before a first meeting all is."""
    return log.since is None or is_since(day, log.since, log.until)


def _is_newly_closed(log: LogReportData, day: date | None) -> bool:
    return log.since is None or is_closed_since(day, log.since, log.until)


def _fell_empty(data: BoardPaperReportData) -> tuple[tuple[Span, ...], ...]:
    """Return the seats that fell empty since, and how many were empty before."""
    vacant = [seat for seat in data.seats if seat.vacant]
    newly = [seat for seat in vacant if _is_new(data.log, seat.vacant_since)]
    before = len(vacant) - len(newly)
    verb = "is" if before == 1 else "are"
    names = listed([seat.seat.title for seat in newly]) if newly else "none"
    others = f"{'; ' if newly else ', but '}{before} empty from before {verb} still so"
    return (bold("Newly empty seats:", f" {names}{others if before else ''}."),)


def _refs(board: BoardReportData, refs: Sequence[str]) -> str:
    if not refs:
        return absent(board, " none.")
    return (
        f" {listed(list(refs))}."
        if len(refs) <= MOST_NAMED
        else f" {len(refs)}, each in a table of this paper."
    )


def vacancy_blocks(board: BoardReportData, seats: Sequence[SeatRow]) -> tuple[Block, ...]:
    """Return the empty seats, the longest empty first, or that every seat is filled."""
    empty = [seat for seat in seats if seat.vacant]
    if not empty:
        return (Paragraph("Every seat is filled."),)
    ordered = sorted(
        empty, key=lambda seat: (seat.vacant_since is None, seat.vacant_since or board.today)
    )
    table = table_of(
        "Empty seats",
        f"{count(len(empty), 'seat').capitalize()}: organisation, since when, meetings missed.",
        (
            RowColumn("Seat", 5.6, lambda seat: seat.seat.title, bold=True),
            RowColumn("Organisation", 4.6, lambda seat: seat.organisation.name),
            RowColumn("Empty since", 4.2, _empty_since),
            RowColumn("Missed", 2.4, _missed, figures=True),
        ),
        ordered,
    )
    note = (
        f"“Missed” counts meetings of the {board.called} that were held while the seat was empty."
    )
    return table, Paragraph(note, Style.SOURCE)


def _empty_since(seat: SeatRow) -> str:
    return long_date(seat.vacant_since) if seat.vacant_since else "Not recorded"


def _missed(seat: SeatRow) -> str:
    return str(seat.meetings_missed) if seat.meetings_missed is not None else "Not known"
