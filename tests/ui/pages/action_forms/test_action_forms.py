"""The page of action forms, as a secretary sends them, reads answers in and decides them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.ui.pages.action_forms.page import ActionFormsPage
from tests.services.action_forms.filling import Filler, head, put
from tests.ui.pages.hands import press, words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.read_models.action_forms import FormRow
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.main_window import MainWindow
    from tests.ui.conftest import Scripted

BACK_BY = date(2026, 12, 7)


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=60_000)
    QApplication.processEvents()


def send(page: ActionFormsPage, desk: Desk, qtbot: QtBot, dialogs: Scripted, folder: Path) -> None:
    """Send a form to every owner, by the menu."""
    folder.mkdir(exist_ok=True)
    dialogs.forms.append({"back_by": BACK_BY})
    dialogs.files.append(folder)
    entry = next(one for one in page.send.menu().actions() if one.text() == "Send forms to owners…")
    entry.trigger()
    settle(qtbot, desk)


@pytest.fixture
def sent(
    page: ActionFormsPage, sample_desk: Desk, qtbot: QtBot, dialogs: Scripted, tmp_path: Path
) -> tuple[FormRow, Path]:
    """Forms sent to every owner: the one with most actions, and its file."""
    send(page, sample_desk, qtbot, dialogs, tmp_path / "out")
    row = max(page.sent.rows_model.rows(), key=lambda row: len(row.content.actions))
    (path,) = (tmp_path / "out").glob(f"*{row.name.replace(' ', '-')}*.docx")
    return row, path


def answer(row: FormRow, path: Path, *answers: tuple[str, str, str]) -> Path:
    """Fill in the first actions of a form, and save it."""
    form = Filler(path.read_bytes())
    for action, given in zip(row.content.actions, answers, strict=False):
        form.fill(action.ref, *given)
    path.write_bytes(form.bytes())
    return path


def read_in(
    page: ActionFormsPage, desk: Desk, qtbot: QtBot, dialogs: Scripted, path: Path, **given: object
) -> None:
    dialogs.files.append(path)
    dialogs.forms.append(given)
    press(qtbot, page, "Read an answer…")
    settle(qtbot, desk)


def test_the_empty_page_says_what_to_do_first(page: ActionFormsPage) -> None:
    assert "No action form was sent yet" in words(page)


def test_sending_writes_a_word_file_and_a_draft_for_each_owner_and_undo_forgets_them(
    page: ActionFormsPage,
    sample_desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    tmp_path: Path,
) -> None:
    said: list[str] = []
    sample_desk.notices.announced.connect(said.append)
    send(page, sample_desk, qtbot, dialogs, tmp_path / "out")
    rows = page.sent.rows_model.rows()
    names = sorted(path.suffix for path in (tmp_path / "out").iterdir())
    assert len(rows) > 1
    assert names == [".docx"] * len(rows) + [".eml"] * len(rows)
    assert any("with e-mail drafts written to out; none is sent" in line for line in said)
    assert page.pills.current == "awaited"
    assert sample_desk.history.stack.undoText().startswith("Send ")
    sample_desk.history.stack.undo()
    assert "No action form was sent yet" in words(page)


def test_an_answer_is_read_in_decided_by_one_key_and_undone(
    page: ActionFormsPage,
    sample_desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    sent: tuple[FormRow, Path],
    actions: ActionService,
) -> None:
    row, path = sent
    first = row.content.actions[0]
    read_in(
        page, sample_desk, qtbot, dialogs, answer(row, path, ("Half done", "", "12 March 2027"))
    )
    assert dialogs.asked[-1] == f"The answer of {row.name}"
    assert page.pills.current == "to-decide"
    assert "Half done" in words(page.pane)
    assert actions.row(first.action_id, BACK_BY).action.due == first.due

    page.answers.setFocus()
    qtbot.keyClick(page.answers, Qt.Key.Key_A)
    assert actions.row(first.action_id, BACK_BY).action.due == date(2027, 3, 12)
    assert "No answer waits to be decided" in words(page)
    assert sample_desk.history.stack.undoText() == f"Accept the answer on {first.ref}"
    sample_desk.history.stack.undo()
    assert actions.row(first.action_id, BACK_BY).action.due == first.due
    assert len(page.answers.rows_model.rows()) == 1


def test_an_answer_is_rejected_with_a_reason_or_held_by_one_key(
    page: ActionFormsPage,
    sample_desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    sent: tuple[FormRow, Path],
) -> None:
    row, path = sent
    read_in(page, sample_desk, qtbot, dialogs, answer(row, path, ("One", "", ""), ("Two", "", "")))
    assert len(page.answers.rows_model.rows()) == 2
    page.answers.setFocus()
    qtbot.keyClick(page.answers, Qt.Key.Key_H)
    held = page.answers.current_row()
    assert held is not None
    assert held.answer.state is AnswerState.ON_HOLD
    dialogs.forms.append({"why": "Nobody agreed it"})
    qtbot.keyClick(page.answers, Qt.Key.Key_R)
    assert len(page.answers.rows_model.rows()) == 1


def test_all_without_a_conflict_are_accepted_at_once(
    page: ActionFormsPage,
    sample_desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    sent: tuple[FormRow, Path],
    actions: ActionService,
) -> None:
    row, path = sent
    first, second = row.content.actions[:2]
    read_in(
        page,
        sample_desk,
        qtbot,
        dialogs,
        answer(row, path, ("One", "", "12 March 2027"), ("Two", "Done", "")),
    )
    now = sample_desk.context.clock()
    sample_desk.history.do(
        lambda: actions.move_due(first.action_id, date(2027, 2, 1), "the chair", now)
    )
    conflict = page.answers.rows_model.rows()[0]
    assert conflict.is_conflict
    page.answers.choose(conflict.answer.id)
    assert "Changed here meanwhile" in words(page.pane)
    press(qtbot, page, "Accept all without a conflict")
    assert actions.row(second.action_id, BACK_BY).action.status is ActionStatus.DONE
    assert [row.action.ref for row in page.answers.rows_model.rows()] == [first.ref]


def test_a_doubtful_answer_is_placed_by_a_person(
    page: ActionFormsPage,
    sample_desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    sent: tuple[FormRow, Path],
) -> None:
    row, path = sent
    answer(row, path, ("Half done", "", "soon"))
    form = Filler(path.read_bytes())
    first = row.content.actions[0]
    put(head(form.table(first.ref)), "ESST-A-9999-X")
    path.write_bytes(form.bytes())
    read_in(
        page,
        sample_desk,
        qtbot,
        dialogs,
        path,
        **{"doubtful-0": str(first.action_id)},
    )
    (row_read,) = page.answers.rows_model.rows()
    assert row_read.action.ref == first.ref
    assert row_read.answer.progress == "Half done\nNew date, as written: soon"


def test_a_file_that_is_no_form_is_refused_and_the_others_are_read(
    page: ActionFormsPage,
    sample_desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    sent: tuple[FormRow, Path],
    tmp_path: Path,
) -> None:
    refused: list[str] = []
    sample_desk.notices.refused.connect(refused.append)
    row, path = sent
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no form")
    dialogs.files.append(bad)
    read_in(page, sample_desk, qtbot, dialogs, answer(row, path, ("One", "", "")))
    assert len(page.answers.rows_model.rows()) == 1
    assert "“bad.docx” is not a Word document" in refused[-1]


def test_files_dropped_on_the_page_are_read(
    page: ActionFormsPage,
    sample_desk: Desk,
    qtbot: QtBot,
    dialogs: Scripted,
    sent: tuple[FormRow, Path],
) -> None:
    row, path = sent
    answer(row, path, ("One", "", ""))
    dialogs.forms.append({})
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile("/a/picture.png")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, data, left, none))
    settle(qtbot, sample_desk)
    assert len(page.answers.rows_model.rows()) == 1


def test_a_form_is_withdrawn_and_no_longer_awaited(
    page: ActionFormsPage, qtbot: QtBot, sent: tuple[FormRow, Path]
) -> None:
    row, _ = sent
    page.sent.choose(row.form.id)
    before = len(page.sent.rows_model.rows())
    press(qtbot, page.pane, "Withdraw this form")
    assert len(page.sent.rows_model.rows()) == before - 1


def test_an_e_mail_dropped_anywhere_on_the_window_opens_the_page_and_is_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "answer.msg"
    letter.write_bytes(b"an e-mail of Outlook")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, none))
    settle(qtbot, window.shell.desk)
    assert isinstance(window.shell.page(), ActionFormsPage)
    assert "which the desk does not read" in words(window)
