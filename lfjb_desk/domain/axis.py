"""The axis of a chart: ends that are multiples of its step, and steps that its labels can say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import number

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_STEPS = 6
"""How many steps an axis has at most from one end of its values to the other."""
_ROUND = (1, 2, 5, 10)


@dataclass(frozen=True)
class Axis:
    """The ends of a value axis and the step between its lines; the ends are multiples of the step.

    So every line stands at a number that `decimals` digits write in full.
    """

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def decimals(self) -> int:
        """How many decimals its labels need: those of its step."""
        return decimals_needed(self.step)

    @property
    def lines(self) -> tuple[Decimal, ...]:
        """Where a line goes across, from the low end to the high one."""
        steps = int((self.high - self.low) / self.step)
        return tuple(self.low + index * self.step for index in range(steps + 1))

    def height(self, value: float | Decimal) -> float:
        """Return how high a value stands, from 0 at the foot of the axis to 1 at its top."""
        return (float(value) - float(self.low)) / float(self.high - self.low)

    def words(self, value: Decimal) -> str:
        """Return a value as the axis labels it: `2.5`, `1,000`."""
        return number(value, self.decimals)


def axis_over(values: Iterable[Decimal], low: Decimal | None = None) -> Axis:
    """Return an axis that holds all values and starts at or below `low`, where that is given.

    Without it the axis starts at a round figure just below the values, or at 0 where 0 is near.
    """
    known = [*values, *(() if low is None else (low,))] or [Decimal(0), Decimal(1)]
    lowest, highest = min(known), max(known)
    step = round_step(highest - lowest or abs(highest) or Decimal(1), MOST_STEPS)
    foot, top = math.floor(lowest / step) * step, math.ceil(highest / step) * step
    if low is None and 0 < foot <= step:
        foot = Decimal(0)
    return Axis(foot, top if top > foot else foot + step, step)


def round_step(reach: Decimal | float, most: int) -> Decimal:
    """Return the smallest of 1, 2 and 5 times a power of ten of which `most` span the reach.

    `reach` is above zero.
    """
    rough = Decimal(reach) / most
    size = Decimal(1).scaleb(rough.adjusted())
    return next(size * times for times in _ROUND if size * times >= rough)


def decimals_needed(value: Decimal) -> int:
    """Return how many decimals write a value and its multiples in full: 0 for 20, 1 for 0.5."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
