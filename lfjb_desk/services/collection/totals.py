"""Whether the figures of a returned sheet agree with each other: totals, bounds, averages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import KEPT_BACK, MISSING, NOT_APPLICABLE, listed
from lfjb_desk.domain.read_models.collection import ReturnFinding
from lfjb_desk.domain.read_models.collection_sheet import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lfjb_desk.domain.read_models.collection_sheet import SheetItem, SheetRule
    from lfjb_desk.importers.figures import Figure


def totals(taken: Sequence[Figure], known: Mapping[str, SheetItem]) -> Iterator[ReturnFinding]:
    """Yield each rule between rows that the figures break.

    A figure that is kept back counts as at least 1; what a cell does not give away is not
    judged.
    """
    by_code = {figure.measure_code: figure for figure in taken}
    for code, figure in by_code.items():
        for rule in known[code].rules:
            others = [by_code[measure] for measure in rule.measures if measure in by_code]
            if len(others) < len(rule.measures):
                continue  # what is missing is said already
            fault = _broken(rule, figure, others, known)
            if fault:
                sentence = fault[0].upper() + fault[1:]
                yield ReturnFinding(known[code].part, figure.sheet, figure.cell, sentence)


def _broken(
    rule: SheetRule, figure: Figure, others: Sequence[Figure], known: Mapping[str, SheetItem]
) -> str:
    """Return in a sentence how a figure breaks a rule; empty where it keeps it."""
    if rule.kind == "sum":
        return _sum(figure, others, known)
    name, other = known[figure.measure_code], known[others[0].measure_code]
    mine, theirs = _bounds(figure), _bounds(others[0])
    if rule.kind == "over":
        is_idle = others[0].value == 0 and figure.value is not None
        return (
            f"{_named(name)} gives an average, and {_named(other)} is 0: write {NOT_APPLICABLE}."
            if is_idle
            else ""
        )
    if rule.kind == "at most" and theirs[1] is not None and mine[0] > theirs[1]:
        return f"{_named(name)} is more than {_named(other)}, of which it is a part."
    if rule.kind == "at least" and mine[1] is not None and mine[1] < theirs[0]:
        return f"{_named(name)} is less than {_named(other)}, and cannot be."
    return ""


def _sum(figure: Figure, parts: Sequence[Figure], known: Mapping[str, SheetItem]) -> str:
    name = known[figure.measure_code]
    rows = _rows([known[part.measure_code] for part in parts])
    if any(part.marker == MISSING for part in (figure, *parts)):
        return ""
    least = sum((_bounds(part)[0] for part in parts), Decimal(0))
    hidden = [part for part in parts if part.marker == KEPT_BACK]
    low, high = _bounds(figure)
    if high is not None and (least > high or (not hidden and least < low)):
        return f"{_named(name)} and {rows} do not agree: they must add up to it."
    if figure.marker is None and len(hidden) == 1:
        return (
            f"Among {rows} only {_named(known[hidden[0].measure_code])} is {KEPT_BACK}, so it can "
            f"be worked out from {_named(name)}: write {KEPT_BACK} for a second row too."
        )
    if figure.marker == KEPT_BACK and not hidden:
        return (
            f"{_named(name)} is {KEPT_BACK}, and can be worked out, because none of {rows} is: "
            f"keep back those that are not 0."
        )
    return ""


def _bounds(figure: Figure) -> tuple[Decimal, Decimal | None]:
    """Return the least and the most that a cell can stand for; None where nothing says."""
    if figure.value is not None:
        return figure.value, figure.value
    if figure.marker == KEPT_BACK:
        return Decimal(1), None
    return Decimal(0), Decimal(0) if figure.marker == NOT_APPLICABLE else None


def _named(item: SheetItem) -> str:
    return f"row {item.number} ({item.label})"


def _rows(items: Sequence[SheetItem]) -> str:
    if len(items) > len(PARTS):
        return f"rows {items[0].number} to {items[-1].number}"
    return f"rows {listed(tuple(item.number for item in items))}"
