"""Large text files: little memory, progress, a stop at any moment, and the same figures."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import psutil
import pytest

from lfjb_desk.importers import process, reader
from lfjb_desk.importers.figures import ImportCancelledError, ImportRefusedError, Reading
from lfjb_desk.importers.process import read_file
from lfjb_desk.importers.reading import front_door
from lfjb_desk.importers.reading.row_stream import flow
from lfjb_desk.intake.limits import ReadingLimits

Take = Callable[[Path], Reading]
Make = Callable[..., Path]

HEAD = (
    "YEAR,Qtr,Type,Count_type,Public_private,Disposal_type,Order_type,Order_type_code,Gender,"
    "age_band,Applicants_in_case,Respondents_in_case,HC_INDICATOR,Count\n"
)
PART = (
    "2023,4,Application,Order type,Public law,,Care order under section 31,14,Male,1 to 4,1,2,N,"
    "{}\n"
)
WHOLE = "2023,{},Cases,Cases starting,Public law,,,,,,,,,{}\n"
LONE = "".join(
    WHOLE.format(quarter, 3100).replace("2023", year)
    for year in ("2023", "2024")
    for quarter in (1, 2, 3)
)
ROWS = 300_000


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Write 300,000 rows of a breakdown, 26 MB, with a total at its start and at its end."""
    path = tmp_path / "CSV Children Act 2023 Q4.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD + WHOLE.format(1, 3100))
        block = "".join(PART.format(n) for n in range(1_000))
        for _ in range(ROWS // 1_000):
            file.write(block)
        file.write(WHOLE.format(2, 3200))
    return path


@pytest.fixture
def small_flow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let any text through row by row, however small."""
    monkeypatch.setattr(reader, "FLOW_FROM", 0)


def test_a_long_file_is_read_in_bounded_memory_with_progress(large: Path) -> None:
    said: list[str] = []
    most = 0

    def tick() -> bool:
        nonlocal most
        for child in psutil.Process().children():
            most = max(most, child.memory_info().rss)
        return False

    reading = read_file(large, tick, said.append)

    assert [(f.period_label, f.value, f.cell) for f in reading.figures] == [
        ("2023 Q1", Decimal(3100), "N2"),
        ("2023 Q2", Decimal(3200), f"N{ROWS + 3}"),
    ]
    assert reading.read == ROWS + 2
    assert reading.sheets[0].passed == ROWS
    assert "Read 200,000 rows" in said
    assert 0 < most < 100 << 20  # held in lists it would be several times the file
    assert large.stat().st_size > 24 << 20


def test_a_long_file_can_be_stopped_while_its_rows_pass(large: Path) -> None:
    said: list[str] = []

    with pytest.raises(ImportCancelledError, match="was stopped"):
        read_file(large, lambda: "Read 200,000 rows" in said, said.append)

    assert psutil.Process().children() == []


def test_a_file_past_the_largest_workbook_is_read_where_it_is(
    monkeypatch: pytest.MonkeyPatch, text_file: Make, take: Take
) -> None:
    path = text_file(HEAD + WHOLE.format(1, 3100) + PART.format(4))
    whole = take(path)
    monkeypatch.setattr(front_door, "LARGEST_FILE", 100)

    admitted = front_door.admit(path)
    reading = take(path)

    assert (admitted.data, admitted.kind) == (b"", "text")
    assert (reading.figures, reading.sheets, reading.sha256) == (
        *(whole.figures, whole.sheets),
        whole.sha256,
    )


def test_a_large_table_that_must_be_held_is_refused(
    monkeypatch: pytest.MonkeyPatch, text_file: Make, take: Take
) -> None:
    path = text_file("area,period,measure,value\nYork,2024 Q1,open_public,7\n" + " " * 100)
    monkeypatch.setattr(front_door, "LARGEST_FILE", 100)

    with pytest.raises(ImportRefusedError, match="read row by row may be"):
        take(path)


def test_a_large_file_has_limits_too(
    monkeypatch: pytest.MonkeyPatch, text_file: Make, take: Take
) -> None:
    monkeypatch.setattr(front_door, "LARGEST_FILE", 100)
    monkeypatch.setattr(front_door, "LARGEST_TEXT", 1 << 20)

    with pytest.raises(ImportRefusedError, match="larger than 1 MB"):
        take(text_file(HEAD + PART * 20_000))
    with pytest.raises(ImportRefusedError, match="larger than 0 MB"):
        take(text_file(b"PK\x03\x04" + bytes(200), "x.zip"))


@pytest.mark.usefixtures("small_flow")
def test_a_file_that_changes_while_it_is_read_is_refused(
    text_file: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = text_file(HEAD + WHOLE.format(1, 3100))

    def meddle(sentence: str) -> None:
        if sentence.startswith("Working"):
            os.utime(path, ns=(1, 1))

    with pytest.raises(ImportRefusedError, match="was changed while it was being read"):
        reader.read(path, meddle)


@pytest.mark.usefixtures("small_flow")
@pytest.mark.parametrize(
    "content",
    [
        HEAD + WHOLE.format(1, 3100) + PART.format(1),
        "\ufeff" + HEAD + WHOLE.format(1, "*"),
        "sep=,\n" + HEAD + WHOLE.format(1, 3100),
        HEAD.replace(",", ";") + WHOLE.format(1, 3100).replace(",", ";"),
        HEAD + WHOLE.format(1, 3100) + PART.format(7) * 900,
        HEAD + WHOLE.format(1, 3100).replace("Public law", '"Public\nlaw"') + WHOLE.format(2, 7),
        HEAD + "\n\n" + WHOLE.format(1, 3100) + "2023,1\n",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_rows_that_pass_give_what_rows_that_are_held_give(
    text_file: Make, take: Take, monkeypatch: pytest.MonkeyPatch, content: str, codec: str
) -> None:
    path = text_file(content.removeprefix("\ufeff" if codec == "utf-16" else "").encode(codec))
    passed = take(path)
    monkeypatch.setattr(reader, "FLOW_FROM", 8 << 20)
    held = take(path)

    assert passed == held
    assert passed.figures


@pytest.mark.usefixtures("small_flow")
def test_a_comma_in_a_number_is_not_guessed_at_while_rows_pass(text_file: Make, take: Take) -> None:
    reading = take(text_file(HEAD + WHOLE.format(1, '"3,100"') + WHOLE.format(2, 7)))

    assert [f.cell for f in reading.figures] == ["N3"]
    assert "a decimal or a thousands separator" in reading.refused[0].reason


@pytest.mark.usefixtures("small_flow")
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (HEAD.encode() + PART.encode() * 400 + b"2023,\0\n", "line 402 holds a control character"),
        (HEAD.encode() + PART.encode() * 400 + b'2023,"4\n', "starts on line 402"),
        ((HEAD + PART.format("\u201c") * 9).encode("utf-16") + b"\0", "not text in UTF-8"),
        (HEAD.encode() + b"2023,\x81\n", "not text in UTF-8"),
    ],
)
def test_what_is_broken_far_down_is_refused_as_well(
    text_file: Make, take: Take, content: bytes, why: str
) -> None:
    with pytest.raises(ImportRefusedError, match=why):
        take(text_file(content))


@pytest.mark.usefixtures("small_flow")
def test_letters_of_windows_are_known_though_the_first_pages_have_none(
    text_file: Make, take: Take
) -> None:
    content = (HEAD + WHOLE.format(1, 3100) + PART.format(1) * 4_000).encode()
    reading = take(text_file(content + PART.replace("Male", "M\u00e2le").encode("cp1252")))

    assert "Read as Windows-1252 (it is not valid UTF-8), separated by commas." in reading.notes
    assert reading.sheets[0].passed == 4_001


def test_a_row_that_has_passed_is_gone() -> None:
    content = (HEAD + PART.format(1) * 900).encode()
    grid = flow("x.csv", lambda: io.BytesIO(content)).grid(lambda _: None)

    rows = grid.filled()
    assert [next(rows) for _ in range(500)][-1] == 499
    assert grid.cell(499, 13) == "1"
    assert grid.cell(0, 0) == "YEAR"
    with pytest.raises(IndexError, match="row 499 passes now"):
        grid.cell(450, 0)
    with pytest.raises(IndexError, match="pass only once"):
        next(grid.filled())
    assert len(grid.rows) == 500
    assert len(grid.rows[:2]) == 2


def test_more_time_is_given_for_a_larger_file() -> None:
    assert process.limits_for(1 << 20) == ReadingLimits()
    longer = process.limits_for(213 << 20)
    assert longer.cpu > ReadingLimits().cpu
    assert longer.wall > ReadingLimits().wall
    assert longer.memory == ReadingLimits().memory


@pytest.mark.parametrize(
    ("limit", "content", "why"),
    [
        ("extract.MOST_REFUSED", HEAD + "2023,4\n" * 5, "more than 3 rows or cells"),
        ("extract.MOST_FIGURES", HEAD + LONE, "more than 3 figures"),
        ("layouts.fcsq.breakdowns.MOST_SUBJECTS", HEAD + LONE, "more than 3 different things"),
    ],
)
def test_no_file_fills_the_memory_with_what_it_says(
    text_file: Make,
    take: Take,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    content: str,
    why: str,
) -> None:
    monkeypatch.setattr(f"lfjb_desk.importers.{limit}", 3)

    with pytest.raises(ImportRefusedError, match=why):
        take(text_file(content))
