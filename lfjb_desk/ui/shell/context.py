"""Where the user stands: kept apart, because it is made before the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from uuid import UUID


class Context(QObject):
    """Where the user stands: the area and group chosen, and the day it is."""

    changed = Signal()
    going = Signal(str, str, object)
    """Go to a page (its key) and show a record there (its kind and id, or "" and None)."""

    asking = Signal(str, str)
    """Go to a page (its key) and have it carry out an errand there."""

    def __init__(self, today: date, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.today = today
        self.clock = clock
        self.area_id: UUID | None = None
        self.group_id: UUID | None = None

    def choose(self, area_id: UUID | None, group_id: UUID | None) -> None:
        """Stand in another area or group."""
        if (area_id, group_id) != (self.area_id, self.group_id):
            self.area_id, self.group_id = area_id, group_id
            self.changed.emit()

    def go(self, page: str, kind: str = "", key: UUID | None = None) -> None:
        """Open a page, and a record on it."""
        self.going.emit(page, kind, key)

    def ask(self, page: str, errand: str) -> None:
        """Open a page, and have it carry out an errand, such as to save every paper."""
        self.asking.emit(page, errand)
