"""The small parts of a chart: lines, markers, labels and axes."""

from collections.abc import Mapping

from lfjb_desk.domain.axis import Axis
from lfjb_desk.word import look
from lfjb_desk.word.writing.axis_labels import AxisLabels
from lfjb_desk.word.writing.text import clean
from lfjb_desk.word.writing.workbook import reference

NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'
_CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def _escaped(text: str) -> str:
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line_format(colour: str, width: int, dash: str) -> str:
    """Return the look of a line; `width` in English metric units, 12,700 to the point."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<c:spPr><a:ln w="{width}" cap="flat">{_fill(colour)}{dashed}<a:round/></a:ln></c:spPr>'


def marker(shape: str, size: int, fill: str, edge: str) -> str:
    """Return a marker: circle, square, diamond or triangle."""
    return (
        f'<c:marker><c:symbol val="{shape}"/><c:size val="{size}"/><c:spPr>{_fill(fill)}'
        f'<a:ln w="12700">{_fill(edge)}</a:ln></c:spPr></c:marker>'
    )


def text_format(points: int, colour: str, *, bold: bool = False) -> str:
    """Return the look of words in a chart."""
    return (
        '<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{points * 100}" b="{int(bold)}">'
        f'{_fill(colour)}<a:latin typeface="{look.FONT}"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def _shown(*, value: bool = False, name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def no_labels(but: str = "") -> str:
    """Return the labels of a series: none, but for those given."""
    return f"<c:dLbls>{but}{_shown()}</c:dLbls>"


def _moved(offset: float) -> str:
    where = f'<c:x val="0"/><c:y val="{offset}"/>'
    return f"<c:layout><c:manualLayout>{where}</c:manualLayout></c:layout>" if offset else ""


def name_label(
    index: int, colour: str, code: str, offset: float, *, value: bool, bold: bool = False
) -> str:
    """Return the name of a series at the right of one place, moved down by a share of the chart."""
    if index < 0:
        return no_labels()
    return no_labels(
        f'<c:dLbl><c:idx val="{index}"/>{_moved(offset)}<c:numFmt formatCode="{_code(code)}"'
        ' sourceLinked="0"/>'
        f'{_CLEAR}{text_format(11, colour, bold=bold)}<c:dLblPos val="r"/>'
        f"{_shown(value=value, name=True)}<c:separator> </c:separator></c:dLbl>"
    )


def value_label(index: int, side: str, code: str, offset: float = 0.0) -> str:
    """Return the newest figure beside its point; `side` is t, b or r, moved down by a share."""
    return no_labels(
        f'<c:dLbl><c:idx val="{index}"/>{_moved(offset)}'
        f'<c:numFmt formatCode="{_code(code)}" sourceLinked="0"/>'
        f'{_CLEAR}{text_format(12, look.MAIN, bold=True)}<c:dLblPos val="{side}"/>'
        f"{_shown(value=True)}</c:dLbl>"
    )


def words_label(index: int, words: str, colour: str, side: str) -> str:
    """Return a label of given words at one side, `l` or `r`, of a place."""
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>'
        "<a:r>"
        f'<a:rPr lang="en-GB" sz="1100" b="1">{_fill(colour)}</a:rPr><a:t>{_escaped(words)}</a:t>'
        f'</a:r></a:p></c:rich></c:tx><c:dLblPos val="{side}"/>{_shown(value=True)}</c:dLbl>'
    )


def drop_lines(drops: Mapping[int, float], count: int, colour: str = look.LATE) -> str:
    """Return dotted lines down from the points of a series; lengths in units of the axis."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{length!r}</c:v></c:pt>'
        for place, length in sorted(drops.items())
    )
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="cust"/>'
        '<c:noEndCap val="1"/><c:minus><c:numLit><c:formatCode>General</c:formatCode>'
        f'<c:ptCount val="{count}"/>{points}</c:numLit></c:minus><c:spPr><a:ln w="12700">'
        f'{_fill(colour)}<a:prstDash val="sysDot"/></a:ln></c:spPr></c:errBars>'
    )


def category_values(names: AxisLabels) -> str:
    """Return the names of the places; where quarters are few, their years stand under them."""
    count = len(names.cells)
    rows, heads = range(1, count + 1), len(names.heads)
    if names.years_under:
        levels = "".join(
            "<c:lvl>"
            + "".join(
                _point(index, words)
                for index, cells in enumerate(names.cells)
                if (words := cells[at]) is not None
            )
            + "</c:lvl>"
            for at in (-1, -2)
        )
        return (
            f"<c:cat><c:multiLvlStrRef><c:f>{reference(rows, range(heads - 2, heads))}</c:f>"
            f'<c:multiLvlStrCache><c:ptCount val="{count}"/>{levels}</c:multiLvlStrCache>'
            "</c:multiLvlStrRef></c:cat>"
        )
    points = "".join(_point(index, cells[-1] or " ") for index, cells in enumerate(names.cells))
    return (
        f"<c:cat><c:strRef><c:f>{reference(rows, range(heads - 1, heads))}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _point(index: int, words: str) -> str:
    return f'<c:pt idx="{index}"><c:v>{_escaped(words)}</c:v></c:pt>'


def _code(code: str) -> str:
    return code.replace('"', "&quot;")


def axes(axis: Axis, code: str) -> str:
    """Return both axes."""
    edge = f'<c:spPr><a:ln w="9525">{_fill(look.SOFT)}</a:ln></c:spPr>'
    thin = f'<c:spPr><a:ln w="6350">{_fill(look.GRID)}</a:ln></c:spPr>'
    grid = f"<c:majorGridlines>{thin}</c:majorGridlines>"
    words = text_format(11, look.INK)
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{edge}{words}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{float(axis.high)!r}"/><c:min val="{float(axis.low)!r}"/></c:scaling>'
        '<c:delete val="0"/>'
        f'<c:axPos val="l"/>{grid}<c:numFmt formatCode="{_code(code)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{words}<c:crossAx val="1001"/>'
        '<c:crosses val="min"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{float(axis.step)!r}"/></c:valAx>'
    )
