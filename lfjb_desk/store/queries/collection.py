"""Questions to collections: who is asked, and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.figures.collections import Collection, CollectionReturn, Respondent
from lfjb_desk.domain.places import DfjArea

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session


def collections(session: Session, area_id: UUID) -> Sequence[Collection]:
    """Return the collections of an area, the latest quarter first."""
    statement = select(Collection).where(Collection.area_id == area_id)
    return session.exec(statement.order_by(col(Collection.starts).desc())).all()


def collection_of(session: Session, area_code: str, starts: date, ends: date) -> Collection | None:
    """Return the collection of an area for a quarter."""
    statement = (
        select(Collection)
        .join(DfjArea, col(DfjArea.id) == Collection.area_id)
        .where(DfjArea.code == area_code, Collection.starts == starts, Collection.ends == ends)
    )
    return session.exec(statement).first()


def respondents(session: Session, area_id: UUID) -> Sequence[Respondent]:
    """Return who fills in the collection of an area, by name."""
    statement = select(Respondent).where(Respondent.area_id == area_id)
    return session.exec(statement.order_by(col(Respondent.name))).all()


def returns(session: Session, collection_id: UUID) -> Sequence[CollectionReturn]:
    """Return what came back for a collection, the oldest first."""
    statement = select(CollectionReturn).where(CollectionReturn.collection_id == collection_id)
    return session.exec(statement.order_by(col(CollectionReturn.received_at))).all()


def returns_of(session: Session, snapshot_id: UUID) -> Sequence[CollectionReturn]:
    """Return the returns whose figures an import brought in."""
    statement = select(CollectionReturn).where(CollectionReturn.snapshot_id == snapshot_id)
    return session.exec(statement).all()
