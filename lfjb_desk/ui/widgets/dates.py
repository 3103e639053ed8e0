"""Days as people write them: `21/11`, `21 nov`, `fri`, `+14`, `2w`, `today`, day first."""

from __future__ import annotations

import re
from datetime import date, timedelta

from lfjb_desk.domain.common.months import MONTH_NAMES, month_end, months_later

MONTHS = tuple(name.lower() for name in MONTH_NAMES)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEAST_LETTERS = 3
WEEK = 7

_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ?([a-z]+)(?: (\d{4}|\d{2}))?")
_STEP = re.compile(r"\+?(\d{1,4}) ?(d|w|m|y)?(?:[a-z]*)")


def read_day(text: str, today: date) -> date | None:
    """Return the day that a text means, or None when it means none.

    The day comes before the month, always. Without a year the day is the next one to come;
    without a month a weekday's name is the next such day after today.
    """
    plain = " ".join(text.casefold().split())
    try:
        for reading in (_by_word, _by_iso, _by_numbers, _by_step, _by_name):
            day = reading(plain, today)
            if day is not None:
                return day
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    return None


def _by_word(text: str, today: date) -> date | None:
    if text in {"t", "today"}:
        return today
    if text in {"tom", "tomorrow"}:
        return today + timedelta(days=1)
    if text == "eom":
        return month_end(today)
    name = text.removeprefix("next ")
    weekday = _place(name, DAYS)
    if weekday is None:
        return None
    upcoming_meeting = (weekday - today.weekday() - 1) % WEEK + 1
    if text.startswith("next "):  # the one in the week after this
        upcoming_meeting = weekday - today.weekday() + WEEK
    return today + timedelta(days=upcoming_meeting)


def _by_iso(text: str, _today: date) -> date | None:
    match = _ISO.fullmatch(text)
    return match and _day(int(match[1]), int(match[2]), int(match[3]))


def _by_numbers(text: str, today: date) -> date | None:
    match = _NUMBERS.fullmatch(text)
    return match and _dated(int(match[1]), int(match[2]), match[3], today)


def _by_name(text: str, today: date) -> date | None:
    match = _NAMED.fullmatch(text)
    if not match:
        return None
    month = _place(match[2], MONTHS)
    return None if month is None else _dated(int(match[1]), month + 1, match[3], today)


def _by_step(text: str, today: date) -> date | None:
    match = _STEP.fullmatch(text)
    if not match or not (text.startswith("+") or match[2]):
        return None
    unit, number = match[2] or "d", int(match[1])
    rest = text.lstrip("+0123456789 ")
    if rest not in {"", "d", "day", "days", "w", "week", "weeks"} | _LONG_STEPS:
        return None
    if unit in {"d", "w"}:
        return today + timedelta(days=number * (WEEK if unit == "w" else 1))
    return months_later(today, number * (12 if unit == "y" else 1))


_LONG_STEPS = {"m", "month", "months", "y", "year", "years"}


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _day(int(year) + (2000 if len(year) == len("26") else 0), month, day)
    near = _day(today.year, month, day)
    if near is not None and near >= today:
        return near
    return _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _place(name: str, names: tuple[str, ...]) -> int | None:
    if len(name) < LEAST_LETTERS:
        return None
    return next((index for index, month in enumerate(names) if month.startswith(name)), None)
