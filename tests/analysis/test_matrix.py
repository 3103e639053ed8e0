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
STEADY = [50.0, 52.0, 49.0, 51.0, 50.0] * 5


def judged(*rows: list[float], rules: RuleSet = NHS_R, screen: bool = False) -> Judged:
    matrix = np.array([floats(row) for row in rows])
    size = len(rows)
    whole = np.full(size, matrix.shape[1])
    return judge(matrix, whole, np.zeros(size, dtype=int), rules, screen=screen)


def status(result: Judged, row: int = 0) -> LimitsStatus:
    return STATES[int(result.state[row])]


@pytest.mark.parametrize("rules", [NHS_R, NHSI_SQL], ids=lambda rules: rules.name)
@pytest.mark.parametrize("screen", [False, True])
def test_a_row_beside_others_is_judged_as_it_is_alone(rules: RuleSet, *, screen: bool) -> None:
    rows = [COARSE, FINE, STEADY, [math.nan] * 25, [7.0] * 25]
    together = judged(*rows, rules=rules, screen=screen)
    for number, row in enumerate(rows):
        alone = judged(row, rules=rules, screen=screen)
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
    level = [10.0] * 24
    level[5], level[8], level[9] = 12.0, 10.2, 9.8
    result = judged(level)
    assert status(result) is LimitsStatus.NEARLY_FLAT
    assert not result.codes[0].any()
    assert np.isnan(result.upl[0])


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


def test_an_infinite_figure_is_refused_and_a_gap_is_not() -> None:
    with pytest.raises(ValueError, match="must be finite"):
        floats([1, math.inf])
    assert np.isnan(floats([None])[0])
