"""The action log as a paper of its own, on landscape pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Heading, Orientation, Section
from lfjb_desk.domain.words import count, long_date
from lfjb_desk.papers.action_tables import lateness, log_blocks, split
from lfjb_desk.papers.parts import front, item_line, paper

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Paper
    from lfjb_desk.papers.facts import ActionLogFacts


def action_log(facts: ActionLogFacts) -> Paper:
    """Return the action log of a group: late first, then due, in hand and finished."""
    board, log = facts.board, facts.log
    day = long_date(board.today)
    late = lateness(log.rows)
    opened = sum(not row.closed for row in log.rows)
    finished = split(log)[-1]
    since = f"{facts.since_label}, {long_date(log.since)}" if log.since else ""
    blocks: tuple[Block, ...] = (
        Section(Orientation.LANDSCAPE),
        *front(
            board,
            f"Action log, {day}",
            f"{count(opened, 'action').capitalize()} open; {late}.",
            (
                ("Judged on", day),
                ("Last meeting", since or "None has been held"),
                ("Next meeting", long_date(log.meeting_on) if log.meeting_on else "None is set"),
                ("Finished", f"{count(len(finished), 'action').capitalize()} since then"),
                ("Chair", board.chair),
                ("Secretary", board.secretary),
            ),
        ),
        Heading("Actions", 2, "actions"),
        item_line(f"Judged on {day}. “First” is the due date that was agreed at the start."),
        *log_blocks(log, board.today),
    )
    return paper(board, "action log", f"action log of {day}", day, blocks)
