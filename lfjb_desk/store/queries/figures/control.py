"""Questions to chart plans and steps, and to the actions that stand beside figures."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from lfjb_desk.domain.actions import Action, ActionStatus
from lfjb_desk.domain.drivers import AreaDriver, DriverMeasure, Project
from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep
from lfjb_desk.domain.groups import Group
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.store.queries.lookup import by_key


class Closed(NamedTuple):
    """An action that was done, with the measure of the driver that it was meant to move."""

    measure_id: UUID
    action_id: UUID
    ref: str
    title: str
    closed_on: date


def plans(
    session: Session, kind: PlaceKind, code: str | None, measure_ids: Collection[UUID] | None = None
) -> Sequence[ChartPlan]:
    """Return the chart plans of a place or, without a code, of every place of a kind."""
    statement = select(ChartPlan).where(ChartPlan.place_kind == kind)
    if code is not None:
        statement = statement.where(ChartPlan.place_code == code)
    if measure_ids is not None:
        statement = statement.where(col(ChartPlan.measure_id).in_(measure_ids))
    return session.exec(statement.order_by(col(ChartPlan.id))).all()


def steps(
    session: Session, kind: PlaceKind, code: str | None, measure_ids: Collection[UUID] | None = None
) -> Sequence[ChartStep]:
    """Return the steps of a place or, without a code, of every place of a kind, oldest first."""
    statement = select(ChartStep).where(ChartStep.place_kind == kind)
    if code is not None:
        statement = statement.where(ChartStep.place_code == code)
    if measure_ids is not None:
        statement = statement.where(col(ChartStep.measure_id).in_(measure_ids))
    return session.exec(statement.order_by(col(ChartStep.starts), col(ChartStep.id))).all()


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


def closed(session: Session, area_id: UUID, measure_ids: Collection[UUID]) -> list[Closed]:
    """Return the actions of an area that are done, with each measure of their driver."""
    rows = session.exec(
        select(DriverMeasure.measure_id, Action)
        .join(AreaDriver, col(AreaDriver.id) == col(DriverMeasure.area_driver_id))
        .join(Action, col(Action.driver_id) == col(AreaDriver.driver_id))
        .join(Group, col(Group.id) == col(Action.group_id))
        .where(
            AreaDriver.area_id == area_id,
            Group.area_id == area_id,
            Action.status == ActionStatus.DONE,
            col(DriverMeasure.measure_id).in_(measure_ids),
        )
        .order_by(col(Action.closed_on), Action.ref)
    )
    return [
        Closed(measure_id, action.id, action.ref, action.title, action.closed_on)
        for measure_id, action in rows
        if action.closed_on is not None
    ]
