"""Questions to what bodies committed themselves to, and how they assessed themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.governance.governing_documents import ClauseAssessment
from lfjb_desk.domain.governance.groups import Seat
from lfjb_desk.domain.governance.people import Organisation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlmodel import Session


def bodies_of(session: Session, group_id: UUID) -> Sequence[Organisation]:
    """Return the bodies that have a seat in a group, by name."""
    seated = select(Seat.organisation_id).where(Seat.group_id == group_id)
    statement = select(Organisation).where(col(Organisation.id).in_(seated))
    return session.exec(statement.order_by(col(Organisation.name))).all()


def assessments(
    session: Session, clause_ids: Collection[UUID], year: int
) -> dict[tuple[UUID, UUID], ClauseAssessment]:
    """Return what bodies said of clauses in a year, by clause and body."""
    if not clause_ids:
        return {}
    statement = select(ClauseAssessment).where(
        col(ClauseAssessment.clause_id).in_(clause_ids), ClauseAssessment.year == year
    )
    return {(row.clause_id, row.organisation_id): row for row in session.exec(statement).all()}


def assessment(
    session: Session, clause_id: UUID, organisation_id: UUID, year: int
) -> ClauseAssessment | None:
    """Return what a body said of a clause in a year, or None."""
    statement = select(ClauseAssessment).where(
        ClauseAssessment.clause_id == clause_id,
        ClauseAssessment.organisation_id == organisation_id,
        ClauseAssessment.year == year,
    )
    return session.exec(statement).first()
