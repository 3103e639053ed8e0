"""A measure's own page: chart, words, figures, comparison, limits and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.figures.charts import Narrative, Neighbour
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.domain.tables import ACTED, CHARTED, JUDGED
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.performance.dashboard.multiples import Multiples
from lfjb_desk.ui.pages.performance.measure.chart_card import ChartCard
from lfjb_desk.ui.pages.performance.measure.chart_settings_panel import ChartSettingsPanel
from lfjb_desk.ui.pages.performance.measure.comparison_panel import ComparePanel
from lfjb_desk.ui.pages.performance.measure.publishers_panel import PublishersPanel
from lfjb_desk.ui.pages.performance.measure.saving import FigureSaving
from lfjb_desk.ui.pages.performance.measure.side import FigureTable
from lfjb_desk.ui.pages.performance.measure.sight_panel import SightPanel
from lfjb_desk.ui.pages.performance.narrative_card import SeriesNarrativeCard
from lfjb_desk.ui.pages.performance.series_charts import chart_of
from lfjb_desk.ui.pages.performance.series_words import better_words
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Pills, column
from lfjb_desk.ui.widgets.scrolling import Stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.figures.series import Series, SeriesKey
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.location import ShownLocation
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

WIDTH = 388


class MeasureView(View):
    """Shows one measure in a place; the strip above leads to the others."""

    shows = (
        CHARTED
        | ACTED
        | JUDGED
        | {AgendaItem, Decision, Group, Meeting, Narrative, Neighbour, Organisation, Person}
    )

    key = "measure"

    def __init__(
        self, desk: Desk, services: PerformanceServices, choice: ShownLocation, *tools: QPushButton
    ) -> None:
        super().__init__()
        self._desk, self._ask, self._choice = desk, services, choice
        self.series: Series | None = None
        self._series_key: SeriesKey | None = None
        self.strip = Multiples(desk.theme, desk.icons, "strip")
        self.strip.chosen.connect(self._choose)
        self.chart_card = ChartCard(desk.theme, desk.icons)
        self.chart_card.series_key_chosen.connect(self._choose_series_key)
        self.compare = ComparePanel(desk, services)
        self.saving = FigureSaving(desk, services, self._shown, self)
        self.figures = FigureTable(desk.theme, desk.icons, services, self.saving.copying)
        self.chart_settings = ChartSettingsPanel(desk, services, self.figures.chosen_day)
        self.series_keys = PublishersPanel(desk)
        self.sight = SightPanel(desk, services)
        self.narrative = SeriesNarrativeCard(
            desk,
            self.tr("What it says"),
            self.tr("Edit the words about this measure"),
            services.narratives,
        )
        self.tools = (*tools, self.saving.button)
        self.figures.place_chosen.connect(self.chart_card.chart.choose)
        self.chart_card.chart.walked.connect(self.figures.choose)
        self.pills = Pills(self._turn_to)
        self._lay_out()

    def _lay_out(self) -> None:
        self._parts = {
            "time": self.chart_card,
            "beside": self.compare,
            "settings": self.chart_settings,
            "sight": self.sight,
            "strands": self.series_keys,
        }
        self._stack = Stack()
        for part in self._parts.values():
            self._stack.addWidget(part)
        card = Card()
        card.body.setSpacing(8)
        card.body.addWidget(self.pills)
        card.body.addWidget(self._stack, 1)
        side = column(self.narrative, self.figures, gap=16)
        side.setStretch(0, 4)
        side.setStretch(1, 3)
        across = Beside(self._desk.theme)
        across.put(card, least=LEAST_LIST)
        across.put(side, width=WIDTH)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.strip)
        box.addLayout(across, 1)
        self._offer_parts(with_series_keys=False)

    def _offer_parts(self, *, with_series_keys: bool) -> None:
        """Offer what can be seen of the measure: other publishers only where there are any."""
        names = {
            "time": self.tr("Over time"),
            "beside": self.tr("Beside others"),
            "settings": self.tr("Limits, steps and targets"),
            "sight": self.tr("Drivers and actions"),
        }
        if with_series_keys:
            names["strands"] = self.tr("Other publishers")
        current = self.pills.current if self.pills.current in names else "time"
        self.pills.offer(list(names.items()), current)
        self._turn_to(current)

    @override
    def head(self) -> tuple[str, str]:
        if self.series is None:
            return self.tr("Performance"), ""
        better = better_words(self.series.measure)
        under = (self.tr("Performance"), self.series.place, better)
        return self.series.name, "  /  ".join(under)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        walk = page_group(
            self.tr("The measure shown"),
            page_command(self.tr("Next measure"), self._next, "arrow-right", "Ctrl+PgDown"),
            page_command(self.tr("Measure before"), self._previous, "arrow-left", "Ctrl+PgUp"),
            self.compare.choosing,
        )
        settings = self.chart_settings.command_groups()
        groups = (self.saving.group, walk, self.narrative.group, *settings)
        return [group.only_while(self._is_series_seen) for group in groups]

    def _is_series_seen(self) -> bool:
        """Tell whether a series is shown, here and now: another view may hide it."""
        return self.series is not None and self.isVisible()

    @override
    def refresh(self) -> None:
        row = self._choice.figures.series
        chosen = self.strip.show_series(row, self._choice.measure_id)
        if chosen is None:
            self.series = None
            self.wanted.emit("figures", None)
            return
        self._show(self._in_series_key(chosen))

    @override
    def show_at(self, at: object) -> None:
        """Show the measure of an id, where the place has figures of it."""
        if isinstance(at, UUID) and (self.series is None or self.series.measure.id != at):
            self.strip.choose(at)

    def holds(self, measure_id: UUID | None) -> bool:
        """Tell whether the place has figures of its own of a measure."""
        loaded = self._choice.figures
        return not loaded.instead and any(
            series.measure.id == measure_id for series in loaded.series
        )

    def _choose(self, series: Series) -> None:
        self._series_key = None
        self._show(series)

    def _choose_series_key(self, series_key: SeriesKey) -> None:
        self._series_key = series_key
        if self.series is not None:
            self._show(self._in_series_key(self.series))

    def _in_series_key(self, series: Series) -> Series:
        """Return the series as the chosen publisher has it, while there is one chosen."""
        wanted = self._series_key
        if wanted is None or wanted == series.series_key:
            return series
        other = self._ask.figures.series(
            series.measure.id,
            series.place_kind,
            series.place_code,
            self._desk.context.today,
            wanted.publisher,
            wanted.frequency,
        )
        return other or series

    def _show(self, series: Series) -> None:
        self.series, self._choice.measure_id = series, series.measure.id
        measure, today = series.measure, self._desk.context.today
        area_id = self._choice.area_of(series)
        targets = self._ask.figures.targets(measure.id)
        plan = self._ask.control.plan(measure.id, series.place_kind, series.place_code)
        comparison = self._ask.compare.beside(series, today)
        others = self._ask.figures.others(series, today)
        self.chart_card.show_series(series, chart_of(series), others)
        self.compare.show_comparison(comparison, area_id)
        self.chart_settings.show_series(series, plan, targets, self._choice.target_place(series))
        self.narrative.show_series(
            series, self._ask.narratives.for_series(series, comparison, today)
        )
        self.figures.show_series(series)
        self.sight.show_measure(measure.id)
        self._offer_parts(with_series_keys=self.series_keys.show_series(series, others))
        self.retitled.emit()

    def _shown(self) -> tuple[Series, ChartCard | ComparePanel] | None:
        """Return the series, and the chart that is seen of it: through time, or beside others."""
        if self.series is None:
            return None
        is_beside = self.pills.current == "beside"
        return self.series, self.compare if is_beside else self.chart_card

    def _turn_to(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[key])

    def _next(self) -> None:
        self.strip.step(1)

    def _previous(self) -> None:
        self.strip.step(-1)
