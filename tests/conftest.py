"""What the tests share: an empty database, and a screen that needs no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel, create_engine

from lfjb_desk.domain import tables
from lfjb_desk.store.database import Database


@pytest.fixture
def database() -> Database:
    assert tables.TABLES
    engine = create_engine(
        "sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool
    )
    SQLModel.metadata.create_all(engine)
    return Database(engine)
