"""Where the words in a chart stand, so that no line strikes them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import SeriesKind
from lfjb_desk.word.writing.axis_labels import AXIS_CM, LETTER_CM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lfjb_desk.domain.blocks import Chart

AREA_HEIGHT = 0.775
"""Share of a chart's height that its axis takes."""
LABEL_CM = 0.46
REFERENCE = frozenset({SeriesKind.LIMIT, SeriesKind.MEAN, SeriesKind.TARGET})

_NEAR, _FAR = 0.25, 1.3
"""Between which heights above or below a point its label stands, counted in labels."""
_FLAG_TOP, _DEEPEST, _NEAR_FLAGS = 0.05, 8, 4
_RIGHT_END = 0.6
ANEW_DEPTH = _FLAG_TOP
"""How far under the top the words stand where limits start anew; flags make way for them."""


def value_side(chart: Chart) -> str:
    """Return where the newest figure stands by its point: above, below, or else at its right.

    At the right it shares the room with the names of the lines, which make way for it.
    """
    main = next(series for series in chart.series if series.kind is SeriesKind.MAIN)
    known = [(n, value) for n, value in enumerate(main.values) if value is not None]
    if not known:
        return "r"
    newest, value = known[-1]
    at, label = chart.axis.height(value), _label(chart)
    before = chart.axis.height(known[-2][1]) if known[1:] else at
    lines = list(_lines_at(chart, [newest]))
    flagged = any(place == newest for place, _ in chart.flags)
    free = {
        "t": not flagged
        and before <= at + label
        and _free(lines, at + _NEAR * label, at + _FAR * label),
        "b": at >= _FAR * label
        and before >= at - label
        and _free(lines, at - _FAR * label, at - _NEAR * label),
    }
    below = value < sum(value for _, value in known) / len(known)
    order = ("b", "t") if below else ("t", "b")
    return next((side for side in order if free[side]), "r")


def flag_depths(chart: Chart) -> list[tuple[int, float]]:
    """Return how far under the top each flag stands: off every line, and off the flag before."""
    depths: list[tuple[int, float]] = []
    half = _label(chart) / 2
    for place, words in sorted(chart.flags):
        lines = list(_lines_at(chart, _places_of(chart, place, words)))
        taken = [depth for other, depth in depths if place - other < _NEAR_FLAGS]
        taken += [ANEW_DEPTH for other in chart.anew if abs(place - other) < _NEAR_FLAGS]
        steps = [round(_FLAG_TOP + half * step, 3) for step in range(_DEEPEST + 1)]
        free = (
            depth
            for depth in steps
            if _free(lines, 1 - depth - half, 1 - depth + half)
            and all(abs(depth - other) >= 2 * half for other in taken)
        )
        depths.append((place, next(free, _FLAG_TOP)))
    return depths


def flag_side(chart: Chart, index: int) -> str:
    """Return on which side of its flag a name stands: the names of lines keep the right end."""
    return "l" if index > (len(chart.categories) + 1) * _RIGHT_END else "r"


def _places_of(chart: Chart, place: int, words: str) -> range:
    """Return the places that the words of a flag stand over."""
    count = len(chart.categories)
    wide = round(len(words) * LETTER_CM * (count + 1) / AXIS_CM) + 1
    if flag_side(chart, place) == "l":
        return range(max(0, place - wide), place + 1)
    return range(place, min(count, place + wide + 1))


def _lines_at(chart: Chart, places: Iterable[int]) -> Iterator[float]:
    """Yield how high every line of a chart stands at some places; of the measure but at others."""
    places = list(places)
    for series in chart.series:
        if series.kind is SeriesKind.MAIN and not places[1:]:
            continue  # the label is its own
        values = (series.values[place] for place in places)
        yield from (chart.axis.height(value) for value in values if value is not None)


def _free(lines: Iterable[float], low: float, high: float) -> bool:
    return not any(low < line < high for line in lines)


def _label(chart: Chart) -> float:
    """Return how high a label is, as a share of the axis."""
    return LABEL_CM / (chart.height_cm * AREA_HEIGHT)
