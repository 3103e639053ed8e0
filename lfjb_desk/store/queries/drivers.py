"""Questions to the drivers of delay and all that hangs on them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import Session, col, or_, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.drivers import (
    AreaDriver,
    Driver,
    DriverMeasure,
    Initiative,
    InitiativeDriver,
    Project,
    Theme,
)
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, ItemTopic


def drivers(session: Session) -> Sequence[Driver]:
    """Return the ten drivers in their order."""
    return session.exec(select(Driver).order_by(col(Driver.number))).all()


def area_drivers(session: Session, area_id: UUID) -> dict[UUID, AreaDriver]:
    """Return how the drivers stand in an area, by driver."""
    rows = session.exec(select(AreaDriver).where(AreaDriver.area_id == area_id)).all()
    return {row.driver_id: row for row in rows}


def area_driver(session: Session, area_id: UUID, driver_id: UUID) -> AreaDriver | None:
    """Return how one driver stands in an area; None when nothing was said yet."""
    return session.exec(
        select(AreaDriver).where(AreaDriver.area_id == area_id, AreaDriver.driver_id == driver_id)
    ).first()


def links(session: Session, area_driver_ids: Collection[UUID]) -> Sequence[DriverMeasure]:
    """Return the measures linked to these drivers of an area."""
    statement = select(DriverMeasure).where(col(DriverMeasure.area_driver_id).in_(area_driver_ids))
    return session.exec(statement).all()


def of_measure(
    session: Session, area_id: UUID, measure_id: UUID
) -> Sequence[tuple[Driver, AreaDriver]]:
    """Return the drivers of an area that a measure is linked to, the most severe first."""
    statement = (
        select(Driver, AreaDriver)
        .join(AreaDriver, col(AreaDriver.driver_id) == Driver.id)
        .join(DriverMeasure, col(DriverMeasure.area_driver_id) == AreaDriver.id)
        .where(AreaDriver.area_id == area_id, DriverMeasure.measure_id == measure_id)
    )
    return session.exec(
        statement.order_by(col(AreaDriver.severity).desc(), col(Driver.number))
    ).all()


def actions(session: Session, area_id: UUID) -> Sequence[Action]:
    """Return the actions of an area's groups that are tied to a driver, by due date."""
    return session.exec(
        select(Action)
        .join(Group, col(Action.group_id) == Group.id)
        .where(Group.area_id == area_id, col(Action.driver_id).is_not(None))
        .order_by(col(Action.due), col(Action.ref))
    ).all()


def decisions(session: Session, area_id: UUID) -> Sequence[Decision]:
    """Return the decisions of an area's groups on drivers, the newest first.

    One made under an item on the drivers and tied to no driver is on all of them.
    """
    on_all = col(AgendaItem.topic) == ItemTopic.DRIVERS
    return session.exec(
        select(Decision)
        .join(Group, col(Decision.group_id) == Group.id)
        .outerjoin(AgendaItem, col(Decision.item_id) == AgendaItem.id)
        .where(Group.area_id == area_id, or_(col(Decision.driver_id).is_not(None), on_all))
        .order_by(col(Decision.decided_on).desc(), col(Decision.ref))
    ).all()


def projects(session: Session, area_id: UUID) -> Sequence[Project]:
    """Return the projects of an area, by title."""
    statement = select(Project).where(Project.area_id == area_id)
    return session.exec(statement.order_by(col(Project.title))).all()


def initiatives(session: Session) -> Sequence[Initiative]:
    """Return the initiatives of the guide in their order."""
    return session.exec(select(Initiative).order_by(col(Initiative.number))).all()


def themes(session: Session) -> Sequence[Theme]:
    """Return the themes of the guide in their order."""
    return session.exec(select(Theme).order_by(col(Theme.number))).all()


def stances(session: Session) -> Sequence[InitiativeDriver]:
    """Return every cell of the guide's map that it states."""
    return session.exec(select(InitiativeDriver)).all()


def people(session: Session) -> dict[UUID, Person]:
    """Return everybody, by id."""
    return {row.id: row for row in session.exec(select(Person)).all()}
