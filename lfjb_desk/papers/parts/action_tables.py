"""Tables of actions, late ones first; status always as a symbol and its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.domain.actions import SOON, ActionStanding
from lfjb_desk.domain.blocks import (
    Heading,
    MessageTitle,
    Paragraph,
    Span,
    Style,
    Table,
    Tone,
)
from lfjb_desk.domain.common.days import is_closed_since
from lfjb_desk.domain.formatting import count, days_late, long_date, short_date
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.papers.parts.common import NOTHING, RESTRICTED, absent, shorter
from lfjb_desk.papers.parts.tables import RowColumn, names, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.papers.parts.report_data import BoardReportData, LogReportData

NO_OWNER = "No owner"
SYMBOLS = {
    ActionStanding.LATE: "■",
    ActionStanding.SOON: "▲",
    ActionStanding.ON_TIME: "○",
    ActionStanding.ON_HOLD: "○",
    ActionStanding.DONE: "●",
    ActionStanding.DROPPED: NOTHING,
}
"""The symbol before the word of each standing; the word is the standing's own in every paper."""
_KEY = (
    f"■ Late. ▲ Due soon: within {SOON} days, whenever the meeting is. ○ On time, or on hold "
    "until a later day. "
    f"● Done. {NOTHING} Dropped. “Moves” counts how often the due date was moved."
)


def whose_words(board: BoardReportData) -> str:
    """Return whose actions a log holds, and that an open one leaves out what is restricted."""
    words = f"Actions are those of the {board.called} and of any group under it"
    return f"{words}." if board.restricted else f"{words}; restricted ones are left out."


class SplitLog(NamedTuple):
    """The actions of a log by how they stand; what is done or dropped is so since a day."""

    late: list[ActionRow]
    at_meeting: list[ActionRow]
    """Due by the meeting and not late."""
    other: list[ActionRow]
    """Open, and neither late nor due by the meeting."""
    done: list[ActionRow]
    dropped: list[ActionRow]


def status(row: ActionRow, today: date, *, narrow: bool = False) -> Line:
    """Return how an action stands: a symbol and the word, on two lines in a narrow column."""
    standing = row.standing
    word = f"{SYMBOLS[standing]} {standing.value.capitalize()}"
    if standing is ActionStanding.LATE:
        between = "\n" if narrow else ", "
        return (Span(f"{word}{between}{count(row.days_late, 'day')}", bold=True, tone=Tone.LATE),)
    if standing is ActionStanding.SOON:
        return (Span(word, bold=True),)
    if row.closed and row.action.closed_on:
        word = f"{word}\n{short_date(row.action.closed_on, today)}"
    if standing is ActionStanding.DONE:
        return (Span(word, tone=Tone.GOOD),)
    if standing is ActionStanding.ON_HOLD and row.action.sleeping_until and not narrow:
        return f"{word} until\n{long_date(row.action.sleeping_until)}"
    return word


def wide_table(title: str, about: str, rows: Sequence[ActionRow], today: date) -> Table:
    """Return a table of actions for a landscape page."""
    columns: tuple[RowColumn[ActionRow], ...] = (
        RowColumn("Ref", 2.6, _ref, bold=True, name="reference"),
        RowColumn("Action", 7.0, _title_and_outcome),
        RowColumn("Owner", 3.1, lambda row: row.owner or NO_OWNER),
        RowColumn("Body", 3.0, lambda row: shorter(row.body) or NOTHING),
        RowColumn("Due", 4.7, _due, name="due date"),
        RowColumn(
            "Moves", 1.8, lambda row: str(row.times_moved), figures=True, name="moves of the date"
        ),
        RowColumn("Status", 3.5, lambda row: status(row, today)),
    )
    return table_of(title, f"{about}: {names(columns)}.", columns, rows)


def narrow_table(title: str, rows: Sequence[ActionRow], today: date) -> Table:
    """Return a table of actions for a portrait page."""
    columns: tuple[RowColumn[ActionRow], ...] = (
        RowColumn("Ref", 2.6, _ref, bold=True, name="reference"),
        RowColumn("Action", 4.75, _title_and_progress),
        RowColumn("Owner", 3.4, owner_cell),
        RowColumn("Due", 3.8, lambda row: _due(row, short=True), name="due date"),
        RowColumn("Status", 2.25, lambda row: status(row, today, narrow=True)),
    )
    number = count(len(rows), "action").capitalize()
    return table_of(title, f"{number}, late first: {names(columns)}.", columns, rows)


def agreed_table(title: str, rows: Sequence[ActionRow]) -> Table:
    """Return a table of actions as a meeting agreed them, in the order of its minutes."""
    columns: tuple[RowColumn[ActionRow], ...] = (
        RowColumn("Ref", 2.6, _ref, bold=True, name="reference"),
        RowColumn("Action", 5.8, lambda row: row.action.title),
        RowColumn("Owner", 4.4, owner_cell, name="owner and body"),
        RowColumn("Due", 4.0, lambda row: long_date(row.action.due), name="due date"),
    )
    number = count(len(rows), "action").capitalize()
    return table_of(title, f"{number}: {names(columns)}.", columns, rows)


def _ref(row: ActionRow) -> str:
    return f"{row.action.ref}\n{RESTRICTED}" if row.restricted else row.action.ref


def owner_cell(row: ActionRow) -> str:
    """Return who owns an action, and its body on a line of its own."""
    owner = row.owner or NO_OWNER
    return f"{owner}\n{shorter(row.body)}" if row.body else owner


def _title_and_progress(row: ActionRow) -> str:
    """Return what is to be done, and whether it is in progress or what it waits for."""
    return "\n".join(filter(None, (row.action.title, row.progress_words)))


def _title_and_outcome(row: ActionRow) -> str:
    """Return what was to be done, and for a closed action what came of it."""
    action = row.action
    if not row.closed:
        return _title_and_progress(row)
    if not action.outcome:
        return action.title
    dropped = row.standing is ActionStanding.DROPPED
    return f"{action.title}\n{'Why dropped' if dropped else 'Outcome'}: {action.outcome}"


def _due(row: ActionRow, *, short: bool = False) -> str:
    action = row.action
    if action.original_due == action.due:
        return long_date(action.due)
    if short:
        return f"{long_date(action.due)}\n{row.moved_words}"
    return f"{long_date(action.due)}\nfirst: {long_date(action.original_due)}"


def log_blocks(board: BoardReportData, log: LogReportData) -> tuple[Block, ...]:
    """Return the action log: late, due by the meeting, other open ones, and those closed since.

    A part with no action is one sentence, never an empty table.
    """
    parts, today = split(log), board.today
    since = f" since {long_date(log.since)}" if log.since else ""
    blocks: list[Block] = [Paragraph(_KEY, Style.SOURCE)]
    if parts.late:
        claim = f"Late: {count(len(parts.late), 'action')}, the longest overdue first"
        blocks.append(MessageTitle(claim, "late"))
        blocks.append(_part("Late actions", parts.late, today))
    else:
        blocks += [MessageTitle(absent(board, "No action is late"), "late")]
        is_open = parts.at_meeting or parts.other
        quiet = "Every open action is within its due date." if is_open else "No action is open."
        blocks += [Paragraph(absent(board, quiet))]
    for heading, name, rows, empty in (
        *_still_open(parts, log.meeting_on),
        (f"Done{since}", "Actions done", parts.done, "No action was done."),
        (f"Dropped{since}", "Actions dropped", parts.dropped, "No action was dropped."),
    ):
        number = f": {count(len(rows), 'action')}" if rows else ""
        blocks.append(Heading(f"{heading}{number}", 3))
        blocks.append(_part(name, rows, today) if rows else Paragraph(absent(board, empty)))
    return tuple(blocks)


def _still_open(
    parts: SplitLog, meeting_on: date | None
) -> tuple[tuple[str, str, list[ActionRow], str], ...]:
    """Return the parts of a log for what is open and not late: heading, name, rows, or a sentence.

    Nothing is due by a meeting that is not set.
    """
    if meeting_on is None:
        other = "Open and not late"
        return ((other, other, parts.other, "None."),) if parts.other else ()
    if not (parts.late or parts.at_meeting or parts.other):
        return ()
    day = long_date(meeting_on)
    other = "Other open actions"
    return (
        (f"Due by {day}", f"Actions due by {day}", parts.at_meeting, "No action is due."),
        (other, other, parts.other, "No other action is open."),
    )


def _part(title: str, rows: Sequence[ActionRow], today: date) -> Table:
    return wide_table(title, f"{count(len(rows), 'action').capitalize()}", rows, today)


def split(log: LogReportData) -> SplitLog:
    """Return the actions of a log by how they stand, those closed since its last meeting."""
    ordered = sorted(log.rows, key=urgency)
    opened = [row for row in ordered if not row.closed]
    late = [row for row in opened if row.standing is ActionStanding.LATE]
    active = [
        row for row in opened if row.standing in {ActionStanding.SOON, ActionStanding.ON_TIME}
    ]
    at_meeting = [row for row in active if log.meeting_on and row.action.due <= log.meeting_on]
    other = [row for row in opened if row not in late and row not in at_meeting]
    closed = [
        row
        for row in ordered
        if row.closed and (log.since is None or is_closed_since(row.action.closed_on, log.since))
    ]
    done = [row for row in closed if row.standing is ActionStanding.DONE]
    dropped = [row for row in closed if row.standing is ActionStanding.DROPPED]
    return SplitLog(late, at_meeting, other, done, dropped)


def how_many_late(board: BoardReportData, rows: Sequence[ActionRow]) -> str:
    """Return how many actions are late: `2 actions are late`."""
    late = len(_late(rows))
    if not late:
        return absent(board, "no action is late")
    return f"{count(late, 'action')} {'is' if late == 1 else 'are'} late"


def lateness(board: BoardReportData, rows: Sequence[ActionRow]) -> str:
    """Return how many actions are late and by how much, for the first sentence of a paper."""
    late = _late(rows)
    longest = f", the longest {days_late(max(row.days_late for row in late))}" if late else ""
    return f"{how_many_late(board, rows)}{longest}"


def _late(rows: Sequence[ActionRow]) -> list[ActionRow]:
    return [row for row in rows if row.standing is ActionStanding.LATE]
