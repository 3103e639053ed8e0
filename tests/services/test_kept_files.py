"""Files kept with the board: looked over, whole, compared at each reading, safe in backups."""

from __future__ import annotations

import io
import stat
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.app import board
from lfjb_desk.app.environment import Environment
from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.services.file_looks import LARGEST
from lfjb_desk.services.kept_files import KeptFileService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lfjb_desk.domain.meetings.item_papers import KeptFile

TODAY = date(2026, 11, 23)
PDF = b"%PDF-1.7 plainly invented"


@pytest.fixture
def where(tmp_path: Path) -> Environment:
    return Environment(
        database=tmp_path / "board.lfjb",
        backups=tmp_path / "backups",
        settings=tmp_path / "settings.toml",
        log=tmp_path / "desk.log",
    )


@pytest.fixture
def database(where: Environment) -> Iterator[Database]:
    opened = board.open_board(where)
    yield opened
    opened.close()


def brought(tmp_path: Path, name: str = "Listing paper.pdf", content: bytes = PDF) -> Path:
    source = tmp_path / "inbox" / name
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(content)
    return source


def keep(database: Database, source: Path) -> KeptFile:
    row = KeptFileService(database).keep(source, TODAY)
    database.apply(change(f"Keep {row.name}", row, [added(row)]))
    return row


def place_of(database: Database, row: KeptFile) -> Path:
    assert database.files is not None
    return database.files / row.sha256


def test_a_file_stands_beside_the_database_under_its_hash(
    database: Database, tmp_path: Path
) -> None:
    row = keep(database, brought(tmp_path))
    assert (row.name, row.size, row.kept_on) == ("Listing paper.pdf", len(PDF), TODAY)
    assert place_of(database, row) == tmp_path / "board.lfjb-files" / row.sha256
    assert place_of(database, row).read_bytes() == PDF
    assert KeptFileService(database).content(row.id) == PDF


def test_the_bytes_stay_when_the_change_is_taken_back(database: Database, tmp_path: Path) -> None:
    row = KeptFileService(database).keep(brought(tmp_path), TODAY)
    made = change("Keep it", row, [added(row)])
    database.apply(made)
    database.apply(made.inverse())
    assert place_of(database, row).read_bytes() == PDF
    database.apply(made)
    assert KeptFileService(database).content(row.id) == PDF


def test_the_same_bytes_are_kept_once(database: Database, tmp_path: Path) -> None:
    first = keep(database, brought(tmp_path))
    second = keep(database, brought(tmp_path, "The same again.pdf"))
    assert first.sha256 == second.sha256
    assert len(list((tmp_path / "board.lfjb-files").iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("setup.exe", b"MZ", "a computer runs"),
        ("Report.PDF.Cmd", b"del", "a computer runs"),
        ("run.exe. ", b"anything", "a computer runs"),
        ("agenda.docm", b"PK", "may hold macros"),
        ("called.pdf", b"MZ\x90\x00", "a computer runs"),
        ("script", b"#!/bin/sh", "a computer runs"),
        ("all.zip", b"PK\x03\x04", "is packed"),
        ("empty.pdf", b"", "is empty"),
        ("paper.docx", b"not a paper", "is not a Word document"),
        ("figures.xlsx", b"PK\x03\x04broken", "damaged"),
        ("slides.pptx", b"PK\x03\x04broken", "is damaged"),
    ],
)
def test_what_runs_or_is_broken_is_refused_and_leaves_nothing(
    database: Database, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    with pytest.raises(RuleError, match=why):
        KeptFileService(database).keep(brought(tmp_path, name, content), TODAY)
    assert not (tmp_path / "board.lfjb-files").exists()


def test_a_word_file_with_a_declaration_is_refused(database: Database, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<!DOCTYPE w [<!ENTITY a 'b'>]><w/>")
    with pytest.raises(RuleError, match="Nothing was changed"):
        KeptFileService(database).keep(brought(tmp_path, "p.docx", packed.getvalue()), TODAY)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    database: Database, tmp_path: Path
) -> None:
    source = brought(tmp_path)
    with source.open("r+b") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(RuleError, match="can have 25 MB"):
        KeptFileService(database).keep(source, TODAY)


def test_a_missing_or_altered_file_is_named_and_not_given_out(
    database: Database, where: Environment, tmp_path: Path
) -> None:
    row = keep(database, brought(tmp_path))
    place_of(database, row).write_bytes(b"other words")
    with pytest.raises(RuleError, match="another program altered it"):
        KeptFileService(database).content(row.id)
    database.close()
    (finding,) = board.check_board(where)
    assert (finding.check, "altered" in finding.reason) == ("files", True)
    place_of(database, row).unlink()
    (finding,) = board.check_board(where)
    assert "“Listing paper.pdf” is missing from" in finding.reason


def test_keeping_it_again_mends_a_file_that_was_altered(database: Database, tmp_path: Path) -> None:
    row = keep(database, brought(tmp_path))
    place_of(database, row).write_bytes(b"other words")
    keep(database, brought(tmp_path))
    assert KeptFileService(database).content(row.id) == PDF


def test_a_backup_takes_each_file_once_and_a_restore_brings_it_back(
    database: Database, where: Environment, tmp_path: Path
) -> None:
    row = keep(database, brought(tmp_path))
    database.close()
    made = board.back_up(where)
    shared = where.backups / "board.lfjb-files"
    assert [file.name for file in shared.iterdir()] == [row.sha256]
    touched = (shared / row.sha256).stat().st_mtime_ns
    board.back_up(where)
    assert (shared / row.sha256).stat().st_mtime_ns == touched
    place_of(database, row).unlink()
    assert board.bring_back(where, made.path, lambda _: True) is not None
    assert place_of(database, row).read_bytes() == PDF
    assert board.check_board(where) == ()


def test_an_altered_file_is_not_taken_into_a_backup(
    database: Database, where: Environment, tmp_path: Path
) -> None:
    row = keep(database, brought(tmp_path))
    place_of(database, row).write_bytes(b"other words")
    database.close()
    board.back_up(where)
    assert not (where.backups / "board.lfjb-files").exists()


def test_a_copy_to_open_can_only_be_read(database: Database, tmp_path: Path) -> None:
    row = keep(database, brought(tmp_path))
    copy = KeptFileService(database).open_copy(row.id, tmp_path / "session")
    assert (copy.name, copy.read_bytes()) == ("Listing paper.pdf", PDF)
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert KeptFileService(database).open_copy(row.id, tmp_path / "session") == copy


def test_nothing_is_kept_where_the_board_can_only_be_read_or_stands_in_no_file(
    where: Environment, tmp_path: Path
) -> None:
    board.open_board(where).close()
    with (
        board.opened_to_read(where) as reading,
        pytest.raises(RuleError, match="opened only to be read"),
    ):
        KeptFileService(reading).keep(brought(tmp_path), TODAY)
    in_memory = Database(memory_engine(), clock=lambda: datetime(2026, 11, 23, tzinfo=UTC))
    with pytest.raises(RuleError, match="stands in no file"):
        KeptFileService(in_memory).keep(brought(tmp_path), TODAY)
    in_memory.close()
    assert not (tmp_path / "board.lfjb-files").exists()
