"""What the charts draw of a series."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import added, change
from lfjb_desk.ui.pages.performance.series_charts import chart_of
from tests.ui.pages.performance.test_performance import FILE, WEEKS
from tests.ui.pages.performance.test_performance_measure import FALLEN, quarters

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage


@pytest.mark.parametrize("marker", ["[e1]", "[P]", "[r, p]"])
def test_a_figure_that_may_yet_change_is_dashed_however_its_marker_is_written(
    performance_page: PerformancePage, database: Database, marker: str
) -> None:
    rows = [added(FILE), *map(added, quarters(WEEKS, database, "ESST", FALLEN))]
    performance_page.desk.history.do(lambda: change("Invented figures", None, rows))
    performance_page.open_board()
    cards = performance_page.board.multiples.cards
    series = next(card.series for card in cards if card.series.measure.name == WEEKS)
    first, *others = series.points
    marked = dataclasses.replace(first, marker=marker)
    data = chart_of(dataclasses.replace(series, points=(marked, *others)))
    assert data.unsettled == (True, *(False,) * 20, True)
