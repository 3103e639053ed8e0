"""Interests that members declare, and the agenda items that they touch."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.rows import Row


class Interest(Row, table=True):
    """An interest that a person declared, once; it stands until it is ended."""

    person_id: UUID = Field(foreign_key="person.id", index=True)
    text: str = Field(min_length=1)
    """What the interest is: `Trustee of the Example Family Trust`."""
    declared_on: date
    ended_on: date | None = None


class ItemInterest(Row, table=True):
    """An interest that touches an item."""

    __tablename__ = "item_interest"

    item_id: UUID = Field(foreign_key="agenda_item.id", index=True)
    interest_id: UUID = Field(foreign_key="interest.id", index=True)
    leaves: bool = False
    """Whether the person leaves the room for the item."""
