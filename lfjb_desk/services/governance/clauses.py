"""What the user can do to the clauses of a version that is not agreed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentVersion,
    VersionState,
)
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries.governance import governing_documents as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class ClauseFields(TypedDict, total=False):
    """What a clause says besides its text; what is left out stays as it is."""

    heading: str
    rule: ClauseRule | None
    rule_value: int | None


class ClauseService:
    """Turns commands about clauses into changes; clauses are numbered 1, 2, 3 in their order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        version_id: UUID,
        text: str,
        position: int | None = None,
        **fields: Unpack[ClauseFields],
    ) -> Change:
        """Return the change that adds a clause, at the end or at a place counted from 1."""
        with self._database.session() as session:
            open_version(session, version_id)
            clauses = store.clauses(session, version_id)
        at = len(clauses) if position is None else max(0, min(position - 1, len(clauses)))
        clause = Clause(
            version_id=version_id,
            position=at + 1,
            number=str(at + 1),
            text=filled(text, "The clause"),
            **fields,
        )
        _check(clauses, clause)
        moves = _numbered([*clauses[:at], clause, *clauses[at:]])
        return change(f"Add clause {clause.number}", clause, [*moves, added(clause)])

    def edit(
        self, clause_id: UUID, text: str | None = None, **fields: Unpack[ClauseFields]
    ) -> Change:
        """Return the change that gives a clause other words or another rule."""
        with self._database.session() as session:
            clause = found(session, Clause, clause_id)
            open_version(session, clause.version_id)
            clauses = store.clauses(session, clause.version_id)
        if fields.get("rule", clause.rule) is None and clause.rule is not None:
            fields.setdefault("rule_value", None)
        new = clause.text if text is None else filled(text, "The clause")
        _check(clauses, Clause(**{**clause.model_dump(), **fields}))
        return change(
            f"Change clause {clause.number}", clause, [edited(clause, text=new, **fields)]
        )

    def move(self, clause_id: UUID, position: int) -> Change:
        """Return the change that brings a clause to a place; the others are renumbered."""
        with self._database.session() as session:
            clause = found(session, Clause, clause_id)
            open_version(session, clause.version_id)
            clauses = store.clauses(session, clause.version_id)
        rest = [other for other in clauses if other.id != clause_id]
        at = max(0, min(position - 1, len(rest)))
        return change(
            f"Move clause {clause.number}", clause, _numbered([*rest[:at], clause, *rest[at:]])
        )

    def remove(self, clause_id: UUID) -> Change:
        """Return the change that removes a clause; the others are renumbered."""
        with self._database.session() as session:
            clause = found(session, Clause, clause_id)
            open_version(session, clause.version_id)
            clauses = store.clauses(session, clause.version_id)
        rest = _numbered([other for other in clauses if other.id != clause_id])
        return change(f"Remove clause {clause.number}", clause, [removed(clause), *rest])


def open_version(session: Reading, version_id: UUID) -> DocumentVersion:
    """Return a version whose words may still change.

    Raises:
        RuleError: when it is agreed or superseded, or no longer there.
    """
    version = found(session, DocumentVersion, version_id)
    if version.state not in {VersionState.DRAFT, VersionState.IN_REVIEW}:
        raise RuleError(
            f"Version {version.number} is {version.state.value}, so its words stay as they are. "
            "Start a new draft from it; nothing was changed."
        )
    return version


def _numbered(clauses: Sequence[Clause]) -> list[Edit]:
    edits = (
        edited(clause, position=at, number=str(at)) for at, clause in enumerate(clauses, start=1)
    )
    return [edit for edit in edits if edit.after]


def _check(clauses: Sequence[Clause], wished: Clause) -> None:
    """Refuse a rule without its number, and the same rule stated twice."""
    if wished.rule is None:
        if wished.rule_value is not None:
            raise RuleError(
                "The clause has a number for a rule, but names no rule. "
                "Choose the rule or leave the number out; nothing was changed."
            )
        return
    if wished.rule_value is None or wished.rule_value < 1:
        raise RuleError(
            f"A clause with the rule {quoted(wished.rule.value)} needs its number, 1 or more. "
            "Nothing was changed."
        )
    for other in clauses:
        if other.id != wished.id and other.rule is wished.rule:
            raise RuleError(
                f"Clause {other.number} states the rule {quoted(wished.rule.value)} already. "
                "Change that one; nothing was changed."
            )
