"""The Library page: the Good Practice Guide, to read and to take from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QMenu
from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.read_models.library import InitiativeRow, LibraryQuery
from lfjb_desk.ui.pages.library import forms
from lfjb_desk.ui.pages.library.detail import InitiativePane
from lfjb_desk.ui.row_table import RowTable
from lfjb_desk.ui.shell.contract import Command
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.tables import Cell, Column
from lfjb_desk.ui.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Card, Empty, row
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.drivers import Driver, Project, Theme
    from lfjb_desk.services.drivers.library import LibraryService
    from lfjb_desk.services.drivers.projects import ProjectService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.ui.shell.contract import Desk


@dataclass(frozen=True)
class LibraryServices:
    """What the page asks."""

    library: LibraryService
    projects: ProjectService
    people: PeopleService


class LibraryPage(Page):
    """Lists the initiatives of the guide, and takes one up as a project."""

    def __init__(self, desk: Desk, services: LibraryServices) -> None:
        super().__init__(desk, "Library")
        self._ask = services
        self._theme_id: UUID | None = None
        self._driver_id: UUID | None = None
        self.finder = QLineEdit()
        self.finder.setAccessibleName(self.tr("Find in the library"))
        self.finder.setPlaceholderText(self.tr("Find by words: place, idea, outcome"))
        self.finder.setClearButtonEnabled(True)
        self.finder.textChanged.connect(lambda _: self._list())
        self.table: RowTable[InitiativeRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Initiatives"),
            self._columns(),
            key=lambda line: line.initiative.id,
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _: self._take_up())
        self.pane = InitiativePane(desk.theme, desk.icons)
        self.pane.taken_up.connect(self._take_up)
        self.pane.asked.connect(self._carry_out)
        self._lay_out()

    @override
    def refresh(self) -> None:
        self._offer_filters()
        self._list()

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(self.tr("Find in the library"), self.finder.setFocus, "magnifying-glass"),
            Command(self.tr("Take up the chosen initiative"), self._take_up, "plus-bold", "Ctrl+N"),
            Command(self.tr("Show the whole library"), self._widen),
        )

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        if not self.table.choose(key):
            self._widen()
            self.table.choose(key)

    def _lay_out(self) -> None:
        self.theme_button = button(self.tr("Theme: all"))
        self.driver_button = button(self.tr("Driver: all"))
        take_up = button(self.tr("Take up"), "primary")
        self.desk.icons.set_icon(take_up, "plus-bold", "on_accent")
        take_up.clicked.connect(self._take_up)
        self.offer(self.theme_button, self.driver_button, take_up)
        widen = button(self.tr("Show all"), "primary")
        widen.clicked.connect(self._widen)
        self._empty = Empty(
            self.desk.theme,
            self.desk.icons,
            "magnifying-glass",
            self.tr("No initiative answers this"),
            self.tr("Try fewer words, or another theme or driver."),
            widen,
        )
        self._empty.hide()
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        across = row(self._full, self._empty, self.pane, gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self.body.addWidget(self.finder)
        self.body.addLayout(across, 1)

    def _columns(self) -> tuple[Column[InitiativeRow], ...]:
        def drivers(line: InitiativeRow) -> str:
            if not line.drivers:
                return self.tr("No driver stated")
            return self.tr("{0} stated").format(count(len(line.drivers), "driver"))

        return (
            Column(
                self.tr("Initiative"),
                lambda line: Cell(line.initiative.title, line.initiative.place),
                sort=lambda line: line.initiative.title.casefold(),
                stretch=True,
            ),
            Column(
                self.tr("Theme"),
                lambda line: Cell(line.theme.name, drivers(line)),
                sort=lambda line: line.theme.number,
            ),
            Column(
                self.tr("Here"),
                lambda line: (
                    Cell(self.tr("Taken up"), tone=StatusTone.GOOD) if line.taken_up else Cell("")
                ),
                sort=lambda line: not line.taken_up,
            ),
        )

    def _offer_filters(self) -> None:
        themes, drivers = self._ask.library.themes(), self._ask.library.drivers()
        self._menu(self.theme_button, self.tr("Theme"), themes, self._choose_theme)
        self._menu(self.driver_button, self.tr("Driver"), drivers, self._choose_driver)

    def _menu(
        self,
        opener: QPushButton,
        name: str,
        things: Sequence[Theme] | Sequence[Driver],
        choose: Callable[[UUID | None], None],
    ) -> None:
        chosen = self._theme_id if opener is self.theme_button else self._driver_id
        menu = QMenu(opener)
        everything = self.tr("All")
        menu.addAction(everything).triggered.connect(lambda _=False: choose(None))
        held = everything.lower()
        for one in things:
            menu.addAction(one.name).triggered.connect(lambda _=False, key=one.id: choose(key))
            held = one.name if one.id == chosen else held
        before = opener.menu()
        opener.setMenu(menu)
        if before is not None:
            before.deleteLater()
        opener.setText(f"{name}: {held}")
        opener.setAccessibleName(opener.text())

    def _choose_theme(self, key: UUID | None) -> None:
        self._theme_id = key
        self.refresh()

    def _choose_driver(self, key: UUID | None) -> None:
        self._driver_id = key
        self.refresh()

    def _widen(self) -> None:
        self._theme_id = self._driver_id = None
        self.finder.clear()
        self.refresh()

    def _list(self) -> None:
        area_id = self.desk.context.area_id
        query = LibraryQuery(self.finder.text(), self._theme_id, self._driver_id, area_id)
        rows = self._ask.library.initiatives(query)
        taken = sum(line.taken_up for line in rows)
        said = count(len(rows), self.tr("initiative")).capitalize()
        self.head(
            self.tr("Library"),
            self.tr("{0} of the Good Practice Guide, {1} taken up here").format(said, taken),
        )
        self.table.set_rows(rows)
        for part in (self._full, self.pane):
            part.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.table.current_row() is None:
            self.table.choose(rows[0].initiative.id)

    def _show(self, line: InitiativeRow | None) -> None:
        if line is None:
            self.pane.show_initiative(None)
            return
        area_id = self.desk.context.area_id
        self.pane.show_initiative(self._ask.library.detail(line.initiative.id, area_id))

    def _take_up(self) -> None:
        area_id, line = self.desk.context.area_id, self.table.current_row()
        if area_id is None or line is None:
            self.desk.notices.refuse(self.tr("Choose an area at the top, then an initiative."))
            return
        detail = self._ask.library.detail(line.initiative.id, area_id)
        command = partial(self._ask.projects.take_up, area_id, line.initiative.id)
        self.desk.dialogs.ask_form(
            forms.take_up(detail, self._ask.people.people()),
            lambda answers: self.desk.history.attempt(partial(command, **answers)),
        )

    def _carry_out(self, command: str, project: Project) -> None:
        if command == "open":
            self.desk.context.go("drivers", "driver", project.driver_id)
        elif command == "remove":
            self.desk.history.do(partial(self._ask.projects.remove, project.id))
        elif project.initiative_id is not None:
            detail = self._ask.library.detail(project.initiative_id, project.area_id)
            change = partial(self._ask.projects.edit, project.id)
            self.desk.dialogs.ask_form(
                forms.change(project, detail, self._ask.people.people()),
                lambda answers: self.desk.history.attempt(partial(change, **answers)),
            )
