"""The rail: the places of the window, folding to icons where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.tips import set_tip

if not TYPE_CHECKING:
    # Only a mark on a method: typing_extensions would be a fifteenth of a bare start.
    from typing import final as override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

WIDE = 200
FOLDED = 64
BRAND = 24
PLACE, GAP, AROUND = 40, 4, 16
"""How high a place is, the room between two, and that round the brand."""


class Rail(QFrame):
    """Lists the pages; one of them is open. Its icons come after the first paint."""

    chosen = Signal(str)

    def __init__(self, theme: ActiveTheme) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._theme = theme
        self._icons: Icons | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self._open = ""
        self.is_folded = self.is_low = False
        self._head = QFrame()
        self._mark = QLabel()
        self._brand = QLabel("LFJB Desk")
        self._brand.setProperty("role", "lead")
        self._places = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._lay_out()
        self.fold(folded=False)

    def add(self, key: str, title: str, icon: str, *, at_foot: bool = False) -> None:
        """Add a place."""
        button = PushButton(self._label(title))
        button.setProperty("kind", "nav")
        button.setProperty("folded", self.is_folded)
        button.setProperty("low", self.is_low)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._buttons[key] = button
        self._names[key] = (title, icon)
        (self._foot if at_foot else self._places).addWidget(button)

    def set_icon(self, icons: Icons) -> None:
        """Put the icons on, and again whenever the theme changes."""
        self._icons = icons
        icons.changed.connect(self._show_brand)
        self._show_brand()
        self.mark(self._open)

    def mark(self, key: str) -> None:
        """Show which place is open."""
        self._open = key
        for page, button in self._buttons.items():
            button.setChecked(page == key)
            if self._icons is not None:
                colour = "accent" if page == key else "soft"
                self._icons.set_icon(button, self._names[page][1], colour)

    def fold(self, *, folded: bool) -> None:
        """Show icons alone, or icons and words."""
        self.is_folded = folded
        self.setFixedWidth(self._theme.px(FOLDED if folded else WIDE))
        self._mark.setFixedSize(self._theme.px(BRAND), self._theme.px(BRAND))
        self._brand.setVisible(not folded)
        for key, button in self._buttons.items():
            title = self._names[key][0]
            button.setText(self._label(title))
            set_tip(button, title if folded else "")
            button.setProperty("folded", folded)
        self._polish()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = len(self._buttons)
        needed = count * self._theme.px(PLACE) + count * GAP
        needed += self._theme.px(BRAND) + 2 * self._theme.px(AROUND) + 2 * GAP
        if (self.height() < needed) != self.is_low:
            self._lower(low=not self.is_low)

    def _lower(self, *, low: bool) -> None:
        """Draw the places together, without the brand, where the window is low."""
        self.is_low = low
        self._head.setVisible(not low)
        self._places.setSpacing(0 if low else GAP)
        for button in self._buttons.values():
            button.setProperty("low", low)
        self._polish()

    def _polish(self) -> None:
        for button in self._buttons.values():
            button.style().unpolish(button)
            button.style().polish(button)

    def button(self, key: str) -> QPushButton:
        """Return the button of a place."""
        return self._buttons[key]

    def _lay_out(self) -> None:
        around = self._theme.px(AROUND)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(12, around, 0, around)
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._brand)
        head.addStretch(1)
        self._places.setSpacing(GAP)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, GAP, 8, GAP)
        box.setSpacing(0)
        box.addWidget(self._head)
        box.addLayout(self._places)
        box.addStretch(1)
        box.addLayout(self._foot)

    def _show_brand(self) -> None:
        if self._icons is not None:
            ratio = self.devicePixelRatioF()
            side = self._theme.px(BRAND)
            self._mark.setPixmap(self._icons.pixmap("scales-fill", "accent", side, ratio))

    def _label(self, title: str) -> str:
        return "" if self.is_folded else f"  {title}"
