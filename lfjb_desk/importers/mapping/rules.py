"""Rules: how one sheet is to be read; a person may correct every part of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from lfjb_desk.importers.cells import Grid
from lfjb_desk.importers.figures import PlaceWord
from lfjb_desk.importers.tables.rows import TableShape


class Role(StrEnum):
    """What a column holds."""

    FIGURES = "figures"
    PLACE = "place"
    PERIOD = "period"
    MEASURE = "measure"
    MARKER = "marker"
    UNUSED = "unused"


class HeadingLine(StrEnum):
    """What a row of headings says over the figures."""

    PERIOD = "period"
    MEASURE = "measure"
    PLACE = "place"
    UNIT = "unit"
    UNUSED = "unused"


class Percent(StrEnum):
    """How percentages are written; open where the figures themselves must tell."""

    OPEN = "open"
    NONE = "none"
    FRACTION = "fraction"
    HUNDRED = "hundred"


class Dates(StrEnum):
    """What a date stands for where a period should be."""

    OPEN = "open"
    MONTH = "month"
    QUARTER_START = "quarter start"
    QUARTER_END = "quarter end"
    YEAR_START = "year start"
    YEAR_END = "year end"


class Years(StrEnum):
    """Which year is meant where a label names only one."""

    OPEN = "open"
    CALENDAR = "calendar"
    BEGINS = "begins"
    """The financial year that begins in it: the first quarter is April to June of that year."""
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """What one column holds; columns and rows count from 0."""

    column: int
    heading: str
    role: Role = Role.UNUSED
    measure: str = ""
    """Code or name of the measure; empty where a heading, a column or the sheet names it."""
    unit: str = ""
    percent: Percent = Percent.OPEN


@dataclass(frozen=True, slots=True)
class Rules:
    """How one sheet is read; what is empty or open is found in the sheet, or asked."""

    sheet: str
    first: int
    last: int
    """The heading rows, the last one included."""
    lines: tuple[HeadingLine, ...]
    """What each heading row says over the figures."""
    columns: tuple[ColumnRule, ...]
    publisher: str = ""
    place: str = ""
    """The place that the whole sheet is about."""
    place_kind: PlaceWord | Literal[""] = ""
    period: str = ""
    """The period that the whole sheet is about; empty where the sheet says it."""
    measure: str = ""
    """The measure of the whole sheet."""
    years: Years = Years.OPEN
    dates: Dates = Dates.OPEN
    serials: bool = False
    """Whether numbers where periods should be are days as spreadsheets count them."""
    day_first: bool | None = None
    decimal_comma: bool | None = None
    """None where the file itself tells."""
    carry: bool = False
    """Whether a heading reaches right over the empty cells beside it."""
    fill: tuple[int, ...] = ()
    """Columns in which what stands above holds for the empty cells below it."""
    bare: tuple[int, ...] = ()
    """Columns in which an empty cell says nothing, such as the quarter of a whole year."""
    within: tuple[str, ...] = ()
    """Lines between the rows that only group them."""
    hidden_rows: bool = False
    """Whether hidden rows are taken."""

    def with_role(self, role: Role) -> tuple[ColumnRule, ...]:
        """Return the columns that hold something, from the left."""
        return tuple(column for column in self.columns if column.role is role)

    def table(self, grid: Grid) -> TableShape:
        """Return the table of a sheet as a person said where it stands."""
        naming = (Role.PLACE, Role.PERIOD, Role.MEASURE)
        return TableShape(
            grid,
            self.first,
            self.last,
            figures=tuple(column.column for column in self.with_role(Role.FIGURES)),
            naming=tuple(column.column for role in naming for column in self.with_role(role)),
        )


_RULES = TypeAdapter(Rules)


def as_text(rules: Rules) -> str:
    """Return rules as JSON."""
    return _RULES.dump_json(rules).decode()


def from_text(text: str) -> Rules | None:
    """Return the rules that a text holds, or None when it holds none."""
    try:
        return _RULES.validate_json(text)
    except ValidationError:
        return None
