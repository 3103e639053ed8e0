"""What a paragraph of somebody else's document says: insertions accepted, deletions left out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from lfjb_desk.word.checking.findings import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FALLBACK = f"{{{MC}}}Fallback"
"""A second spelling of a drawing, for old programs; its words would be read twice."""
_DELETED = {w("del"), w("moveFrom")}
_PROPERTIES = {w("pPr"), w("rPr"), w("sdtPr"), w("tblPr"), w("tcPr"), w("trPr")}
_MARKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_OFF = {"0", "false", "off"}


@dataclass
class LeftOut:
    """How much of a document was not read as its words, for whoever is shown what was."""

    deletions: int = 0
    """Tracked deletions, and words that were tracked as moved away."""
    insertions: int = 0
    """Tracked insertions, which were read."""
    hidden: int = 0
    """Stretches of hidden text."""
    text_boxes: int = 0
    deleted_rows: int = 0
    """Rows of tables that are tracked as deleted."""
    nested_tables: int = 0
    """Tables within a cell, whose rows were read as lines of it."""

    def __bool__(self) -> bool:
        """Tell whether anything is to be said."""
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True)
class ReadWords:
    """The words of a paragraph, and whether all of them are bold or struck through."""

    text: str
    bold: bool = False
    struck: bool = False


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Tell whether properties switch something on."""
    mark = None if properties is None else properties.find(w(name))
    return mark is not None and mark.get(w("val"), "1") not in _OFF


def words_of(paragraph: etree._Element, left_out: LeftOut) -> ReadWords:
    """Return the words of a paragraph; blanks that do not break are plain."""
    runs = [run for run in _runs(paragraph, left_out) if run.text]
    seen = [run for run in runs if run.text.strip()]
    text = "".join(run.text for run in runs).replace("\u00a0", " ")
    return ReadWords(
        text,
        bold=bool(seen) and all(run.bold for run in seen),
        struck=bool(seen) and all(run.struck for run in seen),
    )


def _runs(element: etree._Element, left_out: LeftOut) -> Iterator[ReadWords]:
    for child in element:
        tag = child.tag
        if tag in _DELETED:
            left_out.deletions += 1
        elif tag == w("txbxContent"):
            left_out.text_boxes += 1
        elif tag == w("r"):
            yield from _run(child, left_out)
        elif tag in _PROPERTIES or tag == _FALLBACK or not isinstance(tag, str):
            continue
        else:
            left_out.insertions += tag == w("ins")
            yield from _runs(child, left_out)


def _run(run: etree._Element, left_out: LeftOut) -> Iterator[ReadWords]:
    properties = run.find(w("rPr"))
    if is_on(properties, "vanish"):
        left_out.hidden += 1
        return
    bold = is_on(properties, "b")
    struck = is_on(properties, "strike") or is_on(properties, "dstrike")
    for piece in run:
        if piece.tag == w("t"):
            yield ReadWords(piece.text or "", bold, struck)
        elif piece.tag in _MARKS:
            yield ReadWords(_MARKS[str(piece.tag)], bold, struck)
        elif piece.tag != w("rPr") and isinstance(piece.tag, str) and piece.tag != _FALLBACK:
            yield from _runs(piece, left_out)
