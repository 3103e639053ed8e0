"""The newest signal of many series in one go, by the same limits and rules as a single chart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lfjb_desk.analysis.spc.matrix import STATES, judge
from lfjb_desk.analysis.spc.rules import RuleSet, rule_set
from lfjb_desk.analysis.spc.stretches import stretch_starts
from lfjb_desk.analysis.spc.xmr import check_baseline, toward_of
from lfjb_desk.domain.read_models.figures.control import LimitsStatus, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lfjb_desk.analysis.spc.matrix import Floats
    from lfjb_desk.domain.read_models.figures.control import SpecialCause


@dataclass(frozen=True)
class Watched:
    """One series to look at, oldest figure first, None for a gap; see `spc.chart`."""

    values: Sequence[int | float | Decimal | None]
    direction: str
    rebase_index: int | Sequence[int] | None = None
    fix_after_n_points: int | None = None
    screen_outliers: bool = True
    rules: str = "NHS-R 0.2.2"
    is_count: bool = False


class NewestSignal(NamedTuple):
    """How a series stands at its newest figure."""

    limits: LimitsStatus
    signal: Signal | None
    confirmed: bool = False
    """Whether two rules agree about the signal, or the figure of the period before was a signal to
    the same side already when it was the newest."""
    figures: int = 0
    """How many figures the stretch has that the newest stands in."""
    spread: float = 0.0
    """Their standard deviation, estimated from their moving ranges."""
    is_small_count: bool = False
    """Whether exact limits judge them."""


class _SeriesRow(NamedTuple):
    place: int
    """Where the series stands among those asked about."""
    first: int
    """Where its last stretch begins."""
    values: Sequence[int | float | Decimal | None]
    """The figures of that stretch."""
    toward: int
    baseline: int
    is_count: bool


def latest(series: Sequence[Watched]) -> tuple[NewestSignal, ...]:
    """Return how each series stands at its newest figure, in the order given.

    Raises:
        ValueError: in a plain sentence, when a series is asked about as no chart could be.
    """
    newest = [NewestSignal(LimitsStatus.EMPTY, None)] * len(series)
    by_rules: dict[tuple[str, bool], list[_SeriesRow]] = {}
    for index, watched in enumerate(series):
        row = _row(index, watched)
        if row is not None:
            by_rules.setdefault((watched.rules, watched.screen_outliers), []).append(row)
    for (name, screen), rows in by_rules.items():
        standings = _standings(rows, rule_set(name), screen=screen)
        for row, standing in zip(rows, standings, strict=True):
            newest[row.place] = standing
    return tuple(newest)


def _row(index: int, watched: Watched) -> _SeriesRow | None:
    """Return the last stretch of a series that has a figure; None when it has none."""
    toward = toward_of(watched.direction)
    check_baseline(watched.fix_after_n_points, rule_set(watched.rules))
    starts, _ = stretch_starts(watched.values, watched.rebase_index)
    end = len(watched.values)
    for first in reversed(starts):
        values = watched.values[first:end]
        # A float that is not a number is a gap: it is the only one that differs from itself.
        if any(value is not None and value == value for value in values):  # noqa: PLR0124 - as said
            baseline = watched.fix_after_n_points or len(values)
            return _SeriesRow(index, first, values, toward, baseline, watched.is_count)
        end = first
    return None


def _standings(rows: Sequence[_SeriesRow], rules: RuleSet, *, screen: bool) -> list[NewestSignal]:
    matrix = _matrix([row.values for row in rows])
    size = np.arange(len(rows))
    toward = np.array([row.toward for row in rows])
    baseline = np.array([row.baseline for row in rows])
    counts = np.array([row.is_count for row in rows])
    judged = judge(matrix, baseline, toward, rules, screen=screen, counts=counts)
    newest = matrix.shape[1] - 1 - np.argmax(~np.isnan(matrix[:, ::-1]), axis=1)
    codes, runs = judged.codes[size, newest], judged.runs[size, newest]
    confirmed = judged.agreeing[size, newest] > 1
    unsure = np.flatnonzero((codes != 0) & ~confirmed & (newest > 0))
    if len(unsure):
        # The period before as it stood when it was the newest: without the figure after it.
        earlier = matrix[unsure].copy()
        earlier[np.arange(len(unsure)), newest[unsure]] = np.nan
        then = judge(
            earlier, baseline[unsure], toward[unsure], rules, screen=screen, counts=counts[unsure]
        )
        before = then.codes[np.arange(len(unsure)), newest[unsure] - 1]
        confirmed[unsure] = before * codes[unsure] > 0
    return [
        NewestSignal(
            STATES[judged.state[number]],
            _signal(
                row,
                rules.cause(int(codes[number])),
                int(judged.since[number]),
                int(newest[number]),
                int(runs[number]),
            ),
            bool(confirmed[number]),
            int(judged.figures[number]),
            float(judged.spread[number]),
            bool(judged.is_exact[number]),
        )
        for number, row in enumerate(rows)
    ]


def _signal(
    row: _SeriesRow, cause: SpecialCause | None, since: int, newest: int, run: int
) -> Signal | None:
    if cause is None:
        return None
    return Signal(cause, row.first + since, row.first + newest, run)


def _matrix(rows: Sequence[Sequence[int | float | Decimal | None]]) -> Floats:
    """Return the figures as a matrix, one series a row, NaN for gaps and behind the last."""
    lengths = np.array([len(row) for row in rows])
    matrix = np.full((len(rows), lengths.max()), np.nan)
    flat = np.array(list(chain.from_iterable(rows)), dtype=float)
    if np.isinf(flat).any():
        raise ValueError("A figure on a control chart must be finite.")
    matrix[np.arange(lengths.max()) < lengths[:, None]] = flat
    return matrix
