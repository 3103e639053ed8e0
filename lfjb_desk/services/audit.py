"""The record of all changes: whether it stands as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.store.engine.database import Database


@dataclass(frozen=True)
class AuditCheck:
    """What a check of the record found."""

    changes: int
    """How many changes the record holds."""
    fault_at: int | None = None
    """The number of the first change that does not stand as it was written, if any."""
    fault: str = ""
    """What is wrong there, in words: `this record was altered`."""

    differing_rows: tuple[str, ...] = ()
    """What no change accounts for, each in words: `the person “X” was changed ...`."""

    @property
    def holds(self) -> bool:
        """Whether every change stands as it was written, and every row as the changes left it."""
        return self.fault_at is None and not self.differing_rows


class AuditService:
    """Answers questions about the record of changes; it never alters it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self, passed: Callable[[int, int], None] = lambda *_: None) -> AuditCheck:
        """Follow the record from its start, each change by its hash; a long one takes seconds.

        `passed` is told how many of all changes were followed: once all are, the rows are compared.
        """
        changes = self._database.audit_head().sequence
        fault = self._database.verify_audit(passed=lambda number: passed(number, changes))
        passed(changes, changes)
        return (
            AuditCheck(changes, differing_rows=self._database.differing_rows())
            if fault is None
            else AuditCheck(changes, fault.sequence, fault.reason)
        )
