"""Reads back what a narrative says of other places."""

import re
from decimal import Decimal

from lfjb_desk.domain.read_models.figures.comparison import ComparedPlace
from tests.analysis.narrative.truth import NUMBER, UNIT, Reader, period


class PlaceReader(Reader):
    """Reads what is said of a place beside others."""

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

    def middle_half(self, low: str, high: str) -> None:
        for said, share in ((low, 0.25), (high, 0.75)):
            self.same(said, self.quarter(share))

    def quarter(self, share: float) -> Decimal:
        values = sorted(self.peers())
        place = share * (len(values) - 1)
        below, part = int(place), Decimal(repr(place % 1))
        above = values[min(below + 1, len(values) - 1)]
        return values[below] + (above - values[below]) * part

    def lies(self, name: str, digits: str, where: str, many: str) -> None:
        own, values = self.places()[name].value, sorted(self.peers())
        assert own is not None
        self.same(digits, own)
        self.true(int(many) == len(values) >= 5)
        low, high = self.quarter(0.25), self.quarter(0.75)
        about = {"low": self.rounded(low), "high": self.rounded(high)}
        claims = {
            "in the middle half": low <= own <= high,
            "in the lowest quarter": own < low and self.rounded(own) != about["low"],
            "in the highest quarter": own > high and self.rounded(own) != about["high"],
            "about the same as the lowest quarter": own < low and self.rounded(own) == about["low"],
            "about the same as the highest quarter": own > high
            and self.rounded(own) == about["high"],
        }
        self.true(claims[where])

    def lies_in_funnel(self, name: str, number: str, where: str) -> None:
        own = self.places()[name]
        assert own.value is not None
        assert own.low is not None
        assert own.high is not None
        self.same(number, own.value)
        self.true((own.value > own.high) == (where == "higher than"))
        self.true((own.value < own.low) == (where == "lower than"))

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
