from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.services.papers import registry
from lfjb_desk.ui.look.theme import LIGHT, Look
from lfjb_desk.ui.shell.window_commands import EVERY_PAPER
from lfjb_desk.word.checking.findings import Finding
from tests.ui.pages.hands import press, words
from tests.ui.pages.papers.conftest import listed, look_at, save, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.services.papers.papers import Written
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.papers.page import PapersPage
    from tests.ui.conftest import Scripted
    from tests.ui.pages.papers.conftest import Opener


def test_all_papers_are_offered_each_with_what_it_is_of(page: PapersPage) -> None:
    rows = page.table.rows_model.rows()
    assert {row.definition for row in rows} == set(registry.PAPERS)
    of = {row.definition: row.of for row in rows}
    assert of[registry.AGENDA] == "Board meeting 24, 4 December"
    assert of[registry.MINUTES] == "Board meeting 23, 7 September"
    assert of[registry.ACTION_LOG] == "As things stand on 23 November 2026"
    assert "No paper has been written yet" in words(page)


def test_every_control_has_a_name(
    page: PapersPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page) == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (registry.AGENDA, "Board meeting 24: 11 items"),
        (registry.BOARD_PAPER, "What the board is asked to decide"),
        (registry.DRIVERS, "Lack of trust in LA assessments"),
        (registry.PERFORMANCE, "Signals at a glance"),
        (registry.ACTION_LOG, "ESST-A-003"),
        (registry.MINUTES, "Welcome and apologies"),
        (registry.TERMS_OF_REFERENCE, "Purpose"),
    ],
)
def test_a_paper_is_seen_in_the_window_with_its_marking(
    qtbot: QtBot, page: PapersPage, kind: PaperDefinition, told: str
) -> None:
    assert told in look_at(qtbot, page, kind)
    assert "Marked OFFICIAL-SENSITIVE" in words(page.pane)
    assert page.save.isEnabled()


def test_a_link_in_the_preview_leads_to_its_part(qtbot: QtBot, page: PapersPage) -> None:
    look_at(qtbot, page, registry.BOARD_PAPER)
    bar = page.pane.view.verticalScrollBar()
    assert bar.value() == 0
    page.pane.view.anchorClicked.emit(QUrl("#seats"))
    assert bar.value() > 0


def test_the_preview_is_white_paper_in_the_dark_theme_and_keeps_its_place(
    qtbot: QtBot, page: PapersPage
) -> None:
    look_at(qtbot, page, registry.BOARD_PAPER)
    theme, view = page.desk.theme, page.pane.view
    view.anchorClicked.emit(QUrl("#performance"))
    light = view.document().toHtml()
    theme.apply(Look.DARK)
    try:
        assert view.document().toHtml() == light
        QApplication.processEvents()
        ground = view.viewport().grab().toImage().pixelColor(2, 2)
        assert ground.name() == LIGHT["surface"].lower()
        seen = view.cursorForPosition(QPoint(60, 60)).block()
        near = [seen.previous().previous(), seen.previous(), seen, seen.next()]
        assert "Performance" in [one.text() for one in near]
    finally:
        theme.apply(Look.LIGHT)


def test_another_meeting_can_be_chosen(qtbot: QtBot, page: PapersPage) -> None:
    entries = page.meeting_button.menu().actions()
    next(one for one in entries if one.text().startswith("Board meeting 23")).trigger()
    settle(qtbot, page)
    assert page.meeting_button.text() == "Meeting: Board meeting 23, 7 September"
    assert "Agenda, 7 September 2026" in page.pane.view.toPlainText()
    page.meeting_button.menu().actions()[0].trigger()
    settle(qtbot, page)
    assert page.meeting_button.text() == "Meeting: Board meeting 24, 4 December"
    assert "Agenda, 4 December 2026" in page.pane.view.toPlainText()


def test_a_performance_report_is_about_the_area_or_an_authority(
    qtbot: QtBot, page: PapersPage
) -> None:
    assert "Performance report: Essex and Suffolk" in look_at(qtbot, page, registry.PERFORMANCE)
    assert page.about_button.isVisible()
    assert not page.meeting_button.isVisible()
    entries = page.about_button.menu().actions()
    next(one for one in entries if one.text() == "Suffolk").trigger()
    settle(qtbot, page)
    assert page.about_button.text() == "About: Suffolk"
    assert "Performance report: Suffolk" in page.pane.view.toPlainText()
    look_at(qtbot, page, registry.AGENDA)
    assert page.meeting_button.isVisible()
    look_at(qtbot, page, registry.TERMS_OF_REFERENCE)
    assert not page.meeting_button.isVisible()
    assert not page.about_button.isVisible()


def test_the_name_that_is_suggested_carries_the_marking(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(
        dialogs, "save_file", lambda _, name, pattern: asked.append((name, pattern))
    )
    press(qtbot, page, "Save as Word")
    name = "OFFICIAL-SENSITIVE_agenda_2026-12-04.docx"
    assert asked == [(name, "Word document (*.docx)")]
    assert listed(page) == []
    assert page.save.isEnabled()


def test_a_missing_ending_is_added_and_a_file_of_that_name_asked_about(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, tmp_path: Path
) -> None:
    save(qtbot, page, dialogs, tmp_path / "agenda")
    assert listed(page) == ["agenda.docx"]
    dialogs.agrees = False
    save(qtbot, page, dialogs, tmp_path / "agenda")
    assert dialogs.asked[-1] == "Replace “agenda.docx”?"
    assert listed(page) == ["agenda.docx"]
    dialogs.agrees = True
    save(qtbot, page, dialogs, tmp_path / "agenda")
    assert listed(page) == ["agenda.docx"] * 2


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_listed(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, tmp_path: Path, refused: list[str]
) -> None:
    save(qtbot, page, dialogs, tmp_path / "no such folder" / "agenda.docx")
    assert len(refused) == 1
    assert "agenda.docx" in refused[0]
    assert listed(page) == []
    assert page.save.isEnabled()


def test_each_finding_of_the_check_is_named(
    qtbot: QtBot,
    page: PapersPage,
    dialogs: Scripted,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = page._ask.papers
    real = service.write
    found = (
        Finding("alt", "“Chart 1”", "The picture has no words for those who cannot see it."),
        Finding("title", "", "The file has no title."),
    )

    def write(*asked: object) -> Written:
        return replace(real(*asked), findings=found)  # type: ignore[arg-type] # passed on as given

    monkeypatch.setattr(service, "write", write)
    save(qtbot, page, dialogs, tmp_path / "agenda.docx")
    told = words(page.pane)
    assert "The accessibility check has 2 findings:" in told
    assert "no words for those who cannot see it. (“Chart 1”)" in told
    assert "The file has no title." in told
    assert page.written.rows_model.rows()[0].check_words == "2 findings"
    look_at(qtbot, page, registry.DRIVERS)
    assert "findings:" not in words(page.pane)


def test_a_paper_that_could_not_be_remembered_is_still_said_to_be_saved(
    qtbot: QtBot,
    page: PapersPage,
    dialogs: Scripted,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def record(*_: object) -> Change:
        raise RuleError("The database is open for reading only.")

    monkeypatch.setattr(page._ask.papers, "record", record)
    save(qtbot, page, dialogs, tmp_path / "agenda.docx")
    told = words(page.pane)
    assert "Saved as" in told
    assert "The database is open for reading only." in told
    assert listed(page) == []


def test_a_written_paper_opens_from_the_list_while_its_place_is_known(
    qtbot: QtBot,
    page: PapersPage,
    dialogs: Scripted,
    tmp_path: Path,
    opener: Opener,
    refused: list[str],
) -> None:
    out = tmp_path / "agenda.docx"
    save(qtbot, page, dialogs, out)
    page.written.selectRow(0)
    qtbot.keyClick(page.written, Qt.Key.Key_Return)
    line = page.written.rows_model.rows()[0]
    assert [entry.label for entry in page._menu(line)] == [
        "Open",
        "Show folder",
        "Take off the list",
    ]
    page._menu(line)[1].run()
    assert opener.opened == [out, tmp_path]
    opener.works = False
    qtbot.keyClick(page.written, Qt.Key.Key_Return)
    out.unlink()
    qtbot.keyClick(page.written, Qt.Key.Key_Return)
    assert "The system could not open “agenda.docx”" in refused[0]
    assert "Where “agenda.docx” was put is not known any more" in refused[1]
    page._menu(line)[-1].run()
    assert listed(page) == []
    page.desk.history.stack.undo()
    assert listed(page) == ["agenda.docx"]


def test_a_group_without_meetings_or_terms_is_told_what_to_do(
    qtbot: QtBot, page: PapersPage, board: Group, dialogs: Scripted
) -> None:
    gone: list[str] = []
    page.desk.context.going.connect(lambda place, *_: gone.append(place))
    new = Group(area_id=board.area_id, name="Listing group", kind=GroupKind.SUB_GROUP)
    page.desk.history.do(lambda: change("Add a group", None, [added(new)]))
    page.desk.context.choose(board.area_id, new.id)
    settle(qtbot, page)
    told = words(page.pane)
    assert "This paper cannot be made yet" in told
    assert "Add a meeting under Meetings first." in told
    assert not page.save.isEnabled()
    press(qtbot, page, "Go to Meetings")
    look_at(qtbot, page, registry.TERMS_OF_REFERENCE)
    press(qtbot, page, "Go to Governance")
    assert gone == ["meetings", "governance"]
    page.desk.context.choose(board.area_id, board.id)
    settle(qtbot, page)
    assert page.save.isEnabled()
    assert not dialogs.asked


def test_without_a_board_the_page_leads_to_the_welcome(qtbot: QtBot, page: PapersPage) -> None:
    gone: list[str] = []
    page.desk.context.going.connect(lambda place, *_: gone.append(place))
    page.desk.context.choose(None, None)
    assert "No board is set up yet" in words(page)
    assert not page.save.isVisible()
    press(qtbot, page, "Set up a board")
    assert gone == ["welcome"]


def test_each_paper_can_be_saved_by_its_name(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, tmp_path: Path
) -> None:
    commands = {one.label: one.run for one in page.commands()}
    assert sum(label.startswith("Save the ") for label in commands) == len(registry.PAPERS)
    dialogs.files.append(tmp_path / "log.docx")
    commands["Save the action log"]()
    settle(qtbot, page)
    row = page.written.rows_model.rows()[0]
    assert (row.paper.kind, row.of) == (registry.ACTION_LOG.key, "")
    assert page.pane.heading.text() == "Action log"


def test_a_preview_that_is_no_longer_wanted_is_dropped(qtbot: QtBot, page: PapersPage) -> None:
    for kind in registry.PAPERS:
        page.table.choose(kind)
    assert "Terms of reference" in look_at(qtbot, page, registry.TERMS_OF_REFERENCE)
    assert page.pane.heading.text() == "Terms of reference"


def test_a_cancelled_save_writes_nothing(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, tmp_path: Path
) -> None:
    other = Event()
    page.desk.jobs.run(lambda _: other.wait(30), lambda _: None)  # keeps the one worker busy
    dialogs.files.append(tmp_path / "agenda.docx")
    press(qtbot, page, "Save as Word")
    assert not page.save.isEnabled()
    page._save()
    page.desk.jobs.running()[-1].cancel()
    other.set()
    settle(qtbot, page)
    assert page.save.isEnabled()
    assert not (tmp_path / "agenda.docx").exists()
    assert listed(page) == []


def test_every_paper_is_saved_into_one_folder_and_one_undo_takes_them_off_the_list(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, tmp_path: Path
) -> None:
    dialogs.files.append(tmp_path)
    press(qtbot, page, "Save every paper")
    settle(qtbot, page)
    there = {path.name for path in tmp_path.glob("*.docx")}
    assert len(there) == len(registry.PAPERS)
    assert set(listed(page)) == there
    told = words(page.pane)
    assert f"{len(there)} papers saved in {tmp_path.name}" in told
    assert "is not saved" not in told
    page.desk.history.stack.undo()
    assert listed(page) == []
    dialogs.files.append(tmp_path)
    dialogs.agrees = False
    page.carry_out(EVERY_PAPER)
    settle(qtbot, page)
    assert dialogs.asked[-1] == f"Replace {len(there)} files in “{tmp_path.name}”?"
    assert listed(page) == [], "nothing is replaced without a yes"


def test_of_every_paper_it_is_said_which_cannot_be_made_and_why(
    qtbot: QtBot, page: PapersPage, dialogs: Scripted, tmp_path: Path, database: Database
) -> None:
    with database.session() as session:
        area = session.exec(select(Group)).first()
    assert area is not None
    bare = Group(name="A new group", kind=GroupKind.SUB_GROUP, area_id=area.area_id)
    database.apply(change("Add a group", bare, [added(bare)]))
    page.desk.context.choose(area.area_id, bare.id)
    settle(qtbot, page)
    dialogs.files.append(tmp_path)
    page.carry_out(EVERY_PAPER)
    settle(qtbot, page)
    told = words(page.pane)
    assert "Agenda is not saved. “A new group” has no meeting yet" in told
    assert "Terms of reference is not saved." in told
    assert any("action-log" in name for name in listed(page))
