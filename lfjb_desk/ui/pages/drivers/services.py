"""What the Drivers page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.services.drivers.drivers import DriverService
    from lfjb_desk.services.drivers.library import LibraryService
    from lfjb_desk.services.drivers.projects import ProjectService
    from lfjb_desk.services.figures.figures import FigureService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.meetings.decisions import DecisionService
    from lfjb_desk.services.meetings.meetings import MeetingService


@dataclass(frozen=True)
class DriversServices:
    """The services of the page."""

    drivers: DriverService
    projects: ProjectService
    library: LibraryService
    figures: FigureService
    actions: ActionService
    decisions: DecisionService
    meetings: MeetingService
    people: PeopleService
