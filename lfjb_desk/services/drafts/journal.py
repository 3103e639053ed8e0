"""The journal of drafts: a small file beside the database that is written at every key.

A line is with the system once it is written, so it outlives the program; it is on the disk, and
outlives a loss of power, once `sync` has run. The last line of a key is what counts. The file is
rewritten whole when it has grown, and as soon as words in it are to be forgotten.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.files import save_whole
from lfjb_desk.services.drafts.draft import PLACE, Draft, JournalLine, read_lines, to_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import FileIO
    from pathlib import Path

GROWN = 200_000
"""Bytes from which the lines that no longer count are thrown out."""
MOST_PLACES = 20
"""Meetings of which it is remembered where somebody stood."""


def journal_of(database: Path) -> Path:
    """Return where the drafts of a database are kept."""
    return database.with_name(database.name + "-drafts")


class DraftJournal:
    """The drafts of one database, in memory and on disk."""

    def __init__(self, database: Path | None, identity: str = "", reason: str = "") -> None:
        """Read what is kept of a database; `identity` tells it from another at the same place.

        Without a database nothing is kept on disk, and `reason` says why, in one sentence.
        """
        self._database, self._identity = database, identity
        self._drafts: dict[str, Draft] = {}
        self._of_others: dict[tuple[str, str], JournalLine] = {}
        self._file: FileIO | None = None
        self._size = 0
        self._is_compact = True
        """Whether the file holds nothing but what counts."""
        self._is_whole = True
        """Whether all that is in memory was given to the system."""
        self._is_synced = True
        self._is_forgetting = False
        """Whether the file holds words that are to go from it soon."""
        self.trouble = reason
        """Why what is typed is not kept, in one sentence; empty while it is."""
        if database is not None:
            self._read(database)

    def drafts(self) -> Sequence[Draft]:
        """Return the drafts that hold words, the newest first."""
        worded = [draft for key, draft in self._drafts.items() if not key.startswith(PLACE)]
        return sorted(worded, key=lambda draft: draft.at, reverse=True)

    def places(self) -> Sequence[Draft]:
        """Return where somebody stood, the last first."""
        places = [draft for key, draft in self._drafts.items() if key.startswith(PLACE)]
        return sorted(places, key=lambda draft: draft.at, reverse=True)

    def draft(self, key: str) -> Draft | None:
        """Return what is kept under a key."""
        return self._drafts.get(key)

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of what its key held; `trouble` says whether it is kept."""
        self._drafts[draft.key] = draft
        self._append(draft.key)
        for surplus in self.places()[MOST_PLACES:]:
            del self._drafts[surplus.key]

    def forget(self, key: str) -> None:
        """Drop a draft whose words are recorded or thrown away; they leave the disk at `sync`."""
        if self._drafts.pop(key, None) is not None:
            self._is_forgetting = True
            self._append(key)

    @property
    def is_settled(self) -> bool:
        """Whether the disk has all that was kept, and nothing that was to go."""
        return self._database is None or (self._is_whole and self._is_synced)

    def sync(self) -> None:
        """See that the disk has all that was kept, and nothing that was to go."""
        if self._database is None or self.is_settled:
            return
        try:
            if self._is_whole and self._is_there() and not self._is_forgetting and not self._grown:
                self._flush()
            else:
                self._rewrite(self._database)
        except OSError as error:
            self._fail(error)
        else:
            self.trouble = ""

    def close(self) -> None:
        """Sync, leave in the file only what counts, and let go of it."""
        if self._database is not None and not (self.is_settled and self._is_compact):
            with suppress(OSError):  # each line was written when it was typed
                self._rewrite(self._database)
        self._let_go()

    @property
    def _grown(self) -> bool:
        return self._size > GROWN

    def _read(self, database: Path) -> None:
        """Read what is kept; lines of another database at this place stay in the file, unread."""
        path = journal_of(database)
        for unfinished in path.parent.glob(f".{path.name}.*.part"):
            unfinished.unlink(missing_ok=True)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            self._fail(error)
            return
        for line in read_lines(data):
            own = line.database == self._identity
            if own and line.draft is not None:
                self._drafts[line.key] = line.draft
            elif own:
                self._drafts.pop(line.key, None)
            elif line.draft is not None:
                self._of_others[line.database, line.key] = line
            else:
                self._of_others.pop((line.database, line.key), None)
        self._is_whole = False  # a torn last line may want its end
        self.sync()

    def _append(self, key: str) -> None:
        """Give the system the line of a key."""
        self._is_synced = False
        if self._database is None or not self._is_whole:
            return  # all of it is written once `sync` succeeds
        line = to_line(JournalLine(self._identity, key, self._drafts.get(key)))
        try:
            _write(self._file or self._open(self._database), line)
        except OSError as error:
            self._fail(error)
        else:
            self._size += len(line)
            self._is_compact = False

    def _open(self, database: Path) -> FileIO:
        path = journal_of(database)
        if not path.exists():
            save_whole(path, b"")  # so that the folder, too, is on the disk
            self._protect(database)
        self._file = path.open("ab", buffering=0)
        return self._file

    def _flush(self) -> None:
        if self._file is not None:
            os.fsync(self._file.fileno())
        self._is_synced = True

    def _is_there(self) -> bool:
        """Tell whether the file that is written to is still the one beside the database."""
        if self._database is None or self._file is None:
            return False
        try:
            there = journal_of(self._database).stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(there, os.fstat(self._file.fileno()))

    def _rewrite(self, database: Path) -> None:
        """Put the file in place whole with what counts; without any there is no file."""
        lines = [JournalLine(self._identity, key, draft) for key, draft in self._drafts.items()]
        data = b"".join(map(to_line, (*self._of_others.values(), *lines)))
        self._let_go()  # Windows replaces no file that is open
        if data:
            save_whole(journal_of(database), data)
            self._protect(database)
        else:
            journal_of(database).unlink(missing_ok=True)
        self._size = len(data)
        self._is_whole = self._is_synced = self._is_compact = True
        self._is_forgetting = False

    def _protect(self, database: Path) -> None:
        """Let nobody read the drafts who may not read the database."""
        with suppress(OSError):  # a share that knows no such rights
            journal_of(database).chmod(database.stat().st_mode & 0o777)

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _fail(self, error: OSError) -> None:
        self._let_go()
        self._is_whole = False
        name = journal_of(self._database).name if self._database is not None else ""
        self.trouble = (
            f"What you type is not kept yet, for {name} cannot be written "
            f"({error.strerror or error}). Leave this window open: your words stay in it. Make "
            "room on the disk or close what holds the file; it is tried again each second."
        )


def _write(file: FileIO, line: bytes) -> None:
    """Write a line whole.

    Raises:
        OSError: when the system took none or only a part of it.
    """
    if file.write(line) != len(line):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
