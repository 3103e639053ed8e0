"""Files kept with the board, such as the papers of an item: brought in, read and opened."""

from __future__ import annotations

import stat
from pathlib import PurePath
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import not_a_file, save_whole
from lfjb_desk.domain.meetings.item_papers import KeptFile
from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.services.file_looks import LARGEST, look, too_large
from lfjb_desk.store.engine import kept_files as store
from lfjb_desk.store.engine.refusals import ReadOnlyError
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database


class KeptFileService:
    """Keeps files beside the database, and gives them back as they were.

    The bytes stand in their place before the change that names them is written, and stay when it
    is taken back: a file that no row names costs room and nothing else.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, source: Path, today: date) -> KeptFile:
        """Look over a file, put its bytes in place, and return the row that a change can add.

        Raises:
            RuleError: when it cannot be read, is nothing that is kept, or there is no room.
        """
        folder = self._folder()
        content = _read(source)
        look(source.name, content)
        ending = PurePath(source.name.rstrip(" .")).suffix
        name = file_name(source.name.rstrip(" .").removesuffix(ending), suffix=ending)
        sha = store.keep(folder, content)
        return KeptFile(name=name, size=len(content), sha256=sha, kept_on=today)

    def file(self, file_id: UUID) -> KeptFile:
        """Return what is known of a kept file."""
        with self._database.session() as session:
            return found(session, KeptFile, file_id)

    def content(self, file_id: UUID) -> bytes:
        """Return the bytes of a kept file, compared with what was kept.

        Raises:
            RuleError: when they are missing or were altered.
        """
        row = self.file(file_id)
        if self._database.files is None:
            raise RuleError(f"“{row.name}” is kept beside the board, which stands in no file here.")
        return store.content_of(self._database.files, row.name, row.sha256)

    def open_copy(self, file_id: UUID, folder: Path) -> Path:
        """Write a copy that can only be read into a folder, for another program to open.

        Raises:
            RuleError: when the file is missing or was altered, or the copy cannot be written.
        """
        row, content = self.file(file_id), self.content(file_id)
        # Two files of one name must not meet, so each has a folder of its own.
        place = folder / row.sha256[:12]
        copy = place / row.name
        if copy.exists():
            return copy
        try:
            place.mkdir(parents=True, exist_ok=True)
            save_whole(copy, content)
            copy.chmod(stat.S_IRUSR)
        except OSError as error:
            raise RuleError(
                f"No copy of “{row.name}” could be written into {folder} ({error.strerror}). "
                "The file itself is safe; make room there and try again."
            ) from error
        return copy

    def _folder(self) -> Path:
        if self._database.read_only:
            raise ReadOnlyError(self._database.read_only)
        if self._database.files is None:
            raise RuleError("This board stands in no file, so no file can be kept beside it.")
        return self._database.files


def _read(source: Path) -> bytes:
    """Return what is in a file; of one that is too large no more than shows that."""
    if words := not_a_file(source):
        raise RuleError(f"{words} Nothing was changed.")
    try:
        if (size := source.stat().st_size) > LARGEST:
            raise too_large(source.name, size)
        return source.read_bytes()
    except OSError as error:
        raise RuleError(
            f"“{source.name}” cannot be read ({error.strerror}). Nothing was changed; "
            "close it where it is open, or choose another file."
        ) from error
