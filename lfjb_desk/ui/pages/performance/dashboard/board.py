"""The figures of a place at a glance: a small chart for each measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.drivers import AreaDriver, DriverMeasure
from lfjb_desk.domain.figures.charts import Narrative
from lfjb_desk.domain.formatting import count, months
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision
from lfjb_desk.domain.tables import CHARTED
from lfjb_desk.ui.pages.performance.dashboard.multiples import ROOM_ROUND, Multiples
from lfjb_desk.ui.pages.performance.dashboard.place_narrative import PlaceNarrativeCard
from lfjb_desk.ui.pages.performance.series_charts import legend_of, window_of
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Empty, Pills, column
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.commands import AnyGroup, Command
    from lfjb_desk.ui.pages.performance.location import ShownLocation
    from lfjb_desk.ui.pages.performance.locations import Location
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

WIDTH = 336


class FiguresBoard(View):
    """Shows all measures of a place, of one width and in one window of time."""

    shows = CHARTED | {*(Action, AgendaItem, AreaDriver, Decision, DriverMeasure, Group, Narrative)}

    key = "figures"

    def __init__(
        self,
        desk: Desk,
        services: PerformanceServices,
        choice: ShownLocation,
        import_figures: Command[None],
        *tools: QPushButton,
    ) -> None:
        super().__init__()
        self._import = import_figures
        self._desk, self._choice = desk, choice
        self.tools = tools
        self.missing = words("", "body", wrap=True)
        self.window_words = words("", "small")
        self.pills = Pills(self._sift)
        self.multiples = Multiples(desk.theme, desk.icons, "grid")
        self.multiples.chosen.connect(self._choose)
        self.multiples.opened.connect(self._open)
        self.narrative = PlaceNarrativeCard(
            desk,
            self.tr("In short"),
            self.tr("Edit the words about this place"),
            services.narratives,
        )
        self.empty = self._build_empty()
        self._stack = Stack()
        self._stack.addWidget(self._build_filled())
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_filled(self) -> QWidget:
        filled = QWidget()
        head = Beside(self._desk.theme, gap=8)
        head.put(self.pills, least=LEAST_LIST)
        head.put(self.window_words, width=AS_NEEDED)
        box = column(self.missing, head, gap=8)
        beside = column(self.narrative)
        beside.setContentsMargins(0, ROOM_ROUND, 0, 0)
        across = Beside(self._desk.theme, gap=12)
        across.put(self.multiples, least=LEAST_LIST)
        across.put(beside, width=WIDTH)
        box.addLayout(across, 1)
        filled.setLayout(box)
        return filled

    def _build_empty(self) -> Empty:
        theme, icons = self._desk.theme, self._desk.icons
        self.empty_button = command_button(self._import.bind(None), "primary", icons=icons)
        keys = self.tr("and type import")
        return Empty(theme, icons, "chart-line", "", "", self.empty_button, keys=keys)

    @override
    def entry(self) -> str:
        return self.tr("Figures")

    @override
    def head(self) -> tuple[str, str]:
        location, loaded = self._choice.location, self._choice.figures
        if location is None or not loaded.series:
            return self.tr("Performance"), ""
        counts = {key: sum(map(keep, loaded.series)) for key, keep in FILTERS.items()}
        phrases = [count(counts["signal"], self.tr("signal"))]
        if counts["worse"]:
            phrases.append(self.tr("{0} of them unwelcome").format(counts["worse"]))
        if counts["missed"]:
            missed = count(counts["missed"], self.tr("target"))
            phrases.append(self.tr("{0} not met").format(missed))
        return location.name, "  /  ".join((self.tr("Performance"), ", ".join(phrases)))

    @override
    def offers(self, tool: QPushButton) -> bool:
        """Leave out the import where the empty page has its own; another place may have figures."""
        filled = bool(self._choice.figures.series)
        return super().offers(tool) and (filled or tool is self.tools[0])

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return self.here(self.narrative.group.only_while(self._has_own_figures))

    def _has_own_figures(self) -> bool:
        return bool(self._choice.figures.series) and not self._choice.figures.instead

    @override
    def refresh(self) -> None:
        loaded, location = self._choice.figures, self._choice.location
        if not loaded.series:
            self._show_empty(location)
            return
        missing = ""
        if loaded.instead and location is not None:
            nations = self.tr(" or for ").join(
                dict.fromkeys(series.place for series in loaded.series)
            )
            missing = self.tr(
                "No figures are held for {0} itself. These are the national ones, for {1}."
            ).format(location.name, nations)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        self._stack.setCurrentIndex(0)
        self.narrative.setVisible(location is not None and not loaded.instead)
        if location is not None and not loaded.instead:
            self.narrative.show_place(location, loaded.series)
        self._offer(loaded.series)
        self._sift(self.pills.current)

    def _offer(self, series: Sequence[Series]) -> None:
        names = {
            "all": self.tr("All {0}"),
            "signal": self.tr("With a signal  {0}"),
            "worse": self.tr("Unwelcome  {0}"),
            "missed": self.tr("Target not met  {0}"),
        }
        counts = {key: sum(map(FILTERS[key], series)) for key in names}
        offered = [(key, text.format(counts[key])) for key, text in names.items()]
        current = self.pills.current
        self.pills.offer(offered, current if counts.get(current) else "all")

    def _sift(self, key: str) -> None:
        """Show the measures that a filter keeps."""
        kept = [series for series in self._choice.figures.series if FILTERS[key](series)]
        self.multiples.show_series(kept, self._choice.measure_id)
        if kept:
            shared = self.tr("All charts: {0}.").format(months(*window_of(kept)))
            self.window_words.setText(f"{shared}  {legend_of(kept)}".strip())

    def _show_empty(self, location: Location | None) -> None:
        if location is None:
            self.empty.say(self.tr("No area is chosen"), self.tr("Choose an area at the top."))
        else:
            self.empty.say(
                self.tr("No figures are held for {0}").format(location.name),
                self.tr("Import a published file, and its figures stand here."),
            )
        self._stack.setCurrentWidget(self.empty)

    def _choose(self, series: Series) -> None:
        self._choice.measure_id = series.measure.id

    def _open(self, series: Series) -> None:
        self.wanted.emit("measure", series.measure.id)


FILTERS: Mapping[str, Callable[[Series], bool]] = {
    "all": lambda _: True,
    "signal": lambda series: series.status.signal is not None,
    "worse": lambda series: series.status.is_concern,
    "missed": lambda series: series.status.is_missed,
}
