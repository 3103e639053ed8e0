"""What a workbook holds, before it is a file: a cover, notes, and one table to a sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

LONGEST_TEXT = 32_767  # characters that a cell of a workbook can hold
LONGEST_NAME = 31  # characters in the name of a sheet
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_BAD_IN_NAME = re.compile(r"[\[\]:*?/\\' ]")


class SheetNotWrittenError(RuleError):
    """A sheet that cannot be written as it is; no file was made."""


@dataclass(frozen=True)
class Number:
    """A true number, shown with so many decimals; its own digits are all kept."""

    value: Decimal
    decimals: int = 0


@dataclass(frozen=True)
class EntryCell:
    """A cell left for the reader to fill in, and what it takes."""

    formula: str
    """True where what was typed is lawful; `{cell}` stands for the name of the cell."""
    title: str
    prompt: str
    fault: str


Cell = str | Number | EntryCell


@dataclass(frozen=True)
class SheetColumn:
    """One column of a table: its heading, and how wide it is in letters."""

    heading: str
    width: int = 18


@dataclass(frozen=True)
class TableSheet:
    """One sheet: a title, lines in column A, and a table under them, with nothing below it."""

    name: str
    """Without spaces, such as `Table_1`."""
    title: str
    lines: tuple[str, ...]
    """What must be known before the table: shorthand, blank cells, where it comes from."""
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Book:
    """A whole workbook: cover, contents and notes come first, the contents by themselves."""

    title: str
    subject: str
    author: str
    created: datetime
    lines: tuple[str, ...]
    """What the cover says under the title."""
    facts: tuple[tuple[str, str], ...]
    """What the cover tells in its table: a name and what it is."""
    notes: tuple[str, ...]
    """The notes in their order; the text refers to the first as `[note 1]`."""
    tables: tuple[TableSheet, ...]
    locked: bool = False
    """Whether all cells are locked but those to fill in."""


def check(book: Book) -> None:
    """Refuse a book that could not be read by everyone, or not be written whole.

    Raises:
        SheetNotWrittenError: naming the sheet.
    """
    if not (book.tables and book.notes and book.facts and book.title.strip()):
        raise SheetNotWrittenError("There is nothing to write into a workbook; no file was made.")
    names = [table.name.casefold() for table in book.tables]
    for table in book.tables:
        if (
            not 0 < len(table.name) <= LONGEST_NAME
            or _BAD_IN_NAME.search(table.name)
            or names.count(table.name.casefold()) > 1
            or table.name.casefold() in {"cover", "contents", "notes"}
        ):
            raise _refusal(table.name, "has a name that a workbook cannot hold, or holds twice")
        _check_table(table)
    for text in (book.title, book.subject, book.author, *book.lines, *book.notes):
        checked(text, "Cover")
    for fact in book.facts:
        for text in fact:
            checked(text, "Cover")


def _check_table(table: TableSheet) -> None:
    headings = [column.heading.strip().casefold() for column in table.columns]
    if not table.rows or not all(headings) or len(set(headings)) < len(headings):
        raise _refusal(table.name, "has no row, or headings that are empty or alike")
    for text in (table.title, *table.lines, *(column.heading for column in table.columns)):
        checked(text, table.name)
    for row in table.rows:
        if len(row) != len(headings):
            raise _refusal(table.name, f"has {len(row)} cells under {len(headings)} headings")
        for cell in row:
            if isinstance(cell, str):
                checked(cell, table.name)


def checked(text: str, where: str) -> str:
    """Return a text that a cell can hold.

    Raises:
        SheetNotWrittenError: when it is empty, too long, or holds what cannot be written.
    """
    if not text.strip():
        raise _refusal(where, "has an empty cell, which a reader cannot tell from a missing one")
    if len(text) > LONGEST_TEXT:
        raise _refusal(where, f"has a text of {len(text):,} letters; {LONGEST_TEXT:,} fit")
    if _UNSEEN.search(text):
        raise _refusal(where, "has a text with signs that cannot be seen or written")
    return text


def _refusal(where: str, what: str) -> SheetNotWrittenError:
    return SheetNotWrittenError(f"The sheet {where} {what}. No file was made; nothing was cut.")
