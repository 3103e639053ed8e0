"""The table of seats, marked by a key or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from lfjb_desk.domain.meetings.meetings import Presence
from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.meetings.steps import PRESENCE_TONES, presence_words
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from lfjb_desk.ui.commands import CommandGroup
    from lfjb_desk.ui.shell.contract import Desk

KEYS = {
    Qt.Key.Key_P: Presence.PRESENT,
    Qt.Key.Key_D: Presence.DEPUTY,
    Qt.Key.Key_A: Presence.APOLOGIES,
    Qt.Key.Key_X: Presence.ABSENT,
}
"""The single key of each mark."""
FIRST_MARK = 2
"""The column of the first mark; one for each presence follows."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("AttendanceTable", text)


class AttendanceTable(RowTable[AttendanceRow]):
    """Seats with a column for each mark; a click there or a single key makes it."""

    marked = Signal(object, object)
    """The `AttendanceRow` and the `Presence` to record for it."""
    cleared = Signal(object)
    """The `AttendanceRow` whose mark is to be forgotten."""

    def __init__(self, desk: Desk, marks: CommandGroup[AttendanceRow]) -> None:
        super().__init__(
            desk.theme,
            desk.icons,
            _tr("Attendance"),
            _columns(),
            key=lambda row: row.seat.id,
            commands_for=marks.offered,
            sortable=False,
        )
        self.set_keys(marks)
        self.clicked.connect(self._click)

    def step(self) -> None:
        """Go on to the next seat that somebody holds; where none is left, stay."""
        start = self.currentIndex().row() + 1
        rows = enumerate(self.rows_model.rows()[start:], start)
        below = next((at for at, row in rows if row.person is not None), None)
        if below is not None:
            self.selectRow(below)

    def _click(self, index: QModelIndex) -> None:
        row = self.current_row()
        if row is None or index.column() < FIRST_MARK:
            return
        presence = list(Presence)[index.column() - FIRST_MARK]
        if row.presence is presence and presence is not Presence.DEPUTY:
            self.cleared.emit(row)
        else:
            self.marked.emit(row, presence)


def _can_be(row: AttendanceRow, presence: Presence) -> bool:
    """Return whether a mark makes sense: an empty seat can only be filled by a deputy."""
    return row.person is not None or presence is Presence.DEPUTY


def _columns() -> tuple[Column[AttendanceRow], ...]:
    def mark(presence: Presence) -> Column[AttendanceRow]:
        def cell(row: AttendanceRow) -> Cell:
            if row.presence is not presence and not _can_be(row, presence):
                return Cell("")
            if row.presence is not presence:
                return Cell("", tone=StatusTone.OPEN)
            return Cell(presence_words(presence), tone=PRESENCE_TONES[presence])

        return Column(presence_words(presence), cell)

    def seat(row: AttendanceRow) -> Cell:
        counts = row.organisation.name
        if not row.seat.counts_for_quorum:
            counts = f"{counts}, {_tr('does not count for the quorum')}"
        return Cell(row.seat.title, counts)

    return (
        Column(_tr("Seat"), seat, stretch=True),
        Column(_tr("Who"), lambda row: Cell(row.who, strong=row.here)),
        *(mark(presence) for presence in Presence),
    )
