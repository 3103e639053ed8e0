"""What each group under the board brings to its paper, and what was put to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Bullets, Heading, Paragraph, Style
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.meetings.meetings import ItemTopic
from lfjb_desk.papers.parts.common import WITHHELD, absent, bold, item_title

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem
    from lfjb_desk.papers.parts.report_data import BoardPaperReportData, BoardReportData, SubGroup


def group_blocks(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return what each group under the board brings, or that there is none."""
    if not data.groups:
        none = Paragraph(f"The {data.board.called} has no sub-group.")
        return (none, *_raised_outside(data))
    blocks: list[Block] = []
    for group in data.groups:
        blocks += [
            Heading(group.group.name, 3),
            Paragraph(_group_line(group), Style.NOTE),
            Bullets(_group_points(data.board, group, data.log.since)),
        ]
    return (*blocks, *_raised_outside(data))


def _raised_outside(data: BoardPaperReportData) -> tuple[Block, ...]:
    """Return what the board itself put to bodies outside the area; nothing where that is none."""
    lines = escalation_lines(data.escalations, data.log.since)
    if not lines:
        return ()
    return Heading(f"Escalated by the {data.board.called}", 3), Bullets(lines)


def escalation_lines(rows: Iterable[EscalationRow], since: date | None) -> tuple[Line, ...]:
    """Return the questions that wait for an answer, then those answered since a day."""
    lines: list[Line] = []
    for row in rows:
        escalation, day = row.escalation, row.escalation.answered_on
        put = f" {escalation.question} Put to {row.addressee} on {long_date(escalation.raised_on)}"
        if row.action is not None:
            put += f" ({row.action.ref})"
        if day is None:
            wanted = escalation.answer_by
            by = f"; an answer is wanted by {long_date(wanted)}" if wanted else ""
            lines.append(bold("▲ Escalated, no answer yet:", f"{put}{by}."))
        elif since is None or day >= since:
            answer = f" Answer of {escalation.answered_by}, {long_date(day)}: {escalation.answer}"
            lines.append(bold("Escalated and answered:", f"{put}.{answer}"))
    return tuple(lines)


def _group_line(group: SubGroup) -> str:
    sentences = [f"Chair: {group.chair}." if group.chair else "No chair."]
    if group.last is not None:
        here = sum(row.here for row in group.last.attendance)
        met = f"Met on {long_date(group.last.meeting.held_on)}"
        seats = len(group.last.attendance)
        sentences.append(f"{met}; {here} of {seats} came." if here else f"{met}.")
    sentences.append(
        f"Next: {long_date(group.next_on)}." if group.next_on else "No next meeting is set."
    )
    return " ".join(sentences)


def _group_points(board: BoardReportData, group: SubGroup, since: date | None) -> tuple[Line, ...]:
    points: list[Line] = []
    if group.last is None or (since is not None and group.last.meeting.held_on < since):
        points.append(bold("■ Did not meet", " since the last meeting."))
    else:
        for item in group.last.items:
            points += _brought(board, item)
    if group.late:
        verb = "is" if group.late == 1 else "are"
        late = f"{count(group.late, 'action')} of this group {verb} late."
        points.append(bold("■ Late:", f" {late}"))
    points += escalation_lines(group.escalations, since)
    return tuple(points)


def _brought(board: BoardReportData, item: MinutedItem) -> list[Line]:
    if item.withheld:
        return [bold(f"{item.item.title}.", f" {WITHHELD}")]
    escalated = item.item.topic is ItemTopic.ESCALATION
    head = "▲ To escalate:" if escalated else "To note:"
    notes = " ".join(note.text for note in item.notes) or absent(board, "nothing is recorded.")
    lines: list[Line] = [bold(head, f" {item_title(item)}. {notes}")]
    lines += [bold("Decided:", f" {row.decision.text}") for row in item.decisions]
    return lines
