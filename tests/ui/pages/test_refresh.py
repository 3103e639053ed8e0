"""When pages ask again: after a change in what they show, and after no other."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.app.pages import pages
from lfjb_desk.domain.actions import Action, ActionUpdate
from lfjb_desk.domain.changes import Change, Edit, edited
from lfjb_desk.domain.figures.collections import CollectionReturn, Respondent
from lfjb_desk.domain.governance.governing_documents import ClauseAssessment
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import Attendance, MinuteNote
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.services.papers.registry import BOARD_PAPER
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.store.queries.lookup import everything
from tests.ui.pages import tour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.rows import Row
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.page import Page

    Makers = Mapping[str, Callable[[], Page]]

WORDS = {"name", "title", "text", "note", "purpose", "reason", "rationale", "place", "post"} | {
    "outcome",
    "file_name",
    "courts",
    "words",
    "heading",
    "topic",
    "deputy_name",
    "definition",
}
"""The columns of words that may hold anything."""
UNHELD = {Attendance, ClauseAssessment, CollectionReturn, MinuteNote, Respondent}
"""Tables that a look at the sample does not ask: it has no row of three of them, and the notes of
its meetings and who came to them stand in the minutes as they were circulated."""

UNSENT: set[type[Row]] = {Action, ActionUpdate, Organisation, Person}
"""What the page of action forms tells of them; the sample has sent none."""

DRAWN = [stop for stop in tour.STOPS if stop[0] != "papers" or stop[1] == BOARD_PAPER.key]
"""Papers take long to draw, and all are drawn in the same way."""


@pytest.fixture
def makers(sample_desk: Desk, database: Database, tmp_path: Path) -> Makers:
    return pages(sample_desk, database, SettingsFile(tmp_path / "settings.toml"))


@pytest.fixture
def questions(database: Database) -> tour.Questions:
    return tour.Questions(database)


def altered(database: Database, tables: Iterable[type[Row]]) -> Change:
    """Return a change of every row of some tables: other words, other days, other figures."""
    with database.session() as session:
        rows = [row for table in tables for row in everything(session, table)]
    edits = (edited(row, **dict(_other(row))) for row in rows)
    return Change("Alter", tuple(edit for edit in edits if edit.after))


def _other(row: Row) -> Iterator[tuple[str, object]]:
    for name, value in row.model_dump().items():
        if name in WORDS and type(value) is str:
            yield name, f"Other {value}"[:60]
        elif isinstance(value, Decimal):
            yield name, value + 1
        elif type(value) is date and name in {"held_on", "due", "review_by", "raised_on"}:
            yield name, value + timedelta(days=1)


@pytest.mark.parametrize(("key", "view"), tour.STOPS)
def test_a_page_asks_only_the_tables_that_it_says_it_shows(
    qtbot: QtBot, makers: Makers, questions: tour.Questions, key: str, view: str
) -> None:
    page = tour.open_page(qtbot, makers[key], view)
    questions.statements.clear()
    page.refresh()
    tour.look_through(qtbot, page)
    assert questions.tables() - page.shows == set()


def test_a_page_says_no_more_than_it_shows(
    qtbot: QtBot, makers: Makers, questions: tour.Questions
) -> None:
    said: dict[str, set[type[Row]]] = {}
    asked: dict[str, set[type[Row]]] = {}
    for key, view in tour.STOPS:
        questions.statements.clear()
        page = tour.open_page(qtbot, makers[key], view)
        tour.look_through(qtbot, page)
        said.setdefault(key, set()).update(page.shows)
        asked.setdefault(key, set()).update(questions.tables())
        page.hide()
    asked["action_forms"] |= UNSENT
    assert {key: said[key] - asked[key] - UNHELD for key in said} == {key: set() for key in said}


@pytest.mark.parametrize(("key", "view"), DRAWN)
def test_a_change_of_what_a_page_does_not_show_asks_nothing_and_would_show_nothing(
    qtbot: QtBot,
    makers: Makers,
    desk: Desk,
    database: Database,
    questions: tour.Questions,
    key: str,
    view: str,
) -> None:
    desk.history.changed.connect(questions.statements.clear)  # before the page hears of it
    page = tour.open_page(qtbot, makers[key], view)
    elsewhere = [table for table in TABLES if table not in page.shows]
    change = altered(database, elsewhere)
    assert change.edits
    before = tour.seen(page)
    assert page.desk.history.attempt(lambda: change) == ""
    assert questions.statements == []
    for table in elsewhere:
        page.desk.history.changed.emit(Change("Elsewhere", (Edit(table, uuid4(), {}, {}),)))
    assert questions.statements == []
    page.hide()
    afresh = tour.open_page(qtbot, makers[key], view)
    assert tour.seen(afresh) == before


@pytest.mark.parametrize(("key", "view"), DRAWN)
def test_a_page_follows_a_change_of_what_it_shows_its_undo_and_its_redo(
    qtbot: QtBot, makers: Makers, database: Database, key: str, view: str
) -> None:
    page = tour.open_page(qtbot, makers[key], view)
    history = page.desk.history
    before = tour.seen(page)
    assert history.attempt(lambda: altered(database, page.shows)) == ""
    tour.settle(qtbot, page)
    after = tour.seen(page)
    afresh = tour.open_page(qtbot, makers[key], view)
    assert after == tour.seen(afresh)
    afresh.hide()
    history.stack.undo()
    tour.settle(qtbot, page)
    assert tour.seen(page) == before
    history.stack.redo()
    tour.settle(qtbot, page)
    assert tour.seen(page) == after


@pytest.mark.parametrize(("key", "view"), DRAWN)
def test_each_table_that_a_page_shows_has_it_refreshed_once_it_is_seen(
    qtbot: QtBot,
    makers: Makers,
    questions: tour.Questions,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    view: str,
) -> None:
    page = tour.open_page(qtbot, makers[key], view)
    refreshed: list[Page] = []
    monkeypatch.setattr(page, "refresh", lambda: refreshed.append(page))
    questions.statements.clear()
    for table in page.shows:
        change = Change("Here", (Edit(table, uuid4(), {}, {}),))
        refreshed.clear()
        page.desk.history.changed.emit(change)
        assert len(refreshed) == 1, table
        page.hide()
        page.desk.history.changed.emit(change)
        page.desk.history.changed.emit(change)
        assert len(refreshed) == 1, table
        page.show()
        assert len(refreshed) == 2, table


@pytest.mark.parametrize(
    ("key", "first", "then"),
    [
        ("performance", "terms", "figures"),
        ("performance", "preview", "measure"),
        ("governance", "People", "Groups and seats"),
    ],
)
def test_a_view_turned_to_shows_what_has_changed_while_another_was_open(
    qtbot: QtBot, makers: Makers, database: Database, key: str, first: str, then: str
) -> None:
    page = tour.open_page(qtbot, makers[key], then)
    shows = page.shows
    tour.turn(qtbot, page, first)
    assert page.desk.history.attempt(lambda: altered(database, shows - page.shows)) == ""
    tour.turn(qtbot, page, then)
    assert tour.seen(page) == tour.seen(tour.open_page(qtbot, makers[key], then))
