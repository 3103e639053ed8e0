"""Figures in papers: claims, charts, tables and sources."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.blocks import (
    Chart,
    ChartSeries,
    MessageTitle,
    Paragraph,
    SeriesKind,
    SignalKind,
    Style,
    Table,
)
from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.figures.figures import Target
from lfjb_desk.domain.read_models.figures.provenance import CellSource, WorkedSource
from lfjb_desk.domain.read_models.figures.series import Frequency, Peer, SeriesKey
from lfjb_desk.papers.parts.common import NOTHING
from lfjb_desk.papers.parts.figure_table import table
from lfjb_desk.papers.parts.figures import claim, measure_line, performance_blocks
from lfjb_desk.papers.parts.series_chart import (
    axis_floor,
    category,
    chart,
    charted,
    drawn_note,
    shown,
    target_cell,
)
from lfjb_desk.papers.parts.sources import source, source_of
from tests.analysis.restating import restated
from tests.papers.conftest import MakeSeries

IMPORTED = date(2026, 11, 12)
SIX = ("53", "56", "54", "57", "50", "47")


def test_under_five_figures_a_paper_has_a_table_and_no_chart(make_series: MakeSeries) -> None:
    blocks = performance_blocks(make_series("53", "56", "54", "57"), "weeks")
    assert not any(isinstance(block, Chart) for block in blocks)
    assert any(isinstance(block, Table) for block in blocks)


def test_from_five_figures_a_paper_has_a_chart_without_limits(make_series: MakeSeries) -> None:
    drawn = next(
        block
        for block in performance_blocks(make_series(*SIX, peer=True), "weeks")
        if isinstance(block, Chart)
    )
    assert [one.kind for one in drawn.series] == [SeriesKind.MAIN, SeriesKind.PEER]
    assert drawn.categories[:2] == ("2023-24 Q1", "2023-24 Q2")
    assert 10 <= len(drawn.alt) <= 250
    assert "From 53 weeks in 2023-24 Q1 to 47 weeks in 2024-25 Q2" in drawn.alt


def test_a_chart_knows_which_figures_may_yet_change(make_series: MakeSeries) -> None:
    series = make_series(*SIX)
    points = tuple(
        replace(point, marker=marker)
        for point, marker in zip(
            series.points, ("[p]", None, "[r]", "[r, e1]", None, "[f]"), strict=True
        )
    )
    blocks = performance_blocks(replace(series, points=points), "weeks")
    drawn = next(block for block in blocks if isinstance(block, Chart))
    assert drawn.unsettled == (0, 3, 5)


def test_a_claim_is_the_message_with_what_is_measured_and_of_another_place_its_name(
    make_series: MakeSeries,
) -> None:
    series = make_series(*SIX, peer=True)
    front = "47 weeks, down from 50: six figures are too few to judge; England 40"
    assert series.narrative.front == front
    assert claim(series) == f"Average length of care cases, {front}"
    assert claim(series, "England") == f"England, average length of care cases, {front}"
    invented = replace(series, origin=INVENTED)
    assert claim(invented) == f"Average length of care cases (invented), {front}"
    assert claim(invented, "England").startswith("England, average length of care cases (invented)")
    counting = series.measure.model_copy(
        update={"name": "Care applications per 10,000 children", "unit": "rate"}
    )
    rate = restated(series, measure=counting)
    assert claim(rate) == rate.narrative.front
    assert claim(rate).startswith("47 care applications per 10,000 children, down from 50")
    assert claim(replace(rate, origin=INVENTED)) == f"Invented: {claim(rate)}"


def test_a_claim_never_makes_a_missing_figure_into_one(make_series: MakeSeries) -> None:
    series = make_series("53", None, marker="[c]")
    assert claim(series) == (
        "Average length of care cases: no figure for July to September 2023; "
        "the last was 53 weeks, in April to June 2023"
    )


def test_a_figure_beyond_a_limit_reads_unlike_it_in_the_chart(make_series: MakeSeries) -> None:
    values = [50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 50, 53.3]
    control = xmr.chart(values, direction="decrease", fix_after_n_points=15)
    limit = control.upl[-1]
    assert limit is not None
    assert 53 < limit < 53.3, "both read 53 in whole weeks"
    series = restated(make_series(*map(str, values)), control=control)
    assert chart(series, ()).decimals == 1
    within = restated(
        make_series(*map(str, values[:-1])), control=xmr.chart(values[:-1], direction="decrease")
    )
    assert chart(within, ()).decimals == 0


def test_where_a_gap_ends_the_limits_the_chart_has_a_mark_and_the_note_says_why(
    make_series: MakeSeries,
) -> None:
    values = [50, 53, 49, 52, *[None] * 5, 51, 48, 53, 50, 52, 49, 51, 50, 52]
    series = make_series(*(None if value is None else str(value) for value in values))
    marked = restated(series, control=xmr.chart(values, direction="decrease"))
    drawn = chart(marked, ())
    assert [drawn.categories[place] for place in drawn.anew] == [category(marked, marked.points[9])]
    assert marked.narrative.anew == (
        "The limits start anew from July to September 2025: 5 quarters before have no figure."
    )
    assert drawn_note(marked) == marked.narrative.full_note
    long_gap = [*values[:4], *[None] * 16, *values[9:]]
    begun = restated(
        make_series(*(None if value is None else str(value) for value in long_gap)),
        control=xmr.chart(long_gap, direction="decrease"),
    )
    assert chart(begun, ()).anew == (0,), "the first period drawn bears the mark"
    assert "16 quarters before have no figure." in drawn_note(begun)[-1]
    later = [*values[:9], *[51, 48, 53, 50] * 5]  # the gap lies before the periods drawn
    past = restated(
        make_series(*(None if value is None else str(value) for value in later)),
        control=xmr.chart(later, direction="decrease"),
    )
    assert past.narrative.anew
    assert drawn_note(past) == past.narrative.note
    few = [*values[:9], 51, 48]
    short = restated(
        make_series(*(None if value is None else str(value) for value in few)),
        control=xmr.chart(few, direction="decrease"),
    )
    assert short.narrative.anew == "", "where no limits are drawn, none start anew"
    whole = [50, 53, 49, 52, 51, 48, 53, 50]
    plain = restated(make_series(*map(str, whole)), control=xmr.chart(whole, direction="decrease"))
    assert chart(plain, ()).anew == ()


def test_what_stands_behind_a_claim_is_in_the_note_of_its_figure(make_series: MakeSeries) -> None:
    values = [50, 53, 49, 52, 51, 48, 53, 50, 52, 49, 51, 53, 48, 51]
    control = xmr.chart(values, direction="decrease")
    series = restated(make_series(*map(str, values)), control=control)
    blocks = performance_blocks(series, "weeks")
    notes = [one.line for one in blocks if isinstance(one, Paragraph) and one.style is Style.SOURCE]
    assert notes == [" ".join((*series.narrative.more, *series.narrative.note))]
    assert "Judged by the rules NHS-R 0.2.2" in str(notes[0])
    assert "NHS-R" not in claim(series)


def test_a_missing_figure_keeps_its_marker_and_the_table_explains_it(
    make_series: MakeSeries,
) -> None:
    made = table(make_series("53", None, "54", marker="[c]"))
    assert made.rows == (("2023-24", "53", "[c]", "54", NOTHING),)
    assert "[c] means kept back so that nobody can be recognised." in made.note
    assert f"{NOTHING} means not held here." in made.note
    assert made.captioned


def test_a_quarter_that_is_not_held_has_no_marker_that_nobody_published(
    make_series: MakeSeries,
) -> None:
    old = make_series("53", None, "54")
    made = table(old)
    assert made.rows == (("2023-24", "53", NOTHING, "54", NOTHING),)
    assert made.note == f"Figures are in weeks. {NOTHING} means not held here."
    nation = Peer("England", (Decimal(40), None, None), (None, "[x]", None))
    beside = table(replace(old, peer=nation))
    assert beside.rows[1] == ("2023-24", "England", "40", "[x]", NOTHING, NOTHING)
    assert "[x] means not available." in beside.note


def test_each_marker_of_a_table_is_explained_once(make_series: MakeSeries) -> None:
    series = make_series("53", "56", None, None)
    markers = ("[p][r]", None, "[c]", None)
    points = tuple(
        replace(point, marker=marker) for point, marker in zip(series.points, markers, strict=True)
    )
    made = table(replace(series, points=points[:3]))
    assert made.rows[0][1:] == ("53 [p][r]", "56", "[c]", NOTHING)
    assert made.note == (
        "Figures are in weeks. [c] means kept back so that nobody can be recognised. "
        f"[p][r] means provisional and revised. {NOTHING} means not held here."
    )


def test_a_nation_stands_in_its_own_rows(make_series: MakeSeries) -> None:
    made = table(make_series("53", "56", peer=True))
    assert made.rows == (
        ("2023-24", "Estuary", "53", "56", NOTHING, NOTHING),
        ("2023-24", "England", "40", "40", NOTHING, NOTHING),
    )


def test_a_source_names_publisher_file_sheet_and_cells(make_series: MakeSeries) -> None:
    series = make_series("53", "56", "54")
    assert source(series, series.points) == (
        "Source: Cafcass. history.xlsx, sheet Quarterly, cells B7 to D7. Imported 12 November 2026."
    )
    assert "cell B7." in source(series, series.points[:1])


def test_the_rules_say_from_how_many_figures_the_limits_come(make_series: MakeSeries) -> None:
    values = [50, 53, 49, 52, 51, 48, 53, 50, 52, 49, 51, 53, 48, 51]
    series = make_series(*map(str, values))
    for baseline, figures in ((None, "14 figures"), (12, "the first 12 of 14 figures")):
        control = xmr.chart(values, direction="decrease", fix_after_n_points=baseline)
        assert restated(series, control=control).narrative.note[0] == (
            f"Judged by the rules NHS-R 0.2.2; limits from {figures}, April 2023 to September 2026."
        )


def test_cells_in_a_column_are_named_as_runs(make_series: MakeSeries) -> None:
    series = make_series("53", "56", "54")
    cells = ("H4", "H5", "H9")
    points = tuple(
        replace(point, source=CellSource("a.csv", "S", cell, IMPORTED))
        for point, cell in zip(series.points, cells, strict=True)
    )
    assert "cells H4 to H5 and H9" in source(series, points)


def test_web_pages_are_named_shortly_and_their_file_once(make_series: MakeSeries) -> None:
    series = make_series("53", "56", "54", "52")
    base = "https://www.gov.uk/government/statistics/court-statistics"
    sheets = (
        f"{base}-july-to-september-2024",
        f"{base}-april-to-june-2025/",
        f"{base}-april-to-june-2025/",
        "Annex A",
    )
    points = tuple(
        replace(point, source=CellSource("a.csv", sheet, f"H{row}", IMPORTED))
        for row, (point, sheet) in enumerate(zip(series.points, sheets, strict=True), 7)
    )

    assert source(series, points) == (
        "Source: Cafcass. a.csv, from gov.uk (Court statistics: July to September 2024, "
        "April to June 2025), cells H7 to H9; as given in “Annex A”, cell H10. "
        "Imported 12 November 2026."
    )
    assert "from gov.uk (Court statistics July to September 2024), cell H7." in (
        source(series, points[:1])
    )


def test_a_figure_whose_cell_is_not_known_still_names_its_file(make_series: MakeSeries) -> None:
    series = make_series("53")
    letter, page = (CellSource("letter.docx", "", cell, None) for cell in ("", "page 2"))
    points = tuple(replace(series.points[0], source=place) for place in (letter, None))
    typed = replace(series, points=points[:1])
    assert source(typed, points) == "Source: Cafcass. letter.docx."
    paged = replace(points[0], source=page)
    assert source(typed, (paged, paged)) == "Source: Cafcass. letter.docx, cell page 2."


def test_a_derived_figure_names_the_cells_of_each_of_its_measures(make_series: MakeSeries) -> None:
    series = replace(
        make_series("53", "56"), series_key=SeriesKey("Worked out here (HMCTS)", Frequency.QUARTER)
    )

    def worked(row: int) -> WorkedSource:
        closed, started = (
            CellSource("cases.csv", "Cases", f"{column}{row}", IMPORTED) for column in "BC"
        )
        share = WorkedSource("/", Decimal(1), ("Closed", closed), ("Started", started))
        return WorkedSource("*", Decimal(100), ("Share", share), ("Hundred", closed))

    points = tuple(replace(point, source=worked(row)) for row, point in enumerate(series.points, 2))
    assert source(replace(series, points=points), points) == (
        "Source: Worked out here (HMCTS). Closed: cases.csv, sheet Cases, cells B2 to B3; "
        "Started: sheet Cases, cells C2 to C3; Hundred: sheet Cases, cells B2 to B3."
    )


def test_series_read_from_one_import_share_one_source(make_series: MakeSeries) -> None:
    own, nation = make_series("53"), make_series("50", "49")
    other = replace(nation, series_key=SeriesKey("HMCTS", Frequency.QUARTER))

    assert source_of([own, nation]).count("Cafcass") == 1
    assert source_of([own, other]).count("Imported 12 November 2026.") == 2


def test_old_figures_among_many_gaps_are_left_to_the_window(make_series: MakeSeries) -> None:
    sparse = make_series("53", None, None, None, None, None, "50", "49", "48", "47", "46", None)
    assert [point.value for point in shown(sparse)] == [Decimal(n) for n in (50, 49, 48, 47, 46)]
    assert shown(make_series(None, None)) == ()
    assert not charted(make_series(None, None))


def test_the_axis_starts_low_enough_and_the_measure_line_says_where(
    make_series: MakeSeries,
) -> None:
    high, low = ("50", "60", "55", "52", "51"), ("5", "60", "55", "52", "51")
    floors = [
        axis_floor([ChartSeries("Estuary", tuple(map(Decimal, values)))], None)
        for values in (high, low)
    ]
    assert floors == [None, 0]
    series = make_series(*SIX)
    assert measure_line(series, chart(series, ())).endswith("The axis starts at 46 weeks.")
    signs = {
        (SignalKind.BETTER,): "♦ better",
        (SignalKind.WORSE, SignalKind.BETTER): "♦ better and ■ worse",
    }
    for kinds, words in signs.items():
        drawn = replace(chart(series, ()), signals=tuple(enumerate(kinds)))
        assert measure_line(series, drawn).endswith(f"46 weeks. Signals: {words}.")
    assert measure_line(make_series("53"), None).endswith("Too few figures for a chart.")


def test_a_target_is_a_line_or_a_band_and_is_said_in_words(
    make_series: MakeSeries, target: Target
) -> None:
    series = replace(make_series(*SIX), target=target)
    line = chart(series, (), 6.2).series[-1]
    assert (line.kind, line.name) == (SeriesKind.TARGET, "Target at most 26")
    assert target_cell(series) == "at most 26 weeks"
    band = replace(series, target=target.model_copy(update={"low": Decimal(20)}))
    assert chart(band, (), 6.2).band == (Decimal(20), Decimal(26))
    assert target_cell(band) == "20 to 26 weeks"
    floor = target.model_copy(update={"low": Decimal(20), "high": None})
    # Fewer weeks are better, so an end that stands alone binds from above.
    lone = replace(series, target=floor)
    assert target_cell(lone) == "at most 20 weeks"
    assert chart(lone, (), 6.2).series[-1].name == "Target at most 20"
    assert target_cell(None) == "None set"


@pytest.mark.parametrize(
    ("frequency", "said"),
    [
        (Frequency.MONTH, "April 2023"),
        (Frequency.YEAR, "2023-24"),
        (Frequency.OTHER, "Q1: 2023-24"),
    ],
)
def test_a_period_is_named_shortly_on_the_axis(
    make_series: MakeSeries, frequency: Frequency, said: str
) -> None:
    series = replace(make_series("53", peer=True), series_key=SeriesKey("Cafcass", frequency))
    assert category(series, series.points[0]) == said
    assert table(series).rows == ((said, "53", "40"),)


def test_the_figures_of_elsewhere_are_named_in_the_title(make_series: MakeSeries) -> None:
    series = replace(make_series(*SIX), place="England")
    title = performance_blocks(series, "nation", elsewhere=True)[0]
    assert isinstance(title, MessageTitle)
    assert title.text.startswith("England, ")


def test_cells_that_run_along_two_rows_are_two_ranges(make_series: MakeSeries) -> None:
    series = make_series("53", "56", "54")
    cells = ("C6", "C13", "D6", "D13", "E6", "E13")
    points = tuple(
        replace(series.points[0], source=CellSource("a.xlsx", "Figures", cell, None))
        for cell in cells
    )
    assert "sheet Figures, cells C6 to E6 and C13 to E13. " in source(series, points)
