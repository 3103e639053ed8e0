"""A place beside others: funnel limits over a base, or the range of the peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from lfjb_desk.ui.charts.data import Shape, roomy
from lfjb_desk.ui.charts.frame import Frame, round_values, round_words
from lfjb_desk.ui.charts.strokes import Style, paint_point, pen
from lfjb_desk.ui.theme import Size

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from lfjb_desk.ui.charts.strokes import Ink
    from lfjb_desk.ui.theme import Theme

GAP = 8
NEAR = 14
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Spot:
    """One place: its figure, the base it is out of where a funnel is drawn, and its part."""

    name: str
    value: float
    base: float | None = None
    own: bool = False
    named: bool = False
    """Whether its name is written beside it; neighbours are, the rest are not."""


@dataclass(frozen=True)
class BesideData:
    """Places beside each other; with a `curve` of base, lower and upper limit it is a funnel.

    `spots` keep the order of the table beside the chart.
    """

    title: str
    summary: str
    unit: str
    base_name: str
    spots: tuple[Spot, ...]
    centre: float | None = None
    centre_name: str = ""
    curve: tuple[tuple[float, float, float], ...] = ()
    middle: tuple[float, float] | None = None
    """Where the middle half of the peers begins and ends."""
    decimals: int = 0

    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest figure to show."""
        found = [spot.value for spot in self.spots]
        found += [end for _, low, high in self.curve for end in (low, high)]
        if self.centre is not None:
            found.append(self.centre)
        return roomy(found)

    def said(self, place: int) -> str:
        """Return what one place says: `Essex and Suffolk: 46 weeks`."""
        spot = self.spots[place]
        unit = self.unit if self.unit == "%" else f" {self.unit}".rstrip()
        return f"{spot.name}: {spot.value:,.{self.decimals}f}{unit}"


class BesidePainter:
    """Paints one `BesideData` into an area; says where its places stand."""

    def __init__(self, data: BesideData, ink: Ink, area: QRectF) -> None:
        self._data, self._ink = data, ink
        self._metrics = QFontMetricsF(ink.font(Size.CAPTION))
        low, high = data.bounds()
        self._rounds = round_values(low, high)
        texts = round_words(self._rounds)
        wide = max((self._metrics.horizontalAdvance(text) for text in texts), default=0)
        high_text = self._metrics.height()
        room = area.adjusted(wide + GAP, high_text + 6, -GAP, -(2 * high_text + GAP))
        bases = [spot.base for spot in data.spots if spot.base is not None]
        bases += [base for base, _, _ in data.curve]
        left, right = -0.5, max(float(len(data.spots)) - 0.5, 0.5)
        if data.curve:
            beyond = (max(bases) - min(bases) or max(bases) or 1.0) * 0.08
            left, right = max(0.0, min(bases) - beyond), max(bases) + beyond
        self.frame = Frame(room, left, right, low, high)
        self._area = area

    def points(self) -> list[QPointF]:
        """Return where each place stands."""
        return [
            self.frame.point(spot.base or 0.0 if self._data.curve else n, spot.value)
            for n, spot in enumerate(self._data.spots)
        ]

    def paint(self, painter: QPainter, chosen: int | None = None) -> None:
        """Paint the chart; the chosen place is marked and named."""
        painter.setFont(self._ink.font(Size.CAPTION))
        self._paint_middle(painter)
        self._paint_grid(painter)
        self._paint_curve(painter)
        self._paint_spots(painter)
        if chosen is not None:
            self._paint_chosen(painter, chosen)

    def _paint_middle(self, painter: QPainter) -> None:
        if self._data.middle is not None:
            begins, ends = self._data.middle
            area = self.frame.area
            top, bottom = self.frame.y(ends), self.frame.y(begins)
            band = QRectF(area.left(), top, area.width(), bottom - top)
            painter.fillRect(band, self._ink.colour("sunken"))

    def _paint_grid(self, painter: QPainter) -> None:
        area, ink = self.frame.area, self._ink
        drop = (self._metrics.ascent() - self._metrics.descent()) / 2
        for value, text in zip(self._rounds, round_words(self._rounds), strict=True):
            y, wide = self.frame.y(value), self._metrics.horizontalAdvance(text)
            painter.setPen(pen(ink, "line", 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(ink.colour("soft"))
            painter.drawText(QPointF(area.left() - GAP - wide, y + drop), text)
        unit = self._data.unit[:1].upper() + self._data.unit[1:]
        painter.drawText(
            QPointF(self._area.left(), self._area.top() + self._metrics.ascent()), unit
        )
        if self._data.curve:
            self._paint_bases(painter)
        under = QRectF(
            area.left(), area.bottom(), area.width(), self._area.bottom() - area.bottom()
        )
        below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(under, below, self._data.base_name)

    def _paint_bases(self, painter: QPainter) -> None:
        area = self.frame.area
        rounds = round_values(self.frame.left, self.frame.right)
        for value, text in zip(rounds, round_words(rounds), strict=True):
            x, wide = self.frame.x(value), self._metrics.horizontalAdvance(text)
            at = QPointF(x - wide / 2, area.bottom() + 2 + self._metrics.ascent())
            painter.drawText(at, text)

    def _paint_curve(self, painter: QPainter) -> None:
        area, ink, data = self.frame.area, self._ink, self._data
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(ink, "limit", 1.25, Style.DashLine))
        painter.save()
        painter.setClipRect(area)
        for side in (1, 2):
            line = [self.frame.point(one[0], one[side]) for one in data.curve]
            painter.drawPolyline(QPolygonF(line))
        painter.restore()
        if data.centre is not None:
            y = self.frame.y(data.centre)
            painter.setPen(pen(ink, "limit", 1.25))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(ink.colour("soft"))
            text = f"{data.centre_name} {data.centre:,.{data.decimals}f}"
            wide = self._metrics.horizontalAdvance(text)
            painter.drawText(QPointF(area.right() - wide, y - 4), text)

    def _paint_spots(self, painter: QPainter) -> None:
        ink = self._ink
        order = sorted(range(len(self._data.spots)), key=lambda n: self._data.spots[n].own)
        points = self.points()
        for n in order:
            spot, at = self._data.spots[n], points[n]
            painter.setPen(pen(ink, "surface", 1))
            painter.setBrush(ink.colour("accent" if spot.own else "peer"))
            if spot.own:
                paint_point(painter, at, Shape.WORSE, 6)
            else:
                paint_point(painter, at, Shape.COMMON, 4 if spot.named else 3)
            if spot.own:
                painter.setPen(ink.colour("text"))
                painter.setFont(ink.font(Size.CAPTION, strong=True))
                self._write_beside(painter, at, spot.name)
                painter.setFont(ink.font(Size.CAPTION))

    def _write_beside(self, painter: QPainter, at: QPointF, text: str) -> None:
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
        left = at.x() + 10 if at.x() + 10 + wide <= self._area.right() else at.x() - 10 - wide
        painter.drawText(QPointF(left, at.y() - 7), text)

    def _paint_chosen(self, painter: QPainter, place: int) -> None:
        at = self.points()[place]
        painter.setPen(pen(self._ink, "focus", 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, 9, 9)
        text = self._data.said(place)
        wide, high = self._metrics.horizontalAdvance(text) + 2 * GAP, self._metrics.height() + GAP
        left = min(max(at.x() - wide / 2, self._area.left()), self._area.right() - wide)
        top = at.y() + 14 if at.y() + 14 + high < self._area.bottom() else at.y() - 14 - high
        box = QRectF(left, top, wide, high)
        painter.setPen(pen(self._ink, "focus", 1))
        painter.setBrush(self._ink.colour("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._ink.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class BesideChart(QWidget):
    """Draws a `BesideData`; arrow keys walk the places in the order of the table."""

    walked = Signal(int)
    """The user has chosen the place with this number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._data: BesideData | None = None
        self._place: int | None = None
        self.setMinimumSize(theme.px(220), theme.px(160))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Comparison chart"))
        theme.changed.connect(self.update)

    def show_chart(self, data: BesideData) -> None:
        """Draw another comparison."""
        self._data, self._place = data, None
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(data.summary)
        self.update()

    def shown(self) -> BesideData | None:
        """Return what is drawn."""
        return self._data

    def choose(self, place: int | None) -> None:
        """Mark a place and say it; None marks none."""
        if self._data is None or place == self._place:
            return
        self._place = place
        said = "" if place is None else f"{self._data.said(place)}. "
        self.setAccessibleDescription(f"{said}{self._data.summary}")
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._data is None or key not in STEPS or not self._data.spots:
            super().keyPressEvent(event)
            return
        at = -1 if self._place is None else self._place
        self._walk(min(len(self._data.spots) - 1, max(0, at + STEPS[key])))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        points = self._painter(self._data).points() if self._data else []
        far = [(point - event.position()).manhattanLength() for point in points]
        nearest = min(far, default=NEAR)
        if nearest < NEAR:
            self._walk(far.index(nearest))
        else:
            super().mousePressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._data is not None:
            self._painter(self._data).paint(painter, self._place)
        painter.end()

    def _painter(self, data: BesideData) -> BesidePainter:
        return BesidePainter(data, self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def _walk(self, place: int) -> None:
        self.choose(place)
        self.walked.emit(place)
