"""The arithmetic of the funnel, held against sums worked out another way."""

from decimal import Decimal
from math import ceil, comb, exp, factorial, floor, isclose, sqrt

import pytest

from lfjb_desk.analysis.comparison.funnel import (
    INNER,
    OUTER,
    Counted,
    Counting,
    Funnel,
    _binomial,
    _count_at,
    _poisson,
    curve,
    dispersion,
    overdispersed,
    peer_range,
    pooled,
)

SHARE = Funnel(Decimal(36), Counting.SHARE, 100)
RATE = Funnel(Decimal(9), Counting.RATE, 10_000)


def test_a_score_counts_standard_errors_from_the_centre() -> None:
    assert isclose(SHARE.score(Counted(Decimal(46), Decimal(100))), 0.1 / sqrt(0.36 * 0.64 / 100))
    assert isclose(SHARE.score(Counted(Decimal(26), Decimal(400))), -0.1 / sqrt(0.36 * 0.64 / 400))
    assert isclose(
        RATE.score(Counted(Decimal(12), Decimal(50_000))), 0.0003 / sqrt(0.0009 / 50_000)
    )
    assert isclose(SHARE.score(Counted(Decimal(46), Decimal(0))), 0.1 / sqrt(0.36 * 0.64))
    full = Funnel(Decimal(100), Counting.SHARE, 100)
    assert full.score(Counted(Decimal(90), Decimal(100))) == 0.0
    assert Funnel(Decimal("0.5"), Counting.SHARE, 1).score(Counted(Decimal(1), Decimal(4))) == 2.0


@pytest.mark.parametrize(
    ("funnel", "base", "inside", "expected"),
    [
        (SHARE, "0.4", OUTER, (0, 100)),
        (SHARE, "20.4", INNER, (Decimal(15), Decimal(55))),
        (SHARE, "20.6", INNER, (Decimal(300) / 21, Decimal(1200) / 21)),
        (RATE, "50000", INNER, (Decimal("6.4"), Decimal("11.8"))),
    ],
)
def test_limits_lie_on_whole_counts(
    funnel: Funnel, base: str, inside: float, expected: tuple[Decimal, Decimal]
) -> None:
    assert funnel.limits(Decimal(base), inside) == expected


def test_limits_that_judge_are_wider_than_those_that_are_drawn() -> None:
    outer, inner = SHARE.limits(Decimal(200)), SHARE.limits(Decimal(200), INNER)
    assert outer == SHARE.limits(Decimal(200), OUTER)
    assert outer[0] < inner[0] < Decimal(36) < inner[1] < outer[1]


def test_a_law_gives_the_chance_of_each_count_within_twelve_deviations() -> None:
    first, chances = _binomial(40, 0.36)
    assert first == 0
    assert len(chances) == 41
    assert all(
        isclose(chance, comb(40, n) * 0.36**n * 0.64 ** (40 - n))
        for n, chance in enumerate(chances)
    )
    first, chances = _poisson(50_000, 0.0009)
    mean = 45.0
    reach = 12 * sqrt(mean) + 12
    assert (first, first + len(chances) - 1) == (0, ceil(mean + reach))
    assert all(isclose(c, exp(-mean) * mean**n / factorial(n)) for n, c in enumerate(chances))


@pytest.mark.parametrize(("size", "share"), [(100_000, 0.36), (100_000, 0.9)])
def test_far_counts_are_left_out_of_the_sums_and_cost_nothing(size: int, share: float) -> None:
    first, chances = _binomial(size, share)
    mean, reach = size * share, 12 * sqrt(size * share * (1 - share)) + 12
    assert (first, first + len(chances) - 1) == (floor(mean - reach), ceil(mean + reach))
    assert isclose(sum(chances), 1, rel_tol=1e-6)
    first, chances = _poisson(size, share)
    reach = 12 * sqrt(mean) + 12
    assert (first, first + len(chances) - 1) == (floor(mean - reach), ceil(mean + reach))


def test_where_nothing_varies_one_count_has_all_chance() -> None:
    assert _binomial(40, 0.0) == (0, [1.0])
    assert _binomial(40, 1.0) == (40, [1.0])
    assert _poisson(40, 0.0) == (0, [1.0])


def test_the_count_at_a_share_of_chance_is_the_smallest_that_holds_it() -> None:
    assert _count_at(3, [0.25, 0.25, 0.5], 0.25) == 3
    assert _count_at(3, [0.25, 0.25, 0.5], 0.5) == 4
    assert _count_at(3, [0.25, 0.25, 0.5], 0.51) == 5
    assert _count_at(3, [0.25, 0.25], 0.9) == 4, "what is not reached ends at the last count"


def test_a_curve_runs_evenly_from_the_smallest_base_to_the_largest() -> None:
    points = curve(SHARE, [Decimal("0.2"), Decimal(90_000)])
    assert (points[0][0], points[-1][0]) == (Decimal(1), Decimal(90_000))
    steps = [round(90_000 ** (n / 39)) for n in range(40)]
    assert [base for base, _, _ in points] == sorted(set(steps))
    inner = curve(SHARE, [Decimal(900)], INNER)
    assert inner == ((Decimal(900), *SHARE.limits(Decimal(900), INNER)),)
    assert curve(SHARE, [Decimal(900)]) == ((Decimal(900), *SHARE.limits(Decimal(900))),)


def of_scores(*scores: float) -> list[Counted]:
    """Return places that lie by these standard errors from a half, each out of 100."""
    return [Counted(Decimal(str(0.5 + 0.05 * score)), Decimal(100)) for score in scores]


HALF = Funnel(Decimal("0.5"), Counting.SHARE, 1)


def test_dispersion_is_the_mean_square_with_its_ends_drawn_in() -> None:
    assert isclose(dispersion(HALF, of_scores(1.5, -1.5)), 1.2**2)
    scores = [-8.0, -1, -1, -1, 0, 0, 0, 1, 1, 1, 9]
    drawn = [-1.0, -1, -1, -1, 0, 0, 0, 1, 1, 1, 1]
    expected = sum(score**2 for score in drawn) / 11
    assert isclose(dispersion(HALF, of_scores(*scores)), expected)


@pytest.mark.parametrize(("scale", "expected"), [(0.99, False), (1.01, True)])
def test_places_are_overdispersed_above_what_their_number_allows(
    scale: float,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    size = sqrt(1 + 2 * sqrt(2 / 8)) * scale
    places = of_scores(*[size, -size] * 4)
    assert overdispersed(HALF, places) is expected
    assert overdispersed(HALF, []) is False


def test_without_anything_to_weigh_by_there_is_no_figure_of_all() -> None:
    assert pooled([]) is None
    assert pooled([Counted(Decimal(10), Decimal(0))]) is None
    assert pooled([Counted(Decimal(10), Decimal("0.5"))]) == Decimal(10)
    assert pooled([Counted(Decimal(10), Decimal(1)), Counted(Decimal(40), Decimal(3))]) == Decimal(
        "32.5"
    )


def test_five_places_have_a_range_whatever_their_order() -> None:
    spread = peer_range([Decimal(number) for number in (9, 1, 5, 3, 8)])
    assert spread is not None
    assert [spread.lowest, spread.quarter, spread.middle] == [1, 3, 5]
    assert [spread.three_quarters, spread.highest, spread.places] == [8, 9, 5]
    six = peer_range([Decimal(number) for number in (0, 10, 20, 30, 40, 50)])
    assert six is not None
    assert (six.quarter, six.middle, six.three_quarters) == (
        Decimal("12.5"),
        Decimal(25),
        Decimal("37.5"),
    )


def test_a_law_is_known_by_its_name() -> None:
    assert [law.value for law in Counting] == ["binomial", "Poisson"]
