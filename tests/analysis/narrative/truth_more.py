"""Reads back what stands behind a message: changes, targets, certainty, actions, other places."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.comparison import Comparison
from lfjb_desk.domain.read_models.figures.series import Series
from tests.analysis.narrative.truth import MONTHS, NUMBER, PERIOD, UNIT, FalseStatementError, period
from tests.analysis.narrative.truth_front import AMOUNT, number
from tests.analysis.narrative.truth_places import PlaceReader

QUALIFIERS = {"provisional": "p", "an estimate": "e", "a forecast": "f", "of low reliability": "u"}
WORDS = r"([A-Z][\w ]*?)"
TARGET = rf"((?:at (?:most|least) )?{NUMBER}{UNIT}(?: to {NUMBER}{UNIT})?)"
NEAR = 2 / 3
OUTLOOKS = {
    "not be met": (-2, -2),
    "seldom be met": (-1, -1),
    "be met at times and missed at times": (0, 0),
    "nearly always be met": (1, 1),
    "be met": (2, 2),
}
"""How well limits reach the worse end of a target, by what is said of it."""


class FullReader(PlaceReader):
    """Reads the rest: targets, certainty, actions and other places."""

    today: date | None = None
    """The day on which the sentences are said, where they may speak of age."""

    # Changes.

    def newest(self, when: str) -> None:
        self.true(self.index(when) == len(self.series.points) - 1)
        self.true(self.series.latest.value is not None)

    def aged(self, months: str) -> None:
        newest = next(point for point in reversed(self.series.points) if point.value is not None)
        assert self.today is not None
        whole = (self.today.year - newest.end.year) * 12 + self.today.month - newest.end.month
        self.true(whole - 1 <= int(months) <= whole and int(months) >= 12)

    def moved(self, way: str, digits: str, _unit: str | None, each: str) -> None:
        before, now = (point.value for point in self.series.points[-2:])
        assert before is not None
        assert now is not None
        self.same(digits, before)
        self.true(now > before if way == "Up" else now < before)
        self.true(each == self.series.series_key.frequency.value)

    def lasted_outside(self, side: str, when: str) -> None:
        chart, way = self.drawn(), 1 if side == "above" else -1
        first = self.index(when)
        self.true(all(chart.beyond(n) == way for n in range(first, chart.at + 1)))
        self.true(first == chart.first or chart.beyond(first - 1) != way)

    def lasted(self, side: str, when: str) -> None:
        chart = self.drawn()
        self.true(self.index(when) == chart.at - chart.run() + 1)
        self.true((chart.away(chart.at) > 0) == (side == "above"))

    def signal(self) -> None:
        self.true(self.series.status.found_signal is not None)

    def signal_then(self, when: str, word: str) -> None:
        signal = self.series.status.found_signal
        assert signal is not None
        self.true(self.index(when) == signal.at < len(self.series.points) - 1)
        self.true(word == signal.word)

    def last_flagged(self, when: str) -> None:
        chart = self.firm()
        self.true(chart.first <= self.index(when) < chart.at)

    def peer(self, name: str, when: str, digits: str, _unit: str | None) -> None:
        self.true(self.series.peer and self.series.peer.name == name)
        assert self.series.peer is not None
        self.same(digits, self.series.peer.values[self.index(when)])

    # The note of the chart.

    def rules(self, rules: str, first: str | None, many: str, span: str) -> None:
        chart = self.drawn()
        assert self.series.control is not None
        self.true(rules == self.series.control.rules)
        known = [value for value in chart.values[chart.first :] if value is not None]
        self.true(first is None and int(many) == len(known))
        self.true(period(span)[0] == self.series.points[chart.first].start)

    def short(self, what: str, many: str) -> None:
        assert self.chart is not None
        self.true(self.chart.moves < int(many) - 1 and what)

    def apart(self) -> None:
        assert self.chart is not None
        self.true(self.chart.moves == 0)

    def alike(self, nearly: str | None) -> None:
        chart = self.chart
        assert chart is not None
        known = [value for value in chart.values[chart.first :] if value is not None]
        often = max(known.count(value) for value in known) / len(known)
        ordered = sorted(set(known))
        steps = [float(high - low) for low, high in pairwise(ordered)]
        is_narrow = not steps or chart.reach < min(steps) / 2 + 1e-9
        self.true(often >= 0.75 if nearly else is_narrow)

    def nothing(self) -> None:
        self.true(not any(value is not None for value in self.series.values))

    def tested(self) -> None:
        self.true(self.series.control and not self.series.control.limits.drawn)

    def expected(self, low: str | None, high: str | None) -> None:
        chart = self.firm()
        self.true(self.series.status.found_signal is None)
        bottom, top = chart.ends()
        if low is not None:
            self.same(low, bottom)
        else:
            self.true(bottom <= 0)
        if high is not None:
            self.same(high, top)
        else:
            self.true(self.series.measure.unit == "%" and top >= 100)

    def step(self, when: str, reason: str) -> None:
        assert self.chart is not None
        first = self.chart.first
        self.true(self.index(when) == first)
        many, _, rest = reason.partition(" ")
        if rest.endswith(" before have no figure"):
            before = self.chart.values[:first]
            self.true(set(before[-int(many) :]) == {None})
            self.true(before[-int(many) - 1] is not None)
        else:
            self.true(reason in {mark.reason for mark in self.series.steps})

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
        if self.series.measure.polarity is Polarity.LOWER:
            low, high = None, low if high is None else high
        if self.series.measure.polarity is Polarity.HIGHER:
            low, high = high if low is None else low, None
        found = [self.reaches(low, 1), self.reaches(high, -1)]
        worst = min((share for share in found if share is not None), default=None)
        assert worst is not None
        low_end, high_end = OUTLOOKS[more[-1]]
        self.true(low_end <= worst <= high_end)

    def on_one_side(self, which: str, periods: str, each: str, words: str, *_: str) -> None:
        """Hold a target that the limits leave open against each figure under them."""
        chart = self.firm()
        polarity = self.series.measure.polarity
        low, high = self.ends(words)
        if polarity is Polarity.LOWER:
            low, high = None, low if high is None else high
        if polarity is Polarity.HIGHER:
            low, high = high if low is None else low, None
        last = len(self.series.points)
        stretch = self.series.values[last - int(periods) : last]
        reached = [
            (low is None or value >= low) and (high is None or value <= high)
            for value in stretch
            if value is not None
        ]
        self.true(int(periods) == last - chart.first)
        self.true(all(reached) if which == "Every" else not any(reached))
        self.true(each.rstrip("s") == self.series.series_key.frequency.value)

    def reaches(self, end: Decimal | None, side: int) -> int | None:
        """Return how limits reach an end: -2 never, 0 at times, 2 always."""
        if end is None:
            return None
        chart = self.firm()
        away = (chart.mean - float(end)) * side / chart.reach if chart.reach else 0.0
        if abs(away) >= 1 - 1e-9:
            return 2 if away > 0 else -2
        return 0 if abs(away) <= NEAR else 1 if away > 0 else -1

    # How sure.

    def qualified(self, how: str) -> None:
        self.true(f"[{QUALIFIERS[how]}]" == self.series.latest.marker)

    def revised(self, many: str) -> None:
        self.true(number(many.lower()) == sum(point.revised for point in self.series.points[:-1]))

    def newest_revised(self) -> None:
        self.true(self.series.latest.revised)

    def marked(self, marker: str) -> None:
        self.true(self.series.latest.value is None and self.series.latest.marker == marker)

    def missing(self, many: str, each: str, month: str | None, year: str | None) -> None:
        current = self.series.control.current if self.series.control else None
        stretch = self.series.points[current.first if current else 0 :]
        self.true(int(many) == sum(point.value is None for point in stretch))
        self.true((month is not None) == (stretch != self.series.points))
        if month is not None and year is not None:
            self.true(stretch[0].start == date(int(year), MONTHS.index(month) + 1, 1))
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


EACH = r"(month|quarter|year)s?"
N = rf"{NUMBER}{UNIT}"
PATTERNS: Sequence[tuple[str, Callable[..., None]]] = (
    (rf"The newest figure(?: of this publisher)? is for {PERIOD}\.", FullReader.newest),
    (r"The newest figure[a-z ]* is for a period that ended (\d+) months ago\.", FullReader.aged),
    (rf"(Up|Down) from {AMOUNT} the {EACH} before\.", FullReader.moved),
    (
        rf"It has been (above|below) the usual range since {PERIOD}\.",
        FullReader.lasted_outside,
    ),
    (rf"It has been (above|below) its average since {PERIOD}\.", FullReader.lasted),
    (r"This is more than ordinary ups and downs\.", FullReader.signal),
    (rf"The figure for {PERIOD} was a signal: ([a-z ]+)\.", FullReader.signal_then),
    (rf"The last figure out of the ordinary was that for {PERIOD}\.", FullReader.last_flagged),
    (rf"(England) in {PERIOD}: {AMOUNT}\.", FullReader.peer),
    (
        rf"Judged by the rules (.+); limits from (the first \d+ of )?(\d+) figures, {PERIOD}\.",
        FullReader.rules,
    ),
    (
        r"(Trial limits|Too few to judge): fewer than (\d+) figures in a row\.",
        FullReader.short,
    ),
    (r"Too few to judge: no two figures follow each other\.", FullReader.apart),
    (
        r"Too little variation for limits(: nearly all figures are the same)?\.",
        FullReader.alike,
    ),
    (r"No figures to chart\.", FullReader.nothing),
    (r"The drift is shown by the test of Mann and Kendall\.", FullReader.tested),
    (
        rf"While nothing changes, expect (?:{N} to|up to|{N} or more)(?: {N})?\.",
        lambda reader, low, low_alone, high: reader.expected(low or low_alone, high),
    ),
    (rf"The limits start anew from {PERIOD}: (.+)\.", FullReader.step),
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
            r"((?:not |seldom |nearly always )?be met(?: at times and missed at times)?)\."
        ),
        FullReader.outlook,
    ),
    (
        rf"(No|Every) figure of the last (\d+) {EACH} meets the target of {TARGET}\.",
        FullReader.on_one_side,
    ),
    (
        r"The newest figure is (provisional|an estimate|a forecast|of low reliability)\.",
        FullReader.qualified,
    ),
    (r"(\w+) earlier figures? (?:has|have) been revised\.", FullReader.revised),
    (r"The newest figure has been revised\.", FullReader.newest_revised),
    (r"(\[\w+\]) means .+\.", FullReader.marked),
    (rf"(\d+) {EACH}(?: since (\w+) (\d{{4}}))? (?:has|have) no figure\.", FullReader.missing),
    (r"Action (\S+) was closed on (\d+) (\w+) (\d+)\.", FullReader.closed),
    (r"Actions were closed beside these figures: (.+)\.", FullReader.all_closed),
    (r"The figures cannot say whether (?:it|they) made a difference\.", FullReader.cannot_say),
    (rf"In {PERIOD}: (.+)\.", FullReader.others),
    (rf"The middle half of them is {NUMBER}%? to {N}\.", FullReader.middle_half),
    (
        (
            rf"{WORDS}, at {N}, is (in the middle half|in the (?:lowest|highest) quarter|"
            r"about the same as the (?:lowest|highest) quarter) of the (\d+) areas compared\."
        ),
        FullReader.lies,
    ),
    (
        rf"{WORDS}, at {N}, is (within what|higher than|lower than) chance alone allows\.",
        FullReader.lies_in_funnel,
    ),
    (
        rf"For (\d+) disposals the limits are {NUMBER}%? to {N}, about {N}\.",
        FullReader.limits,
    ),
    (r"By chance no more than 1 area in 1,000 would lie so (high|low)\.", FullReader.far),
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
        (
            r"(\d+) figures? (?:is|are) left out of the comparison: "
            r"fewer than five cases stand behind (?:it|each)\."
        ),
        FullReader.hidden,
    ),
    (
        r"The areas differ in size, so a count says nothing of how one does\.",
        FullReader.differ_in_size,
    ),
)
"""Every sentence that a narrative may hold, and what checks it."""


def read_back(
    series: Series,
    comparison: Comparison | None,
    sentences: Sequence[str],
    today: date | None = None,
) -> list[int]:
    """Check each sentence, as said on a day, and return which patterns they follow.

    Raises:
        FalseStatementError: naming the sentence that is not true or cannot be read.
    """
    reader, kinds = FullReader(series, comparison), []
    reader.today = today
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
