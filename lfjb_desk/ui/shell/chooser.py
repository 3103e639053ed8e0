"""The chooser of an area or a group: a button that opens a list one types into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.ui.shell.chooser_list import ChooserList
    from lfjb_desk.ui.shell.contract import ChooserEntry
    from lfjb_desk.ui.theme import ActiveTheme

WIDEST = 32
"""Letters after which a name ends in an ellipsis; its tooltip says the rest."""


class Chooser(PushButton):
    """A button that says which place is chosen, and opens the list of all."""

    chosen = Signal(object)
    """The key of the place chosen."""

    def __init__(self, theme: ActiveTheme, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "pick")
        self._theme, self._name = theme, name
        self._places: tuple[ChooserEntry, ...] = ()
        self.popup: ChooserList | None = None
        self.clicked.connect(self.open_list)
        self.show_places((), None)

    def show_places(self, places: Sequence[ChooserEntry], current: UUID | None) -> None:
        """Offer places, and say which one is chosen."""
        self._places = tuple(places)
        named = next((place.name for place in places if place.key == current), "")
        text = named or self._name
        room = text if len(text) <= WIDEST else f"{text[: WIDEST - 1].rstrip()}…"
        self.setText(f"{room.replace('&', '&&')}  ▾")
        set_tip(self, named)
        self.setAccessibleName(f"{self._name}: {named or self.tr('not chosen')}")
        self.setEnabled(bool(places))

    def open_list(self) -> ChooserList:
        """Open the list under the button."""
        # Late: the list needs parts of Qt that the first paint can do without.
        from lfjb_desk.ui.shell.chooser_list import ChooserList  # noqa: PLC0415

        if self.popup is None:
            self.popup = ChooserList(self._theme, self._name, self)
            self.popup.chosen.connect(self.chosen)
        self.popup.offer(self._places)
        self.popup.move(self.mapToGlobal(self.rect().bottomLeft()))
        self.popup.show()
        self.popup.typed.setFocus()
        return self.popup
