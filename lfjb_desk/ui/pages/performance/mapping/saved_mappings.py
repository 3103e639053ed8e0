"""The saved readings of sheets: what the desk remembers of how a user said they are read."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.figures.mappings import FileMapping
from lfjb_desk.domain.formatting import count, long_date, short_date
from lfjb_desk.ui.commands import Command, CommandGroup
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail, Empty
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import breakable, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


class SavedMappingsView(View):
    """Lists the saved readings, the one used last first; each can be forgotten."""

    shows = frozenset({FileMapping})

    key = "readings"

    def __init__(
        self,
        desk: Desk,
        services: PerformanceServices,
        explain: Command[None],
        *tools: QPushButton,
    ) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self.tools = tools
        self._of_mapping: CommandGroup[FileMapping] = CommandGroup(
            self.tr("The chosen reading"),
            (Command(self.tr("Forget"), self.forget, "trash"),),
            chosen_row(lambda: self.table),
            lambda mapping: mapping.name,
        )
        self.table: RowTable[FileMapping] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Saved readings of sheets"),
            self._columns(),
            commands_for=self._of_mapping.offered,
        )
        self.table.chosen.connect(self._show)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.pane = Detail(desk.theme, self.tr("Chosen reading"))
        across = Beside(desk.theme)
        across.put(card, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        filled = QWidget()
        filled.setLayout(across)
        self.empty_button = command_button(explain.bind(None), "primary")
        self.empty = Empty(
            desk.theme,
            desk.icons,
            "table",
            self.tr("No reading of a sheet is saved"),
            self.tr("Say once how a sheet is read, and the next of its kind is read so by itself."),
            self.empty_button,
        )
        self._stack = Stack()
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    @override
    def entry(self) -> str:
        return self.tr("Saved readings of sheets")

    @override
    def head(self) -> tuple[str, str]:
        rows = self.table.rows_model.rows()
        mappings_counted = count(len(rows), self.tr("reading"))
        return self.entry(), self.tr("{0}, the last used first").format(
            mappings_counted
        ) if rows else ""

    @override
    def offers(self, tool: QPushButton) -> bool:
        """Leave the tools out where the empty page has its own button."""
        return super().offers(tool) and bool(self.table.rows_model.rows())

    @override
    def refresh(self) -> None:
        rows = self._ask.mappings.mappings()
        self.table.set_rows(rows)
        if self.table.current_row() is None and rows:
            self.table.choose(rows[0].id)
        self._stack.setCurrentIndex(0 if rows else 1)

    def forget(self, mapping: FileMapping) -> None:
        """Forget a reading; undo brings it back."""
        self._desk.history.do(partial(self._ask.mappings.forget, mapping.id))

    def _columns(self) -> tuple[Column[FileMapping], ...]:
        today = self._desk.context.today
        return (
            Column(
                self.tr("Reading"),
                lambda mapping: Cell(mapping.name, mapping.file_name),
                stretch=True,
            ),
            Column(self.tr("Publisher"), lambda mapping: mapping.publisher),
            Column(
                self.tr("Last used"),
                lambda mapping: short_date(mapping.used_at.date(), today),
                sort=lambda mapping: mapping.used_at,
                right=True,
            ),
        )

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return self.here(self._of_mapping)

    def _show(self, mapping: FileMapping | None) -> None:
        self.pane.clear(mapping and mapping.id)
        if mapping is None:
            return
        body, headings = self.pane.body, json.loads(mapping.seen).get("headings", ())
        body.addWidget(words(breakable(mapping.name), "lead", wrap=True))
        body.addSpacing(6)
        self.pane.add_fact(self.tr("Publisher"), mapping.publisher)
        self.pane.add_fact(self.tr("Last used"), long_date(mapping.used_at.date()))
        self.pane.add_fact(self.tr("Last file"), breakable(mapping.file_name))
        if headings:
            body.addSpacing(8)
            body.addWidget(words(self.tr("Its headings"), "strong"))
            for heading in headings:
                body.addWidget(words(heading, "small", wrap=True))
        body.addSpacing(8)
        sentence = self.tr("What was imported by it stays when it is forgotten.")
        body.addWidget(words(sentence, "soft", wrap=True))
        body.addStretch(1)
        for command in self._of_mapping.offered(mapping):
            self.pane.foot.addWidget(command_button(command))
