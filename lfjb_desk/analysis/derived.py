"""Derived measures: formulas of two measures, worked out and never typed.

A formula names two measures by their codes, joined by one sign, and may end in a factor:

    pl_disposals / pl_case_starts
    letters_sent / children_in_applications * 100
    open_public + open_private

The sign is one of + - * /. The factor is `*` and a number above zero. Sums are done with
decimals of 28 digits; nothing is rounded before a figure is shown.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.domain.formatting import MISSING, NOT_APPLICABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE = r"[A-Za-z][A-Za-z0-9_]*"
_FORMULA = re.compile(
    rf"(?P<left>{_CODE})\s*(?P<sign>[-+*/])\s*(?P<right>{_CODE})"
    r"(?:\s*\*\s*(?P<factor>[0-9]+(?:\.[0-9]+)?))?"
)


class FormulaError(ValueError):
    """A formula that cannot be read or used; the text is one plain sentence."""


@dataclass(frozen=True)
class Formula:
    """Two measures, the sign between them and a factor."""

    left: str
    sign: str
    right: str
    factor: Decimal = Decimal(1)

    @property
    def codes(self) -> tuple[str, str]:
        """Return the codes of the two measures."""
        return self.left, self.right


class Given(NamedTuple):
    """A figure or a marker of one part; a marker may qualify a figure."""

    value: Decimal | None
    marker: str | None = None


class Worked(NamedTuple):
    """What a formula gives: a figure, or the marker that stands for one.

    A total that lacks a part is no figure: its marker `[partial: 120]` holds the sum of the
    rest, so that no chart and no comparison takes it for the whole.
    """

    value: Decimal | None
    marker: str | None = None


def parse(text: str) -> Formula:
    """Return the formula that a text states.

    Raises:
        FormulaError: when it cannot be read so.
    """
    match = _FORMULA.fullmatch(text.strip())
    if match is None:
        raise FormulaError(
            f"The formula “{text.strip()}” cannot be read. Write two codes of measures with one of "
            "+ - * / between them, such as “closed / started”; “* 100” may follow."
        )
    factor = Decimal(match["factor"] or 1)
    if factor == 0:
        raise FormulaError("The factor of a formula must be above zero.")
    return Formula(match["left"], match["sign"], match["right"], factor)


def check(code: str, text: str, formulas: Mapping[str, str]) -> Formula:
    """Return the formula of a measure, given those of all measures by code (empty for none).

    Raises:
        FormulaError: when it cannot be read, names a measure that is not known, or leads back
            to the measure itself.
    """
    formula = parse(text)
    for part in formula.codes:
        if part != code and part not in formulas:
            raise FormulaError(f"The formula names “{part}”, but no measure has that code.")
    seen: set[str] = set()
    waiting = list(formula.codes)
    while waiting:
        part = waiting.pop()
        if part == code:
            raise FormulaError(f"The formula of “{code}” leads back to “{code}” itself.")
        if part not in seen and formulas.get(part):
            waiting.extend(parse(formulas[part]).codes)
        seen.add(part)
    return formula


def in_order(formulas: Mapping[str, str]) -> dict[str, Formula]:
    """Return the formulas that can be used, each after those that it rests on.

    One that cannot be read, or that leads back to itself, is left out.
    """
    ready: dict[str, Formula] = {}
    waiting: dict[str, Formula] = {}
    for code, text in formulas.items():
        if text:
            with suppress(FormulaError):  # it was checked when it was set; a part has gone since
                waiting[code] = check(code, text, formulas)
    while free := [
        code
        for code, formula in waiting.items()
        if not any(part in waiting for part in formula.codes)
    ]:
        for code in free:
            ready[code] = waiting.pop(code)
    return ready


def work_out(formula: Formula, left: Given, right: Given) -> Worked:
    """Return what a formula gives for two figures of one place, period and publisher.

    Where either is a marker so is the result; a marker is never counted as zero.
    """
    if left.value is None or right.value is None:
        return _without(formula, left, right)
    qualified = _together(left.marker, right.marker)
    if formula.sign == "/":
        if right.value == 0:
            return Worked(None, NOT_APPLICABLE)
        return Worked(left.value / right.value * formula.factor, qualified)
    plain = {
        "+": left.value + right.value,
        "-": left.value - right.value,
        "*": left.value * right.value,
    }
    return Worked(plain[formula.sign] * formula.factor, qualified)


def _without(formula: Formula, left: Given, right: Given) -> Worked:
    known = left.value if right.value is None else right.value
    if formula.sign != "+" or known is None:
        return Worked(None, MISSING)
    return Worked(None, f"[partial: {(known * formula.factor).normalize():f}]")


def _together(*markers: str | None) -> str | None:
    """Return the markers that qualify either figure, each once."""
    return "".join(dict.fromkeys(marker for marker in markers if marker)) or None
