"""Funnel limits hold what chance leaves inside, and the peer range is plain quartiles."""

from decimal import Decimal
from fractions import Fraction
from math import comb, exp, factorial
from statistics import quantiles

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lfjb_desk.analysis.comparison.funnel import (
    INNER,
    OUTER,
    Counted,
    Counting,
    Funnel,
    curve,
    dispersion,
    overdispersed,
    peer_range,
    pooled,
)

SHARE = Funnel(Decimal(36), Counting.SHARE, 100)
RATE = Funnel(Decimal(9), Counting.RATE, 10_000)


def beyond(size: int, centre: int, low: Decimal, high: Decimal) -> tuple[Fraction, Fraction]:
    """Return the exact chance of a share below and above two limits, all in per cent."""
    ways = [comb(size, n) * centre**n * (100 - centre) ** (size - n) for n in range(size + 1)]
    under = sum(way for n, way in enumerate(ways) if n < round(low * size / 100))
    over = sum(way for n, way in enumerate(ways) if n > round(high * size / 100))
    return Fraction(under, 100**size), Fraction(over, 100**size)


@settings(deadline=None)
@given(st.integers(1, 120), st.integers(1, 99), st.sampled_from([OUTER, INNER]))
def test_chance_alone_seldom_leads_beyond_the_limits(size: int, centre: int, inside: float) -> None:
    funnel = Funnel(Decimal(centre), Counting.SHARE, 100)
    low, high = funnel.limits(Decimal(size), inside)
    tail = Fraction(repr(1 - inside)) / 2 + Fraction(1, 10**9)
    under, over = beyond(size, centre, low, high)
    assert under <= tail
    assert over <= tail
    assert 0 <= low <= centre <= high <= 100


@pytest.mark.parametrize(("size", "centre"), [(20, 36), (57, 4), (200, 90)])
def test_the_limits_are_no_wider_than_they_must_be(size: int, centre: int) -> None:
    low, high = Funnel(Decimal(centre), Counting.SHARE, 100).limits(Decimal(size))
    one = Decimal(100) / size
    under, over = beyond(size, centre, low + one, high - one)
    if low > 0:
        assert under > Fraction(1, 1000)
    if high < 100:
        assert over > Fraction(1, 1000)


def test_limits_of_a_rate_follow_the_poisson_law() -> None:
    low, high = RATE.limits(Decimal(50_000))
    mean, counts = 45.0, (low * 5, high * 5)
    chances = [exp(-mean) * mean**n / factorial(n) for n in range(140)]
    assert sum(chances[: int(counts[0])]) <= 0.001 < sum(chances[: int(counts[0]) + 1])
    assert sum(chances[int(counts[1]) + 1 :]) <= 0.001 < sum(chances[int(counts[1]) :])


def test_limits_draw_together_as_places_grow() -> None:
    ends = curve(SHARE, [Decimal(20), Decimal(50_000), Decimal(900)])
    assert [base for base, _, _ in ends] == sorted(base for base, _, _ in ends)
    assert (ends[0][0], ends[-1][0]) == (Decimal(20), Decimal(50_000))
    assert ends[0][2] - ends[0][1] > 10 * (ends[-1][2] - ends[-1][1])
    assert curve(SHARE, []) == ()


@pytest.mark.parametrize("law", list(Counting))
def test_a_centre_at_an_end_leaves_no_room_for_chance(law: Counting) -> None:
    assert Funnel(Decimal(0), law, 100).limits(Decimal(40)) == (Decimal(0), Decimal(0))
    assert Funnel(Decimal(100), Counting.SHARE, 100).limits(Decimal(40)) == (
        Decimal(100),
        Decimal(100),
    )
    assert Funnel(Decimal(0), law, 100).score(Counted(Decimal(5), Decimal(40))) == 0


def test_places_that_differ_by_chance_are_judged_and_others_are_not() -> None:
    near = [Counted(Decimal(36 + step), Decimal(200)) for step in (-6, -3, 0, 0, 3, 6, -2, 2)]
    apart = [Counted(Decimal(36 + step), Decimal(200)) for step in (-25, 25, -20, 20, -22, 24)]
    assert not overdispersed(SHARE, near)
    assert overdispersed(SHARE, apart)
    assert not overdispersed(SHARE, [])
    assert dispersion(SHARE, []) == 0


def test_one_stray_place_does_not_silence_all() -> None:
    steps = (-4, -3, -2, -1, 0, 0, 1, 2, 3, 4, 50)
    places = [Counted(Decimal(36 + step), Decimal(200)) for step in steps]
    assert not overdispersed(SHARE, places)


def test_the_figure_of_all_is_weighted_by_what_each_is_out_of() -> None:
    two = [Counted(Decimal(10), Decimal(100)), Counted(Decimal(40), Decimal(300))]
    assert pooled(two) == Decimal("32.5")
    assert pooled([Counted(Decimal(10), Decimal(0))]) is None


@settings(deadline=None)
@given(st.lists(st.decimals(0, 500, places=1), min_size=5, max_size=60))
def test_the_middle_half_is_that_of_the_textbook(values: list[Decimal]) -> None:
    spread = peer_range(values)
    assert spread is not None
    expected = quantiles(values, n=4, method="inclusive")
    found = (spread.quarter, spread.middle, spread.three_quarters)
    assert [abs(a - b) < Decimal("1e-20") for a, b in zip(found, expected, strict=True)]
    assert (spread.lowest, spread.highest) == (min(values), max(values))
    assert spread.places == len(values)


def test_below_five_places_there_is_no_range() -> None:
    assert peer_range([Decimal(number) for number in range(4)]) is None
