"""What has been imported: each file with what it brought, and the way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
from lfjb_desk.domain.formatting import count, long_date, short_date
from lfjb_desk.services.imports.preview import stands_twice
from lfjb_desk.ui.commands import Command, CommandGroup
from lfjb_desk.ui.pages.performance.preview.view import shown
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import breakable, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.importers.figures import SheetUse
    from lfjb_desk.services.imports.imports import ChangedFigure, ImportLine
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

REASONS_SHOWN = 50
DIGITS = 12
"""How much of a file's digest is shown, enough to tell two files apart."""


class ImportsView(View):
    """Lists the imports, the latest first."""

    shows = frozenset({Measure, Observation, Snapshot})

    key = "imports"

    def __init__(self, desk: Desk, services: PerformanceServices, *tools: QPushButton) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self.tools = tools
        self._of_import: CommandGroup[ImportLine] = CommandGroup(
            self.tr("The chosen import"),
            (
                Command(
                    self.tr("Take this import back"), self._take_back, "arrow-counter-clockwise"
                ),
            ),
            chosen_row(lambda: self.table),
            lambda line: line.snapshot.file_name,
        )
        self.table: RowTable[ImportLine] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Imports"),
            self._columns(),
            key=lambda line: line.snapshot.id,
            commands_for=self._of_import.offered,
        )
        self.table.chosen.connect(self._show)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.pane = Detail(desk.theme, self.tr("Chosen import"))
        across = Beside(desk.theme)
        across.put(card, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.setLayout(across)

    @override
    def entry(self) -> str:
        return self.tr("Imports")

    @override
    def head(self) -> tuple[str, str]:
        imports_counted = count(len(self.table.rows_model.rows()), self.tr("import"))
        return self.tr("Imports"), self.tr("{0}, the latest first").format(imports_counted)

    @override
    def refresh(self) -> None:
        rows = self._ask.imports.imports()
        self.table.set_rows(rows)
        if self.table.current_row() is None and rows:
            self.table.choose(rows[0].snapshot.id)

    def choose(self, snapshot_id: UUID) -> None:
        """Show an import, with the focus on it in the list."""
        self.table.choose(snapshot_id)
        self.table.setFocus()

    def _columns(self) -> tuple[Column[ImportLine], ...]:
        return (
            Column(
                self.tr("File"),
                lambda line: Cell(line.snapshot.file_name, line.snapshot.publisher),
                stretch=True,
            ),
            Column(
                self.tr("Imported"),
                lambda line: short_date(line.snapshot.imported_at.date(), self._desk.context.today),
                sort=lambda line: line.snapshot.imported_at,
                right=True,
            ),
            _number(self.tr("Added"), lambda line: line.snapshot.new),
            _number(self.tr("Changed"), lambda line: line.snapshot.revised),
            _number(self.tr("Refused"), lambda line: line.snapshot.refused),
        )

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return self.here(self._of_import)

    def _show(self, line: ImportLine | None) -> None:
        self.pane.clear(line and line.snapshot.id)
        body = self.pane.body
        if line is None:
            body.addWidget(words(self.tr("Choose an import to see it here."), "soft"))
            body.addStretch(1)
            return
        snapshot = line.snapshot
        body.addWidget(words(breakable(snapshot.file_name), "lead", wrap=True))
        body.addWidget(words(snapshot.layout, "small", wrap=True))
        body.addSpacing(6)
        self.pane.add_fact(self.tr("Publisher"), snapshot.publisher)
        self.pane.add_fact(self.tr("Imported"), long_date(snapshot.imported_at.date()))
        self.pane.add_fact(self.tr("Digest of the file"), f"{snapshot.sha256[:DIGITS]}…")
        for name, number in (
            (self.tr("Rows read"), snapshot.read),
            (self.tr("Figures added"), snapshot.new),
            (self.tr("Figures changed"), snapshot.revised),
            (self.tr("Held already"), snapshot.unchanged),
            (self.tr("Refused"), snapshot.refused),
        ):
            self.pane.add_fact(name, f"{number:,}")
        changes = self._ask.imports.changes(snapshot.id)
        self._add_reasons(self.tr("What changed"), [self._changed(changed) for changed in changes])
        self._add_reasons(self.tr("What had drifted in the file"), list(line.drift))
        self._add_reasons(self.tr("Its sheets"), [self._sheet(sheet) for sheet in line.sheets])
        self._add_reasons(
            self.tr("Why some were refused"),
            [_refused(refusal.sheet, refusal.cell, refusal.reason) for refusal in line.refused],
        )
        if line.repeats:
            self._add_reasons(
                stands_twice(len(line.repeats)),
                [_refused(repeat.sheet, repeat.cell, repeat.reason) for repeat in line.repeats],
            )
        self._add_reasons(self.tr("Asked and not answered"), list(line.questions))
        body.addStretch(1)
        for command in self._of_import.offered(line):
            self.pane.foot.addWidget(command_button(command))

    def _changed(self, changed: ChangedFigure) -> str:
        was, now = (
            shown(changed.before.value, changed.before.marker),
            shown(changed.now.value, changed.now.marker),
        )
        sentence = self.tr("{measure}, {place}, {period}: {was} became {now} ({cell})")
        return sentence.format(
            measure=changed.measure,
            place=changed.now.place_label,
            period=changed.now.period_label,
            was=was,
            now=now,
            cell=", ".join(part for part in (changed.now.sheet, changed.now.cell) if part),
        )

    def _sheet(self, sheet: SheetUse) -> str:
        name = sheet.sheet or self.tr("The file")
        if sheet.reason:
            return self.tr("{0}: not used, {1}").format(name, sheet.reason)
        rows, figures = count(sheet.read, self.tr("row")), count(sheet.taken, self.tr("figure"))
        return self.tr("{0}: {1} read, {2}").format(name, rows, figures)

    def _add_reasons(self, heading: str, reasons: list[str]) -> None:
        if not reasons:
            return
        self.pane.body.addSpacing(8)
        self.pane.body.addWidget(words(heading, "strong"))
        for reason in reasons[:REASONS_SHOWN]:
            self.pane.body.addWidget(words(reason, "small", wrap=True))
        more = len(reasons) - REASONS_SHOWN
        if more > 0:
            remainder = self.tr("And {0} more.").format(f"{more:,}")
            self.pane.body.addWidget(words(remainder, "small"))

    def _take_back(self, line: ImportLine) -> None:
        snapshot = line.snapshot
        label = self.tr("Taking back {0}").format(
            count(snapshot.new + snapshot.revised, self.tr("figure"))
        )
        self._desk.history.do_slowly(label, lambda _: self._ask.imports.undo(snapshot.id))


def _number(heading: str, of: Callable[[ImportLine], int]) -> Column[ImportLine]:
    return Column(heading, lambda line: f"{of(line):,}", sort=of, right=True)


def _refused(sheet: str, cell: str, reason: str) -> str:
    where = ", ".join(part for part in (sheet, cell) if part)
    return f"{where}: {reason}" if where else reason
