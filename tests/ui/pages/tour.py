"""A walk over every page and view of the window, and what can be seen there."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QWidget,
)
from sqlalchemy import event

from lfjb_desk.domain.tables import BY_NAME
from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.ui.pages.meetings.page import MeetingsPage
from lfjb_desk.ui.pages.papers.page import PapersPage
from lfjb_desk.ui.pages.performance.page import PerformancePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.rows import Row
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.page import Page

MEETING_SIDES = ("", "agenda", "attendance", "minutes", "amendments")
STOPS = (
    ("today", ""),
    ("actions", ""),
    ("action_forms", ""),
    ("library", ""),
    *(("meetings", side) for side in MEETING_SIDES),
    *(("performance", view) for view in ("figures", "measure", "national", "collections")),
    *(("performance", view) for view in ("imports", "preview", "mapping")),
    *(("performance", view) for view in ("measures", "terms", "readings")),
    *(("drivers", view) for view in ("", "Initiatives by driver", "What changed")),
    *(
        ("governance", part)
        for part in (
            *("Groups and seats", "Terms of reference", "Compliance", "Commitments"),
            *("Decisions", "Escalations", "Attendance"),
            *("Standing items", "Forums"),
            *("People", "Organisations"),
        )
    ),
    *(("papers", definition.key) for definition in PAPERS),
)
"""Each page, and each view of it."""
NOT_ON_THE_TOUR = frozenset({"welcome", "settings", "bringing"})
"""Pages that show no rows of the board, so that no write can change what they show."""
CLAUSE = re.compile(
    r"\b(?:FROM|JOIN)\s(.*?)(?=\b(?:WHERE|ORDER|GROUP|LIMIT|ON|JOIN|FROM)\b|$)", re.DOTALL
)


class Questions:
    """Listens to every statement that a database is asked."""

    def __init__(self, database: Database) -> None:
        self.statements: list[str] = []
        event.listen(database._engine, "before_cursor_execute", self._hear)

    def _hear(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        self.statements.append(statement)

    def tables(self) -> set[type[Row]]:
        """Return the tables that were asked."""
        named: set[str] = set()
        for statement in self.statements:
            for clause in CLAUSE.findall(statement):
                named |= set(re.findall(r"[a-z_]+", clause))
        return {BY_NAME[name] for name in named & BY_NAME.keys()}


def open_page(qtbot: QtBot, make: Callable[[], Page], view: str) -> Page:
    """Open a page at one of its views."""
    page = make()
    qtbot.addWidget(page)
    page.resize(1166, 712)
    page.show()
    turn(qtbot, page, view)
    return page


def turn(qtbot: QtBot, page: Page, view: str) -> None:
    """Turn to a view as a user does, and wait until it is drawn."""
    if isinstance(page, PerformancePage):
        page.open(view)
    elif isinstance(page, PapersPage):
        page.table.choose(next(paper for paper in PAPERS if paper.key == view))
    elif isinstance(page, MeetingsPage):
        if view:
            first = page.listing.table.model().rowCount() - 1
            page.listing.table.setCurrentIndex(page.listing.table.model().index(first, 0))
            page.show_side(view)
    elif view:
        next(command for command in page.commands() if view in {command.label, command.about}).run()
    settle(qtbot, page)


def settle(qtbot: QtBot, page: Page) -> None:
    """Wait for the work beside the window."""
    qtbot.waitUntil(lambda: not page.desk.jobs.running(), timeout=60_000)
    QApplication.processEvents()


def look_through(qtbot: QtBot, page: Page, most: int = 12) -> None:
    """Choose the rows of every list that is seen, one after another."""
    lists: list[QAbstractItemView] = page.findChildren(QAbstractItemView)
    for shown in lists:
        model = shown.model()
        if not isinstance(page, PapersPage) and shown.isVisible() and model is not None:
            for row in range(min(model.rowCount(), most)):
                shown.setCurrentIndex(model.index(row, 0))
    settle(qtbot, page)


def seen(page: Page) -> list[str]:
    """Return every word that can be read on a page, and every cell of its lists.

    What has no words is left out: a scroll bar comes and goes with the room, not with the rows.
    """
    lines: list[str] = [page.title]
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            lines.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            lines.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView):
            lines += _cells(widget)
        lines.append(widget.accessibleName())
    return [line for line in lines if line]


def _cells(shown: QAbstractItemView) -> Iterable[str]:
    model = shown.model()
    at = partial(model.data, role=Qt.ItemDataRole.DisplayRole)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield str(at(model.index(row, column)))
