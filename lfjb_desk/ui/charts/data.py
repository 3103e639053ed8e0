"""What a chart draws: frozen, made by a page from figures, free of any drawing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

Values = tuple[float | None, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChartData", text)


class Shape(StrEnum):
    """How a point is drawn: its shape says what it means, its colour only says it again."""

    COMMON = "circle"
    BETTER = "square"
    WORSE = "diamond"
    HIGH = "triangle up"
    LOW = "triangle down"


@dataclass(frozen=True)
class ComparisonLine:
    """Another line to compare with, such as England: dotted, ending where it ends."""

    name: str
    values: Values


@dataclass(frozen=True)
class ChartMark:
    """A moment in the chart: the place it stands at, between periods perhaps, and its words."""

    place: float
    text: str


@dataclass(frozen=True)
class ChartData:
    """One measure in one place through time.

    `labels` name the periods, one for each value; None is a gap, never a zero. Every tuple that
    is not empty has one entry for each period. `summary` says in words what the chart shows and
    names the table that holds its figures: it is what a screen reader hears.
    """

    title: str
    summary: str
    unit: str
    name: str
    labels: tuple[str, ...]
    values: Values
    shapes: tuple[Shape, ...] = ()
    unsettled: tuple[bool, ...] = ()
    """Which figures are estimates, forecasts or provisional: the line to them is dashed."""
    means: Values = ()
    lows: Values = ()
    highs: Values = ()
    trial: tuple[bool, ...] = ()
    """Where the limits are trial limits, drawn with shorter dashes and named so."""
    target_lows: Values = ()
    target_highs: Values = ()
    """The ends of the target in force in each period; equal where the target is one figure."""
    target_name: str = ""
    beside: tuple[ComparisonLine, ...] = ()
    marks: tuple[ChartMark, ...] = ()
    """Actions that were closed."""
    steps: tuple[ChartMark, ...] = ()
    """Where the limits are worked out anew, and why."""
    decimals: int = 0

    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest value to show, with a little room round them."""
        known = [one for row in self._drawn() for one in row if one is not None]
        return roomy(known)

    def across(self) -> tuple[float, float]:
        """Return the places where the chart begins and ends, half a period beyond the periods."""
        return -0.5, max(0.5, len(self.labels) - 0.5)

    def _drawn(self) -> tuple[Values, ...]:
        ends = (self.target_lows, self.target_highs)
        lines = tuple(line.values for line in self.beside)
        return (self.values, self.means, self.lows, self.highs, *ends, *lines)

    def shape(self, place: int) -> Shape:
        """Return the shape of a point."""
        return self.shapes[place] if self.shapes else Shape.COMMON

    def words(self, value: float) -> str:
        """Return a value as the chart writes it."""
        return f"{value:,.{self.decimals}f}"

    def said(self, place: int) -> str:
        """Return what one point says: `Q2 2026-27: 46 weeks`."""
        value = self.values[place]
        if value is None:
            return _tr("{0}: no figure").format(self.labels[place])
        return f"{self.labels[place]}: {with_unit(self.words(value), self.unit)}"


def with_unit(number: str, unit: str) -> str:
    """Return a number as it is written with its unit behind it: `46 weeks`, `36%`."""
    return f"{number}{unit}" if unit == "%" else f"{number} {unit}".rstrip()


def last_known(values: Values) -> int | None:
    """Return the place of the last value that is known."""
    return next((n for n in reversed(range(len(values))) if values[n] is not None), None)


def roomy(known: list[float]) -> tuple[float, float]:
    """Return bounds that hold the values with a tenth of room; never below zero without need."""
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    room = (high - low or abs(high) or 1.0) * 0.1
    return (0.0 if 0 <= low < room else low - room), high + room


def levels(values: Values) -> list[tuple[int, int, float]]:
    """Return stretches of one value as first place, last place and value; gaps end a stretch."""
    found: list[tuple[int, int, float]] = []
    for place, value in enumerate(values):
        if value is None:
            continue
        if found and found[-1][1] == place - 1 and found[-1][2] == value:
            found[-1] = (found[-1][0], place, value)
        else:
            found.append((place, place, value))
    return found
