"""The parts of pages, such as Collections, are found from any page, open or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lfjb_desk.domain.changes import change, edited
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.ui.pages.actions.page import ActionsPage
from lfjb_desk.ui.shell.window_commands import EVERY_PAPER
from lfjb_desk.ui.tables.row_table import RowTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.main_window import MainWindow

PARTS = {
    "performance": [
        "The nation",
        "Collections",
        "Imports",
        "Measures and targets",
        "Glossary of terms",
        "Saved readings of sheets",
    ],
    "drivers": ["Initiatives by driver", "What changed"],
    "governance": [
        "Groups and seats",
        "Terms of reference",
        "Decisions",
        "People",
        "Organisations",
    ],
}


@pytest.mark.parametrize(("page", "part"), [(key, part) for key in PARTS for part in PARTS[key]])
def test_a_part_of_a_page_is_found_by_its_name_from_another_page(
    qtbot: QtBot, window: MainWindow, page: str, part: str
) -> None:
    box = window.shell.command_box
    box.open()
    qtbot.keyClicks(box.typed, part.casefold())
    (found,) = [offer for offer in box.offers() if offer.split(",")[0] == part]
    box.hide()

    (command,) = [each for each in window.shell.commands() if each.label == part]
    command.run()
    QApplication.processEvents()

    opened = window.shell.page()
    assert opened is not None
    assert opened is window.shell.open_page(page), found
    own = [each.label for each in opened.commands()]
    assert own.count(part) == 1, "the page calls it the same, and it is offered once"
    place = opened.place()
    next(each for each in opened.commands() if each.label == part).run()
    is_turned_back = page == "drivers"  # asked for again, a view of the drivers turns back
    assert (opened.place() == place) is not is_turned_back
    assert [each.label for each in window.shell.commands()].count(part) == 1


def test_who_types_the_name_of_a_record_finds_it_first_and_undoes_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.shell.open_page("actions")
    page, box = window.shell.page(), window.shell.command_box
    assert isinstance(page, ActionsPage)
    row = page.table.rows_model.rows()[0]
    assert isinstance(row, ActionRow)
    action, ref, history = row.action, row.action.ref, page.desk.history
    history.do(lambda: change(f"Change {ref}", action, [edited(action, title="Look again")]))
    assert ref in history.stack.undoText()
    box.open()
    qtbot.keyClicks(box.typed, ref)
    qtbot.waitUntil(lambda: bool(box.offers()))
    assert ref in box.offers()[0]
    assert not any(offer.startswith(("Undo", "Remove")) for offer in box.offers()[:1])
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    assert ref in history.stack.undoText(), "nothing was undone"
    box.open()
    qtbot.keyClicks(box.typed, "undo")
    assert box.offers()[0].startswith("Undo")
    box.hide()


@pytest.mark.parametrize("typed", ["dark", "text size", "backup"])
def test_what_settings_hold_leads_there(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    box = window.shell.command_box
    box.open()
    qtbot.keyClicks(box.typed, typed)

    assert any(offer.startswith("Go to Settings") for offer in box.offers())
    box.hide()


@pytest.mark.parametrize("typed", ["all papers", "pack of papers", "every paper", "folder"])
def test_every_paper_is_saved_from_anywhere(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    box = window.shell.command_box
    window.shell.open_page("actions")
    box.open()
    qtbot.keyClicks(box.typed, typed)
    assert any(offer.startswith("Save every paper") for offer in box.offers())
    box.typed.clear()
    qtbot.keyClicks(box.typed, "save the board paper")
    assert [offer for offer in box.offers() if offer.startswith("Save the board paper")]
    box.hide()
    window.shell.open_page("papers")
    labels = [each.label for each in window.shell.commands()]
    assert labels.count("Save every paper") == 1
    assert labels.count("Save the board paper") == 1


def test_a_record_that_is_found_is_in_sight_in_its_list(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1000, 640)
    page = window.shell.open_page("actions")
    assert page is not None
    (table,) = (each for each in page.findChildren(RowTable) if each.isVisible())
    last = table.rows_model.rows()[-1]
    window.shell.open_page("today")
    window.shell.go("actions", "action", last.action.id)
    QApplication.processEvents()
    QApplication.processEvents()
    seen = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(seen.center())


def test_today_writes_all_papers_at_once(window: MainWindow) -> None:
    today = window.shell.open_page("today")
    assert today is not None
    asked: list[tuple[str, str]] = []
    context = window.shell.desk.context
    context.asking.disconnect()
    context.asking.connect(lambda *errand: asked.append(errand))
    next(each for each in today.commands() if each.label == "Write the papers").run()
    assert asked == [("papers", EVERY_PAPER)]
