"""Files put in place whole: a reader finds the old file or the new one, never a part."""

import os
import secrets
from pathlib import Path


def save_whole(path: Path, data: bytes) -> None:
    """Put bytes at a place at one stroke; a file that is there already is replaced whole.

    Raises:
        OSError: when the folder, the disk or an open file does not let it; no part of it stays.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
        put_in_place(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def put_in_place(finished: Path, target: Path) -> None:
    """Give a finished file its name at one stroke, and see that the disk has it."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    finished.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
