"""The figures on a driver's page: the area's own, or the nation's for context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    Heading,
    MessageTitle,
    Paragraph,
    Style,
    Table,
)
from lfjb_desk.domain.formatting import figure
from lfjb_desk.papers.parts.common import NOTHING, bold, shorter
from lfjb_desk.papers.parts.control_lines import signal_cell
from lfjb_desk.papers.parts.figures import claim, flags, measure_line, written_blocks
from lfjb_desk.papers.parts.series_chart import (
    category,
    chart,
    charted,
    drawn_note,
    shown,
    target_cell,
)
from lfjb_desk.papers.parts.sources import peer_source, source_of
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.read_models.drivers import DriverView, MeasureProgress
    from lfjb_desk.domain.read_models.figures.series import Point, Series
    from lfjb_desk.papers.parts.report_data import DriversReportData

NO_FIGURE = "No figure has been imported for this driver."
HEIGHT_CM = 6.2
LOW_CM = 3.9
"""The height of a chart beside many actions, so that the driver keeps to one page."""
MANY_ACTIONS = 2
MOST_SENTENCES = 3
"""The claim says the first already; the performance report says them all."""


def figure_blocks(view: DriverView, data: DriversReportData, anchor: str) -> tuple[Block, ...]:
    """Return a driver's figures: a chart, the nation's where the area's is too short, a table."""
    if not view.measures:
        return (
            Heading("Figures", 3),
            Paragraph("No measure is linked, so no figure shows whether this driver moves."),
        )
    drawn = next(
        (line.series for line in view.measures if line.series and charted(line.series)), None
    )
    own = next((line.series for line in view.measures if line.now is not None), None)
    if drawn is not None:
        picture = chart(drawn, flags(drawn), _height(view))
        return (
            MessageTitle(claim(drawn), anchor),
            Paragraph(measure_line(drawn, picture), Style.MEASURE),
            picture,
            *_narrative(view, drawn, data),
            *_rest(view, drawn),
        )
    if (context := _context(view, data)) is not None:
        return _national(view, data.board.area, context, anchor)
    if own is None:
        return (Heading("Figures", 3), Paragraph(NO_FIGURE))
    return (MessageTitle(claim(own), anchor), *_age(own), _progress(view))


def _context(view: DriverView, data: DriversReportData) -> Series | None:
    """Return the nation's figures of a linked measure, first of one that the area has too."""
    ordered = sorted(view.measures, key=lambda line: line.now is None)
    nations = (data.national.get(line.measure.id) for line in ordered)
    return next((series for series in nations if series is not None), None)


def _national(view: DriverView, area: str, nation: Series, anchor: str) -> tuple[Block, ...]:
    """Return the nation's chart under its own name, and what the area itself has."""
    own = next((line for line in view.measures if line.measure.id == nation.measure.id), None)
    picture = chart(nation, (), _height(view))
    measured = shorter(measure_line(nation, picture))
    blocks: list[Block] = [
        MessageTitle(claim(nation, nation.place), anchor),
        Paragraph(bold(_own_words(area, own), f" {measured}"), Style.MEASURE),
        picture,
        *_age(nation),
    ]
    known = [line.series for line in view.measures if line.series]
    if any(line.now is not None and line.baseline != line.now for line in view.measures):
        blocks.append(_progress(view))
        known = []
    return (*blocks, Paragraph(source_of((*known, nation)), Style.SOURCE))


def _own_words(area: str, own: MeasureProgress | None) -> str:
    """Return how many figures the area itself has, and the newest."""
    if own is None or own.series is None or own.now is None:
        return f"For context: {area} has no figure of its own."
    measure, now = own.measure, own.now
    value = figure(now.value, measure.unit, measure.decimals, now.marker)
    known = sum(point.value is not None for point in own.series.points)
    newest = f"{value}, {category(own.series, now)}"
    if known == 1:
        return f"For context: {area} itself has one figure, {newest}."
    return f"For context: {area} itself has {known} figures, the newest {newest}."


def _age(series: Series) -> tuple[Block, ...]:
    """Return how old the newest figure is, where that is a year or more."""
    age = " ".join(series.narrative.age)
    return (Paragraph(age),) if age else ()


def _height(view: DriverView) -> float:
    return LOW_CM if len(view.actions) >= MANY_ACTIONS else HEIGHT_CM


def _narrative(view: DriverView, series: Series, data: DriversReportData) -> tuple[Block, ...]:
    """Return a person's words, or so much of the desk's own as a driver's page has room for."""
    narrative = data.narratives.get(series.measure.id)
    if written := written_blocks(narrative):
        return (*written, *_age(series))
    sentences = list(narrative.more[:MOST_SENTENCES]) if narrative else []
    sentences += [age for age in series.narrative.age if age not in sentences]
    own = next((line for line in view.measures if line.measure.id == series.measure.id), None)
    if own is not None and own.baseline is not None and own.baseline != own.now:
        start, measure = own.baseline, own.measure
        value = figure(start.value, measure.unit, measure.decimals, start.marker)
        before = "" if start in shown(series) else ", which is before the first period drawn"
        sentences.append(f"The baseline is {value}, {start.label}{before}.")
    return (Paragraph(" ".join(sentences)),) if sentences else ()


def _rest(view: DriverView, drawn: Series) -> tuple[Block, ...]:
    """Return the rules, then the table of the measures or, of one alone, only its source."""
    known = [line.series for line in view.measures if line.series is not None]
    nation = peer_source(drawn, shown(drawn))
    rules = " ".join((*drawn_note(drawn), *([nation] if nation else [])))
    if known[1:]:
        rules_line = (Paragraph(rules, Style.SOURCE),) if rules else ()
        return (*rules_line, _progress(view))
    return (Paragraph(f"{rules} {source_of(known)}".strip(), Style.SOURCE),)


def _progress(view: DriverView) -> Table:
    return table_of(
        f"Measures: {view.driver.name}",
        "Each measure: its baseline, the newest figure, the target, and the signal.",
        (
            RowColumn("Measure", 5.4, lambda line: shorter(line.name), bold=True),
            RowColumn("Baseline", 3.2, _baseline_cell),
            RowColumn("Now", 3.2, lambda line: _point_cell(line, line.now)),
            RowColumn(
                "Target", 2.8, lambda line: target_cell(line.series) if line.series else NOTHING
            ),
            RowColumn("Signal", 2.2, _signal_cell),
        ),
        view.measures,
        captioned=True,
        source=source_of([line.series for line in view.measures if line.series]),
    )


def _baseline_cell(line: MeasureProgress) -> str:
    is_newest = line.now is not None and line.baseline == line.now
    return "None earlier" if is_newest else _point_cell(line, line.baseline)


def _point_cell(line: MeasureProgress, point: Point | None) -> str:
    if point is None:
        return "No figure"
    measure = line.measure
    value = figure(point.value, measure.unit, measure.decimals, point.marker)
    return value if line.series is None else f"{value}\n{category(line.series, point)}"


def _signal_cell(line: MeasureProgress) -> Line:
    return signal_cell(line.series) if line.now and line.series else f"{NOTHING} None"
