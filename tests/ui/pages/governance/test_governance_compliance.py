from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lfjb_desk.domain.governance.governing_documents import VersionState
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.pages.hands import press, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.governance.page import GovernancePage


@pytest.fixture
def page(qtbot: QtBot, governance_page: GovernancePage) -> GovernancePage:
    press(qtbot, governance_page, "Compliance")
    return governance_page


def click_row(qtbot: QtBot, page: GovernancePage, row: int) -> None:
    table = page.compliance.table
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def cells(page: GovernancePage) -> list[tuple[str, str]]:
    lines = page.compliance.table.rows_model.rows()
    return [(line.name, line.checked.verdict.value) for line in lines]


def test_each_clause_with_a_number_has_its_verdict_as_of_today(page: GovernancePage) -> None:
    assert cells(page) == [
        ("2 Members", "not kept"),
        ("5 Quorum", "kept"),
        ("6 Meetings", "cannot be told"),
        ("10 Review", "kept"),
    ]
    seen = words(page)
    assert "Terms of reference, version 2: 2 of 4 kept, 1 not kept, 1 cannot be told" in seen
    assert "As things stood on 23 November 2026" in seen
    assert "8 of 10 seats of members filled." in seen


def test_a_meeting_that_a_verdict_rests_on_opens(qtbot: QtBot, page: GovernancePage) -> None:
    gone: list[tuple[object, ...]] = []
    page.desk.context.going.connect(lambda *to: gone.append(to))
    click_row(qtbot, page, 1)
    assert "Quorum met: 8 of 10 seats, 6 needed" in words(page)
    named: list[Reference] = page.compliance.detail.findChildren(Reference)
    meeting = next(one for one in named if one.text().startswith("Board meeting 22"))
    qtbot.mouseClick(meeting, Qt.MouseButton.LeftButton)
    (to,) = gone
    held = page.compliance.ask.meetings.rows(page.desk.context.group_id)  # type: ignore[arg-type]
    assert to == ("meetings", "meeting", next(r.meeting.id for r in held if r.meeting.number == 22))


def test_the_terms_are_saved_with_their_annex(qtbot: QtBot, page: GovernancePage) -> None:
    asked: list[tuple[str, str]] = []
    page.desk.context.asking.connect(lambda *errand: asked.append(errand))
    press(qtbot, page, "Save the terms as Word…")
    assert asked == [("papers", "terms-of-reference")]


def test_nothing_is_added_here_and_the_page_says_where(page: GovernancePage) -> None:
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    next(command for command in page.commands() if command.shortcut == "Ctrl+N").run()
    assert "written under Terms of reference" in refused[0]


def test_a_group_without_terms_in_force_says_what_to_do_first(page: GovernancePage) -> None:
    page.desk.context.choose(page.desk.context.area_id, None)
    assert "No terms in force state a rule in a number" in words(page)
    labels = [command.label for command in page.commands()]
    assert "Save the terms as Word…" not in labels


def test_what_is_agreed_is_checked_at_once(qtbot: QtBot, page: GovernancePage) -> None:
    governing = page.compliance.ask.governing
    (document,) = governing.documents(page.desk.context.group_id)  # type: ignore[arg-type]
    draft = next(v for v in document.versions if v.version.state is VersionState.DRAFT)
    page.desk.history.do(lambda: governing.send_to_review(draft.version.id))
    page.desk.history.do(lambda: governing.agree(draft.version.id, page.desk.context.today))
    page.refresh()
    assert ("11 Review", "kept") in cells(page)
    click_row(qtbot, page, 2)
    assert "6 meetings a year" in words(page)
