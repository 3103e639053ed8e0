"""Rows of the FCSQ tables: the period of each, from a year and a quarter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.domain.formatting import NOT_APPLICABLE
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.language.periods import (
    Period,
    PeriodConvention,
    PeriodError,
    calendar_quarter,
    quarter_of,
    read_period,
)
from lfjb_desk.importers.layouts.fcsq.sheets import is_year

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

_MARKED = re.compile(r"\[.*?\]")
_WHOLE_YEAR = {"annual", "all year", "year", "total"}
_NO_QUARTER = (NOT_APPLICABLE, "")
"""How tables print the quarter of a whole year that does not say it is one."""


def whole_year(quarters: Iterable[str]) -> str | None:
    """Return how a table prints the quarter of a whole year without a word; None if it does not.

    A table has one way: where some rows say Annual, a row without a quarter lacks it.
    """
    distinct = set(quarters)
    if any(_says_whole(quarter) for quarter in distinct):
        return None
    return next((sign for sign in _NO_QUARTER if sign in distinct), None)


@dataclass(slots=True)
class Periods:
    """Reads rows in their order: annual rows, then quarters whose year may be printed once."""

    whole: str | None
    """How the quarter of a whole year is printed, see `whole_year`."""
    _before: dict[Hashable, Period] = field(default_factory=dict)
    """The row before, of each block."""

    def of(self, year: str, quarter: str, block: Hashable = ()) -> Period:
        """Return the period of the next row of a block, such as a category.

        Raises:
            PeriodError: when year and quarter do not name one.
        """
        period = self._read(year, quarter, self._before.get(block))
        self._before[block] = period
        return period

    def _read(self, year: str, quarter: str, before: Period | None) -> Period:
        number = quarter_of(quarter)
        if not year and number and before and number > 1 and _ends(before, number - 1):
            year = str(before.end.year)  # the year is printed once, for its first quarter
        if not year:
            return read_period(quarter, PeriodConvention(FCSQ))
        period = read_period(year, PeriodConvention(FCSQ))
        if not is_year(year):
            raise PeriodError(f"\u201c{year}\u201d is not a year")
        # Whole years without a word stand first and rise; after them a quarter may be missing.
        first = before is None or (_is_whole(before) and before.end < period.start)
        if quarter == self.whole and first:
            return Period(year, period.start, period.end)
        if _says_whole(quarter):
            return Period(f"{year} {quarter}", period.start, period.end)
        if number is None:
            raise PeriodError(f"\u201c{quarter}\u201d is neither Annual nor a quarter of {year}")
        return calendar_quarter(f"{year} {quarter}", period.start.year, number)


def _says_whole(quarter: str) -> bool:
    return words(_MARKED.sub("", quarter)) in _WHOLE_YEAR


def _is_whole(period: Period) -> bool:
    return (period.start.month, period.end.month) == (1, 12)


def _ends(period: Period, quarter: int) -> bool:
    return not _is_whole(period) and period.end.month == quarter * 3
