"""Questions to chart plans and steps, and to the actions that stand beside figures."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from lfjb_desk.domain.actions import Action, ActionStatus
from lfjb_desk.domain.drivers import AreaDriver, DriverMeasure, Project
from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.store.queries.lookup import by_key
from lfjb_desk.store.queries.restriction import restriction


class Closed(NamedTuple):
    """An action that was done, with the measure of the driver that it was meant to move."""

    measure_id: UUID
    action_id: UUID
    ref: str
    title: str
    closed_on: date
    restricted: bool


def plans(session: Session) -> Sequence[ChartPlan]:
    """Return the chart plans of every measure and place: people set few."""
    return session.exec(select(ChartPlan).order_by(col(ChartPlan.id))).all()


def plan_of(session: Session, measure_id: UUID, kind: PlaceKind, code: str) -> ChartPlan | None:
    """Return the chart plan of a measure in a place; None where the usual one serves."""
    return next((plan for plan in plans(session) if _is_of(plan, measure_id, kind, code)), None)


def steps(session: Session) -> Sequence[ChartStep]:
    """Return the chart steps of every measure and place, oldest first: people set few."""
    statement = select(ChartStep).order_by(col(ChartStep.starts), col(ChartStep.id))
    return session.exec(statement).all()


def steps_of(
    session: Session, measure_id: UUID, kind: PlaceKind, code: str
) -> tuple[ChartStep, ...]:
    """Return the steps of a measure in a place, oldest first."""
    return tuple(step for step in steps(session) if _is_of(step, measure_id, kind, code))


def _is_of(row: ChartPlan | ChartStep, measure_id: UUID, kind: PlaceKind, code: str) -> bool:
    return (row.measure_id, row.place_kind, row.place_code) == (measure_id, kind, code)


def behind(session: Session, rows: Sequence[ChartStep]) -> dict[UUID, str]:
    """Return what stands behind each step: an action's ref and title, or a project's title."""
    actions = by_key(session, Action, (row.action_id for row in rows))
    projects = by_key(session, Project, (row.project_id for row in rows))
    words = {}
    for row in rows:
        action, project = actions.get(row.action_id), projects.get(row.project_id)
        parts = [f"{action.ref} {action.title}"] if action else []
        words[row.id] = "; ".join([*parts, *([project.title] if project else [])])
    return words


def closed(session: Session, area_id: UUID) -> list[Closed]:
    """Return the actions of an area that are done, with each measure of their driver."""
    restricted = restriction(session).actions
    rows = session.exec(
        select(DriverMeasure.measure_id, Action)
        .join(AreaDriver, col(AreaDriver.id) == col(DriverMeasure.area_driver_id))
        .join(Action, col(Action.driver_id) == col(AreaDriver.driver_id))
        .join(Group, col(Group.id) == col(Action.group_id))
        .where(
            AreaDriver.area_id == area_id,
            Group.area_id == area_id,
            Action.status == ActionStatus.DONE,
        )
        .order_by(col(Action.closed_on), Action.ref)
    )
    return [
        Closed(
            *(measure_id, action.id, action.ref, action.title, action.closed_on),
            restricted=action.id in restricted,
        )
        for measure_id, action in rows
        if action.closed_on is not None
    ]
