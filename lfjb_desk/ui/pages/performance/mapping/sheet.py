"""A sheet as it is, with what each of its columns holds written over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from lfjb_desk.importers.cells import place, text
from lfjb_desk.importers.mapping.rules import Role as ColumnRole
from lfjb_desk.ui.pages.performance.mapping.fields import role_words
from lfjb_desk.ui.tables.tables import NOWHERE, Index, Role

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject

    from lfjb_desk.importers.mapping.rules import Rules
    from lfjb_desk.importers.mapping.sheets import SheetView
    from lfjb_desk.ui.look.theme import ActiveTheme

ROWS_SHOWN = 300
WIDEST = 220


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column: the first is A."""
    return place(0, column)[:-1]


class SheetModel(QAbstractTableModel):
    """Shows the cells of a sheet; heading rows are strong, hidden and unused ones soft."""

    def __init__(self, theme: ActiveTheme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: SheetView | None = None
        self._roles: dict[int, ColumnRole] = {}
        self._head = range(0)
        self._width = 0

    def show_sheet(self, view: SheetView, rules: Rules | None) -> None:
        """Show a sheet and what its rules make of it."""
        self.beginResetModel()
        self._view = view
        self._width = max(map(len, view.grid.rows), default=0)
        self._roles = {rule.column: rule.role for rule in rules.columns} if rules else {}
        self._head = range(rules.first, rules.last + 1) if rules else range(0)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid() or self._view is None:
            return 0
        return min(len(self._view.grid.rows), ROWS_SHOWN)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or self._view is None:
            return None
        row, column = index.row(), index.column()
        cell_text = text(self._view.grid.cell(row, column))
        if role == Role.DisplayRole:
            return cell_text
        if role == Role.AccessibleTextRole:
            return ", ".join(filter(None, (place(row, column), cell_text, self._marked(row))))
        return self._look(row, column, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        role_held = self._roles.get(section, ColumnRole.UNUSED)
        return f"{letters(section)}\n{role_words(role_held)}"

    def _look(self, row: int, column: int, role: int) -> Any:
        is_head = row in self._head
        if role == Role.ForegroundRole:
            return self._theme.colour("soft" if self._is_soft(row, column) else "text")
        if role == Role.BackgroundRole and is_head:
            return self._theme.colour("selected")
        return self._theme.font(strong=True) if role == Role.FontRole and is_head else None

    def _marked(self, row: int) -> str:
        if row in self._head:
            return self.tr("heading")
        hidden = self._view is not None and row in self._view.hidden_rows
        return self.tr("hidden row") if hidden else ""

    def _is_soft(self, row: int, column: int) -> bool:
        if self._view is None or row in self._view.hidden_rows:
            return True
        unused = self._roles.get(column, ColumnRole.UNUSED) is ColumnRole.UNUSED
        return row not in self._head and (unused or row < self._head.start)


class SheetTable(QTableView):
    """The table of a sheet; the column of the current cell is the one to be explained."""

    column_chosen = Signal(int)

    def __init__(self, theme: ActiveTheme) -> None:
        super().__init__()
        self.sheet = SheetModel(theme, self)
        self.setModel(self.sheet)
        self.setAccessibleName(self.tr("The sheet as it is"))
        self.setTabKeyNavigation(False)
        self._theme = theme
        self._rule()
        theme.changed.connect(self._rule)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._go_to_column)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_sheet(self, view: SheetView, rules: Rules | None) -> None:
        """Show a sheet; the current cell stays where it was."""
        now = self.currentIndex()
        row, column = max(now.row(), 0), max(now.column(), 0)
        selection = self.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.sheet.show_sheet(view, rules)
        self.resizeColumnsToContents()
        for at in range(self.sheet.columnCount()):
            self.setColumnWidth(at, min(self.columnWidth(at), WIDEST))
        self.setCurrentIndex(self.sheet.index(row, min(column, self.sheet.columnCount() - 1)))
        selection.blockSignals(False)  # noqa: FBT003

    def _rule(self) -> None:
        """Draw the lines between the cells in the colour of all lines."""
        self.setStyleSheet(f"gridline-color: {self._theme.colour('line').name()};")

    def _go_to_column(self, column: int) -> None:
        self.setCurrentIndex(self.sheet.index(max(self.currentIndex().row(), 0), column))

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.column() != before.column():
            self.column_chosen.emit(now.column())
