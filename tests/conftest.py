"""What the tests share: an empty database, and a screen that needs no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from lfjb_desk.domain import tables
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.opening import Opening, open_database
from lfjb_desk.store.engine.sqlite import memory_engine

MIGRATIONS = Path(__file__).parents[1] / "db/migrations"


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty database in memory, with the guards of its audit."""
    assert tables.TABLES
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    opened = Database(engine)
    yield opened
    opened.close()


@pytest.fixture
def database_file(tmp_path: Path) -> Iterator[Database]:
    """A new database in a real file, `board.lfjb` in `tmp_path`, opened as the desk opens it."""
    opening = Opening(migrations=MIGRATIONS, backups=tmp_path / "backups", who="Test")
    opened = open_database(tmp_path / "board.lfjb", opening)
    yield opened
    opened.close()
