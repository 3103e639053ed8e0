"""The list of people or bodies that opens upward from the minute box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.ui.pages.meetings.minuting.reading.names import Named
    from lfjb_desk.ui.shell.contract import Desk

MOST = 6
WIDE = 460
ROW_HIGH = 40
AROUND = 10


class NameList(QFrame):
    """Offers names while one is typed; the typing stays in the box."""

    chosen = Signal(object)
    """The `Named` that was picked."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "popup")
        self._desk = desk
        self.table: RowTable[Named] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Names"),
            (
                Column("", lambda row: Cell(row.name, strong=True), stretch=True),
                Column("", lambda row: Cell(row.under), right=True, stretch=True),
            ),
            sortable=False,
        )
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.clicked.connect(self.choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(self.table)
        self.hide()

    def offer(self, names: Sequence[Named], low: QPoint, room: int) -> None:
        """Show names above a point of the host; `room` is how far right the list may reach."""
        row_high = self._desk.theme.px(ROW_HIGH)
        listed = tuple(names[: min(MOST, (low.y() - AROUND) // row_high)])
        if not listed:
            self.hide()
            return
        self.table.set_rows(listed)
        self.table.selectRow(0)
        high = row_high * len(listed) + AROUND
        wide = min(self._desk.theme.px(WIDE), room)
        left = max(0, min(low.x(), room - wide))
        self.setGeometry(left, low.y() - high, wide, high)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go so many names down, round the end."""
        count = self.table.rows_model.rowCount()
        self.table.selectRow((self.table.currentIndex().row() + by) % count)

    def choose(self) -> None:
        """Pick the name that is marked."""
        current = self.table.current_row()
        self.hide()
        if current is not None:
            self.chosen.emit(current)
