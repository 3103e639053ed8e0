"""What a picture of a chart takes with it: it may go anywhere, so nothing restricted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.domain.read_models.figures.series import ActionMark
from lfjb_desk.ui.pages.performance.series_charts import chart_of

if TYPE_CHECKING:
    from lfjb_desk.ui.pages.performance.page import PerformancePage


@pytest.mark.parametrize("restricted", [False, True])
def test_a_mark_of_a_restricted_action_is_seen_and_not_pictured(
    performance_page: PerformancePage, *, restricted: bool
) -> None:
    performance_page.renew()
    loaded = performance_page.choice.figures.series
    series = max(loaded, key=lambda each: len(each.points))
    day = series.points[-1].start
    mark = ActionMark(uuid4(), "ESST-A-901", "Invented", day, restricted=restricted)
    card = performance_page.measure.chart_card
    shown = replace(series, marks=(mark,))
    card.show_series(shown, chart_of(shown))
    seen, pictured = card.chart.shown(), card.pictured()
    assert seen is not None
    assert pictured is not None
    assert [each.text for each in seen.marks] == ["ESST-A-901"]
    assert [each.text for each in pictured.marks] == ([] if restricted else ["ESST-A-901"])
