"""Papers that were written: listed, opened, and told from what the board holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.changes import added, change, edited
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.services.papers import registry
from tests.ui.pages.hands import press, words
from tests.ui.pages.papers.conftest import listed, look_at, save, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.papers.lists import PaperRow
    from lfjb_desk.ui.pages.papers.page import PapersPage
    from tests.ui.conftest import Scripted
    from tests.ui.pages.papers.conftest import Opener


def test_a_saved_paper_is_checked_and_listed_and_undo_takes_it_off_the_list(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, tmp_path: Path, opener: Opener
) -> None:
    out = tmp_path / "agenda.docx"
    save(qtbot, page, dialogs, out)
    assert out.read_bytes().startswith(b"PK")
    assert dialogs.asked == ["Save the agenda"]
    told = words(page.pane)
    assert "agenda.docx" in told
    assert "The accessibility check found nothing to mend." in told
    row = page.written.rows_model.rows()[0]
    assert (row.paper.file_name, row.of, row.day) == (
        "agenda.docx",
        "Board meeting 24",
        "23 November",
    )
    assert row.check_words == "Nothing found"
    assert page.table.rows_model.rows()[0].written == "23 November"
    press(qtbot, page, "Open")
    press(qtbot, page, "Show folder")
    assert opener.opened == [out, tmp_path]
    page.desk.history.stack.undo()
    assert listed(page) == []
    assert out.exists()
    settle(qtbot, page)
    page.desk.history.stack.redo()
    assert listed(page) == ["agenda.docx"]


def test_a_paper_written_before_the_board_changed_says_so(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, board: Group, tmp_path: Path
) -> None:
    save(qtbot, page, dialogs, tmp_path / "agenda.docx")
    save(qtbot, page, dialogs, tmp_path / "again.docx")  # a paper more is no change of the board
    page.refresh()
    assert not page.table.rows_model.rows()[0].changed_since
    later = edited(board, purpose="To shorten what takes long")
    page.desk.history.do(lambda: change("Change the board", board, [later]))
    page.refresh()
    (first, *others) = page.table.rows_model.rows()
    assert first.changed_since
    assert not any(row.changed_since for row in others)  # they were never written
    save(qtbot, page, dialogs, tmp_path / "third.docx")
    assert not page.table.rows_model.rows()[0].changed_since
    settle(qtbot, page)


def test_circulated_minutes_stand_and_a_paper_for_other_readers_is_another(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, board: Group, tmp_path: Path
) -> None:
    def minutes() -> PaperRow:
        rows = page.table.rows_model.rows()
        return next(row for row in rows if row.definition is registry.MINUTES)

    look_at(qtbot, page, registry.MINUTES)
    save(qtbot, page, dialogs, tmp_path / "minutes.docx")
    later = edited(board, purpose="To shorten what takes long")
    page.desk.history.do(lambda: change("Change the board", board, [later]))
    page.refresh()
    assert (minutes().written, minutes().changed_since) == ("23 November", False)
    page.readers.choose(Entitled.CHAIR)
    settle(qtbot, page)
    assert minutes().written == ""
    page.readers.choose(None)
    settle(qtbot, page)
    assert minutes().written == "23 November"


def test_what_was_saved_for_one_group_is_not_said_over_the_paper_of_another(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, board: Group, tmp_path: Path
) -> None:
    save(qtbot, page, dialogs, tmp_path / "agenda.docx")
    assert "Saved as\nagenda.docx" in words(page.pane)
    new = Group(area_id=board.area_id, name="Listing group", kind=GroupKind.SUB_GROUP)
    page.desk.history.do(lambda: change("Add a group", None, [added(new)]))
    page.desk.context.choose(board.area_id, new.id)
    settle(qtbot, page)
    assert "Saved as" not in words(page.pane)
