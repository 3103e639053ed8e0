"""Months are counted and named in one place; each answer is checked against plain counting."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest

from lfjb_desk.domain.common.days import NotADayError, read_day
from lfjb_desk.domain.common.months import (
    MONTH_NUMBERS,
    SHORT_MONTH_NAMES,
    month_end,
    months_between,
    months_later,
    quarter_of_month,
    quarter_start,
)

DAYS = [date(2023, 1, 1) + timedelta(days=number) for number in range(800)]


def test_the_last_day_of_a_month_is_the_one_before_the_next_month() -> None:
    for day in DAYS:
        last = month_end(day)
        assert (last.year, last.month) == (day.year, day.month)
        assert (last + timedelta(days=1)).day == 1


@pytest.mark.parametrize("months", [-25, -12, -3, -1, 0, 1, 2, 11, 12, 13, 48])
def test_a_day_some_months_later_is_the_same_day_or_the_last_of_its_month(months: int) -> None:
    for day in DAYS:
        later = months_later(day, months)
        assert months_between(day, later) == months
        longest = calendar.monthrange(later.year, later.month)[1]
        assert later.day == min(day.day, longest)


def test_quarters_follow_each_other_from_the_first_month_of_their_year() -> None:
    calendar_year = [quarter_of_month(month) for month in range(1, 13)]
    financial_year = [quarter_of_month(month, 4) for month in range(1, 13)]

    assert calendar_year == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert financial_year == [4, 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert quarter_start(date(2026, 11, 29)) == date(2026, 10, 1)
    assert quarter_start(date(2026, 1, 1)) == date(2026, 1, 1)


def test_short_names_are_those_that_publishers_print() -> None:
    assert [MONTH_NUMBERS[name.lower()] for name in SHORT_MONTH_NAMES] == list(range(1, 13))
    assert SHORT_MONTH_NAMES[8] == "Sep"


def test_a_day_is_read_or_refused_in_words() -> None:
    assert read_day("2026-12-08") == date(2026, 12, 8)
    with pytest.raises(NotADayError, match=r"^8 December is not a day; write it as 2026-12-08$"):
        read_day("8 December")
