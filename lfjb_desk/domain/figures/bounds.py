"""How large, how small and how long a figure can be in its unit: beyond it is a slip or a trick."""

from decimal import Decimal

COUNTED = ("cases", "orders", "disposals", "applications", "children", "hearings", "parties")
"""Units of counts, which are whole; a share of them may be named so, too (hearings per case)."""

MOST_OF = {
    "weeks": Decimal(1_040),
    "months": Decimal(240),
    "days": Decimal(7_300),
    "hours": Decimal(175_200),
    "%": Decimal(10_000),
    **dict.fromkeys(COUNTED, Decimal(100_000_000)),
}
"""Lengths end at 20 years, beyond childhood; counts at more than there are people here."""
MOST = Decimal(10) ** 12
"""For a unit that is not known."""
LEAST = Decimal("0.000001")
"""What is nearer to nought, and not nought, no publisher reports."""
MOST_DIGITS = 30
LONGEST = 40
"""Characters of a value that a sentence shows."""
EXACT = Decimal(10) ** 15
"""From here on a workbook no longer keeps every digit of a number."""


def beyond_bounds(value: Decimal, unit: str) -> str:
    """Return why a value can be no figure in its unit, to follow `says 1,000,`; empty when it can.

    A per cent is given out of 100.
    """
    most = MOST_OF.get(unit, MOST)
    size = abs(value)
    if size > most:
        than = f"{most:,f} {unit}".strip().replace(" %", "%")
        rounded = "; of so long a number a workbook keeps 15 digits" if size >= EXACT else ""
        return f"more than the {than} that a figure can be{rounded}"
    if value and size < LEAST:
        return "nearer to nought than any figure is"
    if len(value.as_tuple().digits) > MOST_DIGITS:
        return f"longer than the {MOST_DIGITS} digits that a figure can have"
    return ""


def short(value: Decimal) -> str:
    """Return a value as it is written, cut where nobody would read on."""
    written = f"{value:f}" if abs(value.adjusted()) <= 2 * MOST_DIGITS else f"{value:e}"
    return written if len(written) <= LONGEST else f"{written[: LONGEST - 3]}..."
