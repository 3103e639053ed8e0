"""How a workbook shows its cells, where that changes what they say; its engine does not tell.

A cell struck through may be done with, and a date shown as `Mar-26` names no day.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.importers.reading.sheet_parts import sheet_parts, value_of
from lfjb_desk.intake.packages import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int, int]
"""Row and column, from 0."""

_FONT = re.compile(r"<(?:\w+:)?font(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)
_STRIKE = re.compile(r"<(?:\w+:)?strike(?:\s+val=\"(\w+)\")?\s*/>")
_FONTS = re.compile(r"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\b[^>]*>")
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\s[^>]*>")
_CELL = re.compile(r"<(?:\w+:)?c\s[^>]*>")
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")
_MONTH_YEAR = "17"
"""The built-in format `mmm-yy`."""
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class CellMarks:
    """The cells of a sheet that are struck through, and those that show a month and no day."""

    struck: frozenset[Place] = frozenset()
    months: frozenset[Place] = frozenset()


def cell_marks(data: bytes) -> dict[str, CellMarks]:
    """Return the marks of each sheet of an .xlsx workbook by the sheet's name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if "xl/styles.xml" not in package.namelist():
                return {}
            struck, months = _styles(package.read("xl/styles.xml").decode("utf-8", "replace"))
            if not struck and not months:
                return {}
            return {
                name: CellMarks(frozenset(_cells(part, struck)), frozenset(_cells(part, months)))
                for name, part in sheet_parts(package)
            }
    except DAMAGE:
        return {}


def _styles(part: str) -> tuple[set[str], set[str]]:
    """Return the numbers of the styles that strike through, and of those that show a month."""
    fonts = _FONTS.search(part)
    struck_fonts = {
        str(at)
        for at, font in enumerate(_FONT.finditer(fonts[0] if fonts else ""))
        if (mark := _STRIKE.search(font[1] or "")) and mark[1] not in {"0", "false"}
    }
    month_formats = {_MONTH_YEAR} | {
        value_of(tag, "numFmtId")
        for tag in _FORMAT.findall(part)
        if _shows_month(html.unescape(value_of(tag, "formatCode")))
    }
    styles = _STYLES.search(part)
    tags = list(enumerate(_STYLE.findall(styles[0] if styles else "")))
    return (
        {str(at) for at, tag in tags if value_of(tag, "fontId") in struck_fonts},
        {str(at) for at, tag in tags if value_of(tag, "numFmtId") in month_formats},
    )


def _shows_month(code: str) -> bool:
    plain = _QUOTED.sub("", code.split(";", maxsplit=1)[0]).casefold()
    return "mm" in plain and "y" in plain and "d" not in plain and "h" not in plain


def _cells(part: str, styles: set[str]) -> Iterator[Place]:
    for tag in _CELL.findall(part) if styles else ():
        if value_of(tag, "s") in styles and (match := _PLACE.fullmatch(value_of(tag, "r"))):
            yield int(match[2]) - 1, _column(match[1])


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
