"""Changes: what a command does to the rows, and how to take it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from lfjb_desk.domain.rows import Row

    Values = Mapping[str, Any]


class RuleError(Exception):
    """A command that the rules refuse; its text is one plain sentence shown to the user."""


@dataclass(frozen=True)
class Edit:
    """One row before and after; None means that there is no such row.

    For a new row `after` holds every column, for a removed one `before` does; for an
    edit both hold the columns that differ, and only those.
    """

    table: type[Row]
    key: UUID
    before: Values | None
    after: Values | None

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.table, self.key, self.after, self.before)


@dataclass(frozen=True)
class ChangeSubject:
    """The record that a change is about."""

    table: type[Row]
    key: UUID


@dataclass(frozen=True)
class Change:
    """Edits that belong together, named as the Undo menu shows them."""

    label: str
    edits: tuple[Edit, ...]
    subject: ChangeSubject | None = None
    """None where it is about no one record, as shipped facts and several returns at once are."""
    lasting: bool = False
    """Whether it went out to others, as circulated minutes do: it is not undone, nor is what it
    rests on; there is a way back of its own, which leaves what went out where it is."""

    @property
    def tables(self) -> frozenset[type[Row]]:
        """The tables that it touches; what shows none of them shows the same after it."""
        return frozenset(edit.table for edit in self.edits)

    def key_of(self, table: type[Row]) -> UUID:
        """Return the key of the record that it is about, which is one of a table.

        Raises:
            LookupError: when it is about a record of another table, or about none.
        """
        if self.subject is None or self.subject.table is not table:
            raise LookupError(f"“{self.label}” is not about one {table.__name__}.")
        return self.subject.key

    def inverse(self) -> Self:
        """Return the change that takes this one back; it is about the same record."""
        return replace(self, edits=tuple(edit.inverse() for edit in reversed(self.edits)))


def added(row: Row) -> Edit:
    """Return the edit that adds a row."""
    return Edit(type(row), row.id, None, row.model_dump())


def removed(row: Row) -> Edit:
    """Return the edit that removes a row."""
    return Edit(type(row), row.id, row.model_dump(), None)


def edited(row: Row, **values: Any) -> Edit:
    """Return the edit that gives a row other values; values that stay the same are left out.

    Raises:
        KeyError: when the table has no such column.
    """
    now = row.model_dump()
    after = {name: value for name, value in values.items() if now[name] != value}
    return Edit(type(row), row.id, {name: now[name] for name in after}, after)


def subject(row: Row) -> ChangeSubject:
    """Return a row as the subject of a change."""
    return ChangeSubject(type(row), row.id)


def change(label: str, about: Row | None, edits: Iterable[Edit]) -> Change:
    """Return the change made of the edits that do something; `about` is its subject.

    Raises:
        RuleError: when nothing would change.
    """
    kept = tuple(edit for edit in edits if edit.before != edit.after)
    if not kept:
        raise RuleError(f"{label}: nothing would change.")
    return Change(label, kept, subject(about) if about is not None else None)
