"""For whom a paper is made: every member, or those entitled to restricted matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.papers import registry
from tests.ui.pages.hands import pick
from tests.ui.pages.papers.conftest import listed, look_at, save, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.papers.page import PapersPage
    from tests.ui.conftest import Scripted


def restrict_an_item(page: PapersPage, database: Database) -> None:
    """Restrict an item of the next meeting, whose agenda the page shows."""
    agenda = AgendaService(database)
    group_id = page.desk.context.group_id
    assert group_id is not None
    meeting = page._ask.papers.usual_meeting(registry.AGENDA, group_id, page.desk.context.today)
    assert meeting is not None
    item = agenda.view(meeting.id).lines[2].item
    database.apply(agenda.edit(item.id, "A matter of trust", restricted=True))


def test_restricted_matter_is_shown_to_those_entitled_alone_and_the_button_says_for_whom(
    qtbot: QtBot, page: PapersPage, database: Database, dialogs: Scripted, tmp_path: Path
) -> None:
    restrict_an_item(page, database)
    look_at(qtbot, page, registry.AGENDA)
    page.refresh()
    settle(qtbot, page)
    assert page.readers.text() == "For: every member"
    assert "A matter of trust" not in page.pane.view.toPlainText()
    assert "Restricted item" in page.pane.view.toPlainText()
    pick(page.readers, "The chair and the secretariat alone")
    settle(qtbot, page)
    assert page.readers.text() == "For: the chair and the secretariat"
    assert "A matter of trust" in page.pane.view.toPlainText()
    readers = "Holds restricted matter: for the chair and the secretariat alone"
    assert readers in page.pane.view.toPlainText()
    save(qtbot, page, dialogs, tmp_path / "OFFICIAL-SENSITIVE_agenda.docx")
    assert listed(page) == ["OFFICIAL-SENSITIVE_agenda.docx"]
    assert database.history(1)[0].label == (
        "Write “OFFICIAL-SENSITIVE_agenda.docx” with restricted matter "
        "for the chair and the secretariat"
    )
    pick(page.readers, "Every member")
    settle(qtbot, page)
    assert "A matter of trust" not in page.pane.view.toPlainText()


def test_a_paper_with_restricted_matter_is_not_saved_under_a_name_that_hides_it(
    qtbot: QtBot,
    page: PapersPage,
    database: Database,
    dialogs: Scripted,
    refused: list[str],
    tmp_path: Path,
) -> None:
    restrict_an_item(page, database)
    pick(page.readers, "The chair alone")
    settle(qtbot, page)
    save(qtbot, page, dialogs, tmp_path / "agenda.docx")
    assert len(refused) == 1
    assert "begins so: “OFFICIAL-SENSITIVE_agenda.docx”. No paper was written" in refused[0]
    assert listed(page) == []
