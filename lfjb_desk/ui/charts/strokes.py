"""The strokes of every chart: a line with its gaps, points by shape, colours and pens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen, QPolygonF

from lfjb_desk.ui.charts.data import Shape
from lfjb_desk.ui.painting import runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont, QPainter

    from lfjb_desk.ui.charts.data import Values
    from lfjb_desk.ui.charts.frame import PlotFrame
    from lfjb_desk.ui.theme import Size

Style = Qt.PenStyle
COLOURS = {Shape.BETTER: "better", Shape.WORSE: "worse"}
"""The token that colours a shape; the rest are data."""


class Ink(Protocol):
    """What gives a drawing its colours and fonts: the theme, or white paper."""

    def colour(self, token: str) -> QColor:
        """Return the colour of a token."""

    def font(self, size: Size = ..., *, strong: bool = ...) -> QFont:
        """Return the font of a size."""

    def px(self, pictured: float) -> int:
        """Return a measure of the pictures in pixels."""


def pen(ink: Ink, token: str, wide: float, style: Style = Style.SolidLine) -> QPen:
    """Return a pen in a colour of the house."""
    return QPen(ink.colour(token), wide, style)


def line_pieces(
    values: Values, unsettled: Sequence[bool] = ()
) -> list[tuple[bool, list[tuple[int, float]]]]:
    """Return a line in pieces of two points and more: whether it may change, and its points.

    The line breaks at each gap; a piece towards figures that may change begins at the one before.
    """
    found: list[tuple[bool, list[tuple[int, float]]]] = []
    for run in runs(values):
        changing = [bool(unsettled) and unsettled[n] for n, _ in run]
        begun = 0
        for end in range(1, len(run) + 1):
            if end == len(run) or changing[end] != changing[begun]:
                found.append((changing[begun], run[max(0, begun - 1) : end]))
                begun = end
    return [(changing, piece) for changing, piece in found if len(piece) > 1]


def paint_line(
    painter: QPainter,
    frame: PlotFrame,
    values: Values,
    stroke: QPen,
    unsettled: Sequence[bool] = (),
    places: Sequence[float] = (),
) -> None:
    """Paint a line that breaks at each gap and is dashed towards figures that may change.

    `places` say where the periods stand; without them they stand one after another.
    """
    dashed = QPen(stroke)
    dashed.setStyle(Style.DashLine)
    for changing, piece in line_pieces(values, unsettled):
        points = [frame.point(places[n] if places else n, value) for n, value in piece]
        painter.setPen(dashed if changing else stroke)
        painter.drawPolyline(QPolygonF(points))


def paint_point(painter: QPainter, at: QPointF, shape: Shape, radius: float) -> None:
    """Paint one point in the pen and brush of the painter."""
    if shape is Shape.COMMON:
        painter.drawEllipse(at, radius, radius)
        return
    painter.drawPolygon(_corners(at, shape, radius))


def _corners(at: QPointF, shape: Shape, radius: float) -> QPolygonF:
    across = {
        Shape.BETTER: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        Shape.WORSE: ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        Shape.HIGH: ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
        Shape.LOW: ((0, 1.2), (1.15, -0.9), (-1.15, -0.9)),
    }[shape]
    return QPolygonF([QPointF(at.x() + x * radius, at.y() + y * radius) for x, y in across])
