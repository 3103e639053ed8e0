"""The audit: each change kept as a record, chained by hash, never altered."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from pydantic_core import to_json
from sqlalchemy import DDL, Connection, event, insert, select
from sqlmodel import SQLModel, col

from lfjb_desk.domain.audit import ChangeRecord
from lfjb_desk.domain.changes import Change, RuleError
from lfjb_desk.domain.serialisation import decode, encode

LARGE = 1_000_000
"""Bytes of a change from which speed of packing counts for more than size."""
START = "0" * 64
"""What the first record has for a previous hash."""

GUARDS = (
    """CREATE TRIGGER change_record_stays BEFORE UPDATE ON change_record
    BEGIN SELECT RAISE(ABORT, 'The audit is never altered.'); END""",
    """CREATE TRIGGER change_record_is_kept BEFORE DELETE ON change_record
    BEGIN SELECT RAISE(ABORT, 'The audit is never deleted.'); END""",
    """CREATE TRIGGER change_record_follows BEFORE INSERT ON change_record
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM change_record)
    BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END""",
)
"""The last one also stops REPLACE, which deletes without asking the second."""

for _guard in GUARDS:
    event.listen(
        SQLModel.metadata.tables["change_record"],
        "after_create",
        DDL(_guard).execute_if(dialect="sqlite"),  # type: ignore[no-untyped-call]  # SQLAlchemy left it untyped
    )

_TOLD_EVERY = 500
"""After so many records somebody who waits is told how far the check is."""


@dataclass(frozen=True)
class Head:
    """The last record of the chain: its number and its hash."""

    sequence: int
    hash: str


@dataclass(frozen=True)
class AuditFault:
    """The first record that does not fit the chain."""

    sequence: int
    reason: str


def head(connection: Connection) -> Head:
    """Return the end of the chain; number 0 when nothing was ever changed."""
    table = SQLModel.metadata.tables["change_record"]
    last = select(table.c.sequence, table.c.hash).order_by(table.c.sequence.desc()).limit(1)
    row = connection.execute(last).first()
    return Head(0, START) if row is None else Head(row.sequence, row.hash)


def first_hash(connection: Connection) -> str:
    """Return the hash of the first record, which no other database has; empty where there is none.

    Its backups have it too, for they are the same board.
    """
    table = SQLModel.metadata.tables["change_record"]
    first = select(table.c.hash).order_by(table.c.sequence).limit(1)
    return connection.execute(first).scalar() or ""


def add_record(connection: Connection, change: Change, who: str, at: datetime) -> None:
    """Write the record of a change, chained to the last one."""
    last = head(connection)
    sequence, payload = last.sequence + 1, encode(change)
    connection.execute(
        insert(ChangeRecord).values(
            sequence=sequence,
            at=at,
            who=who,
            label=change.label,
            payload=zlib.compress(payload, 1 if len(payload) > LARGE else 6),
            previous_hash=last.hash,
            hash=chained(last, at, who, change.label, payload),
        )
    )


def chained(last: Head, at: datetime, who: str, label: str, payload: bytes) -> str:
    """Return the hash of the record after `last`: SHA-256 over one JSON line and the change."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    line = to_json([last.hash, last.sequence + 1, moment, who, label])
    return sha256(line + b"\n" + payload).hexdigest()


def first_fault(
    connection: Connection,
    anchors: Sequence[str] = (),
    passed: Callable[[int], None] = lambda _: None,
) -> AuditFault | None:
    """Return the first record that is not as it was written, or None when all are.

    `passed` is told now and then how many records were looked at; what it raises ends the check.

    `anchors` are beginnings of hashes that were noted elsewhere, such as in the names of
    backups; one that is nowhere in the chain means that its end was cut off.
    """
    last, seen = Head(0, START), set(anchors)
    statement = select(SQLModel.metadata.tables["change_record"]).order_by(
        col(ChangeRecord.sequence)
    )
    for row in connection.execution_options(yield_per=500).execute(statement):
        reason = _fault(ChangeRecord.model_validate(dict(row._mapping)), last)  # noqa: SLF001 - SQLAlchemy's public name
        if reason:
            return AuditFault(last.sequence + 1, reason)
        last = Head(row.sequence, row.hash)
        if last.sequence % _TOLD_EVERY == 0:
            passed(last.sequence)
        seen = {anchor for anchor in seen if not row.hash.startswith(anchor)}
    if seen:
        return AuditFault(
            last.sequence + 1,
            f"the record {min(seen)}, which a backup was made after, is not there: an older backup "
            "was restored, or the newest records were taken out",
        )
    return None


def change_of(record: ChangeRecord) -> Change:
    """Return the change that a record keeps.

    Raises:
        RuleError: when the record was damaged.
    """
    try:
        return decode(zlib.decompress(record.payload))
    except zlib.error as error:
        raise RuleError(f"Record {record.sequence} of the audit is damaged.") from error


def _fault(record: ChangeRecord, last: Head) -> str:
    if record.sequence != last.sequence + 1:
        return "a record is missing here"
    if record.previous_hash != last.hash:
        return "this record does not follow the one before it"
    try:
        payload = zlib.decompress(record.payload)
    except zlib.error:
        return "what this record holds is damaged"
    if chained(last, record.at, record.who, record.label, payload) != record.hash:
        return "this record was altered"
    return ""
