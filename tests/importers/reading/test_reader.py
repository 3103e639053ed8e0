import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from lfjb_desk.importers.cells import Grid, Merge, place, text, words
from lfjb_desk.importers.figures import ImportRefusedError, NotRecognisedError, Reading
from lfjb_desk.importers.reading.workbook import _cell

Take = Callable[[Path], Reading]
Make = Callable[..., Path]

LONG = [["area", "period", "measure", "value"], ["York", "2024 Q1", "open_public", 7]]
HISTORY = [["Care duration history"], ["DFJ area", "Q1 2022-23", "Q2 2022-23"], ["York", 30, 31]]


@pytest.mark.parametrize(
    "head",
    ["Case Number", "CCD number", "case_id", "Child ID", "Date of birth", "FamilyMan Number"],
)
def test_a_list_of_cases_is_refused_whatever_else_it_holds(
    take: Take, workbook: Make, head: str
) -> None:
    sheets = {"Figures": LONG, "hidden list": [[], ["Name", head], ["a", "b"]]}

    with pytest.raises(ImportRefusedError, match="no case, family or child data"):
        take(workbook(sheets))


@pytest.mark.parametrize("number", ["1640 1234 5678 9012", "1640123456789012", "ZE21C50001"])
def test_case_numbers_are_known_without_a_heading_and_never_repeated(
    take: Take, text_file: Make, number: str
) -> None:
    with pytest.raises(ImportRefusedError, match="holds case numbers") as refusal:
        take(text_file(f"reference,weeks\n{number},41\n"))

    assert number not in str(refusal.value)


def test_the_case_progression_report_is_refused(take: Take, sample: Callable[[str], Path]) -> None:
    with pytest.raises(ImportRefusedError, match=r"lists single cases .*Case Number"):
        take(sample("hmcts_case_progression_report_header_only.csv"))


def test_an_unknown_table_is_told_what_was_looked_for(take: Take, text_file: Make) -> None:
    with pytest.raises(NotRecognisedError) as refusal:
        take(text_file("Team,Desks\nNorth,4\nSouth,7\n"))

    assert str(refusal.value).endswith(
        " was not recognised: it holds no table that is known here. Nothing was imported."
    )
    for what in ("dfj_new", "26 weeks", "duration", "area, period, measure and value"):
        assert what in " ".join(refusal.value.looked_for)


@pytest.mark.parametrize("name", ["broken.xlsx", "broken.XLSX", "broken.ods", "broken.docx"])
@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x81\x8d\x8f", b"PK\x03\x04 cut short"])
def test_a_file_that_is_called_a_workbook_and_is_none_says_so_and_what_to_do(
    take: Take, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportRefusedError) as refusal:
        take(path)

    sentence = str(refusal.value)
    assert "damaged" in sentence
    assert "Nothing was imported. Fetch the file again" in sentence
    assert "UTF-8" not in sentence


def test_a_text_under_the_name_of_a_workbook_is_read_all_the_same(
    take: Take, tmp_path: Path
) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_text("area,period,measure,value\nYork,2024 Q1,open_public,7\n", encoding="utf-16")
    assert len(take(path).figures) == 1


def test_tables_of_two_kinds_in_one_workbook_are_not_mixed(take: Take, workbook: Make) -> None:
    with pytest.raises(ImportRefusedError, match="more than one kind"):
        take(workbook({"One": LONG, "Two": HISTORY}))


def test_a_workbook_whose_only_table_is_hidden_is_not_recognised(
    take: Take, workbook: Make
) -> None:
    with pytest.raises(ImportRefusedError, match="was not recognised"):
        take(workbook({"Cover": [["Hello"]], "hidden table": LONG}))


def test_the_same_figure_in_two_sheets_is_taken_once(take: Take, workbook: Make) -> None:
    reading = take(workbook({"One": LONG, "Two": LONG}))

    assert [(f.sheet, f.cell) for f in reading.figures] == [("One", "D2")]
    assert [r.reason for r in reading.repeats] == ["Two D2 repeats One D2."]
    assert reading.refused == ()
    assert reading.read == 2


def test_a_large_honest_workbook_passes_the_front_door(take: Take, workbook: Make) -> None:
    rows = [["area", "period", "measure", "value", *[f"spare {n}" for n in range(60)]]]
    rows += [["York", str(1990 + n), "m", str(n), *["x"] * 60] for n in range(100)]

    assert len(take(workbook({"Data": rows}, {"Data": ["BA200:BL210"]})).figures) == 100


def test_an_ods_padded_to_the_end_of_the_sheet_passes_the_front_door(take: Take, ods: Make) -> None:
    reading = take(ods({"One": LONG, "Two": [["Notes"]]}))

    (figure,) = reading.figures
    assert (figure.sheet, figure.cell) == ("One", "D2")
    assert figure.value == 7


def test_the_bytes_that_were_read_are_named_by_their_hash(take: Take, text_file: Make) -> None:
    one = take(text_file("area,period,measure,value\nYork,2024,m,7\n", "a.csv"))
    two = take(text_file("area,period,measure,value\nYork,2024,m,7\n", "b.csv"))

    assert one.sha256 == two.sha256
    assert (len(one.sha256), one.file_name, two.file_name) == (64, "a.csv", "b.csv")


def test_cells_keep_their_exact_digits_and_kinds() -> None:
    assert _cell(0.1) == Decimal("0.1")
    assert (str(_cell(2011.0)), str(_cell(7))) == ("2011", "7")
    assert (_cell(True), _cell(False)) == ("TRUE", "FALSE")  # noqa: FBT003 - what a cell holds
    assert _cell(dt.datetime(2024, 3, 1)) == dt.date(2024, 3, 1)  # noqa: DTZ001
    assert _cell(dt.datetime(2024, 3, 1, 9)) == "2024-03-01T09:00:00"  # noqa: DTZ001
    assert _cell(dt.time(9)) == "09:00:00"


def test_cells_are_named_as_in_a_spreadsheet() -> None:
    assert [place(0, 0), place(9, 25), place(0, 26), place(1_048_575, 16_383)] == [
        "A1",
        "Z10",
        "AA1",
        "XFD1048576",
    ]


def test_headings_are_compared_without_notes_case_and_punctuation() -> None:
    assert words("Median disposal\n duration (weeks) [note 57]") == "median disposal duration weeks"
    assert words("Batley & Dewsbury") == "batley and dewsbury"
    assert text(Decimal("41.20")) == "41.20"


def test_joined_cells_speak_for_all_that_they_cover() -> None:
    grid = Grid("x", [["a", "", "b"], ["", "", "c"]], (Merge(0, 0, 1, 1),))

    assert [grid.joined(1, column) for column in range(3)] == ["a", "a", "c"]
    assert grid.cell(0, 9) == ""
