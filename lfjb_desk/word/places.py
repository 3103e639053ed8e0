"""The places along the foot of a chart: how they are named so that no name runs into another."""

import re
from dataclasses import dataclass

YEARS_UNDER_UP_TO = 20
"""So many quarters or fewer are each named, with their years under them."""

_QUARTER_FIRST = re.compile(r"(?P<quarter>Q[1-4])[ :] ?(?P<year>\d{4}(?:[-/]\d\d)?)")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4}(?:[-/]\d\d)?) (?P<quarter>Q[1-4])")
_AXIS_CM = 12.1
_LETTER_CM = 0.21
_EMPTY = " "


@dataclass(frozen=True)
class PlaceNames:
    """The first columns of the workbook: their heads, and a row for each place, the last empty.

    With `years_under` the columns are year and quarter; else the last column names the places
    on the axis, and a column before it holds the full names where some are left off the axis.
    """

    heads: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]
    years_under: bool = False


def place_names(categories: tuple[str, ...]) -> PlaceNames:
    """Return the names of the places of a chart, and of the empty one after the last."""
    quarters = [_QUARTER_FIRST.fullmatch(one) or _YEAR_FIRST.fullmatch(one) for one in categories]
    found = [(one["year"], one["quarter"]) for one in quarters if one]
    if categories and len(found) == len(categories):
        years = [year for year, _ in found]
        begins = [place == 0 or years[place - 1] != year for place, year in enumerate(years)]
        if len(categories) <= YEARS_UNDER_UP_TO:
            cells = [
                (year if begin else None, quarter)
                for begin, (year, quarter) in zip(begins, found, strict=True)
            ]
            return PlaceNames(("Year", "Quarter"), (*cells, (None, _EMPTY)), years_under=True)
        return _thinned(
            categories, [year if begin else "" for begin, year in zip(begins, years, strict=True)]
        )
    return _thinned(categories, list(categories))


def _thinned(categories: tuple[str, ...], names: list[str]) -> PlaceNames:
    """Return the names, with as many left off the axis as it takes for the rest to fit."""
    named = [place for place, name in enumerate(names) if name]
    widest = max((len(names[place]) for place in named), default=1) * _LETTER_CM + 0.25
    every = 1
    while named and widest > _AXIS_CM / (len(categories) + 1) * _nearest(
        named[::every], len(names)
    ):
        every += 1
    if every == 1 and len(named) == len(names):
        return PlaceNames(("Period",), (*((one,) for one in categories), (_EMPTY,)))
    kept = set(named[::every])
    cells = [
        (one, names[place] if place in kept else _EMPTY) for place, one in enumerate(categories)
    ]
    return PlaceNames(("Period", "Name on the axis"), (*cells, (_EMPTY, _EMPTY)))


def _nearest(kept: list[int], count: int) -> int:
    """Return the fewest places from one name to the next."""
    return min(
        (after - before for before, after in zip(kept, kept[1:], strict=False)), default=count + 1
    )
