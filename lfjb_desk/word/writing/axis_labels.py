"""The places along the foot of a chart: how they are named so that no name runs into another."""

import re
from dataclasses import dataclass
from itertools import pairwise

from lfjb_desk.domain.common.months import ANY_MONTH_NAME

_YEAR = r"(?P<year>\d{4}(?:[-/]\d\d)?)"
_DATED = (
    re.compile(rf"(?P<part>Q[1-4]):? {_YEAR}"),
    re.compile(rf"{_YEAR}:? (?P<part>Q[1-4])"),
    re.compile(rf"(?P<part>{ANY_MONTH_NAME}) {_YEAR}"),
)
AXIS_CM = 12.1
LETTER_CM = 0.21
_BESIDE_CM = 0.15
_CALENDAR = 4
_EMPTY = " "


@dataclass(frozen=True)
class AxisLabels:
    """The first columns of the workbook: their heads, and a row for each place, the last empty.

    With `years_under` the last columns are the year and its part; else the last column names the
    places on the axis. A column before holds the full names where some are left off the axis.
    """

    heads: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]
    years_under: bool = False


def axis_labels(categories: tuple[str, ...]) -> AxisLabels:
    """Return the names of the places of a chart, and of the empty one after the last."""
    dated = [_dated(category) for category in categories]
    known = [parts for parts in dated if parts]
    if known and len(known) == len(categories):
        return _by_year(categories, known)
    return _thinned(categories, list(categories))


def _dated(category: str) -> tuple[str, str] | None:
    """Return year and part of a quarter or month, the month by its first three letters."""
    for pattern in _DATED:
        if match := pattern.fullmatch(category):
            return match["year"], match["part"][:3]
    return None


def _by_year(categories: tuple[str, ...], dated: list[tuple[str, str]]) -> AxisLabels:
    """Return the parts over their years; the parts unnamed, or years alone, where room is short."""
    years = [year for year, _ in dated]
    begins = [index == 0 or years[index - 1] != year for index, year in enumerate(years)]
    slot = AXIS_CM / (len(categories) + 1)
    room = {year: slot * years.count(year) for year in years}
    under = [
        _fitting(year, room[year]) if begin else None
        for begin, year in zip(begins, years, strict=True)
    ]
    if max(len(part) for _, part in dated) * LETTER_CM + _BESIDE_CM <= slot:
        parts = [(year, part) for year, (_, part) in zip(under, dated, strict=True)]
        return AxisLabels(("Year", "Part"), (*parts, (None, _EMPTY)), years_under=True)
    if (len(years[0]) * LETTER_CM + 0.2) * sum(begins) <= AXIS_CM:
        whole = [(category, year, _EMPTY) for category, year in zip(categories, under, strict=True)]
        heads = ("Period", "Year", "Part")
        return AxisLabels(heads, (*whole, (_EMPTY, None, _EMPTY)), years_under=True)
    return _thinned(
        categories, [year if begin else "" for begin, year in zip(begins, years, strict=True)]
    )


def _fitting(year: str, room: float) -> str:
    """Return a year as it fits under its own places: whole, by two digits, or not at all.

    A name that is wider than its places would be broken inside the year.
    """
    if len(year) * LETTER_CM + _BESIDE_CM <= room:
        return year
    short = f"\N{RIGHT SINGLE QUOTATION MARK}{year[2:4]}"
    fits = len(short) * LETTER_CM <= room  # the mark takes hardly any
    return short if fits and len(year) == _CALENDAR else _EMPTY


def _thinned(categories: tuple[str, ...], names: list[str]) -> AxisLabels:
    """Return the names, with as many left off the axis as it takes for the rest to fit."""
    named = [index for index, name in enumerate(names) if name]
    widest = max((len(names[place]) for place in named), default=1) * LETTER_CM + 0.25
    slot = AXIS_CM / (len(categories) + 1)
    every = 1
    while widest > slot * _nearest(named[::every], len(names)):
        every += 1
    if every == 1 and len(named) == len(names):
        return AxisLabels(("Period",), (*((category,) for category in categories), (_EMPTY,)))
    kept = set(named[::every])
    cells = [
        (category, names[index] if index in kept else _EMPTY)
        for index, category in enumerate(categories)
    ]
    return AxisLabels(("Period", "Name on the axis"), (*cells, (_EMPTY, _EMPTY)))


def _nearest(kept: list[int], count: int) -> int:
    """Return the fewest places from one name to the next; a name alone has all the room."""
    return min((after - before for before, after in pairwise(kept)), default=count * 100)
