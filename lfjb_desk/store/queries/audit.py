"""Questions to the audit about one record."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.audit import ChangeRecord
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.serialisation import decode

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from sqlmodel import Session

    from lfjb_desk.domain.rows import Row

_AT_ONCE = 500


def times_changed(session: Session, table: type[Row], key: UUID, columns: Collection[str]) -> int:
    """Return how many changes gave a row another value in one of some columns.

    To take a change back is a change too, so the number only ever grows.

    Raises:
        RuleError: when a record of the audit is damaged.
    """
    # The id stands in the record as text; most records need not be read beyond that.
    mark, changes = str(key).encode(), 0
    statement = select(ChangeRecord.payload).order_by(col(ChangeRecord.sequence))
    for packed in session.exec(statement.execution_options(yield_per=_AT_ONCE)):
        try:
            payload = zlib.decompress(packed)
        except zlib.error as error:
            raise RuleError("A record of the audit is damaged; nothing was counted.") from error
        if mark not in payload:
            continue
        changes += any(
            edit.table is table
            and edit.key == key
            and edit.before is not None
            and edit.after is not None
            and not edit.after.keys().isdisjoint(columns)
            for edit in decode(payload).edits
        )
    return changes
