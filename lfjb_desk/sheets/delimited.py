"""Writes rows as CSV that no spreadsheet program takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from lfjb_desk.sheets.model import Cell, Number, SheetNotWrittenError, checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ACTIVE = re.compile(r"'*[=+\-@\t\r\n]")
"""How a text starts that a program might run; quotes before it are counted too, so that the
quote added here can always be told from one that was there."""


def to_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell | None]]) -> bytes:
    """Return rows as UTF-8 text with commas; numbers stay numbers, texts stay texts.

    None stands for nothing and leaves its cell empty.

    Raises:
        SheetNotWrittenError: when a text cannot be written whole.
    """
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(headings)
    for row in rows:
        lines.writerow([_text(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Number):
        return f"{cell.value:f}"
    if isinstance(cell, str):
        text = checked(cell, "to be saved")
        return f"'{text}" if _ACTIVE.match(text) else text
    raise SheetNotWrittenError("A cell to fill in has no place in CSV. No file was made.")
