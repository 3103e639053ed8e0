"""Narratives hold no statement that the figures do not bear out, and no cause."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from lfjb_desk.analysis.narrative.measure_narrative import tell
from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.series import Direction, Series
from tests.analysis.invented_series import compared, invented
from tests.analysis.restating import restated
from tests.analysis.truth import FalseStatementError
from tests.analysis.truth_more import PATTERNS, read_back

SERIES = 200
RARE = 231
"""A further series, whose newest figure the rule of moving ranges picks out."""
CAUSES = re.compile(
    r"\b(because|due to|caus\w*|led to|leads? to|owing to|thanks to|result\w*|effect\w*|"
    r"affect\w*|impact\w*|driv\w+|reason\w*|therefore|hence|explain\w*|attribut\w*|"
    r"made it|responsible)\b",
    re.IGNORECASE,
)


def told(seed: int) -> tuple[str, ...]:
    series = invented(seed)
    return tell(series, compared(series, seed) if seed % 3 == 0 else None)


def drifting() -> Series:
    """Return a series of two levels, for which no limits can be drawn."""
    series = next(found for found in map(invented, range(SERIES)) if len(found.points) == 24)
    values = [*[30] * 12, *[33] * 12]
    points = tuple(
        replace(point, value=Decimal(value))
        for point, value in zip(series.points, values, strict=True)
    )
    control = xmr.chart(values, direction="decrease")
    measure = series.measure.model_copy(update={"polarity": Polarity.LOWER})
    return restated(series, points=points, control=control, measure=measure, steps=(), target=None)


def test_a_drift_without_limits_is_told_with_where_it_began_and_where_it_stands() -> None:
    series = drifting()
    said = tell(series)
    assert len(read_back(series, None, said)) == len(said)
    assert any(sentence.startswith("The figures drift up, from 30") for sentence in said)
    assert "By the test of Mann and Kendall this is a signal of concern." in said
    assert "There are 24 figures, too much alike for limits." in said


@pytest.mark.parametrize("seed", [*range(SERIES), RARE])
def test_every_statement_is_true_of_the_figures_and_names_no_cause(seed: int) -> None:
    series = invented(seed)
    comparison = compared(series, seed) if seed % 3 == 0 else None
    said = tell(series, comparison)
    assert len(read_back(series, comparison, said)) == len(said) > 0
    assert [sentence for sentence in said if CAUSES.search(sentence)] == []
    assert said == tell(series, comparison)


def test_the_series_bring_out_every_kind_of_statement() -> None:
    kinds: set[int] = set()
    for seed in (*range(SERIES), RARE):
        series = invented(seed)
        comparison = compared(series, seed) if seed % 3 == 0 else None
        kinds |= set(read_back(series, comparison, tell(series, comparison)))
    kinds |= set(read_back(drifting(), None, tell(drifting())))
    unsaid = [PATTERNS[number][0] for number in range(len(PATTERNS)) if number not in kinds]
    assert unsaid == []


def test_the_sentences_are_short() -> None:
    lengths = [len(sentence.split()) for seed in range(SERIES) for sentence in told(seed)]
    assert sum(lengths) / len(lengths) < 15
    assert max(lengths) <= 25


@pytest.mark.parametrize("seed", range(0, SERIES, 5))
def test_the_reader_finds_a_false_figure(seed: int) -> None:
    series = invented(seed)
    said = tell(series)
    if series.latest.value is None:
        false = replace(series.points[-1], value=Decimal(7), marker=None)
    else:
        false = replace(series.points[-1], value=series.latest.value + 11)
    other = replace(series, points=(*series.points[:-1], false), direction=Direction.UNKNOWN)
    with pytest.raises(FalseStatementError):
        read_back(other, None, said)
