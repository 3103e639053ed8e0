"""The axis of a chart: round ends and steps, and room between the names at its right end."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lfjb_desk.domain.blocks import Chart

_STEPS = 6


@dataclass(frozen=True)
class Scale:
    """The ends of the value axis and the step between its lines."""

    low: float
    high: float
    step: float

    def height(self, value: float) -> float:
        """Return how high a value stands, from 0 at the foot of the axis to 1 at its top."""
        return (value - self.low) / (self.high - self.low)


def scale(chart: Chart) -> Scale:
    """Return the axis of a chart: its own ends, or round figures just beyond the values."""
    values = [value for series in chart.series for value in series.values if value is not None]
    values += [*(chart.band or ()), *(end for end in (chart.low, chart.high) if end is not None)]
    lowest, highest = (float(min(values)), float(max(values))) if values else (0.0, 1.0)
    low = float(chart.low) if chart.low is not None else lowest
    high = float(chart.high) if chart.high is not None else highest
    step = _round_step((high - low) or max(abs(high), 1.0))
    if chart.low is None:
        low = math.floor(lowest / step) * step
        low = 0.0 if 0 < low <= step else low
    if chart.high is None:
        high = math.ceil(highest / step) * step
    if high <= low:
        high = low + step
    return Scale(_tidy(low), _tidy(high), step)


def _round_step(reach: float) -> float:
    rough = reach / _STEPS
    size = 10.0 ** math.floor(math.log10(rough))
    return next(_tidy(size * times) for times in (1, 2, 5, 10) if size * times >= rough)


def _tidy(value: float) -> float:
    return float(Decimal(repr(value)).quantize(Decimal("1e-9")))


def apart(heights: Sequence[float], least: float) -> list[float]:
    """Return how far each name must move up so that no two stand nearer than `least`.

    Heights are shares of the chart; the names stay in their order and move as little as may be.
    """
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    groups: list[list[int]] = []
    for place in order:
        groups.append([place])
        while len(groups) > 1 and _foot(groups[-1], heights, least) < (
            _foot(groups[-2], heights, least) + least * len(groups[-2])
        ):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = [0.0] * len(heights)
    for group in groups:
        foot = _foot(group, heights, least)
        for step, index in enumerate(group):
            moved[index] = foot + step * least - heights[index]
    return moved


def _foot(group: list[int], heights: Sequence[float], least: float) -> float:
    """Return where the lowest name of a group stands when the group sits round its own middle."""
    middle = sum(heights[place] for place in group) / len(group)
    return middle - least * (len(group) - 1) / 2
