import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.importers.figures import Reading

REAL = "fcsq_dfj_and_regional_adoption_2011Q1-2021Q2.csv"
HEAD = "category,stage,year,quarter,dfj_new,region,count,cases\n"
Take = Callable[[Path], Reading]
TextFile = Callable[..., Path]


def rows_taken(reading: Reading) -> set[int]:
    return {int(figure.cell[1:]) for figure in reading.figures}


def test_every_row_of_the_real_file_is_a_figure_or_listed(
    take: Take, sample: Callable[[str], Path]
) -> None:
    reading = take(sample(REAL))

    refused = {int(refusal.cell[1:]) for refusal in reading.refused}
    assert reading.read == 3821
    assert rows_taken(reading) | refused == set(range(2, 3823))
    assert not rows_taken(reading) & refused
    assert len(reading.figures) == 2 * (3821 - len(refused))
    assert (reading.publisher, reading.layout) == ("FCSQ", "FCSQ figures for DFJ areas")


def test_every_figure_of_the_real_file_stands_in_the_cell_it_names(
    take: Take, sample: Callable[[str], Path]
) -> None:
    with sample(REAL).open(newline="", encoding="utf-8-sig") as lines:
        table = list(csv.reader(lines))

    for figure in take(sample(REAL)).figures:
        row = table[int(figure.cell[1:]) - 1]
        assert figure.value == Decimal(row["ABCDEFGH".index(figure.cell[0])])
        assert figure.marker is None
        assert (figure.place_label, figure.place_hint) == (row[4], row[5])
        assert figure.period_label == f"{row[2]} Q{row[3]}"
        assert figure.period_start == date(int(row[2]), int(row[3]) * 3 - 2, 1)


@pytest.mark.parametrize(
    ("area", "year", "quarter"),
    [
        ("Chelmsford DFJ", 2012, 3),
        ("Central Family Court", 2011, 1),
        ("Leeds DFJ", 2016, 4),
        ("Swansea DFJ", 2019, 2),
        ("Birmingham DJF", 2021, 2),
    ],
)
def test_five_areas_and_quarters_equal_the_file(
    take: Take, sample: Callable[[str], Path], area: str, year: int, quarter: int
) -> None:
    with sample(REAL).open(newline="", encoding="utf-8-sig") as lines:
        expected = {
            (row["stage"].lower(), unit): Decimal(row[column])
            for row in csv.DictReader(lines)
            if (row["dfj_new"], row["year"], row["quarter"]) == (area, str(year), str(quarter))
            for unit, column in (("orders", "count"), ("cases", "cases"))
        }

    read = {
        tuple(figure.measure_code.removeprefix("fcsq_adoption_").split("_")): figure.value
        for figure in take(sample(REAL)).figures
        if figure.place_label == area and figure.period_label == f"{year} Q{quarter}"
    }
    assert len(expected) == 4
    assert read == expected


def test_the_stray_second_row_for_west_london_is_listed_and_not_added(
    take: Take, sample: Callable[[str], Path]
) -> None:
    reading = take(sample(REAL))

    (refusal,) = reading.refused
    assert refusal.cell == "A1052"
    assert "West London Family Court in 2013 Q4, under MIDLANDS" in refusal.reason
    (kept,) = [f for f in reading.figures if f.cell == "H1034"]
    assert kept.value == 26


def test_misspelt_and_stray_areas_are_kept_as_published(
    take: Take, sample: Callable[[str], Path]
) -> None:
    labels = {figure.place_label for figure in take(sample(REAL)).figures}

    assert {"Birmingham DJF", "Batley & Dewsbury", "Carmarthen & Dinefwr"} <= labels


def test_public_law_cases_are_the_measures_of_the_board(take: Take, text_file: TextFile) -> None:
    reading = take(
        text_file(
            HEAD + "Public Law,Start,2023,4,Luton DFJ,SOUTH EAST,90,70\n"
            "Public Law,End,2023,4,Luton DFJ,SOUTH EAST,80,60\n"
        )
    )

    taken: set[Any] = {(f.measure_code, f.value) for f in reading.figures}
    assert taken == {
        ("fcsq_public_law_start_orders", 90),
        ("pl_case_starts", 70),
        ("fcsq_public_law_end_orders", 80),
        ("pl_disposals", 60),
    }
    assert {(m.code, m.unit) for m in reading.measures} >= {("pl_disposals", "cases")}
    assert all(figure.place_kind == "area" for figure in reading.figures)


def test_an_index_column_and_other_letters_make_no_difference(
    take: Take, text_file: TextFile
) -> None:
    plain = take(text_file(HEAD + "Adoption,Start,2011,1,Luton DFJ,SOUTH EAST,5,4\n"))
    other = take(
        text_file(
            "\ufeff,Category,STAGE,Year,Quarter,DFJ_new,Region,Count,CASES\r\n"
            "1,Adoption,start,2011,Q1,Luton DFJ,SOUTH EAST,5,4\r\n"
        )
    )

    assert [f.value for f in other.figures] == [f.value for f in plain.figures]
    assert [f.cell for f in other.figures] == ["H2", "I2"]
    assert other.notes == ("Read as UTF-8, separated by commas.",)


def test_missing_and_suppressed_counts_are_markers_and_never_nought(
    take: Take, text_file: TextFile
) -> None:
    reading = take(
        text_file(
            HEAD + "Divorce,Start,2020,1,Luton DFJ,SOUTH EAST,500,\n"
            "Adoption,Start,2020,1,Luton DFJ,SOUTH EAST,[c],*\n"
        )
    )

    assert [(f.value, f.marker) for f in reading.figures] == [
        (500, None),
        (None, "blank"),
        (None, "[c]"),
        (None, "*"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Adoption,Start,2011,5,Luton DFJ,SOUTH EAST,5,4", "quarter"),
        ("Adoption,Start,11,1,Luton DFJ,SOUTH EAST,5,4", "year"),
        ("Adoption,Begin,2011,1,Luton DFJ,SOUTH EAST,5,4", "neither Start nor End"),
        (",Start,2011,1,Luton DFJ,SOUTH EAST,5,4", "category"),
        ("Adoption,Start,2011,1,,SOUTH EAST,5,4", "name its area"),
        ("Adoption,Start,2011,1,Luton DFJ,SOUTH EAST,5", "has 7 cells"),
        ("Adoption,Start,2011,1,Luton DFJ,SOUTH EAST,5,4,3", "more cells"),
    ],
)
def test_a_broken_row_is_listed_with_the_reason(
    take: Take, text_file: TextFile, row: str, reason: str
) -> None:
    reading = take(text_file(HEAD + row + "\nAdoption,End,2011,1,Luton DFJ,SOUTH EAST,5,4\n"))

    (refusal,) = reading.refused
    assert reason in refusal.reason
    assert (reading.read, len(reading.figures)) == (2, 2)


@pytest.mark.parametrize("count", ["4.5", "-1", "about 5", "12%"])
def test_a_broken_count_is_listed_and_the_other_figure_kept(
    take: Take, text_file: TextFile, count: str
) -> None:
    reading = take(text_file(HEAD + f"Adoption,Start,2011,1,Luton DFJ,SOUTH EAST,{count},4\n"))

    (figure,) = reading.figures
    assert figure.cell == "H2"
    assert figure.value == 4
    assert [refusal.cell for refusal in reading.refused] == ["G2"]


def test_a_repeated_row_is_taken_once_and_two_that_differ_not_at_all(
    take: Take, text_file: TextFile
) -> None:
    reading = take(
        text_file(
            HEAD
            + "Adoption,Start,2011,1,Luton DFJ,SOUTH EAST,5,4\n" * 2
            + "Adoption,End,2011,1,York DFJ,NORTH EAST,5,4\n"
            "Adoption,End,2011,1,York DFJ,NORTH EAST,6,4\n"
        )
    )

    assert {f.place_label for f in reading.figures} == {"Luton DFJ"}
    assert [r.reason for r in reading.repeats] == ["Row 3 repeats row 2."]
    assert [r.reason for r in reading.refused] == [
        "Rows 4 and 5 give different figures for York DFJ in 2011 Q1.",
        "Rows 4 and 5 give different figures for York DFJ in 2011 Q1.",
    ]


def test_two_columns_of_one_name_are_not_chosen_between(take: Take, text_file: TextFile) -> None:
    reading = take(
        text_file(HEAD.strip() + ",Cases\nAdoption,Start,2011,1,Luton DFJ,SOUTH EAST,5,4,3\n")
    )

    assert not reading.figures
    assert [r.reason for r in reading.refused] == ["Two columns are called cases."]


def test_further_columns_are_named_as_not_used(take: Take, text_file: TextFile) -> None:
    reading = take(
        text_file(HEAD.strip() + ",Remark\nAdoption,Start,2011,1,Luton DFJ,SOUTH EAST,5,4,late\n")
    )

    assert "Columns not used: remark." in reading.notes
