"""The table of drivers, in which one row opens to show what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.read_models.drivers import DriverView
from lfjb_desk.ui.charts.series import recent_line
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.signals import signal_words, tone
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.domain.read_models.drivers import MeasureProgress
    from lfjb_desk.ui.commands import CommandGroup
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

NEWEST = 12
"""How many figures the small line shows."""


@dataclass(frozen=True)
class OpenDriver:
    """The room under the driver that is open."""

    view: DriverView


Line = DriverView | OpenDriver


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverTable", text)


def _view_of(line: Line) -> DriverView:
    """Return the driver of a line: its own, or the one that is open above it."""
    return line.view if isinstance(line, OpenDriver) else line


def way(line: MeasureProgress) -> tuple[StatusTone, str]:
    """Return the tone and the words for a measure: its status, as every page tells it."""
    if line.now is None or line.series is None:
        return StatusTone.PLAIN, _tr("No figure held")
    return tone(line.series.status), signal_words(line.series.status)


def measure_cell(view: DriverView) -> Cell:
    """Return the first measure of a driver as a small line and a word."""
    if not view.measures:
        return Cell(_tr("No measure linked yet"))
    first = view.measures[0]
    sign, text = way(first)
    has_past = first.series is not None and len(first.series.points) > 1
    trend = recent_line(first.series, NEWEST) if first.series and has_past else None
    return Cell(text, tone=sign, trend=trend)


def pressing_cell(view: DriverView) -> Cell:
    """Return how many actions are late or due soon, the late first."""
    if view.late:
        return Cell(_tr("{0} late").format(len(view.late)), tone=StatusTone.LATE)
    soon = sum(action.standing is ActionStanding.SOON for action in view.actions)
    return Cell(_tr("{0} due soon").format(soon), tone=StatusTone.SOON) if soon else Cell("")


class DriverTable(RowTable[Line]):
    """Ten drivers; Enter, a double click or the arrows right and left open and close one."""

    toggled = Signal()
    """Another driver, or none, is open now."""

    def __init__(
        self,
        theme: ActiveTheme,
        icons: Icons,
        panel: Callable[[DriverView], QWidget],
        commands: CommandGroup[DriverView],
    ) -> None:
        self.open_id: UUID | None = None
        self._panel = panel
        super().__init__(
            theme,
            icons,
            _tr("Drivers of delay"),
            self._columns(),
            key=lambda line: line.driver.id if isinstance(line, DriverView) else "opened",
            commands_for=lambda line: commands.offered(_view_of(line)),
            sortable=False,
        )
        self.opened.connect(self._toggle)
        self.clicked.connect(self._clicked)
        theme.changed.connect(self._make_room_soon)

    def _make_room_soon(self) -> None:
        QTimer.singleShot(0, self, self._make_room)

    def show_views(self, views: Sequence[DriverView]) -> None:
        """Show drivers, with the open one unfolded."""
        focused = QApplication.focusWidget()
        was_inside = focused is not None and self.viewport().isAncestorOf(focused)
        lines: list[Line] = []
        for view in views:
            lines.append(view)
            if view.driver.id == self.open_id:
                lines.append(OpenDriver(view))
        self.clearSpans()
        self.set_rows(lines)
        self._place_panel()
        if was_inside:
            self.setFocus()

    def current_view(self) -> DriverView | None:
        """Return the driver that is chosen."""
        line = self.current_row()
        return None if line is None else _view_of(line)

    def open_driver(self, driver_id: UUID | None) -> None:
        """Open a driver, or (with None) close the open one."""
        self.open_id = driver_id
        lines = self.rows_model.rows()
        self.show_views([line for line in lines if isinstance(line, DriverView)])
        if driver_id is not None:
            self.choose(driver_id)
            self._bring_into_sight()
        self.toggled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self.current_view()
        if event.key() == Qt.Key.Key_Right and view is not None:
            self.open_driver(view.driver.id)
            return
        if event.key() == Qt.Key.Key_Left and view is not None:
            self.open_driver(None)
            self.choose(view.driver.id)
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and isinstance(
            self.current_row(), OpenDriver
        ):
            super().keyPressEvent(event)
            if isinstance(self.current_row(), OpenDriver):  # it is the last line
                self.selectRow(self.currentIndex().row() - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _columns(self) -> tuple[Column[Line], ...]:
        def of(cell: Callable[[DriverView], Cell]) -> Callable[[Line], Cell]:
            return lambda line: cell(line) if isinstance(line, DriverView) else Cell("")

        return (
            Column("", of(lambda row: Cell("▾" if row.driver.id == self.open_id else "▸"))),
            Column(
                _tr("Driver of delay"),
                of(lambda row: Cell(row.driver.name, strong=row.driver.id == self.open_id)),
                stretch=True,
            ),
            Column(
                _tr("Severity here"),
                of(lambda row: Cell(row.severity_word.capitalize(), severity=row.severity)),
            ),
            Column(_tr("Its measure"), of(measure_cell)),
            Column(
                _tr("Actions"),
                of(lambda row: Cell(_tr("{0} open").format(len(row.open)))),
                extra=True,
            ),
            Column(_tr("Pressing"), of(pressing_cell)),
            Column(
                _tr("Projects"),
                of(lambda row: Cell(str(len(row.projects)))),
                right=True,
                extra=True,
            ),
        )

    def _toggle(self, line: Line) -> None:
        view = _view_of(line)
        self.open_driver(None if view.driver.id == self.open_id else view.driver.id)
        self.choose(view.driver.id)

    def _clicked(self, index: QModelIndex) -> None:
        line = self.current_row()
        if index.column() == 0 and isinstance(line, DriverView):
            self._toggle(line)

    def _place_panel(self) -> None:
        at = self._opened_at()
        line = None if at is None else self.rows_model.rows()[at]
        if at is not None and isinstance(line, OpenDriver):
            self.setSpan(at, 0, 1, len(self.rows_model.columns))
            self.setIndexWidget(self.rows_model.index(at, 0), self._panel(line.view))
        self._make_room()

    def _make_room(self) -> None:
        """Make the open row as high as what it holds, and the others as high as their words."""
        at = self._opened_at()
        usual = self.verticalHeader().defaultSectionSize()
        for index in range(self.rows_model.rowCount()):
            if index != at:  # a row keeps its height when the rows under it change
                self.setRowHeight(index, usual)
        if at is None:
            return
        panel = self.indexWidget(self.rows_model.index(at, 0))
        if panel is not None:
            panel.ensurePolished()
            wide = self.horizontalHeader().length() or self.viewport().width()
            high = panel.heightForWidth(wide)
            self.setRowHeight(at, high if high > 0 else panel.sizeHint().height())

    def _bring_into_sight(self) -> None:
        at = self._opened_at()
        if at is not None:
            self.scrollTo(self.rows_model.index(at, 0))
            self.scrollTo(self.rows_model.index(at - 1, 0))

    def _opened_at(self) -> int | None:
        lines = self.rows_model.rows()
        return next((at for at, line in enumerate(lines) if isinstance(line, OpenDriver)), None)


def head_words(views: Sequence[DriverView]) -> str:
    """Return how many drivers are judged, for the line under the title."""
    judged = sum(view.severity > 0 for view in views)
    return _tr("{0}, in order of severity here; {1} judged").format(
        count(len(views), _tr("driver")).capitalize(), judged
    )
