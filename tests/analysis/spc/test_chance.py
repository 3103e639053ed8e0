"""How often stable series show a signal by chance: the table against series drawn anew."""

import math

import numpy as np
import pytest

from lfjb_desk.analysis.spc.chance import LENGTHS, RATES, SPREADS, chance_of_signal
from lfjb_desk.analysis.spc.matrix import judge
from lfjb_desk.analysis.spc.rules import RULE_SETS

SERIES = 3_000


@pytest.mark.parametrize("rules", [*RATES])
@pytest.mark.parametrize("spread", SPREADS)
@pytest.mark.parametrize("length", [LENGTHS[0], LENGTHS[2], LENGTHS[4]])
def test_each_rate_is_that_of_simulated_series(rules: str, spread: float, length: int) -> None:
    chance = np.random.default_rng(7 * length)
    level = chance.uniform(39.5, 40.5, (SERIES, 1))
    figures = np.round(chance.normal(level, spread, (SERIES, length)))
    found = judge(
        figures,
        np.full(SERIES, length),
        np.zeros(SERIES, dtype=int),
        RULE_SETS[rules],
        screen=True,
    )
    drawn = ~np.isnan(found.upl)
    rate = chance_of_signal(rules, length, spread, is_small_count=False)
    if not drawn.any():
        assert rate == 0
        return
    share = (found.codes[:, -1] != 0)[drawn].mean()
    noise = math.sqrt(max(rate, 0.005) / drawn.sum())
    assert share == pytest.approx(rate, abs=4 * noise + 0.002)


def test_a_length_and_a_spread_between_two_take_the_nearer_below() -> None:
    rates = RATES["NHS-R 0.2.2"]
    assert chance_of_signal("NHS-R 0.2.2", 39, 1.0, is_small_count=False) == rates[2][3]
    assert chance_of_signal("NHS-R 0.2.2", 400, 99.0, is_small_count=False) == rates[4][5]
    assert chance_of_signal("NHS-R 0.2.2", 8, 0.0, is_small_count=False) == rates[0][0]
    assert chance_of_signal("NHS-R 0.2.2", 39, 1.0, is_small_count=True) < 0.01
