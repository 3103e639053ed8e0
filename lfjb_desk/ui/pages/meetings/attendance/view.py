"""Who came to a meeting: marks by seat, and the quorum they make."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.meetings.meetings import Presence
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.meetings import forms
from lfjb_desk.ui.pages.meetings.attendance.quorum import QuorumStrip
from lfjb_desk.ui.pages.meetings.attendance.table import AttendanceTable
from lfjb_desk.ui.tables.row_table import chosen_row
from lfjb_desk.ui.widgets.boxes import Card, Empty, column, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import button, key_hints, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow
    from lfjb_desk.services.meetings.attendance import AttendanceService
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk


class AttendancePanel(QWidget):
    """Marks each seat by a key or a click, and says how the quorum stands."""

    def __init__(self, desk: Desk, attendance: AttendanceService) -> None:
        super().__init__()
        self._desk, self._attendance = desk, attendance
        self._meeting_id: UUID | None = None
        self._settled = False
        self._groups = self._commands()
        marks, rest = self._groups
        self.rest = command_button(rest.commands[0].bind(None), icons=desk.icons)
        self.strip = QuorumStrip(desk.theme, desk.icons)
        self.table = AttendanceTable(desk, marks)
        self.table.marked.connect(self._mark)
        self.table.cleared.connect(self._clear)
        self._lay_out()

    def show_meeting(self, meeting_id: UUID, *, settled: bool) -> None:
        """Show who came to a meeting; a settled one is only read."""
        self._meeting_id, self._settled = meeting_id, settled
        rows = self._attendance.rows(meeting_id)
        self.strip.show_quorum(self._attendance.quorum(meeting_id), rows)
        self.rest.setVisible(not settled and any(row.expected for row in rows))
        self._foot.setVisible(not settled)
        self._agreed.setVisible(settled)
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.table.set_rows(rows)
        if self.table.current_row() is None and rows:
            first = next((row for row in rows if row.person is not None), rows[0])
            self.table.choose(first.seat.id)

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done to who came."""
        return self._groups

    def _commands(self) -> tuple[CommandGroup[AttendanceRow], CommandGroup[None]]:
        def mark(label: str, presence: Presence, key: str) -> Command[AttendanceRow]:
            return Command(
                label, lambda seat: self._mark(seat, presence), "check", key, self._can_mark
            )

        marks = (
            mark(self.tr("Mark as present"), Presence.PRESENT, "P"),
            mark(self.tr("Mark the deputy as present…"), Presence.DEPUTY, "D"),
            mark(self.tr("Mark apologies"), Presence.APOLOGIES, "A"),
            mark(self.tr("Mark as absent"), Presence.ABSENT, "X"),
            Command(
                self.tr("Forget the mark"),
                self._clear,
                "eraser",
                "Delete",
                self._can_mark,
                other_shortcut="Backspace",
            ),
        )
        rest = page_command(
            self.tr("Mark the rest present"),
            self._mark_the_rest,
            "checks",
            offered=lambda: not self._settled and self._meeting_id is not None,
        )
        return (
            CommandGroup(
                self.tr("The chosen seat"),
                marks,
                chosen_row(lambda: self.table),
                lambda row: row.seat.title,
                in_list=True,
            ),
            page_group(self.tr("Who came"), rest),
        )

    def _can_mark(self, _: AttendanceRow) -> bool:
        return not self._settled

    def _lay_out(self) -> None:
        hints = key_hints(
            ("P", self.tr("present")),
            ("D", self.tr("deputy")),
            ("A", self.tr("apologies")),
            ("X", self.tr("absent")),
            ("Delete", self.tr("not recorded")),
        )
        self._foot = QWidget()
        self._foot.setLayout(row(self.rest, 8, hints))
        self._agreed = words(
            self.tr("The minutes are circulated, so who came stays as it is recorded."), "soft"
        )
        foot = column(self._foot, self._agreed)
        foot.setContentsMargins(20, 8, 20, 8)
        self._card = Card(flush=True)
        self._card.body.addWidget(self.table, 1)
        self._card.body.addLayout(foot)
        seats = button(self.tr("Go to Governance"), "primary")
        seats.clicked.connect(lambda: self._desk.context.go("governance"))
        self._empty = Empty(
            self._desk.theme,
            self._desk.icons,
            "users",
            self.tr("This group has no seat yet"),
            self.tr("Add its seats and who sits in them first; they are marked here."),
            seats,
        )
        box = column(self.strip, self._card, self._empty, gap=16)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _mark(self, seat: AttendanceRow, presence: Presence) -> None:
        if self._meeting_id is None or self._settled:
            return
        if presence is Presence.DEPUTY:
            self._ask_deputy(self._meeting_id, seat)
            return
        if seat.presence is presence:
            self.table.step()
            return
        mark = partial(self._attendance.mark, self._meeting_id, seat.seat.id, presence)
        if self._desk.history.do(mark):
            self.table.step()

    def _ask_deputy(self, meeting_id: UUID, seat: AttendanceRow) -> None:
        marked = self._desk.keep(
            forms.deputy(seat),
            lambda answer: self._attendance.mark(
                meeting_id, seat.seat.id, Presence.DEPUTY, answer.deputy_name
            ),
        )
        if marked is not None:
            self.table.step()

    def _clear(self, seat: AttendanceRow) -> None:
        if self._meeting_id is not None and seat.mark is not None and not self._settled:
            self._desk.history.do(partial(self._attendance.clear, self._meeting_id, seat.seat.id))

    def _mark_the_rest(self) -> None:
        if self._meeting_id is not None:
            self._desk.history.do(partial(self._attendance.mark_the_rest, self._meeting_id))
