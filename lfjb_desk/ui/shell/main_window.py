"""The window: its frame painted first, furnished afterwards."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from lfjb_desk.ui.collector import rest_collector, resume_collector
from lfjb_desk.ui.shell.frame import WindowFrame

if not TYPE_CHECKING:
    # Only a mark on a method: typing_extensions would be a fifteenth of a bare start.
    from typing import final as override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contents import WindowContents
    from lfjb_desk.ui.shell.context import Context
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.shell import Shell


class MainWindow(WindowFrame):
    """The frame at once; after the first paint the rest, which is `shell`."""

    filled = Signal()
    """The first page stands with its rows."""

    shell: Shell

    def __init__(
        self,
        theme: ActiveTheme,
        context: Context,
        write: Callable[[Change], None],
        load: Callable[[Desk], WindowContents],
    ) -> None:
        """Make the frame; after its first paint `load` builds what it is filled with."""
        super().__init__(theme)
        self._context = context
        self._write, self._load = write, load
        self._is_painted = False

    def is_furnished(self) -> bool:
        """Tell whether the window is more than its frame."""
        return hasattr(self, "shell")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._furnish)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_furnished():
            self.shell.keep_place()
            self.shell.desk.jobs.wait()
        super().closeEvent(event)

    def _furnish(self) -> None:
        rest_collector(self)
        try:
            from lfjb_desk.ui.shell.shell import Shell  # noqa: PLC0415 - see `frame`

            self.shell = Shell(self, self.theme, self._context, self._write)
            is_filled = self.shell.fill(self._load)
        finally:
            gc.freeze()  # all of it stays to the end, so it is never looked through
            resume_collector(self)
        if is_filled:
            self.filled.emit()
