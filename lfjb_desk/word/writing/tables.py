"""Tables: rules across, a head that repeats, rows that never split, no cell without words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from lfjb_desk.domain.blocks import Line, PaperColumn, Span, Strip, Table
from lfjb_desk.word import look
from lfjb_desk.word.look import twips
from lfjb_desk.word.writing.text import FILL, NONE, attribute, run, shown, spans, texts

WHOLE_UP_TO = 3
"""A table with so many rows or fewer stays on one page; a longer one may go on over the page."""

_GAP = f'<w:ind w:right="{twips(0.15)}"/>'


@dataclass(frozen=True)
class Setting:
    """What a table needs to know of its paper: style identifiers, page numbers, and the frame."""

    styles: Mapping[str, str]
    pages: Mapping[str, int] | None
    frame: int
    """Width of the text on the page, in twentieths of a point."""


def table(block: Table, setting: Setting, *, new_page: bool = False) -> list[str]:
    """Return a table row by row; with a source line its last row holds on to it."""
    widths = _widths([column.width_cm for column in block.columns], setting.frame)
    forms = [
        _Form(column, width, setting) for column, width in zip(block.columns, widths, strict=True)
    ]
    # A figure column followed by a column of words would crowd it.
    for form, following in pairwise(forms):
        form.gap = form.column.figures and not following.column.figures
    head = "".join(form.head(turn=new_page and index == 0) for index, form in enumerate(forms))
    return [
        opening(setting.styles["lfjb table"], widths, block.title, block.description),
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>",
        *_rows(block, forms),
        "</w:tbl>",
    ]


class _Form:
    """The XML before and after the words of a cell in one column."""

    def __init__(self, column: PaperColumn, width: int, setting: Setting) -> None:
        self.column = column
        self.gap = False
        self._setting = setting
        self._open = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'

    def head(self, *, turn: bool) -> str:
        side = '<w:jc w:val="right"/>' if self.column.figures else ""
        paragraph = self._paragraph("table head", "<w:pageBreakBefore/>" if turn else "", side)
        words = run(shown(self.column.heading))
        return f"{self._open}</w:tcPr>{paragraph}{words}</w:p></w:tc>"

    def around(self, *, hold: bool) -> tuple[str, str]:
        """Return what stands before and after the plain words of a cell."""
        weight = "<w:rPr><w:b/></w:rPr>" if self.column.bold else ""
        return (
            f'{self._open}</w:tcPr>{self._cell(hold=hold)}<w:r>{weight}<w:t xml:space="preserve">',
            "</w:t></w:r></w:p></w:tc>",
        )

    def rich(self, line: tuple[Span, ...], *, hold: bool) -> str:
        """Return a whole cell whose words have forms of their own."""
        tones = {FILL.get(span.tone) for span in line}
        fill = tones.pop() if len(tones) == 1 else None
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        words = spans(line, self._setting.pages, self._setting.styles["hyperlink"])
        return f"{self._open}{shade}</w:tcPr>{self._cell(hold=hold)}{words}</w:p></w:tc>"

    def _cell(self, *, hold: bool) -> str:
        kind = "table number" if self.column.figures else "table text"
        return self._paragraph(kind, "<w:keepNext/>" if hold else "", "")

    def _paragraph(self, kind: str, before: str, after: str) -> str:
        gap = _GAP if self.gap else ""
        style = self._setting.styles[kind]
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}{gap}{after}</w:pPr>'


def _rows(block: Table, forms: list[_Form]) -> list[str]:
    """Return the rows; all plain words are made fit for XML in one sweep."""
    width = len(forms)
    if set(map(len, block.rows)) - {width}:
        raise ValueError(f"A row of the table “{block.title}” does not have {width} cells.")
    cells = list(chain.from_iterable(block.rows))
    rich = set()
    if set(map(type, cells)) - {str}:
        rich = {index // width for index, cell in enumerate(cells) if not isinstance(cell, str)}
        ready = texts([cell if isinstance(cell, str) else NONE for cell in cells])
    else:
        ready = texts(cells)  # type: ignore[arg-type]  # no cell is rich
    loose, kept = _row_form(forms, hold=False), _row_form(forms, hold=True)
    out = []
    kept_indices = _kept_together(len(block.rows), to_source=bool(block.source))
    for index, words in enumerate(zip(*[iter(ready)] * width, strict=True)):
        hold = index in kept_indices
        if index in rich:
            out.append(_mixed_row(block.rows[index], words, forms, hold=hold))
        else:
            out.append((kept if hold else loose) % words)
    return out


def _kept_together(count: int, *, to_source: bool) -> set[int]:
    """Return the places of the rows that keep with what follows them.

    A longer table has two rows at least under its head, and on the page where it ends.
    """
    rows = range(count)
    kept = set(rows[:-1]) if count <= WHOLE_UP_TO else {rows[0], rows[-2]}
    return kept | set(rows[-1:]) if to_source else kept


def _row_form(forms: list[_Form], *, hold: bool) -> str:
    around = [form.around(hold=hold) for form in forms]
    inside = "".join(f"{before}%s{after}" for before, after in around)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"


def _mixed_row(
    row: tuple[Line, ...], words: tuple[str, ...], forms: list[_Form], *, hold: bool
) -> str:
    cells = []
    for cell, word, form in zip(row, words, forms, strict=True):
        if isinstance(cell, str):
            before, after = form.around(hold=hold)
            cells.append(f"{before}{word}{after}")
        else:
            cells.append(form.rich(cell, hold=hold))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def strip(block: Strip, setting: Setting) -> str:
    """Return the line of sight: a head over each cell, all of one width."""
    widths = [setting.frame // len(block.cells)] * len(block.cells)
    description = "From left to right: " + ", ".join(head for head, _ in block.cells)

    def cell(width: int, style: str, inside: str, shade: str = "") -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>'
            f'<w:pStyle w:val="{setting.styles[style]}"/></w:pPr>{inside}</w:p></w:tc>'
        )

    # The white words bring their own ground, since an edited template may lose the table style's.
    dark = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.MAIN}"/>'
    head = "".join(
        cell(width, "table head", run(shown(name), '<w:color w:val="FFFFFF"/>'), dark)
        for width, (name, _) in zip(widths, block.cells, strict=True)
    )
    body = "".join(
        cell(width, "table text", spans(line, setting.pages, setting.styles["hyperlink"]))
        for width, (_, line) in zip(widths, block.cells, strict=True)
    )
    return (
        opening(setting.styles["lfjb strip"], widths, block.title, description)
        + f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{body}</w:tr></w:tbl>"
    )


def _widths(wanted: list[float], frame: int) -> list[int]:
    """Return widths in twentieths of a point, narrowed together where they pass the frame."""
    widths = [twips(width) for width in wanted]
    wide = sum(widths)
    return [width * frame // wide for width in widths] if wide > frame else widths


def opening(style: str, widths: list[int], title: str, description: str) -> str:
    """Return what stands before the rows of a table: its look, its name and its columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(title)}/>"
        f"<w:tblDescription w:val={attribute(description or title)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
