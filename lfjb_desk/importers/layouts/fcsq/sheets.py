"""Sheets of the FCSQ tables workbook: where title, headings, years and quarters stand.

The workbook comes in two forms. The accessible one has a row of headings under a few lines of
text; the older, styled one has headings of several rows, often joined, and columns left empty
between groups. Both have a column of years and one of quarters, and are read here alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid, text, words
from lfjb_desk.importers.extract import reread
from lfjb_desk.importers.language.periods import quarter_of
from lfjb_desk.importers.layouts.fcsq.notes import numbers_of

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell

_HEAD_ROWS = 40  # the headings are looked for no further down
_TITLE_ROWS = 3  # a title, and what may stand over or under it
_LONGEST = 400  # letters of a heading or a title that are looked at
_YEAR = re.compile(r"[0-9]{4}")
_BRACKETS = re.compile(r"\[[^\]]*\]|\([pr]\)", re.IGNORECASE)
# The older form prints the number of a note behind the last word: Cases started6.
_GLUED = re.compile(
    r"(?<=[A-Za-z)%])\d{1,2}(?:\s?,\s?\d{1,2})*$|\s*\(\d{1,2}(?:\s?,\s?\d{1,2})*\)$"
    r"|[\u00b9\u00b2\u00b3\u2070-\u2079,]+$"
)
_TELLING_ROWS = 60  # rows that tell whether a column holds words or figures
# Lines above the headings whose second cell is no choice: titles, dates, and ways back.
_ABOUT = re.compile(r"(?:table \d|source|publi|time period|period|next|back|return|index)")
_LINK = re.compile(r"\b(?:index|contents|back|return)\b")
_YEARS, _QUARTERS = {"year", "years", "calendar year"}, {"quarter", "quarters", "qtr"}


@dataclass(frozen=True, slots=True)
class FcsqSheet:
    """Where the table of a sheet stands; rows and columns count from 0."""

    title: tuple[str, ...]
    """The first lines above the headings, in words to compare by."""
    first: int
    """The topmost row of headings."""
    body: int
    """The first row below the headings."""
    year: int
    quarter: int
    dimensions: tuple[int, ...]
    """Columns that name what a row counts, such as a category."""
    headings: dict[int, tuple[str, ...]]
    """Headings of the other columns from the top one down, in words to compare by."""
    notes: dict[int, tuple[int, ...]]
    """The numbers of the notes in the headings over each column."""
    chosen: tuple[str, ...]
    """What was chosen from lists above the headings, such as a case type."""


def find_sheet(grid: Grid) -> FcsqSheet | None:
    """Return where the table stands, or None for a sheet without a title, years and quarters."""
    for index in range(1, min(len(grid.rows), _HEAD_ROWS)):
        at = _years_and_quarters(grid, index)
        if at is None:
            continue
        first, body = _top(grid, index, at), _body(grid, index, at)
        if not (title := title_of(grid, first)):
            return None
        stacks = _stacks(grid, range(first, body), at)
        if not stacks:
            continue
        rows = _dated(grid, body, at)
        dimensions = tuple(c for c in stacks if _is_dimension(grid, rows, c))
        headings = {c: parts for c, parts in stacks.items() if c not in dimensions}
        notes = {c: numbers_of(grid.joined(row, c) for row in range(first, body)) for c in headings}
        return FcsqSheet(title, first, body, *at, dimensions, headings, notes, _chosen(grid, first))
    return None


def title_of(grid: Grid, before: int = _HEAD_ROWS) -> tuple[str, ...]:
    """Return the first lines of a sheet, as words to compare by."""
    lines = (" ".join(map(text, row))[:_LONGEST] for row in grid.rows[:before])
    filled = [words(_BRACKETS.sub(" ", line)) for line in lines]
    return tuple(line for line in filled if line)[:_TITLE_ROWS]


def is_year(label: str) -> bool:
    """Tell whether a text is a year, whatever markers stand beside it."""
    return bool(_YEAR.fullmatch(_BRACKETS.sub(" ", label[:_LONGEST]).strip()))


def is_heading(grid: Grid, row: int, sheet: FcsqSheet) -> bool:
    """Tell whether a row prints the headings of year and quarter again."""
    year, quarter = (heading(grid.cell(row, column)) for column in (sheet.year, sheet.quarter))
    return year in _YEARS and quarter in _QUARTERS


@lru_cache(maxsize=2_000)
def heading(cell: Cell) -> str:
    """Return a heading in words to compare by, without the numbers of its notes."""
    return words(_GLUED.sub("", _BRACKETS.sub(" ", text(cell)[:_LONGEST]).strip()))


def _years_and_quarters(grid: Grid, index: int) -> tuple[int, int] | None:
    """Return the columns headed year and quarter, where the row has one of each."""
    headings = [heading(grid.joined(index, c)) for c in range(_width(grid, index))]
    years, quarters = ([c for c, s in enumerate(headings) if s in k] for k in (_YEARS, _QUARTERS))
    return (years[0], quarters[0]) if len(years) == len(quarters) == 1 else None


def _width(grid: Grid, index: int) -> int:
    right = [m.right + 1 for m in grid.merges if m.top <= index <= m.bottom]
    return max([len(grid.rows[index]), *right])


def _top(grid: Grid, index: int, at: tuple[int, int]) -> int:
    """Return the highest row of headings: those over the figures and over nothing else."""
    top = index
    for row in range(index - 1, -1, -1):
        columns = _filled_columns(grid, row)
        if columns & {0, *at}:
            break
        if columns:
            top = row
        elif top - row > 1:
            break  # a second empty row ends the headings
    return top


def _body(grid: Grid, index: int, at: tuple[int, int]) -> int:
    """Return the first row of the table below its headings, the end where it has none."""
    year, quarter = at
    for row in range(index + 1, len(grid.rows)):
        if is_year(grid.text(row, year)) or quarter_of(grid.text(row, quarter)[:_LONGEST]):
            return row
        if any(reread(cell) for c, cell in enumerate(grid.rows[row]) if c not in at):
            return row
    return len(grid.rows)


def _stacks(grid: Grid, rows: range, at: tuple[int, int]) -> dict[int, tuple[str, ...]]:
    """Return the headings over each column, top first; joined cells speak for all they cover."""
    joined = any(m.top in rows and m.right > m.left for m in grid.merges)
    width = max(_width(grid, row) for row in rows)
    lines = [
        [heading(grid.joined(row, c)) for c in range(width)]
        for row in rows
        if _filled_columns(grid, row) != {0}  # a line of text between headings and figures
    ]
    stacks: dict[int, tuple[str, ...]] = {}
    for column in range(width):
        own = [line[column] for line in lines]
        if column in at or not any(own):
            continue
        parts = own if joined else [_carried(lines, n, column) for n in range(len(lines))]
        stacks[column] = tuple(p for n, p in enumerate(parts) if p and p not in parts[:n])
    return stacks


def _carried(lines: list[list[str]], line: int, column: int) -> str:
    """Return a heading, or where its cell is empty over a heading the one to its left.

    An empty column between groups ends what is carried.
    """
    own = lines[line][column]
    if own or not any(below[column] for below in lines[line + 1 :]):
        return own
    left = column - 1
    while left >= 0 and any(other[left] for other in lines):
        if lines[line][left]:
            return "" if lines[line][left] in _YEARS | _QUARTERS else lines[line][left]
        left -= 1
    return ""


def _filled_columns(grid: Grid, row: int) -> set[int]:
    return {c for c, cell in enumerate(grid.rows[row]) if text(cell)}


def _dated(grid: Grid, body: int, at: tuple[int, int]) -> list[int]:
    """Return the first rows that hold something under year or quarter."""
    rows = range(body, min(len(grid.rows), body + _TELLING_ROWS))
    return [row for row in rows if grid.cell(row, at[0]) != "" or grid.cell(row, at[1]) != ""]


def _is_dimension(grid: Grid, rows: list[int], column: int) -> bool:
    """Tell whether a column holds words rather than figures."""
    filled = [cell for row in rows if words(cell := grid.cell(row, column))]
    return sum(not _is_value(cell) for cell in filled) * 2 > len(filled)


def _is_value(cell: Cell) -> bool:
    """Tell whether a cell is a number or a marker that stands for one."""
    return isinstance(cell, Decimal) or reread(cell)


def _chosen(grid: Grid, first: int) -> tuple[str, ...]:
    """Return the values beside their labels in the lines above the headings."""
    chosen = []
    for row in range(first):
        label, *values = sorted(_filled_columns(grid, row)) or [0]
        if label != 0 or len(values) != 1 or _ABOUT.match(heading(grid.cell(row, 0))):
            continue
        value = heading(grid.cell(row, values[0]))
        if not _LINK.search(value):
            chosen.append(value)
    return tuple(chosen)
