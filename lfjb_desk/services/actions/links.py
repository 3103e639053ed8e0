"""What an action is tied to, and which ties go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings import AgendaItem, Decision
from lfjb_desk.services.rules import open_meeting
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.store.queries.lookup import Reading


class ActionLinks(TypedDict, total=False):
    """What an action may be tied to; what is left out stays as it is, None unties it."""

    owner_id: UUID | None
    accountable_id: UUID | None
    driver_id: UUID | None
    meeting_id: UUID | None
    item_id: UUID | None
    decision_id: UUID | None


def tie(session: Reading, action: Action | None, links: ActionLinks) -> ActionLinks:
    """Return the ties of an action, with the meeting filled in from the decision and the item.

    Raises:
        RuleError: when they contradict each other, or would alter agreed minutes.
    """
    tied = links.copy()
    if action is None and (decision_id := tied.get("decision_id")):
        _follow(found(session, Decision, decision_id), tied)
    if key := tied.get("item_id"):
        tied.setdefault("meeting_id", found(session, AgendaItem, key).meeting_id)
    before = (action.meeting_id, action.item_id) if action else (None, None)
    meeting_id = tied.get("meeting_id", before[0])
    if meeting_id != before[0]:
        tied.setdefault("item_id", None)
    item_id = tied.get("item_id", before[1])
    if item_id and found(session, AgendaItem, item_id).meeting_id != meeting_id:
        raise RuleError(
            "That agenda item belongs to another meeting. "
            "Choose an item of the same meeting; nothing was changed."
        )
    if (meeting_id, item_id) != before:
        for meeting in (before[0], meeting_id):
            if meeting is not None:
                open_meeting(session, meeting)
    return tied


def _follow(decision: Decision, tied: ActionLinks) -> None:
    """Give a new action the meeting, item and driver of its decision, unless it names its own."""
    tied.setdefault("driver_id", decision.driver_id)
    if tied.setdefault("meeting_id", decision.meeting_id) == decision.meeting_id:
        tied.setdefault("item_id", decision.item_id)
