"""Figures in a paper: a claim, the measure, a native chart, two sentences, a table, a source."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    Chart,
    Column,
    MessageTitle,
    Paragraph,
    SeriesKind,
    Style,
    Table,
)
from lfjb_desk.domain.blocks import (
    Series as Drawn,
)
from lfjb_desk.domain.views.series import Direction, Rhythm
from lfjb_desk.domain.words import (
    MISSING,
    figure,
    listed,
    marker_words,
    month,
    months,
    number,
)
from lfjb_desk.papers.parts import lower_first, shorter, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block
    from lfjb_desk.domain.figures import Target
    from lfjb_desk.domain.views.series import Point, Series

FEWEST_FOR_CHART = 5
"""Under five figures a table says it better than a chart."""
MOST_SHOWN = 20
"""Periods shown; older ones stay in the window."""
LONGEST_ALT = 250

_CAUTION = "A rise or fall of one period may be chance, and does not say why."
_CELL = re.compile(r"(?P<where>.*), cell (?P<column>[A-Z]+)(?P<row>\d+)")
_MOVED = {Direction.UP: "rose to", Direction.DOWN: "fell to", Direction.SAME: "stayed at"}
_APRIL = 4


def shown(series: Series) -> tuple[Point, ...]:
    """Return the newest periods, from the first that has a figure or a marker."""
    points = series.points[-MOST_SHOWN:]
    held = [place for place, point in enumerate(points) if not _gap(point)]
    return points[held[0] : held[-1] + 1] if held else ()


def _gap(point: Point) -> bool:
    return point.value is None and point.marker is None


def charted(series: Series) -> bool:
    """Tell whether a series has figures enough for a chart."""
    return sum(point.value is not None for point in shown(series)) >= FEWEST_FOR_CHART


def performance_blocks(
    series: Series,
    anchor: str,
    *,
    elsewhere: bool = False,
    flags: tuple[tuple[int, str], ...] = (),
    height_cm: float = 7.2,
) -> tuple[Block, ...]:
    """Return all that a paper says of one series; `elsewhere` when it is not the area's own."""
    place = series.place if elsewhere else ""
    blocks: list[Block] = [
        MessageTitle(claim(series, place), anchor),
        Paragraph(measure_line(series), Style.MEASURE),
    ]
    if charted(series):
        blocks.append(chart(series, flags, height_cm))
    blocks.append(Paragraph(sentences(series)))
    blocks.append(table(series))
    return tuple(blocks)


def claim(series: Series, place: str = "") -> str:
    """Return what the figure did, in at most 60 characters and without a cause."""
    name = shorter(series.measure.name)
    measure, latest = series.measure, series.latest
    value = figure(latest.value, measure.unit, measure.decimals, latest.marker)
    if latest.value is None:
        return titled(f"{name}: no newest figure", "The newest figure is not available")
    moved = _MOVED.get(series.direction)
    said = f"{name} {moved} {value}" if moved else f"{name}: {value}"
    if not place:
        return titled(said, f"{name}: {value}", f"The newest figure is {value}")
    return titled(f"{place}: {lower_first(said)}", said, f"{name}: {value}", f"{place}: {value}")


def measure_line(series: Series) -> str:
    """Return what is measured, where, for which periods, and where the axis starts."""
    points = shown(series)
    kind = {Rhythm.MONTH: "each month", Rhythm.QUARTER: "each quarter", Rhythm.YEAR: "each year"}
    every = kind.get(series.strand.rhythm, "each period") if points[1:] else "one period"
    span = months(points[0].start, points[-1].end) if points else "no period"
    said = f"{series.measure.name}, {series.place}, {every}, {span}."
    if not charted(series):
        return f"{said} Too few figures for a chart."
    low = axis_low(series)
    unit = series.measure.unit
    return f"{said} The axis starts at {figure(low, unit, _plain_decimals(low))}."


def _plain_decimals(value: Decimal) -> int:
    return 0 if value == value.to_integral_value() else 1


def axis_low(series: Series) -> Decimal:
    """Return where the axis starts: 0, or a round figure below values that all lie high."""
    target = series.target
    ends = (target.low, target.high) if target else ()
    values = [value for value in (*series.values[-MOST_SHOWN:], *ends) if value is not None]
    lowest, highest = min(values), max(values)
    if lowest <= 0 or lowest * 2 < highest:
        return Decimal(0)
    step: Decimal = Decimal(5).scaleb(highest.adjusted() - 1)
    steps = int(lowest / step)
    return steps * step


def chart(series: Series, flags: tuple[tuple[int, str], ...], height_cm: float) -> Chart:
    """Return the native chart of a series with its peer and target; a gap stays a gap."""
    points, measure = shown(series), series.measure
    lines = [Drawn(series.place, tuple(point.value for point in points))]
    peer = _peer_values(series, points)
    if any(value is not None for value in peer):
        lines.append(Drawn(series.peer.name if series.peer else "", peer, SeriesKind.PEER))
    band, target = _aim(series.target)
    if target is not None and series.target is not None:
        name = f"Target {_aim_words(series)}"
        lines.append(Drawn(name, (target,) * len(points), SeriesKind.TARGET))
    return Chart(
        title=shorter(measure.name),
        alt=_alt(series, points),
        categories=tuple(category(series, point) for point in points),
        series=tuple(lines),
        unit=measure.unit,
        decimals=measure.decimals,
        low=axis_low(series),
        band=band,
        height_cm=height_cm,
        flags=flags,
    )


def _peer_values(series: Series, points: Sequence[Point]) -> tuple[Decimal | None, ...]:
    if series.peer is None:
        return ()
    by_start = dict(zip((point.start for point in series.points), series.peer.values, strict=True))
    return tuple(by_start.get(point.start) for point in points)


def _aim(target: Target | None) -> tuple[tuple[Decimal, Decimal] | None, Decimal | None]:
    """Return a target as a band, or as one line."""
    if target is None:
        return None, None
    if target.low is not None and target.high is not None and target.low < target.high:
        return (target.low, target.high), None
    return None, target.high if target.low is None else target.low


def _aim_words(series: Series) -> str:
    target, measure = series.target, series.measure
    _, end = _aim(target)
    words = figure(end, "%" if measure.unit == "%" else "", measure.decimals)
    if target is None or target.low == target.high:
        return words
    return f"at most {words}" if target.low is None else f"at least {words}"


def target_words(series: Series | None) -> str:
    """Return a target for a table: `at most 26 weeks`, `40 to 44 weeks`, `None set`."""
    if series is None or series.target is None:
        return "None set"
    band, _ = _aim(series.target)
    if band is None:
        unit = "" if series.measure.unit in {"%", "rate", "ratio"} else f" {series.measure.unit}"
        return f"{_aim_words(series)}{unit}"
    high = figure(band[1], series.measure.unit, series.measure.decimals)
    return f"{number(band[0], series.measure.decimals)} to {high}"


def _alt(series: Series, points: Sequence[Point]) -> str:
    measure = series.measure
    known = [point for point in points if point.value is not None]
    first, last = known[0], known[-1]
    low = min(known, key=lambda point: point.value or Decimal(0))
    high = max(known, key=lambda point: point.value or Decimal(0))

    def said(point: Point) -> str:
        return f"{figure(point.value, measure.unit, measure.decimals)} in {category(series, point)}"

    text = (
        f"Line chart, {len(points)} periods, {series.place}. From {said(first)} to {said(last)}. "
        f"Lowest {said(low)}, highest {said(high)}."
    )
    if series.target is not None:
        text += f" Target {target_words(series)}."
    return text if len(text) <= LONGEST_ALT else f"{text[: LONGEST_ALT - 1]}…"


def category(series: Series, point: Point) -> str:
    """Return the short name of a period on an axis: `2023-24 Q4`, `2024 Q1`, `2023-24`."""
    kind = series.strand.rhythm
    if kind is Rhythm.QUARTER:
        year, quarter = year_and_quarter(series, point)
        return f"{year} Q{quarter}"
    if kind is Rhythm.YEAR:
        return _year(point, financial=point.start.month == _APRIL)
    return month(point.start) if kind is Rhythm.MONTH else point.label


def _year(point: Point, *, financial: bool) -> str:
    year = point.start.year
    if not financial:
        return str(year)
    begins = year if point.start.month >= _APRIL else year - 1
    return f"{begins}-{(begins + 1) % 100:02}"


def year_and_quarter(series: Series, point: Point) -> tuple[str, int]:
    """Return year and quarter, in financial years where the publisher counts in them."""
    financial = any(re.search(r"\d{4}-\d\d\b", one.label) for one in series.points)
    months_in = point.start.month - (_APRIL if financial else 1)
    return _year(point, financial=financial), months_in % 12 // 3 + 1


def sentences(series: Series) -> str:
    """Return two short sentences or so: what the figure did, and what that cannot prove."""
    said = list(series.sentences)
    if charted(series):
        said = [*said[:3], _CAUTION]
    return " ".join(said) or _CAUTION


def table(series: Series) -> Table:
    """Return the figures as a captioned table with markers explained and the source under it."""
    points = shown(series)
    quarters = series.strand.rhythm is Rhythm.QUARTER
    columns, rows = (_by_quarter if quarters else _by_period)(series, points)
    measure = series.measure
    marks = sorted({cell for row in rows for cell in row[1:] if cell.startswith("[")})
    marks = sorted({mark for cell in marks for mark in re.findall(r"\[\w+\]", cell)})
    marks += sorted({p.marker for p in points if p.marker and p.marker not in marks})
    unit = "" if measure.unit in {"rate", "ratio", ""} else f"Figures are {_unit(measure.unit)}."
    note = " ".join([unit, *(f"{marker_words(mark)}." for mark in marks)]).strip()
    return Table(
        title=f"{measure.name}, {series.place}",
        description=f"{measure.name} by {'year and quarter' if quarters else 'period'}.",
        columns=columns,
        rows=rows,
        captioned=True,
        note=note,
        source=source(series, points),
    )


def _unit(unit: str) -> str:
    return "percentages" if unit == "%" else f"in {unit}"


def _value(series: Series, value: Decimal | None, marker: str | None) -> str:
    said = MISSING if value is None else number(value, series.measure.decimals)
    if value is None and marker:
        return marker
    return f"{said} {marker}" if marker else said


Rows = tuple[tuple[str, ...], ...]


def _by_quarter(series: Series, points: Sequence[Point]) -> tuple[tuple[Column, ...], Rows]:
    peer = dict(zip(points, _peer_values(series, points), strict=True)) if series.peer else {}
    peered = any(value is not None for value in peer.values())
    columns = [Column("Year", 2.6, bold=True)]
    columns += [Column("Place", 5.0)] if peered else []
    columns += [Column(f"Q{quarter}", 2.3, figures=True) for quarter in range(1, 5)]
    rows = []
    for year, held in groupby(points, key=lambda point: year_and_quarter(series, point)[0]):
        of_year = {year_and_quarter(series, point)[1]: point for point in held}
        cells = [
            _value(series, of_year[quarter].value, of_year[quarter].marker)
            if quarter in of_year
            else MISSING
            for quarter in range(1, 5)
        ]
        rows.append((year, series.place, *cells) if peered else (year, *cells))
        if peered and series.peer:
            values = [peer.get(of_year[q]) if q in of_year else None for q in range(1, 5)]
            named = [_value(series, value, None) for value in values]
            rows.append((year, series.peer.name, *named))
    return tuple(columns), tuple(rows)


def _by_period(series: Series, points: Sequence[Point]) -> tuple[tuple[Column, ...], Rows]:
    peer = _peer_values(series, points)
    peered = any(value is not None for value in peer)
    columns = [Column("Period", 4.6, bold=True), Column(series.place, 4.4, figures=True)]
    if peered and series.peer:
        columns.append(Column(series.peer.name, 4.4, figures=True))
    rows = []
    for place, point in enumerate(points):
        row = [category(series, point), _value(series, point.value, point.marker)]
        rows.append((*row, _value(series, peer[place], None)) if peered else tuple(row))
    return tuple(columns), tuple(rows)


def source(series: Series, points: Sequence[Point]) -> str:
    """Return where the figures were read: publisher, file, sheet and the range of cells."""
    places: dict[str, list[str]] = {}
    for point in points:
        if found := _CELL.fullmatch(point.source):
            places.setdefault(found["where"], []).append(f"{found['column']}{found['row']}")
        elif point.source:
            places.setdefault(point.source, [])
    said = [f"{where}, {_cells(cells)}" if cells else where for where, cells in places.items()]
    read = series.source.rpartition(", imported ")[2].rstrip(".") if series.source else ""
    when = f" Imported {read}." if ", imported " in series.source else ""
    return f"Source: {series.strand.publisher}. {'; '.join(said)}.{when}"


def _cells(cells: Sequence[str]) -> str:
    """Return cells as ranges: `cells B4 to B17 and B20`."""
    parts = [re.fullmatch(r"([A-Z]+)(\d+)", cell) for cell in cells]
    known = [(part[1], int(part[2])) for part in parts if part]
    if not known[1:]:
        return f"cell {cells[0]}"
    columns, rows = {column for column, _ in known}, {row for _, row in known}
    if len(rows) == 1 and len(columns) > 1:
        return f"cells {cells[0]} to {cells[-1]}"
    runs: list[list[tuple[str, int]]] = []
    for column, row in sorted(known):
        if runs and runs[-1][-1] == (column, row - 1):
            runs[-1].append((column, row))
        else:
            runs.append([(column, row)])
    named = [
        f"{run[0][0]}{run[0][1]}" + (f" to {run[-1][0]}{run[-1][1]}" if run[1:] else "")
        for run in runs
    ]
    return f"cells {listed(named)}"
