"""How large, small and long a figure may be."""

from decimal import Decimal

import pytest

from lfjb_desk.domain.figures.bounds import beyond_bounds, short


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("9" * 400, "weeks", "more than the 1,040 weeks that a figure can be"),
        ("9" * 39, "", "more than the 1,000,000,000,000 that a figure can be"),
        ("1041", "weeks", "more than the 1,040 weeks"),
        ("10000.5", "%", "more than the 10,000% that"),
        ("12345678901234567890", "cases", "of so long a number a workbook keeps 15 digits"),
        ("1e-400", "weeks", "nearer to nought than any figure is"),
        ("-1e-7", "", "nearer to nought"),
        (f"0.{'1' * 31}", "ratio", "longer than the 30 digits"),
    ],
)
def test_what_can_be_no_figure_is_said(value: str, unit: str, words: str) -> None:
    assert words in beyond_bounds(Decimal(value), unit)


@pytest.mark.parametrize(
    ("value", "unit"),
    [("0", "weeks"), ("0.000", "%"), ("1040", "weeks"), ("104.5", "%"), ("-3", "cases"),
     ("100000000", "cases"), ("0.26000000000000001", "ratio"), ("999999999999", "")],
)  # fmt: skip
def test_what_publishers_report_is_within_bounds(value: str, unit: str) -> None:
    assert beyond_bounds(Decimal(value), unit) == ""


def test_a_long_number_is_shown_short() -> None:
    assert short(Decimal("41.50")) == "41.50"
    assert len(short(Decimal("9" * 400))) <= 40
    assert short(Decimal("1e-400")) == "1e-400"
