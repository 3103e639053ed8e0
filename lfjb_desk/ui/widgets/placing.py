"""Where the window stands and how large it is: never more than the screen can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class WindowPlace:
    """A window in pixels of the desktop, as it stands while it is not maximised."""

    left: int
    top: int
    width: int
    height: int
    is_maximised: bool = False


def place_of(window: QWidget) -> WindowPlace:
    """Return where a window stands, or would stand if it were not maximised."""
    area = window.normalGeometry() if window.isMaximized() else window.geometry()
    return WindowPlace(area.x(), area.y(), area.width(), area.height(), window.isMaximized())


def put_in_place(window: QWidget, place: WindowPlace | None) -> None:
    """Put a window where it stood, on a screen that is there now; without a place, shrink it."""
    if place is None:
        room = window.screen().availableGeometry()
        area = fitted(window.geometry(), room)
        # With its frame it would stand over the edge, so it takes the whole screen instead.
        tight = area.width() >= room.width() or area.height() >= room.height()
    else:
        wished = QRect(place.left, place.top, place.width, place.height)
        area, tight = fitted(wished, _screen_of(wished)), place.is_maximised
    window.setGeometry(area)
    if tight:
        window.showMaximized()


def fitted(wished: QRect, room: QRect) -> QRect:
    """Return an area moved, and where needed shrunk, until it lies in a room."""
    size = wished.size().boundedTo(room.size())
    most = room.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
    left = min(max(wished.left(), room.left()), most.x())
    top = min(max(wished.top(), room.top()), most.y())
    return QRect(QPoint(left, top), size)


def bounded(size: QSize, window: QWidget) -> QSize:
    """Return a size that is no larger than the screen of a window, its frame left out."""
    room = window.screen().availableGeometry().size()
    return size.boundedTo(room - FRAME)


def below(widget: QWidget, size: QSize) -> QRect:
    """Return the area of a list that opens below a widget, moved until it is on the screen."""
    area = QRect(widget.mapToGlobal(widget.rect().bottomLeft()), size)
    return fitted(area, widget.screen().availableGeometry())


FRAME = QSize(16, 48)
"""What the frame of a dialog takes of the screen."""


def _screen_of(area: QRect) -> QRect:
    """Return the room of the screen on which the middle of an area lies, else of the first."""
    screen = QGuiApplication.screenAt(area.center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
