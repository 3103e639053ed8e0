"""The agenda: what is asked of whom, for how long, and why it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    Ask,
    Decisions,
    Heading,
    Paragraph,
    Span,
    Style,
)
from lfjb_desk.domain.formatting import clock, count, listed, long_date
from lfjb_desk.domain.read_models.meetings.meetings import ask_words, duration
from lfjb_desk.domain.read_models.restriction import restricted_words
from lfjb_desk.papers.parts.common import (
    NOTHING,
    WITHHELD,
    front,
    item_line,
    paper,
    purpose_cell,
    when,
)
from lfjb_desk.papers.parts.tables import RowColumn, table_of
from lfjb_desk.papers.parts.texts_asked import where_it_stands

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.domain.blocks import Block, Line, Paper
    from lfjb_desk.domain.meetings.meetings import AgendaItem
    from lfjb_desk.domain.read_models.meetings.meetings import AgendaLine, AgendaView
    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView
    from lfjb_desk.papers.parts.report_data import (
        AgendaReportData,
        BoardReportData,
        MeetingReportData,
    )

NO_ITEM = "The agenda has no item yet."
NO_ASK = "No item of this meeting asks for a decision."


def agenda_paper(data: AgendaReportData) -> Paper:
    """Return the agenda as a paper of its own."""
    view = data.next.agenda
    day = long_date(view.meeting.held_on)
    blocks: tuple[Block, ...] = (
        *front(
            data.board,
            f"Agenda, {day}",
            f"{view.label}: {_lead(data)}",
            meeting_pairs(data.board, data.next),
        ),
        Heading("Agenda"),
        *agenda_blocks(view, why=True),
        Heading(f"What the meeting {'was' if _is_past(data) else 'is'} asked to decide"),
        *asked_blocks(data.next, lambda _: "", drafts_here=False),
    )
    return paper(data.board, "agenda", f"agenda for {day}", day, blocks)


def _is_past(data: AgendaReportData) -> bool:
    return data.next.meeting.is_over(data.board.today)


def _lead(data: AgendaReportData) -> str:
    view = data.next.agenda
    asks = count(len(view.decisions_asked), "decision")
    items = count(len(view.lines), "item")
    if not _is_past(data):
        return f"{items}, {asks} to make."
    verb = "were" if len(view.decisions_asked) > 1 else "was"
    return f"{items}; {asks} {verb} asked for."


def meeting_pairs(
    board: BoardReportData, meeting: MeetingReportData
) -> tuple[tuple[str, Line], ...]:
    """Return when and where a meeting is, who leads it, and how many are expected, or came."""
    minutes = meeting.minutes
    quorum = minutes.quorum
    rule = (
        f"{quorum.needed} of {count(quorum.seats, 'seat')}"
        if quorum.needed is not None
        else "No quorum has been agreed"
    )
    is_past = meeting.meeting.is_over(board.today)
    people = _people(minutes, is_past=is_past)
    return (
        ("Cancelled", meeting.meeting.cancelled_why),
        ("When", when(meeting.agenda)),
        ("Where", meeting.meeting.place or "Not yet settled"),
        ("Chair", board.chair or "No chair is appointed"),
        ("Secretary", board.secretary),
        ("Quorum", f"{rule}; {people}"),
    )


def _people(minutes: MinutesView, *, is_past: bool) -> str:
    """Return how many people are expected, or came where the meeting is past."""
    coming = [row for row in minutes.attendance if row.here or (row.expected and not is_past)]
    if is_past and not any(row.mark for row in minutes.attendance):
        return "who came is not recorded"
    number, counting = len(coming), sum(row.seat.counts_for_quorum for row in coming)
    verb = "is" if number == 1 else "are"
    people = f"{number:,} {'person' if number == 1 else 'people'}"
    people += " came" if is_past else f" {verb} expected"
    if minutes.quorum.needed is not None and counting != number:
        people += f", {counting:,} of them in seats that count"
    return people


def agenda_blocks(
    view: AgendaView, *, why: bool, leads_to: Callable[[AgendaItem], str] | None = None
) -> tuple[Block, ...]:
    """Return the agenda table with its times; with `why` each item says why it is there.

    `leads_to` gives the anchor of the part of the paper that an item is about.
    """
    if not view.lines:
        return (Paragraph(NO_ITEM),)

    def subject(line: AgendaLine) -> Line:
        anchor = leads_to(line.item) if leads_to else ""
        return _subject(line, ask_words(view.group, line.item.ask), why=why, anchor=anchor)

    items = count(len(view.lines), "item").capitalize()
    table = table_of(
        "Agenda",
        f"{items}: subject, lead, purpose, start and length.",
        (
            RowColumn("Item", 1.3, lambda line: line.number, bold=True),
            RowColumn("Subject", 6.1, subject),
            RowColumn("Lead", 3.2, _leads),
            RowColumn("Purpose", 2.8, lambda line: purpose_cell(line.item)),
            RowColumn("Start", 2.0, _starts),
            RowColumn("Mins", 1.4, lambda line: str(line.item.minutes), figures=True),
        ),
        view.lines,
    )
    return (item_line(_time_line(view)), table, Paragraph(_key(view), Style.SOURCE))


def _leads(line: AgendaLine) -> str:
    """Return who leads an item; of one that the reader may not see nothing is said of that."""
    return "Withheld" if line.withheld else line.presenter or NOTHING


def _starts(line: AgendaLine) -> str:
    return clock(line.starts) if line.starts else NOTHING


def _subject(line: AgendaLine, ask_line: str, *, why: bool, anchor: str) -> Line:
    item, more = line.item, []
    if line.withheld:
        more = [WITHHELD]
    elif item.restricted:
        more = [restricted_words(item)]
    more += [ask_line] if ask_line else []
    if why:
        more += [
            words for words in (item.why, line.reason_words and f"{line.reason_words}.") if words
        ]
    spans = [Span(item.title, leads_to=anchor), *(Span(f"\n{words}") for words in more)]
    return tuple(spans)


def _time_line(view: AgendaView) -> str:
    deciding = view.decisions_asked
    sentence = f"{duration(view.total).capitalize()} in all."
    if deciding:
        numbers = listed([line.number for line in deciding])
        which = "Items" if deciding[1:] else "Item"
        carry = "carry decisions and have" if deciding[1:] else "carries a decision and has"
        minutes = sum(line.item.minutes for line in deciding)
        sentence += f" {which} {numbers} {carry} {minutes} of the {view.total} minutes."
    if view.over > 0:
        sentence += f" That is {count(view.over, 'minute')} more than planned."
    return sentence


def _key(view: AgendaView) -> str:
    sentences = ["► marks an item that needs a decision."]
    if any(NOTHING in {_leads(line), _starts(line)} for line in view.lines):
        sentences.append(f"{NOTHING} means not yet settled.")
    return " ".join(sentences)


def asked_blocks(
    meeting: MeetingReportData, leads_to: Callable[[AgendaItem], str], *, drafts_here: bool
) -> tuple[Block, ...]:
    """Return what the meeting is asked to decide, or the sentence that it is nothing.

    Each says where a text stands that is to be agreed; `drafts_here` where the paper holds drafts.
    """
    asks = tuple(
        ask(
            line,
            leads_to(line.item),
            where_it_stands(meeting, line.item, drafts_here=drafts_here),
        )
        for line in meeting.agenda.decisions_asked
    )
    return (Decisions(asks),) if asks else (Paragraph(NO_ASK),)


def ask(line: AgendaLine, anchor: str, text_stands: str = "") -> Ask:
    """Return what an item asks; `anchor` is the part that the decision rests on.

    `text_stands` says where a text stands that is to be agreed.
    """
    item = line.item
    if line.withheld:
        return Ask(f"{item.title} (item {line.number}).", WITHHELD)
    reason = " ".join(part for part in (item.why, text_stands) if part)
    if item.ask:
        words = f"To {item.ask.rstrip('.')} (item {line.number}, {item.title})."
        return Ask(words, reason, anchor)
    return Ask(f"{item.title} (item {line.number}).", reason, anchor)
