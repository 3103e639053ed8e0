"""Commitments as bodies assess themselves: of each clause, who keeps it and what shows that."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.governing_documents import DocumentKind, Fulfilment

if TYPE_CHECKING:
    from lfjb_desk.domain.governance.governing_documents import Clause, ClauseAssessment
    from lfjb_desk.domain.governance.people import Organisation
    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView

KINDS = frozenset({DocumentKind.STATEMENT_OF_EXPECTATIONS, DocumentKind.PROTOCOL})
"""The governing documents whose clauses are commitments."""


@dataclass(frozen=True)
class BodyAssessment:
    """A body and how far it says that it keeps a commitment."""

    organisation: Organisation
    assessment: ClauseAssessment | None
    """None while it has not assessed itself in the year."""


@dataclass(frozen=True)
class Commitment:
    """A clause in force that bodies committed themselves to, with what each says of a year."""

    clause: Clause
    version: VersionView
    year: int
    bodies: tuple[BodyAssessment, ...]
    """Every body that has a seat in the group, by name."""

    @property
    def name(self) -> str:
        """The clause by number and heading."""
        return f"{self.clause.number} {self.clause.heading}".strip()

    @property
    def missing(self) -> tuple[BodyAssessment, ...]:
        """The bodies that have not assessed themselves."""
        return tuple(body for body in self.bodies if body.assessment is None)

    @property
    def words(self) -> str:
        """How it stands: `2 met, 1 partly met, 1 not assessed yet`."""
        numbers = Counter(
            body.assessment.fulfilment for body in self.bodies if body.assessment is not None
        )
        parts = [f"{numbers[each]} {each.value}" for each in Fulfilment if numbers[each]]
        if self.missing:
            parts.append(f"{len(self.missing)} not assessed yet")
        return ", ".join(parts) or "No body has a seat"

    @property
    def worst(self) -> Fulfilment | None:
        """The least that any body says of it; None while none has assessed itself."""
        order = tuple(Fulfilment)
        given = [body.assessment.fulfilment for body in self.bodies if body.assessment]
        return max(given, key=order.index, default=None)
