"""What tests of pages share: the sample board, built once and copied for each test."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlmodel import Session, SQLModel, select

from lfjb_desk.app.contents import contents
from lfjb_desk.domain import tables
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.actions.evidence import EvidenceService
from lfjb_desk.services.amendments.reading import AmendmentReader
from lfjb_desk.services.collection.collection import CollectService
from lfjb_desk.services.drivers.drivers import DriverService
from lfjb_desk.services.drivers.projects import ProjectService
from lfjb_desk.services.figures.comparison import CompareService
from lfjb_desk.services.figures.control import ControlService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService
from lfjb_desk.services.figures.national import NationalService
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
from lfjb_desk.services.imports.glossary import TermService
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.services.imports.mappings import MappingService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.amendments import AmendmentService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.invitations import InvitationService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.services.meetings.readiness import ReadinessService
from lfjb_desk.services.meetings.register import RegisterService
from lfjb_desk.services.papers.exports import ExportService
from lfjb_desk.services.papers.meeting_letters import MeetingLetterService
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine
from lfjb_desk.ui.pages.actions.page import ActionsPage
from lfjb_desk.ui.pages.actions.services import ActionsServices
from lfjb_desk.ui.pages.governance import services as governance
from lfjb_desk.ui.pages.governance.page import GovernancePage
from lfjb_desk.ui.pages.meetings.page import MeetingsPage
from lfjb_desk.ui.pages.meetings.services import MeetingsServices
from lfjb_desk.ui.pages.performance import services as performance
from lfjb_desk.ui.pages.performance.page import PerformancePage
from lfjb_desk.ui.shell.context import Context
from lfjb_desk.ui.shell.main_window import MainWindow
from tests.published import published_only
from tests.ui.conftest import NOW, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Engine

    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contract import Desk

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates/house.docx"


@pytest.fixture(scope="session")
def sample_engine() -> Iterator[Engine]:
    assert tables.TABLES
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    facts = ReferenceService(database, ROOT / "db" / "reference").load()
    assert facts is not None
    database.apply(facts)
    sample = SampleService(database, ROOT / "resources" / "sample", ROOT / "db" / "reference")
    database.apply(published_only(sample.build(TODAY)))
    yield engine
    database.close()


@pytest.fixture
def database(sample_engine: Engine) -> Iterator[Database]:
    """The sample board and all reference facts, fresh for each test."""
    engine = memory_engine()
    source, copy = sample_engine.raw_connection(), engine.raw_connection()
    held, fresh = source.driver_connection, copy.driver_connection
    assert isinstance(held, sqlite3.Connection)
    assert isinstance(fresh, sqlite3.Connection)
    held.backup(fresh)
    source.close()
    copy.close()
    opened = Database(engine)
    yield opened
    opened.close()


@pytest.fixture
def board(database: Database) -> Group:
    with database.session() as session:
        return _board(session)


@pytest.fixture
def sample_desk(desk: Desk, board: Group) -> Desk:
    """A desk that stands at the sample board."""
    desk.context.choose(board.area_id, board.id)
    return desk


def _board(session: Session) -> Group:
    return session.exec(select(Group).where(Group.kind == GroupKind.BOARD)).one()


@pytest.fixture
def actions_page(qtbot: QtBot, sample_desk: Desk, database: Database) -> ActionsPage:
    services = ActionsServices(
        ActionService(database),
        MeetingService(database),
        PeopleService(database),
        DriverService(database),
        GroupService(database),
        EscalationService(database),
        EvidenceService(database),
    )
    made = ActionsPage(sample_desk, services)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def meetings_page(qtbot: QtBot, sample_desk: Desk, database: Database) -> MeetingsPage:
    services = MeetingsServices(
        MeetingService(database),
        AgendaService(database),
        ReadinessService(database),
        AttendanceService(database),
        MinutesService(database),
        CirculationService(database),
        DecisionService(database),
        ActionService(database),
        PeopleService(database),
        InvitationService(database),
        MeetingLetterService(database, lambda: PaperService(database, TEMPLATE)),
        AmendmentService(database),
        AmendmentReader(database, TEMPLATE),
    )
    made = MeetingsPage(sample_desk, services)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def governance_page(qtbot: QtBot, sample_desk: Desk, database: Database) -> GovernancePage:
    asked = governance.GovernanceServices(
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
    made = GovernancePage(sample_desk, asked)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def performance_page(qtbot: QtBot, sample_desk: Desk, database: Database) -> PerformancePage:
    asked = performance.PerformanceServices(
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
        collect=CollectService(database, ROOT / "db" / "reference"),
    )
    made = PerformancePage(sample_desk, asked)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def window(
    qtbot: QtBot, theme: ActiveTheme, database: Database, board: Group, tmp_path: Path
) -> MainWindow:
    settings = SettingsFile(tmp_path / "settings.toml")
    settings.keep(area_id=board.area_id, group_id=board.id)
    made = MainWindow(
        theme,
        Context(TODAY, lambda: NOW),
        database.apply,
        lambda desk: contents(desk, database, settings),
    )
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.filled):
        made.show()
    return made
