"""HMCTS management information: each area's receipts, disposals, open cases and timeliness.

It differs from the official statistics and is revised, and so it is kept under a publisher of
its own. One row of headings, with a column for each measure or one figure to a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.publishers import HMCTS
from lfjb_desk.importers.cells import Grid, place, text, words
from lfjb_desk.importers.extract import Extract, Layout, Published, Source
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError
from lfjb_desk.importers.language.periods import PeriodError, period_convention
from lfjb_desk.importers.layouts.hmcts_measures import Law, law_of, laws_in, measure_of, thing_of
from lfjb_desk.importers.tables.columns import (
    TableColumns,
    about,
    begins_another,
    check_width,
    find_columns,
    is_note,
    period_label,
    read_checked,
    read_marked,
)
from lfjb_desk.importers.tables.names import unsaid_sum
from lfjb_desk.importers.tables.rows import as_note
from lfjb_desk.importers.tables.scales import refuse_scaled
from lfjb_desk.importers.tables.values import PERCENT

if TYPE_CHECKING:
    from lfjb_desk.importers.extract import About
    from lfjb_desk.importers.language.periods import PeriodConvention

_SAID_BY = re.compile(r"\bhmcts\b|\bcourts and tribunals service\b")
_MORE = re.compile(r">(?!=)")
_KINDS_OF_CASE = {
    *("case type", "type of case", "type", "jurisdiction", "category", "law", "work type"),
    *("case category", "business area", "public or private"),
}
_LEFT_OUT = {"notes", "note", "comment", "comments", "dfj code", "area code", "code"}
_TOP = 39  # the last row that may say whose table it is
_FEWEST = 2  # columns of measures that show a table of HMCTS, where nothing says that it is one


@dataclass(frozen=True, slots=True)
class _InformationTable:
    """The columns of a table: those of measures by what they count, and the kind of case."""

    columns: TableColumns
    things: dict[int, str]
    laws: dict[int, Law | None]
    kind: int | None
    """The column that says which law a row is about."""
    law: Law | None
    """The law that the title says for the whole table."""


def recognise(grid: Grid, source: Source) -> bool:
    """Tell whether one row of headings names areas, periods and what HMCTS counts."""
    said_by = bool(_SAID_BY.search(source.words_to(grid, _TOP)))
    if said_by and find_columns(grid, "measure", "value"):
        return True
    columns = find_columns(grid)
    if columns is None or columns.at["place"] == columns.at.get("region"):
        return False
    return sum(map(bool, map(thing_of, columns.unused.values()))) >= (1 if said_by else _FEWEST)


def read(grid: Grid, source: Source, into: Extract) -> None:
    """Read each row into its figure, or into one for each column of measures."""
    long = find_columns(grid, "measure", "value")
    columns = long or find_columns(grid)
    assert columns is not None  # noqa: S101 - recognise() found them
    if _SAID_BY.search(source.words_to(grid, _TOP)):
        into.publisher = into.publisher or HMCTS
    if refuse_scaled(grid, into):
        return
    table = _table(grid, source, columns, into, long=long is not None)
    body = [row for row in grid.filled() if row > columns.head]
    known = period_convention((period_label(grid, row, columns) for row in body), HMCTS)
    known = replace(known, monthly=columns.monthly)
    other = ""
    for row in body:
        if is_note(grid, row) or columns.table(grid).repeats_headings(row):
            other = other or (begins_another(grid, row) if is_note(grid, row) else "")
            line = text(next(cell for cell in grid.rows[row] if text(cell)))
            into.notes.append(as_note(row, line))
            continue
        into.read += 1
        if other:
            reason = f"Row {row + 1} stands below \u201c{other}\u201d, maybe in another table."
            into.refuse(grid, (row, 0), reason, RefusalKind.OTHER_TABLE)
            continue
        subject = _subject(grid, row, columns, known, into)
        if subject and long:
            _take_long(grid, row, table, subject, into)
        elif subject:
            _take_wide(grid, row, table, subject, into)


def _table(
    grid: Grid, source: Source, columns: TableColumns, into: Extract, *, long: bool
) -> _InformationTable:
    """Return what each column counts; say which columns are not used."""
    kind = next((c for c, heading in columns.unused.items() if heading in _KINDS_OF_CASE), None)
    law = _title_law(grid, source, columns)
    things: dict[int, str] = {}
    laws: dict[int, Law | None] = {}
    unused: list[str] = []
    for column, heading in columns.unused.items():
        spelt = _MORE.sub(" over ", grid.text(columns.head, column))
        thing, named = thing_of(words(spelt)), law_of(heading)
        settled = named or law
        if column == kind:
            continue
        of_two = named is None and bool(laws_in(heading))
        none = kind is None and settled is not None and measure_of(settled, thing) is None
        if long or not thing or of_two or none:
            unused.append(heading)
        elif kind is None and settled is None:
            into.refuse(
                grid,
                (columns.head, column),
                f"{place(columns.head, column)}, \u201c{heading}\u201d, does not say "
                "whether it is of public or of private law.",
                RefusalKind.CELL,
            )
        else:
            things[column], laws[column] = thing, named
    if unused := [heading for heading in unused if heading not in _LEFT_OUT]:
        into.notes.append(f"Columns not used: {', '.join(unused)}.")
    return _InformationTable(columns, things, laws, kind, law)


def _title_law(grid: Grid, source: Source, columns: TableColumns) -> Law | None:
    """Return the one law that the lines above, the sheet or the file name; None where two are."""
    above = " ".join(words(cell) for row in grid.rows[: columns.head] for cell in row)
    for phrase in (above, words(grid.sheet), words(source.file_name)):
        if named := laws_in(phrase):
            return named[0] if len(named) == 1 else None
    return None


def _subject(
    grid: Grid, row: int, columns: TableColumns, known: PeriodConvention, into: Extract
) -> About | None:
    """Return what a row is about; None after refusing it."""
    reason = unsaid_sum(grid.text(row, columns.at["place"]))
    try:
        check_width(grid, row, columns)
        subject = about(grid, row, columns, known)
    except (PeriodError, UnreadableCellError) as error:
        subject, reason = None, str(error)
    if reason:
        into.refuse(grid, (row, columns.at["place"]), f"Row {row + 1} {reason}.", RefusalKind.ROW)
    return None if reason else subject


def _law(grid: Grid, row: int, table: _InformationTable, named: Law | None) -> Law | None:
    """Return the law of a figure: its own words first, then its row's, then the title's."""
    if named or table.kind is None:
        return named or table.law
    return law_of(words(grid.cell(row, table.kind)))


def _take_wide(
    grid: Grid, row: int, table: _InformationTable, subject: About, into: Extract
) -> None:
    if table.kind is not None and not _law(grid, row, table, None):
        law_words = grid.text(row, table.kind)
        reason = (
            f"Row {row + 1} is of \u201c{law_words}\u201d, neither public nor private law alone."
        )
        into.refuse(grid, (row, table.kind), reason, RefusalKind.ROW)
        return
    for column, thing in table.things.items():
        law = _law(grid, row, table, table.laws[column])
        measure = measure_of(law, thing) if law else None
        if measure is not None:
            _take(grid, (row, column), measure, subject, into)
        elif text(grid.cell(row, column)):
            into.refuse(
                grid,
                (row, column),
                f"{place(row, column)} is {grid.text(table.columns.head, column)} of {law} law, "
                "for which there is no measure.",
                RefusalKind.CELL,
            )


def _take_long(
    grid: Grid, row: int, table: _InformationTable, subject: About, into: Extract
) -> None:
    columns = table.columns
    at = (row, columns.at["value"])
    label = grid.text(row, columns.at["measure"])
    unit = grid.text(row, columns.at["unit"]) if "unit" in columns.at else ""
    law = _law(grid, row, table, law_of(words(label)))
    thing = thing_of(words(label)) or thing_of(words(f"{label} {unit}"))
    measure = measure_of(law, thing) if law and thing else None
    if measure is None:  # the name is asked about, with what its row says of the kind of case
        kind = grid.text(row, table.kind) if table.kind is not None else ""
        name = f"{kind}: {label}" if kind else label
        share = "%" if re.search(PERCENT, f"{label} {unit}".casefold()) else ""
        measure = MeasureHint(name, name, unit=share, settled=False)
    _take(grid, at, measure, subject, into, columns)


def _take(
    grid: Grid,
    at: tuple[int, int],
    measure: MeasureHint,
    subject: About,
    into: Extract,
    long: TableColumns | None = None,
) -> None:
    """Take a figure; in a long table its marker may stand in a column of its own."""
    try:
        value = read_marked(grid, at[0], long, measure) if long else read_checked(grid, at, measure)
    except UnreadableCellError as error:
        into.refuse(grid, at, f"{place(*at)} {error}.", RefusalKind.CELL)
    else:
        into.take(grid, at, measure, subject, value)


LAYOUT = Layout(
    "HMCTS management information by area",
    "HMCTS management information (a heading row with area, month or period, and receipts, "
    "disposals, outstanding or timeliness)",
    recognise,
    read,
    family="HMCTS",
    published=Published.WHEN_NATIONAL,
    general=True,
)
