"""Native charts: what they show as Word's own chart XML, names at the right end, no legend."""

from dataclasses import dataclass, field

from lfjb_desk.domain.axis import Axis
from lfjb_desk.domain.blocks import Chart, ChartSeries, SeriesKind, SignalKind
from lfjb_desk.domain.formatting import lower_first
from lfjb_desk.word import look
from lfjb_desk.word.look import XML, A, C, R
from lfjb_desk.word.writing.axis_labels import AxisLabels, axis_labels
from lfjb_desk.word.writing.chart_parts import (
    NO_MARKER,
    axes,
    category_values,
    drop_lines,
    line_format,
    marker,
    name_label,
    no_labels,
    value_label,
    words_label,
)
from lfjb_desk.word.writing.end_names import apart
from lfjb_desk.word.writing.label_places import (
    ANEW_DEPTH,
    AREA_HEIGHT,
    LABEL_CM,
    REFERENCE,
    flag_depths,
    flag_side,
    value_side,
)
from lfjb_desk.word.writing.text import clean
from lfjb_desk.word.writing.workbook import reference, workbook

_MANY_PLACES = 30
_MAIN_WIDTH = 31750
_SHAPE = (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
    '<c:yMode val="edge"/><c:x val="0.06"/><c:y val="0.03"/><c:w val="0.72"/>'
    f'<c:h val="{AREA_HEIGHT}"/></c:manualLayout></c:layout>'
)
NEW_LIMITS = "New limits"
"""Stands where limits start anew after a gap; the note below the chart says why."""
_STRAIGHT = '<c:smooth val="0"/>'


@dataclass(frozen=True)
class Drawn:
    """A series as it is drawn: its name, a value for each place, and the inside of its XML."""

    name: str
    values: tuple[float | None, ...]
    before: str
    labels: str = ""
    after: str = ""
    bar: bool = False


@dataclass
class _Sheet:
    """The series of one chart in the order of the workbook's columns."""

    chart: Chart
    axis: Axis
    drawn: list[Drawn] = field(default_factory=list)

    @property
    def places(self) -> int:
        """Return how many places the axis has: one stays empty after the last."""
        return len(self.chart.categories) + 1


def chart_files(chart: Chart, relation: str = "rId1") -> tuple[bytes, bytes]:
    """Return the chart part and its workbook; `relation` leads from one to the other."""
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            raise ValueError(
                f"“{series.name}” has not one value for each place of “{chart.title}”."
            )
    sheet = _Sheet(chart, chart.axis)
    offsets = _offsets(sheet)
    _add_band(sheet, offsets.get("", 0.0))
    for series in sorted(chart.series, key=lambda series: _ORDER[series.kind]):
        sheet.drawn.append(_drawn(sheet, series, offsets.get(series.name, 0.0)))
    _add_flags(sheet)
    _add_anew(sheet)
    names = axis_labels(chart.categories)
    return _xml(sheet, names, relation).encode(), workbook(_rows(sheet, names))


_ORDER = {
    kind: index
    for index, kind in enumerate(
        (SeriesKind.LIMIT, SeriesKind.MEAN, SeriesKind.TARGET, SeriesKind.PEER, SeriesKind.MAIN)
    )
}
_SIGNALS = {  # shape first, colour second: grey print and every eye must tell them apart
    SignalKind.BETTER: ("diamond", 11, look.BETTER),
    SignalKind.WORSE: ("square", 9, look.WORSE),
    SignalKind.NEITHER: ("circle", 9, look.PAPER),
}


def _number_code(chart: Chart, decimals: int | None = None) -> str:
    decimals = chart.decimals if decimals is None else decimals
    digits = "0." + "0" * decimals if decimals else "0"
    return f"#,##{digits}" + ('"%"' if chart.unit == "%" else "")


def _drawn(sheet: _Sheet, series: ChartSeries, offset: float) -> Drawn:
    values = tuple(None if value is None else float(value) for value in series.values)
    name = clean(series.name)
    if series.kind in REFERENCE:
        dash = {SeriesKind.LIMIT: "sysDash", SeriesKind.TARGET: "dash"}.get(series.kind, "")
        colour = look.INK if series.kind is SeriesKind.TARGET else look.SOFT
        width = 19050 if series.kind is SeriesKind.TARGET else 12700
        form = line_format(colour, width, dash) + NO_MARKER
        if values[-1] is None:
            return Drawn(name, (*values, None), form, no_labels())
        label = name_label(
            sheet.places - 1, colour, _number_code(sheet.chart), offset, value=not _has_figure(name)
        )
        return Drawn(name, (*values, values[-1]), form, label)
    newest = _newest(values)
    if series.kind is SeriesKind.PEER:
        form = line_format(look.PEER, 19050, "") + marker(
            "x", 4 if sheet.places > _MANY_PLACES else 5, look.PEER, look.PEER
        )
        label = name_label(newest, look.PEER, _number_code(sheet.chart), offset, value=True)
        return Drawn(name, (*values, None), form, label)
    form = line_format(look.MAIN, _MAIN_WIDTH, "") + marker(
        "circle", 5 if sheet.places > _MANY_PLACES else 7, look.MAIN, look.MAIN
    )
    form += _marked_points(sheet.chart)
    return Drawn(name, (*values, None), form, _main_label(sheet, newest, offset))


def _marked_points(chart: Chart) -> str:
    """Return the points that differ: a shape for a signal, dashes towards what may yet change."""
    signals, points = dict(chart.signals), ""
    for index in sorted({*signals, *chart.unsettled}):
        shape = marker(*_SIGNALS[signals[index]], look.MAIN) if index in signals else ""
        dashes = line_format(look.MAIN, _MAIN_WIDTH, "dash") if index in chart.unsettled else ""
        points += f'<c:dPt><c:idx val="{index}"/>{shape}<c:bubble3D val="0"/>{dashes}</c:dPt>'
    return points


def _main_label(sheet: _Sheet, newest: int, offset: float) -> str:
    code = _number_code(sheet.chart)
    lines = [
        series for series in sheet.chart.series if series.kind in {SeriesKind.MAIN, SeriesKind.PEER}
    ]
    if lines[1:]:
        return name_label(newest, look.MAIN, code, offset, value=True, bold=True)
    if newest < 0:
        return no_labels()
    return value_label(newest, value_side(sheet.chart), code, offset)


def _newest(values: tuple[float | None, ...]) -> int:
    """Return the place of the last value, or -1."""
    return max((index for index, value in enumerate(values) if value is not None), default=-1)


def _has_figure(name: str) -> bool:
    return any(letter.isdigit() for letter in name)


def _offsets(sheet: _Sheet) -> dict[str, float]:
    """Return how far down each name at the right end moves, so that none covers another."""
    ends, chart = {}, sheet.chart
    several = [
        series for series in sheet.chart.series if series.kind in {SeriesKind.MAIN, SeriesKind.PEER}
    ]
    for series in sheet.chart.series:
        last = next((value for value in reversed(series.values) if value is not None), None)
        named = series.values[-1] is not None if series.kind in REFERENCE else several[1:]
        beside = series.kind is SeriesKind.MAIN and not several[1:] and value_side(chart) == "r"
        if last is not None and (named or beside):
            ends[series.name] = sheet.axis.height(last) * AREA_HEIGHT
    if sheet.chart.band:
        ends[""] = sheet.axis.height(sum(sheet.chart.band) / 2) * AREA_HEIGHT
    moved = apart(list(ends.values()), LABEL_CM / sheet.chart.height_cm)
    return {name: -round(move, 4) for name, move in zip(ends, moved, strict=True)}


def _add_band(sheet: _Sheet, offset: float) -> None:
    """Add the target range: an unseen bar, the band upon it, and a line that carries its name."""
    if not sheet.chart.band:
        return
    low, high = map(float, sheet.chart.band)
    ends = " to ".join(f"{end.normalize():,f}" for end in sheet.chart.band)
    name = f"Target {ends}{'%' if sheet.chart.unit == '%' else ''}"
    unseen = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    fill = f'<a:solidFill><a:srgbClr val="{look.BAND_FILL}"/></a:solidFill>'
    seen = f'<c:spPr>{fill}<a:ln w="9525">{fill}</a:ln></c:spPr>'
    level = '<c:invertIfNegative val="0"/>'
    count = sheet.places
    label = name_label(count - 1, look.INK, _number_code(sheet.chart), offset, value=False)
    hidden = '<c:spPr><a:ln w="12700"><a:noFill/></a:ln></c:spPr>' + NO_MARKER
    sheet.drawn += [
        Drawn("Place of the target range: its foot", (low,) * count, unseen + level, bar=True),
        Drawn(
            "Place of the target range: its height", (high - low,) * count, seen + level, bar=True
        ),
        Drawn(name, ((low + high) / 2,) * count, hidden, label),
    ]


def _add_flags(sheet: _Sheet) -> None:
    """Add finished actions: a flag near the top, a dotted line down to the measure."""
    if not sheet.chart.flags:
        return
    axis, flags = sheet.axis, dict(sheet.chart.flags)
    low, high = float(axis.low), float(axis.high)
    tops = {place: round(high - (high - low) * down, 6) for place, down in flag_depths(sheet.chart)}
    main = next((series for series in sheet.chart.series if series.kind is SeriesKind.MAIN), None)
    drops = {
        place: tops[place] - float(value)
        for place in flags
        if main and (value := main.values[place]) is not None
    }
    values = tuple(tops.get(index) for index in range(sheet.places))
    hidden = '<c:spPr><a:ln w="12700"><a:noFill/></a:ln></c:spPr>'
    form = hidden + marker("triangle", 9, look.LATE, look.LATE)
    labels = "".join(
        words_label(place, clean(words), look.LATE, flag_side(sheet.chart, place))
        for place, words in sorted(flags.items())
    )
    sheet.drawn.append(
        Drawn(
            "Place of the mark: action finished",
            values,
            form,
            no_labels(labels),
            drop_lines(drops, sheet.places),
        )
    )


def _add_anew(sheet: _Sheet) -> None:
    """Add where limits start anew after a gap: words near the top, a dotted line to the axis."""
    if not sheet.chart.anew:
        return
    low, high = float(sheet.axis.low), float(sheet.axis.high)
    top = round(high - (high - low) * ANEW_DEPTH, 6)
    places = sheet.chart.anew
    values = tuple(top if index in places else None for index in range(sheet.places))
    labels = "".join(
        words_label(place, NEW_LIMITS, look.SOFT, flag_side(sheet.chart, place)) for place in places
    )
    hidden = '<c:spPr><a:ln w="12700"><a:noFill/></a:ln></c:spPr>'
    lines = drop_lines(dict.fromkeys(places, top - low), sheet.places, look.SOFT)
    sheet.drawn.append(
        Drawn(
            "Place of the mark: limits start anew",
            values,
            hidden + NO_MARKER,
            no_labels(labels),
            lines,
        )
    )


def _rows(sheet: _Sheet, names: AxisLabels) -> list[list[str | float | None]]:
    """Return the rows of the workbook: a head that names the chart, then one for each place."""
    first, *others = names.heads
    heads = (f"{clean(sheet.chart.title)}: {lower_first(first)}", *others)
    rows: list[list[str | float | None]] = [[*heads, *(drawn.name for drawn in sheet.drawn)]]
    for index, named in enumerate(names.cells):
        rows.append([*named, *[drawn.values[index] for drawn in sheet.drawn]])
    return rows


def _xml(sheet: _Sheet, names: AxisLabels, relation: str) -> str:
    places = category_values(names)
    bars, lines = "", ""
    for index, drawn in enumerate(sheet.drawn):
        series = _series(index, drawn, len(names.heads) + index, places)
        if drawn.bar:
            bars += series
        else:
            lines += series
    if bars:
        bars = (
            '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
            f'{bars}<c:gapWidth val="0"/><c:overlap val="100"/><c:axId val="1001"/>'
            '<c:axId val="1002"/></c:barChart>'
        )
    lines = (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{lines}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>'
    )
    number = _number_code(sheet.chart, sheet.axis.decimals)
    return (
        f'{XML}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        '<c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_SHAPE}{bars}{lines}{axes(sheet.axis, number)}"
        "<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100">'
        f'<a:latin typeface="{look.FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p>'
        "</c:txPr>"
        f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(index: int, drawn: Drawn, column: int, labels: str) -> str:
    name = drawn.name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    count, columns = len(drawn.values), range(column, column + 1)
    points = "".join(
        [
            f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>'
            for at, value in enumerate(drawn.values)
            if value is not None
        ]
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef>'
        f"<c:f>{reference(range(1), columns)}</c:f>"
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v>'
        f"</c:pt></c:strCache></c:strRef></c:tx>{drawn.before}{drawn.labels}{drawn.after}{labels}"
        f"<c:val><c:numRef><c:f>{reference(range(1, count + 1), columns)}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache>'
        "</c:numRef>"
        f"</c:val>{'' if drawn.bar else _STRAIGHT}</c:ser>"
    )
