"""`lfjb-desk import`: every row accounted for, where each figure comes from, nothing twice."""

from __future__ import annotations

import csv
import hashlib
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.app import board
from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.domain.changes import Change
    from lfjb_desk.services.imports.preview import Preview

    Desk = Callable[..., Any]

SAMPLES = Path(__file__).parents[2] / "../shared/samples"
REAL = SAMPLES / "fcsq_dfj_and_regional_adoption_2011Q1-2021Q2.csv"
CASES = SAMPLES / "hmcts_case_progression_report_header_only.csv"
FIVE = {
    ("Birmingham DJF", "2012 Q1"),
    ("Liverpool DFJ", "2014 Q3"),
    ("Leeds DFJ", "2016 Q2"),
    ("Newcastle upon Tyne DFJ", "2018 Q4"),
    ("Swansea DFJ", "2021 Q2"),
}


def held(where: Environment) -> tuple[int, int]:
    """Return how many figures and imports the database holds."""
    with board.opened(where) as database, database.session() as session:
        return len(everything(session, Observation)), len(everything(session, Snapshot))


def published() -> dict[str, str]:
    """Return the cells of the published file by their address, read with the csv module alone."""
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return {
        f"{chr(ord('A') + column)}{number}": text
        for number, row in enumerate(rows, start=1)
        for column, text in enumerate(row)
    }


@pytest.mark.skipif(not REAL.is_file(), reason="the published file is not beside the project")
def test_every_row_of_the_published_file_is_accounted_for(desk: Desk, where: Environment) -> None:
    told = desk("import", REAL, "--json", "--figures")

    assert told.code == 0
    data, cells = told.data, published()
    assert data["sha256"] == hashlib.sha256(REAL.read_bytes()).hexdigest()
    assert (data["file"], data["publisher"]) == (REAL.name, "FCSQ")
    taken = {one["cell"]: one for one in data["figures"]}
    asked = [one["cell"] for question in data["questions"] for one in question["cells"]]
    refused = [one["cell"] for one in data["refused"]]
    repeated = [one["cell"] for one in data["repeats"]]
    counts = data["counts"]
    assert counts == {
        "read": 3821,
        "figures": len(taken) + len(asked),
        "new": len(taken),
        "unchanged": 0,
        "revised": 0,
        "refused": len(refused),
        "asked": len(asked),
        "repeated": len(data["repeats"]),
    }
    assert len(data["figures"]) == len(taken), "no cell is taken twice"
    assert not set(taken) & set(asked)

    header = {text: re.sub(r"\d", "", at) for at, text in cells.items() if re.fullmatch(r"\D1", at)}
    refused_rows = {int(re.sub(r"\D", "", one)) for one in (*refused, *repeated)}
    for number in range(2, 3823):
        for column in ("count", "cases"):
            at = f"{header[column]}{number}"
            stands = (at in taken) + (at in asked) + (number in refused_rows)
            assert stands == 1, f"{at} is accounted for {stands} times"
    for at, one in taken.items():
        at_row = re.sub(r"\D", "", at)
        row = {name: cells[f"{column}{at_row}"] for name, column in header.items()}
        assert Decimal(one["value"]) == Decimal(cells[at])
        assert one["place_label"] == row["dfj_new"]
        assert one["period_label"] == f"{row['year']} Q{row['quarter']}"
        assert one["period_start"] == f"{row['year']}-{int(row['quarter']) * 3 - 2:02}-01"
        assert (one["marker"], one["status"]) == (None, "new")
        part = "orders" if at.startswith(header["count"]) else "cases"
        assert one["measure"] == f"fcsq_adoption_{row['stage'].lower()}_{part}"
    five = [one for one in taken.values() if (one["place_label"], one["period_label"]) in FIVE]
    assert len(five) == 4 * len(FIVE)
    assert held(where) == (len(taken), 1)

    again = desk("import", REAL, "--json")

    assert again.code == 0
    assert again.data["counts"] == {**counts, "new": 0, "unchanged": len(taken)}
    assert held(where) == (len(taken), 1)
    print(f"\n{counts}; second time {again.data['counts']}")  # noqa: T201 - the evidence


@pytest.mark.skipif(not CASES.is_file(), reason="the sample is not beside the project")
def test_a_file_of_cases_is_refused(desk: Desk, where: Environment) -> None:
    told = desk("import", CASES)

    assert told.code == 2
    assert "lists single cases" in told.err
    assert held(where) == (0, 0)


def test_each_figure_says_where_it_stands(desk: Desk, table: Path) -> None:
    told = desk("import", table, "--json", "--figures")

    assert told.code == 0
    assert told.data["counts"] == {
        "read": 5,
        "figures": 4,
        "new": 3,
        "unchanged": 0,
        "revised": 0,
        "refused": 1,
        "asked": 1,
        "repeated": 0,
    }
    assert [
        (one["measure"], one["place"], one["place_kind"], one["value"], one["marker"], one["cell"])
        for one in told.data["figures"]
    ] == [
        ("s31_mean_weeks", "BHAM", "area", "41.5", None, "D2"),
        ("s31_mean_weeks", "BHAM", "area", None, "[x]", "D3"),
        ("s31_mean_weeks", "ESST", "area", "39", None, "D4"),
    ]
    first = told.data["figures"][0]
    assert (first["period_label"], first["period_start"], first["period_end"]) == (
        "2024 Q1",
        "2024-01-01",
        "2024-03-31",
    )
    assert [one["cell"] for one in told.data["refused"]] == ["D6"]
    (question,) = told.data["questions"]
    assert (question["label"], question["cells"][0]["cell"]) == ("Atlantis", "D5")


def test_without_json_it_is_told_in_sentences(desk: Desk, table: Path) -> None:
    told = desk("import", table)

    assert told.code == 0
    assert "Read 5 rows. Took 3 new figures and 0 revised" in told.out
    assert "D6: Row 6 says “rubbish”" in told.out
    assert "To settle in the window: " in told.out
    assert "Atlantis" in told.out


def test_what_stands_twice_is_said_once_and_is_no_refusal(desk: Desk, table: Path) -> None:
    lines = table.read_text("utf-8").splitlines()
    table.write_text("\n".join([*lines, lines[1], lines[3]]) + "\n", encoding="utf-8")

    told = desk("import", table)
    data = desk("import", table, "--json").data

    assert "2 figures stand twice in the file and were taken once." in told.out
    assert "repeats" not in told.out
    assert "There was nothing new to write." not in told.out
    assert "There was nothing new to write." in desk("import", table).out
    assert (data["counts"]["repeated"], data["counts"]["refused"]) == (2, 1)
    assert [one["reason"] for one in data["repeats"]] == ["D7 repeats D2.", "D8 repeats D4."]


def test_a_contradiction_is_told_once_and_a_cell_is_not_named_twice(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "two.csv"
    path.write_text(
        "area,period,measure,value\nBirmingham,2024 Q1,s31_mean_weeks,41\n"
        "Birmingham,2024 Q1,s31_mean_weeks,42\n",
        encoding="utf-8",
    )

    told = desk("import", path)

    assert told.out.count("D2, D3 give different figures for the same thing.") == 1
    assert "D2: D2" not in told.out
    assert "2 refused, 0 waiting for an answer." in told.out


def test_a_sentence_that_names_its_cell_is_told_without_naming_it_again(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "scaled.csv"
    path.write_text(
        "area,period,measure,value\nBirmingham,2024 Q1,s31_mean_weeks,41\n"
        "All figures are in thousands,,,\n",
        encoding="utf-8",
    )

    told = desk("import", path, "--dry-run")
    (refusal,) = desk("import", path, "--dry-run", "--json").data["refused"]

    assert told.out.count("A3") == 1
    assert (refusal["cell"], refusal["kind"], refusal["measure"]) == ("A3", "scaled", "")


def test_a_dry_run_writes_nothing(desk: Desk, table: Path, where: Environment) -> None:
    told = desk("import", table, "--dry-run")

    assert told.code == 0
    assert "Would take 3 new figures" in told.out
    assert held(where) == (0, 0)


def test_a_changed_figure_is_a_revision(desk: Desk, table: Path, where: Environment) -> None:
    desk("import", table)
    table.write_text(table.read_text("utf-8").replace("41.5", "42"), encoding="utf-8")

    told = desk("import", table, "--json", "--accept-revisions")

    assert (told.data["counts"]["revised"], told.data["counts"]["unchanged"]) == (1, 2)
    assert held(where) == (4, 2)


def test_much_is_revised_only_when_that_is_accepted(
    desk: Desk, table: Path, where: Environment
) -> None:
    desk("import", table)
    table.write_text(table.read_text("utf-8").replace("41.5", "42"), encoding="utf-8")

    told = desk("import", table)

    assert told.code == 2
    assert "would change 1 of 3 figures held already (33%)" in told.err
    assert told.err.count("\n") == 1
    assert "Would take no new figure and 1 revised" in told.out
    (revised,) = [line for line in told.out.splitlines() if line.startswith("  Revised: ")]
    assert revised.endswith(": 41.5 -> 42")
    assert held(where) == (3, 1)


def test_what_no_figure_can_be_is_refused(desk: Desk, tmp_path: Path, where: Environment) -> None:
    path = tmp_path / "long.csv"
    rows = [("2024 Q1", "41"), ("2024 Q2", "9" * 400), ("2024 Q3", "5000"), ("2024 Q4", "1e-400")]
    lines = [f"Essex and Suffolk,{period},s31_mean_weeks,{value}" for period, value in rows]
    path.write_text("\n".join(("DFJ area,Period,Measure,Value", *lines)), encoding="utf-8")

    told = desk("import", path)

    assert "Took 1 new figure and 0 revised; 0 held already, 3 refused" in told.out
    assert "says 5000, more than the 1,040 weeks that a figure can be" in told.out
    assert held(where) == (1, 1)


def test_a_backup_is_made_before_an_import_where_there_is_work_to_lose(
    desk: Desk, table: Path, where: Environment
) -> None:
    desk("import", table)
    assert not where.backups.exists(), "the database held nothing but the reference facts"
    table.write_text(table.read_text("utf-8").replace("41.5", "42"), encoding="utf-8")

    desk("import", table, "--accept-revisions")
    desk("import", table)

    assert len(list(where.backups.iterdir())) == 1, "an import of nothing new needs none"


def test_an_import_waits_until_a_backup_can_be_made(
    desk: Desk, table: Path, where: Environment
) -> None:
    desk("import", table)
    before = held(where)
    where.backups.parent.mkdir(exist_ok=True)
    where.backups.write_text("in the way", encoding="utf-8")
    table.write_text(table.read_text("utf-8").replace("41.5", "42"), encoding="utf-8")

    told = desk("import", table, "--accept-revisions")

    assert told.code == 2
    assert f"No backup could be written into {where.backups}" in told.err
    assert held(where) == before


def test_a_file_that_is_not_there_is_refused(desk: Desk, tmp_path: Path) -> None:
    told = desk("import", tmp_path / "absent.csv")

    assert told.code == 2
    assert told.err.count("\n") == 1
    assert "There is no file" in told.err


def test_a_file_of_something_else_is_told_what_was_looked_for(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "shopping.csv"
    path.write_text("Bread,2\nMilk,1\n", encoding="utf-8")

    told = desk("import", path)

    assert told.code == 2
    assert "shopping.csv" in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("becomes", [None, "area,period,measure,value\n"])
def test_a_file_that_is_gone_or_another_once_it_was_read_is_taken_as_it_was_read(
    desk: Desk,
    table: Path,
    where: Environment,
    monkeypatch: pytest.MonkeyPatch,
    becomes: str | None,
) -> None:
    commit, digest = ImportService.commit, hashlib.sha256(table.read_bytes()).hexdigest()

    def after_the_file_changed(self: ImportService, preview: Preview, now: datetime) -> Change:
        table.unlink()
        if becomes is not None:
            table.write_text(becomes, encoding="utf-8")
        return commit(self, preview, now)

    monkeypatch.setattr(ImportService, "commit", after_the_file_changed)

    told = desk("import", table, "--json")

    assert (told.code, told.data["counts"]["new"], told.data["sha256"]) == (0, 3, digest)
    assert held(where) == (3, 1)
