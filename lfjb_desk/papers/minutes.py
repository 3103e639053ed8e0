"""The minutes: who came, what was said, what was decided, and who does what by when."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Bullets, Contents, Facts, Heading, Paragraph
from lfjb_desk.domain.formatting import count, listed, long_date, span, weekday_date
from lfjb_desk.domain.meetings.meetings import MeetingState, MinuteNote, Presence
from lfjb_desk.domain.read_models.meetings.meetings import cancelled_words
from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow
from lfjb_desk.domain.read_models.meetings.minutes_key import MinutesKey
from lfjb_desk.domain.read_models.meetings.minutes_words import (
    agreement_words,
    correction_words,
    record_words,
    signature_words,
)
from lfjb_desk.domain.read_models.restriction import restricted_words
from lfjb_desk.papers.parts.action_tables import NO_OWNER, agreed_table
from lfjb_desk.papers.parts.common import (
    NOTHING,
    WITHHELD,
    absent,
    front,
    item_line,
    item_title,
    paper,
    purpose,
)
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from lfjb_desk.domain.blocks import Block, Paper
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.meetings.meetings import NextDate
    from lfjb_desk.domain.read_models.meetings.minutes import (
        AttendanceRow,
        MinutedItem,
        MinutesView,
    )
    from lfjb_desk.papers.parts.report_data import BoardReportData, MinutesReportData

_PRESENCE = {
    Presence.PRESENT: "● Present",
    Presence.DEPUTY: "● Deputy came",
    Presence.APOLOGIES: "○ Apologies",
    Presence.ABSENT: "■ Absent",
    None: f"{NOTHING} Not recorded",
}
_STATES = {
    MeetingState.PLANNED: "The meeting has not been held",
    MeetingState.AGENDA_ISSUED: "The meeting has not been held",
    MeetingState.IN_SESSION: "Notes of a meeting in session",
    MeetingState.MINUTES_DRAFT: "Draft, not yet circulated",
    MeetingState.CIRCULATED: "Draft, circulated, not yet agreed",
    MeetingState.AGREED: "Agreed as a true record",
    MeetingState.SIGNED: "Agreed as a true record, and signed",
    MeetingState.CANCELLED: "The meeting was cancelled",
}

_NO_MINUTES = "not held, so there are no minutes."


def minutes_paper(data: MinutesReportData) -> Paper:
    """Return the minutes of a meeting."""
    view, board = data.minutes, data.board
    meeting = view.meeting
    day = long_date(meeting.held_on)
    hours = f", {span(meeting.starts, view.ends)}" if meeting.starts else ""
    took_place = meeting.state.is_begun
    blocks: tuple[Block, ...] = (
        *front(
            board,
            f"Minutes, {day}",
            f"{view.label}: {made_words(board, view) if took_place else _NO_MINUTES}",
            (
                ("State", state_words(meeting.state)),
                *_become(view, board.today),
                ("When", f"{weekday_date(meeting.held_on)}{hours}"),
                ("Where", meeting.place),
                ("Chair", board.chair),
                ("Secretary", board.secretary),
                ("Quorum", view.quorum.words if took_place else ""),
            ),
        ),
        *(_record(board, view) if took_place else (Paragraph(not_held_words(view)),)),
        *date_blocks(view.dates),
        *_corrections(view),
    )
    name = f"minutes, {state_short(meeting.state)}"
    kept = view.history.kept
    key = MinutesKey(meeting.id, kept.version if kept else 0, restricted=board.restricted)
    return replace(paper(board, name, f"minutes of {day}", day, blocks), identifier=key.text)


def _record(board: BoardReportData, view: MinutesView) -> tuple[Block, ...]:
    """Return who came, what was said and decided, and the actions."""
    return (
        Contents(),
        *attendance_blocks(view),
        *_item_blocks(board, view),
        Heading("Actions from this meeting", 2, "actions"),
        *_raised_blocks(board, view.actions),
    )


def not_held_words(view: MinutesView) -> str:
    """Return what stands for the minutes of a meeting that has not begun, or was cancelled."""
    if view.meeting.state is MeetingState.CANCELLED:
        return f"{cancelled_words(view.label, view.meeting)} There are no minutes."
    return (
        f"{view.label} is planned for {long_date(view.meeting.held_on)} and has not been held, "
        "so there are no minutes."
    )


def _become(view: MinutesView, today: date) -> tuple[tuple[str, str], ...]:
    """Return what became of the minutes: circulated, agreed, signed, corrected; empty in draft."""
    history = view.history
    noted = count(len(history.corrections), "correction")
    return (
        ("Record", record_words(view, today)),
        ("Agreement", agreement_words(history.agreement)),
        ("Signature", signature_words(history.agreement)),
        ("Corrected", f"{noted.capitalize()}, at the end" if history.corrections else ""),
    )


def _raised_blocks(board: BoardReportData, raised: Sequence[ActionRow]) -> tuple[Block, ...]:
    if not raised:
        return (Paragraph(absent(board, "No action is recorded.")),)
    number = count(len(raised), "action").capitalize()
    line = item_line(f"{number}, with owner and due date as the meeting agreed them.")
    return line, agreed_table("Actions from this meeting", raised)


def _corrections(view: MinutesView) -> tuple[Block, ...]:
    """Return the corrections noted since, which leave the minutes above as they are."""
    noted = view.history.corrections
    if not noted:
        return ()
    line = "The minutes above stand as they were circulated; this was noted since."
    lines = tuple(correction_words(correction, view) for correction in noted)
    return Heading("Corrections", 2, "corrections"), item_line(line), Bullets(lines)


def state_words(state: MeetingState) -> str:
    """Return how far the minutes have come, in plain words."""
    return _STATES[state]


def state_short(state: MeetingState) -> str:
    """Return whether minutes are a draft or agreed, for the footer."""
    return "agreed" if state.is_agreed else "draft"


def made_words(board: BoardReportData, view: MinutesView) -> str:
    """Return what a meeting made: `3 decisions, 4 actions.`."""
    words = f"{count(len(view.decisions), 'decision')}, {count(len(view.actions), 'action')}."
    return words if view.decisions and view.actions else absent(board, words)


def attendance_blocks(view: MinutesView) -> tuple[Block, ...]:
    """Return who came, by organisation, and who sent apologies."""
    if not view.attendance:
        return (Heading("Attendance"), Paragraph("The group has no seat, so nobody is listed."))
    ordered = sorted(view.attendance, key=lambda row: (row.organisation.name, row.seat.position))
    table = table_of(
        "Attendance",
        f"{count(len(ordered), 'seat').capitalize()} by organisation: who, in which seat, and "
        "whether they came.",
        (
            RowColumn("Organisation", 4.6, lambda row: row.organisation.name, bold=True),
            RowColumn("Seat", 4.6, lambda row: row.seat.title),
            RowColumn("Who", 4.4, lambda row: row.who),
            RowColumn("Attendance", 3.2, _presence),
        ),
        ordered,
    )
    return (Heading("Attendance"), item_line(view.quorum.words + "."), table, _apologies(view))


def _presence(row: AttendanceRow) -> str:
    if row.vacant:
        since = f" since {long_date(row.vacant_since)}" if row.vacant_since else ""
        return f"{NOTHING} Vacant{since}"
    return _PRESENCE[row.presence]


def _apologies(view: MinutesView) -> Paragraph:
    if not view.quorum.recorded:
        return Paragraph("Apologies are not recorded.")
    sent = [row.who for row in view.attendance if row.presence is Presence.APOLOGIES]
    deputies = [row.who for row in view.attendance if row.presence is Presence.DEPUTY]
    none_sent = f"No {'other ' if deputies else ''}apologies were received."
    sentences = [f"Deputies: {listed(deputies)}."] if deputies else []
    sentences.append(f"Apologies: {listed(sent)}." if sent else none_sent)
    return Paragraph(" ".join(sentences))


def _item_blocks(board: BoardReportData, view: MinutesView) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("What was said and decided", 2, "items")]
    for item in view.items:
        blocks += item_blocks(board, item)
    if not view.items:
        blocks.append(Paragraph("The agenda had no item."))
    if view.loose_decisions or view.loose_actions:
        blocks.append(Heading("Outside the agenda", 3))
        blocks += _recorded((*view.loose_decisions, *view.loose_actions))
    return tuple(blocks)


def item_blocks(board: BoardReportData, item: MinutedItem) -> tuple[Block, ...]:
    """Return one item with its notes, decisions and actions; a withheld one by number only."""
    heading = Heading(f"Item {item.number}: {item_title(item)}", 3)
    if item.withheld:
        return heading, Paragraph(WITHHELD)
    closed = restricted_words(item.item)
    top = (heading, item_line(closed)) if closed else (heading,)
    if not item.recorded:
        nothing = absent(board, "Nothing is recorded")
        return *top, Paragraph(f"{nothing}; the item was {purpose(item.item)}.")
    return (*top, *_recorded(item.discussed))


def _recorded(records: Iterable[MinuteNote | DecisionRow | ActionRow]) -> Iterator[Block]:
    """Yield each note as a paragraph, and neighbouring decisions or actions as one list."""
    for kind, run in groupby(records, type):
        if kind is MinuteNote:
            yield from (Paragraph(note.text) for note in run if isinstance(note, MinuteNote))
        else:
            yield Facts(tuple(_fact(row) for row in run if not isinstance(row, MinuteNote)))


def _fact(row: DecisionRow | ActionRow) -> tuple[str, str]:
    if isinstance(row, DecisionRow):
        return row.decision.ref, decision_line(row)
    return row.action.ref, _action_line(row)


def decision_line(row: DecisionRow) -> str:
    """Return a decision with its reason and the day of its review, as minutes give it."""
    decision = row.decision
    review = f"Review by {long_date(decision.review_by)}." if decision.review_by else ""
    parts = (f"Decided: {decision.text}", decision.reason, review)
    return " ".join(part for part in parts if part)


def _action_line(row: ActionRow) -> str:
    owner = row.owner or NO_OWNER
    body = f" ({row.body})" if row.body else ""
    return f"Action: {row.action.title}. {owner}{body}, by {long_date(row.action.due)}."


def date_blocks(dates: Sequence[NextDate], anchor: str = "dates") -> tuple[Block, ...]:
    """Return the days to keep free, or the sentence that none is set."""
    heading = Heading("Next dates", 2, anchor)
    if not dates:
        return heading, Paragraph("No further meeting has been set.")
    pairs = []
    for date in dates:
        parts = [date.label, span(date.starts, None) if date.starts else "", date.place]
        pairs.append((long_date(date.day), ", ".join(part for part in parts if part)))
    return heading, Bullets(tuple(f"{day}: {words}" for day, words in pairs))
