"""Rows as a table: columns, the model over them, and the view that pages use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from lfjb_desk.ui.look.theme import StatusTone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.ui.charts.data import LineData

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT_ROLE = Role.UserRole
ROW_ROLE = Role.UserRole + 1
CELL_ROLE = Role.UserRole + 2
LATE_ROLE = Role.UserRole + 3
NOWHERE = QModelIndex()
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """What a cell shows: words over quieter words, and perhaps a status, blocks or a line.

    With a tone the words carry its symbol and colour. `severity` is 1 to 5 filled blocks
    before the words. `trend` is a small line before the words.
    """

    text: str
    under: str = ""
    tone: StatusTone = StatusTone.PLAIN
    strong: bool = False
    severity: int | None = None
    trend: LineData | None = None

    def sentence(self) -> str:
        """Return the whole cell in words, as a screen reader says it."""
        return ", ".join(part for part in (self.text, self.under) if part)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its heading, what it shows of a row, and what it sorts by.

    The stretching column takes the room that is left; the others are as wide as their words.
    An extra one is left out where the table is too narrow for all.
    """

    heading: str
    cell: Callable[[Row], Cell | str]
    sort: Callable[[Row], Any] | None = None
    right: bool = False
    stretch: bool = False
    extra: bool = False

    def cell_of(self, row: Row) -> Cell:
        """Return the cell for a row."""
        cell = self.cell(row)
        return Cell(cell) if isinstance(cell, str) else cell

    def sort_key(self, row: Row) -> tuple[bool, Any]:
        """Return what the row sorts by; rows without it come last."""
        value = self.cell_of(row).sentence().casefold() if self.sort is None else self.sort(row)
        return value is None, value


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows through columns; it never writes to a row."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        late: Callable[[Row], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._late = late
        self._rows: list[Row] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, sorted as the user last asked."""
        self.beginResetModel()
        self._rows = list(rows)
        if self._sorted_by is not None:
            self._rows = [self._rows[place] for place in self._order(*self._sorted_by)]
        self.endResetModel()

    def rows(self) -> Sequence[Row]:
        """Return the rows in the order they are shown."""
        return tuple(self._rows)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == LATE_ROLE:
            return self._late is not None and self._late(row)
        return _answer(self.columns[index.column()], row, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.columns[section].heading
        return _side(self.columns[section]) if role == Role.TextAlignmentRole else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        places = self._order(column, order)
        self._rows = [self._rows[place] for place in places]
        moved = {old: new for new, old in enumerate(places)}
        self.changePersistentIndexList(
            kept, [self.index(moved[index.row()], index.column()) for index in kept]
        )
        self.layoutChanged.emit()

    def _order(self, column: int, order: Qt.SortOrder) -> list[int]:
        keys = [self.columns[column].sort_key(row) for row in self._rows]
        known = [index for index, key in enumerate(keys) if not key[0]]
        unknown = [index for index, key in enumerate(keys) if key[0]]
        known.sort(key=lambda place: keys[place][1], reverse=order is Qt.SortOrder.DescendingOrder)
        return known + unknown


def _side(column: Column[Any]) -> Qt.AlignmentFlag:
    return MIDDLE | (Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft)


def _answer(column: Column[Row], row: Row, role: int) -> Any:
    if role == CELL_ROLE:
        return column.cell_of(row)
    if role in {Role.DisplayRole, Role.AccessibleTextRole}:
        return column.cell_of(row).sentence()
    if role == SORT_ROLE:
        return column.sort_key(row)[1]
    return _side(column) if role == Role.TextAlignmentRole else None


@dataclass(frozen=True)
class ColumnNeed:
    """How much room a column wants, in pixels, and what may be taken from it.

    `whole` is for all of its words, `first` for its first lines alone. One that stretches takes
    what is left; a firm one holds days, numbers or states, which are cut last; an extra one may
    be left out.
    """

    whole: int
    first: int
    stretches: bool = False
    is_firm: bool = False
    is_extra: bool = False


def share_out(
    needs: Sequence[ColumnNeed], width: int, *, stretch: int, title: int, column: int
) -> dict[int, int]:
    """Return the width of each column that is shown, by its place.

    Extra columns are left out, the last first, until no more is cut than the words of those that
    stretch, which get `stretch` pixels at least. Quieter second lines of words give way to the
    first lines of what stretches. Where that is not enough, what stretches is cut down to `title`,
    then other words down to `column`, and days, numbers and states last.
    """
    places = _that_fit(needs, width, stretch)
    widths = {place: needs[place].whole for place in places}
    growing = [place for place in places if needs[place].stretches]
    fixed = [place for place in places if place not in growing]
    wordy = [place for place in fixed if not needs[place].is_firm]
    for place in sorted(wordy, key=lambda place: needs[place].first - needs[place].whole):
        over = sum(widths.values()) - width
        spare = needs[place].whole - needs[place].first
        widths[place] -= max(0, min(over, spare)) if growing else 0
    left = width - sum(widths[place] for place in fixed)
    for place in growing:
        widths[place] = max(left // len(growing), min(needs[place].whole, stretch))
    _narrow(widths, wordy, width // 3, width)
    _narrow(widths, growing, title, width)
    _narrow(widths, wordy, column, width)
    _narrow(widths, fixed, column, width)
    return widths


def _that_fit(needs: Sequence[ColumnNeed], width: int, stretch: int) -> list[int]:
    least = [min(need.whole, stretch) if need.stretches else need.whole for need in needs]
    places = list(range(len(needs)))
    for place in reversed(range(len(needs))):
        if sum(least[fitting] for fitting in places) <= width:
            break
        if needs[place].is_extra:
            places.remove(place)
    return places


def _narrow(widths: dict[int, int], places: list[int], least: int, width: int) -> None:
    """Make the widest of some columns narrower, for as long as all are more than fit."""
    over = sum(widths.values()) - width
    while over > 0 and max((widths[place] for place in places), default=0) > least:
        greatest = max(widths[place] for place in places)
        widest = [place for place in places if widths[place] == greatest]
        lower = (widths[place] for place in places if widths[place] < greatest)
        cut = min(greatest - max(least, *lower, 0), -(-over // len(widest)))
        for place in widest:
            widths[place] -= cut
        over -= cut * len(widest)
