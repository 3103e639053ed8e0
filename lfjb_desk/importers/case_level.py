"""Keeps out files about single cases, which this program never holds."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import text, words
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading.front_door import SAFE

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

_HEADINGS = {
    "case number",
    "case no",
    "case ref",
    "case reference",
    "case reference number",
    "case id",
    "ccd number",
    "ccd case number",
    "ccd reference",
    "family man number",
    "familyman number",
    "familyman case number",
    "court case number",
    "claim number",
    "child id",
    "child name",
    "child s name",
    "name of child",
    "date of birth",
    "dob",
    "person id",
    "child unique id",
    "unique pupil number",
    "upn",
    "nhs number",
    "surname",
    "forename",
    "family name",
}
_HEADINGS_OF_LISTS = (_HEADINGS - {"surname", "forename", "family name"}) | {
    *("child", "child dob", "d o b", "lac id", "mosaic id", "client id", "nhs no", "case name"),
    *("name of case", "family", "child initials", "initials of child"),
}
"""Headings that no log of actions and no list of members has; names of people it may have."""
_DIGITS = 16  # of a case number; no shorter number is one
_ROWS = 200  # rows of each sheet that are looked at
# Sixteen digits in fours are a CCD reference; AB12C34567 is how FamilyMan numbers a case.
_NUMBERS = re.compile(r"1\d{3}[- ]?\d{4}[- ]?\d{4}[- ]?\d{4}|[A-Z]{2}\d{2}[A-Z]\d{5}")
_NUMBER_WITHIN = re.compile(rf"(?<![\w-])(?:{_NUMBERS.pattern})(?![\w-])")


class CaseLevelError(ImportRefusedError):
    """A file that lists single cases or children; all of it is refused, whatever else it holds."""


def keep_out_cases(name: str, grid: Grid) -> None:
    """Refuse a sheet that lists cases or children.

    Raises:
        CaseLevelError: naming the heading or the place, never the value.
    """
    # The same few words stand in row after row: each is looked at once.
    cells = dict.fromkeys(cell for row in grid.rows[:_ROWS] for cell in row)
    for cell in cells:
        if isinstance(cell, Decimal) and cell.adjusted() + 1 < _DIGITS:
            continue
        if words(cell) in _HEADINGS:
            raise CaseLevelError(_sentence(name, f"has a column \u201c{text(cell)}\u201d"))
        if _NUMBERS.fullmatch(text(cell)):
            raise CaseLevelError(_sentence(name, "holds case numbers"))


def keep_out_cases_of_list(name: str, grid: Grid) -> None:
    """Refuse a list of actions or people that tells of single cases anywhere in its words.

    Raises:
        CaseLevelError: naming the heading or the row, never the value.
    """
    for at, row in enumerate(grid.rows):
        for cell in row:
            if words(cell) in _HEADINGS_OF_LISTS:
                what = f"has a column \u201c{text(cell)}\u201d"
            elif _NUMBER_WITHIN.search(text(cell)):
                what = f"holds a case number in row {at + 1}"
            else:
                continue
            raise CaseLevelError(
                f"{name} tells of single cases (it {what}), and this program keeps no case, "
                "family or child data. Nothing was brought in. Take that out of the file and "
                "choose it again."
            )


def _sentence(name: str, what: str) -> str:
    return (
        f"{name} lists single cases (it {what}), and this program keeps no case, family or child "
        f"data. {SAFE} Import counts or averages for an area instead."
    )
