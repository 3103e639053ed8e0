"""What the Governance page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.clauses import ClauseService
    from lfjb_desk.services.governing import GoverningService
    from lfjb_desk.services.groups import GroupService
    from lfjb_desk.services.meetings import MeetingService
    from lfjb_desk.services.people import PeopleService
    from lfjb_desk.services.seats import SeatService


@dataclass(frozen=True)
class Services:
    """The services of the page."""

    groups: GroupService
    seats: SeatService
    people: PeopleService
    governing: GoverningService
    clauses: ClauseService
    meetings: MeetingService
