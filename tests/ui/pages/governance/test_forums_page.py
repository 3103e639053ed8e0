"""Forums outside the board on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.pages.hands import carry_out, menu_of_row, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(governance_page: GovernancePage) -> GovernancePage:
    governance_page.turn("forums")
    return governance_page


def ways(page: GovernancePage) -> list[str]:
    return [row.ways for row in page.forums.table.rows_model.rows()]


def test_the_sample_says_who_informs_whom(
    page: GovernancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert any(line.endswith("informs Public law group") for line in ways(page))
    assert any(line.endswith("inform each other") for line in ways(page))
    assert unnamed(page.forums) == []


def test_a_forum_is_added_tied_untied_and_removed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted, board: Group
) -> None:
    before = ways(page)
    dialogs.forms.append({"name": "Youth panel"})
    press(qtbot, page, "New forum")
    row = next(
        row for row in page.forums.table.rows_model.rows() if row.forum.name == "Youth panel"
    )
    page.forums.show_record("forum", row.forum.id)
    assert "Untie the group" not in menu_of_row(page.forums.table)
    dialogs.forms.append({"group_id": board.id, "how_often": "each year"})
    carry_out(page, "Who informs whom…", "Youth panel")
    assert f"{board.name} informs Youth panel" in ways(page)
    for _ in range(2):
        undo(page)
    assert ways(page) == before


def test_without_any_the_page_says_what_to_do(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    while ways(page):
        carry_out(page, "Remove the forum")
    assert "No forum outside the board is entered" in words(page)
    dialogs.forms.append({"name": "Youth panel"})
    press(qtbot, page.forums, "New forum")
    assert ways(page) == ["No group is tied to it yet"]
