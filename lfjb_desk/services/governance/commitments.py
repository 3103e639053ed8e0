"""What the user can ask of commitments, and how a body assesses itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseAssessment,
    DocumentVersion,
    Fulfilment,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.governance.people import Organisation
from lfjb_desk.domain.read_models.governance.commitments import KINDS, BodyAssessment, Commitment
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries.governance import commitments as store
from lfjb_desk.store.queries.governance import governing_documents
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.governance.governing_documents import (
        DocumentRow,
        VersionView,
    )
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class CommitmentService:
    """Answers who keeps which commitment, and turns a self-assessment into a change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_group(self, group_id: UUID, year: int) -> tuple[Commitment, ...]:
        """Return the clauses of statements of expectations and protocols in force, for a year.

        What a body said of an earlier version stands for a clause whose words are the same.
        """
        with self._database.session() as session:
            rows = governing_documents.documents(session, group_id)
            binding = [row for row in rows if row.document.kind in KINDS]
            bodies = store.bodies_of(session, group_id)
            clauses = [clause for row in binding for clause in _clauses(row)]
            given = store.assessments(session, [clause.id for clause in clauses], year)
        return tuple(
            _commitment(clause, row.agreed, row, bodies, given, year)
            for row in binding
            if row.agreed is not None
            for clause in row.agreed.clauses
        )

    def assess(
        self,
        clause_id: UUID,
        organisation_id: UUID,
        fulfilment: Fulfilment,
        evidence: str,
        assessed_by: str,
        today: date,
        *,
        year: int | None = None,
    ) -> Change:
        """Return the change that records how far a body keeps a commitment in a year.

        It takes the place of what the body said of the same year before. Without a year it is
        this year.

        Raises:
            RuleError: when nothing shows that it is met, when the year is to come, when the clause
                is no commitment in force, or when the body has no seat.
        """
        year = year or today.year
        evidence = _evidence(fulfilment, evidence)
        if year > today.year:
            raise RuleError(f"The year {year} is to come. Choose {today.year} or an earlier one.")
        with self._database.session() as session:
            clause, document = _in_force(session, clause_id)
            body = _seated(session, document, organisation_id)
            before = store.assessment(session, clause_id, organisation_id, year)
        said_by = assessed_by.strip()
        label = f"Assess {body.name} on clause {clause.number}, {year}"
        if before is not None:
            edit = edited(
                before,
                fulfilment=fulfilment,
                evidence=evidence,
                assessed_on=today,
                assessed_by=said_by,
            )
            return change(label, document, [edit])
        assessment = ClauseAssessment(
            clause_id=clause_id,
            organisation_id=organisation_id,
            year=year,
            fulfilment=fulfilment,
            evidence=evidence,
            assessed_on=today,
            assessed_by=said_by,
        )
        return change(label, document, [added(assessment)])

    def forget(self, assessment_id: UUID) -> Change:
        """Return the change that takes back what a body said of a commitment."""
        with self._database.session() as session:
            assessment = found(session, ClauseAssessment, assessment_id)
            body = found(session, Organisation, assessment.organisation_id)
            clause = found(session, Clause, assessment.clause_id)
            version = found(session, DocumentVersion, clause.version_id)
            document = found(session, GoverningDocument, version.document_id)
        label = f"Forget what {body.name} said of clause {clause.number}"
        return change(label, document, [removed(assessment)])


def _clauses(row: DocumentRow) -> Iterator[Clause]:
    """Yield the clauses of every version of a document."""
    for view in row.versions:
        yield from view.clauses


def _commitment(
    clause: Clause,
    version: VersionView,
    row: DocumentRow,
    bodies: Sequence[Organisation],
    given: Mapping[tuple[UUID, UUID], ClauseAssessment],
    year: int,
) -> Commitment:
    """Return a clause with what each body said of it, or of an older one in the same words."""
    same = [each.id for each in _clauses(row) if each.text == clause.text and each.id != clause.id]
    keys = (clause.id, *same)
    return Commitment(
        clause,
        version,
        year,
        tuple(
            BodyAssessment(
                body, next((given[key, body.id] for key in keys if (key, body.id) in given), None)
            )
            for body in bodies
        ),
    )


def _evidence(fulfilment: Fulfilment, evidence: str) -> str:
    """Return what shows an answer; only a commitment that is not met needs nothing."""
    if fulfilment is Fulfilment.NOT_MET:
        return evidence.strip()
    return filled(evidence, "What shows it")


def _seated(session: Reading, document: GoverningDocument, organisation_id: UUID) -> Organisation:
    """Return a body that has a seat in the group of a document."""
    body = found(session, Organisation, organisation_id)
    if body.id not in {each.id for each in store.bodies_of(session, document.group_id)}:
        raise RuleError(
            f"{quoted(body.name)} has no seat in the group, so it gave no commitment. "
            "Nothing was changed."
        )
    return body


def _in_force(session: Reading, clause_id: UUID) -> tuple[Clause, GoverningDocument]:
    clause = found(session, Clause, clause_id)
    version = found(session, DocumentVersion, clause.version_id)
    document = found(session, GoverningDocument, version.document_id)
    if document.kind not in KINDS or version.state is not VersionState.AGREED:
        raise RuleError(
            f"Clause {clause.number} of {quoted(document.title)} is no commitment in force. "
            "Agree the statement of expectations or the protocol first; nothing was changed."
        )
    return clause, document
