"""Questions to groups, seats and appointments."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import col, select

from lfjb_desk.domain.governance.groups import Appointment, Group, GroupKind, Office, Seat
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.governance.groups import SeatHolder, SeatRow
from lfjb_desk.store.queries import meetings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session

    from lfjb_desk.domain.meetings.meetings import Meeting


def of_area(session: Session, area_id: UUID) -> Sequence[Group]:
    """Return the groups of an area by name."""
    statement = select(Group).where(Group.area_id == area_id).order_by(Group.name)
    return session.exec(statement).all()


def open_everywhere(session: Session) -> Sequence[Group]:
    """Return the open groups of every area, by the area's name, boards first."""
    statement = (
        select(Group)
        .join(DfjArea, col(DfjArea.id) == col(Group.area_id))
        .where(col(Group.closed_on).is_(None))
        .order_by(col(DfjArea.name), col(Group.kind) != GroupKind.BOARD, col(Group.name))
    )
    return session.exec(statement).all()


class AppointedSeat(NamedTuple):
    """A seat with its body, and everybody who was ever appointed to it, the earliest first."""

    seat: Seat
    body: Organisation
    holders: list[SeatHolder]


def appointed(session: Session, group_ids: Collection[UUID]) -> dict[UUID, list[AppointedSeat]]:
    """Return the seats of groups by group, in their order, with who was appointed to them."""
    statement = (
        select(Seat, Organisation, Appointment, Person)
        .join(Organisation, col(Organisation.id) == col(Seat.organisation_id))
        .outerjoin(Appointment, col(Appointment.seat_id) == col(Seat.id))
        .outerjoin(Person, col(Person.id) == col(Appointment.person_id))
        .where(col(Seat.group_id).in_(sorted(group_ids)))
        .order_by(col(Seat.position), Seat.title, col(Seat.id), col(Appointment.starts))
    )
    seats: dict[UUID, AppointedSeat] = {}
    joined: Iterable[tuple[Seat, Organisation, Appointment | None, Person | None]]
    joined = session.exec(statement)
    for seat, body, term, person in joined:
        row = seats.setdefault(seat.id, AppointedSeat(seat, body, []))
        if term is not None and person is not None:
            row.holders.append(SeatHolder(term, person))
    rows: dict[UUID, list[AppointedSeat]] = {key: [] for key in group_ids}
    for row in seats.values():
        rows[row.seat.group_id].append(row)
    return rows


def seats(session: Session, group_id: UUID) -> Sequence[Seat]:
    """Return the seats of a group in their order."""
    statement = select(Seat).where(Seat.group_id == group_id)
    return session.exec(statement.order_by(col(Seat.position), Seat.title)).all()


def appointments(session: Session, group_id: UUID) -> Sequence[Appointment]:
    """Return every appointment to the seats of a group, the earliest first."""
    statement = (
        select(Appointment)
        .join(Seat, col(Seat.id) == col(Appointment.seat_id))
        .where(Seat.group_id == group_id)
        .order_by(col(Appointment.starts))
    )
    return session.exec(statement).all()


def appointments_to(session: Session, seat_id: UUID) -> Sequence[Appointment]:
    """Return every appointment to one seat, the earliest first."""
    statement = select(Appointment).where(Appointment.seat_id == seat_id)
    return session.exec(statement.order_by(col(Appointment.starts))).all()


def seat_rows(
    session: Session, days: Collection[tuple[UUID, date]]
) -> dict[tuple[UUID, date], list[SeatRow]]:
    """Return the seats of groups with who sits in them, each group on a day."""
    group_ids = {group_id for group_id, _ in days}
    seats_of = appointed(session, group_ids)
    rows = {
        (group_id, day): [_seat_row(seat, day) for seat in seats_of[group_id]]
        for group_id, day in days
    }
    # Only for an empty seat does it matter which meetings there were.
    if any(row.vacant_since for own in rows.values() for row in own):
        past = meetings.of_groups(session, group_ids)
        rows = {
            (group_id, day): [_with_missed(row, past[group_id], day) for row in own]
            for (group_id, day), own in rows.items()
        }
    return rows


def _seat_row(appointed_seat: AppointedSeat, day: date) -> SeatRow:
    seat, body, everybody = appointed_seat
    now = [holder for holder in everybody if holder.appointment.holds_on(day)]
    sitting = [holder for holder in now if holder.appointment.office is not Office.DEPUTY]
    terms = [holder.appointment for holder in everybody]
    return SeatRow(
        seat=seat,
        organisation=body,
        holder=sitting[-1] if sitting else None,
        deputies=tuple(holder for holder in now if holder.appointment.office is Office.DEPUTY),
        vacant_since=None if sitting else vacant_since(seat, terms, day),
        meetings_missed=None,
    )


def _with_missed(row: SeatRow, past: Sequence[Meeting], day: date) -> SeatRow:
    if row.vacant_since is None:
        return row
    missed = meetings.held_between(past, row.vacant_since, day)
    return replace(row, meetings_missed=len(missed))


def vacant_since(seat: Seat, terms: Sequence[Appointment], day: date) -> date | None:
    """Return since when a seat is empty on a day: the day after its last holder left.

    A seat that is said to have fallen empty later had somebody in it, so there is no such day.
    """
    left = [
        term.ends
        for term in terms
        if term.ends is not None and term.ends < day and term.office is not Office.DEPUTY
    ]
    if left:
        return max(left) + timedelta(days=1)
    return seat.vacant_since if seat.vacant_since and seat.vacant_since <= day else None
