"""The forums outside the board, a line for each group that is tied to one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.forums import Forum, ForumLink
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.governance.forums.forms import forum_form, informs_words, tie_form
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, Empty, column
from lfjb_desk.ui.widgets.menus import command_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.governance.forums import ForumRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class ForumsSection(GovernanceSection):
    """Lists who informs whom outside the board."""

    shows = frozenset({Forum, ForumLink, Group, Person})

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._new = page_command(
            self.tr("New forum"), self.add, "plus-bold", offered=self._has_area
        )
        self._of_chosen = self._commands()
        self.table: RowTable[ForumRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Forums outside the board"),
            self._columns(),
            key=lambda row: row.tie.link.id if row.tie else row.forum.id,
            commands_for=self._of_chosen.offered,
            sortable=False,
        )
        self.table.opened.connect(self._tie)
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        first = command_button(self._new.bind(None), "primary")
        self._empty = Empty(desk.theme, desk.icons, "chats", "", "", first)
        whole = column(self._full, self._empty)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    @override
    def tools(self) -> Sequence[QPushButton]:
        if not self._has_area():
            return ()
        tie = self._of_chosen.on_current(self._of_chosen.commands[0])
        return (command_button(tie), command_button(self._new.bind(None), "primary"))

    @override
    def refresh(self) -> str:
        area_id = self.desk.context.area_id
        rows = () if area_id is None else self.ask.forums.rows(area_id)
        self.table.set_rows(rows)
        self._full.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        missing = self.tr("No forum outside the board is entered")
        first = self.tr("Enter the partnerships and panels that the board hears from or tells.")
        if area_id is None:
            missing, first = self.tr("No area is chosen"), self.tr("Choose an area at the top.")
        self._empty.say(missing, first, can_start=area_id is not None)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        if not rows:
            return ""
        return count(len({row.forum.id for row in rows}), self.tr("forum")).capitalize()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Forums"), self._new), self._of_chosen)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.table.choose(key)

    @override
    def add(self) -> None:
        """Ask for a new forum of the area."""
        area_id = self.desk.context.area_id
        if area_id is not None:
            self.keep(
                forum_form(),
                lambda answer: self.ask.forums.add(area_id, answer.name, answer.purpose),
            )

    def _has_area(self) -> bool:
        return self.desk.context.area_id is not None

    def _columns(self) -> tuple[Column[ForumRow], ...]:
        return (
            Column(
                self.tr("Forum"),
                lambda row: Cell(row.forum.name, row.forum.purpose),
                stretch=True,
            ),
            Column(self.tr("Group"), lambda row: row.tie.group.name if row.tie else ""),
            Column(self.tr("Who informs whom"), self._ways),
            Column(
                self.tr("Who carries it"),
                lambda row: (row.tie.carrier or self.tr("Nobody named")) if row.tie else "",
            ),
        )

    def _ways(self, row: ForumRow) -> Cell:
        if row.tie is None:
            return Cell(self.tr("No group is tied to it yet"))
        return Cell(informs_words(row.tie.link.informs), row.tie.link.how_often)

    def _commands(self) -> CommandGroup[ForumRow]:
        return CommandGroup(
            self.tr("The chosen forum"),
            (
                Command(self.tr("Who informs whom…"), self._tie, "arrows-left-right"),
                Command(self.tr("Change the forum…"), self._change, "pencil-simple"),
                Command(
                    self.tr("Untie the group"),
                    self._untie,
                    "x-circle",
                    offered=lambda row: row.tie is not None,
                ),
                Command(self.tr("Remove the forum"), self._remove, "trash"),
            ),
            chosen_row(lambda: self.table),
            lambda row: row.forum.name,
        )

    def _tie(self, row: ForumRow) -> None:
        groups = self.ask.groups.all(row.forum.area_id)
        self.keep(
            tie_form(row, groups, self.ask.people.people()),
            lambda answer: self.ask.forums.tie(
                row.forum.id, answer.group_id, answer.informs, answer.how_often, answer.person_id
            ),
        )

    def _change(self, row: ForumRow) -> None:
        self.keep(
            forum_form(row.forum),
            lambda answer: self.ask.forums.edit(row.forum.id, answer.name, answer.purpose),
        )

    def _untie(self, row: ForumRow) -> None:
        if row.tie is not None:
            self.do(self.ask.forums.untie, row.tie.link.id)

    def _remove(self, row: ForumRow) -> None:
        self.do(self.ask.forums.remove, row.forum.id)
