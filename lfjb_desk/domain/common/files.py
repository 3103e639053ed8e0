"""Files put in place whole: a reader finds the old file or the new one, never a part."""

import os
import secrets
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path


def not_a_file(path: Path) -> str:
    """Return why there is no file to read at a place, as a sentence; empty where there is one."""
    if path.is_dir():
        return f"{path} is a folder, and a file is asked for."
    return "" if path.is_file() else f"There is no file {path}."


def save_all(files: Mapping[Path, bytes]) -> None:
    """Put files in their places one after the other; where one cannot be, none is changed.

    All room on the disk is taken beforehand, for the new files and for what gives way to them,
    so that going back needs no more than names.

    Raises:
        OSError: when a folder, the disk or an open file does not let it.
    """
    with ExitStack() as stack:
        new = {path: _beside(stack, path, data) for path, data in files.items()}
        old = {path: _beside(stack, path, path.read_bytes()) for path in files if path.is_file()}
        try:
            for path, finished in new.items():
                put_in_place(finished, path)
        except OSError:
            for path, finished in new.items():
                if finished.exists():
                    continue  # it did not come to be put in place
                if path in old:
                    put_in_place(old[path], path)
                else:
                    path.unlink()
            raise


def _beside(stack: ExitStack, path: Path, data: bytes) -> Path:
    """Write bytes beside a place; what the stack finds there at its end it takes away."""
    beside = _part_of(path)
    stack.callback(beside.unlink, missing_ok=True)
    with beside.open("xb") as file:
        file.write(data)
    return beside


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


def save_whole(path: Path, data: bytes) -> None:
    """Put bytes at a place at one stroke; a file that is there already is replaced whole.

    Raises:
        OSError: when the folder, the disk or an open file does not let it; no part of it stays.
    """
    beside = _part_of(path)
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
