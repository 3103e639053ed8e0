"""A figure is rounded one way: in the window, in a sentence and in a paper."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from lfjb_desk.analysis.spc.xmr import chart
from lfjb_desk.domain.formatting import number
from lfjb_desk.papers.parts.control_lines import control_lines
from lfjb_desk.ui.charts.data import rounded
from lfjb_desk.ui.pages.performance.series_charts import chart_of
from tests.analysis.invented_series import invented
from tests.analysis.restating import restated

SERIES = 1000
FIGURES = 20
"""The average of twenty figures with one decimal often ends in a half."""


def test_the_average_in_the_window_is_that_of_the_paper_and_the_true_one() -> None:
    found = next(each for each in map(invented, range(300)) if len(each.points) >= FIGURES)
    measure = found.measure.model_copy(update={"decimals": 1, "unit": "weeks"})
    halves = 0
    for seed in range(SERIES):
        chance = Random(seed)  # noqa: S311 - invented figures
        values = [Decimal(chance.randint(100, 130)) / 10 for _ in range(FIGURES)]
        points = tuple(
            replace(point, value=value) for point, value in zip(found.points, values, strict=False)
        )
        control = chart(values, direction="decrease")
        series = restated(
            found, measure=measure, points=points, target=None, control=control, steps=()
        )
        true = sum(values, Decimal(0)) / FIGURES
        halves += true * 20 == int(true * 20) and true * 10 != int(true * 10)
        on_screen = chart_of(series).means[-1]
        assert on_screen is not None
        (line,) = (each for each in control_lines(series, series.points) if each.name == "Average")
        in_paper = line.values[-1]
        assert in_paper is not None
        assert rounded(on_screen, 1) == number(in_paper, 1) == number(true, 1)
    assert halves > 0


def test_a_half_that_binary_digits_hide_goes_up() -> None:
    assert rounded(11.45, 1) == "11.5"
    assert rounded(11.449999999999999, 1) == "11.5"
    assert rounded(11.4499, 1) == "11.4"
    assert rounded(2.5, 0) == "3"


def test_a_limit_never_reads_as_the_newest_figure_that_differs_from_it() -> None:
    found = chart_of(next(each for each in map(invented, range(300)) if each.latest.value))
    of_weeks = replace(found, decimals=0)
    assert replace(of_weeks, values=(27.0, 29.0)).limit_words(28.9) == "28.9"
    assert replace(of_weeks, values=(27.0, 29.0)).limit_words(29.0) == "29"
    assert replace(of_weeks, values=(27.0, 30.0)).limit_words(28.9) == "29"


def test_a_limit_never_reads_as_an_earlier_figure_beyond_it() -> None:
    found = chart_of(next(each for each in map(invented, range(300)) if each.latest.value))
    bare = replace(found, decimals=0, values=(29.0, 27.0), lows=(), highs=(28.9, 28.9))
    assert bare.limit_words(28.9) == "28.9"
    assert replace(bare, highs=(30.0, 28.9)).limit_words(28.9) == "29", "it held nothing then"
    below = replace(bare, highs=(), lows=(29.1, 29.1), values=(29.0, 30.0))
    assert below.limit_words(29.1) == "29.1"
