"""Reads the sentences of a narrative back and holds each against the bare figures.

Nothing here comes from the code that writes the sentences: limits, runs and distances are
worked out anew from the values, by the formulas as published.
"""

import math
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import NormalDist, fmean

from lfjb_desk.domain.read_models.figures.comparison import Comparison
from lfjb_desk.domain.read_models.figures.series import Series

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NUMBER = r"(-?\d[\d,]*(?<!,)(?:\.\d+)?)"
UNIT = r"(?:%| [a-z]+)?"
PERIOD = r"((?:the year to |[A-Z][a-z]+ (?:\d{4} )?to )?[A-Z][a-z]+ \d{4})"
LEAST = {"NHS-R 0.2.2": 7, "Making Data Count 2023": 7, "NHSI SQL 2019": 6}
"""Points in a trend, by rule set."""


class FalseStatementError(AssertionError):
    """A sentence that the figures do not bear out, or that cannot be read back."""


@dataclass
class Chart:
    """The last stretch of a series: its figures, their average and limits, worked out anew."""

    values: list[Decimal | None]
    first: int
    mean: float
    reach: float
    typical: float
    moves: int
    is_small_count: bool = False
    """Whether Poisson's law fits its counts, so that their limits are exact."""

    @property
    def at(self) -> int:
        return max(n for n, value in enumerate(self.values) if value is not None)

    def away(self, index: int) -> float:
        value = self.values[index]
        assert value is not None
        return float(value) - self.mean

    def run(self, at: int | None = None) -> int:
        """Return how many figures in a row, up to one, lie on its side of the average."""
        last = self.at if at is None else at
        side, many = self.away(last) > 0, 0
        for index in range(last, self.first - 1, -1):
            if self.values[index] is None or (self.away(index) > 0) != side:
                break
            many += 1
        return many

    def beyond(self, index: int, part: float = 1.0) -> int:
        """Return 1 for a figure above the upper limit, or above so large a part of it; -1 below."""
        if self.values[index] is None:
            return 0
        away = self.away(index)
        if self.is_small_count:
            risk = NormalDist().cdf(-3 * part)
            count = int(self.values[index] or 0)
            high, low = 1 - at_most(self.mean, count - 1), at_most(self.mean, count)
            return (high <= risk) - (low <= risk)
        return (away > self.reach * part) - (away < -self.reach * part)

    def ends(self) -> tuple[float, float]:
        """Return the lower and the upper limit."""
        if not self.is_small_count:
            return self.mean - self.reach, self.mean + self.reach
        risk, counts = NormalDist().cdf(-3), range(80)
        low = next(count for count in counts if at_most(self.mean, count) > risk)
        high = next(count for count in counts if 1 - at_most(self.mean, count) <= risk)
        return float(low), float(high)

    def climb(self, way: int, at: int | None = None) -> int:
        """Return how many steps in a row lead up (1) or down (-1) to the newest figure, or one."""
        many = 0
        for index in range(self.at if at is None else at, self.first, -1):
            now, before = self.values[index], self.values[index - 1]
            if now is None or before is None or (now - before) * way <= 0:
                break
            many += 1
        return many


def at_most(mean: float, count: int) -> float:
    """Return the chance of at most so many by Poisson's law."""
    return sum(math.exp(-mean) * mean**each / math.factorial(each) for each in range(count + 1))


def chart_of(series: Series) -> Chart | None:
    """Return the last stretch that has figures, with average and limits by the XmR formulas."""
    values = [point.value for point in series.points]
    if not any(value is not None for value in values):
        return None
    at = max(n for n, value in enumerate(values) if value is not None)
    starts = [
        next(n for n, point in enumerate(series.points) if point.start >= step.starts)
        for step in series.steps
    ]
    starts += [
        gap + 1  # behind the last of five periods without a figure
        for gap in range(4, at)
        if set(values[gap - 4 : gap + 1]) == {None} and values[gap + 1] is not None
    ]
    first = max([start for start in starts if start <= at], default=0)
    last = min([start for start in starts if start > at], default=len(values))
    held = [float(value) for value in values[first:last] if value is not None]
    moves = [
        abs(float(now) - float(before))
        for before, now in zip(values[first:last], values[first + 1 : last], strict=False)
        if now is not None and before is not None
    ]
    typical = fmean(moves) if moves else 0.0
    assert series.control is not None
    number = len(moves)
    if series.control.rules == "NHS-R 0.2.2":
        kept = [move for move in moves if move < 3.267 * typical]
        if 2 * sum(move > 1e-9 for move in kept) > sum(move > 1e-9 for move in moves):
            moves = kept
    reach, mean = 2.66 * (fmean(moves) if moves else 0.0), fmean(held)
    is_small = series.measure.unit == "cases" and mean < 10 and all(x == int(x) for x in held)
    is_small = is_small and reach / 2.66 <= 1.5 * 1.128 * mean**0.5
    return Chart(values, first, mean, reach, typical, number, is_small)


def period(words: str) -> tuple[date, date]:
    """Return the first and the last day of a period in words."""
    first, _, last = words.partition(" to ")
    if first == "the year":
        end = period(last)
        return date(end[0].year - (end[0].month < 12), end[0].month % 12 + 1, 1), end[1]
    last = last or first
    month, year = last.split()
    begins = first.split()
    number = MONTHS.index(month) + 1
    leap = number == 2 and int(year) % 4 == 0
    return (
        date(int(begins[1] if begins[1:] else year), MONTHS.index(begins[0]) + 1, 1),
        date(int(year), number, DAYS[number - 1] + leap),
    )


class Reader:
    """Reads every sentence about one series, and refuses what is not true."""

    def __init__(self, series: Series, comparison: Comparison | None) -> None:
        self.series = series
        self.comparison = comparison
        self.chart = chart_of(series)
        self.finest = Decimal(1).scaleb(-series.measure.decimals)

    # What a sentence may rest on.

    def true(self, claim: object) -> None:
        if not claim:
            raise FalseStatementError

    def same(self, said: str, value: float | Decimal | None, finer: int = 0) -> None:
        """Hold a number as it was said against what it should be, rounded as it was said.

        It may be said one digit finer, where it would else look like another figure.
        """
        self.true(value is not None)
        exact = value if isinstance(value, Decimal) else Decimal(repr(value))
        told = Decimal(said.replace(",", ""))
        _, _, behind = said.partition(".")
        off = abs(told - exact)
        self.true(off <= Decimal(1).scaleb(-len(behind)) / 2 + abs(exact) * Decimal("1e-9"))
        usual = self.series.measure.decimals + finer
        self.true(len(behind) in {usual, usual + 1})

    def index(self, words: str) -> int:
        days = period(words)
        for number, point in enumerate(self.series.points):
            if (point.start, point.end) == days:
                return number
        raise FalseStatementError

    def drawn(self) -> Chart:
        """Return the limits; there must be some."""
        assert self.chart is not None
        assert self.series.control is not None
        self.true(self.series.control.limits.drawn)
        return self.chart

    def firm(self) -> Chart:
        chart = self.drawn()
        last = next(
            (
                n
                for n, point in enumerate(self.series.points)
                if n > chart.at and any(point.start >= one.starts for one in self.series.steps)
            ),
            len(chart.values),
        )
        held = [value for value in chart.values[chart.first : last] if value is not None]
        self.true(len(held) >= 13)
        self.true(chart.moves >= 12)
        return chart

    def rounded(self, value: Decimal) -> Decimal:
        return value.quantize(self.finest, ROUND_HALF_UP)

    # Each kind of sentence, with what must hold for it.
