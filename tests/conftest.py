"""What the tests share: an empty database, and a screen that needs no screen."""

import os
from pathlib import Path

if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Qt's own is 800 by 800, and the window is never larger than its screen.
    screen = Path(__file__).with_name("screen.json")
    # A colon ends the name for Qt, so a path with a drive is said from here.
    named = os.path.relpath(screen) if screen.drive else screen
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={named}"

from collections.abc import Iterator

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
