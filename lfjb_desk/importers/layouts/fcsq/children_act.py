"""Family Court Statistics Quarterly: Children Act cases, applications and disposals (CSV).

The file breaks counts of England and Wales down by order, gender, age and parties, in millions
of rows if need be. A board reads its totals, which the tables workbook publishes as such; of this
file only the rows that are totals by themselves are taken, and none is added up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.periods import PeriodError
from lfjb_desk.importers.layouts.fcsq.breakdowns import Breakdown, pass_whole, wholes
from lfjb_desk.importers.layouts.fcsq.csv_columns import has_columns, year_or_quarter

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

_SPLIT = Breakdown(
    subject=("type", "count type", "public private", "year", "qtr|quarter"),
    parts=(
        "disposal type",
        "order type",
        "order type code",
        "gender",
        "age band",
        "applicants in case",
        "respondents in case",
        "hc indicator",
    ),
    value="count",
)
_UNUSED = (
    "its rows break counts down further than the desk keeps; the FCSQ tables workbook gives the "
    "totals of the nation, and the file of DFJ areas those of each area"
)
_COUNTED = {  # by type and kind of count: the end of the code, the unit and the name
    ("cases", "cases starting"): ("start_cases", "cases", "cases started"),
    ("cases", "cases closed"): ("end_cases", "cases", "cases ended"),
    ("application", "individual children"): (
        "individual_children",
        "children",
        "individual children in applications",
    ),
    ("application", "application events"): ("applications", "applications", "applications made"),
    ("disposal", "disposal events"): ("disposal_events", "disposals", "disposal events"),
}
_LAW = re.compile(r"(public|private)(?: law)?")
_KNOWN = {  # the reference measures that these are
    "fcsq_public_law_start_cases": "pl_case_starts",
    "fcsq_public_law_end_cases": "pl_disposals",
}


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the first filled row has the fourteen headings, in any order."""
    return has_columns(grid, _SPLIT.columns)


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Take the rows that are totals, and count all others by what they break down."""
    into.publisher = FCSQ
    for whole in wholes(grid, _SPLIT, into):
        subject = whole.subject
        measure = _measure(subject)
        if measure is None:
            pass_whole(into)
            continue
        try:
            period = year_or_quarter(subject["year"], subject["qtr"])
        except PeriodError as error:
            into.refuse(grid, whole.at, f"Row {whole.at[0] + 1}: {error}.", RefusalKind.ROW)
            continue
        about = About(ENGLAND_AND_WALES, "nation", period)
        into.put(grid, whole.at, whole.cell, measure, about)
    if into.passed and not into.figures:
        into.unused = _UNUSED


def _measure(subject: dict[str, str]) -> MeasureHint | None:
    """Return what a total counts; None where it is a kind of count that no board reads."""
    counted = _COUNTED.get((words(subject["type"]), words(subject["count type"])))
    law = _LAW.fullmatch(words(subject["public private"]))
    if counted is None or law is None:
        return None
    end, unit, name = counted
    code = f"fcsq_{law[1]}_law_{end}"
    return MeasureHint(
        _KNOWN.get(code, code),
        f"{law[1].capitalize()} law: {name}",
        f"{name.capitalize()} ({law[1]} law) in the period, as counted by FCSQ",
        unit,
        0,
        "FCSQ CSV, Children Act",
    )


LAYOUT = Layout(
    "FCSQ Children Act counts",
    "the FCSQ Children Act file (type, count type, order type, gender, age band and count)",
    recognise,
    read,
    family=FCSQ,
    published=Published.ALWAYS,
    streams=True,
)
