"""Family Court Statistics Quarterly: time to first disposal by region and representation (CSV)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.periods import PeriodError
from lfjb_desk.importers.layouts.fcsq.csv_columns import has_columns, walk, year_or_quarter

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

_COLUMNS = (
    "case type",
    "region",
    "representation",
    "quarter",
    "number of cases|number of disposals",
    "mean duration",
    "median duration",
)
_TABLE = "FCSQ CSV, timeliness by region"
_NATION = {"england and wales", "national", "england wales"}
_WHO = {
    "both": ("_both", "both parties represented"),
    "applicant only": ("_applicant", "applicant alone represented"),
    "respondent only": ("_respondent", "respondent alone represented"),
    "neither": ("_neither", "neither party represented"),
    "unknown": ("_unknown", "representation not known"),
    "all": ("", ""),
}
_WHAT = {  # the code without and with a representation, the unit and the name
    "number of cases": ("first_disposals", "disposals", "disposals", "first disposals"),
    "mean duration": ("mean_weeks", "mean_weeks", "weeks", "mean weeks to first disposal"),
    "median duration": ("median_weeks", "median_weeks", "weeks", "median weeks to first disposal"),
}
_ACT = re.compile(r"children act (public|private)(?: law)?")
_CODE = 60  # letters that the code of a measure may have


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the first filled row has the seven headings, in any order."""
    return has_columns(grid, _COLUMNS)


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read every row into three figures: cases, and their mean and median weeks."""
    into.publisher = FCSQ
    columns, rows = walk(grid, _COLUMNS, into)
    for index in rows:
        cells = {name: grid.text(index, column) for name, column in columns.at.items()}
        try:
            about = _about(cells)
        except PeriodError as error:
            into.refuse(grid, (index, 0), f"Row {index + 1} {error}.", RefusalKind.ROW)
            continue
        for name in _WHAT:
            measure = _measure(cells["case type"], words(cells["representation"]), name)
            into.add(grid, (index, columns.at[name]), measure, about)


def _about(cells: dict[str, str]) -> About:
    """Return what a row is about.

    Raises:
        PeriodError: when it does not say so; the text ends the sentence "Row 7 ...".
    """
    region, case = words(cells["region"]), words(cells["case type"])
    if not region:
        raise PeriodError("does not name its region")
    if not case:
        raise PeriodError("does not name its case type")
    if words(cells["representation"]) not in _WHO:
        raise PeriodError(f"has the representation \u201c{cells['representation'][:40]}\u201d")
    if len(_measure(case, "respondent only", "median duration").code) > _CODE:
        raise PeriodError("has a case type that is too long to be one")
    period = year_or_quarter("", cells["quarter"])
    return About(cells["region"], "nation" if region in _NATION else "region", period)


@lru_cache(maxsize=1_000)
def _measure(case: str, represented: str, column: str) -> MeasureHint:
    """Return the measure of a column; the table of the workbook gives the same of the nation."""
    match = _ACT.fullmatch(words(case))
    category = f"{match[1]} law" if match else words(case)
    whole, part, unit, name = _WHAT[column]
    suffix, who = _WHO[represented]
    subject = ", ".join(filter(None, (name, who)))
    return MeasureHint(
        f"fcsq_{category.replace(' ', '_')}_{part if suffix else whole}{suffix}",
        f"{category.capitalize()}: {subject}",
        f"{subject.capitalize()} ({category}) in the quarter, as counted by FCSQ for each region",
        unit,
        1 if unit == "weeks" else 0,
        _TABLE,
    )


LAYOUT = Layout(
    "FCSQ timeliness by region and representation",
    "FCSQ timeliness by region (case type, region, representation, quarter, mean and median)",
    recognise,
    read,
    family=FCSQ,
    published=Published.ALWAYS,
)
