"""The rules of control charts over many stretches at once: which points each rule sees, and where.

A stretch is a row of a matrix, NaN for a gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lfjb_desk.domain.read_models.figures.control import SpecialCauseRule

if TYPE_CHECKING:
    from typing import Any

    from lfjb_desk.analysis.spc.rules import RuleSet

    Floats = np.ndarray[Any, np.dtype[np.float64]]
    Whole = np.ndarray[Any, np.dtype[np.int64]]
    Marks = np.ndarray[Any, np.dtype[np.bool_]]


class LimitLines(NamedTuple):
    """Limits of each row, and nearer in the lines beyond which points are near a limit."""

    lpl: Floats
    upl: Floats
    near_lpl: Floats
    near_upl: Floats


def run_lengths(begins: Marks) -> Whole:
    """Return for each point how long its run is, given where runs begin; each row begins one."""
    run = np.cumsum(begins.ravel()) - 1
    lengths: Whole = np.bincount(run)[run].reshape(begins.shape)
    return lengths


def lengths_of(sides: Any) -> Whole:
    """Return for each point how long its run of equal values is."""
    begins = np.ones(sides.shape, dtype=bool)
    begins[:, 1:] = sides[:, 1:] != sides[:, :-1]
    return run_lengths(begins)


def sides_seen(
    matrix: Floats,
    lines: LimitLines,
    about_middle: tuple[Whole, Whole],
    noise: Floats,
    steps: tuple[Floats, Floats],
    rules: RuleSet,
) -> tuple[tuple[int, Whole], ...]:
    """Return, in the order of the rules, the number of each and the side on which it sees points.

    Args:
        matrix: the figures.
        lines: the limits of each row.
        about_middle: on which side of its middle each point lies, and in how long a run.
        noise: for each row the difference that is only rounding.
        steps: the moving ranges, and their mean in each row.
        rules: the rule set.
    """
    side, runs = about_middle
    if matrix.shape[1] == 0:
        return tuple((rule.value, side) for rule in rules.order)
    outside = _beyond(matrix, lines.lpl, lines.upl, noise)
    near = _beyond(matrix, lines.near_lpl, lines.near_upl, noise)
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


def codes_of(
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


def begins_of(
    matrix: Floats, codes: Whole, found: tuple[tuple[int, Whole], ...], side: Whole
) -> Whole:
    """Return where the run begins, unbroken up to the newest figure, that its cause is true of.

    Each point of it is seen by the same rule, to the same side; a run about the middle begins with
    the first point on that side. What no rule of these names is a drift, one of all figures.
    """
    known = ~np.isnan(matrix)
    if matrix.shape[1] == 0:
        return np.zeros(len(matrix), dtype=np.int64)
    begins: Whole = np.argmax(known, axis=1)
    newest = matrix.shape[1] - 1 - np.argmax(known[:, ::-1], axis=1)
    code = codes[np.arange(len(codes)), newest]
    index = np.arange(matrix.shape[1])
    for number, sides in found:
        rows = np.flatnonzero(np.abs(code) == number)
        seen = (side if number == SpecialCauseRule.SHIFT.value else sides)[rows]
        breaks = (seen != np.sign(code[rows])[:, None]) & (index < newest[rows, None])
        begins[rows] = np.max(np.where(breaks, index + 1, 0), axis=1)
    return begins


def side_of(differences: Floats, noise: Floats) -> Whole:
    """Return the sign of each difference; 0 for what is only rounding, and at gaps."""
    real = np.abs(differences) > noise[:, None]
    signs: Whole = np.where(real, np.sign(differences), 0).astype(np.int64)
    return signs


def _trend(matrix: Floats, noise: Floats, rules: RuleSet) -> Whole:
    """Return the direction of the trend that each point stands in.

    Where one trend ends and another sets out, the point belongs to the one that sets out.
    """
    points = np.zeros(matrix.shape, dtype=np.int64)
    steps = side_of(np.diff(matrix, axis=1), noise)
    if steps.shape[1] == 0:
        return points
    steps = np.where(lengths_of(steps) >= rules.trend - 1, steps, 0)
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
