"""All measures with what they mean, and the targets of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from lfjb_desk.domain.figures.figures import Measure, Target
from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.commands import CommandGroup, page_group
from lfjb_desk.ui.pages.performance.measures.targets import Targets
from lfjb_desk.ui.pages.performance.series_words import better_words
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


class MeasuresView(View):
    """Lists every measure; words and targets of the chosen one are changed beside the list."""

    shows = frozenset({Measure, Target})

    key = "measures"

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self.targets = Targets(desk, services, self)
        self.record_commands = self.targets.record_commands
        self._of_measure: CommandGroup[Measure] = CommandGroup(
            self.tr("The chosen measure"),
            (self.record_commands.changing,),
            chosen_row(lambda: self.table),
            lambda measure: measure.name,
        )
        self._build_tool()
        self.table: RowTable[Measure] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Measures"),
            self._columns(),
            commands_for=self._of_measure.offered,
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.record_commands.change_measure)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.pane = Detail(desk.theme, self.tr("Chosen measure"))
        across = Beside(desk.theme)
        across.put(card, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.setLayout(across)

    @override
    def entry(self) -> str:
        return self.tr("Measures and targets")

    @override
    def head(self) -> tuple[str, str]:
        return self.entry(), count(len(self.table.rows_model.rows()), self.tr("measure"))

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        new = page_group(self.tr("Measures"), self.record_commands.new)
        return (new, *self.here(self._of_measure, *self.targets.command_groups()))

    @override
    def refresh(self) -> None:
        rows = self._ask.figures.measures()
        self.table.set_rows(rows)
        if self.table.current_row() is None and rows:
            self.table.choose(rows[0].id)

    @override
    def show_at(self, at: object) -> None:
        """Choose the measure of an id."""
        if isinstance(at, UUID):
            self.table.choose(at)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    def _build_tool(self) -> None:
        new = self.record_commands.new.bind(None)
        self.tools = (command_button(new, "primary", icons=self._desk.icons),)

    def _columns(self) -> tuple[Column[Measure], ...]:
        return (
            Column(
                self.tr("Measure"),
                lambda row: Cell(row.name, row.code),
                sort=lambda row: row.name.casefold(),
                stretch=True,
            ),
            Column(self.tr("Unit"), lambda row: row.unit),
            Column(self.tr("Which way is better"), lambda row: better_words(row).capitalize()),
        )

    def _show(self, measure: Measure | None) -> None:
        self.pane.clear(measure and measure.id)
        body = self.pane.body
        if measure is None:
            body.addWidget(words(self.tr("Choose a measure to see it here."), "soft"))
            body.addStretch(1)
            return
        body.addWidget(words(measure.name, "lead", wrap=True))
        body.addWidget(words(measure.definition, wrap=True))
        body.addSpacing(6)
        for name, value in (
            (self.tr("Better"), better_words(measure).capitalize()),
            (self.tr("Unit"), measure.unit),
            (self.tr("Benchmark"), measure.benchmark),
            (self.tr("Published"), measure.usual_period),
            (self.tr("For"), measure.usual_level),
            (self.tr("Source"), measure.source),
            (self.tr("Worked out"), measure.formula),
            (self.tr("Out of"), measure.base),
        ):
            if value:
                self.pane.add_fact(name, value)
        body.addSpacing(8)
        targets = self._ask.figures.targets(measure.id)
        self.targets.fill(body, measure, targets)
        body.addStretch(1)
        self._add_buttons(measure)

    def _add_buttons(self, measure: Measure) -> None:
        for command in self._of_measure.offered(measure):
            self.pane.foot.addWidget(command_button(command))
