"""Room that takes what it holds as it is: it scrolls up and down, or shows one part of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout


def from_top(area: QAbstractScrollArea, about: object) -> None:
    """Show an area from its top, unless what it shows is about the same thing as before."""
    key = str(about)
    if area.property("about") != key:
        area.setProperty("about", key)
        area.verticalScrollBar().setValue(0)


class Scrolled(QScrollArea):
    """Contents as wide as the room and as high as they need; what is higher than it scrolls.

    Qt's own way (`setWidgetResizable`) gives a layout of wrapped words and lists the height that
    it would like to have, and so scrolls what could be lower.
    """

    def __init__(self, contents: QLayout, least: int = 0) -> None:
        """Hold a layout; `least` is a height in pixels that the room asks for."""
        super().__init__()
        self._least = least
        self._contents = contents
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._inside.setLayout(contents)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)

    def show_top(self) -> None:
        """Show what it holds from its top."""
        self.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self._fit()
            self.updateGeometry()
        return taken

    @override
    def sizeHint(self) -> QSize:
        """Ask for all, though it can be had with less."""
        return self._contents.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for next to nothing: what there is no room for scrolls."""
        return QSize(0, min(self._least, self._contents.sizeHint().height()))

    def height_for(self, width: int) -> int:
        """Return the height that the contents would like to have in a width."""
        if self._contents.hasHeightForWidth():
            return self._contents.heightForWidth(width)
        return self._contents.sizeHint().height()

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        least = self._contents.minimumSize().width()
        width = max(room.width(), least)
        high = self._height_at(width)
        if high > room.height():
            beside_bar = room.width() - self.verticalScrollBar().sizeHint().width()
            width = max(beside_bar, least)
            high = self._height_at(width)
        self._inside.resize(width, max(high, room.height()))

    def _height_at(self, width: int) -> int:
        if self._contents.hasHeightForWidth():
            return self._contents.minimumHeightForWidth(width)
        return self._contents.minimumSize().height()


class Stack(QWidget):
    """Shows one of its parts, and needs the room of that one alone.

    Qt's own stack needs the room of its largest part, seen or not.
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._current: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, part: QWidget) -> None:  # noqa: N802 - as in Qt's own
        """Add a part; the first is shown."""
        self._parts.append(part)
        if self._current is None:
            self._current = part
            self._box.addWidget(part)
        else:
            part.setParent(self)
            part.hide()

    def removeWidget(self, part: QWidget) -> None:  # noqa: N802
        """Take a part out; the first that is left is shown where it was the shown one."""
        self._parts.remove(part)
        self._box.removeWidget(part)
        part.hide()
        if part is self._current:
            self._current = None
            if self._parts:
                self.setCurrentWidget(self._parts[0])

    def currentWidget(self) -> QWidget | None:  # noqa: N802
        """Return the part that is shown."""
        return self._current

    def setCurrentWidget(self, part: QWidget) -> None:  # noqa: N802
        """Show a part; the focus goes with it where it was on the part before."""
        before = self._current
        if part is before:
            return
        focused = self._focused_in(before)
        self._current = part
        if before is not None:
            self._box.removeWidget(before)  # else the two would share the room for a moment
        self._box.addWidget(part)
        part.show()
        if before is not None:
            if focused:
                _take_focus(part)
            before.hide()
        self._box.activate()

    def setCurrentIndex(self, place: int) -> None:  # noqa: N802
        """Show the part at a place."""
        self.setCurrentWidget(self._parts[place])

    def _focused_in(self, part: QWidget | None) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return part is not None and focus is not None and part.isAncestorOf(focus)


def _take_focus(part: QWidget) -> None:
    """Put the focus where it was last in a part, or on its first control."""
    last: QWidget | None = part.focusWidget()
    tabbed = (
        child
        for child in part.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and child.isVisibleTo(part)
        and child.isEnabled()
    )
    (last or next(tabbed, part)).setFocus()
