"""A sheet that nobody knows: how it may be read, corrected by hand, and what it then gives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from lfjb_desk.domain.formatting import months
from lfjb_desk.services.imports.mappings import MappingDraft, with_rules
from lfjb_desk.ui.pages.performance.mapping.fields import with_column, with_sheet
from lfjb_desk.ui.pages.performance.mapping.pane import WIDTH, MappingPane
from lfjb_desk.ui.pages.performance.mapping.sheet import SheetTable
from lfjb_desk.ui.pages.performance.preview.view import shown
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Pills, column
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.importers.figures import Figure, Refusal
    from lfjb_desk.importers.mapping.apply import Applied, Known
    from lfjb_desk.importers.mapping.rules import Rules
    from lfjb_desk.importers.mapping.sheets import FileView
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

SHOWN = 200
"""How many figures, and how many refusals, are shown of a sheet."""


class MappingView(View):
    """Shows a sheet, the proposal in words, and what it gives; every part can be corrected."""

    key = "mapping"
    has_back = False

    settled = Signal(object, object)
    """The sheet is understood: its reading, and the mapping that is kept with it."""
    given_up = Signal()

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self.file: FileView | None = None
        self.draft: MappingDraft | None = None
        self.applied: Applied | None = None
        self._known: Known | None = None
        self._at = 0
        self._is_working = self._is_stale = False
        self.sheet = SheetTable(desk.theme)
        self.sheet.column_chosen.connect(self._ask_column)
        self.figures: RowTable[Figure] = RowTable(
            desk.theme, desk.icons, self.tr("Figures taken"), self._figure_columns(), key=id
        )
        self.refused: RowTable[Refusal] = RowTable(
            desk.theme, desk.icons, self.tr("What is refused"), self._refused_columns(), key=id
        )
        self.pane = MappingPane(desk)
        self.pane.column_changed.connect(self._correct_column)
        self.pane.sheet_changed.connect(self._correct_sheet)
        self.pane.other_sheet.connect(self._turn_to_sheet)
        self.pane.done.connect(self._go_on)
        self.pane.given_up.connect(self.given_up)
        self._lay_out()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return self.here(self.pane.group)

    @override
    def head(self) -> tuple[str, str]:
        under = self.tr("{0}. Nothing is written until you take the figures.")
        name = self.file.file_name if self.file else ""
        return self.tr("Say how this sheet is read"), under.format(name) if name else ""

    def show_file(
        self,
        file: FileView,
        known: Known,
        drafts: list[MappingDraft | None],
        measures: Sequence[Measure],
    ) -> None:
        """Show a file, its first sheet that holds a table first."""
        self.file, self._known, self._measures = file, known, tuple(measures)
        drafted = [
            at for at, draft in enumerate(drafts) if draft and not file.sheets[at].grid.hidden
        ]
        saved = [at for at in drafted if (draft := drafts[at]) and draft.saved]
        self._drafts = drafts
        self._turn_to_sheet(next(iter((*saved, *drafted)), 0))

    def _lay_out(self) -> None:
        self.pills = Pills(self._turn_to)
        self._stack = Stack()
        self._parts = {"sheet": self.sheet, "figures": self.figures, "refused": self.refused}
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.limit = words("", "small", wrap=True)
        limit = column(self.limit)
        limit.setContentsMargins(12, 4, 12, 4)
        card = Card(flush=True)
        card.body.addWidget(self._stack, 1)
        card.body.addLayout(limit)
        across = Beside(self._desk.theme)
        across.put(column(self.pills, card, gap=12), least=LEAST_LIST)
        across.put(self.pane, width=WIDTH)
        self.setLayout(across)

    def _turn_to_sheet(self, at: int) -> None:
        if self.file is None:
            return
        self._at, self.draft, self.applied = at, self._drafts[at], None
        self.pills.current = "sheet"
        self.pane.offer_sheets(self.file.sheets, at)
        rules = self.draft.rules if self.draft else None
        self.sheet.show_sheet(self.file.sheets[at], rules)
        self.pane.say_draft(self.draft, self.file)
        if self.draft is None:
            self._show(None)
            return
        hidden = bool(self.file.sheets[at].hidden_rows)
        self.pane.ask_sheet(self.draft.rules, self._measures, hidden=hidden)
        self._ask_column(self.sheet.currentIndex().column())
        self._read()

    def _ask_column(self, at: int) -> None:
        if self.draft is not None:
            self.pane.ask_column(self.draft.rules, at, self._measures)

    def _correct_column(self, at: int) -> None:
        if self.draft is not None:
            before = self.draft.rules
            rules = with_column(before, at, self.pane.column_answer())
            self._correct(rules)
            if [rule.role for rule in rules.columns] != [rule.role for rule in before.columns]:
                self.pane.ask_column(rules, at, self._measures)

    def _correct_sheet(self) -> None:
        if self.draft is None or self.file is None:
            return
        between = self.applied.between if self.applied else ()
        before = self.draft.rules
        rules = with_sheet(before, self.pane.sheet_answer(), between)
        if (rules.first, rules.last) != (before.first, before.last):
            rules = self._ask.mappings.headed(self.file, self._at, rules)
        self._correct(rules)
        if len(rules.lines) != len(before.lines):
            hidden = bool(self.file.sheets[self._at].hidden_rows)
            self.pane.ask_sheet(rules, self._measures, hidden=hidden)

    def _correct(self, rules: Rules) -> None:
        if self.draft is None or self.file is None or rules == self.draft.rules:
            return
        self.draft = self._drafts[self._at] = with_rules(self.draft, rules)
        self.sheet.show_sheet(self.file.sheets[self._at], rules)
        self._read()

    def _read(self) -> None:
        """Read the sheet by its rules in the background; the latest rules win."""
        file, draft, at, known = self.file, self.draft, self._at, self._known
        if file is None or draft is None:
            return
        if self._is_working:
            self._is_stale = True
            return
        self._is_working, self._is_stale = True, False
        self._desk.jobs.run(
            lambda _: self._ask.mappings.read(file, at, draft.rules, known),
            partial(self._show_again, draft),
            self._fail,
            label=self.tr("Reading the sheet"),
            cancelled=self._end,
        )

    def _show_again(self, draft: MappingDraft, applied: Applied) -> None:
        self._end()
        if self._is_stale or draft is not self.draft:
            self._read()
        else:
            self._show(applied)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._desk.jobs.report(error)

    def _end(self) -> None:
        self._is_working = False

    def _show(self, applied: Applied | None) -> None:
        self.applied = applied
        figures = applied.figures if applied else ()
        refused = applied.extract.refused if applied else []
        self.figures.set_rows(figures[:SHOWN])
        self.refused.set_rows(refused[:SHOWN])
        self.pills.offer(
            (
                ("sheet", self.tr("The sheet")),
                ("figures", self.tr("Figures taken  {0}").format(f"{len(figures):,}")),
                ("refused", self.tr("Refused  {0}").format(f"{len(refused):,}")),
            ),
            self.pills.current or "sheet",
        )
        self._turn_to(self.pills.current)
        self.pane.say_questions(applied)

    def _turn_to(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[key])
        numbers = {
            "sheet": self.file.sheets[self._at].rows if self.file else 0,
            "figures": len(self.applied.figures) if self.applied else 0,
            "refused": len(self.applied.extract.refused) if self.applied else 0,
        }[key]
        rows = self._parts[key].model().rowCount()
        over = self.tr("The first {0} of {1}.").format(f"{rows:,}", f"{numbers:,}")
        self.limit.setText(over if numbers > rows else "")

    def _go_on(self, name: str) -> None:
        """Hand the reading on to the usual preview."""
        file, draft, applied = self.file, self.draft, self.applied
        if file is None or draft is None or applied is None or applied.questions:
            return
        reading, use = self._ask.mappings.reading(file, self._at, draft, applied, name)
        self.settled.emit(reading, use)

    def _figure_columns(self) -> tuple[Column[Figure], ...]:
        return (
            Column(
                self.tr("Measure and place"),
                lambda figure: Cell(figure.measure_code, figure.place_label),
                stretch=True,
            ),
            Column(
                self.tr("Period"),
                lambda figure: figure.period_label,
                sort=lambda figure: figure.period_start,
            ),
            Column(
                self.tr("Months"), lambda figure: months(figure.period_start, figure.period_end)
            ),
            Column(
                self.tr("Figure"),
                lambda figure: shown(figure.value, figure.marker),
                sort=lambda figure: figure.value,
                right=True,
            ),
            Column(self.tr("Cell"), lambda figure: figure.cell),
        )

    def _refused_columns(self) -> tuple[Column[Refusal], ...]:
        return (
            Column(self.tr("Cell"), lambda refusal: refusal.cell),
            Column(self.tr("Why it is refused"), lambda refusal: refusal.reason, stretch=True),
        )
