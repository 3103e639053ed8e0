"""The words of a measure through time, and the frame that they leave to the figures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from lfjb_desk.ui.charts.data import Shape, last_known
from lfjb_desk.ui.charts.frame import GAP, PlotFrame, apart, round_values, round_words
from lfjb_desk.ui.charts.strokes import Style, paint_point, pen
from lfjb_desk.ui.look.theme import Size

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from lfjb_desk.ui.charts.data import ChartData, ComparisonLine
    from lfjb_desk.ui.charts.strokes import Ink

MOST_FOR_NAMES = 0.3
"""The share of the width that names at the right end may take."""


class EndName(NamedTuple):
    """What is written at the right end of a line, at the height of its last value."""

    value: float
    text: str
    token: str
    strong: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimeChart", text)


class TimeWords:
    """Places the words of one `ChartData` in an area; says where its points stand."""

    def __init__(self, data: ChartData, ink: Ink, area: QRectF) -> None:
        self._data, self._ink, self._area = data, ink, area
        self._metrics = QFontMetricsF(ink.font(Size.CAPTION))
        self._strong = QFontMetricsF(ink.font(Size.CAPTION, strong=True))
        self._high = self._metrics.height()
        self._names = self._end_names()
        low, high = data.bounds()
        self._rounds = round_values(low, high)
        self.frame = self._frame(low, high)

    def paint(self, painter: QPainter, chosen: int | None = None) -> None:
        """Paint the words; `chosen` is the place whose point is marked and named."""
        painter.setFont(self._ink.font(Size.CAPTION))
        self._paint_unit(painter)
        for line in self._data.beside:
            self._paint_ended(painter, line)
        self._paint_steps(painter)
        self._paint_marks(painter)
        self._paint_names(painter)
        if chosen is not None:
            self._paint_chosen(painter, chosen)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies below the figures: a line at each round value and under each event."""
        left, right = (self.frame.x(end) for end in self._data.across())
        painter.setPen(pen(self._ink, "line", 1))
        for value in self._rounds:
            y = self.frame.y(value)
            painter.drawLine(QLineF(left, y, right, y))
        for place, top, style in self.uprights():
            x = self.frame.x(place)
            painter.setPen(pen(self._ink, "edge", 1, style))
            painter.drawLine(QLineF(x, self.frame.area.bottom(), x, top))

    def rounds(self) -> list[tuple[float, str]]:
        """Return the values that get a line across, and their words."""
        return list(zip(self._rounds, round_words(self._rounds), strict=True))

    def periods(self) -> list[tuple[float, str]]:
        """Return the places that get a label: from the last one back, as many as have room."""
        labels = self._data.labels
        if not labels:
            return []
        step = self.frame.area.width() / len(labels)
        every = max(1, math.ceil((max(map(self._width, labels)) + 2 * GAP) / step))
        return [(float(n), labels[n]) for n in range(len(labels) - 1, -1, -every)]

    def place_at(self, at: QPointF) -> int | None:
        """Return the place under a point of the screen, or None beside the chart."""
        if not self._data.labels or not self._frame_room().contains(at):
            return None
        return min(max(round(self.frame.place_at(at.x())), 0), len(self._data.labels) - 1)

    def _frame_room(self) -> QRectF:
        return self.frame.area.adjusted(-GAP, -GAP, GAP, GAP)

    def _frame(self, low: float, high: float) -> PlotFrame:
        wide = max((self._width(text) for text in round_words(self._rounds)), default=0.0)
        names = max((self._name_width(name) for name in self._names), default=0.0)
        right = min(names + 2 * GAP, self._area.width() * MOST_FOR_NAMES)
        rows = 1 + bool(self._data.marks) + bool(self._data.steps)
        # Whole pixels, so that pyqtgraph's layout stands exactly here.
        left, top = round(self._area.left() + wide + GAP), rows * (self._high + 6)
        area = QRectF(QPointF(left, round(self._area.top() + top)), QSizeF(1, 1))
        area.setRight(max(left + 1, round(self._area.right() - right)))
        bottom = round(self._area.bottom() - self._high - 2 * GAP)
        area.setBottom(max(area.bottom(), bottom))
        return PlotFrame(area, *self._data.across(), low, high)

    def _width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _name_width(self, name: EndName) -> float:
        metrics = self._strong if name.strong else self._metrics
        return metrics.horizontalAdvance(name.text)

    def _step_top(self) -> float:
        return self._area.top() + self._high + 6

    def _mark_top(self) -> float:
        return self._step_top() + (self._high + 6 if self._data.steps else 0)

    def uprights(self) -> list[tuple[float, float, Style]]:
        """Return where a line falls from words above the chart: place, top in pixels, style."""
        half, data = self._high / 2, self._data
        steps = [(step.place, self._step_top() + half, Style.DashLine) for step in data.steps]
        marks = [(mark.place, self._mark_top() + half, Style.DotLine) for mark in data.marks]
        return steps + marks

    def _end_names(self) -> list[EndName]:
        """Return what stands at the right end: the figure first, then limits, target, others."""
        data, found = self._data, []
        last = last_known(data.values)
        value = None if last is None else data.values[last]
        if value is not None:
            found.append(EndName(value, f"{data.words(value)} {data.name}", "text", strong=True))
        trial = bool(data.trial and data.trial[-1])
        for values, firm, tried in (
            (data.highs, _tr("Upper limit {0}"), _tr("Upper trial limit {0}")),
            (data.means, _tr("Average {0}"), _tr("Average {0}")),
            (data.lows, _tr("Lower limit {0}"), _tr("Lower trial limit {0}")),
        ):
            end = values[-1] if values else None
            if end is not None:
                text = (tried if trial else firm).format(data.limit_words(end))
                found.append(EndName(end, text, "soft"))
        ends = [row[-1] for row in (data.target_lows, data.target_highs) if row]
        known = [end for end in ends if end is not None]
        if known and data.target_name:
            found.append(EndName(sum(known) / len(known), data.target_name, "soft"))
        for line in data.beside:
            at = last_known(line.values)
            value = None if at is None else line.values[at]
            if at is not None and value is not None and at >= len(data.labels) - 2:
                found.append(EndName(value, f"{line.name} {data.words(value)}", "soft"))
        return found

    def _base(self, y: float) -> float:
        """Return the base line of words whose middle stands at a height."""
        return y + (self._metrics.ascent() - self._metrics.descent()) / 2

    def _paint_unit(self, painter: QPainter) -> None:
        unit = self._data.unit
        painter.setPen(self._ink.colour("soft"))
        at = QPointF(self._area.left(), self._area.top() + self._metrics.ascent())
        painter.drawText(at, unit[:1].upper() + unit[1:])

    def _paint_ended(self, painter: QPainter, line: ComparisonLine) -> None:
        """Paint the name of a line that ends long before the others, where it ends."""
        last = last_known(line.values)
        value = None if last is None else line.values[last]
        if last is not None and value is not None and last < len(self._data.labels) - 2:
            at = self.frame.point(last, value) + QPointF(GAP, self._high)
            painter.setPen(self._ink.colour("soft"))
            painter.drawText(at, f"{line.name} {self._data.words(value)}")

    def _paint_steps(self, painter: QPainter) -> None:
        steps = self._data.steps
        painter.setPen(self._ink.colour("soft"))
        for number, step in enumerate(steps):
            after = steps[number + 1 : number + 2]
            end = self.frame.x(after[0].place) if after else self._area.right()
            left = self.frame.x(step.place) + 4
            room = max(0.0, end - left - GAP)
            text = self._metrics.elidedText(step.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, self._step_top() + self._metrics.ascent()), text)

    def _paint_marks(self, painter: QPainter) -> None:
        middle, taken = self._mark_top() + self._high / 2, self._area.left()
        for number, mark in enumerate(self._data.marks):
            x, wide = self.frame.x(mark.place), self._width(mark.text)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.colour("accent"))
            paint_point(painter, QPointF(x, middle), Shape.COMMON, 4.5)
            after = self._data.marks[number + 1 : number + 2]
            end = self.frame.x(after[0].place) - GAP if after else self._area.right()
            painter.setPen(self._ink.colour("text"))
            if x + GAP + wide <= end:
                painter.drawText(QPointF(x + GAP, self._base(middle)), mark.text)
                taken = x + GAP + wide
            elif x - GAP - wide >= taken:
                painter.drawText(QPointF(x - GAP - wide, self._base(middle)), mark.text)
                taken = x + GAP

    def _paint_names(self, painter: QPainter) -> None:
        area, left = self.frame.area, self.frame.area.right() + GAP
        wanted = [self.frame.y(name.value) for name in self._names]
        heights = apart(wanted, self._high, area.top(), area.bottom())
        for name, y in zip(self._names, heights, strict=True):
            painter.setFont(self._ink.font(Size.CAPTION, strong=name.strong))
            metrics = self._strong if name.strong else self._metrics
            room = self._area.right() - left
            text = metrics.elidedText(name.text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(self._ink.colour(name.token))
            painter.drawText(QPointF(left, self._base(y)), text)
        painter.setFont(self._ink.font(Size.CAPTION))

    def _paint_chosen(self, painter: QPainter, index: int) -> None:
        value, area = self._data.values[index], self.frame.area
        x = self.frame.x(index)
        painter.setPen(pen(self._ink, "focus", 1))
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if value is not None:
            painter.setPen(pen(self._ink, "focus", 2))
            painter.drawEllipse(self.frame.point(index, value), 8, 8)
        text = self._data.sentence_at(index)
        wide, high = self._width(text) + 2 * GAP, self._high + GAP
        left = min(max(x - wide / 2, area.left()), area.right() - wide)
        box = QRectF(left, area.bottom() - high - 4, wide, high)
        painter.setPen(pen(self._ink, "focus", 1))
        painter.setBrush(self._ink.colour("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._ink.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
