"""How often a stable series shows a signal at its newest figure by chance alone.

The rates are the desk's own: for each rule set 6,000 series of independent normal figures for each
length and spread, rounded to whole steps about a level that lies anywhere between two of them, were
judged by `matrix.judge` as all series are; for small counts 4,000 series of Poisson's law. A test
draws them anew. They suppose a stable series whose figures do not depend on those before: where
they do, chance gives more signals than this.
"""

from __future__ import annotations

from bisect import bisect_right

from lfjb_desk.analysis.spc.rules import MAKING_DATA_COUNT, NHS_R, NHSI_SQL

LENGTHS = (9, 12, 16, 24, 40, 60)
"""The lengths of stretches, in figures; a stretch counts as the longest that it reaches."""
SPREADS = (0.25, 0.5, 1.0, 2.0, 5.0)
"""The spreads, as standard deviations in steps of rounding."""
SPREAD_EDGES = (0.35, 0.7, 1.4, 3.0)
"""The spreads from which the next of `SPREADS` holds."""
RATES = {
    NHS_R.name: (
        (0.017, 0.046, 0.024, 0.039, 0.042, 0.038),
        (0.045, 0.049, 0.065, 0.093, 0.101, 0.103),
        (0.029, 0.033, 0.036, 0.041, 0.034, 0.042),
        (0.020, 0.018, 0.021, 0.023, 0.020, 0.022),
        (0.015, 0.014, 0.018, 0.021, 0.017, 0.018),
    ),
    MAKING_DATA_COUNT.name: (
        (0.000, 0.000, 0.024, 0.038, 0.042, 0.038),
        (0.000, 0.000, 0.052, 0.076, 0.085, 0.085),
        (0.000, 0.000, 0.029, 0.033, 0.030, 0.037),
        (0.000, 0.000, 0.016, 0.021, 0.018, 0.020),
        (0.000, 0.000, 0.014, 0.018, 0.014, 0.016),
    ),
    NHSI_SQL.name: (
        (0.060, 0.046, 0.052, 0.078, 0.069, 0.068),
        (0.078, 0.066, 0.082, 0.121, 0.129, 0.134),
        (0.037, 0.041, 0.044, 0.054, 0.050, 0.051),
        (0.025, 0.024, 0.029, 0.035, 0.031, 0.031),
        (0.021, 0.021, 0.026, 0.031, 0.027, 0.029),
    ),
}
"""By rule set, spread and length: the share of stable series with a signal at the newest figure."""
COUNTS = 0.004
"""The same for small counts with exact limits, whatever their mean and length (0 to 0.7%)."""


def chance_of_signal(rules: str, figures: int, spread: float, *, is_small_count: bool) -> float:
    """Return how likely a stable series of a length shows a signal at its newest figure.

    Args:
        rules: the name of the rule set.
        figures: how many figures the stretch has that the newest stands in.
        spread: their standard deviation, in steps of rounding: 2 for whole weeks that spread by 2.
        is_small_count: whether exact limits judge them.
    """
    if is_small_count:
        return COUNTS
    length = max(0, bisect_right(LENGTHS, figures) - 1)
    return RATES[rules][bisect_right(SPREAD_EDGES, spread)][length]
