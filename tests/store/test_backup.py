import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlmodel import select

from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.store.engine.backup import Backup, backup, backups, newest_good, surplus
from lfjb_desk.store.engine.checks import DatabaseFinding, check_database, row_counts
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.files import journal_of
from lfjb_desk.store.engine.opening import Opening
from lfjb_desk.store.engine.refusals import StorageError
from lfjb_desk.store.engine.restore import candidate, restore
from tests.store.conftest import MIGRATIONS

Open = Callable[[Path], Database]
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DB = Path(__file__).parents[2] / "db"


def bodies(database: Database) -> list[str]:
    with database.session() as session:
        return sorted(session.exec(select(Organisation.name)).all())


def add_body(database: Database, name: str) -> None:
    body = Organisation(name=name, kind=OrganisationKind.OTHER)
    database.apply(change(f"Add {name}", None, [added(body)]))


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 40] = b"\xff" * (4096 * 39)
    path.write_bytes(content)


def test_a_backup_is_named_by_its_date_and_the_head_of_the_audit(
    board: Path, opening: Opening, open_file: Open
) -> None:
    made = backup(board, opening.backups, NOW)

    head = open_file(board).audit_head().hash
    assert made.path.name == f"board_2026-11-21_093000_{head[:12]}.lfjb"
    assert check_database(made.path) == ()
    assert row_counts(made.path) == row_counts(board)
    assert backups(board, opening.backups) == (made,)


def test_a_backup_of_an_open_file_holds_all_that_was_written(
    board: Path, opening: Opening, open_file: Open
) -> None:
    database = open_file(board)
    add_body(database, "Late body")

    made = backup(board, opening.backups, NOW, note="before-import")

    assert made.path.stem.endswith("_before-import")
    assert bodies(open_file(made.path)) == ["Late body", "Samplefolk Council"]


def test_the_head_in_a_name_shows_that_the_end_of_the_audit_was_cut(
    board: Path, opening: Opening
) -> None:
    anchor = backup(board, opening.backups, NOW).head
    assert check_database(board, [anchor]) == ()

    with closing(sqlite3.connect(board)) as connection:
        connection.execute("DROP TRIGGER change_record_is_kept")
        connection.execute("DELETE FROM change_record WHERE sequence = 2")
        connection.commit()

    (finding,) = check_database(board, [anchor])
    assert finding.check == "audit"
    assert anchor in finding.reason


def test_a_damaged_file_is_not_backed_up_and_no_backup_is_lost(
    board: Path, opening: Opening
) -> None:
    old = [backup(board, opening.backups, NOW - timedelta(days=900 + day)) for day in range(3)]
    spoil(board)

    with pytest.raises(StorageError):
        backup(board, opening.backups, NOW)

    kept = {one.path for one in backups(board, opening.backups)}
    assert {old[0].path} <= kept
    assert all(path.suffix == ".lfjb" for path in opening.backups.iterdir())


def test_a_file_whose_audit_was_altered_is_not_backed_up(board: Path, opening: Opening) -> None:
    with closing(sqlite3.connect(board)) as connection:
        connection.execute("DROP TRIGGER change_record_stays")
        connection.execute("UPDATE change_record SET who = 'nobody' WHERE sequence = 2")
        connection.commit()

    with pytest.raises(StorageError, match="record 2: this record was altered"):
        backup(board, opening.backups, NOW)

    assert list(opening.backups.iterdir()) == []


def test_the_check_finds_a_row_that_names_nobody(board: Path) -> None:
    with closing(sqlite3.connect(board)) as connection:
        connection.execute("DELETE FROM organisation")
        connection.commit()

    reason = "a row of person names a row of organisation that is not there"
    assert check_database(board)[0] == DatabaseFinding("links", reason)


def test_the_check_finds_circulated_minutes_that_were_altered(tmp_path: Path) -> None:
    path = tmp_path / "altered.lfjb"
    path.write_bytes((DB / "samples/v4.lfjb").read_bytes())
    assert check_database(path) == ()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE circulated_minutes SET content = replace(content, 'complexity', 'age')"
        )
        connection.commit()

    reason = (
        "the minutes of meeting 1 of Samplefolk board, held on 2026-11-02, "
        "are not as they were circulated"
    )
    assert DatabaseFinding("minutes", reason) in check_database(path)


def test_the_check_names_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x.lfjb").write_text("hello", encoding="utf-8")

    assert check_database(tmp_path / "x.lfjb")[0].check == "file"
    assert check_database(tmp_path / "missing.lfjb")[0].check == "file"


def test_old_backups_are_thinned_to_days_weeks_and_months() -> None:
    every_six_hours = [
        Backup(Path(f"{hours}"), NOW - timedelta(hours=hours), "")
        for hours in range(0, 24 * 800, 6)
    ]

    gone = set(surplus(every_six_hours, NOW))
    kept = [one for one in every_six_hours if one not in gone]

    two_days = [one for one in kept if NOW - one.made_at <= timedelta(days=2)]
    assert len(two_days) == 9
    assert len({one.made_at.date() for one in kept if NOW - one.made_at < timedelta(days=14)}) == 14
    assert len({one.made_at.isocalendar()[:2] for one in kept}) >= 8
    assert len({(one.made_at.year, one.made_at.month) for one in kept}) == 12
    assert len(kept) <= 9 + 14 + 8 + 12
    assert surplus(kept, NOW) == ()


def test_thinning_leaves_other_files_alone(board: Path, opening: Opening) -> None:
    opening.backups.mkdir()
    mine = opening.backups / "my notes.lfjb"
    mine.write_text("mine", encoding="utf-8")

    backup(board, opening.backups, NOW)

    assert mine.exists()
    assert len(backups(board, opening.backups)) == 1


def test_restoring_brings_the_rows_back_and_keeps_the_file_as_it_was(
    board: Path, opening: Opening, open_file: Open
) -> None:
    made = backup(board, opening.backups, NOW)
    database = open_file(board)
    add_body(database, "Late body")
    database.close()

    kept = restore(board, made.path, NOW)

    assert kept == board.with_name("board.lfjb.before-restore-2026-11-21")
    assert bodies(open_file(board)) == ["Samplefolk Council"]
    assert row_counts(kept)["organisation"] == 2


def test_a_second_restore_of_the_day_keeps_both_files(board: Path, opening: Opening) -> None:
    made = backup(board, opening.backups, NOW)
    spoil(board)
    first = restore(board, made.path, NOW)
    with closing(sqlite3.connect(board)) as connection:
        connection.execute("VACUUM")
        connection.execute("UPDATE person SET post = 'x'")
        connection.commit()

    second = restore(board, made.path, NOW)

    assert first is not None
    assert second == first.with_name(first.name + "-2")
    assert first.exists()


def test_a_damaged_file_is_restored_with_its_stale_journal_out_of_the_way(
    board: Path, opening: Opening, open_file: Open
) -> None:
    made = backup(board, opening.backups, NOW)
    spoil(board)
    journal_of(board).write_bytes(b"left behind")

    kept = restore(board, made.path, NOW)

    assert kept is not None
    assert journal_of(kept).read_bytes() == b"left behind"
    assert not journal_of(board).exists()
    assert bodies(open_file(board)) == ["Samplefolk Council"]


def test_a_backup_that_fails_its_check_is_not_restored(board: Path, opening: Opening) -> None:
    made = backup(board, opening.backups, NOW)
    spoil(made.path)
    before = board.read_bytes()

    with pytest.raises(RuleError, match="fails its check"):
        candidate(board, made.path, MIGRATIONS)

    assert board.read_bytes() == before
    assert newest_good(board, opening.backups) is None


def test_a_missing_file_is_restored_too(board: Path, opening: Opening, open_file: Open) -> None:
    made = backup(board, opening.backups, NOW)
    board.unlink()

    assert restore(board, made.path, NOW) is None
    assert bodies(open_file(board)) == ["Samplefolk Council"]


def test_too_little_space_is_named_before_anything_is_written(
    board: Path, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))

    with pytest.raises(StorageError, match=r"A backup needs 1 MB free on the drive of .*backups"):
        backup(board, opening.backups, NOW)
