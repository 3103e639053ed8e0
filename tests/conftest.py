"""What the tests share: an empty database, and a screen that needs no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from sqlmodel import SQLModel

from lfjb_desk.domain import tables
from lfjb_desk.store.database import Database
from lfjb_desk.store.sqlite import memory_engine


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty database in memory, with the guards of its audit."""
    assert tables.TABLES
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    opened = Database(engine)
    yield opened
    opened.close()
