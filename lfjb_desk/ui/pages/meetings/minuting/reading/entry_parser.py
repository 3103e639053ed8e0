"""What a line typed in a meeting means: a note, a decision, or an action with owner and date.

Every word that is typed is recorded, but for those on which a chip stands: an owner, a body, a
date. A chip that is turned back into words leaves the line as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lfjb_desk.ui.pages.meetings.minuting.reading.due_dates import (
    Calendar,
    LineDay,
    distinct_days,
    due_inside,
    review_at_end,
)
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import ChipKind, Doubt, EntryKind
from lfjb_desk.ui.pages.meetings.minuting.reading.mentions import PlacedMentions, placed
from lfjb_desk.ui.pages.meetings.minuting.reading.names import BODY, PERSON, mentions_in
from lfjb_desk.ui.pages.meetings.minuting.reading.plain_names import names_at_start
from lfjb_desk.ui.pages.meetings.minuting.reading.time_words import names_a_day, times_in
from lfjb_desk.ui.widgets.form.dates import DayFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.ui.pages.meetings.minuting.reading.names import Mention, Named, Names

_KIND = re.compile(r"\s*/(a(?:ction)?|d(?:ecision)?)(?:\s+|$)", re.IGNORECASE)
_MARK = re.compile(
    r"(?<=\s)/(?:a(?:ction)?|d(?:ecision)?|i(?:tem)?)(?=\s|$)|(?<=\w\w|[\w)][.;])/[ad](?=\s+\S)",
    re.IGNORECASE,
)
"""Where another line begins inside one, as after an Enter that was refused; `n/a` is none."""
_LOOSE = " \t\n,;:(-\u2013\u2014"
"""What is left hanging at an end of the text when a chip beside it leaves."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Settled:
    """What the user has said about a line: which spans are only words, and what was chosen."""

    words: frozenset[tuple[ChipKind, Span]] = frozenset()
    owner: UUID | None = None
    body: UUID | None = None
    due: date | None = None
    is_split: bool = False
    """Whether what begins with `/a` or `/d` inside the line is a line of its own."""

    def refuses(self, start: int, end: int) -> bool:
        """Tell whether a part of the line touches one that is only words."""
        return any(start < until and since < end for _, (since, until) in self.words)

    def moved(self, at: int, removed: int, added: int) -> Settled:
        """Return the same once the line has changed at a place; what is gone is forgotten."""
        moved = set()
        for kind, (start, end) in self.words:
            if at >= end:
                moved.add((kind, (start, end)))
            elif at + removed <= start:
                moved.add((kind, (start + added - removed, end + added - removed)))
            elif end + added - removed > start:
                moved.add((kind, (min(start, at), end + added - removed)))
        return replace(self, words=frozenset(moved))

    def turned(self, kind: ChipKind, entry: MinuteEntry) -> Settled:
        """Return what is settled once a chip is turned: to the next choice, to words, and back."""
        own = frozenset(word for word in self.words if word[0] is kind)
        standing = frozenset(span for span in entry.spans if span[0] is kind)
        if own and not standing:
            return replace(self, words=self.words - own)
        if kind is ChipKind.LINES and not self.is_split:
            return replace(self, is_split=bool(standing))
        if kind is ChipKind.LINES:
            return replace(self, is_split=False, words=self.words | standing)
        choices = entry.choices(kind)
        chosen = {ChipKind.OWNER: self.owner, ChipKind.BODY: self.body, ChipKind.DATE: self.due}
        place = choices.index(chosen[kind]) + 1 if chosen[kind] in choices else 0
        if place < len(choices):
            return self.choosing(kind, choices[place])
        return replace(self.choosing(kind, None), words=self.words | standing)

    def choosing(self, kind: ChipKind, choice: UUID | date | None) -> Settled:
        """Return the same with one of several owners, bodies or days chosen."""
        fields = {ChipKind.OWNER: "owner", ChipKind.BODY: "body", ChipKind.DATE: "due"}
        chosen: dict[str, Any] = {fields[kind]: choice}
        return replace(self, **chosen)


@dataclass(frozen=True)
class MinuteEntry:
    """A line as it will be recorded; for a decision `due` is when it is reviewed."""

    kind: EntryKind
    text: str
    owner: Named | None = None
    body: Named | None = None
    due: date | None = None
    is_due_by_desk: bool = False
    """Whether nobody typed the date, so that the desk put the next meeting in."""
    at_next_meeting: bool = False
    doubts: tuple[Doubt, ...] = ()
    unknown: str = ""
    """A name after `@` that is nobody's, or more than one's."""
    owners: tuple[Named, ...] = ()
    """Everybody named where the owner stands."""
    bodies: tuple[Named, ...] = ()
    days: tuple[date, ...] = ()
    """Every day that is given."""
    doubtful: str = ""
    """The words of a day that is none, as typed."""
    spans: tuple[tuple[ChipKind, Span], ...] = ()
    """Where in the line what each chip stands on was typed."""
    rest: str = ""
    """What is read as lines of its own once this one is recorded."""

    @property
    def is_held(self) -> bool:
        """Whether it is not recorded before a doubt is settled; a note may name anybody."""
        if self.kind is EntryKind.NOTE:
            return Doubt.SEVERAL in self.doubts
        return bool(self.doubts)

    def choices(self, kind: ChipKind) -> tuple[UUID | date, ...]:
        """Return what the user can choose from where a line leaves it open."""
        if kind is ChipKind.DATE:
            return self.days if len(self.days) > 1 else ()
        named = self.owners if kind is ChipKind.OWNER else self.bodies
        open_choice = len(named) > 1 or not any(span[0] is kind for span in self.spans)
        return tuple(person.id for person in named) if open_choice else ()


def read_entry(
    line: str,
    names: Names,
    day: date,
    next_meeting: date | None,
    settled: Settled | None = None,
) -> MinuteEntry:
    """Return what a line means in a meeting on `day`.

    Dates count from that day. An action without one is due at the next meeting, if there is one.
    """
    settled = settled or Settled()
    marks = _marks(line, settled)
    if not marks:
        return _read_one(line, names, Calendar(day, next_meeting, names), settled)
    whole = line[: marks[0][0]] if settled.is_split else line
    entry = _read_one(whole, names, Calendar(day, next_meeting, names), settled)
    spans = (*entry.spans, *((ChipKind.LINES, mark) for mark in marks))
    if settled.is_split:
        return replace(entry, rest=line[marks[0][0] :], spans=spans)
    return replace(entry, doubts=(Doubt.SEVERAL, *entry.doubts), spans=spans)


def _marks(line: str, settled: Settled) -> list[Span]:
    """Return where other lines begin inside a line, but for those that are only words."""
    start = len(line) - len(line.lstrip())
    marks = (match.span() for match in _MARK.finditer(line, start))
    return [mark for mark in marks if mark[0] > start and not settled.refuses(*mark)]


def _read_one(line: str, names: Names, calendar: Calendar, settled: Settled) -> MinuteEntry:
    """Return what a line means that holds no other."""
    match = _KIND.match(line)
    start = match.end() if match else 0
    mentions = [
        mention
        for mention in mentions_in(line, names)
        if mention.named is not None or not settled.refuses(mention.start, mention.end)
    ]
    unknown = [mention for mention in mentions if mention.named is None]
    if match is None:
        entry = MinuteEntry(EntryKind.NOTE, _written(line, start, mentions, ()).strip())
    elif match[1].lower().startswith("d"):
        entry = _decision(line, start, mentions, calendar, settled)
    else:
        entry = _action(line, start, mentions, calendar, settled)
    if not unknown:
        return entry
    return replace(
        entry,
        unknown=line[unknown[0].start : unknown[0].end],
        doubts=(Doubt.UNKNOWN, *entry.doubts),
        spans=(*entry.spans, (ChipKind.OWNER, (unknown[0].start, unknown[0].end))),
    )


def _decision(
    line: str, start: int, mentions: Sequence[Mention], calendar: Calendar, settled: Settled
) -> MinuteEntry:
    end = len(line.rstrip())
    review = review_at_end(line, start, end, calendar, settled.refuses)
    dates = _Dates((review,) if review else (), line, calendar.meeting, settled)
    text = _written(line, start, mentions, dates.cuts)
    return MinuteEntry(
        EntryKind.DECISION,
        text.rstrip(_LOOSE).strip() if dates.cuts else text.strip(),
        due=dates.day,
        doubts=dates.doubts,
        days=dates.days,
        doubtful=dates.doubtful,
        spans=dates.spans,
    )


def _action(
    line: str, start: int, mentions: Sequence[Mention], calendar: Calendar, settled: Settled
) -> MinuteEntry:
    place = placed(line, start, mentions, calendar, settled.refuses)
    plain = [] if _whom(place, PERSON) else names_at_start(line, start, calendar.names)
    plain = [(span, person) for span, person in plain if not settled.refuses(*span)]
    ends = (place.due,) if place.due else ()
    inside = due_inside(line, start, place.stop, calendar, settled.refuses)
    dates = _Dates((*ends, *inside), line, calendar.meeting, settled)
    if not dates.spans:
        dates.doubt_times(line, _times(line, start, mentions, calendar, settled))
    owners, bodies = _whom(place, PERSON), _whom(place, BODY)
    owners = owners or tuple(dict.fromkeys(person for _, person in plain))
    has_owner = bool(owners)
    owners = owners or tuple(dict.fromkeys(place.named_in_text))
    owner = _chosen(owners, settled.owner, is_sure=has_owner)
    body = _chosen(bodies, settled.body, is_sure=True)
    doubts = [
        *([Doubt.OWNER] if has_owner and owner is None else []),
        *([Doubt.BODY] if bodies and body is None else []),
        *dates.doubts,
    ]
    is_one = len(owners) == 1 and has_owner
    cuts = [*place.cuts({PERSON: is_one, BODY: len(bodies) == 1}), *dates.cuts]
    due = dates.day if dates.day or dates.doubts else calendar.next_meeting
    return MinuteEntry(
        EntryKind.ACTION,
        _sentence(_written(line, start, mentions, cuts), cut=bool(cuts)),
        owner=owner,
        body=body,
        due=due,
        is_due_by_desk=due is not None and dates.day is None,
        at_next_meeting=due is not None and due == calendar.next_meeting,
        doubts=tuple(doubts),
        owners=owners,
        bodies=bodies,
        days=dates.days,
        doubtful=dates.doubtful,
        spans=(*_spans(place), *((ChipKind.OWNER, span) for span, _ in plain), *dates.spans),
    )


def _times(
    line: str, start: int, mentions: Sequence[Mention], calendar: Calendar, settled: Settled
) -> list[Span]:
    """Return where a line speaks of when though it gives no day."""

    def refused(since: int, until: int) -> bool:
        named = any(each.start < until and since < each.end for each in mentions)
        return named or settled.refuses(since, until)

    return times_in(line, start, calendar.names, refused)


class _Dates:
    """What the days of a line come to: one that stands, or a doubt."""

    def __init__(
        self, dates: Iterable[LineDay], line: str, meeting: date, settled: Settled
    ) -> None:
        found = list(dates)
        self.days = distinct_days(found)
        self.day: date | None = None
        self.doubts: tuple[Doubt, ...] = ()
        self.cuts: list[Span] = []
        self.doubtful = ""
        self.spans = tuple((ChipKind.DATE, (due.start, due.end)) for due in found)
        if not self.days:
            faults = [due for due in found if due.reading.fault is not None]
            if faults:
                self.doubts = (_FAULTS[faults[0].reading.fault],)
                self.doubtful = line[faults[0].phrase : faults[0].end].rstrip(" .,;)")
            return
        if settled.due in self.days:
            self.day = settled.due
        elif len(self.days) > 1:
            self.doubts = (Doubt.DATE,)
            return
        else:
            self.day = self.days[0]
        if self.day < meeting:
            self.day, self.doubts = None, (Doubt.PAST,)
            self.doubtful = line[found[0].phrase : found[0].end].rstrip(" .,;)")
        elif len(self.days) == 1:
            self.cuts = [(due.start, due.end) for due in found if due.leaves and due.reading.day]

    def doubt_times(self, line: str, times: Sequence[Span]) -> None:
        """Doubt a line that gives no day and speaks of when; the desk puts in no other day."""
        if times:
            self.spans = tuple((ChipKind.DATE, time) for time in times)
            self.doubtful = line[slice(*times[0])].rstrip(" .,;)")
            is_day = names_a_day(self.doubtful)
            self.doubts = (Doubt.UNSURE if is_day else Doubt.UNDATED,)


_FAULTS = {
    DayFault.IMPOSSIBLE: Doubt.IMPOSSIBLE,
    DayFault.VAGUE: Doubt.VAGUE,
    DayFault.JUST_PAST: Doubt.YEAR,
    DayFault.FAR: Doubt.FAR,
    None: Doubt.VAGUE,
}


def _whom(place: PlacedMentions, sign: str) -> tuple[Named, ...]:
    """Return everybody named where an owner or a body stands, each once."""
    named = [mention.named for mention in place.given if mention.sign == sign]
    return tuple(dict.fromkeys(person for person in named if person is not None))


def _chosen(named: Sequence[Named], key: UUID | None, *, is_sure: bool) -> Named | None:
    """Return the only one named where that is sure, or the one that the user chose."""
    if is_sure and len(named) == 1:
        return named[0]
    return next((person for person in named if person.id == key), None)


def _spans(place: PlacedMentions) -> list[tuple[ChipKind, Span]]:
    kinds = {PERSON: ChipKind.OWNER, BODY: ChipKind.BODY}
    return [(kinds[mention.sign], (mention.start, mention.end)) for mention in place.given]


def _written(line: str, start: int, mentions: Sequence[Mention], cuts: Iterable[Span]) -> str:
    """Return a line from a place on, without what is cut and with the names written out."""
    cuts = list(cuts)
    names = [
        (mention.start, mention.end, mention.named.name)
        for mention in mentions
        if mention.named is not None
        and not any(since <= mention.start < until for since, until in cuts)
    ]
    parts, at = [], start
    for since, until, text in sorted([*((*cut, " ") for cut in cuts), *names]):
        if since >= at:
            parts += [line[at:since], text]
        at = max(at, until)
    return "".join([*parts, line[at:]])


def _sentence(text: str, *, cut: bool) -> str:
    """Return the text of an action: what a chip left hanging goes, a capital comes first."""
    if cut:
        text = text.strip().rstrip(_LOOSE).lstrip(" ,:;")
    text = re.sub(r"[ \t]+", " ", text).strip()
    return text[:1].upper() + text[1:]
