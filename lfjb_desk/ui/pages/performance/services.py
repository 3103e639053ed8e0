"""What the Performance page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.services.collection.collection import CollectService
    from lfjb_desk.services.drivers.drivers import DriverService
    from lfjb_desk.services.drivers.projects import ProjectService
    from lfjb_desk.services.figures.comparison import CompareService
    from lfjb_desk.services.figures.control import ControlService
    from lfjb_desk.services.figures.figures import FigureService
    from lfjb_desk.services.figures.narratives import NarrativeService
    from lfjb_desk.services.figures.national import NationalService
    from lfjb_desk.services.imports.glossary import TermService
    from lfjb_desk.services.imports.imports import ImportService
    from lfjb_desk.services.imports.mappings import MappingService
    from lfjb_desk.services.papers.exports import ExportService
    from lfjb_desk.services.places import PlaceService


@dataclass(frozen=True)
class PerformanceServices:
    """The services of the page."""

    figures: FigureService
    imports: ImportService
    mappings: MappingService
    terms: TermService
    places: PlaceService
    control: ControlService
    compare: CompareService
    narratives: NarrativeService
    national: NationalService
    exports: ExportService
    actions: ActionService
    drivers: DriverService
    projects: ProjectService
    collect: CollectService
