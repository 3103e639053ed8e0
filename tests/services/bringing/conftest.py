"""A board with people of all sorts of names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.services.bringing.action_logs import ActionLogService, LogPreview
from tests.services.conftest import TODAY, Board


@pytest.fixture
def peopled(board: Board) -> Board:
    cafcass = Organisation(name="Cafcass", kind=OrganisationKind.CAFCASS)
    essex = Organisation(name="Essex County Council", kind=OrganisationKind.LOCAL_AUTHORITY)
    judges = Organisation(name="Judiciary", kind=OrganisationKind.JUDICIARY)
    named = (
        ("Sam Roe", cafcass.id),
        ("Priya Nair", essex.id),
        ("HHJ Ada Siskin", judges.id),
        ("Gŵen Ŷnys", board.council),
        ("Jo Lee", board.court_service),
        ("Jo Lee", board.council),
    )
    people = [Person(name=name, organisation_id=body) for name, body in named]
    rows = (cafcass, essex, judges, *people)
    board.write(Change("People", tuple(added(row) for row in rows)))
    return board


@pytest.fixture
def open_log(peopled: Board, tmp_path: Path) -> Callable[[str, bytes], LogPreview]:
    def opened(name: str, data: bytes) -> LogPreview:
        path = tmp_path / name
        path.write_bytes(data)
        return ActionLogService(peopled.database).open(path, peopled.group, TODAY)

    return opened
