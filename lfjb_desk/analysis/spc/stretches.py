"""Where the stretches of a series begin: at each step, and on either side of a long gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

LONGEST_GAP = 4
"""So many periods without a figure a stretch may bridge; a longer gap ends it."""


def stretch_starts(
    values: Sequence[int | float | Decimal | None], rebase_index: int | Sequence[int] | None
) -> tuple[list[int], list[int]]:
    """Return the first index of each stretch, and how many steps lie at or before it.

    A gap longer than `LONGEST_GAP` is a stretch of its own, without a figure: limits never pool
    figures from before and after it, and nothing is drawn across it.

    Args:
        values: the figures, oldest first; None or NaN for a gap.
        rebase_index: the points, counted from 1, that each start a new stretch.

    Raises:
        ValueError: when a step is asked for at a point that there is not.
    """
    length = len(values)
    steps = () if rebase_index is None else rebase_index
    rebased = sorted({steps} if isinstance(steps, int) else set(steps))
    outside = [step for step in rebased if not 1 <= step <= length]
    if outside:
        raise ValueError(
            f"There is no point {outside[0]} to start anew at: the series has {length} points."
        )
    if not length:
        return [], []
    starts = sorted({0, *(step - 1 for step in rebased), *_gap_ends(values)})
    return starts, [sum(step <= start + 1 for step in rebased) for start in starts]


def _gap_ends(values: Sequence[int | float | Decimal | None]) -> list[int]:
    """Return where each long gap begins, and where the figures go on after it."""
    ends: list[int] = []
    empty = 0
    for index, value in enumerate(values):
        # A float that is not a number is a gap: it is the only one that differs from itself.
        if value is None or value != value:  # noqa: PLR0124 - as said
            empty += 1
            continue
        if empty > LONGEST_GAP:
            ends += [index - empty, index]
        empty = 0
    if empty > LONGEST_GAP:
        ends.append(len(values) - empty)
    return ends
