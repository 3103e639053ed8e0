"""What is typed into the box of the minutes is kept at every key, and nothing else is called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.drafts import journal as module
from lfjb_desk.services.drafts.journal import DraftJournal, journal_of
from tests.ui.pages.hands import words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.drafts import Drafts
    from lfjb_desk.ui.pages.meetings.minuting.box import MinuteBox
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage

KEPT = "Kept while you type"


@pytest.fixture
def page(meetings_page: MeetingsPage) -> MeetingsPage:
    """The next meeting, in session, with its minutes in front."""
    meeting = meetings_page.listing.table.rows_model.rows()[0].meeting
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(meeting.id, state)
    meetings_page.open(meeting.id)
    return meetings_page


@pytest.fixture
def database_place(tmp_path: Path) -> Path:
    """Where the database of these tests would stand; its drafts stand beside it."""
    return tmp_path / "board.lfjb"


def box(page: MeetingsPage) -> MinuteBox:
    return page.minuting.composer.box


def on_disk(database_place: Path) -> list[tuple[str, str, int]]:
    """Return what a start would find now: title, words and cursor."""
    data = journal_of(database_place).read_bytes() if journal_of(database_place).exists() else b""
    copy = database_place.with_name("copy.lfjb")
    journal_of(copy).write_bytes(data)
    journal = DraftJournal(copy, "a board")
    return [(draft.title, draft.text(), draft.cursor) for draft in journal.drafts()]


def test_every_key_is_on_its_way_to_the_disk_before_the_next_with_item_and_cursor(
    qtbot: QtBot, page: MeetingsPage, database_place: Path
) -> None:
    typed = "Waiting"
    page.minuting.go(2)
    for end, letter in enumerate(typed, start=1):
        qtbot.keyClicks(box(page), letter)
        ((title, text, cursor),) = on_disk(database_place)
        assert title.startswith("3. ")
        assert (text, cursor) == (typed[:end], end)
    qtbot.keyClick(box(page), Qt.Key.Key_Left)
    assert on_disk(database_place)[0][1:] == (typed, len(typed) - 1)
    assert KEPT in words(page)


def test_what_was_typed_is_there_for_each_item_and_the_cursor_where_it_was(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    qtbot.keyClicks(box(page), "The first")
    for _ in range(3):
        qtbot.keyClick(box(page), Qt.Key.Key_Left)
    page.minuting.go(1)
    assert box(page).toPlainText() == ""
    qtbot.keyClicks(box(page), "The second")
    page.minuting.go(-1)
    assert box(page).toPlainText() == "The first"
    assert box(page).textCursor().position() == len("The fi")


def test_what_is_recorded_or_taken_out_by_hand_is_a_draft_no_longer(
    qtbot: QtBot, page: MeetingsPage, database_place: Path, drafts: Drafts
) -> None:
    qtbot.keyClicks(box(page), "The chair welcomed everybody.")
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    assert on_disk(database_place) == []
    assert KEPT not in words(page)
    qtbot.keyClicks(box(page), "ab")
    assert len(on_disk(database_place)) == 1
    for _ in range(2):
        qtbot.keyClick(box(page), Qt.Key.Key_Backspace)
    assert on_disk(database_place) == []
    qtbot.waitUntil(lambda: b"welcomed" not in journal_of(database_place).read_bytes())


def test_a_refused_line_is_kept_as_it_is(
    qtbot: QtBot, page: MeetingsPage, database_place: Path
) -> None:
    qtbot.keyClicks(box(page), "/a publish the rota")
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    assert "Say when it is due" in page.minuting.composer.reading()
    assert [text for _, text, _ in on_disk(database_place)] == ["/a publish the rota"]


def test_a_write_that_fails_keeps_the_line(
    qtbot: QtBot, page: MeetingsPage, database_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise RuleError("The disk is full. Nothing was changed.")

    monkeypatch.setattr(page.desk.history, "_write", refuse)
    qtbot.keyClicks(box(page), "Agreed by all")
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    assert "The disk is full" in page.minuting.composer.reading()
    assert [text for _, text, _ in on_disk(database_place)] == ["Agreed by all"]


def test_on_a_full_disk_the_box_says_that_nothing_is_kept_until_it_is(
    qtbot: QtBot, page: MeetingsPage, database_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, "_write", full)
        patch.setattr(module, "save_whole", full)
        qtbot.keyClicks(box(page), "Not yet")
        assert KEPT not in words(page)
        assert "What you type is not kept yet" in words(page)
        assert "No space left on device" in words(page)
    assert box(page).toPlainText() == "Not yet"
    qtbot.waitUntil(lambda: KEPT in words(page))
    assert "is not kept yet" not in words(page)
    assert [text for _, text, _ in on_disk(database_place)] == ["Not yet"]


def test_a_window_that_only_reads_says_so_and_not_that_it_keeps(
    qtbot: QtBot, page: MeetingsPage, drafts: Drafts
) -> None:
    drafts.use(DraftJournal(None, reason="This window can only read the board."))
    qtbot.keyClicks(box(page), "Words")
    assert KEPT not in words(page)
    assert "This window can only read the board." in words(page)


def test_a_meeting_that_is_opened_again_starts_at_the_item_that_was_open(
    page: MeetingsPage,
) -> None:
    page.minuting.go(4)
    chosen = page.minuting.items.table.current_key()
    opened, other = (row.meeting.id for row in page.listing.table.rows_model.rows()[:2])
    page.open(other, "minutes")
    assert page.minuting.items.table.currentIndex().row() == 0
    page.open(opened, "minutes")
    assert page.minuting.items.table.current_key() == chosen
