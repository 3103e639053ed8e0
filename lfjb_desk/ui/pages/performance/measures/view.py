"""All measures with what they mean, and the targets of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.pages.performance.measures.targets import Targets
from lfjb_desk.ui.pages.performance.series_words import better_words
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.row_table import RowTable
from lfjb_desk.ui.shell.contract import Command
from lfjb_desk.ui.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, Detail, row
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


class MeasuresView(View):
    """Lists every measure; words and targets of the chosen one are changed beside the list."""

    key = "measures"

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self.targets = Targets(desk, services, self)
        self.record_commands = self.targets.record_commands
        self._build_tool()
        self.table: RowTable[Measure] = RowTable(
            desk.theme, desk.icons, self.tr("Measures"), self._columns()
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.record_commands.change_measure)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.pane = Detail(desk.theme, self.tr("Chosen measure"))
        across = row(card, self.pane, gap=16)
        across.setStretch(0, 1)
        self.setLayout(across)

    @override
    def entry(self) -> str:
        return self.tr("Measures and targets")

    @override
    def head(self) -> tuple[str, str]:
        return self.entry(), count(len(self.table.rows_model.rows()), self.tr("measure"))

    @override
    def commands(self) -> Sequence[Command]:
        return (Command(self.tr("New measure"), self.record_commands.add_measure, "plus-bold"),)

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

    def _build_tool(self) -> None:
        new = button(self.tr("New measure"), "primary")
        self._desk.icons.set_icon(new, "plus-bold", "on_accent")
        new.clicked.connect(self.record_commands.add_measure)
        self.tools = (new,)

    def _columns(self) -> tuple[Column[Measure], ...]:
        return (
            Column(
                self.tr("Measure"),
                lambda one: Cell(one.name, one.code),
                sort=lambda one: one.name.casefold(),
                stretch=True,
            ),
            Column(self.tr("Unit"), lambda one: one.unit),
            Column(self.tr("Which way is better"), lambda one: better_words(one).capitalize()),
        )

    def _show(self, measure: Measure | None) -> None:
        self.pane.clear()
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
        self.targets.fill(body, measure, targets, None)
        body.addStretch(1)
        self._add_buttons(measure)

    def _add_buttons(self, measure: Measure) -> None:
        change = button(self.tr("Change wording"))
        change.clicked.connect(lambda: self.record_commands.change_measure(measure))
        self.pane.foot.addWidget(change)
        self.pane.foot.addStretch(1)
