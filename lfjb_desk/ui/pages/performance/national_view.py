"""The nation: which areas have a signal, in what and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep
from lfjb_desk.domain.figures.figures import Measure, Observation
from lfjb_desk.domain.formatting import count, figure, number, worked_out
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.performance.file_saving import save_as
from lfjb_desk.ui.pages.performance.locations import Location
from lfjb_desk.ui.pages.performance.series_words import cause_words
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.signals import signal_words, tone
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Pills, row
from lfjb_desk.ui.widgets.form.choosing import ChoiceBox
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.places import DfjArea
    from lfjb_desk.domain.read_models.figures.national import AreaSignals, NationalView, SignalLine
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

COMBO = 320


@dataclass(frozen=True)
class NationalRow:
    """One signal of one area; or one area without any, which keeps its place in the list."""

    area: DfjArea
    line: SignalLine | None
    signals: AreaSignals
    """What the area holds: of the measure that is chosen, or of all."""


class NationView(View):
    """Lists the areas by name, each with its signals: no order of merit."""

    shows = frozenset({ChartPlan, ChartStep, Measure, Observation})

    key = "national"
    area_chosen = Signal(object, object)
    """The `Location` of an area and the id of the measure, to be shown."""

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self._view: NationalView | None = None
        self._seen: NationalView | None = None
        """What is shown of it: the measure that is chosen, or all."""
        self.table: RowTable[NationalRow] = RowTable(
            desk.theme, desk.icons, self.tr("Areas and their signals"), self._columns(), key=_key
        )
        self.table.opened.connect(self._open)
        saving = page_command(
            self.tr("Save the signals as a spreadsheet (XLSX)"), self.save_signals, "table"
        )
        self.group = page_group(self.tr("The nation"), saving)
        """What can be done with the signals."""
        self.tools = (command_button(saving.bind(None), "primary", text=self.tr("Save")),)
        self.pills = Pills(lambda _: self._sift())
        self.measure = ChoiceBox()
        self.measure.setAccessibleName(self.tr("Measure"))
        self.measure.view().setAccessibleName(self.tr("Measures to choose from"))
        self.measure.setMaximumWidth(desk.theme.px(COMBO))
        self.measure.activated.connect(lambda _: self._choose())
        self.none = words("", "soft", wrap=True)
        card = Card(flush=True)
        card.body.addWidget(self.none)
        card.body.addWidget(self.table, 1)
        head = Beside(desk.theme, gap=8)
        head.put(self.pills, least=LEAST_LIST)
        head.put(row(words(self.tr("Measure"), "soft"), self.measure), width=AS_NEEDED)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        self.chance = words("", "small", wrap=True)
        box.addLayout(head)
        box.addWidget(card, 1)
        box.addWidget(self.chance)

    @override
    def entry(self) -> str:
        return self.tr("The nation")

    @override
    def head(self) -> tuple[str, str]:
        if self._seen is None:
            return self.tr("The nation"), ""
        signalling, areas = len(self._seen.with_signals), len(self._seen.with_figures)
        sentence = self.tr(
            "{0} of {1} with figures have a signal, by name. Open a row to see its chart."
        )
        return self.tr("The nation"), sentence.format(signalling, count(areas, self.tr("area")))

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return self.here(self.group)

    def save_signals(self) -> None:
        """Save all signals as a spreadsheet, with how many chance alone would give."""
        view, now = self._view, self._desk.context.clock()
        if view is None:
            return
        save_as(
            self._desk,
            self.tr("Save the signals"),
            file_name(self.tr("Signals of the nation"), suffix=".xlsx"),
            ".xlsx",
            lambda path: bool(self._ask.exports.write_signals(path, view, now)),
        )

    @override
    def refresh(self) -> None:
        self._view = self._ask.national.view(self._desk.context.today)
        chosen = self.measure.currentData()
        self.measure.clear()
        self.measure.addItem(self.tr("All measures"), None)
        for measure in self._view.measures:
            self.measure.add_choice(measure.name, measure.id)
        self.measure.setCurrentIndex(max(0, self.measure.place_of(chosen)))
        self._sift()

    def _chance_words(self, view: NationalView) -> str:
        """Return how many signals chance alone would give, on what grounds, and what confirms."""
        if not view.with_limits:
            return ""
        found = sum(len(area.lines) for area in view.areas)
        return self.tr(
            "{0} in {1}, each a measure of one area, that have limits to judge them by and figures "
            "of the last two years; about {2} would come by chance alone, were all series "
            "stable and their figures independent (simulated series, judged by the same rules). "
            "Confirmed: a signal in the period before already, or by two rules."
        ).format(
            count(found, self.tr("signal")).capitalize(),
            count(view.with_limits, self.tr("series"), self.tr("series")),
            number(worked_out(view.expected)),
        )

    def _choose(self) -> None:
        """Show the measure that was chosen, in the heading too."""
        self._sift()
        self.retitled.emit()

    def _sift(self) -> None:
        if self._view is None:
            return
        wanted: UUID | None = self.measure.currentData()
        seen = self._seen = self._view.of_measure(wanted) if wanted else self._view
        self.chance.setText(self._chance_words(seen))
        rows = [area_row for area in seen.areas for area_row in self._rows(area)]
        kept = {
            "signals": [
                area_row for area_row in rows if area_row.line and area_row.line.status.signal
            ],
            "worse": [
                area_row for area_row in rows if area_row.line and area_row.line.status.is_concern
            ],
            "better": [
                area_row
                for area_row in rows
                if area_row.line and area_row.line.status.is_improvement
            ],
            "confirmed": [
                area_row
                for area_row in rows
                if area_row.line and area_row.line.status.signal and area_row.line.confirmed
            ],
            "all": rows,
        }
        texts = {
            "signals": self.tr("Signals  {0}"),
            "worse": self.tr("Unwelcome  {0}"),
            "better": self.tr("Welcome  {0}"),
            "confirmed": self.tr("Confirmed  {0}"),
            "all": self.tr("With areas that have none  {0}"),
        }
        current = self.pills.current or "signals"
        self.pills.offer(
            [(key, text.format(len(kept[key]))) for key, text in texts.items()], current
        )
        self.table.set_rows(kept[current])
        self.none.setVisible(not kept[current])
        self.none.setText(self.tr("No area has such a signal in the figures that are held."))
        self.none.setContentsMargins(20, 12, 20, 12)

    def _rows(self, area: AreaSignals) -> list[NationalRow]:
        lines = [NationalRow(area.area, line, area) for line in (*area.lines, *area.past)]
        return lines or [NationalRow(area.area, None, area)]

    def _columns(self) -> tuple[Column[NationalRow], ...]:
        return (
            Column(
                self.tr("Area"),
                lambda row: Cell(row.area.name, row.area.region),
                sort=lambda row: row.area.name.casefold(),
            ),
            Column(self.tr("Measure"), self._measure, stretch=True),
            Column(self.tr("Signal"), self._signal),
            Column(
                self.tr("Since"),
                lambda row: row.line.since_words if row.line else "",
                sort=lambda row: row.line.since if row.line else None,
                right=True,
                extra=True,
            ),
            Column(self.tr("Latest"), self._latest, right=True),
        )

    def _measure(self, area_row: NationalRow) -> Cell:
        if area_row.line is not None:
            return Cell(area_row.line.name, cause_words(area_row.line.signal))
        area = area_row.signals
        chosen = self.measure.currentData() is not None
        if not area.held:
            none = self.tr("No figures are held")
            return Cell(self.tr("No figure of this measure") if chosen else none)
        if chosen:
            return Cell(self.measure.currentText())
        text = self.tr("{0} held, {1} judged")
        return Cell(text.format(count(len(area.held), self.tr("measure")), len(area.judged)))

    def _signal(self, area_row: NationalRow) -> Cell:
        line = area_row.line
        if line is None:
            return self._unsignalled(area_row.signals)
        under = ", ".join(
            note
            for note, is_so in (
                (self.tr("confirmed"), line.confirmed),
                (self.tr("trial limits"), line.status.is_trial),
            )
            if is_so
        )
        return Cell(signal_words(line.status), under, tone=tone(line.status))

    def _unsignalled(self, area: AreaSignals) -> Cell:
        """Return what stands in place of a signal: of one measure also why it has none."""
        if not area.held:
            return Cell(self.tr("No figures"), tone=StatusTone.PLAIN)
        if self.measure.currentData() is not None:
            if area.old:
                return Cell(self.tr("Too old"))
            if not area.judged:
                return Cell(self.tr("Not judged"))
        return Cell(self.tr("No signal"), tone=StatusTone.SAME)

    def _latest(self, row: NationalRow) -> Cell:
        line = row.line
        if line is None:
            return Cell("")
        measure = line.measure
        newest = figure(line.value, measure.unit, measure.decimals, line.marker)
        return Cell(newest, line.period_words)

    def _open(self, row: NationalRow) -> None:
        location = Location(PlaceKind.AREA, row.area.code, row.area.name)
        self.area_chosen.emit(location, row.line.measure.id if row.line else None)


def _key(row: NationalRow) -> Hashable:
    return row.area.id, row.line.measure.id if row.line else None
