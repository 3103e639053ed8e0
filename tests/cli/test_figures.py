"""The figures as one table, from the command line and in Python."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.app import board
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.frames import figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.app.environment import Environment

    Desk = Callable[..., Any]

ROOT = Path(__file__).parents[2]


def test_figures_are_printed_and_saved_alike(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    asked = ("figures", "--area", "ESST", "--measure", "s31_mean_weeks", "--since", "2020-01-01")
    printed = desk(*asked, "--out", "-")
    path = tmp_path / "weeks.csv"
    saved = desk(*asked, "--out", path)

    assert (printed.code, saved.code, saved.out) == (0, 0, f"{path}\n")
    lines = printed.out.splitlines()
    assert lines == path.read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines))
    assert {row["measure"] for row in rows} == {"s31_mean_weeks"}
    returned = {row["area"] for row in rows if row["publisher"] == "Invented for the sample board"}
    assert {row["area"] for row in rows} - returned == {"ESST"}
    assert returned == {"E10000012", "E06000033", "E10000029"}
    assert min(row["period_start"] for row in rows) >= "2020-01-01"


def test_a_folder_takes_a_data_package(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    told = desk("figures", "--out", tmp_path / "package")

    names = [Path(line).name for line in told.out.splitlines()]
    assert (told.code, names) == (0, ["figures.csv", "datapackage.json"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--area", "NOWHERE", "--out", "-"), "No place has the code NOWHERE."),
        (("--measure", "nothing", "--out", "-"), "No measure has the code nothing."),
        (("--since", "yesterday", "--out", "-"), "yesterday is not a day"),
        (("--since", "2999-01-01", "--out", "-"), "There is no such figure here."),
        (("--out", ""), "Argument --out: no file or folder is named."),
        (("--area", "", "--out", "-"), "Argument --area: no code is given."),
        (("--measure", " ", "--out", "-"), "Argument --measure: no code is given."),
        (("--out", "figures.doc"), "ends in none of .csv, .xlsx and .parquet"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    desk: Desk, with_sample: Environment, arguments: tuple[str, ...], words: str
) -> None:
    told = desk("figures", *arguments)

    assert (told.code, told.out) == (2, "")
    assert words in told.err
    assert told.err.count("\n") == 1


def test_without_a_database_none_is_made(desk: Desk, where: Environment) -> None:
    told = desk("figures", "--out", "-")

    assert told.code == 2
    assert told.err == f"There is no database at {where.database} yet. Nothing was changed.\n"
    assert not Path(where.database).exists()


def test_the_example_of_the_guide_runs(with_sample: Environment) -> None:
    example, _ = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs/data.md").read_text(encoding="utf-8"), re.DOTALL
    )
    names: dict[str, Any] = {}

    exec(example, names)  # noqa: S102 - the example is our own

    assert 20 < names["yearly"].mean() < 60
    assert "ESST" in set(names["lengths"]["area"])


def test_figures_are_read_while_the_desk_has_the_database_open(with_sample: Environment) -> None:
    with board.opened(with_sample):
        assert len(figures(with_sample.database, area="ESST")) > 0
    with pytest.raises(RuleError, match="yesterday is not a day"):
        figures(since="yesterday")
