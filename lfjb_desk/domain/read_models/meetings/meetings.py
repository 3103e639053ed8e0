"""Meetings as a reader needs them: labelled, timed, and what they still lack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from string import ascii_lowercase
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.governance.groups import GroupKind
from lfjb_desk.domain.meetings.meetings import ItemReason, ItemTopic, Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time
    from uuid import UUID

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting

HOUR = 60


@dataclass(frozen=True)
class MeetingRow:
    """One meeting in a list."""

    meeting: Meeting
    label: str
    items: int
    minutes: int
    """What the agenda adds up to, in minutes."""
    decisions: int
    actions: int


@dataclass(frozen=True)
class AgendaLine:
    """One item with its number, its presenter and when it should run."""

    item: AgendaItem
    number: str
    """As `item_numbers` gives it."""
    presenter: str
    starts: time | None
    """None while the meeting has no starting time."""
    ends: time | None
    withheld: bool = False
    """Whether the reader may not see what it is about."""
    left_on: date | None = None
    """The day of the meeting that left it, where one did."""

    @property
    def reason_words(self) -> str:
        """Why it is here, where an earlier meeting left it: `Not reached on 4 March 2026`."""
        if self.left_on is None:
            return ""
        if self.item.reason is ItemReason.CANCELLED_MEETING:
            return f"From the meeting of {long_date(self.left_on)}, which was cancelled"
        return f"Not reached on {long_date(self.left_on)}"


@dataclass(frozen=True)
class AgendaView:
    """The agenda of a meeting with running times."""

    meeting: Meeting
    group: Group
    label: str
    lines: tuple[AgendaLine, ...]
    total: int
    """What the items add up to, in minutes."""
    ends: time | None
    is_first: bool = False
    """Whether the group has not met before, so that there are no minutes to agree."""

    @property
    def over(self) -> int:
        """By how many minutes the agenda is longer than planned; negative for time to spare."""
        return self.total - self.meeting.minutes_planned if self.meeting.minutes_planned else 0

    @property
    def time_words(self) -> str:
        """How long it takes: `2 hours 20 minutes of 2 hours 30 minutes`."""
        planned = self.meeting.minutes_planned
        total = duration(self.total)
        return f"{total} of {duration(planned)}" if planned else total

    @property
    def decisions_asked(self) -> tuple[AgendaLine, ...]:
        """The items that ask for a decision, in the order of their numbers D1, D2.

        A first meeting has no minutes to agree.
        """
        return tuple(
            line
            for line in self.lines
            if line.item.purpose is Purpose.DECIDE
            and not (self.is_first and line.item.topic is ItemTopic.MINUTES)
        )


@dataclass(frozen=True)
class Readiness:
    """One line of what a meeting has or still lacks."""

    ready: bool
    title: str
    words: str


@dataclass(frozen=True)
class NextDate:
    """A day to keep free."""

    day: date
    starts: time | None
    label: str
    place: str
    group_id: UUID | None = None
    """Whose meeting it is; None in minutes that were kept before it was noted."""


def time_after(start: time | None, minutes: int) -> time | None:
    """Return the time of day some minutes after a start; it passes midnight as clocks do."""
    if start is None:
        return None
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()


def meeting_label(group: Group, meeting: Meeting) -> str:
    """Return how people call a meeting: `Board meeting 24`, `Public law group meeting 3`."""
    return f"{meeting_name(group)} {meeting.number}"


def item_numbers(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """Return the numbers of the items of an agenda, which are in its order: `1`, `2`, `2a`, `3`.

    An item that was added once the agenda was issued takes a letter after the item that it
    follows, so that no number changes that was issued.
    """
    numbers, issued, late = [], 0, 0
    for item in items:
        late = late + 1 if item.added_late else 0
        issued += not item.added_late
        numbers.append(f"{issued}{_letters(late)}" if late else str(issued))
    return tuple(numbers)


def _letters(number: int) -> str:
    """Return `a` for 1, `z` for 26, `aa` for 27, and nothing for 0."""
    rest, last = divmod(number - 1, len(ascii_lowercase))
    return "" if number < 1 else f"{_letters(rest)}{ascii_lowercase[last]}"


def ask_words(group: Group, ask: str) -> str:
    """Return what a group is asked by an item: `The board is asked to agree the protocol.`."""
    who = "board" if group.kind is GroupKind.BOARD else "group"
    ask = ask.strip().rstrip(".")
    return f"The {who} is asked to {ask}." if ask else ""


def cancelled_words(label: str, meeting: Meeting) -> str:
    """Return that a meeting was cancelled, and why, in a sentence."""
    why = meeting.cancelled_why.rstrip(".")
    return f"{label} of {long_date(meeting.held_on)} was cancelled: {why}."


def meeting_name(group: Group) -> str:
    """Return what the meetings of a group are called, such as `Public law group meeting`."""
    name = "Board" if group.kind is GroupKind.BOARD else group.name
    return f"{name} meeting"


def duration(minutes: int) -> str:
    """Return a length of time in words: `2 hours 20 minutes`, `45 minutes`."""
    hours, rest = divmod(minutes, HOUR)
    parts = [count(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(count(rest, "minute") if minutes else "0 minutes")
    return " ".join(parts)
