"""A proposal of how a sheet is read, with the reason for each part in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from lfjb_desk.domain.common.publishers import CAFCASS, FCSQ
from lfjb_desk.importers.cells import place as cell_name
from lfjb_desk.importers.cells import text, words
from lfjb_desk.importers.mapping import profile
from lfjb_desk.importers.mapping.apply import Known
from lfjb_desk.importers.mapping.headings import heading, stack
from lfjb_desk.importers.mapping.rules import ColumnRule, HeadingLine, Role, Rules
from lfjb_desk.importers.tables.names import kind_said

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.figures import PlaceWord
    from lfjb_desk.importers.mapping.profile import Profile
    from lfjb_desk.importers.mapping.sheets import SheetView

_HEAD_ROWS = 60  # headings are looked for no further down
_DEEPEST, _TITLES = 3, 3
_PUBLISHERS = {
    CAFCASS: re.compile(r"\bcafcass\b"),
    FCSQ: re.compile(r"\bfamily court statistics\b|\bfcsq\b|\bministry of justice\b|\bmoj\b"),
    "HMCTS": re.compile(r"\bhmcts\b"),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a sheet may be read, and why, one sentence for each part."""

    rules: Rules
    reasons: tuple[str, ...]
    title: str
    """The longest of the first lines above the table, else the names of sheet and file."""


def propose(view: SheetView, file_name: str = "", known: Known | None = None) -> Proposal | None:
    """Return how a sheet may be read; None where no row of headings stands above figures."""
    grid, known = view.grid, known or Known()
    heading_rows = _head(grid)
    if heading_rows is None:
        return None
    first, last, below = heading_rows
    profiles = profile.profiles(grid, first, last, below, known.places)
    rules = Rules(grid.sheet, first, last, (), ())
    roles = {column.column: profile.role_of(column) for column in profiles}
    _one_place(profiles, roles)
    lines = profile.lines_over(grid, first, last, _those(roles, Role.FIGURES), known.places)
    rules = replace(rules, lines=lines, columns=_columns(profiles, roles))
    rules = replace(rules, carry=_carries(grid, rules))
    rules = renamed(grid, _only_periods(grid, rules))
    reasons: list[str] = []
    rules = _said_above(view, file_name, rules, known, reasons)
    title = _title(grid, rules) or f"{grid.sheet} {file_name.rpartition('.')[0]}"
    return Proposal(rules, (*_in_words(rules), *reasons), title)


def _head(grid: Grid) -> tuple[int, int, list[int]] | None:
    """Return the heading rows and the rows of figures below them."""
    filled = list(grid.filled())
    for at, row in enumerate(filled[:_HEAD_ROWS]):
        if at + 1 == len(filled) or not profile.is_heading(grid, row):
            continue
        if not profile.is_data(grid, filled[at + 1]):
            continue
        first = row
        while (
            first > 0 and row - first + 1 < _DEEPEST and profile.stands_above(grid, first - 1, row)
        ):
            first -= 1
        return first, row, [below for below in filled[at + 1 :] if profile.is_data(grid, below)]
    return None


def _those(roles: dict[int, Role], role: Role) -> list[int]:
    return [column for column, column_role in roles.items() if column_role is role]


def _one_place(profiles: tuple[Profile, ...], roles: dict[int, Role]) -> None:
    """Keep one column of places where the headings tell which; a region gives way to an area."""
    places = [column for column in profiles if roles[column.column] is Role.PLACE]
    nearer = [column for column in places if not profile.is_region(column.heading)]
    if len(nearer) == 1:
        for column in places:
            if column is not nearer[0]:
                roles[column.column] = Role.UNUSED


def _columns(profiles: tuple[Profile, ...], roles: dict[int, Role]) -> tuple[ColumnRule, ...]:
    return tuple(ColumnRule(column.column, "", roles[column.column]) for column in profiles)


def _carries(grid: Grid, rules: Rules) -> bool:
    """Tell whether group headings must reach right, and do so without two columns alike."""
    above = range(rules.first, rules.last)
    if not above or any(merge.top in above for merge in grid.merges):
        return False
    columns = [rule.column for rule in rules.with_role(Role.FIGURES)]
    carried = replace(rules, carry=True)
    stacks = [tuple(map(words, stack(grid, carried, column))) for column in columns]
    bare = [tuple(map(words, stack(grid, rules, column))) for column in columns]
    return stacks != bare and len(set(stacks)) == len(stacks) and profile.quarters_rise(stacks)


def _only_periods(grid: Grid, rules: Rules) -> Rules:
    """Leave out the columns that sum up or compare the periods beside them."""
    if HeadingLine.PERIOD not in rules.lines:
        return rules
    columns = tuple(
        replace(column, role=Role.UNUSED)
        if column.role is Role.FIGURES and not profile.names_period(grid, rules, column.column)
        else column
        for column in rules.columns
    )
    return replace(rules, columns=columns)


def renamed(grid: Grid, rules: Rules) -> Rules:
    """Return rules whose columns are called what their heading rows say."""
    columns = tuple(
        replace(column, heading=heading(grid, rules, column.column)) for column in rules.columns
    )
    return replace(rules, columns=columns)


def _said_above(
    view: SheetView, file_name: str, rules: Rules, known: Known, reasons: list[str]
) -> Rules:
    """Return the rules with what the lines above the table, the sheet and the file say."""
    grid = view.grid
    above = [text(cell) for row in grid.rows[: rules.first] for cell in row if text(cell)]
    everything = [text(c) for row in grid.rows for c in row if isinstance(c, str) and text(c)]
    everything_said = " ".join(map(words, (file_name, grid.sheet, *above, *everything[-20:])))
    publishers = [name for name, form in _PUBLISHERS.items() if form.search(everything_said)]
    if len(publishers) == 1:
        rules = replace(rules, publisher=publishers[0])
        reasons.append(f"The sheet or its file name speaks of {publishers[0]}.")
    rules = replace(rules, place_kind=_kind(grid, rules, " ".join(map(words, above))))
    if not rules.with_role(Role.PLACE) and HeadingLine.PLACE not in rules.lines:
        places = {
            words(place_name): place_name
            for place_name in (grid.sheet, *above)
            if words(place_name) in known.places
        }
        if len(places) == 1:
            rules = replace(rules, place=next(iter(places.values())))
            reasons.append(f"The whole sheet is about {rules.place}, which its title names.")
    has_names = HeadingLine.MEASURE in rules.lines or rules.with_role(Role.MEASURE)
    if not has_names and (title := _title(grid, rules)):
        rules = replace(rules, measure=title)
        reasons.append(f"The title, \u201c{title}\u201d, says what is measured.")
    return rules


def _title(grid: Grid, rules: Rules) -> str:
    above = [text(cell) for row in grid.rows[: rules.first] for cell in row if text(cell)]
    return max(above[:_TITLES], key=len, default="")


def _kind(grid: Grid, rules: Rules, title: str) -> PlaceWord | Literal[""]:
    over = [words(heading(grid, rules, column.column)) for column in rules.with_role(Role.PLACE)]
    return kind_said((*over, title, words(grid.sheet))) or ""


def _in_words(rules: Rules) -> list[str]:
    """Return the sentences that say what each part of the proposal rests on."""
    rows = f"{rules.first + 1} to {rules.last + 1}"
    one_row = rules.first == rules.last
    sentences = [
        f"Row {rules.first + 1} holds the headings." if one_row else f"Rows {rows} hold headings."
    ]
    for role, what in (
        (Role.PLACE, "names the area or authority"),
        (Role.PERIOD, "names the period"),
        (Role.MEASURE, "names the measure"),
        (Role.MARKER, "holds markers"),
    ):
        for column in rules.with_role(role):
            name = cell_name(0, column.column)[:-1]
            sentences.append(f"Column {name}, \u201c{column.heading}\u201d, {what}.")
    across = {
        HeadingLine.PERIOD: "The periods run across in the headings.",
        HeadingLine.PLACE: "The places run across in the headings.",
        HeadingLine.MEASURE: "The headings say what each column measures.",
    }
    sentences += [sentence for line, sentence in across.items() if line in rules.lines]
    if rules.carry:
        sentences.append("A heading holds for the empty cells to its right.")
    unused = [column.heading for column in rules.with_role(Role.UNUSED) if column.heading]
    if unused:
        sentences.append(f"Not used: {', '.join(unused)}.")
    return sentences
