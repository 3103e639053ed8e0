"""What the charts draw of a series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF

from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.formatting import short_month, short_months
from lfjb_desk.ui.look.theme import Size
from lfjb_desk.ui.pages.performance.series_charts import chart_of, legend_of
from tests.analysis.restating import restated
from tests.ui.pages.performance.test_performance import FILE, WEEKS
from tests.ui.pages.performance.test_performance_measure import FALLEN, quarters

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage


def shown_series(page: PerformancePage, database: Database, values: list[int]) -> Series:
    """Return the series of a measure as the board shows it, with these invented figures."""
    rows = [added(FILE), *map(added, quarters(WEEKS, database, "ESST", values))]
    page.desk.history.do(lambda: change("Invented figures", None, rows))
    page.open_board()
    return next(card.series for card in page.board.multiples.cards if card.series.name == WEEKS)


@pytest.mark.parametrize("marker", ["[e1]", "[P]", "[r, p]"])
def test_a_figure_that_may_yet_change_is_dashed_however_its_marker_is_written(
    performance_page: PerformancePage, database: Database, marker: str
) -> None:
    series = shown_series(performance_page, database, FALLEN)
    first, *others = series.points
    marked = replace(first, marker=marker)
    data = chart_of(replace(series, points=(marked, *others)))
    assert data.unsettled == (True, *(False,) * 20, True)


@pytest.mark.parametrize(
    ("many", "lines"),
    [(1, ""), (12, "― average  ┈ trial limits"), (14, "― average  ╌ limits")],
)
def test_the_legend_explains_what_is_drawn_and_an_average_needs_two_figures(
    performance_page: PerformancePage, database: Database, many: int, lines: str
) -> None:
    series = shown_series(performance_page, database, FALLEN[:many])
    trimmed = restated(series, points=series.points[-many:])
    data = chart_of(trimmed)
    assert any(data.means) == (many > 1)
    assert legend_of([trimmed]).endswith(lines)
    assert ("average" in legend_of([trimmed])) == (many > 1)


def test_the_legend_stands_over_the_cards(
    performance_page: PerformancePage, database: Database
) -> None:
    shown_series(performance_page, database, FALLEN)
    legend = performance_page.board.window_words.text()
    assert legend.startswith("All charts: ")
    assert legend.endswith("  ♦ better  ■ worse  ― average  ╌ limits"), "and no trial limits"


def test_a_card_says_its_period_in_the_room_that_there_is(
    performance_page: PerformancePage, database: Database
) -> None:
    shown_series(performance_page, database, FALLEN)
    cards = performance_page.board.multiples.cards
    card = next(each for each in cards if each.series.name == WEEKS)
    *earlier, newest = card.series.points
    newest = replace(newest, label="April to June 2026")
    card.series = replace(card.series, points=(*earlier, newest))
    room = {words: card._theme.px(width) for width, words in ((300, "long"), (60, "short"))}
    assert card.period_for(room["long"]) == "April to June 2026"
    assert card.period_for(room["short"]) == f"to {short_month(newest.end)}", "three months"
    whole = QFontMetricsF(card._theme.font(Size.SMALL)).horizontalAdvance("April to June 2026")
    assert card.period_for(int(whole) - 1) == short_months(newest.start, newest.end)
