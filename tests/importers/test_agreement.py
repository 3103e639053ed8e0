"""Figures that one file gives twice: repeats, roundings and contradictions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.importers.agreement import without_clashes
from lfjb_desk.importers.extract import Extract
from lfjb_desk.importers.figures import Figure
from lfjb_desk.importers.layouts.fcsq.measures import CARE

Said = tuple[str, str | None, str]
"""A value, a marker and the sheet."""


def agreed(*said: Said, measure: str = "mean") -> tuple[list[str], list[str]]:
    """Return the cells kept, and the reasons for the others."""
    hint = CARE[measure]
    figures = [
        Figure(
            *(hint.code, "England and Wales", "", "nation", "2023"),
            *(date(2023, 1, 1), date(2023, 12, 31)),
            Decimal(value) if value else None,
            marker,
            sheet,
            f"D{row}",
        )
        for row, (value, marker, sheet) in enumerate(said, start=1)
    ]
    extract = Extract(measures={hint.code: hint}, figures=figures)
    kept = without_clashes(extract)
    listed = [*extract.repeats, *extract.refused]
    assert len(kept) + len(listed) == len(figures)
    assert not (kept and extract.refused)
    return [figure.cell for figure in kept], [r.reason for r in listed]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ([("40.1", None, "Table_8"), ("40.13", None, "CARE")], "D2"),
        ([("40.13", None, "CARE"), ("40.1", None, "Table_8")], "D1"),
        ([("40.2", None, "Table_8"), ("40.15", None, "CARE")], "D2"),  # half goes up
        ([("40.2", None, "Table_8"), ("40.25", None, "CARE")], "D2"),  # or to the even digit
        ([("26", None, "Table_8"), ("26.0", None, "CARE")], "D1"),
        ([("26", None, "Table_8"), ("26.04", None, "CARE")], "D2"),
        ([("40.1", "[r]", "Table_8"), ("40.1", None, "CARE")], "D1"),
        ([("40.1", None, "A"), ("40.1", None, "A")], "D1"),
        ([("", "[c]", "A"), ("", "[c]", "B")], "D1"),
        ([("40.1", None, "A"), ("40.13", None, "B"), ("40", None, "C")], ""),
    ],
)
def test_a_figure_with_more_digits_contradicts_nothing(said: list[Said], kept: str) -> None:
    cells, reasons = agreed(*said)

    assert cells == ([kept] if kept else [])
    assert len(reasons) == len(said) - bool(kept)


@pytest.mark.parametrize(
    "said",
    [
        [("40.1", None, "Table_8"), ("40.16", None, "CARE")],
        [("26", None, "Table_8"), ("26.4", None, "CARE")],  # weeks are known to one decimal
        [("40.1", None, "CARE"), ("40.13", None, "CARE")],  # one table does not round by itself
        [("40.1", None, "A"), ("40.13", None, "B"), ("40.12", None, "C")],
        [("40.1", None, "Table_8"), ("", "[c]", "CARE")],
        [("40.1", "[r]", "Table_8"), ("40.1", "[p]", "CARE")],
        [("40.1", "[r]", "Table_8"), ("40.13", None, "CARE")],
        [("40.1", "[r]", "A"), ("40.1", None, "A")],
    ],
)
def test_a_contradiction_leaves_all_of_it_out(said: list[Said]) -> None:
    cells, reasons = agreed(*said)

    assert cells == []
    assert len(reasons) == len(said)
    assert {"give different figures for the same thing" in reason for reason in reasons} == {True}


def test_a_share_known_to_the_whole_percent_is_rounded_so_far_and_no_further() -> None:
    assert agreed(("26", None, "Table_8"), ("26.14", None, "CARE"), measure="within") == (
        ["D2"],
        ["Table_8 D1 repeats CARE D2, rounded."],
    )
    assert agreed(("26", None, "Table_8"), ("26.6", None, "CARE"), measure="within")[0] == []
