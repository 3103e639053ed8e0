"""What every chart is drawn with: colours, pens, and points by their shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from lfjb_desk.ui.charts.data import Shape
from lfjb_desk.ui.look.theme import LIGHT, Size

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from lfjb_desk.ui.look.theme import ActiveTheme

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


class PaperColours:
    """Gives a drawing the colours of the light theme, whatever the window wears."""

    def __init__(self, theme: ActiveTheme) -> None:
        self._theme = theme

    def colour(self, token: str) -> QColor:
        """Return the colour of a token on white paper."""
        return QColor(LIGHT[token])

    def font(self, size: Size = Size.BODY, *, strong: bool = False) -> QFont:
        """Return the font of a size."""
        return self._theme.font(size, strong=strong)

    def px(self, pictured: float) -> int:
        """Return a measure of the pictures in pixels."""
        return self._theme.px(pictured)


def pen(ink: Ink, token: str, wide: float, style: Style = Style.SolidLine) -> QPen:
    """Return a pen in a colour of the house."""
    return QPen(ink.colour(token), wide, style)


def paint_point(painter: QPainter, at: QPointF, shape: Shape, radius: float) -> None:
    """Paint one point in the pen and brush of the painter."""
    if shape is Shape.COMMON:
        painter.drawEllipse(at, radius, radius)
        return
    painter.drawPolygon(_corners(at, shape, radius))


def _corners(at: QPointF, shape: Shape, radius: float) -> QPolygonF:
    across = {
        Shape.BETTER: ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        Shape.WORSE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        Shape.HIGH: ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
        Shape.LOW: ((0, 1.2), (1.15, -0.9), (-1.15, -0.9)),
    }[shape]
    return QPolygonF([QPointF(at.x() + x * radius, at.y() + y * radius) for x, y in across])
