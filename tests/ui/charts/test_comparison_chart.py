from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from lfjb_desk.ui.charts.comparison_chart import ComparedPoint, ComparisonChart, ComparisonData

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.theme import ActiveTheme

FUNNEL = ComparisonData(
    title="Finished within 26 weeks, Q2",
    summary="All lie within the limits. The places are in the table.",
    unit="%",
    base_name="Cases behind the figure",
    marks=(
        ComparedPoint("Eastmoor", 30.0, 100.0),
        ComparedPoint("Northwick", 40.0, 50.0, own=True),
        ComparedPoint("Westbury", 35.0, 80.0, named=True),
    ),
    centre=34.0,
    centre_name="England",
    curve=((50.0, 20.0, 48.0), (100.0, 25.0, 43.0)),
)
RANGE = dataclasses.replace(FUNNEL, curve=(), middle=(32.0, 38.0), unit="weeks", decimals=1)


@pytest.fixture
def chart(qtbot: QtBot, theme: ActiveTheme) -> ComparisonChart:
    made = ComparisonChart(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_chart(FUNNEL)
    made.show()
    return made


def test_a_funnel_sets_places_by_what_stands_behind_their_figures(chart: ComparisonChart) -> None:
    first, own, other = chart.points()
    assert own.x() < other.x() < first.x()
    assert own.y() < other.y() < first.y()


def test_a_range_sets_places_in_the_order_of_their_names(chart: ComparisonChart) -> None:
    chart.show_chart(RANGE)
    points = chart.points()
    assert [point.x() for point in points] == sorted(point.x() for point in points)
    assert RANGE.sentence_at(0) == "Eastmoor: 30.0 weeks"


@pytest.mark.parametrize("data", [FUNNEL, RANGE])
def test_each_place_is_walked_to_and_said(
    qtbot: QtBot, chart: ComparisonChart, data: ComparisonData
) -> None:
    walked: list[int] = []
    chart.walked.connect(walked.append)
    chart.show_chart(data)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        qtbot.keyClick(chart, key)
    assert walked == [0, 1, 0]
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert walked[-1] == 2
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert walked[-1] == 0
    assert chart.accessibleDescription().startswith("Eastmoor: 30")
    assert not chart.grab().isNull()
    chart.choose(None)
    assert chart.accessibleDescription() == data.summary


def test_a_click_chooses_the_place_under_it_and_nothing_beside_it(
    qtbot: QtBot, chart: ComparisonChart
) -> None:
    at = chart.points()[2].toPoint()
    with qtbot.waitSignal(chart.walked) as walked:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert walked.args == [2]
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chart.accessibleDescription().startswith("Westbury: 35%")


def test_an_empty_comparison_is_drawn_empty(
    qtbot: QtBot, theme: ActiveTheme, unnamed: Callable[[QWidget], list[str]]
) -> None:
    bare = ComparisonChart(theme)
    qtbot.addWidget(bare)
    qtbot.keyClick(bare, Qt.Key.Key_Right)
    qtbot.mouseClick(bare.viewport(), Qt.MouseButton.LeftButton)
    bare.choose(0)
    assert bare.shown() is None
    bare.show_chart(dataclasses.replace(RANGE, marks=(), centre=None, middle=None))
    assert not bare.grab().isNull()
    assert unnamed(bare) == []
