"""Family Court Statistics Quarterly: the care file behind Table 8 (CSV).

It gives the same measures of England and Wales as that table, each row a year or a quarter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source
from lfjb_desk.importers.figures import RefusalKind
from lfjb_desk.importers.language.periods import PeriodError
from lfjb_desk.importers.layouts.fcsq.csv_columns import has_columns, walk, year_or_quarter
from lfjb_desk.importers.layouts.fcsq.measures import CARE
from lfjb_desk.importers.tables.shares import add_share, factor_of

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

_WITHIN = "disposed in 26 weeks"
_COLUMNS = (
    "year",
    "quarter",
    "number of disposals",
    "mean duration",
    "median duration",
    _WITHIN,
)
_MEASURES = {
    "number of disposals": CARE["total"],
    "mean duration": CARE["mean"],
    "median duration": CARE["median"],
}


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the first filled row has the six headings, in any order."""
    return has_columns(grid, _COLUMNS)


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read every row, of a year or of a quarter, into its figures for England and Wales."""
    into.publisher = FCSQ
    columns, rows = walk(grid, _COLUMNS, into)
    taken: dict[int, About] = {}
    for index in rows:
        try:
            period = year_or_quarter(
                grid.text(index, columns.at["year"]), grid.text(index, columns.at["quarter"])
            )
        except PeriodError as error:
            into.refuse(
                grid, (index, columns.at["year"]), f"Row {index + 1}: {error}.", RefusalKind.ROW
            )
            continue
        taken[index] = About(ENGLAND_AND_WALES, "nation", period)
    within = columns.at[_WITHIN]
    factor = factor_of(grid, (grid.cell(index, within) for index in taken), _WITHIN)
    for index, about in taken.items():
        for name, measure in _MEASURES.items():
            into.add(grid, (index, columns.at[name]), measure, about)
        add_share(grid, (index, within), CARE["within"], about, factor, into)


LAYOUT = Layout(
    "FCSQ timeliness of care cases",
    "the FCSQ care file (year, quarter, disposals, mean, median and disposed in 26 weeks)",
    recognise,
    read,
    family=FCSQ,
    published=Published.ALWAYS,
)
