"""Small multiples: one card for each measure, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from lfjb_desk.ui.pages.performance.dashboard.multiple import HEIGHTS, Multiple
from lfjb_desk.ui.widgets.boxes import clear

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.pages.performance.dashboard.multiple import Size
    from lfjb_desk.ui.theme import ActiveTheme

LEAST_WIDTH = {"strip": 208, "grid": 240}
GAP = 12
ROOM_ROUND = 5


class Multiples(QScrollArea):
    """The cards of the measures in rows of as many as fit; arrows move between them.

    As a strip it is one row high; as a grid it takes the room that there is.
    """

    chosen = Signal(object)
    """The `Series` of the card that has become the chosen one."""
    opened = Signal(object)
    """The `Series` of the card that was clicked, or on which Enter was pressed."""

    def __init__(self, theme: ActiveTheme, icons: Icons, size: Size) -> None:
        super().__init__()
        self._theme, self._icons, self._size = theme, icons, size
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

    def show_series(self, series: Sequence[Series], current: UUID | None) -> Series | None:
        """Show cards for series; choose that of a measure, or the first. Return the chosen."""
        had_focus = any(card.hasFocus() for card in self.cards)
        if len(series) == len(self.cards):
            for shown_card, series_of_card in zip(self.cards, series, strict=True):
                shown_card.show_series(series_of_card, series)
        else:
            clear(self._grid)
            self.cards = [self._make(own, series) for own in series]
            self._across = 0
        self._lay_out()
        card = self._card(current) or next(iter(self.cards), None)
        if card is None:
            return None
        card.setChecked(True)
        self._reveal(card)
        if had_focus:
            card.setFocus()
        return card.series

    def choose(self, measure_id: UUID) -> bool:
        """Choose the card of a measure; answer whether there is one."""
        card = self._card(measure_id)
        if card is not None:
            self._choose(card)
        return card is not None

    def step(self, by: int) -> None:
        """Choose the card so many places on."""
        card = next((card for card in self.cards if card.isChecked()), None)
        if card is not None:
            self._step(card, by)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _make(self, series: Series, beside: Sequence[Series]) -> Multiple:
        card = Multiple(self._theme, self._icons, self._size)
        card.show_series(series, beside)
        card.clicked.connect(lambda: self._open(card))
        card.stepped.connect(lambda step: self._step(card, step))
        card.row_stepped.connect(lambda rows: self._step(card, rows * max(1, self._across)))
        return card

    def _card(self, measure_id: UUID | None) -> Multiple | None:
        return next((card for card in self.cards if card.series.measure.id == measure_id), None)

    def _step(self, card: Multiple, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self._choose(self.cards[place])
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, card: Multiple) -> None:
        self._choose(card)
        self.opened.emit(card.series)

    def _choose(self, card: Multiple) -> None:
        card.setChecked(True)
        self._reveal(card)
        self.chosen.emit(card.series)

    def _reveal(self, card: Multiple) -> None:
        self._grid.activate()
        self.ensureWidgetVisible(card, 0, ROOM_ROUND)

    def _lay_out(self) -> None:
        """Put as many cards in a row as fit, all of one width."""
        room = max(1, self.viewport().width())
        fit = max(1, (room + GAP) // (self._theme.px(LEAST_WIDTH[self._size]) + GAP))
        if fit != self._across:
            for index in range(max(fit, self._across)):
                self._grid.setColumnStretch(index, 1 if index < fit else 0)
            for index, card in enumerate(self.cards):
                self._grid.addWidget(card, index // fit, index % fit)
            self._grid.setRowStretch(len(self.cards), 1)
            self._across = fit
        if self._size == "strip":
            self.setFixedHeight(self._theme.px(HEIGHTS["strip"]) + 2 * ROOM_ROUND)
