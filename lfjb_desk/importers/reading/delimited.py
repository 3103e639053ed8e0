"""Text files of separated values: how they are encoded, separated, and read strictly."""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.language.markers import uses_decimal_comma
from lfjb_desk.importers.reading.front_door import SAFE, is_called_package, no_workbook
from lfjb_desk.importers.reading.xml_scan import MOST_CELLS

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
_SAMPLE = 200  # rows looked at to find the separator
STEERING = re.compile(r"[\0-\x08\x0b\x0e-\x1f]")
LOST = "\ufffd"
LETTERS_LOST = "Some letters were lost before the file came here; look at the names."
_BOMS = {
    codecs.BOM_UTF8: ("utf-8-sig", "UTF-8"),
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}


def read_delimited(name: str, data: bytes) -> tuple[Grid, tuple[str, ...]]:
    """Return the one grid of a text file, and how it was read.

    Raises:
        ImportRefusedError: when the text or its table is broken; nothing is mended by guess.
    """
    content, encoding = _decode(name, data)
    if steering := STEERING.search(content):
        line = content.count("\n", 0, steering.start()) + 1
        raise ImportRefusedError(steered(name, line))
    content, separator = find_separator(name, content)
    rows = _rows(name, content, separator)
    commas = _decimal_comma(rows, separator)
    notes = [read_as(encoding, separator)]
    if commas:
        notes.append("A comma was read as the decimal sign, as in 41,2.")
    if LOST in content:
        notes.append(LETTERS_LOST)
    return Grid("", rows, decimal_comma=commas), tuple(notes)


def read_as(encoding: str, separator: str) -> str:
    """Return the note on how a text file was read."""
    return f"Read as {encoding}, separated by {_SEPARATORS[separator]}."


def steered(name: str, line: int) -> str:
    """Return the refusal of a text that holds a control character."""
    return f"{name} is not a plain table: line {line} holds a control character. {SAFE}"


def encodings(head: bytes) -> tuple[tuple[str, str], ...]:
    """Return the codecs that a text beginning so may have, each with its name for the user.

    The first that decodes all of it is the right one: Windows-1252 takes nearly any bytes and
    is asked only where UTF-8 will not do.
    """
    for bom, marked in _BOMS.items():
        if head.startswith(bom):
            return (marked,)
    # Text without a byte order mark has a nought in every other byte where it is UTF-16.
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[first:4000:2].count(0) * 10 > len(head[:4000]) * 4:
            return ((codec, "UTF-16"),)
    return (("utf-8", "UTF-8"), ("cp1252", "Windows-1252 (it is not valid UTF-8)"))


def no_encoding(name: str) -> str:
    """Return the refusal of bytes that are no text in any of the encodings."""
    if is_called_package(name):
        return no_workbook(name)
    return (
        f"{name} is not text in UTF-8, UTF-16 or Windows-1252. {SAFE} "
        "Save it as \u201cCSV UTF-8\u201d and import that."
    )


def _decode(name: str, data: bytes) -> tuple[str, str]:
    for codec, called in encodings(data[:4000]):
        try:
            return data.decode(codec), called
        except UnicodeDecodeError:
            continue
    raise ImportRefusedError(no_encoding(name))


def find_separator(name: str, content: str) -> tuple[str, str]:
    """Return the text without a first line `sep=;`, and the separator."""
    first, _, rest = content.partition("\n")
    row_words = first.strip().strip('"').casefold()
    if row_words.startswith("sep=") and row_words[4:] in _SEPARATORS:
        return rest, row_words[4:]
    scores = {mark: _score(content, mark) for mark in _SEPARATORS}
    best = max(scores.values())
    marks = [mark for mark, score in scores.items() if score == best]
    if best == 0:
        _rows(name, content, ",")  # one unclosed quotation mark swallows every column
        raise ImportRefusedError(
            f"{name} has no columns: its lines hold no comma, semicolon, tab or bar. {SAFE}"
        )
    if len(marks) > 1:
        kinds = " or ".join(_SEPARATORS[mark] for mark in marks)
        raise ImportRefusedError(f"{name} may be separated by {kinds}. {SAFE}")
    return content, marks[0]


def _score(content: str, mark: str) -> int:
    """Return how well a separator cuts the first rows into the same number of columns."""
    widths: dict[int, int] = {}
    lines = csv.reader(io.StringIO(content, newline=""), delimiter=mark)
    try:
        for _, row in zip(range(_SAMPLE), lines, strict=False):
            if len(row) > 1:
                widths[len(row)] = widths.get(len(row), 0) + 1
    except csv.Error:
        pass  # the strict reading that follows says what is wrong
    return max(((width - 1) * count**2 for width, count in widths.items()), default=0)


def _rows(name: str, content: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    cells = 0
    lines = csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True)
    try:
        for row in lines:
            rows.append(row)
            cells += len(row)
            if cells > MOST_CELLS:
                raise ImportRefusedError(
                    f"{name} has more than {MOST_CELLS // 1_000_000} million cells. {SAFE} "
                    "Save only the rows you need."
                )
    except csv.Error:
        start = lines.line_num if not rows else _line_after(rows)
        raise ImportRefusedError(astray(name, start)) from None
    return rows


def astray(name: str, line: int) -> str:
    """Return the refusal of a text with a quotation mark that cannot be read."""
    return (
        f"{name} has a quotation mark that is not closed or stands astray in the row that "
        f"starts on line {line}. {SAFE} Mend that line and import the file again."
    )


def _line_after(rows: Iterable[list[str]]) -> int:
    return 1 + sum(1 + sum(len(cell.splitlines()) - 1 for cell in row if cell) for row in rows)


def _decimal_comma(rows: list[list[str]], separator: str) -> bool | None:
    """Return whether a comma is a decimal sign here; None where it cannot be told."""
    certain = any(uses_decimal_comma(row) for row in rows)
    if separator == ";":
        return True if certain else None
    return None if certain else False
