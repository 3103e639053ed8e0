"""The standing items of the group that is chosen at the top, in their order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.escalations import StandingItem
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.forms.item_words import purpose_words, topic_words
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.pages.governance.standing_items.forms import standing_item
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, Empty, column
from lfjb_desk.ui.widgets.menus import command_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class StandingItemsSection(GovernanceSection):
    """Lists what a group has on each agenda; a group without a list has the usual items."""

    shows = frozenset({Group, StandingItem})

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._new = page_command(
            self.tr("New standing item"), self.add, "plus-bold", offered=self._has_group
        )
        self._start = page_command(
            self.tr("Start from the usual items"),
            self._take_usual,
            "list-numbers",
            offered=self._has_no_list,
        )
        self._of_chosen = self._commands()
        self.table: RowTable[StandingItem] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Standing items"),
            self._columns(),
            commands_for=self._of_chosen.offered,
            sortable=False,
        )
        self.table.set_keys(self._of_chosen)
        self.table.opened.connect(self._change)
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        first = command_button(self._start.bind(None), "primary")
        self._empty = Empty(desk.theme, desk.icons, "list-numbers", "", "", first)
        whole = column(self._full, self._empty)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    @override
    def tools(self) -> Sequence[QPushButton]:
        return (command_button(self._new.bind(None), "primary"),) if self._has_group() else ()

    @override
    def refresh(self) -> str:
        group_id = self.desk.context.group_id
        items = () if group_id is None else self.ask.standing_items.of_group(group_id)
        self.table.set_rows(items)
        self._full.setVisible(bool(items))
        self._empty.setVisible(not items)
        if group_id is None:
            self._empty.say(
                self.tr("No board is chosen"),
                self.tr("Choose an area at the top."),
                can_start=False,
            )
            return ""
        name = self.ask.groups.get(group_id).name
        self._empty.say(
            self.tr("{0} has no list of its own").format(name),
            self.tr("A new agenda starts from the usual items. Make them its own to change them."),
        )
        if items and self.table.current_row() is None:
            self.table.choose(items[0].id)
        if not items:
            return name
        minutes = sum(item.minutes for item in items)
        number = count(len(items), self.tr("item"))
        return self.tr("{0}: {1}, {2} minutes").format(name, number, minutes)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        own = page_group(self.tr("Standing items"), self._new, self._start)
        return (own, self._of_chosen)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.table.choose(key)

    @override
    def add(self) -> None:
        """Ask for a new item at the end of the list."""
        group_id = self.desk.context.group_id
        if group_id is not None:
            self.keep(
                standing_item(),
                lambda answer: self.ask.standing_items.add(
                    group_id,
                    answer.title,
                    topic=answer.topic,
                    purpose=answer.purpose,
                    minutes=answer.minutes,
                ),
            )

    def _has_group(self) -> bool:
        return self.desk.context.group_id is not None

    def _has_no_list(self) -> bool:
        return self._has_group() and not self.table.rows_model.rows()

    def _take_usual(self) -> None:
        if self.desk.context.group_id is not None:
            self.do(self.ask.standing_items.start, self.desk.context.group_id)

    def _columns(self) -> tuple[Column[StandingItem], ...]:
        return (
            Column(self.tr("No."), lambda item: str(item.position), right=True),
            Column(self.tr("Item"), self._title, stretch=True),
            Column(self.tr("Purpose"), lambda item: purpose_words(item.purpose)),
            Column(self.tr("Minutes"), lambda item: str(item.minutes), right=True),
        )

    def _title(self, item: StandingItem) -> Cell:
        return Cell(item.title, topic_words(item.topic) if item.topic.value != "none" else "")

    def _commands(self) -> CommandGroup[StandingItem]:
        return CommandGroup(
            self.tr("The chosen standing item"),
            (
                Command(self.tr("Change…"), self._change, "pencil-simple"),
                Command(
                    self.tr("Move up"),
                    partial(self._move, -1),
                    "arrow-up",
                    "Alt+Up",
                    lambda item: item.position > 1,
                ),
                Command(
                    self.tr("Move down"),
                    partial(self._move, 1),
                    "arrow-down",
                    "Alt+Down",
                    lambda item: item.position < self.table.rows_model.rowCount(),
                ),
                Command(self.tr("Remove"), self._remove, "trash", "Delete"),
            ),
            chosen_row(lambda: self.table),
            lambda item: item.title,
            in_list=True,
        )

    def _change(self, item: StandingItem) -> None:
        self.keep(
            standing_item(item),
            lambda answer: self.ask.standing_items.edit(
                item.id,
                answer.title,
                topic=answer.topic,
                purpose=answer.purpose,
                minutes=answer.minutes,
            ),
        )

    def _move(self, by: int, item: StandingItem) -> None:
        self.do(self.ask.standing_items.move, item.id, by)

    def _remove(self, item: StandingItem) -> None:
        self.do(self.ask.standing_items.remove, item.id)
