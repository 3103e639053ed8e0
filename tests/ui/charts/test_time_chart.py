from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from typing_extensions import override

from lfjb_desk.ui.charts.data import ChartData, Line, Mark, Shape, levels, roomy
from lfjb_desk.ui.charts.frame import apart, round_values, round_words
from lfjb_desk.ui.charts.picture import picture
from lfjb_desk.ui.charts.time_chart import TimeChart
from lfjb_desk.ui.charts.time_painter import TimePainter
from lfjb_desk.ui.theme import LIGHT, Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.theme import Theme

AREA = QRectF(0, 0, 700, 400)
DATA = ChartData(
    title="Care cases have shortened",
    summary="From 52 to 46 weeks. The table Figures holds every value.",
    unit="weeks",
    name="Northwick",
    labels=("Q1", "Q2", "Q3", "Q4", "Q5"),
    values=(52.0, None, 55.0, 47.0, 46.0),
    shapes=(Shape.COMMON, Shape.COMMON, Shape.WORSE, Shape.BETTER, Shape.LOW),
    unsettled=(False, False, False, False, True),
    means=(50.0,) * 5,
    lows=(48.0,) * 5,
    highs=(56.0,) * 5,
    trial=(True,) * 5,
    target_lows=(None, 26.0, 26.0, 26.0, 26.0),
    target_highs=(None, 28.0, 28.0, 30.0, 30.0),
    target_name="Target 26 to 30",
    beside=(Line("England", (44.0, 43.0, 39.0, None, None)), Line("Wales", (None,) * 4 + (41.0,))),
    marks=(Mark(2.2, "A-003"), Mark(4.4, "A-005")),
    steps=(Mark(0.5, "A new list began, with a reason too long to be written beside it"),),
)


class Recorder(QPainter):
    """A painter that remembers what it wrote, and how it drew its lines."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.written: list[str] = []
        self.polylines: list[tuple[int, Qt.PenStyle]] = []
        self.ellipses = 0
        self.polygons: list[int] = []

    @override
    def drawText(self, *given: Any) -> None:  # type: ignore[override]  # takes all its forms
        self.written.append(str(given[-1]))
        super().drawText(*given)

    @override
    def drawPolyline(self, *given: Any) -> None:
        self.polylines.append((len(given[0]), self.pen().style()))
        super().drawPolyline(*given)

    @override
    def drawEllipse(self, *given: Any) -> None:
        self.ellipses += 1
        super().drawEllipse(*given)

    @override
    def drawPolygon(self, *given: Any) -> None:
        self.polygons.append(len(given[0]))
        super().drawPolygon(*given)


@pytest.fixture
def drawn(theme: Theme) -> Callable[..., Recorder]:
    images: list[QImage] = []

    def draw(data: ChartData = DATA, chosen: int | None = None) -> Recorder:
        images.append(QImage(700, 400, QImage.Format.Format_RGB32))
        painter = Recorder(images[-1])
        TimePainter(data, theme, AREA).paint(painter, chosen)
        painter.end()
        return painter

    return draw


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TimeChart:
    made = TimeChart(theme)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_chart(DATA)
    made.show()
    return made


def test_a_missing_figure_breaks_the_line_and_has_no_point(
    drawn: Callable[..., Recorder],
) -> None:
    seen = drawn(dataclasses.replace(DATA, unsettled=(), beside=(), marks=()))
    assert seen.polylines == [(1, Qt.PenStyle.SolidLine), (3, Qt.PenStyle.SolidLine)]
    assert seen.ellipses + len(seen.polygons) == 4


def test_the_line_is_dashed_towards_a_figure_that_may_change(
    drawn: Callable[..., Recorder],
) -> None:
    seen = drawn(dataclasses.replace(DATA, beside=()))
    assert seen.polylines[1:] == [(2, Qt.PenStyle.SolidLine), (2, Qt.PenStyle.DashLine)]


def test_a_signal_has_another_shape_and_not_only_another_colour(
    drawn: Callable[..., Recorder],
) -> None:
    seen = drawn(dataclasses.replace(DATA, marks=(), beside=()))
    assert (seen.ellipses, seen.polygons) == (1, [4, 4, 3])


def test_lines_are_named_where_they_end(drawn: Callable[..., Recorder]) -> None:
    written = drawn().written
    assert "46 Northwick" in written
    assert "Target 26 to 30" in written
    assert "Average 50.0" in written
    assert "Upper trial limit 56.0" in written
    assert "England 39" in written
    assert "Wales 41" in written
    assert "A-003" in written
    assert "A-005" in written
    assert any(text.startswith("A new list began") for text in written)
    firm = drawn(dataclasses.replace(DATA, trial=())).written
    assert "Lower limit 48.0" in firm


def test_actions_closed_close_together_are_not_written_over_each_other(
    drawn: Callable[..., Recorder],
) -> None:
    long = "A-%03d, a long title that fills the chart"
    marks = tuple(Mark(2 + n / 10, long % n) for n in range(3))
    assert drawn(dataclasses.replace(DATA, marks=marks)).written.count(long % 1) == 0


def test_a_chosen_point_is_named_even_where_it_is_a_gap(drawn: Callable[..., Recorder]) -> None:
    assert "Q5: 46 weeks" in drawn(chosen=4).written
    assert "Q2: no figure" in drawn(chosen=1).written


def test_the_chart_has_a_name_and_points_to_its_table(
    chart: TimeChart, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert chart.accessibleName() == "Care cases have shortened"
    assert "The table Figures" in chart.accessibleDescription()
    assert chart.shown() is DATA
    assert unnamed(chart) == []


def test_arrow_keys_walk_the_points_and_say_each(qtbot: QtBot, chart: TimeChart) -> None:
    walked: list[int] = []
    chart.walked.connect(walked.append)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription().startswith("Q5: 46 weeks.")
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription().startswith("Q2: no figure.")
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("Q3: 55 weeks.")
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert walked == [4, 3, 2, 1, 2, 0, 4]
    assert chart.chosen() == 4
    chart.choose(None)
    assert chart.accessibleDescription() == DATA.summary


def test_a_click_chooses_the_point_above_or_below_it(
    qtbot: QtBot, chart: TimeChart, theme: Theme
) -> None:
    painter = TimePainter(DATA, theme, QRectF(chart.rect()).adjusted(2, 2, -2, -2))
    at = QPoint(round(painter.frame.x(3)), 200)
    with qtbot.waitSignal(chart.walked) as walked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert walked.args == [3]
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert chart.chosen() == 3
    assert painter.place_at(QPointF(-50, 0)) is None


def test_the_chart_follows_the_theme(chart: TimeChart, theme: Theme) -> None:
    light = chart.grab().toImage()
    theme.apply(Look.DARK)
    assert chart.grab().toImage() != light
    theme.apply(Look.LIGHT)


def test_a_chart_without_a_figure_is_drawn_empty(
    qtbot: QtBot, theme: Theme, drawn: Callable[..., Recorder]
) -> None:
    bare = TimeChart(theme)
    qtbot.addWidget(bare)
    qtbot.keyClick(bare, Qt.Key.Key_Left)
    qtbot.mouseClick(bare, Qt.MouseButton.LeftButton)
    assert bare.chosen() is None
    assert not bare.grab().isNull()
    empty = ChartData("Nothing", "No figure yet.", "%", "Northwick", (), ())
    assert "Northwick" not in " ".join(drawn(empty).written)
    assert TimePainter(empty, theme, AREA).place_at(QPointF(350, 200)) is None


def test_a_saved_picture_is_white_whatever_the_window_wears(theme: Theme) -> None:
    theme.apply(Look.DARK)
    image = picture(DATA, theme, ("46 weeks", "Northwick", "Invented file"), QSize(400, 300))
    theme.apply(Look.LIGHT)
    assert (image.width(), image.height()) == (800, 600)
    assert image.pixelColor(1, 1).name().upper() == LIGHT["surface"]
    assert image.text("Title") == "46 weeks"
    assert image.text("Description") == DATA.summary


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


def test_round_values_are_written_with_as_few_decimals_as_they_need() -> None:
    assert round_words([0.0, 2.0]) == ["0", "2"]
    assert round_words([0.0, 0.5]) == ["0.0", "0.5"]
    assert round_words([0.25]) == ["0.25"]


def test_names_that_would_cover_each_other_are_moved_apart() -> None:
    assert apart([10, 12, 100], 10, 0, 100) == [10, 20, 100]
    assert apart([95, 98, 5], 10, 0, 100) == [90, 100, 5]
    assert apart([], 10, 0, 100) == []


def test_bounds_hold_every_value_with_a_little_room() -> None:
    low, high = DATA.bounds()
    assert low < 26
    assert high > 56
    assert roomy([]) == (0.0, 1.1)
    assert roomy([5, 100])[0] == 0.0


def test_levels_end_at_gaps_and_at_other_values() -> None:
    assert levels((1.0, 1.0, None, 1.0, 2.0)) == [(0, 1, 1.0), (3, 3, 1.0), (4, 4, 2.0)]


def test_a_percentage_is_said_without_a_gap() -> None:
    assert ChartData("", "", "%", "", ("Q1",), (36.0,)).said(0) == "Q1: 36%"
