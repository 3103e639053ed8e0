"""Where a value stands on the screen, and which round values get a line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from lfjb_desk.domain.axis import decimals_needed, round_step
from lfjb_desk.domain.formatting import number, worked_out

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

MOST_STEPS = 5
GAP = 8
"""The pixels between a drawing and its words."""


@dataclass(frozen=True)
class PlotFrame:
    """The area that a chart's values are drawn in: from `left` to `right`, from `low` to `high`."""

    area: QRectF
    left: float
    right: float
    low: float
    high: float

    def x(self, place: float) -> float:
        """Return where a place stands across."""
        return self.area.left() + (place - self.left) / (self.right - self.left) * self.area.width()

    def y(self, value: float) -> float:
        """Return where a value stands down."""
        share = (value - self.low) / (self.high - self.low)
        return self.area.bottom() - share * self.area.height()

    def point(self, place: float, value: float) -> QPointF:
        """Return where a value of a place stands."""
        return QPointF(self.x(place), self.y(value))

    def place_at(self, x: float) -> float:
        """Return the place that stands at a point across."""
        share = (x - self.area.left()) / self.area.width()
        return self.left + share * (self.right - self.left)


def round_values(low: float, high: float) -> list[float]:
    """Return round values from low to high, three to seven of them, for grid lines."""
    span = high - low
    if span <= 0:
        return [low]
    step = float(round_step(span, MOST_STEPS))
    first = math.ceil(low / step)
    return [round(n * step, 10) for n in range(first, math.floor(high / step) + 1)]


def round_words(values: list[float]) -> list[str]:
    """Return round values in words, all with as many decimals as the finest needs."""
    exact = [worked_out(value) for value in values]
    decimals = max(map(decimals_needed, exact), default=0)
    return [number(value, decimals) for value in exact]


def apart(wanted: list[float], room: float, low: float, high: float) -> list[float]:
    """Return heights near those wanted, in the same order, at least `room` apart."""
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    placed = [0.0] * len(wanted)
    last = low - room
    for n in order:
        last = placed[n] = max(wanted[n], last + room)
    over = high + room
    for n in reversed(order):
        over = placed[n] = min(placed[n], over - room)
    return placed
