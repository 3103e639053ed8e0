"""The choice of who a paper is for: every member, or those entitled to restricted matter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from lfjb_desk.ui.commands import BoundCommand
from lfjb_desk.ui.widgets.menus import set_menu
from lfjb_desk.ui.widgets.push_button import PushButton


class ReadersButton(PushButton):
    """Says for whom the papers are made, and lets that be chosen; every member until then."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.restricted = False
        self._say()
        set_menu(
            self,
            [
                BoundCommand(
                    self.tr("Every member: restricted matter is left out"),
                    partial(self.choose, restricted=False),
                ),
                BoundCommand(
                    self.tr("Those entitled: with restricted matter"),
                    partial(self.choose, restricted=True),
                ),
            ],
        )

    def choose(self, *, restricted: bool) -> None:
        """Make papers for those entitled, or for every member."""
        self.restricted = restricted
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        readers = self.tr("those entitled") if self.restricted else self.tr("every member")
        self.setText(self.tr("For: {0}").format(readers))
        self.setAccessibleName(self.text())
