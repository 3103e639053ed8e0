"""Governing documents: terms of reference with their versions and clauses."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class DocumentKind(StrEnum):
    """What sort of governing document it is."""

    TERMS_OF_REFERENCE = "terms of reference"
    STATEMENT_OF_EXPECTATIONS = "statement of expectations"
    PROTOCOL = "protocol"


class VersionState(StrEnum):
    """How far a version has come."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    AGREED = "agreed"
    SUPERSEDED = "superseded"


class ClauseRule(StrEnum):
    """A rule that a clause states in a number."""

    QUORUM = "quorum"
    MEETINGS_A_YEAR = "meetings a year"
    SEATS = "seats"
    REVIEW_MONTHS = "review months"


class Fulfilment(StrEnum):
    """How far a body keeps a commitment."""

    MET = "met"
    PARTLY = "partly met"
    NOT_MET = "not met"


class GoverningDocument(Row, table=True):
    """A document that governs a group."""

    __tablename__ = "governing_document"

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    kind: DocumentKind = Field(sa_type=choice(DocumentKind))
    title: str = Field(min_length=1, max_length=lengths.NAME)


class DocumentVersion(Row, table=True):
    """One version of a governing document."""

    __tablename__ = "document_version"

    document_id: UUID = Field(foreign_key="governing_document.id", index=True)
    number: int = Field(ge=1)
    state: VersionState = Field(default=VersionState.DRAFT, sa_type=choice(VersionState))
    agreed_on: date | None = None
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    """The meeting that agreed it."""
    review_by: date | None = None
    note: str = ""


class Clause(Row, table=True):
    """One numbered clause of a version, with the rule it states if it states one."""

    version_id: UUID = Field(foreign_key="document_version.id", index=True)
    position: int
    number: str
    heading: str = ""
    text: str
    rule: ClauseRule | None = Field(default=None, sa_type=choice(ClauseRule))
    rule_value: int | None = None


class ClauseAssessment(Row, table=True):
    """How far a body says that it kept a commitment in a year; it assesses itself.

    The commitments are the clauses of a statement of expectations or of a protocol.
    """

    __tablename__ = "clause_assessment"

    clause_id: UUID = Field(foreign_key="clause.id", index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    year: int
    """The year in which it was assessed."""
    fulfilment: Fulfilment = Field(sa_type=choice(Fulfilment))
    evidence: str = ""
    assessed_on: date
    assessed_by: str = ""
