"""What can be set of an action besides its title and dates, and what of it goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision
from lfjb_desk.services.rules import open_meeting
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.store.queries.lookup import Reading


class ActionFields(TypedDict, total=False):
    """What can be set of an action; what is left out stays as it is, None empties it.

    Each name is that of a column of `Action`. A text has a length in `domain/common/lengths`, which
    the service checks before it sets the text.
    """

    owner_id: UUID | None
    accountable_id: UUID | None
    driver_id: UUID | None
    meeting_id: UUID | None
    item_id: UUID | None
    decision_id: UUID | None
    restricted: bool


def complete(session: Reading, action: Action | None, fields: ActionFields) -> ActionFields:
    """Return what is set of an action, with the meeting filled in from the decision and the item.

    One that was restricted by its item or its decision stays so where it is moved away from them.

    Raises:
        RuleError: when they contradict each other, or would alter agreed minutes.
    """
    completed = fields.copy()
    if action is None and (decision_id := completed.get("decision_id")):
        _follow(found(session, Decision, decision_id), completed)
    if key := completed.get("item_id"):
        completed.setdefault("meeting_id", found(session, AgendaItem, key).meeting_id)
    before = (action.meeting_id, action.item_id) if action else (None, None)
    meeting_id = completed.get("meeting_id", before[0])
    if meeting_id != before[0]:
        completed.setdefault("item_id", None)
    item_id = completed.get("item_id", before[1])
    if item_id and found(session, AgendaItem, item_id).meeting_id != meeting_id:
        raise RuleError(
            "That agenda item belongs to another meeting. "
            "Choose an item of the same meeting; nothing was changed."
        )
    if (meeting_id, item_id) != before:
        for meeting in (before[0], meeting_id):
            if meeting is not None:
                open_meeting(session, meeting)
    if action is not None and _leaves_what_restricts(session, action, completed):
        completed["restricted"] = True
    return completed


def _leaves_what_restricts(session: Reading, action: Action, completed: ActionFields) -> bool:
    """Tell whether an action would be open for no other reason than that it is moved.

    It was restricted by its item or its decision, and nobody said that it no longer is.
    """
    closed = restriction(session)
    if action.restricted or action.id not in closed.actions:
        return False
    item_id = completed.get("item_id", action.item_id)
    decision_id = completed.get("decision_id", action.decision_id)
    return item_id not in closed.items and decision_id not in closed.decisions


def _follow(decision: Decision, completed: ActionFields) -> None:
    """Give a new action the meeting, item and driver of its decision, unless it names its own."""
    completed.setdefault("driver_id", decision.driver_id)
    if completed.setdefault("meeting_id", decision.meeting_id) == decision.meeting_id:
        completed.setdefault("item_id", decision.item_id)
