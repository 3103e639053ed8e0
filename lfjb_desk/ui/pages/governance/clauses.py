"""The clauses of a version: a list, the chosen one in full, and its editing in a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from lfjb_desk.services.governance.clauses import ClauseFields
from lfjb_desk.ui.commands import Command, CommandGroup
from lfjb_desk.ui.pages.governance import terms_forms as forms
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.domain.governance.governing_documents import Clause
    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class ClauseList(GovernanceSection):
    """Lists the clauses of one version and shows the chosen one in full."""

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._view: VersionView | None = None
        self.group = self._commands()
        self.table: RowTable[Clause] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Clauses"),
            (
                Column(self.tr("No."), lambda row: row.number),
                Column(
                    self.tr("Clause"),
                    lambda row: Cell(row.heading or row.text, row.text if row.heading else ""),
                    stretch=True,
                ),
                Column(self.tr("Rule"), self._rule),
            ),
            commands_for=self.group.offered,
            sortable=False,
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _: self.change())
        self._head = words("", "strong", wrap=True)
        self._text = words("", "prose", wrap=True)
        self._buttons = tuple(
            command_button(self.group.on_current(command)) for command in self.group.commands
        )
        self._lay_out()

    def _commands(self) -> CommandGroup[Clause]:
        def of_draft(label: str, run: Callable[[Clause], object], icon: str) -> Command[Clause]:
            return Command(label, run, icon, offered=lambda _: self._is_open())

        return CommandGroup(
            self.tr("The chosen clause"),
            (
                of_draft(self.tr("Change…"), lambda _: self.change(), "pencil-simple"),
                of_draft(self.tr("Move up"), lambda _: self._move(-1), "arrow-up"),
                of_draft(self.tr("Move down"), lambda _: self._move(1), "arrow-down"),
                of_draft(self.tr("Remove"), lambda _: self._remove(), "trash"),
            ),
            chosen_row(lambda: self.table),
            lambda clause: " ".join(part for part in (clause.number, clause.heading) if part),
        )

    def _is_open(self) -> bool:
        return self._view is not None and self._view.open

    def _lay_out(self) -> None:
        listed, reading = Card(flush=True), Card()
        listed.body.addWidget(self.table)
        reading.body.addWidget(self._head)
        reading.body.addWidget(self._text)
        reading.body.addLayout(row(*self._buttons, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(listed, 1)
        box.addWidget(reading)

    def show_version(self, view: VersionView | None) -> None:
        """Show the clauses of a version."""
        self._view = view
        clauses = view.clauses if view else ()
        self.table.set_rows(clauses)
        if clauses and self.table.current_row() is None:
            self.table.selectRow(0)

    @override
    def add(self) -> None:
        """Ask for a clause after the chosen one."""
        if self._view is None:
            return
        place = self.table.currentIndex().row() + 2 if self._view.clauses else None
        version_id = self._view.version.id
        self.keep(
            forms.clause(),
            lambda answer: self.ask.clauses.add(version_id, answer.text, place, **_fields(answer)),
        )

    def change(self) -> None:
        """Ask for other words of the chosen clause; one that is agreed stays as it is."""
        clause = self.table.current_row()
        if clause is None or self._view is None:
            return
        if not self._view.open:
            sentence = self.tr("Version {0} is {1}, so its words stay as they are. Start a draft.")
            version = self._view.version
            self.desk.notices.refuse(sentence.format(version.number, version.state.value))
            return
        self.keep(
            forms.clause(clause),
            lambda answer: self.ask.clauses.edit(clause.id, answer.text, **_fields(answer)),
        )

    def _rule(self, clause: Clause) -> Cell:
        if clause.rule is None:
            return Cell("")
        return Cell(f"{clause.rule.value.capitalize()}: {clause.rule_value}")

    def _show(self, clause: Clause | None) -> None:
        is_open = self._is_open()
        for button in self._buttons:
            button.setVisible(is_open and clause is not None)
        if clause is None:
            self._head.setText(self.tr("No clause yet"))
            self._text.setText(
                self.tr("Write the first one with New clause.")
                if is_open
                else self.tr("Start a draft to write them.")
            )
            return
        self._head.setText(" ".join(part for part in (clause.number, clause.heading) if part))
        self._text.setText(clause.text)

    def _move(self, by: int) -> None:
        clause = self.table.current_row()
        place = self.table.currentIndex().row() + 1 + by
        if clause is not None and 1 <= place <= self.table.rows_model.rowCount():
            self.do(self.ask.clauses.move, clause.id, place)

    def _remove(self) -> None:
        clause = self.table.current_row()
        if clause is not None:
            self.do(self.ask.clauses.remove, clause.id)


def _fields(answer: forms.ClauseAnswer) -> ClauseFields:
    """Return what a clause says besides its words, as the service takes it."""
    return ClauseFields(heading=answer.heading, rule=answer.rule, rule_value=answer.rule_value)
