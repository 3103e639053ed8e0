from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from lfjb_desk.ui.charts.data import Level, LineData, LineKind, Shape
from lfjb_desk.ui.charts.small_chart import SmallChart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.theme import ActiveTheme

DATA = LineData(
    places=(0.0, 0.25, 0.5, 0.75, 1.0),
    values=(5.0, None, 7.0, None, 6.0),
    shapes=(Shape.COMMON, Shape.COMMON, Shape.WORSE, Shape.COMMON, Shape.COMMON),
    unsettled=(False,) * 5,
    levels=(
        Level(LineKind.AVERAGE, (6.0,) * 5),
        Level(LineKind.LIMIT, (4.0,) * 5),
        Level(LineKind.LIMIT, (8.0,) * 5),
    ),
)


def painted(chart: SmallChart) -> set[str]:
    image = chart.grab().toImage()
    rows, columns = range(image.height()), range(image.width())
    return {image.pixelColor(x, y).name() for x in columns for y in rows}


def made(qtbot: QtBot, theme: ActiveTheme, data: LineData) -> SmallChart:
    chart = SmallChart(theme, data, "Small chart of an invented measure")
    qtbot.addWidget(chart)
    chart.resize(120, 60)
    chart.show()
    return chart


def test_a_figure_between_two_gaps_is_still_seen(qtbot: QtBot, theme: ActiveTheme) -> None:
    colours = painted(made(qtbot, theme, DATA))
    assert QColor(theme.colour("worse")).name() in colours
    assert QColor(theme.colour("data")).name() in colours


def test_a_chart_without_figures_is_drawn_empty(qtbot: QtBot, theme: ActiveTheme) -> None:
    chart = made(qtbot, theme, LineData(()))
    assert QColor(theme.colour("data")).name() not in painted(chart)
    assert chart.accessibleName() == "Small chart of an invented measure"
