"""What stands in words beside a chart: its alternative text, and where the nation was read."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.blocks import ChartSeries, SeriesKind, Title
from lfjb_desk.domain.figures.figures import Target
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.papers.parts.common import paper
from lfjb_desk.papers.parts.figure_table import table
from lfjb_desk.papers.parts.report_data import BoardReportData
from lfjb_desk.papers.parts.series_chart import chart
from lfjb_desk.papers.parts.sources import source
from lfjb_desk.word.writing.engine import write
from tests.analysis.restating import restated
from tests.papers.conftest import MakeSeries

TEMPLATE = Path(__file__).parents[2] / "templates" / "house.docx"
VALUES = (53, 54, 52, 53, 55, 52, 53, 54, 52, 53, 54, 53)


def limited(make_series: MakeSeries) -> Series:
    control = xmr.chart(VALUES, direction="decrease")
    return restated(make_series(*map(str, VALUES)), control=control)


def newest(lines: tuple[ChartSeries, ...], name: str) -> Decimal:
    value = next(line.values[-1] for line in lines if line.name == name)
    assert value is not None
    return value


def test_the_words_of_a_chart_give_the_average_the_limits_and_the_target_that_it_draws(
    make_series: MakeSeries, target: Target
) -> None:
    drawn = chart(replace(limited(make_series), target=target), ())
    assert newest(drawn.series, "Average").quantize(Decimal(1)) == Decimal(53)
    assert "Average 53, limits 49 to 57. Target at most 26 weeks." in drawn.alt
    assert len(drawn.alt) <= 250


def test_a_limit_that_is_not_drawn_is_not_given(make_series: MakeSeries) -> None:
    low = tuple(1 + place % 3 for place in range(12))
    control = xmr.chart(low, direction="decrease")
    drawn = chart(restated(make_series(*map(str, low)), control=control), ())
    assert "Lower limit" not in {line.name for line in drawn.series}
    assert "Average 2, upper limit 5." in drawn.alt


def test_a_chart_without_limits_gives_none(make_series: MakeSeries) -> None:
    assert "Average" not in chart(make_series(*map(str, VALUES[:6])), ()).alt


def test_where_words_are_many_the_lowest_and_highest_go_and_the_limits_stay(
    make_series: MakeSeries, target: Target
) -> None:
    series = replace(limited(make_series), target=target, place="Estuary and the far hills " * 3)
    drawn = chart(series, ())
    assert len(drawn.alt) <= 250
    assert drawn.alt.endswith("Average 53, limits 49 to 57. Target at most 26 weeks.")


def test_the_nation_that_a_chart_draws_is_named(make_series: MakeSeries) -> None:
    drawn = chart(make_series(*map(str, VALUES[:6]), peer=True), ())
    assert SeriesKind.PEER in {line.kind for line in drawn.series}
    assert drawn.alt.endswith("Also England.")


def read_nation(series: Series) -> Series:
    """Return a series with the cells in which the nation beside it was read."""
    assert series.peer is not None
    cells = tuple(
        CellSource("nation.xlsx", "Table 4", f"C{row}", date(2026, 11, 20))
        for row in range(8, 8 + len(series.points))
    )
    return replace(series, peer=replace(series.peer, sources=cells))


def test_a_table_with_the_nation_says_where_its_figures_were_read(make_series: MakeSeries) -> None:
    made = table(read_nation(make_series("53", "56", peer=True)))
    assert [row[1] for row in made.rows] == ["Estuary", "England"]
    assert made.source == (
        "Source: Cafcass. history.xlsx, sheet Quarterly, cells B7 to C7. "
        "Imported 12 November 2026. "
        "England: Cafcass. nation.xlsx, sheet Table 4, cells C8 to C9. Imported 20 November 2026."
    )


def test_only_the_cells_of_the_periods_shown_are_named(make_series: MakeSeries) -> None:
    series = read_nation(make_series("53", "56", "57", peer=True))
    assert source(series, series.points[-1:]).endswith(
        "England: Cafcass. nation.xlsx, sheet Table 4, cell C10. Imported 20 November 2026."
    )
    assert "England" not in source(replace(series, peer=None), series.points)


def test_the_word_file_carries_the_words_of_each_chart(
    make_series: MakeSeries, board: BoardReportData, tmp_path: Path
) -> None:
    drawn = chart(limited(make_series), ())
    made = paper(board, "charts", "charts", "23 November 2026", (Title("Charts"), drawn))
    out = tmp_path / "charts.docx"
    write(made, TEMPLATE, out)
    described = [
        drawing.get("descr") for drawing in Document(str(out)).element.body.iter(qn("wp:docPr"))
    ]
    assert described == [drawn.alt]
    assert "Average 53, limits 49 to 57." in drawn.alt
