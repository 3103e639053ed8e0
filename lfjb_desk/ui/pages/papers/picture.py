"""A chart of a paper as a small picture for the preview: its lines, ends and levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from lfjb_desk.domain.blocks import SeriesKind, SignalKind
from lfjb_desk.ui.charts.data import Level, LineData, LineKind, Shape
from lfjb_desk.ui.charts.frame import PlotFrame
from lfjb_desk.ui.charts.line import LineLook, LinePainter
from lfjb_desk.ui.charts.strokes import pen
from lfjb_desk.ui.look.theme import Size

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Chart, ChartSeries
    from lfjb_desk.ui.charts.data import Values
    from lfjb_desk.ui.charts.strokes import Ink

WIDE, HIGH = 500, 200
LEFT, RIGHT, TOP, BOTTOM = 52, 16, 12, 30
LOOK = LineLook(figures=2.0, point=4.0, every_point=True)
LEVELS = {
    SeriesKind.MEAN: LineKind.AVERAGE,
    SeriesKind.LIMIT: LineKind.LIMIT,
    SeriesKind.TARGET: LineKind.TARGET,
}
SHAPES = {SignalKind.BETTER: Shape.BETTER, SignalKind.WORSE: Shape.WORSE}


def picture(chart: Chart, ink: Ink) -> QImage:
    """Return a chart drawn in the colours of the paper, where its figures stand too."""
    image = QImage(ink.px(WIDE), ink.px(HIGH), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ink.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(ink.font(Size.CAPTION))
    frame = _frame(chart, ink, image)
    line = LinePainter(line_of_paper(chart), frame, ink, LOOK)
    line.paint_band(painter)
    _paint_frame(painter, chart, frame, ink)
    line.paint_levels(painter)
    line.paint_figures(painter)
    painter.end()
    return image


def line_of_paper(chart: Chart) -> LineData:
    """Return the chart of a paper as the line painter takes it."""
    count = len(chart.categories)
    mains = [_floats(series) for series in chart.series if series.kind is SeriesKind.MAIN]
    signals, changing = dict(chart.signals), set(chart.unsettled)
    band = None if chart.band is None else (float(chart.band[0]), float(chart.band[1]))
    return LineData(
        values=mains[0] if mains else (None,) * count,
        shapes=tuple(
            SHAPES.get(signals[index], Shape.COMMON) if index in signals else Shape.COMMON
            for index in range(count)
        ),
        unsettled=tuple(index in changing for index in range(count)),
        levels=tuple(
            Level(LEVELS[series.kind], _floats(series))
            for series in chart.series
            if series.kind in LEVELS
        ),
        band=(band,) * count,
        beside=tuple(_floats(series) for series in chart.series if series.kind is SeriesKind.PEER),
    )


def _floats(series: ChartSeries) -> Values:
    return tuple(None if value is None else float(value) for value in series.values)


def _frame(chart: Chart, ink: Ink, image: QImage) -> PlotFrame:
    """Return where the figures stand: on the axis that the Word file has."""
    px = ink.px
    area = QRectF(image.rect()).adjusted(px(LEFT), px(TOP), -px(RIGHT), -px(BOTTOM))
    axis, last = chart.axis, max(1, len(chart.categories) - 1)
    return PlotFrame(area, 0.0, last, float(axis.low), float(axis.high))


def _paint_frame(painter: QPainter, chart: Chart, frame: PlotFrame, ink: Ink) -> None:
    area, axis = frame.area, chart.axis
    beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for level in axis.lines:
        y = frame.y(float(level))
        painter.setPen(pen(ink, "line", 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(ink.colour("soft"))
        painter.drawText(QRectF(0, y - 10, area.left() - 8, 20), beside, axis.words(level))
    under = QRectF(area.left(), area.bottom() + 6, area.width(), 20)
    painter.drawText(under, Qt.AlignmentFlag.AlignLeft, chart.categories[0])
    painter.drawText(under, Qt.AlignmentFlag.AlignRight, chart.categories[-1])
