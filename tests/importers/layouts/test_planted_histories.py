"""Histories planted at random: a figure is right, or it is not taken."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lfjb_desk.importers import reader

STYLES: list[Callable[[int, int], str]] = [
    lambda year, quarter: f"Q{quarter}: {year}-{(year + 1) % 100:02}",
    lambda year, quarter: f"{year} - {(year + 1) % 100:02} Q{quarter}",
    lambda year, quarter: f"Q{quarter} {year % 100:02}{(year + 1) % 100:02}",
    lambda year, quarter: f"{year}/{year + 1} Quarter {quarter} [p]",
]


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(
        st.lists(st.integers(0, 99) | st.sampled_from(["[c]", "..", ""]), min_size=6, max_size=6),
        min_size=1,
        max_size=5,
    ),
    first=st.integers(2015, 2024),
    style=st.sampled_from([*STYLES, None]),
    above=st.lists(st.sampled_from(["", "Cafcass", "Source: invented"]), max_size=3),
    counts=st.sampled_from([[], [999]]),
    notes=st.lists(st.sampled_from(["", "Note 1: whole weeks", "England only"]), max_size=3),
)
def test_no_figure_of_any_planted_history_is_silently_wrong(
    values: list[list[Any]],
    first: int,
    style: Callable[[int, int], str] | None,
    above: list[str],
    counts: list[int],
    notes: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    quarters = [(first + at // 4, at % 4 + 1) for at in range(6)]
    if style:
        heads = [["DFJ area", *(style(*quarter) for quarter in quarters)]]
    else:  # years over quarters, each year printed once
        years = [f"{y}-{(y + 1) % 100:02}" if q == 1 else "" for y, q in quarters]
        heads = [["DFJ area", *years], ["", *(f"Q{q}" for _, q in quarters)]]
    if counts:
        heads = [[*head, "Applications" if head is heads[-1] else ""] for head in heads]
    planted = [[f"Area {chr(65 + n)}", *row, *counts] for n, row in enumerate(values)]
    rows = [
        ["Care duration history by DFJ area"],
        *([line] for line in above),
        *heads,
        *planted,
        *([note] for note in notes),
    ]
    path = tmp_path_factory.getbasetemp() / "planted.csv"
    path.write_text("\n".join("|".join(map(str, row)) for row in rows))
    top = len(rows) - len(notes) - len(planted)

    reading = reader.read(path, lambda _: None)

    for figure in reading.figures:
        row, column = int(figure.cell[1:]) - 1 - top, "ABCDEFGH".index(figure.cell[0]) - 1
        year, quarter = quarters[column]
        assert figure.place_label == f"Area {chr(65 + row)}"
        assert figure.period_start.year * 12 + figure.period_start.month == (
            year * 12 + quarter * 3 + 1
        )
        said = values[row][column]
        assert figure.value == (said if isinstance(said, int) else None)
        assert figure.marker == (None if isinstance(said, int) else said or "blank")
    listed = {int(refusal.cell[1:]) - 1 - top for refusal in reading.refused}
    taken = {int(figure.cell[1:]) - 1 - top for figure in reading.figures}
    full = {n for n, row in enumerate(values) if any(said != "" for said in row)}
    assert full <= taken | listed
    numbers = sum(isinstance(said, int) for row in values for said in row)
    assert sum(figure.value is not None for figure in reading.figures) == numbers
