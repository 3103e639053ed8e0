from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lfjb_desk.domain.governance.governing_documents import ClauseRule, VersionState
from lfjb_desk.ui.commands import ready
from lfjb_desk.ui.shell.paper_errands import read_errand
from lfjb_desk.ui.widgets.marked_words import MarkedWords
from tests.ui.pages.hands import menu_of_row, pick, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.governing_documents import Clause
    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(governance_page: GovernancePage) -> GovernancePage:
    governance_page.turn("terms")
    return governance_page


def version(page: GovernancePage) -> VersionView:
    view = page.terms._view()
    assert view is not None
    return view


def choose(page: GovernancePage, state: VersionState) -> None:
    line = next(one for one in page.terms._lines if one.view and one.view.version.state is state)
    assert line.view is not None
    page.show_record("document", line.view.version.id)


def clauses(page: GovernancePage) -> Sequence[Clause]:
    return page.terms.clauses.table.rows_model.rows()


def test_the_version_in_force_says_when_it_was_agreed_and_is_reviewed(
    page: GovernancePage,
) -> None:
    choose(page, VersionState.AGREED)
    seen = words(page)
    assert "Agreed on 23 February 2026. " in seen
    assert "\nAt Board meeting 21\n" in seen
    assert "Review by 1 February 2027." in seen
    assert f"Quorum: {version(page).rule(ClauseRule.QUORUM)}." in seen
    page.terms.clauses.table.selectRow(2)
    assert clauses(page)[2].text in words(page)


def test_the_words_of_an_agreed_version_stay_as_they_are(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    choose(page, VersionState.AGREED)
    page.terms.clauses.table.setFocus()
    qtbot.keyClick(page.terms.clauses.table, Qt.Key.Key_Return)
    assert "words stay as they are" in refused[0]
    assert not dialogs.asked
    assert menu_of_row(page.terms.clauses.table) == {}


def test_a_clause_of_the_draft_is_added_changed_moved_and_removed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    choose(page, VersionState.DRAFT)
    before = [one.text for one in clauses(page)]
    dialogs.forms += [
        {"heading": "Papers", "text": "Papers go out a week before."},
        {"rule": ClauseRule.MEETINGS_A_YEAR},
        {"text": "Papers go out six working days before."},
    ]
    press(qtbot, page, "New clause")
    assert clauses(page)[1].text == "Papers go out a week before."
    page.terms.clauses.table.selectRow(1)
    press(qtbot, page, "Change…")
    assert dialogs.refusals[0]
    press(qtbot, page, "Change…")
    assert "Papers go out six working days before." in words(page)
    press(qtbot, page, "Move down")
    assert clauses(page)[2].heading == "Papers"
    press(qtbot, page, "Move up")
    assert [one.number for one in clauses(page)] == [str(n + 1) for n in range(len(before) + 1)]
    press(qtbot, page, "Remove")
    assert [one.text for one in clauses(page)] == before
    undo(page)
    assert clauses(page)[1].heading == "Papers"


def test_a_clause_states_a_rule_in_a_number(page: GovernancePage, dialogs: Scripted) -> None:
    choose(page, VersionState.DRAFT)
    quorum = next(one for one in clauses(page) if one.rule is ClauseRule.QUORUM)
    page.terms.clauses.table.choose(quorum.id)
    dialogs.forms.append({"rule_value": Decimal(7), "text": "Seven members who count."})
    menu_of_row(page.terms.clauses.table)["Change…"].run()
    assert version(page).rule(ClauseRule.QUORUM) == 7
    assert "Quorum: 7." in words(page)


def test_two_versions_stand_side_by_side_with_what_changed_in_words(
    page: GovernancePage,
) -> None:
    choose(page, VersionState.DRAFT)
    pick(page.terms._compare, "Compare with version 2")
    seen = words(page)
    assert (
        "Version 2 beside version 3: 6 same, 1 renumbered, 3 changed, 1 added, 0 removed." in seen
    )
    for word in ("Same", "Changed", "Added", "Not there"):
        assert word in seen.splitlines()
    assert "The board meets six times a year." in seen
    assert "The board meets four times a year." in seen
    pick(page.terms._compare, "Back to the clauses")
    assert page.terms.clauses.isVisible()


def spoken(page: GovernancePage) -> str:
    """Return what a screen reader says of the words that are compared."""
    parts: list[MarkedWords] = page.terms.comparison.findChildren(MarkedWords)
    return "\n".join(part.accessibleName() for part in parts if part.isVisible())


def test_any_two_versions_are_compared_word_by_word(page: GovernancePage) -> None:
    choose(page, VersionState.DRAFT)
    pick(page.terms._compare, "Compare with version 2")
    QApplication.processEvents()
    assert "The board meets [removed: four] times a year." in spoken(page)
    assert "The board meets [added: six] times a year." in spoken(page)
    assert "Rule in a number: meetings a year 6." in words(page).splitlines()
    pick(page.terms._compare, "Compare with version 1")
    QApplication.processEvents()
    assert words(page).splitlines().count("Version 1") == 1
    assert "[removed: Five] members who count are a quorum." in spoken(page)


def test_a_marked_word_is_painted_with_its_line(page: GovernancePage) -> None:
    choose(page, VersionState.DRAFT)
    pick(page.terms._compare, "Compare with version 2")
    QApplication.processEvents()
    parts: list[MarkedWords] = page.terms.comparison.findChildren(MarkedWords)
    removed = next(part for part in parts if "[removed: four]" in part.accessibleName())
    colours = {
        removed.grab().toImage().pixelColor(x, y).name()
        for x in range(removed.width())
        for y in range(removed.height())
    }
    assert page.desk.theme.colour("late").name() in colours
    assert page.desk.theme.colour("good").name() not in colours


def test_what_is_compared_is_saved_as_word_on_the_papers_page(
    qtbot: QtBot, page: GovernancePage
) -> None:
    asked: list[tuple[str, str]] = []
    page.desk.context.asking.connect(lambda *errand: asked.append(errand))
    choose(page, VersionState.DRAFT)
    offered = [command.label for command in ready(page.terms.command_groups())]
    assert "Save the comparison as Word…" not in offered
    pick(page.terms._compare, "Compare with version 1")
    press(qtbot, page, "Save the comparison as Word…")
    (sent,) = asked
    assert sent[0] == "papers"
    paper, chosen = read_errand(sent[1])
    assert paper == "terms-comparison"
    assert chosen is not None
    assert [page.terms.ask.governing.version(key).version.number
            for key in (chosen.before, chosen.after)] == [1, 3]  # fmt: skip


def test_a_draft_is_reviewed_agreed_with_date_and_meeting_and_undone(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    choose(page, VersionState.DRAFT)
    press(qtbot, page, "Send to review")
    assert version(page).version.state is VersionState.IN_REVIEW
    pick(page.terms._more, "Take back to draft")
    press(qtbot, page, "Send to review")
    meetings = page.terms.ask.meetings.rows(version(page).document.group_id)
    held = next(one for one in meetings if one.meeting.held_on == date(2026, 9, 7))
    dialogs.forms.append({"agreed_on": date(2026, 11, 23), "meeting_id": held.meeting.id})
    press(qtbot, page, "Agree")
    assert version(page).version.state is VersionState.AGREED
    assert "Agreed on 23 November 2026. Review by 23 November 2027." in words(page)
    assert f"\nAt {held.label}\n" in words(page)
    states = [one.view.version.state for one in page.terms._lines if one.view]
    assert states.count(VersionState.AGREED) == 1
    undo(page)
    assert version(page).version.state is VersionState.IN_REVIEW


def test_a_new_draft_starts_from_the_version_in_force(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    choose(page, VersionState.DRAFT)
    pick(page.terms._more, "Remove this version")
    choose(page, VersionState.AGREED)
    agreed = [one.text for one in clauses(page)]
    dialogs.forms += [{"note": "Adds the young people's seat"}, {"review_by": date(2027, 9, 1)}]
    press(qtbot, page, "Start a draft…")
    choose(page, VersionState.DRAFT)
    assert [one.text for one in clauses(page)] == agreed
    assert "Adds the young people's seat" in words(page)
    pick(page.terms._more, "Note and review date")
    assert "Review by 1 September 2027." in words(page)


def test_a_document_is_added_renamed_emptied_and_removed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    many = len(page.terms._lines)
    dialogs.forms += [{"title": "Data sharing protocol"}, {"title": "Protocol on data"}, {}]
    press(qtbot, page, "New document")
    line = next(one for one in page.terms._lines if one.document.title == "Data sharing protocol")
    assert line.view is not None
    page.show_record("document", line.view.version.id)
    assert "No clause yet" in words(page)
    pick(page.terms._more, "Change the document")
    assert "Protocol on data, version 1" in words(page)
    pick(page.terms._more, "Remove this version")
    page.show_record("document", line.document.id)
    assert "Start a draft to write its clauses." in words(page)
    page.terms._add_clause()
    assert len(dialogs.asked) == 2
    pick(page.terms._more, "Start a draft")
    undo(page)
    pick(page.terms._more, "Remove the document")
    assert len(page.terms._lines) == many
    undo(page)
    assert len(page.terms._lines) == many + 1


def test_a_group_without_terms_says_what_to_do_first(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    page.desk.context.choose(page.desk.context.area_id, None)
    assert "No terms of reference are held yet" in words(page)
    press(qtbot, page, "New document")
    assert "Choose a group" in refused[0]
    assert [command.label for command in ready(page.terms.command_groups())] == ["New document"]
