"""The performance report: what the figures of an area, or of one authority, say and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    Bullets,
    Contents,
    Heading,
    PageBreak,
    PaperColumn,
    Paragraph,
    Style,
    Table,
)
from lfjb_desk.domain.formatting import count, figure, listed, long_date
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.control import FIRM_FROM
from lfjb_desk.papers.board_parts import SIGNAL_KEY, telling_first
from lfjb_desk.papers.parts.common import (
    NONE,
    NOTHING,
    bold,
    front,
    item_line,
    paper,
    shorter,
)
from lfjb_desk.papers.parts.comparison import comparison_blocks
from lfjb_desk.papers.parts.control_lines import signal_cell
from lfjb_desk.papers.parts.figures import performance_blocks, place_blocks, written_blocks
from lfjb_desk.papers.parts.series_chart import category, charted, since_cell, target_cell
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.domain.blocks import Block, Line, Paper
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.papers.parts.report_data import Performance, PerformanceReportData

CHART_CM = 4.8
YEARS = 2
"""So much of each measure that two share a page where they can."""
_WORDS = (
    ("Signal", "A change too large, or too lasting, to be the usual ups and downs"),
    ("Average", "The line in the middle; it starts anew after a step that the board agreed"),
    ("Limits", "Nearly all figures lie between them while nothing changes"),
    ("Trial limits", f"Limits from fewer than {FIRM_FROM} figures in a row; read them with care"),
    ("♦ Better, ■ Worse", "A signal in the direction that is welcome, or not; so in charts, too"),
    ("Rules", "NHS-R is the published set of rules by which the desk finds signals"),
    ("Marker, as [c]", "Published in place of a figure or beside it; its table says what it means"),
    (NOTHING, "No figure is held here; it is never a nought"),
)


def performance_paper(data: PerformanceReportData) -> Paper:
    """Return the performance report of an area or of an authority."""
    board, day = data.board, long_date(data.board.today)
    blocks: list[Block] = [
        *front(board, f"Performance report: {data.place}", _lead(data), _pairs(data)),
        Heading("In short", 2, "short"),
        *_short(data),
        Heading("Signals at a glance", 2, "signals", new_page=True),
        *_glance(data),
        PageBreak(),
        Contents(),
        *_others(data),
        *_measures(data),
        *_rest(data),
        *_missing(data),
        *_reading(),
        *_files(data),
    ]
    name = "performance report" if data.of_area else f"performance of {data.place}"
    return paper(board, name, f"performance of {data.place}, {day}", day, tuple(blocks))


def _short(data: PerformanceReportData) -> tuple[Block, ...]:
    """Return the narrative of the place, a point for each sentence unless a person wrote it."""
    return written_blocks(data.whole) or (Bullets(data.whole.more),)


def _lead(data: PerformanceReportData) -> str:
    statuses = [series.status for series in _own(data)]
    if not statuses:
        return "No measure has a figure here yet."
    signals = sum(status.signal is not None for status in statuses)
    better = sum(status.is_improvement for status in statuses)
    worse = sum(status.is_concern for status in statuses)
    judged = sum(status.is_judged for status in statuses)
    measures = count(len(statuses), "measure")
    parts = [f"{better} better", f"{worse} worse"]
    if neither := signals - better - worse:
        parts.append(f"{neither} where neither way is better")
    signs = f"{count(signals, 'signal')}: {listed(parts)}." if signals else "No signal of change."
    return f"{measures[:1].upper()}{measures[1:]}, {judged} judged. {signs}"


def _pairs(data: PerformanceReportData) -> tuple[tuple[str, Line], ...]:
    rules = sorted({series.control.rules for series in _own(data) if series.control})
    return (
        ("About", data.place if data.of_area else f"{data.place}, for {data.board.area}"),
        ("Figures", f"As held on {long_date(data.board.today)}"),
        ("Rules", ", ".join(rules)),
        ("Chair", data.board.chair),
        ("Secretary", data.board.secretary),
    )


def _own(data: PerformanceReportData) -> Iterable[Series]:
    return (measure.local for measure in data.measures if measure.local is not None)


def _glance(data: PerformanceReportData) -> tuple[Block, ...]:
    """Return every measure in one table, those with a signal or a missed target first."""
    every = telling_first(_own(data))
    if not every:
        return (Paragraph(f"No figure has been imported for {data.place}."),)
    columns: tuple[RowColumn[Series], ...] = (
        RowColumn("Measure", 4.0, lambda series: shorter(series.name), bold=True),
        RowColumn("Newest", 2.6, _newest, figures=True),
        RowColumn("Period", 2.2, lambda series: category(series, series.latest)),
        RowColumn("Target", 2.2, target_cell),
        RowColumn("Signal", 3.4, signal_cell),
        RowColumn("Since", 2.4, since_cell),
    )
    table = table_of(
        "Signals at a glance",
        "Each measure: the newest figure, its period, the target, the signal and since when.",
        columns,
        every,
    )
    return table, Paragraph(SIGNAL_KEY, Style.SOURCE)


def _newest(series: Series) -> str:
    measure, latest = series.measure, series.latest
    return figure(latest.value, measure.unit, measure.decimals, latest.marker)


def _others(data: PerformanceReportData) -> tuple[Block, ...]:
    """Return what is said of the region and of each authority of the area."""
    if not data.others:
        return ()
    regions = [place for place in data.others if place.kind is PlaceKind.REGION]
    authorities = [place for place in data.others if place.kind is PlaceKind.AUTHORITY]
    parts = [*(["the region"] if regions else []), *(["the authorities"] if authorities else [])]
    heading = listed(parts)
    blocks: list[Block] = [Heading(f"{heading[:1].upper()}{heading[1:]}", 2, "others")]
    if authorities:
        blocks.append(item_line("A report of its own can be written for each authority."))
    for place in data.others:
        blocks += [Heading(place.name, 3), *place_blocks(place.narrative)]
        if place.earlier:
            names = listed(list(place.earlier))
            blocks.append(item_line(f"Its figures are of an earlier period than others': {names}."))
    return tuple(blocks)


def _is_drawn(data: PerformanceReportData, measure: Performance) -> bool:
    """Tell whether a measure has a page: all of an area, of an authority those that matter.

    An authority returns so many measures that a page for each would hide those with a signal, a
    target or a driver.
    """
    local = measure.local
    if local is None:
        return False
    matters = measure.linked or local.status.signal is not None or local.target is not None
    return data.of_area or matters


def _rest(data: PerformanceReportData) -> tuple[Block, ...]:
    """Return the measures without a page in one table."""
    rest = [m.local for m in data.measures if m.local and not _is_drawn(data, m)]
    if not rest:
        return ()
    table = table_of(
        "The other measures",
        "Each measure without a page of its own: the newest figure, its period, the one before.",
        (
            RowColumn("Measure", 7.4, lambda series: shorter(series.name), bold=True),
            RowColumn("Newest", 3.2, _newest, figures=True),
            RowColumn("Period", 3.0, lambda series: category(series, series.latest)),
            RowColumn("Before", 3.2, _before, figures=True),
        ),
        rest,
    )
    return (
        Heading("The other measures", 2, "rest", new_page=True),
        item_line("Measures without a signal, a target or a driver."),
        table,
    )


def _before(series: Series) -> str:
    measure, before = series.measure, series.before
    if before is None:
        return NONE
    return figure(before.value, measure.unit, measure.decimals, before.marker)


def _measures(data: PerformanceReportData) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for measure in data.measures:
        if measure.local is None or not _is_drawn(data, measure):
            continue
        code = measure.local.measure.code
        blocks += [
            Heading(measure.local.name, 2, f"about-{code}", new_page=not blocks),
            item_line(measure.local.measure.definition),
            *performance_blocks(
                measure.local,
                f"measure-{code}",
                narrative=measure.narrative,
                height_cm=CHART_CM,
                most_years=YEARS,
            ),
        ]
        if measure.national is not None and not charted(measure.local):
            blocks += performance_blocks(measure.national, f"nation-{code}", elsewhere=True)
        blocks += comparison_blocks(measure.local.name, measure.beside)
    return tuple(blocks)


def _missing(data: PerformanceReportData) -> tuple[Block, ...]:
    if not data.missing:
        return ()
    return (
        Heading("Figures that nobody has sent", 2, "missing"),
        item_line(f"No figure of {data.place} is held for these measures of a driver of delay."),
        Bullets(tuple(data.missing)),
    )


def _reading() -> tuple[Block, ...]:
    return (
        Heading("How to read this report", 2, "reading", new_page=True),
        item_line("A signal says that something changed. It does not say what changed it."),
        Table(
            "What the words mean",
            "Words and shapes used in this report, and what each means.",
            (PaperColumn("Word", 4.4, bold=True), PaperColumn("What it means", 12.4)),
            _WORDS,
        ),
    )


def _files(data: PerformanceReportData) -> tuple[Block, ...]:
    if not data.files:
        return ()
    table = table_of(
        "Files that the figures were read from",
        "Each file: its publisher, the day of its import, and its check number.",
        (
            RowColumn("File", 6.4, lambda file: file.name, bold=True),
            RowColumn("Publisher", 3.8, lambda file: file.publisher),
            RowColumn("Imported", 4.4, lambda file: long_date(file.imported)),
            RowColumn("Check", 2.2, lambda file: file.sha256[:8]),
        ),
        data.files,
    )
    line = bold(
        "Every figure",
        " knows the file, the sheet and the cell that it was read from. “Check” is worked out "
        "from all that a file holds: another file has another.",
    )
    return Heading("Where the figures came from", 2, "files"), Paragraph(line), table
