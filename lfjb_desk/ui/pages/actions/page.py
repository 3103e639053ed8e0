"""The Actions page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from lfjb_desk.domain.actions import (
    Action,
    ActionEvidence,
    ActionStatus,
    ActionUpdate,
    LearningNote,
)
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.formatting import count, long_date, short_date
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.domain.read_models.actions import (
    MOVED_OFTEN,
    ActionQuery,
    ActionRow,
    GroupBy,
    Which,
    grouped,
)
from lfjb_desk.domain.tables import JUDGED
from lfjb_desk.ui.commands import BoundCommand, page_command, page_group
from lfjb_desk.ui.pages.actions import forms
from lfjb_desk.ui.pages.actions.commands import ActionCommands
from lfjb_desk.ui.pages.actions.detail import TONES, ActionPane
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, Pills
from lfjb_desk.ui.widgets.menus import command_button, menu_of
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.actions.services import ActionsServices
    from lfjb_desk.ui.shell.contract import Desk


@dataclass(frozen=True)
class GroupHeading:
    """A line between groups of actions."""

    title: str
    under: str


@dataclass(frozen=True)
class Filter:
    """A saved filter with how many actions it shows."""

    key: str
    text: str
    number: int
    query: ActionQuery

    @property
    def words(self) -> str:
        """What stands on its pill."""
        return f"{self.text}  {self.number}"


Line = ActionRow | GroupHeading


class ActionsPage(Page):
    """Lists the actions of a group through saved filters, and shows the chosen one."""

    shows = JUDGED | {
        *(Action, ActionEvidence, ActionUpdate, LearningNote),
        *(AgendaItem, Decision, Escalation, Group, Measure, Meeting, Organisation, Person),
    }

    def __init__(self, desk: Desk, services: ActionsServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Actions"))
        self._ask = services
        self._by: GroupBy | None = None
        self.record_commands = ActionCommands(
            desk,
            services.actions,
            services.escalations,
            services.evidence,
            self._choices,
            self._other_groups,
            self,
        )
        self.new = page_command(
            self.tr("New action"), self._add, "plus-bold", "Ctrl+N", offered=self._has_board
        )
        self.bring = page_command(
            self.tr("Bring in an action log"),
            lambda: desk.context.ask("bringing", "log"),
            "folder-open",
            offered=self._has_board,
            other_names=self.tr("import actions, Excel, Word"),
        )
        self._of_chosen = self.record_commands.group(self._chosen)
        self._build_tools()
        self.pills = Pills(lambda _: self.refresh())
        self.pills.current = "open"
        self.table: RowTable[Line] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Actions"),
            self._columns(),
            key=lambda line: line.action.id if isinstance(line, ActionRow) else line.title,
            late=lambda line: isinstance(line, ActionRow) and line.days_late > 0,
            commands_for=self._menu,
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _: self._of_chosen.carry_out(self.record_commands.change))
        self.pane = ActionPane(desk.theme, desk.icons, self.record_commands, desk.context.go)
        self._lay_out()

    @override
    def refresh(self) -> None:
        context = self.desk.context
        for tool in (self.group_button, self._new_button):
            tool.setVisible(self._has_board())
        if context.area_id is None or context.group_id is None:
            self._show_empty(
                self.tr("No board is chosen"),
                self.tr("Choose an area at the top."),
                can_start=False,
            )
            return
        query = ActionQuery(context.area_id, context.group_id)
        filters = self._filters(query, context.group_id)
        self.pills.offer([(each.key, each.words) for each in filters], self.pills.current)
        wanted = next(each.query for each in filters if each.key == self.pills.current)
        rows = self._ask.actions.rows(wanted, context.today)
        self.table.set_rows(self._lines(rows))
        everything = replace(query, which=Which.ALL)
        if not rows and not self._ask.actions.rows(everything, context.today):
            self._show_empty(
                self.tr("No action has been agreed yet"),
                self.tr(
                    "Add the first one here, record it while you minute a meeting, or bring in the "
                    "log that you have in Excel or Word."
                ),
            )
            return
        for part, seen in ((self._empty, False), (self._full, True), (self.pills, True)):
            part.setVisible(seen)
        self.pane.show()
        if self.table.current_row() is None and rows:
            self.table.choose(rows[0].action.id)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Actions"), self.new, self.bring), self._of_chosen)

    @override
    def standing(self) -> tuple[str, UUID | None]:
        row = self.table.current_row()
        return ("action", row.action.id) if isinstance(row, ActionRow) else ("", None)

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        if self.table.choose(key):
            return
        row = self._ask.actions.row(key, self.desk.context.today)
        self.desk.context.choose(self.desk.context.area_id, row.action.group_id)
        for pill in ("closed" if row.closed else "open", "all"):
            self.pills.current = pill
            self.refresh()
            if self.table.choose(key):
                return

    def _build_tools(self) -> None:
        self.group_button = button(self.tr("Group: none"))
        self.group_button.setMenu(menu_of(self._ways_to_group(), self.group_button))
        self._new_button = command_button(self.new.bind(None), "primary", icons=self.desk.icons)
        self.offer(self.group_button, self._new_button)

    def _has_board(self) -> bool:
        return self.desk.context.area_id is not None and self.desk.context.group_id is not None

    def _ways_to_group(self) -> Sequence[BoundCommand]:
        names = {
            None: self.tr("None"),
            GroupBy.OWNER: self.tr("Owner"),
            GroupBy.BODY: self.tr("Accountable body"),
            GroupBy.DRIVER: self.tr("Driver of delay"),
            GroupBy.MEETING: self.tr("Meeting"),
        }
        return [BoundCommand(name, partial(self._group, by, name)) for by, name in names.items()]

    def _lay_out(self) -> None:
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        bring = command_button(self.bring.bind(None))
        first = command_button(self.new.bind(None), "primary")
        theme, icons = self.desk.theme, self.desk.icons
        keys = self.tr("and type new action")
        self._empty = Empty(theme, icons, "check-square", "", "", bring, first, keys=keys)
        self._empty.hide()
        across = Beside(theme)
        across.put(self._full, least=LEAST_LIST)
        across.put(self._empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.body.addWidget(self.pills)
        self.body.addLayout(across, 1)

    def _columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(
                self.tr("Status"),
                _by_line(
                    lambda row: Cell(
                        row.status_words,
                        self._progress(row),
                        tone=TONES[row.standing],
                    ),
                    _nothing,
                ),
                sort=_sorted_by(lambda row: (row.closed, row.action.due)),
            ),
            Column(
                self.tr("Action"),
                _by_line(
                    lambda row: Cell(
                        row.action.title,
                        "  ·  ".join(part for part in self._about(row) if part),
                        strong=row.days_late > 0,
                    ),
                    lambda heading: Cell(heading.title, heading.under, strong=True),
                ),
                sort=_sorted_by(lambda row: row.action.title.casefold()),
                stretch=True,
            ),
            Column(
                self.tr("Owner and body"),
                _by_line(
                    lambda row: Cell(row.owner or self.tr("No owner yet"), row.body), _nothing
                ),
                sort=_sorted_by(lambda row: (row.owner.casefold(), row.body.casefold())),
            ),
            Column(
                self.tr("Due"),
                _by_line(lambda row: Cell(long_date(row.action.due), row.moved_words), _nothing),
                sort=_sorted_by(lambda row: row.action.due),
                right=True,
            ),
        )

    def _progress(self, row: ActionRow) -> str:
        """Return in a word what is being done; the pane says what it waits for."""
        words = {
            ActionStatus.IN_PROGRESS: self.tr("In progress"),
            ActionStatus.BLOCKED: self.tr("Blocked"),
        }
        return words.get(row.action.status, "")

    def _about(self, row: ActionRow) -> tuple[str, ...]:
        """Return what the softer line under an action says."""
        return (row.action.ref, self.tr("Restricted") if row.restricted else "", row.driver)

    def _filters(self, query: ActionQuery, group_id: UUID) -> Sequence[Filter]:
        """Return the saved filters with their counts, and say the totals in the head."""
        before, since = self._meeting_days(group_id)
        today = self.desk.context.today
        counts = self._ask.actions.counts(query, today, before=before, closed_since=since)
        groups = self._ask.groups.all(query.area_id)
        if any(group.parent_id == group_id for group in groups):
            totals = self.tr("{0} open, {1} late, those of groups under it not counted")
        else:
            totals = self.tr("{0} open, {1} late")
        self.head(self.tr("Actions"), totals.format(counts.open, counts.late))
        coming = self.tr("Due before {0}").format(short_date(before, today))
        often = self.tr("Moved {0} times or more").format(MOVED_OFTEN)
        closed = self.tr("Closed since {0}").format(short_date(since, today))
        done = replace(query, which=Which.CLOSED, closed_since=since)
        on_hold = replace(query, which=Which.ON_HOLD)
        ahead = (Filter("board", coming, counts.due_before, replace(query, due_before=before)),)
        return (
            Filter("late", self.tr("Late"), counts.late, replace(query, which=Which.LATE)),
            *(ahead if before > today else ()),
            Filter("moved", often, counts.moved_often, replace(query, moved_at_least=MOVED_OFTEN)),
            Filter("on-hold", self.tr("On hold"), counts.on_hold, on_hold),
            Filter("open", self.tr("All open"), counts.open, query),
            Filter("closed", closed, counts.closed_since, done),
            Filter("all", self.tr("All"), counts.all, replace(query, which=Which.ALL)),
        )

    def _lines(self, rows: Sequence[ActionRow]) -> Sequence[Line]:
        self.table.setSortingEnabled(self._by is None)
        if self._by is None:
            return rows
        lines: list[Line] = []
        for group in grouped(rows, self._by):
            late = self.tr("{0} late").format(group.late)
            under = f"{count(len(group.rows), self.tr('action'))}, {late}"
            lines += [GroupHeading(group.title, under), *group.rows]
        return lines

    def _group(self, by: GroupBy | None, text: str) -> None:
        self._by = by
        self.group_button.setText(self.tr("Group: {0}").format(text.lower()))
        self.group_button.setAccessibleName(self.group_button.text())
        self.refresh()

    def _meeting_days(self, group_id: UUID) -> tuple[date, date]:
        """Return the day of the next meeting and that of the last; today where there is none."""
        today = self.desk.context.today
        coming = self._ask.meetings.next(group_id, today)
        last = self._ask.meetings.last(group_id, today)
        return (
            coming.meeting.held_on if coming else today,
            last.meeting.held_on if last else today,
        )

    def _show_empty(self, missing: str, first: str, *, can_start: bool = True) -> None:
        self._empty.say(missing, first, can_start=can_start)
        self._full.hide()
        self.pills.hide()
        self.pane.hide()
        self._empty.show()

    def _show(self, line: Line | None) -> None:
        if isinstance(line, ActionRow):
            today = self.desk.context.today
            self.pane.show_action(self._ask.actions.detail(line.action.id, today))
        else:
            self.pane.show_action(None)

    def _other_groups(self, action: Action) -> Sequence[Group]:
        """Return the groups of the area that an action can be handed over to."""
        area_id = self.desk.context.area_id
        groups = self._ask.groups.all(area_id) if area_id is not None else ()
        return [group for group in groups if group.id != action.group_id]

    def _choices(self) -> forms.ActionChoices:
        group_id = self.desk.context.group_id
        return forms.ActionChoices(
            self._ask.people.people(),
            self._ask.people.organisations(),
            self._ask.drivers.drivers(),
            self._ask.meetings.rows(group_id) if group_id else (),
        )

    def _add(self) -> None:
        group_id = self.desk.context.group_id
        if group_id is None:
            return  # it is not offered then
        today = self.desk.context.today

        def command(answer: forms.NewActionAnswer) -> Change:
            return self._ask.actions.add(
                group_id, answer.title, answer.due, today, **answer.fields()
            )

        added = self.desk.keep(forms.new_action(self._choices()), command)
        if added is not None:  # seen, whichever filter is chosen
            self.show_record("action", added.key_of(Action))

    def _chosen(self) -> Action | None:
        line = self.table.current_row()
        return line.action if isinstance(line, ActionRow) else None

    def _menu(self, line: Line) -> Sequence[BoundCommand]:
        return self._of_chosen.offered(line.action) if isinstance(line, ActionRow) else ()


def _by_line(
    cell: Callable[[ActionRow], Cell], heading: Callable[[GroupHeading], Cell]
) -> Callable[[Line], Cell]:
    """Return what a column shows on the line of an action and on the heading of a group."""
    return lambda line: cell(line) if isinstance(line, ActionRow) else heading(line)


def _nothing(_: GroupHeading) -> Cell:
    return Cell("")


def _sorted_by(key: Callable[[ActionRow], object]) -> Callable[[Line], object]:
    return lambda line: key(line) if isinstance(line, ActionRow) else None
