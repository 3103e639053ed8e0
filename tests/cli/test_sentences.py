"""What the command line says when it is given a folder, or a database that cannot be read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.app import board
from lfjb_desk.app.environment import Environment, places
from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from tests.cli.conftest import TODAY, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    Desk = Callable[..., Told]

PAPER = ("paper", "agenda", "--area", "ESST", "--out", "agenda.docx")


def add_body(where: Environment, name: str) -> None:
    body = Organisation(name=name, kind=OrganisationKind.OTHER)
    with board.opened(where) as database:
        database.apply(change(f"Add {name}", body, [added(body)]))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("restore",), "{0} is a folder, and a file is asked for. Nothing was changed.\n"),
        (("import",), "{0} is a folder, and a file is asked for. Nothing was imported.\n"),
        (("check",), "{0} is a folder, and a file is asked for.\n"),
    ],
)
def test_a_folder_in_the_place_of_a_file_is_called_one(
    desk: Desk, where: Environment, tmp_path: Path, command: tuple[str, ...], words: str
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    answer = desk(*command, folder)
    assert (answer.code, answer.err) == (2, words.format(folder))
    assert not Path(where.database).exists(), "no database is made for what cannot be done"


@pytest.mark.parametrize(
    "command", [("areas",), ("check",), ("backup",), ("figures", "--out", "-"), PAPER]
)
def test_a_folder_in_the_place_of_the_database_is_called_one(
    desk: Desk, tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder = tmp_path / "board"
    folder.mkdir()
    answer = desk("--database", folder, *command)
    assert answer.code == 2
    assert answer.err == (
        f"{folder} is a folder, and a database is a file. Nothing was changed. "
        f"Name a file in it, such as {folder / 'board.lfjb'}.\n"
    )
    assert list(folder.iterdir()) == []


def test_a_row_that_cannot_be_read_is_named_with_the_way_back(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    kept = Path(desk("backup").out.strip())
    with closing(sqlite3.connect(with_sample.database)) as connection, connection:
        connection.execute("UPDATE meeting SET state = 'LOST' WHERE number = 24")
    out = tmp_path / "agenda.docx"
    answer = desk("paper", "agenda", "--area", "ESST", "--out", out)
    assert answer.code == 2
    assert answer.err.startswith(
        f"{with_sample.database} is not as the desk wrote it: the meeting “Essex and Suffolk Local "
        "Family Justice Board, number 24” cannot be read any more: state. What was written before "
        "stands, and the file was left as it is; lfjb-desk check names all that is wrong with it. "
    )
    assert answer.err.endswith(f" UTC; restore it with: restore {kept}\n")
    assert not out.exists()


def test_a_board_that_was_restored_over_another_is_not_called_tampered_with(
    desk: Desk, where: Environment, with_sample: Environment, tmp_path: Path
) -> None:
    desk("backup")
    other = tmp_path / "other.lfjb"
    add_body(places(str(other)), "Another board's council")
    theirs = desk("--database", other, "backup").out.strip()
    assert desk("restore", theirs, "--anyway").code == 0
    assert desk("check").out == "No findings.\n"


def test_an_older_backup_that_was_restored_is_among_the_reasons_for_a_shorter_audit(
    desk: Desk, where: Environment
) -> None:
    add_body(where, "First")
    older = desk("backup").out.strip()
    add_body(where, "Second")
    desk("backup")
    assert desk("restore", older).code == 0
    answer = desk("check")
    assert answer.code == 2
    assert "an older backup was restored, or the newest records were taken out" in answer.out


def test_the_areas_name_the_gss_code_that_a_paper_of_an_authority_asks_for(desk: Desk) -> None:
    lines = desk("areas").out.splitlines()
    assert "       E10000029 Suffolk" in lines


def test_a_figure_of_a_quarter_that_has_not_begun_is_refused_unless_it_is_a_forecast(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    ahead = TODAY + timedelta(days=120)
    quarter = f"{ahead.year} Q{(ahead.month - 1) // 3 + 1}"
    path = tmp_path / "ahead.csv"
    path.write_text(
        "DFJ area,Period,Measure,Value\n"
        "Birmingham,2024 Q1,s31_mean_weeks,41.5\n"
        f"Birmingham,{quarter},s31_mean_weeks,40\n"
        f"Essex and Suffolk,{quarter},s31_mean_weeks,40 [f]\n",
        encoding="utf-8",
    )
    answer = desk("import", path)
    assert answer.code == 0
    assert "Took 2 new figures" in answer.out
    assert (
        f"gives a figure for {quarter}, which has not begun on 23 November 2026; it could only be "
        "a forecast, and is not marked [f]." in answer.out
    )


def test_a_figure_of_a_quarter_that_is_not_over_is_refused_as_a_part_of_it(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    quarter = f"{TODAY.year} Q{(TODAY.month - 1) // 3 + 1}"
    path = tmp_path / "now.csv"
    path.write_text(
        "DFJ area,Period,Measure,Value\n"
        "Birmingham,2024 Q1,s31_mean_weeks,41.5\n"
        f"Birmingham,{quarter},s31_mean_weeks,40\n",
        encoding="utf-8",
    )
    answer = desk("import", path)
    assert "Took 1 new figure" in answer.out
    assert (
        f"gives a figure for {quarter}, which is not over on 23 November 2026; it could only be "
        "a part of the whole" in answer.out
    )
