from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lfjb_desk.domain.common.publishers import CAFCASS, FCSQ
from lfjb_desk.importers.language.periods import (
    PeriodConvention,
    PeriodError,
    calendar_quarter,
    month_in,
    month_of,
    period_convention,
    quarter_of,
    read_period,
)


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("2024 Q1", "2024-01-01", "2024-03-31"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023Q2", "2023-04-01", "2023-06-30"),
        ("Q3 2022", "2022-07-01", "2022-09-30"),
        ("Q3: 2022 [p]", "2022-07-01", "2022-09-30"),
        ("2024 Quarter 1", "2024-01-01", "2024-03-31"),
        ("Q4: 2023-24", "2024-01-01", "2024-03-31"),
        ("Q1: 2023-24", "2023-04-01", "2023-06-30"),
        ("Q4 2023/24 (r)", "2024-01-01", "2024-03-31"),
        ("Q2 2023\u201324", "2023-07-01", "2023-09-30"),
        ("2017 - 18 Q1", "2017-04-01", "2017-06-30"),
        ("2017-18 Q3", "2017-10-01", "2017-12-31"),
        ("2017-2018 Q4", "2018-01-01", "2018-03-31"),
        ("Q1 1718", "2017-04-01", "2017-06-30"),
        ("Q4 1920", "2020-01-01", "2020-03-31"),
        ("Q4 1999-00", "2000-01-01", "2000-03-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2023-24", "2023-04-01", "2024-03-31"),
        ("FY 2023-24", "2023-04-01", "2024-03-31"),
        ("Financial year 2023/24", "2023-04-01", "2024-03-31"),
        ("2023 to 2024", "2023-04-01", "2024-03-31"),
        ("2011/12", "2011-04-01", "2012-03-31"),
        ("January 2024", "2024-01-01", "2024-01-31"),
        ("Feb-24", "2024-02-01", "2024-02-29"),
        ("Sept 2023", "2023-09-01", "2023-09-30"),
        ("2024-01", "2024-01-01", "2024-01-31"),
        ("Jan-Mar 2024", "2024-01-01", "2024-03-31"),
        ("April to June 2017", "2017-04-01", "2017-06-30"),
        ("April 2023 to March 2024", "2023-04-01", "2024-03-31"),
    ],
)
def test_a_published_label_gives_its_days(label: str, start: str, end: str) -> None:
    period = read_period(label)

    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert period.label == label


@pytest.mark.parametrize(
    "label",
    [
        "",
        "Q1",
        "Quarter 4",
        "Annual",
        "2023-25",
        "Q5 2023",
        "Q0 2023-24",
        "1066",
        "2150 Q1",
        "Q1 2017-19",
        "24-Jan",
        "2024-13-01",
        "Mar-Jan 2024",
        "2011-12",
        "Essex",
        "Q1 1719x",
        "2024-03-31",
        "12",
        "first quarter",
    ],
)
def test_a_label_that_is_unclear_is_refused(label: str) -> None:
    with pytest.raises(PeriodError):
        read_period(label)


def test_cafcass_and_fcsq_do_not_mean_the_same_by_their_first_quarter() -> None:
    ours = read_period("Q1: 2023-24", PeriodConvention(CAFCASS))
    theirs = read_period("2023 Q1", PeriodConvention(FCSQ))

    assert (ours.start, theirs.start) == (date(2023, 4, 1), date(2023, 1, 1))


@pytest.mark.parametrize("label", ["2023 Q1", "Q1 2023", "2023", "Q3 2021"])
def test_one_year_from_a_publisher_of_financial_years_is_refused(label: str) -> None:
    with pytest.raises(PeriodError, match="financial year"):
        read_period(label, PeriodConvention(CAFCASS))


def test_2021_is_a_pair_of_years_among_pairs_of_years_and_else_a_year() -> None:
    pairs = period_convention(["Q1 1920", "Q1 2021", "Q1 2122"], CAFCASS)

    assert read_period("Q1 2021", pairs).start == date(2020, 4, 1)
    assert read_period("Q1 2021").start == date(2021, 1, 1)


def test_four_digits_alone_follow_their_neighbours() -> None:
    pairs = period_convention(["1718", "1819", "2021"])

    assert [read_period(label, pairs).start.year for label in ("1718", "2021")] == [2017, 2020]
    with pytest.raises(PeriodError, match="outside 1990"):
        read_period("1720", pairs)


def test_2011_12_is_a_month_among_months_and_a_year_among_years() -> None:
    years = period_convention(["2011-12", "2012-13", "2013-14"])
    months = period_convention(["2011-10", "2011-11", "2011-12"])

    assert read_period("2011-12", years).start == date(2011, 4, 1)
    assert read_period("2011-12", months).start == date(2011, 12, 1)
    assert read_period("2011-12", PeriodConvention(CAFCASS)).start == date(2011, 4, 1)


def test_a_date_stands_for_its_month_only_where_the_heading_says_so() -> None:
    assert read_period(date(2024, 2, 1), PeriodConvention(monthly=True)).end == date(2024, 2, 29)
    for label, known in (
        (date(2024, 2, 1), PeriodConvention()),
        (date(2024, 2, 2), PeriodConvention(monthly=True)),
    ):
        with pytest.raises(PeriodError, match="is a day"):
            read_period(label, known)


def test_quarters_without_a_year_are_counted_from_one_to_four() -> None:
    assert [quarter_of(label) for label in ("Q1", "4", "qtr 2", "Q4 [p]", "5", "", "Annual")] == [
        1,
        4,
        2,
        4,
        None,
        None,
        None,
    ]
    assert calendar_quarter("2016 Q4", 2016, 4).end == date(2016, 12, 31)


def test_a_month_without_its_year_is_in_the_half_of_a_financial_year_that_it_falls_in() -> None:
    said = ("Apr", "September", "sept.", "Jan [p]", "March", "Apr 24", "Q1", "", "4")
    assert [month_of(label) for label in said] == [4, 9, 9, 1, 3, None, None, None, None]
    financial, whole = read_period("2023-24"), read_period("2023")
    assert month_in(financial, 12, "Dec").start == date(2023, 12, 1)
    assert month_in(financial, 2, "Feb").end == date(2024, 2, 29)
    assert month_in(whole, 2, "Feb").end == date(2023, 2, 28)


def test_months_that_a_label_spells_out_must_be_its_own() -> None:
    assert read_period("Q4: 2023-24 (Jan to Mar)").start == date(2024, 1, 1)
    assert read_period("2024 Q1 (January - March)").label == "2024 Q1 (January - March)"
    with pytest.raises(PeriodError, match="spells out months"):
        read_period("Q4: 2023-24 (Oct - Dec)")


def test_a_date_may_stand_for_the_month_that_it_begins_or_ends() -> None:
    monthly = PeriodConvention(monthly=True)
    assert read_period(date(2024, 2, 1), monthly).end == date(2024, 2, 29)
    assert read_period(date(2024, 2, 29), monthly).start == date(2024, 2, 1)
    with pytest.raises(PeriodError, match="does not say how long"):
        read_period(date(2024, 2, 28), monthly)


@given(st.integers(1990, 2098), st.integers(1, 4))
def test_the_four_quarters_make_up_the_year(year: int, quarter: int) -> None:
    pair = f"{year}-{(year + 1) % 100:02}"
    financial, calendar = read_period(f"Q{quarter}: {pair}"), read_period(f"{year} Q{quarter}")

    assert (financial.start.year * 12 + financial.start.month) - (
        calendar.start.year * 12 + calendar.start.month
    ) == 3
    assert read_period(f"FY {year}/{(year + 1) % 100:02}").end == read_period(f"Q4 {pair}").end


@given(st.text(max_size=30) | st.from_regex(r"[Qq0-9 :/-]{1,14}", fullmatch=True))
def test_any_text_is_a_period_or_is_refused(label: str) -> None:
    try:
        period = read_period(label)
    except PeriodError:
        return
    assert period.start < period.end
