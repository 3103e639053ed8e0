"""Where things are, who works, and what time it is; nothing else reads the clock.

It is imported before the first paint, hence the plain tuples and the late imports.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

NAME = "LFJB Desk"


def clock() -> datetime:
    """Return the present moment; nothing else in the program asks for it."""
    return datetime.now(UTC)


def user() -> str:
    """Return who is working, as the audit names them."""
    import getpass

    try:
        return getpass.getuser()
    except OSError:  # no name and no home: a bare container
        return "unnamed"


class Shipped(NamedTuple):
    """The folders that travel with the program: facts, migrations, sample, guide, template."""

    root: Path

    @property
    def migrations(self) -> Path:
        """Alembic's folder."""
        return self.root / "db" / "migrations"

    @property
    def reference(self) -> Path:
        """The reference facts as CSV."""
        return self.root / "db" / "reference"

    @property
    def sample(self) -> Path:
        """The pages of the sample board."""
        return self.root / "resources" / "sample"

    @property
    def languages(self) -> Path:
        """The texts of the window in other languages."""
        return self.root / "resources" / "i18n"

    @property
    def guide(self) -> Path:
        """The user guide, beside its pictures."""
        return self.root / "docs" / "guide" / "guide.md"

    @property
    def template(self) -> Path:
        """The house template of all papers."""
        return self.root / "templates" / "house.docx"


def shipped() -> Shipped:
    """Return the shipped folders: inside an installed program, else beside the package."""
    package = Path(__file__).parents[1]
    inside = package / "_shipped"
    return Shipped(inside if inside.is_dir() else package.parent)


class Environment(NamedTuple):
    """Where one user's things are."""

    database: Path | str
    """A file, or the address of a database."""
    backups: Path
    settings: Path
    log: Path


def places(chosen: str | None = None) -> Environment:
    """Return where things are; `chosen`, else LFJB_DATABASE, names another database."""
    import platformdirs

    data = platformdirs.user_data_path(NAME, appauthor=False)
    named = chosen or os.environ.get("LFJB_DATABASE", "")
    if named:
        beside = Path(named).expanduser().absolute() if "://" not in named else data / "other"
        backups = beside.with_name(f"{beside.stem} backups")
    else:
        backups = platformdirs.user_documents_path() / f"{NAME} backups"
    return Environment(
        database=named if "://" in named else Path(named or data / "board.lfjb").expanduser(),
        backups=backups,
        settings=platformdirs.user_config_path(NAME, appauthor=False) / "settings.toml",
        log=platformdirs.user_log_path(NAME, appauthor=False) / "desk.log",
    )


def log_failure(where: Environment, error: BaseException) -> Path:
    """Write a failure into the log, or where that is refused into the folder for passing files.

    Returns:
        Where it was written.
    """
    import traceback
    from tempfile import NamedTemporaryFile

    report = f"{clock().isoformat()}\n{''.join(traceback.format_exception(error))}\n"
    try:
        where.log.parent.mkdir(parents=True, exist_ok=True)
        with where.log.open("a", encoding="utf-8") as log:
            log.write(report)
    except OSError:
        with NamedTemporaryFile(
            "w", encoding="utf-8", prefix="lfjb-desk-", suffix=".log", delete=False
        ) as spare:
            spare.write(report)
        return Path(spare.name)
    return where.log
