from __future__ import annotations

import dataclasses
import random
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from lfjb_desk.domain.formatting import number
from lfjb_desk.ui.charts.data import ChartData, ChartMark, ComparisonLine, Shape, roomy, rounded
from lfjb_desk.ui.charts.frame import apart, round_values, round_words
from lfjb_desk.ui.charts.picture import picture
from lfjb_desk.ui.charts.time_chart import TimeChart
from lfjb_desk.ui.charts.time_words import TimeWords
from lfjb_desk.ui.look.theme import LIGHT, Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.theme import ActiveTheme

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
    beside=(
        ComparisonLine("England", (44.0, 43.0, 39.0, None, None)),
        ComparisonLine("Wales", (None,) * 4 + (41.0,)),
    ),
    marks=(ChartMark(2.2, "A-003"), ChartMark(4.4, "A-005")),
    steps=(ChartMark(0.5, "A new list began, with a reason too long to be written beside it"),),
)


class Recorder(QPainter):
    """A painter that remembers what it wrote."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.written: list[str] = []

    @override
    def drawText(self, *given: Any) -> None:  # type: ignore[override]  # takes all its forms
        self.written.append(str(given[-1]))
        super().drawText(*given)


@pytest.fixture
def written(theme: ActiveTheme) -> Callable[..., list[str]]:
    def write(data: ChartData = DATA, chosen: int | None = None) -> list[str]:
        image = QImage(700, 400, QImage.Format.Format_RGB32)
        painter = Recorder(image)
        TimeWords(data, theme, AREA).paint(painter, chosen)
        painter.end()
        return painter.written

    return write


def colours(chart: TimeChart) -> set[str]:
    """Return every colour that the chart shows."""
    image = chart.grab().toImage()
    rows, columns = range(image.height()), range(image.width())
    return {image.pixelColor(x, y).name().upper() for x in columns for y in rows}


def is_near(colour: QColor, wanted: QColor) -> bool:
    """Tell whether a colour is the wanted one, but for what smooth edges round."""
    parts = (QColor.red, QColor.green, QColor.blue)
    return all(abs(part(colour) - part(wanted)) <= 1 for part in parts)


@pytest.fixture
def chart(qtbot: QtBot, theme: ActiveTheme) -> TimeChart:
    made = TimeChart(theme)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_chart(DATA)
    made.show()
    return made


def test_the_chart_shows_figures_peer_limits_target_and_signals(chart: TimeChart) -> None:
    tokens = {"data", "peer", "limit", "better", "worse", "band", "line", "edge"}
    seen = [QColor(name) for name in colours(chart)]
    missing = {
        token for token in tokens if not any(is_near(one, QColor(LIGHT[token])) for one in seen)
    }
    assert missing == set()


def test_a_chart_shown_after_another_keeps_nothing_of_it(
    qtbot: QtBot, chart: TimeChart, theme: ActiveTheme
) -> None:
    chart.grab()
    other = dataclasses.replace(DATA, values=(90.0, 80.0, 85.0, 87.0, 86.0), lows=(75.0,) * 5)
    chart.show_chart(other)
    fresh = TimeChart(theme)
    qtbot.addWidget(fresh)
    fresh.resize(700, 400)
    fresh.show_chart(other)
    assert chart.grab().toImage() == fresh.grab().toImage()


def test_actions_and_new_limits_stand_under_their_words(theme: ActiveTheme) -> None:
    words = TimeWords(DATA, theme, AREA)
    falls = words.uprights()
    assert [(place, style) for place, _, style in falls] == [
        (0.5, Qt.PenStyle.DashLine),
        (2.2, Qt.PenStyle.DotLine),
        (4.4, Qt.PenStyle.DotLine),
    ]
    assert all(top < words.frame.area.top() for _, top, _ in falls)


def test_what_is_drawn_stands_where_the_words_expect_it(qtbot: QtBot, chart: TimeChart) -> None:
    for size in ((700, 400), (913, 307)):
        chart.resize(*size)
        image = chart.grab().toImage()
        words = chart._words
        assert words is not None
        view = chart.getViewBox()
        assert view.geometry() == words.frame.area
        assert view.mapViewToScene(QPointF(3, 47)) == words.frame.point(3, 47)
        at = words.frame.point(3, 47).toPoint()
        assert image.pixelColor(at).name().upper() == LIGHT["better"]


def test_lines_are_named_where_they_end(written: Callable[..., list[str]]) -> None:
    words = written()
    assert "46 Northwick" in words
    assert "Target 26 to 30" in words
    assert "Average 50" in words
    assert "Upper trial limit 56" in words
    assert "England 39" in words
    assert "Wales 41" in words
    assert "A-003" in words
    assert "A-005" in words
    assert any(text.startswith("A new list began") for text in words)
    assert "Lower limit 48" in written(dataclasses.replace(DATA, trial=()))


def test_a_line_that_ended_long_ago_is_named_where_it_ended(
    written: Callable[..., list[str]],
) -> None:
    early = ComparisonLine("Wales", (44.0, 43.0, None, None, None))
    assert "Wales 43" in written(dataclasses.replace(DATA, beside=(early,)))


def test_actions_closed_close_together_are_not_written_over_each_other(
    written: Callable[..., list[str]],
) -> None:
    long = "A-%03d, a long title that fills the chart"
    marks = tuple(ChartMark(2 + n / 10, long % n) for n in range(3))
    assert written(dataclasses.replace(DATA, marks=marks)).count(long % 1) == 0


def test_a_chosen_point_is_named_even_where_it_is_a_gap(
    written: Callable[..., list[str]],
) -> None:
    assert "Q5: 46 weeks" in written(chosen=4)
    assert "Q2: no figure" in written(chosen=1)


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


def test_a_click_chooses_the_point_above_or_below_it(qtbot: QtBot, chart: TimeChart) -> None:
    words = chart._words
    assert words is not None
    at = QPoint(round(words.frame.x(3)), 200)
    with qtbot.waitSignal(chart.walked) as walked:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert walked.args == [3]
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert chart.chosen() == 3
    assert words.place_at(QPointF(-50, 0)) is None


def test_neither_wheel_nor_mouse_moves_what_is_drawn(qtbot: QtBot, chart: TimeChart) -> None:
    before = chart.getViewBox().viewRange()
    at, view = QPointF(300, 200), chart.viewport()
    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase, down, inverted = Qt.ScrollPhase.NoScrollPhase, QPoint(0, -120), False
    wheel = QWheelEvent(at, at, down, down, nothing, none, phase, inverted)
    QApplication.sendEvent(view, wheel)
    assert not wheel.isAccepted()
    for key in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        qtbot.mousePress(view, key, pos=QPoint(300, 200))
        qtbot.mouseMove(view, QPoint(350, 250))
        qtbot.mouseRelease(view, key, pos=QPoint(350, 250))
    assert chart.getViewBox().viewRange() == before
    assert QApplication.activePopupWidget() is None


def test_the_first_label_stays_inside_the_chart(chart: TimeChart) -> None:
    chart.show_chart(ChartData("", "", "", "", ("A period with a long name",) * 40, (1.0,) * 40))
    chart.resize(300, 200)
    axis, image = chart.getAxis("bottom"), QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    assert texts
    assert min(axis.mapRectToScene(rect).left() for rect, _, _ in texts) >= 0


def test_the_chart_follows_the_theme(chart: TimeChart, theme: ActiveTheme) -> None:
    light = chart.grab().toImage()
    theme.apply(Look.DARK)
    assert chart.grab().toImage() != light
    theme.apply(Look.LIGHT)


def test_a_chart_without_a_figure_is_drawn_empty(
    qtbot: QtBot, theme: ActiveTheme, written: Callable[..., list[str]]
) -> None:
    bare = TimeChart(theme)
    qtbot.addWidget(bare)
    qtbot.keyClick(bare, Qt.Key.Key_Left)
    qtbot.mouseClick(bare.viewport(), Qt.MouseButton.LeftButton)
    assert bare.chosen() is None
    assert not bare.grab().isNull()
    empty = ChartData("Nothing", "No figure yet.", "%", "Northwick", (), ())
    assert "Northwick" not in " ".join(written(empty))
    bare.show_chart(empty)
    assert not bare.grab().isNull()
    assert TimeWords(empty, theme, AREA).place_at(QPointF(350, 200)) is None


def test_a_saved_picture_is_white_whatever_the_window_wears(theme: ActiveTheme) -> None:
    theme.apply(Look.DARK)
    image = picture(DATA, theme, ("46 weeks", "Northwick", "Invented file"), QSize(400, 300))
    theme.apply(Look.LIGHT)
    assert (image.width(), image.height()) == (800, 600)
    assert image.pixelColor(1, 1).name().upper() == LIGHT["surface"]
    assert image.text("Title") == "46 weeks"
    assert image.text("Description") == DATA.summary
    seen = {image.pixelColor(x, y).name().upper() for x in range(800) for y in range(150, 500)}
    assert {LIGHT["data"], LIGHT["worse"], LIGHT["band"], LIGHT["limit"]} <= seen


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


def test_a_percentage_is_said_without_a_gap() -> None:
    assert ChartData("", "", "%", "", ("Q1",), (36.0,)).sentence_at(0) == "Q1: 36%"


def test_a_figure_on_the_screen_is_rounded_as_in_every_sentence() -> None:
    draw = random.Random(1)  # noqa: S311 - made values, not secrets
    exact = [Decimal(draw.randrange(10_000)).scaleb(-draw.randrange(4)) for _ in range(1_000)]

    for decimals in range(3):
        for value in (*exact, Decimal("46.5"), Decimal("47.47"), Decimal("0.125")):
            assert rounded(float(value), decimals) == number(value, decimals)


def test_lines_finer_than_a_hundredth_are_named_in_full() -> None:
    assert round_words(round_values(0.001, 0.006)) == ["0.002", "0.004", "0.006"]
