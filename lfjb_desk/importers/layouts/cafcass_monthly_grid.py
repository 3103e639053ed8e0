"""Care applications of England by month and year, and those of each authority by quarter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import ANY_MONTH
from lfjb_desk.domain.common.nations import ENGLAND
from lfjb_desk.domain.common.publishers import CAFCASS
from lfjb_desk.domain.formatting import BLANK
from lfjb_desk.importers.cells import Grid, place, text, words
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source, reread
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.tables.headings import Wording
from lfjb_desk.importers.tables.history import HistoryTable, is_history, read_history
from lfjb_desk.importers.tables.month_grid import MonthGrid, compare, find_grid, value_of
from lfjb_desk.importers.tables.rows import as_note, line_of
from lfjb_desk.importers.tables.scales import refuse_scaled

if TYPE_CHECKING:
    from lfjb_desk.importers.figures import PlaceWord

_TOP = 40  # rows that may stand above a grid
APPLICATIONS = MeasureHint(
    "s31_apps",
    "Care applications received",
    "Number of section 31 applications issued in the period",
    "applications",
    0,
    "Cafcass care applications",
)
_CARE = re.compile(
    r"\bcare\b.{0,30}\bapplications?\b|\bapplications?\b.{0,30}\bcare\b|\bcare demand\b"
    r"|\b(?:s31|section 31|s 31)\b.{0,30}\bapplications?\b"
)
_ELSEWHERE = re.compile(
    r"\bprivate law\b|\bper 10 ?000\b|\brates?\b|\bdurations?\b|\bmedian\b|\bweeks\b"
    r"|\bnumber of children\b|\bchildren (?:in|subject|involved)\b"
)
BY_QUARTER = HistoryTable(
    measure=APPLICATIONS,
    subject=_CARE,
    elsewhere=_ELSEWHERE,
    wording=Wording(
        re.compile(r"\b(?:applications?|number|count|received|total)\b"),
        re.compile(r"\b(?:rate|per|children|change|average|difference|rank)\b|[0-9%]"),
    ),
    next_table=re.compile(r"\b(?:rate|per|duration|weeks|children|private|change)\b|%"),
    adds_up=True,
    total=ENGLAND,
)
# What a title of the whole country says; any other word may name a part of it.
_PLAIN = re.compile(
    r"cafcass|care|orders?|applications?|demand|received|issued|s ?31|section|public|law|total|all"
    r"|number|numbers|count|counts|figures|data|statistics|table|chart|sheet ?\d*|grid|tab|new"
    r"|by|of|for|in|the|a|and|to|from|per|each|between|since|with|monthly|months?|years?|financial"
    r"|yearly|quarterly|quarters?|national|nationally|england|calendar|annual|latest|final|updated"
    rf"|{ANY_MONTH}|csv|xlsx|ods|v?\d+"
)


def recognise(grid: Grid, source: Source) -> bool:
    """Tell whether the words say care applications, over a grid of months or quarters."""
    if is_history(grid, source, BY_QUARTER):
        return True
    month_grid = find_grid(grid, CAFCASS) if _CARE.search(source.words_to(grid, _TOP)) else None
    if month_grid is None:
        return False
    title = source.words_to(grid, month_grid.head)
    return bool(_CARE.search(title)) and not _ELSEWHERE.search(title)


def read(grid: Grid, source: Source, into: Extract) -> None:
    """Read each month, or each authority's quarter, into one figure."""
    month_grid = None if is_history(grid, source, BY_QUARTER) else find_grid(grid, CAFCASS)
    if month_grid is None:
        read_history(grid, source, into, BY_QUARTER)
        return
    if refuse_scaled(grid, into):
        return
    if "cafcass" in source.words_to(grid, len(grid.rows)):
        into.publisher = into.publisher or CAFCASS
    into.read += month_grid.lines
    if month_grid.unused:
        into.notes.append(f"Rows and columns not used: {', '.join(month_grid.unused)}.")
    for at, reason in month_grid.unclear:
        into.refuse(grid, at, f"The heading {reason}.", RefusalKind.HEADING)
    _take_months(grid, month_grid, _whose(grid, source, month_grid.head), into)
    _check_totals(grid, month_grid, into)
    _look_below(grid, month_grid, into)


def _whose(grid: Grid, source: Source, head: int) -> str:
    """Return the place of the grid: England, or the title that may name another place."""
    titles = [text(cell) for row in grid.rows[:head] for cell in row if _CARE.search(words(cell))]
    for title in titles or [source.file_name]:
        if not all(_PLAIN.fullmatch(word) for word in words(title).split()):
            return title
    return ENGLAND


def _take_months(grid: Grid, month_grid: MonthGrid, whose: str, into: Extract) -> None:
    """Take every month, but for the empty ones after the last that is filled."""
    filled = [month.period.start for month in month_grid.months if text(grid.cell(*month.at))]
    last = max(filled, default=None)
    empty = []
    for month in month_grid.months:
        if last is None or month.period.start > last:
            empty.append(place(*month.at))
            continue
        kind: PlaceWord | None = "nation" if whose == ENGLAND else None
        into.add(grid, month.at, APPLICATIONS, About(whose, kind, month.period))
    if empty:
        into.notes.append(f"Empty after the last month, and not taken: {', '.join(empty)}.")


def _check_totals(grid: Grid, month_grid: MonthGrid, into: Extract) -> None:
    """Say which totals there are, and list those that do not add up."""
    right = 0
    for total in month_grid.totals:
        value = value_of(grid, total.at)
        if value is not None and value.marker == BLANK:
            continue
        adds_up, sentence = compare(grid, total)
        if adds_up:
            right += 1
        elif adds_up is None:
            into.notes.append(f"{sentence}.")
        else:
            into.refuse(
                grid,
                total.at,
                f"{sentence}. The months were taken as published.",
                RefusalKind.TOTAL,
            )
    if right:
        into.notes.append(f"Totals that add up, and are not taken as months: {right}.")


def _look_below(grid: Grid, month_grid: MonthGrid, into: Extract) -> None:
    """Keep what stands below the grid as notes; list rows of figures, of another table perhaps."""
    for row in grid.filled():
        if row <= month_grid.last:
            continue
        if any(reread(cell) for cell in grid.rows[row][1:]):
            into.read += 1
            into.refuse(
                grid,
                (row, 0),
                f"Row {row + 1} stands below the table, maybe in another one.",
                RefusalKind.OTHER_TABLE,
            )
        else:
            into.notes.append(as_note(row, line_of(grid, row)))


LAYOUT = Layout(
    "Care applications by month or by quarter",
    "care applications by month and year (months one way, years the other) or of each authority "
    "by quarter, under a title that says care applications",
    recognise,
    read,
    family="Cafcass",
    published=Published.WHEN_NATIONAL,
)
