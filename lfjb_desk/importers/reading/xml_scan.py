"""A quick look through the XML parts of a workbook, for what would hurt the parser.

Parts are read in pieces and never built into trees, and the looking is left to searches that
run in C: a sheet of a million cells takes well under a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.intake.markup import check_declarations, check_encoding
from lfjb_desk.intake.packages import UnsafePartError

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # XFD1048576
MOST_CELLS = 5_000_000
MOST_MERGES, LARGEST_MERGE = 2_000, 10_000
LONGEST_RUN = 64 << 20  # bytes of text in one cell, or of one row

# How nearly all programs write a sheet; a piece written otherwise is measured slowly.
_COLUMNS = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,5}"')
_ROWS = re.compile(rb'<row r="([0-9]{1,7})"')
_CELL_ROWS = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,5})"')
_CELL, _ROW = re.compile(rb"<c[\s/>]"), re.compile(rb"<row[\s/>]")
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_ANY_REFERENCE = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]*)([0-9]*)\s*[\"']")
_ANY_CELL, _ANY_ROW = re.compile(rb"<(?:\w+:)?c[\s/>]"), re.compile(rb"<(?:\w+:)?row[\s/>]")
_MERGE = re.compile(rb"mergeCell\s[^>]*?ref\s*=\s*[\"']\s*([A-Za-z]+)(\d+)(?::([A-Za-z]+)(\d+))?")

# A number that no spreadsheet can hold, which the parser would give as nought or as endless.
_EXPONENT = re.compile(rb"(?:<v>|office:value=[\"'])[-+.0-9]+[eE][-+]?([0-9]{3,})[<\"']")
_LARGEST_EXPONENT = 307

_ROW_END = b"</table:table-row>"
_ROW_TAG = re.compile(rb"<table:table-row\b[^>]*>")
_ROWS_REPEATED = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d+)[\"']")
_COLUMNS_REPEATED = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d+)[\"']")
_SPANNED = re.compile(rb"number-(?:rows|columns)-spanned\s*=\s*[\"'](\d+)[\"']")


@dataclass(slots=True)
class _Bounds:
    """The box round the cells of one sheet."""

    rows: int = 0
    columns: int = 0
    merges: int = 0
    adrift_rows: int = 0  # rows and cells of an .xlsx sheet that do not say where they stand
    adrift_cells: int = 0
    empty_rows: int = 0  # rows of an .ods sheet that count once a full row follows
    before: int = 0  # cells in the sheets before this one, for .ods keeps all in one part

    @property
    def cells(self) -> int:
        box = (self.rows + self.adrift_rows) * (self.columns + self.adrift_cells)
        return self.before + box


def look_through(pieces: Iterator[bytes], *, ods: bool) -> int:
    """Return how many cells the box of this part has, having looked at all of it.

    Raises:
        UnsafePartError: when it holds what no published table holds.
    """
    bounds, measure = _Bounds(), _measure_ods if ods else _measure_xlsx
    cut = _ROW_END if ods else b"<"
    for first, piece in _whole(pieces, cut):
        if first:
            check_encoding(piece)
        check_declarations(piece)
        _check_exponents(piece)
        measure(piece, bounds)
        _check(bounds)
    return bounds.cells


def _whole(pieces: Iterator[bytes], cut: bytes) -> Iterator[tuple[bool, bytes]]:
    """Yield pieces that end where a tag (or a row) ends, and whether each is the first."""
    rest, first = b"", True
    for piece in pieces:
        joined = rest + piece
        end = joined.rfind(cut)
        end += len(cut) if cut == _ROW_END and end >= 0 else 0
        if end <= 0:
            rest = joined
            if len(rest) > LONGEST_RUN:
                raise UnsafePartError(f"one cell or row of more than {LONGEST_RUN >> 20} MB")
            continue
        yield first, joined[:end]
        rest, first = joined[end:], False
    yield first, rest


def _check_exponents(piece: bytes) -> None:
    for exponent in _EXPONENT.findall(piece):
        if int(exponent[:9]) > _LARGEST_EXPONENT:
            raise UnsafePartError("a number too small or too large for any spreadsheet to hold")


def _check(bounds: _Bounds) -> None:
    if bounds.rows > LAST_ROW or bounds.columns > LAST_COLUMN:
        raise UnsafePartError("a cell beyond the last one a sheet can have, XFD1048576")
    if bounds.cells > MOST_CELLS:
        raise UnsafePartError(
            f"a sheet that spreads over more than {MOST_CELLS // 1_000_000} million cells"
        )
    if bounds.merges > MOST_MERGES:
        raise UnsafePartError(f"more than {MOST_MERGES:,} joined cells")


def _measure_xlsx(piece: bytes, bounds: _Bounds) -> None:
    for left, top, right, bottom in _MERGE.findall(piece):
        bounds.merges += 1
        height = int(bottom or top) - int(top) + 1
        if height * (_column(right or left) - _column(left) + 1) > LARGEST_MERGE:
            raise UnsafePartError(f"one joined cell of more than {LARGEST_MERGE:,} cells")
    columns, rows = _COLUMNS.findall(piece), _ROWS.findall(piece)
    usual = _all(piece, b"<c", _CELL, len(columns)) and _all(piece, b"<row", _ROW, len(rows))
    if not usual or _PREFIXED.search(piece):
        _measure_slowly(piece, bounds)
        return
    bounds.rows = max(bounds.rows, *map(int, rows), 0)
    bounds.columns = max(bounds.columns, *map(_column, set(columns)), 0)
    if bounds.columns * 99_999 > MOST_CELLS:  # else five digits of row cannot reach the limit
        bounds.rows = max(bounds.rows, *map(int, set(_CELL_ROWS.findall(piece))), 0)


def _all(piece: bytes, start: bytes, tag: re.Pattern[bytes], expected: int) -> bool:
    """Tell whether so many tags are all that there are; other tags may start alike."""
    return piece.count(start) == expected or len(tag.findall(piece)) == expected


def _measure_slowly(piece: bytes, bounds: _Bounds) -> None:
    """Measure a piece whose references are written in an unusual but lawful way."""
    references = _ANY_REFERENCE.findall(piece)
    if b"&#" in piece and re.search(rb"\br\s*=\s*[\"'][^\"'<>]*&#", piece):
        raise UnsafePartError("cell references written in disguise")
    cells = [(letters, row) for letters, row in references if letters and row]
    rows = [int(row[:9]) for letters, row in references if row and not letters]
    bounds.columns = max(bounds.columns, *map(_column, {letters for letters, _ in cells}), 0)
    bounds.rows = max(bounds.rows, *(int(row[:9]) for _, row in cells), *rows, 0)
    _count_adrift(piece, bounds, len(cells), len(rows))


def _count_adrift(piece: bytes, bounds: _Bounds, cells: int, rows: int) -> None:
    """Count rows and cells without a reference: the parser puts each after the one before."""
    bounds.adrift_rows += max(0, len(_ANY_ROW.findall(piece)) - rows)
    if len(_ANY_CELL.findall(piece)) > cells:
        longest = max(len(_ANY_CELL.findall(row)) for row in _ANY_ROW.split(piece))
        bounds.adrift_cells = max(bounds.adrift_cells, longest)


def _column(letters: bytes) -> int:
    """Return the number of a column from its letters: `XFD` is 16,384."""
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _measure_ods(piece: bytes, bounds: _Bounds) -> None:
    spans = [int(span[:9]) for span in _SPANNED.findall(piece)] if b"-spanned" in piece else []
    bounds.merges += sum(span > 1 for span in spans)
    if max(spans, default=0) > LARGEST_MERGE:
        raise UnsafePartError(f"one joined cell of more than {LARGEST_MERGE:,} cells")
    repeats = len(_ROWS_REPEATED.findall(piece)) + len(_COLUMNS_REPEATED.findall(piece))
    if repeats != piece.count(b"-repeated"):
        raise UnsafePartError("repeated cells written in disguise")
    for segment in piece.split(_ROW_END):
        _measure_ods_row(segment, bounds)


def _measure_ods_row(segment: bytes, bounds: _Bounds) -> None:
    if b"<table:table " in segment:
        bounds.before = bounds.cells
        bounds.rows = bounds.columns = bounds.empty_rows = 0
    if b"rows-repeated" in segment:
        bounds.empty_rows += sum(_repeat(_ROWS_REPEATED, tag) for tag in _ROW_TAG.findall(segment))
    else:
        bounds.empty_rows += segment.count(b"<table:table-row")
    end = segment.rfind(b"value-type")
    if end < 0:
        return
    bounds.rows, bounds.empty_rows = bounds.rows + bounds.empty_rows, 0
    # Cells after the last one with a value are padding, which the parser drops.
    part = segment.rfind(b"<table:table-row", 0, end), segment.find(b">", end)
    columns = segment.count(b"table-cell", *part)
    columns -= segment.count(b"/table:table-cell", *part)
    columns -= segment.count(b"/table:covered-table-cell", *part)
    if segment.find(b"columns-repeated", *part) >= 0:
        repeated = _COLUMNS_REPEATED.findall(segment, *part)
        columns += sum(int(number[:9]) - 1 for number in repeated)
    bounds.columns = max(bounds.columns, columns)


def _repeat(pattern: re.Pattern[bytes], tag: bytes) -> int:
    match = pattern.search(tag)
    return int(match[1][:9]) if match else 1
