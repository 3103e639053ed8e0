"""The Drivers page: what holds cases up here, and what is done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from lfjb_desk.domain.actions import Action, ActionUpdate
from lfjb_desk.domain.drivers import (
    AreaDriver,
    Driver,
    DriverMeasure,
    Initiative,
    InitiativeDriver,
    Project,
    Theme,
)
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.domain.tables import CHARTED
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.drivers.commands import DriverCommands
from lfjb_desk.ui.pages.drivers.matrix import DriverChange, MatrixTable, changes, changes_table
from lfjb_desk.ui.pages.drivers.panel import DriverPanel
from lfjb_desk.ui.pages.drivers.table import DriverTable, head_words
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.widgets.boxes import Card, Empty
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Stack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.drivers import DriverView, MatrixRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.drivers.services import DriversServices
    from lfjb_desk.ui.shell.contract import Desk

DRIVERS, CHANGED, MATRIX = "drivers", "changed", "matrix"


class DriversPage(Page):
    """Shows the ten drivers by severity; one opens to its line of sight."""

    shows = CHARTED | {
        Action,
        ActionUpdate,
        AgendaItem,
        AreaDriver,
        Decision,
        Driver,
        DriverMeasure,
        Group,
        Initiative,
        InitiativeDriver,
        Meeting,
        Organisation,
        Person,
        Project,
        Theme,
    }

    def __init__(self, desk: Desk, services: DriversServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Drivers"))
        self._ask = services
        self.record_commands = DriverCommands(desk, services, self)
        self._of_chosen = self.record_commands.group(self._chosen)
        self._of_ties = self.record_commands.ties(self._chosen)
        self._views = tuple(
            page_command(label, partial(self._turn, view), icon)
            for view, label, icon in (
                (MATRIX, self.tr("Initiatives by driver"), "table"),
                (CHANGED, self.tr("What changed"), "clock"),
                (DRIVERS, self.tr("Drivers by severity"), "git-branch"),
            )
        )
        self.view = DRIVERS
        self._coming: MeetingRow | None = None
        self._last: MeetingRow | None = None
        self.table = DriverTable(desk.theme, desk.icons, self._panel, self._of_chosen)
        self._of_change = self.record_commands.changes(chosen_row(lambda: self.changed))
        self.changed: RowTable[DriverChange] = changes_table(
            desk.theme, desk.icons, self._of_change.offered
        )
        self.changed.opened.connect(self.record_commands.open_change)
        self.matrix: MatrixTable | None = None
        self._is_new = True
        self._lay_out()

    @override
    def refresh(self) -> None:
        area_id, group_id = self.desk.context.area_id, self.desk.context.group_id
        if area_id is None:
            self._show_empty(self.tr("No area is chosen"), self.tr("Choose an area at the top."))
            return
        today = self.desk.context.today
        self._coming = self._ask.meetings.next(group_id, today) if group_id else None
        self._last = self._ask.meetings.last(group_id, today) if group_id else None
        since = self._last.meeting.held_on if self._last else None
        views = self._ask.drivers.views(area_id, today, since)
        if self._is_new and views:
            self._is_new = False
            self.table.open_id = views[0].driver.id
        self._show_views(views)
        if self.view == MATRIX:
            self._show_matrix()
        elif self.view == CHANGED:
            self._show_changed(views)
        else:
            self.head(self.tr("Drivers of delay"), head_words(views))
            self._stack.setCurrentWidget(self._drivers)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        on_rows = [group.only_while(self._shows_drivers) for group in self._groups_of_rows()]
        on_change = self._of_change.only_while(lambda: self.view == CHANGED)
        return (*on_rows, on_change, page_group(self.tr("Drivers"), *self._views))

    def _groups_of_rows(self) -> Sequence[AnyGroup]:
        return (self._of_chosen, *self._of_ties)

    def _shows_drivers(self) -> bool:
        return self.view == DRIVERS

    @override
    def show_first_view(self) -> None:
        if not self._shows_drivers():
            self._turn(DRIVERS)

    @override
    def standing(self) -> tuple[str, UUID | None]:
        return self.view, self.table.open_id if self._shows_drivers() else None

    @override
    def stand_at(self, kind: str, key: UUID | None) -> None:
        if kind in {CHANGED, MATRIX} and kind != self.view:
            self._turn(kind)
        elif key is not None:
            self.show_record(kind, key)

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self._turn(DRIVERS)
        self.table.open_driver(key)
        self.table.setFocus()

    def _lay_out(self) -> None:
        self._matrix_button, self._changed_button = (
            command_button(command.bind(None)) for command in self._views[:2]
        )
        self._judge_button = command_button(
            self._of_chosen.on_current(self.record_commands.judge, self._refuse), "primary"
        )
        self.offer(self._matrix_button, self._changed_button, self._judge_button)
        theme, icons = self.desk.theme, self.desk.icons
        self._drivers, self._changes, self._guide = (Card(flush=True) for _ in range(3))
        self._drivers.body.addWidget(self.table)
        self._changes.body.addWidget(self.changed)
        self._empty = Empty(theme, icons, "git-branch", "", "")
        self._stack = Stack()
        for part in (self._drivers, self._changes, self._guide, self._empty):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)

    def _panel(self, view: DriverView) -> DriverPanel:
        return DriverPanel(
            self.desk.theme,
            self.desk.icons,
            view,
            self._coming,
            self.record_commands,
            self.desk.context,
        )

    def _show_views(self, views: Sequence[DriverView]) -> None:
        chosen = self.table.current_view()
        self.table.show_views(views)
        if chosen is None and self.table.open_id is not None:
            self.table.choose(self.table.open_id)

    def _show_matrix(self) -> None:
        matrix = self._ask.drivers.matrix()
        if self.matrix is None or self.matrix.matrix != matrix:
            if self.matrix is not None:
                self.matrix.hide()
                self.matrix.deleteLater()
            self.matrix = MatrixTable(self.desk.theme, self.desk.icons, matrix)
            self.matrix.opened.connect(self._open_initiative)
            self._guide.body.addWidget(self.matrix)
        self.head(
            self.tr("Initiatives by driver"),
            self.tr("What the Good Practice Guide's map says; where it is silent, not stated"),
        )
        self._stack.setCurrentWidget(self._guide)

    def _show_changed(self, views: Sequence[DriverView]) -> None:
        lines = changes(views)
        if self._last is None:
            self._show_empty(
                self.tr("No meeting has been held yet"),
                self.tr("What changed is counted from the last meeting of the group."),
            )
            return
        day = long_date(self._last.meeting.held_on)
        if not lines:
            self._show_empty(
                self.tr("Nothing has changed since {0}").format(day),
                self.tr("Judge a driver or record what its actions came to."),
            )
            return
        self.head(
            self.tr("What changed"),
            self.tr("Since {0}, {1}").format(self._last.label, day),
        )
        self.changed.set_rows(lines)
        self._stack.setCurrentWidget(self._changes)

    def _show_empty(self, missing: str, first: str) -> None:
        self._empty.say(missing, first)
        self._stack.setCurrentWidget(self._empty)

    @override
    def place(self) -> object:
        return self.view, self.table.open_id, super().place()

    @override
    def return_to(self, place: Any) -> None:
        view, driver_id, chosen = place
        if view != self.view:
            self._turn(view)
        if driver_id != self.table.open_id:
            self.table.open_driver(driver_id)
        super().return_to(chosen)

    def _turn(self, view: str) -> None:
        """Turn to a view; asked for the one that is shown, turn back to the drivers."""
        self.turning.emit()
        self.view = DRIVERS if view == self.view else view
        back = self.tr("Back to the drivers")
        matrix, changed = (command.label for command in self._views[:2])
        self._matrix_button.setText(back if self.view == MATRIX else matrix)
        self._changed_button.setText(back if self.view == CHANGED else changed)
        for button in (self._matrix_button, self._changed_button):
            button.setAccessibleName(button.text())
        self._judge_button.setVisible(self._shows_drivers())
        self.refresh()

    def _open_initiative(self, line: MatrixRow) -> None:
        self.desk.context.go("library", "initiative", line.initiative.id)

    def _chosen(self) -> DriverView | None:
        return self.table.current_view() if self.desk.context.area_id is not None else None

    def _refuse(self) -> None:
        self.desk.notices.refuse(self.tr("Choose an area at the top, then a driver."))
