"""Rules carried from one release of a file to the next, and what its headings have changed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import LIKE_A_MONTH
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.mapping.rules import ColumnRule, HeadingLine, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.mapping.rules import Rules

PERIOD = "#"
"""Stands for whatever period a heading names."""
_TIMES = re.compile(
    rf"\b(?:(?:fy ?)?(?:19|20)\d{{2}}|\d{{1,2}}(?= {LIKE_A_MONTH}\b)|q ?[1-4]"
    rf"|(?:qtr|quarter) ?[1-4]|{LIKE_A_MONTH}|4[0-9]{{4}})\b(?: \d{{2}}\b)*"
)


@dataclass(frozen=True, slots=True)
class SheetHeadings:
    """The headings of a sheet as they stay from one release to the next, in their order."""

    first: int
    """The first heading row that was found."""
    named: tuple[str, ...]
    title: str
    """What stands above them, or else names the sheet: two tables may have headings alike."""


@dataclass(frozen=True, slots=True)
class MovedHeadings:
    """What the headings have changed; `stops` where the rules rest on what is gone."""

    sentences: tuple[str, ...]
    stops: bool


def plain(heading: str) -> str:
    """Return a heading without notes, case and periods: `2024 Q1 [note 3]` gives `#`."""
    timeless = _TIMES.sub(PERIOD, words(heading))
    return re.sub(r"#(?:[ #]|to)*#|#", PERIOD, timeless).strip()


def headings(rules: Rules, title: str) -> SheetHeadings:
    """Return the headings of a sheet as a proposal found them."""
    names = (plain(column.heading) for column in rules.columns)
    return SheetHeadings(rules.first, tuple(dict.fromkeys(filter(None, names))), plain(title))


def shape(named: SheetHeadings) -> str:
    """Return the digest of what stays alike from one release to the next, whatever its order."""
    parts = [named.title, *sorted(named.named)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def likeness(some: Iterable[str], other: Iterable[str]) -> float:
    """Return how much of two sets of headings is the same, from 0 to 1."""
    left, right = set(some), set(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def carried(saved: Rules, before: SheetHeadings, fresh: Rules, grid: Grid) -> Rules:
    """Return saved rules for a new sheet, each column found again by its heading."""
    shift = fresh.first - before.first
    last = len(grid.rows) - 1
    columns, where = _columns(saved, fresh)
    texts = " ".join(
        [words(grid.sheet), *(words(c) for row in grid.rows[: fresh.last + 1] for c in row)]
    )
    return replace(
        saved,
        sheet=grid.sheet,
        first=min(max(saved.first + shift, 0), last),
        last=min(max(saved.last + shift, 0), last),
        columns=columns,
        fill=tuple(where[column] for column in saved.fill if column in where),
        bare=tuple(where[column] for column in saved.bare if column in where),
        place=saved.place if words(saved.place) in texts else "",
        period=saved.period if words(saved.period) in texts else "",
    )


def _columns(saved: Rules, fresh: Rules) -> tuple[tuple[ColumnRule, ...], dict[int, int]]:
    """Return the columns by the rules of the same heading, and where each old one went."""
    by_name: dict[str, list[ColumnRule]] = {}
    for column in saved.columns:
        by_name.setdefault(plain(column.heading), []).append(column)
    columns: list[ColumnRule] = []
    where: dict[int, int] = {}
    for column in fresh.columns:
        same = by_name.get(plain(column.heading), [])
        if not same:
            columns.append(replace(column, role=Role.UNUSED))
            continue
        is_period = PERIOD in plain(column.heading)
        old = same[0] if is_period or len(same) == 1 else same.pop(0)
        where.setdefault(old.column, column.column)
        columns.append(replace(old, column=column.column, heading=column.heading))
    return tuple(columns), where


def moved(saved: Rules, before: SheetHeadings, fresh: Rules, named: SheetHeadings) -> MovedHeadings:
    """Return what the headings have changed since the rules were saved."""
    now = named.named
    gone = [heading for heading in before.named if heading not in now]
    new = [heading for heading in now if heading not in before.named]
    used = {plain(column.heading) for column in saved.columns if column.role is not Role.UNUSED}
    sentences: list[str] = []
    as_written = {
        plain(column.heading): column.heading for column in (*saved.columns, *fresh.columns)
    }
    for heading in gone:
        at = before.named.index(heading)
        renamed = now[at] if len(now) > at and now[at] in new else ""
        if renamed:
            new.remove(renamed)
            now_says = f"may have become \u201c{as_written[renamed]}\u201d"
            sentences.append(f"The heading \u201c{as_written[heading]}\u201d {now_says}.")
        else:
            sentences.append(f"The heading \u201c{as_written[heading]}\u201d is gone.")
    sentences += [
        f"The heading \u201c{as_written[heading]}\u201d is new; it is not used until you say how."
        for heading in new
    ]
    both = [heading for heading in before.named if heading in now]
    if both != [heading for heading in now if heading in both]:
        sentences.append("The columns stand in another order; each was found by its heading.")
    other_title = named.title != before.title
    if other_title:
        sentences.append(
            f"It was called \u201c{before.title}\u201d and is now called \u201c{named.title}\u201d."
        )
    lines_differ = _lines(saved, fresh)
    if lines_differ:
        sentences.append("The rows of headings are built differently.")
    return MovedHeadings(
        tuple(sentences), stops=bool(used.intersection(gone)) or lines_differ or other_title
    )


def _lines(saved: Rules, fresh: Rules) -> bool:
    """Tell whether periods run across in the one and down in the other."""
    return (HeadingLine.PERIOD in saved.lines) != (
        HeadingLine.PERIOD in fresh.lines
    ) and not saved.period
