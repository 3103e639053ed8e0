"""The table that pages show: rows chosen and opened by mouse or keyboard."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QTableView,
)
from typing_extensions import override

from lfjb_desk.ui.commands import Command, CommandGroup, chosen
from lfjb_desk.ui.look.theme import Size, StatusTone
from lfjb_desk.ui.tables.delegate import CellDelegate
from lfjb_desk.ui.tables.tables import ROW_ROLE, Column, ColumnNeed, Row, RowTableModel, share_out
from lfjb_desk.ui.widgets.menus import menu_of, press

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

MEASURED_ROWS = 200
LEAST_STRETCH = 200
LEAST_TITLE = 100
"""How narrow what takes the room that is left gets, before the words of any other are cut."""
LEAST_COLUMN = 88
"""How narrow a column of words gets, in pixels of the pictures, before the table scrolls."""
LEAST_ROWS = 3
LEAST_WIDTH = 160


def _tr(text: str) -> str:
    return QCoreApplication.translate("RowTable", text)


class RowTable(QTableView, Generic[Row]):
    """A table of rows; it keeps the chosen row when its rows are shown afresh."""

    chosen = Signal(object)
    """The row that has become the current one, or None."""
    opened = Signal(object)
    """The row that was double-clicked, or on which Enter was pressed."""

    def __init__(  # noqa: PLR0913 - each says something about the table
        self,
        theme: ActiveTheme,
        icons: Icons,
        name: str,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable] = attrgetter("id"),
        late: Callable[[Row], bool] | None = None,
        commands_for: Callable[[Row], Sequence[BoundCommand]] | None = None,
        sortable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._commands_for = commands_for
        self._keys: CommandGroup[Row] | None = None
        self._own_keys = list_group(lambda: self)
        self._needs: list[ColumnNeed] = []
        self._shows_all = False
        self.rows_model: RowTableModel[Row] = RowTableModel(columns, self, late=late)
        self.setModel(self.rows_model)
        self._delegate = CellDelegate(theme, icons, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._set_up()
        self._set_up_header(sortable=sortable)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._measure)
        icons.changed.connect(self.viewport().update)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the chosen row stays chosen if it is among them."""
        kept = self.current_key()
        place = max(0, self.currentIndex().row())
        selection = self.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.rows_model.set_rows(rows)
        self._measure()
        selection.blockSignals(False)  # noqa: FBT003
        if kept is not None and not self.choose(kept) and rows:
            self.selectRow(min(place, len(rows) - 1))
        self._tell_chosen()
        self.viewport().update()

    def current_row(self) -> Row | None:
        """Return the chosen row."""
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        return row

    def current_key(self) -> Hashable:
        """Return the key of the chosen row, or None."""
        row = self.current_row()
        return None if row is None else self._key(row)

    def choose(self, key: Hashable) -> bool:
        """Make the row with a key the current one; answer whether it is there."""
        for index, row in enumerate(self.rows_model.rows()):
            if self._key(row) == key:
                self.selectRow(index)
                self.scrollTo(self.rows_model.index(index, 0))
                # A page that opens now has its room only once Qt has laid it out.
                QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))
                return True
        return False

    def show_all(self) -> None:
        """Ask for the room of every row: what is around the table scrolls, and it does not."""
        self._shows_all = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_keys(self, commands: CommandGroup[Row]) -> None:
        """Carry commands out by their keys while the table has the focus."""
        self._keys = commands

    def open_chosen(self) -> None:
        """Open the chosen row, as a double click does."""
        self._open()

    def show_menu(self) -> None:
        """Show what can be done with the chosen row, below it."""
        current = self.currentIndex()
        below = self.visualRect(current).bottomLeft()
        self._show_menu(current, self.viewport().mapToGlobal(below))

    def go_to(self, index: int) -> None:
        """Choose the row at a place; -1 is the last."""
        rows = self.rows_model.rowCount()
        if rows:
            self.selectRow(index % rows)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.show_menu()
        else:  # the room under the rows is no row, whichever is chosen
            self._show_menu(self.indexAt(event.pos()), event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys is not None and press(event, self._keys):
            return
        if not press(event, self._own_keys):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        current = self.visualRect(self.currentIndex())
        ring = QRectF(1, current.top() + 1, self._shown_width() - 2, current.height() - 2)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRoundedRect(ring, 6, 6)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._least_height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the head and a few rows, so that a list is never a slit."""
        return QSize(self._theme.px(LEAST_WIDTH), self._least_height())

    def _least_height(self) -> int:
        rows = self.rows_model.rowCount() if self._shows_all else LEAST_ROWS
        header = self.horizontalHeader()
        header.ensurePolished()  # the style has its say in how high it is
        head = 0 if header.isHidden() else header.sizeHint().height()
        return head + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_up_header(self, *, sortable: bool) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setAccessibleName(self.accessibleName())
        if sortable:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)

    def _measure(self) -> None:
        """Make each column as wide as its words in the first rows, and rows high enough."""
        rows = self.rows_model.rows()[:MEASURED_ROWS]
        small = QFontMetrics(self._theme.font(Size.SMALL, strong=True))
        high = 40
        self._needs = []
        for column in self.rows_model.columns:
            cells = [column.cell_of(row) for row in rows]
            heading = small.horizontalAdvance(column.heading) + 44
            lines = [self._delegate.widths_of(cell) for cell in cells]
            self._needs.append(
                ColumnNeed(
                    max([heading, *map(max, lines)]),
                    max([heading, *(first for first, _ in lines)]),
                    stretches=column.stretch,
                    is_firm=column.right
                    or any(cell.tone is not StatusTone.PLAIN for cell in cells),
                    is_extra=column.extra,
                )
            )
            if any(cell.under for cell in cells):
                high = 52
        self.verticalHeader().setDefaultSectionSize(self._theme.px(high))
        self.updateGeometry()
        self._stretch()

    def _stretch(self) -> None:
        if len(self._needs) != len(self.rows_model.columns):
            return
        px = self._theme.px
        widths = share_out(
            self._needs,
            self.viewport().width(),
            stretch=px(LEAST_STRETCH),
            title=px(LEAST_TITLE),
            column=px(LEAST_COLUMN),
        )
        for place in range(len(self._needs)):
            self.setColumnHidden(place, place not in widths)
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def _shown_width(self) -> int:
        return min(self.viewport().width(), self.horizontalHeader().length())

    def _tell_chosen(self, *_: QModelIndex) -> None:
        row = self.current_row()
        self.viewport().update()
        self.chosen.emit(row)

    def _open(self, *_: QModelIndex) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)

    def _show_menu(self, index: QModelIndex, position: QPoint) -> None:
        row: Row | None = index.data(ROW_ROLE)
        commands = self._commands_for(row) if row is not None and self._commands_for else ()
        # Some systems tell of the key for menus twice: as a key, and as a wish for a menu.
        if not commands or QApplication.activePopupWidget() is not None:
            return
        menu = menu_of(commands, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)


def list_group(current: Callable[[], RowTable[Any] | None]) -> CommandGroup[RowTable[Any]]:
    """Return what can be done by key in every list."""
    opening: Command[RowTable[Any]] = Command(
        _tr("Open or change what is chosen"),
        lambda table: table.open_chosen(),
        shortcut="Enter",
        other_shortcut="Return",
    )
    return CommandGroup(
        _tr("In a list"),
        (
            opening,
            Command(
                _tr("Show what can be done with it"),
                lambda table: table.show_menu(),
                shortcut="Menu",
                other_shortcut="Shift+F10",
            ),
            Command(_tr("Go to the first line"), lambda table: table.go_to(0), shortcut="Home"),
            Command(_tr("Go to the last line"), lambda table: table.go_to(-1), shortcut="End"),
        ),
        chosen(current),
        in_list=True,
    )


def chosen_row(table: Callable[[], RowTable[Row]]) -> Callable[[], tuple[Row, ...]]:
    """Return the subjects of commands on the chosen row of a table, made by then."""

    def subjects() -> tuple[Row, ...]:
        row = table().current_row()
        return () if row is None else (row,)

    return subjects
