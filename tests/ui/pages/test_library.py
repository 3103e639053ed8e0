from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lfjb_desk.domain.drivers import Stage
from lfjb_desk.services.drivers.library import LibraryService
from lfjb_desk.services.drivers.projects import ProjectService
from lfjb_desk.services.governance.people import PeopleService
from lfjb_desk.ui.pages.library.page import LibraryPage, LibraryServices
from tests.ui.pages.hands import press, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton, QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.read_models.library import InitiativeRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(qtbot: QtBot, sample_desk: Desk, database: Database) -> LibraryPage:
    services = LibraryServices(
        LibraryService(database), ProjectService(database), PeopleService(database)
    )
    made = LibraryPage(sample_desk, services)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


def shown(page: LibraryPage) -> Sequence[InitiativeRow]:
    return page.table.rows_model.rows()


def choose(opener: QPushButton, text: str) -> None:
    next(entry for entry in opener.menu().actions() if entry.text() == text).trigger()


def test_all_initiatives_are_listed_and_the_first_is_told_in_full(page: LibraryPage) -> None:
    assert len(shown(page)) == 33
    first = shown(page)[0].initiative
    seen = words(page.pane)
    for text in (first.title, first.summary, first.outcomes, first.source):
        assert text in seen
    assert "Not stated: all ten." in seen


def test_every_control_has_a_name(
    page: LibraryPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page) == []


def test_words_find_an_initiative_without_regard_to_case(qtbot: QtBot, page: LibraryPage) -> None:
    qtbot.keyClicks(page.finder, "pre-birth PROTOCOL")
    assert [line.initiative.title for line in shown(page)] == ["Pre-birth protocol"]
    assert "Present: " in words(page.pane)
    assert "Absent: " in words(page.pane)


def test_words_that_nothing_answers_offer_the_whole_library(
    qtbot: QtBot, page: LibraryPage
) -> None:
    qtbot.keyClicks(page.finder, "zeppelin")
    assert "No initiative answers this" in words(page)
    press(qtbot, page, "Show all")
    assert len(shown(page)) == 33


def test_the_library_narrows_to_a_theme_and_a_driver(page: LibraryPage) -> None:
    theme = page._ask.library.themes()[3]
    choose(page.theme_button, theme.name)
    assert {line.theme.id for line in shown(page)} == {theme.id}
    assert page.theme_button.text() == f"Theme: {theme.name}"
    driver = shown(page)[0].drivers[0]
    choose(page.driver_button, driver.name)
    assert all(driver in line.drivers for line in shown(page))
    choose(page.driver_button, "All")
    choose(page.theme_button, "All")
    assert len(shown(page)) == 33


def test_an_initiative_is_taken_up_changed_and_left_again(
    qtbot: QtBot, page: LibraryPage, dialogs: Scripted
) -> None:
    line = next(one for one in shown(page) if not one.taken_up and one.drivers)
    page.table.choose(line.initiative.id)
    lead = page._ask.people.people()[0].person
    dialogs.forms.append(
        {
            "driver_id": line.drivers[0].id,
            "lead_id": lead.id,
            "starts": date(2027, 1, 4),
            "ends": date(2027, 6, 30),
            "expected": "Pre-proceedings from 19 to 16 weeks by July 2027",
        }
    )
    press(qtbot, page, "Take up…")
    assert held(page, line.initiative.id).taken_up
    seen = words(page.pane)
    assert f"{lead.name}, from 4 January 2027, to 30 June 2027" in seen
    assert "Pre-proceedings from 19 to 16 weeks by July 2027" in seen
    dialogs.forms.append({"stage": Stage.UNDER_WAY})
    press(qtbot, page, "Change…")
    assert "Under way" in words(page.pane)
    press(qtbot, page, "Remove")
    assert not held(page, line.initiative.id).taken_up
    for _ in range(3):
        page.desk.history.stack.undo()
    assert not held(page, line.initiative.id).taken_up
    page.desk.history.stack.redo()
    assert held(page, line.initiative.id).taken_up


def held(page: LibraryPage, key: UUID) -> InitiativeRow:
    return next(one for one in shown(page) if one.initiative.id == key)


def test_what_is_taken_up_already_is_refused_in_the_form(
    qtbot: QtBot, page: LibraryPage, dialogs: Scripted
) -> None:
    line = next(one for one in shown(page) if one.taken_up)
    page.table.choose(line.initiative.id)
    driver = page._ask.library.drivers()[0]
    dialogs.forms.append({"driver_id": driver.id})
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert "taken up here already" in dialogs.refusals[0]


def test_a_project_leads_to_its_driver(qtbot: QtBot, page: LibraryPage) -> None:
    gone: list[tuple[str, str, UUID | None]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    line = next(one for one in shown(page) if one.taken_up)
    page.table.choose(line.initiative.id)
    detail = page._ask.library.detail(line.initiative.id, page.desk.context.area_id)
    press(qtbot, page, "Its driver")
    assert gone == [("drivers", "driver", detail.projects[0].project.driver_id)]


def test_a_record_is_shown_even_when_the_filter_hides_it(qtbot: QtBot, page: LibraryPage) -> None:
    last = shown(page)[-1].initiative
    qtbot.keyClicks(page.finder, "pre-birth")
    page.show_record("initiative", last.id)
    assert page.finder.text() == ""
    assert last.summary in words(page.pane)


def test_without_an_area_the_library_can_be_read_but_not_taken_from(
    qtbot: QtBot, page: LibraryPage, dialogs: Scripted
) -> None:
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    page.desk.context.choose(None, None)
    assert len(shown(page)) == 33
    take_up = next(one for one in page.commands() if one.shortcut == "Ctrl+N")
    take_up.run()
    assert "Choose an area" in refused[0]
    assert not dialogs.asked
