"""Amendments to circulated minutes that members send back in Word."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class AmendmentKind(StrEnum):
    """What a member did to the minutes."""

    INSERTION = "insertion"
    DELETION = "deletion"
    REPLACEMENT = "replacement"
    MOVE = "move"
    COMMENT = "comment"
    UNTRACKED = "change without tracking"
    """Words that differ from what was circulated though nothing marks them as changed."""


class MinutesReview(Row, table=True):
    """A member's answer to circulated minutes: a copy that came back, or no comments."""

    __tablename__ = "minutes_review"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    """The meeting whose minutes it is about."""
    version: int = Field(ge=1)
    """Which version of the circulated minutes was read."""
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    reviewer: str = Field(min_length=1)
    """Who read them, as named when it came."""
    came_on: date
    no_comments: bool = False
    """Whether they confirmed that they have none, which silence does not."""
    file_name: str = ""
    """The file that came; empty where somebody confirmed without one."""
    sha256: str = Field(default="", max_length=lengths.DIGEST)


class MinutesAmendment(Row, table=True):
    """One change or comment in a copy that came back, and what was decided on it."""

    __tablename__ = "minutes_amendment"

    review_id: UUID = Field(foreign_key="minutes_review.id", index=True)
    position: int = Field(ge=1)
    """In the order of the file."""
    kind: AmendmentKind = Field(sa_type=choice(AmendmentKind))
    paragraph: int = Field(ge=1)
    """Which paragraph of the circulated minutes that has words, counted from 1; lines of the
    contents are not counted."""
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    """The item that the paragraph stands under; None for the front and the end."""
    author: str = ""
    """Who made it, as the file says."""
    made_at: datetime | None = None
    before: str = ""
    """The words that go with a few around them, or those that a comment is about; empty where a
    whole paragraph or row is put in."""
    after: str = ""
    """The words that come in their place, what the comment says, or the words that what was moved
    now stands behind; empty where a whole paragraph or row is taken out."""
    state: AnswerState = Field(default=AnswerState.PROPOSED, sa_type=choice(AnswerState))
    decided_on: date | None = None
    decided_why: str = ""
    correction_id: UUID | None = Field(default=None, foreign_key="minutes_correction.id")
    """The correction that was noted where it was accepted."""
