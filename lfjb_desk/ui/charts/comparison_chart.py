"""A place beside others: funnel limits over a base, or the range of the peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from typing_extensions import override

from lfjb_desk.ui.charts.chosen_point import THROUGH, ChosenPoint
from lfjb_desk.ui.charts.data import roomy, rounded, with_unit
from lfjb_desk.ui.charts.frame import PlotFrame, round_values, round_words
from lfjb_desk.ui.look.theme import Size

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from lfjb_desk.ui.charts.strokes import Ink
    from lfjb_desk.ui.look.theme import ActiveTheme

GAP = 8
NEAR = 14


@dataclass(frozen=True)
class ComparedPoint:
    """One place: its figure, the base it is out of where a funnel is drawn, and its part."""

    name: str
    value: float
    base: float | None = None
    own: bool = False
    named: bool = False
    """Whether its name is written beside it; neighbours are, the rest are not."""


@dataclass(frozen=True)
class ComparisonData:
    """Places beside each other; with a `curve` of base, lower and upper limit it is a funnel.

    `marks` keep the order of the table beside the chart.
    """

    title: str
    summary: str
    unit: str
    base_name: str
    marks: tuple[ComparedPoint, ...]
    centre: float | None = None
    centre_name: str = ""
    curve: tuple[tuple[float, float, float], ...] = ()
    middle: tuple[float, float] | None = None
    """Where the middle half of the peers begins and ends."""
    decimals: int = 0

    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest figure to show."""
        values = [mark.value for mark in self.marks]
        values += [end for _, low, high in self.curve for end in (low, high)]
        if self.centre is not None:
            values.append(self.centre)
        return roomy(values)

    def count(self) -> int:
        """Return how many points can be chosen."""
        return len(self.marks)

    def sentence_at(self, index: int) -> str:
        """Return what one place says: `Essex and Suffolk: 46 weeks`."""
        mark = self.marks[index]
        return f"{mark.name}: {with_unit(rounded(mark.value, self.decimals), self.unit)}"


class ComparisonChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph gives no types
    """Draws a `ComparisonData`; arrow keys walk the places in the order of the table."""

    walked = Signal(int)
    """The user has chosen the place with this number."""

    def __init__(self, theme: ActiveTheme, ink: Ink | None = None) -> None:
        super().__init__(background=None)
        self._ink = ink or theme
        self._point: ChosenPoint[ComparisonData] = ChosenPoint(self, THROUGH, from_end=False)
        self._words: list[Any] = []
        self._ring: Any = None
        self.setMinimumSize(theme.px(220), theme.px(160))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.setStyleSheet("QGraphicsView { background: transparent; }")
        self.setAccessibleName(self.tr("Comparison chart"))
        theme.changed.connect(self._draw)

    def show_chart(self, data: ComparisonData) -> None:
        """Draw another comparison."""
        self._point.show(data)
        self._draw()

    def shown(self) -> ComparisonData | None:
        """Return what is drawn."""
        return self._point.data

    def choose(self, index: int | None) -> None:
        """Mark a place and say it; None marks none."""
        self._point.choose(index, self._write)

    def points(self) -> list[QPointF]:
        """Return where each place stands on the screen."""
        data = self._point.data
        if data is None:
            return []
        frame = self._frame(data)
        return [frame.point(*_at(data, n)) for n in range(len(data.marks))]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._point.asked_by(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
            return
        self._walk(place)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        far = [(point - event.position()).manhattanLength() for point in self.points()]
        nearest = min(far, default=NEAR)
        if nearest < NEAR:
            self._walk(far.index(nearest))
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # nothing in the plot can be dragged

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, never the chart

    @override
    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is not None:  # None while the plot is being made
            self._write()

    def _walk(self, index: int) -> None:
        self.choose(index)
        self.walked.emit(index)

    def _frame(self, data: ComparisonData) -> PlotFrame:
        self.plotItem.layout.activate()
        low, high = data.bounds()
        left, right = _across(data)
        return PlotFrame(self.plotItem.vb.geometry(), left, right, low, high)

    def _draw(self) -> None:
        data = self._point.data
        if self.getPlotItem() is None or data is None:  # closed already, or nothing to show
            return
        self.clear()
        self._ring = None
        self._draw_axes(data)
        if data.middle is not None:
            band = pg.LinearRegionItem(
                data.middle,
                "horizontal",
                brush=self._ink.colour("sunken"),
                pen=pg.mkPen(None),
                movable=False,
            )
            band.setZValue(-20)
            self.addItem(band)
        dashes = self._pen("limit", 1.25, Qt.PenStyle.DashLine)
        bases = [point[0] for point in data.curve]
        for side in (1, 2):
            self.addItem(pg.PlotCurveItem(bases, [point[side] for point in data.curve], pen=dashes))
        if data.centre is not None:
            self.addItem(pg.InfiniteLine(data.centre, angle=0, pen=self._pen("limit", 1.25)))
        self._draw_spots(data)
        self._write()

    def _draw_axes(self, data: ComparisonData) -> None:
        theme, (low, high) = self._ink, data.bounds()
        caption = theme.font(Size.CAPTION)
        metrics = QFontMetricsF(caption)
        left, bottom = self.getAxis("left"), self.getAxis("bottom")
        rounds = round_values(low, high)
        texts = round_words(rounds)
        for axis in (left, bottom):
            axis.setStyle(tickFont=caption, tickLength=0, tickAlpha=255)
            axis.setTextPen(theme.colour("soft"))
            axis.setPen(pg.mkPen(None))
        left.setTickPen(self._pen("line", 1))
        left.setGrid(255)
        left.setTicks([list(zip(rounds, texts, strict=True))])
        left.setWidth(max((metrics.horizontalAdvance(text) for text in texts), default=0) + GAP)
        bottom.setTickPen(pg.mkPen(None))
        across = round_values(*_across(data)) if data.curve else []
        bottom.setTicks([list(zip(across, round_words(across), strict=True))])
        bottom.setHeight(2 * metrics.height() + GAP)
        self.plotItem.layout.setContentsMargins(0, metrics.height() + 6, GAP, 0)
        self.setXRange(*_across(data), padding=0)
        self.setYRange(low, high, padding=0)

    def _draw_spots(self, data: ComparisonData) -> None:
        theme = self._ink
        order = sorted(range(len(data.marks)), key=lambda n: data.marks[n].own)
        marks = [data.marks[n] for n in order]
        at = [_at(data, n) for n in order]
        self.addItem(
            pg.ScatterPlotItem(
                [x for x, _ in at],
                [y for _, y in at],
                symbol=["d" if mark.own else "o" for mark in marks],
                size=[16 if mark.own else 8 if mark.named else 6 for mark in marks],
                brush=[theme.colour("accent" if mark.own else "peer") for mark in marks],
                pen=self._pen("surface", 1),
                antialias=True,
            )
        )

    def _write(self) -> None:
        """Write the words at their places, and mark the chosen one."""
        data = self._point.data
        if data is None or self.getPlotItem() is None:
            return
        for item in self._words:
            self.scene().removeItem(item)
        self._words = []
        if self._ring is not None:
            self.removeItem(self._ring)
            self._ring = None
        frame, points = self._frame(data), self.points()
        area = frame.area
        self._word(data.unit[:1].upper() + data.unit[1:], QPointF(0, 0), (0, 0))
        under = QPointF(area.center().x(), self.height())
        self._word(data.base_name, under, (0.5, 1))
        if data.centre is not None:
            text = f"{data.centre_name} {rounded(data.centre, data.decimals)}"
            self._word(text, QPointF(area.right(), frame.y(data.centre) - 2), (1, 1))
        for mark, at in zip(data.marks, points, strict=True):
            if mark.own:
                side = 1 if at.x() > area.center().x() else 0
                beside = at + QPointF(-10 if side else 10, -4)
                self._word(mark.name, beside, (side, 1), strong=True)
        place = self._point.place
        if place is not None:
            self._mark(data, place, points[place])

    def _mark(self, data: ComparisonData, index: int, at: QPointF) -> None:
        stroke = self._pen("focus", 2)
        ring = pg.ScatterPlotItem(
            *([end] for end in _at(data, index)),
            symbol="o",
            size=18,
            brush=None,
            pen=stroke,
        )
        self.addItem(ring)
        self._ring = ring
        side = at.x() / max(1, self.width())
        is_low = at.y() > self.height() / 2
        below = at + QPointF(0, -14 if is_low else 14)
        item = self._word(data.sentence_at(index), below, (side, int(is_low)), strong=True)
        item.fill = pg.mkBrush(self._ink.colour("surface"))
        item.border = self._pen("focus", 1)

    def _pen(self, token: str, wide: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> Any:
        return pg.mkPen(self._ink.colour(token), width=wide, style=style)

    def _word(
        self, text: str, at: QPointF, anchor: tuple[float, float], *, strong: bool = False
    ) -> Any:
        colour = self._ink.colour("text" if strong else "soft")
        item = pg.TextItem(text, color=colour, anchor=anchor)
        item.textItem.document().setDocumentMargin(4 if strong else 0)
        item.setFont(self._ink.font(Size.CAPTION, strong=strong))
        item.setParentItem(self.plotItem)
        item.setPos(at)
        self._words.append(item)
        return item


def _at(data: ComparisonData, index: int) -> tuple[float, float]:
    """Return where a place stands: over its base in a funnel, else in the order of the table."""
    mark = data.marks[index]
    return (mark.base or 0.0 if data.curve else float(index)), mark.value


def _across(data: ComparisonData) -> tuple[float, float]:
    """Return the first and the last value shown across."""
    if not data.curve:
        return -0.5, max(0.5, len(data.marks) - 0.5)
    bases = [mark.base for mark in data.marks if mark.base is not None]
    return 0.0, max([*bases, *(base for base, _, _ in data.curve)]) * 1.04
