"""What the Drivers page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.actions import ActionService
    from lfjb_desk.services.decisions import DecisionService
    from lfjb_desk.services.drivers import DriverService
    from lfjb_desk.services.figures import FigureService
    from lfjb_desk.services.library import LibraryService
    from lfjb_desk.services.meetings import MeetingService
    from lfjb_desk.services.people import PeopleService
    from lfjb_desk.services.projects import ProjectService


@dataclass(frozen=True)
class Services:
    """The services of the page."""

    drivers: DriverService
    projects: ProjectService
    library: LibraryService
    figures: FigureService
    actions: ActionService
    decisions: DecisionService
    meetings: MeetingService
    people: PeopleService
