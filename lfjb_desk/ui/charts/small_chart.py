"""A small chart for a card: line, average, limits and the points that are signals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lfjb_desk.ui.charts.data import Shape, Values, last_known, levels, roomy
from lfjb_desk.ui.charts.frame import PlotFrame
from lfjb_desk.ui.charts.strokes import COLOURS, Style, paint_line, paint_point, pen

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from lfjb_desk.ui.charts.strokes import Ink

EDGE = 6


@dataclass(frozen=True)
class SmallData:
    """A series in a window of time: each point's place from 0 to 1, its value and its shape."""

    places: tuple[float, ...]
    values: Values
    shapes: tuple[Shape, ...] = ()
    unsettled: tuple[bool, ...] = ()
    levels: tuple[Values, ...] = ()
    """Average first, then the limits; one entry for each point."""

    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest value to show."""
        rows = (self.values, *self.levels)
        return roomy([value for row in rows for value in row if value is not None])


class SmallChart(QWidget):
    """Paints a `SmallData`; the words beside it say what it shows."""

    def __init__(self, ink: Ink, data: SmallData, name: str) -> None:
        super().__init__()
        self._ink, self.data = ink, data
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        paint_small(painter, area, self.data, self._ink)
        painter.end()


def paint_small(painter: QPainter, area: QRectF, data: SmallData, ink: Ink) -> None:
    """Paint a small chart into an area."""
    low, high = data.bounds()
    frame = PlotFrame(area, 0.0, 1.0, low, high)
    for number, row in enumerate(data.levels):
        style = Style.DashLine if number else Style.SolidLine
        painter.setPen(pen(ink, "limit", 1, style))
        for first, last, value in levels(row):
            left, right = (frame.x(data.places[place]) for place in (first, last))
            painter.drawLine(QLineF(left, frame.y(value), right, frame.y(value)))
    stroke = pen(ink, "data", 1.75)
    paint_line(painter, frame, data.values, stroke, data.unsettled, data.places)
    newest = last_known(data.values)
    painter.setPen(pen(ink, "surface", 1))
    for place, figure in enumerate(data.values):
        shape = data.shapes[place] if data.shapes else Shape.COMMON
        is_newest = place == newest
        seen = is_newest or shape is not Shape.COMMON or _is_alone(data.values, place)
        if figure is not None and seen:
            painter.setBrush(ink.colour(COLOURS.get(shape, "data")))
            radius = 4 if is_newest else 3
            paint_point(painter, frame.point(data.places[place], figure), shape, radius)


def _is_alone(values: Values, place: int) -> bool:
    """Tell whether a figure has a gap on both sides, so that no line would show it."""
    beside = (*values[max(0, place - 1) : place], *values[place + 1 : place + 2])
    return all(value is None for value in beside)
