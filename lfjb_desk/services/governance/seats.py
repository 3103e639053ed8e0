"""What the user can ask of seats and appointments, and do to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.groups import Appointment, Group, Office, Seat, SeatStanding
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.services.governance.people import new_person
from lfjb_desk.services.rules import (
    email_address,
    filled,
    positioned,
    quoted,
    refuse_while_used,
    reordered,
)
from lfjb_desk.store.queries.governance import groups as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class SeatFields(TypedDict, total=False):
    """What a seat says of itself besides its title; what is left out stays as it is."""

    organisation_id: UUID
    standing: SeatStanding
    counts_for_quorum: bool
    vacant_since: date | None


class TermFields(TypedDict, total=False):
    """What an appointment says; what is left out stays as it is."""

    office: Office
    starts: date
    ends: date | None


class SeatService:
    """Answers questions about seats and who sits in them, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, group_id: UUID, day: date) -> tuple[SeatRow, ...]:
        """Return the seats of a group in their order, with who sits in them on a day."""
        return self.rows_of([group_id], day)[group_id]

    def rows_of(self, group_ids: Collection[UUID], day: date) -> dict[UUID, tuple[SeatRow, ...]]:
        """Return the seats of groups by group, with who sits in them on a day."""
        with self._database.session() as session:
            rows = store.seat_rows(session, [(key, day) for key in group_ids])
        return {key: tuple(own) for (key, _), own in rows.items()}

    def vacancies(self, group_id: UUID, day: date) -> tuple[SeatRow, ...]:
        """Return the empty seats of a group on a day, the longest empty first."""
        empty = [row for row in self.rows(group_id, day) if row.vacant]
        return tuple(sorted(empty, key=lambda row: row.vacant_since or date.max))

    def history(self, group_id: UUID) -> tuple[tuple[Appointment, Person], ...]:
        """Return every appointment to a group's seats with its person, the latest first."""
        with self._database.session() as session:
            terms = reversed(store.appointments(session, group_id))
            return tuple((term, found(session, Person, term.person_id)) for term in terms)

    def add(
        self,
        group_id: UUID,
        organisation_id: UUID,
        title: str,
        standing: SeatStanding = SeatStanding.MEMBER,
        *,
        counts_for_quorum: bool | None = None,
        vacant_since: date | None = None,
    ) -> Change:
        """Return the change that adds a seat; only members count for quorum unless said."""
        with self._database.session() as session:
            found(session, Group, group_id)
            found(session, Organisation, organisation_id)
            others = store.seats(session, group_id)
        member = standing is SeatStanding.MEMBER
        seat = Seat(
            group_id=group_id,
            organisation_id=organisation_id,
            title=filled(title, "The title of the seat", lengths.NAME),
            standing=standing,
            counts_for_quorum=member if counts_for_quorum is None else counts_for_quorum,
            position=len(others) + 1,
            vacant_since=vacant_since,
        )
        return change(f"Add seat {quoted(seat.title)}", seat, [*positioned(others), added(seat)])

    def edit(self, seat_id: UUID, title: str | None = None, **fields: Unpack[SeatFields]) -> Change:
        """Return the change that gives a seat another title, body or standing."""
        with self._database.session() as session:
            seat = found(session, Seat, seat_id)
            if "organisation_id" in fields:
                found(session, Organisation, fields["organisation_id"])
        new = seat.title
        if title is not None:
            new = filled(title, "The title of the seat", lengths.NAME)
        return change(
            f"Change seat {quoted(seat.title)}", seat, [edited(seat, title=new, **fields)]
        )

    def move(self, seat_id: UUID, position: int) -> Change:
        """Return the change that brings a seat to a place in the list, counted from 1."""
        with self._database.session() as session:
            seat = found(session, Seat, seat_id)
            seats = store.seats(session, seat.group_id)
        return change(f"Move seat {quoted(seat.title)}", seat, reordered(seats, seat_id, position))

    def remove(self, seat_id: UUID) -> Change:
        """Return the change that removes a seat and its appointments, if no minutes name it."""
        with self._database.session() as session:
            seat = found(session, Seat, seat_id)
            refuse_while_used(
                session,
                seat,
                f"The seat {quoted(seat.title)}",
                besides=(Appointment,),
                instead="End its appointment instead.",
            )
            terms = store.appointments(session, seat.group_id)
            seats = store.seats(session, seat.group_id)
        gone = [removed(term) for term in terms if term.seat_id == seat_id]
        rest = positioned([other for other in seats if other.id != seat_id])
        return change(f"Remove seat {quoted(seat.title)}", seat, [*gone, removed(seat), *rest])

    def appoint(
        self,
        seat_id: UUID,
        person_id: UUID,
        starts: date,
        office: Office = Office.MEMBER,
        *,
        email: str = "",
    ) -> Change:
        """Return the change that puts a person into a seat from a day.

        Who sits in it that day already is given the office: the earlier appointment ends there.
        An `email` that is given becomes the person's address.
        """
        with self._database.session() as session:
            seat = found(session, Seat, seat_id)
            person = found(session, Person, person_id)
            term = Appointment(seat_id=seat_id, person_id=person_id, office=office, starts=starts)
            before = _own_on(session, term)
            if before is None:
                _check(session, seat, term)
                made = _appointed(seat, person, term)
            else:
                made = _taken_over(session, seat, person, before, term)
        address = email_address(email) or person.email
        if address == person.email:
            return made
        return replace(made, edits=(edited(person, email=address), *made.edits))

    def appoint_new(
        self,
        seat_id: UUID,
        name: str,
        starts: date,
        office: Office = Office.MEMBER,
        *,
        email: str = "",
    ) -> Change:
        """Return the change that enters a person of the seat's body and puts them into it."""
        with self._database.session() as session:
            seat = found(session, Seat, seat_id)
            person = new_person(session, name, seat.organisation_id, email=email)
            term = Appointment(seat_id=seat_id, person_id=person.id, office=office, starts=starts)
            _check(session, seat, term)
        made = _appointed(seat, person, term)
        return replace(made, edits=(added(person), *made.edits))

    def end(self, appointment_id: UUID, last_day: date) -> Change:
        """Return the change that ends an appointment; the seat is empty from the next day."""
        with self._database.session() as session:
            term = found(session, Appointment, appointment_id)
            seat = found(session, Seat, term.seat_id)
            person = found(session, Person, term.person_id)
        _refuse_backwards(term.starts, last_day)
        edits = [edited(term, ends=last_day)]
        if term.office is not Office.DEPUTY:
            edits.append(edited(seat, vacant_since=last_day + timedelta(days=1)))
        return change(f"End the appointment of {person.name}", term, edits)

    def change_office(self, appointment_id: UUID, office: Office, starts: date) -> Change:
        """Return the change that gives someone in a seat another office from a day.

        Their appointment ends the day before and another begins, which lasts as long as the one
        before it would have: who held which office on which day stays known.
        """
        with self._database.session() as session:
            term = found(session, Appointment, appointment_id)
            seat = found(session, Seat, term.seat_id)
            person = found(session, Person, term.person_id)
            _refuse_outside(term, person.name, starts)
            wished = Appointment(
                seat_id=seat.id, person_id=person.id, office=office, starts=starts, ends=term.ends
            )
            return _taken_over(session, seat, person, term, wished)

    def edit_appointment(self, appointment_id: UUID, **fields: Unpack[TermFields]) -> Change:
        """Return the change that gives an appointment another office or other days."""
        with self._database.session() as session:
            term = found(session, Appointment, appointment_id)
            seat = found(session, Seat, term.seat_id)
            person = found(session, Person, term.person_id)
            wished = Appointment(**{**term.model_dump(), **fields})
            _check(session, seat, wished)
        return change(f"Change the appointment of {person.name}", term, [edited(term, **fields)])

    def remove_appointment(self, appointment_id: UUID) -> Change:
        """Return the change that removes an appointment entered by mistake."""
        with self._database.session() as session:
            term = found(session, Appointment, appointment_id)
            person = found(session, Person, term.person_id)
        return change(f"Remove the appointment of {person.name}", term, [removed(term)])


def _appointed(seat: Seat, person: Person, term: Appointment) -> Change:
    edits = [added(term)]
    if term.office is not Office.DEPUTY:
        edits.append(edited(seat, vacant_since=None))
    return change(f"Appoint {person.name} to {quoted(seat.title)}", term, edits)


def _own_on(session: Reading, wished: Appointment) -> Appointment | None:
    """Return the appointment in which a person sits in a seat on the day of a wished one."""
    terms = store.appointments_to(session, wished.seat_id)
    own = [term for term in terms if term.person_id == wished.person_id]
    return next((term for term in reversed(own) if term.holds_on(wished.starts)), None)


def _refuse_outside(term: Appointment, name: str, starts: date) -> None:
    if not term.holds_on(starts):
        until = f" to {long_date(term.ends)}" if term.ends is not None else ""
        raise RuleError(
            f"{name} does not sit in this seat on {long_date(starts)}: the appointment runs from "
            f"{long_date(term.starts)}{until}. Choose a day in it; nothing was changed."
        )


def _taken_over(
    session: Reading, seat: Seat, person: Person, term: Appointment, wished: Appointment
) -> Change:
    """Return the change in which a wished appointment takes over from that of the same person."""
    if (wished.office, wished.ends) == (term.office, term.ends):
        raise RuleError(
            f"{person.name} is {term.office.value} in this seat since {long_date(term.starts)} "
            "already. Choose another office; nothing was changed."
        )
    _check(session, seat, wished, besides=term)
    edits: list[Edit] = []
    if wished.office is not Office.DEPUTY:
        edits.append(edited(seat, vacant_since=None))
    elif term.office is not Office.DEPUTY:
        edits.append(edited(seat, vacant_since=wished.starts))
    label = f"Make {person.name} {wished.office.value}"
    if wished.office is term.office or wished.starts == term.starts:
        edits.append(edited(term, office=wished.office, ends=wished.ends))
        return change(label, term, edits)
    last_day = wished.starts - timedelta(days=1)
    return change(label, wished, [*edits, edited(term, ends=last_day), added(wished)])


def _check(
    session: Reading, seat: Seat, wished: Appointment, *, besides: Appointment | None = None
) -> None:
    """Refuse two people in one seat, or two chairs of one group, at the same time.

    `besides` is the appointment that the wished one takes over from.
    """
    _refuse_backwards(wished.starts, wished.ends)
    if wished.office is Office.DEPUTY:
        return
    own = {wished.id, besides.id if besides is not None else wished.id}
    for other in store.appointments(session, seat.group_id):
        if other.id in own or not _overlap(other, wished):
            continue
        name = found(session, Person, other.person_id).name
        since = long_date(other.starts)
        if other.seat_id == seat.id and other.office is not Office.DEPUTY:
            raise RuleError(
                f"{name} sits in {quoted(seat.title)} since {since}. "
                f"{_free_from(other, 'End that appointment first')}; nothing was changed."
            )
        if wished.office is Office.CHAIR and other.office is Office.CHAIR:
            raise RuleError(
                f"{name} is chair since {since}, and a group has one chair at a time. "
                f"{_free_from(other, 'Give them another office first')}; nothing was changed."
            )


def _free_from(term: Appointment, open_advice: str) -> str:
    """Return what to do about an appointment in the way: wait for its end, if it has one."""
    if term.ends is None:
        return open_advice
    after = long_date(term.ends + timedelta(days=1))
    return f"The last day is {long_date(term.ends)}: start on {after} or later"


def _refuse_backwards(starts: date, ends: date | None) -> None:
    if ends is not None and ends < starts:
        raise RuleError(
            f"The appointment would end on {long_date(ends)}, before it starts on "
            f"{long_date(starts)}. Nothing was changed."
        )


def _overlap(appointment: Appointment, other: Appointment) -> bool:
    return appointment.starts <= (other.ends or date.max) and other.starts <= (
        appointment.ends or date.max
    )
