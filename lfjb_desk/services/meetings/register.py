"""What the user can ask of the register of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Decision, DecisionState, Meeting
from lfjb_desk.domain.read_models.meetings.register import RegisterRow, standing_of
from lfjb_desk.services.meetings.next_dates import family_of
from lfjb_desk.store.queries import decisions as store
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.lookup import by_key, found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class RegisterService:
    """Answers questions about the decisions of a group and of those under it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, group_id: UUID, today: date) -> tuple[RegisterRow, ...]:
        """Return every decision of a group and of all groups under it, the latest first."""
        with self._database.session() as session:
            family = family_of(session, found(session, Group, group_id))
            decisions = store.of_groups(session, [group.id for group in family])
            return _rows(session, family, decisions, today)

    def due(self, group_id: UUID, by: date) -> tuple[Decision, ...]:
        """Return the decisions in force whose review is due by a day, the soonest first.

        They are those of a group and of all groups under it.
        """
        with self._database.session() as session:
            family = family_of(session, found(session, Group, group_id))
            decisions = store.of_groups(session, [group.id for group in family])
        near = [
            (decision.review_by, decision)
            for decision in decisions
            if decision.state is DecisionState.IN_FORCE
            and decision.review_by is not None
            and decision.review_by <= by
        ]
        near.sort(key=lambda pair: (pair[0], pair[1].ref))
        return tuple(decision for _, decision in near)


def _rows(
    session: Reading, family: Sequence[Group], decisions: Sequence[Decision], today: date
) -> tuple[RegisterRow, ...]:
    groups = {group.id: group for group in family}
    at_meetings = by_key(session, Meeting, (decision.meeting_id for decision in decisions))
    later = by_key(session, Decision, (decision.superseded_by_id for decision in decisions))
    keys = [decision.id for decision in decisions]
    replaced = store.replaced_by_each(session, keys)
    raised = store.actions_of(session, keys)
    minuting = {
        key
        for key, own in meetings.of_groups(session, list(groups)).items()
        if any(meeting.state.is_minuting for meeting in own)
    }
    return tuple(
        RegisterRow(
            decision=decision,
            names=names,
            meeting=at_meetings[decision.meeting_id],
            group=groups[decision.group_id],
            standing=standing_of(decision, today),
            replacement=later.get(decision.superseded_by_id),
            replaced=tuple(replaced.get(decision.id, ())),
            actions=tuple(raised.get(decision.id, ())),
            can_be_replaced=decision.state is DecisionState.IN_FORCE
            and decision.group_id in minuting,
        )
        for decision, names in zip(decisions, store.rows(session, decisions), strict=True)
    )
