"""Questions to the answers that came back on circulated minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.meetings.amendments import MinutesAmendment, MinutesReview

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlmodel import Session


def reviews_of(session: Session, meeting_id: UUID) -> Sequence[MinutesReview]:
    """Return the answers on the minutes of a meeting, as they came."""
    statement = select(MinutesReview).where(MinutesReview.meeting_id == meeting_id)
    order = (col(MinutesReview.came_on), col(MinutesReview.reviewer), col(MinutesReview.id))
    return session.exec(statement.order_by(*order)).all()


def amendments_in(session: Session, review_ids: Collection[UUID]) -> Sequence[MinutesAmendment]:
    """Return the amendments of answers, in the order of their files."""
    statement = select(MinutesAmendment).where(
        col(MinutesAmendment.review_id).in_(sorted(review_ids))
    )
    return session.exec(statement.order_by(col(MinutesAmendment.position))).all()
