"""What pyqtgraph draws of a measure through time: grid, target, limits, lines and points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem
from typing_extensions import override

from lfjb_desk.ui.charts.data import Shape, levels
from lfjb_desk.ui.charts.frame import GAP, round_values
from lfjb_desk.ui.charts.strokes import COLOURS, Style, line_pieces, pen
from lfjb_desk.ui.painting import runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPen

    from lfjb_desk.ui.charts.data import ChartData, ComparisonLine, Values
    from lfjb_desk.ui.charts.frame import PlotFrame
    from lfjb_desk.ui.charts.strokes import Ink
    from lfjb_desk.ui.charts.time_words import TimeWords

TRIAL = (3.0, 4.0)
"""Dashes of trial limits: shorter than those of firm ones."""
POINTS = {
    Shape.COMMON: ("o", 2.0),
    Shape.BETTER: ("s", 1.8),
    Shape.WORSE: ("d", 2.9),
    Shape.HIGH: ("t1", 2.2),
    Shape.LOW: ("t", 2.2),
}
"""The symbol of a shape, and how many radii it is high."""


class PeriodAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph gives no types
    """The periods below the chart; the first label stays inside the widget."""

    @override
    def generateDrawSpecs(self, p: QPainter) -> Any:
        specs = super().generateDrawSpecs(p)
        for rect, _, _ in specs[2] if specs else ():
            rect.moveLeft(max(rect.left(), -self.x()))
        return specs


@dataclass(frozen=True)
class Pens:
    """Pens that keep their width whatever the scale of the values."""

    ink: Ink
    ratio: float
    """How many pixels of the screen or picture make one of ours: Qt leaves it out there."""

    def pen(self, token: str, wide: float, style: Style = Style.SolidLine) -> QPen:
        """Return a pen in a colour of the house."""
        stroke = pen(self.ink, token, wide * self.ratio, style)
        stroke.setCosmetic(True)
        return stroke


def time_items(data: ChartData, pens: Pens) -> list[Any]:
    """Return what is drawn alike at every size, from the lowest to the highest."""
    low = [_target(data, pens), *_grid(data, pens), *_levels(data, pens)]
    for item in low:
        item.setZValue(-2)
    return low + [one for line in data.beside for one in _beside(line, pens)] + _line(data, pens)


def fitted_items(data: ChartData, pens: Pens, words: TimeWords) -> list[Any]:
    """Return what depends on the size of the chart: lines that reach the words, and points."""
    frame, found = words.frame, []
    for style in (Style.DashLine, Style.DotLine):
        falls = [(place, top) for place, top, one in words.uprights() if one is style]
        pieces = [[(place, frame.low), (place, frame.value_at(top))] for place, top in falls]
        found += _curves(pieces, pens.pen("edge", 1, style))
    for item in found:
        item.setZValue(-1)
    known = [(n, value) for n, value in enumerate(data.values) if value is not None]
    shapes = [data.shape(n) for n, _ in known]
    colours = [COLOURS.get(shape, "data") for shape in shapes]
    return [*found, _points(known, shapes, _radius(data, frame), colours, pens)]


def _line(data: ChartData, pens: Pens) -> list[Any]:
    pieces = line_pieces(data.values, data.unsettled)
    return [
        curve
        for dashed, style in ((False, Style.SolidLine), (True, Style.DashLine))
        for curve in _curves(
            [piece for changing, piece in pieces if changing is dashed],
            pens.pen("data", 2.25, style),
        )
    ]


def _beside(line: ComparisonLine, pens: Pens) -> list[Any]:
    stroke = pens.pen("peer", 1.75, Style.DotLine)
    found = _curves([piece for _, piece in line_pieces(line.values)], stroke)
    alone = [run[0] for run in runs(line.values) if len(run) == 1]  # no line would show it
    if alone:
        many = len(alone)
        found.append(_points(alone, [Shape.COMMON] * many, 3, ["peer"] * many, pens))
    return found


def _radius(data: ChartData, frame: PlotFrame) -> float:
    return 4.5 if frame.area.width() / max(1, len(data.values)) > GAP else 3.0


def _curves(pieces: Sequence[Sequence[tuple[float, float]]], stroke: QPen) -> list[Any]:
    """Return one curve for all pieces, with a gap between them; none for no piece."""
    if not pieces:
        return []
    points = [point for piece in pieces for point in (*piece, (math.nan, math.nan))][:-1]
    across, heights = ([point[side] for point in points] for side in (0, 1))
    return [pg.PlotCurveItem(across, heights, pen=stroke, connect="finite", antialias=True)]


def _level(values: Values, stroke: QPen) -> list[Any]:
    """Return a line over each stretch of one value, half a period beyond at both ends."""
    return _curves(
        [[(first - 0.5, value), (last + 0.5, value)] for first, last, value in levels(values)],
        stroke,
    )


def _points(
    at: Sequence[tuple[float, float]],
    shapes: Sequence[Shape],
    radius: float,
    tokens: Sequence[str],
    pens: Pens,
) -> Any:
    # Without its cache of pixels, so that points are sharp in a picture of any scale.
    return pg.ScatterPlotItem(
        [x for x, _ in at],
        [y for _, y in at],
        symbol=[POINTS[shape][0] for shape in shapes],
        size=[POINTS[shape][1] * radius for shape in shapes],
        brush=[pens.ink.colour(token) for token in tokens],
        pen=pens.pen("surface", 1.25),
        antialias=True,
        useCache=False,
    )


def _grid(data: ChartData, pens: Pens) -> list[Any]:
    rounds = round_values(*data.bounds())
    pieces = [[(end, value) for end in data.across()] for value in rounds]
    return _curves(pieces, pens.pen("line", 1))


def _target(data: ChartData, pens: Pens) -> QGraphicsPathItem:
    """Return the band between the ends of the target: one outline a stretch, without seams."""
    path = QPainterPath()
    both = zip(data.target_lows, data.target_highs, strict=True)
    ends = [(low, high) if low is not None and high is not None else None for low, high in both]
    for run in runs([None if end is None else float(n) for n, end in enumerate(ends)]):
        stretch = [(n, end) for n, _ in run if (end := ends[n]) is not None]
        steps = [(n + half, end) for n, end in stretch for half in (-0.5, 0.5)]
        upper = [QPointF(x, high) for x, (_, high) in steps]
        lower = [QPointF(x, low) for x, (low, _) in reversed(steps)]
        path.addPolygon(QPolygonF([*upper, *lower]))
        path.closeSubpath()
    band = QGraphicsPathItem(path)
    band.setPen(Qt.PenStyle.NoPen)
    band.setBrush(pens.ink.colour("band"))
    return band


def _levels(data: ChartData, pens: Pens) -> list[Any]:
    """Return the lines of target, average and limits; those of trial limits have short dashes."""
    found = _level(data.means, pens.pen("limit", 1.25))
    for values in (data.target_lows, data.target_highs):
        found += _level(values, pens.pen("better", 1.5))
    firm, tried = (pens.pen("limit", 1.25, Style.DashLine) for _ in range(2))
    tried.setDashPattern(TRIAL)
    trial = data.trial or (False,) * len(data.labels)
    for values in (data.lows, data.highs):
        for wanted, stroke in ((False, firm), (True, tried)):
            row = zip(values, trial, strict=False)
            part = tuple(one if is_trial is wanted else None for one, is_trial in row)
            found += _level(part, stroke)
    return found
