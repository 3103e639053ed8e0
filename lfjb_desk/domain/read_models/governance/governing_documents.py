"""Governing documents as a reader needs them: versions with clauses, and two side by side."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.governing_documents import VersionState

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.governing_documents import (
        Clause,
        ClauseRule,
        DocumentVersion,
        GoverningDocument,
    )


@dataclass(frozen=True)
class VersionView:
    """One version of a document with its clauses in order."""

    document: GoverningDocument
    version: DocumentVersion
    clauses: tuple[Clause, ...]
    meeting: str
    """The meeting that agreed it: `Board meeting 22`; empty until then."""

    @property
    def open(self) -> bool:
        """Whether its words may still change."""
        return self.version.state in {VersionState.DRAFT, VersionState.IN_REVIEW}

    def rule(self, kind: ClauseRule) -> int | None:
        """Return the number that a clause states for a rule, or None."""
        values = (clause.rule_value for clause in self.clauses if clause.rule is kind)
        return next(values, None)


@dataclass(frozen=True)
class DocumentRow:
    """One governing document with where it stands."""

    document: GoverningDocument
    versions: tuple[VersionView, ...]
    """The latest first."""

    @property
    def agreed(self) -> VersionView | None:
        """The version in force, or None."""
        return next(
            (edition for edition in self.versions if edition.version.state is VersionState.AGREED),
            None,
        )

    @property
    def draft(self) -> VersionView | None:
        """The version being worked on, or None."""
        return next((edition for edition in self.versions if edition.open), None)

    @property
    def latest_two(self) -> tuple[VersionView, VersionView] | None:
        """The two versions that one most wants to compare, the older first; None without two.

        They are the version in force and the draft, else the latest two.
        """
        agreed, draft = self.agreed, self.draft
        if agreed is not None and draft is not None:
            return agreed, draft
        latest = self.versions[:2]
        return (latest[1], latest[0]) if len(latest) > 1 else None

    def review_due(self, by: date) -> bool:
        """Tell whether the version in force is to be reviewed by a day."""
        agreed = self.agreed
        due = agreed.version.review_by if agreed else None
        return due is not None and due <= by


@dataclass(frozen=True)
class ComparedVersions:
    """Which two versions of one governing document are compared."""

    before: UUID
    after: UUID


class Difference(Enum):
    """What became of a clause."""

    SAME = "same"
    RENUMBERED = "renumbered"
    """The same words under another number."""
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class ComparedClause:
    """A clause in two versions, side by side."""

    difference: Difference
    before: Clause | None
    after: Clause | None


def compared(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> tuple[ComparedClause, ...]:
    """Return two lists of clauses side by side, in the order of reading.

    Clauses are matched by heading, and where a heading has changed, by the same words; one that
    has moved past others stands where it is now.
    """
    rows: list[ComparedClause] = []
    names = [_name(clause) for clause in before], [_name(clause) for clause in after]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [_pair(old, new) for old, new in zip(before[i1:i2], after[j1:j2], strict=True)]
        else:
            rows += _block(before[i1:i2], after[j1:j2])
    return _moved(rows)


def _moved(rows: list[ComparedClause]) -> tuple[ComparedClause, ...]:
    """Return rows in which what went from one place and came at another is one clause."""
    gone = [row.before for row in rows if row.before is not None and row.after is None]
    origins: dict[UUID, Clause] = {}
    for row in rows:
        if row.after is not None and row.before is None:
            origin = _origin(row.after, gone)
            if origin is not None:
                gone.remove(origin)
                origins[row.after.id] = origin
    found = {clause.id for clause in origins.values()}
    return tuple(
        _pair(origins[row.after.id], row.after) if row.after and row.after.id in origins else row
        for row in rows
        if row.after is not None or row.before is None or row.before.id not in found
    )


def _origin(clause: Clause, gone: list[Clause]) -> Clause | None:
    """Return which of the clauses that went is this one: the same heading, else the same words."""
    named = (old for old in gone if _name(old) == _name(clause))
    return next(named, next((old for old in gone if old.text == clause.text), None))


def _name(clause: Clause) -> str:
    return (clause.heading or clause.text).casefold()


def _block(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> list[ComparedClause]:
    by_words = {clause.text: clause for clause in before}
    kept = {clause.id for other in after if (clause := by_words.get(other.text))}
    gone = [
        ComparedClause(Difference.REMOVED, clause, None)
        for clause in before
        if clause.id not in kept
    ]
    rows = []
    for clause in after:
        old = by_words.pop(clause.text, None)
        rows.append(_pair(old, clause) if old else ComparedClause(Difference.ADDED, None, clause))
    return gone + rows


def _pair(before: Clause, after: Clause) -> ComparedClause:
    compared = ("heading", "text", "rule", "rule_value")
    same = all(getattr(before, name) == getattr(after, name) for name in compared)
    if not same:
        return ComparedClause(Difference.CHANGED, before, after)
    moved = before.number != after.number
    return ComparedClause(Difference.RENUMBERED if moved else Difference.SAME, before, after)
