"""Days as logs hold them: day first, and either certain or doubtful with what they may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import (
    MONTH_NUMBERS,
    MONTHS_A_QUARTER,
    WELSH_MONTH_NAMES,
    month_end,
)
from lfjb_desk.importers.cells import text

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell

FIRST_YEAR = 2005
"""Boards of this kind are younger than that; an earlier year is a slip."""
YEARS_AHEAD = 10
NO_DAYS = frozenset({"", "-", "\u2013", "\u2014", "."})
"""What stands where somebody left a day out."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(38_000, 62_000)  # 2004 to 2069 as spreadsheets count days
_MONTHS = MONTH_NUMBERS | {name.lower(): number for number, name in enumerate(WELSH_MONTH_NAMES, 1)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?P<weekday>[a-z]{3,9})\.?,? )?"
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[ t]\d{2}:\d{2}(?::\d{2})?)?(?!\d)")
_NAMED = re.compile(
    rf"(?<![\w/]){_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<month>{_MONTH})\.?"
    r"(?:,? |-)'?(?P<year>\d{4}|\d{2})(?![\w/])"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w/])(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
    r" (?P<year>\d{4})(?![\w/])"
)
_NO_YEAR = re.compile(
    rf"(?<![\w/])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<month>{_MONTH})(?![\w/])"
)
_SHORT = re.compile(r"(\d{1,2})[/.](\d{1,2})")
_MONTH_ALONE = re.compile(rf"(?:.*\W)?(?P<month>{_MONTH})\.?[ -]'?(?P<year>\d{{4}}|\d{{2}})")
_QUARTER = re.compile(r"q(?P<quarter>[1-4])(?:\W*(?:20)?(?P<year>\d{2}))?")
_HARMLESS = frozenset({"", "by", "due", "due by", "on", "no later than", "by the", "the", "erbyn"})
"""Words beside a day that leave it what it is."""


class DayDoubt(StrEnum):
    """Why it is not certain which day is meant."""

    WORDS = "it names no day"
    NO_YEAR = "it names no year"
    MONTH = "it names a month and no day"
    MONTH_FIRST = "it can only be month first"
    OTHER_WORDS = "there are other words beside the day"
    MORE_DAYS = "it names more than one day"
    IMPOSSIBLE = "the calendar has no such day"
    WEEKDAY = "the day is another weekday"
    FAR = "the year is a slip"


@dataclass(frozen=True)
class ReadDay:
    """What a cell says of a day: the day where it is certain, or why it is not."""

    words: str
    day: date | None = None
    doubt: DayDoubt | None = None
    candidates: tuple[date, ...] = ()
    """What it may mean, the likely first."""
    turned: date | None = None
    """The day that it would be with the month first; None where that makes no difference."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said."""
        return self.day is None and self.doubt is None


def read_day(cell: Cell, today: date, *, month_only: bool = False) -> ReadDay:
    """Return the day that a cell means; `month_only` says that it shows a month and no day."""
    words = text(cell)
    if isinstance(cell, date):
        if month_only:
            last = (month_end(cell), cell.replace(day=1))
            return ReadDay(words, doubt=DayDoubt.MONTH, candidates=last)
        return _near(words, cell, today, turned=_turned(cell))
    if isinstance(cell, Decimal) or words.isdecimal():
        return _serial(words, today)
    if words in NO_DAYS:
        return ReadDay(words)
    return _from_words(words, today)


def _serial(words: str, today: date) -> ReadDay:
    number = Decimal(words)
    if number != int(number) or int(number) not in _SERIALS:
        return ReadDay(words, doubt=DayDoubt.WORDS)
    return _near(words, _SERIAL_START + timedelta(days=int(number)), today)


def _from_words(words: str, today: date) -> ReadDay:
    plain = " ".join(words.casefold().replace("\u2019", "'").replace("\u2013", "-").split())
    found = [*_days_in(plain)]
    if not found:
        return _doubtful(words, plain, today)
    days = tuple(dict.fromkeys(each.day for each in found if each.day is not None))
    if len(found) > 1 and len(days) != 1:
        return ReadDay(words, doubt=DayDoubt.MORE_DAYS, candidates=days[::-1])
    first = found[0]
    if first.doubt is not None:
        return ReadDay(words, doubt=first.doubt, candidates=first.candidates)
    if plain.replace(first.words, "", 1).strip(" .,:;") not in _HARMLESS or len(found) > 1:
        return ReadDay(words, doubt=DayDoubt.OTHER_WORDS, candidates=days)
    assert first.day is not None  # noqa: S101 - what has no day has a doubt
    return _near(words, first.day, today, turned=first.turned)


def _days_in(plain: str) -> list[ReadDay]:
    """Return each full day that a text writes, in order; `words` is the part that writes it."""
    found: list[tuple[int, ReadDay]] = []
    for pattern, read in (
        (_ISO, _iso),
        (_NUMBERS, _in_numbers),
        (_NAMED, _named),
        (_MONTH_FIRST, _named),
    ):
        found += [(match.start(), read(match)) for match in pattern.finditer(plain)]
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _iso(match: re.Match[str]) -> ReadDay:
    return _made(match[0], int(match[1]), int(match[2]), int(match[3]))


def _in_numbers(match: re.Match[str]) -> ReadDay:
    first, second, year = int(match[1]), int(match[3]), _year(match[4])
    turned = _day(year, first, second)
    if _day(year, second, first) is None and turned is not None:
        return ReadDay(match[0], doubt=DayDoubt.MONTH_FIRST, candidates=(turned,))
    made = _made(match[0], year, second, first)
    return ReadDay(made.words, made.day, made.doubt, turned=turned if turned != made.day else None)


def _named(match: re.Match[str]) -> ReadDay:
    year, month = _year(match["year"]), _MONTHS[match["month"]]
    made = _made(match[0], year, month, int(match["day"]))
    weekday = match.groupdict().get("weekday")
    if made.day is None or not weekday:
        return made
    names = [name for name in WEEKDAYS if name.startswith(weekday)]
    if not names:  # a word before the day, which stays one
        return ReadDay(match[0].removeprefix(weekday).strip(" .,"), made.day)
    if WEEKDAYS.index(names[0]) != made.day.weekday():
        return ReadDay(match[0], doubt=DayDoubt.WEEKDAY, candidates=(made.day,))
    return made


def _made(words: str, year: int, month: int, day: int) -> ReadDay:
    found = _day(year, month, day)
    if found is None:
        return ReadDay(words, doubt=DayDoubt.IMPOSSIBLE)
    return ReadDay(words, found)


def _doubtful(words: str, plain: str, today: date) -> ReadDay:
    """Return why words that write no full day are no certain day, with what they may mean."""
    if match := _MONTH_ALONE.fullmatch(plain):
        first = date(_year(match["year"]), _MONTHS[match["month"]], 1)
        return ReadDay(words, doubt=DayDoubt.MONTH, candidates=(month_end(first), first))
    if match := _NO_YEAR.search(plain):
        day, month = int(match["day"]), _MONTHS[match["month"]]
        return ReadDay(words, doubt=DayDoubt.NO_YEAR, candidates=_years(day, month, today))
    if match := _SHORT.fullmatch(plain):
        years = _years(int(match[1]), int(match[2]), today)
        return ReadDay(words, doubt=DayDoubt.NO_YEAR, candidates=years)
    if match := _QUARTER.fullmatch(plain):
        return ReadDay(words, doubt=DayDoubt.WORDS, candidates=_quarter_ends(match, today))
    return ReadDay(words, doubt=DayDoubt.WORDS)


def _years(day: int, month: int, today: date) -> tuple[date, ...]:
    """Return a day in the years about today, the nearest first."""
    found = (_day(year, month, day) for year in range(today.year - 1, today.year + 2))
    return tuple(sorted(filter(None, found), key=lambda each: abs(each - today)))


def _quarter_ends(match: re.Match[str], today: date) -> tuple[date, ...]:
    """Return the last days of a quarter by the year of the calendar, and from April."""
    year = 2000 + int(match["year"]) if match["year"] else today.year
    month = int(match["quarter"]) * MONTHS_A_QUARTER
    ends = [month_end(date(year, month, 1))]
    april = month + MONTHS_A_QUARTER
    ends.append(month_end(date(year + (april > 12), (april - 1) % 12 + 1, 1)))  # noqa: PLR2004 - months
    return tuple(ends)


def _near(words: str, day: date, today: date, *, turned: date | None = None) -> ReadDay:
    if isinstance(day, datetime):
        day = day.date()
    if not FIRST_YEAR <= day.year <= today.year + YEARS_AHEAD:
        return ReadDay(words, doubt=DayDoubt.FAR, candidates=(day,))
    return ReadDay(words, day, turned=turned)


def _turned(day: date) -> date | None:
    turned = _day(day.year, day.day, day.month)
    return turned if turned != day else None


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)  # noqa: PLR2004 - two figures


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
