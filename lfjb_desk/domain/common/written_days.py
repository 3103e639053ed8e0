"""Days as people write them in words of their own: read where they are clear, else left alone."""

from __future__ import annotations

import re
from datetime import date

from lfjb_desk.domain.common.months import ANY_MONTH, MONTH_NUMBERS
from lfjb_desk.domain.common.visible import visible

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun),? )?"
_NAMED = re.compile(
    rf"{_WEEKDAY}(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{ANY_MONTH})\.?,? "
    r"(?P<year>\d{4})\.?"
)
_NUMBERED = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?P<sign>[./-])(?P<month>\d{{1,2}})(?P=sign)(?P<year>\d{{4}})"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


def written_day(text: str) -> date | None:
    """Return the day that a text clearly is, day before month; None where it is anything else.

    A year of two digits, a month without a day, a weekday that is not that of the day, words
    beside it: none of these is clear.
    """
    plain = " ".join(visible(text).casefold().split())
    for pattern in (_NAMED, _NUMBERED, _ISO):
        match = pattern.fullmatch(plain)
        if match is None:
            continue
        month = match["month"]
        number = MONTH_NUMBERS[month] if month in MONTH_NUMBERS else int(month)
        try:
            day = date(int(match["year"]), number, int(match["day"]))
        except ValueError:
            return None
        weekday = match.groupdict().get("weekday")
        agrees = not weekday or _WEEKDAYS[day.weekday()].startswith(weekday[:3])
        return day if agrees else None
    return None
