"""The one painter of a line of figures: small or large, in the window or in a paper's preview.

It knows how a gap, a figure that may change, a signal, a limit and a target look; who uses it says
where the line stands and how heavy its strokes are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from lfjb_desk.ui.charts.data import LineKind, Shape, flats, last_known, runs
from lfjb_desk.ui.charts.strokes import COLOURS, Style, paint_point, pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from lfjb_desk.ui.charts.data import LineData, Values
    from lfjb_desk.ui.charts.frame import PlotFrame
    from lfjb_desk.ui.charts.strokes import Ink

Points = tuple[tuple[float, float], ...]
"""Places with their values."""
TRIAL_DASHES = (3.0, 4.0)
"""Dashes of trial limits: shorter than those of firm ones."""
TOKENS = {LineKind.FIGURES: "data", LineKind.PEER: "peer", LineKind.TARGET: "better"}
"""The token that colours a kind of line; the rest are limits."""
STYLES = {LineKind.PEER: Style.DotLine, LineKind.LIMIT: Style.DashLine}
"""How a kind of line is dashed; the rest are solid."""


@dataclass(frozen=True)
class LineLook:
    """How heavy a line is drawn, in pixels."""

    figures: float = 1.75
    level: float = 1.0
    target: float = 1.5
    peer: float = 1.5
    edge: float = 1.0
    """How wide the edge round a point is."""
    point: float = 3.0
    newest: float = 4.0
    """The radius of a point, and of the newest."""
    every_point: bool = False
    """Whether each figure has a point; else the newest, signals and those between two gaps."""
    level_reach: float = 0.0
    """How many periods a level reaches beyond its first and its last."""

    def width(self, kind: LineKind) -> float:
        """Return how wide a kind of line is."""
        widths = {
            LineKind.FIGURES: self.figures,
            LineKind.PEER: self.peer,
            LineKind.TARGET: self.target,
        }
        return widths.get(kind, self.level)


@dataclass(frozen=True)
class Stroke:
    """A piece of line without a gap."""

    kind: LineKind
    points: Points
    changing: bool = False
    """Whether it leads to figures that may change."""


@dataclass(frozen=True)
class PlottedPoint:
    """A point of a line: where it stands, its shape and its size."""

    place: float
    value: float
    shape: Shape = Shape.COMMON
    kind: LineKind = LineKind.FIGURES
    newest: bool = False


def level_strokes(data: LineData, reach: float = 0.0) -> tuple[Stroke, ...]:
    """Return the lines that figures are held against, each over the periods of one value."""
    return tuple(
        Stroke(
            level.kind,
            ((data.place(first) - reach, value), (data.place(last) + reach, value)),
        )
        for level in data.levels
        for first, last, value in flats(level.values)
    )


def figure_strokes(data: LineData) -> tuple[Stroke, ...]:
    """Return the other lines and then the line of the figures, broken at each gap."""
    beside = [
        Stroke(LineKind.PEER, points)
        for values in data.beside
        for _, points in _pieces(data, values, ())
    ]
    own = [
        Stroke(LineKind.FIGURES, points, changing)
        for changing, points in _pieces(data, data.values, data.unsettled)
    ]
    return (*beside, *own)


def plotted_points(data: LineData, *, every: bool = False) -> tuple[PlottedPoint, ...]:
    """Return the points to draw: every figure, or the newest, signals and those between gaps.

    A figure of another line is a point only where it stands between gaps.
    """
    beside = [
        PlottedPoint(data.place(index), value, kind=LineKind.PEER)
        for values in data.beside
        for index, value in _alone(values)
    ]
    newest, alone = last_known(data.values), dict(_alone(data.values))
    own = [
        PlottedPoint(data.place(index), value, data.shape(index), newest=index == newest)
        for index, value in enumerate(data.values)
        if value is not None
        and (every or index == newest or index in alone or data.shape(index) is not Shape.COMMON)
    ]
    return (*beside, *own)


def _alone(values: Values) -> list[tuple[int, float]]:
    """Return the figures with a gap on both sides, which no line would show."""
    return [run[0] for run in runs(values) if len(run) == 1]


def _pieces(data: LineData, values: Values, unsettled: Sequence[bool]) -> list[tuple[bool, Points]]:
    """Return a line in pieces of two points and more: whether it may change, and its points.

    A piece towards figures that may change begins at the one before.
    """
    found: list[tuple[bool, Points]] = []
    for run in runs(values):
        points = tuple((data.place(index), value) for index, value in run)
        changing = [bool(unsettled) and unsettled[index] for index, _ in run]
        begun = 0
        for end in range(1, len(run) + 1):
            if end == len(run) or changing[end] != changing[begun]:
                found.append((changing[begun], points[max(0, begun - 1) : end]))
                begun = end
    return [(changing, points) for changing, points in found if len(points) > 1]


class LinePainter:
    """Paints a `LineData` into a frame; what lies lowest is painted first."""

    def __init__(self, data: LineData, frame: PlotFrame, ink: Ink, look: LineLook) -> None:
        self._data, self._frame, self._ink, self._look = data, frame, ink, look

    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""
        self.paint_band(painter)
        self.paint_levels(painter)
        self.paint_figures(painter)

    def paint_band(self, painter: QPainter) -> None:
        """Paint the range of the target: one outline for each run of periods, without seams."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour("band"))
        reach = self._look.level_reach
        for run in runs(self._data.band):
            ends = [
                (self._data.place(index) + beyond, low, high)
                for index, (low, high) in run
                for beyond in (-reach, reach)
            ]
            outline = [(place, high) for place, _, high in ends]
            outline += [(place, low) for place, low, _ in reversed(ends)]
            path = QPainterPath()
            path.addPolygon(QPolygonF(self._on_screen(outline)))
            painter.drawPath(path)

    def paint_levels(self, painter: QPainter) -> None:
        """Paint target, average and limits."""
        self._paint_strokes(painter, level_strokes(self._data, self._look.level_reach))

    def paint_figures(self, painter: QPainter) -> None:
        """Paint the lines, and above them their points."""
        self._paint_strokes(painter, figure_strokes(self._data))
        painter.setPen(pen(self._ink, "surface", self._look.edge))
        for point in plotted_points(self._data, every=self._look.every_point):
            token = COLOURS.get(point.shape, TOKENS[point.kind])
            painter.setBrush(self._ink.colour(token))
            radius = self._look.newest if point.newest else self._look.point
            paint_point(painter, self._frame.point(point.place, point.value), point.shape, radius)

    def _paint_strokes(self, painter: QPainter, strokes: Sequence[Stroke]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in strokes:
            painter.setPen(self._pen(stroke))
            painter.drawPolyline(QPolygonF(self._on_screen(stroke.points)))

    def _pen(self, stroke: Stroke) -> QPen:
        kind = stroke.kind
        style = Style.DashLine if stroke.changing else STYLES.get(kind, Style.SolidLine)
        made = pen(self._ink, TOKENS.get(kind, "limit"), self._look.width(kind), style)
        if kind is LineKind.TRIAL:
            made.setDashPattern(TRIAL_DASHES)
        return made

    def _on_screen(self, points: Sequence[tuple[float, float]]) -> list[QPointF]:
        return [self._frame.point(place, value) for place, value in points]
