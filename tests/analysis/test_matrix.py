"""Limits of many stretches at once: each row is judged by its own figures and no other row's."""

import math
from dataclasses import replace

import numpy as np
import pytest

from lfjb_desk.analysis.spc.matrix import STATES, Judged, floats, judge
from lfjb_desk.analysis.spc.rules import NHS_R, NHSI_SQL, RuleSet
from lfjb_desk.domain.read_models.figures.control import LimitsStatus, SpecialCauseRule

COARSE = [0.0] * 24 + [1.0]
FINE = [50.0, 50.01, 49.99, 50.02] * 6 + [50.0]
DRAWN_AWAY = [10.0] * 5 + [12.0, 10.0, 10.0, 10.2, 9.8] + [10.0] * 15
"""A level that a rare figure draws the mean away from."""
SHIFTED = [10.0] * 18 + [12.0, 12.1, 12.0, 12.2, 12.0, 12.1, 12.0]
"""A level that the last seven figures have left: a shift, however flat it was before."""
STEADY = [50.0, 52.0, 49.0, 51.0, 50.0] * 5
DRIFTING = [30.0] * 12 + [33.0] * 13
"""Two levels with one step between them: no limits can hold them, and yet they rose."""


def judged(
    *rows: list[float], rules: RuleSet = NHS_R, screen: bool = False, counted: bool = False
) -> Judged:
    matrix = np.array([floats(row) for row in rows])
    size = len(rows)
    whole, counts = np.full(size, matrix.shape[1]), np.full(size, counted)
    return judge(matrix, whole, np.zeros(size, dtype=int), rules, screen=screen, counts=counts)


def status(result: Judged, row: int = 0) -> LimitsStatus:
    return STATES[int(result.state[row])]


@pytest.mark.parametrize("rules", [NHS_R, NHSI_SQL], ids=lambda rules: rules.name)
@pytest.mark.parametrize("screen", [False, True])
def test_a_row_beside_others_is_judged_as_it_is_alone(rules: RuleSet, *, screen: bool) -> None:
    rows = [COARSE, FINE, STEADY, DRAWN_AWAY, SHIFTED, [math.nan] * 25, [7.0] * 25, DRIFTING]
    rows += [[4.0, 7.0, 2.0, 5.0, 3.0] * 5, [3.0] * 24 + [19.0]]
    together = judged(*rows, rules=rules, screen=screen, counted=True)
    for number, row in enumerate(rows):
        alone = judged(row, rules=rules, screen=screen, counted=True)
        for field, many, single in zip(Judged._fields, together, alone, strict=True):
            np.testing.assert_array_equal(many[number], single[0], err_msg=field)


def test_limits_that_could_not_hold_the_rounding_of_one_figure_are_flat() -> None:
    """The finest step of a row is its own: fine figures in another row do not lend it theirs."""
    result = judged(COARSE, FINE)
    assert (status(result, 0), status(result, 1)) == (LimitsStatus.FLAT, LimitsStatus.FIRM)
    assert np.isnan(result.upl[0])


def test_limits_are_the_mean_and_so_many_mean_moves_to_either_side() -> None:
    result = judged([1.0, 2.0, 4.0, 1.0] * 6)
    moves = [1, 2, 3, 0] * 5 + [1, 2, 3]
    reach = 2.66 * sum(moves) / len(moves)
    assert result.mean[0] == 2
    assert result.upl[0] == pytest.approx(2 + reach)
    assert result.lpl[0] == pytest.approx(2 - reach)
    assert result.near_upl[0] == pytest.approx(2 + reach / 1.5)
    assert result.near_lpl[0] == pytest.approx(2 - reach / 1.5)
    assert (result.figures[0], result.used[0]) == (24, 24)


def test_a_level_with_rare_figures_outside_is_not_flat_where_the_level_itself_is_common() -> None:
    """One above and one below leave the mean on the level, so no rule names the level."""
    level = [10.0] * 24
    level[5], level[15], level[8], level[9] = 11.0, 9.0, 10.2, 9.8
    result = judged(level)
    assert status(result) is LimitsStatus.FIRM
    assert result.codes[0].nonzero()[0].tolist() == [5, 15]
    assert result.codes[0][5] == SpecialCauseRule.OUTSIDE.value
    assert result.codes[0][15] == -SpecialCauseRule.OUTSIDE.value


def test_a_level_that_a_rare_figure_draws_the_mean_away_from_is_nearly_flat() -> None:
    result = judged(DRAWN_AWAY)
    assert status(result) is LimitsStatus.NEARLY_FLAT
    assert not result.codes[0].any()
    assert np.isnan(result.upl[0])


def test_figures_that_leave_a_level_for_as_long_as_a_shift_lasts_are_told() -> None:
    shifted = [10.0] * 24 + SHIFTED[-7:]
    six = [10.0] * 24 + SHIFTED[-6:]
    assert status(judged(shifted)) is LimitsStatus.FIRM
    assert judged(shifted).codes[0][-7:].all()
    assert status(judged(six)) is LimitsStatus.NEARLY_FLAT


def test_limits_need_so_many_moving_ranges_and_firm_ones_more() -> None:
    row = STEADY[:12]
    assert judged(row).ranges[0] == 11
    assert status(judged(row, rules=replace(NHS_R, limits_from=11))) is LimitsStatus.TRIAL
    assert status(judged(row, rules=replace(NHS_R, limits_from=12))) is LimitsStatus.TOO_FEW
    assert status(judged(row, rules=replace(NHS_R, firm_from=11))) is LimitsStatus.FIRM
    assert status(judged(row, rules=replace(NHS_R, firm_from=12))) is LimitsStatus.TRIAL


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (8, LimitsStatus.TOO_FEW),
        (9, LimitsStatus.TRIAL),
        (12, LimitsStatus.TRIAL),
        (13, LimitsStatus.FIRM),
    ],
)
def test_trial_limits_rest_on_eight_moving_ranges_and_firm_ones_on_twelve(
    figures: int, expected: LimitsStatus
) -> None:
    assert status(judged(STEADY[:figures])) is expected


def test_a_gap_takes_two_moving_ranges_and_with_them_perhaps_the_limits() -> None:
    """Thirteen figures with a gap among them have eleven moving ranges: trial limits."""
    row = [*STEADY[:6], math.nan, *STEADY[6:13]]
    result = judged(row)
    assert (result.figures[0], result.ranges[0]) == (13, 11)
    assert status(result) is LimitsStatus.TRIAL


def test_a_point_on_a_limit_is_inside() -> None:
    """The figure of 4 lies 3 above the mean of 1, and so does the limit."""
    row = [0.0, 1.0, 0.0, 0.0, 4.0, 1.0]
    rules = replace(NHS_R, order=(SpecialCauseRule.OUTSIDE,), limits_from=2)
    mean_move = sum((1, 1, 0, 4, 3)) / 5
    on = judged(row, rules=replace(rules, width=3 / mean_move))
    inside = judged(row, rules=replace(rules, width=2.9 / mean_move))
    assert not on.codes[0].any()
    assert inside.codes[0].tolist() == [0, 0, 0, 0, SpecialCauseRule.OUTSIDE.value, 0]


def test_a_move_flags_a_point_only_beyond_so_many_mean_moves() -> None:
    """Moves of 1, 1, 1 and 5 are 2 on average: 5 is two and a half times that, and no more."""
    rules = replace(NHSI_SQL, order=(SpecialCauseRule.MOVE,), limits_from=2)
    row = [0.0, 1.0, 0.0, 1.0, 6.0]
    at = judged(row, rules=replace(rules, move_at=2.5))
    below = judged(row, rules=replace(rules, move_at=2.4))
    assert at.codes[0].tolist() == [0, 0, 0, 0, 0]
    assert below.codes[0].tolist() == [0, 0, 0, 0, SpecialCauseRule.MOVE.value]


def test_a_move_that_is_screened_out_does_not_widen_the_limits() -> None:
    row = [50.0, 51.0] * 6 + [90.0] + [50.0, 51.0] * 6
    assert judged(row, screen=True).upl[0] < judged(row).upl[0]


def test_screening_that_would_leave_hardly_a_step_is_skipped() -> None:
    """Five steps of one among sixteen figures are all `very large` beside a mean of a third."""
    falling = [44.0] * 4 + [43.0] * 4 + [42.0] * 4 + [41.0] * 4
    screened, whole = judged(falling, screen=True), judged(falling)
    assert screened.upl[0] == whole.upl[0] == pytest.approx(42.5 + 2.66 * 3 / 15)
    assert screened.codes[0][-1] == -SpecialCauseRule.OUTSIDE.value


def test_where_no_limits_can_be_drawn_a_drift_names_the_newest_figure() -> None:
    up, down = judged(DRIFTING, DRIFTING[::-1]), judged([*DRIFTING[::-1], math.nan])
    assert (status(up), status(up, 1)) == (LimitsStatus.FLAT, LimitsStatus.FLAT)
    assert up.codes[0].tolist() == [0] * 24 + [SpecialCauseRule.DRIFT.value]
    assert up.codes[1].tolist() == [0] * 24 + [-SpecialCauseRule.DRIFT.value]
    assert up.agreeing[0].tolist() == [0] * 24 + [1]
    assert down.codes[0].tolist() == [0] * 24 + [-SpecialCauseRule.DRIFT.value, 0]
    assert np.isnan(up.upl[0])


def test_rules_that_agree_about_a_point_are_counted() -> None:
    """The last seven lie above the mean, rise without a break and end beyond the limit."""
    row = [*STEADY, 53.0, 54.0, 55.0, 56.0, 57.0, 58.0, 60.0]
    result = judged(row)
    assert result.codes[0][-1] == SpecialCauseRule.OUTSIDE.value
    assert result.agreeing[0][-1] >= 3
    assert result.agreeing[0][0] == 0


def test_an_infinite_figure_is_refused_and_a_gap_is_not() -> None:
    with pytest.raises(ValueError, match="must be finite"):
        floats([1, math.inf])
    assert np.isnan(floats([None])[0])


def pairs_of(row: list[float]) -> list[int]:
    """Return the codes of a row by the rule of two in three alone, on either side of the mean."""
    rules = replace(NHSI_SQL, order=(SpecialCauseRule.PAIR,), width=0.5, limits_from=2)
    return [int(code) for code in judged(row, rules=rules).codes[0]]


def test_two_of_three_near_a_limit_flag_all_three_and_three_points_are_enough() -> None:
    high, low = SpecialCauseRule.PAIR.value, -SpecialCauseRule.PAIR.value
    assert pairs_of([0.0, 10.0, 4.0]) == [low, high, low]
    assert pairs_of([0.0, 10.0]) == [0, 0]


def test_three_points_in_a_row_have_no_gap_among_them() -> None:
    high, low = SpecialCauseRule.PAIR.value, -SpecialCauseRule.PAIR.value
    assert pairs_of([0.0, math.nan, 10.0, 0.0, 10.0, math.nan]) == [0, 0, high, low, high, 0]
    assert pairs_of([0.0, 10.0, math.nan, 0.0, 10.0, math.nan]) == [0, 0, 0, 0, 0, 0]
    assert pairs_of([math.nan, 0.0, 10.0, 4.0]) == [0, low, high, low]
