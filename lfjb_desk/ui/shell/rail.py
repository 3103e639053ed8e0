"""The rail: the places of the window, folding to icons where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.theme import ActiveTheme

WIDE = 200
FOLDED = 64
BRAND = 24


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
        self.is_folded = False
        self._mark = QLabel()
        self._mark.setFixedSize(theme.px(BRAND), theme.px(BRAND))
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
        self._brand.setVisible(not folded)
        for key, button in self._buttons.items():
            title = self._names[key][0]
            button.setText(self._label(title))
            set_tip(button, title if folded else "")
            button.setProperty("folded", folded)
            button.style().unpolish(button)
            button.style().polish(button)

    def button(self, key: str) -> QPushButton:
        """Return the button of a place."""
        return self._buttons[key]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addSpacing(12)
        head.addWidget(self._mark)
        head.addSpacing(8)
        head.addWidget(self._brand)
        head.addStretch(1)
        self._places.setSpacing(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 8, 8)
        box.setSpacing(0)
        box.addSpacing(self._theme.px(16))
        box.addLayout(head)
        box.addSpacing(self._theme.px(16))
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
