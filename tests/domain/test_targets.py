"""Targets in words: the same for screens, sentences and papers."""

from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.figures.targets import line_words, target_words


def measure(unit: str, polarity: Polarity) -> Measure:
    return Measure(
        code="m", name="m", definition="", unit=unit, polarity=polarity, source="invented"
    )


def target(low: int | None, high: int | None) -> Target:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Target(
        measure_id=measure("", Polarity.LOWER).id,
        low=ends[0],
        high=ends[1],
        starts=date(2026, 1, 1),
        source="invented",
    )


@pytest.mark.parametrize(
    ("low", "high", "polarity", "words"),
    [
        (60, 70, Polarity.HIGHER, "60% to 70%"),
        (60, None, Polarity.HIGHER, "at least 60%"),
        (None, 70, Polarity.HIGHER, "at least 70%"),
        (60, 60, Polarity.HIGHER, "60%"),
        (20, None, Polarity.LOWER, "at most 20%"),
        (None, 26, Polarity.LOWER, "at most 26%"),
        (20, None, Polarity.CONTEXT, "at least 20%"),
        (None, 26, Polarity.CONTEXT, "at most 26%"),
    ],
)
def test_an_end_that_stands_alone_binds_as_the_polarity_has_it(
    low: int | None, high: int | None, polarity: Polarity, words: str
) -> None:
    assert target_words(target(low, high), measure("%", polarity)) == words
    assert line_words(target(low, high), measure("%", polarity)) == words


def test_the_key_of_a_chart_leaves_out_the_unit_of_its_axis() -> None:
    weeks = measure("weeks", Polarity.LOWER)
    assert target_words(target(None, 26), weeks) == "at most 26 weeks"
    assert line_words(target(None, 26), weeks) == "at most 26"
    assert target_words(target(None, 1), weeks) == "at most 1 week"
    assert target_words(target(None, 2), measure("ratio", Polarity.LOWER)) == "at most 2"
