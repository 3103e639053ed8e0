"""Measure the small charts against a plain painted widget: repaint, resize and picture.

Twelve charts of 60 points with an average and two limits stand in a window of 1,200 x 800. Beside
them stand twelve widgets written here that draw the same lines with QPainter and nothing else.
Both are drawn in turn, and each figure of ours is divided by that of the plain ones beside it.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from typing_extensions import override

from lfjb_desk.analysis.spc.xmr import chart
from lfjb_desk.ui.charts.data import Level, LineData, LineKind, Shape
from lfjb_desk.ui.charts.small_chart import SmallChart
from lfjb_desk.ui.look.theme import ActiveTheme, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CHARTS, POINTS, RUNS = 12, 60, 15
ACROSS = 4
SIZE = (1200, 800)
LIMITS = 3


def wander(number: int) -> list[Decimal]:
    """Return figures that wander and never repeat themselves."""
    raw = (math.sin(number * 12.9898 + n * 78.233) * 43758.5453 for n in range(POINTS))
    return [Decimal(round(400 + 60 * (one - math.floor(one)))) / 10 for one in raw]


class Plain(QWidget):
    """A line, its points and three level lines, painted with nothing between."""

    def __init__(self, values: Sequence[float], levels: Sequence[float]) -> None:
        super().__init__()
        self._values, self._levels = values, levels

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        everything = [*self._values, *self._levels]
        room = (max(everything) - min(everything)) / 10
        low, high = min(everything) - room, max(everything) + room
        across, down = self.width() - 12, self.height() - 12

        def at(place: int, value: float) -> QPointF:
            x = 6 + place / (len(self._values) - 1) * across
            return QPointF(x, 6 + (high - value) / (high - low) * down)

        for number, level in enumerate(self._levels):
            style = Qt.PenStyle.DashLine if number else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor("gray"), 1, style))
            painter.drawLine(QLineF(at(0, level), at(len(self._values) - 1, level)))
        painter.setPen(QPen(QColor("navy"), 1.75))
        points = [at(place, value) for place, value in enumerate(self._values)]
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor("navy"))
        for point in points[-1:]:
            painter.drawEllipse(point, 4, 4)
        painter.end()


def grid(widgets: Sequence[QWidget]) -> QWidget:
    """Return a window with the widgets in rows."""
    window = QWidget()
    box = QGridLayout(window)
    for place, widget in enumerate(widgets):
        box.addWidget(widget, place // ACROSS, place % ACROSS)
    window.resize(*SIZE)
    window.show()
    return window


def ours(theme: ActiveTheme) -> QWidget:
    """Return the window of our charts."""
    made = []
    for number in range(CHARTS):
        values = wander(number)
        judged = chart(values, direction="decrease")
        data = LineData(
            places=tuple(n / (POINTS - 1) for n in range(POINTS)),
            values=tuple(map(float, values)),
            shapes=(Shape.COMMON,) * POINTS,
            unsettled=(False,) * POINTS,
            levels=(
                Level(LineKind.AVERAGE, judged.mean),
                Level(LineKind.LIMIT, judged.lpl),
                Level(LineKind.LIMIT, judged.upl),
            ),
        )
        made.append(SmallChart(theme, data, f"Chart {number}"))
    return grid(made)


def plain() -> QWidget:
    """Return the window of the plain ones."""
    made: list[QWidget] = []
    for number in range(CHARTS):
        values = wander(number)
        judged = chart(values, direction="decrease")
        ends = (judged.mean[0], judged.lpl[0], judged.upl[0])
        levels = [end for end in ends if end is not None]
        made.append(Plain([float(value) for value in values], levels))
    return grid(made)


def repaint(window: QWidget) -> None:
    """Paint every widget of a window again."""
    for child in window.findChildren(QWidget):
        child.repaint()


def resize(window: QWidget) -> None:
    """Make a window smaller and larger again, and paint it at both sizes."""
    for size in ((SIZE[0] - 160, SIZE[1] - 120), SIZE):
        window.resize(*size)
        QApplication.processEvents()
        window.grab()


def picture(window: QWidget) -> None:
    """Write a window as a PNG of twice its size."""
    image = QImage(SIZE[0] * 2, SIZE[1] * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    window.render(image)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)


def took(work: Callable[[QWidget], None], window: QWidget) -> float:
    """Return how many milliseconds a piece of work takes."""
    begun = time.perf_counter()
    work(window)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print each figure and its ratio."""
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    theme = ActiveTheme(application)
    theme.apply(Look.LIGHT)
    mine, beside = ours(theme), plain()
    application.processEvents()
    told = f"{CHARTS} charts x {POINTS} points + {LIMITS} limits, {SIZE[0]} x {SIZE[1]}"
    sys.stdout.write(f"{told}, medians of {RUNS} pairs\n")
    for name, work in (("repaint", repaint), ("resize", resize), ("PNG at 2x", picture)):
        pairs = [(took(work, mine), took(work, beside)) for _ in range(RUNS)]
        own, other = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        sys.stdout.write(
            f"{name:<10} ours {own:6.1f} ms, plain {other:6.1f} ms, ratio {ratio:.2f}\n"
        )


if __name__ == "__main__":
    main()
