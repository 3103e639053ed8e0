"""The list that a chooser opens: typing narrows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.formatting import fold
from lfjb_desk.ui.widgets.form.list_keys import goes_to_list
from lfjb_desk.ui.widgets.placing import bounded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contract import ChooserEntry


class ChooserList(QFrame):
    """A field over a list: typing narrows it, Enter chooses, Esc closes."""

    chosen = Signal(object)

    def __init__(self, theme: ActiveTheme, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._places: tuple[ChooserEntry, ...] = ()
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Type to find"))
        self.typed.setAccessibleName(self.tr("Find {0}").format(name.lower()))
        self.typed.textChanged.connect(self._narrow)
        self.typed.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("role", "popup")
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.typed)
        box.addWidget(self.list)
        self.resize(bounded(QSize(theme.px(340), theme.px(400)), self))

    def offer(self, places: Sequence[ChooserEntry], current: UUID | None) -> None:
        """List places afresh, with the one marked and in sight where the user stands."""
        self._places = tuple(places)
        self.typed.clear()
        self._narrow("")
        keys = [place.key for place in places]
        if current in keys:
            self.list.setCurrentRow(keys.index(current))
            item = self.list.currentItem()
            self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if goes_to_list(event, self.typed):
                self.list.event(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self.list.currentItem())
                return True
        return False

    def _narrow(self, text: str) -> None:
        self.list.clear()
        wanted = fold(text.strip())
        for place in self._places:
            if wanted in fold(place.name):
                item = QListWidgetItem(place.name)
                item.setData(Qt.ItemDataRole.UserRole, place.key)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
