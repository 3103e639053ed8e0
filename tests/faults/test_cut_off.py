"""The command line over databases in which a crash or a full disk cut off a write."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.app import board
from lfjb_desk.app.environment import places
from lfjb_desk.cli import main
from lfjb_desk.store.engine import sqlite
from lfjb_desk.store.engine.checks import check_database, row_counts
from lfjb_desk.store.engine.files import journal_of
from lfjb_desk.store.engine.identity import SCHEMA_AT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")

KILLED = """
import os, signal, sys
from sqlalchemy import Engine, event
from lfjb_desk.cli import main
from lfjb_desk.store.engine import sqlite
sqlite.SETTINGS["cache_size"] = "1"
if sys.argv[1] == "killed":
    event.listen(Engine, "commit", lambda connection: os.kill(os.getpid(), signal.SIGKILL)
                 if connection.get_execution_options().get(sqlite.WRITES) else None)
sys.exit(main(sys.argv[2:]))
"""


def figures(path: Path, years: range) -> Path:
    lines = [
        f"{area},{date(year, month, 1):%B %Y},s31_mean_weeks,{20 + month}.5"
        for area in ("Birmingham", "Essex and Suffolk", "Luton", "Wolverhampton", "Worcester")
        for year in years
        for month in range(1, 13)
    ]
    path.write_text("\n".join(["DFJ area,Period,Measure,Value", *lines]), encoding="utf-8")
    return path


def import_apart(how: str, database: Path, table: Path) -> subprocess.CompletedProcess[str]:
    """Import a file in a process of its own that keeps next to nothing in memory."""
    arguments = [how, "--database", str(database), "import", str(table)]
    return subprocess.run(
        [sys.executable, "-c", KILLED, *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a database and returns its exit code, what it printed, what it refused."""

    def run_command(database: Path, *arguments: object) -> tuple[int, str, str]:
        code = main(["--database", str(database), *map(str, arguments)])
        printed = capsys.readouterr()
        assert printed.err.count("\n") == (code != 0)
        return code, printed.out, printed.err

    return run_command


@pytest.fixture
def database(tmp_path: Path, run: Run) -> Path:
    """A database with sixty figures in it."""
    path = tmp_path / "board.lfjb"
    assert run(path, "import", figures(tmp_path / "first.csv", range(2020, 2021)))[0] == 0
    return path


@pytest.fixture
def killed(database: Path, tmp_path: Path) -> Path:
    """The database after `kill -9` in the middle of the next import."""
    process = import_apart("killed", database, figures(tmp_path / "next.csv", range(1995, 2020)))
    assert process.returncode == -signal.SIGKILL
    with pytest.raises(Exception, match="cut off a write"):
        check_database(database)
    return database


def as_before(database: Path) -> bool:
    return row_counts(database)["observation"] == 60


@pytest.mark.parametrize(
    "command",
    [("check",), ("backup",), ("figures", "--out", "-"), ("areas",)],
    ids=lambda command: command[0],
)
def test_every_command_takes_the_write_of_a_killed_import_back(
    run: Run, killed: Path, command: tuple[str, ...]
) -> None:
    code, printed, refused = run(killed, *command)

    assert (code, refused) == (0, "")
    assert printed
    assert not journal_of(killed).exists()
    assert check_database(killed) == ()
    assert as_before(killed)


def test_a_write_cut_off_in_a_newer_database_is_taken_back_too(run: Run, killed: Path) -> None:
    data = bytearray(killed.read_bytes())
    data[SCHEMA_AT : SCHEMA_AT + 4] = (99).to_bytes(4, "big")
    killed.write_bytes(data)

    assert run(killed, "areas")[0] == 0

    assert as_before(killed)


def test_where_it_cannot_be_written_one_sentence_says_what_to_do(
    run: Run, killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = killed.read_bytes()
    monkeypatch.setattr(os, "access", lambda place, _mode: Path(place) != killed)

    for command in (("check",), ("backup",), ("figures", "--out", "-"), ("areas",)):
        code, printed, refused = run(killed, *command)

        assert (code, printed) == (2, "")
        assert refused == (
            "A crash or a full disk cut off a write to board.lfjb, and it must be taken back "
            "before the file can be read, which cannot be done now, for the file is read-only. "
            "Everything saved before is safe. Ask for the right to change it, or copy it together "
            "with board.lfjb-journal to a folder of your own and use the copy.\n"
        )
    assert killed.read_bytes() == before
    assert journal_of(killed).exists()


def test_a_write_cut_off_on_another_machine_is_left_to_it(run: Run, killed: Path) -> None:
    holder = {"user": "Blake", "host": "ANOTHER-PC", "process": 4, "started": 0}
    note = killed.with_name(killed.name + ".open-by")
    note.write_text(json.dumps(holder | {"since": "2026-11-20T08:00:00Z"}), encoding="utf-8")

    code, _, refused = run(killed, "check")

    assert code == 2
    assert "for it is open for writing by Blake on ANOTHER-PC since 20 November 2026" in refused
    assert refused.endswith("Open and close it there, and try again.\n")
    assert journal_of(killed).exists()


def test_a_live_write_is_not_taken_back(run: Run, database: Path) -> None:
    with (
        board.opened(places(str(database))),
        closing(sqlite.plain_connection(database)) as writer,
    ):
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE observation SET id = id")
        assert journal_of(database).exists()

        assert run(database, "check") == (0, "No findings.\n", "")
        writer.execute("COMMIT")

    assert check_database(database) == ()


def test_a_copy_kept_with_its_journal_can_be_restored(
    run: Run, killed: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.lfjb"
    shutil.copyfile(killed, kept)
    shutil.copyfile(journal_of(killed), journal_of(kept))

    assert run(tmp_path / "new.lfjb", "restore", kept)[0] == 0

    assert as_before(tmp_path / "new.lfjb")


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of 3.3 megabytes, where mounting is allowed."""
    drive = tmp_path / "drive"
    drive.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=3300k", "tmpfs", str(drive)]
    if subprocess.run(made, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield drive
    subprocess.run(["umount", "-l", str(drive)], check=True)


@pytest.mark.parametrize("room", ["3300k", "9m"], ids=["still full", "made room"])
def test_what_a_full_disk_cut_off_is_taken_back(
    run: Run, database: Path, small_drive: Path, tmp_path: Path, room: str
) -> None:
    full = small_drive / "board.lfjb"
    shutil.copyfile(database, full)
    process = import_apart("whole", full, figures(tmp_path / "next.csv", range(1995, 2026)))
    assert f"the disk that holds {full} is full" in process.stderr
    assert journal_of(full).exists()
    remounted = ["mount", "-o", f"remount,size={room}", str(small_drive)]
    subprocess.run(remounted, check=True)

    assert run(full, "check") == (0, "No findings.\n", "")

    assert not journal_of(full).exists()
    assert as_before(full)
