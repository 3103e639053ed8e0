"""What a line typed in a meeting means: a note, a decision, or an action with owner and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold
from lfjb_desk.ui.widgets.dates import DAYS, LEAST_LETTERS, read_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

LONGEST_DATE = 4
"""How many words a date has at most: `Friday 21 November 2026`."""
DOUBTFUL = {"t", "sat", "sun", "Tom", "Mon", "Sat", "Sun", "T", "Tom.", "Tomorrow"}
"""Words that are seldom meant as a day unless `by` or `due` stands before them."""

_KIND = re.compile(r"\s*/(a(?:ction)?|d(?:ecision)?)(?:\s+|$)", re.IGNORECASE)
_MENTION = re.compile(r"(?<![^\s(,;])(@@?)(?=\w)")
_BEGUN = re.compile(r"(?<![^\s(,;])(@@?)([^\s@][^@\n]{0,60})?$")
_TOKEN = re.compile(r"[\w'\u2019-]+")
_WEEKDAYS = {name[:LEAST_LETTERS] for name in DAYS}
_LEAD = {"by", "due", "on", "before", "until"}


class EntryKind(StrEnum):
    """What is recorded."""

    NOTE = "note"
    ACTION = "action"
    DECISION = "decision"


@dataclass(frozen=True)
class Named:
    """A person or a body that can be named in a line; `under` is a person's body."""

    id: UUID
    name: str
    under: str = ""


@dataclass(frozen=True)
class Names:
    """Everybody who can be named: people after `@`, bodies after `@@`."""

    people: tuple[Named, ...] = ()
    bodies: tuple[Named, ...] = ()

    def of(self, sign: str) -> tuple[Named, ...]:
        """Return those whom a sign can name."""
        return self.bodies if sign == "@@" else self.people


@dataclass(frozen=True)
class MinuteEntry:
    """A line as it will be recorded; for a decision `due` is when it is reviewed."""

    kind: EntryKind
    text: str
    owner: Named | None = None
    body: Named | None = None
    due: date | None = None
    at_next_meeting: bool = False
    unknown: str = ""
    """A name after `@` that is nobody's, or more than one's."""


@dataclass(frozen=True)
class Begun:
    """A name that is being typed: its sign, what is there of it, and where it starts."""

    sign: str
    letters: str
    start: int


def read_entry(line: str, names: Names, day: date, next_meeting: date | None) -> MinuteEntry:
    """Return what a line means in a meeting on `day`.

    Dates count from that day. An action without one is due at the next meeting, if there is one.
    """
    match = _KIND.match(line)
    if match is None:
        text, _, unknown = _name(line.strip(), names, cut=False)
        return MinuteEntry(EntryKind.NOTE, text, unknown=unknown)
    rest = line[match.end() :].strip()
    if match[1].lower().startswith("d"):
        text, _, unknown = _name(rest, names, cut=False)
        text, review = _split_review(text, day, next_meeting)
        return MinuteEntry(EntryKind.DECISION, text, due=review, unknown=unknown)
    text, named, unknown = _name(rest, names, cut=True)
    text, due = _split_day(text, day, next_meeting)
    return MinuteEntry(
        EntryKind.ACTION,
        _sentence(text),
        owner=named.get("@"),
        body=named.get("@@"),
        due=due or next_meeting,
        at_next_meeting=next_meeting is not None and (due or next_meeting) == next_meeting,
        unknown=unknown,
    )


def begun_name(before: str) -> Begun | None:
    """Return the name that is being typed at the end of a text, or None."""
    match = _BEGUN.search(before)
    return Begun(match[1], match[2] or "", match.start()) if match else None


def matching(begun: Begun, names: Names) -> Sequence[Named]:
    """Return those whose name, or a word of it, begins with the letters typed."""
    typed = fold(begun.letters)
    everybody = names.of(begun.sign)
    first = [person for person in everybody if fold(person.name).startswith(typed)]
    others = [
        person for person in everybody if person not in first and _has_word(person.name, typed)
    ]
    return [*first, *others]


def _has_word(name: str, typed: str) -> bool:
    return any(word.startswith(typed) for word in fold(name).split())


def _name(text: str, names: Names, *, cut: bool) -> tuple[str, dict[str, Named], str]:
    """Return the text with the names written out, who was named first by each sign, and who not.

    With `cut` the first name by each sign is taken out of the text.
    """
    named: dict[str, Named] = {}
    unknown, at, parts = "", 0, []
    for sign in _MENTION.finditer(text):
        if sign.start() < at:
            continue
        mentioned, length = _whose(text[sign.end() :], names.of(sign[1]))
        parts.append(text[at : sign.start()])
        at = sign.end() + length
        if mentioned is None:
            unknown = unknown or text[sign.start() : at]
            parts.append(text[sign.start() : at])
        elif cut and sign[1] not in named:
            named[sign[1]] = mentioned
        else:
            parts.append(mentioned.name)
    return "".join([*parts, text[at:]]), named, unknown


def _whose(rest: str, everybody: Sequence[Named]) -> tuple[Named | None, int]:
    """Return who is named at the start of a text, and how many letters name them."""
    whole = [
        person
        for person in everybody
        if rest[: len(person.name)].casefold() == person.name.casefold()
        and not rest[len(person.name) : len(person.name) + 1].isalnum()
    ]
    if whole:
        longest = max(whole, key=lambda named: len(named.name))
        return longest, len(longest.name)
    token = _TOKEN.match(rest)
    letters = token[0] if token else ""
    matching = [named for named in everybody if _has_word(named.name, fold(letters))]
    return (matching[0] if len(matching) == 1 else None), len(letters)


def _split_day(text: str, day: date, next_meeting: date | None) -> tuple[str, date | None]:
    """Return a text without the date at its end, and that date."""
    words = text.split()
    for length in range(min(LONGEST_DATE, len(words)), 0, -1):
        rest, tail = words[:-length], words[-length:]
        led = bool(rest) and rest[-1].casefold() in _LEAD
        if (length == 1 and tail[0] in DOUBTFUL and not led) or _takes_a_word(tail, day):
            continue
        due = _day(" ".join(tail).rstrip(".,;"), day, next_meeting)
        if due is not None:
            while rest and rest[-1].casefold() in _LEAD:
                rest.pop()
            return " ".join(rest).rstrip(" ,;"), due
    return " ".join(words), None


def _takes_a_word(tail: Sequence[str], day: date) -> bool:
    """Tell whether a tail is a date with a word before it that is no part of it."""
    first = tail[0].casefold().rstrip(",")
    known = first == "next" or (len(first) >= LEAST_LETTERS and first[:3] in _WEEKDAYS)
    return len(tail) > 1 and not known and read_day(" ".join(tail[1:]), day) is not None


def _split_review(text: str, day: date, next_meeting: date | None) -> tuple[str, date | None]:
    """Return a decision without `review by` and a date at its end, and that date."""
    rest, review = _split_day(text, day, next_meeting)
    words = rest.split()
    if review is not None and words and words[-1].casefold() in {"review", "reviewed"}:
        return " ".join(words[:-1]).rstrip(" ,;"), review
    return text, None


def _day(text: str, day: date, next_meeting: date | None) -> date | None:
    if text.casefold() == "next meeting":
        return next_meeting
    return read_day(text, day)


def _sentence(text: str) -> str:
    """Return a text that began with a name as a sentence: `to send it` becomes `Send it`."""
    text = " ".join(text.split()).removeprefix("to ")
    return text[:1].upper() + text[1:]
