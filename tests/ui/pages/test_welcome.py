from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from sqlmodel import SQLModel

from lfjb_desk.domain import tables
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.governance.setup import SetupService
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine
from lfjb_desk.ui.pages.welcome.page import WelcomePage, WelcomeServices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.shell.contract import Desk
    from tests.ui.conftest import Scripted

ROOT = Path(__file__).parents[3]


@pytest.fixture
def database() -> Iterator[Database]:
    """A database as it is at the first start: reference facts and no board."""
    assert tables.TABLES
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    opened = Database(engine)
    facts = ReferenceService(opened, ROOT / "db" / "reference").load()
    assert facts is not None
    opened.apply(facts)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, database: Database) -> WelcomePage:
    services = WelcomeServices(
        PlaceService(database),
        SampleService(database, ROOT / "resources" / "sample", ROOT / "db" / "reference"),
        SetupService(database),
    )
    made = WelcomePage(desk, services)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def gone(page: WelcomePage) -> list[str]:
    places: list[str] = []
    page.desk.context.going.connect(lambda place, *_: places.append(place))
    return places


def press(qtbot: QtBot, one: QPushButton) -> None:
    QApplication.processEvents()
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)


def test_the_sample_board_is_stood_at_and_one_undo_takes_it_away(
    qtbot: QtBot, page: WelcomePage, database: Database, gone: list[str]
) -> None:
    press(qtbot, page.sample_button)
    context = page.desk.context
    assert context.group_id is not None
    assert GroupService(database).get(context.group_id).sample
    assert gone == ["today"]
    assert context.area_id is not None
    page.desk.history.stack.undo()
    assert GroupService(database).all(context.area_id) == ()


def test_a_board_of_ones_own_is_set_up_for_the_chosen_area(
    qtbot: QtBot, page: WelcomePage, database: Database, dialogs: Scripted, gone: list[str]
) -> None:
    area = PlaceService(database).areas()[0]
    dialogs.forms.append({"area": area.code})
    press(qtbot, page.own_button)
    context = page.desk.context
    assert context.area_id == area.id
    assert context.group_id is not None
    assert not GroupService(database).get(context.group_id).sample
    assert gone == ["governance"]


def test_an_area_has_to_be_chosen_first(
    qtbot: QtBot, page: WelcomePage, dialogs: Scripted, gone: list[str]
) -> None:
    dialogs.forms.append({})
    press(qtbot, page.own_button)
    assert len(dialogs.refusals) == 1
    assert gone == []
    assert page.desk.context.group_id is None


def test_a_sample_that_cannot_be_made_is_said_and_the_page_stays(
    qtbot: QtBot, page: WelcomePage, gone: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)

    def build(_today: date) -> Change:
        raise RuleError("The sample pages are missing. Nothing was changed.")

    monkeypatch.setattr(page._ask.sample, "build", build)
    press(qtbot, page.sample_button)
    assert refused == ["The sample pages are missing. Nothing was changed."]
    assert gone == []


def test_both_ways_are_commands_and_every_control_has_a_name(
    page: WelcomePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert [one.label for one in page.commands()] == [
        "Look around with a sample board",
        "Set up my board",
    ]
    assert unnamed(page) == []
