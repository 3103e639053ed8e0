"""One card of the small multiples; it paints itself, so that many of them cost little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from lfjb_desk.analysis.target_status import verdict_words
from lfjb_desk.domain.formatting import short_month, short_months
from lfjb_desk.ui.charts.small_chart import paint_small
from lfjb_desk.ui.look.theme import SYMBOLS, WORDS_COLOUR, StatusTone
from lfjb_desk.ui.look.theme import Size as Text
from lfjb_desk.ui.pages.performance.series_charts import small_of, window_of
from lfjb_desk.ui.pages.performance.series_words import aim_status, latest_words
from lfjb_desk.ui.signals import signal_words, tone
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

Size = Literal["strip", "grid"]
HEIGHTS: dict[Size, int] = {"strip": 98, "grid": 172}
SIDES = 14
BESIDE_VALUE = 10
LINE = 20
MARK = 16
TREND, LEAST_TREND = 84, 40
"""How wide the small line of the strip is at most, and at least to be drawn."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ELIDE = Qt.TextElideMode.ElideRight
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Multiple(QAbstractButton):
    """One measure: its name, newest figure, small chart, signal and target in words."""

    stepped = Signal(int)
    """An arrow key asks for the card so many places on."""
    row_stepped = Signal(int)
    """An arrow key asks for the card so many rows on."""

    def __init__(self, theme: ActiveTheme, icons: Icons, size: Size) -> None:
        super().__init__()
        self._theme, self._icons, self._size = theme, icons, size
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._hold_tab)
        self._hold_tab(on=False)
        theme.changed.connect(self.update)
        icons.changed.connect(self.update)

    def show_series(self, series: Series, beside: Sequence[Series]) -> None:
        """Show a series, in the window of time that all those beside it share."""
        self.series = series
        self._small = small_of(series, *window_of(beside))
        aim, verdict = aim_status(series)
        parts = (series.name, latest_words(series), signal_words(series.status), verdict)
        self._aim = (aim, verdict)
        self.setAccessibleName(", ".join(part for part in parts if part))
        set_tip(self, series.name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(208), self._theme.px(HEIGHTS[self._size]))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.px(HEIGHTS[self._size]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.row_stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inside = QRectF(self.rect()).adjusted(SIDES, 8, -SIDES, -8)
        inside = self._paint_name(painter, inside)
        if self._size == "strip":
            self._paint_strip(painter, inside)
        else:
            self._paint_grid(painter, inside)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        wide = 2.0 if chosen else 1.0
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "line"), wide))
        hovered = self.underMouse() and not chosen
        painter.setBrush(self._theme.colour("hover" if hovered else "surface"))
        half = wide / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, 8, 8)

    def _paint_name(self, painter: QPainter, room: QRectF) -> QRectF:
        """Paint the name on two lines at most, and return the room below."""
        font = self._theme.font(Text.SMALL)
        metrics = QFontMetricsF(font)
        high = metrics.height() * 2
        # Breaking words between lines wastes a part of the room.
        cut = metrics.elidedText(self.series.name, Qt.TextElideMode.ElideRight, room.width() * 1.8)
        painter.setFont(font)
        painter.setPen(self._theme.colour("soft"))
        place = QRectF(room.left(), room.top(), room.width(), high)
        painter.drawText(place, Qt.TextFlag.TextWordWrap, cut)
        return room.adjusted(0, high, 0, 0)

    def _paint_strip(self, painter: QPainter, room: QRectF) -> None:
        line = self._theme.px(LINE)
        value = QRectF(room.left(), room.top(), room.width(), line + 8)
        wide = self._paint_value(painter, value)
        signal = QRectF(room.left(), room.bottom() - line, room.width(), line)
        left = max(room.left() + wide + LINE / 2, room.right() - TREND)
        chart = QRectF(left, room.top(), room.right() - left, line + 8)
        if chart.width() >= LEAST_TREND:
            paint_small(painter, chart.adjusted(4, 4, -6, -4), self._small.bare(), self._theme)
        self._paint_signal(painter, signal)

    def _paint_grid(self, painter: QPainter, room: QRectF) -> None:
        line = self._theme.px(LINE)
        value = QRectF(room.left(), room.top(), room.width(), line + 4)
        wide = self._paint_value(painter, value)
        painter.setFont(self._theme.font(Text.SMALL))
        painter.setPen(self._theme.colour("soft"))
        room_for_period = value.adjusted(wide + BESIDE_VALUE, 0, 0, 0)
        period = self.period_for(int(room_for_period.width()))
        painter.drawText(room_for_period, RIGHT, period)
        aim, words = self._aim
        below = room.bottom() - (2 * line if words else line)
        chart = QRectF(room.left(), value.bottom() + 2, room.width(), below - value.bottom() - 4)
        paint_small(painter, chart.adjusted(2, 4, -4, -4), self._small, self._theme)
        signal = QRectF(room.left(), below, room.width(), line)
        self._paint_signal(painter, signal)
        if words:
            under, brief = signal.translated(0, line), verdict_words(self.series, brief=True)
            self._paint_status(painter, under, aim, words, brief)

    def period_for(self, room: int) -> str:
        """Return the period of the newest figure in as many letters as a width has room for."""
        newest, metrics = self.series.latest, QFontMetricsF(self._theme.font(Text.SMALL))
        short = short_months(newest.start, newest.end)
        is_month = (newest.start.year, newest.start.month) == (newest.end.year, newest.end.month)
        last = short_month(newest.end)
        ends = last if is_month else self.tr("to {0}").format(last)
        words = (newest.label, min(newest.label, short, key=len), ends)
        return next((each for each in words if metrics.horizontalAdvance(each) <= room), words[-1])

    def _paint_value(self, painter: QPainter, room: QRectF) -> float:
        """Paint the newest figure and return how wide it is."""
        painter.setFont(self._theme.font(Text.LEAD, strong=True))
        painter.setPen(self._theme.colour("text"))
        text = latest_words(self.series)
        painter.drawText(room, LEFT, text)
        return float(painter.fontMetrics().horizontalAdvance(text))

    def _paint_signal(self, painter: QPainter, room: QRectF) -> None:
        status = self.series.status
        words = signal_words(status), signal_words(status, brief=True)
        self._paint_status(painter, room, tone(status), *words)

    def _paint_status(
        self, painter: QPainter, room: QRectF, tone: StatusTone, text: str, brief: str
    ) -> None:
        """Paint a symbol and its words, or briefer ones where there is no room for them."""
        colour, side = WORDS_COLOUR.get(tone, "soft"), self._theme.px(MARK)
        left = room.left()
        if SYMBOLS[tone]:
            ratio = self.devicePixelRatioF()
            picture = self._icons.pixmap(SYMBOLS[tone], colour, side, ratio)
            painter.drawPixmap(QPointF(left, room.center().y() - side / 2), picture)
            left += side + 6
        painter.setFont(self._theme.font(Text.SMALL))
        painter.setPen(self._theme.colour(colour))
        words = QRectF(left, room.top(), room.right() - left, room.height())
        metrics = painter.fontMetrics()
        fitting = text if metrics.horizontalAdvance(text) <= words.width() else brief
        cut = metrics.elidedText(fitting, ELIDE, int(words.width()))
        painter.drawText(words, LEFT, cut)

    def _hold_tab(self, on: bool) -> None:  # noqa: FBT001 - the slot of a Qt signal
        """Let Tab stop at the chosen card only; arrows go to the others."""
        focus = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)
