"""A small chart for a card or a cell: line, average, limits and the points that are signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lfjb_desk.ui.charts.frame import PlotFrame
from lfjb_desk.ui.charts.line import LineLook, LinePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from lfjb_desk.ui.charts.data import LineData
    from lfjb_desk.ui.charts.strokes import Ink

EDGE = 6
SMALL = LineLook()


class SmallChart(QWidget):
    """Paints a `LineData`; its name says what it shows, and so do the words beside it."""

    def __init__(self, ink: Ink, data: LineData, name: str) -> None:
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


def paint_small(painter: QPainter, area: QRectF, data: LineData, ink: Ink) -> None:
    """Paint a small chart into an area."""
    low, high = data.bounds()
    right = 1.0 if data.places else max(1.0, len(data.values) - 1.0)
    LinePainter(data, PlotFrame(area, 0.0, right, low, high), ink, SMALL).paint(painter)
