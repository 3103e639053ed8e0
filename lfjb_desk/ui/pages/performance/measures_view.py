"""All measures with what they mean, and the targets of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from lfjb_desk.analysis.narrative import target_words
from lfjb_desk.domain.words import count, long_date
from lfjb_desk.ui.pages.performance.told import better_words
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.pages.performance.wishes import MeasureWishes
from lfjb_desk.ui.row_table import RowTable
from lfjb_desk.ui.shell.contract import Command
from lfjb_desk.ui.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, Detail, row
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.figures import Measure, Target
    from lfjb_desk.ui.pages.performance.services import Services
    from lfjb_desk.ui.shell.contract import Desk


class MeasuresView(View):
    """Lists every measure; words and targets of the chosen one are changed beside the list."""

    key = "measures"

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self._area = ""
        self.wishes = MeasureWishes(desk, services.figures, self)
        self._build_tool()
        self.table: RowTable[Measure] = RowTable(
            desk.theme, desk.icons, self.tr("Measures"), self._columns()
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.wishes.change_measure)
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
        return (Command(self.tr("New measure"), self.wishes.add_measure, "plus-bold"),)

    @override
    def refresh(self) -> None:
        area_id = self._desk.context.area_id
        areas = {one.id: one.name for one in self._ask.places.areas()}
        self._area = areas.get(area_id, "") if area_id else ""
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
        self._desk.icons.dress(new, "plus-bold", "on_accent")
        new.clicked.connect(self.wishes.add_measure)
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
        ):
            if value:
                self.pane.add_fact(name, value)
        body.addSpacing(8)
        body.addWidget(words(self.tr("Targets"), "strong"))
        targets = self._ask.figures.targets(measure.id)
        for target in targets:
            self._add_target(measure, target)
        if not targets:
            body.addWidget(words(self.tr("No target is set."), "soft"))
        body.addStretch(1)
        self._add_buttons(measure)

    def _add_target(self, measure: Measure, target: Target) -> None:
        said = target_words(target, measure)
        self.pane.body.addWidget(words(f"{said}, {self._where(target)}", wrap=True))
        days = self.tr("From {0}").format(long_date(target.starts))
        if target.ends is not None:
            days = self.tr("{0} to {1}").format(days, long_date(target.ends))
        self.pane.body.addWidget(words(f"{days}. {target.source}", "small", wrap=True))
        change = button(
            self.tr("Change"), "quiet", name=self.tr("Change the target {0}").format(said)
        )
        change.clicked.connect(lambda: self.wishes.change_target(measure, target))
        remove = button(
            self.tr("Remove"), "quiet", name=self.tr("Remove the target {0}").format(said)
        )
        remove.clicked.connect(lambda: self.wishes.remove_target(target))
        self.pane.body.addLayout(row(change, remove, None, gap=4))

    def _where(self, target: Target) -> str:
        if target.area_id is None:
            return self.tr("nationally")
        here = target.area_id == self._desk.context.area_id
        return self._area if here else self.tr("another area")

    def _add_buttons(self, measure: Measure) -> None:
        aim = button(self.tr("Set a target"), "primary")
        aim.clicked.connect(lambda: self._set_target(measure))
        change = button(self.tr("Change wording"))
        change.clicked.connect(lambda: self.wishes.change_measure(measure))
        for one in (aim, change):
            self.pane.foot.addWidget(one)
        self.pane.foot.addStretch(1)

    def _set_target(self, measure: Measure) -> None:
        area_id = self._desk.context.area_id
        if area_id is not None:
            self.wishes.set_target(measure, area_id, self._area)
