"""What the Meetings page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.actions import ActionService
    from lfjb_desk.services.agenda import AgendaService
    from lfjb_desk.services.attendance import AttendanceService
    from lfjb_desk.services.decisions import DecisionService
    from lfjb_desk.services.meetings import MeetingService
    from lfjb_desk.services.minutes import MinutesService
    from lfjb_desk.services.people import PeopleService
    from lfjb_desk.services.readiness import ReadinessService


@dataclass(frozen=True)
class Services:
    """What the page asks."""

    meetings: MeetingService
    agenda: AgendaService
    readiness: ReadinessService
    attendance: AttendanceService
    minutes: MinutesService
    decisions: DecisionService
    actions: ActionService
    people: PeopleService
