"""The Library page: the Good Practice Guide, to read and to take from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from lfjb_desk.domain.drivers import Driver, Initiative, InitiativeDriver, Project, Theme
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.read_models.library import InitiativeRow, LibraryQuery
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.library import forms
from lfjb_desk.ui.pages.library.commands import LibraryCommands
from lfjb_desk.ui.pages.library.detail import InitiativePane
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty
from lfjb_desk.ui.widgets.menus import command_button, set_choices
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.services.drivers.library import LibraryService
    from lfjb_desk.services.drivers.projects import ProjectService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk


@dataclass(frozen=True)
class LibraryServices:
    """What the page asks."""

    library: LibraryService
    projects: ProjectService
    people: PeopleService


class LibraryPage(Page):
    """Lists the initiatives of the guide, and takes one up as a project."""

    shows = frozenset({Driver, Initiative, InitiativeDriver, Person, Project, Theme})

    def __init__(self, desk: Desk, services: LibraryServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Library"))
        self._ask = services
        self._theme_id: UUID | None = None
        self._driver_id: UUID | None = None
        self.record_commands = LibraryCommands(
            desk, services.library, services.projects, services.people, self
        )
        self._of_projects = self.record_commands.group(self._projects)
        take_up = Command(self.tr("Take up…"), self._take_up, "plus-bold", "Ctrl+N")
        self._of_initiative: CommandGroup[InitiativeRow] = CommandGroup(
            self.tr("The chosen initiative"),
            (take_up,),
            chosen_row(lambda: self.table),
            lambda line: line.initiative.title,
        )
        self._take_up_chosen = self._of_initiative.on_current(take_up, self._refuse)
        self._widen_command = page_command(self.tr("Show all"), self._widen, "books")
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
            commands_for=self._of_initiative.offered,
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._take_up)
        self.pane = InitiativePane(
            desk.theme, desk.icons, self._take_up_chosen, self._of_projects, desk.context.go
        )
        self._lay_out()

    @override
    def refresh(self) -> None:
        self._offer_filters()
        self._list()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        find = page_command(
            self.tr("Find in the library"), self.finder.setFocus, "magnifying-glass"
        )
        return (
            page_group(self.tr("Whole library"), find, self._widen_command),
            self._of_initiative,
            self._of_projects,
        )

    @override
    def standing(self) -> tuple[str, UUID | None]:
        key = self.table.current_key()
        return ("initiative", key) if isinstance(key, UUID) else ("", None)

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        if not self.table.choose(key):
            self._widen()
            self.table.choose(key)

    def _lay_out(self) -> None:
        self.theme_button = button(self.tr("Theme: all"))
        self.driver_button = button(self.tr("Driver: all"))
        take_up = command_button(self._take_up_chosen, "primary", icons=self.desk.icons)
        self.offer(self.theme_button, self.driver_button, take_up)
        widen = command_button(self._widen_command.bind(None), "primary")
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
        across = Beside(self.desk.theme)
        across.put(self._full, least=LEAST_LIST)
        across.put(self._empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.body.addWidget(self.finder)
        self.body.addLayout(across, 1)

    def _columns(self) -> tuple[Column[InitiativeRow], ...]:
        def drivers(line: InitiativeRow) -> str:
            if not line.drivers:
                return self.tr("No driver stated")
            return self.tr("{0} stated").format(count(len(line.drivers), self.tr("driver")))

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
        everything = self.tr("All")
        names: dict[UUID | None, str] = {
            None: everything,
            **{thing.id: thing.name for thing in things},
        }
        current = names[chosen] if chosen in names and chosen is not None else everything.lower()
        set_choices(opener, f"{name}: {current}", names, choose)

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
        sentence = count(len(rows), self.tr("initiative")).capitalize()
        self.head(
            self.tr("Library"),
            self.tr("{0} of the Good Practice Guide, {1} taken up here").format(sentence, taken),
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

    def _refuse(self) -> None:
        self.desk.notices.refuse(self.tr("Choose an area at the top, then an initiative."))

    def _take_up(self, line: InitiativeRow) -> None:
        area_id = self.desk.context.area_id
        if area_id is None:
            self._refuse()
            return
        detail = self._ask.library.detail(line.initiative.id, area_id)
        initiative_id = line.initiative.id
        self.desk.keep(
            forms.take_up(detail, self._ask.people.people()),
            lambda answer: self._ask.projects.take_up(area_id, initiative_id, **answer.fields()),
        )

    def _projects(self) -> Sequence[Project]:
        """Return what the chosen initiative was taken up as in this area."""
        area_id, line = self.desk.context.area_id, self.table.current_row()
        if area_id is None or line is None:
            return ()
        detail = self._ask.library.detail(line.initiative.id, area_id)
        return [taken_up.project for taken_up in detail.projects]
