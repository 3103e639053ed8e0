"""The Papers page over the sample board, and what its tests do with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.ui.pages.papers.page import PapersPage
from lfjb_desk.ui.pages.papers.services import PapersServices
from tests.ui.pages.hands import press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from tests.ui.conftest import Scripted

TEMPLATE = Path(__file__).parents[4] / "templates" / "house.docx"


class Opener:
    """Stands for the system: notes what it was to open, and answers as it is told."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.works = True

    def __call__(self, path: Path) -> bool:
        self.opened.append(path)
        return self.works


@pytest.fixture
def opener() -> Opener:
    return Opener()


@pytest.fixture
def page(
    qtbot: QtBot, sample_desk: Desk, database: Database, opener: Opener
) -> Iterator[PapersPage]:
    services = PapersServices(PaperService(database, TEMPLATE), MeetingService(database))
    made = PapersPage(sample_desk, services, opener)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    settle(qtbot, made)
    yield made
    settle(qtbot, made)


@pytest.fixture
def refused(page: PapersPage) -> list[str]:
    told: list[str] = []
    page.desk.notices.refused.connect(told.append)
    return told


def settle(qtbot: QtBot, page: PapersPage) -> None:
    """Wait until nothing is made or written any more."""
    qtbot.waitUntil(lambda: not page.desk.jobs.running(), timeout=30_000)


def look_at(qtbot: QtBot, page: PapersPage, kind: PaperDefinition) -> str:
    page.table.choose(kind)
    settle(qtbot, page)
    return page.pane.view.toPlainText()


def save(qtbot: QtBot, page: PapersPage, dialogs: Scripted, out: Path | None) -> None:
    dialogs.files.append(out)
    press(qtbot, page, "Save as Word")
    settle(qtbot, page)


def listed(page: PapersPage) -> list[str]:
    return [one.paper.file_name for one in page.written.rows_model.rows()]
