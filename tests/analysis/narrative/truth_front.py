"""Reads the message of a series back, word for word, and holds it against the bare figures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from statistics import NormalDist

from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.series import Series
from tests.analysis.narrative.truth import (
    LEAST,
    MONTHS,
    NUMBER,
    PERIOD,
    Chart,
    FalseStatementError,
    Reader,
)

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MANY = r"(one|two|three|four|five|six|seven|eight|nine|\d{2,})"
EACH = r"(month|quarter|year)"
AMOUNT = rf"(?:[Aa] (?:ratio|rate|score) of )?{NUMBER}(%|[ a-z]+(?: 10,000 children)?)?"
WHOLE = re.compile(
    rf"(?P<body>.+?)(?:, which is (?P<liking>better|worse))?(?:; England (?P<nation>{NUMBER})%?)?"
)
NEAR = 2 / 3
"""The part of the way to a limit from which a figure is near it."""


def number(words: str) -> int:
    """Return a number as a sentence writes it."""
    return NUMBERS.index(words) if words in NUMBERS else int(words)


class FrontReader(Reader):
    """Reads a message from its start: the figure, how it came there, and what is found of it."""

    side = 0
    """On which side the figures lie that the message speaks of: 1 high or rising, -1 low."""
    row = 0
    """How many rises or falls in a row it begins with."""

    # What a message begins with.

    def amount(self, digits: str, unit: str | None) -> None:
        measure = self.series.measure
        self.same(digits, self.series.latest.value)
        self.unit(unit, self.series.latest.value)
        self.true(self.series.latest.value is not None and measure)

    def unit(self, unit: str | None, value: Decimal | None) -> None:
        measure = self.series.measure
        words = (unit or "").strip()
        if " per " in measure.name and measure.unit in {"rate", "experts"}:
            self.true(words == measure.name[0].lower() + measure.name[1:] or not words)
        elif measure.unit in {"ratio", "rate"}:
            self.true(not words)
        else:
            is_single = value is not None and abs(value) == 1
            self.true(words == (measure.unit.removesuffix("s") if is_single else measure.unit))

    def amount_then(self, digits: str, unit: str | None, when: str) -> None:
        self.amount(digits, unit)
        self.true(self.index(when) == len(self.series.points) - 1)

    def moved(self, digits: str, unit: str | None, way: str, before: str) -> None:
        self.amount(digits, unit)
        now, was = self.series.points[-1].value, self.series.points[-2].value
        assert now is not None
        assert was is not None
        self.same(before, was)
        self.true(now > was if way == "up" else now < was)

    def moved_then(self, digits: str, unit: str | None, when: str, *more: str) -> None:
        self.amount_then(digits, unit, when)
        self.moved(digits, unit, *more)

    def unmoved_then(self, digits: str, unit: str | None, when: str, *more: str) -> None:
        self.amount_then(digits, unit, when)
        self.unmoved(digits, unit, *more)

    def rowed_then(self, digits: str, unit: str | None, when: str, *more: str) -> None:
        self.amount_then(digits, unit, when)
        self.rowed(digits, unit, *more)

    def unmoved(self, digits: str, unit: str | None, about: str | None, each: str) -> None:
        self.amount(digits, unit)
        now, was = self.series.points[-1].value, self.series.points[-2].value
        assert now is not None
        assert was is not None
        self.true((now == was) == (not about) and self.rounded(now) == self.rounded(was))
        self.true(each == self.series.series_key.frequency.value)

    def rowed(self, digits: str, unit: str | None, way: str, many: str, each: str) -> None:
        self.amount(digits, unit)
        up, steps = (1 if way == "higher" else -1), number(many)
        self.true(each == self.series.series_key.frequency.value and steps >= 3)
        values = [value for value in self.series.values[-steps - 1 :] if value is not None]
        self.true(len(values) == steps + 1)
        self.true(all((now - was) * up > 0 for was, now in pairwise(values)))
        self.side, self.row = up, steps

    def whole_row(self) -> None:
        """Hold a row against the figures as they are written: it is told from its beginning."""
        chart = self.chart_here()
        written = [None if value is None else self.rounded(value) for value in chart.values]
        if self.row:
            self.true(replace(chart, values=written).climb(self.side) == self.row)

    # What is found.

    def chart_here(self) -> Chart:
        assert self.chart is not None
        return self.chart

    def since_start(self, words: str | None) -> None:
        """Hold a month against the start of the last stretch; without one it is all figures."""
        chart = self.chart_here()
        before = [value for value in chart.values[: chart.first] if value is not None]
        self.true(bool(words) == bool(before))
        if words:
            month, year = words.split()
            start = self.series.points[chart.first].start
            self.true((MONTHS.index(month) + 1, int(year)) == (start.month, start.year))

    def counted(self, many: str) -> None:
        chart = self.chart_here()
        self.true(number(many) == len([v for v in chart.values[chart.first :] if v is not None]))

    def too_few(self, many: str, since: str | None, verb: str) -> None:
        self.whole_row()
        self.counted(many)
        self.since_start(since)
        self.true(self.chart_here().moves < 12)
        self.true((number(many) <= 2) == (verb == "cannot show a trend"))

    def gaps(self, each: str) -> None:
        chart = self.chart_here()
        self.true(None in chart.values[chart.first :] and chart.moves < 12)
        self.true(each == self.series.series_key.frequency.value)

    def first_after(self, many: str, each: str) -> None:
        values, gap = self.series.values, number(many)
        self.true(each == self.series.series_key.frequency.value and gap > 4)
        self.true(set(values[-gap - 1 : -1]) == {None} and values[-gap - 2] is not None)

    def alone(self) -> None:
        self.true(len([value for value in self.series.values if value is not None]) == 1)

    def alike(self, many: str) -> None:
        self.counted(many)
        values = [v for v in self.chart_here().values if v is not None][-number(many) :]
        self.true(len(set(values)) == 1)

    def still(self) -> None:
        """Nearly all figures are one, or the limits would be closer than the finest step."""
        chart = self.chart_here()
        values = [value for value in chart.values[chart.first :] if value is not None]
        ordered = sorted(set(values))
        finest = min(float(high - low) for low, high in pairwise(ordered))
        is_one = max(values.count(value) for value in ordered) >= 0.75 * len(values)
        self.true(is_one or chart.reach < finest / 2 + 1e-9)

    def ordinary(self) -> None:
        self.whole_row()
        chart = self.firm()
        assert self.series.control is not None
        least = LEAST[self.series.control.rules] - 1
        self.true(chart.beyond(chart.at) == 0)
        self.true(chart.run() < 7 or chart.is_small_count)  # whose runs lie about their middle
        self.true(chart.climb(1) < least and chart.climb(-1) < least)

    def stood_out(self, what: str, each: str) -> None:
        chart = self.firm()
        before = chart.at - 1
        self.true(each == self.series.series_key.frequency.value)
        if "unusually" in what:
            self.true(chart.beyond(before) == (1 if "high" in what else -1))
        elif "sharp" in what:
            now, was = chart.values[before], chart.values[before - 1]
            assert now is not None
            assert was is not None
            self.true(abs(float(now - was)) > 3.27 * chart.typical)
        else:
            near = [chart.beyond(n, NEAR) for n in range(max(0, before - 2), chart.at + 1)]
            self.true(sum(side != 0 for side in near) >= 2)
        self.true(chart.beyond(chart.at) == 0)

    def run_ended(self, side: str, many: str, each: str) -> None:
        chart = self.firm()
        way = 1 if side == "above" else -1
        self.true(each == self.series.series_key.frequency.value)
        self.true(number(many) == chart.run(chart.at - 1) >= 7)
        self.true(chart.away(chart.at - 1) * way > 0 >= chart.away(chart.at) * way)

    def trend_ended(self, many: str, what: str) -> None:
        chart, way = self.firm(), 1 if what == "rises" else -1
        assert self.series.control is not None
        steps = chart.climb(way, chart.at - 1)
        self.true(number(many) == steps >= LEAST[self.series.control.rules] - 1)
        self.true(chart.climb(way) == 0)

    def outside(self, joint: str, side: str, many: str | None = None, each: str = "") -> None:
        chart, way = self.drawn(), 1 if side == "above" else -1
        self.whole_row()
        if joint != ":":
            self.true((self.side == way) == (joint == ", and"))
        lasting = number(many) if many else 1
        self.true(all(chart.beyond(chart.at - n) == way for n in range(lasting)))
        if many:
            first = chart.at - lasting
            self.true(first < chart.first or chart.beyond(first) != way)
            self.true(each == self.series.series_key.frequency.value)
        self.side = way

    def averaged(self, side: str, many: str, each: str) -> None:
        chart = self.drawn()
        self.side = 1 if side == "above" else -1
        self.true(number(many) == chart.run() >= 7 and chart.away(chart.at) * self.side > 0)
        self.true(each == self.series.series_key.frequency.value)

    def trend(self) -> None:
        chart = self.drawn()
        assert self.series.control is not None
        self.true(self.row == chart.climb(self.side) >= LEAST[self.series.control.rules] - 1)

    def pair(self, three: str, where: str) -> None:
        chart = self.drawn()
        near = [chart.beyond(n, NEAR) for n in range(chart.at - 2, chart.at + 1)]
        high, low = near.count(1), near.count(-1)
        self.true(high + low == (3 if three == "all three figures" else 2))
        expected = "far from average" if high and low else "high" if high else "low"
        self.true(where == expected)
        self.side = 0 if high and low else 1 if high else -1

    def jumped(self, way: str, each: str) -> None:
        chart = self.drawn()
        now, was = chart.values[chart.at], chart.values[chart.at - 1]
        assert now is not None
        assert was is not None
        self.side = 1 if way == "rise" else -1
        self.true(abs(float(now - was)) > 3.27 * chart.typical)
        self.true((now > was) == (way == "rise") and each == self.series.series_key.frequency.value)

    def drifted(self, way: str, before: str, since: str) -> None:
        """Check a drift by Kendall's S and its variance, counted pair by pair."""
        chart = self.chart_here()
        month, year = since.split()
        start = self.series.points[chart.first].start
        self.true((MONTHS.index(month) + 1, int(year)) == (start.month, start.year))
        self.same(before, chart.values[chart.first])
        values = [value for value in chart.values[chart.first :] if value is not None]
        score = sum((b > a) - (b < a) for n, b in enumerate(values) for a in values[:n])
        ties = [values.count(value) for value in set(values)]
        size = len(values)
        spread = size * (size - 1) * (2 * size + 5)
        spread -= sum(n * (n - 1) * (2 * n + 5) for n in ties)
        self.true((score > 0) == (way == "up"))
        self.true(NormalDist().cdf((abs(score) - 1) / (spread / 18) ** 0.5) > 0.995)
        self.side = 1 if way == "up" else -1

    # Where the newest period has no figure.

    def missing(self, when: str) -> None:
        self.true(self.index(when) == len(self.series.points) - 1)
        self.true(not any(value is not None for value in self.series.values))

    def missing_after(self, when: str, digits: str, unit: str | None, last: str) -> None:
        self.true(self.index(when) == len(self.series.points) - 1)
        self.true(self.series.latest.value is None)
        at = max(n for n, value in enumerate(self.series.values) if value is not None)
        self.true(self.index(last) == at)
        self.same(digits, self.series.values[at])
        self.unit(unit, self.series.values[at])

    # What stands behind all.

    def welcome(self, liking: str | None) -> None:
        """Hold `better` or `worse` against the side: never without a signal or a direction."""
        better = {Polarity.LOWER: -1, Polarity.HIGHER: 1}.get(self.series.measure.polarity, 0)
        if liking is not None:
            self.true(better * self.side == (1 if liking == "better" else -1))
            self.true(self.series.status.found_signal is not None)

    def nation(self, words: str) -> None:
        assert self.series.peer is not None
        self.same(words, self.series.peer.values[-1])


Check = Callable[..., None]
LEADS: Sequence[tuple[str, Check]] = (
    (
        rf"{AMOUNT} in {PERIOD}: (higher|lower) in each of the last {MANY} {EACH}s",
        FrontReader.rowed_then,
    ),
    (rf"{AMOUNT} in {PERIOD}, (up|down) from {NUMBER}%?", FrontReader.moved_then),
    (
        rf"{AMOUNT} in {PERIOD}, (about )?the same as the {EACH} before",
        FrontReader.unmoved_then,
    ),
    (rf"{AMOUNT}: (higher|lower) in each of the last {MANY} {EACH}s", FrontReader.rowed),
    (rf"{AMOUNT}, (up|down) from {NUMBER}%?", FrontReader.moved),
    (rf"{AMOUNT}, (about )?the same as the {EACH} before", FrontReader.unmoved),
    (rf"{AMOUNT} in {PERIOD}", FrontReader.amount_then),
    (AMOUNT, FrontReader.amount),
)
ROW = rf"in each of the last {MANY} {EACH}s"
ENDINGS: Sequence[tuple[str, Check]] = (
    (r", the only figure so far", FrontReader.alone),
    (r"", FrontReader.alone),
    (
        (
            rf"(?::|, but) {MANY} figures?(?: since ([A-Z]\w+ \d+))? "
            r"(cannot show a trend|are too few to judge)"
        ),
        FrontReader.too_few,
    ),
    (rf": too many {EACH}s are missing to judge", FrontReader.gaps),
    (rf", the first figure after {MANY} {EACH}s without any", FrontReader.first_after),
    (rf", the same in each of the last {MANY} figures", FrontReader.alike),
    (r": the figures before vary too little to judge it", FrontReader.still),
    (r": no more than ordinary ups and downs", FrontReader.ordinary),
    (r", but within the usual range", FrontReader.ordinary),
    (r" and within the usual range", FrontReader.ordinary),
    (
        (
            r": (an unusually (?:low|high) figure|a (?:sharp )?(?:fall|rise)) was signalled last "
            rf"{EACH}; this figure neither confirms nor ends it"
        ),
        FrontReader.stood_out,
    ),
    (rf": no longer (above|below) average, after {MANY} {EACH}s that were", FrontReader.run_ended),
    (rf": {MANY} (rises|falls) in a row have ended", FrontReader.trend_ended),
    (r"(:|, and|, but still) (above|below) the usual range", FrontReader.outside),
    (rf"(:) (above|below) the usual range {ROW}", FrontReader.outside),
    (rf": (above|below) average {ROW}", FrontReader.averaged),
    (r", more than ordinary ups and downs", FrontReader.trend),
    (
        r": (two of the last three|all three figures) are unusually (high|low|far from average)",
        FrontReader.pair,
    ),
    (rf": an unusually large (rise|fall) in one {EACH}", FrontReader.jumped),
    (rf": drifting (up|down) from {NUMBER}%? since ([A-Z]\w+ \d+)", FrontReader.drifted),
)
MISSING: Sequence[tuple[str, Check]] = (
    (rf"No figure for {PERIOD}, nor for any period before", FrontReader.missing),
    (rf"No figure for {PERIOD}; the last was {AMOUNT}, in {PERIOD}", FrontReader.missing_after),
)
"""Every beginning and every ending that a message may have, and what checks it."""


def _parsed(body: str) -> tuple[list[int], list[tuple[Check, tuple[str, ...]]]]:
    for kind, (pattern, check) in enumerate(MISSING):
        if found := re.fullmatch(pattern, body):
            return [-1 - kind], [(check, found.groups())]
    for start, (lead, check) in enumerate(LEADS):
        for end, (ending, then) in enumerate(ENDINGS):
            found = re.fullmatch(f"({lead})({ending})", body)
            begun = re.fullmatch(lead, found[1]) if found else None
            rest = re.fullmatch(ending, body[len(begun[0]) :]) if begun else None
            if begun and rest:
                return [start, len(LEADS) + end], [(check, begun.groups()), (then, rest.groups())]
    raise FalseStatementError(f"cannot be read back: {body}")


def read_front(series: Series, front: str) -> list[int]:
    """Check a message and return of which kind its beginning and its ending are.

    Raises:
        FalseStatementError: when it is not true or cannot be read.
    """
    whole = WHOLE.fullmatch(front)
    if whole is None:
        raise FalseStatementError(f"cannot be read back: {front}")
    reader = FrontReader(series, None)
    kinds, checks = _parsed(whole["body"])
    try:
        for check, words in checks:
            check(reader, *words)
        reader.welcome(whole["liking"])
        if whole["nation"] is not None:
            reader.nation(whole["nation"])
    except AssertionError as error:
        raise FalseStatementError(f"not true: {front}") from error
    return kinds
