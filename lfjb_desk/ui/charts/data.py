"""What a chart draws: frozen, made by a page from figures, free of any drawing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import number, telling_decimals, worked_out

if TYPE_CHECKING:
    from collections.abc import Sequence

Entry = TypeVar("Entry")
Values = tuple[float | None, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChartData", text)


class Shape(StrEnum):
    """How a point is drawn: its shape says what it means, its colour only says it again."""

    COMMON = "circle"
    BETTER = "diamond"
    WORSE = "square"
    HIGH = "triangle up"
    LOW = "triangle down"


class LineKind(StrEnum):
    """What a line of a chart is, from which follow its colour and its dashes."""

    FIGURES = "figures"
    PEER = "peer"
    AVERAGE = "average"
    LIMIT = "limit"
    TRIAL = "trial limit"
    TARGET = "target"


@dataclass(frozen=True)
class Level:
    """A value that the figures are held against, in each period."""

    kind: LineKind
    values: Values


@dataclass(frozen=True)
class LineData:
    """A line of figures with what it is held against: what every chart of ours paints.

    Every tuple that is not empty has one entry for each period; None is a gap, never a zero.
    """

    values: Values
    shapes: tuple[Shape, ...] = ()
    unsettled: tuple[bool, ...] = ()
    """Which figures may yet change: the line to them is dashed."""
    levels: tuple[Level, ...] = ()
    band: tuple[tuple[float, float] | None, ...] = ()
    """The two ends of the target in force in each period."""
    beside: tuple[Values, ...] = ()
    """Other lines to compare with."""
    places: tuple[float, ...] = ()
    """Where the periods stand; without it one after another, from 0."""

    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest value to show, with a little room round them."""
        rows = (self.values, *(level.values for level in self.levels), *self.beside)
        return roomy([value for row in rows for value in row if value is not None])

    def place(self, index: int) -> float:
        """Return where a period stands."""
        return self.places[index] if self.places else float(index)

    def shape(self, index: int) -> Shape:
        """Return the shape of a point."""
        return self.shapes[index] if self.shapes else Shape.COMMON

    def part(self, kept: Sequence[int], places: tuple[float, ...] = ()) -> LineData:
        """Return the line of some periods alone, which stand at these places."""
        return LineData(
            values=_picked(self.values, kept),
            shapes=_picked(self.shapes, kept),
            unsettled=_picked(self.unsettled, kept),
            levels=tuple(Level(level.kind, _picked(level.values, kept)) for level in self.levels),
            band=_picked(self.band, kept),
            beside=tuple(_picked(values, kept) for values in self.beside),
            places=places,
        )

    def bare(self) -> LineData:
        """Return the line alone, for where there is room for no more than its newest signal."""
        newest = last_known(self.values)
        shapes = tuple(
            shape if index == newest else Shape.COMMON for index, shape in enumerate(self.shapes)
        )
        return LineData(self.values, shapes, self.unsettled, places=self.places)


def _picked(row: tuple[Entry, ...], kept: Sequence[int]) -> tuple[Entry, ...]:
    return tuple(row[index] for index in kept) if row else ()


def limit_levels(lows: Values, highs: Values, trial: Sequence[bool]) -> tuple[Level, ...]:
    """Return the limits as levels, the trial limits apart from the firm ones."""
    tried = trial or (False,) * max(len(lows), len(highs))
    return tuple(
        Level(
            kind,
            tuple(
                value if is_trial is (kind is LineKind.TRIAL) else None
                for value, is_trial in zip(row, tried, strict=False)
            ),
        )
        for row in (lows, highs)
        for kind in (LineKind.LIMIT, LineKind.TRIAL)
    )


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
    restricted: bool = False
    """Whether it is kept out of what may go anywhere, such as a picture."""


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
        return self.line().bounds()

    def across(self) -> tuple[float, float]:
        """Return the places where the chart begins and ends, half a period beyond the periods."""
        return -0.5, max(0.5, len(self.labels) - 0.5)

    def line(self) -> LineData:
        """Return what is painted of it."""
        ends = zip(self.target_lows, self.target_highs, strict=True)
        return LineData(
            values=self.values,
            shapes=self.shapes,
            unsettled=self.unsettled,
            levels=(
                Level(LineKind.AVERAGE, self.means),
                Level(LineKind.TARGET, self.target_lows),
                Level(LineKind.TARGET, self.target_highs),
                *limit_levels(self.lows, self.highs, self.trial),
            ),
            band=tuple(None if low is None or high is None else (low, high) for low, high in ends),
            beside=tuple(line.values for line in self.beside),
        )

    def count(self) -> int:
        """Return how many points can be chosen."""
        return len(self.values)

    def words(self, value: float) -> str:
        """Return a value as the chart writes it."""
        return rounded(value, self.decimals)

    def limit_words(self, limit: float) -> str:
        """Return a limit with so many decimals that no figure beyond it reads as it does.

        Nor does the newest figure, wherever it lies.
        """
        at = last_known(self.values)
        newest = [] if at is None else [self.values[at]]
        apart = [*self._beyond(self.highs, limit, 1), *self._beyond(self.lows, limit, -1), *newest]
        exact = worked_out(limit)
        decimals = [
            telling_decimals(worked_out(value), exact, self.decimals)
            for value in apart
            if value is not None
        ]
        return rounded(limit, max(decimals, default=self.decimals))

    def _beyond(self, limits: Values, limit: float, sign: int) -> list[float]:
        """Return the figures above (1) or below (-1) a limit, where it is in force."""
        pairs = zip(self.values, limits, strict=False)
        return [
            value
            for value, there in pairs
            if value is not None and there == limit and sign * (value - limit) > 0
        ]

    def sentence_at(self, index: int) -> str:
        """Return what one point says: `Q2 2026-27: 46 weeks`."""
        value = self.values[index]
        if value is None:
            return _tr("{0}: no figure").format(self.labels[index])
        return f"{self.labels[index]}: {with_unit(self.words(value), self.unit)}"


def rounded(value: float, decimals: int) -> str:
    """Return a number rounded as every sentence rounds it: a half goes up."""
    return number(worked_out(value), decimals)


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


def runs(values: Sequence[Entry | None]) -> list[list[tuple[int, Entry]]]:
    """Return the runs of known entries, each entry with its index, broken at every gap."""
    found: list[list[tuple[int, Entry]]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append((index, value))
    return [run for run in found if run]


def flats(values: Values) -> list[tuple[int, int, float]]:
    """Return the runs of one value as first index, last index and value; gaps end a run."""
    found: list[tuple[int, int, float]] = []
    for index, value in enumerate(values):
        if value is None:
            continue
        if found and found[-1][1] == index - 1 and found[-1][2] == value:
            found[-1] = (found[-1][0], index, value)
        else:
            found.append((index, index, value))
    return found
