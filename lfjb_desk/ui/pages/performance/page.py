"""The Performance page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from typing_extensions import override

from lfjb_desk.domain.tables import PLACES
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.performance.collection.view import CollectionView
from lfjb_desk.ui.pages.performance.dashboard.board import FiguresBoard
from lfjb_desk.ui.pages.performance.glossary.view import GlossaryView
from lfjb_desk.ui.pages.performance.importing.importing import Importing
from lfjb_desk.ui.pages.performance.importing.imports_list import ImportsView
from lfjb_desk.ui.pages.performance.location import PlaceButton, ShownLocation
from lfjb_desk.ui.pages.performance.mapping.saved_mappings import SavedMappingsView
from lfjb_desk.ui.pages.performance.mapping.view import MappingView
from lfjb_desk.ui.pages.performance.measure.view import MeasureView
from lfjb_desk.ui.pages.performance.measures.view import MeasuresView
from lfjb_desk.ui.pages.performance.national_view import NationView
from lfjb_desk.ui.pages.performance.preview.view import PreviewView
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.menus import command_button, menu_of
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.locations import Location
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.pages.performance.view import View
    from lfjb_desk.ui.shell.contract import Desk


class PerformancePage(Page):
    """Shows one of its views: the figures of a place, and what is kept round them."""

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Performance"))
        self.choice = ShownLocation(desk, services, self)
        self.place_button = PlaceButton(self.choice)
        self.preview = PreviewView(desk)
        self.mapping = MappingView(desk, services)
        self.importing = Importing(desk, services, self.preview, self.mapping, self)
        self._build_commands()
        self.take_in = command_button(self._import.bind(None), "primary", icons=desk.icons)
        self.explain = command_button(self._explain.bind(None))
        self.board = FiguresBoard(
            desk, services, self.choice, self._import, self.place_button, self.take_in
        )
        self.measure = MeasureView(desk, services, self.choice, self.place_button)
        self.nation = NationView(desk, services)
        self.imports = ImportsView(desk, services, self.explain, self.take_in)
        self.readings = SavedMappingsView(desk, services, self._explain, self.explain)
        self.measures = MeasuresView(desk, services)
        self._make_current(self.board)
        self._plug_in(
            self.board,
            self.measure,
            self.nation,
            CollectionView(desk, services.collect),
            self.imports,
            self.preview,
            self.mapping,
            self.measures,
            GlossaryView(desk, services),
            self.readings,
        )
        self._connect()

    def _build_commands(self) -> None:
        self._import = page_command(
            self.tr("Import figures"), self.importing.choose, "download-simple", "Ctrl+I"
        )
        self._explain = page_command(
            self.tr("Say how a sheet is read"), self.importing.choose_to_explain, "table"
        )

    def _connect(self) -> None:
        self.nation.area_chosen.connect(self._open_area)
        self.choice.chosen.connect(self._show_place)
        self.importing.looked_at.connect(partial(self.open, MappingView.key))
        self.importing.understood.connect(partial(self.open, PreviewView.key))
        self.importing.taken.connect(self._show_import)
        self.importing.finished.connect(self.open_board)

    @override
    def refresh(self) -> None:
        self.choice.renew()
        self.place_button.renew()
        self.show_now()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        own = page_group(self.tr("Performance"), self._import, self._explain, *self._entries)
        return (own, *(group for view in self.views.values() for group in view.command_groups()))

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        """Show a measure in the area of the window.

        Whatever refers to one from elsewhere, such as a sentence of another page or the Ctrl+K
        box, is about that area.
        """
        self.choice.renew()
        self.turning.emit()
        self.choice.stand_at_area()
        self.place_button.renew()
        if self.measure.holds(key):
            self.open(MeasureView.key, key)
        else:
            self.open(MeasuresView.key, key)

    @override
    def show_first_view(self) -> None:
        self.open_board()

    @override
    def standing(self) -> tuple[str, UUID | None]:
        return self.current.key, self.current.standing() or self.choice.measure_id

    @override
    def stand_at(self, kind: str, key: UUID | None) -> None:
        self.choice.renew()
        if kind in self.views and kind not in {PreviewView.key, MappingView.key}:  # of no file now
            self.open(kind, key)

    @override
    def resting_place(self) -> QWidget | None:
        return self.board.multiples.current() if self.current is self.board else None

    @override
    def place(self) -> object:
        return self.current.key, self.choice.location, self.choice.measure_id, super().place()

    @override
    def return_to(self, place: Any) -> None:
        view, location, measure_id, chosen = place
        if location is not None:
            self.choice.stand_at(location)
            self.place_button.renew()
        self.choice.measure_id = measure_id
        self.open(view)
        super().return_to(chosen)

    def open(self, key: str, at: object = None) -> None:
        """Show a view, and something there: the chosen measure where nothing is asked for."""
        before, view = self.current, self.views[key]
        if view is not before or at not in {None, self.choice.measure_id}:
            self.turning.emit()
        if isinstance(at, UUID):
            self.choice.measure_id = at
        if before is not view and before.has_back:
            self._came_from[key] = before.key
        self._make_current(view)
        self.show_now()
        view.show_at(self.choice.measure_id if at is None else at)

    def _make_current(self, view: View) -> None:
        self.current: View = view
        self.shows = PLACES | view.shows

    def open_board(self) -> None:
        """Show the figures."""
        self.open(FiguresBoard.key)

    def open_imports(self) -> None:
        """Show what has been imported."""
        self.open(ImportsView.key)

    def _show_import(self, snapshot_id: UUID) -> None:
        """Show an import that was just made, so that it is seen what it brought."""
        self._came_from.pop(ImportsView.key, None)  # the way back leads to the figures
        self.open_imports()
        self.imports.choose(snapshot_id)

    def _show_place(self) -> None:
        """Show the place that was just chosen: its figures, or the same measure there."""
        self.place_button.renew()
        if self.current is self.measure and self.measure.holds(self.choice.measure_id):
            self.show_now()
        else:
            self.open_board()

    def _open_area(self, location: Location, measure_id: UUID | None) -> None:
        """Show an area of the nation: a measure of it, or all."""
        self.turning.emit()
        self.choice.stand_at(location)
        self.place_button.renew()
        self.open(MeasureView.key if measure_id else FiguresBoard.key, measure_id)

    def _plug_in(self, *views: View) -> None:
        """Take the views, the first of which is shown first, and build what leads to them."""
        self.views = {view.key: view for view in views}
        self._came_from: dict[str, str] = {}
        self._stack = Stack()
        tools: list[QPushButton] = []
        for view in views:
            self._stack.addWidget(view)
            view.retitled.connect(self._head)
            view.wanted.connect(self.open)
            tools += [tool for tool in view.tools if tool not in tools]
        self._build_ways()
        # Primary buttons keep their place at the right, whichever view named them first.
        tools.sort(key=lambda tool: tool.property("kind") == "primary")
        ways = (self.back, self.place_button, self.manage, *tools)
        for way in ways:
            way.hide()  # all at once would make the window wider, and it would stay so
        self.offer(*ways)
        self.body.addWidget(self._stack)

    def _build_ways(self) -> None:
        self.back = button("")
        self.desk.icons.set_icon(self.back, "arrow-left", "soft")
        self.back.clicked.connect(self._go_back)
        self.manage = button(self.tr("Manage  ▾"), name=self.tr("Manage figures"))
        self._entries = [
            page_command(view.entry(), partial(self.open, view.key), "chart-line")
            for view in self.views.values()
            if view.entry()
        ]
        ways = [entry.bind(None) for entry in self._entries]
        self.manage.setMenu(menu_of(ways, self.manage))

    def _go_back(self) -> None:
        self.open(self._came_from.get(self.current.key, FiguresBoard.key))

    def show_now(self) -> None:
        """Show the current view as things stand."""
        self.current.refresh()
        self._head()
        self._stack.setCurrentWidget(self.current)

    def _head(self) -> None:
        """Say the heading of the current view, and show its tools: three at most."""
        view = self.current
        self.head(*view.head())
        is_first = view is self.board
        before = self.views[self._came_from.get(view.key, FiguresBoard.key)]
        home = before is self.board
        self.back.setText(self.tr("Back to the figures") if home else self.tr("Back"))
        self.back.setAccessibleName(self.back.text())
        seen = {tool: view.offers(tool) for other in self.views.values() for tool in other.tools}
        seen |= {self.back: view.has_back and not is_first, self.manage: is_first}
        # First away, then forth: all at once would make the window wider, and it would stay so.
        for tool in sorted(seen, key=seen.__getitem__):
            tool.setVisible(seen[tool])
