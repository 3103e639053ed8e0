"""Which two versions of the terms a comparison is of, as it is chosen on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.read_models.governance.governing_documents import ComparedVersions
from lfjb_desk.services.papers import registry
from lfjb_desk.ui.shell.paper_errands import comparison_errand
from lfjb_desk.word.reading.read import ReadParagraph, read
from tests.ui.pages.hands import pick
from tests.ui.pages.papers.conftest import look_at, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.ui.pages.papers.page import PapersPage
    from tests.ui.conftest import Scripted


def test_any_two_versions_of_the_terms_are_compared(qtbot: QtBot, page: PapersPage) -> None:
    assert "Between version 2 and version 3" in look_at(qtbot, page, registry.TERMS_COMPARISON)
    before, after = page.versions.before, page.versions.after
    assert before.isVisible()
    assert after.text() == "After: version 3"
    pick(before, "version 1")
    settle(qtbot, page)
    assert before.text() == "Before: version 1"
    assert "Between version 1 and version 3" in page.pane.view.toPlainText()
    pick(after, "version 2")
    settle(qtbot, page)
    assert "Between version 1 and version 2" in page.pane.view.toPlainText()
    assert "[added: ten" not in page.pane.view.toPlainText()
    assert "[removed: Five] [added: Six] members who count" in page.pane.view.toPlainText()
    look_at(qtbot, page, registry.TERMS_OF_REFERENCE)
    assert not before.isVisible()


def test_the_versions_compared_elsewhere_are_saved(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, board: Group, tmp_path: Path
) -> None:
    (terms,) = page._ask.papers.documents(board.id)
    third, _, first = (view.version.id for view in terms.versions)
    dialogs.files.append(tmp_path / "terms.docx")
    page.carry_out(comparison_errand(ComparedVersions(third, first)))
    settle(qtbot, page)
    said = [
        block.text for block in read(tmp_path / "terms.docx") if isinstance(block, ReadParagraph)
    ]
    assert any(line.startswith("Between version 1 and version 3") for line in said)
    assert page.versions.before.text() == "Before: version 1"
