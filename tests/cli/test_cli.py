"""The command line as a whole: areas, check, backup, restore, and bad input in one sentence."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk import cli
from lfjb_desk.app import board
from lfjb_desk.app.arguments import given_day
from lfjb_desk.app.environment import log_failure, places, user
from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.store.engine.identity import SCHEMA_AT
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import IO

    from lfjb_desk.app.environment import Environment

    Desk = Callable[..., Any]

ROOT = Path(__file__).parents[2]


def add_body(where: Environment, name: str) -> None:
    with board.opened(where) as database:
        row = Organisation(name=name, kind=OrganisationKind.OTHER)
        database.apply(change(f"Add {name}", None, [added(row)]))


def bodies(where: Environment) -> set[str]:
    with board.opened(where) as database, database.session() as session:
        return {row.name for row in everything(session, Organisation)}


def file_of(where: Environment) -> Path:
    assert isinstance(where.database, Path)
    return where.database


def test_the_areas_are_listed_with_their_authorities(desk: Desk) -> None:
    told = desk("areas", "--json")

    assert told.code == 0
    assert len(told.data) == 43
    assert sum(len(area["authorities"]) for area in told.data) >= 175
    (essex,) = [area for area in told.data if area["code"] == "ESST"]
    assert essex["name"] == "Essex and Suffolk"
    assert "id" not in essex
    assert {"Essex", "Suffolk"} <= {one["name"] for one in essex["authorities"]}
    lines = desk("areas").out.splitlines()
    assert any(line.startswith("ESST   Essex and Suffolk (") for line in lines)
    assert any(line == "       E06000047 County Durham, southern part" for line in lines)


def test_a_database_is_checked(desk: Desk, where: Environment) -> None:
    absent = desk("check")
    assert absent.code == 2
    assert absent.err == f"There is no database at {where.database} yet. Nothing was changed.\n"

    add_body(where, "Samplefolk Council")
    told = desk("check", "--json")
    assert (told.code, told.data) == (0, {"file": "", "findings": []})
    assert desk("check").out == "No findings.\n"


def test_a_damaged_database_is_named(desk: Desk, where: Environment) -> None:
    add_body(where, "Samplefolk Council")
    data = bytearray(file_of(where).read_bytes())
    data[4096 * 3 : 4096 * 9] = os.urandom(4096 * 6)
    file_of(where).write_bytes(data)

    told = desk("check")

    assert told.code == 2
    assert "database: " in told.out
    assert "(integrity)" in told.out
    opening = desk("areas")
    assert opening.code == 2
    assert "is damaged" in opening.err
    assert "There is no backup that is whole" in opening.err


def test_a_backup_is_made_and_brought_back(desk: Desk, where: Environment) -> None:
    add_body(where, "First")
    kept = Path(desk("backup").out.strip())
    assert kept.parent == where.backups
    add_body(where, "Second")

    told = desk("restore", kept)

    assert told.code == 0
    whose, restored, replaced = told.out.splitlines()
    assert whose.startswith(f"{kept.name}: It holds no board yet, last changed on ")
    assert restored == f"Restored {kept} as {where.database}"
    former = Path(replaced.removeprefix("The database that it replaces is kept as "))
    assert "before-restore" in former.name
    assert {"First"} <= bodies(where)
    assert "Second" not in bodies(where)
    assert {"First", "Second"} <= bodies(places(str(former)))


def test_a_backup_is_brought_to_where_no_database_stands(
    desk: Desk, where: Environment, tmp_path: Path
) -> None:
    add_body(where, "First")
    kept = desk("backup").out.strip()
    fresh = tmp_path / "elsewhere/board.lfjb"

    answer = desk("--database", fresh, "restore", kept)

    assert answer.code == 0
    assert answer.out.endswith(f"\nRestored {kept} as {fresh}\n")
    assert "First" in bodies(places(str(fresh)))


def test_a_backup_of_a_newer_version_is_refused_before_anything_is_replaced(
    desk: Desk, where: Environment
) -> None:
    add_body(where, "First")
    kept = Path(desk("backup").out.strip())
    data = bytearray(kept.read_bytes())
    data[SCHEMA_AT : SCHEMA_AT + 4] = (99).to_bytes(4, "big")
    kept.write_bytes(data)
    before = file_of(where).read_bytes()

    answer = desk("restore", kept)

    assert (answer.code, answer.out) == (2, "")
    assert (
        f"{kept.name} cannot be restored, for it was written by a newer LFJB Desk (schema 99;"
        in answer.err
    )
    assert "Nothing was changed. Install version" in answer.err
    assert answer.err.count("\n") == 1
    assert file_of(where).read_bytes() == before
    assert not list(file_of(where).parent.glob("*before-restore*"))


def test_a_bad_backup_is_refused(desk: Desk, where: Environment, tmp_path: Path) -> None:
    add_body(where, "First")
    before = file_of(where).read_bytes()
    (tmp_path / "bad.lfjb").write_bytes(b"SQLite format 3\0" + bytes(5000))

    for name, words in (("bad.lfjb", "cannot be restored"), ("absent.lfjb", "There is no file")):
        told = desk("restore", tmp_path / name)
        assert (told.code, words in told.err) == (2, True)
        assert told.err.count("\n") == 1
    assert file_of(where).read_bytes() == before


def test_nothing_is_restored_while_the_database_is_open(desk: Desk, where: Environment) -> None:
    add_body(where, "First")
    kept = desk("backup").out.strip()

    with board.opened(where):
        told = desk("restore", kept)
        assert told.code == 2
        assert f"open for writing by {user()} on {socket.gethostname()}" in told.err
    assert desk("restore", kept).code == 0


def test_a_place_that_cannot_be_written_is_no_place_to_restore_to(
    desk: Desk, where: Environment, tmp_path: Path
) -> None:
    add_body(where, "First")
    kept = desk("backup").out.strip()
    (tmp_path / "file").write_text("x", encoding="utf-8")

    told = desk("--database", tmp_path / "file/board.lfjb", "restore", kept)

    assert told.code == 2
    assert "so nothing was restored" in told.err


def test_the_database_can_be_chosen(
    desk: Desk, where: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, meant = tmp_path / "named.lfjb", tmp_path / "meant.lfjb"
    monkeypatch.setenv("LFJB_DATABASE", str(meant))
    assert desk("areas").code == 0
    assert (meant.exists(), file_of(where).exists()) == (True, False)

    assert desk("--database", named, "areas").code == 0
    assert desk("--database", f"sqlite:///{named}", "backup").code == 0
    assert named.exists()
    assert places(str(named)).backups == tmp_path / "named backups"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nonsense",), "invalid choice: 'nonsense'"),
        (("--today", "2026-13-01", "areas"), "2026-13-01 is not a day; write it as 2026-12-08"),
        (("paper", "menu", "--area", "ESST", "--out", "x"), "invalid choice: 'menu'"),
        (("paper", "agenda", "--area", "ESST"), "required: --out"),
        (("import",), "required: file"),
        (("import", ""), "Argument file: no file or folder is named."),
        (("demo", "--out", ""), "Argument --out: no file or folder is named."),
        (("--database", ".", "areas"), "is a folder, and a database is a file"),
        (("--database", "pyproject.toml/x", "areas"), "none can be made"),
        (("--database", "pyproject.toml", "areas"), "belongs to another program"),
        (("--database", "postgresql://here/board", "areas"), "postgresql databases cannot be"),
        (("--database", "absent.lfjb", "backup"), "There is no database at absent.lfjb yet"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(ROOT)

    told = desk(*arguments)

    assert (told.code, told.out) == (2, "")
    assert words in told.err
    assert told.err.count("\n") == 1


def test_what_was_not_expected_is_logged_and_told_in_one_sentence(
    desk: Desk, where: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("the planted fault")

    monkeypatch.setattr(board, "open_board", fail)

    told = desk("areas")

    assert told.code == 1
    assert told.err.endswith(f"please send the log to support: {where.log}\n")
    assert "the planted fault" in where.log.read_text("utf-8")


def test_a_log_that_cannot_be_written_goes_elsewhere(where: Environment) -> None:
    where.log.parent.write_text("in the way", encoding="utf-8")

    log = log_failure(where, ZeroDivisionError("the planted fault"))

    assert log != where.log
    assert "the planted fault" in log.read_text("utf-8")
    log.unlink()


@pytest.mark.parametrize(("stop", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 0)])
def test_being_stopped_is_no_failure(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, stop: BaseException, code: int
) -> None:
    def interrupt(_: object) -> None:
        raise stop

    monkeypatch.setattr(board, "open_board", interrupt)

    assert desk("areas").code == code


def test_without_a_command_the_window_opens(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, where: Environment
) -> None:
    opened: list[object] = []

    def open_window(find: Callable[[], Environment], today: date) -> int:
        opened.append((find(), today))
        return 0

    monkeypatch.setattr("lfjb_desk.app.window.run", open_window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert desk().code == 0

    assert opened == [(where, given_day("2026-11-23"))]


def run(
    *arguments: str, home: Path, stdout: int | IO[bytes] = subprocess.PIPE, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person does, in a process of its own."""
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), **more}
    environment.pop("LFJB_DATABASE", None)
    return subprocess.run(
        [sys.executable, "-m", "lfjb_desk", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        cwd=ROOT,
        env=environment,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in cli.SCREENS:
        monkeypatch.delenv(name, raising=False)

    refused = run(home=tmp_path)

    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == (
        b"There is no screen here, so the window cannot open. "
        b"Every command works without one; see lfjb-desk --help.\n"
    )
    assert run("areas", home=tmp_path).returncode == 0


def test_the_program_itself_answers(tmp_path: Path, table: Path) -> None:
    welsh = table.rename(tmp_path / "Tŷ.csv")
    taken = run("import", str(welsh), "--json", home=tmp_path, PYTHONIOENCODING="ascii")
    assert (taken.returncode, taken.stderr) == (0, b"")
    told = json.loads(taken.stdout)
    assert (told["file"], told["counts"]["new"]) == ("Tŷ.csv", 3)

    refused = run("import", "absent.csv", home=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == b"There is no file absent.csv. Nothing was imported.\n"


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("arguments", [("areas",), ("areas", "--json")])
def test_output_that_finds_no_room_is_told_of(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        answer = run(*arguments, home=tmp_path, stdout=full)

    assert answer.returncode == 2
    assert answer.stderr.startswith(b"The disk, or what the output goes to, is full")
    assert answer.stderr.count(b"\n") == 1


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        answer = run("areas", "--json", home=tmp_path, stdout=writing)
    finally:
        os.close(writing)

    assert (answer.returncode, answer.stderr) == (0, b"")


def test_the_program_can_be_the_process_that_reads_one_file(tmp_path: Path, table: Path) -> None:
    """A built program has no Python to start; it starts itself with a word."""
    done = run("import-child", str(1 << 30), "30", str(table), home=tmp_path)

    assert done.returncode == 0
    assert b"reading" in done.stdout
