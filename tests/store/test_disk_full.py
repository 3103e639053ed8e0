import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlmodel import select

from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.store.engine.checks import check_database
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.opening import Opening, open_database
from lfjb_desk.store.engine.refusals import StorageError

Open = Callable[[Path], Database]


def body(number: int) -> Organisation:
    return Organisation(name=f"Body {number} {os.urandom(80).hex()}", kind=OrganisationKind.OTHER)


def fill(database: Database) -> tuple[int, str]:
    """Add bodies until the database refuses; return how many it acknowledged, and its words."""
    for number in range(1_000):
        try:
            database.apply(change("Add bodies", None, [added(body(number)) for _ in range(20)]))
        except StorageError as refusal:
            return number * 20, str(refusal)
    raise AssertionError("the disk was never full")


def held(database: Database) -> int:
    with database.session() as session:
        return len(session.exec(select(Organisation.id)).all())


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    drive = tmp_path / "drive"
    drive.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", str(drive)]
    if subprocess.run(made, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield drive
    subprocess.run(["umount", "-l", str(drive)], check=True)


def test_a_full_drive_loses_nothing_that_was_acknowledged(
    small_drive: Path, opening: Opening
) -> None:
    path = small_drive / "board.lfjb"
    database = open_database(path, opening)

    acknowledged, words = fill(database)

    assert f"the disk that holds {path} is full" in words
    assert "Everything saved before is safe. Free at least" in words
    assert 0 < acknowledged == held(database)
    database.close()
    assert check_database(path) == ()
    print(f"\n{acknowledged} rows acknowledged and present on a full drive")  # noqa: T201 - evidence


def test_a_drive_too_small_for_a_new_database_says_what_it_needs(
    small_drive: Path, opening: Opening
) -> None:
    (small_drive / "filler").write_bytes(bytes(4_500_000))

    with pytest.raises(RuleError, match=r"A new database needs 2 MB free on the drive of"):
        open_database(small_drive / "board.lfjb", opening)

    assert not (small_drive / "board.lfjb").exists()


def test_a_file_that_may_not_grow_is_refused_in_the_same_words(
    board: Path, open_file: Open
) -> None:
    database = open_file(board)
    engine: Engine = database._engine
    event.listen(engine, "checkout", lambda raw, *_: raw.execute("PRAGMA max_page_count=160"))

    acknowledged, words = fill(database)

    assert "is full" in words
    assert acknowledged + 1 == held(database)


@pytest.fixture
def small_files(board: Path) -> Iterator[None]:
    """No file of this process may grow beyond half a megabyte more than the board has."""
    limit = board.stat().st_size + 500_000
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def test_a_write_that_the_system_refuses_takes_all_of_the_change_back(
    board: Path, open_file: Open, small_files: None
) -> None:
    database = open_file(board)

    acknowledged, words = fill(database)

    assert "Add bodies was not saved: the disk that holds" in words
    assert acknowledged + 1 == held(database)
    database.close()
    assert check_database(board) == ()
