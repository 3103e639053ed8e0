"""In which words a cell is refused, and what is asked about a marker with two meanings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.domain.formatting import MISSING, NOT_APPLICABLE
from lfjb_desk.importers.figures import Figure
from lfjb_desk.importers.language.markers import (
    UnreadableCellError,
    Value,
    asks_about,
    read_value,
    uses_decimal_comma,
    with_marker,
)


def refusal(cell: str | date, *, comma: bool | None = False) -> str:
    with pytest.raises(UnreadableCellError) as error:
        read_value(cell, decimal_comma=comma)
    return str(error.value)


def test_a_refusal_repeats_what_the_cell_says() -> None:
    assert refusal(date(2024, 3, 1)) == "holds the date 2024-03-01 where a figure should be"
    assert refusal("about 40") == "says “about 40”, neither a figure nor a known marker"
    assert refusal("x" * 70) == f"says “{'x' * 60}”, neither a figure nor a known marker"
    assert refusal("41 [c]") == "says 41 beside “[c]”, which says that there is no figure"
    unclear = "which may be read with a decimal or a thousands separator"
    assert refusal("41,2") == f"says “41,2”, {unclear}"
    assert refusal("1,226", comma=None) == f"says “1,226”, {unclear}"
    assert refusal("1,226,000", comma=True) == f"says “1,226,000”, {unclear}"
    assert refusal("1.5", comma=True) == f"says “1.5”, {unclear}"
    assert refusal("12 %, [p]").startswith("says “12 %, [p]”")


DASHES = ("-", "\u2013", "\u2014", "\u2026", ".", "..", "...", ":", "*", "**", "***", "#", "~")
NOTHING = ("na", "n/a", "n.a.", "n.a")
ERRORS = ("REF!", "N/A", "DIV/0!", "VALUE!", "NAME?", "NUM!", "NULL!", "SPILL!", "CALC!")


@pytest.mark.parametrize("sign", [*DASHES, *NOTHING, *(f"#{name}" for name in ERRORS)])
def test_every_sign_that_stands_for_no_figure_is_kept(sign: str) -> None:
    assert read_value(sign) == Value(None, sign)


def test_a_number_keeps_its_sign_its_per_cent_and_its_marker() -> None:
    assert read_value(Decimal("40.10")) == Value(Decimal("40.10"), None, percent=False)
    assert read_value("26%") == Value(Decimal(26), None, percent=True)
    assert read_value("26% [r]") == Value(Decimal(26), "[r]", percent=True)
    assert read_value("26 [r]") == Value(Decimal(26), "[r]", percent=False)
    assert read_value("+1,226") == Value(Decimal(1226), None)
    assert read_value("5,5%", decimal_comma=True) == Value(Decimal("5.5"), None, percent=True)
    assert read_value("5", decimal_comma=None) == Value(Decimal(5), None)


def test_a_marker_in_a_cell_of_its_own_joins_the_number_beside_it() -> None:
    assert with_marker(Value(Decimal(7), None, percent=True), "[p]") == Value(
        Decimal(7), "[p]", percent=True
    )
    assert with_marker(Value(None, None), "[c]") == Value(None, "[c]")
    assert with_marker(Value(Decimal(0), None), "[low]") == Value(None, "[low]")
    with pytest.raises(UnreadableCellError, match="says 0 beside"):
        with_marker(Value(Decimal(0), None), "[c]")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("41,2", True),
        (" 41,25 ", True),
        ("41,2345", True),
        ("0,226", True),
        ("1234,5", True),
        ("41,2%", True),
        ("1,226", False),
        ("1,226,000", False),
        ("41.2", False),
        ("", False),
    ],
)
def test_a_comma_is_certain_where_no_thousands_could_stand_so(
    said: str,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    assert uses_decimal_comma([said]) is expected
    assert not uses_decimal_comma([])


def figure(marker: str | None, cell: str, value: int | None = None) -> Figure:
    return Figure(
        measure_code="weeks",
        place_label="Essex",
        place_hint="",
        place_kind="area",
        period_start=date(2026, 1, 1),
        period_end=date(2026, 3, 31),
        period_label="2026 Q1",
        value=None if value is None else Decimal(value),
        marker=marker,
        sheet="Table",
        cell=cell,
    )


def test_na_is_asked_about_once_for_each_way_it_is_written() -> None:
    figures = (
        figure("NA", "B2"),
        figure("n/a", "B3"),
        figure("NA", "B4"),
        figure("[c]", "B5"),
        figure(None, "B6", 3),
        figure("NA", "B7", 3),
    )
    first, second = asks_about(figures)
    assert first.key == "NA"
    assert first.text == ("Does “NA” mean that a figure is not available, or not applicable?")
    assert first.choices == (MISSING, NOT_APPLICABLE)
    assert first.cells == (("Table", "B2"), ("Table", "B4"))
    assert (second.key, second.cells) == ("n/a", (("Table", "B3"),))
    assert asks_about(()) == ()
