"""Narratives hold no statement that the figures do not bear out, and no cause."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.analysis.narrative.measure_narrative import tell
from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.messages import MeasureNarrative
from lfjb_desk.domain.read_models.figures.series import Series
from tests.analysis.invented_series import compared, invented
from tests.analysis.narrative.invented_kinds import KINDS, invented_of
from tests.analysis.narrative.truth import FalseStatementError
from tests.analysis.narrative.truth_front import ENDINGS, LEADS, MISSING, read_front
from tests.analysis.narrative.truth_more import PATTERNS, read_back
from tests.analysis.restating import restated

SERIES = 200
EACH_KIND = 30
RARE = (231, 467, 1204)
"""Further series, which bring out what is rarely said."""
LATER = date(2045, 1, 1)
"""A day on which all figures are old."""
ENDED = 155
"""A series of the kind of a trend, in which a row of falls has ended."""
MOST_WORDS = 25
CAUSES = re.compile(
    r"\b(because|due to|caus\w*|led to|leads? to|owing to|thanks to|result\w*|effect\w*|"
    r"affect\w*|impact\w*|driv\w+|reason\w*|therefore|hence|explain\w*|attribut\w*|"
    r"made it|responsible)\b",
    re.IGNORECASE,
)
JARGON = re.compile(r"NHS|rule|limit|Mann|trial|There are \d+ figures", re.IGNORECASE)


def sentences(words: MeasureNarrative) -> tuple[str, ...]:
    """Return what stands behind a message and below its chart."""
    return (*words.more, *words.full_note)


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
    assert "drifting up from 30" in series.narrative.front
    assert ", which is worse" in series.narrative.front
    assert "The drift is shown by the test of Mann and Kendall." in series.narrative.note
    assert read_front(series, series.narrative.front)
    assert read_back(series, None, sentences(series.narrative))


@pytest.mark.parametrize("kind", KINDS)
def test_every_message_of_every_kind_of_series_is_true_and_short(kind: str) -> None:
    for seed in range(EACH_KIND):
        series = invented_of(kind, seed)
        words = series.narrative
        assert read_front(series, words.front), (kind, seed)
        assert len(words.front.split()) <= MOST_WORDS, words.front
        assert read_back(series, None, sentences(words)) or not sentences(words)
        assert not JARGON.search(words.front)
        later = tell(series, today=LATER)
        assert read_front(series, later.front), (kind, seed)
        assert len(later.front.split()) <= MOST_WORDS, later.front


@pytest.mark.parametrize("seed", [*range(SERIES), *RARE])
def test_every_statement_is_true_of_the_figures_and_names_no_cause(seed: int) -> None:
    series = invented(seed)
    comparison = compared(series, seed) if seed % 3 == 0 else None
    words = tell(series, comparison)
    assert read_front(series, words.front)
    assert len(words.front.split()) <= MOST_WORDS
    assert len(read_back(series, comparison, sentences(words))) == len(sentences(words))
    if comparison is not None:
        assert len(read_back(series, comparison, comparison.limits)) == len(comparison.limits)
    spoken = (words.front, *words.more)
    assert [sentence for sentence in spoken if CAUSES.search(sentence)] == []
    assert words == tell(series, comparison)


def test_the_series_bring_out_every_kind_of_message_and_statement() -> None:
    fronts: set[int] = set()
    kinds: set[int] = set()
    invented_ones = [invented(seed) for seed in (*range(SERIES), *RARE)]
    by_kind = [invented_of(kind, seed) for kind in KINDS for seed in range(EACH_KIND)]
    by_kind.append(invented_of("trend", ENDED))
    for place, series in enumerate([*invented_ones, *by_kind, drifting()]):
        is_compared = place < SERIES and place % 3 == 0
        comparison = compared(series, place) if is_compared else None
        words = tell(series, comparison)
        fronts |= set(read_front(series, words.front))
        later = tell(series, today=LATER)
        fronts |= set(read_front(series, later.front))
        kinds |= set(read_back(series, None, later.more, LATER))
        beside = comparison.limits if comparison else ()
        kinds |= set(read_back(series, comparison, (*sentences(words), *beside)))
    every = [*LEADS, *ENDINGS]
    unsaid = [every[number][0] for number in range(len(every)) if number not in fronts]
    unsaid += [MISSING[number][0] for number in range(len(MISSING)) if -1 - number not in fronts]
    assert unsaid == []
    assert [PATTERNS[number][0] for number in range(len(PATTERNS)) if number not in kinds] == []


def test_the_sentences_are_short() -> None:
    found = [sentence for seed in range(SERIES) for sentence in sentences(invented(seed).narrative)]
    lengths = [len(sentence.split()) for sentence in found]
    assert sum(lengths) / len(lengths) < 15
    assert max(lengths) <= MOST_WORDS


@pytest.mark.parametrize("seed", range(0, SERIES, 5))
def test_the_readers_find_a_false_figure(seed: int) -> None:
    series = invented(seed)
    if series.latest.value is None:
        false = replace(series.points[-1], value=Decimal(7), marker=None)
    else:
        false = replace(series.points[-1], value=series.latest.value + 11)
    other = replace(series, points=(*series.points[:-1], false))
    with pytest.raises(FalseStatementError):
        read_front(other, series.narrative.front)


@pytest.mark.parametrize(
    ("now", "instead"),
    [
        ("lower in each", "higher in each"),
        ("below", "above"),
        ("up from", "down from"),
        ("which is worse", "which is better"),
        ("last three", "last four"),
        ("two figures", "three figures"),
    ],
)
def test_the_readers_find_a_false_word(now: str, instead: str) -> None:
    found = 0
    for kind in KINDS:
        for seed in range(EACH_KIND):
            series = invented_of(kind, seed)
            front = series.narrative.front
            if now in front:
                found += 1
                with pytest.raises(FalseStatementError):
                    read_front(series, front.replace(now, instead))
    assert found
