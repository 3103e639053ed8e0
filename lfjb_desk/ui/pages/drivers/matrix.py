"""Initiatives of the guide by driver, and what changed: the two other views of the page."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import fill
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from lfjb_desk.domain.drivers import Stance
from lfjb_desk.domain.read_models.driver_words import event_words
from lfjb_desk.domain.read_models.drivers import MatrixRow
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.domain.drivers import Driver
    from lfjb_desk.domain.read_models.drivers import DriverEvent, DriverView, InitiativeMatrix
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

FIRST, OTHER, HEAD = 328, 132, 76
"""Widths of the columns and the height of the head, in pixels of a 14 pixel text."""
HEADING = 15
"""How many letters of a driver's name stand on one line of the head."""
STANCES = {
    Stance.PRESENT: StatusTone.GOOD,
    Stance.ABSENT: StatusTone.SAME,
    Stance.NOT_STATED: StatusTone.PLAIN,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverMatrix", text)


class MatrixTable(RowTable[MatrixRow]):
    """Every initiative with the guide's word for each driver: present, absent, not stated."""

    def __init__(self, theme: ActiveTheme, icons: Icons, matrix: InitiativeMatrix) -> None:
        self._look = theme
        self.matrix = matrix
        columns = [
            Column[MatrixRow](
                _tr("Initiative"), lambda line: Cell(line.initiative.title, line.theme.name)
            )
        ]
        columns += [
            Column(fill(driver.name, HEADING), _stance(index))
            for index, driver in enumerate(matrix.drivers)
        ]
        super().__init__(
            theme,
            icons,
            _tr("Initiatives by driver"),
            columns,
            key=lambda line: line.initiative.id,
        )
        self.horizontalHeader().setFixedHeight(theme.px(HEAD))
        self.set_rows(sorted(matrix.rows, key=_silent))
        self.selectRow(0)

    @override
    def _stretch(self) -> None:
        for index in range(len(self.rows_model.columns)):
            self.setColumnWidth(index, self._look.px(OTHER if index else FIRST))


def _silent(line: MatrixRow) -> bool:
    return all(stance is Stance.NOT_STATED for stance in line.stances)


def _stance(index: int) -> Callable[[MatrixRow], Cell]:
    def cell(line: MatrixRow) -> Cell:
        stance = line.stances[index]
        return Cell(stance.value.capitalize(), tone=STANCES[stance])

    return cell


@dataclass(frozen=True)
class DriverChange:
    """One thing that changed about a driver."""

    driver: Driver
    event: DriverEvent
    is_first: bool


def changes(views: Sequence[DriverView]) -> tuple[DriverChange, ...]:
    """Return what changed, driver by driver."""
    return tuple(
        DriverChange(view.driver, event, is_first=index == 0)
        for view in views
        for index, event in enumerate(view.changed)
    )


def changes_table(
    theme: ActiveTheme, icons: Icons, commands_for: Callable[[DriverChange], Sequence[BoundCommand]]
) -> RowTable[DriverChange]:
    """Return the table of what changed."""
    return RowTable(
        theme,
        icons,
        _tr("What changed"),
        (
            Column[DriverChange](_tr("Driver of delay"), _named_once),
            Column[DriverChange](_tr("What changed"), _what, stretch=True),
        ),
        key=lambda line: (line.driver.id, line.event),
        commands_for=commands_for,
        sortable=False,
    )


def _named_once(line: DriverChange) -> Cell:
    return Cell(line.driver.name if line.is_first else "", strong=True)


def _what(line: DriverChange) -> Cell:
    event = line.event
    is_of_driver = event.record_id == line.driver.id
    return Cell(event_words(event), "" if is_of_driver else event.title)
