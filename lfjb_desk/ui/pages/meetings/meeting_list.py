"""The list of the meetings of a group, and the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.formatting import clock, count, long_date, weekday_date
from lfjb_desk.domain.read_models.meetings.meetings import duration
from lfjb_desk.ui.pages.meetings.steps import TONES
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail, Empty, column, hairline, row
from lfjb_desk.ui.widgets.menus import command_button, set_menu
from lfjb_desk.ui.widgets.text import IconMark, StatusLabel, button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow, Readiness
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.services.meetings.readiness import ReadinessService
    from lfjb_desk.ui.commands import Command
    from lfjb_desk.ui.pages.meetings.commands import MeetingCommands, SideCommands
    from lfjb_desk.ui.shell.contract import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingList", text)


class MeetingList(QWidget):
    """Lists meetings, the next one first and then those held, the latest first."""

    opened = Signal(object, str)
    """The id of the meeting to open, and at which side: agenda, minutes, or "" for the usual."""

    def __init__(
        self,
        desk: Desk,
        meetings: MeetingService,
        readiness: ReadinessService,
        record_commands: MeetingCommands,
        new: Command[None],
        sides: SideCommands,
    ) -> None:
        super().__init__()
        self._desk, self._new = desk, new
        self._meetings, self._readiness = meetings, readiness
        self.table: RowTable[MeetingRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Meetings"),
            self._columns(),
            key=lambda row: row.meeting.id,
            commands_for=record_commands.group(self.current).offered,
        )
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda row: self.opened.emit(row.meeting.id, ""))
        self.pane = MeetingPane(desk, record_commands, sides)
        self._lay_out()

    def _lay_out(self) -> None:
        desk = self._desk
        self.full = Card(flush=True)
        self.full.body.addWidget(self.table)
        first = command_button(self._new.bind(None), "primary")
        self.empty = Empty(desk.theme, desk.icons, "calendar-blank", "", "", first)
        self.empty.hide()
        across = Beside(desk.theme)
        across.put(self.full, least=LEAST_LIST)
        across.put(self.empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.setLayout(across)

    def show_rows(self, rows: Sequence[MeetingRow], today: date) -> None:
        """Show the meetings, or what to do first where there are none."""
        coming = [row for row in rows if not row.meeting.is_over(today)]
        past = [row for row in rows if row.meeting.is_over(today)]
        ordered = [*reversed(coming), *past]
        self.table.set_rows(ordered)
        self._show_full(full=bool(rows))
        if self.table.current_row() is None and ordered:
            self.table.choose(ordered[0].meeting.id)

    def show_missing(self, missing: str, first: str, *, can_add: bool) -> None:
        """Say what is missing in place of the list, and offer to add it where that is possible."""
        self.empty.say(missing, first, can_start=can_add)
        self.table.set_rows(())
        self._show_full(full=False)

    def _show_chosen(self, chosen: MeetingRow | None) -> None:
        if chosen is None:
            self.pane.show_meeting(None, ())
            return
        key = chosen.meeting.id
        lines = self._readiness.lines(key) if chosen.meeting.state.is_coming else ()
        self.pane.show_meeting(chosen, lines)

    def current(self) -> MeetingRow | None:
        """Return the chosen meeting."""
        return self.table.current_row()

    def _show_full(self, *, full: bool) -> None:
        self.full.setVisible(full)
        self.pane.setVisible(full)
        self.empty.setVisible(not full)

    def _columns(self) -> tuple[Column[MeetingRow], ...]:
        def agenda(row: MeetingRow) -> Cell:
            items = count(row.items, self.tr("item"))
            return Cell(items.capitalize(), duration(row.minutes) if row.items else "")

        def recorded(row: MeetingRow) -> Cell:
            if not row.meeting.state.is_begun:
                return Cell("")
            made = count(row.decisions, self.tr("decision"))
            return Cell(made.capitalize(), count(row.actions, self.tr("action")))

        return (
            Column(
                self.tr("State"),
                lambda row: Cell(
                    row.meeting.state.value.capitalize(), tone=TONES[row.meeting.state]
                ),
            ),
            Column(
                self.tr("Meeting"),
                lambda row: Cell(row.label, row.meeting.place),
                sort=lambda row: row.meeting.number,
                stretch=True,
            ),
            Column(self.tr("Agenda"), agenda, sort=lambda row: row.items, extra=True),
            Column(self.tr("Recorded"), recorded, sort=lambda row: row.actions, extra=True),
            Column(
                self.tr("Day"),
                lambda row: Cell(
                    long_date(row.meeting.held_on),
                    when_words(row.meeting.held_on, self._desk.context.today),
                ),
                sort=lambda row: row.meeting.held_on,
                right=True,
            ),
        )


class MeetingPane(Detail):
    """Shows one meeting: what it has or lacks, and the next step."""

    def __init__(self, desk: Desk, record_commands: MeetingCommands, sides: SideCommands) -> None:
        super().__init__(desk.theme, "")
        self.setAccessibleName(self.tr("Chosen meeting"))
        self._desk, self._commands, self._sides = desk, record_commands, sides

    def show_meeting(self, chosen: MeetingRow | None, readiness: Sequence[Readiness]) -> None:
        """Show a meeting, with what it has or lacks while it is still to come."""
        self.clear(chosen and chosen.meeting.id)
        if chosen is None:
            self.body.addWidget(words(self.tr("Choose a meeting to see it here."), "soft"))
            self.body.addStretch(1)
            return
        meeting, desk = chosen.meeting, self._desk
        state = meeting.state.value.capitalize()
        self.body.addWidget(StatusLabel(desk.theme, desk.icons, TONES[meeting.state], state))
        self.body.addWidget(words(chosen.label, "lead", wrap=True))
        self.body.addWidget(words(weekday_date(meeting.held_on), "small"))
        self.body.addSpacing(6)
        starts = clock(meeting.starts) if meeting.starts else self.tr("Not set yet")
        self.add_fact(self.tr("Starts"), starts)
        if meeting.minutes_planned:
            self.add_fact(self.tr("Planned for"), duration(meeting.minutes_planned))
        self.add_fact(self.tr("Place"), meeting.place or self.tr("Not set yet"))
        if meeting.cancelled_why:
            self.add_fact(self.tr("Why cancelled"), meeting.cancelled_why)
        if meeting.state.is_coming:
            self._show_readiness(readiness)
        elif meeting.state.is_begun:
            self.add_fact(self.tr("Decisions"), str(chosen.decisions))
            self.add_fact(self.tr("Actions raised"), str(chosen.actions))
        self.body.addStretch(1)
        self._show_buttons(chosen)

    def _show_readiness(self, readiness: Sequence[Readiness]) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(words(self.tr("Ready for the day"), "strong"))
        for line in readiness:
            tone = "good" if line.ready else "soon"
            icon = "check-circle-fill" if line.ready else "clock-bold"
            mark = IconMark(self._desk.theme, self._desk.icons, icon, tone, 18)
            text = column(
                words(line.title, wrap=True), words(line.words, "small", wrap=True), gap=0
            )
            across = row(mark, text, gap=12)
            across.setStretch(1, 1)
            self.body.addWidget(hairline())
            self.body.addLayout(across)

    def _show_buttons(self, chosen: MeetingRow) -> None:
        step = self._commands.next_step(chosen)
        if step is not None:
            self.foot.addWidget(command_button(step, "primary"))
        side, short = (
            (self._sides.minutes, self.tr("Minutes"))
            if chosen.meeting.state.is_begun
            else (self._sides.agenda, self.tr("Agenda"))
        )
        self.foot.addWidget(command_button(side.bind(None), text=short))
        more = button(self.tr("More"), name=self.tr("More for {0}").format(chosen.label))
        set_menu(more, self._commands.behind(chosen))
        self.foot.addWidget(more)


def when_words(day: date, today: date) -> str:
    """Return how far a day is away: `Today`, `In 10 days`, `42 days ago`."""
    away = (day - today).days
    near = {0: _tr("Today"), 1: _tr("Tomorrow"), -1: _tr("Yesterday")}
    far = _tr("In {0} days").format(away) if away > 0 else _tr("{0} days ago").format(-away)
    return near.get(away, far)
