"""The agenda of a meeting: items in order, with running times and their total."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from lfjb_desk.domain.formatting import clock, count, span
from lfjb_desk.domain.meetings import AgendaItem
from lfjb_desk.domain.read_models.meetings import AgendaLine, duration
from lfjb_desk.services.meetings.agenda import AgendaFrom
from lfjb_desk.ui.pages.meetings import forms
from lfjb_desk.ui.pages.meetings.agenda.table import AgendaTable
from lfjb_desk.ui.pages.meetings.steps import purpose_words
from lfjb_desk.ui.tables import Cell, Column
from lfjb_desk.ui.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Card, Empty, column, hairline, row
from lfjb_desk.ui.widgets.menus import menu_entry
from lfjb_desk.ui.widgets.text import StatusLabel, button, key_hints, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QAction

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.meetings import AgendaView
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.meetings.agenda import AgendaService
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form import Answers, Form


class AgendaPanel(QWidget):
    """Shows an agenda, and everything that can be done to it."""

    def __init__(self, desk: Desk, agenda: AgendaService, people: PeopleService) -> None:
        super().__init__()
        self._desk, self._agenda, self._people = desk, agenda, people
        self._meeting_id: UUID | None = None
        self.table = AgendaTable(desk, self.tr("Agenda"), self._columns(), self._menu)
        self.table.opened.connect(self._change)
        self.table.moved.connect(self._move)
        self.table.removing.connect(self._remove)
        self.total = words("", "strong")
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

    def add(self) -> None:
        """Ask for a new item of the agenda shown."""
        if self._meeting_id is not None:
            self.add_to(self._meeting_id)

    def add_to(self, meeting_id: UUID) -> UUID | None:
        """Ask for a new item, which comes last; return its id, or None where there is none."""
        made: list[UUID] = []

        def command(answers: Answers) -> Change:
            change = self._agenda.add(meeting_id, **_typed(answers))
            made.append(change.key_of(AgendaItem))
            return change

        if not self._keep(forms.agenda_item(None, self._people.people()), command):
            return None
        self.table.choose(made[-1])
        return made[-1]

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
                (line.item.restricted, self.tr("Restricted")),
                (line.item.standing, self.tr("Standing item")),
            )
            return "  ·  ".join(
                [*(text for on, text in marks if on), *filter(None, [line.item.why])]
            )

        def times(line: AgendaLine) -> str:
            return span(line.starts, line.ends) if line.starts else ""

        return (
            Column("", lambda line: Cell(str(line.number)), right=True),
            Column(self.tr("Item"), lambda line: Cell(line.item.title, notes(line)), stretch=True),
            Column(self.tr("Purpose"), lambda line: Cell(purpose_words(line.item.purpose))),
            Column(self.tr("Presenter"), lambda line: Cell(line.presenter or self.tr("None yet"))),
            Column(self.tr("Minutes"), lambda line: Cell(str(line.item.minutes)), right=True),
            Column(self.tr("Time"), lambda line: Cell(times(line)), right=True),
        )

    def _build_tools(self) -> QWidget:
        icons = self._desk.icons
        add = button(self.tr("Add an item"))
        icons.set_icon(add, "plus-bold")
        add.clicked.connect(self.add)
        change = button(self.tr("Change"), "quiet", name=self.tr("Change the chosen item"))
        change.clicked.connect(lambda: self._with_line(self._change))
        remove = button(self.tr("Remove"), "quiet", name=self.tr("Remove the chosen item"))
        remove.clicked.connect(lambda: self._with_line(self._remove))
        up = button("", "icon", name=self.tr("Move the chosen item up"))
        icons.set_icon(up, "arrow-up")
        up.clicked.connect(lambda: self.table.shift(-1))
        down = button("", "icon", name=self.tr("Move the chosen item down"))
        icons.set_icon(down, "arrow-down")
        down.clicked.connect(lambda: self.table.shift(1))
        fill = button(self.tr("Bring over"))
        icons.set_icon(fill, "caret-down")
        menu = QMenu(fill)
        for text, source, everything in (
            (self.tr("The usual items"), AgendaFrom.USUAL, False),
            (self.tr("Standing items of the last meeting"), AgendaFrom.LAST, False),
            (self.tr("All items of the last meeting"), AgendaFrom.LAST, True),
        ):
            menu.addAction(text).triggered.connect(
                lambda _=False, source=source, everything=everything: self.fill(source, everything)
            )
        fill.setMenu(menu)
        hints = key_hints(("Alt ↑ ↓", self.tr("move")), ("Enter", self.tr("change")))
        tools = QWidget()
        tools.setLayout(row(add, fill, up, down, change, remove, None, hints))
        return tools

    def fill(self, source: AgendaFrom, everything: bool = False) -> None:  # noqa: FBT001, FBT002
        """Bring items over that this agenda does not have."""
        if self._meeting_id is not None:
            self._desk.history.do(
                partial(self._agenda.fill, self._meeting_id, source, everything=everything)
            )

    def _build_full(self) -> Card:
        card = Card(flush=True)
        foot = row(self.total, 12, self.verdict, None)
        foot.setContentsMargins(20, 8, 20, 4)
        tools = row(self._tools)
        tools.setContentsMargins(20, 4, 20, 8)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(foot)
        card.body.addWidget(hairline())
        card.body.addLayout(tools)
        return card

    def _build_empty(self) -> Empty:
        usual = button(self.tr("Take the usual agenda"), "primary")
        usual.clicked.connect(lambda: self.fill(AgendaFrom.USUAL))
        last = button(self.tr("Bring over from the last meeting"))
        last.clicked.connect(lambda: self.fill(AgendaFrom.LAST))
        one = button(self.tr("Add an item"))
        one.clicked.connect(self.add)
        return Empty(
            self._desk.theme,
            self._desk.icons,
            "list-numbers",
            self.tr("The agenda has no item yet"),
            self.tr("Start from the usual agenda, or add the first item yourself."),
            one,
            last,
            usual,
        )

    def _menu(self, line: AgendaLine) -> Sequence[QAction]:
        if not self.table.can_move:
            return ()
        record_commands: tuple[tuple[str, Callable[[], object]], ...] = (
            (self.tr("Change…"), partial(self._change, line)),
            (self.tr("Move up"), partial(self.table.shift, -1)),
            (self.tr("Move down"), partial(self.table.shift, 1)),
            (self.tr("Remove"), partial(self._remove, line)),
        )
        return [menu_entry(text, run) for text, run in record_commands]

    def _with_line(self, command: Callable[[AgendaLine], None]) -> None:
        line = self.table.current_row()
        if line is not None:
            command(line)

    def _change(self, line: AgendaLine) -> None:
        if not self.table.can_move:
            return

        def command(answers: Answers) -> Change:
            return self._agenda.edit(line.item.id, **_typed(answers))

        self._keep(forms.agenda_item(line.item, self._people.people()), command)

    def _move(self, item_id: UUID, place: int) -> None:
        self._desk.history.do(partial(self._agenda.move, item_id, place))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: AgendaLine) -> None:
        self._desk.history.do(partial(self._agenda.remove, line.item.id))

    def _keep(self, form: Form, command: Callable[[Answers], Change]) -> bool:
        return self._desk.keep(form, command)


def _typed(answers: Answers) -> Answers:
    return answers | {"minutes": int(answers["minutes"])}
