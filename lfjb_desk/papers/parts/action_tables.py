"""Tables of actions, late ones first; status always as a symbol and its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.blocks import (
    Heading,
    MessageTitle,
    Paragraph,
    Span,
    Style,
    Table,
    Tone,
)
from lfjb_desk.domain.formatting import count, days_late, long_date, short_date
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.papers.parts.common import NOTHING, shorter
from lfjb_desk.papers.parts.tables import RowColumn, names, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.papers.parts.report_data import LogReportData

NO_OWNER = "No owner"
_KEY = (
    "■ Late. ▲ Due on or before the meeting. ○ On time or asleep. ● Finished. "
    "“Moves” counts how often the due date was moved."
)


def status(
    row: ActionRow, today: date, meeting_on: date | None = None, *, narrow: bool = False
) -> Line:
    """Return how an action stands: a symbol and the word, on two lines in a narrow column."""
    if row.standing is ActionStanding.LATE:
        between = "\n" if narrow else ", "
        words = f"■ Late{between}{count(row.days_late, 'day')}"
        return (Span(words, bold=True, tone=Tone.LATE),)
    closed = row.action.closed_on
    on = f"\n{short_date(closed, today)}" if closed else ""
    if row.standing is ActionStanding.DONE:
        return (Span(f"● Finished{on}", tone=Tone.GOOD),)
    if row.standing is ActionStanding.DROPPED:
        return f"{NOTHING} Dropped{on}"
    if row.standing is ActionStanding.ASLEEP and row.action.sleeping_until:
        until = f" until\n{long_date(row.action.sleeping_until)}"
        return f"○ Asleep{'' if narrow else until}"
    if meeting_on is not None and row.action.due <= meeting_on:
        return (Span("▲ Due", bold=True),)
    return "○ On time"


def wide_table(
    title: str, about: str, rows: Sequence[ActionRow], today: date, meeting_on: date | None
) -> Table:
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
        RowColumn("Status", 3.5, lambda row: status(row, today, meeting_on)),
    )
    return table_of(title, f"{about}: {names(columns)}.", columns, rows)


def narrow_table(title: str, rows: Sequence[ActionRow], today: date) -> Table:
    """Return a table of actions for a portrait page."""
    columns: tuple[RowColumn[ActionRow], ...] = (
        RowColumn("Ref", 2.6, _ref, bold=True, name="reference"),
        RowColumn("Action", 4.75, lambda row: row.action.title),
        RowColumn("Owner", 3.4, _owner),
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
        RowColumn("Owner", 4.4, _owner, name="owner and body"),
        RowColumn("Due", 4.0, lambda row: long_date(row.action.due), name="due date"),
    )
    number = count(len(rows), "action").capitalize()
    return table_of(title, f"{number}: {names(columns)}.", columns, rows)


def _ref(row: ActionRow) -> str:
    return row.action.ref


def _owner(row: ActionRow) -> str:
    owner = row.owner or NO_OWNER
    return f"{owner}\n{shorter(row.body)}" if row.body else owner


def _title_and_outcome(row: ActionRow) -> str:
    """Return what was to be done, and for a closed action what came of it."""
    action = row.action
    if not row.closed or not action.outcome:
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


def log_blocks(log: LogReportData, today: date) -> tuple[Block, ...]:
    """Return the action log: late, due at the meeting, in hand, finished since the last one.

    A part with no action is one sentence, never an empty table.
    """
    late, at_meeting, in_hand, finished = split(log)
    since = f" since {long_date(log.since)}" if log.since else ""
    blocks: list[Block] = []
    if late:
        claim = f"Late: {count(len(late), 'action')}, the longest overdue first"
        blocks.append(MessageTitle(claim, "late"))
        blocks.append(_part("Late actions", late, today, log.meeting_on))
    else:
        blocks += [MessageTitle("No action is late", "late")]
        blocks += [Paragraph("Every open action is within its due date.")]
    for heading, name, rows, empty in (
        ("Due by this meeting", "Actions due by this meeting", at_meeting, "No action is due."),
        ("In hand", "Actions in hand", in_hand, "No other action is open."),
        (f"Finished{since}", "Finished actions", finished, "No action was finished."),
    ):
        number = f": {count(len(rows), 'action')}" if rows else ""
        blocks.append(Heading(f"{heading}{number}", 3))
        blocks.append(_part(name, rows, today, log.meeting_on) if rows else Paragraph(empty))
    return (*blocks, Paragraph(_KEY, Style.SOURCE))


def _part(title: str, rows: Sequence[ActionRow], today: date, meeting_on: date | None) -> Table:
    return wide_table(title, f"{count(len(rows), 'action').capitalize()}", rows, today, meeting_on)


def split(log: LogReportData) -> tuple[list[ActionRow], ...]:
    """Return the actions late, due by the meeting, in hand, and finished since the last one."""
    ordered = sorted(log.rows, key=urgency)
    opened = [row for row in ordered if not row.closed]
    late = [row for row in opened if row.standing is ActionStanding.LATE]
    awake = [row for row in opened if row.standing in {ActionStanding.SOON, ActionStanding.ON_TIME}]
    at_meeting = [row for row in awake if log.meeting_on and row.action.due <= log.meeting_on]
    in_hand = [row for row in opened if row not in late and row not in at_meeting]
    finished = [
        row
        for row in ordered
        if row.closed
        and (log.since is None or (row.action.closed_on and row.action.closed_on >= log.since))
    ]
    return late, at_meeting, in_hand, finished


def how_many_late(rows: Sequence[ActionRow]) -> str:
    """Return how many actions are late: `2 actions are late`."""
    late = len(_late(rows))
    if not late:
        return "no action is late"
    return f"{count(late, 'action')} {'is' if late == 1 else 'are'} late"


def lateness(rows: Sequence[ActionRow]) -> str:
    """Return how many actions are late and by how much, for the first sentence of a paper."""
    late = _late(rows)
    longest = f", the longest {days_late(max(row.days_late for row in late))}" if late else ""
    return f"{how_many_late(rows)}{longest}"


def _late(rows: Sequence[ActionRow]) -> list[ActionRow]:
    return [row for row in rows if row.standing is ActionStanding.LATE]
