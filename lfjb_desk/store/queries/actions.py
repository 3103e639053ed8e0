"""Questions to the actions and their history."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from lfjb_desk.domain.actions import Action, ActionEvidence, ActionUpdate, LearningNote
from lfjb_desk.domain.drivers import AreaDriver, Driver, DriverMeasure
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import Decision, Meeting
from lfjb_desk.domain.read_models.actions import ActionRow, LineOfSight
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
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


def of_groups(session: Session, group_ids: Collection[UUID]) -> Sequence[Action]:
    """Return the actions of groups, by ref."""
    statement = select(Action).where(col(Action.group_id).in_(sorted(group_ids)))
    return session.exec(statement.order_by(Action.ref)).all()


def raised_at(session: Session, meeting_ids: Collection[UUID]) -> Sequence[Action]:
    """Return the actions that meetings raised, by ref."""
    statement = select(Action).where(col(Action.meeting_id).in_(sorted(meeting_ids)))
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
    keys = sorted(action.id for action in actions)
    ties, updates = _ties(session, keys), updates_of(session, keys)
    restricted = restriction(session).actions

    def row(action: Action) -> ActionRow:
        tie, past = ties[action.id], updates[action.id]
        label = meeting_label(tie.raised_in, tie.meeting) if tie.raised_in and tie.meeting else ""
        return ActionRow(
            action=action,
            group=tie.group,
            owner=tie.owner or "",
            body=tie.body or "",
            driver=tie.driver or "",
            meeting=label,
            meeting_on=tie.meeting.held_on if tie.meeting else None,
            decision=tie.decision or "",
            standing=action.standing(today),
            days_late=action.days_late(today),
            days_to_due=(action.due - today).days,
            times_moved=sum(update.due_after is not None for update in past),
            last_update=past[-1] if past else None,
            restricted=action.id in restricted,
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


class ActionTies(NamedTuple):
    """The names of what an action is tied to; None where it is tied to nothing of the kind."""

    action_id: UUID
    group: str
    owner: str | None
    body: str | None
    driver: str | None
    decision: str | None
    meeting: Meeting | None
    raised_in: Group | None
    """The group of the meeting that raised it."""


def _ties(session: Session, action_ids: Collection[UUID]) -> dict[UUID, ActionTies]:
    """Return the names of what actions are tied to, in one question."""
    raised_in = aliased(Group)
    # SQLModel types a choice of at most four columns.
    columns: tuple[Any, ...] = (
        *(Action.id, Group.name, Person.name, Organisation.name),
        *(Driver.name, Decision.ref, Meeting, raised_in),
    )
    statement = (
        select(*columns)
        .select_from(Action)
        .join(Group, col(Group.id) == col(Action.group_id))
        .outerjoin(Person, col(Person.id) == col(Action.owner_id))
        .outerjoin(Organisation, col(Organisation.id) == col(Action.accountable_id))
        .outerjoin(Driver, col(Driver.id) == col(Action.driver_id))
        .outerjoin(Decision, col(Decision.id) == col(Action.decision_id))
        .outerjoin(Meeting, col(Meeting.id) == col(Action.meeting_id))
        .outerjoin(raised_in, raised_in.id == col(Meeting.group_id))
        .where(col(Action.id).in_(action_ids))
    )
    return {row[0]: ActionTies(*row) for row in session.exec(statement)}


def updates_of(session: Session, action_ids: Collection[UUID]) -> dict[UUID, list[ActionUpdate]]:
    """Return the history of actions by action, each from the oldest."""
    statement = select(ActionUpdate).where(col(ActionUpdate.action_id).in_(sorted(action_ids)))
    updates: dict[UUID, list[ActionUpdate]] = defaultdict(list)
    for update in session.exec(statement.order_by(col(ActionUpdate.noted_at))):
        updates[update.action_id].append(update)
    return updates


def evidence_of(session: Session, action_id: UUID) -> tuple[ActionEvidence, ...]:
    """Return what shows that an action was done, in the order it was noted."""
    statement = select(ActionEvidence).where(ActionEvidence.action_id == action_id)
    ordered = statement.order_by(col(ActionEvidence.noted_on), ActionEvidence.text)
    return tuple(session.exec(ordered))


def learning_of(session: Session, action_id: UUID) -> LearningNote | None:
    """Return what was learnt from an action; None where nobody noted it."""
    statement = select(LearningNote).where(LearningNote.action_id == action_id)
    return session.exec(statement).first()
