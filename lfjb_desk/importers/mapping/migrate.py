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
    said = _TIMES.sub(PERIOD, words(heading))
    return re.sub(r"#(?:[ #]|to)*#|#", PERIOD, said).strip()


def headings(rules: Rules, title: str) -> SheetHeadings:
    """Return the headings of a sheet as a proposal found them."""
    said = (plain(one.heading) for one in rules.columns)
    return SheetHeadings(rules.first, tuple(dict.fromkeys(filter(None, said))), plain(title))


def shape(found: SheetHeadings) -> str:
    """Return the digest of what stays alike from one release to the next, whatever its order."""
    said = [found.title, *sorted(found.named)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Return how much of two sets of headings is the same, from 0 to 1."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def carried(saved: Rules, before: SheetHeadings, fresh: Rules, grid: Grid) -> Rules:
    """Return saved rules for a new sheet, each column found again by its heading."""
    shift = fresh.first - before.first
    last = len(grid.rows) - 1
    columns, where = _columns(saved, fresh)
    said = " ".join(
        [words(grid.sheet), *(words(c) for row in grid.rows[: fresh.last + 1] for c in row)]
    )
    return replace(
        saved,
        sheet=grid.sheet,
        first=min(max(saved.first + shift, 0), last),
        last=min(max(saved.last + shift, 0), last),
        columns=columns,
        fill=tuple(where[one] for one in saved.fill if one in where),
        bare=tuple(where[one] for one in saved.bare if one in where),
        place=saved.place if words(saved.place) in said else "",
        period=saved.period if words(saved.period) in said else "",
    )


def _columns(saved: Rules, fresh: Rules) -> tuple[tuple[ColumnRule, ...], dict[int, int]]:
    """Return the columns by the rules of the same heading, and where each old one went."""
    by_name: dict[str, list[ColumnRule]] = {}
    for one in saved.columns:
        by_name.setdefault(plain(one.heading), []).append(one)
    columns: list[ColumnRule] = []
    where: dict[int, int] = {}
    for one in fresh.columns:
        same = by_name.get(plain(one.heading), [])
        if not same:
            columns.append(replace(one, role=Role.UNUSED))
            continue
        is_period = PERIOD in plain(one.heading)
        old = same[0] if is_period or len(same) == 1 else same.pop(0)
        where.setdefault(old.column, one.column)
        columns.append(replace(old, column=one.column, heading=one.heading))
    return tuple(columns), where


def moved(saved: Rules, before: SheetHeadings, fresh: Rules, found: SheetHeadings) -> MovedHeadings:
    """Return what the headings have changed since the rules were saved."""
    now = found.named
    gone = [one for one in before.named if one not in now]
    new = [one for one in now if one not in before.named]
    used = {plain(one.heading) for one in saved.columns if one.role is not Role.UNUSED}
    sentences: list[str] = []
    shown = {plain(one.heading): one.heading for one in (*saved.columns, *fresh.columns)}
    for one in gone:
        at = before.named.index(one)
        renamed = now[at] if len(now) > at and now[at] in new else ""
        if renamed:
            new.remove(renamed)
            now_says = f"may have become \u201c{shown[renamed]}\u201d"
            sentences.append(f"The heading \u201c{shown[one]}\u201d {now_says}.")
        else:
            sentences.append(f"The heading \u201c{shown[one]}\u201d is gone.")
    sentences += [
        f"The heading \u201c{shown[one]}\u201d is new; it is not used until you say how."
        for one in new
    ]
    both = [one for one in before.named if one in now]
    if both != [one for one in now if one in both]:
        sentences.append("The columns stand in another order; each was found by its heading.")
    other_title = found.title != before.title
    if other_title:
        sentences.append(
            f"It was called \u201c{before.title}\u201d and is now called \u201c{found.title}\u201d."
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
