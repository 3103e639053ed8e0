"""Action forms filled in and mangled as people and programs do, on the bytes of the file."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
QUESTIONS = ("progress", "status", "date")


def w(name: str) -> str:
    return f"{W}{name}"


class Filler:
    """A form taken apart, so that its boxes can be filled in and its tables broken."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts[DOCUMENT])

    @property
    def tables(self) -> list[etree._Element]:
        """The tables of boxes, one for each action."""
        return [table for table in self.root.iter(w("tbl")) if "Your answer" in words(table)]

    def table(self, ref: str) -> etree._Element:
        """The boxes of an action."""
        return next(table for table in self.tables if ref in words(next(table.iter(w("tr")))))

    def box(self, ref: str, question: str) -> etree._Element:
        """The cell in which a question is answered."""
        return rows(self.table(ref))[1 + QUESTIONS.index(question)].findall(w("tc"))[1]

    def fill(self, ref: str, progress: str = "", status: str = "", day: str = "") -> None:
        """Type into the boxes of an action, as Word keeps it."""
        for question, text in zip(QUESTIONS, (progress, status, day), strict=True):
            if text:
                put(self.box(ref, question), text)

    def bytes(self) -> bytes:
        """The file put together again."""
        out = BytesIO()
        self.parts[DOCUMENT] = etree.tostring(self.root)
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return out.getvalue()


def rows(table: etree._Element) -> list[etree._Element]:
    return table.findall(w("tr"))


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def put(cell: etree._Element, text: str) -> None:
    """Type a text into a cell in place of what it holds, inside its control if it has one."""
    for mark in [*cell.iter(w("showingPlcHdr"))]:
        drop(mark)
    first, *others = cell.iter(w("t"))
    first.text = text
    for other in others:
        other.text = ""


def drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def head(table: etree._Element) -> etree._Element:
    """The cell in which the reference stands."""
    return rows(table)[0].findall(w("tc"))[0]
