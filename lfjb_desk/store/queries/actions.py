"""Questions to the actions and their history."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.actions import Action, ActionUpdate
from lfjb_desk.domain.drivers import AreaDriver, Driver, DriverMeasure
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.groups import Group
from lfjb_desk.domain.meetings import Decision, Meeting
from lfjb_desk.domain.people import Organisation, Person
from lfjb_desk.domain.read_models.actions import ActionRow, LineOfSight
from lfjb_desk.domain.read_models.meetings import meeting_label
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session


def of_area(session: Session, area_id: UUID, group_id: UUID | None = None) -> Sequence[Action]:
    """Return the actions of an area's groups, or of one of them, by ref."""
    statement = (
        select(Action)
        .join(Group, col(Group.id) == col(Action.group_id))
        .where(Group.area_id == area_id)
        .order_by(Action.ref)
    )
    if group_id is not None:
        statement = statement.where(Action.group_id == group_id)
    return session.exec(statement).all()


def raised_at(session: Session, meeting_id: UUID) -> Sequence[Action]:
    """Return the actions that a meeting raised, by ref."""
    statement = select(Action).where(Action.meeting_id == meeting_id)
    return session.exec(statement.order_by(Action.ref)).all()


def history(session: Session, action_id: UUID) -> Sequence[ActionUpdate]:
    """Return the updates of an action, the oldest first."""
    statement = select(ActionUpdate).where(ActionUpdate.action_id == action_id)
    return session.exec(statement.order_by(col(ActionUpdate.noted_at))).all()


def refs(session: Session, stem: str) -> Sequence[str]:
    """Return the refs in use that start with a stem such as `ESST-A-`."""
    statement = select(Action.ref).where(col(Action.ref).startswith(stem, autoescape=True))
    return session.exec(statement).all()


def rows(session: Session, actions: Sequence[Action], today: date) -> list[ActionRow]:
    """Return actions with their names and history, in the order given."""
    if not actions:
        return []
    groups = by_key(session, Group, (action.group_id for action in actions))
    people = by_key(session, Person, (action.owner_id for action in actions))
    bodies = by_key(session, Organisation, (action.accountable_id for action in actions))
    drivers = by_key(session, Driver, (action.driver_id for action in actions))
    decisions = by_key(session, Decision, (action.decision_id for action in actions))
    meetings = by_key(session, Meeting, (action.meeting_id for action in actions))
    held_by = by_key(session, Group, (meeting.group_id for meeting in meetings.values()))
    updates = _updates(session, actions)

    def row(action: Action) -> ActionRow:
        owner, body = people.get(action.owner_id), bodies.get(action.accountable_id)
        driver, decision = drivers.get(action.driver_id), decisions.get(action.decision_id)
        meeting, past = meetings.get(action.meeting_id), updates[action.id]
        return ActionRow(
            action=action,
            group=groups[action.group_id].name,
            owner=owner.name if owner else "",
            body=body.name if body else "",
            driver=driver.name if driver else "",
            meeting=meeting_label(held_by[meeting.group_id], meeting) if meeting else "",
            meeting_on=meeting.held_on if meeting else None,
            decision=decision.ref if decision else "",
            standing=action.standing(today),
            days_late=action.days_late(today),
            days_to_due=(action.due - today).days,
            times_moved=sum(update.due_after is not None for update in past),
            last_update=past[-1] if past else None,
        )

    return [row(action) for action in actions]


def line_of_sight(session: Session, action: Action) -> LineOfSight:
    """Return the driver, severity here, measures and decision that an action stands for."""
    decision = session.get(Decision, action.decision_id) if action.decision_id else None
    driver = session.get(Driver, action.driver_id) if action.driver_id else None
    if driver is None:
        return LineOfSight(None, 0, (), decision)
    here = session.exec(
        select(AreaDriver)
        .join(Group, col(Group.area_id) == col(AreaDriver.area_id))
        .where(AreaDriver.driver_id == driver.id, Group.id == action.group_id)
    ).first()
    if here is None:
        return LineOfSight(driver, 0, (), decision)
    measures = session.exec(
        select(Measure)
        .join(DriverMeasure, col(DriverMeasure.measure_id) == col(Measure.id))
        .where(DriverMeasure.area_driver_id == here.id)
        .order_by(Measure.name)
    ).all()
    return LineOfSight(driver, here.severity, tuple(measures), decision)


def _updates(session: Session, actions: Sequence[Action]) -> dict[UUID, list[ActionUpdate]]:
    keys = {action.id for action in actions}
    statement = select(ActionUpdate).where(col(ActionUpdate.action_id).in_(keys))
    updates: dict[UUID, list[ActionUpdate]] = defaultdict(list)
    for update in session.exec(statement.order_by(col(ActionUpdate.noted_at))).all():
        updates[update.action_id].append(update)
    return updates
