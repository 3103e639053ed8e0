"""Small multiples: one card for each measure, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from lfjb_desk.ui.pages.performance.told import (
    direction_words,
    latest_words,
    tone,
    trend_of,
)
from lfjb_desk.ui.theme import Size
from lfjb_desk.ui.widgets.boxes import clear, column, row
from lfjb_desk.ui.widgets.text import Status, Trend, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from lfjb_desk.domain.views.series import Series
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.theme import Theme

LEAST_WIDTH = 208
HEIGHT = 108
GAP = 12
ROOM_ROUND = 5
PEEK = 44
"""How much of a second row is seen in a low window, so that it is found."""
LOW_WINDOW = 900
TREND = (84, 28)
SIDES = 28
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Multiple(QAbstractButton):
    """One measure: its name, its newest figure, a small line and the direction in words."""

    stepped = Signal(int)
    """An arrow key asks for the card so many places on; rows count as their width in cards."""
    row_stepped = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, series: Series) -> None:
        super().__init__()
        self._theme, self.series = theme, series
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(theme.px(HEIGHT))
        measure = series.measure
        said = (measure.name, latest_words(series), direction_words(series))
        self.setAccessibleName(", ".join(said))
        self._name = words(measure.name, "small", wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._name.setFixedHeight(theme.px(36))
        status = Status(theme, icons, tone(series), direction_words(series))
        latest = words(latest_words(series), "lead")
        latest.setMinimumHeight(theme.px(TREND[1]))
        value = row(latest, None, *self._trend(theme), gap=4)
        inside = column(self._name, value, status, None, gap=2)
        inside.setContentsMargins(14, 8, 12, 8)
        self.setLayout(inside)
        self.toggled.connect(self._hold_tab)
        self._hold_tab(on=False)
        theme.changed.connect(self.update)

    def _trend(self, theme: Theme) -> tuple[QWidget, ...]:
        """Return the small line; one figure alone has none."""
        if len(self.series.points) == 1:
            return ()
        name = self.tr("Small line of {0}").format(self.series.measure.name)
        trend = Trend(theme, trend_of(self.series), tone(self.series), name)
        trend.setFixedSize(theme.px(TREND[0]), theme.px(TREND[1]))
        return (trend,)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST_WIDTH), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.px(HEIGHT))

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
        chosen = self.isChecked()
        wide = 2.0 if chosen else 1.0
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "line"), wide))
        hovered = self.underMouse() and not chosen
        painter.setBrush(self._theme.colour("hover" if hovered else "surface"))
        half = wide / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, 8, 8)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = QFontMetrics(self._theme.font(Size.SMALL))
        name = self.series.measure.name
        room = int((self.width() - SIDES) * 1.8)  # two lines, less what breaking them wastes
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self._name.setText(cut)
        self.setToolTip("" if cut == name else name)

    def _hold_tab(self, on: bool) -> None:  # noqa: FBT001 - the slot of a Qt signal
        """Let Tab stop at the chosen card only; arrows go to the others."""
        focus = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)


class Multiples(QScrollArea):
    """The cards of the measures, in rows of as many as fit; arrows move between them."""

    chosen = Signal(object)
    """The `Series` of the card that has become the chosen one."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.cards: list[Multiple] = []
        self._across = 0
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setAccessibleName(self.tr("Measures"))
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, ROOM_ROUND, 0, ROOM_ROUND)
        self._grid.setSpacing(GAP)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._lay_out)

    def show_series(self, found: Sequence[Series], current: UUID | None) -> Series | None:
        """Show cards for series; choose that of a measure, or the first. Return the chosen."""
        had_focus = any(card.hasFocus() for card in self.cards)
        clear(self._grid)
        self.cards = [self._make(one) for one in found]
        self._across = 0
        self._lay_out()
        card = self._card(current) or next(iter(self.cards), None)
        if card is None:
            return None
        card.setChecked(True)
        if had_focus:
            card.setFocus()
        return card.series

    def choose(self, measure_id: UUID) -> bool:
        """Choose the card of a measure; answer whether there is one."""
        card = self._card(measure_id)
        if card is not None:
            self._choose(card)
        return card is not None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _make(self, series: Series) -> Multiple:
        card = Multiple(self._theme, self._icons, series)
        card.clicked.connect(lambda: self._choose(card))
        card.stepped.connect(lambda step: self._step(card, step))
        card.row_stepped.connect(lambda rows: self._step(card, rows * max(1, self._across)))
        return card

    def _card(self, measure_id: UUID | None) -> Multiple | None:
        return next((one for one in self.cards if one.series.measure.id == measure_id), None)

    def _step(self, card: Multiple, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self._choose(self.cards[place])
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, card: Multiple) -> None:
        card.setChecked(True)
        self.ensureWidgetVisible(card, 0, ROOM_ROUND)
        self.chosen.emit(card.series)

    def _lay_out(self) -> None:
        """Put as many cards in a row as fit, all of one width, and show one or two rows."""
        room = max(1, self.viewport().width())
        fit = max(1, (room + GAP) // (self._theme.px(LEAST_WIDTH) + GAP))
        if fit != self._across:
            for place in range(max(fit, self._across)):
                self._grid.setColumnStretch(place, 1 if place < fit else 0)
            self._across = fit
            for place, card in enumerate(self.cards):
                self._grid.addWidget(card, place // fit, place % fit)
        high = self._theme.px(HEIGHT)
        if len(self.cards) > fit:
            low = self.window().height() < self._theme.px(LOW_WINDOW)
            high += GAP + (self._theme.px(PEEK) if low else high)
        self.setFixedHeight(high + 2 * ROOM_ROUND)
