"""Whether figures that are too much alike for limits drift: the test of Mann and Kendall.

The rank test against trend of H. B. Mann, "Nonparametric tests against trend", Econometrica 13
(1945), 245-259, with the variance corrected for ties and the normal approximation with its
correction for continuity of M. G. Kendall, "Rank Correlation Methods", 4th edition (1970): for n
figures with ties of t each, S is the sum of the signs of all later figures less earlier ones and

    var S = (n (n - 1) (2 n + 5) - sum of t (t - 1) (2 t + 5)) / 18,   z = (|S| - 1) / sqrt(var S)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from typing import Any

    Floats = np.ndarray[Any, np.dtype[np.float64]]
    Whole = np.ndarray[Any, np.dtype[np.int64]]

BEYOND = 2.5758
"""The normal score that chance exceeds on either side once in a hundred."""


def drifting(matrix: Floats, noise: Floats) -> Whole:
    """Return for each row 1 where its figures drift up, -1 where down, 0 where neither is shown.

    Args:
        matrix: series by points, NaN for a gap.
        noise: for each row the difference up to which two figures are the same.
    """
    known = ~np.isnan(matrix)
    score, ties = np.zeros(len(matrix)), np.where(known, 1, 0)
    with np.errstate(invalid="ignore", over="ignore"):
        for lag in range(1, matrix.shape[1]):
            apart = matrix[:, lag:] - matrix[:, :-lag]
            both = known[:, lag:] & known[:, :-lag]
            same = both & (np.abs(apart) <= noise[:, None])
            score += np.sum(np.sign(apart), axis=1, where=both & ~same)
            ties[:, lag:] += same
            ties[:, :-lag] += same
    size = known.sum(axis=1)
    tied = np.sum(np.where(known, (ties - 1) * (2 * ties + 5), 0), axis=1)
    variance = (size * (size - 1) * (2 * size + 5) - tied) / 18
    far = np.abs(score) - 1 > BEYOND * np.sqrt(np.maximum(variance, 0))
    return np.where(far, np.sign(score), 0).astype(np.int64)
