"""What an agenda takes over from earlier meetings: looked for when wanted, copied then alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.meetings.meetings import AgendaItem, ItemReason, MeetingState
from lfjb_desk.store.queries import meetings as store
from lfjb_desk.store.queries.minutes import minuted_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.store.queries.lookup import Reading

OF_ONE_MEETING = {
    *("id", "meeting_id", "why", "ask", "reason", "reason_id", "added_late", "restricted_until"),
    *("begun_at", "ended_at"),
}
"""What an item says of its own meeting alone."""
OF_ANOTHER_DAY = OF_ONE_MEETING - {"why", "ask", "restricted_until"}
"""What an item leaves behind that was not reached: what it asks, and of whom, it still asks."""


def carried(session: Reading, meeting: Meeting, *, everything: bool) -> list[AgendaItem]:
    """Return the standing items of the meeting before one, or all of them, as items of this one."""
    last = store.before(session, meeting)
    items = store.items(session, last.id) if last else []
    return [
        AgendaItem(**item.model_dump(exclude=OF_ONE_MEETING), meeting_id=meeting.id)
        for item in items
        if everything or item.standing
    ]


def unfinished(session: Reading, meeting: Meeting) -> list[AgendaItem]:
    """Return what earlier meetings left: items not reached at the last one, and of cancelled ones.

    Not reached is what has nothing recorded under it, at a meeting that took place. A standing item
    comes of itself, so none is among them; nor is one that this agenda has already for that reason.
    """
    present = {item.reason_id for item in store.items(session, meeting.id)}
    return [
        AgendaItem(
            **item.model_dump(exclude=OF_ANOTHER_DAY),
            meeting_id=meeting.id,
            reason=reason,
            reason_id=item.id,
        )
        for item, reason in _left(session, meeting)
        if not item.standing and item.id not in present
    ]


def _left(session: Reading, meeting: Meeting) -> Iterator[tuple[AgendaItem, ItemReason]]:
    last = store.before(session, meeting)
    if last is not None and last.state.is_held:
        reached = minuted_items(session, last.id)
        for item in store.items(session, last.id):
            if item.id not in reached:
                yield item, ItemReason.NOT_REACHED
    for other in store.of_group(session, meeting.group_id):
        is_since = last is None or other.held_on > last.held_on
        if other.state is MeetingState.CANCELLED and is_since and other.id != meeting.id:
            for item in store.items(session, other.id):
                yield item, ItemReason.CANCELLED_MEETING
