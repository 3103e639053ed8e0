"""The chooser of an area or a group: a button that opens a list one types into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contract import ChooserEntry
    from lfjb_desk.ui.shell.finding.chooser_list import ChooserList


class Chooser(PushButton):
    """A button that says which place is chosen, and opens the list of all."""

    chosen = Signal(object)
    """The key of the place chosen."""

    def __init__(self, theme: ActiveTheme, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "pick")
        self._theme, self._name = theme, name
        self._places: tuple[ChooserEntry, ...] = ()
        self._current: UUID | None = None
        self._letters = 32
        self.popup: ChooserList | None = None
        self.clicked.connect(self.open_list)
        self.show_places((), None)

    def show_places(self, places: Sequence[ChooserEntry], current: UUID | None) -> None:
        """Offer places, and say which one is chosen."""
        self._places, self._current = tuple(places), current
        named = next((place.name for place in places if place.key == current), "")
        text = named or self._name
        letters = self._letters
        room = text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
        self.setText(f"{room}  ▾")
        set_tip(self, named)
        self.setAccessibleName(f"{self._name}: {named or self.tr('not chosen')}")
        self.setEnabled(bool(places))

    def shorten(self, letters: int) -> None:
        """End a name that has more letters in an ellipsis; its tooltip says the rest."""
        if letters != self._letters:
            self._letters = letters
            self.show_places(self._places, self._current)

    def open_list(self) -> ChooserList:
        """Open the list under the button."""
        # Late: the list needs parts of Qt that the first paint can do without.
        from lfjb_desk.ui.shell.finding.chooser_list import ChooserList  # noqa: PLC0415
        from lfjb_desk.ui.widgets.placing import below  # noqa: PLC0415

        if self.popup is None:
            self.popup = ChooserList(self._theme, self._name, self)
            self.popup.chosen.connect(self.chosen)
        self.popup.setGeometry(below(self, self.popup.size()))
        self.popup.show()
        self.popup.offer(self._places, self._current)  # shown: else nothing is in sight yet
        self.popup.typed.setFocus()
        return self.popup
