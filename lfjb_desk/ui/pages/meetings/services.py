"""What the Meetings page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.services.amendments.reading import AmendmentReader
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.meetings.agenda import AgendaService
    from lfjb_desk.services.meetings.amendments import AmendmentService
    from lfjb_desk.services.meetings.attendance import AttendanceService
    from lfjb_desk.services.meetings.circulation import CirculationService
    from lfjb_desk.services.meetings.decisions import DecisionService
    from lfjb_desk.services.meetings.invitations import InvitationService
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.services.meetings.minutes import MinutesService
    from lfjb_desk.services.meetings.readiness import ReadinessService
    from lfjb_desk.services.papers.meeting_letters import MeetingLetterService


@dataclass(frozen=True)
class MeetingsServices:
    """What the page asks."""

    meetings: MeetingService
    agenda: AgendaService
    readiness: ReadinessService
    attendance: AttendanceService
    minutes: MinutesService
    circulation: CirculationService
    decisions: DecisionService
    actions: ActionService
    people: PeopleService
    invitations: InvitationService
    letters: MeetingLetterService
    amendments: AmendmentService
    answers: AmendmentReader
