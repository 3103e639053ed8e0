"""The rail: the places of the window, folding to icons where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.text import Mark, words

if TYPE_CHECKING:
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.theme import Theme

WIDE = 200
FOLDED = 64


class Rail(QFrame):
    """Lists the pages; one of them is open."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._theme, self._icons = theme, icons
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self.is_folded = False
        self._brand = words("LFJB Desk", "lead")
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        self._foot = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 8, 8)
        box.setSpacing(0)
        mark = Mark(theme, icons, "scales-fill", "accent", 24)
        head = row(12, mark, self._brand, None, gap=8)
        box.addSpacing(theme.px(16))
        box.addLayout(head)
        box.addSpacing(theme.px(16))
        box.addLayout(self._places)
        box.addStretch(1)
        box.addLayout(self._foot)
        self.fold(folded=False)

    def add(self, key: str, title: str, icon: str, *, at_foot: bool = False) -> None:
        """Add a place."""
        button = QPushButton(self._label(title))
        button.setProperty("kind", "nav")
        button.setProperty("folded", self.is_folded)
        button.setCheckable(True)
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        self._names[key] = (title, icon)
        (self._foot if at_foot else self._places).addWidget(button)
        self._icons.dress(button, icon)

    def mark(self, key: str) -> None:
        """Show which place is open."""
        for one, button in self._buttons.items():
            button.setChecked(one == key)
            self._icons.dress(button, self._names[one][1], "accent" if one == key else "soft")

    def fold(self, *, folded: bool) -> None:
        """Show icons alone, or icons and words."""
        self.is_folded = folded
        self.setFixedWidth(self._theme.px(FOLDED if folded else WIDE))
        self._brand.setVisible(not folded)
        for key, button in self._buttons.items():
            title = self._names[key][0]
            button.setText(self._label(title))
            button.setToolTip(title if folded else "")
            button.setProperty("folded", folded)
            button.style().unpolish(button)
            button.style().polish(button)

    def button(self, key: str) -> QPushButton:
        """Return the button of a place."""
        return self._buttons[key]

    def _label(self, title: str) -> str:
        return "" if self.is_folded else f"  {title}"
