"""What the tests of the store share: a few plain rows, and opening a file as the desk does."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.opening import Opening, open_database

MIGRATIONS = Path(__file__).parents[2] / "db/migrations"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    return Opening(MIGRATIONS, tmp_path / "backups", who="Avery", clock=lambda: NOW)


@pytest.fixture
def council() -> Organisation:
    return Organisation(name="Samplefolk Council", kind=OrganisationKind.LOCAL_AUTHORITY)


@pytest.fixture
def avery(council: Organisation) -> Person:
    return Person(name="Avery Sample", organisation_id=council.id)


@pytest.fixture
def board(tmp_path: Path, opening: Opening, council: Organisation, avery: Person) -> Path:
    """A closed database file that holds one organisation and one person."""
    database = open_database(tmp_path / "board.lfjb", opening)
    database.apply(change("Add the council", None, [added(council)]))
    database.apply(change("Add Avery", None, [added(avery)]))
    database.close()
    return tmp_path / "board.lfjb"


Open = Callable[[Path], Database]


@pytest.fixture
def open_file(opening: Opening) -> Iterator[Open]:
    """Opens files, and closes them when the test is over."""
    opened: list[Database] = []

    def open_one(path: Path) -> Database:
        opened.append(open_database(path, opening))
        return opened[-1]

    yield open_one
    for database in opened:
        database.close()
