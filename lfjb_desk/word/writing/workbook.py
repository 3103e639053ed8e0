"""The workbook behind a chart, so that Word can edit the data."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_formula

from lfjb_desk.word.writing.text import clean

_SHEET = "Sheet1"
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(1980, 1, 1)  # noqa: DTZ001 - the day on which zips begin; it has no zone


def reference(rows: range, columns: range) -> str:
    """Return how a chart names cells of its workbook; rows 1 to 3 of column 0: `Sheet1!$A$2:$A$4`.

    Rows and columns are counted from 0.
    """
    return str(xl_range_formula(_SHEET, rows[0], columns[0], rows[-1], columns[-1]))


def workbook(rows: Sequence[Sequence[str | float | None]]) -> bytes:
    """Return an Excel workbook of one sheet; None leaves a cell empty, as a gap in the line.

    The same rows give the same bytes.
    """
    out = BytesIO()
    book: Any = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(_SHEET)
    for number, row in enumerate(rows):
        cells = [clean(value) if isinstance(value, str) else value for value in row]
        sheet.write_row(number, 0, cells)
    book.close()
    return out.getvalue()
