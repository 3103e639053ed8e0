"""What the control with the focus needs, wherever it stands: to be in sight, and its redo keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
"""Qt knows one of them or the other, by the system."""
WHOLE = "whole"
"""The property of a widget that is to be in sight with the control inside it that has the focus."""
MARGIN = 12
HIGH_TEXT = 200
"""From this height in pixels a text is seen where one types, and not as a whole."""
LATER = 150
"""Milliseconds within which a page that has just been turned to comes to rest."""


class FocusFollower(QObject):
    """Follows the focus of the program: scrolls it into sight, and gives text boxes both redo keys.

    Qt scrolls to what Tab goes to, and not to what a page gives the focus or where one types.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._target: QWidget | None = None
        self._places: list[int] = []
        """Where the areas around it stood once it had been brought into sight."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self._target:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._show_soon()
        if QKeySequence(event.keyCombination()) not in REDO:
            return False
        box = _text_box(self._target)
        if box is None:
            return False
        can_redo = _can_redo(box)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(can_redo)  # else the window redoes its own last step
            return True
        if event.type() == QEvent.Type.KeyPress and can_redo:
            box.redo()
            return True
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = new
        if new is None:
            return
        new.installEventFilter(self)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._show()  # what is clicked on may not move from under the pointer
            for later in (0, LATER):
                QTimer.singleShot(later, self, self._show_again)

    def _show_soon(self) -> None:
        """Bring it into sight once the layouts have come round to what a key has changed."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        if self._target is not None and isValid(self._target):
            bring_into_sight(self._target)
            self._places = _places_around(self._target)

    def _show_again(self) -> None:
        """Bring it into sight again, unless something else was meanwhile, such as a refusal."""
        if self._target is None or not isValid(self._target):
            return
        if _places_around(self._target) == self._places:
            self._show()


def bring_into_sight(control: QWidget) -> None:
    """Scroll every area around a control so that it is seen, the inmost first.

    Of a list its current row is seen, of a text where the cursor stands, of all else its top.
    """
    for area in _areas_around(control):
        inside = area.widget()
        if inside is None:
            continue
        whole = control.parentWidget()
        while whole is not None and whole is not inside and not whole.property(WHOLE):
            whole = whole.parentWidget()
        if whole is not None and whole is not inside:
            _show_part(area, QRect(whole.mapTo(inside, QPoint(0, 0)), whole.size()))
        part = _part_of(control)
        _show_part(area, part.translated(control.mapTo(inside, QPoint(0, 0))))


def _part_of(control: QWidget) -> QRect:
    """Return the part of a control that is looked at, in its own coordinates."""
    if isinstance(control, QAbstractItemView):
        row = control.visualRect(control.currentIndex()) & control.viewport().rect()
        return row.translated(control.viewport().pos()) if row.isValid() else QRect(0, 0, 1, 1)
    if isinstance(control, QPlainTextEdit | QTextEdit) and control.height() > HIGH_TEXT:
        return control.cursorRect().translated(control.viewport().pos())
    return control.rect()


def _show_part(area: QScrollArea, part: QRect) -> None:
    """Scroll an area to a part of what it holds; where that is too high, to its top."""
    view = area.viewport()
    across = area.horizontalScrollBar().value() + view.width() // 2
    if part.width() <= view.width():
        across = part.center().x()
    margin = max(0, min(MARGIN, (view.height() - part.height()) // 2))
    area.ensureVisible(across, part.bottom(), 0, margin)
    area.ensureVisible(across, part.top(), 0, margin)


def _areas_around(control: QWidget) -> Iterator[QScrollArea]:
    above = control.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def _places_around(control: QWidget) -> list[int]:
    return [area.verticalScrollBar().value() for area in _areas_around(control)]


def _text_box(control: QWidget) -> Any:
    """Return what is typed into where a control has the focus, or None."""
    if isinstance(control, QLineEdit | QPlainTextEdit | QTextEdit):
        return control
    inside = control.findChild(QLineEdit)  # of a box of choices or of figures
    return inside if inside is not None and inside.focusProxy() is control else None


def _can_redo(box: Any) -> bool:
    if isinstance(box, QLineEdit):
        return box.isRedoAvailable() and not box.isReadOnly()
    return bool(box.document().isRedoAvailable()) and not box.isReadOnly()
