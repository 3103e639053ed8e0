"""Reads a file in a process of its own, which may fail without harm to this one."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import psutil
from pydantic import TypeAdapter, ValidationError

from lfjb_desk.importers.figures import (
    ImportCancelledError,
    ImportRefusedError,
    NotRecognisedError,
    Reading,
)
from lfjb_desk.importers.mapping.sheets import FileView, from_plain
from lfjb_desk.importers.reading.front_door import LARGEST_FILE

CHILD = "lfjb_desk.importers.child"
SHEETS = "sheets"
"""Last argument, and key of the answer, where the sheets are to be shown as they are."""
FROZEN_WORD = "import-child"
"""First argument that makes the built program act as the reading process."""

_READING = TypeAdapter(Reading)
_READ = b'{"reading": '
_TICK = 0.05  # seconds between looks at the clock, the memory and the user's wish to stop
_SAFE = "Nothing was imported."
_CHUNK = 1 << 16
# How the system ends a process that is past its limits; Windows has neither signal.
_STOPPED = {-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name)}


@dataclass(frozen=True)
class ReadingLimits:
    """What a reading process may use; past it the process is stopped."""

    memory: int = 1 << 30
    """Bytes."""
    cpu: int = 30
    """Seconds of processor time."""
    wall: float = 60.0
    """Seconds on the clock."""
    answer: int = 256 << 20
    """Bytes that the process may send back."""


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


def _answer(
    path: Path,
    wanted: str,
    cancelled: Callable[[], bool],
    progress: Callable[[str], None],
    limits: ReadingLimits | None,
) -> Any:
    """Return what a child process answers under the key that is wanted."""
    if not path.is_file():
        raise ImportRefusedError(f"There is no file {path}. {_SAFE}")
    limits = limits or limits_for(path.stat().st_size)
    what = [SHEETS] if wanted == SHEETS else []
    with _child([*_command(path.resolve(), limits), *what]) as child:
        for message in _messages(child, cancelled, limits):
            if "progress" in message:
                progress(str(message["progress"]))
            elif "unknown" in message:
                raise NotRecognisedError(str(message["unknown"]))
            elif "refused" in message:
                raise ImportRefusedError(str(message["refused"]))
            elif wanted in message:
                return message[wanted]
        raise ImportRefusedError(_died(path.name, child.wait()))


def _command(path: Path, limits: ReadingLimits) -> list[str]:
    # A built program has no -m: it must look at its first argument before it opens a window.
    frozen = getattr(sys, "frozen", False)
    start = [sys.executable, FROZEN_WORD] if frozen else [sys.executable, "-P", "-m", CHILD]
    return [*start, str(limits.memory), str(limits.cpu), str(path)]


@contextlib.contextmanager
def _child(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process, and see to it that it is gone afterwards."""
    # One thread of linear algebra is enough, and each more would ask for its own memory.
    env = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=env,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _messages(
    child: subprocess.Popen[bytes], cancelled: Callable[[], bool], limits: ReadingLimits
) -> Iterator[dict[str, Any]]:
    """Yield the messages of the process as they come, watching it meanwhile."""
    pieces: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    assert child.stdout is not None  # noqa: S101 - it was started with a pipe
    threading.Thread(target=_pump, args=(child.stdout, pieces), daemon=True).start()
    now, taken, buffer = time.monotonic(), 0, bytearray()
    deadline, look = now + limits.wall, now
    while True:
        now = time.monotonic()
        if now >= look:  # pieces may come much faster than it is worth looking
            look = now + _TICK
            if cancelled():
                raise ImportCancelledError(f"The import was stopped. {_SAFE}")
            if now > deadline:
                raise ImportRefusedError(_too_slow())
            _watch_memory(child.pid, limits.memory)
        try:
            piece = pieces.get(timeout=_TICK)
        except queue.Empty:
            continue
        if not piece:
            return
        taken += len(piece)
        if taken > limits.answer:
            raise ImportRefusedError(_too_big())
        buffer += piece
        if b"\n" in piece:
            *lines, rest = buffer.split(b"\n")
            buffer = bytearray(rest)
            for line in lines:
                yield _message(bytes(line))


def _pump(pipe: IO[bytes], pieces: queue.SimpleQueue[bytes]) -> None:
    """Move what the process writes into the queue; empty bytes say that it ended."""
    with contextlib.suppress(OSError, ValueError):  # the pipe is closed when we stop waiting
        while piece := pipe.read1(_CHUNK) if hasattr(pipe, "read1") else pipe.read(_CHUNK):
            pieces.put(piece)
    pieces.put(b"")


def _watch_memory(pid: int, limit: int) -> None:
    """Refuse a process that holds too much; Windows has no limit of its own to set."""
    try:
        memory = psutil.Process(pid).memory_info().rss
    except psutil.Error:
        return
    if memory > limit:
        raise ImportRefusedError(_too_big())


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


def _too_slow() -> str:
    return f"Reading the file took too long and was stopped. {_SAFE} Save only the sheet you need."


def _too_big() -> str:
    return (
        f"Reading the file needed too much memory and was stopped. {_SAFE} "
        "Save only the sheet you need."
    )


def _died(name: str, code: int) -> str:
    if code in _STOPPED:
        return (
            f"Reading {name} needed more time or memory than it may have. {_SAFE} "
            "Save only the sheet you need."
        )
    return (
        f"{name} cannot be read: the reading process stopped while opening it. {_SAFE} "
        "Open the file in a spreadsheet program, save it as a new file and import that."
    )
