"""Months: their names as people write them, and how they are counted."""

from datetime import date

from dateutil.relativedelta import relativedelta

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_MONTH_NAMES = tuple(name[:3] for name in MONTH_NAMES)
"""In English whatever the machine speaks, as the publishers print them."""
MONTH_NUMBERS = (
    {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name.lower(): number for number, name in enumerate(SHORT_MONTH_NAMES, 1)}
    | {"sept": 9}
)
"""Every spelling in small letters, full and short, with the number of its month."""

WELSH_MONTH_NAMES = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
    *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)

ANY_MONTH_NAME = "|".join(MONTH_NAMES)
"""A pattern of the full names."""
ANY_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
"""A pattern of every spelling in small letters, the longest first."""
LIKE_A_MONTH = f"(?:{'|'.join(SHORT_MONTH_NAMES).lower()})[a-z]*"
"""A pattern of whatever begins as a month does, cut short or misspelt."""

MONTHS_A_QUARTER = 3
APRIL = 4
_LAST_DAY = relativedelta(day=31)  # of a month, whichever it is


def months_later(day: date, months: int) -> date:
    """Return the day some months later; the last of the month where it is shorter."""
    later: date = day + relativedelta(months=months)
    return later


def month_end(day: date) -> date:
    """Return the last day of the month of a day."""
    last: date = day + _LAST_DAY
    return last


def months_between(day: date, later: date) -> int:
    """Return how many months lie from the month of a day to that of a later one."""
    return (later.year - day.year) * 12 + later.month - day.month


def quarter_of_month(month: int, first: int = 1) -> int:
    """Return which quarter a month is in, in a year that begins with the month `first`."""
    return (month - first) % 12 // MONTHS_A_QUARTER + 1


def financial_year_start(day: date) -> date:
    """Return the first of April on or before a day."""
    return date(day.year - (day.month < APRIL), APRIL, 1)


def quarter_start(day: date) -> date:
    """Return the first day of the calendar quarter of a day."""
    return date(day.year, (quarter_of_month(day.month) - 1) * MONTHS_A_QUARTER + 1, 1)
