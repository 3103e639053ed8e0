"""The seats of a group: whose they are, who sits in them, and since when they are empty."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.governance.groups import Office
from lfjb_desk.ui.commands import Command, CommandGroup
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.governance import forms
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.menus import command_button, set_menu
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.governance.groups import Appointment
    from lfjb_desk.domain.governance.people import Person
    from lfjb_desk.domain.read_models.governance.groups import SeatHolder, SeatRow
    from lfjb_desk.ui.commands import AnyGroup, BoundCommand
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class SeatTable(GovernanceSection):
    """Lists the seats of one group, with what can be done about the chosen one below."""

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._past: Sequence[tuple[Appointment, Person]] = ()
        self._of_seat, self._of_holder, self._of_place = self._commands()
        self._ending = self._end_command()
        self.table: RowTable[SeatRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Seats"),
            self._columns(),
            key=lambda line: line.seat.id,
            late=lambda line: line.vacant and bool(line.meetings_missed),
            commands_for=self._menu,
            sortable=False,
        )
        self.table.set_keys(self._of_seat)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _: self._change())
        self._appoint, self._end = (
            command_button(group.on_current(group.commands[0]))
            for group in (self._of_seat, self._ending)
        )
        self._more = button(self.tr("Seat"))
        self._history = words("", "small", wrap=True)
        foot = row(self._history, self._appoint, self._end, self._more)
        foot.setStretch(0, 1)
        foot.setContentsMargins(16, 8, 16, 8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table, 1)
        box.addLayout(foot)

    def show_group(self, group_id: UUID) -> None:
        """Show the seats of a group."""
        rows = self.ask.seats.rows(group_id, self.desk.context.today)
        self._past = self.ask.seats.history(group_id)
        self.table.set_rows(rows)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def add_to(self, group_id: UUID) -> None:
        """Ask for a new seat of a group."""
        form = forms.seat(self.ask.people.organisations())
        self.keep(
            form,
            lambda answer: self.ask.seats.add(
                group_id,
                answer.organisation_id,
                answer.title,
                answer.standing,
                counts_for_quorum=answer.counts_for_quorum,
                vacant_since=answer.vacant_since,
            ),
        )

    def appoint(self) -> None:
        """Ask who is to sit in the chosen seat."""
        line = self.table.current_row()
        if line is not None:
            today = self.desk.context.today
            form = forms.appoint(line, self.ask.people.people(), today)
            self.keep(form, lambda answer: self._appointed(line.seat.id, answer))

    def _appointed(self, seat_id: UUID, answer: forms.AppointmentAnswer) -> Change:
        seats, person = self.ask.seats, answer.person
        if isinstance(person, str):
            return seats.appoint_new(
                seat_id, person, answer.starts, answer.office, email=answer.email
            )
        return seats.appoint(seat_id, person, answer.starts, answer.office, email=answer.email)

    def end(self) -> None:
        """Ask when the one who sits in the chosen seat leaves it."""
        line = self.table.current_row()
        if line is not None and line.holder is not None:
            self._end_of(line.holder)

    def _columns(self) -> tuple[Column[SeatRow], ...]:
        return (
            Column(
                self.tr("Seat"),
                lambda line: Cell(line.seat.title, line.organisation.name),
                stretch=True,
            ),
            Column(self.tr("Who sits"), self._holder),
            Column(self.tr("Takes part"), self._standing),
        )

    def _holder(self, line: SeatRow) -> Cell:
        if line.holder is None:
            since = self.tr("since when is not recorded")
            if line.vacant_since is not None:
                since = self.tr("since {0}").format(long_date(line.vacant_since))
            if line.meetings_missed:
                missed = count(line.meetings_missed, self.tr("meeting"))
                since = self.tr("{0}, {1} missed").format(since, missed)
            return Cell(
                self.tr("Vacant"),
                since,
                StatusTone.LATE if line.meetings_missed else StatusTone.SOON,
            )
        office = line.holder.appointment.office
        parts = [] if office is Office.MEMBER else [office.value.capitalize()]
        parts.append(self.tr("since {0}").format(long_date(line.holder.appointment.starts)))
        if line.deputies:
            names = listed([deputy.person.name for deputy in line.deputies])
            parts.append(self.tr("deputy {0}").format(names))
        under = ", ".join(parts)
        return Cell(line.name, under[:1].upper() + under[1:])

    def _standing(self, line: SeatRow) -> Cell:
        counts = self.tr("Counts for quorum")
        if not line.seat.counts_for_quorum:
            counts = self.tr("Outside quorum")
        return Cell(line.seat.standing.value.capitalize(), counts)

    def _show(self, line: SeatRow | None) -> None:
        self._appoint.setEnabled(line is not None)
        self._end.setEnabled(line is not None and not line.vacant)
        set_menu(self._more, self._menu(line) if line else ())
        self._history.setText(self._past_words(line) if line else self.tr("No seat yet"))

    def _past_words(self, line: SeatRow) -> str:
        today = self.desk.context.today
        past = [
            self._past_term(term, person, line)
            for term, person in self._past
            if term.seat_id == line.seat.id and term.ends is not None and term.ends < today
        ]
        return self.tr("Before: {0}.").format(listed(past)) if past else ""

    def _past_term(self, term: Appointment, person: Person, line: SeatRow) -> str:
        """Say until when someone sat, and as what where they sit there still."""
        ends = "" if term.ends is None else long_date(term.ends)
        if any(holder.person.id == person.id for holder in _holders(line)):
            return self.tr("{0} as {1} to {2}").format(person.name, term.office.value, ends)
        return self.tr("{0} to {1}").format(person.name, ends)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (self._of_seat, self._ending, self._of_holder, self._of_place)

    def _menu(self, line: SeatRow) -> Sequence[BoundCommand]:
        holders = [
            command for holder in _holders(line) for command in self._of_holder.offered(holder)
        ]
        return (*self._of_seat.offered(line), *holders, *self._of_place.offered(line))

    def _commands(
        self,
    ) -> tuple[CommandGroup[SeatRow], CommandGroup[SeatHolder], CommandGroup[SeatRow]]:
        heading, seat = self.tr("The chosen seat"), chosen_row(lambda: self.table)
        of_seat: tuple[Command[SeatRow], ...] = (
            Command(self.tr("Appoint…"), lambda _: self.appoint(), "user-plus", "A"),
            Command(self.tr("Change the seat…"), lambda _: self._change(), "pencil-simple"),
        )
        of_holder = (
            Command(self.tr("Change the office of {0}…"), self._change_office, "user-gear"),
            Command(self.tr("End the appointment of {0}…"), self._end_of, "user-minus"),
            Command(self.tr("Correct the appointment of {0}…"), self._change_term, "pencil-simple"),
            Command(self.tr("Remove the appointment of {0}"), self._remove_term, "trash"),
        )
        of_place = (
            Command(
                self.tr("Move up"), partial(self._move, -1), "arrow-up", offered=self._has_above
            ),
            Command(
                self.tr("Move down"), partial(self._move, 1), "arrow-down", offered=self._has_below
            ),
            Command(self.tr("Remove the seat"), self._remove, "trash"),
        )
        return (
            CommandGroup(heading, of_seat, seat, _title, in_list=True),
            CommandGroup(
                self.tr("Who sits in the seat"),
                of_holder,
                lambda: [holder for line in seat() for holder in _holders(line)],
                lambda holder: holder.person.name,
                self.tr("a member"),
            ),
            CommandGroup(heading, of_place, seat, _title),
        )

    def _end_command(self) -> CommandGroup[SeatRow]:
        """Return the short way to end the appointment of who sits, for its button."""
        end: Command[SeatRow] = Command(
            self.tr("End…"),
            lambda _: self.end(),
            "user-minus",
            offered=lambda line: not line.vacant,
        )
        return CommandGroup(
            self.tr("The chosen seat"), (end,), chosen_row(lambda: self.table), _title
        )

    def _has_above(self, _: SeatRow) -> bool:
        return self.table.currentIndex().row() > 0

    def _has_below(self, _: SeatRow) -> bool:
        return self.table.currentIndex().row() + 1 < self.table.rows_model.rowCount()

    def _change(self) -> None:
        line = self.table.current_row()
        if line is not None:
            form = forms.seat(self.ask.people.organisations(), line.seat)
            self.keep(
                form,
                lambda answer: self.ask.seats.edit(
                    line.seat.id,
                    answer.title,
                    organisation_id=answer.organisation_id,
                    standing=answer.standing,
                    counts_for_quorum=answer.counts_for_quorum,
                    vacant_since=answer.vacant_since,
                ),
            )

    def _change_office(self, holder: SeatHolder) -> None:
        form = forms.change_office(holder, self.desk.context.today)
        self.keep(
            form,
            lambda answer: self.ask.seats.change_office(
                holder.appointment.id, answer.office, answer.starts
            ),
        )

    def _change_term(self, holder: SeatHolder) -> None:
        self.keep(
            forms.change_appointment(holder),
            lambda answer: self.ask.seats.edit_appointment(
                holder.appointment.id,
                office=answer.office,
                starts=answer.starts,
                ends=answer.ends,
            ),
        )

    def _end_of(self, holder: SeatHolder) -> None:
        form = forms.end(holder, self.desk.context.today)
        self.keep(form, lambda answer: self.ask.seats.end(holder.appointment.id, answer.last_day))

    def _remove_term(self, holder: SeatHolder) -> None:
        self.do(self.ask.seats.remove_appointment, holder.appointment.id)

    def _move(self, by: int, line: SeatRow) -> None:
        self.do(self.ask.seats.move, line.seat.id, self.table.currentIndex().row() + 1 + by)

    def _remove(self, line: SeatRow) -> None:
        self.do(self.ask.seats.remove, line.seat.id)


def _title(line: SeatRow) -> str:
    return line.seat.title


def _holders(line: SeatRow) -> tuple[SeatHolder, ...]:
    """Return who sits in a seat: the member, then the deputies."""
    return (*((line.holder,) if line.holder else ()), *line.deputies)
