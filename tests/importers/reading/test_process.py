"""The reading process: what it may use, how it fails, and that its parent lives on."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import psutil
import pytest

from lfjb_desk.importers import child, process
from lfjb_desk.importers.figures import ImportCancelledError, ImportRefusedError, Reading
from lfjb_desk.importers.process import read_file
from lfjb_desk.intake.limits import ReadingLimits

Make = Callable[..., Path]
PLAIN = "area,period,measure,value\nCa\u0175dor,2024 Q1,open_public,7.50\nYork,2024 Q1,m,[c]\n"
TWO_CELLS = (
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
)


@pytest.fixture
def impostor(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let a few lines of Python stand in for the reading process."""

    def stand_in(code: str) -> None:
        monkeypatch.setattr(
            process, "_command", lambda path, _: [sys.executable, "-c", code, str(path)]
        )

    return stand_in


def test_a_file_is_read_in_another_process_and_comes_back_whole(
    text_file: Make, take: Callable[[Path], Reading]
) -> None:
    path, said = text_file(PLAIN, "board figures.csv"), list[str]()

    reading = read_file(path, progress=said.append)

    assert reading == take(path)
    assert str(reading.figures[0].value) == "7.50"
    assert reading.figures[0].place_label == "Ca\u0175dor"
    assert said[0] == "Checking that the file is safe to open"
    assert len(said) == 3


def test_a_file_of_any_name_is_read(text_file: Make) -> None:
    for name in ("-m.csv", "a b\u2019c.csv", "import-child"):
        assert read_file(text_file(PLAIN, name)).file_name == name


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="There is no file"):
        read_file(tmp_path / "gone.csv")


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    out = io.StringIO()
    child.answer(tmp_path, out)  # a folder

    assert "cannot be opened" in json.loads(out.getvalue().splitlines()[-1])["refused"]


def test_a_refusal_comes_back_as_its_sentence(text_file: Make) -> None:
    with pytest.raises(ImportRefusedError, match="lists single cases"):
        read_file(text_file("Case Number,Hearing\n1,2\n"))


def test_the_reading_process_loads_no_window_no_database_and_no_pandas() -> None:
    code = (
        "import lfjb_desk.importers.child, sys; print([m for m in ('PySide6', 'sqlmodel', "
        "'sqlalchemy', 'pydantic', 'pandas', 'numpy', 'python_calamine') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("import os; os.abort()", "stopped while opening it"),
        ("import os; os._exit(3)", "stopped while opening it"),
        ("raise SystemExit", "stopped while opening it"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "stopped while opening it"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "more time or memory"),
        ("print('no sense')", "no sensible answer"),
        ("print('[1]')", "no sensible answer"),
        ('print(\'{"reading": {"file_name": 5}}\')', "no sensible answer"),
        ("print('{\"reading\": ')", "stopped while opening it|no sensible answer"),
    ],
)
def test_a_process_that_dies_or_babbles_gives_one_sentence(
    impostor: Callable[[str], None], text_file: Make, code: str, sentence: str
) -> None:
    impostor(code)

    with pytest.raises(ImportRefusedError, match=sentence) as refusal:
        read_file(text_file(PLAIN))

    assert "Nothing was imported." in str(refusal.value)
    assert psutil.Process().children() == []


def test_the_parser_that_aborts_behind_an_open_front_door_harms_nobody(
    impostor: Callable[[str], None], sheet_xml: Make
) -> None:
    impostor(
        "import sys; from lfjb_desk.intake.limits import limit_this_process\n"
        "limit_this_process(1 << 30, 30)\n"
        "from python_calamine import CalamineWorkbook\n"
        "CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()\n"
        "print('survived')"
    )

    with pytest.raises(ImportRefusedError, match="stopped while opening it"):
        read_file(sheet_xml(TWO_CELLS))


def test_a_process_that_hangs_is_stopped_by_the_clock(
    impostor: Callable[[str], None], text_file: Make
) -> None:
    impostor("import time; time.sleep(600)")

    with pytest.raises(ImportRefusedError, match="took too long"):
        read_file(text_file(PLAIN), limits=ReadingLimits(wall=0.3))

    assert psutil.Process().children() == []


def test_a_process_that_holds_too_much_is_stopped(
    impostor: Callable[[str], None], text_file: Make
) -> None:
    impostor("import time; held = bytes(1) * (300 << 20); time.sleep(600)")

    with pytest.raises(ImportRefusedError, match="too much memory"):
        read_file(text_file(PLAIN), limits=ReadingLimits(memory=200 << 20))


def test_a_process_that_says_too_much_is_stopped(
    impostor: Callable[[str], None], text_file: Make
) -> None:
    impostor("print('x' * 100_000); import time; time.sleep(600)")

    with pytest.raises(ImportRefusedError, match="too much memory"):
        read_file(text_file(PLAIN), limits=ReadingLimits(answer=50_000))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits; see the watchdog")
@pytest.mark.parametrize(
    ("work", "code"),
    [
        ("while True: pass", -24),
        ("bytearray(2 << 30)", 1),
        ("open('written.txt', 'w').write('x' * 100_000)", 1),
    ],
)
def test_the_process_is_held_to_its_limits_by_the_system(
    work: str, code: int, tmp_path: Path
) -> None:
    start = (
        "from lfjb_desk.intake.limits import limit_this_process; limit_this_process(1 << 30, 1)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", start + work], capture_output=True, cwd=tmp_path, check=False
    )

    assert done.returncode in (code, -9)
    assert not (tmp_path / "written.txt").exists() or not (tmp_path / "written.txt").stat().st_size


def test_an_import_can_be_stopped_at_any_time(
    impostor: Callable[[str], None], text_file: Make
) -> None:
    impostor("import time; time.sleep(600)")
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    with pytest.raises(ImportCancelledError, match=r"The import was stopped\. Nothing"):
        read_file(text_file(PLAIN), cancelled)

    assert psutil.Process().children() == []


def test_a_built_program_starts_itself_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    command = process._command(Path("/a/figures.csv"), ReadingLimits(memory=5, cpu=6))

    assert command == [sys.executable, process.FROZEN_WORD, "5", "6", str(Path("/a/figures.csv"))]


def test_the_process_sets_its_limits_before_it_reads(
    monkeypatch: pytest.MonkeyPatch, text_file: Make
) -> None:
    set_to: list[tuple[int, int]] = []
    monkeypatch.setattr(
        child, "limit_this_process", lambda memory, cpu: set_to.append((memory, cpu))
    )
    out = io.StringIO()
    child.main(["5", "6", str(text_file(PLAIN))], out)

    *progress, last = map(json.loads, out.getvalue().splitlines())
    assert set_to == [(5, 6)]
    assert [list(message) for message in progress] == [["progress"]] * 3
    assert last["reading"]["figures"][0]["value"] == "7.50"


def test_a_refusal_is_one_line_of_the_answer(text_file: Make) -> None:
    out = io.StringIO()
    child.answer(text_file("just words"), out)

    assert "has no columns" in json.loads(out.getvalue().splitlines()[-1])["refused"]


def test_running_out_of_memory_is_said_plainly(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def exhausted(*_: Any) -> Reading:
        raise MemoryError

    monkeypatch.setattr(child, "read", exhausted)
    out = io.StringIO()
    child.answer(tmp_path / "x.csv", out)

    assert "needs too much memory" in json.loads(out.getvalue())["refused"]


def test_only_the_parts_of_a_reading_are_written_down() -> None:
    assert child._plain(Decimal("1E+2")) == "100"
    with pytest.raises(TypeError, match="set is no part"):
        child._plain(set())
