"""Days as people write them: `21/11`, `21 nov`, `fri`, `+14`, `in two weeks`, day first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lfjb_desk.domain.common.months import MONTH_NAMES, WELSH_MONTH_NAMES, month_end, months_later

MONTHS = tuple(name.lower() for name in MONTH_NAMES)
WELSH_MONTHS = tuple(name.lower() for name in WELSH_MONTH_NAMES)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEAST_LETTERS = 3
WEEK = 7
FRIDAY = 4
MIDDLE = 15
"""The day of the month that `mid March` means."""
MOST_DAYS = 31
LAST_WEEKS = timedelta(weeks=8)
"""How far back a day lies that is hardly meant for next year."""
YEARS_FAR = 50
"""From here on a year was mistyped, as in `1 March 3027`."""
YEARS_NEAR = 5
"""How far a two-figure number may lie from this year and be taken for a year, as in `March 26`."""
NUMBER_WORDS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

_YEAR = r"(?: (?P<year>\d{4}|\d{2}))?"
_WEEKDAY = r"(?:(?P<weekday>[a-z]+),? )?"
_NUMBERS = re.compile(_WEEKDAY + r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](?P<year>\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(
    _WEEKDAY + r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)? ?(?:of )?(?P<month>[a-z]+)" + _YEAR
)
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]+) (?P<day>\d{1,2})(?P<nth>st|nd|rd|th)?" + _YEAR)
_PART = re.compile(
    r"(?:the )?(?P<part>end|mid|middle|start|beginning) (?:of )?(?P<month>[a-z]+)" + _YEAR
)
_NTH = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)")
_MONTH = re.compile(r"(?P<month>[a-z]+)(?: (?P<year>\d{4}))?")
_STEP = re.compile(
    r"(?P<sign>[+-])?(?P<number>\d{1,4}) ?(?P<unit>[dwmy]|days?|weeks?|months?|years?)?"
    r"(?P<ago> ago)?"
)
_IN = re.compile(r"in (?P<number>\d{1,3}|[a-z]+) (?P<unit>day|week|month|year)s?'?(?: time)?")
_WEEKDAY_NAME = re.compile(r"(?P<which>this |next |last |dydd )?(?P<name>[a-z]+)(?P<week> week)?")
_WELSH_DAYS = ("llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul")
_FILLERS = {"the", "of", "this", "a"}
"""Words that make no difference: `the end of this month` is `end month`."""
_VAGUE = re.compile(r"(?:this|next) (?:week|month|year)")


class Looking(StrEnum):
    """Which way from today a day lies that is written without its year."""

    AHEAD = "ahead"
    """Due dates, reviews, meetings to come."""
    BACK = "back"
    """What has happened: a last day in a seat, a day on which something was done."""
    NEAR = "near"
    """Whatever is closest, before or after."""


class DayFault(StrEnum):
    """Why words that look like a day are none."""

    IMPOSSIBLE = "impossible"
    """The calendar has no such day, or it is another weekday."""
    VAGUE = "vague"
    """They name a month or a week, and no day of it."""
    FAR = "far"
    """It lies further away than anything of a board: its year is a slip."""
    JUST_PAST = "just past"
    """Days to come are meant, and without its year this one is of the last weeks."""


@dataclass(frozen=True)
class DayReading:
    """What words say of a day: the day, or what is wrong; neither where they are no day."""

    day: date | None = None
    fault: DayFault | None = None

    def __bool__(self) -> bool:
        """Tell whether the words are about a day at all."""
        return self.day is not None or self.fault is not None


NO_DAY = DayReading()
_IMPOSSIBLE = DayReading(fault=DayFault.IMPOSSIBLE)
_VAGUE_DAY = DayReading(fault=DayFault.VAGUE)
_JUST_PAST = DayReading(fault=DayFault.JUST_PAST)
_FAR = DayReading(fault=DayFault.FAR)


def read_day(text: str, today: date, looking: Looking = Looking.AHEAD) -> date | None:
    """Return the day that a text means, or None when it means none.

    The day comes before the month, always. A day without its year is the first that lies the
    way one looks, today with it; a weekday's name is never today. Where one looks ahead, nobody
    can tell whether a day of the last weeks is that of next year: it means none.
    """
    return understand_day(text, today, looking).day


def understand_day(text: str, today: date, looking: Looking = Looking.AHEAD) -> DayReading:
    """Return what a text says of a day; see `read_day`."""
    plain = " ".join(text.casefold().replace("\u2019", "'").replace("mid-", "mid ").split())
    try:
        for read in _READERS:
            reading = read(plain, today, looking)
            if reading.day is not None and abs(reading.day.year - today.year) > YEARS_FAR:
                return _FAR
            if reading:
                return reading
    except (OverflowError, ValueError):  # beyond the calendar
        return _IMPOSSIBLE
    return NO_DAY


def _by_word(text: str, today: date, _looking: Looking) -> DayReading:
    key = "-".join(word for word in text.split() if word not in _FILLERS)
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % WEEK)
    days = {
        **dict.fromkeys(("t", "today"), today),
        **dict.fromkeys(("tom", "tomorrow"), today + timedelta(days=1)),
        "yesterday": today - timedelta(days=1),
        **dict.fromkeys(("eom", "end-month", "month-end"), month_end(today)),
        "end-next-month": month_end(months_later(today, 1)),
        **dict.fromkeys(("eow", "end-week"), friday),
        "end-next-week": friday + timedelta(days=WEEK),
        "end-year": date(today.year, 12, 31),
        "in-fortnight": today + timedelta(days=2 * WEEK),
    }
    return DayReading(days.get(key))


def _by_weekday(text: str, today: date, looking: Looking) -> DayReading:
    match = _WEEKDAY_NAME.fullmatch(text)
    if match is None:
        return NO_DAY
    which = (match["which"] or "").strip()
    names = DAYS
    if which == "dydd":
        which, names = "", _WELSH_DAYS
    weekday = _place(match["name"], names)
    if weekday is None:
        return NO_DAY
    ahead = (weekday - today.weekday() - 1) % WEEK + 1
    if which == "next":  # the one in the week after this
        ahead = weekday - today.weekday() + WEEK
    elif which == "last" or (not which and looking is Looking.BACK):
        ahead = -((today.weekday() - weekday - 1) % WEEK + 1)
    elif not which and looking is Looking.NEAR and ahead > WEEK // 2:
        ahead -= WEEK
    return DayReading(today + timedelta(days=ahead + (WEEK if match["week"] else 0)))


def _by_iso(text: str, _today: date, _looking: Looking) -> DayReading:
    match = _ISO.fullmatch(text)
    return _known(_day(int(match[1]), int(match[2]), int(match[3]))) if match else NO_DAY


def _by_numbers(text: str, today: date, looking: Looking) -> DayReading:
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return NO_DAY
    return _dated(int(match[2]), int(match[3]), match["year"], match["weekday"], today, looking)


def _by_name(text: str, today: date, looking: Looking) -> DayReading:
    match = _NAMED.fullmatch(text)
    month = _month(match["month"]) if match else None
    if match is None or month is None:
        return NO_DAY
    return _dated(int(match["day"]), month, match["year"], match["weekday"], today, looking)


def _by_month_first(text: str, today: date, looking: Looking) -> DayReading:
    match = _MONTH_FIRST.fullmatch(text)
    month = _month(match["month"]) if match else None
    if match is None or month is None:
        return NO_DAY
    number = int(match["day"])
    if not match["nth"] and not match["year"] and abs(number - today.year % 100) <= YEARS_NEAR:
        return _VAGUE_DAY  # `March 26` is a day or a month of a year
    return _dated(number, month, match["year"], None, today, looking)


def _by_part(text: str, today: date, looking: Looking) -> DayReading:
    match = _PART.fullmatch(text)
    month = _month(match["month"]) if match else None
    if match is None or month is None:
        return NO_DAY
    years = [_year(match["year"])] if match["year"] else _years(today)
    days = [date(year, month, 1) for year in years]
    if match["part"] in {"mid", "middle"}:
        days = [day.replace(day=MIDDLE) for day in days]
    elif match["part"] == "end":
        days = [month_end(day) for day in days]
    return _nearest(days, today, looking) if match["year"] else _of_a_year(days, today, looking)


def _by_nth(text: str, today: date, looking: Looking) -> DayReading:
    match = _NTH.fullmatch(text)
    if match is None:
        return NO_DAY
    months = (months_later(today.replace(day=1), by) for by in (-1, 0, 1))
    days = [_day(month.year, month.month, int(match[1])) for month in months]
    return _nearest([day for day in days if day is not None], today, looking)


def _by_step(text: str, today: date, _looking: Looking) -> DayReading:
    match = _STEP.fullmatch(text)
    if match is None or not (match["sign"] or match["unit"]):
        return NO_DAY
    back = match["sign"] == "-" or match["ago"]
    number = int(match["number"]) * (-1 if back else 1)
    return _stepped(today, number, (match["unit"] or "d")[0])


def _by_time(text: str, today: date, _looking: Looking) -> DayReading:
    match = _IN.fullmatch(text)
    if match is None:
        return NO_DAY
    word = match["number"]
    number = int(word) if word.isdecimal() else NUMBER_WORDS.get(word)
    return NO_DAY if number is None else _stepped(today, number, match["unit"][0])


def _by_vague_words(text: str, _today: date, _looking: Looking) -> DayReading:
    match = _MONTH.fullmatch(text)
    named = match is not None and _month(match["month"]) is not None
    return _VAGUE_DAY if named or _VAGUE.fullmatch(text) else NO_DAY


_READERS = (
    *(_by_word, _by_weekday, _by_iso, _by_numbers, _by_name, _by_month_first, _by_part),
    *(_by_nth, _by_step, _by_time, _by_vague_words),
)


def _stepped(today: date, number: int, unit: str) -> DayReading:
    if unit in {"d", "w"}:
        return DayReading(today + timedelta(days=number * (WEEK if unit == "w" else 1)))
    return DayReading(months_later(today, number * (12 if unit == "y" else 1)))


def _dated(
    number: int,
    month: int,
    year: str | None,
    weekday: str | None,
    today: date,
    looking: Looking,
) -> DayReading:
    """Return a day of a month; a weekday beside it has to be that day's."""
    known_weekday = _place(weekday, DAYS) if weekday else None
    if weekday and known_weekday is None:
        return NO_DAY
    if year is not None:
        reading = _known(_day(_year(year), month, number))
    else:
        days = [_day(year, month, number) for year in _years(today)]
        reading = _of_a_year([day for day in days if day is not None], today, looking)
    wrong = reading.day is not None and known_weekday not in {None, reading.day.weekday()}
    return _IMPOSSIBLE if wrong else reading


def _of_a_year(days: list[date], today: date, looking: Looking) -> DayReading:
    """Return the one that is meant of days that differ in their years."""
    is_just_past = any(today - LAST_WEEKS <= day < today for day in days)
    if looking is Looking.AHEAD and is_just_past:
        return _JUST_PAST
    return _nearest(days, today, looking)


def _nearest(days: list[date], today: date, looking: Looking) -> DayReading:
    """Return the first of some days that lies the way one looks."""
    if looking is Looking.AHEAD:
        return _known(min((day for day in days if day >= today), default=None))
    if looking is Looking.BACK:
        return _known(max((day for day in days if day <= today), default=None))
    return _known(min(days, key=lambda day: abs(day - today), default=None))


def _known(day: date | None) -> DayReading:
    return _IMPOSSIBLE if day is None else DayReading(day)


def _years(today: date) -> list[int]:
    return [today.year - 1, today.year, today.year + 1]


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == len("26") else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int | None:
    """Return which month a name or its beginning is, in English or Welsh, from 1."""
    place = _place(name, MONTHS)
    if place is None:
        place = _place(name, WELSH_MONTHS)
    return None if place is None else place + 1


def _place(name: str, names: tuple[str, ...]) -> int | None:
    if len(name) < LEAST_LETTERS:
        return None
    return next((index for index, known in enumerate(names) if known.startswith(name)), None)
