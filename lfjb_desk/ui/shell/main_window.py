"""The window: painted first, furnished afterwards.

What stands here is imported before the first paint, so it keeps to a few classes of Qt: each
class, and above all the namespace `Qt` with its enums, is paid for when it is first named.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from lfjb_desk.ui.shell.bar import Bar
from lfjb_desk.ui.shell.rail import Rail

if not TYPE_CHECKING:
    # Only a mark on a method: typing_extensions would be a fifteenth of a bare start.
    from typing import final as override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.shell.context import Context
    from lfjb_desk.ui.shell.contract import Contents, Desk
    from lfjb_desk.ui.shell.furniture import Furniture
    from lfjb_desk.ui.theme import Theme

NARROW = 1200


class MainWindow(QMainWindow):
    """The rail and the bar at once; after the first paint the rest, which is `furniture`."""

    filled = Signal()
    """The first page stands with its rows."""

    furniture: Furniture

    def __init__(
        self,
        theme: Theme,
        context: Context,
        write: Callable[[Change], None],
        load: Callable[[Desk], Contents],
    ) -> None:
        """Make the frame; after its first paint `load` builds what it is filled with."""
        super().__init__()
        self._theme, self._context = theme, context
        self._write, self._load = write, load
        self._is_painted = False
        self._room_wanted = False
        self.rail = Rail(theme)
        for key, title, icon in self.places():
            self.rail.add(key, title, icon, at_foot=key == "settings")
        self.bar = Bar(theme)
        self.middle = QVBoxLayout()
        self._build()
        self.setWindowTitle("LFJB Desk")
        self.resize(1366, 768)

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
            ("settings", self.tr("Settings"), "gear"),
        )

    def give_room(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        """Fold the rail while a page wants the room."""
        self._room_wanted = wanted
        self._fold()

    def is_furnished(self) -> bool:
        """Tell whether the window is more than its frame."""
        return hasattr(self, "furniture")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._furnish)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_furnished():
            self.furniture.desk.jobs.wait()
        super().closeEvent(event)

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

    def _furnish(self) -> None:
        # The imports below make a hundred thousand lasting objects; looking through them for
        # rubbish again and again would be a fifth of the way to the first rows.
        gc.disable()
        try:
            from lfjb_desk.ui.shell.furniture import Furniture  # noqa: PLC0415 - see above

            self.furniture = Furniture(self, self._theme, self._context, self._write)
            is_filled = self.furniture.fill(self._load)
        finally:
            gc.enable()
        if is_filled:
            self.filled.emit()

    def _fold(self) -> None:
        narrow = self.width() < self._theme.px(NARROW)
        folded = narrow or self._room_wanted
        if folded != self.rail.is_folded:
            self.rail.fold(folded=folded)
        self.bar.tighten(tight=narrow)
