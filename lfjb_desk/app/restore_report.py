"""What the command line says of a backup before it takes the place of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.store.engine.restore import RestoreCandidate

    Say = Callable[[str], None]


def may_restore(backup: RestoreCandidate, *, anyway: bool, say: Say, warn: Say) -> bool:
    """Say whose board a backup is, and tell whether it may be restored: no doubt, or `anyway`."""
    say(f"{backup.path.name}: {backup.board.words()}")
    for doubt in backup.doubts:
        warn(doubt)
    if backup.doubts and not anyway:
        warn("Nothing was changed. To restore it all the same, add --anyway.")
    return anyway or not backup.doubts
