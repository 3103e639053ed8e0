"""Where the focus stays: with the record that a command was about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from lfjb_desk.ui.tables.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from PySide6.QtCore import QAbstractItemModel

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.history import History


class FocusKeeper(QObject):
    """Keeps the focus within a page when the control that had it goes.

    A button that a command was given by is often gone after it, and Qt then hands the focus to
    whatever comes next, such as the rail. After a change the record that it was about is chosen
    in the list that shows it, and the focus goes there unless it still stands in the page, where
    something is typed or chosen; from the button of the command it goes to the record.
    """

    def __init__(
        self, page: QWidget, history: History, resting_place: Callable[[], QWidget | None]
    ) -> None:
        """Watch a page; `resting_place` is where its focus belongs, None where a list has it."""
        super().__init__(page)
        self._page, self._resting_place = page, resting_place
        self._before: QWidget | None = None
        self._last_list: QAbstractItemView | None = None
        history.changed.connect(self._note)  # made first by the page: it hears before all else
        history.settled.connect(self._settle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def rest(self, wanted: QWidget | None = None) -> None:
        """Put the focus where it is wanted; else where the page is worked on, unless it is there.

        Without a wish what has the focus in the page keeps it.
        """
        focused = self._page.window().focusWidget()
        if wanted is not None or not self._is_usable(focused):
            self._rest(wanted)

    def start(self) -> None:
        """Put the focus where the page is worked on, wherever it is now."""
        self._rest(None)

    def _note(self, _change: Change) -> None:
        self._before = self._page.window().focusWidget()

    def _settle(self, change: Change) -> None:
        if not self._page.isVisible():
            return
        table = self._choose(change)
        focused = self._page.window().focusWidget()
        is_given_by_button = table is not None and isinstance(focused, QAbstractButton)
        if focused is not self._before or is_given_by_button or not self._is_usable(focused):
            self._rest(table)
        self._before = None

    def _choose(self, change: Change) -> QAbstractItemView | None:
        """Choose the record that a change was about; return the list that shows it."""
        keys = _keys_of(change)
        tables: list[RowTable[Any]] = self._page.findChildren(RowTable)
        for key in keys:
            for table in tables:
                if table.isVisible() and (table.current_key() == key or table.choose(key)):
                    return table
        return None

    def _rest(self, wanted: QWidget | None) -> None:
        for place in (wanted, self._resting_place(), self._last_list, *self._places()):
            if place is not None and self._is_usable(place):
                place.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _places(self) -> Iterable[QWidget]:
        """Return what can have the focus: lists that hold something, then any control."""
        widgets: list[QWidget] = self._page.findChildren(QWidget)
        lists = [each for each in widgets if isinstance(each, QAbstractItemView)]
        yield from (each for each in lists if _is_filled(each))
        yield from (each for each in widgets if each.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def _is_usable(self, widget: QWidget | None) -> bool:
        return (
            widget is not None
            and isValid(widget)
            and self._page.isAncestorOf(widget)
            and widget.isVisible()
            and widget.isEnabled()
        )

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Have the focus back that Qt took away because its control was hidden or disabled."""
        if not isValid(self._page) or not self._page.isVisible():
            return
        if isinstance(new, QAbstractItemView) and self._page.isAncestorOf(new):
            self._last_list = new
        was_here = old is not None and isValid(old) and self._page.isAncestorOf(old)
        if was_here and not self._is_usable(old) and not self._is_usable(new):
            # Later: who hid it may be about to say where the focus goes.
            QTimer.singleShot(0, self, self._come_back)

    def _come_back(self) -> None:
        window = self._page.window()
        if self._page.isVisible() and window.isActiveWindow():
            self.rest()


def _keys_of(change: Change) -> list[UUID]:
    """Return the record that a change is about, then whatever it left behind.

    A change of many records that is about none of them leaves the one that was chosen.
    """
    if change.subject is None and len(change.edits) > 1:
        return []
    keys = [change.subject.key] if change.subject is not None else []
    return keys + [edit.key for edit in change.edits if edit.after is not None]


def _is_filled(view: QAbstractItemView) -> bool:
    """Tell whether a list shows anything; one without a model shows nothing."""
    model: QAbstractItemModel | None = view.model()
    return model is not None and model.rowCount() > 0
