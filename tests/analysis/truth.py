"""Reads the sentences of a narrative back and holds each against the bare figures.

Nothing here comes from the code that writes the sentences: limits, runs and distances are
worked out anew from the values, by the formulas as published.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import NormalDist, fmean

from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.comparison import Comparison
from lfjb_desk.domain.read_models.figures.control import Side
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
NUMBER = r"(-?[\d,]+(?:\.\d+)?)"
UNIT = r"(?:%| [a-z]+)?"
PERIOD = r"((?:[A-Z][a-z]+ (?:\d{4} )?to )?[A-Z][a-z]+ \d{4})"
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

    @property
    def at(self) -> int:
        return max(n for n, value in enumerate(self.values) if value is not None)

    def away(self, index: int) -> float:
        value = self.values[index]
        assert value is not None
        return float(value) - self.mean

    def run(self) -> int:
        """Return how many figures in a row, up to the newest, lie on its side of the average."""
        side, many = self.away(self.at) > 0, 0
        for index in range(self.at, self.first - 1, -1):
            if self.values[index] is None or (self.away(index) > 0) != side:
                break
            many += 1
        return many

    def climb(self, way: int) -> int:
        """Return how many steps in a row lead up (1) or down (-1) to the newest figure."""
        many = 0
        for index in range(self.at, self.first, -1):
            now, before = self.values[index], self.values[index - 1]
            if now is None or before is None or (now - before) * way <= 0:
                break
            many += 1
        return many


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
    reach = 2.66 * (fmean(moves) if moves else 0.0)
    return Chart(values, first, fmean(held), reach, typical, number)


def period(words: str) -> tuple[date, date]:
    """Return the first and the last day of a period in words."""
    first, _, last = words.partition(" to ")
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

    def newest(self, number: str, marker: str | None, place: str, when: str) -> None:
        self.true(self.index(when) == len(self.series.points) - 1)
        self.same(number, self.series.latest.value)
        self.true(place == self.series.place and marker == self.series.latest.marker)

    def none(self, place: str, when: str, marker: str | None) -> None:
        self.true(self.index(when) == len(self.series.points) - 1)
        self.true(self.series.latest.value is None and place == self.series.place)
        self.true(marker == self.series.latest.marker)

    def moved(self, way: str, number: str, unit: str, liking: str | None) -> None:
        before, now = (point.value for point in self.series.points[-2:])
        assert before is not None
        assert now is not None
        self.same(number, before)
        self.true(now > before if way == "Up" else now < before)
        self.true(unit == self.series.series_key.frequency.value)
        better = {Polarity.LOWER: "Down", Polarity.HIGHER: "Up"}.get(self.series.measure.polarity)
        if liking:
            self.true(better and (liking == "better") == (way == better))

    def unmoved(self, unit: str) -> None:
        self.true(self.series.points[-1].value == self.series.points[-2].value)
        self.true(unit == self.series.series_key.frequency.value)

    def shifted(self, side: str, mean: str, since: str, many: str, each: str) -> None:
        chart, run = self.drawn(), int(many)
        self.true(run == chart.run() >= 7 and self.index(since) == chart.at - run + 1)
        self.true((chart.away(chart.at) > 0) == (side == "above"))
        self.same(mean, chart.mean, finer=1)
        self.true(each == self.series.series_key.frequency.value)

    def shifted_to_last(self, side: str, mean: str, since: str, many: str, each: str) -> None:
        self.true(self.series.latest.value is not None)
        self.shifted(side, mean, since, many, each)

    def shifted_before(self, since: str, side: str, mean: str, many: str, each: str) -> None:
        self.true(self.series.latest.value is None)
        self.shifted(side, mean, since, many, each)

    def climbed(self, after: str, way: str, first: str, last: str, many: str, each: str) -> None:
        chart, steps = self.drawn(), int(many)
        up = 1 if way == "rose" else -1
        self.true((way, each.rstrip("s")) in {("rose", "rise"), ("fell", "fall")})
        assert self.series.control is not None
        self.true(steps == chart.climb(up) >= LEAST[self.series.control.rules] - 1)
        self.true(self.index(after) == chart.at - steps)
        self.same(first, chart.values[chart.at - steps])
        self.same(last, chart.values[chart.at])

    def outside(self, when: str, side: str, limit: str) -> None:
        chart, way = self.drawn(), 1 if side == "above the upper" else -1
        self.true(self.index(when) == chart.at and way * chart.away(chart.at) > chart.reach)
        self.same(limit, chart.mean + way * chart.reach)

    def close(self, when: str, many: str, side: str, limit: str | None) -> None:
        chart = self.drawn()
        self.true(self.index(when) == chart.at)
        away = [chart.away(n) for n in range(chart.at - 2, chart.at + 1)]
        third = chart.reach * 2 / 3
        high, low = sum(one > third for one in away), sum(one < -third for one in away)
        self.true(int(many) == high + low >= 2)
        self.true({"the upper": high and not low, "the lower": low and not high}.get(side, 1))
        if limit is not None:
            self.same(limit, chart.mean + (1 if side == "the upper" else -1) * chart.reach)

    def jumped(self, first: str, last: str, each: str) -> None:
        chart = self.drawn()
        before, now = chart.values[chart.at - 1], chart.values[chart.at]
        assert before is not None
        assert now is not None
        self.same(first, before)
        self.same(last, now)
        self.true(abs(float(now - before)) > 3.27 * chart.typical)
        self.true(each == self.series.series_key.frequency.value)

    def drifted(self, way: str, before: str, since: str, now: str, at: str) -> None:
        """Check a drift by Kendall's S and its variance, counted pair by pair."""
        chart = self.chart
        assert chart is not None
        assert self.series.control is not None
        self.true(not self.series.control.limits.drawn)
        self.true((self.index(since), self.index(at)) == (chart.first, chart.at))
        self.same(before, chart.values[chart.first])
        self.same(now, chart.values[chart.at])
        held = [value for value in chart.values[chart.first :] if value is not None]
        pairs = [(a, b) for n, b in enumerate(held) for a in held[:n]]
        score = sum((b > a) - (b < a) for a, b in pairs)
        ties = [held.count(value) for value in set(held)]
        size = len(held)
        spread = size * (size - 1) * (2 * size + 5)
        spread -= sum(n * (n - 1) * (2 * n + 5) for n in ties)
        self.true((score > 0) == (way == "up"))
        self.true(NormalDist().cdf((abs(score) - 1) / (spread / 18) ** 0.5) > 0.995)

    def meaning(self, judge: str, what: str) -> None:
        assert self.series.control is not None
        rules = f"the rules {self.series.control.rules}"
        self.true(judge in {rules, "the test of Mann and Kendall"})
        self.true((judge == rules) == self.series.control.limits.drawn)
        polarity = self.series.measure.polarity
        self.true((what == "; neither way is better") == (polarity is Polarity.CONTEXT))
        if what == " of improvement":
            self.true(self.goes_high() == (polarity is Polarity.HIGHER))
        if what == " of concern":
            self.true(self.goes_high() == (polarity is Polarity.LOWER))

    def goes_high(self) -> bool:
        """Tell whether the newest signal is high or rising, by what the sentences claim."""
        assert self.series.control is not None
        assert self.series.control.signal is not None
        return self.series.control.signal.cause.side is Side.HIGH

    def usual(self) -> None:
        chart = self.firm()
        assert self.series.control is not None
        self.true(abs(chart.away(chart.at)) <= chart.reach * (1 + 1e-9))
        least = LEAST[self.series.control.rules] - 1
        self.true(chart.run() < 7 and chart.climb(1) < least and chart.climb(-1) < least)

    def last_flagged(self, when: str) -> None:
        chart = self.firm()
        self.true(chart.first <= self.index(when) < chart.at)

    def expected(self, low: str | None, high: str | None) -> None:
        chart = self.firm()
        if low is not None:
            self.same(low, chart.mean - chart.reach)
        else:
            self.true(chart.mean - chart.reach <= 0)
        if high is not None:
            self.same(high, chart.mean + chart.reach)
        else:
            self.true(self.series.measure.unit == "%" and chart.mean + chart.reach >= 100)

    def step(self, when: str, reason: str) -> None:
        assert self.chart is not None
        first = self.chart.first
        self.true(self.index(when) == first)
        number, _, rest = reason.partition(" ")
        if rest.endswith(" before have no figure"):
            before = self.chart.values[:first]
            self.true(set(before[-int(number) :]) == {None})
            self.true(before[-int(number) - 1] is not None)
        else:
            self.true(reason in {one.reason for one in self.series.steps})

    def peer(self, name: str, when: str, number: str) -> None:
        self.true(self.series.peer and self.series.peer.name == name)
        assert self.series.peer is not None
        self.same(number, self.series.peer.values[self.index(when)])
