"""The agenda of a meeting: items in order, with running times and their total."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.formatting import clock, count, span
from lfjb_desk.domain.meetings.meetings import AgendaItem
from lfjb_desk.domain.read_models.meetings.meetings import AgendaLine, duration
from lfjb_desk.domain.read_models.restriction import restricted_words
from lfjb_desk.services.meetings.agenda import AgendaFrom, ItemFields
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.forms.item_words import purpose_words
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.meetings.agenda import forms
from lfjb_desk.ui.pages.meetings.agenda.table import AgendaTable
from lfjb_desk.ui.tables.row_table import chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, Empty, column, hairline, row
from lfjb_desk.ui.widgets.flow import Flow
from lfjb_desk.ui.widgets.menus import command_button, menu_of
from lfjb_desk.ui.widgets.text import StatusLabel, button, key_hints, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.meetings import AgendaView
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.meetings.agenda import AgendaService
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk


class AgendaPanel(QWidget):
    """Shows an agenda, and everything that can be done to it."""

    def __init__(
        self, desk: Desk, agenda: AgendaService, people: PeopleService, new: Command[None]
    ) -> None:
        super().__init__()
        self._new = new
        self._desk, self._agenda, self._people = desk, agenda, people
        self._meeting_id: UUID | None = None
        self._of_item, self._filling = self._commands()
        self.table = AgendaTable(desk, self.tr("Agenda"), self._columns(), self._of_item)
        self.table.opened.connect(self._change)
        self.table.moved.connect(self._move)
        self.total = words("", "strong", wrap=True)
        self.verdict = StatusLabel(desk.theme, desk.icons, StatusTone.GOOD, "")
        self._tools = self._build_tools()
        self._empty = self._build_empty()
        self._full = self._build_full()
        box = column(self._full, self._empty)
        self.setLayout(box)

    def show_meeting(self, meeting_id: UUID, *, settled: bool) -> None:
        """Show the agenda of a meeting; a settled one is only read."""
        self._meeting_id = meeting_id
        view = self._agenda.view(meeting_id)
        self.table.can_move = not settled
        self._tools.setVisible(not settled)
        self.table.set_rows(view.lines)
        if self.table.current_row() is None and view.lines:
            self.table.choose(view.lines[0].item.id)
        self._full.setVisible(bool(view.lines))
        self._empty.setVisible(not view.lines)
        self._show_total(view)

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done to the agenda shown."""
        return (self._of_item, self._filling)

    def _commands(self) -> tuple[CommandGroup[AgendaLine], CommandGroup[None]]:
        def of_item(
            label: str, run: Callable[[AgendaLine], object], icon: str, shortcut: str = ""
        ) -> Command[AgendaLine]:
            return Command(label, run, icon, shortcut, lambda _: self.table.can_move)

        filling = (
            (self.tr("Bring over the usual items"), AgendaFrom.USUAL, False),
            (self.tr("Bring over the standing items of the last meeting"), AgendaFrom.LAST, False),
            (self.tr("Bring over all items of the last meeting"), AgendaFrom.LAST, True),
            (self.tr("Bring over what was not reached"), AgendaFrom.UNFINISHED, False),
        )
        return (
            CommandGroup(
                self.tr("The chosen item of the agenda"),
                (
                    of_item(self.tr("Change…"), self._change, "pencil-simple"),
                    of_item(self.tr("Move up"), self._up, "arrow-up", "Alt+Up"),
                    of_item(self.tr("Move down"), self._down, "arrow-down", "Alt+Down"),
                    of_item(self.tr("Remove"), self._remove, "trash", "Delete"),
                ),
                chosen_row(lambda: self.table),
                lambda line: line.item.title,
                in_list=True,
            ),
            page_group(
                self.tr("Items of the meeting"),
                *(
                    page_command(
                        label,
                        partial(self.fill, source, everything),
                        "list-numbers",
                        offered=lambda: self.table.can_move,
                    )
                    for label, source, everything in filling
                ),
            ),
        )

    def add_to(self, meeting_id: UUID) -> UUID | None:
        """Ask for a new item, which comes last; return its id, or None where there is none."""
        change = self._desk.keep(
            forms.agenda_item(None, self._people.people()),
            lambda answer: self._agenda.add(meeting_id, answer.title, **_fields(answer)),
        )
        if change is None:
            return None
        key = change.key_of(AgendaItem)
        self.table.choose(key)
        return key

    def _show_total(self, view: AgendaView) -> None:
        items = count(len(view.lines), self.tr("item"))
        ends = self.tr(", ends {0}").format(clock(view.ends)) if view.ends else ""
        self.total.setText(f"{items.capitalize()}, {view.time_words}{ends}")
        planned = view.meeting.minutes_planned
        if not planned:
            self.verdict.say(StatusTone.PLAIN, self.tr("No length is planned"))
        elif view.over > 0:
            self.verdict.say(StatusTone.SOON, self.tr("{0} over").format(duration(view.over)))
        elif view.over < 0:
            self.verdict.say(StatusTone.GOOD, self.tr("{0} to spare").format(duration(-view.over)))
        else:
            self.verdict.say(StatusTone.GOOD, self.tr("Fills the time planned"))

    def _columns(self) -> tuple[Column[AgendaLine], ...]:
        def notes(line: AgendaLine) -> str:
            marks = (
                restricted_words(line.item).rstrip("."),
                self.tr("Standing item") if line.item.standing else "",
                self.tr("Added late") if line.item.added_late else "",
                line.reason_words,
                line.item.ask and self.tr("Asked to {0}").format(line.item.ask),
                line.item.why,
            )
            return "  ·  ".join(filter(None, marks))

        def times(line: AgendaLine) -> str:
            return span(line.starts, line.ends) if line.starts else ""

        return (
            Column("", lambda line: Cell(line.number), right=True),
            Column(self.tr("Item"), lambda line: Cell(line.item.title, notes(line)), stretch=True),
            Column(
                self.tr("Purpose"), lambda line: Cell(purpose_words(line.item.purpose)), extra=True
            ),
            Column(self.tr("Presenter"), lambda line: Cell(line.presenter or self.tr("None yet"))),
            Column(
                self.tr("Minutes"),
                lambda line: Cell(str(line.item.minutes)),
                right=True,
                extra=True,
            ),
            Column(self.tr("Time"), lambda line: Cell(times(line)), right=True),
        )

    def _build_tools(self) -> QWidget:
        icons, of_item = self._desk.icons, self._of_item
        change, up, down, remove = map(of_item.on_current, of_item.commands)
        add = command_button(self._new.bind(None), icons=icons)
        fill = button(self.tr("Bring over"))
        icons.set_icon(fill, "caret-down")
        fill.setMenu(menu_of(self._filling.ready(), fill))
        moves = [command_button(command, "icon", icons=icons) for command in (up, down)]
        others = [command_button(command, "quiet") for command in (change, remove)]
        hints = key_hints(("Alt ↑ ↓", self.tr("move")), ("Enter", self.tr("change")))
        tools, across = QWidget(), Flow()
        for part in (add, fill, *moves, *others, hints):
            across.addWidget(part)
        tools.setLayout(across)
        return tools

    def fill(self, source: AgendaFrom, everything: bool = False) -> None:  # noqa: FBT001, FBT002
        """Bring items over that this agenda does not have."""
        if self._meeting_id is not None:
            self._desk.history.do(
                partial(self._agenda.fill, self._meeting_id, source, everything=everything)
            )

    def _build_full(self) -> Card:
        card = Card(flush=True)
        foot = row(self.total, self.verdict, gap=12)
        foot.setStretch(0, 1)
        foot.setContentsMargins(20, 8, 20, 4)
        tools = row(self._tools)
        tools.setContentsMargins(20, 4, 20, 8)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(foot)
        card.body.addWidget(hairline())
        card.body.addLayout(tools)
        return card

    def _build_empty(self) -> Empty:
        usual, standing, *_ = self._filling.commands
        return Empty(
            self._desk.theme,
            self._desk.icons,
            "list-numbers",
            self.tr("The agenda has no item yet"),
            self.tr("Start from the usual agenda, or add the first item yourself."),
            command_button(self._new.bind(None)),
            command_button(standing.bind(None)),
            command_button(usual.bind(None), "primary"),
        )

    def _up(self, _: AgendaLine) -> None:
        self.table.shift(-1)

    def _down(self, _: AgendaLine) -> None:
        self.table.shift(1)

    def _change(self, line: AgendaLine) -> None:
        if self.table.can_move:
            self._desk.keep(
                forms.agenda_item(line.item, self._people.people()),
                lambda answer: self._agenda.edit(line.item.id, answer.title, **_fields(answer)),
            )

    def _move(self, item_id: UUID, position: int) -> None:
        self._desk.history.do(partial(self._agenda.move, item_id, position))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: AgendaLine) -> None:
        self._desk.history.do(partial(self._agenda.remove, line.item.id))


def _fields(answer: forms.AgendaItemAnswer) -> ItemFields:
    """Return what an item says besides its title, as the service takes it."""
    return ItemFields(
        topic=answer.topic,
        purpose=answer.purpose,
        presenter_id=answer.presenter_id,
        minutes=answer.minutes,
        why=answer.why,
        standing=answer.standing,
        restricted=answer.restricted,
        restricted_why=answer.restricted_why,
        restricted_audience=answer.restricted_audience,
        restricted_until=answer.restricted_until,
        ask=answer.ask,
    )
