"""Exact limits for small counts, by Poisson's law of chance.

Limits at so many standard deviations suppose figures that lie evenly about their mean. Small
counts do not: three standard deviations below a mean of 8 is less than nothing, so that no fall
could ever be a signal. Probability limits put the same risk on either side, the chance that a
normal figure lies beyond three (or, near a limit, two) standard deviations on one side: D. C.
Montgomery, "Introduction to Statistical Quality Control", 7th edition (2013), on control charts for
nonconformities and their probability limits. Runs are counted about the middle of the law, since a
mean of 1 leaves three counts in four at or below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lfjb_desk.analysis.spc.special_causes import LimitLines

if TYPE_CHECKING:
    from typing import Any

    Floats = np.ndarray[Any, np.dtype[np.float64]]
    Whole = np.ndarray[Any, np.dtype[np.int64]]
    Marks = np.ndarray[Any, np.dtype[np.bool_]]

SMALL = 10
"""Counts with a lower mean have exact limits."""
OUTER, INNER = 0.00135, 0.02275
"""The chance of a normal figure to lie beyond three, and beyond two, standard deviations."""
MEAN_RANGE = 1.128
"""The mean moving range of independent normal figures, in standard deviations (d2 for two)."""
DISPERSED = 1.5
"""Counts whose mean moving range is more than so many times Poisson's do not follow his law."""
_MOST = 80
"""A count from here on lies beyond any limit of a mean below 10."""


def follow_the_law(matrix: Floats, mean: Floats, mean_range: Floats) -> Marks:
    """Return the rows of counts that Poisson's law fits: small, whole and no more scattered."""
    whole = np.where(np.isnan(matrix), True, (matrix >= 0) & (np.floor(matrix) == matrix))  # noqa: FBT003 - what numpy asks for
    allowed = DISPERSED * MEAN_RANGE * np.sqrt(np.maximum(mean, 0))
    fits: Marks = whole.all(axis=1) & (mean < SMALL) & ~(mean_range > allowed)
    return fits


def count_limits(mean: Floats) -> LimitLines:
    """Return for means below `SMALL` the lowest and highest counts inside each pair of lines."""
    at_most = _at_most(mean)
    at_least = 1 - at_most + _chances(mean)

    def lowest(risk: float) -> Floats:
        counts: Floats = np.argmax(at_most >= risk, axis=1).astype(float)
        return counts

    def highest(risk: float) -> Floats:
        counts: Floats = (np.sum(at_least >= risk, axis=1) - 1).astype(float)
        return counts

    return LimitLines(lowest(OUTER), highest(OUTER), lowest(INNER), highest(INNER))


def count_side(matrix: Floats, mean: Floats) -> Whole:
    """Return on which side of the middle each count lies: 1, -1, or 0 for the middle itself.

    A count is high where fewer than half of all would be as high as it, and low likewise.
    """
    at_most = _at_most(mean)
    at_least = 1 - at_most + _chances(mean)
    counts = np.clip(np.nan_to_num(matrix), 0, _MOST).astype(np.int64)
    high = np.take_along_axis(at_least, counts, axis=1) < 1 / 2
    low = np.take_along_axis(at_most, counts, axis=1) < 1 / 2
    sides: Whole = np.where(np.isnan(matrix), 0, high.astype(np.int64) - low)
    return sides


def _chances(mean: Floats) -> Floats:
    """Return the chance of each count from 0 to `_MOST`, a row for each mean."""
    counts = np.arange(_MOST + 1)
    factorials = np.concatenate([[0.0], np.cumsum(np.log(counts[1:]))])
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = counts * np.log(mean)[:, None]
    logs[:, 0] = 0  # a mean of nought leaves the count of nought alone
    chances: Floats = np.exp(logs - mean[:, None] - factorials)
    return chances


def _at_most(mean: Floats) -> Floats:
    return np.cumsum(_chances(mean), axis=1)
