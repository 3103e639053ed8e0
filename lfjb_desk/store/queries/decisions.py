"""Questions to the decisions of groups."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.drivers import Driver
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow
from lfjb_desk.store.queries.lookup import by_key
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlmodel import Session


def of_area(session: Session, area_id: UUID, group_id: UUID | None = None) -> Sequence[Decision]:
    """Return the decisions of an area's groups, or of one of them, the latest first."""
    statement = (
        select(Decision)
        .join(Group, col(Group.id) == col(Decision.group_id))
        .where(Group.area_id == area_id)
        .order_by(col(Decision.decided_on).desc(), col(Decision.ref).desc())
    )
    if group_id is not None:
        statement = statement.where(Decision.group_id == group_id)
    return session.exec(statement).all()


def of_groups(session: Session, group_ids: Collection[UUID]) -> Sequence[Decision]:
    """Return the decisions of some groups, the latest first."""
    statement = (
        select(Decision)
        .where(col(Decision.group_id).in_(sorted(group_ids)))
        .order_by(col(Decision.decided_on).desc(), col(Decision.ref).desc())
    )
    return session.exec(statement).all()


def made_at(session: Session, meeting_ids: Collection[UUID]) -> Sequence[Decision]:
    """Return the decisions of meetings by ref."""
    statement = select(Decision).where(col(Decision.meeting_id).in_(sorted(meeting_ids)))
    return session.exec(statement.order_by(Decision.ref)).all()


def replaced_by(session: Session, decision_id: UUID) -> Sequence[Decision]:
    """Return the decisions that a decision replaced."""
    return session.exec(select(Decision).where(Decision.superseded_by_id == decision_id)).all()


def replaced_by_each(
    session: Session, decision_ids: Collection[UUID]
) -> dict[UUID, list[Decision]]:
    """Return the decisions that each of some decisions replaced, by its id and by ref."""
    statement = (
        select(Decision)
        .where(col(Decision.superseded_by_id).in_(sorted(decision_ids)))
        .order_by(Decision.ref)
    )
    replaced: dict[UUID, list[Decision]] = defaultdict(list)
    for decision in session.exec(statement).all():
        if decision.superseded_by_id is not None:
            replaced[decision.superseded_by_id].append(decision)
    return replaced


def actions_of(session: Session, decision_ids: Collection[UUID]) -> dict[UUID, list[Action]]:
    """Return the actions that carry out each of some decisions, by its id and by ref."""
    statement = (
        select(Action).where(col(Action.decision_id).in_(sorted(decision_ids))).order_by(Action.ref)
    )
    actions: dict[UUID, list[Action]] = defaultdict(list)
    for action in session.exec(statement).all():
        if action.decision_id is not None:
            actions[action.decision_id].append(action)
    return actions


def refs(session: Session, stem: str) -> Sequence[str]:
    """Return the refs in use that start with a stem such as `ESST-D-`."""
    statement = select(Decision.ref).where(col(Decision.ref).startswith(stem, autoescape=True))
    return session.exec(statement).all()


def rows(session: Session, decisions: Sequence[Decision]) -> tuple[DecisionRow, ...]:
    """Return decisions with their names, in the order given."""
    if not decisions:
        return ()
    meetings = by_key(session, Meeting, (decision.meeting_id for decision in decisions))
    groups = by_key(session, Group, (meeting.group_id for meeting in meetings.values()))
    items = by_key(session, AgendaItem, (decision.item_id for decision in decisions))
    drivers = by_key(session, Driver, (decision.driver_id for decision in decisions))
    later = by_key(session, Decision, (decision.superseded_by_id for decision in decisions))
    restricted = restriction(session).decisions
    actions: dict[UUID | None, list[str]] = defaultdict(list)
    statement = (
        select(Action.decision_id, Action.ref)
        .where(col(Action.decision_id).in_({decision.id for decision in decisions}))
        .order_by(Action.ref)
    )
    for decision_id, ref in session.exec(statement).all():
        actions[decision_id].append(ref)

    def row(decision: Decision) -> DecisionRow:
        meeting, item = meetings[decision.meeting_id], items.get(decision.item_id)
        driver, replacement = drivers.get(decision.driver_id), later.get(decision.superseded_by_id)
        return DecisionRow(
            decision=decision,
            meeting=meeting_label(groups[meeting.group_id], meeting),
            item=item.title if item else "",
            driver=driver.name if driver else "",
            superseded_by=replacement.ref if replacement else "",
            actions=tuple(actions[decision.id]),
            restricted=decision.id in restricted,
        )

    return tuple(row(decision) for decision in decisions)
