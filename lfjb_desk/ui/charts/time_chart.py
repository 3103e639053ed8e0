"""A measure through time: its line, limits, target and what happened meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from lfjb_desk.ui.charts.time_painter import TimePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from lfjb_desk.ui.charts.data import ChartData
    from lfjb_desk.ui.theme import Theme

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TimeChart(QWidget):
    """Draws a `ChartData`; arrow keys, Home and End walk its points and say each."""

    walked = Signal(int)
    """The user has chosen the point of a place, by key or by mouse."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._data: ChartData | None = None
        self._place: int | None = None
        self.setMinimumHeight(theme.px(180))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Chart"))
        theme.changed.connect(self.update)

    def show_chart(self, data: ChartData) -> None:
        """Draw other figures."""
        self._data, self._place = data, None
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(data.summary)
        self.update()

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
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
            return
        self._walk(wanted)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = None
        if self._data is not None:
            place = self._painter(self._data).place_at(event.position())
        if place is None:
            super().mousePressEvent(event)
        else:
            self._walk(place)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._data is not None:
            self._painter(self._data).paint(painter, self._place)
        painter.end()

    def _painter(self, data: ChartData) -> TimePainter:
        return TimePainter(data, self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2))

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
