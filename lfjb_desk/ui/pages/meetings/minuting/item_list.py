"""The items of a meeting at the left of its minutes, ticked once something is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.menus import command_button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem
    from lfjb_desk.ui.commands import Command
    from lfjb_desk.ui.shell.contract import Desk

WIDE = 312


class ItemList(QFrame):
    """Lists the items; the chosen one is minuted."""

    def __init__(self, desk: Desk, new: Command[None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.table: RowTable[MinutedItem] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Items"),
            (
                Column("", lambda row: Cell(row.number)),
                Column("", self._title, stretch=True),
                Column("", self._state),
            ),
            key=lambda minuted: minuted.item.id,
            sortable=False,
        )
        self.table.horizontalHeader().hide()
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 8, 1, 8)
        box.addWidget(self.table)
        self.add = command_button(new.bind(None), "quiet", icons=desk.icons)
        box.addLayout(row(None, self.add, None))

    def show_items(
        self, items: Sequence[MinutedItem], start: UUID | None, *, settled: bool
    ) -> None:
        """Show the items; where none is chosen, `start` is, or else the first."""
        self.add.setVisible(not settled)
        self.table.set_rows(items)
        if self.table.current_row() is None and items and not self.table.choose(start):
            self.table.selectRow(0)

    def step(self, by: int) -> None:
        """Choose the item so many places on."""
        place = self.table.currentIndex().row() + by
        if 0 <= place < self.table.rows_model.rowCount():
            self.table.selectRow(place)

    def _title(self, minuted: MinutedItem) -> Cell:
        restricted = self.tr("Restricted") if minuted.item.restricted else ""
        return Cell(minuted.item.title, restricted)

    def _state(self, minuted: MinutedItem) -> Cell:
        if minuted.recorded:
            return Cell("", tone=StatusTone.GOOD)
        return Cell(self.tr("{0} min").format(minuted.item.minutes))
