"""Tables of a document as grids of text: joined cells, head rows, tables within tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.word.checking.findings import w
from lfjb_desk.word.reading.words import LeftOut, is_on, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from lfjb_desk.word.reading.numbering import Numbering

MOST_COLUMNS = 63
"""As many as Word lets a table have."""


@dataclass(frozen=True)
class JoinedCells:
    """Cells joined into one; rows and columns count from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class WordTable:
    """A table: the line above it, its title, and its rows of cells, all as long as the longest."""

    rows: tuple[tuple[str, ...], ...]
    above: str = ""
    title: str = ""
    head_rows: int = 0
    """How many rows at its top are marked to be repeated on each page."""
    joined: tuple[JoinedCells, ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    """The cells, by row and column, of which all words are struck through."""


@dataclass
class _Cell:
    text: str
    width: int
    goes_on: bool
    """Whether it goes on with the cell above."""
    struck: bool


class TableReader:
    """Reads tables; it counts in a document's numbering, and notes what it leaves out."""

    def __init__(self, numbering: Numbering, left_out: LeftOut) -> None:
        self._numbering, self._left_out = numbering, left_out

    def read(self, table: etree._Element, above: str = "") -> WordTable:
        """Return a table as a grid; `above` is the line before it."""
        rows: list[list[_Cell]] = []
        heads = 0
        for element in _within(table, "tr"):
            properties = element.find(w("trPr"))
            if properties is not None and properties.find(w("del")) is not None:
                self._left_out.deleted_rows += 1
                continue
            if is_on(properties, "tblHeader") and heads == len(rows):
                heads += 1
            rows.append(self._row(element))
        caption = table.find(f"{w('tblPr')}/{w('tblCaption')}")
        title = "" if caption is None else caption.get(w("val"), "")
        return _gridded(rows, above, title, heads)

    def _row(self, element: etree._Element) -> list[_Cell]:
        before = _number(element.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        cells = [_Cell("", before, goes_on=False, struck=False)] if before else []
        return [*cells, *map(self._cell, _within(element, "tc"))]

    def _cell(self, element: etree._Element) -> _Cell:
        properties = element.find(w("tcPr"))
        width, goes_on = 1, False
        if properties is not None:
            width = _number(properties.find(w("gridSpan")), 1)
            merge = properties.find(w("vMerge"))
            goes_on = merge is not None and merge.get(w("val"), "continue") == "continue"
            if properties.find(w("cellDel")) is not None:
                self._left_out.deletions += 1
                return _Cell("", width, goes_on, struck=False)
        lines, struck = self._lines(element)
        return _Cell("\n".join(lines), width, goes_on, struck)

    def _lines(self, element: etree._Element) -> tuple[list[str], bool]:
        """Return the lines of a cell; a table within it gives one line for each of its rows."""
        lines: list[str] = []
        marks: list[bool] = []
        for part in _parts(element):
            if part.tag == w("tbl"):
                self._left_out.nested_tables += 1
                inner = self.read(part)
                lines += [" | ".join(filter(None, row)) for row in inner.rows if any(row)]
                continue
            found = words_of(part, self._left_out)
            number = self._numbering.number(part)
            text = found.text.strip()
            if text:
                lines.append(text)
                marks.append(found.struck)
            elif number and number.label:
                lines.append(number.label.rstrip("."))
        return lines, bool(marks) and all(marks)


def _gridded(rows: list[list[_Cell]], above: str, title: str, heads: int) -> WordTable:
    """Return the cells of rows in their columns, with what is joined."""
    width = min(MOST_COLUMNS, max((sum(cell.width for cell in row) for row in rows), default=0))
    grid = [[""] * width for _ in rows]
    struck: list[tuple[int, int]] = []
    open_above: dict[int, tuple[int, int]] = {}  # by column: the first row and the last column
    joined: dict[tuple[int, int], JoinedCells] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            last = min(column + cell.width, width) - 1
            if column > last:
                break
            if cell.goes_on and column in open_above:
                top, right = open_above[column]
                joined[top, column] = JoinedCells(top, column, at, right)
            else:
                grid[at][column] = cell.text
                open_above[column] = (at, last)
                if cell.struck:
                    struck.append((at, column))
                if cell.width > 1:
                    joined[at, column] = JoinedCells(at, column, at, last)
            column += cell.width
    return WordTable(
        tuple(map(tuple, grid)), above, title, heads, tuple(joined.values()), tuple(struck)
    )


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also where something stands round them."""
    for child in element:
        if child.tag == w(name):
            yield child
        elif child.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}:
            yield from _within(child, name)


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in {w("p"), w("tbl")}:
            yield child
        elif child.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}:
            yield from _parts(child)


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get(w("val"), "")
    return min(int(value), MOST_COLUMNS) if value.isdecimal() else otherwise
