"""What the Performance page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.actions import ActionService
    from lfjb_desk.services.collect import CollectService
    from lfjb_desk.services.compare import CompareService
    from lfjb_desk.services.control import ControlService
    from lfjb_desk.services.exports import ExportService
    from lfjb_desk.services.figures import FigureService
    from lfjb_desk.services.imports import ImportService
    from lfjb_desk.services.mappings import MappingService
    from lfjb_desk.services.narratives import NarrativeService
    from lfjb_desk.services.national import NationalService
    from lfjb_desk.services.places import PlaceService
    from lfjb_desk.services.projects import ProjectService
    from lfjb_desk.services.terms import TermService


@dataclass(frozen=True)
class Services:
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
    projects: ProjectService
    collect: CollectService
