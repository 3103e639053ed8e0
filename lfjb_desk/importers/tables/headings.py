"""Headings over columns of periods: one row of labels, or years joined above quarters."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid, text, words
from lfjb_desk.importers.extract import reread
from lfjb_desk.importers.language.periods import (
    VERSIONS,
    Period,
    PeriodConvention,
    PeriodError,
    names_two_years,
    period_convention,
    quarter_of,
    read_period,
)
from lfjb_desk.importers.tables.rows import TableShape, once

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD_ROWS = 40  # headings are looked for no further down
_DEEPEST = 3  # rows that a stacked heading may have
_FEWEST = 2  # columns of periods that make a history
_WHOLE_YEAR = {
    "annual",
    "year",
    "whole year",
    "full year",
    "year average",
    "annual average",
    "average for year",
    "year total",
    "financial year",
    "whole year average",
}

_TWO_YEARS = re.compile(r"\b[0-9]{4}\s*[-/\u2013]\s*(?:[0-9]{4}|[0-9]{2})\b")
_YEAR_WORDS = {"whole", "full", "financial", "year", "annual"}
_KINDS_OF_FIGURE = {"average", "mean", "total"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What may stand over a period beside it: words for the measure, and none for another."""

    measure: re.Pattern[str]
    other: re.Pattern[str]

    def fits(self, rest: str) -> bool:
        """Tell whether what is left of a heading speaks of this measure alone."""
        return not rest or bool(self.measure.search(rest) and not self.other.search(rest))


@dataclass(frozen=True, slots=True)
class PeriodHeadings:
    """The heading rows of a history, and what its columns hold."""

    first: int
    last: int
    periods: dict[int, Period]
    unused: tuple[str, ...]
    """Headings of columns right of the first period that hold something else."""
    unclear: dict[int, str]
    """Columns that look like periods and are not, with the reason."""

    def table(self, grid: Grid) -> TableShape:
        """Return the table that stands below the headings."""
        return TableShape(grid, self.first, self.last, tuple(self.periods))

    def over(self, grid: Grid, column: int) -> str:
        """Return the words over a column, each text once."""
        return words(once(self.table(grid).over(column)))


def find_headings(grid: Grid, publisher: str, wording: Wording) -> PeriodHeadings | None:
    """Return the headings when at least two columns stand under periods that differ."""
    for index in range(min(len(grid.rows), _HEAD_ROWS)):
        # A stack is tried before its top row alone, which would name a year for each quarter.
        for depth in range(_DEEPEST, 0, -1):
            last = index + depth - 1
            if last + 1 >= len(grid.rows) or not _is_stack(grid, index, last):
                continue
            headings = _headings(grid, (index, last), publisher, wording)
            if headings is None or _goes_on(grid, headings):
                continue
            if len({p.start for p in headings.periods.values()}) >= _FEWEST:
                return headings
    return None


def _goes_on(grid: Grid, headings: PeriodHeadings) -> bool:
    """Tell whether the row below holds headings too, such as months under their years."""
    below = [grid.cell(headings.last + 1, column) for column in headings.periods]
    return any(text(cell) for cell in below) and not any(map(reread, below))


def _is_stack(grid: Grid, first: int, last: int) -> bool:
    """Tell whether no row after the first one holds figures, and each holds something."""
    for row in range(first + 1, last + 1):
        cells = grid.rows[row][1:]
        if not any(map(text, grid.rows[row])):
            return False
        if any(reread(cell) and quarter_of(cell) is None for cell in cells):
            return False
    return sum(bool(text(cell)) for cell in grid.rows[first]) >= _FEWEST or _heads_a_part(
        grid, first
    )


def _heads_a_part(grid: Grid, row: int) -> bool:
    """Tell whether a row says one thing alone, and that over the columns further right."""
    filled = [column for column, cell in enumerate(grid.rows[row]) if text(cell)]
    below = [bool(text(cell)) for cell in grid.rows[row + 1]]
    return len(filled) == 1 and filled[0] > 1 and sum(below[1 : filled[0]]) >= _FEWEST


def _headings(
    grid: Grid, rows: tuple[int, int], publisher: str, wording: Wording
) -> PeriodHeadings | None:
    first, last = rows
    stacks = [_stack(grid, first, last, column) for column in range(_width(grid, first, last))]
    _carry_words(stacks)
    _carry(stacks)
    labels = [part for stack in stacks for part in stack]
    two_years = any(map(names_two_years, labels))
    known = replace(period_convention(labels, publisher), two_years=two_years)
    periods: dict[int, Period] = {}
    unclear: dict[int, str] = {}
    unused: list[str] = []
    for column, stack in enumerate(stacks):
        period, rest, reason = _period(stack, known)
        if period and wording.fits(rest):
            periods[column] = period
        elif reason and column:
            unclear[column] = reason
        elif period or (rest and periods):
            unused.append(" ".join(stack))
    return PeriodHeadings(first, last, periods, tuple(unused), unclear) if periods else None


def _width(grid: Grid, first: int, last: int) -> int:
    return max(len(grid.rows[row]) for row in range(first, last + 1))


def _stack(grid: Grid, first: int, last: int, column: int) -> list[str]:
    """Return the texts over a column, top first, each once; joined cells speak for all below."""
    texts = TableShape(grid, first, last, ()).over(column)
    return [part for at, part in enumerate(texts) if part not in texts[:at] or not part]


def _carry_words(stacks: list[list[str]]) -> None:
    """Carry what is said over a part of the columns to the right, up to the next heading."""
    group = ""
    for stack in stacks[1:]:
        if len(stack) > 1 and stack[0]:
            group = "" if any(c.isdigit() for c in stack[0]) else stack[0]
        elif len(stack) > 1 and any(stack):
            stack[0] = group


def _carry(stacks: list[list[str]]) -> None:
    """Carry a year to the right over its quarters, where the cells were not joined.

    Only while the quarters rise: a first quarter with no year of its own stays without.
    """
    year, before = "", 0
    for stack in stacks:
        quarter = quarter_of(stack[-1]) if len(stack) > 1 else None
        if stack and stack[0] and quarter_of(stack[0]) is None:
            year, before = stack[0], quarter or 0
        elif len(stack) > 1 and not stack[0]:
            rises = quarter is not None and quarter > before > 0
            closes = words(stack[-1]) in _WHOLE_YEAR and before > 0
            if year and (rises or closes):
                stack[0], before = year, quarter or 5
            else:
                year, before = "", 0


def _period(stack: list[str], known: PeriodConvention) -> tuple[Period | None, str, str]:
    """Return the period over a column, what else its heading says, and why none was found."""
    parts = [part for part in stack if part]
    reason = ""
    for size in range(len(parts), 0, -1):
        for joined, rest in _choices(parts, size):
            try:
                period = replace(read_period(_unversioned(joined), known), label=joined)
                return period, words(" ".join(rest)), ""
            except PeriodError as error:
                reason = reason or (str(error) if _names_period(joined) else "")
    for part in parts:
        year, beside = _year_beside(part)
        with contextlib.suppress(PeriodError):
            if year and beside <= _YEAR_WORDS | _KINDS_OF_FIGURE:
                rest = [*(other for other in parts if other != part), *(beside - _YEAR_WORDS)]
                return replace(read_period(year, known), label=part), words(" ".join(rest)), ""
    return None, words(" ".join(parts)), reason


def _unversioned(heading: str) -> str:
    """Return a heading without the words that tell its version: both versions clash later."""
    kept = [word for word in heading.split() if words(word) not in VERSIONS]
    return " ".join(kept) if kept else heading


def _year_beside(heading: str) -> tuple[str, set[str]]:
    """Return the two years in a heading such as `2023-24 average`, and its other words."""
    years = _TWO_YEARS.search(heading)
    if not years:
        return "", set()
    return years[0], set(words(heading.replace(years[0], " ")).split())


def _choices(parts: list[str], size: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the ways to join so many neighbouring parts, and the parts left over."""
    for start in range(len(parts) - size + 1):
        chosen = parts[start : start + size]
        rest = parts[:start] + parts[start + size :]
        yield " ".join(p for p in chosen if words(p) not in _WHOLE_YEAR) or chosen[0], rest


def _names_period(heading: str) -> bool:
    """Tell whether a heading is meant as a period, though it may not be a clear one."""
    return bool(re.search(r"\bq[1-4]\b|\bquarter\b", heading.casefold())) or bool(
        re.fullmatch(r"\W*\d{4}\s*[-/\u2013]?\s*\d{0,4}\W*", heading)
    )
