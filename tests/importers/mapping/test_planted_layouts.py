"""The planted layouts: what a proposal takes is the truth, or it stops with a question."""

from __future__ import annotations

import csv
import random
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.importers.cells import place, text, words
from lfjb_desk.importers.mapping.apply import Known, apply
from lfjb_desk.importers.mapping.opening import view
from lfjb_desk.importers.mapping.propose import propose
from lfjb_desk.importers.mapping.rules import (
    Dates,
    HeadingLine,
    Percent,
    Role,
    Rules,
    Years,
    as_text,
    from_text,
)
from tests.importers.mapping.planted_cases import ASKS, CASES, READ, Case

if TYPE_CHECKING:
    from lfjb_desk.importers.figures import Figure
    from lfjb_desk.importers.mapping.sheets import SheetView
    from tests.importers.mapping.planted_sheets import Planted

NAMES = Path(__file__).resolve().parents[3] / "db" / "reference" / "area_names.csv"
MUTATIONS = 8
"""Wrong corrections tried of each layout; 68 layouts make 544 of them."""


@cache
def known() -> Known:
    with NAMES.open(encoding="utf-8", newline="") as file:
        return Known(frozenset(words(row["name"]) for row in csv.DictReader(file)))


def planted(case: Case, folder: Path) -> tuple[Planted, SheetView, Rules]:
    made = case.make()
    if case.text:
        path = made.save_text(folder, "figures", *case.text, comma=case.comma)
    else:
        path = made.save(folder, "figures", case.others)
    sheet = view(path, lambda _: None).sheets[0]
    proposal = propose(sheet, path.name, known())
    assert proposal is not None, f"no headings were found: {case.name}"
    assert proposal.reasons
    return made, sheet, proposal.rules


def said(figure: Figure) -> tuple[Any, ...]:
    days = (figure.period_start, figure.period_end)
    return (words(figure.place_label), days, figure.value, figure.marker)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_proposal_takes_the_truth_or_stops_with_a_question(case: Case, tmp_path: Path) -> None:
    made, sheet, rules = planted(case, tmp_path)

    applied = apply(sheet, rules, known())

    truth = {
        cell: (words(one.place), one.days, one.value, one.marker)
        for cell, one in made.truth.items()
    }
    taken = {figure.cell: said(figure) for figure in applied.figures}
    assert {cell: one for cell, one in taken.items() if one != truth.get(cell)} == {}
    for figure in applied.figures:
        assert words(made.truth[figure.cell].measure) in words(figure.measure_code)
    if case.comes_to == ASKS:
        assert applied.questions
        assert applied.figures == ()
    else:
        assert applied.questions == ()
        assert set(taken) == set(truth)


def test_more_than_sixty_layouts_are_planted_and_most_are_read() -> None:
    assert len({case.name for case in CASES}) == len(CASES) == 68
    assert Counter(case.comes_to for case in CASES) == {READ: 52, ASKS: 16}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rules_come_back_the_same_from_their_text(case: Case, tmp_path: Path) -> None:
    _, _, rules = planted(case, tmp_path)
    assert from_text(as_text(rules)) == rules


def mutated(rules: Rules, height: int, chance: random.Random) -> Rules:
    """Return rules with two or three parts set to something else."""
    for _ in range(chance.choice((2, 3))):
        columns = list(rules.columns)
        at = chance.randrange(len(columns))
        percent = chance.choice(list(Percent))
        columns[at] = replace(columns[at], role=chance.choice(list(Role)), percent=percent)
        first = chance.randrange(min(height, 6))
        last = min(height - 1, first + chance.randrange(3))
        lines = tuple(chance.choice(list(HeadingLine)) for _ in range(last - first + 1))
        rules = chance.choice(
            (
                replace(rules, columns=tuple(columns)),
                replace(rules, first=first, last=last, lines=lines),
                replace(rules, years=chance.choice(list(Years))),
                replace(rules, dates=chance.choice(list(Dates)), serials=chance.random() < 0.5),
                replace(rules, carry=not rules.carry),
                replace(rules, fill=(at,), bare=(chance.randrange(len(columns)),)),
                replace(rules, hidden_rows=True),
                replace(rules, day_first=chance.choice((True, False))),
            )
        )
    return rules


def around(sheet: SheetView, rules: Rules, row: int) -> list[str]:
    """Return what may say what a row is about: itself, what it takes from above, the headings."""
    grid = sheet.grid
    width = max(map(len, grid.rows))
    beside = [text(grid.joined(row, column)) for column in range(width)]
    beside += [text(grid.joined(above, c)) for c in rules.fill for above in range(row)]
    over = [text(grid.joined(head, c)) for head in range(rules.last + 1) for c in range(width)]
    return [*beside, *over, grid.sheet, rules.place, rules.period]


def is_said(label: str, lines: list[str]) -> bool:
    everything = words(" ".join(lines))
    return all(part in everything for part in words(label).split())


def is_value(figure: Figure, shown: str, percent: Percent) -> bool:
    """Tell whether a figure is what its cell shows; a comma may be either sign here."""
    if figure.value is None:
        return figure.marker == (shown or "blank")
    bare = shown.rstrip("%")
    numbers = {Decimal(bare.replace(",", "")), Decimal(bare.replace(",", ".", 1).replace(",", ""))}
    hundred = {number * 100 for number in numbers} if percent is Percent.FRACTION else set()
    return figure.value in numbers | hundred


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_wrong_corrections_never_disagree_with_the_sheet(case: Case, tmp_path: Path) -> None:
    _, sheet, rules = planted(case, tmp_path)
    chance = random.Random(case.name)  # noqa: S311 - the same mutations in every run
    width = max(map(len, sheet.grid.rows))
    cells = {place(r, c): (r, c) for r in range(len(sheet.grid.rows)) for c in range(width)}
    for _ in range(MUTATIONS):
        wrong = mutated(rules, len(sheet.grid.rows), chance)
        forms = {one.column: one.percent for one in wrong.columns}
        for figure in apply(sheet, wrong, known()).figures:
            row, column = cells[figure.cell]
            lines = around(sheet, wrong, row)
            assert is_said(figure.place_label, lines)
            assert is_said(figure.period_label, lines)
            assert is_value(figure, sheet.grid.text(row, column), forms[column])
            assert row > wrong.last
