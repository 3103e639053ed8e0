"""Rows of the FCSQ tables: the period of each, from a year and a quarter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import words
from lfjb_desk.importers.fcsq_sheets import is_year
from lfjb_desk.importers.periods import (
    FCSQ,
    Manner,
    Period,
    PeriodError,
    calendar_quarter,
    quarter_of,
    read_period,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

_MARKED = re.compile(r"\[.*?\]")
_WHOLE_YEAR = {"annual", "all year", "year", "total"}
_NO_QUARTER = {"", "[z]"}
"""How tables print the quarter of a whole year, apart from saying that it is one."""


@dataclass(slots=True)
class Periods:
    """Reads rows in their order: annual rows, then quarters whose year may be printed once."""

    _before: dict[Hashable, Period] = field(default_factory=dict)
    """The last quarter of each block, where one has begun."""

    def of(self, year: str, quarter: str, block: Hashable = ()) -> Period:
        """Return the period of the next row of a block, such as a category.

        Raises:
            PeriodError: when year and quarter do not name one.
        """
        number, before = quarter_of(quarter), self._before.get(block)
        if not year and number and before and number > 1 and before.end.month == (number - 1) * 3:
            year = str(before.end.year)  # the year is printed once, for its first quarter
        if not year:
            return self._quarter(read_period(quarter, Manner(FCSQ)), block)
        said = read_period(year, Manner(FCSQ))
        if not is_year(year):
            raise PeriodError(f"\u201c{year}\u201d is not a year")
        if quarter in _NO_QUARTER and before is None:
            return Period(year, said.start, said.end)
        if words(_MARKED.sub("", quarter)) in _WHOLE_YEAR:
            return Period(f"{year} {quarter}", said.start, said.end)
        if number is None:
            raise PeriodError(f"\u201c{quarter}\u201d is neither Annual nor a quarter of {year}")
        return self._quarter(calendar_quarter(f"{year} {quarter}", said.start.year, number), block)

    def _quarter(self, period: Period, block: Hashable) -> Period:
        self._before[block] = period
        return period
