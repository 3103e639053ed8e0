"""Reads a file in a process of its own, which may fail without harm to this one."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from lfjb_desk.domain.common.files import not_a_file
from lfjb_desk.importers.figures import (
    ImportCancelledError,
    ImportRefusedError,
    NotRecognisedError,
    Reading,
)
from lfjb_desk.importers.mapping.sheets import FileView, from_plain
from lfjb_desk.importers.reading.front_door import LARGEST_FILE
from lfjb_desk.intake.limits import ReadingLimits
from lfjb_desk.intake.process import ReadingEnd, ReadingEndedError, lines_of, reading_command

CHILD = "lfjb_desk.importers.child"
SHEETS = "sheets"
"""Last argument, and key of the answer, where the sheets are to be shown as they are."""
LIST = "list"
"""The same, where it is a list of people or actions; the key of the answer is that of sheets."""
FROZEN_WORD = "import-child"
"""First argument that makes the built program act as the reading process."""

_READING = TypeAdapter(Reading)
_READ = b'{"reading": '
_SAFE = "Nothing was imported."


def limits_for(size: int) -> ReadingLimits:
    """Return what reading a file of so many bytes may use: more time above 50 MB, no more memory.

    Only text that is read row by row may be so large.
    """
    usual, over = ReadingLimits(), max(0, size - LARGEST_FILE) >> 20
    return replace(usual, cpu=usual.cpu + over // 4, wall=usual.wall + over / 2)


def read_file(
    path: Path,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[str], None] = lambda _: None,
    limits: ReadingLimits | None = None,
) -> Reading:
    """Return what the file holds, read in a child process within the limits.

    `cancelled` is asked about twenty times a second; `progress` gets short sentences. Both are
    called in the thread that calls this function.

    Raises:
        ImportRefusedError: with one plain sentence, when the file is not taken.
        ImportCancelledError: when `cancelled` said so.
    """
    return _reading(_answer(path, "reading", cancelled, progress, limits))


def view_file(
    path: Path,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[str], None] = lambda _: None,
    limits: ReadingLimits | None = None,
) -> FileView:
    """Return the sheets of a file as they are, opened in a child process as by `read_file`.

    Raises:
        ImportRefusedError: with one plain sentence, when the file may not be opened.
    """
    return _view(_answer(path, SHEETS, cancelled, progress, limits))


def view_list(
    path: Path,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[str], None] = lambda _: None,
    limits: ReadingLimits | None = None,
) -> FileView:
    """Return the sheets of a list of people or actions, opened as by `view_file`.

    Raises:
        ImportRefusedError: with one plain sentence, when the file may not be opened.
    """
    return _view(_answer(path, LIST, cancelled, progress, limits))


def _answer(
    path: Path,
    wanted: str,
    cancelled: Callable[[], bool],
    progress: Callable[[str], None],
    limits: ReadingLimits | None,
) -> Any:
    """Return what a child process answers under the key that is wanted."""
    if words := not_a_file(path):
        raise ImportRefusedError(f"{words} {_SAFE}")
    limits = limits or limits_for(path.stat().st_size)
    what = [wanted] if wanted in {SHEETS, LIST} else []
    key = SHEETS if wanted == LIST else wanted
    try:
        for line in lines_of([*_command(path.resolve(), limits), *what], cancelled, limits):
            message = _message(line)
            if "progress" in message:
                progress(str(message["progress"]))
            elif "unknown" in message:
                sentence, *looked_for = map(str, message["unknown"])
                raise NotRecognisedError(sentence, looked_for)
            elif "refused" in message:
                raise ImportRefusedError(str(message["refused"]))
            elif key in message:
                return message[key]
    except ReadingEndedError as error:
        raise _ended(path.name, error.end) from None
    raise AssertionError("a process that gave no answer ends in an error")


def _command(path: Path, limits: ReadingLimits) -> list[str]:
    start = reading_command(CHILD, FROZEN_WORD)
    return [*start, str(limits.memory), str(limits.cpu), str(path)]


def _message(line: bytes) -> dict[str, Any]:
    """Return a message; what was read stays as it came, to be taken apart and checked at once."""
    if line.startswith(_READ):
        return {"reading": line[len(_READ) : -1]}
    try:
        message = json.loads(line)
    except ValueError:
        message = None
    if not isinstance(message, dict):
        raise ImportRefusedError(f"The reading process gave no sensible answer. {_SAFE}")
    return message


def _reading(values: bytes) -> Reading:
    try:
        return _READING.validate_json(values)
    except ValidationError:
        raise ImportRefusedError(f"The reading process gave no sensible answer. {_SAFE}") from None


def _view(values: Any) -> FileView:
    try:
        return from_plain(values)
    except (KeyError, TypeError, ValueError, ArithmeticError):
        raise ImportRefusedError(f"The reading process gave no sensible answer. {_SAFE}") from None


def _ended(name: str, end: ReadingEnd) -> ImportRefusedError | ImportCancelledError:
    """Return what is said of a reading process that gave no answer."""
    if end is ReadingEnd.CANCELLED:
        return ImportCancelledError(f"The import was stopped. {_SAFE}")
    way_on = "Save only the sheet you need."
    sentence = {
        ReadingEnd.TOO_SLOW: "Reading the file took too long and was stopped.",
        ReadingEnd.TOO_BIG: "Reading the file needed too much memory and was stopped.",
        ReadingEnd.STOPPED: f"Reading {name} needed more time or memory than it may have.",
        ReadingEnd.DIED: f"{name} cannot be read: the reading process stopped while opening it.",
    }[end]
    if end is ReadingEnd.DIED:
        way_on = "Open the file in a spreadsheet program, save it as a new file and import that."
    return ImportRefusedError(f"{sentence} {_SAFE} {way_on}")
