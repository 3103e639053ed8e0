import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from sqlmodel import select

from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.store.engine.backup import backup
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.files import journal_of
from lfjb_desk.store.engine.migrate import SCHEMA
from lfjb_desk.store.engine.opening import DamagedError, Opening, file_of, open_database
from lfjb_desk.store.engine.refusals import ReadOnlyError

Open = Callable[[Path], Database]
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
HOLD = """
import sys
from pathlib import Path
from lfjb_desk.store.engine.opening import Opening, open_database
database = open_database(sys.argv[1], Opening(Path(sys.argv[2]), Path(sys.argv[3]), who="Blake"))
print("read-only" if database.read_only else "writer", flush=True)
sys.stdin.read()
"""


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def command() -> Organisation:
    return Organisation(name="Another body", kind=OrganisationKind.OTHER)


def start(path: Path, opening: Opening) -> subprocess.Popen[str]:
    """Start another instance on a file; it says what it is and stays until its input ends."""
    folders = [str(path), str(opening.migrations), str(opening.backups)]
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, *folders],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def first_word(other: subprocess.Popen[str]) -> str:
    assert other.stdout is not None
    return other.stdout.readline().strip()


def test_every_connection_has_the_settings_that_keep_a_file_safe(
    board: Path, open_file: Open
) -> None:
    database = open_file(board)
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }

    connections = [database._engine.connect() for _ in range(3)]
    for connection in connections:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        assert {name: pragma(raw, name) for name in expected} == expected
        connection.close()

    with closing(sqlite3.connect(board)) as plain:
        assert pragma(plain, "application_id") == 0x4C464A42
        assert pragma(plain, "user_version") == SCHEMA
    assert not board.with_name(board.name + "-wal").exists()


def test_what_was_written_is_there_after_opening_again(board: Path, open_file: Open) -> None:
    with open_file(board).session() as session:
        assert [person.name for person in session.exec(select(Person))] == ["Avery Sample"]


def foreign_files(folder: Path) -> list[Path]:
    """Make files that other programs might have made."""
    files = []
    for number in range(16):
        path = folder / f"other-{number}.sqlite"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id={number * 7}")
            connection.execute(f"PRAGMA user_version={number}")
            connection.execute(f"PRAGMA journal_mode={'WAL' if number % 2 else 'DELETE'}")
            connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
            connection.execute("INSERT INTO moz_places (url) VALUES ('https://example.org')")
            connection.commit()
        files.append(path)
    for name, content in (
        ("empty.lfjb", b""),
        ("letter.docx", b"PK\3\4" + b"x" * 500),
        ("short.lfjb", b"SQLite format 3\0"),
        ("zeros.lfjb", bytes(8192)),
    ):
        files.append(folder / name)
        files[-1].write_bytes(content)
    return files


def test_twenty_files_of_other_programs_are_refused_and_left_as_they_were(
    tmp_path: Path, opening: Opening
) -> None:
    files = foreign_files(tmp_path)
    assert len(files) == 20

    for path in files:
        before = digest(path)
        with pytest.raises(RuleError, match="not a database of LFJB Desk"):
            open_database(path, opening)
        assert digest(path) == before

    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in files}


def test_a_newer_file_can_be_read_and_names_the_version_it_needs(
    board: Path, opening: Opening, open_file: Open
) -> None:
    with closing(sqlite3.connect(board)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
        connection.execute("UPDATE alembic_version SET version_num = '0008_2.4.0'")
        connection.commit()
    before = digest(board)

    database = open_file(board)

    assert "install version 2.4.0 or newer" in database.read_only
    with database.session() as session:
        assert session.exec(select(Person.name)).one() == "Avery Sample"
    with pytest.raises(ReadOnlyError, match="written by a newer LFJB Desk"):
        database.apply(change("Add", None, [added(command())]))
    database.close()
    assert digest(board) == before


def test_a_newer_file_that_names_no_version_is_still_explained(
    board: Path, open_file: Open
) -> None:
    with closing(sqlite3.connect(board)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
        connection.execute("DROP TABLE alembic_version")

    assert "install a newer version" in open_file(board).read_only


def test_a_damaged_file_is_kept_and_the_newest_good_backup_offered(
    board: Path, opening: Opening
) -> None:
    good = backup(board, opening.backups, NOW)
    bad = backup(board, opening.backups, NOW.replace(hour=10))
    bad.path.write_bytes(bad.path.read_bytes()[:5000])
    content = bytearray(board.read_bytes())
    content[4096 : 4096 * 40] = b"\xff" * (4096 * 39)
    board.write_bytes(content)
    before = digest(board)

    for _ in range(2):
        with pytest.raises(DamagedError, match="is damaged") as refusal:
            open_database(board, opening)

        kept = board.with_name("board.lfjb.damaged-2026-11-21")
        assert refusal.value.kept == kept
        assert refusal.value.newest_good == good
        assert "from 21 November 2026 at 9:30am" in str(refusal.value)
        assert digest(kept) == digest(board) == before
    assert len(list(board.parent.glob("*.damaged-*"))) == 1


def test_a_file_whose_first_bytes_are_gone_is_damaged_not_foreign(
    board: Path, opening: Opening
) -> None:
    board.write_bytes(b"\0" * 16 + board.read_bytes()[16:])

    with pytest.raises(DamagedError, match="There is no backup that is whole"):
        open_database(board, opening)


def test_flipped_bytes_are_found_or_harmless_and_never_crash(
    board: Path, tmp_path: Path, opening: Opening
) -> None:
    random = Random(14)  # noqa: S311 - chance, not secrecy
    original = board.read_bytes()
    outcomes = {"refused": 0, "opened": 0}
    flipped = tmp_path / "flipped.lfjb"
    for _ in range(60):
        content = bytearray(original)
        for _ in range(random.randint(1, 64)):
            content[random.randrange(len(content))] ^= random.randint(1, 255)
        flipped.write_bytes(content)
        try:
            open_database(flipped, opening).close()
            outcomes["opened"] += 1
        except RuleError:
            outcomes["refused"] += 1
        for kept in tmp_path.glob("flipped.lfjb.damaged-*"):
            kept.unlink()
    assert sum(outcomes.values()) == 60
    assert outcomes["refused"] > 20


def test_a_file_in_a_read_only_folder_opens_for_reading(
    board: Path, open_file: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(board)
    monkeypatch.setattr(os, "access", lambda place, _mode: Path(place) != board.parent)

    database = open_file(board)

    assert "its folder is read-only" in database.read_only
    with pytest.raises(ReadOnlyError):
        database.apply(change("Add", None, [added(command())]))
    database.close()
    assert digest(board) == before
    assert not board.with_name("board.lfjb.open-by").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to mount")
def test_a_file_on_a_read_only_drive_opens_for_reading(board: Path, open_file: Open) -> None:
    place = board.parent / "mounted"
    place.mkdir()
    bind = subprocess.run(["mount", "--bind", str(board.parent), str(place)], check=False)
    if bind.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        database = open_file(place / "board.lfjb")
        assert "read-only" in database.read_only
        with database.session() as session:
            assert session.exec(select(Person.name)).one() == "Avery Sample"
        database.close()
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_new_file_in_a_folder_that_cannot_be_made_is_refused(
    tmp_path: Path, opening: Opening
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(RuleError, match="none can be made"):
        open_database(tmp_path / "file/board.lfjb", opening)


def test_the_second_instance_reads_and_is_told_who_writes(board: Path, open_file: Open) -> None:
    first, second = open_file(board), open_file(board)

    assert first.read_only == ""
    assert f"open for writing by Avery on {socket.gethostname()}" in second.read_only
    assert "21 November 2026 at 9:30am" in second.read_only
    first.apply(change("Add", None, [added(command())]))
    with second.session() as session:
        assert len(session.exec(select(Organisation)).all()) == 2

    first.close()
    assert open_file(board).read_only == ""


def test_of_several_starts_at_once_one_writes(board: Path, opening: Opening) -> None:
    others = [start(board, opening) for _ in range(5)]
    words = [first_word(other) for other in others]
    for other in others:
        other.communicate()

    assert sorted(words) == ["read-only"] * 4 + ["writer"]


def test_the_lock_of_a_killed_instance_clears_itself(
    board: Path, opening: Opening, open_file: Open
) -> None:
    other = start(board, opening)
    assert first_word(other) == "writer"
    assert "Blake" in open_file(board).read_only
    other.kill()
    other.communicate()

    assert open_file(board).read_only == ""


def note(board: Path, host: str, process: int, started: float = 0) -> Path:
    """Leave a note as another instance would."""
    left = board.with_name(board.name + ".open-by")
    holder = {"user": "Blake", "host": host, "process": process, "started": started}
    left.write_text(json.dumps(holder | {"since": "2026-11-20T08:00:00Z"}), encoding="utf-8")
    return left


def test_an_older_file_that_cannot_be_written_is_not_half_shown(
    board: Path, opening: Opening
) -> None:
    writer = open_database(board, opening)

    with pytest.raises(RuleError, match="must be brought up to date before it can be shown"):
        open_database(board, replace(opening, schema=SCHEMA + 1))
    writer.close()


def test_a_folder_that_cannot_be_locked_is_read(
    board: Path, open_file: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("lfjb_desk.store.engine.lock.take", refuse)

    assert "cannot be locked (No locks available)" in open_file(board).read_only


def test_a_damaged_file_that_cannot_be_written_is_not_shown(board: Path, opening: Opening) -> None:
    writer = open_database(board, opening)
    content = bytearray(board.read_bytes())
    content[4096 : 4096 * 40] = b"\xff" * (4096 * 39)
    board.write_bytes(content)

    with pytest.raises(DamagedError):
        open_database(board, opening)
    writer.close()


def test_the_lock_of_another_machine_is_broken_only_on_purpose(
    board: Path, opening: Opening, open_file: Open
) -> None:
    note(board, "ANOTHER-PC", 4)

    assert "Blake on ANOTHER-PC since 20 November 2026" in open_file(board).read_only

    forced = open_database(board, replace(opening, break_lock=True))
    assert forced.read_only == ""
    forced.close()


@pytest.mark.parametrize("process", [os.getpid(), 2**22 + 1], ids=["reused", "gone"])
def test_a_note_left_by_a_dead_process_of_this_machine_is_stale(
    board: Path, open_file: Open, process: int
) -> None:
    note(board, socket.gethostname(), process)

    assert open_file(board).read_only == ""


def test_a_note_that_cannot_be_read_stops_nobody(board: Path, open_file: Open) -> None:
    note(board, "x", 1).write_text("{", encoding="utf-8")

    assert open_file(board).read_only == ""


def test_a_journal_left_by_a_killed_writer_is_taken_back_at_the_next_start(
    board: Path, open_file: Open
) -> None:
    killed = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size=1'); c.execute('PRAGMA cache_spill=1'); c.execute('BEGIN');"
        "[c.execute('INSERT INTO theme VALUES (?,?,?,?,?)', (f'{n:032}', n, 'x' * 999, '', ''))"
        " for n in range(500)]; os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", killed, str(board)], check=False)
    assert journal_of(board).exists()

    database = open_file(board)

    with database.session() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM theme").scalar() == 0
    assert not journal_of(board).exists()


def test_an_address_names_the_same_file_as_a_path(tmp_path: Path) -> None:
    path = tmp_path / "board.lfjb"

    assert file_of(path) == file_of(str(path)) == file_of(f"sqlite:///{path}") == path


@pytest.mark.parametrize("address", ["postgresql://host/board", "sqlite://", "sqlite:///"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(RuleError, match="give the path of a file"):
        file_of(address)
