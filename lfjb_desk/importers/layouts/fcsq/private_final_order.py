"""Family Court Statistics Quarterly: private law, time to the final order (CSV).

The file feeds Table 9 of the workbook, and gives the same measures of England and Wales.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source
from lfjb_desk.importers.figures import RefusalKind
from lfjb_desk.importers.language.periods import PeriodError
from lfjb_desk.importers.layouts.fcsq.csv_columns import has_columns, walk, year_or_quarter
from lfjb_desk.importers.layouts.fcsq.measures import PRIVATE

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

_COLUMNS = (
    "type|case type",
    "year",
    "quarter",
    "number of disposals|number of cases",
    "mean duration",
    "median duration",
)
_OTHER = {"region", "representation", "dfj new", "disposed in 26 weeks"}
"""Headings of files that break the same figures down, or are about other cases."""
_MEASURES = {
    "number of disposals": PRIVATE["total"],
    "mean duration": PRIVATE["mean"],
    "median duration": PRIVATE["median"],
}
_PRIVATE_LAW = re.compile(r"(?:children act )?private(?: law)?(?: (?:cases?|final orders?))*")


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the first filled row has the six headings and none that narrows them."""
    if not has_columns(grid, _COLUMNS):
        return False
    head = next(grid.filled())
    return not _OTHER & {words(cell) for cell in grid.rows[head]}


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read every row, of a year or of a quarter, into its figures for England and Wales."""
    into.publisher = FCSQ
    columns, rows = walk(grid, _COLUMNS, into)
    for index in rows:
        cells = {name: grid.text(index, column) for name, column in columns.at.items()}
        if not _PRIVATE_LAW.fullmatch(words(cells["type"])):
            reason = f"is about \u201c{cells['type'][:40]}\u201d, not private law"
            into.refuse(
                grid, (index, columns.at["type"]), f"Row {index + 1} {reason}.", RefusalKind.ROW
            )
            continue
        try:
            period = year_or_quarter(cells["year"], cells["quarter"])
        except PeriodError as error:
            into.refuse(
                grid, (index, columns.at["year"]), f"Row {index + 1}: {error}.", RefusalKind.ROW
            )
            continue
        about = About(ENGLAND_AND_WALES, "nation", period)
        for name, measure in _MEASURES.items():
            into.add(grid, (index, columns.at[name]), measure, about)


LAYOUT = Layout(
    "FCSQ time to the final order in private law",
    "FCSQ private law final orders (type, year, quarter, disposals, mean and median duration)",
    recognise,
    read,
    family=FCSQ,
    published=Published.ALWAYS,
)
