"""The whole FCSQ tables workbook: every figure with its measure, period and cell, and no other."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.importers.figures import Reading
from tests.importers.fcsq.printed import ACCESSIBLE, ASIDE
from tests.importers.fcsq.styled_workbook import STYLED, styled
from tests.importers.fcsq.workbook import Landed, accessible, landed, write
from tests.office import needs_calc

Take = Callable[[Path], Reading]
Make = Callable[..., Path]

REASONS = {
    "orders by their type": ["Table_3a", "Table_3b", "Table_4a", "Table_4b"],
    "divorce and other matrimonial matters": [
        *("Table_10b", "Table_12", "Table_12b", "Table_13", "Table_14"),
    ],
    "the Court of Protection": ["Table_21", "Table_22"],
    "powers of attorney and deputies": ["Table_23"],
    "probate": ["Table_24", "Table_25"],
}


def agrees(reading: Reading, expected: Landed) -> None:
    """Hold a reading against all that a workbook gives; the summary repeats cases of Table 1."""
    repeated = {
        at
        for at, (code, *_) in expected.items()
        if at[0] == "Table_2" and code.endswith(("_cases", "pl_case_starts", "pl_disposals"))
    }
    assert landed(reading) == {at: told for at, told in expected.items() if at not in repeated}
    assert {(r.sheet, r.cell) for r in reading.repeats} == repeated
    assert len(reading.repeats) == len(repeated)
    assert all("repeats Table_1 " in repeat.reason for repeat in reading.repeats)
    assert reading.refused == ()
    assert {(f.place_label, f.place_kind) for f in reading.figures} == {
        ("England and Wales", "nation")
    }
    assert (reading.publisher, reading.layout) == ("FCSQ", "FCSQ tables")


@pytest.fixture
def printed(tmp_path: Path) -> tuple[Path, Landed]:
    sheets, expected = accessible()
    return write(tmp_path / "accessible.xlsx", sheets), expected


def test_every_figure_of_the_accessible_workbook_lands_in_its_place(
    take: Take, printed: tuple[Path, Landed]
) -> None:
    path, expected = printed

    reading = take(path)

    assert len(expected) == 2280
    agrees(reading, expected)
    assert reading.read == sum(10 * max(1, len(table.named)) for table in ACCESSIBLE)


def test_the_same_workbook_as_ods_gives_the_same_figures(
    take: Take, ods: Callable[[dict[str, list[list[Any]]]], Path]
) -> None:
    sheets, expected = accessible()

    agrees(take(ods(sheets)), expected)


def test_every_figure_of_the_styled_workbook_lands_in_its_place(take: Take, tmp_path: Path) -> None:
    path, expected = styled(tmp_path / "styled.xlsx")

    reading = take(path)

    assert len(expected) == 790
    agrees(reading, expected)
    assert reading.read == 10 * len(STYLED)
    assert "Hidden sheets, not used: Table_10_source." in reading.notes


@needs_calc
def test_the_styled_workbook_saved_by_libreoffice_loses_its_joined_cells_and_no_figure(
    take: Take, tmp_path: Path
) -> None:
    path, expected = styled(tmp_path / "styled.xlsx")
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "ods", "--outdir", str(tmp_path), str(path)),
        ],
        check=True,
        capture_output=True,
    )

    agrees(take(path.with_suffix(".ods")), expected)


def test_each_table_without_figures_for_a_board_is_listed_with_its_reason(
    take: Take, printed: tuple[Path, Landed]
) -> None:
    uses = {use.sheet: use for use in take(printed[0]).sheets}

    for about, sheets in REASONS.items():
        for sheet in sheets:
            assert uses[sheet].reason.startswith(f"about {about}, ")
            assert (uses[sheet].layout, uses[sheet].taken) == ("FCSQ tables", 0)
    assert {sheet for sheets in REASONS.values() for sheet in sheets} == set(ASIDE)
    for table in ACCESSIBLE:
        assert uses[table.name].reason == ""
        assert uses[table.name].taken > 0


def test_columns_that_are_counted_elsewhere_are_listed_by_their_heading(
    take: Take, printed: tuple[Path, Landed]
) -> None:
    notes = take(printed[0]).notes

    assert (
        "Table_15, columns not used, counted elsewhere or broken down further: "
        "cases starting; cases closed."
    ) in notes


def test_a_definition_says_what_the_notes_over_its_column_do(
    take: Take, printed: tuple[Path, Landed], tmp_path: Path
) -> None:
    accessible = {m.code: m.definition for m in take(printed[0]).measures}
    older = {m.code: m.definition for m in take(styled(tmp_path / "styled.xlsx")[0]).measures}

    assert accessible["s31_median_weeks"] == (
        "Weeks within which half of the disposals were made. "
        "Note 57: Half of the disposals take less time."
    )
    assert accessible["s31_mean_weeks"] == "Mean weeks from issue to first disposal"
    assert older["fcsq_private_median_weeks"].endswith(
        "Note 2: 2011 figures may be revised in later publications."
    )
    assert "Note" not in older["s8_receipt_final_weeks"]


def test_a_measure_has_one_code_with_the_areas_and_a_name_that_says_what_it_counts(
    take: Take, printed: tuple[Path, Landed], text_file: Make
) -> None:
    head = "category,stage,year,quarter,dfj_new,region,count,cases\n"
    areas = take(
        text_file(
            head
            + "".join(
                f"{category},{stage},2023,4,Luton,SOUTH EAST,5,4\n"
                for category in ("Public Law", "Private Law", "Adoption", "Domestic Violence")
                for stage in ("Start", "End")
            )
        )
    )
    national = {measure.code: measure for measure in take(printed[0]).measures}

    shared = {measure.code for measure in areas.measures} & set(national)
    assert shared == {
        *("pl_case_starts", "pl_disposals"),
        *("fcsq_public_law_start_orders", "fcsq_public_law_end_orders"),
        *("fcsq_private_law_start_orders", "fcsq_private_law_end_orders"),
        *("fcsq_private_law_start_cases", "fcsq_private_law_end_cases"),
        *("fcsq_adoption_start_cases", "fcsq_adoption_end_cases"),
        *("fcsq_domestic_violence_start_cases", "fcsq_domestic_violence_end_cases"),
        *("fcsq_domestic_violence_start_orders", "fcsq_domestic_violence_end_orders"),
    }
    assert all(measure.settled and measure.unit for measure in national.values())
    assert max(map(len, national)) <= 60
    assert national["fcsq_public_law_children_under_1"].name == (
        "Public law: children under 1 in applications"
    )
    assert national["fcsq_private_law_mean_weeks_both"].decimals == 1
