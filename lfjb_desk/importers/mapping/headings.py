"""What the heading rows of a sheet say over each column of figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import text
from lfjb_desk.importers.language.periods import PeriodError, period_convention, unversioned
from lfjb_desk.importers.mapping.rules import HeadingLine, Role
from lfjb_desk.importers.mapping.times import (
    OpenPeriodError,
    joined_label,
    period_in,
    period_of,
    says_more,
)
from lfjb_desk.importers.tables.rows import once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.importers.cells import Cell, Grid
    from lfjb_desk.importers.language.periods import Period, PeriodConvention
    from lfjb_desk.importers.mapping.rules import ColumnRule, Rules

_BRACKETED = re.compile(
    r"\s*\((?:weeks|days|months|%|cases|orders|per cent|number)\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Over:
    """What stands over one column of figures."""

    rule: ColumnRule
    measure: str
    unit: str
    place: str
    period: Period | None
    is_asked: bool = False
    """Whether its period waits for an answer."""


def stack(grid: Grid, rules: Rules, column: int) -> list[Cell]:
    """Return what each heading row says over a column."""
    return rules.table(grid).cells_over(column, reaching=rules.carry)


def heading(grid: Grid, rules: Rules, column: int) -> str:
    """Return the whole heading of a column as one line, each text once."""
    return once(map(text, stack(grid, rules, column)))


def over(
    grid: Grid, rules: Rules, questions: list[tuple[str, str]], publisher: str
) -> tuple[Over, ...]:
    """Return what stands over each column of figures; add what must be asked."""
    columns = rules.with_role(Role.FIGURES)
    stacks = {rule.column: _parts(grid, rules, rule.column) for rule in columns}
    labels = [
        joined_label(parts[HeadingLine.PERIOD])
        for parts in stacks.values()
        if parts[HeadingLine.PERIOD]
    ]
    known = period_convention(labels, publisher)
    columns_over = [_over(rule, stacks[rule.column], rules, known, questions) for rule in columns]
    return _told_apart(columns_over, rules)


def _parts(grid: Grid, rules: Rules, column: int) -> dict[HeadingLine, list[Cell]]:
    parts: dict[HeadingLine, list[Cell]] = {line: [] for line in HeadingLine}
    for line, cell in zip(rules.lines, stack(grid, rules, column), strict=False):
        if text(cell) and (line is not HeadingLine.PERIOD or cell not in parts[line]):
            parts[line].append(cell)
    return parts


def _over(
    rule: ColumnRule,
    parts: dict[HeadingLine, list[Cell]],
    rules: Rules,
    known: PeriodConvention,
    questions: list[tuple[str, str]],
) -> Over:
    period, rest, is_asked = None, "", False
    if HeadingLine.PERIOD in rules.lines:
        try:
            period, rest = _period(parts[HeadingLine.PERIOD], rules, known)
        except OpenPeriodError as error:
            questions.append((error.about, str(error)))
            is_asked = True
    named = [text(cell) for cell in parts[HeadingLine.MEASURE]]
    named = named or ([_BRACKETED.sub("", rest)] if _says_something(rest) else [])
    unit = " ".join([rule.unit, *map(text, parts[HeadingLine.UNIT]), rest]).strip()
    place = once(map(text, parts[HeadingLine.PLACE]))
    return Over(rule, rule.measure or once(named), unit, place, period, is_asked)


def _period(
    parts: Sequence[Cell], rules: Rules, known: PeriodConvention
) -> tuple[Period | None, str]:
    if not parts:
        return None, ""
    label = joined_label(list(parts))
    try:
        return period_of(label, rules, known), ""
    except PeriodError:
        period, rest = period_in(text(label), rules, known)
        return (None, text(label)) if period and says_more(rest) else (period, rest)


def _says_something(rest: str) -> bool:
    return len(unversioned(_BRACKETED.sub("", rest)).replace("%", "").strip()) > 1


def _told_apart(columns: list[Over], rules: Rules) -> tuple[Over, ...]:
    """Name the columns whose heading holds no more than a unit, where others hold another one."""
    bare = {unversioned(column.unit) for column in columns if not column.measure}
    if len(bare) == 1 or not rules.measure or rules.with_role(Role.MEASURE):
        return tuple(columns)
    return tuple(
        replace(column, measure=f"{rules.measure} ({column.unit})")
        if not column.measure and unversioned(column.unit)
        else column
        for column in columns
    )
