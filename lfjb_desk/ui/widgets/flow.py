"""A layout that goes on in the next line where a line is full, as words do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem

    from lfjb_desk.ui.look.theme import ActiveTheme

QWIDGETSIZE_MAX = 16_777_215


class ItemLayout(QLayout):
    """Keeps the items of a layout, in their order, with a gap between them and no margins."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None


class Flow(ItemLayout):
    """Puts widgets side by side, as many in a line as have room; the rest goes below."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__(gap)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return max((place.top() + place.height() for place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of one line, which is what there should be room for."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        across = sum(size.width() for size in sizes) + gaps
        return QSize(across, max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        """Return the size of the largest widget, which is what a line must have room for."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())  # nothing where the widget is hidden
        return size

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[QRect]:
        """Return where each widget stands in lines of a width."""
        places: list[QRect] = []
        at, high = QPoint(0, 0), 0
        for item in self._items:
            if item.isEmpty():
                places.append(QRect(at, QSize(0, 0)))
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 0), QWIDGETSIZE_MAX))
            if at.x() and at.x() + size.width() > width:
                at, high = QPoint(0, at.y() + high + self.spacing()), 0
            places.append(QRect(at, size))
            at, high = at + QPoint(size.width() + self.spacing(), 0), max(high, size.height())
        return places


class EvenFlow(Flow):
    """Puts widgets side by side, all of one width that fills the line, in lines of equal number."""

    def __init__(self, theme: ActiveTheme, least: int, gap: int = 8) -> None:
        """Make the layout; `least` is how narrow a widget may be, in pixels of the pictures."""
        super().__init__(gap)
        self._theme, self._least = theme, least

    @override
    def minimumSize(self) -> QSize:
        """Return the size of one widget, which is what a line must have room for."""
        return QSize(self._theme.px(self._least), super().minimumSize().height())

    @override
    def sizeHint(self) -> QSize:
        items = [item for item in self._items if not item.isEmpty()]
        high = max((item.sizeHint().height() for item in items), default=0)
        return QSize(len(items) * (self._theme.px(self._least) + self.spacing()), high)

    @override
    def _places(self, width: int) -> list[QRect]:
        gap, least = self.spacing(), self._theme.px(self._least)
        in_line = max(1, min(len(self._items), (width + gap) // (least + gap)))
        wide = (width - (in_line - 1) * gap) // in_line
        high = max((_height_in(item, wide) for item in self._items), default=0)
        return [
            QRect(place % in_line * (wide + gap), place // in_line * (high + gap), wide, high)
            for place in range(len(self._items))
        ]


def _height_in(item: QLayoutItem, width: int) -> int:
    """Return how high an item is in a width: wrapped words need more lines in a narrow one."""
    wished = item.sizeHint().height()
    return max(wished, item.heightForWidth(width)) if item.hasHeightForWidth() else wished
