"""Reads back what a narrative says of targets, certainty, actions and other places."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.comparison import ComparedPlace, Comparison
from lfjb_desk.domain.read_models.figures.series import Series
from tests.analysis.truth import MONTHS, NUMBER, PERIOD, UNIT, FalseStatementError, Reader, period

QUALIFIERS = {"provisional": "p", "an estimate": "e", "a forecast": "f", "of low reliability": "u"}
WORDS = r"([A-Z][\w ]*?)"
TARGET = rf"((?:at (?:most|least) )?{NUMBER}{UNIT}(?: to {NUMBER}{UNIT})?)"


class FullReader(Reader):
    """Reads the rest: targets, certainty, actions and other places."""

    # Targets.

    def ends(self, words: str) -> tuple[Decimal | None, Decimal | None]:
        """Return the ends that a target in words has; they must be those of the series."""
        target, polarity = self.series.target, self.series.measure.polarity
        assert target is not None
        numbers = re.findall(NUMBER, words)
        held = [end for end in (target.low, target.high) if end is not None]
        for said, end in zip(numbers, sorted(set(held)), strict=True):
            self.same(said, end)
        alone = held[0]
        if len(held) == 2:
            self.true("at " not in words)
            return target.low, target.high
        if "at most" in words:
            self.true(polarity is Polarity.LOWER or target.high is not None)
            return None, alone
        self.true("at least" in words)
        self.true(polarity is Polarity.HIGHER or target.low is not None)
        return alone, None

    def reached(self, low: Decimal | None, high: Decimal | None) -> bool:
        value, polarity = self.series.latest.value, self.series.measure.polarity
        assert value is not None
        above = polarity is Polarity.LOWER or low is None or value >= low
        below = polarity is Polarity.HIGHER or high is None or value <= high
        return above and below

    def met(self, words: str, *_: str) -> None:
        self.true(self.reached(*self.ends(words)))

    def missed(self, words: str, *more: str | None) -> None:
        low, high = self.ends(words)
        self.true(not self.reached(low, high))
        value, side = self.series.latest.value, more[-1]
        end = high if side == "above" else low
        assert value is not None
        assert end is not None
        self.true(value > end if side == "above" else value < end)
        by = next(one for one in reversed(more[:-1]) if one is not None)
        if "less" in more:
            self.true(abs(value - end) < self.finest)
        else:
            self.same(by, abs(value - end))

    def outlook(self, words: str, *more: str) -> None:
        low, high = self.ends(words)
        verdicts = [self.stays(low, 1), self.stays(high, -1)]
        polarity = self.series.measure.polarity
        if low == high and polarity is not Polarity.CONTEXT:
            verdicts = [verdicts[0] if polarity is Polarity.HIGHER else verdicts[1]]
        known = {one for one in verdicts if one is not None}
        said = more[-1]
        worst = "not be met" if "no" in known else "be met at times and missed at times"
        self.true(said == ("be met" if known == {"yes"} else worst))

    def stays(self, end: Decimal | None, side: int) -> str | None:
        """Return whether the limits lie wholly on one side of an end of a target."""
        if end is None:
            return None
        chart = self.firm()
        low, high = chart.mean - chart.reach, chart.mean + chart.reach
        if side > 0:
            return "yes" if low > end else "no" if high < end else "at times"
        return "yes" if high < end else "no" if low > end else "at times"

    def outlook_at(self, words: str, number: str) -> None:
        target = self.series.target
        assert target is not None
        low = {"stay at or above": "yes", "stay below": "no", "at times be at or above": "at times"}
        high = {
            "stay at or below": "yes",
            "stay above": "no",
            "at times be at or below": "at times",
        }
        if words in low:
            self.same(number, target.low)
            self.true(self.stays(target.low, 1) == low[words])
        else:
            self.same(number, target.high)
            self.true(self.stays(target.high, -1) == high[words])

    # How sure.

    def counted(self, many: str, then: str) -> None:
        chart = self.chart
        assert chart is not None
        held = [value for value in chart.values[chart.first :] if value is not None]
        self.true(int(many) == len(held))
        if "enough" in then:
            self.true(chart.moves >= 12)
        elif found := re.match(r", fewer than (\d+) in a row", then):
            self.true(chart.moves < int(found.group(1)) - 1)
        elif "no two follow" in then:
            pairs = pairwise(chart.values[chart.first :])
            self.true(not any(a is not None and b is not None for a, b in pairs))
        elif "nearly all" in then:
            self.true(max(held.count(one) for one in held) >= 0.8 * len(held))
        else:
            # Limits collapsed: closer to the average than half the finest step between figures.
            ordered = sorted(set(held))
            steps = [float(b - a) for a, b in pairwise(ordered)]
            self.true(not steps or chart.reach < min(steps) / 2 + 1e-9)

    def qualified(self, how: str) -> None:
        self.true(f"[{QUALIFIERS[how]}]" == self.series.latest.marker)

    def revised(self, some: str, many: str) -> None:
        held = [point for point in self.series.points if point.source]
        self.true(int(some) == sum(point.revised for point in held) and int(many) == len(held))

    def missing(self, many: str, each: str) -> None:
        self.true(int(many) == sum(point.value is None for point in self.series.points))
        self.true(each.rstrip("s") == self.series.series_key.frequency.value)

    # Actions.

    def closed(self, ref: str, day: str, month: str, year: str) -> None:
        when = date(int(year), MONTHS.index(month) + 1, int(day))
        self.true(any(one.ref == ref and one.closed == when for one in self.series.marks))

    def all_closed(self, words: str) -> None:
        for part in re.split(r", | and ", words):
            found = re.fullmatch(r"(\S+) on (\d+) (\w+) (\d+)", part)
            assert found is not None
            self.closed(*found.groups())

    def cannot_say(self) -> None:
        self.true(self.series.marks)

    # Other places.

    def places(self) -> dict[str, ComparedPlace]:
        assert self.comparison is not None
        return {one.name: one for one in self.comparison.places}

    def peers(self) -> list[Decimal]:
        return [
            one.value
            for one in self.places().values()
            if one.kind == "area" and one.value is not None
        ]

    def others(self, when: str, words: str) -> None:
        assert self.comparison is not None
        self.true(period(when) == (self.comparison.start, self.comparison.end))
        for part in re.split(r", | and ", words):
            found = re.fullmatch(rf"([A-Z][a-z]+) {NUMBER}{UNIT}", part)
            assert found is not None
            self.same(found[2], self.places()[found[1]].value)

    def middle_half(self, many: str, low: str, high: str) -> None:
        values = sorted(self.peers())
        self.true(int(many) == len(values) >= 5)
        for said, share in ((low, 0.25), (high, 0.75)):
            place = share * (len(values) - 1)
            below, part = int(place), Decimal(repr(place % 1))
            above = values[min(below + 1, len(values) - 1)]
            self.same(said, values[below] + (above - values[below]) * part)

    def lies(self, name: str, number: str, where: str) -> None:
        own, values = self.places()[name].value, sorted(self.peers())
        assert own is not None
        self.same(number, own)
        under = sum(one < own for one in values) / len(values)
        over = sum(one > own for one in values) / len(values)
        claims = {"above": over <= 0.25, "below": under <= 0.25, "within": True}
        self.true(claims[where] and (where != "within" or (over <= 0.75 and under <= 0.75)))

    def lies_in_funnel(self, name: str, number: str, where: str) -> None:
        own = self.places()[name]
        assert own.value is not None
        assert own.low is not None
        assert own.high is not None
        self.same(number, own.value)
        self.true((own.value > own.high) == (where == "above"))
        self.true((own.value < own.low) == (where == "below"))

    def limits(self, base: str, low: str, high: str, centre: str) -> None:
        assert self.comparison is not None
        own = self.places()[self.series.place]
        self.true(own.base == Decimal(base))
        self.same(low, own.low)
        self.same(high, own.high)
        self.same(centre, self.comparison.centre)
        self.true(self.chance_beyond(own) <= 0.002)

    def chance_beyond(self, own: ComparedPlace) -> float:
        """Return the chance of a share beyond the limits, summed count by count."""
        assert self.comparison is not None
        assert self.comparison.centre is not None
        assert own.base is not None
        assert own.low is not None
        assert own.high is not None
        size, share = int(own.base), float(self.comparison.centre) / 100
        chance, beyond = (1 - share) ** size, 0.0
        for many in range(size + 1):
            percent = Decimal(many) * 100 / size
            beyond += chance if not own.low <= percent <= own.high else 0
            chance *= (size - many) / (many + 1) * share / (1 - share)
        return beyond

    def far(self, way: str) -> None:
        own = self.places()[self.series.place].standing.value
        self.true(own.startswith("above" if way == "high" else "below"))

    def judged(self, many: str, some: str) -> None:
        found = [one for one in self.places().values() if one.standing.value != "not judged"]
        out = sum(not (one.low or 0) <= (one.value or 0) <= (one.high or 0) for one in found)
        self.true(int(many) == len(found) and (0 if some == "none" else int(some)) == out)

    def not_judged(self) -> None:
        self.true(all(one.standing.value == "not judged" for one in self.places().values()))

    def too_few(self) -> None:
        self.true(len(self.peers()) < 5)

    def hidden(self, many: str) -> None:
        hidden = [one for one in self.places().values() if one.hidden]
        self.true(int(many) == len(hidden) and all(one.value is None for one in hidden))

    def differ_in_size(self) -> None:
        self.true(self.series.measure.unit == "cases")


EACH = r"(month|quarter|year)s?"
N = rf"{NUMBER}{UNIT}"
PATTERNS: Sequence[tuple[str, Callable[..., None]]] = (
    (rf"{N}(?: (\[\w+\]))? in ([A-Z][a-z]+) in {PERIOD}\.", FullReader.newest),
    (
        rf"No figure is available for ([A-Z][a-z]+) in {PERIOD}(?: \((\[\w+\])\))?\.",
        FullReader.none,
    ),
    (rf"(Up|Down) from {N} the {EACH} before(?:, which is (better|worse))?\.", FullReader.moved),
    (rf"The same as the {EACH} before\.", FullReader.unmoved),
    (
        (
            rf"The figure has been (above|below) its average of {N} since {PERIOD}: "
            rf"(\d+) {EACH} in a "
            r"row\."
        ),
        FullReader.shifted_to_last,
    ),
    (
        rf"From {PERIOD} the figure was (above|below) its average of {N}: (\d+) {EACH} in a row\.",
        FullReader.shifted_before,
    ),
    (
        rf"After {PERIOD} the figure (rose|fell) from {N} to {N}: (\d+) (rises?|falls?) in a row\.",
        FullReader.climbed,
    ),
    (
        rf"The figure for {PERIOD} lies (above the upper|below the lower) limit of {N}\.",
        FullReader.outside,
    ),
    (
        (
            rf"Of the 3 figures up to {PERIOD}, (\d) lie close to (the upper|the lower|a) limit"
            rf"(?: of {N})? or beyond it\."
        ),
        FullReader.close,
    ),
    (
        rf"The figures drift (up|down), from {N} in {PERIOD} to {N} in {PERIOD}\.",
        FullReader.drifted,
    ),
    (
        rf"The figure moved from {N} to {N} in one {EACH}, far more than is usual\.",
        FullReader.jumped,
    ),
    (
        r"By (.+) this is a signal( of improvement| of concern|; neither way is better)\.",
        FullReader.meaning,
    ),
    (r"The figures vary as usual: no rule picks out the newest\.", FullReader.usual),
    (rf"The last that a rule picked out was for {PERIOD}\.", FullReader.last_flagged),
    (
        (
            rf"While nothing changes, figures (?:from {N} to|of up to|of {N} or more)"
            rf"(?: {N})? are to be expected\."
        ),
        lambda reader, low, low_alone, high: reader.expected(low or low_alone, high),
    ),
    (rf"The limits start anew from {PERIOD}: (.+)\.", FullReader.step),
    (rf"(England) in {PERIOD}: {N}\.", FullReader.peer),
    (rf"The target of {TARGET} is met\.", FullReader.met),
    (
        (
            rf"The target of {TARGET} is not met: the figure is (less)?(?: than )?{NUMBER}"
            r"(?: percentage points?|%| [a-z]+?)? (above|below) it\."
        ),
        FullReader.missed,
    ),
    (
        (
            rf"While nothing changes, the target of {TARGET} will "
            r"(be met|not be met|be met at times and missed at times)\."
        ),
        FullReader.outlook,
    ),
    (
        (
            r"While nothing changes, figures will "
            r"((?:stay|at times be) (?:at or )?(?:above|below)) "
            rf"{N}\."
        ),
        FullReader.outlook_at,
    ),
    (
        (
            r"There are (\d+) figures"
            r"(, enough .*|, fewer .*|, but no two .*|, too much .*|, nearly .*)\."
        ),
        FullReader.counted,
    ),
    (
        r"The newest figure is (provisional|an estimate|a forecast|of low reliability)\.",
        FullReader.qualified,
    ),
    (r"Since they were first held, (\d+) of the (\d+) figures changed\.", FullReader.revised),
    (rf"(\d+) {EACH} (?:has|have) no figure\.", FullReader.missing),
    (r"Action (\S+) was closed on (\d+) (\w+) (\d+)\.", FullReader.closed),
    (r"Actions were closed beside these figures: (.+)\.", FullReader.all_closed),
    (r"The figures cannot say whether (?:it|they) made a difference\.", FullReader.cannot_say),
    (rf"In {PERIOD}: (.+)\.", FullReader.others),
    (rf"The middle half of the (\d+) areas compared is {NUMBER} to {N}\.", FullReader.middle_half),
    (rf"{WORDS}, at {N}, lies (above|below|within) it\.", FullReader.lies),
    (rf"{WORDS}, at {N}, lies (above|below|within) the limits\.", FullReader.lies_in_funnel),
    (
        rf"For (\d+) disposals the limits are {NUMBER} to {N}, about {N}\.",
        FullReader.limits,
    ),
    (r"By chance alone no more than 1 area in 1,000 would lie so (high|low)\.", FullReader.far),
    (r"Of (\d+) areas? judged, (\d+|none) lies? outside (?:its|their) limits\.", FullReader.judged),
    (
        r"The areas differ by more than chance allows, so none is judged by limits\.",
        FullReader.not_judged,
    ),
    (
        r"Too few areas have a figure that can be compared for a range to be given\.",
        FullReader.too_few,
    ),
    (
        r"(\d+) figures? (?:is|are) not shown: fewer than five cases stand behind\.",
        FullReader.hidden,
    ),
    (
        r"The areas differ in size, so a count says nothing of how one does\.",
        FullReader.differ_in_size,
    ),
)
"""Every sentence that a narrative may hold, and what checks it."""


def read_back(series: Series, comparison: Comparison | None, sentences: Sequence[str]) -> list[int]:
    """Check each sentence and return which patterns they follow.

    Raises:
        FalseStatementError: naming the sentence that is not true or cannot be read.
    """
    reader, kinds = FullReader(series, comparison), []
    for sentence in sentences:
        matches = (re.fullmatch(pattern, sentence) for pattern, _ in PATTERNS)
        kind, found = next(((n, one) for n, one in enumerate(matches) if one), (-1, None))
        if found is None:
            raise FalseStatementError(f"cannot be read back: {sentence}")
        try:
            PATTERNS[kind][1](reader, *found.groups())
        except AssertionError as error:
            raise FalseStatementError(f"not true: {sentence}") from error
        kinds.append(kind)
    return kinds
