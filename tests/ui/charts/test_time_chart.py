from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt

from lfjb_desk.ui.charts.data import ChartData, Comparison, Level, Mark
from lfjb_desk.ui.charts.time_chart import TimeChart, round_values
from lfjb_desk.ui.theme import Look, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.theme import Theme

DATA = ChartData(
    title="Care cases have shortened",
    summary="From 52 to 46 weeks. The table Figures holds every value.",
    unit="weeks",
    name="Northwick",
    labels=("Q1", "Q2", "Q3", "Q4", "Q5"),
    values=(52.0, None, 55.0, 47.0, 46.0),
    tones=(Tone.SAME, Tone.SAME, Tone.RISING_BADLY, Tone.FALLING_WELL, Tone.FALLING_WELL),
    target=(26.0, 30.0),
    target_name="Target 26 to 30",
    comparisons=(Comparison("England 39", (44.0, 43.0, 39.0)),),
    levels=(Level("Average", 50.0, dashed=False), Level("Lower limit", 48.0)),
    marks=(Mark(2, "A-003"),),
)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TimeChart:
    made = TimeChart(theme)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_chart(DATA)
    made.show()
    return made


def curves(chart: TimeChart) -> list[list[float]]:
    items = [item for item in chart.getPlotItem().items if isinstance(item, pg.PlotCurveItem)]
    return [list(item.getData()[1]) for item in items]


def written(chart: TimeChart) -> list[str]:
    items = chart.getPlotItem().items
    return [item.toPlainText() for item in items if isinstance(item, pg.TextItem)]


def test_a_missing_figure_is_a_gap_and_never_a_zero(chart: TimeChart) -> None:
    [line] = [values for values in curves(chart) if len(values) == 5]
    assert math.isnan(line[1])
    assert [value for value in line if not math.isnan(value)] == [52, 55, 47, 46]
    points = [item for item in chart.getPlotItem().items if isinstance(item, pg.ScatterPlotItem)]
    heights = [value for item in points for value in item.getData()[1]]
    assert {52, 55, 47, 46} <= set(heights)
    assert 0 not in heights


def test_a_signal_has_another_shape_and_not_only_another_colour(chart: TimeChart) -> None:
    points = [item for item in chart.getPlotItem().items if isinstance(item, pg.ScatterPlotItem)]
    assert {item.opts["symbol"] for item in points} == {"o", "d", "s"}


def test_lines_are_named_where_they_end(chart: TimeChart) -> None:
    assert written(chart) == [
        "Target 26 to 30",
        "Average 50.0",
        "Lower limit 48.0",
        "A-003",
        "England 39",
        "46 Northwick",
    ]


def test_the_chart_has_a_name_and_points_to_its_table(
    chart: TimeChart, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert chart.accessibleName() == "Care cases have shortened"
    assert "The table Figures" in chart.accessibleDescription()
    assert chart.shown() is DATA
    assert unnamed(chart) == []


def test_arrow_keys_walk_the_points_and_say_each(qtbot: QtBot, chart: TimeChart) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription().startswith("Q5: 46 weeks.")
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription().startswith("Q2: [x].")
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("Q3: 55 weeks.")
    qtbot.keyClick(chart, Qt.Key.Key_Escape)


def test_the_chart_follows_the_theme(chart: TimeChart, theme: Theme) -> None:
    light = chart.grab().toImage()
    theme.apply(Look.DARK)
    assert chart.grab().toImage() != light
    theme.apply(Look.LIGHT)


def test_a_chart_without_a_figure_is_drawn_empty(qtbot: QtBot, theme: Theme) -> None:
    bare = TimeChart(theme)
    qtbot.addWidget(bare)
    qtbot.keyClick(bare, Qt.Key.Key_Left)
    bare._draw()
    assert curves(bare) == []
    empty = ChartData("Nothing", "No figure yet.", "%", "Northwick", (), ())
    bare.show_chart(empty)
    assert written(bare) == []


def test_one_figure_as_target_is_a_line(qtbot: QtBot, theme: Theme) -> None:
    chart = TimeChart(theme)
    qtbot.addWidget(chart)
    chart.show_chart(dataclasses.replace(DATA, target=(26.0, 26.0), target_name="Target 26"))
    assert "Target 26" in written(chart)
    assert [26.0, 26.0] in curves(chart)


@pytest.mark.parametrize(
    ("low", "high", "rounds"),
    [
        (20, 60, [20, 30, 40, 50, 60]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (6.8, 9.4, [7, 8, 9]),
        (5, 5, [5]),
    ],
)
def test_grid_lines_stand_at_round_values(low: float, high: float, rounds: list[float]) -> None:
    assert round_values(low, high) == pytest.approx(rounds)


def test_bounds_hold_every_value_and_bars_would_start_at_zero() -> None:
    low, high = DATA.bounds()
    assert low < 26
    assert high > 55
    assert dataclasses.replace(DATA, from_zero=True).bounds()[0] == 0
    assert ChartData("", "", "%", "", ("Q1",), (36.0,)).said(0) == "Q1: 36%"
