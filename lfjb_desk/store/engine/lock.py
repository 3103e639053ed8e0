"""One writer at a time: a lock that dies with its process, and a note of who holds it."""

import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import psutil
from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from lfjb_desk.domain.formatting import clock, long_date


@dataclass(frozen=True)
class LockHolder:
    """Who has a database open for writing."""

    user: str
    host: str
    process: int
    started: float
    """When the process started, in seconds of the host's clock: process numbers are used again."""
    since: datetime

    def words(self) -> str:
        """Return who holds the lock and since when, for a sentence."""
        since = f"{long_date(self.since.date())} at {clock(self.since.time())} UTC"
        return f"{self.user} on {self.host} since {since}"


class WriterLock:
    """The right to write to one database, held until it is released or the process ends."""

    def __init__(self, lock: FileLock, note: Path) -> None:
        self._lock = lock
        self._note = note

    def release(self) -> None:
        """Let another instance write."""
        self._note.unlink(missing_ok=True)
        self._lock.release()


def take(
    path: Path, who: str, now: datetime, *, break_lock: bool = False
) -> WriterLock | LockHolder:
    """Take the writer lock of a database, or return who holds it.

    The system frees the lock of a process that died, so a note left by one on this machine is
    stale. Another machine's note is believed, since locks may not reach across a share: it is
    broken only with `break_lock`, which a person has confirmed.

    Raises:
        OSError: when nothing can be written beside the database.
    """
    note = path.with_name(path.name + ".open-by")
    lock = FileLock(path.with_name(path.name + ".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return _read(note) or LockHolder("another person", "this computer", 0, 0, now)
    holder = _read(note)
    if holder is not None and not break_lock and _elsewhere(holder):
        lock.release()
        return holder
    note.write_bytes(_note(who, now))
    return WriterLock(lock, note)


def _elsewhere(holder: LockHolder) -> bool:
    """Tell whether the holder may still be there: another machine, or another living process."""
    if holder.host != socket.gethostname():
        return True
    if holder.process == os.getpid():
        return False
    try:
        return psutil.Process(holder.process).create_time() == holder.started
    except psutil.Error:
        return False


def _note(who: str, now: datetime) -> bytes:
    process = psutil.Process()
    holder = LockHolder(who, socket.gethostname(), process.pid, process.create_time(), now)
    return json.dumps(asdict(holder), default=str).encode()


def _read(note: Path) -> LockHolder | None:
    try:
        text = note.read_bytes()  # first: mostly there is none, and then no checks are built
        return TypeAdapter(LockHolder).validate_json(text)
    except (OSError, ValidationError):
        return None
