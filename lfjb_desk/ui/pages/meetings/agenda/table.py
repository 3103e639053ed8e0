"""The table of an agenda, whose rows can be dragged to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from lfjb_desk.domain.read_models.meetings.meetings import AgendaLine
from lfjb_desk.ui.tables.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from lfjb_desk.ui.commands import CommandGroup
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.tables.tables import Column


class AgendaTable(RowTable[AgendaLine]):
    """Agenda items, which the mouse can drag to another place."""

    moved = Signal(object, int)
    """An item's id, and the place to bring it to, counted from 1."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        columns: Sequence[Column[AgendaLine]],
        commands: CommandGroup[AgendaLine],
    ) -> None:
        super().__init__(
            desk.theme,
            desk.icons,
            name,
            columns,
            key=lambda line: line.item.id,
            commands_for=commands.offered,
            sortable=False,
        )
        self.set_keys(commands)
        self._desk = desk
        self._grabbed: tuple[QPoint, int] | None = None
        self._gap: int | None = None
        self.can_move = True

    def shift(self, by: int) -> None:
        """Move the chosen item so many places down, or up where `by` is negative."""
        line, place = self.current_row(), self.currentIndex().row() + 1 + by
        if line is not None and self.can_move and 1 <= place <= len(self.rows_model.rows()):
            self.moved.emit(line.item.id, place)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        grabs = left and place.isValid() and self.can_move
        self._grabbed = (event.position().toPoint(), place.row()) if grabs else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        far = (here - self._grabbed[0]).manhattanLength()
        if self._gap is not None or far >= QApplication.startDragDistance():
            self._gap = self._gap_at(here)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        grabbed, gap = self._grabbed, self._gap
        self._grabbed = self._gap = None
        self.unsetCursor()
        self.viewport().update()
        if grabbed is None or gap is None or gap in {grabbed[1], grabbed[1] + 1}:
            return
        line = self.rows_model.rows()[grabbed[1]]
        self.moved.emit(line.item.id, gap + 1 if gap < grabbed[1] else gap)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        high = self.verticalHeader().defaultSectionSize()
        y = self._gap * high - self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._desk.theme.colour("accent"), 3))
        painter.drawLine(QLineF(0, y, self.viewport().width(), y))
        painter.end()

    def _gap_at(self, here: QPoint) -> int:
        """Return before which row a point lies, counted from 0."""
        high = self.verticalHeader().defaultSectionSize()
        y = here.y() + self.verticalScrollBar().value()
        return max(0, min(round(y / high), len(self.rows_model.rows())))
