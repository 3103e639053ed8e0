"""The board's database and its papers, for the window and the command line alike.

What is heavy is imported inside functions: a command brings in what it needs and no more.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.app.environment import Environment, clock, shipped, user
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import not_a_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.services.drafts.journal import DraftJournal
    from lfjb_desk.services.papers.papers import PaperService
    from lfjb_desk.store.engine.backup import Backup
    from lfjb_desk.store.engine.checks import DatabaseFinding
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.engine.lock import WriterLock
    from lfjb_desk.store.engine.restore import RestoreCandidate

DAILY = timedelta(hours=24)
AT_WORK = timedelta(minutes=30)
PATIENCE = 6
"""How often a change of many rows is tried while another program holds the file, 5 s each time."""
BULK = 100
"""Rows that a change may remove before a backup is made first."""


def open_board(where: Environment) -> Database:
    """Open the database with its reference facts loaded; make it when there is none.

    Raises:
        RuleError: when it cannot be opened; the sentence says what is safe and what to do.
    """
    from lfjb_desk.services.reference import ReferenceService
    from lfjb_desk.store.engine.opening import Opening, open_database

    folders = shipped()
    opening = Opening(folders.migrations, where.backups, who=user(), clock=clock)
    database = open_database(where.database, opening)
    if not database.read_only:
        facts = ReferenceService(database, folders.reference).load()
        if facts is not None:
            database.apply(facts)
    return database


def open_drafts(where: Environment, database: Database) -> DraftJournal:
    """Return the drafts of an open database; one that is only read keeps none."""
    from lfjb_desk.services.drafts.journal import DraftJournal
    from lfjb_desk.store.engine.opening import file_of

    if database.read_only:
        return DraftJournal(
            None,
            reason="This window can only read the board, so what is typed here is not kept.",
        )
    return DraftJournal(file_of(where.database), database.identity())


@contextmanager
def opened(where: Environment) -> Iterator[Database]:
    """Give the open database for as long as it is needed."""
    database = open_board(where)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def opened_to_read(where: Environment) -> Iterator[Database]:
    """Give a database that is there, for as long as it is needed; it is only read.

    One of an older version is brought up to date first, as every other way in does.

    Raises:
        RuleError: when there is none, or it cannot be read.
    """
    from lfjb_desk.store.engine.opening import Opening, open_to_read

    _bring_up_to_date(where)
    opening = Opening(shipped().migrations, where.backups, who=user(), clock=clock)
    database = open_to_read(where.database, opening)
    try:
        yield database
    finally:
        database.close()


def _bring_up_to_date(where: Environment) -> bool:
    """Open once for writing a database of an older version; tell whether it was one."""
    from lfjb_desk.store.engine.migrate import is_older
    from lfjb_desk.store.engine.opening import file_of

    path = file_of(where.database)
    older = path.is_file() and is_older(path)
    if older:
        open_board(where).close()
    return older


def write(where: Environment, database: Database, change: Change) -> None:
    """Write a change; what brings in or takes out much is preceded by a backup.

    Such a change waits longer, too, while another program holds the file: it runs beside the
    window, and much would have to be done again.

    Raises:
        RuleError: when the backup or the change could not be made; nothing was written then.
    """
    from lfjb_desk.store.engine.refusals import BusyError

    if database.read_only or not _is_bulk(change):
        database.apply(change)
        return
    for attempt in range(1, PATIENCE + 1):
        try:
            back_up_if_due(where, database, timedelta(0))
            database.apply(change)
        except BusyError:
            if attempt == PATIENCE:
                raise
        else:
            return


def _is_bulk(change: Change) -> bool:
    from lfjb_desk.domain.figures.figures import Snapshot

    removed = sum(edit.after is None for edit in change.edits)
    return removed > BULK or any(edit.table is Snapshot for edit in change.edits)


def back_up_if_due(where: Environment, database: Database, age: timedelta) -> Backup | None:
    """Make a backup if the newest is older than `age` and something was written since.

    A database that holds no more than its reference facts has nothing to lose.

    Raises:
        RuleError: when the database fails its check, or the copy cannot be written.
    """
    from lfjb_desk.store.engine.backup import backups
    from lfjb_desk.store.engine.opening import file_of

    head = database.audit_head()
    if database.read_only or head.sequence <= 1:
        return None
    newest = next(iter(backups(file_of(where.database), where.backups)), None)
    if newest is not None:
        unchanged = head.hash.startswith(newest.head)
        if unchanged or clock() - newest.made_at < age:
            return None
    return back_up(where)


def check_board(where: Environment) -> tuple[DatabaseFinding, ...]:
    """Return what is wrong with the database file and the files kept beside it; they are only read.

    One of an older version is brought up to date first, unless something is wrong with it.

    Raises:
        RuleError: when there is none, or it cannot be read.
    """
    from lfjb_desk.store.engine.backup import anchors_of
    from lfjb_desk.store.engine.checks import check_database
    from lfjb_desk.store.engine.kept_files import faults

    path = _file(where)
    anchors = anchors_of(path, where.backups)
    findings = check_database(path, anchors, shipped().migrations)
    if not findings and _bring_up_to_date(where):
        findings = check_database(path, anchors, shipped().migrations)
    readable = not any(finding.check in {"file", "integrity"} for finding in findings)
    return (*findings, *(faults(path) if readable else ()))


def unreadable_words(where: Environment) -> str:
    """Return what of the database cannot be read and what to do; empty where it is whole.

    Asked once a command has failed: what is damaged inside a row shows only when it is read.
    """
    from lfjb_desk.store.engine.checks import check_database
    from lfjb_desk.store.engine.opening import file_of, way_back

    path = file_of(where.database)
    findings = check_database(path, migrations=shipped().migrations) if path.is_file() else ()
    if not findings:
        return ""
    more = f" (and {len(findings) - 1:,} more)" if findings[1:] else ""
    return (
        f"{path} is not as the desk wrote it: {findings[0].reason}{more}. What was written before "
        "stands, and the file was left as it is; lfjb-desk check names all that is wrong with it. "
        f"{way_back(path, where.backups, shipped().migrations)}"
    )


def back_up(where: Environment) -> Backup:
    """Make a checked copy of the database and return it, with the rows that its audit denies.

    Raises:
        RuleError: when the database fails its check, or the copy cannot be written.
    """
    from lfjb_desk.store.engine.backup import backup

    try:
        return backup(_file(where), where.backups, clock())
    except OSError as error:
        raise RuleError(
            f"No backup could be written into {where.backups} ({error.strerror}). "
            "The database is as it was. Check that folder and try again."
        ) from error


class Restored(NamedTuple):
    """A backup that was put in the place of the database."""

    path: Path
    former: Path | None
    """Where the database that it replaced is kept; None when there was none."""


def bring_back(
    where: Environment, chosen: Path, agreed: Callable[[RestoreCandidate], bool]
) -> Restored | None:
    """Put a backup in the place of the database; return where both are now.

    The present one is kept byte by byte, whole or damaged, so no backup is made of it. `agreed`
    is asked whether this is the backup that is meant; None when it is not.

    Raises:
        RuleError: when the backup fails its check or was written by a newer version, or somebody
            has the database open.
    """
    from lfjb_desk.store.engine.opening import file_of, refuse_a_folder
    from lfjb_desk.store.engine.recovery import recover
    from lfjb_desk.store.engine.restore import candidate, restore

    path = file_of(where.database)
    refuse_a_folder(path)
    if words := not_a_file(chosen):
        raise RuleError(f"{words} Nothing was changed.")
    taken = _locked_for_restoring(path)
    try:
        recover(chosen, user(), clock())
        if not agreed(candidate(path, chosen, shipped().migrations)):
            return None
        return Restored(path, restore(path, chosen, clock()))
    finally:
        taken.release()


def _locked_for_restoring(path: Path) -> WriterLock:
    """Take the lock of the place to which a backup is restored.

    Raises:
        RuleError: when somebody has the database open, or nothing can be written there.
    """
    from lfjb_desk.store.engine import lock

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        taken = lock.take(path, user(), clock())
    except OSError as error:
        raise RuleError(
            f"Nothing can be written beside {path} ({error.strerror}), so nothing was restored. "
            "Choose another place for the database."
        ) from error
    if isinstance(taken, lock.LockHolder):
        raise RuleError(
            f"{path.name} is open for writing by {taken.words()}, so nothing was restored. "
            "Close it there and try again."
        )
    return taken


def _file(where: Environment) -> Path:
    """Return the database file, having taken back what a crash left half written in it."""
    from lfjb_desk.store.engine.opening import existing_file
    from lfjb_desk.store.engine.recovery import recover

    path = existing_file(where.database)
    recover(path, user(), clock())
    return path


def paper_service(database: Database) -> PaperService:
    """Return what makes papers, with LibreOffice to count pages where it is installed."""
    from lfjb_desk.services.papers.papers import PaperService
    from lfjb_desk.word.writing.pages import find_office

    return PaperService(database, shipped().template, find_office())


def board_of(database: Database, code: str) -> Group:
    """Return the board of an area: its own, or else the sample board.

    Raises:
        RuleError: when the area is unknown, or has no board yet.
    """
    from lfjb_desk.domain.governance.groups import GroupKind
    from lfjb_desk.services.governance.groups import GroupService
    from lfjb_desk.services.places import PlaceService

    area = PlaceService(database).area(code)
    groups = GroupService(database).all(area.id)
    boards = [group for group in groups if group.kind is GroupKind.BOARD]
    if not boards:
        raise RuleError(
            f"{area.name} has no board yet, so no paper was written. "
            "Open the desk and set one up, or look around with the sample board."
        )
    return min(boards, key=lambda group: group.sample)


def meeting_numbered(database: Database, board: Group, number: int) -> UUID:
    """Return the meeting of a board with a number.

    Raises:
        RuleError: when there is none.
    """
    from lfjb_desk.services.meetings.meetings import MeetingService

    for row in MeetingService(database).rows(board.id):
        if row.meeting.number == number:
            return row.meeting.id
    raise RuleError(f"{board.name} has no meeting {number}. No paper was written.")


def authority_coded(database: Database, board: Group, code: str) -> UUID:
    """Return the authority of a board's area with a GSS code.

    Raises:
        RuleError: when there is none.
    """
    for body in paper_service(database).authorities(board.id):
        if body.gss_code == code:
            return body.id
    raise RuleError(
        f"{code} is no authority of this area. No paper was written. lfjb-desk areas lists them."
    )
