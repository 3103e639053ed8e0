"""Limits and signals of many stretches of figures at once: one stretch a row, NaN for a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lfjb_desk.analysis.spc import drift, small_counts
from lfjb_desk.analysis.spc.special_causes import (
    LimitLines,
    begins_of,
    codes_of,
    lengths_of,
    run_lengths,
    side_of,
    sides_seen,
)
from lfjb_desk.domain.read_models.figures.control import LimitsStatus, SpecialCauseRule

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from typing import Any

    from lfjb_desk.analysis.spc.rules import RuleSet

    Floats = np.ndarray[Any, np.dtype[np.float64]]
    Whole = np.ndarray[Any, np.dtype[np.int64]]
    Marks = np.ndarray[Any, np.dtype[np.bool_]]

TOWARD = {"increase": 1, "decrease": -1, "neutral": 0}
"""The directions that can be better, with the side on which a signal is welcome."""

STATES = tuple(LimitsStatus)
"""The states of limits, by the number that a result holds."""

DRAWN = [number for number, state in enumerate(STATES) if state.drawn]
STILL = [number for number, state in enumerate(STATES) if state.still]
"""The numbers of the states with limits, and of those with too little variation for any."""

NOISE = 1e-12
"""Differences below this share of the largest figure are rounding of floats, not variation."""

NEAR = 1.5
"""The limits lie so many times as far from the mean as the lines that points come near at."""

NEARLY_ALL = 0.75
"""From this share of equal figures on a stretch may be nearly flat."""


class Judged(NamedTuple):
    """What became of each row; limits are NaN where none are shown."""

    mean: Floats
    lpl: Floats
    upl: Floats
    near_lpl: Floats
    near_upl: Floats
    figures: Whole
    """How many figures are in each row."""
    used: Whole
    """How many of them, the first, the limits come from."""
    ranges: Whole
    """How many moving ranges the limits rest on: steps from one of those figures to the next."""
    short: Marks
    """Whether those are too few for firm limits."""
    state: Whole
    """Number of its `STATES`."""
    codes: Whole
    """For each point the signed number of the rule that names it, 0 for none."""
    agreeing: Whole
    """For each point how many rules see it on the side of that code."""
    runs: Whole
    """For each point how many points in a row, itself among them, lie on its side of the mean."""
    since: Whole
    """For each row where the run begins that the cause of its newest figure is true of."""
    spread: Floats
    """The standard deviation of each row, estimated from its moving ranges."""
    is_exact: Marks
    """The rows of small counts, which have exact limits."""


def floats(values: Sequence[int | float | Decimal | None]) -> Floats:
    """Return figures as floats, NaN for a gap.

    Raises:
        ValueError: for an infinite figure.
    """
    row = np.array([np.nan if value is None else float(value) for value in values], dtype=float)
    if np.isinf(row).any():
        raise ValueError("A figure on a control chart must be finite.")
    return row


def judge(
    matrix: Floats,
    baseline: Whole,
    toward: Whole,
    rules: RuleSet,
    *,
    screen: bool,
    counts: Marks | None = None,
) -> Judged:
    """Return limits and signals of each row of a matrix of figures.

    Args:
        matrix: stretches by points; NaN for a gap, and for what lies behind a shorter stretch.
        baseline: for each row, how many of its first figures the limits come from.
        toward: for each row 1, -1 or 0, see `TOWARD`.
        rules: the rule set.
        screen: whether very large moving ranges are left out, where the rule set does so.
        counts: the rows that count cases; without it none does. Where Poisson's law fits them, the
            exact limits of `small_counts` stand in place of those that moving ranges give.
    """
    # Figures near the end of what a float can hold overflow; such limits are not shown.
    with np.errstate(over="ignore", invalid="ignore"):
        base = _base(matrix, baseline, rules, screen=screen, counts=counts)
        drawn = np.isin(state := _states(matrix, base, rules), DRAWN)
        lines = _lines(base, drawn)
        runs = lengths_of(side := _side(matrix, base))
        steps = base.moves, base.typical
        sides = sides_seen(matrix, lines, (side, runs), base.noise, steps, rules)
        codes, agreeing = codes_of(sides, drawn, toward, rules)
        still = _nearly_flat(matrix, base, codes, rules)
        state[still], codes[still] = STATES.index(LimitsStatus.NEARLY_FLAT), 0
        for limit in lines:
            limit[still] = np.nan
        _name_drifts(matrix, base.noise, state, codes)
    return Judged(
        base.mean,
        *lines,
        base.figures,
        base.used.sum(axis=1),
        base.ranges,
        base.enough < rules.firm_from,
        state,
        codes,
        np.where(codes != 0, np.maximum(agreeing, 1), 0),
        runs,
        begins_of(matrix, codes, sides, side),
        base.reach / (rules.width * small_counts.MEAN_RANGE),
        base.is_exact,
    )


class _Base(NamedTuple):
    """What the limits of each row rest on."""

    figures: Whole
    used: Marks
    """The figures that limits come from."""
    noise: Floats
    """The difference that is only rounding."""
    mean: Floats
    moves: Floats
    """The moving ranges, of all figures."""
    typical: Floats
    """The mean of those between figures that limits come from, none screened out."""
    reach: Floats
    """How far the limits lie from the mean."""
    ranges: Whole
    enough: Whole
    """The same number, one more where a baseline is set: how firm the limits are."""
    is_exact: Marks
    """The rows of small counts, which have exact limits."""


def _base(
    matrix: Floats, baseline: Whole, rules: RuleSet, *, screen: bool, counts: Marks | None
) -> _Base:
    """Return what limits rest on; for the arguments see `judge`."""
    known = ~np.isnan(matrix)
    used = known & (np.cumsum(known, axis=1) <= baseline[:, None])
    noise = NOISE * np.max(np.abs(matrix), axis=1, initial=0, where=known)
    mean = _mean(matrix, used)
    moves, pairs = np.abs(np.diff(matrix, axis=1)), used[:, 1:] & used[:, :-1]
    kept = _screened(moves, pairs, noise, rules) if screen else pairs
    mean_range = np.where(kept.any(axis=1), _mean(moves, kept), 0)
    is_exact = np.zeros(len(matrix), dtype=bool)
    if counts is not None and counts.any():
        is_exact = counts & small_counts.follow_the_law(matrix, mean, mean_range)
    figures, ranges = known.sum(axis=1), pairs.sum(axis=1)
    # The shortest baseline that a board may set, of 12 figures, has 11 moving ranges.
    enough = ranges + (used.sum(axis=1) < figures)
    reach, typical = rules.width * mean_range, _mean(moves, pairs)
    return _Base(figures, used, noise, mean, moves, typical, reach, ranges, enough, is_exact)


def _side(matrix: Floats, base: _Base) -> Whole:
    """Return on which side of the mean each point lies, of a small count on which of its middle."""
    side = side_of(matrix - base.mean[:, None], base.noise)
    if base.is_exact.any():
        exact = base.is_exact
        side[exact] = small_counts.count_side(matrix[exact], base.mean[exact])
    return side


def _screened(moves: Floats, pairs: Marks, noise: Floats, rules: RuleSet) -> Marks:
    """Return the moving ranges that limits are drawn from, very large ones left out once.

    Screening is for a few large jumps. Where the figures hardly differ, nearly every step that is
    one counts as large: a row is not screened where it would lose half of its steps or more.
    """
    if rules.screen_at is None:
        return pairs
    kept = pairs & (moves < rules.screen_at * _mean(moves, pairs)[:, None])
    steps = moves > noise[:, None]
    emptied = 2 * (kept & steps).sum(axis=1) <= (pairs & steps).sum(axis=1)
    return np.where(emptied[:, None], pairs, kept)


def _lines(base: _Base, drawn: Marks) -> LimitLines:
    """Return the limits of the rows that have some, and the exact ones of small counts."""
    mean, is_exact = base.mean, base.is_exact & drawn
    reach = np.where(drawn, base.reach, np.nan)
    near = reach / NEAR
    lines = LimitLines(mean - reach, mean + reach, mean - near, mean + near)
    if is_exact.any():
        for limit, exact in zip(lines, small_counts.count_limits(mean[is_exact]), strict=True):
            limit[is_exact] = exact
    return lines


def _name_drifts(matrix: Floats, noise: Floats, state: Whole, codes: Whole) -> None:
    """Name the newest figure of each row that no limits can be drawn for, and that drifts."""
    rows = np.flatnonzero(np.isin(state, STILL))
    if len(rows):
        newest = matrix.shape[1] - 1 - np.argmax(~np.isnan(matrix[rows, ::-1]), axis=1)
        way = drift.drifting(matrix[rows], noise[rows])
        codes[rows, newest] = way * SpecialCauseRule.DRIFT.value


def _mean(values: Floats, where: Marks) -> Floats:
    """Return the mean of each row over the marked values; NaN where none is marked."""
    number = where.sum(axis=1)
    total = np.sum(values, axis=1, where=where)
    mean: Floats = np.divide(total, number, out=np.full(len(values), np.nan), where=number > 0)
    return mean


def _states(matrix: Floats, base: _Base, rules: RuleSet) -> Whole:
    """Return what the limits of each row are worth, the gravest fault last.

    Limits have collapsed when they lie closer to the mean than half the smallest difference
    between two of the figures: they could not even hold the rounding of one figure. Exact limits
    hold whole counts and collapse only where all figures are the same.
    """
    ordered = np.sort(np.where(base.used, matrix, np.inf), axis=1)
    steps = np.diff(ordered, axis=1)
    real = np.isfinite(steps) & (steps > base.noise[:, None])
    finest = np.min(steps, axis=1, initial=np.inf, where=real)
    is_flat = np.where(base.is_exact, np.isinf(finest), base.reach < finest / 2)
    is_solid = (base.ranges > 0) & np.isfinite(base.mean) & np.isfinite(base.reach)
    state = np.full(len(matrix), STATES.index(LimitsStatus.FIRM))
    state[base.enough < rules.firm_from] = STATES.index(LimitsStatus.TRIAL)
    state[is_flat] = STATES.index(LimitsStatus.FLAT)
    state[base.enough < rules.limits_from] = STATES.index(LimitsStatus.TOO_FEW)
    state[~is_solid] = STATES.index(LimitsStatus.NONE)
    state[~base.used.any(axis=1)] = STATES.index(LimitsStatus.EMPTY)
    return state


def _nearly_flat(matrix: Floats, base: _Base, codes: Whole, rules: RuleSet) -> Whole:
    """Return the rows in which a rule would call the usual figure itself special.

    Such is a row where most figures are one figure, which a rare other one has drawn the mean away
    from. Where the others stand together for as long as a shift lasts, it is a shift and no such.
    """
    rows = np.flatnonzero((codes != 0).any(axis=1) & ~base.is_exact)
    if len(rows) == 0:
        return rows
    matrix, used, codes, noise = matrix[rows], base.used[rows], codes[rows], base.noise[rows, None]
    ordered = np.sort(np.where(used, matrix, np.nan), axis=1)
    begins = np.ones(ordered.shape, dtype=bool)
    begins[:, 1:] = ~(np.diff(ordered, axis=1) <= noise)
    lengths = np.where(np.isnan(ordered), 0, run_lengths(begins))
    commonest = np.argmax(lengths, axis=1)[:, None]
    often = np.take_along_axis(lengths, commonest, axis=1)[:, 0]
    usual = np.abs(matrix - np.take_along_axis(ordered, commonest, axis=1)) <= noise
    others = used & ~usual
    together = np.where(others, lengths_of(others), 0).max(axis=1)
    named = (usual & (codes != 0)).any(axis=1)
    still = named & (often >= NEARLY_ALL * used.sum(axis=1)) & (together < rules.shift)
    found: Whole = rows[still]
    return found
