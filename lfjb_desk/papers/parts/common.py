"""What papers share: the front, the marking, statuses as symbol and word, and plain joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Facts, Paper, Paragraph, Span, Style, Title, Tone
from lfjb_desk.domain.formatting import long_date, span, weekday_date
from lfjb_desk.domain.meetings.meetings import Purpose
from lfjb_desk.domain.read_models.meetings.meetings import duration

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.meetings.meetings import AgendaItem
    from lfjb_desk.domain.read_models.meetings.meetings import AgendaView
    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem
    from lfjb_desk.papers.parts.report_data import BoardReportData

NONE = "None"
NOTHING = "\N{EN DASH}"
WITHHELD = "Held by the secretariat, for those entitled to it."
"""What stands where an open paper would say more of a restricted item."""
RESTRICTED = "Restricted"
"""Marks restricted matter in a paper for those entitled to it."""
LONGEST_TITLE = 60

_ENTITLED = "Holds restricted matter: for {0} alone, not for circulation."
_LEFT_OUT = (
    "What restricted items, actions and decisions say. Restricted items keep their place and "
    "number; other counts, and words such as “none”, are of the rest."
)
_HANDLING = "Ask the chair before you brief anyone else."
_SAMPLE = "A sample: people, meetings, actions and local figures are invented; others published."
_LATER = "{0}, after the meeting: figures, actions and seats are as they stood on that day."
_OPEN_PART = " in this open paper"
_SEVERITY_TONE = (Tone.PLAIN, Tone.LOW, Tone.LOW, Tone.MEDIUM, Tone.HIGH, Tone.HIGH)
_SHORTER = (
    ("care and supervision cases", "care cases"),
    ("Care and supervision cases", "Care cases"),
    ("Local Family Justice Board", "LFJB"),
    ("HM Courts and Tribunals Service", "HMCTS"),
)


def paper(
    board: BoardReportData, name: str, title: str, dated: str, blocks: tuple[Block, ...]
) -> Paper:
    """Return a paper with its marking and footer; `name` is what the footer calls it."""
    return Paper(
        title=f"{board.board}: {title}",
        board=board.board,
        footer=f"{shorter(board.board)}: {name}, {dated}",
        marking=board.marking.value,
        dated=board.today,
        blocks=blocks,
        subject=f"{name[:1].upper()}{name[1:]}, {dated}",
        identifier=f"{name} {board.today.isoformat()}",
        restricted=board.restricted,
    )


def front(
    board: BoardReportData,
    title: str,
    lead: str,
    pairs: tuple[tuple[str, Line], ...],
    meeting_on: date | None = None,
) -> tuple[Block, ...]:
    """Return the front of a paper: board, title, one sentence, and the facts with the marking.

    With the day of its meeting it says so where what it tells is of a later day.
    """
    pairs_shown = [(name, line) for name, line in pairs if line]
    if meeting_on is not None and meeting_on < board.today:
        pairs_shown.append(("Printed", _LATER.format(long_date(board.today))))
    pairs_shown.append(("Marking", _marking(board)))
    if board.leaves_out:
        pairs_shown.append(("Left out", _LEFT_OUT))
    if board.restricted:
        pairs_shown.append(("Readers", _ENTITLED.format(board.entitled.value)))
    if board.group.sample:
        pairs_shown.append(("Example", _SAMPLE))
    return (
        Paragraph(board.board, Style.BOARD),
        Title(title),
        Paragraph(lead, Style.LEAD),
        Facts(tuple(pairs_shown)),
    )


def absent(board: BoardReportData, words: str) -> str:
    """Return words that say that nothing is there, true of what the paper was gathered from.

    A paper that leaves out restricted matter says so wherever it says that there is none, so that
    no place of it tells where any was left out.
    """
    if not board.leaves_out:
        return words
    stop = "." if words.endswith(".") else ""
    return f"{words.removesuffix('.')}{_OPEN_PART}{stop}"


def _marking(board: BoardReportData) -> Line:
    if not board.marking.is_sensitive:
        return (Span(f"{board.marking.value}.", bold=True),)
    return (Span(f"{board.marking.value}. ", bold=True), Span(_HANDLING))


def since_words(since: date | None, until: date | None) -> str:
    """Return from when changes are told: ` since 1 June 2026, until 7 September 2026`.

    Without a meeting before there is nothing to say; `until` is the day of a meeting that is over.
    """
    if since is None:
        return ""
    return f" since {long_date(since)}" + (f", until {long_date(until)}" if until else "")


def when(view: AgendaView) -> str:
    """Return when a meeting is: `Thursday 3 December 2026, 10am to 12:30pm`."""
    meeting = view.meeting
    day = weekday_date(meeting.held_on)
    return day if meeting.starts is None else f"{day}, {span(meeting.starts, view.ends)}"


def shorter(name: str) -> str:
    """Return a name with the long words of our field made shorter, for titles and footers."""
    for long, short in _SHORTER:
        name = name.replace(long, short)
    return name


def item_line(text: str) -> Paragraph:
    """Return the line that stands under a heading of level 2."""
    return Paragraph(text, Style.ITEM_LINE)


def about_item(number: str, item: AgendaItem, presenter: str, decision: int | None) -> str:
    """Return what an item is: `Item 4, to decide (D2), 25 minutes. Lead: Priya Raman.`.

    The `decision` is its number among those that the board is asked for; None for none.
    """
    asked_as = "" if decision is None else f" (D{decision})"
    words = f"Item {number}, {purpose(item)}{asked_as}, {duration(item.minutes)}."
    return f"{words} Lead: {presenter}." if presenter else words


def item_title(item: MinutedItem) -> str:
    """Return the title of an item as minuted; in a paper for those entitled it says restricted."""
    marked = item.item.restricted and not item.withheld
    return f"{item.item.title} ({RESTRICTED.lower()})" if marked else item.item.title


def purpose(item: AgendaItem) -> str:
    """Return what an item is for: `to decide`."""
    return f"to {item.purpose.value}"


def purpose_cell(item: AgendaItem) -> Line:
    """Return what an item is for, with a mark where it needs a decision."""
    if item.purpose is Purpose.DECIDE:
        return (Span("► To decide", bold=True),)
    return purpose(item).capitalize()


def severity_cell(severity: int, word: str) -> Line:
    """Return a severity as its word on its colour."""
    tone = _SEVERITY_TONE[severity]
    return (Span(word.capitalize(), bold=tone is Tone.HIGH, tone=tone),)


def state_words(text: str, day_said: str) -> str:
    """Return words with a day behind them, or the words alone."""
    return f"{text}, {day_said}" if day_said else text


def titled(*choices: str) -> str:
    """Return the first title that fits on one line, or the last one cut at a word."""
    fitting = next((choice for choice in choices if len(choice) <= LONGEST_TITLE), None)
    if fitting is not None:
        return fitting
    words = choices[-1][: LONGEST_TITLE - 1].rsplit(" ", 1)[0]
    return f"{words.rstrip(',;:')}…"


def bold(text: str, rest: str = "") -> tuple[Span, ...]:
    """Return a bold beginning and the plain words after it."""
    return (Span(text, bold=True), Span(rest)) if rest else (Span(text, bold=True),)
