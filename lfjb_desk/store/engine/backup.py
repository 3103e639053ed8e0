"""Backups: made through SQLite, checked before they count, and thinned with age."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lfjb_desk.domain.common.files import put_in_place
from lfjb_desk.store.engine import audit, kept_files, sqlite
from lfjb_desk.store.engine.checks import DatabaseFinding, check_database, is_whole
from lfjb_desk.store.engine.files import (
    copy_database,
    discard,
    journal_of,
    need_space,
)
from lfjb_desk.store.engine.refusals import StorageError

NAME = re.compile(
    r"(?P<stem>.+)_(?P<at>\d{4}-\d{2}-\d{2}_\d{6})_(?P<head>[0-9a-f]{12})(?:_(?P<note>[\w-]+))?"
)
AT = "%Y-%m-%d_%H%M%S"
ALL_OF = timedelta(days=2)
KEPT: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (14, lambda at: at.date()),
    (8, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)
"""After two days: the newest of each of 14 days, 8 weeks and 12 months."""


@dataclass(frozen=True)
class Backup:
    """A backup as its name tells it."""

    path: Path
    made_at: datetime
    head: str
    """The first 12 digits of the audit's last hash when it was made."""
    findings: tuple[DatabaseFinding, ...] = ()
    """Rows that differ from the audit, found when it was just made."""


def backup(path: Path, folder: Path, now: datetime, note: str = "") -> Backup:
    """Make a checked backup of a database and thin the older ones.

    The files kept beside it go into one folder that all backups share, each once.

    Raises:
        StorageError: when the copy fails its check or the disk is full; older ones all stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    need_space(folder, path.stat().st_size, "A backup")
    unfinished = folder / f".{path.stem}.unfinished"
    copy_database(path, unfinished)
    try:
        findings = check_database(unfinished)
        if not is_whole(findings):
            raise StorageError(
                f"No backup was made, for {path.name} fails its check: {findings[0].reason}. "
                f"All older backups were kept."
            )
        head = _head(unfinished)
        stamp = now.astimezone(UTC).strftime(AT)
        name = "_".join(part for part in (path.stem, stamp, head, note) if part)
        # First, so that no backup names a file that is nowhere.
        kept_files.copy_missing(
            kept_files.folder_of(path), kept_files.folder_of(folder / path.name)
        )
        made = folder / (name + path.suffix)
        put_in_place(unfinished, made)
    finally:
        discard(unfinished)
    for old in surplus(backups(path, folder), now):
        old.path.unlink(missing_ok=True)
    return Backup(made, now, head, findings)


def backups(path: Path, folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a database in a folder, the newest first."""
    found = []
    for file in folder.glob(f"*{path.suffix}"):
        name = NAME.fullmatch(file.stem)
        if name and name["stem"] == path.stem:
            made_at = datetime.strptime(name["at"], AT).replace(tzinfo=UTC)
            found.append(Backup(file, made_at, name["head"]))
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def files_of(chosen: Path) -> Path:
    """Return the folder of kept files that a backup shares with the others beside it."""
    name = NAME.fullmatch(chosen.stem)
    own = chosen.with_name(name["stem"] + chosen.suffix) if name else chosen
    return kept_files.folder_of(own)


def anchors_of(path: Path, folder: Path) -> list[str]:
    """Return the audit hashes in the names of a database's own backups.

    After a restore, backups of another board may lie among them; their hashes say nothing of it.
    """
    line = line_of(path)
    return [kept.head for kept in backups(path, folder) if line_of(kept.path) in {line, ""}]


def line_of(path: Path) -> str:
    """Return the hash of the first record of a file's audit: copies of one database share it.

    Empty where there is none, or it cannot be read.
    """
    try:
        with closing(sqlite.plain_connection(path, read_only=True)) as connection:
            first = connection.execute("SELECT hash FROM change_record WHERE sequence = 1")
            return str((first.fetchone() or ("",))[0])
    except sqlite3.DatabaseError:
        return ""


def newest_good(path: Path, folder: Path, migrations: Path | None = None) -> Backup | None:
    """Return the newest backup that is whole, or None; single rows in it may differ."""
    return next(
        (
            backup
            for backup in backups(path, folder)
            if is_whole(check_database(backup.path, migrations=migrations))
        ),
        None,
    )


def surplus(existing: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that need not be kept any longer."""
    newest_first = sorted(existing, key=lambda backup: backup.made_at, reverse=True)
    kept = {backup.path for backup in newest_first if now - backup.made_at <= ALL_OF}
    for count, period_of in KEPT:
        periods: dict[Hashable, Path] = {}
        for backup in newest_first:
            periods.setdefault(period_of(backup.made_at), backup.path)
        kept.update(list(periods.values())[:count])
    return tuple(backup for backup in newest_first if backup.path not in kept)


def set_aside(path: Path, word: str, now: datetime) -> Path | None:
    """Copy a file byte by byte, with its journal, beside itself; return the copy, if there is one.

    A copy with the same bytes that was made before serves again.
    """
    if not path.exists():
        return None
    number, kept = 1, path.with_name(f"{path.name}.{word}-{now:%Y-%m-%d}")
    while kept.exists() and kept.read_bytes() != path.read_bytes():
        number += 1
        kept = path.with_name(f"{path.name}.{word}-{now:%Y-%m-%d}-{number}")
    if not kept.exists():
        shutil.copyfile(path, kept)
        if journal_of(path).exists():
            shutil.copyfile(journal_of(path), journal_of(kept))
    return kept


def _head(path: Path) -> str:
    engine = sqlite.file_engine(path, read_only=True)
    try:
        with engine.connect() as connection:
            return audit.head(connection).hash[:12]
    finally:
        engine.dispose()
