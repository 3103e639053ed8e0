"""Formulas: how they are read, what they refuse, and that a marker is never a nought."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lfjb_desk.analysis.derived import (
    Formula,
    FormulaError,
    Given,
    Worked,
    check,
    in_order,
    parse,
    work_out,
)

HELD = {"closed": "", "started": "", "open": "", "clearance": "closed / started"}
FIGURES = st.decimals(-10_000, 10_000, places=2)


def worked(text: str, left: Decimal | str | None, right: Decimal | str | None) -> Worked:
    """Return what a formula gives; a text that is no number stands for a marker."""
    parts = [
        Given(None, one or None) if isinstance(one, str) else Given(one) for one in (left, right)
    ]
    return work_out(parse(text), *parts)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("closed / started", Formula("closed", "/", "started")),
        (" closed/started*100 ", Formula("closed", "/", "started", Decimal(100))),
        ("a1 - b_2 * 0.5", Formula("a1", "-", "b_2", Decimal("0.5"))),
        ("closed * started * 10000", Formula("closed", "*", "started", Decimal(10_000))),
    ],
)
def test_a_formula_names_two_measures_a_sign_and_a_factor(text: str, formula: Formula) -> None:
    assert parse(text) == formula


@pytest.mark.parametrize(
    "text",
    [
        "",
        "closed",
        "closed / ",
        "closed : started",
        "closed / 2",
        "a + b + c",
        "a / b / 100",
        "=A1/B1",
    ],
)
def test_what_is_no_formula_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(FormulaError, match=r"cannot be read\. Write two codes of measures"):
        parse(text)


def test_a_factor_of_nought_is_refused() -> None:
    with pytest.raises(FormulaError, match="above zero"):
        parse("a / b * 0.0")


def test_a_formula_must_rest_on_measures_that_are_known() -> None:
    with pytest.raises(FormulaError, match="names “gone”, but no measure has that code"):
        check("new", "closed / gone", HELD)
    assert check("new", "clearance * open", HELD) == Formula("clearance", "*", "open")


@pytest.mark.parametrize(
    ("code", "text"),
    [("new", "new / closed"), ("closed", "open / clearance"), ("started", "clearance - open")],
)
def test_a_formula_never_leads_back_to_itself(code: str, text: str) -> None:
    with pytest.raises(FormulaError, match=f"leads back to “{code}” itself"):
        check(code, text, HELD | {"new": ""})


def test_formulas_are_worked_out_after_those_that_they_rest_on() -> None:
    texts = HELD | {
        "last": "middle + clearance",
        "middle": "clearance * open",
        "broken": "closed over started",
        "lost": "closed / gone",
        "on_broken": "broken + closed",
        "x": "y + closed",
        "y": "x + closed",
    }
    assert list(in_order(texts)) == ["clearance", "middle", "last"]


def test_figures_are_worked_out_exactly() -> None:
    assert worked("a + b", Decimal("0.1"), Decimal("0.2")) == Worked(Decimal("0.3"))
    assert worked("a - b", Decimal(3), Decimal(5)) == Worked(Decimal(-2))
    assert worked("a * b", Decimal("1.5"), Decimal(4)) == Worked(Decimal(6))
    assert worked("a / b * 100", Decimal(1), Decimal(8)) == Worked(Decimal("12.5"))


def test_nothing_is_divided_by_zero() -> None:
    assert worked("a / b", Decimal(5), Decimal(0)) == Worked(None, "[z]")


@pytest.mark.parametrize("text", ["a / b", "a - b", "a * b"])
@pytest.mark.parametrize("marker", ["[c]", "[low]", "..", "-", ""])
def test_a_marker_in_either_part_leaves_no_figure(text: str, marker: str) -> None:
    assert worked(text, marker, Decimal(5)) == Worked(None, "[x]")
    assert worked(text, Decimal(5), marker) == Worked(None, "[x]")


def test_a_total_that_lacks_a_part_says_that_it_is_partial() -> None:
    total = worked("a + b", Decimal("120.0"), "[c]")
    assert total == Worked(None, "[partial: 120]")
    assert worked("a + b", "[c]", "[x]") == Worked(None, "[x]")


def test_what_qualifies_a_part_qualifies_the_result() -> None:
    both = work_out(parse("a / b"), Given(Decimal(1), "[p]"), Given(Decimal(2), "[r]"))
    assert both == Worked(Decimal("0.5"), "[p][r]")
    same = work_out(parse("a + b"), Given(Decimal(1), "[p]"), Given(Decimal(2), "[p]"))
    assert same == Worked(Decimal(3), "[p]")


@settings(deadline=None)
@given(FIGURES, FIGURES)
def test_what_is_put_together_comes_apart_again(left: Decimal, right: Decimal) -> None:
    total = worked("a + b", left, right).value
    assert total is not None
    assert worked("a - b", total, right).value == left
    share = worked("a / b * 100", left, right)
    if right == 0:
        assert share == Worked(None, "[z]")
    else:
        assert share.value is not None
        assert abs(share.value * right / 100 - left) < Decimal("1e-20")
