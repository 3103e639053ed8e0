"""Limits and signals of many stretches of figures at once: one stretch a row, NaN for a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

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
    state: Whole
    """Number of its `STATES`."""
    codes: Whole
    """For each point the signed number of the rule that names it, 0 for none."""
    runs: Whole
    """For each point how many points in a row, itself among them, lie on its side of the mean."""


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
    matrix: Floats, baseline: Whole, toward: Whole, rules: RuleSet, *, screen: bool
) -> Judged:
    """Return limits and signals of each row of a matrix of figures.

    Args:
        matrix: stretches by points; NaN for a gap, and for what lies behind a shorter stretch.
        baseline: for each row, how many of its first figures the limits come from.
        toward: for each row 1, -1 or 0, see `TOWARD`.
        rules: the rule set.
        screen: whether very large moving ranges are left out, where the rule set does so.
    """
    known = ~np.isnan(matrix)
    figures = known.sum(axis=1)
    used = known & (np.cumsum(known, axis=1) <= baseline[:, None])
    # Figures near the end of what a float can hold overflow; such limits are not shown.
    with np.errstate(over="ignore", invalid="ignore"):
        mean = _mean(matrix, used)
        moves = np.abs(np.diff(matrix, axis=1))
        pairs = used[:, 1:] & used[:, :-1]
        typical = _mean(moves, pairs)
        kept = pairs
        if screen and rules.screen_at is not None:
            kept = pairs & (moves < rules.screen_at * typical[:, None])
        scale = np.max(np.abs(matrix), axis=1, initial=0, where=known)
        reach = rules.width * np.where(kept.any(axis=1), _mean(moves, kept), 0)
        solid = pairs.any(axis=1) & np.isfinite(mean) & np.isfinite(reach)
        state = _states(matrix, used, solid, reach, NOISE * scale, figures, rules)
        drawn = np.isin(state, [at for at, status in enumerate(STATES) if status.drawn])
        reach = np.where(drawn, reach, np.nan)
        away = matrix - mean[:, None]
        side = _side(away, NOISE * scale)
        runs = _lengths_of(side)
        codes = _codes(
            matrix, (away, side, runs), reach, NOISE * scale, moves, typical, toward, rules
        )
        still = _nearly_flat(matrix, used, codes, NOISE * scale, rules)
        state[still], reach[still], codes[still] = STATES.index(LimitsStatus.NEARLY_FLAT), np.nan, 0
        low, high = mean - reach, mean + reach
        near = reach / NEAR
    return Judged(
        mean, low, high, mean - near, mean + near, figures, used.sum(axis=1), state, codes, runs
    )


def _mean(values: Floats, where: Marks) -> Floats:
    """Return the mean of each row over the marked values; NaN where none is marked."""
    number = where.sum(axis=1)
    total = np.sum(values, axis=1, where=where)
    mean: Floats = np.divide(total, number, out=np.full(len(values), np.nan), where=number > 0)
    return mean


def _states(
    matrix: Floats,
    used: Marks,
    solid: Marks,
    reach: Floats,
    noise: Floats,
    count: Whole,
    rules: RuleSet,
) -> Whole:
    """Return what the limits of each row are worth, the gravest fault last.

    Limits have collapsed when they lie closer to the mean than half the smallest difference
    between two of the figures: they could not even hold the rounding of one figure.
    """
    ordered = np.sort(np.where(used, matrix, np.inf), axis=1)
    steps = np.diff(ordered, axis=1)
    real = np.isfinite(steps) & (steps > noise[:, None])
    finest = np.min(steps, axis=1, initial=np.inf, where=real)
    state = np.full(len(matrix), STATES.index(LimitsStatus.FIRM))
    state[count < rules.firm_from] = STATES.index(LimitsStatus.TRIAL)
    state[reach < finest / 2] = STATES.index(LimitsStatus.FLAT)
    state[count < rules.limits_from] = STATES.index(LimitsStatus.TOO_FEW)
    state[~solid] = STATES.index(LimitsStatus.NONE)
    state[count == 0] = STATES.index(LimitsStatus.EMPTY)
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


def _codes(
    matrix: Floats,
    about_mean: tuple[Floats, Whole, Whole],
    reach: Floats,
    noise: Floats,
    moves: Floats,
    typical: Floats,
    toward: Whole,
    rules: RuleSet,
) -> Whole:
    """Return for each point the signed number of the rule that names it.

    `about_mean` holds how far each point lies from its mean, on which side, and in how long a run.
    """
    codes = np.zeros(matrix.shape, dtype=np.int64)
    if matrix.shape[1] == 0:
        return codes
    away, side, runs = about_mean
    outside = np.where(np.abs(away) > (reach + noise)[:, None], side, 0)
    beyond = np.where(np.abs(away) > (reach / NEAR + noise)[:, None], side, 0)
    known = ~np.isnan(matrix)
    near = beyond if rules.pair_takes_outside else beyond - outside
    by_rule = {
        SpecialCauseRule.OUTSIDE: outside,
        SpecialCauseRule.TREND: _trend(matrix, noise, rules),
        SpecialCauseRule.PAIR: _pair(side, near, known, rules),
        SpecialCauseRule.SHIFT: np.where(runs >= rules.shift, side, 0),
        SpecialCauseRule.MOVE: _move(side, moves, typical, rules),
    }
    found = [(rule.value, by_rule[rule]) for rule in rules.order]
    for number, sides in reversed(found):
        codes = np.where(sides, sides * number, codes)
    if rules.improvement_wins:
        for number, sides in reversed(found):
            codes = np.where(sides * toward[:, None] > 0, sides * number, codes)
    codes[np.isnan(reach)] = 0
    return codes


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
