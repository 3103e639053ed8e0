"""The pages of the window, each over the services it asks; imported when it is first opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lfjb_desk.app.environment import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lfjb_desk.services.settings import SettingsFile
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.page import Page


def pages(
    desk: Desk, database: Database, settings: SettingsFile
) -> Mapping[str, Callable[[], Page]]:
    """Return how each page is made, by its key."""
    made: dict[str, Callable[[], Page]] = {
        key: partial(maker, desk, database) for key, maker in MAKERS.items()
    }
    return made | {
        key: partial(maker, desk, database, settings) for key, maker in MAKERS_WITH_SETTINGS.items()
    }


def _welcome(desk: Desk, database: Database) -> Page:
    from lfjb_desk.services.governance.setup import SetupService
    from lfjb_desk.services.places import PlaceService
    from lfjb_desk.services.sample.sample import SampleService
    from lfjb_desk.ui.pages.welcome.page import WelcomePage, WelcomeServices

    sample = SampleService(database, shipped().sample, shipped().reference)
    return WelcomePage(
        desk, WelcomeServices(PlaceService(database), sample, SetupService(database))
    )


def _today(desk: Desk, database: Database) -> Page:
    from lfjb_desk.services.today import TodayService
    from lfjb_desk.ui.pages.today.page import TodayPage, TodayServices

    return TodayPage(desk, TodayServices(TodayService(database)))


def _meetings(desk: Desk, database: Database) -> Page:
    from lfjb_desk.app.board import paper_service
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
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices

    services = MeetingsServices(
        meetings=MeetingService(database),
        agenda=AgendaService(database),
        readiness=ReadinessService(database),
        attendance=AttendanceService(database),
        minutes=MinutesService(database),
        circulation=CirculationService(database),
        decisions=DecisionService(database),
        actions=ActionService(database),
        people=PeopleService(database),
        invitations=InvitationService(database),
        letters=MeetingLetterService(database, partial(paper_service, database)),
        amendments=AmendmentService(database),
        answers=AmendmentReader(database, shipped().template),
    )
    return MeetingsPage(desk, services)


def _actions(desk: Desk, database: Database) -> Page:
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.services.actions.evidence import EvidenceService
    from lfjb_desk.services.drivers.drivers import DriverService
    from lfjb_desk.services.governance.escalations import EscalationService
    from lfjb_desk.services.governance.groups import GroupService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.ui.pages.actions.page import ActionsPage
    from lfjb_desk.ui.pages.actions.services import ActionsServices

    services = ActionsServices(
        actions=ActionService(database),
        evidence=EvidenceService(database),
        meetings=MeetingService(database),
        people=PeopleService(database),
        drivers=DriverService(database),
        groups=GroupService(database),
        escalations=EscalationService(database),
    )
    return ActionsPage(desk, services)


def _action_forms(desk: Desk, database: Database) -> Page:
    from lfjb_desk.services.action_forms.deciding import FormService
    from lfjb_desk.services.action_forms.reading import AnswerReadingService
    from lfjb_desk.services.action_forms.sending import FormSendingService
    from lfjb_desk.ui.pages.action_forms.page import ActionFormsPage
    from lfjb_desk.ui.pages.action_forms.services import FormsServices

    services = FormsServices(
        forms=FormService(database),
        sending=FormSendingService(database, shipped().template),
        reading=AnswerReadingService(database),
    )
    return ActionFormsPage(desk, services)


def _bringing(desk: Desk, database: Database) -> Page:
    from lfjb_desk.services.bringing.action_logs import ActionLogService
    from lfjb_desk.services.bringing.memberships import MembershipService
    from lfjb_desk.services.bringing.terms.service import TermsService
    from lfjb_desk.ui.pages.bringing.page import BringingPage, BringingServices

    services = BringingServices(
        ActionLogService(database), MembershipService(database), TermsService(database)
    )
    return BringingPage(desk, services)


def _performance(desk: Desk, database: Database) -> Page:
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
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from lfjb_desk.ui.pages.performance.services import PerformanceServices

    services = PerformanceServices(
        figures=FigureService(database),
        imports=ImportService(database),
        mappings=MappingService(database),
        terms=TermService(database),
        places=PlaceService(database),
        control=ControlService(database),
        compare=CompareService(database),
        narratives=NarrativeService(database),
        national=NationalService(database),
        exports=ExportService(),
        actions=ActionService(database),
        drivers=DriverService(database),
        projects=ProjectService(database),
        collect=CollectService(database, shipped().reference),
    )
    return PerformancePage(desk, services)


def _drivers(desk: Desk, database: Database) -> Page:
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.services.drivers.drivers import DriverService
    from lfjb_desk.services.drivers.library import LibraryService
    from lfjb_desk.services.drivers.projects import ProjectService
    from lfjb_desk.services.figures.figures import FigureService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.services.meetings.decisions import DecisionService
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.ui.pages.drivers.page import DriversPage
    from lfjb_desk.ui.pages.drivers.services import DriversServices

    services = DriversServices(
        drivers=DriverService(database),
        projects=ProjectService(database),
        library=LibraryService(database),
        figures=FigureService(database),
        actions=ActionService(database),
        decisions=DecisionService(database),
        meetings=MeetingService(database),
        people=PeopleService(database),
    )
    return DriversPage(desk, services)


def _governance(desk: Desk, database: Database) -> Page:
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
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from lfjb_desk.ui.pages.governance.services import GovernanceServices

    services = GovernanceServices(
        groups=GroupService(database),
        seats=SeatService(database),
        people=PeopleService(database),
        governing=GoverningService(database),
        clauses=ClauseService(database),
        compliance=ComplianceService(database),
        commitments=CommitmentService(database),
        meetings=MeetingService(database),
        authorities=AreaAuthorityService(database),
        decisions=DecisionService(database),
        register=RegisterService(database),
        drivers=DriverService(database),
        escalations=EscalationService(database),
        merging=MergingService(database),
        attendance=AttendanceHistoryService(database),
        standing_items=StandingItemService(database),
        forums=ForumService(database),
    )
    return GovernancePage(desk, services)


def _library(desk: Desk, database: Database) -> Page:
    from lfjb_desk.services.drivers.library import LibraryService
    from lfjb_desk.services.drivers.projects import ProjectService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.ui.pages.library.page import LibraryPage, LibraryServices

    services = LibraryServices(
        LibraryService(database), ProjectService(database), PeopleService(database)
    )
    return LibraryPage(desk, services)


def _papers(desk: Desk, database: Database) -> Page:
    from lfjb_desk.app.board import paper_service
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.ui.pages.papers.page import PapersPage
    from lfjb_desk.ui.pages.papers.services import PapersServices

    return PapersPage(desk, PapersServices(paper_service(database), MeetingService(database)))


def _settings(desk: Desk, database: Database, settings: SettingsFile) -> Page:
    from lfjb_desk.services.audit import AuditService
    from lfjb_desk.ui.pages.settings.page import SettingsPage

    return SettingsPage(desk, settings, AuditService(database))


MAKERS: Mapping[str, Callable[[Desk, Database], Page]] = {
    "welcome": _welcome,
    "today": _today,
    "meetings": _meetings,
    "actions": _actions,
    "action_forms": _action_forms,
    "performance": _performance,
    "drivers": _drivers,
    "governance": _governance,
    "library": _library,
    "papers": _papers,
    "bringing": _bringing,
}
"""What makes each page; the rail has a place for each but the first and the last."""
MAKERS_WITH_SETTINGS: Mapping[str, Callable[[Desk, Database, SettingsFile], Page]] = {
    "settings": _settings
}
"""What makes a page that reads and keeps the settings."""
