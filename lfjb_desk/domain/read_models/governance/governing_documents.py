"""Governing documents as a reader needs them: versions with clauses, and two side by side."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.governing_documents import VersionState

if TYPE_CHECKING:
    from datetime import date

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

    def review_due(self, by: date) -> bool:
        """Tell whether the version in force is to be reviewed by a day."""
        agreed = self.agreed
        due = agreed.version.review_by if agreed else None
        return due is not None and due <= by


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

    Clauses are matched by heading, and where a heading has changed, by the same words.
    """
    rows: list[ComparedClause] = []
    names = [_name(clause) for clause in before], [_name(clause) for clause in after]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [_pair(old, new) for old, new in zip(before[i1:i2], after[j1:j2], strict=True)]
        else:
            rows += _block(before[i1:i2], after[j1:j2])
    return tuple(rows)


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
