"""The choice of who a paper is for: every member, or those entitled to restricted matter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.ui.commands import BoundCommand
from lfjb_desk.ui.widgets.menus import set_menu
from lfjb_desk.ui.widgets.push_button import PushButton


class ReadersButton(PushButton):
    """Says for whom the papers are made, and lets that be chosen; every member until then."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.entitled: Entitled | None = None
        """Who may read what is made; None for every member."""
        self._say()
        everybody = BoundCommand(
            self.tr("Every member: restricted matter is left out"), partial(self.choose, None)
        )
        some = self.tr("{0} alone: with restricted matter")
        named = [
            BoundCommand(
                some.format(each.value[:1].upper() + each.value[1:]), partial(self.choose, each)
            )
            for each in Entitled
        ]
        set_menu(self, [everybody, *named])

    def choose(self, entitled: Entitled | None) -> None:
        """Make papers for some by name, or for every member."""
        self.entitled = entitled
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        readers = self.entitled.value if self.entitled else self.tr("every member")
        self.setText(self.tr("For: {0}").format(readers))
        self.setAccessibleName(self.text())
