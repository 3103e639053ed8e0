"""Percentages: whether 0.26 is a quarter of a hundred or a quarter of one, or must be asked."""

from __future__ import annotations

import re
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING

from lfjb_desk.importers.language.markers import UnreadableCellError, Value
from lfjb_desk.importers.mapping.rules import Percent
from lfjb_desk.importers.tables.values import PROPORTION

if TYPE_CHECKING:
    from collections.abc import Sequence

_HUNDRED = Decimal(100)
_FAR_ABOVE = 10  # where most figures are, one below 1 may be a share that slipped in


def says_percent(*sayings: str) -> bool:
    """Tell whether a heading or a unit speaks of percentages."""
    return any(re.search(PROPORTION, saying.casefold()) for saying in sayings)


def question(values: Sequence[Value], *, is_percent: bool) -> str:
    """Return what must be asked about figures before they can be read; empty for nothing."""
    numbers = [value for value in values if value.number is not None and value.number != 0]
    signed = [value for value in numbers if value.percent]
    bare = [value.number for value in numbers if not value.percent and value.number is not None]
    if signed and bare:
        return "writes some figures with a % sign and some without"
    small = [number for number in bare if abs(number) <= 1]
    if is_percent and small:
        return f"says {small[0]:f} for a percentage: is that a part of 1 or a part of 100"
    if bare and len(small) == len(bare) and any(n != n.to_integral_value() for n in small):
        return f"holds no figure above 1, such as {small[0]:f}: is 0.26 meant as 26%"
    parts = [n for n in small if n != n.to_integral_value()]
    if parts and median(map(abs, bare)) >= _FAR_ABOVE:
        return f"says {parts[0]:f} beside much larger figures: is it meant as a percentage"
    return ""


def settled(value: Value, form: Percent) -> Value:
    """Return a value out of 100, as the rules say that it is written.

    Raises:
        UnreadableCellError: when it cannot be written so.
    """
    if value.number is None:
        return value
    if form is Percent.NONE and value.percent:
        raise UnreadableCellError(f"says {value.number:f}%, where no percentage should be")
    if form is Percent.FRACTION and not value.percent:
        if not 0 <= value.number <= 1:
            raise UnreadableCellError(f"says {value.number:f}, which is no part of 1")
        return Value(_plain(value.number * _HUNDRED), value.marker, percent=True)
    return value


def _plain(number: Decimal) -> Decimal:
    """Return 26 for 26.00: the noughts came from moving the point, not from the publisher."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
