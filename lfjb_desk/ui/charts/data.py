"""What a chart draws: frozen, made by a page from figures, free of any drawing library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.ui.theme import Tone


@dataclass(frozen=True)
class Comparison:
    """Another line to compare with, such as England: dotted, ending where it ends."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Level:
    """A level across the chart, such as an average or a limit."""

    name: str
    value: float
    dashed: bool = True


@dataclass(frozen=True)
class Mark:
    """A moment in the chart, such as an action that was closed: its place and its ref."""

    place: int
    text: str


@dataclass(frozen=True)
class ChartData:
    """One measure in one place through time.

    `labels` name the periods, one for each value; None is a gap, never a zero. `tones` says of
    each point whether it is a signal (`Tone.SAME` or nothing: it is none). `target` is a range;
    its ends are equal where the target is one figure. `summary` says in words what the chart
    shows and names the table that holds its figures: it is what a screen reader hears.
    """

    title: str
    summary: str
    unit: str
    name: str
    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    tones: tuple[Tone, ...] = ()
    target: tuple[float, float] | None = None
    target_name: str = ""
    comparisons: tuple[Comparison, ...] = ()
    levels: tuple[Level, ...] = ()
    marks: tuple[Mark, ...] = ()
    decimals: int = 0
    from_zero: bool = False

    def all_values(self) -> list[float]:
        """Return every known value that the chart must have room for."""
        found = [value for value in self.values if value is not None]
        for comparison in self.comparisons:
            found += [value for value in comparison.values if value is not None]
        found += [level.value for level in self.levels]
        if self.target is not None:
            found += self.target
        return found

    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest value to show, with a little room round them."""
        found = self.all_values() or [0.0, 1.0]
        low, high = min(found), max(found)
        room = (high - low or abs(high) or 1.0) * 0.1
        low = 0.0 if self.from_zero or 0 <= low < room else low - room
        return low, high + room * (2 if self.marks else 1)

    def last_place(self) -> int | None:
        """Return the place of the last known value."""
        known = [place for place, value in enumerate(self.values) if value is not None]
        return known[-1] if known else None

    def said(self, place: int) -> str:
        """Return what one point says: `Q2 2026-27: 46 weeks`."""
        value = self.values[place]
        words = "[x]" if value is None else f"{value:,.{self.decimals}f}"
        unit = self.unit if self.unit == "%" else f" {self.unit}".rstrip()
        return f"{self.labels[place]}: {words}{unit if value is not None else ''}"
