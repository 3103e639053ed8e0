"""Two hundred cells without a figure in each kind of file: none becomes nought, none is lost."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from lfjb_desk.importers.figures import Reading
from lfjb_desk.importers.process import read_file

Take = Callable[[Path], Reading]
Make = Callable[..., Path]

CODES = ["c", "x", "z", "low", "u", "w", "b", "e", "er", "f", "p", "r", "ns", "s", "ss", "sss"]
PLANTED = [
    *(f"[{code}]" for code in CODES),
    *("[u1]", "[c2]", "[note 3][c]", "[r][e]", "[p] [r]", "[e], [p]", "[R]", "[x] [note 12]"),
    *("..", "...", ".", ":", "-", "*", "**", "~", "#", "\u2013", "\u2014", "#REF!", "#N/A"),
    *("NA", "N/A", "n.a.", "0 [low]", "0[low][r]", "0 [w]", "", "   "),
]
MEANT = {"0 [low]": "[low]", "0[low][r]": "[low][r]", "0 [w]": "[w]", "": "blank", "   ": "blank"}
CELLS = 200
QUARTERS = [f"Q{quarter}: {year}-{year - 1999}" for year in (2021, 2022) for quarter in range(1, 5)]


def planted() -> list[str]:
    """Return the cells, each kind at least four times, in no order."""
    chance = Random(200)  # noqa: S311 - the same cells each time
    cells = (PLANTED * math.ceil(CELLS / len(PLANTED)))[:CELLS]
    chance.shuffle(cells)
    return cells


def table() -> list[list[Any]]:
    """Return the cells under quarters, with a real nought and a real figure in each row."""
    cells = planted()
    width = len(QUARTERS)
    rows = [cells[at : at + width] for at in range(0, CELLS, width)]
    return [
        ["Cafcass: care duration history by DFJ area"],
        ["DFJ area", *QUARTERS, "Q1: 2023-24", "Q2: 2023-24"],
        *([f"Place {chr(65 + at)}", *row, 0, 41] for at, row in enumerate(rows)),
    ]


@pytest.fixture
def write(workbook: Make, ods: Make, text_file: Make) -> Callable[[str], Path]:
    def made(kind: str) -> Path:
        if kind == "csv":
            return text_file("\n".join("|".join(map(str, row)) for row in table()))
        return {"xlsx": workbook, "ods": ods}[kind]({"History": table()})

    return made


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_no_cell_without_a_figure_becomes_nought_or_is_lost(
    write: Callable[[str], Path], take: Take, kind: str
) -> None:
    reading = take(write(kind))

    rows = [row[1:] for row in table()[2:]]
    said = {
        f"{'BCDEFGHIJK'[column]}{line}": cell
        for line, row in enumerate(rows, start=3)
        for column, cell in enumerate(row)
    }
    got = {figure.cell: figure for figure in reading.figures}
    assert reading.refused == ()
    assert any("in error" in note for note in reading.notes) == (kind == "xlsx")
    assert set(got) == set(said)
    for where, cell in said.items():
        if isinstance(cell, int):
            assert got[where].value == Decimal(cell)
            assert got[where].marker is None
        else:
            meant = MEANT.get(cell, cell)
            if kind == "xlsx" and cell in {"#REF!", "#N/A"}:
                meant = "blank"  # the engine gives a cell in error as an empty one
            assert (got[where].value, got[where].marker) == (None, meant)
    assert sum(one.value is None for one in reading.figures) == CELLS


def test_what_na_means_is_asked_and_comes_through_the_reading_process(
    write: Callable[[str], Path], take: Take
) -> None:
    path = write("xlsx")
    reading = read_file(path)

    asked = {ask.key: len(ask.cells) for ask in reading.asks}
    cells = planted()
    assert asked == {said: cells.count(said) for said in ("NA", "N/A", "n.a.")}
    assert {ask.choices for ask in reading.asks} == {("[x]", "[z]")}
    assert reading.asks == take(path).asks
