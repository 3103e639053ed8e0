"""The reference facts: loaded once, completed later, refused when a file is wrong."""

import shutil
from pathlib import Path

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added, edited
from lfjb_desk.domain.drivers import (
    CancellationReason,
    Driver,
    Initiative,
    InitiativeDriver,
    Theme,
)
from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.places import AreaAuthority, AreaName, DfjArea, LocalAuthority
from lfjb_desk.domain.rows import Row
from lfjb_desk.services.reference import LABEL, SHEETS, ReferenceService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything

FACTS = Path(__file__).parents[2] / "db" / "reference"
COUNTS: dict[type[Row], int] = {
    DfjArea: 43,
    LocalAuthority: 175,
    AreaAuthority: 176,
    Theme: 5,
    Driver: 10,
    Initiative: 33,
    InitiativeDriver: 60,
    CancellationReason: 45,
    Measure: 44,
    Target: 2,
}


def rows(database: Database, table: type[Row]) -> int:
    with database.session() as session:
        return len(everything(session, table))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the facts that a test may spoil."""
    return Path(shutil.copytree(FACTS, tmp_path / "reference"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def load(database: Database, folder: Path = FACTS) -> Change | None:
    change = ReferenceService(database, folder).load()
    if change is not None:
        database.apply(change)
    return change


def test_the_first_start_loads_every_fact(database: Database) -> None:
    change = load(database)
    assert change is not None
    assert change.label.startswith(LABEL)
    assert {table: rows(database, table) for table in COUNTS} == COUNTS


def test_a_second_start_loads_nothing(database: Database) -> None:
    load(database)
    assert load(database) is None


def test_undo_takes_every_fact_away(database: Database) -> None:
    change = load(database)
    assert change is not None
    database.apply(change.inverse())
    assert all(rows(database, sheet.table) == 0 for sheet in SHEETS)


def test_two_machines_give_the_same_ids(database: Database) -> None:
    first = ReferenceService(database, FACTS).load()
    assert first is not None
    assert first == ReferenceService(database, FACTS).load()


def test_a_newer_release_adds_its_new_rows_and_leaves_the_others(
    database: Database, folder: Path
) -> None:
    older = folder / "cancellation_reasons.csv"
    lines = older.read_text(encoding="utf-8").splitlines(keepends=True)
    older.write_text("".join(lines[:-1]), encoding="utf-8")
    load(database, folder)
    with database.session() as session:
        theirs = everything(session, DfjArea)[0]
    database.apply(Change("Rename", (edited(theirs, courts="One court"),)))
    change = load(database)
    assert change is not None
    assert [edit.table for edit in change.edits] == [CancellationReason]
    with database.session() as session:
        assert session.get_one(DfjArea, theirs.id).courts == "One court"


def test_a_measure_that_an_import_made_is_kept_and_used(database: Database) -> None:
    made = Measure(
        code="s31_mean_weeks",
        name="Made by an import",
        definition="As published.",
        unit="weeks",
        polarity=Polarity.LOWER,
        source="A file",
    )
    database.apply(Change("Import", (added(made),)))
    load(database)
    assert rows(database, Measure) == 44
    with database.session() as session:
        assert made.id in {target.measure_id for target in everything(session, Target)}


def test_an_older_board_gets_the_formulas_that_its_measures_lack(
    database: Database, folder: Path
) -> None:
    spoil(folder, "measures.csv", "pl_disposals / pl_case_starts,", ",")
    spoil(folder, "measures.csv", ",fcsq_care_disposals", ",own_base")
    load(database, folder)
    change = load(database)
    assert change is not None
    assert [dict(edit.after or {}) for edit in change.edits] == [
        {"formula": "pl_disposals / pl_case_starts"}
    ]
    with database.session() as session:
        held = {one.code: one for one in everything(session, Measure)}
    assert held["clearance"].formula == "pl_disposals / pl_case_starts"
    assert held["s31_within_26_pct"].base == "own_base"
    assert load(database) is None


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("themes.csv", "\n1,", "\none,", "themes.csv is wrong in line 2: number:"),
        ("themes.csv", "\n2,", "\n1,", "line 3: 1 stands there twice"),
        ("themes.csv", "number,name", "number,title", "there is no column “title”"),
        ("themes.csv", "\n1,", "\n1,2,", "line 2: 5 cells, not 4"),
        ("themes.csv", "\n1,Work", '\n1,"Work', "themes.csv cannot be read"),
        ("area_authorities.csv", "\nCLON,", "\nNOPE,", "by the name of “NOPE”"),
        ("area_names.csv", "area,BHAM,", "area,NOPE,", "by the name of “NOPE”"),
        ("area_names.csv", "area,BHAM,", "county,BHAM,", "place_kind:"),
        ("measures.csv", ",lower,", ",sideways,", "polarity:"),
        ("targets.csv", "2014-04-22,,", "22 April,,", "starts:"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_loaded(
    database: Database, folder: Path, file: str, old: str, new: str, said: str
) -> None:
    spoil(folder, file, old, new)
    with pytest.raises(RuleError) as refusal:
        load(database, folder)
    assert said in str(refusal.value)
    assert "Nothing was loaded" in str(refusal.value)
    assert rows(database, DfjArea) == 0


def test_a_missing_file_is_named(database: Database, folder: Path) -> None:
    (folder / "drivers.csv").unlink()
    with pytest.raises(RuleError, match=r"drivers\.csv cannot be read"):
        load(database, folder)


def test_a_file_in_another_encoding_is_refused(database: Database, folder: Path) -> None:
    (folder / "drivers.csv").write_bytes(b"number,code\n1,\xff\xfe\n")
    with pytest.raises(RuleError, match=r"drivers\.csv cannot be read"):
        load(database, folder)


def test_an_empty_file_brings_no_fact(database: Database, folder: Path) -> None:
    (folder / "targets.csv").write_text("", encoding="utf-8")
    load(database, folder)
    assert rows(database, Target) == 0
    assert rows(database, AreaName) > 400
