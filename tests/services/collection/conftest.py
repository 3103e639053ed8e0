"""An area of twelve authorities with an open collection, and sheets filled in as people do."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from sqlmodel import SQLModel

from lfjb_desk.domain.changes import Change
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.places import AreaAuthority, AreaName, DfjArea, LocalAuthority
from lfjb_desk.importers.reader import read
from lfjb_desk.services.collection import returns
from lfjb_desk.services.collection.collection import CollectService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from lfjb_desk.domain.read_models.collection import ReturnMatrix
    from lfjb_desk.domain.rows import Row
    from lfjb_desk.importers.figures import Reading

FACTS = Path(__file__).parents[3] / "db/reference"
STARTS, DUE = date(2026, 7, 1), date(2026, 10, 31)
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 14, tzinfo=UTC)
NEEDED: set[type[Row]] = {DfjArea, LocalAuthority, AreaAuthority, AreaName, Measure}
AREA = "ELON"
"""East London, which has twelve authorities."""

Sheet = dict[str, "int | float | str"]
Filled = dict[str, tuple["int | float | str", str, str]]


@dataclass(frozen=True)
class Collecting:
    """An open collection, and short ways to it."""

    database: Database
    service: CollectService
    area: UUID
    collection: UUID

    def write(self, change: Change) -> None:
        self.database.apply(change)

    def matrix(self) -> ReturnMatrix:
        return self.service.matrix(self.collection, TODAY)

    def take(self, path: Path) -> tuple[str, ...]:
        """Take a returned sheet in, and return what is said of it."""
        preview = self.service.returns.preview(path)
        self.write(self.service.returns.take(preview, NOW))
        return tuple(one.sentence for one in preview.findings)


@cache
def facts() -> Change:
    """Return the areas, authorities, spellings and measures of the reference data."""
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    whole = ReferenceService(Database(engine), FACTS).load()
    engine.dispose()
    assert whole is not None
    return Change(whole.label, tuple(edit for edit in whole.edits if edit.table in NEEDED))


def opened(database: Database) -> Collecting:
    database.apply(facts())
    service = CollectService(database, FACTS)
    areas = {e.after["code"]: e.key for e in facts().edits if e.table is DfjArea and e.after}
    database.apply(service.open(areas[AREA], STARTS, DUE))
    (row,) = service.collections(areas[AREA], TODAY)
    return Collecting(database, service, areas[AREA], row.id)


@pytest.fixture
def collecting(database: Database) -> Collecting:
    return opened(database)


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sheets that went out, by the name of the authority; written once."""
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    collecting = opened(Database(engine))
    folder = tmp_path_factory.mktemp("sent")
    paths = collecting.service.write_sheets(collecting.collection, folder, NOW)
    names = [one.authority for one in collecting.matrix().standings]
    engine.dispose()
    return dict(zip(names, paths, strict=True))


@pytest.fixture
def sheets(sent: dict[str, Path], tmp_path: Path) -> dict[str, Path]:
    """Fresh copies of the sheets, to be filled in."""
    folder = tmp_path / "sent"
    folder.mkdir()
    return {name: Path(shutil.copy(path, folder)) for name, path in sent.items()}


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files in this very process; other tests see that the process of its own does it too."""

    def here(path: Path, *_: object) -> Reading:
        return read(path, lambda _: None)

    monkeypatch.setattr(returns, "read_file", here)


def sound(base: int = 0) -> Sheet:
    """Return a figure for each row, all of which agree; `base` makes them another authority's."""
    given: Sheet = {
        "s31_apps": 20 + base,
        "s31_children": 31 + base,
        "coll_open_cases": 60,
        "coll_open_children": 100,
        "coll_closed_cases": 25,
        "coll_closed_children": 40,
        "coll_pre_started": 18,
        "preproc_open": 44,
        "coll_pre_long": 12,
        "coll_pre_lawyer": 30,
        "coll_pre_ended": 16,
        "coll_pre_down": 9,
        "coll_pre_issue": 7,
        "coll_pre_other": 0,
        "preproc_duration": 17.5,
        "preproc_decision_to_meeting": 9,
        "coll_path_short": 5,
        "coll_path_letter": 25 + base,
        "coll_path_none": 6,
        "coll_path_birth": "[c]",
        "coll_assess_all": 33,
        "coll_assess_parent": 14,
        "coll_assess_kin": 12,
        "coll_assess_mind": "[c]",
        "coll_assess_misuse": "[c]",
        "coll_assess_child": 0,
        "coll_assess_other": 0,
        "coll_assess_outside": 8,
        "coll_age_0": 22,
        "coll_age_1": 31,
        "coll_age_5": 24,
        "coll_age_10": 18,
        "coll_age_16": 5,
        "coll_kids_siblings": 61,
        "coll_kids_disabled": "[x]",
        "coll_kids_before": 14,
        "coll_weeks_26": 8,
        "coll_weeks_38": 7,
        "coll_weeks_52": 5,
        "coll_weeks_over": 5,
        "s31_mean_weeks": 38.2,
        "open_over_26": 27,
        "open_over_52": 9,
        "open_over_100": "[c]",
        "coll_out_care": 15,
        "coll_out_placement": 6,
        "coll_out_guardian": 9,
        "coll_out_arrange": 5,
        "coll_out_supervise": 5,
        "coll_out_none": 0,
        "coll_out_other": 0,
        "coll_out_plan": 36,
        "coll_beyond": 17,
        "coll_why_court_capacity": 9,
        "coll_why_expert_use": 8,
        "coll_extended": 11,
        "coll_vacated": 11,
        "coll_hearing_ju3": 6,
        "coll_hearing_ex1": 5,
    }
    return given


def fill(path: Path, given: Mapping[str, int | float | str]) -> Filled:
    """Fill in a sheet as its authority would; reasons that are not given did not occur.

    Returns:
        What was written, by the code of its measure, with the sheet and the cell.
    """
    book, filled = openpyxl.load_workbook(path), Filled()
    for sheet in book.worksheets[3:]:
        for row in sheet.iter_rows(min_row=8):
            code = str(row[2].value or "")
            if code in given or code.startswith(("coll_why_", "coll_hearing_")):
                row[6].value = given.get(code, 0)
                filled[code] = (given.get(code, 0), sheet.title, row[6].coordinate)
    book.save(path)
    return filled
