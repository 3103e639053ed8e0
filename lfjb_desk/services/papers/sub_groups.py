"""What the groups under a board bring to its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.governance.groups import Office
from lfjb_desk.domain.read_models.governance.groups import holder_of
from lfjb_desk.papers.parts.report_data import SubGroup
from lfjb_desk.services.meetings.meetings import last_held, next_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView


def sub_groups(
    under: Sequence[Group],
    meetings: Mapping[UUID, Sequence[MeetingRow]],
    minutes: Mapping[UUID, MinutesView],
    seats: Mapping[UUID, Sequence[SeatRow]],
    rows: Sequence[ActionRow],
    escalations: Sequence[EscalationRow],
    today: date,
) -> tuple[SubGroup, ...]:
    """Return groups right under another, with what they last did, by the reads of all of them."""
    parts = []
    for group in under:
        last = last_held(meetings[group.id], today)
        coming = next_from(meetings[group.id], today)
        late = [
            row
            for row in rows
            if row.action.group_id == group.id and row.standing is ActionStanding.LATE
        ]
        parts.append(
            SubGroup(
                group=group,
                chair=holder_of(seats[group.id], Office.CHAIR),
                last=minutes[last.meeting.id] if last else None,
                next_on=coming.meeting.held_on if coming else None,
                late=len(late),
                escalations=tuple(row for row in escalations if row.group.id == group.id),
            )
        )
    return tuple(parts)
