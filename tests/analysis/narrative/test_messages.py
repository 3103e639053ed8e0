"""The words of a message: units, ratios, rates and periods as a chair says them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.analysis import sentences
from lfjb_desk.analysis.narrative.message import thing_of
from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.domain.read_models.figures.series import Part, Peer
from tests.analysis.narrative.invented_kinds import invented_of, measure_of
from tests.analysis.restating import restated


def test_a_rate_is_told_with_what_it_counts_and_the_decimals_of_its_measure() -> None:
    series = invented_of("few points", 2)
    year = replace(series.points[0], start=date(2023, 4, 1), end=date(2024, 3, 31))
    alone = restated(
        series,
        points=(replace(year, value=Decimal(7)),),
        peer=Peer("England", (Decimal("9.2"),), (None,)),
        control=None,
    )
    assert alone.narrative.front == (
        "7.0 care applications per 10,000 children in the year to March 2024; England 9.2"
    )


def test_a_share_of_cases_is_told_as_so_many_a_case_and_not_by_its_unit_alone() -> None:
    assert thing_of(measure_of("markers", 0)) == "experts per case"
    assert " experts per case" in invented_of("markers", 0).narrative.front


def test_a_ratio_of_two_measures_names_both_and_keeps_its_decimals() -> None:
    measure = measure_of("ratios", 0).model_copy(update={"formula": "closed / started"})
    parts = (Part("closed", "Public law cases closed"), Part("started", "Public law cases started"))
    assert thing_of(measure, parts) == "public law cases closed for each one started"
    series = restated(invented_of("ratios", 3), measure=measure, parts=parts)
    newest = series.latest.value
    assert newest is not None
    assert series.narrative.front.startswith(
        f"{newest:.2f} public law cases closed for each one started"
    )


def test_two_figures_cannot_show_a_trend() -> None:
    series = invented_of("stable", 0)
    points = tuple(
        replace(point, value=Decimal(value))
        for point, value in zip(series.points[:2], ("40.5", "38"), strict=True)
    )
    values = [point.value for point in points]
    control = xmr.chart(values, direction="decrease")
    two = restated(series, points=points, peer=None, control=control)
    assert two.narrative.front == "38 weeks, down from 41: two figures cannot show a trend"


def test_a_figure_of_before_that_was_revised_is_told_once_and_without_a_count_of_all() -> None:
    series = invented_of("stable", 0)
    source = CellSource("a.csv", "", "B1", None)
    first = replace(series.points[0], revised=True, source=source)
    changed = restated(series, points=(first, *series.points[1:]))
    assert "One earlier figure has been revised." in changed.narrative.more


@pytest.mark.parametrize("kind", ["stable", "trend", "step"])
def test_without_a_direction_nothing_is_called_better_or_worse(kind: str) -> None:
    for seed in range(30):
        series = invented_of(kind, seed)
        if series.measure.polarity is Polarity.CONTEXT:
            spoken = " ".join((series.narrative.front, *series.narrative.more))
            assert "better" not in spoken
            assert "worse" not in spoken


def test_which_way_is_better_is_said_in_words() -> None:
    assert sentences.polarity_words(Polarity.HIGHER) == "higher is better"
    assert sentences.polarity_words(Polarity.CONTEXT) == "neither way is better"
