"""The command line over databases that are damaged, newer, read-only, locked or on a full disk."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.app import board
from lfjb_desk.app.environment import clock, places
from lfjb_desk.cli import main
from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.store.engine import lock
from lfjb_desk.store.engine.backup import backup
from lfjb_desk.store.engine.checks import check_database
from lfjb_desk.store.engine.identity import SCHEMA_AT, read_header
from lfjb_desk.store.engine.migrate import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TABLE = "DFJ area,Period,Measure,Value\nLuton,2024 Q1,s31_mean_weeks,41\n"
FLIPPED = 30
SAMPLES = Path(__file__).parents[2] / "db/samples"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command on a database and returns its exit code, what it printed, what it refused."""

    def run_one(database: Path, *arguments: object) -> tuple[int, str, str]:
        code = main(["--database", str(database), *map(str, arguments)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert said.err.count("\n") == (code != 0 and not said.out)
        return code, said.out, said.err

    return run_one


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A closed database with a body in it."""
    return filled(tmp_path / "board.lfjb")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "weeks.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def filled(path: Path) -> Path:
    with board.opened(places(str(path))) as opened:
        row = Organisation(name="Samplefolk Council", kind=OrganisationKind.OTHER)
        opened.apply(change("Add a body", None, [added(row)]))
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_newer_database_is_read_and_not_written(
    run: Callable[..., tuple[int, str, str]], database: Path, table: Path
) -> None:
    data = bytearray(database.read_bytes())
    data[SCHEMA_AT : SCHEMA_AT + 4] = (99).to_bytes(4, "big")
    database.write_bytes(data)
    before = digest(database)

    assert len(json.loads(run(database, "areas", "--json")[1])) == 43
    code, _, refused = run(database, "import", table)

    assert (code, "was written by a newer LFJB Desk" in refused) == (2, True)
    assert run(database, "import", table, "--dry-run")[0] == 0
    assert digest(database) == before


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A database that the first version wrote."""
    path = tmp_path / "older.lfjb"
    path.write_bytes((SAMPLES / "v1.lfjb").read_bytes())
    return path


READING = [("figures", "--out", "-"), ("check",), ("areas",)]


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_an_older_database_is_brought_up_to_date_by_what_only_reads(
    run: Callable[..., tuple[int, str, str]], older: Path, command: tuple[str, ...]
) -> None:
    before = digest(older)

    _, _, refused = run(older, *command)

    assert refused in ("", "There is no such figure here. Nothing was written.\n")
    assert read_header(older).schema == SCHEMA
    (kept,) = places(str(older)).backups.glob(f"*_pre-v{SCHEMA}.lfjb")
    assert read_header(kept).schema == 1
    assert run(older, "check") == (0, "No findings.\n", "")
    assert digest(older) != before


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_an_older_database_that_cannot_be_written_names_the_way_on(
    run: Callable[..., tuple[int, str, str]],
    older: Path,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = digest(older)
    monkeypatch.setattr(os, "access", lambda place, _mode: Path(place) != older)

    code, _, refused = run(older, *command)

    assert code == 2
    assert refused == (
        "older.lfjb was written by an older version and must be brought up to date before it can "
        "be shown, but it cannot be written: older.lfjb can only be read, for the file is "
        "read-only. To write, copy it to a folder of your own or ask for the right to change it.\n"
    )
    assert digest(older) == before


def test_an_older_database_that_somebody_writes_is_waited_for(
    run: Callable[..., tuple[int, str, str]], older: Path
) -> None:
    taken = lock.take(older, "Blake", clock())
    assert isinstance(taken, lock.WriterLock)

    for command in READING:
        code, _, refused = run(older, *command)
        assert (code, "You can read it" in refused) == (2, False)
        assert "is open for writing by Blake" in refused
        assert refused.endswith("Wait until it is closed there, and try again.\n")

    taken.release()
    assert run(older, "check")[0] == 0


def test_a_damaged_older_database_is_told_by_its_check(
    run: Callable[..., tuple[int, str, str]], older: Path
) -> None:
    data = bytearray(older.read_bytes())
    data[4096 * 3 : 4096 * 40] = b"\xff" * (4096 * 37)
    older.write_bytes(data)

    code, printed, refused = run(older, "check")

    assert (code, refused, "(integrity)" in printed) == (2, "", True)
    assert older.read_bytes() == data


def test_a_database_that_another_instance_writes_is_read_and_not_written(
    run: Callable[..., tuple[int, str, str]], database: Path, table: Path
) -> None:
    with board.opened(places(str(database))):
        assert run(database, "areas")[0] == 0
        code, _, refused = run(database, "import", table)
        assert (code, "is open for writing by" in refused) == (2, True)
    assert run(database, "import", table)[0] == 0


def test_a_read_only_database_is_read_and_not_written(
    run: Callable[..., tuple[int, str, str]],
    database: Path,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = digest(database)
    monkeypatch.setattr(os, "access", lambda place, _mode: Path(place) != database)

    assert run(database, "areas")[0] == 0
    code, _, refused = run(database, "import", table)

    assert (code, "the file is read-only" in refused) == (2, True)
    assert digest(database) == before


def test_a_database_with_flipped_bytes_is_read_rightly_or_refused_with_a_way_on(
    run: Callable[..., tuple[int, str, str]], database: Path
) -> None:
    good = backup(database, places(str(database)).backups, clock() - timedelta(days=1))
    whole, random = database.read_bytes(), Random(2611)  # noqa: S311 - chance, not secrecy
    refused = 0
    for _ in range(FLIPPED):
        data = bytearray(whole)
        for _ in range(random.randint(1, 64)):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        database.write_bytes(data)
        checked, _, _ = run(database, "check")
        code, _, sentence = run(database, "areas")
        assert code in (0, 2)
        assert checked == 2 or code == 0
        if "is damaged" in sentence:
            refused += 1
            assert f"restore {good.path}" in sentence
            assert digest(database) == hashlib.sha256(data).hexdigest()
    assert refused > 0

    database.write_bytes(whole[:5000])
    assert run(database, "restore", good.path)[0] == 0
    assert run(database, "check")[0] == 0


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of five megabytes, where mounting is allowed."""
    drive = tmp_path / "drive"
    drive.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", str(drive)]
    if sys.platform == "win32" or subprocess.run(made, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield drive
    subprocess.run(["umount", "-l", str(drive)], check=True)


def test_on_a_full_disk_reading_works_and_an_import_leaves_everything_as_it_was(
    run: Callable[..., tuple[int, str, str]], small_drive: Path, table: Path
) -> None:
    database = filled(small_drive / "board.lfjb")
    before = digest(database)
    with (small_drive / "filler").open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)) == 4096:
            if os.statvfs(small_drive).f_bavail == 0:
                break

    assert run(database, "areas")[0] == 0
    for command in (("import", table), ("backup",)):
        code, _, refused = run(database, *command)
        assert code == 2
        assert refused
    assert digest(database) == before
    assert check_database(database) == ()
    (small_drive / "filler").unlink()
    assert run(database, "import", table)[0] == 0
