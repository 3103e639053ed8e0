"""The part Commitments: a body assesses itself by clicks and keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from lfjb_desk.domain.governance.governing_documents import (
    DocumentKind,
    Fulfilment,
    GoverningDocument,
)
from lfjb_desk.services.governance.clauses import ClauseService
from lfjb_desk.services.governance.governing_documents import GoverningService
from tests.ui.pages.hands import press, undo, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(qtbot: QtBot, governance_page: GovernancePage, database: Database) -> GovernancePage:
    """Return the part with one commitment in force."""
    governing, group = GoverningService(database), governance_page.desk.context.group_id
    assert group is not None
    made = governing.add(group, "Expectations", DocumentKind.STATEMENT_OF_EXPECTATIONS)
    database.apply(made)
    key = made.key_of(GoverningDocument)
    draft = next(row for row in governing.documents(group) if row.document.id == key).draft
    assert draft is not None
    version = draft.version.id
    database.apply(ClauseService(database).add(version, "Each body tells the court of a delay."))
    database.apply(governing.send_to_review(version))
    database.apply(governing.agree(version, date(2026, 11, 2)))
    press(qtbot, governance_page, "Commitments")
    return governance_page


def test_a_body_assesses_itself_and_undo_takes_it_back(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    section = page.commitments
    (commitment,) = section.table.rows_model.rows()
    bodies = len(commitment.bodies)
    assert f"1 in force; {bodies} of {bodies} bodies have still to assess" in words(page)
    dialogs.forms.append(
        {"fulfilment": Fulfilment.PARTLY, "evidence": "Two of three were told in time"}
    )
    press(qtbot, page, "Assess…")
    (commitment,) = section.table.rows_model.rows()
    assert commitment.words == f"1 partly met, {bodies - 1} not assessed yet"
    assert "Two of three were told in time" in words(section.detail)
    undo(page)
    (commitment,) = section.table.rows_model.rows()
    assert commitment.words == f"{bodies} not assessed yet"


def test_another_year_stands_alone_and_is_a_click_away(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    name = page.commitments.table.rows_model.rows()[0].bodies[0].organisation.name
    dialogs.forms.append({"fulfilment": Fulfilment.NOT_MET})
    press(qtbot, page, f"Assess for {name}")
    assert "1 not met" in page.commitments.table.rows_model.rows()[0].words
    press(qtbot, page, "2025")
    assert "1 not met" not in page.commitments.table.rows_model.rows()[0].words
    press(qtbot, page, "2026")
    buttons: list[QPushButton] = page.commitments.detail.findChildren(QPushButton)
    forget = next(b for b in buttons if b.accessibleName() == f"Forget what {name} says")
    qtbot.mouseClick(forget, Qt.MouseButton.LeftButton)
    assert "1 not met" not in page.commitments.table.rows_model.rows()[0].words


def test_without_a_statement_the_part_says_how_to_begin(
    qtbot: QtBot, governance_page: GovernancePage
) -> None:
    press(qtbot, governance_page, "Commitments")
    assert "No statement of expectations or protocol is in force" in words(governance_page)
