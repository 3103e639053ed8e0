"""The quarterly collection: who has returned what, and what is done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.figures.collections import Collection, CollectionReturn, Respondent
from lfjb_desk.domain.formatting import count, days_late, long_date, short_date
from lfjb_desk.domain.read_models.collection import PartState
from lfjb_desk.domain.read_models.collection_sheet import PARTS
from lfjb_desk.ui.commands import Command, CommandGroup, chosen, page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.performance.collection.commands import CollectionCommands
from lfjb_desk.ui.pages.performance.collection.pane import CollectionPane
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty
from lfjb_desk.ui.widgets.form.choosing import ChoiceBox
from lfjb_desk.ui.widgets.menus import command_button, menu_of
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.collection import (
        ReturnLine,
        ReturnMatrix,
        ReturnStanding,
        SheetRespondent,
    )
    from lfjb_desk.services.collection.collection import CollectService
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk

TONES = {
    PartState.COMPLETE: StatusTone.GOOD,
    PartState.CHECK: StatusTone.OPEN,
    PartState.PARTLY: StatusTone.SOON,
    PartState.NONE: StatusTone.SAME,
}

QUARTER_LETTERS = 26
"""As many as the longest quarter has, September to November of a year."""


class CollectionView(View):
    """Shows one collection as a matrix of authorities and parts, with what to do about it."""

    shows = frozenset({Collection, CollectionReturn, Respondent})

    key = "collections"

    def __init__(self, desk: Desk, collect: CollectService) -> None:
        super().__init__()
        self._desk, self._collect = desk, collect
        self._matrix: ReturnMatrix | None = None
        self.record_commands = CollectionCommands(desk, collect, self)
        self.record_commands.read.connect(self._tell)
        self._build_commands()
        self._build_tools()
        self.chooser = ChoiceBox()
        self.chooser.setMinimumContentsLength(QUARTER_LETTERS)
        self.chooser.setAccessibleName(self.tr("Collection"))
        self.chooser.view().setAccessibleName(self.tr("Collections"))
        self.chooser.activated.connect(self._show)
        self.facts = words("", "soft", wrap=True)
        self.table: RowTable[ReturnStanding] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Who has returned what"),
            self._columns(),
            key=lambda standing: standing.authority_id,
            late=lambda standing: standing.is_late,
            commands_for=self._of_standing.offered,
        )
        self.pane = CollectionPane(desk.theme, self._of_standing, self._of_respondent)
        self.table.chosen.connect(self._choose)
        self._lay_out()

    @override
    def entry(self) -> str:
        return self.tr("Collections")

    @override
    def head(self) -> tuple[str, str]:
        title = self.tr("Collections from the authorities")
        if self._matrix is None:
            return title, self.tr("The same figures in the same words, each quarter")
        collection = self._matrix.row
        sentence = self.tr("{0}: {1} of {2} returned, {3} late")
        return title, sentence.format(
            collection.quarter, collection.returned, collection.authorities, collection.late
        )

    @override
    def refresh(self) -> None:
        area_id, today = self._desk.context.area_id, self._desk.context.today
        rows = self._collect.collections(area_id, today) if area_id else ()
        chosen = self.chooser.currentData()
        self.chooser.clear()
        for collection in rows:
            self.chooser.addItem(collection.quarter, collection.id)
        self.chooser.setCurrentIndex(max(0, self.chooser.place_of(chosen)))
        self._show()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        new = page_group(self.tr("Collections"), self._new, self.record_commands.taking_in)
        records = (self._of_collection, self._of_standing, self._of_respondent)
        return (new, *self.here(*records))

    def _build_commands(self) -> None:
        commands = self.record_commands
        self._new = page_command(self.tr("New collection…"), self._open, "plus-bold")
        self._naming = Command(self.tr("Name a respondent…"), self._name, "user-plus")
        self._of_collection: CommandGroup[Collection] = CommandGroup(
            self.tr("The collection shown"),
            commands.of_collection,
            chosen(lambda: self._matrix.row.collection if self._matrix else None),
            lambda _: self._matrix.row.quarter if self._matrix else "",
        )
        self._of_standing: CommandGroup[ReturnStanding] = CommandGroup(
            self.tr("The chosen authority"),
            (commands.taking_back, self._naming),
            chosen_row(lambda: self.table),
            lambda standing: standing.authority,
        )
        self._of_respondent: CommandGroup[SheetRespondent] = CommandGroup(
            self.tr("Who fills in the sheet"),
            commands.of_respondent,
            self._respondents,
            lambda respondent: respondent.name,
        )

    def _respondents(self) -> Sequence[SheetRespondent]:
        standing = self.table.current_row()
        return standing.respondents if standing is not None else ()

    @override
    def offers(self, tool: QPushButton) -> bool:
        return self._matrix is not None and tool in self.tools

    def _build_tools(self) -> None:
        self.more = button(self.tr("Collection  ▾"), name=self.tr("What to do with the collection"))
        sheets, reminders, change, remove = map(
            self._of_collection.on_current, self._of_collection.commands
        )
        name = self._of_standing.on_current(self._naming)
        entries = (self._new.bind(None), sheets, reminders, name, change, remove)
        self.more.setMenu(menu_of(entries, self.more))
        take_in = self.record_commands.taking_in.bind(None)
        self.take_in = command_button(take_in, "primary", icons=self._desk.icons)
        self.tools = (self.more, self.take_in)

    def _lay_out(self) -> None:
        first = command_button(self._new.bind(None), "primary")
        self.empty = Empty(
            self._desk.theme,
            self._desk.icons,
            "table",
            self.tr("No collection is open"),
            self.tr("Open one for a quarter, write the sheets and send them out."),
            first,
        )
        card = Card(flush=True)
        card.body.addWidget(self.table)
        contents = QWidget()
        inside = QVBoxLayout(contents)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        head = Beside(self._desk.theme, gap=12)
        head.put(self.chooser, width=AS_NEEDED)
        head.put(self.facts, least=LEAST_LIST)
        inside.addLayout(head)
        inside.addWidget(card, 1)
        inside.addWidget(self.pane)
        self._stack = Stack()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(contents)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _columns(self) -> tuple[Column[ReturnStanding], ...]:
        parts = tuple(
            Column(part.short, partial(self._part, index)) for index, part in enumerate(PARTS)
        )
        return (Column(self.tr("Authority"), self._authority, stretch=True), *parts)

    def _authority(self, standing: ReturnStanding) -> Cell:
        if standing.returned is not None:
            day = short_date(standing.returned.received_at.date(), self._desk.context.today)
            if standing.days_late:
                return Cell(standing.authority, f"{day}, {days_late(standing.days_late)}")
            return Cell(standing.authority, self.tr("came back {0}").format(day))
        if standing.is_late:
            return Cell(standing.authority, days_late(standing.days_late), tone=StatusTone.LATE)
        return Cell(standing.authority, self.tr("not yet due"))

    def _part(self, index: int, standing: ReturnStanding) -> Cell:
        words_by_state = {
            PartState.COMPLETE: self.tr("All"),
            PartState.CHECK: self.tr("Check"),
            PartState.PARTLY: self.tr("Part"),
            PartState.NONE: self.tr("None"),
        }
        state = standing.parts[index]
        return Cell(words_by_state[state], tone=TONES[state])

    def _show(self, *_: int) -> None:
        chosen: UUID | None = self.chooser.currentData()
        self._matrix = self._collect.matrix(chosen, self._desk.context.today) if chosen else None
        self._stack.setCurrentIndex(1 if self._matrix else 0)
        if self._matrix is not None:
            collection = self._matrix.row
            sentence = self.tr("Back by {0}. {1} asked for the figures of {2}.")
            authorities = count(
                collection.authorities, self.tr("authority"), self.tr("authorities")
            )
            due = long_date(collection.collection.due)
            self.facts.setText(sentence.format(due, authorities, self._matrix.area))
            self.table.set_rows(self._matrix.standings)
            if self.table.current_row() is None and self._matrix.standings:
                self.table.choose(self._matrix.standings[0].authority_id)
        self.retitled.emit()

    def _choose(self, standing: ReturnStanding | None) -> None:
        if standing is None:
            self.pane.show_nothing()
        else:
            self.pane.show_standing(standing)

    @override
    def show_at(self, at: object) -> None:
        """Show the collection of an id."""
        place = self.chooser.place_of(at)
        if place >= 0 and place != self.chooser.currentIndex():
            self.chooser.setCurrentIndex(place)
            self._show()

    def _tell(self, lines: tuple[ReturnLine, ...]) -> None:
        """Show the collection that sheets came back for, and what came of each of them."""
        taken = [line.collection_id for line in lines if line.collection_id is not None]
        current = self._matrix.row.collection.id if self._matrix else None
        if taken and current not in taken:
            self._turn_to(taken[0])
        self.pane.show_lines(lines)

    def _open(self) -> None:
        if self._desk.context.area_id is not None:
            opened = self.record_commands.open(self._desk.context.area_id)
            if opened is not None:
                self._turn_to(opened)

    def _turn_to(self, collection_id: UUID) -> None:
        self.wanted.emit(self.key, None)
        self.show_at(collection_id)

    def _name(self, standing: ReturnStanding) -> None:
        if self._desk.context.area_id is not None:
            self.record_commands.add_respondent(self._desk.context.area_id, standing)
