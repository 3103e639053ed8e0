"""The one place that sends Python's collector to rest in the window's process.

Two ask for it. Filling the window makes a hundred thousand lasting objects, and looking through
them again and again would be a fifth of the way to the first rows. A job runs on a worker, where
the collector would take widgets apart, which only the window's thread may do. The two overlap, so
the collector comes back when the last of them has ended. Only the window's thread calls this.
"""

from __future__ import annotations

import gc
from weakref import WeakSet

_asked: WeakSet[object] = WeakSet()
"""Who needs the collector to rest."""


def rest_collector(asker: object) -> None:
    """Let the collector rest until the asker, and all others who asked, resume it."""
    _asked.add(asker)
    gc.disable()


def resume_collector(asker: object) -> None:
    """Let the collector work again, if nobody else needs it to rest."""
    _asked.discard(asker)
    if not _asked:
        gc.enable()
