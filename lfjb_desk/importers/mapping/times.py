"""Periods as any sheet may write them: labels, dates, days counted by a spreadsheet."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import ANY_MONTH, MONTH_NUMBERS, month_end, months_later
from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import text, words
from lfjb_desk.importers.language.periods import (
    FIRST_YEAR,
    LAST_YEAR,
    Period,
    PeriodError,
    read_period,
)
from lfjb_desk.importers.mapping.rules import Dates, Years

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.language.periods import PeriodConvention
    from lfjb_desk.importers.mapping.rules import Rules

_SERIALS = range(25_000, 80_000)  # days since 30 December 1899: 1968 to 2119
_DAY_ZERO = date(1899, 12, 30)
_MONTH = f"(?P<month>{ANY_MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SINGLE = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?: (?:q|qtr|quarter) ?(?P<after>[1-4]))?"
    r"|(?:q|qtr|quarter) ?(?P<before>[1-4]) (?P<last>(?:19|20)\d{2})"
)
_NUMBERED = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[T ]00:00(?::00)?)?")
_SPELT = re.compile(rf"{_DAY} {_MONTH} (?P<year>\d{{4}}|\d{{2}})")
_RUN = re.compile(
    r"(?:the )?(?P<length>month|quarter|year|three months|twelve months|(?:3|6|12) months) "
    rf"(?:ending|ended|to|up to|end) (?:{_DAY} )?{_MONTH} (?P<year>\d{{4}})"
)
_LENGTHS = {
    "month": 1,
    "quarter": 3,
    "three months": 3,
    "3 months": 3,
    "6 months": 6,
    "year": 12,
    "twelve months": 12,
    "12 months": 12,
}
_PARTS = re.compile(r"(?:(?:q|qtr|quarter) ?)?([1-4])")
_ASIDE = re.compile(r"\[[^\]]*\]|\((?:p|r|provisional|revised)\)", re.IGNORECASE)
_LONGEST = 5  # words of a period in a longer heading
_NUMBERED_THING = re.compile(
    r"\b(?:within|over|under|than|in|beyond|above|exceeding) \d+ (?:weeks|wks|days)\b"
    r"|\bper \d+ ?0{3}\b|\b(?:section|table|s) ?\d+\b"
)
_BETWEEN = "to|since|until|till|from|before|after|between|v|vs|versus|against|and|not|of"
_MORE_TIME = re.compile(
    rf"\d|\b(?:{_MONTH.replace('?P<month>', '?:')})\b|\b(?:q|qtr|quarter|half|week|day|date|ytd)\b"
    r"|\b(?:change|difference|variance|spring|summer|autumn|winter|compared|previous|prior|last|forecast|target|trend)\b"
    r"|\b(?:excluding|excl|except|without|removed|part|academic|school|term|rolling|cumulative|months|up|rank)\b"
)
_EDGE = re.compile(rf"\A(?:{_BETWEEN})\b|\b(?:{_BETWEEN})\Z")


def says_more(rest: str) -> bool:
    """Tell whether what is left of a heading may change the period that was found in it.

    `2023-24 to date`, `Q1 2023-24 forecast` and `H1 2023-24` are not what their years say.
    """
    plain = _NUMBERED_THING.sub(" ", words(rest)).strip()
    return bool(_MORE_TIME.search(plain) or _EDGE.search(plain))


class OpenPeriodError(Exception):
    """A label that the user must explain before anything is read."""

    def __init__(self, about: str, question: str) -> None:
        super().__init__(question)
        self.about = about


def period_of(cell: Cell, rules: Rules, period_convention: PeriodConvention) -> Period:
    """Return the days that a cell covers.

    Raises:
        PeriodError: when it names no period.
        OpenPeriodError: when it may name two, and the rules do not say which.
    """
    if isinstance(cell, Decimal) and cell in _SERIALS:
        if not rules.serials:
            raise OpenPeriodError(
                "serials",
                f"Is {cell:f} a day as a spreadsheet counts days? It stands where a period "
                "should be.",
            )
        return _dated(text(cell), _DAY_ZERO + timedelta(days=int(cell)), rules)
    if isinstance(cell, date):
        return _dated(text(cell), cell, rules)
    label = text(cell)
    plain = words(_ASIDE.sub(" ", label))
    if (match := _SINGLE.fullmatch(plain)) and _is_year(match["year"] or match["last"]):
        return _single(label, match, rules, period_convention)
    if match := _RUN.fullmatch(plain):
        return _run(label, match)
    if day := _day(label, plain, rules):
        return _dated(label, day, rules)
    return read_period(cell, period_convention)


def period_in(
    heading: str, rules: Rules, period_convention: PeriodConvention
) -> tuple[Period | None, str]:
    """Return the longest period among the words of a heading, and the other words.

    Raises:
        OpenPeriodError: as `period_of`.
    """
    parts = heading.split()
    for size in range(min(len(parts), _LONGEST), 0, -1):
        for start in range(len(parts) - size + 1):
            inside = " ".join(parts[start : start + size]).strip("(),;:")
            if not any(c.isdigit() for c in inside):
                continue
            try:
                period = period_of(inside, rules, period_convention)
            except PeriodError:
                continue
            rest = " ".join([*parts[:start], *parts[start + size :]]).strip(" ,;:-\u2013()")
            return period, rest
    return None, heading


def joined_label(cells: list[Cell]) -> Cell:
    """Return the label of a period that stands in several columns or rows: a year, a quarter."""
    if len(cells) == 1:
        return cells[0]
    texts = [text(cell) for cell in cells if text(cell)]
    if len(texts) < len(cells):
        return " ".join(texts)
    years = [part for part in texts if re.search(r"\d{4}", part)]
    others = [part for part in texts if part not in years]
    if len(years) != 1 or len(others) != 1:
        return " ".join(texts)
    if match := _PARTS.fullmatch(words(others[0])):
        return f"{years[0]} Q{match[1]}"
    return f"{others[0]} {years[0]}"


def _single(
    label: str, match: re.Match[str], rules: Rules, period_convention: PeriodConvention
) -> Period:
    year, quarter = int(match["year"] or match["last"]), match["after"] or match["before"]
    meant = rules.years
    if period_convention.publisher == FCSQ and meant is Years.OPEN:
        meant = Years.CALENDAR
    if meant is Years.OPEN:
        raise OpenPeriodError(
            "years",
            f"\u201c{label}\u201d names one year. Is it a calendar year, or the financial year "
            "that begins or ends in it?",
        )
    start = year if meant is Years.CALENDAR else year - (meant is Years.ENDS)
    first = 1 if meant is Years.CALENDAR else 4
    if quarter:
        return _span(label, start, first + 3 * (int(quarter) - 1), 3)
    return _span(label, start, first, 12)


def _is_year(digits: str) -> bool:
    return FIRST_YEAR <= int(digits) <= LAST_YEAR


def _run(label: str, match: re.Match[str]) -> Period:
    months, year, month = (
        _LENGTHS[match["length"]],
        int(match["year"]),
        MONTH_NUMBERS[match["month"]],
    )
    if match["day"] and int(match["day"]) != month_end(date(year, month, 1)).day:
        raise PeriodError(f"\u201c{label}\u201d does not end with a month")
    return _span(label, year, month - months + 1, months)


def _day(label: str, plain: str, rules: Rules) -> date | None:
    """Return the day that a text names, or None when it names none."""
    if match := _SPELT.fullmatch(plain):
        year = int(match["year"]) + (2000 if len(match["year"]) == len("24") else 0)
        return _real(label, year, MONTH_NUMBERS[match["month"]], int(match["day"]))
    match = _NUMBERED.fullmatch(label)
    if match is None:
        return None
    first, second, third = (int(part) for part in match.groups())
    if len(match[1]) == len("2024"):
        return _real(label, first, second, third)
    if len(match[3]) != len("2024"):
        raise PeriodError(f"\u201c{label}\u201d does not write its year in full")
    day_first = rules.day_first
    if day_first is None and (first > 12) != (second > 12):  # noqa: PLR2004 - months of a year
        day_first = first > second
    if day_first is None and first != second:
        raise OpenPeriodError(
            "day_first", f"Does \u201c{label}\u201d write its day or its month first?"
        )
    day, month = (first, second) if day_first is not False else (second, first)
    return _real(label, third, month, day)


def _dated(label: str, day: date, rules: Rules) -> Period:
    """Return the period that a day stands for; it must be the edge that the rules say."""
    if rules.dates is Dates.OPEN:
        raise OpenPeriodError(
            "dates",
            f"{label} is a day. Does it stand for its month, or for a quarter or a year that "
            "begins or ends with it?",
        )
    if rules.dates is Dates.MONTH:
        return _span(label, day.year, day.month, 1)
    begins = rules.dates in {Dates.QUARTER_START, Dates.YEAR_START}
    months = 3 if rules.dates in {Dates.QUARTER_START, Dates.QUARTER_END} else 12
    if day.day != (1 if begins else month_end(day).day):
        edge = "first" if begins else "last"
        raise PeriodError(f"\u201c{label}\u201d is not the {edge} day of a month")
    if months == 3 and day.month % 3 != begins:  # noqa: PLR2004 - months of a quarter
        raise PeriodError(f"\u201c{label}\u201d is not where a quarter begins or ends")
    return _span(label, day.year, day.month - (0 if begins else months - 1), months)


def _span(label: str, year: int, month: int, months: int) -> Period:
    """Return a run of whole months; the first month may count on from another year."""
    start = months_later(date(year, 1, 1), month - 1)
    return Period(label, start, month_end(months_later(start, months - 1)))


def _real(label: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise PeriodError(f"\u201c{label}\u201d is no day of any year") from None
