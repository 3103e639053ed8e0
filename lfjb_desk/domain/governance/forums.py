"""Forums outside the board: who informs whom, and how often."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class Informs(StrEnum):
    """Which way news goes between a group and a forum."""

    GROUP_INFORMS = "the group informs the forum"
    FORUM_INFORMS = "the forum informs the group"
    BOTH = "each informs the other"


class Forum(Row, table=True):
    """A body outside the board that it hears from or tells: it has no seats here."""

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    name: str = Field(min_length=1, max_length=lengths.NAME)
    purpose: str = ""


class ForumLink(Row, table=True):
    """How a group and a forum keep one another informed."""

    __tablename__ = "forum_link"

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    forum_id: UUID = Field(foreign_key="forum.id", index=True)
    informs: Informs = Field(sa_type=choice(Informs))
    how_often: str = ""
    """In words: `each quarter`, `after every meeting`."""
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    """Who carries it; None where nobody is named."""
