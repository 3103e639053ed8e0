"""Entries that may be of one person, offered on the page and merged by its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lfjb_desk.services.governance.people import PeopleService
from tests.ui.pages.hands import carry_out, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(governance_page: GovernancePage, database: Database) -> GovernancePage:
    people = PeopleService(database)
    body = next(row for row in people.people() if row.person.name == "Tom Whinchat").organisation
    for name in ("T. Whinchat", "Tom Whinchat MBE"):
        database.apply(people.add_person(name, body.id))
    governance_page.turn("people")
    return governance_page


def names(page: GovernancePage) -> list[str]:
    return [row.person.name for row in page.people.table.rows_model.rows()]


def test_nothing_is_offered_where_nobody_is_like_another(governance_page: GovernancePage) -> None:
    governance_page.turn("people")
    assert "may be one person" not in words(governance_page)


def test_the_surest_pair_is_offered_and_merged_and_undo_brings_it_back(
    qtbot: QtBot,
    page: GovernancePage,
    dialogs: Scripted,
    unnamed: Callable[[QWidget], list[str]],
) -> None:
    assert unnamed(page.people) == []
    assert "may be one person: the same name." in words(page)
    press(qtbot, page, "Next pair")
    assert "initials that fit" in words(page)
    press(qtbot, page, "Next pair")
    press(qtbot, page, "Next pair")
    assert "may be one person: the same name." in words(page)
    before = names(page)
    dialogs.forms.append({})
    press(qtbot, page, "Merge Tom Whinchat and Tom Whinchat MBE…")
    assert sorted(names(page)) == sorted(set(before) - {"Tom Whinchat MBE"})
    undo(page)
    assert names(page) == before


def test_any_entry_is_merged_with_another_by_its_menu(
    page: GovernancePage, dialogs: Scripted, database: Database
) -> None:
    by_name = {row.person.name: row.person.id for row in PeopleService(database).people()}
    page.people.show_record("person", by_name["Tom Whinchat"])
    dialogs.forms.append({"gone_id": by_name["T. Whinchat"]})
    carry_out(page, "Merge with another entry…", "Tom Whinchat")
    assert "T. Whinchat" not in names(page)
    assert "Tom Whinchat" in names(page)
