"""The library: initiatives found by words, theme and driver."""

from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.drivers import (
    CancellationReason,
    Driver,
    Initiative,
    InitiativeDriver,
    Stance,
    Theme,
)
from lfjb_desk.domain.read_models.library import LibraryQuery
from lfjb_desk.services.drivers.library import LibraryService
from lfjb_desk.services.drivers.projects import ProjectService

if TYPE_CHECKING:
    from tests.services.conftest import Board

WORK = Theme(number=1, name="Workforce", summary="", source="x")
COURT = Theme(number=2, name="Court processes", summary="", source="x")
TRUST = Driver(number=1, code="trust", name="Lack of trust", summary="", source="x")
PLANS = Driver(number=2, code="plans", name="Changes in plan", summary="", source="x")


def initiative(number: int, theme: Theme, title: str, place: str) -> Initiative:
    return Initiative(
        number=number,
        theme_id=theme.id,
        title=title,
        place=place,
        summary="Shared training.",
        outcomes="",
        source="x",
    )


ROTA = initiative(1, WORK, "Duty rota", "Ynys Môn")
LISTING = initiative(2, COURT, "Listing protocol", "Kent")


@pytest.fixture
def service(board: "Board") -> LibraryService:
    cell = InitiativeDriver(
        initiative_id=ROTA.id, driver_id=TRUST.id, stance=Stance.PRESENT, source="x"
    )
    other = InitiativeDriver(
        initiative_id=LISTING.id, driver_id=TRUST.id, stance=Stance.ABSENT, source="x"
    )
    reasons = [
        CancellationReason(code=code, owner_group=owner, label="x", source="x")
        for code, owner in (
            ("LA1", "Local authority"),
            ("LA2", "Local authority"),
            ("CA1", "Court"),
        )
    ]
    rows = [
        type(row)(**row.model_dump())
        for row in (WORK, COURT, TRUST, PLANS, ROTA, LISTING, cell, other, *reasons)
    ]
    board.write(Change("Guide", tuple(added(row) for row in rows)))
    return LibraryService(board.database)


def titles(service: LibraryService, query: LibraryQuery) -> list[str]:
    return [row.initiative.title for row in service.initiatives(query)]


def test_initiatives_are_found_by_words_without_case_or_accents(service: LibraryService) -> None:
    assert titles(service, LibraryQuery()) == ["Duty rota", "Listing protocol"]
    assert titles(service, LibraryQuery(text="MON rota")) == ["Duty rota"]
    assert titles(service, LibraryQuery(text="training kent")) == ["Listing protocol"]
    assert titles(service, LibraryQuery(text="nothing such")) == []


def test_initiatives_are_narrowed_by_theme_and_by_driver(service: LibraryService) -> None:
    assert titles(service, LibraryQuery(theme_id=COURT.id)) == ["Listing protocol"]
    assert titles(service, LibraryQuery(driver_id=TRUST.id)) == ["Duty rota"]
    assert [one.name for one in service.themes()] == ["Workforce", "Court processes"]
    assert [one.name for one in service.drivers()] == ["Lack of trust", "Changes in plan"]


def test_what_an_area_has_taken_up_is_told(board: "Board", service: LibraryService) -> None:
    board.write(ProjectService(board.database).take_up(board.area, ROTA.id))
    rows = service.initiatives(LibraryQuery(area_id=board.area))
    assert [row.taken_up for row in rows] == [True, False]
    detail = service.detail(ROTA.id, board.area)
    assert [line.project.title for line in detail.projects] == ["Duty rota"]
    assert [(driver.name, stance) for driver, stance in detail.stances] == [
        ("Lack of trust", Stance.PRESENT),
        ("Changes in plan", Stance.NOT_STATED),
    ]
    assert service.detail(ROTA.id).projects == ()
    assert detail.theme.name == "Workforce"


def test_reasons_stand_under_the_body_that_answers_for_them(service: LibraryService) -> None:
    assert [
        (group.owner, [reason.code for reason in group.reasons]) for group in service.reasons()
    ] == [("Court", ["CA1"]), ("Local authority", ["LA1", "LA2"])]
