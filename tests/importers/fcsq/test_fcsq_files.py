"""The FCSQ text files: every figure lands by place and period with its cell, none vanishes."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from lfjb_desk.importers.figures import ImportRefusedError, Reading

Take = Callable[[Path], Reading]
Make = Callable[..., Path]
Landed = tuple[str, str, str, str, Decimal | None, str | None, str, str]
NATION = "England and Wales"

TIMELINESS = """\
Case_type,Region,Representation,Quarter,Number_of_cases,mean_duration,median_duration
Children Act (Private),LONDON,Both,2023-Q4,412,52.3,47.1
Children Act (Private),LONDON,Applicant Only,2023-Q4,*,*,*
Children Act (Private),England & Wales,Neither,2023-Q4,"5,210",44.0 [r],39.9
Divorce,NORTH WEST,Respondent Only,2011-Q1,53,21.9,..
Divorce,NORTH WEST,Sometimes,2011-Q1,53,21.9,19.0
Divorce,,Both,2011-Q1,53,21.9,19.0
Divorce,WALES,Both,Q1,53,21.9,19.0
Divorce,WALES,Both,2011-Q2,5.5,21.9,[x]
Divorce,WALES,Both
"""
FINAL_ORDER = """\
,Case_Type,YEAR,Quarter,Number_of_disposals,Mean_duration,median_duration
0,Children Act (Private),2011.0,,45210,30.1,26.4
1,Children Act (Private),2023,,39877,46.2,:
2,Children Act (Private),,2023-Q3,9801,45.9,40.0
3,Children Act (Private),,2023-Q4,-,..,[c]
4,Children Act (Public),,2023-Q4,120,31.0,29.0
5,Children Act (Private),,,120,31.0,29.0
6,Children Act (Private),2023,2022-Q4,120,31.0,29.0
"""
CARE_FINAL = """\
Quarter,Year,Number_of_disposals,Mean_duration,Median_duration,Disposed_in_26_weeks
,2023,14022,43.9,40.1,0.261
2023-Q4,,3510,42.6,39.4,0.3
2024-Q1,NA,3499,41.9,38.0,[c]
2024-Q2,,-3,41.9,38.0,1
nonsense,,3,41.9,38.0,0.5
"""
CHILDREN_HEAD = (
    "YEAR,Qtr,Type,Count_type,Public_private,Disposal_type,Order_type,Order_type_code,Gender,"
    "age_band,Applicants_in_case,Respondents_in_case,HC_INDICATOR,Count\n"
)
CHILDREN_ACT = CHILDREN_HEAD + (
    "2023,4,Cases,Cases starting,Public law,,,,,,,,,3211\n"
    "2023,4,Cases,Cases starting,Private law,,,,All,All,,,,12876\n"
    "2023,4,Cases,Cases starting,Private law,,,,Male,All,,,,6000\n"
    "2023,4,Cases,Cases starting,Private law,,,,,,,,,876\n"
    ",2023-Q4,Application,Individual children,Public law,,,,,,,,,*\n"
    "2023,,Cases,Cases closed,Public law,,,,,,,,,12500 [p]\n"
    "2023,4,Application,Order type,Public law,,Care order,14,Female,Under 1,1,2,N,41\n"
    "2023,4,Application,Order type,Public law,,Care order,14,Male,Under 1,1,2,N,[c]\n"
    "2023,4,Disposal,Disposal events,Public law,,,,,,,,,3301\n"
    "2023,4,Disposal,Disposal events,Public law,,,,,,,,,2\n"
    "2023,4,Disposal,Something else,Public law,,,,,,,,,7\n"
    "2023,9,Cases,Cases closed,Private law,,,,,,,,,7\n"
    "2023,3,Cases,Cases closed,Private law,,,,,,,,,many\n"
    "2023,4,Cases\n"
)
REPRESENTATION = """\
case_type,year,quarter,category,party,gender,representation,count
Children Act (Private),2023,4,Parties,Applicants,All,Represented,4100
Children Act (Private),2023,4,Parties,Applicants,Female,Represented,2600
Children Act (Private),2023,4,Parties,Applicants,Male,Represented,1500
Children Act (Private),2023,4,Cases with a hearing,Respondents,,Represented,*
Adoption,2023,4,Parties,Applicants,Unknown,Unrepresented,12
Adoption,2023,4,Parties,,,Unrepresented,12
Adoption,2023,5,Parties,Respondents,,Unrepresented,12
Financial Remedy and a great deal more besides,2023,4,Parties,Respondents,,Unrepresented,12
"""


def landed(reading: Reading) -> set[Landed]:
    return {
        (
            *(f.measure_code, f.place_label, str(f.place_kind), f.period_label),
            *(f.value, f.marker, f"{f.period_start} to {f.period_end}", f.cell),
        )
        for f in reading.figures
    }


def rows_of(cells: list[str]) -> set[int]:
    return {int(re.sub(r"\D", "", cell)) for cell in cells}


def assert_none_vanished(reading: Reading, rows: int) -> None:
    """Every row of data is a figure, a refusal or counted as passed over."""
    seen = rows_of([f.cell for f in reading.figures]) | rows_of([r.cell for r in reading.refused])
    (use,) = reading.sheets
    assert reading.read == use.read == rows
    assert len(seen) + use.passed == rows
    assert use.taken == len(reading.figures)


def test_timeliness_lands_by_region_representation_and_quarter(take: Take, text_file: Make) -> None:
    reading = take(text_file(TIMELINESS, "CSV Timeliness 2023 Q4.csv"))

    q4, q1, q2 = (
        "2023-10-01 to 2023-12-31",
        "2011-01-01 to 2011-03-31",
        "2011-04-01 to 2011-06-30",
    )
    london, both = ("LONDON", "region", "2023-Q4"), "fcsq_private_law_{}_both"
    one, none = "fcsq_private_law_{}_applicant", "fcsq_private_law_{}_neither"
    nation = ("England & Wales", "nation", "2023-Q4")
    west, wales = ("NORTH WEST", "region", "2011-Q1"), ("WALES", "region", "2011-Q2")
    divorce, weeks = "fcsq_divorce_{}_respondent", Decimal("21.9")
    assert landed(reading) == {
        (both.format("disposals"), *london, Decimal(412), None, q4, "E2"),
        (both.format("mean_weeks"), *london, Decimal("52.3"), None, q4, "F2"),
        (both.format("median_weeks"), *london, Decimal("47.1"), None, q4, "G2"),
        (one.format("disposals"), *london, None, "*", q4, "E3"),
        (one.format("mean_weeks"), *london, None, "*", q4, "F3"),
        (one.format("median_weeks"), *london, None, "*", q4, "G3"),
        (none.format("disposals"), *nation, Decimal(5210), None, q4, "E4"),
        (none.format("mean_weeks"), *nation, Decimal("44.0"), "[r]", q4, "F4"),
        (none.format("median_weeks"), *nation, Decimal("39.9"), None, q4, "G4"),
        (divorce.format("disposals"), *west, Decimal(53), None, q1, "E5"),
        (divorce.format("mean_weeks"), *west, weeks, None, q1, "F5"),
        (divorce.format("median_weeks"), *west, None, "..", q1, "G5"),
        ("fcsq_divorce_mean_weeks_both", *wales, weeks, None, q2, "F9"),
        ("fcsq_divorce_median_weeks_both", *wales, None, "[x]", q2, "G9"),
    }
    assert [(r.cell, r.reason) for r in reading.refused] == [
        ("A6", "Row 6 has the representation \u201cSometimes\u201d."),
        ("A7", "Row 7 does not name its region."),
        ("A8", "Row 8 \u201cQ1\u201d names a quarter without its year."),
        ("E9", "E9 says 5.5, which is no whole number of disposals."),
        ("A10", "Row 10 has 3 cells where the headings need 7."),
    ]
    assert_none_vanished_in_part(reading, rows=9, in_both=1)
    assert reading.publisher == "FCSQ"
    assert {m.unit for m in reading.measures} == {"weeks", "disposals"}


def assert_none_vanished_in_part(reading: Reading, rows: int, in_both: int) -> None:
    """As above, where some rows give figures and have a cell refused as well."""
    taken = rows_of([f.cell for f in reading.figures])
    refused = rows_of([r.cell for r in reading.refused])
    assert len(taken & refused) == in_both
    assert len(taken | refused) == rows == reading.read


def test_final_orders_land_in_years_and_in_quarters(take: Take, text_file: Make) -> None:
    reading = take(text_file(FINAL_ORDER, "CSV Timeliness Private Law Final Order 2023 Q4.csv"))

    y11, y23 = "2011-01-01 to 2011-12-31", "2023-01-01 to 2023-12-31"
    q3, q4 = "2023-07-01 to 2023-09-30", "2023-10-01 to 2023-12-31"
    total, mean, median = (
        "fcsq_private_final_cases",
        "s8_receipt_final_weeks",
        "fcsq_private_median_weeks",
    )
    assert landed(reading) == {
        (total, NATION, "nation", "2011", Decimal(45210), None, y11, "E2"),
        (mean, NATION, "nation", "2011", Decimal("30.1"), None, y11, "F2"),
        (median, NATION, "nation", "2011", Decimal("26.4"), None, y11, "G2"),
        (total, NATION, "nation", "2023", Decimal(39877), None, y23, "E3"),
        (mean, NATION, "nation", "2023", Decimal("46.2"), None, y23, "F3"),
        (median, NATION, "nation", "2023", None, ":", y23, "G3"),
        (total, NATION, "nation", "2023-Q3", Decimal(9801), None, q3, "E4"),
        (mean, NATION, "nation", "2023-Q3", Decimal("45.9"), None, q3, "F4"),
        (median, NATION, "nation", "2023-Q3", Decimal("40.0"), None, q3, "G4"),
        (total, NATION, "nation", "2023-Q4", None, "-", q4, "E5"),
        (mean, NATION, "nation", "2023-Q4", None, "..", q4, "F5"),
        (median, NATION, "nation", "2023-Q4", None, "[c]", q4, "G5"),
    }
    assert [(r.cell, r.reason) for r in reading.refused] == [
        ("B6", "Row 6 is about \u201cChildren Act (Public)\u201d, not private law."),
        ("C7", "Row 7: names neither a year nor a quarter."),
        ("C8", "Row 8: has the year 2023 beside the quarter 2022-Q4."),
    ]
    assert_none_vanished(reading, rows=7)


def test_the_care_file_gives_the_measures_of_table_8(take: Take, text_file: Make) -> None:
    reading = take(text_file(CARE_FINAL, "CARE_FINAL 2024 Q2.csv"))

    y23, q4 = "2023-01-01 to 2023-12-31", "2023-10-01 to 2023-12-31"
    q1, q2 = "2024-01-01 to 2024-03-31", "2024-04-01 to 2024-06-30"
    total, mean, median, within = (
        *("fcsq_care_disposals", "s31_mean_weeks"),
        *("s31_median_weeks", "s31_within_26_pct"),
    )
    assert landed(reading) == {
        (total, NATION, "nation", "2023", Decimal(14022), None, y23, "C2"),
        (mean, NATION, "nation", "2023", Decimal("43.9"), None, y23, "D2"),
        (median, NATION, "nation", "2023", Decimal("40.1"), None, y23, "E2"),
        (within, NATION, "nation", "2023", Decimal("26.1"), None, y23, "F2"),
        (total, NATION, "nation", "2023-Q4", Decimal(3510), None, q4, "C3"),
        (mean, NATION, "nation", "2023-Q4", Decimal("42.6"), None, q4, "D3"),
        (median, NATION, "nation", "2023-Q4", Decimal("39.4"), None, q4, "E3"),
        (within, NATION, "nation", "2023-Q4", Decimal(30), None, q4, "F3"),
        (total, NATION, "nation", "2024-Q1", Decimal(3499), None, q1, "C4"),
        (mean, NATION, "nation", "2024-Q1", Decimal("41.9"), None, q1, "D4"),
        (median, NATION, "nation", "2024-Q1", Decimal("38.0"), None, q1, "E4"),
        (within, NATION, "nation", "2024-Q1", None, "[c]", q1, "F4"),
        (mean, NATION, "nation", "2024-Q2", Decimal("41.9"), None, q2, "D5"),
        (median, NATION, "nation", "2024-Q2", Decimal("38.0"), None, q2, "E5"),
        (within, NATION, "nation", "2024-Q2", Decimal(100), None, q2, "F5"),
    }
    assert [r.cell for r in reading.refused] == ["B6", "C5"]
    assert_none_vanished_in_part(reading, rows=5, in_both=1)


def test_a_share_that_may_be_a_count_is_not_taken(take: Take, text_file: Make) -> None:
    reading = take(text_file(CARE_FINAL.replace("0.261", "3660"), "CARE_FINAL.csv"))

    assert not [f for f in reading.figures if f.measure_code == "s31_within_26_pct" and f.value]
    assert sum("a percentage, a fraction or a count" in r.reason for r in reading.refused) == 3


def test_of_children_act_counts_only_totals_are_taken_and_the_rest_is_counted(
    take: Take, text_file: Make
) -> None:
    reading = take(text_file(CHILDREN_ACT, "CSV Children Act 2023 Q4.csv"))

    q4, y23 = "2023-10-01 to 2023-12-31", "2023-01-01 to 2023-12-31"
    started = "fcsq_private_law_start_cases"
    assert landed(reading) == {
        ("pl_case_starts", NATION, "nation", "2023 Q4", Decimal(3211), None, q4, "N2"),
        (started, NATION, "nation", "2023 Q4", Decimal(12876), None, q4, "N3"),
        ("fcsq_public_law_individual_children", NATION, "nation", "2023-Q4", None, "*", q4, "N6"),
        ("pl_disposals", NATION, "nation", "2023", Decimal(12500), "[p]", y23, "N7"),
    }
    assert [(r.cell, r.reason) for r in reading.refused] == [
        ("A15", "Row 15 has 3 cells where the headings need 14."),
        ("N13", "Row 13: \u201c9\u201d is not a period that is known here."),
        ("N14", "N14 says \u201cmany\u201d, neither a figure nor a known marker."),
    ]
    assert (
        "7 rows break figures down by order type, order type code, gender, age band, applicants "
        "in case, respondents in case, hc indicator: not used."
    ) in reading.notes
    assert_none_vanished(reading, rows=14)


def test_a_blank_among_broken_down_rows_is_no_total(take: Take, text_file: Make) -> None:
    rows = "".join(
        f"2023,4,Cases,Cases starting,Public law,,,,{gender},,,,,5\n" for gender in ("", "Male")
    )
    reading = take(text_file(CHILDREN_HEAD + rows))

    (use,) = reading.sheets
    assert reading.figures == ()
    assert (use.read, use.taken, use.passed) == (2, 0, 2)
    assert "further than the desk keeps" in use.reason
    assert any(use.reason in note for note in reading.notes)


def test_two_totals_of_the_same_thing_are_both_left(take: Take, text_file: Make) -> None:
    row = "2023,4,Cases,Cases starting,Public law,,,,All,All,,,,{}\n"
    reading = take(text_file(CHILDREN_HEAD + row.format(5) + row.format(6)))

    assert reading.figures == ()
    assert reading.sheets[0].passed == 2


def test_legal_representation_is_taken_for_all_genders_together(
    take: Take, text_file: Make
) -> None:
    reading = take(text_file(REPRESENTATION, "CSV Legal Representation National 2023 Q4.csv"))

    q4 = "2023-10-01 to 2023-12-31"
    parties = "fcsq_private_law_parties_applicants_represented"
    heard = "fcsq_private_law_cases_hearing_respondents_represented"
    assert landed(reading) == {
        (parties, NATION, "nation", "2023 Q4", Decimal(4100), None, q4, "H2"),
        (heard, NATION, "nation", "2023 Q4", None, "*", q4, "H5"),
    }
    assert [(r.cell, r.reason) for r in reading.refused] == [
        ("A7", "Row 7 does not say its party."),
        ("A8", "Row 8 \u201c5\u201d is not a period that is known here."),
        ("A9", "Row 9 says more than the name of a measure can hold."),
    ]
    assert "3 rows break figures down by gender: not used." in reading.notes
    assert_none_vanished(reading, rows=8)


@pytest.mark.parametrize(
    ("content", "first", "layout"),
    [
        (TIMELINESS, "region", "FCSQ timeliness by region and representation"),
        (CARE_FINAL, "year", "FCSQ timeliness of care cases"),
    ],
)
def test_columns_are_found_in_any_order_and_any_case(
    take: Take, text_file: Make, content: str, first: str, layout: str
) -> None:
    rows = [line.split(",") for line in content.splitlines()[:3]]
    turned = "\n".join(",".join(reversed(row)) for row in rows)
    straight = take(
        text_file(content.splitlines()[0] + "\n" + "\n".join(content.splitlines()[1:3]))
    )
    upper, _, rest = turned.partition("\n")
    reading = take(text_file(f"{upper.upper()}\n{rest}"))

    assert (reading.layout, straight.layout) == (layout, layout)
    assert [(f.measure_code, f.value, f.marker) for f in reading.figures] == [
        (f.measure_code, f.value, f.marker) for f in straight.figures
    ]
    assert first in upper.casefold()


def test_a_file_with_two_columns_of_one_name_is_not_guessed_at(take: Take, text_file: Make) -> None:
    content = CARE_FINAL.replace("Number_of_disposals", "Number_of_disposals,Mean duration")
    reading = take(text_file(content))

    assert reading.figures == ()
    assert {r.reason for r in reading.refused} == {"Two columns are called mean duration."}


def test_headings_alone_are_refused(take: Take, text_file: Make) -> None:
    with pytest.raises(ImportRefusedError, match="has headings but no rows"):
        take(text_file(CHILDREN_HEAD))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",LONDON,Both,2023-Q4,4,5.0,5.0", "does not name its case type"),
        (f"{'A case ' * 6},LONDON,Both,2023-Q4,4,5.0,5.0", "too long to be one"),
        ("Divorce,LONDON,Both,2023,4,5.0,5.0", "is not a quarter of a year"),
        ("Divorce,LONDON,Both,,4,5.0,5.0", "names neither a year nor a quarter"),
        ("Divorce,LONDON,Both,2023-Q4,4,5.0,5.0,more", "has more cells than headings"),
    ],
)
def test_a_row_of_timeliness_that_does_not_say_enough_is_refused(
    take: Take, text_file: Make, row: str, why: str
) -> None:
    reading = take(text_file(f"{TIMELINESS.splitlines()[0]}\n{row}\n"))

    assert reading.figures == ()
    assert [why in r.reason for r in reading.refused] == [True]


@pytest.mark.parametrize(
    ("year", "quarter", "period"),
    [
        ("2023", "Annual", "2023-01-01 to 2023-12-31"),
        ("2023.0", "3.0", "2023-07-01 to 2023-09-30"),
        ("2023", "2023-Q2", "2023-04-01 to 2023-06-30"),
        ("NA", "2023-2", "2023-04-01 to 2023-06-30"),
        ("23", "2", ""),
        ("2023", "2023", ""),
    ],
)
def test_year_and_quarter_are_read_as_programs_write_them(
    take: Take, text_file: Make, year: str, quarter: str, period: str
) -> None:
    head = CARE_FINAL.splitlines()[0]
    reading = take(text_file(f"{head}\n{quarter},{year},9,9.0,9.0,many\n"))

    assert {f"{f.period_start} to {f.period_end}" for f in reading.figures} == ({period} - {""})
    assert bool(reading.refused)  # the share that says many, or the whole row
