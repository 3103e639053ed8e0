"""Amendments on screen: an answer is read in, listed by paragraph and person, decided by keys."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import MINUTES
from lfjb_desk.ui.widgets.marked_words import MarkedWords
from tests.ui.pages.hands import carry_out, press, words
from tests.word.reviewing import ANN, BEN, commented, comments, gone, ins, run

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.read_models.meetings.amendments import AmendmentRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted

TEMPLATE = Path(__file__).parents[4] / "templates" / "house.docx"
WAIT, ASKED = "Cases wait for experts.", "Nobody asked why."


@pytest.fixture
def page(qtbot: QtBot, meetings_page: MeetingsPage) -> MeetingsPage:
    """The next meeting with two notes, its minutes circulated and open."""
    meeting = meetings_page.listing.table.rows_model.rows()[0].meeting
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(meeting.id, state)
    meetings_page.open(meeting.id)
    box = meetings_page.minuting.composer.box
    for line in (WAIT, ASKED):
        qtbot.keyClicks(box, line)
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    for state in (MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED):
        meetings_page.record_commands.step(meeting.id, state)
    carry_out(meetings_page, "Show the amendments")
    return meetings_page


@pytest.fixture
def answer(page: MeetingsPage, database: Database, tmp_path: Path) -> Path:
    """A copy with a word replaced by one person, and a comment of another."""
    wait = run("Cases wait for ") + gone("experts") + ins("reports") + run(".")
    return amended(page, database, tmp_path, {WAIT: wait, ASKED: commented(0, ASKED)})


def amended(page: MeetingsPage, database: Database, folder: Path, changes: dict[str, str]) -> Path:
    """Return a copy of the printed minutes in which runs are other markup."""
    row = page._ask.meetings.row(page._open)  # type: ignore[arg-type]  # it is open
    request = PaperRequest(MINUTES, row.meeting.group_id, page.desk.context.today, row.meeting.id)
    data = PaperService(database, TEMPLATE).write(request, folder).path.read_bytes()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                for note, markup in changes.items():
                    before = run(note).encode()
                    assert before in text
                    text = text.replace(before, markup.encode())
            new.writestr(name, text)
        for name, part in comments((BEN, "Helen did.")).items():
            new.writestr(name, part)
    file = folder / "answer.docx"
    file.write_bytes(out.getvalue())
    return file


def read_in(qtbot: QtBot, page: MeetingsPage, dialogs: Scripted, file: Path) -> None:
    dialogs.files.append(file)
    dialogs.forms.append({"reviewer": "Helen Wagtail"})
    press(qtbot, page, "Read an answer…")
    qtbot.waitUntil(lambda: not page.desk.jobs.running(), timeout=20_000)


def rows(page: MeetingsPage) -> list[AmendmentRow]:
    return list(page.amendments.table.rows_model.rows())


def test_an_answer_is_listed_by_paragraph_and_person_with_its_words_marked(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted, answer: Path
) -> None:
    assert "No amendment has come back" in words(page)
    read_in(qtbot, page, dialogs, answer)

    assert [(row.author, row.item_number) for row in rows(page)] == [(ANN, "1"), (BEN, "1")]
    (marked,) = page.amendments.pane.findChildren(MarkedWords)
    assert marked.accessibleName() == ("Cases wait for [removed: experts][added: reports].")
    page.amendments.table.go_to(1)
    assert "Helen did." in words(page.amendments.pane)


def test_keys_alone_accept_hold_and_reject(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted, answer: Path
) -> None:
    read_in(qtbot, page, dialogs, answer)
    table = page.amendments.table
    dialogs.forms += [
        {"noted_by": "Ruth Fieldfare"},
        {"why": "Ask Helen."},
        {"why": ""},
        {"why": "She did not."},
    ]

    qtbot.keyClick(table, Qt.Key.Key_A)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_H)
    assert "Amendments  1" in [each.text() for each in page.sides.findChildren(QPushButton)]
    qtbot.keyClick(table, Qt.Key.Key_R)
    assert dialogs.refusals == ["Fill in “Why”."]
    qtbot.keyClick(table, Qt.Key.Key_R)

    assert [row.amendment.state for row in rows(page)] == [
        AnswerState.ACCEPTED,
        AnswerState.REJECTED,
    ]
    assert rows(page)[0].correction == 1
    assert "She did not." in words(page.amendments.pane)
    page.desk.history.stack.undo()
    page.desk.history.stack.undo()
    page.desk.history.stack.undo()
    assert {row.amendment.state for row in rows(page)} == {AnswerState.PROPOSED}


def test_who_has_no_comments_and_who_has_not_answered_stand_on_the_page(
    page: MeetingsPage, dialogs: Scripted
) -> None:
    assert "Helen Wagtail" in page.amendments.silent.text()
    dialogs.forms.append({"reviewer": "Helen Wagtail"})

    carry_out(page, "Record no comments…")

    assert "Helen Wagtail" not in page.amendments.silent.text()
    assert page.amendments.answered.text().startswith("No comments from Helen Wagtail (")


def test_a_file_that_is_dropped_is_read_and_a_bad_one_is_refused_in_a_sentence(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted, answer: Path, tmp_path: Path
) -> None:
    old = tmp_path / "minutes.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    refusals: list[str] = []
    page.desk.jobs.failed.connect(refusals.append)
    for file in (old, answer):
        dialogs.forms.append({"reviewer": "Helen Wagtail"})
        drop(page, file)
        qtbot.waitUntil(lambda: not page.desk.jobs.running(), timeout=20_000)

    assert len(rows(page)) == 2
    assert refusals == [
        "“minutes.doc” is an old Word file or has a password; save it as .docx without one."
    ]


def drop(page: MeetingsPage, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    page.amendments.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_minutes_taken_back_to_draft_show_no_amendments(
    page: MeetingsPage, dialogs: Scripted
) -> None:
    assert page._open is not None
    page.record_commands.step(page._open, MeetingState.MINUTES_DRAFT)

    assert page.sides.current == "minutes"


def test_agreeing_names_the_amendments_that_nobody_settled(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted, answer: Path
) -> None:
    read_in(qtbot, page, dialogs, answer)
    dialogs.forms.append({"proposed_by": "Ruth Fieldfare"})

    press(qtbot, page, "Mark as agreed")

    first, second = rows(page)
    said = [label.text() for label in dialogs.views[-1].findChildren(QLabel)]
    sentence = (
        f"Not settled yet, 2 amendments: paragraph {first.amendment.paragraph} (Ann Lee) and "
        f"paragraph {second.amendment.paragraph} (Ben Okoro). "
        "They can still be decided afterwards."
    )
    assert sentence in said
