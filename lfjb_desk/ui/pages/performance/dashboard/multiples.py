"""Small multiples: one card for each measure, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from lfjb_desk.ui.pages.performance.dashboard.multiple import HEIGHTS, Multiple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.pages.performance.dashboard.multiple import Size

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
        self._across = 1
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._inside.setAccessibleName(self.tr("Measures"))
        self.setWidget(self._inside)
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
            for old_card in self.cards:
                old_card.hide()
                old_card.deleteLater()
            self.cards = [self._make(own, series) for own in series]
        self._lay_out()
        card = self._card(current) or next(iter(self.cards), None)
        if card is None:
            return None
        card.setChecked(True)
        self._reveal()
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
        card = self.current()
        if card is not None:
            self._step(card, by)

    def current(self) -> Multiple | None:
        """Return the chosen card."""
        return next((card for card in self.cards if card.isChecked()), None)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(2))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST_WIDTH[self._size]), self._height_of(1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._reveal()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reveal()  # Qt scrolls nothing that was chosen unseen

    def _make(self, series: Series, beside: Sequence[Series]) -> Multiple:
        card = Multiple(self._theme, self._icons, self._size)
        card.setParent(self._inside)
        card.show()
        card.show_series(series, beside)
        card.clicked.connect(lambda: self._open(card))
        card.stepped.connect(lambda step: self._step(card, step))
        card.row_stepped.connect(lambda rows: self._step(card, rows * self._across))
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
        self._reveal()
        self.chosen.emit(card.series)

    def _reveal(self) -> None:
        """Bring the chosen card into sight."""
        card = self.current()
        if card is not None:
            self.ensureWidgetVisible(card, 0, ROOM_ROUND)

    def _lay_out(self) -> None:
        """Put as many cards in a row as fit, all of one width."""
        if self._size == "strip":
            self.setFixedHeight(self._height_of(1))
        room = self.maximumViewportSize()
        across = room.width()
        rows, wide = self._rows_in(across)
        if self._height_of(rows) > room.height():
            across -= self.verticalScrollBar().sizeHint().width()
            rows, wide = self._rows_in(across)
        self._inside.resize(across, max(self._height_of(rows), room.height()))
        high = self._theme.px(HEIGHTS[self._size])
        for place, card in enumerate(self.cards):
            down, along = divmod(place, self._across)
            top = ROOM_ROUND + down * (high + GAP)
            card.setGeometry(along * (wide + GAP), top, wide, high)

    def _height_of(self, rows: int) -> int:
        return rows * (self._theme.px(HEIGHTS[self._size]) + GAP) - GAP + 2 * ROOM_ROUND

    def _rows_in(self, width: int) -> tuple[int, int]:
        """Return how many rows the cards fill in a width, and how wide each card is."""
        least = self._theme.px(LEAST_WIDTH[self._size])
        self._across = max(1, (width + GAP) // (least + GAP))
        wide = (width - (self._across - 1) * GAP) // self._across
        return -(-len(self.cards) // self._across), max(1, wide)
