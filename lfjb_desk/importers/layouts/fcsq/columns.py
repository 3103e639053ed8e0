"""Columns of the FCSQ tables: which measure the words over a column and beside a row name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.importers.layouts.fcsq.measures import CARE, PRIVATE, hint
from lfjb_desk.importers.layouts.fcsq.topics import TOPICS, CountedItem, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lfjb_desk.importers.figures import MeasureHint
    from lfjb_desk.importers.layouts.fcsq.sheets import FcsqSheet

_GROUP = re.compile(  # a heading over several columns that says no more than theirs do
    r"(number of )?(court events|applications?|orders?|disposals?|cases|age( of child)?|children)"
)
_KNOWN = {  # measures that other layouts give too, or that the reference holds
    "fcsq_public_law_start_cases": "pl_case_starts",
    "fcsq_public_law_end_cases": "pl_disposals",
}
_PARTS = re.compile(r"\bby (hmcts )?(region|dfj|court|local authority|area)\b")
_ONE_NATION = re.compile(r"\b(england|wales)\b")


def topic_of(title: tuple[str, ...], headings: Iterable[str] = ()) -> Topic | None:
    """Return what a table is about by its title, or by headings that only one table has.

    The first line is asked alone, then with the lines below it, which may be only a subtitle.
    """
    for lines in range(1, len(title) + 1):
        lines_said = " ".join(title[:lines])
        for topic in TOPICS:
            if all(re.search(pattern, lines_said) for pattern in topic.title):
                return topic
    if any("in 26 weeks" in heading for heading in headings):
        return next(topic for topic in TOPICS if topic.categories == (("care", ""),))
    return None


def narrower(title: tuple[str, ...]) -> str:
    """Return what makes a table say less than England and Wales as a whole, or nothing."""
    lines = 2 if re.fullmatch(r"table \d+[a-z]?", title[0]) else 1
    phrase = " ".join(title[:lines]).replace("england and wales", "")
    if match := _PARTS.search(phrase):
        return f"broken down {match[0]}"
    if match := _ONE_NATION.search(phrase):
        return f"about {match[0].capitalize()} alone"
    return ""


def measure_of(
    topic: Topic, named: tuple[str, ...], headings: tuple[str, ...]
) -> MeasureHint | None:
    """Return the measure that these words name, all of them taken together.

    `named` is what the row or the sheet says of all columns; `headings` stand over one column.
    None where they name no measure that is known here, or may name two.
    """
    *over, last = headings
    plain = [part for part in over if not _GROUP.fullmatch(part)]
    for parts in ((*named, *headings), (*named, *plain, last)):
        readings = dict(_readings(topic, " ".join(parts)))
        if readings:
            return readings.popitem()[1] if len(readings) == 1 else None
    return None


@lru_cache(maxsize=4_000)
def _readings(topic: Topic, phrase: str) -> tuple[tuple[str, MeasureHint], ...]:
    """Return each way to understand a phrase as a category and an item, by its code."""
    return tuple(
        (measure.code, measure)
        for category, rest in _without_category(topic, phrase)
        for item in topic.items
        if re.fullmatch(item.says, rest)
        for measure in (_measure(topic, category, item),)
    )


def _without_category(topic: Topic, phrase: str) -> Iterator[tuple[str, str]]:
    for category, pattern in topic.categories:
        if match := re.search(rf"(?<!\S)(?:{pattern})(?!\S)" if pattern else "", phrase):
            yield category, " ".join(f"{phrase[: match.start()]} {phrase[match.end() :]}".split())


def _measure(topic: Topic, category: str, item: CountedItem) -> MeasureHint:
    if category == "care":
        return CARE[item.code]
    if category == "private":
        return PRIVATE[item.code]
    code = f"fcsq_{category}_{item.code}"
    case_types = "all case types" if category == "all" else category.replace("_", " ")
    return hint(
        _KNOWN.get(code, code),
        f"{case_types.capitalize()}: {item.name}",
        f"{item.name[0].upper()}{item.name[1:]} ({case_types}) in the period, as FCSQ counts "
        f"them in its table of {topic.name}",
        item.unit,
        1 if item.unit == "weeks" else 0,
    )


def unused_of(sheet: FcsqSheet, topic: Topic) -> str:
    """Return why nothing is taken from a table of a known kind, or nothing where it is read."""
    if topic.unused:
        return topic.unused
    if reason := narrower(sheet.title):
        return reason
    if len(sheet.dimensions) > 1:
        return "broken down by more than one thing, deeper than the desk keeps"
    return ""
