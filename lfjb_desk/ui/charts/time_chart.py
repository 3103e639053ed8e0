"""A measure through time: its line, limits, target and what happened meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from typing_extensions import override

from lfjb_desk.ui.charts.chosen_point import ALONG, ChosenPoint
from lfjb_desk.ui.charts.frame import GAP
from lfjb_desk.ui.charts.line import LineLook, LinePainter
from lfjb_desk.ui.charts.strokes import pen
from lfjb_desk.ui.charts.time_words import TimeWords
from lfjb_desk.ui.look.theme import ActiveTheme, Size

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

    from lfjb_desk.ui.charts.data import ChartData
    from lfjb_desk.ui.charts.frame import PlotFrame
    from lfjb_desk.ui.charts.strokes import Ink

BEYOND = 1000
"""How far a label may reach beyond its axis before pyqtgraph leaves it out."""
POINT, SMALL_POINT = 4.5, 3.0
"""The radius of a point, and where the points stand closer than a gap."""


class PeriodAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph gives no types
    """The periods below the chart; the first label stays inside the widget."""

    @override
    def generateDrawSpecs(self, p: QPainter) -> Any:
        specs = super().generateDrawSpecs(p)
        for rect, _, _ in specs[2] if specs else ():
            rect.moveLeft(max(rect.left(), -self.x()))
        return specs


class TimeChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph gives no types
    """Draws a `ChartData`; arrow keys, Home and End walk its points and say each.

    pyqtgraph draws the axes; the line painter draws the figures between them, and words that must
    not cover each other are laid over them.
    """

    walked = Signal(int)
    """The user has chosen the point of a place, by key or by mouse."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(background=None, axisItems={"bottom": PeriodAxis("bottom")})
        self._ink = ink
        self._point: ChosenPoint[ChartData] = ChosenPoint(self, ALONG, from_end=True)
        self._words: TimeWords | None = None
        self._line: LinePainter | None = None
        self._drawn = QSize()
        self.setMinimumHeight(ink.px(180))
        self.setStyleSheet("QGraphicsView { background: transparent; }")  # the card shows through
        self.setInteractive(False)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.disableAutoRange()
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # the ground changes with the figures
        self.setAccessibleName(self.tr("Chart"))
        self.sigDeviceRangeChanged.connect(self._fit)
        if isinstance(ink, ActiveTheme):
            ink.changed.connect(self._draw)

    def show_chart(self, data: ChartData) -> None:
        """Draw other figures."""
        self._point.show(data)
        self._draw()

    def shown(self) -> ChartData | None:
        """Return what is drawn."""
        return self._point.data

    def chosen(self) -> int | None:
        """Return the place of the point that is marked."""
        return self._point.place

    def choose(self, index: int | None) -> None:
        """Mark the point of a place and say it; None marks none."""
        self._point.choose(index, self.viewport().update)

    def paint_into(self, painter: QPainter, room: QRect) -> None:
        """Paint the chart into some room of a picture."""
        self.resize(room.size())
        self.resizeEvent(QResizeEvent(self.size(), self.size()))  # a hidden widget gets none
        self._draw()
        self.render(painter, QRectF(room), self.rect())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._point.asked_by(Qt.Key(event.key()))
        if place is None:
            event.ignore()
            return
        self._walk(place)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._words.place_at(event.position()) if self._words else None
        if place is not None:
            self._walk(place)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, the chart stands still

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._words is not None and self._line is not None:
            self._line.paint_band(painter)
            self._words.paint_ground(painter)
            self._line.paint_levels(painter)

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._words is not None and self._line is not None:
            self._line.paint_figures(painter)
            self._words.paint(painter, self._point.place)

    def _draw(self) -> None:
        """Draw everything anew: other figures or another theme."""
        if self.getPlotItem() is None:  # closed, and the theme changes
            return
        self._drawn = QSize()
        self._fit()

    def _fit(self) -> None:
        """Place words, axes and figures, where the size is another."""
        data = self._point.data
        if data is None or self._drawn == self.size():  # a resize is told twice
            return
        self._drawn = self.size()
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        self._words = words = TimeWords(data, self._ink, area)
        look = _look(data, words.frame)
        self._line = LinePainter(data.line(), words.frame, self._ink, look)
        self._lay_out(words.frame)
        self._draw_axes(words)
        self.viewport().update()

    def _lay_out(self, frame: PlotFrame) -> None:
        """Make pyqtgraph's view stand where the words expect it."""
        area, layout = frame.area, self.getPlotItem().layout
        layout.setContentsMargins(0, area.top(), self.width() - area.right(), 0)
        self.getAxis("left").setWidth(area.left())
        self.getAxis("bottom").setHeight(self.height() - area.bottom())
        layout.activate()
        across, down = (frame.left, frame.right), (frame.low, frame.high)
        self.getViewBox().setRange(xRange=across, yRange=down, padding=0)

    def _draw_axes(self, words: TimeWords) -> None:
        left, bottom = self.getAxis("left"), self.getAxis("bottom")
        for axis, ticks, edge in ((left, words.rounds(), None), (bottom, words.periods(), "edge")):
            axis.setStyle(
                tickFont=self._ink.font(Size.CAPTION),
                tickLength=4 if edge else 0,
                tickTextOffset=4 if edge else 8,
                autoExpandTextSpace=False,
                hideOverlappingLabels=BEYOND,
            )
            axis.setTextPen(self._ink.colour("soft"))
            axis.setPen(pen(self._ink, edge, 1) if edge else pg.mkPen(None))
            axis.setTickPen(pen(self._ink, edge or "line", 1))
            axis.setZValue(-1)
            axis.setTicks([ticks])

    def _walk(self, index: int) -> None:
        self.choose(index)
        self.walked.emit(index)


def _look(data: ChartData, frame: PlotFrame) -> LineLook:
    """Return how heavy the line is; its points are smaller where they stand close together."""
    radius = POINT if frame.area.width() / max(1, data.count()) > GAP else SMALL_POINT
    return LineLook(
        figures=2.25,
        level=1.25,
        peer=1.75,
        edge=1.25,
        point=radius,
        newest=radius,
        every_point=True,
        level_reach=0.5,
    )
