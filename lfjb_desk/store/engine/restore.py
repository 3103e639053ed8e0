"""Putting a backup in the place of a database: what it is, whose it is, and then the exchange."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import put_in_place
from lfjb_desk.domain.formatting import clock, count, listed, long_date
from lfjb_desk.store.engine import kept_files, sqlite
from lfjb_desk.store.engine.backup import files_of, line_of, set_aside
from lfjb_desk.store.engine.checks import check_database, is_whole
from lfjb_desk.store.engine.files import copy_database, discard, journal_of, need_space
from lfjb_desk.store.engine.migrate import beyond, needed_version

_WAL_AT, _WAL = 18, b"\x02\x02"
"""Where the header says how changes are written, and what it says of a `-wal` file beside it."""
_MOST_ROWS = 5
"""How many rows that differ one sentence names."""


@dataclass(frozen=True)
class BoardHeld:
    """Whose board a database file is, and how much it holds."""

    line: str
    """Hash of the first record of its audit: copies of one database share it. Empty for none."""
    boards: tuple[str, ...]
    areas: tuple[str, ...]
    last_change: datetime | None
    counts: tuple[tuple[int, str], ...]
    """How many of what, the noun in the singular."""

    def words(self) -> str:
        """Return it as one sentence."""
        names = [f"{board} ({area})" for board, area in zip(self.boards, self.areas, strict=True)]
        whose = listed(names) if names else "no board yet"
        contents = listed([count(number, noun) for number, noun in self.counts])
        if self.last_change is None:
            return f"It holds {whose}, and {contents}."
        at = f"{long_date(self.last_change.date())} at {clock(self.last_change.time())} UTC"
        return f"It holds {whose}, last changed on {at}, with {contents}."


@dataclass(frozen=True)
class RestoreCandidate:
    """A backup that may be restored: whose it is, and what a person must agree to first."""

    path: Path
    board: BoardHeld
    doubts: tuple[str, ...] = ()
    """Sentences; none where it is an earlier state of the present database."""


def candidate(path: Path, chosen: Path, migrations: Path) -> RestoreCandidate:
    """Return what restoring a backup would bring, having refused what may never be restored.

    Raises:
        RuleError: when it fails its check, its schema is not the desk's own, or it was written by
            a newer version.
    """
    if words := beyond(chosen):
        raise RuleError(
            f"{chosen.name} cannot be restored, for it {words}, and this one could only read it. "
            f"Nothing was changed. Install {needed_version(chosen)}, or choose another backup."
        )
    if words := _log_apart(chosen):
        raise RuleError(
            f"{chosen.name} cannot be restored, for {words}. Nothing was changed. "
            f"Choose a backup that LFJB Desk made."
        )
    findings = check_database(chosen, migrations=migrations)
    if not is_whole(findings):
        raise RuleError(
            f"{chosen.name} cannot be restored, for it fails its check: {findings[0].reason}. "
            f"Nothing was changed. Choose another backup."
        )
    board = held_in(chosen)
    doubts = [_another_board(path, board)]
    if findings:
        more = len(findings) - _MOST_ROWS
        rows = "; ".join(finding.reason for finding in findings[:_MOST_ROWS])
        doubts.append(f"In it {rows}{f'; and {more:,} more' if more > 0 else ''}.")
    return RestoreCandidate(chosen, board, tuple(doubt for doubt in doubts if doubt))


def restore(path: Path, chosen: Path, now: datetime) -> Path | None:
    """Put a candidate in the place of a database that nobody has open; return where that is kept.

    Kept files that are missing, or were altered, come back from beside the backup.

    Raises:
        RuleError: when it cannot be copied; nothing has changed then.
    """
    need_space(path.parent, 3 * chosen.stat().st_size, "Restoring a backup")
    unfinished = path.with_name(path.name + ".restoring")
    copy_database(chosen, unfinished)
    try:
        kept = set_aside(path, "before-restore", now)
        # A journal left beside the old file would be taken for the new one's, and ruin it.
        journal_of(path).unlink(missing_ok=True)
        kept_files.copy_missing(files_of(chosen), kept_files.folder_of(path))
        put_in_place(unfinished, path)
    finally:
        discard(unfinished)
    return kept


def held_in(path: Path) -> BoardHeld:
    """Return whose board a whole file is.

    Raises:
        sqlite3.DatabaseError: when it cannot be read.
    """
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        boards = connection.execute(
            "SELECT board_group.name, dfj_area.name FROM board_group "
            "JOIN dfj_area ON dfj_area.id = area_id WHERE kind = 'board' ORDER BY 1, 2"
        ).fetchall()
        (last,) = connection.execute("SELECT max(at) FROM change_record").fetchone()
        counts = [
            (connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0], noun)  # noqa: S608 - our own tables
            for table, noun in (
                ("meeting", "meeting"),
                ("action", "action"),
                ("observation", "figure"),
            )
        ]
    return BoardHeld(
        line_of(path),
        tuple(str(board) for board, _ in boards),
        tuple(str(area) for _, area in boards),
        datetime.fromisoformat(last) if last else None,
        tuple(counts),
    )


def _another_board(path: Path, board: BoardHeld) -> str:
    """Return the doubt about a backup of a database that is not the present one."""
    try:
        present = held_in(path)
    except (sqlite3.Error, OSError, ValueError):
        return ""  # there is none, or it can no longer say whose it is
    if not present.boards or present.line == board.line:
        return ""
    return f"It is not a backup of the present database, which holds {_names(present.boards)}."


def _names(boards: Sequence[str]) -> str:
    return listed([f"“{board}”" for board in boards])


def _log_apart(chosen: Path) -> str:
    """Return why a file may lack its newest changes: another program keeps them in one beside."""
    with chosen.open("rb") as file:
        file.seek(_WAL_AT)
        kept_apart = file.read(2) == _WAL
    log = chosen.with_name(f"{chosen.name}-wal")
    if not kept_apart:
        return ""
    missing = "" if log.exists() else ", which is not beside it"
    return f"another program kept its newest changes apart in {log.name}{missing}"
