"""Somebody else's document as its words: lines with their numbers, and tables as grids of text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.word.checking.findings import OpenedPaper, style_of, w
from lfjb_desk.word.front_door import parse, word_file
from lfjb_desk.word.reading.numbering import NUMBERING, Numbering
from lfjb_desk.word.reading.tables import TableReader, WordTable
from lfjb_desk.word.reading.words import LeftOut, is_on, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

_TRANSPARENT = {w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
"""What stands round paragraphs and tables without being either."""


@dataclass(frozen=True)
class WordLine:
    """A paragraph: its words, the number that Word shows before it, and what it looks like."""

    text: str
    label: str = ""
    """`3.1` where Word numbers it itself; a number that was typed stands in the text."""
    depth: int = 0
    """How deep in its list it stands, from 0."""
    level: int = 0
    """Its level if it is a heading, from 1; 0 for other lines."""
    bullet: bool = False
    bold: bool = False
    """Whether all of it is bold."""
    struck: bool = False


@dataclass(frozen=True)
class WordDocument:
    """A document in the order of its lines and tables."""

    blocks: tuple[WordLine | WordTable, ...]
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def lines(self) -> tuple[WordLine, ...]:
        """The lines outside tables."""
        return tuple(block for block in self.blocks if isinstance(block, WordLine))

    @property
    def tables(self) -> tuple[WordTable, ...]:
        """The tables, each with the line above it."""
        return tuple(block for block in self.blocks if isinstance(block, WordTable))


def read_document(source: Path | bytes) -> WordDocument:
    """Return what a document says; nothing in it is followed or run.

    Raises:
        RuleError: when it is missing, damaged, foreign, locked, or a trap.
    """
    parts = word_file(source).parts
    paper = OpenedPaper(parts)
    numbers = parse(parts[NUMBERING], NUMBERING) if NUMBERING in parts else None
    reader = _DocumentReader(paper, Numbering(paper, numbers))
    return WordDocument(tuple(reader.blocks(paper.body)), reader.left_out)


class _DocumentReader:
    """Walks a document once, counting its numbers and what is left out."""

    def __init__(self, paper: OpenedPaper, numbering: Numbering) -> None:
        self._paper, self._numbering = paper, numbering
        self.left_out = LeftOut()
        self._tables = TableReader(numbering, self.left_out)
        self._above = ""
        self._carried = ""
        """Words of a paragraph whose end was deleted: the next goes on with them."""

    def blocks(self, parent: etree._Element) -> Iterator[WordLine | WordTable]:
        """Yield the lines that say something, and the tables."""
        for element in parent:
            if element.tag == w("p"):
                line = self._line(element)
                if line is not None:
                    self._above = line.text
                    yield line
            elif element.tag == w("tbl"):
                yield self._tables.read(element, self._above)
                self._above = ""
            elif element.tag in _TRANSPARENT:
                yield from self.blocks(element)

    def _line(self, paragraph: etree._Element) -> WordLine | None:
        found = words_of(paragraph, self.left_out)
        text = (self._carried + found.text).strip()
        self._carried = ""
        if not text:
            return None
        if _is_end_deleted(paragraph):
            self._carried = f"{text} "
            return None
        number = self._numbering.number(paragraph)
        return WordLine(
            text=text,
            label=number.label if number else "",
            depth=number.depth if number else 0,
            level=self._level(paragraph),
            bullet=bool(number and number.is_bullet),
            bold=found.bold,
            struck=found.struck,
        )

    def _level(self, paragraph: etree._Element) -> int:
        outline = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
        value = "" if outline is None else outline.get(w("val"), "")
        if value.isdecimal() and int(value) < 9:  # noqa: PLR2004 - 9 is body text
            return int(value) + 1
        return self._paper.levels.get(style_of(paragraph), 0)


def _is_end_deleted(paragraph: etree._Element) -> bool:
    return is_on(paragraph.find(f"{w('pPr')}/{w('rPr')}"), "del")
