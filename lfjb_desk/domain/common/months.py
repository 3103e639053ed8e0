"""Months: their names as people write them, and how they are counted."""

import calendar
from datetime import date

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH_NUMBERS = (
    {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)
"""Every spelling in small letters, full and short, with the number of its month."""

ANY_MONTH_NAME = "|".join(MONTH_NAMES)
"""A pattern of the full names."""
ANY_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
"""A pattern of every spelling in small letters, the longest first."""
LIKE_A_MONTH = f"(?:{'|'.join(name[:3].lower() for name in MONTH_NAMES)})[a-z]*"
"""A pattern of whatever begins as a month does, cut short or misspelt."""


def months_later(day: date, months: int) -> date:
    """Return the day some months later; the last of the month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def month_end(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
