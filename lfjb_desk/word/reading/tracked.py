"""Reading a paper that came back, with its tracked changes and comments; no word is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.word.checking.findings import OpenedPaper, style_of, w
from lfjb_desk.word.front_door import UnreadablePaperError, parse, word_file
from lfjb_desk.word.reading.comments import comments_of, moment
from lfjb_desk.word.reading.reviewed import (
    MarkedParagraph,
    MarkedRun,
    MarkKind,
    ReviewedPaper,
    TrackedMark,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml import etree

    Marks = tuple[TrackedMark, ...]

MOST_PARAGRAPHS = 20_000
MOST_MARKS = 5_000
"""Marked stretches of words of one paper, and its comments."""
LONGEST_PARAGRAPH = 50_000
"""Characters."""

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_DC = "http://purl.org/dc/elements/1.1/"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_KINDS = {
    w("ins"): MarkKind.INSERTED,
    w("del"): MarkKind.DELETED,
    w("moveTo"): MarkKind.MOVED_HERE,
    w("moveFrom"): MarkKind.MOVED_AWAY,
    w("cellIns"): MarkKind.INSERTED,
    w("cellDel"): MarkKind.DELETED,
}
_STARTS = {w("moveToRangeStart"), w("moveFromRangeStart")}
_ENDS = {w("moveToRangeEnd"), w("moveFromRangeEnd")}
_LOOKS = tuple(
    w(name)
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange"),
        *("tblGridChange", "trPrChange", "tcPrChange", "numberingChange"),
    )
)
_PROPERTIES = {w("rPr"), w("sdtPr"), w("sdtEndPr"), w("tblPr"), w("tblGrid"), w("sectPr")}
_FALLBACK = f"{{{_MC}}}Fallback"
"""A second spelling of a drawing, for old programs; its words would be read twice."""
_WORDS = {w("t"), w("delText"), f"{{{_MATHS}}}t"}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_PICTURES = {w("drawing"), w("pict"), w("object")}
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}


def read_reviewed(source: Path | bytes) -> ReviewedPaper:
    """Return a paper with all that was marked in it.

    Raises:
        RuleError: when the file is missing, damaged, foreign, a trap, or holds more than minutes
            can.
    """
    parts = word_file(source).parts
    paper = OpenedPaper(parts)
    reader = _MarkReader(paper, parts)
    reader.blocks(paper.body, (), ())
    paragraphs = (*reader.paragraphs, *_outside(paper, parts))
    comments = comments_of(parts)
    marked = sum(bool(run.marks) for paragraph in paragraphs for run in paragraph.runs)
    if marked + len(comments) > MOST_MARKS:
        raise _too_much(f"more than {MOST_MARKS:,} changes and comments")
    return ReviewedPaper(
        paragraphs=paragraphs,
        comments=comments,
        formatting=sum(1 for _ in paper.body.iter(*_LOOKS)),
        identifier=_property(paper, _DC, "identifier"),
        title=_property(paper, _DC, "title"),
        saved_by=_property(paper, _CP, "lastModifiedBy"),
    )


def _too_much(what: str) -> UnreadablePaperError:
    return UnreadablePaperError(
        f"The file holds {what}, more than minutes have, so it was not read. Nothing was changed; "
        "ask for a copy of the minutes with the changes alone."
    )


def _property(paper: OpenedPaper, space: str, name: str) -> str:
    """Return what a paper says of itself; its root is the properties."""
    found = paper.core.find(f"{{{space}}}{name}")
    return "" if found is None else (found.text or "").strip()


def _outside(paper: OpenedPaper, parts: Mapping[str, bytes]) -> Iterator[MarkedParagraph]:
    """Yield the paragraphs of headers, footers and notes in which anything is marked."""
    notes = [parse(parts[name], name) for name in ("word/footnotes.xml",) if name in parts]
    for root in (*paper.shell.values(), *notes):
        reader = _MarkReader(paper, parts, is_outside=True)
        reader.blocks(root, (), ())
        for paragraph in reader.paragraphs:
            if any(run.marks or run.comments for run in paragraph.runs):
                yield paragraph


class _MarkReader:
    """Walks through a part of the paper, and keeps each paragraph that it passes."""

    def __init__(
        self, paper: OpenedPaper, parts: Mapping[str, bytes], *, is_outside: bool = False
    ) -> None:
        self.paragraphs: list[MarkedParagraph] = []
        self._paper, self._parts, self._is_outside = paper, parts, is_outside
        self._names = {
            key: "" if (name := style.find(w("name"))) is None else name.get(w("val"), "")
            for key, style in paper.style.items()
        }
        self._comments: list[str] = []
        self._moves: dict[str, str] = {}
        """The moves whose range is open, by their id."""
        self._bookmarks: list[str] = []
        self._rows = self._cells = 0

    def blocks(self, element: etree._Element, marks: Marks, row_marks: Marks, row: int = 0) -> None:
        """Read the paragraphs and tables in an element, in order."""
        for child in element:
            tag = child.tag
            if tag == w("p"):
                self._paragraph(child, marks, row_marks, row)
            elif tag == w("tr"):
                self._rows += 1
                own = self._marks_in(child.find(w("trPr")))
                self.blocks(child, marks, (*row_marks, *own), self._rows)
            elif tag == w("tc"):
                self._cells += 1
                self.blocks(child, (*marks, *self._marks_in(child.find(w("tcPr")))), row_marks, row)
            elif tag in _KINDS:
                self.blocks(child, (*marks, self._mark(child)), row_marks, row)
            elif not self._passes(child):
                self.blocks(child, marks, row_marks, row)

    def _passes(self, element: etree._Element) -> bool:
        """Note what opens or closes a range; tell whether an element holds no words."""
        tag, key = element.tag, element.get(w("id"), "")
        if tag == w("commentRangeStart"):
            self._comments.append(key)
        elif tag == w("commentRangeEnd"):
            self._comments = [each for each in self._comments if each != key]
        elif tag in _STARTS:
            self._moves[key] = element.get(w("name"), "")
        elif tag in _ENDS:
            self._moves.pop(key, None)
        elif tag == w("bookmarkStart"):
            self._bookmarks.append(element.get(w("name"), ""))
        else:
            return not isinstance(tag, str) or tag in _PROPERTIES or tag == _FALLBACK
        return True

    def _mark(self, element: etree._Element) -> TrackedMark:
        kind = _KINDS[str(element.tag)]
        moved = kind in {MarkKind.MOVED_AWAY, MarkKind.MOVED_HERE}
        return TrackedMark(
            kind,
            element.get(w("author"), "").strip(),
            moment(element.get(w("date"), "")),
            next(reversed(self._moves.values()), "") if moved else "",
        )

    def _marks_in(self, properties: etree._Element | None) -> Marks:
        """Return the marks that properties of a row, a cell or the end of a paragraph bear."""
        if properties is None:
            return ()
        return tuple(self._mark(child) for child in properties if child.tag in _KINDS)

    def _paragraph(self, element: etree._Element, marks: Marks, rows: Marks, row: int) -> None:
        place, cell = len(self.paragraphs), self._cells if row else 0
        self._bookmarks = []
        runs = tuple(run for run in self._inline(element, marks) if run.text or run.comments)
        if sum(len(run.text) for run in runs) > LONGEST_PARAGRAPH:
            raise _too_much(f"a paragraph of more than {LONGEST_PARAGRAPH:,} characters")
        if len(self.paragraphs) >= MOST_PARAGRAPHS:
            raise _too_much(f"more than {MOST_PARAGRAPHS:,} paragraphs")
        properties = element.find(f"{w('pPr')}/{w('rPr')}")
        style = style_of(element)
        name = self._names.get(style, "")
        paragraph = MarkedParagraph(
            runs=runs,
            style=name,
            level=self._paper.levels.get(style, 0),
            bookmarks=tuple(self._bookmarks),
            end=(*marks, *self._marks_in(properties)),
            row=row,
            cell=cell,
            row_marks=rows,
            in_contents=name.casefold().startswith(("toc ", "contents ")),
            is_outside=self._is_outside,
        )
        # What stands in a box of text within it was read before it.
        self.paragraphs.insert(place, paragraph)

    def _inline(self, element: etree._Element, marks: Marks) -> Iterator[MarkedRun]:
        for child in element:
            tag = child.tag
            if tag == w("r"):
                yield from self._run(child, marks)
            elif tag in _KINDS:
                yield from self._inline(child, (*marks, self._mark(child)))
            elif tag in _WORDS:
                yield MarkedRun(child.text or "", marks, tuple(self._comments))
            elif tag != w("pPr") and not self._passes(child):
                yield from self._inline(child, marks)

    def _run(self, run: etree._Element, marks: Marks) -> Iterator[MarkedRun]:
        for piece in run:
            tag, text = piece.tag, ""
            if tag in _WORDS:
                text = (piece.text or "").replace("\u00a0", " ")
            elif tag in _SIGNS:
                text = _SIGNS[str(tag)]
            elif tag in _NOTES:
                text = self._note(_NOTES[str(tag)], piece.get(w("id"), ""))
            elif tag == w("commentReference"):
                key = piece.get(w("id"), "")
                yield MarkedRun("", (), (key,))
            elif tag in _PICTURES or tag == f"{{{_MC}}}AlternateContent":
                text = " [picture] " if marks else ""
                self._boxes(piece, marks)
            if text:
                yield MarkedRun(text, marks, tuple(self._comments))

    def _boxes(self, picture: etree._Element, marks: Marks) -> None:
        """Read what stands in boxes of text, as paragraphs of their own."""
        for box in picture.iter(w("txbxContent")):
            if next(box.iterancestors(_FALLBACK), None) is None:
                self.blocks(box, marks, ())

    def _note(self, kind: str, key: str) -> str:
        """Return what a footnote or an endnote says, in the place that names it."""
        name = f"word/{kind}.xml"
        if name not in self._parts:
            return ""
        for note in parse(self._parts[name], name):
            if note.get(w("id")) == key:
                text = "".join(piece.text or "" for piece in note.iter(w("t")))
                return f" [note: {text.strip()}]" if text.strip() else ""
        return ""
