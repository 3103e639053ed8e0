"""The Performance page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QStackedWidget
from typing_extensions import override

from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.words import count
from lfjb_desk.ui.pages.performance.board import FiguresBoard
from lfjb_desk.ui.pages.performance.importing import Importing
from lfjb_desk.ui.pages.performance.imports_view import ImportsView
from lfjb_desk.ui.pages.performance.measures_view import MeasuresView
from lfjb_desk.ui.pages.performance.preview_view import PreviewView
from lfjb_desk.ui.pages.performance.spots import Spots
from lfjb_desk.ui.pages.performance.told import better_words
from lfjb_desk.ui.shell.contract import Command
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.boxes import Empty
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton, QWidget

    from lfjb_desk.domain.views.series import Series
    from lfjb_desk.ui.pages.performance.services import Services
    from lfjb_desk.ui.pages.performance.spots import Spot
    from lfjb_desk.ui.shell.contract import Desk


class PerformancePage(Page):
    """Shows the figures of an area and its places, and brings new ones in."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__(desk, "Performance")
        self._ask = services
        self._spots = Spots(services)
        self._spot: Spot | None = None
        self._offered: tuple[Spot, ...] = ()
        self.board = FiguresBoard(desk, services)
        self.board.told.connect(self._head_board)
        self.preview = PreviewView(desk)
        self.imports = ImportsView(desk, services)
        self.measures = MeasuresView(desk, services)
        self.importing = Importing(desk, services, self.preview, self)
        self.importing.understood.connect(self._open_preview)
        self.importing.finished.connect(self.open_board)
        self._build_tools()
        self.empty = self._build_empty()
        self._views = QStackedWidget()
        for view in (self.board, self.empty, self.preview, self.imports, self.measures):
            self._views.addWidget(view)
        self.body.addWidget(self._views, 1)
        self._current: QWidget = self.board

    @override
    def refresh(self) -> None:
        context = self.desk.context
        if context.area_id is None:
            self._show_empty(self.tr("No area is chosen"), self.tr("Choose an area at the top."))
            return
        spots = self._spots.of_area(context.area_id)
        if spots != self._offered:
            self._offered, self._spot = spots, spots[0]
            self._offer_places()
        if self._current is self.preview:
            self._head_preview()
        elif self._current is self.imports:
            many = count(self.imports.refresh(), self.tr("import"))
            self.head(self.tr("Imports"), self.tr("{0}, the latest first").format(many))
        elif self._current is self.measures:
            many = count(self.measures.refresh(spots[0].name), self.tr("measure"))
            self.head(self.tr("Measures and targets"), many)
        else:
            self._show_board()
            return
        self._turn_to(self._current)

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(self.tr("Import figures"), self.importing.choose, "download-simple", "Ctrl+I"),
            Command(self.tr("Copy the figures shown"), self.board.copy, "copy", "Ctrl+Shift+C"),
            Command(self.tr("Show the figures"), self.open_board, "chart-line"),
            Command(self.tr("Imports of figures"), self.open_imports, "files"),
            Command(self.tr("Measures and targets"), self.open_measures, "target"),
            Command(self.tr("New measure"), self.measures.wishes.add_measure, "plus-bold"),
        )

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.open_board()
        if not self.board.choose(key):
            self.open_measures()
            self.measures.choose(key)

    def open_board(self) -> None:
        """Show the figures."""
        self._open(self.board)

    def open_imports(self) -> None:
        """Show what has been imported."""
        self._open(self.imports)

    def open_measures(self) -> None:
        """Show all measures and their targets, with the chosen measure first."""
        self._open(self.measures)
        if self.board.series is not None:
            self.measures.choose(self.board.series.measure.id)

    def choose_place(self, spot: Spot) -> None:
        """Show the figures of another place."""
        self._spot = spot
        self._offer_places()
        self.open_board()

    def _open(self, view: QWidget) -> None:
        self._current = view
        self.refresh()

    def _open_preview(self) -> None:
        self._open(self.preview)

    def _build_tools(self) -> None:
        self.place_button = button("")
        self.place_button.setMenu(QMenu(self.place_button))
        self.manage = button(self.tr("Manage  ▾"), name=self.tr("Manage figures"))
        menu = QMenu(self.manage)
        for text, does in (
            (self.tr("Measures and targets"), self.open_measures),
            (self.tr("Imports"), self.open_imports),
            (self.tr("New measure…"), self.measures.wishes.add_measure),
        ):
            menu.addAction(text).triggered.connect(does)
        self.manage.setMenu(menu)
        self.back = button(self.tr("Back to the figures"))
        self.desk.icons.dress(self.back, "arrow-left", "soft")
        self.back.clicked.connect(self.open_board)
        self.new = button(self.tr("New measure"), "primary")
        self.desk.icons.dress(self.new, "plus-bold", "on_accent")
        self.new.clicked.connect(self.measures.wishes.add_measure)
        self.take_in = self._import_button()
        tools = (self.place_button, self.back, self.manage, self.new, self.take_in)
        self.offer(*tools)

    def _import_button(self) -> QPushButton:
        made = button(self.tr("Import figures"), "primary")
        self.desk.icons.dress(made, "download-simple", "on_accent")
        made.clicked.connect(self.importing.choose)
        return made

    def _build_empty(self) -> Empty:
        return Empty(
            self.desk.theme,
            self.desk.icons,
            "chart-line",
            "",
            "",
            self._import_button(),
            keys=self.tr("and type import"),
        )

    def _turn_to(self, view: QWidget) -> None:
        """Show a view, with the tools that belong to it: three at most."""
        figures = view is self.board
        shown = {
            self.place_button: figures,
            self.back: view in {self.imports, self.measures},
            self.manage: figures or view is self.empty,
            self.new: view is self.measures,
            self.take_in: figures or view is self.imports,
        }
        for tool, seen in shown.items():
            tool.setVisible(seen)
        self._views.setCurrentWidget(view)

    def _show_board(self) -> None:
        spot = self._spot
        if spot is None:
            return
        held = self._spots.held(spot, self._offered, self.desk.context.today)
        if not held.series:
            self._show_empty(
                self.tr("No figures are held for {0}").format(spot.name),
                self.tr("Import a published file, and its figures stand here."),
            )
            # Another place of the area may well have figures.
            self.place_button.show()
            return
        missing = ""
        if held.instead:
            nations = self.tr(" or for ").join(dict.fromkeys(one.place for one in held.series))
            missing = self.tr(
                "No figures are held for {0} itself. These are the national ones, for {1}."
            ).format(spot.name, nations)
        self._turn_to(self.board)
        self.board.show_place(held.series, missing)

    def _show_empty(self, missing: str, first: str) -> None:
        self.head(self.tr("Performance"))
        self.empty.missing.setText(missing)
        self.empty.first.setText(first)
        self._turn_to(self.empty)

    def _head_board(self, series: Series) -> None:
        better = better_words(series.measure)
        under = "  /  ".join((self.tr("Performance"), series.place, better))
        self.head(series.measure.name, under)

    def _head_preview(self) -> None:
        preview = self.preview.preview
        if preview is not None:
            under = self.tr("{0}. Nothing is written until you take it.")
            self.head(self.tr("Import figures"), under.format(preview.reading.file_name))

    def _offer_places(self) -> None:
        spot = self._spot
        name = spot.name if spot else ""
        self.place_button.setText(f"{name.replace('&', '&&')}  ▾")
        self.place_button.setAccessibleName(self.tr("Figures for {0}").format(name))
        menu = self.place_button.menu()
        menu.clear()
        kinds = {
            PlaceKind.AREA: self.tr("area"),
            PlaceKind.AUTHORITY: self.tr("local authority"),
            PlaceKind.NATION: self.tr("nation"),
        }
        for one in self._offered:
            entry = menu.addAction(f"{one.name}, {kinds.get(one.kind, '')}".replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(one == spot)
            entry.triggered.connect(lambda _=False, one=one: self.choose_place(one))
