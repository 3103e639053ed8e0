"""Groups and seats: the tree of groups, who sits where, and which seats are empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    DocumentVersion,
    GoverningDocument,
)
from lfjb_desk.domain.governance.groups import Appointment, Group, Seat
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.services.governance.groups import GroupFields
from lfjb_desk.services.governance.lowering import LoweredMarking
from lfjb_desk.ui.commands import Command, CommandGroup, chosen, page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.governance import group_forms as forms
from lfjb_desk.ui.pages.governance.seats import SeatTable
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, column, row
from lfjb_desk.ui.widgets.menus import command_button, set_menu
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.governance.groups import GroupNode
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk

LEFT = 344
STEP = "      "
"""What stands before the name of a group for each group above it."""


@dataclass(frozen=True)
class Branch:
    """A group at its depth in the tree."""

    node: GroupNode
    depth: int

    @property
    def group(self) -> Group:
        """The group."""
        return self.node.group


def branches(nodes: Sequence[GroupNode], depth: int = 0) -> Iterator[Branch]:
    """Yield the groups of a tree from the top, each before those under it."""
    for node in nodes:
        yield Branch(node, depth)
        yield from branches(node.children, depth + 1)


class GroupsSection(GovernanceSection):
    """The tree of groups at the left, the seats of the chosen one at the right."""

    shows = frozenset(
        {
            Action,
            AgendaItem,
            Appointment,
            Clause,
            Decision,
            DocumentVersion,
            GoverningDocument,
            Group,
            Meeting,
            Organisation,
            Person,
            Seat,
        }
    )

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._new_seat = page_command(
            self.tr("New seat"),
            self.add,
            "plus-bold",
            offered=lambda: self.chosen_group() is not None,
        )
        self._new_group = page_command(
            self.tr("New group"),
            self._add,
            "plus-bold",
            offered=lambda: self.desk.context.area_id is not None,
        )
        self._of_group = self._commands()
        self.tree: RowTable[Branch] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Groups"),
            (Column(self.tr("Group"), self._cell, stretch=True),),
            key=lambda branch: branch.group.id,
            commands_for=lambda branch: self._of_group.offered(branch.group),
            sortable=False,
        )
        self.seats = SeatTable(desk, services)
        self.tree.chosen.connect(self._show)
        self.tree.opened.connect(lambda _: self._change())
        self._facts = words("", "soft", wrap=True)
        self._name = words("", "lead", wrap=True)
        self._more = button(self.tr("Group"))
        self._lay_out()

    @override
    def tools(self) -> Sequence[QPushButton]:
        if self.desk.context.area_id is None:
            return ()
        new_group = command_button(self._new_group.bind(None))
        if self.tree.model().rowCount() == 0:
            return (new_group,)
        return (new_group, command_button(self._new_seat.bind(None), "primary"))

    @override
    def refresh(self) -> str:
        area_id = self.desk.context.area_id
        today = self.desk.context.today
        nodes = self.ask.groups.tree(area_id, today, closed=True) if area_id else ()
        tree = list(branches(nodes))
        was_chosen, had_groups = self.tree.current_row() is not None, self.tree.model().rowCount()
        self.tree.set_rows(tree)
        if bool(tree) != bool(had_groups):
            self.retooled.emit()
        self._full.setVisible(bool(tree))
        self._empty.setVisible(not tree)
        if area_id:
            self._empty.say(
                self.tr("No board is set up yet"),
                self.tr("Add the board first, then its sub-groups and their seats."),
            )
        else:
            self._empty.say(
                self.tr("No area is chosen"),
                self.tr("Choose an area at the top."),
                can_start=False,
            )
        if tree and not was_chosen and not self.tree.choose(self.desk.context.group_id):
            self.tree.selectRow(0)
        if not tree:
            return ""
        seats = sum(branch.node.seats for branch in tree)
        vacant = sum(branch.node.vacant for branch in tree)
        sentence = self.tr("{0}, {1}, {2} vacant")
        return sentence.format(
            count(len(tree), self.tr("group")).capitalize(),
            count(seats, self.tr("seat")),
            vacant,
        )

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        new = page_group(self.tr("Groups and seats"), self._new_seat, self._new_group)
        return (new, self._of_group, *self.seats.command_groups())

    @override
    def standing(self) -> UUID | None:
        key = self.tree.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.tree.choose(key)

    def chosen_group(self) -> Group | None:
        """Return the group that is chosen."""
        branch = self.tree.current_row()
        return branch.group if branch else None

    def _lay_out(self) -> None:
        theme, icons = self.desk.theme, self.desk.icons
        left = Card(flush=True)
        left.body.addWidget(self.tree)
        top = Card()
        head = row(self._name, self._more)
        head.setStretch(0, 1)
        top.body.addLayout(column(head, self._facts, gap=4))
        right = Card(flush=True)
        right.body.addWidget(self.seats, 1)
        self._full = GovernanceSection(self.desk, self.ask)
        side = column(top, right, gap=16)
        side.setStretch(1, 1)
        across = Beside(theme)
        across.put(left, width=LEFT)
        across.put(side, least=LEAST_LIST)
        self._full.setLayout(across)
        first = command_button(self._new_group.bind(None), "primary")
        self._empty = Empty(theme, icons, "scales", "", "", first)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._full, 1)
        box.addWidget(self._empty, 1)

    def _cell(self, branch: Branch) -> Cell:
        node, group = branch.node, branch.group
        inset = STEP * branch.depth
        under = inset + count(node.seats, self.tr("seat"))
        if node.vacant:
            under = self.tr("{0}, {1} vacant").format(under, node.vacant)
        if group.closed_on is not None:
            under = inset + self.tr("Closed on {0}").format(long_date(group.closed_on))
        tone = (
            StatusTone.ASLEEP
            if group.closed_on is not None and not branch.depth
            else StatusTone.PLAIN
        )
        return Cell(f"{inset}{group.name}", under, tone, strong=not branch.depth)

    def _show(self, branch: Branch | None) -> None:
        if branch is None:
            return
        self._name.setText(branch.group.name)
        self._facts.setText(self._facts_of(branch.node))
        set_menu(self._more, self._of_group.offered(branch.group))
        self.seats.show_group(branch.group.id)

    def _facts_of(self, node: GroupNode) -> str:
        group = node.group
        chair = node.chair or self.tr("nobody yet")
        sentences = [self.tr("Chair: {0}.").format(chair)]
        if group.carried_by is not None:
            carrier = node.carrier or self.tr("nobody yet")
            text = self.tr("Its business is carried up by the {0}, {1}.")
            sentences.append(text.format(group.carried_by.value, carrier))
        elif group.parent_id is not None:
            sentences.append(self.tr("Nobody is named to carry its business up."))
        counting = self.tr("{0} of the seats that count").format(group.quorum)
        quorum = counting if group.quorum else self.tr("not agreed yet")
        sentences.append(self.tr("Quorum: {0}.").format(quorum))
        sentences += self._terms_of(group) + self._vacancies_of(group)
        return "\n".join(part for part in (group.purpose, " ".join(sentences)) if part)

    def _terms_of(self, group: Group) -> list[str]:
        """Return when each agreed document of the group is to be reviewed."""
        sentences = []
        for document in self.ask.governing.documents(group.id):
            due = document.agreed.version.review_by if document.agreed else None
            if due is not None:
                late = due < self.desk.context.today
                text = (
                    self.tr("{0}: review was due by {1}.")
                    if late
                    else self.tr("{0}: review by {1}.")
                )
                sentences.append(text.format(document.document.title, long_date(due)))
        return sentences

    def _vacancies_of(self, group: Group) -> list[str]:
        """Return which seats are empty, the longest empty first, in one sentence."""
        vacancies = []
        for line in self.ask.seats.vacancies(group.id, self.desk.context.today):
            since = (
                self.tr("since {0}").format(long_date(line.vacant_since))
                if line.vacant_since
                else ""
            )
            vacancies.append(" ".join(part for part in (line.seat.title, since) if part))
        return [self.tr("Vacant: {0}.").format(listed(vacancies))] if vacancies else []

    def _commands(self) -> CommandGroup[Group]:
        def is_closed(group: Group) -> bool:
            return group.closed_on is not None

        return CommandGroup(
            self.tr("The chosen group"),
            (
                Command(self.tr("Change…"), lambda _: self._change(), "pencil-simple"),
                Command(
                    self.tr("Close…"),
                    self._close,
                    "archive",
                    offered=lambda group: not is_closed(group),
                ),
                Command(self.tr("Reopen"), self._reopen, "arrow-clockwise", offered=is_closed),
                Command(
                    self.tr("Remove"),
                    lambda group: self.do(self.ask.groups.remove, group.id),
                    "trash",
                ),
            ),
            chosen(self.chosen_group),
            lambda group: group.name,
        )

    def _groups(self) -> tuple[Group, ...]:
        area_id = self.desk.context.area_id
        return self.ask.groups.all(area_id) if area_id else ()

    def _add(self) -> None:
        area_id = self.desk.context.area_id
        if area_id is None:
            return  # it is not offered then
        form = forms.new_group(self._groups(), self.chosen_group())
        self.keep(
            form,
            lambda answer: self.ask.groups.add(
                area_id, answer.name, answer.kind, **_fields(answer)
            ),
        )

    def _change(self) -> None:
        group = self.chosen_group()
        if group is not None:
            key, today = group.id, self.desk.context.today
            approvers = self.ask.groups.approvers(key, today)
            self.keep(
                forms.change_group(group, self._groups(), approvers),
                lambda answer: self.ask.groups.edit(
                    key,
                    answer.name,
                    LoweredMarking(answer.lowered_because, answer.lowered_by, today),
                    **_fields(answer),
                ),
            )

    def _close(self, group: Group) -> None:
        form = forms.close_group(group, self.desk.context.today)
        self.keep(form, lambda answer: self.ask.groups.close(group.id, answer.on))

    def _reopen(self, group: Group) -> None:
        self.do(self.ask.groups.reopen, group.id)

    @override
    def add(self) -> None:
        """Ask for a new seat of the chosen group."""
        group = self.chosen_group()
        if group is None:
            self.desk.notices.refuse(self.tr("Add a group first; seats belong to a group."))
            return
        self.seats.add_to(group.id)


def _fields(answer: forms.GroupAnswer) -> GroupFields:
    """Return what a group says besides its name, as the service takes it."""
    return GroupFields(
        parent_id=answer.parent_id,
        purpose=answer.purpose,
        carried_by=answer.carried_by,
        quorum=answer.quorum,
        marking=answer.marking,
    )
