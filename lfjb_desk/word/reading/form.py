"""A returned form as its rows: the words of each cell, and which reference stands behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.word.checking.findings import OpenedPaper, style_of, w
from lfjb_desk.word.front_door import parse, word_file
from lfjb_desk.word.marks import (
    reference_of_bookmark,
    reference_of_caption,
    reference_of_tag,
    reference_of_title,
)
from lfjb_desk.word.reading.words import MC, LeftOut, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from lxml import etree

_P, _T, _TABLE, _ROW, _CELL = (w(name) for name in ("p", "t", "tbl", "tr", "tc"))
_DELETED_ROW = f"{w('trPr')}/{w('del')}"
_NOT_PLAIN = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "vanish", "txbxContent", "tab", "br", "cr"),
        *("noBreakHyphen", "instrText"),
    )
)
"""What keeps the words of a paragraph from being those of its texts, one after the other."""
_FALLBACK = f"{{{MC}}}Fallback"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_COMMENTS = "word/comments.xml"
_BLOCKS = {_P, _TABLE}
_AROUND = {w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
"""What stands round paragraphs, tables, rows and cells without being one."""
_MARKS = {
    w("bookmarkStart"): (w("name"), reference_of_bookmark),
    w("tag"): (w("val"), reference_of_tag),
    w("alias"): (w("val"), reference_of_title),
}


@dataclass(frozen=True)
class ReturnedRow:
    """One row of a table in a returned form."""

    table: int
    """Which table it stands in, from 0."""
    above: str
    """The heading over its table since the table before; empty where there is none."""
    caption: str
    """The reference that the title of its table names, or nothing."""
    cells: tuple[str, ...]
    references: tuple[str, ...]
    """The references that the marks behind its words name, each once."""


@dataclass(frozen=True)
class FormComment:
    """A comment in the margin: whose, and what it says."""

    author: str
    text: str


@dataclass(frozen=True)
class ReadForm:
    """A returned form; tracked insertions are read as accepted, deletions are left out."""

    identifier: str
    """What its properties say that it is."""
    rows: tuple[ReturnedRow, ...]
    lines: tuple[str, ...]
    """The words outside its tables."""
    comments: tuple[FormComment, ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)


def read_form(source: Path | bytes) -> ReadForm:
    """Return a returned form; nothing in it is followed or run.

    Raises:
        RuleError: when it is missing, damaged, foreign, locked, or a trap.
    """
    parts = word_file(source).parts
    paper = OpenedPaper(parts)
    reader = _FormReader(paper)
    reader.read()
    return ReadForm(
        identifier=(paper.core.findtext(_IDENTIFIER) or "").strip(),
        rows=tuple(reader.rows),
        lines=tuple(reader.lines),
        comments=tuple(_comments(parts)),
        left_out=reader.left_out,
    )


class _FormReader:
    """Walks the text once, from table to table."""

    def __init__(self, paper: OpenedPaper) -> None:
        self._paper = paper
        self.left_out = LeftOut()
        self.rows: list[ReturnedRow] = []
        self.lines: list[str] = []
        self._tables = 0
        self._above = ""

    def read(self) -> None:
        """Read the body."""
        for element in _blocks(self._paper.body):
            if element.tag == _TABLE:
                self._table(element)
                self._above = ""
                continue
            text = words_of(element, self.left_out).text.strip()
            if text:
                self.lines.append(text)
                if self._paper.levels.get(style_of(element)):
                    self._above = text

    def _table(self, table: etree._Element) -> None:
        title = table.find(f"{w('tblPr')}/{w('tblCaption')}")
        caption = "" if title is None else reference_of_caption(title.get(w("val"), ""))
        # Nearly every table is plain, and the words of such are had at a stroke.
        is_plain = next(table.iter(*_NOT_PLAIN, _FALLBACK), None) is None
        words = _plain_words if is_plain else self._words
        for row in _within(table, _ROW):
            if not is_plain and row.find(_DELETED_ROW) is not None:
                self.left_out.deleted_rows += 1
                continue
            cells = tuple(self._cell(cell, words) for cell in _within(row, _CELL))
            self.rows.append(
                ReturnedRow(self._tables, self._above, caption, cells, tuple(_references(row)))
            )
        self._tables += 1

    def _cell(self, cell: etree._Element, words: Callable[[etree._Element], str]) -> str:
        if cell.find(_TABLE) is not None:
            self.left_out.nested_tables += 1
        return "\n".join(filter(None, map(words, cell.iter(_P))))

    def _words(self, paragraph: etree._Element) -> str:
        return words_of(paragraph, self.left_out).text.strip()


def _plain_words(paragraph: etree._Element) -> str:
    text = "".join(paragraph.itertext(_T, with_tail=False))
    return text.replace("\u00a0", " ").strip()


def _references(row: etree._Element) -> list[str]:
    """Return the references that marks in a row name, each once, in order."""
    out: dict[str, None] = {}
    for mark in row.iter(*_MARKS):
        name, reference_of = _MARKS[str(mark.tag)]
        reference = reference_of(mark.get(name, ""))
        if reference:
            out[reference] = None
    return list(out)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in order, also where something stands round them."""
    for child in parent:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _AROUND:
            yield from _blocks(child)


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also where something stands round them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _within(child, tag)


def _comments(parts: Mapping[str, bytes]) -> Iterator[FormComment]:
    if _COMMENTS not in parts:
        return
    for comment in parse(parts[_COMMENTS], _COMMENTS).iter(w("comment")):
        lines = (words_of(line, LeftOut()).text.strip() for line in comment.iter(w("p")))
        text = " ".join(filter(None, lines))
        if text:
            yield FormComment(comment.get(w("author"), "").strip(), text)
