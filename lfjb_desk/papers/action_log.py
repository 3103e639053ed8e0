"""The action log as a paper of its own, on landscape pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.blocks import Heading, Orientation, Section
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.papers.parts.action_tables import lateness, log_blocks, split, whose_words
from lfjb_desk.papers.parts.common import absent, front, item_line, paper, shorter
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Paper
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.papers.parts.report_data import ActionLogReportData, BoardReportData


def action_log(data: ActionLogReportData) -> Paper:
    """Return the action log of a group: late first, then the other open ones, done and dropped."""
    board, log = data.board, data.log
    day = long_date(board.today)
    late = lateness(board, log.rows)
    opened = sum(not row.closed for row in log.rows)
    closed = split(log)
    span = "since then" if log.since else "so far"
    blocks: tuple[Block, ...] = (
        Section(Orientation.LANDSCAPE),
        *front(
            board,
            f"Action log, {day}",
            f"{count(opened, 'action').capitalize()} open; {late}.",
            (
                ("Judged on", day),
                *_meetings(data),
                ("Done", _closed(board, len(closed.done), span)),
                ("Dropped", _closed(board, len(closed.dropped), span)),
            ),
            data.past_meeting_on,
        ),
        *_late_by_body(log.rows),
        Heading("Actions", 2, "actions", new_page=True),
        item_line(
            f"Judged on {day}. {whose_words(board)} "
            "“First” is the due date that was agreed at the start."
        ),
        *log_blocks(board, log),
    )
    return paper(board, "action log", f"action log of {day}", day, blocks)


def _meetings(data: ActionLogReportData) -> tuple[tuple[str, str], ...]:
    """Return which meeting a log is for, and which was before it."""
    log, past = data.log, data.past_meeting_on
    since = f"{data.since_label}, {long_date(log.since)}" if log.since else "None has been held"
    if past is not None:
        return ("Meeting", long_date(past)), ("Before that", since)
    coming = long_date(log.meeting_on) if log.meeting_on else "None is set"
    return ("Last meeting", since), ("Next meeting", coming)


def _closed(board: BoardReportData, number: int, span: str) -> str:
    words = f"{count(number, 'action').capitalize()} {span}"
    return words if number else absent(board, words)


def _late_by_body(rows: tuple[ActionRow, ...]) -> tuple[Block, ...]:
    """Return whose actions are late, most first; nothing when none is."""
    bodies: dict[str, list[ActionRow]] = {}
    for row in rows:
        if row.standing is ActionStanding.LATE:
            bodies.setdefault(shorter(row.body) or "No accountable body", []).append(row)
    if not bodies:
        return ()
    ordered = sorted(
        bodies.items(), key=lambda pair: (-len(pair[1]), -max(row.days_late for row in pair[1]))
    )
    table = table_of(
        "Late actions by body",
        "Each body with late actions: how many, by how long at most, and which.",
        (
            RowColumn("Body", 8.0, lambda late: late[0], bold=True),
            RowColumn("Late", 2.5, lambda late: str(len(late[1])), figures=True),
            RowColumn(
                "Longest", 4.2, lambda late: count(max(row.days_late for row in late[1]), "day")
            ),
            RowColumn(
                "Which", 11.0, lambda late: ", ".join(sorted(row.action.ref for row in late[1]))
            ),
        ),
        ordered,
    )
    return Heading("Late, by accountable body", 2, "bodies"), table
