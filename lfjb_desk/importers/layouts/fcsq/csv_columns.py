"""Published text files of one heading row: columns found by name, rows walked once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.figures import RefusalKind
from lfjb_desk.importers.language.periods import (
    Period,
    PeriodConvention,
    PeriodError,
    calendar_quarter,
    quarter_of,
    read_period,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.extract import Extract

_INDEX = {"", "x", "x1", "1", "index", "row", "unnamed 0", "rownames"}
"""What programs call a column of row numbers that they add."""
_BLANK = {"", "na", "nan", "null"}
_YEAR = re.compile(r"(\d{4})(?:\.0)?")  # a column of years with gaps is written 2011.0


@dataclass(frozen=True, slots=True)
class CsvColumns:
    """Where each heading stands, and what the heading row says besides."""

    head: int
    at: Mapping[str, int]
    width: int
    needed: int
    """Cells that a row must have to reach the last of the headings."""
    twice: str
    unused: tuple[str, ...]


def find_columns(grid: Grid, head: int, names: Sequence[str]) -> CsvColumns | None:
    """Return where the headings stand, in any order and any case; None where one is missing.

    Alternatives stand in one name with a bar between: `case type|type`.
    """
    headings = [words(cell) for cell in grid.rows[head]]
    at: dict[str, int] = {}
    twice = ""
    for name in names:
        alike = [heading for heading in name.split("|") if heading in headings]
        if not alike:
            return None
        first = name.partition("|")[0]
        at[first] = headings.index(alike[0])
        twice = twice or (alike[0] if headings.count(alike[0]) > 1 else "")
    others = [h for c, h in enumerate(headings) if c not in at.values() and h not in _INDEX]
    unused = tuple(dict.fromkeys(others))
    return CsvColumns(head, at, len(headings), max(at.values()) + 1, twice, unused)


def has_columns(grid: Grid, names: Sequence[str]) -> bool:
    """Tell whether the first filled row has all these headings."""
    head = next(grid.filled(), None)
    return head is not None and find_columns(grid, head, names) is not None


def walk(grid: Grid, names: Sequence[str], into: Extract) -> tuple[CsvColumns, Iterator[int]]:
    """Return the columns, and the rows that stand under them one after another.

    Each row of data is counted; one that does not fit the headings is refused. The rows are
    gone through once, so a file of any length may be walked.
    """
    rows = grid.filled()
    columns = find_columns(grid, next(rows), names)
    assert columns is not None  # noqa: S101 - recognise() found them
    if columns.unused:
        into.notes.append(of_sheet(grid, f"Columns not used: {', '.join(columns.unused)}."))
    return columns, _fitting(grid, rows, columns, into)


def of_sheet(grid: Grid, note: str) -> str:
    """Return a note with the sheet that it is about, where there may be others."""
    return f"{grid.title}: {note}" if grid.title else note


def _fitting(grid: Grid, rows: Iterator[int], columns: CsvColumns, into: Extract) -> Iterator[int]:
    for index in rows:
        into.read += 1
        if columns.twice:
            into.refuse(
                grid, (index, 0), f"Two columns are called {columns.twice}.", RefusalKind.HEADING
            )
        elif len(grid.rows[index]) != columns.width and (reason := misfit(grid, index, columns)):
            into.refuse(grid, (index, 0), f"Row {index + 1} {reason}.", RefusalKind.ROW)
        else:
            yield index


def misfit(grid: Grid, index: int, columns: CsvColumns) -> str:
    """Return how a row fails to stand under the headings, or nothing."""
    cells = len(grid.rows[index])
    if cells < columns.needed:
        return f"has {cells} cells where the headings need {columns.needed}"
    over = any(grid.text(index, column) for column in range(columns.width, cells))
    return "has more cells than headings" if over else ""


@lru_cache(maxsize=4_000)
def year_or_quarter(year: str, quarter: str) -> Period:
    """Return the period of a row that fills one of two columns, or both.

    FCSQ fills the year alone for a whole year, the quarter alone (`2023-Q4`) for a quarter, or
    the year with the number of its quarter.

    Raises:
        PeriodError: when the two do not name one period.
    """
    no_year, no_quarter = year.casefold() in _BLANK, quarter.casefold() in _BLANK
    if no_year and no_quarter:
        raise PeriodError("names neither a year nor a quarter")
    if no_year:
        return _quarter(quarter)
    match = _YEAR.fullmatch(year)
    if not match:
        raise PeriodError(f"has the year \u201c{year[:40]}\u201d")
    if no_quarter or quarter.casefold() in {"annual", "all"}:
        return read_period(match[1], PeriodConvention(FCSQ))
    number = quarter_of(quarter.removesuffix(".0"))
    if number:
        return calendar_quarter(f"{match[1]} Q{number}", int(match[1]), number)
    period = _quarter(quarter)
    if period.start.year != int(match[1]):
        raise PeriodError(f"has the year {match[1]} beside the quarter {quarter}")
    return period


def _quarter(label: str) -> Period:
    """Return a quarter such as `2023-Q4` or `2023-4`, with its label as published."""
    plain = re.fullmatch(r"(\d{4})\s*-\s*([1-4])", label)
    period = (
        calendar_quarter(label, int(plain[1]), int(plain[2]))
        if plain
        else read_period(label, PeriodConvention(FCSQ))
    )
    if (period.end.month - period.start.month) != 2:  # noqa: PLR2004 - months of a quarter
        raise PeriodError(f"has the quarter \u201c{label}\u201d, which is not a quarter of a year")
    return period
