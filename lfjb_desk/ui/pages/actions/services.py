"""What the Actions page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.services.actions.evidence import EvidenceService
    from lfjb_desk.services.drivers.drivers import DriverService
    from lfjb_desk.services.governance.escalations import EscalationService
    from lfjb_desk.services.governance.groups import GroupService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.meetings.meetings import MeetingService


@dataclass(frozen=True)
class ActionsServices:
    """The services of the page."""

    actions: ActionService
    meetings: MeetingService
    people: PeopleService
    drivers: DriverService
    groups: GroupService
    escalations: EscalationService
    evidence: EvidenceService
