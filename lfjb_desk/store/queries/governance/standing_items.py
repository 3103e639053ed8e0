"""Questions to the standing items of groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.governance.escalations import StandingItem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel import Session


def of_group(session: Session, group_id: UUID) -> Sequence[StandingItem]:
    """Return the standing items of a group in their order."""
    statement = select(StandingItem).where(StandingItem.group_id == group_id)
    return session.exec(statement.order_by(col(StandingItem.position))).all()
