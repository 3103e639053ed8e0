"""The days to keep free after a meeting: of its group, and of the groups under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.read_models.meetings.meetings import NextDate, meeting_label
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.governance import groups

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.store.queries.lookup import Reading

DATES_SHOWN = 4


def next_dates(session: Reading, group: Group, after: date) -> tuple[NextDate, ...]:
    """Return the next meetings of a group and of all under it, after a day.

    The next of the group itself is always among them.
    """
    family = {each.id: each for each in family_of(session, group)}
    rows = meetings.of_groups(session, list(family))
    coming = [
        NextDate(row.held_on, row.starts, meeting_label(family[key], row), row.place, key)
        for key, own in rows.items()
        for row in own
        if row.held_on > after
    ]
    ordered = sorted(coming, key=lambda each: (each.day, each.label))
    own = next((each for each in ordered if each.group_id == group.id), None)
    first = ordered[:DATES_SHOWN]
    return (*first[:-1], own) if own and own not in first else tuple(first)


def family_of(session: Reading, group: Group) -> tuple[Group, ...]:
    """Return a group and all groups under it, the closed ones too."""
    area = groups.of_area(session, group.area_id)
    family = [group]
    for parent in family:
        family += [each for each in area if each.parent_id == parent.id]
    return tuple(family)
