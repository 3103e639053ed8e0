"""A measure through time: its line, limits, target and what happened meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem
from typing_extensions import override

from lfjb_desk.ui.charts.time_items import Pens, PeriodAxis, fitted_items, time_items
from lfjb_desk.ui.charts.time_words import TimeWords
from lfjb_desk.ui.theme import ActiveTheme, Size

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from lfjb_desk.ui.charts.data import ChartData
    from lfjb_desk.ui.charts.frame import PlotFrame
    from lfjb_desk.ui.charts.strokes import Ink

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
BEYOND = 1000
"""How far a label may reach beyond its axis before pyqtgraph leaves it out."""


class TimeChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph gives no types
    """Draws a `ChartData`; arrow keys, Home and End walk its points and say each.

    pyqtgraph draws the figures; words that must not cover each other are laid over them.
    """

    walked = Signal(int)
    """The user has chosen the point of a place, by key or by mouse."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(background=None, axisItems={"bottom": PeriodAxis("bottom")})
        self._ink = ink
        self._data: ChartData | None = None
        self._place: int | None = None
        self._words: TimeWords | None = None
        self._fitted: list[Any] = []
        self._ratio, self._drawn = self.devicePixelRatioF(), QSize()
        self.setMinimumHeight(ink.px(180))
        self.setStyleSheet("QGraphicsView { background: transparent; }")  # the card shows through
        self.setInteractive(False)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.disableAutoRange()
        clips = QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape
        self.getViewBox().setFlag(clips, enabled=False)
        self.setAccessibleName(self.tr("Chart"))
        self.sigDeviceRangeChanged.connect(self._fit)
        if isinstance(ink, ActiveTheme):
            ink.changed.connect(self._draw)

    def show_chart(self, data: ChartData) -> None:
        """Draw other figures."""
        self._data, self._place = data, None
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(data.summary)
        self._draw()

    def shown(self) -> ChartData | None:
        """Return what is drawn."""
        return self._data

    def chosen(self) -> int | None:
        """Return the place of the point that is marked."""
        return self._place

    def choose(self, place: int | None) -> None:
        """Mark the point of a place and say it; None marks none."""
        if self._data is None or place == self._place:
            return
        self._place = place
        said = "" if place is None else f"{self._data.said(place)}. "
        self.setAccessibleDescription(f"{said}{self._data.summary}")
        self.viewport().update()

    def paint_into(self, painter: QPainter, room: QRect) -> None:
        """Paint the chart into some room of a picture."""
        self._ratio = painter.device().devicePixelRatioF()
        self.resize(room.size())
        self.resizeEvent(QResizeEvent(self.size(), self.size()))  # a hidden widget gets none
        self._draw()
        self.render(painter, QRectF(room), self.rect())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted(Qt.Key(event.key()))
        if wanted is None:
            event.ignore()
            return
        self._walk(wanted)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._words.place_at(event.position()) if self._words else None
        if place is not None:
            self._walk(place)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, the chart stands still

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ratio != self.devicePixelRatioF():  # another screen
            self._ratio = self.devicePixelRatioF()
            self._draw()
        super().paintEvent(event)

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._words is not None:
            self._words.paint(painter, self._place)

    def _draw(self) -> None:
        """Draw everything anew: other figures, another theme or another screen."""
        if self._data is None or self.getPlotItem() is None:  # closed, and the theme changes
            return
        self.clear()
        for item in time_items(self._data, Pens(self._ink, self._ratio)):
            self.addItem(item, ignoreBounds=True)
        self._fitted, self._drawn = [], QSize()
        self._fit()

    def _fit(self) -> None:
        """Place the words, and draw what depends on them, where the size is another."""
        if self._data is None or self._drawn == self.size():  # a resize is told twice
            return
        self._drawn, pens = self.size(), Pens(self._ink, self._ratio)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        self._words = words = TimeWords(self._data, self._ink, area)
        self._lay_out(words.frame)
        self._draw_axes(words, pens)
        for item in self._fitted:
            self.removeItem(item)
        self._fitted = fitted_items(self._data, pens, words)
        for item in self._fitted:
            self.addItem(item, ignoreBounds=True)
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

    def _draw_axes(self, words: TimeWords, pens: Pens) -> None:
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
            axis.setPen(pens.pen(edge, 1) if edge else pg.mkPen(None))
            axis.setTickPen(pens.pen(edge or "line", 1))
            axis.setZValue(-1)
            axis.setTicks([ticks])

    def _wanted(self, key: Qt.Key) -> int | None:
        """Return the place that a key asks for."""
        if self._data is None or not self._data.values:
            return None
        last = len(self._data.values) - 1
        if key in STEPS:
            at = last + 1 if self._place is None else self._place
            return min(last, max(0, at + STEPS[key]))
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key)

    def _walk(self, place: int) -> None:
        self.choose(place)
        self.walked.emit(place)
