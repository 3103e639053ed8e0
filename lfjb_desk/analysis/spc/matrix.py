"""Limits and signals of many stretches of figures at once: one stretch a row, NaN for a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lfjb_desk.analysis.spc import drift, small_counts
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


class _Bounds(NamedTuple):
    """Limits of each row, and nearer in the lines that points come near a limit at."""

    lpl: Floats
    upl: Floats
    near_lpl: Floats
    near_upl: Floats


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
    known = ~np.isnan(matrix)
    used = known & (np.cumsum(known, axis=1) <= baseline[:, None])
    # Figures near the end of what a float can hold overflow; such limits are not shown.
    with np.errstate(over="ignore", invalid="ignore"):
        noise = NOISE * np.max(np.abs(matrix), axis=1, initial=0, where=known)
        mean = _mean(matrix, used)
        moves, pairs = np.abs(np.diff(matrix, axis=1)), used[:, 1:] & used[:, :-1]
        kept = _screened(moves, pairs, noise, rules) if screen else pairs
        mean_range = np.where(kept.any(axis=1), _mean(moves, kept), 0)
        is_exact = np.zeros(len(matrix), dtype=bool)
        if counts is not None and counts.any():
            is_exact = counts & small_counts.follow_the_law(matrix, mean, mean_range)
        reach = rules.width * mean_range
        figures, ranges = known.sum(axis=1), pairs.sum(axis=1)
        # The shortest baseline that a board may set, of 12 figures, has 11 moving ranges.
        enough = ranges + (used.sum(axis=1) < figures)
        state = _states(matrix, used, (mean, reach), (enough, noise), is_exact, rules)
        drawn = np.isin(state, DRAWN)
        bounds = _bounds(mean, np.where(drawn, reach, np.nan), is_exact & drawn)
        side = _side(matrix - mean[:, None], noise)
        if is_exact.any():
            side[is_exact] = small_counts.count_side(matrix[is_exact], mean[is_exact])
        runs = _lengths_of(side)
        sides = _sides(matrix, bounds, (side, runs), noise, (moves, _mean(moves, pairs)), rules)
        codes, agreeing = _codes(sides, drawn, toward, rules)
        still = _nearly_flat(matrix, used, codes, noise, rules)
        still = still[~is_exact[still]]
        state[still], codes[still] = STATES.index(LimitsStatus.NEARLY_FLAT), 0
        for limit in bounds:
            limit[still] = np.nan
        _name_drifts(matrix, noise, state, codes)
    agreeing = np.where(codes != 0, np.maximum(agreeing, 1), 0)
    return Judged(
        mean,
        *bounds,
        figures,
        used.sum(axis=1),
        ranges,
        enough < rules.firm_from,
        state,
        codes,
        agreeing,
        runs,
    )


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


def _bounds(mean: Floats, reach: Floats, is_exact: Marks) -> _Bounds:
    """Return the limits so far from each mean, and the exact ones of small counts."""
    near = reach / NEAR
    bounds = _Bounds(mean - reach, mean + reach, mean - near, mean + near)
    if is_exact.any():
        for limit, exact in zip(bounds, small_counts.count_limits(mean[is_exact]), strict=True):
            limit[is_exact] = exact
    return bounds


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


def _states(
    matrix: Floats,
    used: Marks,
    about: tuple[Floats, Floats],
    rests_on: tuple[Whole, Floats],
    is_exact: Marks,
    rules: RuleSet,
) -> Whole:
    """Return what the limits of each row are worth, the gravest fault last.

    Limits have collapsed when they lie closer to the mean than half the smallest difference
    between two of the figures: they could not even hold the rounding of one figure. Exact limits
    hold whole counts and collapse only where all figures are the same.

    Args:
        matrix: the figures.
        used: those that limits come from.
        about: the mean of each row, and how far its limits lie from it.
        rests_on: the moving ranges of each row, one more where a baseline is set, and the
            difference that is only rounding.
        is_exact: the rows that have exact limits.
        rules: the rule set.
    """
    (mean, reach), (ranges, noise) = about, rests_on
    ordered = np.sort(np.where(used, matrix, np.inf), axis=1)
    steps = np.diff(ordered, axis=1)
    real = np.isfinite(steps) & (steps > noise[:, None])
    finest = np.min(steps, axis=1, initial=np.inf, where=real)
    is_flat = np.where(is_exact, np.isinf(finest), reach < finest / 2)
    is_solid = (ranges > 0) & np.isfinite(mean) & np.isfinite(reach)
    state = np.full(len(matrix), STATES.index(LimitsStatus.FIRM))
    state[ranges < rules.firm_from] = STATES.index(LimitsStatus.TRIAL)
    state[is_flat] = STATES.index(LimitsStatus.FLAT)
    state[ranges < rules.limits_from] = STATES.index(LimitsStatus.TOO_FEW)
    state[~is_solid] = STATES.index(LimitsStatus.NONE)
    state[~used.any(axis=1)] = STATES.index(LimitsStatus.EMPTY)
    return state


def _nearly_flat(matrix: Floats, used: Marks, codes: Whole, noise: Floats, rules: RuleSet) -> Whole:
    """Return the rows in which a rule would call the usual figure itself special.

    Such is a row where most figures are one figure, which a rare other one has drawn the mean away
    from. Where the others stand together for as long as a shift lasts, it is a shift and no such.
    """
    rows = np.flatnonzero((codes != 0).any(axis=1))
    if len(rows) == 0:
        return rows
    matrix, used, codes, noise = matrix[rows], used[rows], codes[rows], noise[rows, None]
    ordered = np.sort(np.where(used, matrix, np.nan), axis=1)
    begins = np.ones(ordered.shape, dtype=bool)
    begins[:, 1:] = ~(np.diff(ordered, axis=1) <= noise)
    lengths = np.where(np.isnan(ordered), 0, _run_lengths(begins))
    commonest = np.argmax(lengths, axis=1)[:, None]
    often = np.take_along_axis(lengths, commonest, axis=1)[:, 0]
    usual = np.abs(matrix - np.take_along_axis(ordered, commonest, axis=1)) <= noise
    others = used & ~usual
    together = np.where(others, _lengths_of(others), 0).max(axis=1)
    named = (usual & (codes != 0)).any(axis=1)
    still = named & (often >= NEARLY_ALL * used.sum(axis=1)) & (together < rules.shift)
    found: Whole = rows[still]
    return found


def _run_lengths(begins: Marks) -> Whole:
    """Return for each point how long its run is, given where runs begin; each row begins one."""
    run = np.cumsum(begins.ravel()) - 1
    lengths: Whole = np.bincount(run)[run].reshape(begins.shape)
    return lengths


def _lengths_of(sides: Any) -> Whole:
    """Return for each point how long its run of equal values is."""
    begins = np.ones(sides.shape, dtype=bool)
    begins[:, 1:] = sides[:, 1:] != sides[:, :-1]
    return _run_lengths(begins)


def _sides(
    matrix: Floats,
    bounds: _Bounds,
    about_middle: tuple[Whole, Whole],
    noise: Floats,
    steps: tuple[Floats, Floats],
    rules: RuleSet,
) -> tuple[tuple[int, Whole], ...]:
    """Return, in the order of the rules, the number of each and the side on which it sees points.

    Args:
        matrix: the figures.
        bounds: the limits of each row.
        about_middle: on which side of its middle each point lies, and in how long a run.
        noise: for each row the difference that is only rounding.
        steps: the moving ranges, and their mean in each row.
        rules: the rule set.
    """
    side, runs = about_middle
    if matrix.shape[1] == 0:
        return tuple((rule.value, side) for rule in rules.order)
    outside = _beyond(matrix, bounds.lpl, bounds.upl, noise)
    near = _beyond(matrix, bounds.near_lpl, bounds.near_upl, noise)
    if not rules.pair_takes_outside:
        near -= outside
    by_rule = {
        SpecialCauseRule.OUTSIDE: outside,
        SpecialCauseRule.TREND: _trend(matrix, noise, rules),
        SpecialCauseRule.PAIR: _pair(side, near, ~np.isnan(matrix), rules),
        SpecialCauseRule.SHIFT: np.where(runs >= rules.shift, side, 0),
        SpecialCauseRule.MOVE: _move(side, *steps, rules),
    }
    return tuple((rule.value, by_rule[rule]) for rule in rules.order)


def _beyond(matrix: Floats, low: Floats, high: Floats, noise: Floats) -> Whole:
    """Return 1 for each point above the upper line of its row, -1 for each below the lower."""
    above = matrix > (high + noise)[:, None]
    below = matrix < (low - noise)[:, None]
    return above.astype(np.int64) - below


def _codes(
    found: tuple[tuple[int, Whole], ...], drawn: Marks, toward: Whole, rules: RuleSet
) -> tuple[Whole, Whole]:
    """Return the signed number of the rule that names each point, and how many rules agree."""
    codes = np.zeros_like(found[0][1])
    for number, sides in reversed(found):
        codes = np.where(sides, sides * number, codes)
    if rules.improvement_wins:
        for number, sides in reversed(found):
            codes = np.where(sides * toward[:, None] > 0, sides * number, codes)
    codes[~drawn] = 0
    agreeing = np.zeros_like(codes)
    for _, sides in found:
        agreeing += sides * codes > 0
    return codes, agreeing


def _side(differences: Floats, noise: Floats) -> Whole:
    """Return the sign of each difference; 0 for what is only rounding, and at gaps."""
    real = np.abs(differences) > noise[:, None]
    signs: Whole = np.where(real, np.sign(differences), 0).astype(np.int64)
    return signs


def _trend(matrix: Floats, noise: Floats, rules: RuleSet) -> Whole:
    """Return the direction of the trend that each point stands in.

    Where one trend ends and another sets out, the point belongs to the one that sets out.
    """
    points = np.zeros(matrix.shape, dtype=np.int64)
    steps = _side(np.diff(matrix, axis=1), noise)
    if steps.shape[1] == 0:
        return points
    steps = np.where(_lengths_of(steps) >= rules.trend - 1, steps, 0)
    points[:, 1:] = steps
    if rules.trend_takes_first:
        points[:, :-1] = np.where(steps, steps, points[:, :-1])
    return points


def _pair(side: Whole, near: Whole, has_figure: Marks, rules: RuleSet) -> Whole:
    """Return the side of each point that two near a limit among three in a row flag."""
    flagged = np.zeros(side.shape, dtype=bool)
    if side.shape[1] < 3:  # noqa: PLR2004 - the three of two in three
        return np.zeros_like(side)
    close = near != 0
    two = close[:, 2:].astype(int) + close[:, 1:-1] + close[:, :-2] > 1
    if rules.pair_one_side:
        two &= (side[:, 2:] == side[:, 1:-1]) & (side[:, 1:-1] == side[:, :-2])
    else:
        two &= has_figure[:, 2:] & has_figure[:, 1:-1] & has_figure[:, :-2]
    flagged[:, 2:] |= two
    flagged[:, 1:-1] |= two
    flagged[:, :-2] |= two
    return np.where(flagged, near if rules.pair_one_side else side, 0)


def _move(side: Whole, moves: Floats, typical: Floats, rules: RuleSet) -> Whole:
    """Return the side of each point that a very large step leads to."""
    points = np.zeros_like(side)
    points[:, 1:] = np.where(moves > rules.move_at * typical[:, None], side[:, 1:], 0)
    return points
