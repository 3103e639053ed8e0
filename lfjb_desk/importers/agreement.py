"""Whether the figures of one file agree with each other.

One release may give a figure in two tables, such as the care file and Table 8 that is made from
it, and need not print it to the same digit: 40.13 and 40.1 weeks do not contradict each other.
The rule, for figures of one measure, place and period:

- in one sheet, and wherever the digits are the same, equal figures are repeats;
- between sheets, a figure is also a repeat when the finest of them, rounded to its digits, gives
  it; no measure is rounded further than to the decimals that it is known by, since a workbook
  does not keep the nought of 26.0;
- between sheets, a marker such as `[r]` beside an equal figure adds to it and contradicts nothing;
- all else is a contradiction, and none of the figures is taken.

The finest figure is kept, and of equally fine ones the one with a marker, then the first.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import words
from lfjb_desk.importers.figures import Refusal, RefusalKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.importers.extract import Extract
    from lfjb_desk.importers.figures import Figure


def without_clashes(extract: Extract) -> tuple[Figure, ...]:
    """Return the figures that stand alone; list the repeats apart from the contradictions."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in extract.figures:
        groups[
            figure.measure_code,
            words(figure.place_label),
            figure.place_kind,
            figure.period_start,
            figure.period_end,
        ].append(figure)
    kept: list[Figure] = []
    for group in groups.values():
        if len(group) == 1:
            kept.append(group[0])
            continue
        decimals = extract.measures[group[0].measure_code].decimals
        best = _agreed(group, decimals)
        if best:
            kept.append(best)
        listed = extract.repeats if best else extract.refused
        kind = RefusalKind.REPEAT if best else RefusalKind.CONTRADICTION
        listed.extend(
            Refusal(f.sheet, f.cell, _reason(f, group, best), kind) for f in group if f is not best
        )
    return tuple(kept)


def _agreed(group: Sequence[Figure], decimals: int) -> Figure | None:
    """Return the figure that stands for all of these; None where they contradict each other."""
    if len({(f.value, f.marker) for f in group}) == 1:
        return group[0]
    best = min(group, key=lambda f: (-_digits(f.value), f.marker is None))
    alike = all(_agrees(figure, best, decimals) for figure in group if figure is not best)
    return best if alike else None


def _agrees(figure: Figure, best: Figure, decimals: int) -> bool:
    if (figure.value, figure.marker) == (best.value, best.marker):
        return True
    if figure.sheet == best.sheet or figure.value is None or best.value is None:
        return False
    if figure.marker not in {None, best.marker}:
        return False
    step = Decimal(1).scaleb(-max(_digits(figure.value), decimals))
    return figure.value in {
        best.value.quantize(step, rounding) for rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP)
    }


def _digits(value: Decimal | None) -> int:
    """Return how many digits stand behind the point."""
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _reason(figure: Figure, group: Sequence[Figure], best: Figure | None) -> str:
    if best is None:
        listed = ", ".join(map(_at, group))
        return f"{listed} give different figures for the same thing."
    rounded = ", rounded" if figure.value != best.value else ""
    return f"{_at(figure)} repeats {_at(best)}{rounded}."


def _at(figure: Figure) -> str:
    return f"{figure.sheet} {figure.cell}".strip()
