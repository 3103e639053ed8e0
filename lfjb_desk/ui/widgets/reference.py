"""A record that is named on a page: its name opens it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QMouseEvent

KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Reference(QLabel):
    """The words for a record in lines that wrap; a click, Enter or Space opens it."""

    opened = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "reference")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAccessibleDescription(
            QCoreApplication.translate("Reference", "Enter opens this record.")
        )

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = event.button() == Qt.MouseButton.LeftButton
        if is_click and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release goes to what lies under it

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in KEYS and not event.isAutoRepeat():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def reference_to(
    text: str, go: Callable[[str, str, UUID], None], page: str, kind: str, key: UUID
) -> Reference:
    """Return the words for a record that open it: a kind of record on a page, by its key."""
    made = Reference(text)
    made.opened.connect(partial(go, page, kind, key))
    return made
