"""A packed release as published: all its files in one go, one broken file apart."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from lfjb_desk.importers.figures import ImportRefusedError, Reading
from lfjb_desk.importers.process import read_file

Take = Callable[[Path], Reading]
Make = Callable[..., Path]

AREAS = (
    "category,stage,year,quarter,dfj_new,region,count,cases\n"
    "Adoption,Start,2024,1,Leeds DFJ,NORTH EAST,40,38\n"
)
CARE = (
    "Year,Quarter,Number_of_disposals,Mean_duration,Median_duration,Disposed_in_26_weeks\n"
    "2023,,14022,43.94,40.1,0.2614\n,2024-Q1,3499,41.9,38.0,0.31\n"
)
TIMES = (
    "Case_type,Region,Representation,Quarter,Number_of_cases,mean_duration,median_duration\n"
    "Children Act (Private),LONDON,Both,2023-Q4,412,52.3,47.1\n"
)
BREAKDOWN = (
    "YEAR,Qtr,Type,Count_type,Public_private,Disposal_type,Order_type,Order_type_code,Gender,"
    "age_band,Applicants_in_case,Respondents_in_case,HC_INDICATOR,Count\n"
    "2023,4,Application,Order type,Public law,,Care order,14,Male,Under 1,1,2,N,[c]\n"
)
PROBATE = "Year,Quarter,Grants\n2023,1,60000\n"
PLAIN = "area,period,measure,value\nYork,2024 Q1,open_public,7\n"
TABLE_8 = [
    ["Table 8: Care proceedings, disposals and time taken, Annually 2023 and quarterly 2024"],
    ["Source: HMCTS FamilyMan and Core Case Data"],
    [
        *("Year", "Quarter", "Total Disposals", "Mean disposal duration (weeks)"),
        *("Median disposal duration (weeks)\n[note 57]", "Cases disposed in 26 weeks"),
    ],
    [2023, "Annual", 14022, 43.9, 40.1, 0.26],
    [2024, "Q1", 3499, 41.5, 38, 0.31],
]
NAMES = {
    "areas": "FCSQ/CSV DFJ and Regional Level 2024 Q1.csv",
    "care": "FCSQ/CARE_FINAL 2024 Q1.csv",
    "times": "FCSQ/CSV Timeliness 2024 Q1.csv",
    "breakdown": "FCSQ/CSV Children Act 2024 Q1.csv",
    "probate": "FCSQ/CSV Probate National 2024 Q1.csv",
}


@pytest.fixture
def release(package: Make, workbook: Make) -> Callable[..., Path]:
    """Write a release of five files and the tables, with others in their place or beside them."""

    def write(**others: str | bytes) -> Path:
        parts: dict[str, str | bytes] = {
            NAMES["areas"]: AREAS,
            NAMES["care"]: CARE,
            NAMES["times"]: TIMES,
            NAMES["breakdown"]: BREAKDOWN,
            NAMES["probate"]: PROBATE,
            "FCSQ/Tables.xlsx": workbook({"Cover": [["Hello"]], "Table_8": TABLE_8}).read_bytes(),
            "__MACOSX/FCSQ/._CARE_FINAL 2024 Q1.csv": b"\0\5\x16\7",
        }
        parts |= {NAMES.get(name, name): content for name, content in others.items()}
        return package({name: held for name, held in parts.items() if held}, "FCSQ_2024_Q1.zip")

    return write


def test_a_whole_release_is_read_in_one_go(release: Make) -> None:
    said: list[str] = []
    reading = read_file(release(), progress=said.append)

    cells = {
        (f.measure_code, f.place_label, f.period_label, f.sheet, f.cell) for f in reading.figures
    }
    care, times = "CARE_FINAL 2024 Q1.csv", "CSV Timeliness 2024 Q1.csv"
    area = ("Leeds DFJ", "2024 Q1", "CSV DFJ and Regional Level 2024 Q1.csv")
    nation, part = "England and Wales", ("LONDON", "2023-Q4", times)
    assert cells == {
        ("fcsq_adoption_start_orders", *area, "G2"),
        ("fcsq_adoption_start_cases", *area, "H2"),
        ("fcsq_care_disposals", nation, "2023", care, "C2"),
        ("s31_mean_weeks", nation, "2023", care, "D2"),
        ("s31_median_weeks", nation, "2023", care, "E2"),
        ("s31_within_26_pct", nation, "2023", care, "F2"),
        ("fcsq_care_disposals", nation, "2024-Q1", care, "C3"),
        ("s31_median_weeks", nation, "2024-Q1", care, "E3"),
        ("s31_within_26_pct", nation, "2024-Q1", care, "F3"),
        ("fcsq_private_law_disposals_both", *part, "E2"),
        ("fcsq_private_law_mean_weeks_both", *part, "F2"),
        ("fcsq_private_law_median_weeks_both", *part, "G2"),
    }
    assert "Reading CARE_FINAL 2024 Q1.csv" in said
    assert reading.publisher == "FCSQ"
    assert "FCSQ figures for DFJ areas; " in reading.layout


def test_each_sheet_of_a_release_says_what_came_of_it(release: Make, take: Take) -> None:
    reading = take(release())

    uses = {use.sheet: (use.read, use.taken, use.passed, use.reason) for use in reading.sheets}
    assert list(uses) == [
        "CSV DFJ and Regional Level 2024 Q1.csv",
        "CARE_FINAL 2024 Q1.csv",
        "CSV Timeliness 2024 Q1.csv",
        "CSV Children Act 2024 Q1.csv",
        "CSV Probate National 2024 Q1.csv",
        "Tables.xlsx \u203a Cover",
        "Tables.xlsx \u203a Table_8",
    ]
    assert uses["CARE_FINAL 2024 Q1.csv"] == (2, 7, 0, "")
    assert uses["Tables.xlsx \u203a Table_8"] == (2, 0, 0, "")
    assert uses["CSV Children Act 2024 Q1.csv"][:3] == (1, 0, 1)
    assert "further than the desk keeps" in uses["CSV Children Act 2024 Q1.csv"][3]
    assert uses["CSV Probate National 2024 Q1.csv"] == (
        *(0, 0, 0),
        "not a table that is known here",
    )
    said = "Sheets not used: CSV Probate National 2024 Q1.csv, Tables.xlsx \u203a Cover."
    assert said in reading.notes


def test_table_8_and_the_file_behind_it_agree_but_for_rounding(release: Make, take: Take) -> None:
    reading = take(release())

    listed = (*reading.repeats, *reading.refused)
    table = {r.cell: r.reason for r in listed if r.sheet == "Tables.xlsx \u203a Table_8"}
    assert table["C4"] == "Tables.xlsx \u203a Table_8 C4 repeats CARE_FINAL 2024 Q1.csv C2."
    assert table["D4"].endswith("D4 repeats CARE_FINAL 2024 Q1.csv D2, rounded.")
    assert table["F4"].endswith("F4 repeats CARE_FINAL 2024 Q1.csv F2, rounded.")
    assert "give different figures for the same thing" in table["D5"]  # 41.5 beside 41.9
    mean = [f for f in reading.figures if f.measure_code == "s31_mean_weeks"]
    assert [(f.period_label, f.value) for f in mean] == [("2023", Decimal("43.94"))]
    assert "CARE_FINAL 2024 Q1.csv" in {r.sheet for r in reading.refused}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'category,stage\n"Adoption,Start\n', "quotation mark"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old .xls format"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"<html><table></table></html>", "a web page"),
        (b"category,st\0age\n", "control character"),
        (b" \n", "is empty"),
    ],
)
def test_one_broken_file_does_not_stop_the_others(
    release: Make, take: Take, content: bytes, why: str
) -> None:
    reading = take(release(areas=content))

    name = "CSV DFJ and Regional Level 2024 Q1.csv"
    (broken,) = [r for r in reading.refused if r.sheet == name]
    assert why in broken.reason
    assert "Nothing was imported" not in broken.reason
    assert {f.measure_code for f in reading.figures} >= {"s31_median_weeks"}
    assert [use.reason for use in reading.sheets if use.sheet == name] == [broken.reason]
    assert any(broken.reason.rstrip(".") in note for note in reading.notes)


def test_a_file_whose_bytes_were_spoilt_in_the_zip_is_named(release: Make, take: Take) -> None:
    path = release(areas=AREAS + "x" * 50_000)
    with zipfile.ZipFile(path) as pack:
        start = pack.getinfo(NAMES["areas"]).header_offset + 60 + len(NAMES["areas"])
    data = bytearray(path.read_bytes())
    data[start : start + 20] = bytes(20)
    path.write_bytes(data)

    reading = take(path)

    broken = [r for r in reading.refused if not r.cell]
    assert [r.reason for r in broken] == [
        "CSV DFJ and Regional Level 2024 Q1.csv is damaged or cut short."
    ]
    assert reading.figures


def test_a_hostile_workbook_inside_is_refused_by_itself(
    release: Make, sheet_xml: Make, take: Take
) -> None:
    bomb = sheet_xml("", head='<!DOCTYPE x [<!ENTITY a "ha">]>').read_bytes()
    reading = take(release(**{"FCSQ/Tables.xlsx": bomb}))

    assert any("document type" in r.reason for r in reading.refused if r.sheet == "Tables.xlsx")
    assert reading.figures


def test_single_cases_in_any_file_stop_all_of_it(release: Make, take: Take) -> None:
    with pytest.raises(ImportRefusedError, match="no case, family or child data"):
        take(release(probate="Case Number,Grant\n1,2\n"))


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ({"FCSQ/more.zip": b"x"}, "packed file inside"),
        ({"FCSQ/more.csv": b"PK\x03\x04xxxx"}, "packed file inside"),
        ({"FCSQ/Other.ods": b"x"}, "more than one workbook"),
        ({"../CSV out.csv": AREAS}, "unpack elsewhere"),
        ({"/CSV out.csv": AREAS}, "unpack elsewhere"),
        ({"C:CSV out.csv": AREAS}, "unpack elsewhere"),
        ({"big.csv": b"a" * (12 << 20)}, "200 times smaller"),
    ],
)
def test_a_release_that_hides_something_is_refused_whole(
    release: Make, take: Take, inside: dict[str, bytes], why: str
) -> None:
    with pytest.raises(ImportRefusedError, match=why):
        take(release(**inside))


def test_a_packed_release_named_as_a_workbook_inside_another_is_refused(
    release: Make, take: Take
) -> None:
    inner = release().read_bytes()
    reading = take(release(**{"FCSQ/Tables.xlsx": inner}))

    assert any("packed file inside a packed file" in r.reason for r in reading.refused)


def test_a_plain_table_beside_published_ones_is_set_aside(release: Make, take: Take) -> None:
    reading = take(release(probate=PLAIN))

    assert "open_public" not in {f.measure_code for f in reading.figures}
    (use,) = [use for use in reading.sheets if "Probate" in use.sheet]
    assert (use.read, use.taken) == (0, 0)
    assert "imported as a file of its own" in use.reason


def test_files_of_one_name_in_two_folders_are_told_apart(release: Make, take: Take) -> None:
    reading = take(release(**{"2023/CARE_FINAL 2024 Q1.csv": CARE}))

    named = [use.sheet for use in reading.sheets if "CARE_FINAL" in use.sheet]
    assert named == ["FCSQ/CARE_FINAL 2024 Q1.csv", "2023/CARE_FINAL 2024 Q1.csv"]


def test_a_release_that_holds_nothing_known_says_so(package: Make, take: Take) -> None:
    with pytest.raises(ImportRefusedError, match="no file in it holds a table that is known"):
        take(package({"CSV Probate.csv": PROBATE}, "all.zip"))
    with pytest.raises(ImportRefusedError, match="no table that could be read"):
        take(package({"CSV Probate.csv": PROBATE, "x.csv": b'a,"b\n'}, "all.zip"))


def test_one_plain_table_in_a_zip_is_read(package: Make, take: Take) -> None:
    reading = take(package({"board/figures.csv": PLAIN}, "figures.zip"))

    assert [(f.sheet, f.cell) for f in reading.figures] == [("figures.csv", "D2")]
