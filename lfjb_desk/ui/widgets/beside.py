"""A layout of parts side by side that go one under another where there is too little room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from lfjb_desk.ui.widgets.flow import ItemLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem

    from lfjb_desk.ui.look.theme import ActiveTheme

AS_NEEDED = -1
"""The width of a part that is as wide as it would like to be."""
LEAST_LIST = 400
"""How wide a list or another main part is at least, in pixels of the pictures."""


@runtime_checkable
class Scrolling(Protocol):
    """A part whose words scroll within it where it stands beside others."""

    def least_height(self, width: int) -> int:
        """Return the height with which it can do in a width."""


@dataclass(frozen=True)
class Width:
    """How wide a part is beside the others, in pixels of the pictures.

    One with a `least` takes the room that the others leave, and asks for at least so much.
    """

    fixed: int = 0
    least: int = 0


class Beside(ItemLayout):
    """Puts parts side by side where all have room, else one under another, in their order."""

    def __init__(self, theme: ActiveTheme, gap: int = 16) -> None:
        super().__init__(gap)
        self._theme = theme
        self._widths: list[Width] = []

    def put(self, part: QWidget | QLayout, *, width: int = 0, least: int = 0) -> None:
        """Add a part of a width, or (with `least`) one that takes the room that is left.

        One with both takes what is left, and at least what it would like to have.
        """
        self._widths.append(Width(width, least))
        if isinstance(part, QWidget):
            self.addWidget(part)
            return
        holder = QWidget()
        holder.setLayout(part)
        self.addWidget(holder)

    def is_across(self, width: int) -> bool:
        """Tell whether all parts stand side by side in a width."""
        parts = self._parts()
        needed = sum(self._fixed(*part) for part in parts)
        return needed + self.spacing() * max(0, len(parts) - 1) <= width

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        if 0 <= index < len(self._items):
            self._widths.pop(index)
        return super().takeAt(index)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        sides, ends = self._margins()
        heights = [_wished(item, across) for item, across in self._across(width - sides)]
        return self._whole(heights, across=self.is_across(width - sides)) + ends

    @override
    def minimumHeightForWidth(self, width: int, /) -> int:
        sides, ends = self._margins()
        across = self.is_across(width - sides)
        least = _least_across if across else _least
        heights = [least(item, wide) for item, wide in self._across(width - sides)]
        return self._whole(heights, across=across) + ends

    @override
    def sizeHint(self) -> QSize:
        parts = self._parts()
        sizes = [item.sizeHint() for item, _ in parts]
        widths = [
            max(self._fixed(*part), size.width() if part[1].least else 0)
            for part, size in zip(parts, sizes, strict=True)
        ]
        across = sum(widths) + self.spacing() * max(0, len(parts) - 1)
        size = QSize(across, max((size.height() for size in sizes), default=0))
        return size.grownBy(self.contentsMargins())

    @override
    def minimumSize(self) -> QSize:
        """Return the size of the parts one under another, which is the narrowest."""
        size = QSize()
        for item, _ in self._parts():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        width = rect.width()
        if self.is_across(width):
            left = rect.left()
            for item, across in self._across(width):
                item.setGeometry(QRect(left, rect.top(), across, rect.height()))
                left += across + self.spacing()
            return
        top = rect.top()
        for (item, _), high in zip(self._parts(), self._down(width, rect.height()), strict=True):
            item.setGeometry(QRect(rect.left(), top, width, high))
            top += high + self.spacing()

    def _margins(self) -> tuple[int, int]:
        margins = self.contentsMargins()
        return margins.left() + margins.right(), margins.top() + margins.bottom()

    def _parts(self) -> list[tuple[QLayoutItem, Width]]:
        """Return the parts that are shown."""
        return [
            (item, width)
            for item, width in zip(self._items, self._widths, strict=True)
            if not item.isEmpty()
        ]

    def _fixed(self, item: QLayoutItem, width: Width) -> int:
        """Return how wide a part is beside others, without what it grows by."""
        if width.least:
            wished = item.sizeHint().width() if width.fixed == AS_NEEDED else 0
            return max(self._theme.px(width.least), wished)
        wished = item.sizeHint().width() if width.fixed == AS_NEEDED else 0
        return max(self._theme.px(width.fixed), wished, item.minimumSize().width())

    def _across(self, width: int) -> list[tuple[QLayoutItem, int]]:
        """Return the parts with the width of each."""
        parts = self._parts()
        if not self.is_across(width):
            return [(item, width) for item, _ in parts]
        widths = [self._fixed(*part) for part in parts]
        growing = [at for at, (_, wide) in enumerate(parts) if wide.least]
        spare = width - sum(widths) - self.spacing() * max(0, len(parts) - 1)
        for at in growing:
            widths[at] += spare // len(growing)
        return [(item, wide) for (item, _), wide in zip(parts, widths, strict=True)]

    def _down(self, width: int, height: int) -> list[int]:
        """Return the heights of the parts one under another; what grows takes what is spare."""
        parts = self._parts()
        heights = [_least(item, width) for item, _ in parts]
        spare = height - self._whole(heights, across=False)
        growing = [at for at, (_, wide) in enumerate(parts) if wide.least]
        for at in growing:
            heights[at] = max(0, heights[at] + spare // len(growing))
        return heights

    def _whole(self, heights: list[int], *, across: bool) -> int:
        if across:
            return max(heights, default=0)
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)


def _wished(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


def _least_across(item: QLayoutItem, width: int) -> int:
    """Return the least height of a part beside others: a pane's words scroll within it."""
    widget: object = item.widget()
    return widget.least_height(width) if isinstance(widget, Scrolling) else _least(item, width)


def _least(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.minimumHeightForWidth(width)
    return item.minimumSize().height()
