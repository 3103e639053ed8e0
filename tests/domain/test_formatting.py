"""Words: the dates, times, figures and lists of every screen and paper."""

from datetime import date, time
from decimal import Decimal

import pytest

from lfjb_desk.domain import formatting

CHRISTMAS = date(2026, 12, 25)


def test_a_long_date_has_no_leading_zero_and_its_year() -> None:
    assert formatting.long_date(date(2026, 11, 1)) == "1 November 2026"


def test_a_short_date_drops_the_year_only_within_it() -> None:
    assert formatting.short_date(CHRISTMAS, date(2026, 1, 1)) == "25 December"
    assert formatting.short_date(CHRISTMAS, date(2027, 1, 1)) == "25 December 2026"


def test_a_weekday_comes_before_the_date() -> None:
    assert formatting.weekday_date(CHRISTMAS) == "Friday 25 December 2026"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9), "9am"),
        (time(10, 5), "10:05am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(13), "1pm"),
        (time(23, 59), "11:59pm"),
    ],
)
def test_a_time_is_written_as_people_say_it(at: time, said: str) -> None:
    assert formatting.clock(at) == said


def test_a_stretch_of_time_joins_its_ends_with_to() -> None:
    assert formatting.span(time(10), time(12, 30)) == "10am to 12:30pm"
    assert formatting.span(time(10), None) == "10am"


def test_a_month_is_short_where_there_is_little_room() -> None:
    assert formatting.short_month(date(2024, 12, 31)) == "Dec 2024"


def test_a_run_of_months_is_short_where_there_is_little_room() -> None:
    assert formatting.short_months(date(2026, 7, 1), date(2026, 9, 30)) == "Jul to Sep 2026"
    assert formatting.short_months(date(2025, 12, 1), date(2026, 2, 28)) == "Dec 2025 to Feb 2026"
    assert formatting.short_months(date(2026, 7, 1), date(2026, 7, 31)) == "Jul 2026"


def test_months_are_joined_and_a_year_is_said_once() -> None:
    assert formatting.months(date(2024, 3, 1), date(2024, 3, 31)) == "March 2024"
    assert formatting.months(date(2024, 1, 1), date(2024, 3, 31)) == "January to March 2024"
    assert formatting.months(date(2023, 4, 1), date(2024, 3, 31)) == "April 2023 to March 2024"


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "marker", "said"),
    [
        ("46", "weeks", 0, None, "46 weeks"),
        ("1", "weeks", 0, None, "1 week"),
        ("36", "%", 0, None, "36%"),
        ("7", "rate", 1, None, "7.0"),
        ("12741", "applications", 0, None, "12,741 applications"),
        ("0.5", "%", 0, "[p]", "1% [p]"),
        (None, "weeks", 0, "[c]", "[c]"),
        (None, "weeks", 0, None, "\N{EN DASH}"),
    ],
)
def test_a_figure_has_its_unit_and_a_missing_one_its_marker(
    value: str | None, unit: str, decimals: int, marker: str | None, said: str
) -> None:
    given = None if value is None else Decimal(value)
    assert formatting.figure(given, unit, decimals, marker) == said


def test_a_marker_is_explained_and_an_unknown_one_is_left_to_its_publisher() -> None:
    assert formatting.marker_words("[c]") == "[c] means kept back so that nobody can be recognised"
    assert formatting.marker_words("[q]") == "[q] means what its publisher says of it"


def test_things_are_counted_in_words() -> None:
    assert formatting.count(0, "action") == "no action"
    assert formatting.count(1, "action") == "1 action"
    assert formatting.count(1200, "body", "bodies") == "1,200 bodies"
    assert formatting.days_late(1) == "1 day late"
    assert formatting.days_late(42) == "42 days late"


def test_names_are_listed_with_and_before_the_last() -> None:
    assert formatting.listed([]) == ""
    assert formatting.listed(["Ann"]) == "Ann"
    assert formatting.listed(("Ann", "Ben", "Cai")) == "Ann, Ben and Cai"


@pytest.mark.parametrize(
    ("marker", "codes"),
    [
        ("[x]", ("[x]",)),
        ("[r][e]", ("[r]", "[e]")),
        ("[p] [r]", ("[p]", "[r]")),
        ("[e], [p]", ("[e]", "[p]")),
        ("[R, u2]", ("[r]", "[u]")),
        ("[low1]", ("[low]",)),
        ("..", ("..",)),
        ("blank", ("blank",)),
    ],
)
def test_a_marker_is_taken_apart_into_its_codes(marker: str, codes: tuple[str, ...]) -> None:
    assert formatting.marker_codes(marker) == codes


def test_every_code_of_the_analysis_function_has_words() -> None:
    codes = "b c e er f low ns p r s ss sss u w x z".split()  # noqa: SIM905 - as the guidance lists
    said = [formatting.marker_words(f"[{code}]") for code in codes]
    assert len(set(said)) == len(codes)
    assert not any("publisher" in one for one in said)
    assert formatting.marker_words("[r][e1]") == "[r][e1] means revised and an estimate"
    assert formatting.marker_words("??") == "?? means what its publisher says of it"


def test_some_markers_stand_for_a_figure_that_may_change() -> None:
    assert all(map(formatting.is_uncertain, ("[e]", "[f2]", "[r], [p]")))
    assert not any(map(formatting.is_uncertain, ("[r]", "[er]", "-", None)))


@pytest.mark.parametrize(
    ("value", "limit", "decimals"),
    [("62.3", "61.8", 1), ("62.3", "62.28", 2), ("64", "62", 0), ("62", "62", 0)],
)
def test_a_figure_beyond_a_limit_never_reads_the_same_as_it(
    value: str, limit: str, decimals: int
) -> None:
    assert formatting.telling_decimals(Decimal(value), Decimal(limit), 0) == decimals
    assert formatting.telling_decimals(None, Decimal(limit), 1) == 1


def test_what_is_not_held_is_explained_after_the_markers_of_publishers() -> None:
    assert formatting.explained([None, "[x]", None, "[c]", "[x]"]) == (
        "[c] means kept back so that nobody can be recognised",
        "[x] means not available",
        "\N{EN DASH} means not held here",
    )
    assert formatting.explained([]) == ()
