"""Every reference that a page shows opens the record that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from lfjb_desk.app.pages import pages
from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.drivers import Driver
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.governance.governing_documents import DocumentVersion, GoverningDocument
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Decision, Meeting
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.ui.pages.actions.page import ActionsPage
from lfjb_desk.ui.pages.drivers.panel import StopBox
from lfjb_desk.ui.pages.governance.page import GovernancePage
from lfjb_desk.ui.pages.performance.page import PerformancePage
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.pages import tour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.shell.page import Page

REF = re.compile(r"\b[A-Z]{3,5}-[AD]-\d{3}\b")
MOST_ROWS = 12
LOOKED_AT = [stop for stop in tour.STOPS if stop[0] != "papers"]
"""The page of papers shows what a paper says, as it is printed."""


class Way(NamedTuple):
    """Where a reference leads: a page, and a record there."""

    page: str
    kind: str
    key: UUID


def at_home(page: Page) -> set[str]:
    """Return the refs of the records that are shown whole where the user stands."""
    if isinstance(page, ActionsPage):
        row = page.table.current_row()
        return {row.action.ref} if isinstance(row, ActionRow) else set()
    if isinstance(page, GovernancePage) and page.decisions.isVisible():
        chosen = page.decisions.table.current_row()
        return {chosen.decision.ref} if chosen is not None else set()
    return set()


def views(qtbot: QtBot, page: Page) -> Iterator[None]:
    """Go through what a page shows: each part of a measure, and the rows of each list."""
    yield
    if isinstance(page, PerformancePage) and page.measure.isVisible():
        for key in tuple(page.measure.pills._pills):
            qtbot.mouseClick(page.measure.pills._pills[key], Qt.MouseButton.LeftButton)
            yield
    for lines in page.findChildren(QAbstractItemView):
        model = lines.model()
        for row in range(min(model.rowCount(), MOST_ROWS) if lines.isVisible() else 0):
            lines.setCurrentIndex(model.index(row, 0))
            QApplication.processEvents()
            yield


def references(page: Page) -> list[Reference]:
    shown: list[Reference] = page.findChildren(Reference)
    return [each for each in shown if each.isVisible()]


def bare(page: Page) -> set[str]:
    """Return the refs that words show without leading there, apart from what is shown whole."""
    labels: list[QLabel] = page.findChildren(QLabel)
    leading = {
        id(label) for box in page.findChildren(StopBox) for label in box.findChildren(QLabel)
    }
    plain = (
        label
        for label in labels
        if label.isVisible() and not isinstance(label, Reference) and id(label) not in leading
    )
    named = {ref for label in plain for ref in REF.findall(label.text())}
    opened = {ref for each in references(page) for ref in REF.findall(each.text())}
    return named - opened - at_home(page)


@pytest.fixture
def ways(qtbot: QtBot, sample_desk: Desk, database: Database, tmp_path: Path) -> dict[Way, str]:
    """Every way that a reference of a page leads, and the words that lead there."""
    gone: list[Way] = []
    sample_desk.context.going.connect(lambda *where: gone.append(Way(*where)))
    makers = pages(sample_desk, database, SettingsFile(tmp_path / "settings.toml"))
    ways: dict[Way, str] = {}
    for key, view in LOOKED_AT:
        page = tour.open_page(qtbot, makers[key], view)
        for _ in views(qtbot, page):
            assert bare(page) == set(), (key, view)
            for reference in references(page):
                gone.clear()
                qtbot.keyClick(reference, Qt.Key.Key_Return)
                ways[gone[0]] = reference.text()
        page.close()
    return ways


NAMED: dict[str, type[Driver | Group | Measure]] = {
    "driver": Driver,
    "group": Group,
    "measure": Measure,
}
"""The records that users know by their name."""


def name_of(database: Database, way: Way) -> str:
    """Return the words by which a user knows a record."""
    with database.session() as session:
        if way.kind in {"action", "raised"}:
            return found(session, Action, way.key).title
        if way.kind == "decision":
            return found(session, Decision, way.key).text
        if (named := NAMED.get(way.kind)) is not None:
            return found(session, named, way.key).name
        if way.kind == "document":
            version = found(session, DocumentVersion, way.key)
            title = found(session, GoverningDocument, version.document_id).title
            return f"{title}, version {version.number}"
        found(session, Meeting, way.key)
    return MeetingService(database).row(way.key).label


def test_every_reference_opens_what_it_names(
    qtbot: QtBot, ways: dict[Way, str], database: Database, window: MainWindow
) -> None:
    assert {way.kind for way in ways} == {
        *("action", "attendance", "decision", "document", "driver", "measure", "meeting"),
        "raised",
        "group",
    }
    for way, words in ways.items():
        window.shell.desk.context.go(*way)
        page = window.shell.page()
        assert page is not None
        tour.settle(qtbot, page)
        name = name_of(database, way)
        assert any(name in line for line in tour.seen(page)), (way, words)
