"""What papers say of when figures were imported and how old they are, and limits beside them."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.read_models.drivers import MeasureProgress
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.papers.drivers import drivers_paper
from lfjb_desk.papers.parts.report_data import BoardReportData, DriversReportData
from lfjb_desk.papers.parts.series_chart import chart
from lfjb_desk.papers.parts.sources import source
from tests.analysis.restating import restated
from tests.papers.conftest import MakeSeries, texts
from tests.papers.test_drivers_and_terms import SIX, bare


def test_files_imported_on_several_days_have_each_its_own(make_series: MakeSeries) -> None:
    series = make_series("53", "56", "54")
    days = (date(2026, 11, 12), date(2026, 11, 12), date(2026, 11, 30))
    points = tuple(
        replace(point, source=CellSource(name, "S", "B7", day))
        for point, name, day in zip(
            series.points, ("a.xlsx", "b.xlsx", "c.xlsx"), days, strict=True
        )
    )
    assert source(series, points) == (
        "Source: Cafcass. a.xlsx (imported 12 November 2026), sheet S, cell B7; "
        "b.xlsx (imported 12 November 2026), sheet S, cell B7; "
        "c.xlsx (imported 30 November 2026), sheet S, cell B7."
    )
    longer = make_series("53", "56", "54", "55", "56")
    many = tuple(
        replace(point, source=CellSource(f"{at}.xlsx", "S", "B7", date(2026, 11, at)))
        for at, point in enumerate(longer.points, 10)
    )
    assert source(longer, many).endswith(
        "14.xlsx, sheet S, cell B7. Imported from 10 November 2026 to 14 November 2026."
    )


def test_any_figure_drawn_beyond_a_limit_reads_unlike_it(make_series: MakeSeries) -> None:
    values = [*[50, 51] * 6, 53.3, *[50, 51] * 2, 50]
    control = xmr.chart(values, direction="decrease", fix_after_n_points=12)
    limit = control.upl[-1]
    assert limit is not None
    assert 52.5 < limit < 53.3, "both read 53 in whole weeks"
    series = restated(make_series(*map(str, values)), control=control)
    assert chart(series, ()).decimals == 1


@pytest.mark.parametrize("figures", [SIX, SIX[:2]], ids=["drawn", "in a table"])
def test_a_driver_says_how_old_its_newest_figure_is(
    board: BoardReportData, make_series: MakeSeries, figures: tuple[str, ...]
) -> None:
    age = "The newest figure is for a period that ended 32 months ago."
    made = make_series(*figures)
    series = replace(made, narrative=replace(made.narrative, age=(age,)))
    line = MeasureProgress(
        uuid4(), series.measure, series, series.points[0], series.latest, sentence=""
    )
    severe = replace(bare(severity=4), measures=(line,))
    paper = texts(drivers_paper(DriversReportData(board, None, None, (severe,))))
    assert sum(age in text for text in paper) == 1
