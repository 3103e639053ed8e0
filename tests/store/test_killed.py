"""Writers killed with SIGKILL at random moments: nothing acknowledged is lost, nothing is half."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lfjb_desk.store.engine.checks import row_counts
from lfjb_desk.store.engine.migrate import SCHEMA

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform == "win32", reason="forks its writers"),
]

RUNNER = Path(__file__).with_name("killing.py")
MIGRATIONS = Path(__file__).parents[2] / "db/migrations"

NEXT = '''"""A further step that exists in this test alone."""

import sqlalchemy as sa
from alembic import op

revision = "{number:04}_9.9.9"
down_revision = "{before}"


def upgrade() -> None:
    op.create_table("marker", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("person", sa.Column("nickname", sa.String, nullable=True))
    with op.batch_alter_table("organisation") as batch:
        batch.alter_column("kind", existing_type=sa.String(40), type_=sa.String(60))
    op.execute(sa.text("UPDATE person SET nickname = name"))
'''


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder without a slow disk under it, where the system has one."""
    quick = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    with TemporaryDirectory(dir=quick if quick.is_dir() else tmp_path) as folder:
        yield Path(folder)


def run(kind: str, folder: Path, runs: int = 0) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, str(RUNNER), kind, str(folder), str(runs)],
        check=True,
        capture_output=True,
        text=True,
    )
    counts: dict[str, int] = json.loads(done.stdout)
    print(f"\n{kind}: {counts}")  # noqa: T201 - the count is the evidence
    return counts


@pytest.mark.parametrize(("kind", "runs"), [("edits", 50), ("import", 15)])
def test_a_killed_writer_loses_nothing_it_had_acknowledged(
    tmp_path: Path, kind: str, runs: int
) -> None:
    counts = run(kind, tmp_path, runs)

    assert counts["runs"] == runs
    assert counts["acknowledged"] > 0
    assert (counts["lost"], counts["damaged"], counts["parts"]) == (0, 0, 0)


def test_an_upgrade_killed_at_any_statement_leaves_the_old_file_or_the_new(
    in_memory: Path,
) -> None:
    first = MIGRATIONS.parent / "samples/v1.lfjb"
    with_a_further_step(in_memory)
    shutil.copyfile(first, in_memory / "old.lfjb")
    rows = row_counts(first)

    counts = run("upgrade", in_memory, SCHEMA + 1)

    assert counts["runs"] >= 20
    assert counts["old"] + counts["new"] == counts["runs"]
    assert (counts["neither"], counts["damaged"], counts["failed_again"]) == (0, 0, 0)
    after = row_counts(in_memory / "board.lfjb")
    rows["change_record"] += 1  # what the migrations changed
    assert {name: after[name] for name in rows} == rows
    assert after["marker"] == 0


def with_a_further_step(folder: Path) -> None:
    """Put a copy of the migrations with one more step in a folder."""
    migrations = folder / "migrations"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    newest = max((migrations / "versions").glob("0*.py"))
    before = newest.read_text(encoding="utf-8").partition('revision = "')[2].partition('"')[0]
    step = NEXT.format(number=SCHEMA + 1, before=before)
    (migrations / f"versions/{SCHEMA + 1:04}_next.py").write_text(step, encoding="utf-8")
