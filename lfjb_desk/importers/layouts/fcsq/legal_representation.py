"""Family Court Statistics Quarterly: legal representation, counted by party and gender (CSV).

Rows of one gender are not taken and not added up: Table 11 of the workbook publishes the totals.
Whether both sides were represented is not in this file but in the one of timeliness.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError
from lfjb_desk.importers.language.periods import PeriodError
from lfjb_desk.importers.layouts.fcsq.breakdowns import Breakdown, wholes
from lfjb_desk.importers.layouts.fcsq.csv_columns import has_columns, year_or_quarter

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

_SPLIT = Breakdown(
    subject=("case type", "year", "quarter", "category", "party", "representation"),
    parts=("gender",),
    value="count",
)
_NAMED = ("case type", "category", "party", "representation")
_UNUSED = (
    "its rows break counts down by gender, further than the desk keeps; the FCSQ tables workbook "
    "gives the totals of the nation"
)
_ACT = re.compile(r"children act (public|private)(?: law)?")
_SMALL = {"a", "an", "at", "in", "of", "one", "or", "the", "with"}  # left out of a code
_CODE = 60  # letters that the code of a measure may have


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the first filled row has the eight headings, in any order."""
    return has_columns(grid, _SPLIT.columns)


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Take the rows of all genders together, and count all others."""
    into.publisher = FCSQ
    for whole in wholes(grid, _SPLIT, into):
        subject, row = whole.subject, whole.at[0]
        try:
            measure = _measure(subject)
            period = year_or_quarter(subject["year"], subject["quarter"])
        except (PeriodError, UnreadableCellError) as error:
            into.refuse(grid, (row, 0), f"Row {row + 1} {error}.", RefusalKind.ROW)
            continue
        about = About(ENGLAND_AND_WALES, "nation", period)
        into.put(grid, whole.at, whole.cell, measure, about)
    if into.passed and not into.figures:
        into.unused = _UNUSED


def _measure(subject: dict[str, str]) -> MeasureHint:
    """Return what a row counts.

    Raises:
        UnreadableCellError: when it does not say; the text ends the sentence "Row 7 ...".
    """
    if missing := [name for name in _NAMED if not words(subject[name])]:
        raise UnreadableCellError(f"does not say its {missing[0]}")
    act = _ACT.fullmatch(words(subject["case type"]))
    case = f"{act[1]} law" if act else words(subject["case type"])
    category, party, represented = (words(subject[name]) for name in _NAMED[1:])
    named = f"fcsq {case} {category} {party} {represented}".split()
    code = "_".join(word for word in named if word not in _SMALL)
    if len(code) > _CODE:
        raise UnreadableCellError("says more than the name of a measure can hold")
    return MeasureHint(
        code,
        f"{case.capitalize()}: {party}, {represented} ({category})",
        f"{category.capitalize()} with {party} {represented} ({case}), as counted by FCSQ",
        "cases" if "case" in category.split() or "cases" in category.split() else "parties",
        0,
        "FCSQ CSV, legal representation",
    )


LAYOUT = Layout(
    "FCSQ legal representation",
    "the FCSQ legal representation file (case type, category, party, gender, representation)",
    recognise,
    read,
    family=FCSQ,
    published=Published.ALWAYS,
    streams=True,
)
