"""What forms offer to choose from: people, organisations, meetings and the words of an enum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.widgets.form.fields import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from lfjb_desk.domain.read_models.governance.people import OrganisationRow, PersonRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow


def people(rows: Iterable[PersonRow]) -> tuple[Choice, ...]:
    """Return the people, each with the organisation they come from."""
    return tuple(Choice(row.person.id, row.person.name, row.organisation.name) for row in rows)


def bodies(rows: Iterable[OrganisationRow]) -> tuple[Choice, ...]:
    """Return the organisations."""
    return tuple(Choice(row.organisation.id, row.organisation.name) for row in rows)


def meetings(rows: Iterable[MeetingRow]) -> tuple[Choice, ...]:
    """Return the meetings, each with its day."""
    return tuple(Choice(row.meeting.id, row.label, long_date(row.meeting.held_on)) for row in rows)


def named(members: Iterable[StrEnum]) -> tuple[Choice, ...]:
    """Return the members of an enum by their words, with a capital at the start."""
    return tuple(Choice(member, member.value[:1].upper() + member.value[1:]) for member in members)
