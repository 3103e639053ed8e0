"""Native charts: what they hold, how they are named, and that Excel can open their data."""

import random
import re
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from lfjb_desk.domain.blocks import Chart, ChartSeries, SeriesKind
from lfjb_desk.word.look import C
from lfjb_desk.word.writing.axis_labels import axis_labels
from lfjb_desk.word.writing.charts import chart_files
from lfjb_desk.word.writing.end_names import apart
from lfjb_desk.word.writing.workbook import reference, workbook
from tests.office import needs_calc


def _tag(name: str) -> str:
    return f"{{{C}}}{name}"


def _series(chart: Chart, name: str) -> etree._Element:
    root = etree.fromstring(chart_files(chart)[0])
    for series in root.iter(_tag("ser")):
        if series.findtext(f"{_tag('tx')}//{_tag('v')}") == name:
            return series
    raise AssertionError(name)


def _points(series: etree._Element) -> dict[int, float]:
    values = series.find(_tag("val"))
    assert values is not None
    return {
        int(point.get("idx", "")): float(point.findtext(_tag("v")) or "")
        for point in values.iter(_tag("pt"))
    }


def _excel(data: bytes) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(data))
    return [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def test_a_missing_figure_is_a_gap_and_never_zero(chart: Chart) -> None:
    points = _points(_series(chart, "Average weeks"))

    assert 3 not in points
    assert 12 not in points
    assert points[11] == 47
    assert b'<c:dispBlanksAs val="gap"/>' in chart_files(chart)[0]


def test_reference_lines_reach_into_the_empty_place_and_carry_their_names(chart: Chart) -> None:
    series = _series(chart, "Mean")

    assert _points(series)[12] == 53.5
    label = series.find(f"{_tag('dLbls')}/{_tag('dLbl')}")
    assert label is not None
    shown = {child.tag: child.get("val") for child in label}
    assert shown[_tag("showSerName")] == shown[_tag("showVal")] == "1"
    assert b"<c:legend>" not in chart_files(chart)[0]


def test_a_name_that_holds_its_figure_does_not_repeat_it(chart: Chart) -> None:
    label = _series(chart, "Target 26").find(f"{_tag('dLbls')}/{_tag('dLbl')}/{_tag('showVal')}")

    assert label is not None
    assert label.get("val") == "0"


def test_the_band_signals_and_flags_are_drawn(chart: Chart) -> None:
    xml = chart_files(chart)[0].decode()

    assert xml.count("<c:barChart>") == 1
    assert "Target 30 to 35" in xml
    assert '<c:dPt><c:idx val="11"/><c:marker><c:symbol val="diamond"/>' in xml
    assert "<a:t>A03</a:t>" in xml
    assert "<c:errBars>" in xml


def test_where_limits_start_anew_after_a_gap_is_drawn_and_is_no_finished_action(
    chart: Chart,
) -> None:
    anew = replace(chart, anew=(4,), flags=())
    xml = chart_files(anew)[0].decode()
    assert xml.count("<a:t>New limits</a:t>") == 1
    assert "Place of the mark: action finished" not in xml
    places = _points(_series(anew, "Place of the mark: limits start anew"))
    assert list(places) == [4]
    assert "New limits" not in chart_files(chart)[0].decode()


def test_a_chart_speaks_british_english_in_words_of_eleven_points(chart: Chart) -> None:
    xml = chart_files(chart)[0].decode()

    assert '<c:lang val="en-GB"/>' in xml
    assert "en-US" not in xml
    assert min(int(size) for size in etree.fromstring(xml.encode()).xpath("//@sz")) >= 1100


def test_the_workbook_holds_the_data_with_its_gap(chart: Chart) -> None:
    rows = _excel(chart_files(chart)[1])

    heads = list(rows[0])
    assert heads[0] == f"{chart.title}: year"
    weeks = [row[heads.index("Average weeks")] for row in rows[1:]]
    assert weeks == [53, 56, 54, None, 57, 54, 55, 53, 55, 52, 53, 47, None]
    assert [row[1] for row in rows[1:5]] == ["Q1", "Q2", "Q3", "Q4"]
    assert rows[1][0] == "2023-24"


def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    assert chart_files(chart) == chart_files(chart)


def test_a_lone_measure_is_labelled_with_its_newest_figure(chart: Chart) -> None:
    values = (*(Decimal(1),) * 11, None)
    lone = replace(chart, series=(ChartSeries("Share", values),), unit="%", band=None, flags=())

    label = _series(lone, "Share").find(f"{_tag('dLbls')}/{_tag('dLbl')}/{_tag('idx')}")

    assert label is not None
    assert label.get("val") == "10"
    assert "&quot;%&quot;" in chart_files(lone)[0].decode()


def test_a_chart_of_gaps_alone_is_still_a_chart(chart: Chart) -> None:
    empty = replace(
        chart,
        series=(
            ChartSeries("Weeks", (None,) * 12),
            ChartSeries("Mean", (None,) * 12, SeriesKind.MEAN),
        ),
        low=None, band=None,
    )  # fmt: skip

    assert _points(_series(empty, "Weeks")) == {}
    peer = replace(
        empty, series=(*empty.series, ChartSeries("England", (None,) * 12, SeriesKind.PEER))
    )
    assert _points(_series(peer, "England")) == {}


def test_a_series_of_another_length_is_a_mistake_of_the_caller(chart: Chart) -> None:
    with pytest.raises(ValueError, match="Short"):
        chart_files(replace(chart, series=(ChartSeries("Short", (Decimal(1),)),)))


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        (("3", "9"), ("3", "9", "1")),
        (("41", "57"), ("40", "60", "5")),
        (("0.1", "0.6"), ("0", "0.6", "0.1")),
        (("-5", "20"), ("-5", "20", "5")),
        (("7", "7"), ("6", "8", "2")),
    ],
)
def test_the_axis_ends_at_round_figures(
    chart: Chart, values: tuple[str, ...], ends: tuple[str, ...]
) -> None:
    series = ChartSeries("Weeks", tuple(map(Decimal, values)))
    axis = replace(chart, series=(series,), low=None, band=None).axis

    assert (axis.low, axis.high, axis.step) == tuple(map(Decimal, ends))


def test_names_move_apart_and_keep_their_order() -> None:
    heights = [0.5, 0.51, 0.1, 0.52]
    moved = [height + move for height, move in zip(heights, apart(heights, 0.1), strict=True)]

    assert moved[2] == pytest.approx(0.1)
    assert moved[1] - moved[0] == pytest.approx(0.1)
    assert moved[3] - moved[1] == pytest.approx(0.1)


def test_many_quarters_show_their_years_and_the_workbook_names_each() -> None:
    names = axis_labels(tuple(f"{y} Q{q}" for y in range(2011, 2021) for q in (1, 2, 3, 4)))

    assert names.years_under
    assert names.heads == ("Period", "Year", "Part")
    assert names.cells[0] == ("2011 Q1", "2011", " ")
    assert names.cells[1] == ("2011 Q2", None, " ")


def test_months_stand_over_their_years() -> None:
    assert axis_labels(("November 2025", "December 2025", "January 2026")).cells == (
        ("2025", "Nov"),
        (None, "Dec"),
        ("2026", "Jan"),
        (None, " "),
    )


@pytest.mark.parametrize(
    "categories",
    [
        tuple(f"Week {number}" for number in range(60)),
        tuple(f"Q{quarter} {year}" for year in range(1980, 2026) for quarter in (1, 2, 3, 4)),
    ],
)
def test_names_that_do_not_fit_are_left_off_the_axis_evenly(categories: tuple[str, ...]) -> None:
    names = axis_labels(categories)
    shown = [place for place, cells in enumerate(names.cells) if (cells[1] or "").strip()]
    gaps = {after - before for before, after in pairwise(shown)}

    assert 2 <= len(shown) <= 14
    assert len(gaps) == 1
    assert [cells[0] for cells in names.cells[:-1]] == list(categories)


def test_few_names_of_any_kind_are_all_shown() -> None:
    assert axis_labels(("North", "South")).cells == (("North",), ("South",), (" ",))


def test_cells_are_named_as_excel_does() -> None:
    assert reference(range(1), range(26, 27)) == "Sheet1!$AA$1"
    assert reference(range(1, 13), range(1, 3)) == "Sheet1!$B$2:$C$13"


def test_a_workbook_holds_words_and_figures_as_they_are() -> None:
    rows: list[list[str | float | None]]
    rows = [["a & <b>", 1.5, None], [None, 2, 0.1], ["=1+1", "\v007", "http://a.test"]]

    assert _excel(workbook(rows)) == [
        ("a & <b>", 1.5, None),
        (None, 2, 0.1),
        ("=1+1", "007", "http://a.test"),
    ]


def _named(data: bytes, formula: str) -> list[object]:
    """Return what the cells hold that a formula of the chart names, row by row."""
    sheet, _, cells = formula.replace("$", "").partition("!")
    area = load_workbook(BytesIO(data))[sheet][cells]
    rows = area if isinstance(area, tuple) else ((area,),)
    return [cell.value for row in rows for cell in row]


@pytest.mark.parametrize(
    "quarters", [0, 12, 40, 90], ids=["names", "quarters", "years", "some years"]
)
def test_word_finds_in_the_workbook_what_the_chart_shows(chart: Chart, quarters: int) -> None:
    dated = tuple(f"{2000 + n // 4} Q{n % 4 + 1}" for n in range(quarters))
    categories = dated or tuple(f"Week {number}" for number in range(60))
    again = tuple(
        replace(line, values=tuple(line.values[n % 12] for n in range(len(categories))))
        for line in chart.series
    )
    xml, data = chart_files(replace(chart, categories=categories, series=again, signals=()))
    references = [
        named
        for kind in ("strRef", "numRef", "multiLvlStrRef")
        for named in etree.fromstring(xml).iter(_tag(kind))
    ]

    assert len(references) == 3 * len(list(etree.fromstring(xml).iter(_tag("ser"))))
    for shown in references:
        cells = _named(data, shown.findtext(_tag("f")) or "")
        levels = shown.findall(f".//{_tag('lvl')}") or [shown]  # the last column comes first
        cached = {
            len(levels) * (int(point.get("idx", "")) + 1) - 1 - level: point.findtext(_tag("v"))
            for level, holder in enumerate(levels)
            for point in holder.iter(_tag("pt"))
        }
        assert {place: str(value) for place, value in enumerate(cells) if value is not None} == {
            place: f"{float(value):g}" if shown.tag == _tag("numRef") else value
            for place, value in cached.items()
            if value is not None
        }


def test_the_workbook_is_dated_alike_whenever_it_is_written(chart: Chart) -> None:
    with zipfile.ZipFile(BytesIO(chart_files(chart)[1])) as archive:
        dates = re.findall(rb"\d{4}-\d\d-\d\dT", archive.read("docProps/core.xml"))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert dates == [b"1980-01-01T"] * 2


@needs_calc
def test_libreoffice_reads_the_same_values(chart: Chart, tmp_path: Path) -> None:
    data = chart_files(chart)[1]
    (tmp_path / "chart.xlsx").write_bytes(data)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / "chart.xlsx")),
        ],
        check=True,
        capture_output=True,
    )
    sheet = CalamineWorkbook.from_path(str(tmp_path / "chart.ods")).get_sheet_by_name("Sheet1")
    rows = [[value or None for value in row] for row in sheet.to_python()]

    assert rows == [list(row) for row in _excel(data)]


def test_the_line_is_dashed_towards_a_figure_that_may_change(chart: Chart) -> None:
    xml = chart_files(replace(chart, unsettled=(10, 11)))[0]
    points = {
        point[0].get("val"): [etree.QName(child).localname for child in point]
        for point in etree.fromstring(xml).iter(_tag("dPt"))
    }

    assert points == {
        "10": ["idx", "bubble3D", "spPr"],
        "11": ["idx", "marker", "bubble3D", "spPr"],
    }
    assert xml.count(b'<a:prstDash val="dash"/>') == 2 + chart_files(chart)[0].count(
        b'<a:prstDash val="dash"/>'
    )


@pytest.mark.parametrize("block", range(10))
def test_the_numbers_along_1000_axes_are_those_of_their_lines(chart: Chart, block: int) -> None:
    draw = random.Random(block)  # noqa: S311 - made values, not secrets
    for _ in range(100):
        decimals, base = draw.randrange(3), draw.uniform(0, 300)
        values = tuple(
            Decimal(repr(round(base + draw.uniform(0, 40), decimals))) for _ in range(12)
        )
        made = replace(
            chart, series=(ChartSeries("Weeks", values),), decimals=decimals, band=None, flags=()
        )
        root = etree.fromstring(chart_files(made)[0])
        axis = next(root.iter(_tag("valAx")))
        low, step = (
            Decimal(next(axis.iter(_tag(name))).get("val", "")) for name in ("min", "majorUnit")
        )
        code = next(axis.iter(_tag("numFmt"))).get("formatCode", "")
        written = len(code.partition(".")[2])

        assert low % step == 0
        assert step == round(step, written), (step, code)
        assert low == round(low, written)


def test_the_name_of_a_band_is_its_ends_in_full(chart: Chart) -> None:
    made = replace(chart, band=(Decimal(1200000), Decimal("1500000.5")))

    assert b"Target 1,200,000 to 1,500,000.5" in chart_files(made)[0]
