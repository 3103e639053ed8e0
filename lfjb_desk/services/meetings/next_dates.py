"""The days to keep free after a meeting: of its group, and of the groups under it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.read_models.meetings.meetings import NextDate, meeting_label
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.governance import groups

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.store.queries.lookup import Reading

A_YEAR = timedelta(days=366)
"""So far ahead all meetings are listed."""


def next_dates(session: Reading, group: Group, after: date, today: date) -> tuple[NextDate, ...]:
    """Return all meetings of a group and of those under it within a year, after a day.

    Those that are over by today, or cancelled, are left out. The next of the group itself is
    always among them.
    """
    last = max(after, today) + A_YEAR
    family = {each.id: each for each in family_of(session, group)}
    rows = meetings.of_groups(session, list(family))
    coming = [
        NextDate(row.held_on, row.starts, meeting_label(family[key], row), row.place, key)
        for key, own in rows.items()
        for row in own
        if row.held_on > after
        and not row.is_over(today)
        and row.state is not MeetingState.CANCELLED
    ]
    ordered = sorted(coming, key=lambda each: (each.day, each.label))
    own = next((each for each in ordered if each.group_id == group.id), None)
    return tuple(each for each in ordered if each.day <= last or each is own)


def family_of(session: Reading, group: Group) -> tuple[Group, ...]:
    """Return a group and all groups under it, the closed ones too."""
    area = groups.of_area(session, group.area_id)
    family = [group]
    for parent in family:
        family += [each for each in area if each.parent_id == parent.id]
    return tuple(family)
