"""The frame of the window: rail, bar, and the room between for what comes later.

What stands here is imported before the first paint, so it keeps to a few classes of Qt: each
class, and above all the namespace `Qt` with its enums, is paid for when it is first named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from lfjb_desk.ui.shell.bar import Bar
from lfjb_desk.ui.shell.rail import Rail

if not TYPE_CHECKING:
    # Only a mark on a method: typing_extensions would be a fifteenth of a bare start.
    from typing import final as override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lfjb_desk.ui.look.theme import ActiveTheme

NARROW = 1200
"""Below this width the rail folds."""
LEAST = (480, 320)
"""The least size of the window: less than half of a small screen."""


class WindowFrame(QMainWindow):
    """A window with its rail and its bar; the rail folds where there is little room."""

    def __init__(self, theme: ActiveTheme) -> None:
        super().__init__()
        self.theme = theme
        self._room_wanted = False
        self.rail = Rail(theme)
        for key, title, icon in self.places():
            self.rail.add(key, title, icon, at_foot=key == "settings")
        self.bar = Bar(theme)
        self.middle = QVBoxLayout()
        self._build()
        self.setWindowTitle("LFJB Desk")
        self.setMinimumSize(*LEAST)  # of its own, so that nothing in it ever makes it larger
        self.resize(1366, 768)
        theme.changed.connect(self._grow)

    def places(self) -> tuple[tuple[str, str, str], ...]:
        """Return the places of the rail: key, title and icon."""
        return (
            ("today", self.tr("Today"), "house"),
            ("meetings", self.tr("Meetings"), "calendar-blank"),
            ("actions", self.tr("Actions"), "check-square"),
            ("performance", self.tr("Performance"), "chart-line"),
            ("drivers", self.tr("Drivers"), "git-branch"),
            ("governance", self.tr("Governance"), "scales"),
            ("library", self.tr("Library"), "books"),
            ("papers", self.tr("Papers"), "file-text"),
            ("action_forms", self.tr("Action forms"), "paper-plane-tilt"),
            ("settings", self.tr("Settings"), "gear"),
        )

    def give_room(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        """Fold the rail while a page wants the room."""
        self._room_wanted = wanted
        self._fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        centre = QWidget()
        self.middle.setSpacing(0)
        self.middle.addWidget(self.bar)
        self.middle.addStretch(1)
        across = QHBoxLayout(centre)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(self.middle, 1)
        self.setCentralWidget(centre)

    def _fold(self) -> None:
        folded = self._room_wanted or self.width() < self.theme.px(NARROW)
        if folded != self.rail.is_folded:
            self.rail.fold(folded=folded)

    def _grow(self) -> None:
        """Fit rail and bar to another size of text."""
        self.rail.fold(folded=self.rail.is_folded)
        self._fold()
