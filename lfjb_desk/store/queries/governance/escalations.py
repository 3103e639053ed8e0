"""Questions to escalations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, or_, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting
from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.store.queries.lookup import by_key
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session


def of_groups(session: Session, group_ids: Collection[UUID]) -> Sequence[Escalation]:
    """Return the escalations that some groups raised or are to answer."""
    keys = sorted(group_ids)
    concerned = or_(col(Escalation.group_id).in_(keys), col(Escalation.to_group_id).in_(keys))
    return session.exec(select(Escalation).where(concerned)).all()


def of_action(session: Session, action_id: UUID) -> Sequence[Escalation]:
    """Return the escalations about an action."""
    return session.exec(select(Escalation).where(Escalation.action_id == action_id)).all()


def of_item(session: Session, item_id: UUID) -> Sequence[Escalation]:
    """Return the escalations that an item of an agenda takes up."""
    return session.exec(select(Escalation).where(Escalation.item_id == item_id)).all()


def bodies(session: Session, area_id: UUID) -> Sequence[str]:
    """Return the bodies outside an area that were asked something, by name."""
    statement = select(Escalation.to_body).where(
        Escalation.area_id == area_id, col(Escalation.to_body) != ""
    )
    return session.exec(statement.distinct().order_by(Escalation.to_body)).all()


def rows(
    session: Session, escalations: Sequence[Escalation], day: date
) -> tuple[EscalationRow, ...]:
    """Return escalations with their names on a day, in the order given."""
    if not escalations:
        return ()
    items = by_key(session, AgendaItem, (each.item_id for each in escalations))
    met = by_key(session, Meeting, (item.meeting_id for item in items.values()))
    asking = {each.group_id for each in escalations} | {each.to_group_id for each in escalations}
    groups = by_key(session, Group, asking | {meeting.group_id for meeting in met.values()})
    actions = by_key(session, Action, (each.action_id for each in escalations))
    closed = restriction(session)

    def item_words(item: AgendaItem | None) -> str:
        if item is None:
            return ""
        meeting = met[item.meeting_id]
        return f"{item.title}, {meeting_label(groups[meeting.group_id], meeting)}"

    def row(each: Escalation) -> EscalationRow:
        above = groups.get(each.to_group_id)
        return EscalationRow(
            escalation=each,
            group=groups[each.group_id],
            addressee=above.name if above else each.to_body,
            action=actions.get(each.action_id),
            item=item_words(items.get(each.item_id)),
            restricted=each.action_id in closed.actions or each.item_id in closed.items,
            day=day,
        )

    return tuple(row(each) for each in escalations)
