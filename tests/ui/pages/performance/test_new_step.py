"""New limits of a measure: from which day they are proposed, and what a day that is idle says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import added, change
from tests.ui.pages.hands import press, words
from tests.ui.pages.performance.test_performance import FILE, WEEKS
from tests.ui.pages.performance.test_performance_measure import FALLEN, quarters

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(performance_page: PerformancePage, database: Database) -> PerformancePage:
    """The page of a measure that has fallen in Essex and Suffolk."""
    rows = [added(FILE), *map(added, quarters(WEEKS, database, "ESST", FALLEN))]
    performance_page.desk.history.do(lambda: change("Invented figures", None, rows))
    performance_page.open("measure")
    return performance_page


def test_a_new_step_begins_with_the_chosen_figure_and_a_day_that_changes_nothing_is_said(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted
) -> None:
    page.measure.pills._choose("settings")
    series = page.measure.series
    assert series is not None
    dialogs.forms += [{"reason": "Invented list began"}, {"reason": "Another"}]
    press(qtbot, page, "New step")
    assert [step.starts for step in page.measure.chart_settings._steps] == [series.latest.start]
    data = page.measure.chart_card.chart.shown()
    assert data is not None
    assert [mark.text for mark in data.steps] == ["Invented list began"]
    page.measure.figures.choose(8)
    press(qtbot, page, "New step")
    days = [step.starts for step in page.measure.chart_settings._steps]
    assert sorted(days) == [series.points[8].start, series.latest.start]

    starts = dialogs.views[-1].fields["starts"]
    starts.give(series.latest.start + timedelta(days=1))
    late = "No figure begins on this day or later, so nothing changes yet."
    assert late in starts.echo().text()
    starts.give(series.points[0].start)
    assert "Every figure begins on this day or later" in starts.echo().text()
    starts.give(series.points[1].start)
    assert "figure" not in starts.echo().text()

    dialogs.forms.append({"starts": page.desk.context.today, "reason": "To come"})
    assert late not in words(page.measure.chart_settings)
    press(qtbot, page, "New step")
    assert late in words(page.measure.chart_settings), "it is said of the step that is kept, too"
