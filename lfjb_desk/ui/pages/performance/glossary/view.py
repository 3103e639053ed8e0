"""The glossary: what each body calls a measure, added, changed and removed by the board."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.figures.figures import Measure, Term
from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.performance.glossary import forms
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail, Empty
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.services.imports.glossary import TermLine
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


class GlossaryView(View):
    """Lists the terms of the board's glossary; the chosen one is changed beside the list."""

    shows = frozenset({Measure, Term})

    key = "terms"

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self._adding = page_command(self.tr("New term"), self.add, "plus-bold")
        self._of_term: CommandGroup[TermLine] = CommandGroup(
            self.tr("The chosen term"),
            (
                Command(self.tr("Change…"), self.change, "pencil-simple"),
                Command(self.tr("Remove"), self.remove, "trash"),
            ),
            chosen_row(lambda: self.table),
            lambda line: line.words,
        )
        self.new = command_button(self._adding.bind(None), "primary", icons=desk.icons)
        self.tools = (self.new,)
        self.table: RowTable[TermLine] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Terms"),
            self._columns(),
            commands_for=self._of_term.offered,
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.change)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.pane = Detail(desk.theme, self.tr("Chosen term"))
        across = Beside(desk.theme)
        across.put(card, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        filled = QWidget()
        filled.setLayout(across)
        self._stack = Stack()
        self._stack.addWidget(filled)
        self._stack.addWidget(self._build_empty())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_empty(self) -> Empty:
        first = command_button(self._adding.bind(None), "primary", icons=self._desk.icons)
        sentence = self.tr(
            "What you answer at an import is kept here. Add the words of an authority, and its "
            "figures are understood when they come."
        )
        missing = self.tr("No term is held")
        theme, icons = self._desk.theme, self._desk.icons
        keys = self.tr("and type new term")
        return Empty(theme, icons, "book-open", missing, sentence, first, keys=keys)

    @override
    def offers(self, tool: QPushButton) -> bool:
        """Leave the button out where the empty page has its own."""
        return super().offers(tool) and bool(self.table.rows_model.rows())

    @override
    def entry(self) -> str:
        return self.tr("Glossary of terms")

    @override
    def head(self) -> tuple[str, str]:
        terms = count(len(self.table.rows_model.rows()), self.tr("term"))
        return self.entry(), self.tr("What each body calls a measure: {0}").format(terms)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Terms"), self._adding), *self.here(self._of_term))

    @override
    def refresh(self) -> None:
        area_id = self._desk.context.area_id
        rows = self._ask.terms.terms(area_id) if area_id is not None else ()
        self.table.set_rows(rows)
        if self.table.current_row() is None and rows:
            self.table.choose(rows[0].id)
        self._stack.setCurrentIndex(0 if rows else 1)

    def add(self) -> None:
        """Add a term to the board's glossary."""
        area_id = self._desk.context.area_id
        if area_id is None:
            return
        form = forms.term(self._ask.figures.measures(), self._ask.figures.authorities(area_id))
        self._desk.keep(
            form,
            lambda answer: self._ask.terms.add(
                area_id, answer.measure_id, answer.words, _body(answer), answer.note
            ),
        )

    def change(self, line: TermLine) -> None:
        """Give a term other words, another measure or a note."""
        area_id = self._desk.context.area_id
        if area_id is None:
            return
        measures, authorities = (
            self._ask.figures.measures(),
            self._ask.figures.authorities(area_id),
        )
        self._desk.keep(
            forms.term(measures, authorities, line),
            lambda answer: self._ask.terms.change(
                line.id,
                words=answer.words,
                measure_id=answer.measure_id,
                body=_body(answer),
                note=answer.note,
            ),
        )

    def remove(self, line: TermLine) -> None:
        """Take a term out of the glossary; undo brings it back."""
        self._desk.history.do(partial(self._ask.terms.remove, line.id))

    def _columns(self) -> tuple[Column[TermLine], ...]:
        return (
            Column(self.tr("Words"), lambda row: Cell(row.words, self._who(row)), stretch=True),
            Column(self.tr("Measure"), lambda row: Cell(row.measure, row.unit)),
        )

    def _who(self, line: TermLine) -> str:
        return line.body_name or self.tr("everyone")

    def _show(self, line: TermLine | None) -> None:
        self.pane.clear(line and line.id)
        body = self.pane.body
        if line is None:
            return
        body.addWidget(words(line.words, "lead", wrap=True))
        body.addSpacing(6)
        for name, value in (
            (self.tr("Means"), line.measure),
            (self.tr("Unit"), line.unit),
            (self.tr("Said by"), self._who(line).capitalize()),
            (self.tr("Kept for"), self.tr("Every area") if line.shared else self.tr("This board")),
            (self.tr("Source"), line.source),
        ):
            if value:
                self.pane.add_fact(name, value)
        if line.note:
            body.addSpacing(6)
            body.addWidget(words(line.note, wrap=True))
        body.addStretch(1)
        for command in self._of_term.offered(line):
            self.pane.foot.addWidget(command_button(command))


def _body(answer: forms.TermWordsAnswer) -> str:
    return "" if answer.body == forms.EVERYONE else answer.body
