"""The journal of drafts, as it is written, torn, filled up, and cut off from its power."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.services.drafts import journal as module
from lfjb_desk.services.drafts.draft import PLACE, Draft, DraftPlace
from lfjb_desk.services.drafts.journal import GROWN, MOST_PLACES, DraftJournal, journal_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import FileIO

    Open = Callable[..., DraftJournal]

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
ITEM = UUID(int=7)
BOARD = "hash of the first record"


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "board.lfjb"
    path.write_bytes(b"a database")
    return path


@pytest.fixture
def opened() -> Iterator[Open]:
    """Opens the journal of a database as a start does, and lets go of it at the end."""
    with ExitStack() as stack:

        def open_one(database: Path, identity: str = BOARD) -> DraftJournal:
            journal = DraftJournal(database, identity)
            stack.callback(journal.close)
            return journal

        yield open_one


def draft(text: str, key: str = "minute/7", minute: int = 0) -> Draft:
    at = NOW.replace(minute=minute)
    place = DraftPlace("meetings", "item", ITEM, None, UUID(int=2), "Change…", str(ITEM))
    return Draft(key, "3. Waiting", {"text": text}, at, place, "text", len(text))


def typed(journal: DraftJournal, text: str) -> None:
    """Type a text letter by letter."""
    for end in range(1, len(text) + 1):
        journal.keep(draft(text[:end]))


def again(board: Path) -> DraftJournal:
    """Return what the next start finds, whatever became of this one."""
    return DraftJournal(board, BOARD)


def test_each_letter_is_with_the_system_at_once_with_its_place_and_its_cursor(
    opened: Open, board: Path
) -> None:
    journal = opened(board)
    typed(journal, "Ruth says “waiting” — naïve\nand 26 weeks")
    assert journal.trouble == ""
    assert again(board).drafts() == [draft("Ruth says “waiting” — naïve\nand 26 weeks")]


def test_what_is_recorded_leaves_the_disk_within_a_second(opened: Open, board: Path) -> None:
    journal = opened(board)
    typed(journal, "A private word")
    journal.keep(draft("Another", "minute/8"))
    journal.forget("minute/7")
    assert again(board).draft("minute/7") is None
    assert not journal.is_settled or b"private" not in journal_of(board).read_bytes()
    journal.sync()
    assert b"private" not in journal_of(board).read_bytes()
    journal.forget("minute/8")
    journal.sync()
    assert not journal_of(board).exists()


def test_the_file_does_not_grow_with_what_is_typed_and_holds_no_older_words_once_closed(
    opened: Open,
    board: Path,
) -> None:
    journal = opened(board)
    for _ in range(4):
        typed(journal, "x" * 400)
        journal.sync()
        assert journal_of(board).stat().st_size <= GROWN
    journal.keep(draft("yz"))
    journal.close()
    assert b"xx" not in journal_of(board).read_bytes()
    assert again(board).drafts() == [draft("yz")]


@pytest.mark.parametrize("lost", range(1, 60, 7))
def test_a_torn_last_line_costs_no_more_than_that_line(
    opened: Open, board: Path, lost: int
) -> None:
    journal = opened(board)
    typed(journal, "Agreed")
    whole = journal_of(board).read_bytes()
    journal_of(board).write_bytes(whole[:-lost])
    after = again(board)
    assert after.drafts()[0].text() == ("Agreed" if lost == 1 else "Agree")
    after.keep(draft("Agreed, and more"))
    after.close()
    assert again(board).drafts()[0].text() == "Agreed, and more"


def test_bytes_that_are_not_ours_are_passed_by(board: Path) -> None:
    journal_of(board).write_bytes(b"\x00\xff junk\n00000000 {}\n" + os.urandom(200))
    journal = again(board)
    assert journal.drafts() == []
    assert journal.trouble == ""


def test_a_full_disk_is_said_and_everything_is_kept_once_there_is_room(
    opened: Open, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = opened(board)
    typed(journal, "Before")

    def full(file: FileIO, line: bytes) -> None:
        file.write(line[:9])  # the disk takes what it has room for
        raise OSError(28, "No space left on device")

    def no_room(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, "_write", full)
        patch.setattr(module, "save_whole", no_room)
        typed(journal, "Before, and during")
        journal.keep(draft("A second one", "minute/8"))
        journal.sync()
        assert journal.trouble.startswith("What you type is not kept yet, for board.lfjb-drafts")
        assert "No space left on device" in journal.trouble
        assert not journal.is_settled
    assert {kept.text() for kept in again(board).drafts()} == {"Before"}
    journal.sync()
    assert journal.trouble == ""
    texts = {kept.text() for kept in again(board).drafts()}
    assert texts == {"Before, and during", "A second one"}


def test_without_a_file_nothing_is_said_to_be_kept(tmp_path: Path) -> None:
    journal = DraftJournal(None, reason="This window only reads.")
    journal.keep(draft("Words"))
    journal.sync()
    assert journal.trouble == "This window only reads."
    assert journal.drafts() == [draft("Words")]
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_somebody_removed_is_written_again(opened: Open, board: Path) -> None:
    journal = opened(board)
    typed(journal, "Still here")
    journal_of(board).unlink()
    journal.sync()
    assert again(board).drafts() == [draft("Still here")]


def test_drafts_of_another_database_at_the_same_place_are_neither_offered_nor_dropped(
    opened: Open,
    board: Path,
) -> None:
    journal = opened(board)
    typed(journal, "Of the first board")
    journal.close()
    other = opened(board, "another first record")
    assert other.drafts() == []
    other.keep(draft("Of the second"))
    other.close()
    assert again(board).drafts() == [draft("Of the first board")]


def test_places_are_no_drafts_and_only_the_last_are_remembered(opened: Open, board: Path) -> None:
    journal = opened(board)
    for number in range(MOST_PLACES + 5):
        journal.keep(draft("", f"{PLACE}{number}", minute=number))
    journal.close()
    after = again(board)
    assert after.drafts() == []
    assert [place.key for place in after.places()] == [
        f"{PLACE}{number}" for number in range(MOST_PLACES + 4, 4, -1)
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
@pytest.mark.parametrize("rewritten", [False, True])
def test_who_may_not_read_the_database_may_not_read_the_drafts(
    opened: Open, board: Path, *, rewritten: bool
) -> None:
    board.chmod(0o600)
    journal = opened(board)
    typed(journal, "Between us")
    if rewritten:
        journal.close()
    assert journal_of(board).stat().st_mode & 0o777 == 0o600


def test_what_a_kill_left_unfinished_beside_the_file_is_cleared_away(board: Path) -> None:
    part = board.with_name(".board.lfjb-drafts.0badcafe.part")
    part.write_bytes(b"half")
    again(board)
    assert not part.exists()


class Disk:
    """What a disk holds when its power goes: only what was synced.

    Writes go to the real file, as to a cache; `lose_power` puts back what the disk has.
    """

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.held = path, b""
        sync, replace = os.fsync, Path.replace

        def fsync(number: int) -> None:
            sync(number)
            if path.exists() and os.path.samestat(os.fstat(number), path.stat()):
                self.held = path.read_bytes()

        def put(finished: Path, target: Path) -> Path:
            # Only a file that was synced whole comes under a name here: see `put_in_place`.
            data = finished.read_bytes()
            made = replace(finished, target)
            if target == path:
                self.held = data
            return made

        monkeypatch.setattr(os, "fsync", fsync)
        monkeypatch.setattr(Path, "replace", put)

    def lose_power(self) -> None:
        self.path.write_bytes(self.held)


@pytest.mark.parametrize("letters", [0, 1, 9, 250])
def test_a_loss_of_power_costs_what_was_typed_since_the_last_sync_and_no_more(
    opened: Open, board: Path, monkeypatch: pytest.MonkeyPatch, letters: int
) -> None:
    disk = Disk(journal_of(board), monkeypatch)
    journal = opened(board)
    synced = "What was said before. "
    typed(journal, synced)
    journal.sync()
    for end in range(1, letters + 1):
        journal.keep(draft(synced + "x" * end))
    disk.lose_power()
    assert again(board).drafts() == [draft(synced)]


def test_a_loss_of_power_brings_nothing_back_that_had_left_the_disk(
    opened: Open, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(journal_of(board), monkeypatch)
    journal = opened(board)
    typed(journal, "Recorded")
    journal.sync()
    journal.keep(draft("Still typed", "minute/8"))
    journal.forget("minute/7")
    journal.sync()
    disk.lose_power()
    assert again(board).drafts() == [draft("Still typed", "minute/8")]
