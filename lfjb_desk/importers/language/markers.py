"""Values as published: a number, a marker that stands for one, or both.

The codes in square brackets are those of the Analysis Function ("Symbols in tables"); the
signs are the older ones that published tables still hold. None of them is ever a nought.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import BLANK, MISSING, NO_FIGURE, NOT_APPLICABLE, marker_codes
from lfjb_desk.importers.cells import text
from lfjb_desk.importers.figures import MarkerQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.figures import Figure

_CODES = "low|ns|sss|ss|er|s|c|x|z|u|w|b|e|f|p|r"
_BRACKET = rf"\[\s*(?:{_CODES})\s*[0-9]*(?:\s*,\s*(?:{_CODES})\s*[0-9]*)*\s*\]"
_NOTE = r"\[\s*notes?\s*[0-9,\s]+\]"
_MORE = rf"(?:[\s,;]*(?:{_BRACKET}|{_NOTE}))*"
_MARKER = re.compile(rf"(?:{_NOTE}\s*)*{_BRACKET}{_MORE}", re.IGNORECASE)
_QUALIFIED = re.compile(
    rf"(?P<number>[^\[\]]*?)\s*(?P<marker>(?:{_BRACKET}|{_NOTE}){_MORE})", re.IGNORECASE
)
_ZERO_BESIDE = frozenset({"[low]", "[w]"})  # a rounded nought stands for few, or for none recorded
_AMBIGUOUS = frozenset({"na", "n/a", "n.a.", "n.a"})
_SIGNS = frozenset(
    (
        *("-", "\u2013", "\u2014", "\u2026", ".", "..", "...", ":", "*", "**", "***", "#", "~"),
        *_AMBIGUOUS,
        *("#ref!", "#n/a", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!"),
    )
)


_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_CERTAIN_COMMA = re.compile(
    r"[+-]?(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|0[0-9]*,[0-9]+|[0-9]{4,},[0-9]+)%?"
)
_MINUS = "\u2212"  # the typographer's minus


@dataclass(frozen=True, slots=True)
class Value:
    """A published value: a number, a marker, or a number that a marker qualifies."""

    number: Decimal | None
    marker: str | None
    percent: bool = False
    """Whether a per cent sign stood behind the number."""


class UnreadableCellError(ValueError):
    """A cell that is neither a number nor a marker; the text says which and why."""


def read_value(cell: Cell, *, decimal_comma: bool | None = False) -> Value:
    """Return what a cell says.

    Raises:
        UnreadableCellError: when it is neither a number nor a known marker.
    """
    if isinstance(cell, Decimal):
        return Value(cell, None)
    if isinstance(cell, date):
        raise UnreadableCellError(f"holds the date {cell.isoformat()} where a figure should be")
    cell_text = text(cell)
    if not cell_text:
        return Value(None, BLANK)
    if cell_text.casefold() in _SIGNS or _MARKER.fullmatch(cell_text):
        return Value(None, cell_text)
    if qualified := _QUALIFIED.fullmatch(cell_text):
        marker = qualified["marker"].strip()
        number, percent = _number(qualified["number"], cell_text, decimal_comma=decimal_comma)
        return with_marker(Value(number, None, percent), marker)
    number, percent = _number(cell_text, cell_text, decimal_comma=decimal_comma)
    return Value(number, None, percent)


def with_marker(value: Value, marker: str) -> Value:
    """Return a value with the marker that stands beside it.

    Raises:
        UnreadableCellError: for a number beside a marker that says there is none.
    """
    codes = frozenset(marker_codes(marker))
    if value.number is None or NO_FIGURE.isdisjoint(codes):
        return Value(value.number, marker, value.percent)
    if value.number == 0 and codes & _ZERO_BESIDE:
        return Value(None, marker)
    raise UnreadableCellError(
        f"says {value.number:f} beside \u201c{marker}\u201d, which says that there is no figure"
    )


def asks_about(figures: Iterable[Figure]) -> tuple[MarkerQuestion, ...]:
    """Return the questions that the markers of figures raise: `NA` has two meanings."""
    cells: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for figure in figures:
        if figure.value is None and figure.marker and figure.marker.casefold() in _AMBIGUOUS:
            cells[figure.marker].append((figure.sheet, figure.cell))
    return tuple(
        MarkerQuestion(
            marker,
            f"Does \u201c{marker}\u201d mean that a figure is not available, or not applicable?",
            (MISSING, NOT_APPLICABLE),
            tuple(where),
        )
        for marker, where in cells.items()
    )


def uses_decimal_comma(cells: list[str]) -> bool:
    """Tell whether any of these texts can only be a number with a decimal comma."""
    return any(_CERTAIN_COMMA.fullmatch(cell.strip()) for cell in cells)


def _number(digits: str, written: str, *, decimal_comma: bool | None) -> tuple[Decimal, bool]:
    percent = digits.endswith("%")
    bare = digits.removesuffix("%").strip().replace(_MINUS, "-")
    if decimal_comma is not True and _PLAIN.fullmatch(bare):
        return Decimal(bare), percent
    if decimal_comma is True and (
        _COMMA.fullmatch(bare) or (_PLAIN.fullmatch(bare) and "." not in bare)
    ):
        return Decimal(bare.replace(",", ".")), percent
    if decimal_comma is False and _THOUSANDS.fullmatch(bare):
        return Decimal(bare.replace(",", "")), percent
    if _COMMA.fullmatch(bare) or _THOUSANDS.fullmatch(bare) or _PLAIN.fullmatch(bare):
        raise UnreadableCellError(
            f"says \u201c{written}\u201d, which may be read with a decimal or a thousands separator"
        )
    raise UnreadableCellError(
        f"says \u201c{written[:60]}\u201d, neither a figure nor a known marker"
    )
