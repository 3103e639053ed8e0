"""The workbook behind a chart, so that Word can edit the data: five small parts."""

from collections.abc import Sequence

from lfjb_desk.word.look import OFFICE, PACKAGE, XML, R
from lfjb_desk.word.writing.package import zipped
from lfjb_desk.word.writing.text import clean

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIXED = {
    "[Content_Types].xml": (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml"'
        f' ContentType="{OFFICE}.spreadsheetml.sheet.main+xml"/><Override'
        ' PartName="/xl/worksheets/sheet1.xml"'
        f' ContentType="{OFFICE}.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{XML}<workbook xmlns="{_SHEET}" xmlns:r="{R}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
_BEFORE = zipped(((name, text.encode()) for name, text in _FIXED.items()), packed=False)
"""A zip of the four parts that are the same in every workbook; the sheet is put after them."""


def column_letters(place: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def workbook(rows: Sequence[Sequence[str | float | None]]) -> bytes:
    """Return an Excel workbook of one sheet; None leaves a cell empty, as a gap in the line."""
    letters = [column_letters(place) for place in range(max(map(len, rows)))]
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [
            f'<c r="{letter}{number}"{_words(value)}</c>'
            if isinstance(value, str)
            else f'<c r="{letter}{number}"><v>{value!r}</v></c>'
            for letter, value in zip(letters, row, strict=True)
            if value is not None
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    sheet = f'{XML}<worksheet xmlns="{_SHEET}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    return zipped([("xl/worksheets/sheet1.xml", sheet.encode())], packed=False, after=_BEFORE)


def _words(value: str) -> str:
    words = clean(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f' t="inlineStr"><is><t xml:space="preserve">{words}</t></is>'
