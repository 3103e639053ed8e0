"""A chart as a picture for a paper or a message: on white, with its words round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from lfjb_desk.ui.charts.comparison_chart import ComparisonChart
from lfjb_desk.ui.charts.strokes import PaperColours
from lfjb_desk.ui.charts.time_chart import TimeChart
from lfjb_desk.ui.look.theme import Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.ui.charts.comparison_chart import ComparisonData
    from lfjb_desk.ui.charts.data import ChartData
    from lfjb_desk.ui.charts.strokes import Ink
    from lfjb_desk.ui.look.theme import ActiveTheme

    Words = tuple[str, str, str]
    Drawing = Callable[[QPainter, QRectF], None]

SIDES = 24
WRAP = Qt.TextFlag.TextWordWrap


def picture(
    data: ChartData, theme: ActiveTheme, words: Words, size: QSize, scale: float = 2.0
) -> QImage:
    """Return a chart under its message and the line about it, over its source."""

    def draw(painter: QPainter, room: QRectF) -> None:
        chart = TimeChart(PaperColours(theme))
        chart.show_chart(data)
        chart.paint_into(painter, room.adjusted(-2, -2, 2, 2).toRect())
        chart.deleteLater()

    return _page(data.summary, theme, words, size * scale, scale, draw)


def comparison_picture(
    data: ComparisonData, theme: ActiveTheme, words: Words, size: QSize, scale: float = 2.0
) -> QImage:
    """Return a comparison in the same way."""

    def draw(painter: QPainter, room: QRectF) -> None:
        chart = ComparisonChart(theme, PaperColours(theme))
        chart.resize(room.size().toSize())
        chart.show_chart(data)
        chart.grab()  # lays it out in its size, which an unseen widget has not done
        chart.render(painter, room, chart.viewport().rect())
        chart.deleteLater()

    return _page(data.summary, theme, words, size * scale, scale, draw)


def _page(
    summary: str, theme: ActiveTheme, words: Words, dots: QSize, scale: float, draw: Drawing
) -> QImage:
    """Return white paper with words above and below, and a drawing in the room between them."""
    image = QImage(dots, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.setText("Title", words[0])
    image.setText("Description", summary)
    ink = PaperColours(theme)
    image.fill(ink.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide, high = dots.width() / scale, dots.height() / scale
    room = QRectF(SIDES, SIDES, wide - 2 * SIDES, high - 2 * SIDES)
    message, about, source = words
    room = _write(painter, ink, room, message, Size.LEAD)
    room = _write(painter, ink, room, about, Size.SMALL)
    room = _write(painter, ink, room, source, Size.CAPTION, below=True)
    draw(painter, room.adjusted(0, 8, 0, -8))
    painter.end()
    return image


def _write(
    painter: QPainter, ink: Ink, room: QRectF, text: str, size: Size, *, below: bool = False
) -> QRectF:
    """Write words at the top or the bottom of some room, and return the room that is left."""
    lead = size is Size.LEAD
    painter.setFont(ink.font(size, strong=lead))
    painter.setPen(ink.colour("text" if lead else "soft"))
    side = Qt.AlignmentFlag.AlignBottom if below else Qt.AlignmentFlag.AlignTop
    used = painter.boundingRect(room, int(WRAP | side), text)
    painter.drawText(room, int(WRAP | side), text)
    high = used.height() + 4
    return room.adjusted(0, 0, 0, -high) if below else room.adjusted(0, high, 0, 0)
