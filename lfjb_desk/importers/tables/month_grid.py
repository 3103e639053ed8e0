"""A grid of one measure: months one way, years the other, and totals of both.

Totals are never taken as figures: they are compared with the months that they should add up.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import SHORT_MONTH_NAMES, quarter_of_month
from lfjb_desk.domain.formatting import BLANK
from lfjb_desk.importers.cells import place, text, words
from lfjb_desk.importers.extract import reread
from lfjb_desk.importers.language.markers import UnreadableCellError, Value, read_value
from lfjb_desk.importers.language.periods import (
    PeriodError,
    month_in,
    month_of,
    period_convention,
    read_period,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lfjb_desk.importers.cells import Cell, Grid
    from lfjb_desk.importers.language.periods import Period

_HEAD_ROWS, _NAME_COLUMNS = 40, 4  # headings are looked for no further down and across
_LONGEST = 60  # rows of a grid: months, or years, with their totals and remarks
_FEWEST_MONTHS = 3
_TOTAL = re.compile(r"(?:(?:grand|year|annual|full year|financial year|overall) )?totals?|sum")
_PART = re.compile(r"(?:q|qtr|quarter) ?([1-4])(?: totals?)?")
_YEAR = re.compile(r"\W*(?:fy)?\W*\d{4}\W*\d{0,4}\W*")
_DAYS = (364, 365)  # from the first day of a year to its last

At = tuple[int, int]
Labels = dict[int, "Cell"]


@dataclass(frozen=True, slots=True)
class Month:
    """One cell of a grid, with the month that it is for."""

    at: At
    period: Period
    number: int
    """1 for January."""


@dataclass(frozen=True, slots=True)
class Total:
    """A published total, with the months that it should add up."""

    at: At
    label: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A grid as it was found: its months, its totals, and what else stands beside them."""

    head: int
    """The row of headings."""
    last: int
    """The last row that belongs to it."""
    lines: int
    """Rows that hold months."""
    months: tuple[Month, ...]
    totals: tuple[Total, ...]
    unused: tuple[str, ...]
    """Headings of the rows and columns that are neither months, years nor totals."""
    unclear: tuple[tuple[At, str], ...]
    """Headings that name no clear year, or the same one twice, with the reason."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The labels of a grid by the number of their row or column, sorted by what they say."""

    upright: bool
    """Whether months stand in rows and years in columns."""
    months: dict[int, int]
    years: dict[int, Period]
    month_totals: dict[int, str]
    """Lines among the months that add them up."""
    year_totals: dict[int, str]
    unused: tuple[str, ...]
    unclear: tuple[tuple[bool, int, str], ...]
    """Whether it is a line of months, which one, and what is wrong with it."""

    def at(self, month_line: int, year_line: int) -> At:
        """Return the cell where two lines meet."""
        return (month_line, year_line) if self.upright else (year_line, month_line)


def find_grid(grid: Grid, publisher: str) -> MonthGrid | None:
    """Return the first grid of months and years on a sheet, whichever way it lies."""
    for head in range(min(len(grid.rows) - 1, _HEAD_ROWS)):
        for names in range(min(len(grid.rows[head]), _NAME_COLUMNS)):
            end = _next_part(grid, head, names)
            across = _filled({c: grid.cell(head, c) for c in range(names + 1, end)})
            down = _down(grid, head, names)
            for upright in (True, False):
                months, years = (down, across) if upright else (across, down)
                if sides := _sides(months, years, publisher, upright=upright):
                    beside = (
                        grid.text(head - 1, c) for c in range(end, _width(grid, head)) if head
                    )
                    made = _made(head, max(down), sides)
                    return replace(made, unused=(*made.unused, *filter(None, beside)))
    return None


def value_of(grid: Grid, at: At) -> Value | None:
    """Return what a cell says, None where it cannot be read."""
    try:
        return read_value(grid.cell(*at), decimal_comma=grid.decimal_comma)
    except UnreadableCellError:
        return None


def compare(grid: Grid, total: Total) -> tuple[bool | None, str]:
    """Tell whether a total adds up, None where that cannot be told, and the sentence for it."""
    where = f"{place(*total.at)}, \u201c{total.label}\u201d,"
    published = value_of(grid, total.at)
    if published is not None and published.number is None:
        return None, f"{where} holds no number to compare with its months"
    values = [value_of(grid, month.at) for month in total.months]
    if published is None or any(v is None or v.marker not in {None, BLANK} for v in values):
        return None, f"{where} cannot be compared with its months: not all are plain numbers"
    adds = sum(v.number for v in values if v is not None and v.number is not None)
    if adds == published.number:
        return True, ""
    return False, f"{where} says {published.number:,f}, and its months add to {adds:,f}"


def _filled(labels: Labels) -> Labels:
    return {line: label for line, label in labels.items() if text(label)}


def _width(grid: Grid, row: int) -> int:
    return len(grid.rows[row])


def _next_part(grid: Grid, head: int, names: int) -> int:
    """Return the column from which another table stands beside the first, else the width."""
    above = grid.rows[head - 1] if head else ()
    heads = (
        c for c, cell in enumerate(above) if c > names + 1 and any(map(str.isalpha, text(cell)))
    )
    return min(next(heads, _width(grid, head)), _width(grid, head))


def _down(grid: Grid, head: int, names: int) -> Labels:
    """Return the labels of the rows below a heading, to where another table may begin."""
    down: Labels = {}
    seen: set[str] = set()
    for row in range(head + 1, min(len(grid.rows), head + 1 + _LONGEST)):
        label, called = grid.cell(row, names), words(grid.cell(row, names))
        if not any(map(text, grid.rows[row])):
            continue
        figures = any(reread(cell) for cell in grid.rows[row][names + 1 :])
        if called in seen or (seen and not figures and month_of(label) is None):
            break
        if called:
            seen.add(called)
            down[row] = label
    return down


def _sides(months: Labels, years: Labels, publisher: str, *, upright: bool) -> _Sides | None:
    """Return the labels sorted, when one way holds months and the other years."""
    numbers = {line: n for line, label in months.items() if (n := month_of(label))}
    if len(numbers) < _FEWEST_MONTHS or any(map(month_of, years.values())):
        return None
    spans, unclear = _years(years, publisher, from_january=min(numbers.items())[1] == 1)
    if not spans and not unclear:
        return None
    month_totals = _totals(months)
    year_totals = _totals(years)
    known_months, known_years = numbers | month_totals, spans | year_totals | unclear
    twice = [
        *((True, line, months[line]) for line in _twice(numbers)),
        *((False, line, years[line]) for line in _twice({n: p.start for n, p in spans.items()})),
    ]
    return _Sides(
        upright,
        {line: n for line, n in numbers.items() if (True, line, months[line]) not in twice},
        {line: p for line, p in spans.items() if (False, line, years[line]) not in twice},
        month_totals,
        year_totals,
        (
            *(text(label) for line, label in months.items() if line not in known_months),
            *(text(label) for line, label in years.items() if line not in known_years),
        ),
        (
            *((False, line, reason) for line, reason in unclear.items()),
            *((way, n, f"\u201c{text(label)}\u201d is named twice") for way, n, label in twice),
        ),
    )


def _years(
    labels: Labels, publisher: str, *, from_january: bool
) -> tuple[dict[int, Period], dict[int, str]]:
    """Return the lines that are whole years, and those that look like one and are not clear."""
    known = period_convention(labels.values(), "" if from_january else publisher)
    spans: dict[int, Period] = {}
    unclear: dict[int, str] = {}
    for line, label in labels.items():
        try:
            period = read_period(label, known)
        except PeriodError as error:
            if _YEAR.fullmatch(text(label).casefold()):
                unclear[line] = str(error)
            continue
        if (period.end - period.start).days not in _DAYS:
            continue
        if period.start.month == 1 and not from_january:
            unclear[line] = f"\u201c{period.label}\u201d may be a calendar or a financial year"
        else:
            spans[line] = period
    return spans, unclear


def _totals(labels: Labels) -> dict[int, str]:
    called = {line: words(label) for line, label in labels.items()}
    return {
        line: text(labels[line])
        for line, name in called.items()
        if _TOTAL.fullmatch(name) or _PART.fullmatch(name)
    }


def _twice(lines: Mapping[int, object]) -> list[int]:
    often = Counter(lines.values())
    return [line for line, meaning in lines.items() if often[meaning] > 1]


def _made(head: int, last: int, sides: _Sides) -> MonthGrid:
    months = sorted(
        (
            Month(sides.at(line, column), month_in(year, number, _label(year, number)), number)
            for line, number in sides.months.items()
            for column, year in sides.years.items()
        ),
        key=lambda month: month.at,
    )
    unclear = (
        ((line, 0) if way is sides.upright else (head, line), reason)
        for way, line, reason in sides.unclear
    )
    lines = len(sides.months if sides.upright else sides.years)
    return MonthGrid(
        head, last, lines, tuple(months), (*_sums(months, sides),), sides.unused, (*unclear,)
    )


def _sums(months: list[Month], sides: _Sides) -> Iterator[Total]:
    """Yield the totals of the grid, each with its months; none where a line is not clear."""
    if sides.unclear:
        return  # a total may count what was not taken
    where = 0 if sides.upright else 1  # which half of a cell's place is the line of its month
    for line, label in sides.month_totals.items():
        part = _PART.fullmatch(words(label))
        for column, year in sides.years.items():
            of_year = tuple(
                month
                for month in months
                if month.at[1 - where] == column
                and (part is None or _quarter(month, year) == int(part[1]))
            )
            yield Total(sides.at(line, column), label, of_year)
        for column, both in sides.year_totals.items():
            if part is None and _PART.fullmatch(words(both)) is None:
                yield Total(sides.at(line, column), f"{label}, {both}", tuple(months))
    for column, label in sides.year_totals.items():
        for line in sides.months:
            same = tuple(month for month in months if month.at[where] == line)
            yield Total(sides.at(line, column), label, same)


def _quarter(month: Month, year: Period) -> int:
    """Return which quarter of its year a month is in, the first being 1."""
    return quarter_of_month(month.number, year.start.month)


def _label(year: Period, number: int) -> str:
    """Return a month as the two headings over it name it together."""
    return f"{SHORT_MONTH_NAMES[number - 1]} {year.label}"
