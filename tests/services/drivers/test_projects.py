"""Projects: initiatives taken up, and local work."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.drivers import Driver, Initiative, Stage, Theme
from lfjb_desk.services.drivers.projects import ProjectService

if TYPE_CHECKING:
    from tests.services.conftest import Board


@pytest.fixture
def service(board: "Board") -> ProjectService:
    return ProjectService(board.database)


@pytest.fixture
def initiative(board: "Board") -> UUID:
    theme = Theme(number=1, name="Workforce", summary="", source="x")
    row = Initiative(
        number=1, theme_id=theme.id, title="Rota", place="Kent", summary="", outcomes="", source=""
    )
    board.write(Change("Guide", (added(theme), added(row))))
    return row.id


def test_a_local_project_is_added_changed_and_removed(
    board: "Board", service: ProjectService
) -> None:
    change = service.add(board.area, " Duty rota ", lead_id=board.tom)
    board.round_trip(change)
    (line,) = service.projects(board.area)
    assert (line.project.title, line.lead, line.initiative) == ("Duty rota", "Tom Aldous", None)
    board.round_trip(service.edit(line.project.id, expected="2 weeks less"))
    board.round_trip(service.set_stage(line.project.id, Stage.UNDER_WAY))
    assert service.projects(board.area)[0].project.stage is Stage.UNDER_WAY
    board.round_trip(service.remove(line.project.id))
    assert service.projects(board.area) == ()


def test_an_initiative_is_taken_up_once_unless_it_was_stopped(
    board: "Board", service: ProjectService, initiative: UUID
) -> None:
    driver = Driver(number=1, code="trust", name="Lack of trust", summary="", source="x")
    board.write(Change("A driver", (added(driver),)))
    board.round_trip(service.take_up(board.area, initiative, driver_id=driver.id))
    (line,) = service.projects(board.area)
    assert line.initiative is not None
    assert (line.project.title, line.initiative.place) == ("Rota", "Kent")
    with pytest.raises(RuleError, match="taken up here already"):
        service.take_up(board.area, initiative)
    board.write(service.set_stage(line.project.id, Stage.STOPPED))
    board.write(service.take_up(board.area, initiative))
    assert len(service.projects(board.area)) == 2


def test_a_project_that_makes_no_sense_is_refused(board: "Board", service: ProjectService) -> None:
    with pytest.raises(RuleError, match="needs a title"):
        service.add(board.area, "  ")
    with pytest.raises(RuleError, match="cannot end before it starts"):
        service.add(board.area, "Rota", starts=date(2026, 5, 1), ends=date(2026, 4, 1))
