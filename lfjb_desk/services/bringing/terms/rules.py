"""The rules that a clause may state in a number, proposed from its words and never taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.governing_documents import ClauseRule
from lfjb_desk.services.bringing.whole_numbers import NUMBERS, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b(?:\s*\((?P<m>\d+)\))?"
_NO_COUNT = (
    r"(?!\s*(?:%|per ?cent|percent|thirds?|quarters?|half|halves|(?:working |calendar )?days?|"
    r"weeks?|months?|hours?|minutes?|years?|\.\d|-))"
)
_PEOPLE = (
    r"(?:\s+(?:voting|core|full|statutory|of|the|its|different|appointed))*"
    r"\s+(?:members?|seats?|representatives?|people|persons|organisations|agencies|partners)\b"
)
_QUORUM = (
    rf"(?:at least|minimum(?: of)?|(?:not?) (?:fewer|less) than)\s+{_N}{_NO_COUNT}",
    rf"quorum\b[^.;]{{0,40}}?\b(?:is|be|of|at|as|are)\s+{_N}{_NO_COUNT}",
    rf"\b{_N}{_PEOPLE}",
    rf"^\W*{_N}\W*$",
)
_A_YEAR = (
    r"(?:\s+(?:a|per|each|every|in each|in every|in a)\s+(?:\w+\s)?(?:calendar |financial )?year)"
)
_TIMES = (
    rf"\b{_N}(?:\s+(?:times|ordinary|board|formal|regular))*(?:\s+meetings)?{_A_YEAR}",
    rf"\b{_N}\s+times\s+(?:annually|yearly)",
)
_OFTEN = (
    (r"\b(?:quarterly|(?:every|each) quarter|once (?:a|per) quarter)\b", (4,)),
    (r"\bbi-?monthly\b", (6, 24)),
    (r"(?<!bi)(?<!bi-)(?<!-)\bmonthly\b|\b(?:every|each) month\b|\bonce a month\b", (12,)),
    (r"\b(?:half-yearly|twice (?:a|per|each|every) year|twice yearly)\b", (2,)),
    (r"\b(?:once (?:a|per|each|every) year|annually)\b", (1,)),
)
_SEATS = (
    rf"\b{_N}{_PEOPLE}",
    rf"\b(?:has|have|of)\s+{_N}\s+seats\b",
)
_REVIEWS = (
    (r"\b(?:annually|annual review|yearly|once (?:a|per|each) year|(?:every|each) year)\b", (12,)),
    (r"\b(?:every two years|every other year|biennially)\b", (24,)),
)
_EVERY_MONTHS = rf"\b(?:every|within|after)\s+{_N}\s+months\b"
_EVERY_YEARS = rf"\bevery\s+{_N}\s+years\b"
_SENTENCE = re.compile(r"(?<=[.;])\s+|\n")


@dataclass(frozen=True)
class ProposedRule:
    """A rule that a clause may state: the numbers that it may be, and the words that say so."""

    rule: ClauseRule
    numbers: tuple[int, ...]
    """The likely one first; empty where it is not stated as a whole number."""
    words: str


def proposed_rules(heading: str, text: str) -> tuple[ProposedRule, ...]:
    """Return the rules that a clause may state, each at most once."""
    sentences = [part.strip() for part in _SENTENCE.split(text) if part.strip()]
    readers = (
        (ClauseRule.QUORUM, _quorum),
        (ClauseRule.MEETINGS_A_YEAR, _meetings),
        (ClauseRule.SEATS, _seats),
        (ClauseRule.REVIEW_MONTHS, _review),
    )
    out = []
    for rule, read in readers:
        found = [(sentence, numbers) for sentence, numbers in read(heading.casefold(), sentences)]
        numbers = tuple(dict.fromkeys(number for _, some in found for number in some))
        if found:
            words = next((sentence for sentence, some in found if some), found[0][0])
            out.append(ProposedRule(rule, numbers, words))
    return tuple(out)


_Found = tuple[str, tuple[int, ...]]


def _quorum(heading: str, sentences: list[str]) -> Iterator[_Found]:
    for sentence in sentences:
        if "quor" in heading or re.search(r"\bquor(?:um|ate|a)\b", sentence, re.IGNORECASE):
            yield sentence, _matches(_QUORUM, sentence)


def _meetings(heading: str, sentences: list[str]) -> Iterator[_Found]:
    for sentence in sentences:
        plain = sentence.casefold()
        is_about = re.search(r"\bmeet(?:s|ings?)?\b", plain) or "meeting" in heading
        if is_about and "review" not in plain:
            numbers = (*_matches(_TIMES, sentence), *_phrases(_OFTEN, plain), *_spaced(plain))
            if numbers:
                yield sentence, numbers


def _seats(heading: str, sentences: list[str]) -> Iterator[_Found]:
    for sentence in sentences:
        plain = sentence.casefold()
        is_about = re.search(r"\b(?:consists?|comprises?|made up|membership|seats)\b", plain)
        if (
            is_about or "member" in heading or "seats" in heading
        ) and "quor" not in plain + heading:
            numbers = _matches(_SEATS, sentence)
            if numbers:
                yield sentence, numbers


def _review(heading: str, sentences: list[str]) -> Iterator[_Found]:
    for sentence in sentences:
        plain = sentence.casefold()
        if "review" in plain or "review" in heading:
            years = (12 * number for number in _matches((_EVERY_YEARS,), plain))
            months = _matches((_EVERY_MONTHS,), plain)
            numbers = (*months, *years, *_phrases(_REVIEWS, plain))
            if numbers:
                yield sentence, numbers


def _matches(patterns: tuple[str, ...], sentence: str) -> tuple[int, ...]:
    """Return the numbers that patterns find; `six (7)` may be either."""
    out: list[int] = []
    for pattern in patterns:
        for match in re.finditer(pattern, sentence, re.IGNORECASE):
            out += [number for part in ("n", "m") if (number := number_of(match[part] or ""))]
    return tuple(dict.fromkeys(out))


def _phrases(phrases: tuple[tuple[str, tuple[int, ...]], ...], plain: str) -> tuple[int, ...]:
    return tuple(
        number for pattern, each in phrases if re.search(pattern, plain) for number in each
    )


def _spaced(plain: str) -> tuple[int, ...]:
    """Return how many times a year `every two months` is, where that is a whole number."""
    months = _matches((rf"\bevery\s+{_N}\s+months\b",), plain)
    return tuple(12 // number for number in months if 12 % number == 0)
