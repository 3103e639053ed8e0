"""The one painter of a line: its gaps, dashes, points, levels and the band of its target."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lfjb_desk.ui.charts.data import (
    ChartData,
    ComparisonLine,
    Level,
    LineData,
    LineKind,
    Shape,
    flats,
    limit_levels,
    runs,
)
from lfjb_desk.ui.charts.frame import PlotFrame
from lfjb_desk.ui.charts.line import (
    LineLook,
    LinePainter,
    figure_strokes,
    level_strokes,
    plotted_points,
)

if TYPE_CHECKING:
    from lfjb_desk.ui.look.theme import ActiveTheme

LINE = LineData(
    values=(52.0, None, 55.0, 47.0, 46.0),
    shapes=(Shape.COMMON, Shape.COMMON, Shape.WORSE, Shape.COMMON, Shape.COMMON),
    unsettled=(False, False, False, False, True),
    levels=(Level(LineKind.AVERAGE, (50.0,) * 5),),
    band=(None, (26.0, 28.0), (26.0, 28.0), (26.0, 30.0), (26.0, 30.0)),
    beside=((44.0, 43.0, 39.0, None, 41.0),),
)


def kinds(data: LineData) -> list[tuple[LineKind, list[float], bool]]:
    return [
        (stroke.kind, [place for place, _ in stroke.points], stroke.changing)
        for stroke in figure_strokes(data)
    ]


def test_a_gap_breaks_a_line_and_what_may_change_is_dashed() -> None:
    assert kinds(LINE) == [
        (LineKind.PEER, [0, 1, 2], False),
        (LineKind.FIGURES, [2, 3], False),
        (LineKind.FIGURES, [3, 4], True),
    ]
    assert kinds(replace(LINE, unsettled=(), beside=())) == [(LineKind.FIGURES, [2, 3, 4], False)]
    assert kinds(replace(LINE, unsettled=(True,) * 5, beside=())) == [
        (LineKind.FIGURES, [2, 3, 4], True)
    ]


def test_a_large_chart_marks_every_figure_and_no_gap() -> None:
    own = [one for one in plotted_points(LINE, every=True) if one.kind is LineKind.FIGURES]
    assert [(point.place, point.value) for point in own] == [
        (0, 52.0),
        (2, 55.0),
        (3, 47.0),
        (4, 46.0),
    ]
    assert [point.shape for point in own] == [
        Shape.COMMON,
        Shape.WORSE,
        Shape.COMMON,
        Shape.COMMON,
    ]
    assert [point.newest for point in own] == [False, False, False, True]


def test_a_small_chart_marks_signals_the_newest_and_what_stands_alone() -> None:
    points = plotted_points(LINE)
    assert [(point.kind, point.place) for point in points] == [
        (LineKind.PEER, 4),
        (LineKind.FIGURES, 0),
        (LineKind.FIGURES, 2),
        (LineKind.FIGURES, 4),
    ]


def test_a_level_reaches_over_its_periods_and_ends_at_gaps_and_at_other_values() -> None:
    levels = (Level(LineKind.LIMIT, (1.0, 1.0, None, 1.0, 2.0)),)
    strokes = level_strokes(replace(LINE, levels=levels), 0.5)
    assert [stroke.points for stroke in strokes] == [
        ((-0.5, 1.0), (1.5, 1.0)),
        ((2.5, 1.0), (3.5, 1.0)),
        ((3.5, 2.0), (4.5, 2.0)),
    ]
    assert flats((1.0, 1.0, None, 1.0, 2.0)) == [(0, 1, 1.0), (3, 3, 1.0), (4, 4, 2.0)]
    assert runs((None, 3.0, None)) == [[(1, 3.0)]]


def test_trial_limits_are_levels_of_their_own() -> None:
    found = limit_levels((4.0, 4.0), (8.0, 8.0), (True, False))
    assert [(level.kind, level.values) for level in found] == [
        (LineKind.LIMIT, (None, 4.0)),
        (LineKind.TRIAL, (4.0, None)),
        (LineKind.LIMIT, (None, 8.0)),
        (LineKind.TRIAL, (8.0, None)),
    ]
    assert [level.values for level in limit_levels((4.0,), (8.0,), ())] == [
        (4.0,),
        (None,),
        (8.0,),
        (None,),
    ]


def test_a_chart_gives_all_that_it_draws_to_the_painter() -> None:
    data = ChartData(
        *("Title", "Summary", "weeks", "Northwick"),
        labels=("Q1", "Q2"),
        values=(5.0, 6.0),
        means=(5.5, 5.5),
        lows=(4.0, 4.0),
        highs=(8.0, 8.0),
        target_lows=(None, 3.0),
        target_highs=(9.0, 9.0),
        beside=(ComparisonLine("England", (7.0, 7.0)),),
    )
    line = data.line()
    assert line.band == (None, (3.0, 9.0))
    assert line.beside == ((7.0, 7.0),)
    drawn = [stroke.kind for stroke in level_strokes(line)]
    assert drawn == [
        LineKind.AVERAGE,
        LineKind.TARGET,
        LineKind.TARGET,
        LineKind.LIMIT,
        LineKind.LIMIT,
    ]


def test_a_part_of_a_line_keeps_what_belongs_to_its_periods() -> None:
    part = LINE.part((2, 4), (0.0, 1.0))
    assert (part.values, part.shapes) == ((55.0, 46.0), (Shape.WORSE, Shape.COMMON))
    assert (part.unsettled, part.places) == ((False, True), (0.0, 1.0))
    assert part.levels[0].values == (50.0, 50.0)
    assert (part.band, part.beside) == (((26.0, 28.0), (26.0, 30.0)), ((39.0, 41.0),))


def test_a_bare_line_keeps_only_the_signal_of_its_newest_figure() -> None:
    signals = (Shape.WORSE, Shape.COMMON, Shape.WORSE, Shape.BETTER, Shape.HIGH)
    ended = replace(LINE, values=(52.0, None, 55.0, 47.0, None), shapes=signals)
    assert ended.bare().shapes == (*(Shape.COMMON,) * 3, Shape.BETTER, Shape.COMMON)
    assert ended.bare().levels == ()


@pytest.mark.parametrize(
    ("data", "token"),
    [
        (LINE, "data"),
        (LINE, "worse"),
        (LINE, "peer"),
        (LINE, "limit"),
        (LINE, "band"),
        (replace(LINE, levels=(Level(LineKind.TARGET, (40.0,) * 5),)), "better"),
        (replace(LINE, levels=(Level(LineKind.TRIAL, (40.0,) * 5),)), "limit"),
    ],
)
def test_what_belongs_to_a_line_is_seen(theme: ActiveTheme, data: LineData, token: str) -> None:
    assert theme.colour(token).name() in painted(theme, data)


def test_without_figures_nothing_is_painted(theme: ActiveTheme) -> None:
    assert painted(theme, LineData((None, None))) == {"#ffffff"}


def painted(theme: ActiveTheme, data: LineData) -> set[str]:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    frame = PlotFrame(QRectF(10, 10, 280, 180), -0.5, 4.5, 20.0, 60.0)
    LinePainter(data, frame, theme, LineLook(level_reach=0.5, every_point=True)).paint(painter)
    painter.end()
    return {image.pixelColor(x, y).name() for x in range(300) for y in range(200)}
