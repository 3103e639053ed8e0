"""Axes: every line stands at the number beside it, and a figure is rounded once, everywhere."""

import random
from decimal import ROUND_HALF_UP, Decimal

import pytest

from lfjb_desk.domain.axis import Axis, axis_over, decimals_needed, round_step
from lfjb_desk.domain.formatting import number


def _random_values(seed: int) -> tuple[list[Decimal], Decimal | None]:
    """Return five to twenty values of one size and place of the point, and perhaps a low end."""
    draw = random.Random(seed)  # noqa: S311 - made values, not secrets
    decimals, size = draw.randrange(4), 10 ** draw.randrange(-1, 6)
    base = draw.uniform(-1, 5) * size if draw.random() < 0.2 else draw.uniform(0, 5) * size
    values = [
        Decimal(repr(round(base + draw.uniform(0, size * draw.choice((0.01, 0.2, 3))), decimals)))
        for _ in range(draw.randrange(5, 21))
    ]
    low = min(values) - Decimal(repr(draw.uniform(0, size))) if draw.random() < 0.5 else None
    return values, low


@pytest.mark.parametrize("block", range(10))
def test_each_line_of_1000_axes_stands_at_the_number_beside_it(block: int) -> None:
    for seed in range(block * 100, block * 100 + 100):
        values, low = _random_values(seed)
        axis = axis_over(values, low)

        assert axis.low <= min(values)
        assert axis.high >= max(values)
        assert low is None or axis.low <= low
        assert axis.low % axis.step == 0, seed
        assert [Decimal(axis.words(line).replace(",", "")) for line in axis.lines] == list(
            axis.lines
        )
        assert axis.lines[-1] == axis.high
        assert 1 <= len(axis.lines) - 1 <= 8


def test_an_axis_that_would_start_between_two_lines_starts_at_the_line_below() -> None:
    axis = axis_over([Decimal("3.8"), Decimal("7.4")], Decimal("2.5"))

    assert (axis.low, axis.step) == (Decimal(2), Decimal(1))
    assert [axis.words(line) for line in axis.lines] == ["2", "3", "4", "5", "6", "7", "8"]


def test_values_that_are_all_alike_stand_inside_their_axis() -> None:
    assert axis_over([Decimal(0)]) == Axis(Decimal(0), Decimal("0.2"), Decimal("0.2"))
    assert axis_over([]).low == 0


@pytest.mark.parametrize(
    ("step", "decimals"), [("20", 0), ("2E+1", 0), ("1", 0), ("0.5", 1), ("0.05", 2), ("0.002", 3)]
)
def test_labels_have_the_decimals_of_the_step(step: str, decimals: int) -> None:
    assert decimals_needed(Decimal(step)) == decimals


@pytest.mark.parametrize(
    ("reach", "step"), [("6", "1"), ("6.1", "2"), ("25", "5"), ("0.6", "0.1"), ("37000", "10000")]
)
def test_a_step_is_1_2_or_5_times_a_power_of_ten(reach: str, step: str) -> None:
    assert round_step(Decimal(reach), 6) == Decimal(step)


def test_a_half_goes_up_and_is_rounded_once() -> None:
    assert number(Decimal("47.47")) == "47"
    assert number(Decimal("46.5")) == "47"
    assert Decimal("46.5").quantize(Decimal(1), ROUND_HALF_UP) == 47
