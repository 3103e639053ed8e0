"""Restoring: what was planted or taken out is refused, and a person hears whose board it is."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.store.engine.backup import backup
from lfjb_desk.store.engine.checks import check_database
from lfjb_desk.store.engine.opening import Opening, open_database
from lfjb_desk.store.engine.restore import candidate
from lfjb_desk.store.engine.schema import newest_schema, schema_faults
from tests.store.conftest import MIGRATIONS, NOW

PLANTED = """CREATE TRIGGER evil AFTER INSERT ON organisation
BEGIN UPDATE person SET email = 'evil@example.org'; END"""


def _boarded(path: Path, opening: Opening, name: str) -> Path:
    """Return a closed database with one board, in an area of the same name."""
    area = DfjArea(code=name[:4], name=name, region="South", nation="England", courts="", source="")
    board = Group(area_id=area.id, kind=GroupKind.BOARD, name=f"{name} board")
    database = open_database(path, opening)
    database.apply(change("Set up", None, [added(area), added(board)]))
    database.close()
    return path


def _tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (PLANTED, "it holds the trigger “evil”, which LFJB Desk never made"),
        ("CREATE VIEW peek AS SELECT * FROM person", "it holds the view “peek”"),
        ("CREATE TABLE hoard (x)", "it holds the table “hoard”"),
        ("CREATE INDEX odd ON person (name)", "it holds the index “odd”"),
        ("DROP TABLE minute_note", "the table “minute_note” is missing"),
        ("DROP TRIGGER change_record_stays", "the trigger “change_record_stays” is missing"),
        ("ALTER TABLE person ADD COLUMN x TEXT", "the table “person” is not built as"),
    ],
)
def test_a_schema_that_is_not_the_desks_own_is_not_restored(
    board: Path, opening: Opening, statement: str, words: str
) -> None:
    made = backup(board, opening.backups, NOW)
    _tamper(made.path, statement)

    with pytest.raises(RuleError, match="fails its check") as refused:
        candidate(board, made.path, MIGRATIONS)

    assert words in str(refused.value)
    assert words in check_database(made.path, migrations=MIGRATIONS)[0].reason


@pytest.mark.parametrize("schema", range(1, newest_schema(MIGRATIONS) + 1))
def test_files_of_every_schema_are_as_the_migrations_make_them(tmp_path: Path, schema: int) -> None:
    old = tmp_path / "old.lfjb"
    shutil.copyfile(MIGRATIONS.parent / f"samples/v{schema}.lfjb", old)
    assert schema_faults(old, MIGRATIONS) == ()


def test_a_file_with_a_planted_trigger_is_opened_only_to_be_read(
    board: Path, opening: Opening
) -> None:
    _tamper(board, PLANTED)
    database = open_database(board, opening)
    try:
        assert "it holds the trigger “evil”" in database.read_only
        with pytest.raises(RuleError, match="evil"):
            database.apply(
                change("Add", None, [added(Organisation(name="X", kind=OrganisationKind.OTHER))])
            )
    finally:
        database.close()


def test_a_guard_that_was_replaced_is_seen_at_the_start(board: Path, opening: Opening) -> None:
    _tamper(
        board,
        "DROP TRIGGER change_record_stays",
        "CREATE TRIGGER change_record_stays BEFORE UPDATE ON change_record BEGIN SELECT 1; END",
    )
    database = open_database(board, opening)
    database.close()
    assert "“change_record_stays” is not built as" in database.read_only


def test_an_earlier_state_of_the_same_board_raises_no_doubt(
    tmp_path: Path, opening: Opening
) -> None:
    path = _boarded(tmp_path / "board.lfjb", opening, "Kent")
    made = backup(path, opening.backups, NOW)

    chosen = candidate(path, made.path, MIGRATIONS)

    assert chosen.doubts == ()
    assert chosen.board.words() == (
        "It holds Kent board (Kent), last changed on 21 November 2026 at 9:30am UTC, "
        "with no meeting, no action and no figure."
    )


def test_another_board_is_said_to_be_another(tmp_path: Path, opening: Opening) -> None:
    path = _boarded(tmp_path / "board.lfjb", opening, "Kent")
    later = Opening(MIGRATIONS, opening.backups, clock=lambda: NOW + timedelta(seconds=1))
    other = _boarded(tmp_path / "other.lfjb", later, "Essex")

    (doubt,) = candidate(path, other, MIGRATIONS).doubts

    assert doubt == ("It is not a backup of the present database, which holds “Kent board”.")
    assert candidate(tmp_path / "none.lfjb", other, MIGRATIONS).doubts == ()


def test_rows_that_differ_are_a_doubt(board: Path, opening: Opening) -> None:
    made = backup(board, opening.backups, NOW)
    _tamper(made.path, "UPDATE person SET post = 'Judge'")

    (doubt,) = candidate(board, made.path, MIGRATIONS).doubts

    assert doubt == "In it the person “Avery Sample” was changed outside LFJB Desk: post."


def test_changes_kept_in_another_file_that_is_missing_are_noticed(
    board: Path, opening: Opening
) -> None:
    made = backup(board, opening.backups, NOW)
    _tamper(made.path, "PRAGMA journal_mode=WAL")

    with pytest.raises(RuleError, match="-wal, which is not beside it"):
        candidate(board, made.path, MIGRATIONS)
