from __future__ import annotations

from datetime import date

import pytest

from lfjb_desk.ui.widgets.form.dates import DayFault, read_day, understand_day

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", date(2026, 11, 23)),
        ("t", date(2026, 11, 23)),
        ("tom", date(2026, 11, 24)),
        ("Tomorrow", date(2026, 11, 24)),
        ("+1", date(2026, 11, 24)),
        ("+14", date(2026, 12, 7)),
        ("+2w", date(2026, 12, 7)),
        ("2w", date(2026, 12, 7)),
        ("2 weeks", date(2026, 12, 7)),
        ("10d", date(2026, 12, 3)),
        ("1m", date(2026, 12, 23)),
        ("3 months", date(2027, 2, 23)),
        ("1y", date(2027, 11, 23)),
        ("fri", date(2026, 11, 27)),
        ("friday", date(2026, 11, 27)),
        ("mon", date(2026, 11, 30)),
        ("next fri", date(2026, 12, 4)),
        ("next monday", date(2026, 11, 30)),
        ("eom", date(2026, 11, 30)),
        ("3/12", date(2026, 12, 3)),
        ("23/11", date(2026, 11, 23)),
        ("3.12", date(2026, 12, 3)),
        ("3-12", date(2026, 12, 3)),
        ("3 12", date(2026, 12, 3)),
        ("3/12/27", date(2027, 12, 3)),
        ("03/12/2027", date(2027, 12, 3)),
        ("3 dec", date(2026, 12, 3)),
        ("3dec", date(2026, 12, 3)),
        ("3rd December", date(2026, 12, 3)),
        ("21 nov 27", date(2027, 11, 21)),
        ("21 November 2026", date(2026, 11, 21)),
        ("Saturday 21 November 2026", date(2026, 11, 21)),
        ("  3   dec  ", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_understood_as_people_write_it_day_first(typed: str, day: date) -> None:
    assert read_day(typed, MONDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "31/2",
        "12/31",
        "29/2/2027",
        "fr",
        "3 xyz",
        "14",
        "2 fortnights",
        "0/1",
        "99 dec",
    ],
)
def test_what_is_no_day_is_refused_and_never_guessed(typed: str) -> None:
    assert read_day(typed, MONDAY) is None


def test_a_month_from_a_long_one_ends_on_the_last_day_of_a_short_one() -> None:
    assert read_day("1m", date(2027, 1, 31)) == date(2027, 2, 28)


def test_a_step_beyond_the_calendar_is_no_day() -> None:
    assert read_day("9999y", MONDAY) is None
    assert read_day("9999w", date(9999, 1, 1)) is None


@pytest.mark.parametrize("typed", ["1/3/3027", "2999-01-01", "1 March 1899", "60y", "9000w"])
def test_a_day_further_away_than_anything_of_a_board_is_a_slip(typed: str) -> None:
    assert understand_day(typed, MONDAY).fault is DayFault.FAR
    assert read_day(typed, MONDAY) is None
