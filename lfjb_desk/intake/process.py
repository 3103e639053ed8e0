"""A process of its own for one file: started, listened to, watched, and gone afterwards."""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import IO

import psutil

from lfjb_desk.intake.limits import ReadingLimits

_TICK = 0.05  # seconds between looks at the clock, the memory and the user's wish to stop
_CHUNK = 1 << 16
# How the system ends a process that is past its limits; Windows has neither signal.
_STOPPED = {-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name)}


class ReadingEnd(Enum):
    """Why a reading process gave no answer."""

    CANCELLED = "the user said so"
    TOO_SLOW = "it took too long on the clock"
    TOO_BIG = "it held or answered too much"
    STOPPED = "the system stopped it at its limits"
    DIED = "it ended by itself without an answer"


class ReadingEndedError(Exception):
    """A reading process came to its end without an answer."""

    def __init__(self, end: ReadingEnd) -> None:
        super().__init__(end.value)
        self.end = end


def reading_command(module: str, frozen_word: str) -> list[str]:
    """Return how the process is started; a built program has no -m, and looks at its first word."""
    if getattr(sys, "frozen", False):
        return [sys.executable, frozen_word]
    return [sys.executable, "-P", "-m", module]


def lines_of(
    command: Sequence[str], cancelled: Callable[[], bool], limits: ReadingLimits
) -> Iterator[bytes]:
    """Yield the lines that a process writes, as they come, watching it meanwhile.

    Raises:
        ReadingEndedError: after its last line, or where it had to be stopped.
    """
    with _child(command) as child:
        yield from _lines(child, cancelled, limits)
        stopped = child.wait() in _STOPPED
        raise ReadingEndedError(ReadingEnd.STOPPED if stopped else ReadingEnd.DIED)


@contextlib.contextmanager
def _child(command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
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


def _lines(
    child: subprocess.Popen[bytes], cancelled: Callable[[], bool], limits: ReadingLimits
) -> Iterator[bytes]:
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
                raise ReadingEndedError(ReadingEnd.CANCELLED)
            if now > deadline:
                raise ReadingEndedError(ReadingEnd.TOO_SLOW)
            _watch_memory(child.pid, limits.memory)
        try:
            piece = pieces.get(timeout=_TICK)
        except queue.Empty:
            continue
        if not piece:
            return
        taken += len(piece)
        if taken > limits.answer:
            raise ReadingEndedError(ReadingEnd.TOO_BIG)
        buffer += piece
        if b"\n" in piece:
            *lines, rest = buffer.split(b"\n")
            buffer = bytearray(rest)
            yield from map(bytes, lines)


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
        raise ReadingEndedError(ReadingEnd.TOO_BIG)
