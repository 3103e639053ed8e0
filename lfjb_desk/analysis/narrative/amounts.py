"""Figures, periods and small numbers as a chair says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import frequency_of
from lfjb_desk.domain.formatting import figure, long_date, month, months, number
from lfjb_desk.domain.read_models.figures.series import Frequency

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.figures.messages import Message

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""The numbers that are written as words."""
BARE = {"ratio": "a ratio of {0}", "rate": "a rate of {0}", "score": "a score of {0}"}
"""How figures are told whose unit is no word to stand behind them."""


def amount_words(measure: Measure, thing: str, value: Decimal) -> str:
    """Return a figure with what it counts: `39 weeks`, `1.3 experts per case`, `38%`."""
    if thing:
        return f"{plain_amount(measure, value)} {thing}"
    if measure.unit in BARE:
        return BARE[measure.unit].format(plain_amount(measure, value))
    return figure(value, measure.unit, measure.decimals)


def plain_amount(measure: Measure, value: Decimal) -> str:
    """Return a figure without its unit, save a percent sign."""
    words = number(value, measure.decimals)
    return f"{words}%" if measure.unit == "%" else words


def each_of(message: Message) -> str:
    """Return what one of the periods of a message is called: `quarter`."""
    return frequency_of(message.start, message.end).noun


def period_name(start: date, end: date) -> str:
    """Return a period as a sentence names it: `the year to March 2024`, `April to June 2026`."""
    frequency = frequency_of(start, end)
    if frequency is Frequency.YEAR:
        return f"the year to {month(end)}"
    if frequency is Frequency.OTHER:
        return f"{long_date(start)} to {long_date(end)}"
    return months(start, end)


def period_in(start: date, end: date) -> str:
    """Return when a period is: `in the year to March 2024`, `from 3 May 2024 to 9 June 2024`."""
    during = "from" if frequency_of(start, end) is Frequency.OTHER else "in"
    return f"{during} {period_name(start, end)}"


def spelled(amount: int) -> str:
    """Return a number as a sentence writes it: `three`, `12`."""
    return NUMBERS[amount] if 0 <= amount < len(NUMBERS) else str(amount)
