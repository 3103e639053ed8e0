import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copytree, ignore_patterns
from uuid import uuid4

import pytest
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel, col, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.figures.charts import Narrative
from lfjb_desk.domain.meetings.meetings import AgendaItem, ItemTopic
from lfjb_desk.store.engine.backup import backups
from lfjb_desk.store.engine.checks import check_database, row_counts
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.identity import read_header
from lfjb_desk.store.engine.migrate import SCHEMA
from lfjb_desk.store.engine.opening import Opening, open_database
from lfjb_desk.store.engine.refusals import StorageError
from lfjb_desk.store.engine.sqlite import file_engine, memory_engine

Open = Callable[[Path], Database]
TOP = Path(__file__).parents[2]
NEXT = '''"""A further step that exists in this test alone."""

from alembic import op

revision = "{number:04}_9.9.9"
down_revision = "{before}"


def upgrade() -> None:
    op.execute("{statement}")
'''


def version_numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def described(engine: Engine) -> dict[str, object]:
    """Return what each table, index and trigger is, however the SQL that made it is laid out."""
    look, known = inspect(engine), {}
    for table in set(look.get_table_names()) - {"alembic_version", "marker"}:
        # A step adds a column at the end and fills old rows by a default. Every write names all
        # columns with their values, so neither place nor default need be repeated in the model.
        columns = sorted(
            (column["name"], str(column["type"]), column["nullable"])
            for column in look.get_columns(table)
        )
        links = sorted(
            (one["constrained_columns"], one["referred_table"], one["referred_columns"])
            for one in look.get_foreign_keys(table)
        )
        indexes = sorted(
            (str(one["name"]), one["column_names"], one["unique"])
            for one in look.get_indexes(table)
        )
        uniques = sorted(one["column_names"] for one in look.get_unique_constraints(table))
        primary = look.get_pk_constraint(table)["constrained_columns"]
        known[table] = (columns, links, indexes, uniques, primary)
    with engine.connect() as connection:
        triggers = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
        ).all()
    return known | {"triggers": [tuple(row) for row in triggers]}


def revisions(opening: Opening) -> dict[int, str]:
    """Return the name of each migration by its number."""
    texts = [
        path.read_text(encoding="utf-8") for path in (opening.migrations / "versions").glob("0*.py")
    ]
    names = [text.partition('\nrevision = "')[2].partition('"')[0] for text in texts]
    return {int(name.partition("_")[0]): name for name in sorted(names)}


def next_step(folder: Path, opening: Opening, statement: str) -> Opening:
    """Return an opening whose migrations have one more step."""
    steps = folder / "steps"
    copytree(opening.migrations, steps, ignore=ignore_patterns("__pycache__"))
    newest, before = max(revisions(opening).items())
    later = newest + 1
    step = NEXT.format(number=later, before=before, statement=statement)
    (steps / f"versions/{later:04}_next.py").write_text(step, encoding="utf-8")
    return replace(opening, migrations=steps, schema=later)


def test_the_migrations_make_the_tables_that_the_desk_knows(board: Path) -> None:
    pristine = memory_engine()
    SQLModel.metadata.create_all(pristine)
    migrated = file_engine(board, read_only=True)

    assert described(migrated) == described(pristine)

    migrated.dispose()
    pristine.dispose()


def test_the_newest_migration_has_the_number_that_the_desk_writes(opening: Opening) -> None:
    newest = max(revisions(opening))

    assert newest == SCHEMA, f"raise SCHEMA in store/engine/migrate.py to {newest}"


def test_the_newest_migration_names_the_version_of_this_program(opening: Opening) -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = max(revisions(opening).items())[1].partition("_")[2]

    assert version_numbers(needed) <= version_numbers(project["version"]), (
        f"a file would ask for version {needed}, and this is {project['version']}"
    )


def test_an_old_file_is_kept_for_each_schema() -> None:
    kept = {path.name for path in (TOP / "db/samples").glob("*.lfjb")}

    assert kept == {f"v{number}.lfjb" for number in range(1, SCHEMA + 1)}, "run make samples"


def test_no_migration_knows_the_desk(opening: Opening) -> None:
    texts = [file.read_text(encoding="utf-8") for file in opening.migrations.rglob("*.py")]

    assert len(texts) >= 2
    assert not [text for text in texts if "lfjb_desk" in text]


def test_every_released_file_opens_with_its_rows(
    tmp_path: Path, opening: Opening, open_file: Open
) -> None:
    samples = sorted((TOP / "db/samples").glob("*.lfjb"))
    assert samples
    for sample in samples:
        path = tmp_path / sample.name
        path.write_bytes(sample.read_bytes())
        database = open_file(path)
        assert database.read_only == ""
        with database.session() as session:
            assert session.exec(select(Action.ref)).all() == ["SMPL-A-001"]
        assert check_database(path) == ()


GUESSES = [
    ("board", "Minutes of the last meeting", "", ItemTopic.MINUTES),
    ("board", "The position at a glance", "", ItemTopic.POSITION),
    ("board", "ACTION log", "", ItemTopic.ACTIONS),
    ("board", "Figures of the quarter", "", ItemTopic.PERFORMANCE),
    ("board", "Drivers of delay", "", ItemTopic.DRIVERS),
    ("board", "Reports from the groups", "", ItemTopic.SUB_GROUPS),
    ("board", "Membership and empty seats", "", ItemTopic.MEMBERSHIP),
    ("board", "Other business", "", ItemTopic.DATES),
    ("board", "Terms of reference", "There is no way to escalate.", ItemTopic.NONE),
    ("sub-group", "Experts", "To escalate to the board.", ItemTopic.ESCALATION),
    ("sub-group", "Action log", "", ItemTopic.ACTIONS),
]
"""Kind of group, title and why of an item of schema 2, and what it was taken to be about."""


def second_schema(path: Path) -> None:
    """Write a file of schema 2 that holds the items of `GUESSES`, from the released one."""
    path.write_bytes((TOP / "db/samples/v2.lfjb").read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        (board,) = connection.execute("SELECT id FROM board_group").fetchone()
        group, meetings = uuid4().hex, {"board": uuid4().hex, "sub-group": uuid4().hex}
        connection.execute(
            "INSERT INTO board_group SELECT ?, area_id, id, 'sub-group', 'Law', purpose, "
            "carried_by, quorum, marking, closed_on, sample FROM board_group",
            (group,),
        )
        for kind, owner in (("board", board), ("sub-group", group)):
            connection.execute(
                "INSERT INTO meeting VALUES (?, ?, 1, '2026-09-04', NULL, NULL, '', 'planned')",
                (meetings[kind], owner),
            )
        for position, (kind, title, why, _) in enumerate(GUESSES, start=1):
            connection.execute(
                "INSERT INTO agenda_item VALUES (?, ?, ?, ?, 'discuss', NULL, 10, 0, 0, ?)",
                (uuid4().hex, meetings[kind], position, title, why),
            )
        connection.execute(
            "INSERT INTO narrative VALUES (?, NULL, 'area', 'SMPL', 'FCSQ', 'quarter', 'Long.', "
            "'-', '2026-11-20 09:00:00')",
            (uuid4().hex,),
        )


def test_rows_of_the_second_schema_keep_what_they_were_taken_to_say(
    tmp_path: Path, open_file: Open
) -> None:
    path = tmp_path / "second.lfjb"
    second_schema(path)

    with open_file(path).session() as session:
        items = session.exec(select(AgendaItem).order_by(col(AgendaItem.position))).all()
        frequencies = session.exec(select(Narrative.frequency)).all()

    assert frequencies == ["quarter"]
    assert [(item.title, item.topic) for item in items] == [
        (title, topic) for _, title, _, topic in GUESSES
    ]


def test_an_older_file_is_brought_up_to_date_after_a_backup(
    tmp_path: Path, board: Path, opening: Opening
) -> None:
    later = next_step(tmp_path, opening, "CREATE TABLE marker (id INTEGER)")
    rows = row_counts(board)

    open_database(board, later).close()

    assert read_header(board).schema == later.schema
    assert row_counts(board) == rows | {"marker": 0}
    (made,) = backups(board, opening.backups)
    assert made.path.stem.endswith(f"_pre-v{later.schema}")
    assert read_header(made.path).schema == later.schema - 1


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("CREATE NONSENSE", "syntax error"),
        ("DELETE FROM person", "person would hold other rows"),
        ("DELETE FROM organisation", "names a row of organisation that is not there"),
        ("DROP TRIGGER change_record_stays; ", None),
        ("PRAGMA user_version=99", None),
    ],
)
def test_a_step_that_fails_its_check_leaves_the_file_as_it_was(
    tmp_path: Path, board: Path, opening: Opening, statement: str, reason: str | None
) -> None:
    later = next_step(tmp_path, opening, statement)
    before = board.read_bytes()

    if reason is None:
        open_database(board, later).close()
        assert read_header(board).schema == later.schema
        return
    with pytest.raises(StorageError, match=reason):
        open_database(board, later)

    assert board.read_bytes() == before
    assert not list(board.parent.glob("*.migrating*"))
    open_database(board, opening).close()


def test_missing_migrations_are_said_to_be_missing(tmp_path: Path, opening: Opening) -> None:
    with pytest.raises(StorageError, match="cannot be run"):
        open_database(tmp_path / "new.lfjb", replace(opening, migrations=tmp_path / "nowhere"))

    assert not (tmp_path / "new.lfjb").exists()


def test_an_ordinary_start_does_not_load_alembic(board: Path, opening: Opening) -> None:
    script = (
        "import sys; from pathlib import Path;"
        "from lfjb_desk.store.engine.opening import Opening, open_database;"
        "open_database(sys.argv[1], Opening(Path(sys.argv[2]), Path(sys.argv[2]))).close();"
        "print([name for name in sys.modules if name.startswith(('alembic', 'pandas'))])"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(board), str(opening.migrations)],
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout.strip() == "[]"
