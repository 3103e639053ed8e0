"""Questions to people and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import col, select

from lfjb_desk.domain.actions import CLOSED, Action
from lfjb_desk.domain.governance.groups import Appointment, Seat
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.read_models.governance.people import (
    OrganisationRow,
    PersonRow,
    surname_first,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel import Session


def people(session: Session) -> list[PersonRow]:
    """Return everybody by surname, with their organisation."""
    statement = select(Person, Organisation).join(
        Organisation, col(Organisation.id) == col(Person.organisation_id)
    )
    owned = dict(
        session.exec(
            select(Action.owner_id, func.count())
            .where(col(Action.status).not_in(CLOSED))
            .group_by(col(Action.owner_id))
        ).all()
    )
    rows = [
        PersonRow(person, body, owned.get(person.id, 0))
        for person, body in session.exec(statement).all()
    ]
    return sorted(rows, key=lambda row: (surname_first(row.person.name), row.organisation.name))


def organisations(session: Session) -> list[OrganisationRow]:
    """Return the organisations by name, with how much each brings."""
    staff = dict(
        session.exec(
            select(Person.organisation_id, func.count()).group_by(col(Person.organisation_id))
        ).all()
    )
    places = dict(
        session.exec(
            select(Seat.organisation_id, func.count()).group_by(col(Seat.organisation_id))
        ).all()
    )
    answers_for = dict(
        session.exec(
            select(Action.accountable_id, func.count())
            .where(col(Action.status).not_in(CLOSED))
            .group_by(col(Action.accountable_id))
        ).all()
    )
    return [
        OrganisationRow(
            organisation=body,
            people=staff.get(body.id, 0),
            seats=places.get(body.id, 0),
            open_actions=answers_for.get(body.id, 0),
        )
        for body in session.exec(select(Organisation).order_by(Organisation.name)).all()
    ]


def named(session: Session, name: str) -> Organisation | None:
    """Return the organisation of a name, whatever its case."""
    statement = select(Organisation).where(func.lower(Organisation.name) == name.lower())
    return session.exec(statement).first()


def appointments_of(session: Session, person_id: UUID) -> Sequence[Appointment]:
    """Return every appointment of a person, the earliest first."""
    statement = select(Appointment).where(Appointment.person_id == person_id)
    return session.exec(statement.order_by(col(Appointment.starts))).all()
