"""How rules read a sheet, part by part: periods, percentages, settings that answer a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.importers.cells import Grid
from lfjb_desk.importers.language.periods import PeriodError, period_convention
from lfjb_desk.importers.mapping import migrate
from lfjb_desk.importers.mapping.apply import Applied, Known, apply
from lfjb_desk.importers.mapping.propose import propose
from lfjb_desk.importers.mapping.rules import Dates, Percent, Rules, Years, from_text
from lfjb_desk.importers.mapping.sheets import SheetView
from lfjb_desk.importers.mapping.times import OpenPeriodError, joined_label, period_of

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell

BARE = Rules("", 0, 0, (), ())
Q1 = (date(2024, 1, 1), date(2024, 3, 31))


def view(*rows: list[Any], **grid: Any) -> SheetView:
    cells = [[Decimal(str(c)) if isinstance(c, int | float) else c for c in row] for row in rows]
    return SheetView(Grid("", cells, **grid), rows=len(rows))


def proposed(sheet: SheetView, known: Known | None = None) -> Rules:
    found = propose(sheet, "own.csv", known)
    assert found is not None
    return found.rules


def first(applied: Applied) -> tuple[Any, ...]:
    assert applied.questions == ()
    one = applied.figures[0]
    return one.value, one.period_start, one.period_end


@pytest.mark.parametrize(
    ("label", "settings", "days"),
    [
        ("2024 Q1", {"years": Years.CALENDAR}, Q1),
        ("Q4 2023", {"years": Years.BEGINS}, Q1),
        ("Q4: 2024 [p]", {"years": Years.ENDS}, Q1),
        ("2024", {"years": Years.ENDS}, (date(2023, 4, 1), date(2024, 3, 31))),
        ("2023-24 Q4", {}, Q1),
        ("3 months to March 2024", {}, Q1),
        ("Quarter ending 31 March 2024", {}, Q1),
        ("12 months ended June 2024", {}, (date(2023, 7, 1), date(2024, 6, 30))),
        (Decimal(45382), {"serials": True, "dates": Dates.QUARTER_END}, Q1),
        (date(2024, 1, 1), {"dates": Dates.QUARTER_START}, Q1),
        (date(2024, 3, 31), {"dates": Dates.YEAR_END}, (date(2023, 4, 1), date(2024, 3, 31))),
        (date(2023, 4, 1), {"dates": Dates.YEAR_START}, (date(2023, 4, 1), date(2024, 3, 31))),
        ("31/03/2024", {"dates": Dates.QUARTER_END}, Q1),
        ("01/03/2024", {"dates": Dates.MONTH, "day_first": True}, (date(2024, 3, 1), Q1[1])),
        ("03/01/2024", {"dates": Dates.MONTH, "day_first": False}, (date(2024, 3, 1), Q1[1])),
        ("2024-03-31", {"dates": Dates.QUARTER_END}, Q1),
        ("31 March 2024", {"dates": Dates.QUARTER_END}, Q1),
    ],
)
def test_a_label_covers_the_days_that_its_settings_say(
    label: Cell, settings: dict[str, Any], days: tuple[date, date]
) -> None:
    found = period_of(label, replace(BARE, **settings), period_convention([label]))
    assert (found.start, found.end) == days


@pytest.mark.parametrize(
    ("label", "about"),
    [
        ("2024 Q1", "years"),
        ("2024", "years"),
        (Decimal(45382), "serials"),
        (date(2024, 3, 31), "dates"),
        ("01/02/2024", "day_first"),
    ],
)
def test_a_label_that_may_mean_two_periods_is_asked_about(label: Cell, about: str) -> None:
    with pytest.raises(OpenPeriodError) as asked:
        period_of(label, BARE, period_convention([label]))
    assert asked.value.about == about


@pytest.mark.parametrize(
    ("label", "dates"),
    [
        (date(2024, 2, 29), Dates.QUARTER_END),
        (date(2024, 2, 1), Dates.QUARTER_START),
        (date(2024, 3, 30), Dates.QUARTER_END),
        (date(2024, 3, 2), Dates.YEAR_START),
        ("31/02/2024", Dates.MONTH),
        ("31/03/24", Dates.MONTH),
        ("Quarter ending 30 March 2024", Dates.OPEN),
        ("Spring term", Dates.OPEN),
    ],
)
def test_a_label_at_odds_with_its_settings_is_no_period(label: Cell, dates: Dates) -> None:
    with pytest.raises(PeriodError):
        period_of(label, replace(BARE, dates=dates), period_convention([label]))


def test_the_parts_of_a_period_are_joined_in_an_order_that_can_be_read() -> None:
    assert joined_label(["2024", "1"]) == "2024 Q1"
    assert joined_label(["March", "2024"]) == "March 2024"
    assert joined_label(["2024", ""]) == "2024"
    assert joined_label(["2024", "2025", "x"]) == "2024 2025 x"


SHARES = view(["DFJ area", "Period", "Finished (%)"], ["Luton", "March 2024", 0.26])


@pytest.mark.parametrize(
    ("form", "value"), [(Percent.FRACTION, Decimal(26)), (Percent.HUNDRED, Decimal("0.26"))]
)
def test_a_share_is_read_in_the_form_that_was_said(form: Percent, value: Decimal) -> None:
    rules = proposed(SHARES)
    assert [one.about for one in apply(SHARES, rules).questions] == ["percent"]
    columns = tuple(replace(one, percent=form) for one in rules.columns)
    assert first(apply(SHARES, replace(rules, columns=columns)))[0] == value


@pytest.mark.parametrize(
    ("cells", "form", "said"),
    [
        (["26%", 0.31], Percent.OPEN, "with a % sign and some without"),
        ([1.5], Percent.FRACTION, "no part of 1"),
        (["26%"], Percent.NONE, "where no percentage should be"),
    ],
)
def test_shares_written_in_two_ways_are_asked_or_refused(
    cells: list[Any], form: Percent, said: str
) -> None:
    rows = [
        ["Luton", f"{month} 2024", cell]
        for month, cell in zip(("May", "June"), cells, strict=False)
    ]
    sheet = view(["DFJ area", "Period", "Finished"], *rows)
    rules = proposed(view(["DFJ area", "Period", "Finished"], ["Luton", "May 2024", 26]))
    columns = tuple(replace(one, percent=form) for one in rules.columns)
    found = apply(sheet, replace(rules, columns=columns))
    told = [*(one.text for one in found.questions), *(one.reason for one in found.extract.refused)]
    assert any(said in one for one in told)


def test_the_unit_of_a_measure_that_is_held_settles_whether_it_is_a_share() -> None:
    sheet = view(["DFJ area", "Period", "Ended well"], ["Luton", "March 2024", 1])
    rules = proposed(sheet)
    assert first(apply(sheet, rules))[0] == 1
    known = Known(units={"ended well": "%"})
    assert [one.about for one in apply(sheet, rules, known).questions] == ["percent"]


def test_a_name_of_two_kinds_is_asked_about_unless_the_sheet_says_the_kind() -> None:
    sheet = view(["Place", "Period", "Cases begun"], ["Luton", "March 2024", 4])
    rules, known = proposed(sheet), Known(frozenset({"luton"}), both=frozenset({"luton"}))
    assert [one.about for one in apply(sheet, rules, known).questions] == ["place_kind"]
    settled = apply(sheet, replace(rules, place_kind="area"), known)
    assert [one.place_kind for one in settled.figures] == ["area"]


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"columns": ()}, "columns"),
        ({"place": "Luton"}, "place"),
        ({"period": "March 2024"}, "period"),
    ],
)
def test_what_is_named_twice_or_nowhere_is_asked_about(change: dict[str, Any], about: str) -> None:
    sheet = view(["DFJ area", "Period", "Cases begun"], ["Luton", "March 2024", 4])
    asked = apply(sheet, replace(proposed(sheet), **change)).questions
    assert about in {one.about for one in asked}


def test_empty_cells_take_what_stands_above_or_mean_the_whole_year() -> None:
    sheet = view(
        ["DFJ area", "Year", "Quarter", "Cases begun"],
        ["Luton", "2023-24", "", 9],
        ["", "2023-24", "Q1", 4],
    )
    rules = proposed(sheet)
    assert {one.about for one in apply(sheet, rules).questions} == {"fill"}
    found = apply(sheet, replace(rules, fill=(0,), bare=(2,)))
    assert [(one.place_label, one.period_label) for one in found.figures] == [
        ("Luton", "2023-24"),
        ("Luton", "2023-24 Q1"),
    ]


def test_lines_between_rows_group_them_only_when_that_is_said() -> None:
    sheet = view(
        ["DFJ area", "Period", "Cases begun"],
        ["Luton", "March 2024", 4],
        ["The north"],
        ["Derby", "March 2024", 5],
    )
    rules = proposed(sheet)
    stopped = apply(sheet, rules)
    assert stopped.between == ("The north",)
    assert len(apply(sheet, replace(rules, within=stopped.between)).figures) == 2


def test_hidden_rows_are_taken_only_when_that_is_said() -> None:
    sheet = view(
        ["DFJ area", "Period", "Cases begun"],
        ["Luton", "March 2024", 4],
        ["Derby", "March 2024", 5],
    )
    sheet = replace(sheet, hidden_rows=frozenset({1}))
    rules = proposed(sheet)
    assert [one.place_label for one in apply(sheet, rules).figures] == ["Derby"]
    assert len(apply(sheet, replace(rules, hidden_rows=True)).figures) == 2


def test_figures_in_thousands_and_sheets_cut_short_are_not_read() -> None:
    sheet = view(["DFJ area", "Period", "Cases (thousands)"], ["Luton", "March 2024", 4])
    assert "in full" in apply(sheet, proposed(sheet)).questions[0].text
    assert "Save only" in apply(replace(sheet, rows=30_000), proposed(sheet)).questions[0].text


def test_a_sheet_without_headings_has_no_proposal_and_broken_rules_are_none() -> None:
    assert propose(view(["only"], ["words"])) is None
    assert from_text('{"sheet": 1}') is None


def test_headings_are_alike_whatever_period_they_name() -> None:
    assert migrate.plain("2024 Q1 [note 3]") == migrate.plain("Q2: 2025") == "#"
    assert migrate.plain("Cases, January to March 2024") == migrate.plain(
        "Cases, April to June 2025"
    )
    assert migrate.likeness((), ()) == 0.0


def test_a_comma_is_the_sign_that_was_said() -> None:
    sheet = view(["DFJ area", "Period", "Wait"], ["Luton", "March 2024", "4,500"])
    sheet = replace(sheet, grid=replace(sheet.grid, decimal_comma=None))
    rules = proposed(view(["DFJ area", "Period", "Wait"], ["Luton", "March 2024", 4]))
    assert apply(sheet, rules).figures == ()
    assert first(apply(sheet, replace(rules, decimal_comma=True)))[0] == Decimal("4.500")
    assert first(apply(sheet, replace(rules, decimal_comma=False)))[0] == 4500
