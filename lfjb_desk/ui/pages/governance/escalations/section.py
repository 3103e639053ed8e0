"""Escalations: what a group and those under it asked or are to answer, and one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.formatting import long_date, short_date
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.governance.escalations.commands import EscalationCommands
from lfjb_desk.ui.pages.governance.escalations.pane import EscalationPane, tone_of
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, column
from lfjb_desk.ui.widgets.menus import command_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class EscalationsSection(GovernanceSection):
    """Lists the escalations, the open ones first, and shows the chosen one."""

    shows = frozenset({Action, AgendaItem, Decision, Escalation, Group, Meeting})

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._new = page_command(
            self.tr("New escalation"),
            self.add,
            "plus-bold",
            offered=lambda: self.desk.context.group_id is not None,
        )
        self.record_commands = EscalationCommands(desk, services, self)
        self._of_chosen = self.record_commands.group(self._chosen)
        self.table: RowTable[EscalationRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Escalations"),
            self._columns(),
            key=lambda row: row.escalation.id,
            late=lambda row: row.is_late,
            commands_for=self._of_chosen.offered,
            sortable=False,
        )
        self.pane = EscalationPane(desk, self.record_commands)
        self.table.chosen.connect(self.pane.show_escalation)
        self.table.opened.connect(self.record_commands.change.carry_out)
        self._lay_out()

    @override
    def tools(self) -> Sequence[QPushButton]:
        if self.desk.context.group_id is None:
            return ()
        return (command_button(self._new.bind(None), "primary"),)

    @override
    def refresh(self) -> str:
        group_id, today = self.desk.context.group_id, self.desk.context.today
        rows = () if group_id is None else self.ask.escalations.rows(group_id, today)
        self.table.set_rows(rows)
        for part in (self._full, self.pane):
            part.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if group_id is None:
            missing, first = self.tr("No board is chosen"), self.tr("Choose an area at the top.")
        else:
            missing = self.tr("Nothing is escalated")
            first = self.tr(
                "What a group cannot settle goes to the one above or to a body outside: put the "
                "question here, or on an action."
            )
        self._empty.say(missing, first, can_start=group_id is not None)
        if rows and self.table.current_row() is None:
            self.table.choose(rows[0].escalation.id)
        if not rows:
            return ""
        waiting, late = sum(row.is_open for row in rows), sum(row.is_late for row in rows)
        sentence = self.tr("{0} open, {1} past the day, {2} answered")
        return sentence.format(waiting, late, len(rows) - waiting)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Escalations"), self._new), self._of_chosen)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        if not self.table.choose(key):
            escalation = self.ask.escalations.get(key)
            self.desk.context.choose(escalation.area_id, escalation.group_id)
            self.refresh()
            self.table.choose(key)

    @override
    def add(self) -> None:
        """Ask for a new escalation of the group that is chosen at the top."""
        if self.desk.context.group_id is not None:
            self.record_commands.add(self.desk.context.group_id)

    def _lay_out(self) -> None:
        theme, icons = self.desk.theme, self.desk.icons
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        first = command_button(self._new.bind(None), "primary")
        self._empty = Empty(theme, icons, "arrow-fat-up", "", "", first)
        across = Beside(theme)
        across.put(self._full, least=LEAST_LIST)
        across.put(self._empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        whole = column(across)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _columns(self) -> tuple[Column[EscalationRow], ...]:
        return (
            Column(
                self.tr("Question"),
                lambda row: Cell(row.escalation.question, self._ways(row)),
                stretch=True,
            ),
            Column(
                self.tr("Put on"),
                lambda row: Cell(long_date(row.escalation.raised_on), self._wanted(row)),
            ),
            Column(
                self.tr("State"),
                lambda row: Cell(
                    self.tr("Open") if row.is_open else self.tr("Answered"),
                    row.waiting_words,
                    tone=tone_of(row),
                ),
            ),
        )

    def _ways(self, row: EscalationRow) -> str:
        ways = self.tr("{0} to {1}").format(row.group.name, row.addressee)
        return f"{ways}  ·  {self.tr('Restricted')}" if row.restricted else ways

    def _wanted(self, row: EscalationRow) -> str:
        wanted = row.escalation.answer_by
        if wanted is None:
            return ""
        return self.tr("Answer by {0}").format(short_date(wanted, self.desk.context.today))

    def _chosen(self) -> EscalationRow | None:
        return self.table.current_row()
