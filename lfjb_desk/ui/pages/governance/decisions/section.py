"""Decisions: the register of what a group and those under it decided, and one beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.drivers import Driver
from lfjb_desk.domain.formatting import long_date, short_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.domain.read_models.meetings.register import (
    EVERY_STANDING,
    IN_FORCE,
    NO_LONGER,
    REVIEW_DUE,
    DecisionStanding,
    answering,
    counted,
)
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.governance.decisions.commands import DecisionCommands
from lfjb_desk.ui.pages.governance.decisions.pane import TONES, DecisionPane, standing_words
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, Pills, column
from lfjb_desk.ui.widgets.menus import command_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.read_models.meetings.register import RegisterRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk

FILTERS = {
    "in-force": IN_FORCE,
    "review-due": REVIEW_DUE,
    "no-longer": NO_LONGER,
    "all": EVERY_STANDING,
}
"""How the decisions stand that each filter shows."""
LEAST_FINDER = 240


class DecisionsSection(GovernanceSection):
    """Lists decisions through filters and a search, and shows the chosen one."""

    can_add = False  # a decision is made at a meeting
    shows = frozenset({Action, AgendaItem, Decision, Driver, Group, Meeting})

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._rows: tuple[RegisterRow, ...] = ()
        self.record_commands = DecisionCommands(desk, services, self)
        self._of_chosen = self.record_commands.group(self._chosen)
        self._widen_command = page_command(self.tr("Show every decision"), self._widen, "flag")
        self.filters = Pills(lambda _: self._list())
        self.filters.current = "in-force"
        self.finder = QLineEdit()
        self.finder.setAccessibleName(self.tr("Find in the decisions"))
        self.finder.setPlaceholderText(self.tr("Find by words, number, driver or meeting"))
        self.finder.setClearButtonEnabled(True)
        self.finder.textChanged.connect(lambda _: self._list())
        self.table: RowTable[RegisterRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Decisions"),
            self._columns(),
            key=lambda row: row.decision.id,
            commands_for=self._of_chosen.offered,
        )
        self.pane = DecisionPane(desk, self.record_commands)
        self.table.chosen.connect(self.pane.show_decision)
        self.table.opened.connect(self.record_commands.open.carry_out)
        self._lay_out()

    @override
    def refresh(self) -> str:
        group_id, today = self.desk.context.group_id, self.desk.context.today
        self._rows = () if group_id is None else self.ask.register.rows(group_id, today)
        numbers = counted(self._rows)
        names = {
            "in-force": self.tr("In force"),
            "review-due": self.tr("Review due"),
            "no-longer": self.tr("Superseded or withdrawn"),
            "all": self.tr("All"),
        }
        pills = [
            (key, f"{name}  {sum(numbers[standing] for standing in FILTERS[key])}")
            for key, name in names.items()
        ]
        self.filters.offer(pills, self.filters.current)
        self._list()
        if group_id is None or not self._rows:
            return ""
        in_force = sum(numbers[standing] for standing in IN_FORCE)
        totals = self.tr("{0} in force, {1} due for review")
        if any(row.group.id != group_id for row in self._rows):
            totals = self.tr("{0} in force, {1} due for review, groups under it counted too")
        return totals.format(in_force, numbers[DecisionStanding.REVIEW_DUE])

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        find = page_command(
            self.tr("Find in the decisions"), self.finder.setFocus, "magnifying-glass"
        )
        return (page_group(self.tr("All decisions"), find, self._widen_command), self._of_chosen)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        if self.table.choose(key):
            return
        if not any(row.decision.id == key for row in self._rows):
            decision = self.ask.decisions.row(key).decision
            self.desk.context.choose(self.desk.context.area_id, decision.group_id)
        self._widen()
        self.table.choose(key)

    def _lay_out(self) -> None:
        theme, icons = self.desk.theme, self.desk.icons
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        widen = command_button(self._widen_command.bind(None), "primary")
        self._empty = Empty(theme, icons, "flag", "", "", widen)
        self._empty.hide()
        self._narrowing = Beside(theme)
        self._narrowing.put(self.filters, width=AS_NEEDED)
        self._narrowing.put(self.finder, least=LEAST_FINDER)
        across = Beside(theme)
        across.put(self._full, least=LEAST_LIST)
        across.put(self._empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        whole = column(self._narrowing, across, gap=16)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _columns(self) -> tuple[Column[RegisterRow], ...]:
        return (
            Column(
                self.tr("Number"),
                lambda row: Cell(row.decision.ref, self.tr("Restricted") if row.restricted else ""),
                sort=lambda row: row.decision.ref,
            ),
            Column(
                self.tr("Decision"),
                lambda row: Cell(row.decision.text, self._about(row)),
                sort=lambda row: row.decision.text.casefold(),
                stretch=True,
            ),
            Column(
                self.tr("Meeting"),
                lambda row: Cell(row.names.meeting, long_date(row.decision.decided_on)),
                sort=lambda row: (row.decision.decided_on, row.decision.ref),
            ),
            Column(
                self.tr("State"),
                lambda row: Cell(
                    standing_words(row.standing), self._since(row), tone=TONES[row.standing]
                ),
                sort=_by_state,
            ),
        )

    def _about(self, row: RegisterRow) -> str:
        """Return what the softer line under a decision says: why, and on which driver."""
        parts = (row.names.driver, row.decision.reason)
        return "  ·  ".join(part for part in parts if part)

    def _since(self, row: RegisterRow) -> str:
        """Return what the softer line under a state says."""
        if row.replacement is not None:
            return self.tr("By {0}").format(row.replacement.ref)
        review = row.decision.review_by
        if review is None or row.standing not in IN_FORCE:
            return ""
        return self.tr("Review by {0}").format(short_date(review, self.desk.context.today))

    def _widen(self) -> None:
        self.finder.clear()
        self.filters.current = "all"
        self.refresh()

    def _list(self) -> None:
        rows = answering(self._rows, FILTERS[self.filters.current], self.finder.text())
        self.table.set_rows(rows)
        has_any, is_found = bool(self._rows), bool(rows)
        seen = {self.filters: has_any, self.finder: has_any, self._empty: not is_found}
        for part, visible in {**seen, self._full: is_found, self.pane: is_found}.items():
            part.setVisible(visible)
        if not rows:
            self._say_what_is_missing()
        elif self.table.current_row() is None:
            self.table.choose(rows[0].decision.id)

    def _chosen(self) -> RegisterRow | None:
        return self.table.current_row()

    def _say_what_is_missing(self) -> None:
        if self.desk.context.group_id is None:
            missing, first = self.tr("No board is chosen"), self.tr("Choose an area at the top.")
        elif not self._rows:
            missing = self.tr("No decision is recorded yet")
            first = self.tr("Record the first one while you minute a meeting.")
        elif self.finder.text().strip():
            missing = self.tr("No decision answers this")
            first = self.tr("Try fewer words, or look through every decision.")
        else:
            missing = {
                "in-force": self.tr("No decision is in force"),
                "review-due": self.tr("No decision is due for review"),
                "no-longer": self.tr("No decision is superseded or withdrawn"),
            }[self.filters.current]
            first = self.tr("The other filters have the rest.")
        self._empty.say(missing, first, can_start=bool(self._rows))


def _by_state(row: RegisterRow) -> tuple[int, date]:
    """Sort what is to be looked at first to the top: by how it stands, then by its review."""
    return list(DecisionStanding).index(row.standing), row.decision.review_by or date.max
