"""Reading a Word paper back: headings, paragraphs and tables as plain words."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from lfjb_desk.word.checking.findings import OpenedPaper, style_of, w
from lfjb_desk.word.front_door import word_file


@dataclass(frozen=True)
class ReadParagraph:
    """A paragraph: its words, the name of its style, and its level if it is a heading."""

    text: str
    style: str
    level: int = 0


@dataclass(frozen=True)
class ReadTable:
    """A table: its title and its rows of cells, the head first."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def read(source: Path | bytes) -> tuple[ReadParagraph | ReadTable, ...]:
    """Return what a Word paper says, in order; blanks and hyphens that do not break are plain.

    Raises:
        RuleError: when the file is missing, damaged, foreign, or a trap.
    """
    paper = OpenedPaper(word_file(source).parts)
    names = {
        identifier: "" if (name := style.find(w("name"))) is None else name.get(w("val"), "")
        for identifier, style in paper.style.items()
    }
    out: list[ReadParagraph | ReadTable] = []
    for element in paper.body.iter(w("p"), w("tbl")):
        if next(element.iterancestors(w("tbl")), None) is not None:
            continue
        if element.tag == w("tbl"):
            out.append(_table(element))
        else:
            style = style_of(element)
            level = paper.levels.get(style, 0)
            out.append(ReadParagraph(_text(element), names.get(style, ""), level))
    return tuple(out)


def _table(table: etree._Element) -> ReadTable:
    title = table.find(f"{w('tblPr')}/{w('tblCaption')}")
    rows = tuple(
        tuple(
            "\n".join(_text(line) for line in cell.iter(w("p"))) for cell in row.iterfind(w("tc"))
        )
        for row in table.iterfind(w("tr"))
    )
    return ReadTable("" if title is None else title.get(w("val"), ""), rows)


_MARKS = {w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "-"}


def _text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph; tabs and line breaks of its runs are kept."""
    words = [
        piece.text or "" if piece.tag == w("t") else _MARKS[str(piece.tag)]
        for piece in paragraph.iter(w("t"), *_MARKS)
        if piece.tag == w("t") or _in_run(piece)
    ]
    return "".join(words).replace("\u00a0", " ")


def _in_run(piece: etree._Element) -> bool:
    holder = piece.getparent()
    return holder is not None and holder.tag == w("r")
