"""Fair comparison of places: funnel limits for shares and rates, the peer range for the rest.

Limits and the check for overdispersion follow D. J. Spiegelhalter, "Funnel plots for comparing
institutional performance", Statistics in Medicine 24 (2005), 1185-1202: exact binomial or Poisson
limits; a winsorised mean of squared z-scores, tested against 1 + 2 sqrt(2 / places). Counts are
whole, so the limits here lie on whole counts and are not interpolated between them as his are: a
place lies outside only where chance puts no more than 0.1% of places so far out on that side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OUTER = 0.998
"""Share of places that chance alone leaves inside the limits which judge."""
INNER = 0.95
"""The same for the limits that are only drawn."""
FEWEST = 5
"""With fewer places neither a funnel nor a range says anything."""
WINSORISED = 0.1
"""The most extreme tenth of z-scores at either end is drawn in before they are averaged."""
CURVE_POINTS = 40
_REACH = 12
"""Counts further than so many standard deviations from the mean are left out of the sums."""


class Counting(Enum):
    """Which law of chance the counts behind a figure follow."""

    SHARE = "binomial"
    RATE = "Poisson"


@dataclass(frozen=True)
class Counted:
    """A figure, and what it is out of; `scale` is 100 for a percentage, 10,000 for a rate."""

    value: Decimal
    base: Decimal


@dataclass(frozen=True)
class Funnel:
    """Limits about a centre for places of any base, all in the unit of the figures."""

    centre: Decimal
    counting: Counting
    scale: int

    def limits(self, base: Decimal, inside: float = OUTER) -> tuple[Decimal, Decimal]:
        """Return the lower and upper limit for a place of this base (at least 1)."""
        size, middle = max(1, round(base)), float(self.centre) / self.scale
        law = _binomial if self.counting is Counting.SHARE else _poisson
        first, chances = law(size, middle)
        tail = (1 - inside) / 2
        ends = (_count_at(first, chances, at) for at in (tail, 1 - tail))
        below, above = (Decimal(count) * self.scale / size for count in ends)
        return min(below, self.centre), max(above, self.centre)

    def score(self, counted: Counted) -> float:
        """Return by how many standard errors a figure lies from the centre."""
        size, middle = max(1.0, float(counted.base)), float(self.centre) / self.scale
        spread = middle * (1 - middle) if self.counting is Counting.SHARE else middle
        if spread <= 0:
            return 0.0
        return (float(counted.value) / self.scale - middle) / math.sqrt(spread / size)


def curve(
    funnel: Funnel, bases: Sequence[Decimal], inside: float = OUTER
) -> tuple[tuple[Decimal, Decimal, Decimal], ...]:
    """Return base, lower and upper limit along the bases, by rising base."""
    if not bases:
        return ()
    ends = max(1, round(min(bases))), max(1, round(max(bases)))
    sizes = sorted({round(size) for size in np.geomspace(*ends, CURVE_POINTS).tolist()})
    return tuple((Decimal(size), *funnel.limits(Decimal(size), inside)) for size in sizes)


def dispersion(funnel: Funnel, places: Sequence[Counted]) -> float:
    """Return the mean squared z-score, its extreme tenths drawn in; about 1 where chance rules."""
    if not places:
        return 0.0
    scores = np.sort([funnel.score(place) for place in places])
    low, high = np.quantile(scores, [WINSORISED, 1 - WINSORISED])
    return float(np.mean(np.square(np.clip(scores, low, high))))


def overdispersed(funnel: Funnel, places: Sequence[Counted]) -> bool:
    """Tell whether places differ by more than chance allows, so that limits judge none of them."""
    allowed = 1 + 2 * math.sqrt(2 / len(places)) if places else math.inf
    return dispersion(funnel, places) > allowed


def pooled(places: Sequence[Counted]) -> Decimal | None:
    """Return the figure of all places together, weighted by their bases; None without a base."""
    total = sum((place.base for place in places), Decimal(0))
    if total <= 0:
        return None
    return sum((place.value * place.base for place in places), Decimal(0)) / total


@dataclass(frozen=True)
class PeerRange:
    """The spread of the figures of places that can be compared."""

    lowest: Decimal
    quarter: Decimal
    middle: Decimal
    three_quarters: Decimal
    highest: Decimal
    places: int


def peer_range(values: Sequence[Decimal]) -> PeerRange | None:
    """Return lowest, quartiles and highest; None below five places.

    Quartiles lie between neighbouring figures in proportion (type 7 of Hyndman and Fan).
    """
    if len(values) < FEWEST:
        return None
    ordered = sorted(values)
    middle = [_quantile(ordered, Decimal(part) / 4) for part in (1, 2, 3)]
    return PeerRange(ordered[0], middle[0], middle[1], middle[2], ordered[-1], len(ordered))


def _quantile(ordered: Sequence[Decimal], part: Decimal) -> Decimal:
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _binomial(size: int, share: float) -> tuple[int, list[float]]:
    """Return the first count that is looked at, and the chance of it and each count after."""
    if share <= 0 or share >= 1:
        return (size if share >= 1 else 0), [1.0]
    logs = math.log(share), math.log1p(-share)

    def chance(count: int) -> float:
        ways = math.lgamma(size + 1) - math.lgamma(count + 1) - math.lgamma(size - count + 1)
        return math.exp(ways + count * logs[0] + (size - count) * logs[1])

    return _chances(size * share, size * share * (1 - share), size, chance)


def _poisson(size: int, rate: float) -> tuple[int, list[float]]:
    mean = size * rate
    if mean <= 0:
        return 0, [1.0]

    def chance(count: int) -> float:
        return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))

    return _chances(mean, mean, None, chance)


def _chances(
    mean: float, variance: float, most: int | None, chance: Callable[[int], float]
) -> tuple[int, list[float]]:
    reach = _REACH * math.sqrt(variance) + _REACH
    first, last = max(0, math.floor(mean - reach)), math.ceil(mean + reach)
    if most is not None:
        last = min(last, most)
    return first, [chance(count) for count in range(first, last + 1)]


def _count_at(first: int, chances: Sequence[float], at: float) -> int:
    """Return the smallest count such that it and those beneath hold `at` of all chance."""
    total = 0.0
    for step, chance in enumerate(chances):
        total += chance
        if total >= at:
            return first + step
    return first + len(chances) - 1
