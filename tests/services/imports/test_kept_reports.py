"""What an import refused is kept with it, and opens in every later version."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.importers.figures import Refusal, RefusalKind, refusal_of
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.store.engine.opening import Opening, open_database

if TYPE_CHECKING:
    from collections.abc import Callable

TOP = Path(__file__).parents[3]
SAMPLES = sorted((TOP / "db/samples").glob("*.lfjb"))
OLD_REPORT = {
    "refused": [{"sheet": "Table", "cell": "B9", "reason": "B9 says “rubbish”."}],
    "repeats": [{"sheet": "Table", "cell": "C9", "reason": "C9 repeats Table!B4."}],
    "questions": [],
    "notes": [],
    "sheets": [],
}
COLUMNS = {
    "file_name": "durations.xlsx",
    "sha256": "a" * 64,
    "layout": "Duration history",
    "publisher": "Cafcass",
    "imported_at": "2026-03-01 09:14:00.000000",
    "read": 3,
    "new": 1,
    "unchanged": 0,
    "revised": 0,
    "refused": 1,
    "report": json.dumps(OLD_REPORT),
}


@pytest.fixture
def old_file(tmp_path: Path) -> Callable[[Path], Path]:
    """Gives a file of an earlier version, with an import whose refusals have no kinds."""

    def copied(sample: Path) -> Path:
        path = tmp_path / sample.name
        shutil.copyfile(sample, path)
        values = {"id": uuid4().hex, **COLUMNS}
        names, marks = ", ".join(values), ", ".join("?" for _ in values)
        connection = sqlite3.connect(path)
        with connection:
            statement = f"INSERT INTO snapshot ({names}) VALUES ({marks})"  # noqa: S608 - our own
            connection.execute(statement, tuple(values.values()))
        connection.close()
        return path

    return copied


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_report_of_an_import_of_an_earlier_version_opens(
    sample: Path, old_file: Callable[[Path], Path], tmp_path: Path
) -> None:
    database = open_database(old_file(sample), Opening(TOP / "db/migrations", tmp_path / "backups"))
    (line,) = ImportService(database).imports()
    database.close()

    assert line.refused == (Refusal("Table", "B9", "B9 says “rubbish”.", RefusalKind.UNSTATED),)
    assert [refusal.cell for refusal in line.repeats] == ["C9"]


def test_a_kind_that_a_newer_version_wrote_is_not_stated_here() -> None:
    saved = {"sheet": "", "cell": "D6", "reason": "Row 6 is odd.", "kind": "odd", "measure": "m"}

    assert refusal_of(saved) == Refusal("", "D6", "Row 6 is odd.", RefusalKind.UNSTATED, "m")


def test_no_sentence_of_a_file_changes_what_was_meant_by_it() -> None:
    saved = {"sheet": "S", "cell": "D6", "reason": "Anything (x) not filled in", "kind": "joined"}

    refusal = refusal_of(saved)

    assert (refusal.kind, refusal.measure) == (RefusalKind.JOINED, "")
    assert refusal.kind.names_cell
    assert not refusal.kind.names_place
