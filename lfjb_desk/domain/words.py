"""Dates and figures in words, as every screen and paper writes them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

MISSING = "[x]"
"""Stands where a figure is not available."""


def long_date(day: date) -> str:
    """Return a date in full: `3 December 2026`."""
    return f"{day.day} {day:%B %Y}"


def month(day: date) -> str:
    """Return the month of a day: `December 2026`."""
    return f"{day:%B %Y}"


def months(first: date, last: date) -> str:
    """Return a run of months: `March 2024`, `January to March 2024`, `April 2023 to March 2024`."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    return (
        f"{first:%B} to {month(last)}"
        if first.year == last.year
        else (f"{month(first)} to {month(last)}")
    )


def number(value: Decimal, decimals: int = 0) -> str:
    """Return a number with commas in thousands, rounded half up to `decimals` places."""
    return f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"


def figure(value: Decimal | None, unit: str, decimals: int = 0, marker: str | None = None) -> str:
    """Return a figure with its unit: `46 weeks`, `36%`, `7.0`; a missing one by its marker."""
    if value is None:
        return marker or MISSING
    words = number(value, decimals)
    if unit == "%":
        words += "%"
    elif unit not in {"rate", "ratio", ""}:
        words += f" {unit.removesuffix('s') if abs(value) == 1 else unit}"
    return f"{words} {marker}" if marker else words


def count(how_many: int, one: str, many: str = "") -> str:
    """Return how many of a thing there are: `1 action`, `12 actions`, `no action`."""
    if how_many == 0:
        return f"no {one}"
    return f"{how_many:,} {one if how_many == 1 else many or one + 's'}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Return names as a sentence lists them: `Ann, Ben and Cai`."""
    if not names[1:]:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
