"""Files kept beside a database: each under its SHA-256, put in place whole and never altered."""

import re
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from lfjb_desk.domain.common.files import save_whole
from lfjb_desk.store.engine import sqlite
from lfjb_desk.store.engine.checks import DatabaseFinding
from lfjb_desk.store.engine.files import need_space
from lfjb_desk.store.engine.refusals import StorageError

DIGEST = re.compile(r"[0-9a-f]{64}")
KEEPS_FILES = "SELECT 1 FROM sqlite_master WHERE name = 'kept_file'"
KEPT = "SELECT DISTINCT name, sha256 FROM kept_file ORDER BY name, sha256"


def folder_of(database: Path) -> Path:
    """Return where the files of a database are kept: `board.lfjb-files`."""
    return database.with_name(f"{database.name}-files")


def keep(folder: Path, content: bytes) -> str:
    """Put bytes into a folder under their SHA-256, which is returned; the same bytes serve again.

    Raises:
        StorageError: when they cannot be written; no part of them stays.
    """
    name = sha256(content).hexdigest()
    if _sound(folder, name) is None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            need_space(folder, 2 * len(content), "Keeping a file")
            save_whole(folder / name, content)
        except OSError as error:
            raise StorageError(
                f"Nothing can be written into {folder} ({error.strerror}), so the file was not "
                "kept. Everything saved before is safe. Check that folder and try again."
            ) from error
    return name


def content_of(folder: Path, name: str, sha: str) -> bytes:
    """Return the bytes of a kept file, compared with their SHA-256.

    Raises:
        StorageError: when they are not there, or not those that were kept.
    """
    content = _sound(folder, sha)
    if content is not None:
        return content
    raise StorageError(
        f"“{name}” {_fault(folder, sha)}, so it was not opened. Everything else is as it was. "
        "To bring it back, restore a backup, or keep the file again from where it came."
    )


def faults(database: Path) -> tuple[DatabaseFinding, ...]:
    """Return each file that a database names and that is missing or altered."""
    folder = folder_of(database)
    return tuple(
        DatabaseFinding("files", f"the file “{name}” {_fault(folder, sha)}")
        for name, sha in _named(database)
        if _sound(folder, sha) is None
    )


def copy_missing(source: Path, target: Path) -> None:
    """Copy the sound files of one folder that another lacks, or has only altered.

    Raises:
        StorageError: when one cannot be written; those copied before it stay.
    """
    try:
        for name in _names_in(source):
            content = None if _sound(target, name) is not None else _sound(source, name)
            if content is not None:
                target.mkdir(parents=True, exist_ok=True)
                save_whole(target / name, content)
    except OSError as error:
        raise StorageError(
            f"The files kept with the board cannot be copied into {target} ({error.strerror}). "
            "Everything saved before is safe. Check that folder and try again."
        ) from error


def _names_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(file.name for file in folder.iterdir() if DIGEST.fullmatch(file.name))


def _sound(folder: Path, sha: str) -> bytes | None:
    """Return the bytes that are kept under a SHA-256; None where they are not what it says."""
    try:
        content = (folder / sha).read_bytes()
    except OSError:
        return None
    return content if sha256(content).hexdigest() == sha else None


def _fault(folder: Path, sha: str) -> str:
    if (folder / sha).is_file():
        return f"in {folder} is not as it was kept: another program altered it"
    return f"is missing from {folder}"


def _named(database: Path) -> list[tuple[str, str]]:
    with closing(sqlite.plain_connection(database, read_only=True)) as connection:
        if not connection.execute(KEEPS_FILES).fetchone():
            return []  # written before schema 8
        return [(str(name), str(sha)) for name, sha in connection.execute(KEPT)]
