"""What a reading process may use, and how it sets those limits for itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass


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


def limit_this_process(memory: int, cpu: int) -> None:
    """Set the limits that the system keeps; where it has none, the parent watches."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has no such module

    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, 0),  # nothing is written but the answer, which goes down a pipe
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        ceiling = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (ceiling, ceiling))
        except (ValueError, OSError):
            continue  # macOS has no limit on address space; the parent watches the memory
