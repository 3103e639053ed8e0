"""A measure through time: line and points, gaps, target, comparison, marks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QToolTip
from typing_extensions import override

from lfjb_desk.ui.theme import MARK_COLOUR, Size, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lfjb_desk.ui.charts.data import ChartData, Comparison
    from lfjb_desk.ui.theme import Theme

BETTER = {Tone.RISING_WELL, Tone.FALLING_WELL}
WORSE = {Tone.RISING_BADLY, Tone.FALLING_BADLY}
LABELS_ACROSS = 7
LABEL_ROOM = 0.24


class TimeChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph gives no types
    """Draws a `ChartData`; left and right arrow walk its points and say each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(background=None)
        self._theme = theme
        self._data: ChartData | None = None
        self._place: int | None = None
        self.setMinimumHeight(theme.px(260))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setStyleSheet(
            "QGraphicsView { background: transparent; }"
        )  # the card shows through, in any theme
        self.setMouseEnabled(x=False, y=False)
        self.setAccessibleName(self.tr("Chart"))
        theme.changed.connect(self._draw)

    def show_chart(self, data: ChartData) -> None:
        """Draw other figures."""
        self._data = data
        self._place = None
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(data.summary)
        self._draw()

    def shown(self) -> ChartData | None:
        """Return what is drawn."""
        return self._data

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self._data is None or event.key() not in steps or not self._data.values:
            super().keyPressEvent(event)
            return
        last = len(self._data.values) - 1
        at = last + 1 if self._place is None else self._place
        self._place = min(last, max(0, at + steps[Qt.Key(event.key())]))
        said = self._data.said(self._place)
        self.setAccessibleDescription(f"{said}. {self._data.summary}")
        QToolTip.showText(self.mapToGlobal(self.rect().center()), said, self)
        self._draw()

    def _draw(self) -> None:
        if self.getPlotItem() is None:  # closed already, and the theme changes
            return
        self.clear()
        data = self._data
        if data is None:
            return
        self._draw_axes(data)
        self._draw_target(data)
        self._draw_levels(data)
        self._draw_marks(data)
        for comparison in data.comparisons:
            self._draw_comparison(comparison)
        self._draw_line(data)
        self._draw_end_labels(data)

    def _draw_axes(self, data: ChartData) -> None:
        low, high = data.bounds()
        many = len(data.labels)
        self.setYRange(low, high, padding=0)
        self.setXRange(-0.5, (many or 1) * (1 + LABEL_ROOM), padding=0)
        left, bottom = self.getAxis("left"), self.getAxis("bottom")
        small = self._theme.font(Size.CAPTION)
        for axis in (left, bottom):
            axis.setStyle(tickFont=small, tickLength=-4, hideOverlappingLabels=False)
            axis.setTextPen(self._theme.colour("soft"))
        left.setPen(pg.mkPen(None))
        bottom.setPen(self._pen("edge", 1))
        rounds = list(round_values(low, high))
        left.setTicks([[(value, f"{value:,.{_decimals(rounds)}f}") for value in rounds]])
        every = max(1, math.ceil(many / LABELS_ACROSS))
        ticks = [(place, data.labels[place]) for place in range(0, many, every)]
        bottom.setTicks([ticks])
        for value in rounds:
            self._level(value, self._pen("line", 1), many)

    def _draw_target(self, data: ChartData) -> None:
        if data.target is None:
            return
        low, high = data.target
        if low < high:
            wide = max(1, len(data.labels))
            band = QGraphicsRectItem(-0.5, low, wide, high - low)
            band.setBrush(self._theme.colour("band"))
            band.setPen(self._pen("band", 0))
            band.setZValue(-20)
            self.addItem(band)
            for edge in (low, high):
                self._level(edge, self._pen("better", 1.25), wide)
        else:
            self._level(low, self._pen("better", 1.5), len(data.labels))
        self._write(len(data.labels) - 0.7, (low + high) / 2, data.target_name, "soft")

    def _draw_levels(self, data: ChartData) -> None:
        for level in data.levels:
            style = Qt.PenStyle.DashLine if level.dashed else Qt.PenStyle.SolidLine
            self._level(level.value, self._pen("limit", 1.25, style), len(data.labels))
            words = f"{level.name} {level.value:,.1f}"
            self._write(len(data.labels) - 0.7, level.value, words, "soft")

    def _draw_marks(self, data: ChartData) -> None:
        low, high = data.bounds()
        top = high - (high - low) * 0.04
        for mark in data.marks:
            line = pg.InfiniteLine(mark.place, pen=self._pen("edge", 1, Qt.PenStyle.DotLine))
            self.addItem(line)
            self._points([mark.place], [top], "d", "accent", 10)
            self._write(mark.place, top, mark.text, "text")

    def _draw_comparison(self, comparison: Comparison) -> None:
        pen = self._pen("peer", 1.75, Qt.PenStyle.DotLine)
        self._curve(comparison.values, pen)
        known = [(n, value) for n, value in enumerate(comparison.values) if value is not None]
        near = {n + step for n, _ in known for step in (-1, 1)}
        alone = [(n, value) for n, value in known if n not in near]  # no line would show them
        self._points([n for n, _ in alone], [value for _, value in alone], "o", "peer", 7)
        if known:
            self._write(known[-1][0], known[-1][1], comparison.name, "soft")

    def _draw_line(self, data: ChartData) -> None:
        self._curve(data.values, self._pen("data", 2.25))
        groups: dict[tuple[str, str], list[int]] = {}
        for place, value in enumerate(data.values):
            tone = data.tones[place] if place < len(data.tones) else Tone.SAME
            shape = "s" if tone in BETTER else "d" if tone in WORSE else "o"
            if value is not None:
                groups.setdefault((shape, MARK_COLOUR.get(tone, "data")), []).append(place)
        for (shape, colour), places in groups.items():
            values = [data.values[place] for place in places]
            self._points(places, values, shape, colour, 9)
        if self._place is not None and data.values[self._place] is not None:
            self._points([self._place], [data.values[self._place]], "o", "focus", 15)

    def _draw_end_labels(self, data: ChartData) -> None:
        last = data.last_place()
        value = None if last is None else data.values[last]
        if last is not None and value is not None:
            words = f"{value:,.{data.decimals}f} {data.name}"
            self._write(last, value, words, "text", strong=True)

    def _curve(self, values: tuple[float | None, ...], pen: Any) -> None:
        heights = [math.nan if value is None else value for value in values]
        self.addItem(
            pg.PlotCurveItem(
                list(range(len(heights))), heights, pen=pen, connect="finite", antialias=True
            )
        )

    def _points(self, places: Any, values: Any, shape: str, colour: str, size: int) -> None:
        self.addItem(
            pg.ScatterPlotItem(
                list(places),
                list(values),
                symbol=shape,
                size=size,
                brush=self._theme.colour(colour),
                pen=self._pen("surface", 1.5),
            )
        )

    def _level(self, value: float, pen: Any, many: int) -> None:
        line = pg.PlotCurveItem(
            [-0.5, max(0.5, many - 0.5)], [value, value], pen=pen, antialias=True
        )
        line.setZValue(-10)
        self.addItem(line)

    def _write(
        self, place: float, value: float, words: str, colour: str, *, strong: bool = False
    ) -> None:
        text = pg.TextItem(words, color=self._theme.colour(colour), anchor=(0, 0.5))
        text.setFont(self._theme.font(Size.CAPTION, strong=strong))
        text.setPos(place + 0.3, value)
        self.addItem(text, ignoreBounds=True)

    def _pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> Any:
        return pg.mkPen(self._theme.colour(colour), width=width, style=style)


def round_values(low: float, high: float) -> list[float]:
    """Return round values from low to high, three to seven of them, for grid lines."""
    span = high - low
    if span <= 0:
        return [low]
    rough = span / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(one * power for one in (1, 2, 5, 10) if one * power >= rough)
    first = math.ceil(low / step)
    return [round(n * step, 10) for n in range(first, math.floor(high / step) + 1)]


def _decimals(values: list[float]) -> int:
    """Return how many decimals the values need, two at most."""
    return next((n for n in range(2) if all(round(one, n) == one for one in values)), 2)
