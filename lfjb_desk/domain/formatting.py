"""Dates, times and figures in words, as every screen and paper writes them."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

MISSING = "[x]"
"""The code with which a publisher says that a figure is not available."""
NOT_HELD = "\N{EN DASH}"
"""Stands where neither a figure nor a marker is held."""
KEPT_BACK = "[c]"
"""Stands where a figure would give somebody away."""
NOT_APPLICABLE = "[z]"
"""Stands where a figure cannot be: nothing can be divided by zero."""
FORECAST = "[f]"
"""Stands beside a figure that is expected and not counted."""
BLANK = "blank"
"""The marker of an empty cell."""

MARKERS = {
    "[b]": "a break in the series",
    KEPT_BACK: "kept back so that nobody can be recognised",
    "[e]": "an estimate",
    "[er]": "the earliest revision",
    FORECAST: "a forecast",
    "[low]": "above zero but too low to show",
    "[ns]": "not statistically significant",
    "[p]": "provisional",
    "[r]": "revised",
    "[s]": "significant at 5%",
    "[ss]": "significant at 1%",
    "[sss]": "significant at 0.1%",
    "[u]": "of low reliability",
    "[w]": "none recorded",
    MISSING: "not available",
    NOT_APPLICABLE: "not applicable",
    "*": "kept back or too low to show",
    "**": "kept back or too low to show",
    "~": "too low to show",
    "..": "not available",
    "...": "not available",
    ".": "not applicable",
    ":": "not available, or withheld for its quality",
    "-": "not available or not applicable",
    BLANK: "left empty where it was published",
    "[partial]": "the rest of a total that lacks a part",
}
"""What the markers of publishers mean; a marker is shown as it was published."""

NO_FIGURE = frozenset({KEPT_BACK, "[low]", "[partial]", "[w]", MISSING, NOT_APPLICABLE})
"""The codes beside which no figure stands; the other codes say something of a figure."""

UNCERTAIN = frozenset({"[e]", FORECAST, "[p]"})
"""The codes of figures that may yet change; a chart draws them dashed."""

_CODES = re.compile(r"\[([^\]]*)\]")
_CODE = re.compile(r"[a-z]+")

UNNAMED_UNITS = frozenset({"rate", "ratio", ""})
"""Units that are not written behind a figure."""

NOON = 12
_DIGITS = 12
"""So many digits of a figure that was worked out can be trusted."""


def long_date(day: date) -> str:
    """Return a date in full: `3 December 2026`."""
    return f"{day.day} {day:%B %Y}"


def short_date(day: date, today: date) -> str:
    """Return a date without its year when that is this year: `3 December`."""
    return f"{day.day} {day:%B}" if day.year == today.year else long_date(day)


def weekday_date(day: date) -> str:
    """Return a date with its weekday: `Thursday 3 December 2026`."""
    return f"{day:%A} {long_date(day)}"


def clock(at: time) -> str:
    """Return a time of day: `10am`, `12:30pm`, `midday`, `midnight`."""
    if at.minute == 0 and at.hour in {0, NOON}:
        return "midday" if at.hour else "midnight"
    hour = at.hour % NOON or NOON
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{hour}{minutes}{'am' if at.hour < NOON else 'pm'}"


def span(starts: time, ends: time | None) -> str:
    """Return a stretch of time: `10am to 12:30pm`; only its start when its end is not known."""
    return clock(starts) if ends is None else f"{clock(starts)} to {clock(ends)}"


def short_month(day: date) -> str:
    """Return the month of a day where there is little room: `Dec 2026`."""
    return f"{day:%b %Y}"


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


def short_months(first: date, last: date) -> str:
    """Return a run of months where there is little room: `Jul to Sep 2026`, `Dec 2026`."""
    if (first.year, first.month) == (last.year, last.month):
        return short_month(first)
    begun = f"{first:%b}" if first.year == last.year else short_month(first)
    return f"{begun} to {short_month(last)}"


def number(value: Decimal, decimals: int = 0) -> str:
    """Return a number with commas in thousands, rounded half up to `decimals` places."""
    return f"{half_up(value, decimals):,f}"


def half_up(value: Decimal, decimals: int) -> Decimal:
    """Return a number rounded to so many places as every figure is: a half goes up."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def telling_decimals(value: Decimal | None, limit: Decimal | None, decimals: int) -> int:
    """Return with how many decimals a figure that lies beyond a limit no longer reads the same."""
    if value is None or limit is None or value == limit:
        return decimals
    while half_up(value, decimals) == half_up(limit, decimals):
        decimals += 1
    return decimals


def worked_out(value: float) -> Decimal:
    """Return a figure that was worked out without the noise of its last binary digits.

    An average of 11.45 is kept as 11.449999999999999, whose half would round down.
    """
    return Decimal(f"{value:.{_DIGITS}g}")


def figure(value: Decimal | None, unit: str, decimals: int = 0, marker: str | None = None) -> str:
    """Return a figure with its unit: `46 weeks`, `36%`, `7.0`; a missing one by its marker."""
    if value is None:
        return marker or NOT_HELD
    words = number(value, decimals)
    if unit == "%":
        words += "%"
    elif unit not in UNNAMED_UNITS:
        words += f" {unit.removesuffix('s') if abs(value) == 1 else unit}"
    return f"{words} {marker}" if marker else words


def beside(unit: str) -> str:
    """Return the unit of a figure beside one that has its unit: `23%` to 38%, `17` to 31 cases."""
    return unit if unit == "%" else ""


def marker_codes(marker: str) -> tuple[str, ...]:
    """Return the codes of a marker, each alone and without its number: `[r, e1]` is [r] and [e].

    An old sign such as `..` is its own code.
    """
    inside = ",".join(_CODES.findall(marker.casefold()))
    codes = (_CODE.match(part.strip()) for part in inside.split(","))
    return tuple(f"[{code[0]}]" for code in codes if code) or (marker.strip(),)


def marker_words(marker: str) -> str:
    """Return what a publisher's marker means: `[x] means not available`."""
    meanings = [MARKERS[code] for code in marker_codes(marker) if code in MARKERS]
    return f"{marker} means {listed(meanings) or 'what its publisher says of it'}"


def explained(markers: Iterable[str | None]) -> tuple[str, ...]:
    """Return what each marker means, once; None stands where nothing is held, and comes last."""
    seen = set(markers)
    words = [marker_words(marker) for marker in sorted(marker for marker in seen if marker)]
    return (*words, f"{NOT_HELD} means not held here") if None in seen else tuple(words)


def is_uncertain(marker: str | None) -> bool:
    """Tell whether a marker says that its figure may yet change: estimate, forecast, provisional.

    A chart draws such a figure dashed.
    """
    return marker is not None and not UNCERTAIN.isdisjoint(marker_codes(marker))


def days_late(days: int) -> str:
    """Return by how much something is late: `1 day late`, `42 days late`."""
    return f"{count(days, 'day')} late"


def count(how_many: int, singular: str, plural: str = "") -> str:
    """Return how many of a thing there are: `1 action`, `12 actions`, `no action`."""
    if how_many == 0:
        return f"no {singular}"
    return f"{how_many:,} {singular if how_many == 1 else plural or singular + 's'}"


def lower_first(text: str) -> str:
    """Return text for the middle of a sentence; abbreviations stay as they are."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def fold(text: str) -> str:
    """Return a text without case and accents, for finding: `Môn` becomes `mon`."""
    if text.isascii() and text.isprintable():
        return text.lower()
    parts = unicodedata.normalize("NFKD", visible(text).casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Return names as a sentence lists them: `Ann, Ben and Cai`."""
    if not names[1:]:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
