"""The quarterly collection on screen, as its secretary works with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.services.collection.collection import CollectService
from lfjb_desk.services.places import PlaceService
from lfjb_desk.ui.commands import ready
from lfjb_desk.ui.pages.performance.collection.forms import new_collection, quarters_to
from lfjb_desk.ui.pages.performance.collection.view import CollectionView
from lfjb_desk.ui.shell.page import Page
from tests.services.collection.conftest import FACTS, fill, sound
from tests.ui.pages.hands import menu_of_row, press, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from tests.ui.conftest import Scripted

DUE = date(2026, 11, 9)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, database: Database) -> Iterator[CollectionView]:
    """The view of an area of twelve authorities, in a page as the window has it."""
    desk.context.area_id = PlaceService(database).area("ELON").id
    page = Page(desk, "Performance")
    made = CollectionView(desk, CollectService(database, FACTS))
    page.body.addWidget(made)
    page.offer(*made.tools)
    desk.history.changed.connect(made.refresh)
    qtbot.addWidget(page)
    page.resize(1150, 712)
    page.show()
    made.refresh()
    yield made
    page.close()  # held until here: the view belongs to it


@pytest.fixture
def opened(view: CollectionView, qtbot: QtBot, dialogs: Scripted) -> CollectionView:
    dialogs.forms.append({"due": DUE})
    press(qtbot, view, "New collection…")
    return view


def choose(view: CollectionView, said: str) -> None:
    """Choose an entry of the menu of the collection."""
    entry = next(one for one in view.more.menu().actions() if one.text() == said)
    entry.trigger()


def test_the_first_collection_is_opened_from_the_empty_view_and_undone(
    view: CollectionView, desk: Desk, qtbot: QtBot, dialogs: Scripted
) -> None:
    assert "No collection is open" in words(view)
    assert not any(view.offers(tool) for tool in view.tools)
    dialogs.forms.append({"due": DUE})
    press(qtbot, view, "New collection…")

    assert view.chooser.currentText() == "July to September 2026"
    assert view.head()[1] == "July to September 2026: 0 of 12 returned, 12 late"
    assert len(view.table.rows_model.rows()) == 12
    assert view.table.rows_model.index(0, 0).data() == "Barking and Dagenham, 14 days late"
    assert view.table.rows_model.index(0, 1).data() == "None"
    assert [*menu_of_row(view.table)] == ["Name a respondent…"]
    desk.history.stack.undo()
    assert "No collection is open" in words(view)


def test_sheets_go_out_come_back_and_leave_a_report_in_words(
    opened: CollectionView, desk: Desk, qtbot: QtBot, dialogs: Scripted, tmp_path: Path
) -> None:
    dialogs.files.append(tmp_path)
    with qtbot.waitSignal(desk.notices.announced, timeout=60_000) as said:
        choose(opened, "Write the sheets to a folder…")
    assert said.args == [f"12 sheets written to {tmp_path.name}"]
    paths = sorted(tmp_path.glob("*.xlsx"))
    assert len(paths) == 12
    fill(paths[1], {**sound(), "coll_pre_down": 3})

    dialogs.files[:] = [paths[1], paths[2]]
    with qtbot.waitSignal(opened.record_commands.read, timeout=60_000):
        press(qtbot, opened.window(), "Take in returned sheets")
    shown = words(opened)
    assert "1 file taken in, 1 refused" in shown
    assert "Bexley: 110 figures from July to September 2026, Bexley.xlsx." in shown
    assert "holds a count of 1 to 4" in shown
    assert "nothing is filled in" in shown
    row = [opened.table.rows_model.index(1, column).data() for column in range(10)]
    assert row == ["Bexley, 23 November, 14 days late", "All", "Part", *["All"] * 7]

    opened.table.selectRow(0)
    opened.table.selectRow(1)
    with qtbot.waitSignal(desk.history.changed, timeout=60_000):
        press(qtbot, opened, "Take this return back")
    assert opened.head()[1] == "July to September 2026: 0 of 12 returned, 12 late"
    desk.history.stack.undo()
    assert "1 of 12 returned" in opened.head()[1]


def test_respondents_are_named_and_reminded_by_drafts(
    opened: CollectionView, desk: Desk, qtbot: QtBot, dialogs: Scripted, tmp_path: Path
) -> None:
    dialogs.forms.append({"name": "Ann Example", "email": "ann@council.example"})
    press(qtbot, opened, "Name a respondent…")
    assert "Ann Example, ann@council.example" in words(opened)
    dialogs.forms.append({"name": "Ann Other"})
    press(qtbot, opened, "Change Ann Example")
    assert "Ann Other, ann@council.example" in words(opened)

    dialogs.files.append(tmp_path)
    with qtbot.waitSignal(desk.notices.announced, timeout=60_000) as said:
        choose(opened, "Write e-mail drafts to those late…")
    assert said.args is not None
    assert said.args[0].startswith("12 e-mail drafts written; none is sent. No address is held")
    assert len(list(tmp_path.glob("*.eml"))) == 12

    press(qtbot, opened, "Remove Ann Other")
    assert "Nobody is named" in words(opened)


def test_a_collection_is_changed_and_removed_and_nothing_happens_where_nothing_is_chosen(
    opened: CollectionView, desk: Desk, dialogs: Scripted, tmp_path: Path
) -> None:
    dialogs.forms.append({"due": date(2026, 12, 7), "note": "Ask Ann Example."})
    choose(opened, "Change the day or the note…")
    assert "Back by 7 December 2026" in opened.facts.text()
    assert opened.table.rows_model.index(0, 0).data().endswith("not yet due")
    dialogs.files.append(None)
    choose(opened, "Write the sheets to a folder…")
    dialogs.files.clear()
    opened.record_commands.take_in()
    assert desk.jobs.running() == ()

    choose(opened, "Remove this collection")
    assert "No collection is open" in words(opened)
    choose(opened, "Remove this collection")
    assert desk.history.stack.count() == 3


@pytest.mark.parametrize(
    ("names", "said"),
    [(["none.xlsx"], "There is no file"), (["a.xlsx", "b.xlsx"], "None of the 2 files was taken")],
    ids=["one", "two"],
)
def test_files_of_which_none_can_be_taken_are_refused_in_words(
    opened: CollectionView,
    desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    tmp_path: Path,
    names: list[str],
    said: str,
) -> None:
    dialogs.files[:] = [tmp_path / name for name in names]
    with qtbot.waitSignal(desk.notices.refused, timeout=60_000) as refused:
        opened.record_commands.take_in()
    assert refused.args is not None
    assert said in refused.args[0]
    assert "0 of 12 returned" in opened.head()[1]


def test_every_control_of_the_view_has_a_name(
    opened: CollectionView, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(opened) == []
    offered = [command.label for command in ready(opened.command_groups())]
    assert offered[:2] == ["New collection…", "Take in returned sheets"]


def test_the_quarters_offered_follow_each_other() -> None:
    quarters = quarters_to(date(2026, 2, 3))
    assert quarters[:3] == (
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2025, 10, 1), date(2025, 12, 31)),
    )
    assert len(quarters) == 10


@pytest.mark.parametrize(
    ("existing", "proposed", "due"),
    [
        ((), date(2026, 7, 1), date(2026, 12, 21)),
        ((date(2026, 4, 1),), date(2026, 7, 1), date(2026, 12, 21)),
        ((date(2026, 1, 1), date(2026, 7, 1)), date(2026, 10, 1), date(2027, 1, 28)),
        ((date(2026, 7, 1), date(2026, 10, 1)), date(2027, 1, 1), date(2027, 4, 28)),
    ],
)
def test_a_new_collection_is_proposed_for_the_next_quarter_without_one(
    existing: tuple[date, ...], proposed: date, due: date
) -> None:
    form = new_collection(date(2026, 11, 23), existing)
    values = {field.key: field.value for field in form.fields}
    assert (values["starts"], values["due"]) == (proposed, due)
    offered = {choice.value for field in form.fields for choice in field.choices}
    assert offered.isdisjoint(existing)


def test_what_is_opened_and_what_sheets_come_back_for_is_shown(
    opened: CollectionView, desk: Desk, qtbot: QtBot, dialogs: Scripted, tmp_path: Path
) -> None:
    dialogs.files.append(tmp_path)
    with qtbot.waitSignal(desk.notices.announced, timeout=60_000):
        choose(opened, "Write the sheets to a folder…")
    returned = sorted(tmp_path.glob("*.xlsx"))[1]
    fill(returned, sound())

    dialogs.forms.append({})
    choose(opened, "New collection…")
    assert opened.head()[1].startswith("October to December 2026: 0 of 12 returned")
    dialogs.files[:] = [returned]
    with qtbot.waitSignal(opened.record_commands.read, timeout=60_000):
        press(qtbot, opened.window(), "Take in returned sheets")
    assert opened.head()[1].startswith("July to September 2026: 1 of 12 returned")
    assert "1 file taken in" in words(opened)
