"""The one place that decides which of several series of a measure and place is shown first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lfjb_desk.analysis.measure_status import is_current
from lfjb_desk.analysis.trends import MONTHS
from lfjb_desk.domain.common.publishers import is_stated
from lfjb_desk.domain.read_models.figures.control import TRIAL_RANGES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from lfjb_desk.domain.read_models.figures.series import SeriesKey

    Rank = tuple[bool, bool, bool, bool, int, int, date, str]


def series_rank(
    series_key: SeriesKey,
    values: Sequence[Decimal | float | None],
    newest: date,
    today: date,
) -> Rank:
    """Return what decides which series is shown first; the greatest is.

    Figures that still tell of now go before older ones. Among these a publisher that is named goes
    before a file that names none, then those that limits can judge, then the newest.

    Args:
        series_key: whose series it is, and how long its periods are.
        values: the figures in order, None (or not a number) for a gap.
        newest: the last day that a figure is about.
        today: the day on which it is asked.
    """
    known = [value is not None and value == value for value in values]  # noqa: PLR0124 - NaN differs
    ranges = sum(now and before for before, now in pairwise(known))
    return (
        is_current(newest, today),
        is_stated(series_key.publisher),
        ranges >= TRIAL_RANGES,
        sum(known) > 1,
        newest.year,
        -MONTHS.get(series_key.frequency, 99),
        newest,
        series_key.publisher,
    )
