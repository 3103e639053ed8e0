"""Periods: from the label that a publisher prints to the days it covers.

A label with one year is a calendar period (FCSQ `2024 Q1`), one with two years a financial one
(Cafcass `Q4: 2023-24` is January to March 2024). Where a label can be both it is refused, unless
its neighbours or its publisher settle it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import (
    ANY_MONTH,
    MONTH_NUMBERS,
    MONTHS_A_QUARTER,
    month_end,
    months_later,
)
from lfjb_desk.domain.common.publishers import CAFCASS, FCSQ
from lfjb_desk.importers.cells import text, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.importers.cells import Cell

FIRST_YEAR, LAST_YEAR = 1990, 2099
VERSIONS = {
    *("original", "originally", "first", "as", "published", "final", "updated", "corrected"),
    *("revised", "revision", "restated", "provisional", "previously", "r", "p"),
}
"""Words that tell one version of a figure from another, and not what it measures."""

_MONTH = f"(?:{ANY_MONTH})"
_TWELVE = range(1, 13)
_APRIL = 4  # the month in which a financial year begins
_BRACKETS = re.compile(r"\[[^\]]*\]|\((?:p|r|provisional|revised)\)", re.IGNORECASE)
_TWO = r"(?P<first>[0-9]{4})\s*(?:-|/|to|\s)\s*(?P<second>[0-9]{4}|[0-9]{2})"
_TWO_YEARS = re.compile(r"\b([0-9]{4})[-/]([0-9]{4}|[0-9]{2})\b")
_QUARTER = r"(?:q|qtr|quarter)\s*(?P<quarter>[0-9])"
_BARE_QUARTER = re.compile(r"(?:(?:q|qtr|quarter)\s*)?(?P<quarter>[1-4])")
_SPELT = re.compile(
    rf"(?P<label>[^(]+?)\s*\(\s*(?P<first>{_MONTH})\s*(?:-|to)\s*(?P<last>{_MONTH})\s*\)"
)
_FORMS = {
    "year": re.compile(r"(?:calendar year )?(?P<year>[0-9]{4})"),
    "financial year": re.compile(rf"(?:fy|financial year)?\s*{_TWO}"),
    "compact year": re.compile(r"(?:fy)?\s*(?P<compact>[0-9]{4})"),
    "quarter": re.compile(rf"(?P<year>[0-9]{{4}})\s*-?\s*{_QUARTER}"),
    "quarter first": re.compile(rf"{_QUARTER}\s*-?\s*(?P<year>[0-9]{{4}})"),
    "financial quarter": re.compile(rf"(?:fy)?\s*{_TWO}\s*-?\s*{_QUARTER}"),
    "financial quarter first": re.compile(rf"{_QUARTER}\s*-?\s*(?:fy)?\s*{_TWO}"),
    "month": re.compile(rf"(?P<month>{_MONTH})\s*-?\s*(?P<year>[0-9]{{4}}|[0-9]{{2}})"),
    "numbered month": re.compile(r"(?P<year>[0-9]{4})-(?P<number>[0-9]{2})"),
    "months": re.compile(
        rf"(?P<month>{_MONTH})\s*(?:-|to)\s*(?P<last>{_MONTH})\s+(?P<year>[0-9]{{4}})"
    ),
    "span": re.compile(
        rf"(?P<month>{_MONTH})\s+(?P<year>[0-9]{{4}})\s*(?:-|to)\s*"
        rf"(?P<last>{_MONTH})\s+(?P<last_year>[0-9]{{4}})"
    ),
}


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a published label covers, the last one included."""

    label: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class PeriodConvention:
    """How a file writes its periods, learnt from all its labels and its publisher."""

    publisher: str = ""
    compact: bool = False
    """Some label such as `Q1 1718` can only be a financial year without a dash."""
    financial: bool = False
    """Some label such as `2012-13` can only be a financial year."""
    numbered: bool = False
    """Some label such as `2012-05` can only be a month."""
    two_years: bool = False
    """Labels beside it, such as `Q1 2012/13`, name two years: one year alone may be either."""
    monthly: bool = False
    """The heading says that a date stands for its month."""


class PeriodError(ValueError):
    """A label that does not say which days it covers; the text says why."""


def period_convention(labels: Iterable[Cell], publisher: str = "") -> PeriodConvention:
    """Return how these labels are written, as far as they tell."""
    plain = [_plain(text(label)) for label in labels]
    two = [m for label in plain if (m := re.fullmatch(r"([0-9]{2})([0-9]{2})-([0-9]{2})", label))]
    follows = [(int(m[2]) + 1) % 100 == int(m[3]) for m in two]
    month = [int(m[3]) in _TWELVE for m in two]
    return PeriodConvention(
        publisher=publisher,
        compact=any(map(_surely_compact, plain)),
        financial=any(f and not m for f, m in zip(follows, month, strict=True)),
        numbered=any(m and not f for f, m in zip(follows, month, strict=True)),
    )


def names_two_years(label: Cell) -> bool:
    """Tell whether a label names two years that follow each other and cannot be a month."""
    years = _TWO_YEARS.search(_plain(text(label)))
    if years is None:
        return False
    is_month = len(years[2]) == len("24") and int(years[2]) in _TWELVE and "/" not in years[0]
    return not is_month and (int(years[1]) + 1) % 100 == int(years[2]) % 100


def read_period(label: Cell, known: PeriodConvention | None = None) -> Period:
    """Return the days that a label covers.

    Raises:
        PeriodError: when it names no period, or may name two.
    """
    known = known or PeriodConvention()
    if isinstance(label, date):
        if label.day not in {1, month_end(label).day} or not known.monthly:
            raise PeriodError(f"{label.isoformat()} is a day, which does not say how long it lasts")
        return _months(text(label), (label.year, label.month), (label.year, label.month))
    label_text = text(label)
    plain = _plain(label_text)
    if spelt := _SPELT.fullmatch(plain):  # Q4: 2023-24 (Jan - Mar)
        return _agreed(
            label_text, read_period(spelt["label"], known), spelt["first"], spelt["last"]
        )
    for name, form in _FORMS.items():
        if (match := form.fullmatch(plain)) and (
            period := _period(name, match.groupdict(), label_text, known)
        ):
            return period
    if re.fullmatch(_QUARTER, plain):
        raise PeriodError(f"\u201c{label_text}\u201d names a quarter without its year")
    raise PeriodError(f"\u201c{label_text[:60]}\u201d is not a period that is known here")


def _agreed(label: str, period: Period, first: str, last: str) -> Period:
    """Return a period whose label spells its months out, where they are its own.

    Raises:
        PeriodError: when they are others.
    """
    if (MONTH_NUMBERS[first], MONTH_NUMBERS[last]) != (period.start.month, period.end.month):
        raise PeriodError(f"\u201c{label}\u201d spells out months that are not those of its period")
    return Period(label, period.start, period.end)


def unversioned(heading: str) -> str:
    """Return the words of a heading without those that tell its version."""
    return " ".join(word for word in words(heading).split() if word not in VERSIONS)


def quarter_of(label: Cell) -> int | None:
    """Return the number of a quarter that stands without its year, or None."""
    match = _BARE_QUARTER.fullmatch(_plain(text(label)))
    return int(match["quarter"]) if match else None


def month_of(label: Cell) -> int | None:
    """Return the number of a month that stands without its year, January being 1; or None."""
    return MONTH_NUMBERS.get(_plain(text(label)))


def month_in(year: Period, month: int, label: str) -> Period:
    """Return a month of a year: of a financial one, January to March are in its second half."""
    at = year.start.year + (month < year.start.month)
    return _months(label, (at, month), (at, month))


@lru_cache(maxsize=4_000)  # a table names the same few quarters in row after row
def calendar_quarter(label: str, year: int, quarter: int) -> Period:
    """Return a quarter of a calendar year: the first one is January to March."""
    return _months(label, (_year(year, label), quarter * 3 - 2), (year, quarter * 3))


@lru_cache(maxsize=10_000)  # a column says the same few labels in row after row
def _plain(label: str) -> str:
    """Return a label without case, notes and the marks that publishers scatter in it."""
    plain = _BRACKETS.sub(" ", label).casefold().replace("\u2013", "-").replace("\u2014", "-")
    plain = re.sub(r"[:,_.]", " ", plain)
    return " ".join(re.sub(r"\s*([-/])\s*", r"\1", plain).split())


def _period(name: str, parts: dict[str, str], label: str, known: PeriodConvention) -> Period | None:
    """Return the period for one form of label, or None when another form may fit."""
    if name == "compact year":
        return None if not known.compact else _financial(label, *_halves(parts["compact"], label))
    if name == "numbered month":
        return _numbered(parts, label, known)
    if name == "year":
        return _one_year(parts["year"], label, known)
    if name in {"quarter", "quarter first"}:
        return _one_year_quarter(parts, label, known)
    if name.startswith("financial"):
        return _two_years(parts, label, known)
    year = int(parts["year"]) + (2000 if len(parts["year"]) == len("24") else 0)
    first = (_year(year, label), MONTH_NUMBERS[parts["month"]])
    last_year = _year(int(parts.get("last_year") or year), label)
    last = (last_year, MONTH_NUMBERS[parts.get("last") or parts["month"]])
    return _months(label, first, last)


def _one_year(year: str, label: str, known: PeriodConvention) -> Period | None:
    if known.compact and _halves_follow(year):
        return None  # 1718 among 1617 and 1819
    if known.publisher == CAFCASS or (known.two_years and known.publisher != FCSQ):
        raise PeriodError(f"\u201c{label}\u201d may be a calendar or a financial year")
    number = _year(int(year), label)
    return _months(label, (number, 1), (number, 12))


def _one_year_quarter(parts: dict[str, str], label: str, known: PeriodConvention) -> Period:
    year, quarter = parts["year"], _quarter(parts["quarter"], label)
    if _halves_follow(year) and (known.compact or _surely_compact(year)):
        return _financial(label, *_halves(year, label), quarter)
    if known.publisher == CAFCASS or (known.two_years and known.publisher != FCSQ):
        raise PeriodError(f"\u201c{label}\u201d may be in a calendar or a financial year")
    return calendar_quarter(label, int(year), quarter)


def _two_years(parts: dict[str, str], label: str, known: PeriodConvention) -> Period | None:
    first, second = int(parts["first"]), parts["second"]
    quarter = _quarter(parts["quarter"], label) if "quarter" in parts else None
    follows = int(second) == (first + 1 if len(second) == len("2024") else (first + 1) % 100)
    could_be_month = len(second) == len("24") and int(second) in _TWELVE and "/" not in label
    if not quarter and could_be_month and _settled_month(known, label, follows=follows):
        return None
    if not follows:
        raise PeriodError(f"\u201c{label}\u201d does not name two years that follow each other")
    return _financial(label, first, first + 1, quarter)


def _settled_month(known: PeriodConvention, label: str, *, follows: bool) -> bool:
    """Tell whether `2011-12` is a month here; refuse it where nothing tells."""
    if not follows:
        return True
    financial = known.financial or known.publisher == CAFCASS
    if financial == known.numbered and "fy" not in label.casefold() and "to" not in label:
        raise PeriodError(f"\u201c{label}\u201d may be a month or a financial year")
    return known.numbered and not financial


def _numbered(parts: dict[str, str], label: str, _: PeriodConvention) -> Period | None:
    month = (_year(int(parts["year"]), label), int(parts["number"]))
    return _months(label, month, month) if month[1] in _TWELVE else None


def _financial(label: str, first: int, second: int, quarter: int | None = None) -> Period:
    """Return a financial year, April to March, or a quarter of it, the first from April."""
    _year(first, label)
    if quarter is None:
        return _months(label, (first, _APRIL), (second, _APRIL - 1))
    start = months_later(date(first, _APRIL, 1), (quarter - 1) * MONTHS_A_QUARTER)
    return _months(label, (start.year, start.month), (start.year, start.month + 2))


def _months(label: str, first: tuple[int, int], last: tuple[int, int]) -> Period:
    if last < first:
        raise PeriodError(f"\u201c{label}\u201d ends before it starts")
    return Period(label, date(*first, 1), month_end(date(*last, 1)))


def _year(year: int, label: str) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PeriodError(f"\u201c{label}\u201d names a year outside {FIRST_YEAR} to {LAST_YEAR}")
    return year


def _quarter(number: str, label: str) -> int:
    if number not in "1234":
        raise PeriodError(f"\u201c{label}\u201d names a quarter that does not exist")
    return int(number)


def _halves_follow(year: str) -> bool:
    return (int(year[:2]) + 1) % 100 == int(year[2:])


def _halves(year: str, label: str) -> tuple[int, int]:
    if not _halves_follow(year):
        raise PeriodError(f"\u201c{label}\u201d does not name two years that follow each other")
    first = int(year[:2]) + (1900 if year[:2] >= "90" else 2000)
    return first, first + 1


def _surely_compact(label: str) -> bool:
    """Tell whether four digits can only be two years: 1718, but not 2021."""
    digits = re.findall(r"(?<![0-9/-])[0-9]{4}(?![0-9/-])", label)
    return any(_halves_follow(year) and not FIRST_YEAR <= int(year) <= LAST_YEAR for year in digits)
