"""What the Governance page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.drivers.drivers import DriverService
    from lfjb_desk.services.governance.area_authorities import AreaAuthorityService
    from lfjb_desk.services.governance.attendance_history import AttendanceHistoryService
    from lfjb_desk.services.governance.clauses import ClauseService
    from lfjb_desk.services.governance.commitments import CommitmentService
    from lfjb_desk.services.governance.compliance import ComplianceService
    from lfjb_desk.services.governance.escalations import EscalationService
    from lfjb_desk.services.governance.forums import ForumService
    from lfjb_desk.services.governance.governing_documents import GoverningService
    from lfjb_desk.services.governance.groups import GroupService
    from lfjb_desk.services.governance.merging import MergingService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.governance.seats import SeatService
    from lfjb_desk.services.governance.standing_items import StandingItemService
    from lfjb_desk.services.meetings.decisions import DecisionService
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.services.meetings.register import RegisterService


@dataclass(frozen=True)
class GovernanceServices:
    """The services of the page."""

    groups: GroupService
    seats: SeatService
    people: PeopleService
    governing: GoverningService
    clauses: ClauseService
    compliance: ComplianceService
    commitments: CommitmentService
    meetings: MeetingService
    authorities: AreaAuthorityService
    decisions: DecisionService
    register: RegisterService
    drivers: DriverService
    escalations: EscalationService
    merging: MergingService
    attendance: AttendanceHistoryService
    standing_items: StandingItemService
    forums: ForumService
