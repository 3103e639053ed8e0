"""A chart of a paper as a small picture for the preview: its lines, ends and levels."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from lfjb_desk.domain.blocks import SeriesKind
from lfjb_desk.domain.formatting import number
from lfjb_desk.ui.painting import runs
from lfjb_desk.ui.theme import Size

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Chart, ChartSeries
    from lfjb_desk.ui.theme import ActiveTheme

WIDE, HIGH = 500, 200
LEFT, RIGHT, TOP, BOTTOM = 52, 16, 12, 30
STYLES = {
    SeriesKind.MAIN: ("data", Qt.PenStyle.SolidLine, 2.0),
    SeriesKind.PEER: ("peer", Qt.PenStyle.DotLine, 1.5),
    SeriesKind.MEAN: ("limit", Qt.PenStyle.SolidLine, 1.0),
    SeriesKind.LIMIT: ("limit", Qt.PenStyle.DashLine, 1.0),
    SeriesKind.TARGET: ("better_text", Qt.PenStyle.DashLine, 1.5),
}


def picture(chart: Chart, theme: ActiveTheme) -> QImage:
    """Return a chart drawn in the colours of the theme; its figures stand in the paper."""
    image = QImage(theme.px(WIDE), theme.px(HIGH), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colour("surface"))
    _Drawing(chart, theme, image).draw()
    return image


class _Drawing:
    """One chart, its frame and its range."""

    def __init__(self, chart: Chart, theme: ActiveTheme, image: QImage) -> None:
        self._chart, self._theme, self._image = chart, theme, image
        px = theme.px
        self._area = QRectF(image.rect()).adjusted(px(LEFT), px(TOP), -px(RIGHT), -px(BOTTOM))
        known = [float(v) for one in chart.series for v in one.values if v is not None]
        known += [float(v) for v in (chart.low, chart.high, *(chart.band or ())) if v is not None]
        self._low, self._high = min(known, default=0.0), max(known, default=1.0)

    def draw(self) -> None:
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Size.CAPTION))
        self._draw_band(painter)
        self._draw_frame(painter)
        for one in reversed(self._chart.series):
            self._draw_line(painter, one)
        painter.end()

    def _point(self, place: int, value: float) -> QPointF:
        step = self._area.width() / max(1, len(self._chart.categories) - 1)
        share = (value - self._low) / ((self._high - self._low) or 1.0)
        return QPointF(
            self._area.left() + place * step, self._area.bottom() - share * self._area.height()
        )

    def _draw_band(self, painter: QPainter) -> None:
        if self._chart.band is not None:
            low, high = (self._point(0, float(one)).y() for one in self._chart.band)
            ground = QRectF(self._area.left(), high, self._area.width(), low - high)
            painter.fillRect(ground, self._theme.colour("band"))

    def _draw_frame(self, painter: QPainter) -> None:
        area, theme = self._area, self._theme
        for level in (self._low, (self._low + self._high) / 2, self._high):
            high = self._point(0, level).y()
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), high), QPointF(area.right(), high))
        painter.setPen(theme.colour("soft"))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for level in (self._low, self._high):
            box = QRectF(0, self._point(0, level).y() - 10, area.left() - 8, 20)
            painter.drawText(box, beside, self._words(level))
        under = QRectF(area.left(), area.bottom() + 6, area.width(), 20)
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, self._chart.categories[0])
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, self._chart.categories[-1])

    def _words(self, level: float) -> str:
        return number(Decimal(str(level)), self._chart.decimals)

    def _draw_line(self, painter: QPainter, one: ChartSeries) -> None:
        token, style, wide = STYLES[one.kind]
        painter.setPen(QPen(self._theme.colour(token), wide, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        values = [None if value is None else float(value) for value in one.values]
        for run in runs(values):
            painter.drawPolyline(QPolygonF([self._point(*at) for at in run]))
        if one.kind is SeriesKind.MAIN:
            painter.setBrush(self._theme.colour(token))
            for run in runs(values):
                for at in run:
                    painter.drawEllipse(self._point(*at), 2.5, 2.5)
