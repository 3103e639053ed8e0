"""Questions to groups, seats and appointments."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.groups import Appointment, Group, GroupKind, Office, Seat
from lfjb_desk.domain.people import Organisation, Person
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.groups import SeatHolder, SeatRow
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session


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


def seat_rows(session: Session, group_id: UUID, day: date) -> list[SeatRow]:
    """Return the seats of a group with who sits in them on a day."""
    places = seats(session, group_id)
    bodies = by_key(session, Organisation, (seat.organisation_id for seat in places))
    terms = appointments(session, group_id)
    people = by_key(session, Person, (term.person_id for term in terms))
    terms_of_seat: dict[UUID, list[Appointment]] = defaultdict(list)
    for term in terms:
        terms_of_seat[term.seat_id].append(term)
    rows = []
    for seat in places:
        now = [
            SeatHolder(term, people[term.person_id])
            for term in terms_of_seat[seat.id]
            if term.holds_on(day)
        ]
        sitting = [holder for holder in now if holder.appointment.office is not Office.DEPUTY]
        since = None if sitting else vacant_since(seat, terms_of_seat[seat.id], day)
        missed = meetings.held_between(session, group_id, since, day) if since else None
        rows.append(
            SeatRow(
                seat=seat,
                organisation=bodies[seat.organisation_id],
                holder=sitting[-1] if sitting else None,
                deputies=tuple(
                    holder for holder in now if holder.appointment.office is Office.DEPUTY
                ),
                vacant_since=since,
                meetings_missed=None if missed is None else len(missed),
            )
        )
    return rows


def vacant_since(seat: Seat, terms: Sequence[Appointment], day: date) -> date | None:
    """Return since when an empty seat is empty: the day after its last holder left."""
    left = [
        term.ends
        for term in terms
        if term.ends is not None and term.ends < day and term.office is not Office.DEPUTY
    ]
    return max(left) + timedelta(days=1) if left else seat.vacant_since
