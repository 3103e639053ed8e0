"""Series of meetings: how often, and on which days, a group meets."""

from datetime import date, time
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.rows import Row, choice


class Recurrence(StrEnum):
    """How often a group meets."""

    WEEKS = "every so many weeks"
    MONTH_DAY = "a weekday of a month"
    """Such as the second Tuesday of every third month."""


class MeetingSeries(Row, table=True):
    """How a group's meetings recur, from which dates are proposed; it holds no meeting."""

    __tablename__ = "meeting_series"

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    recurrence: Recurrence = Field(sa_type=choice(Recurrence))
    every: int = Field(ge=1)
    """Every how many weeks or months."""
    week: int | None = None
    """Which of its weekday in the month, 1 to 4, or 5 for the last; None where weeks count."""
    first_on: date
    """The first date; its weekday is that of all."""
    starts: time | None = None
    minutes_planned: int | None = None
    place: str = ""
    ended_on: date | None = None
    """From when no more dates are proposed; None while it runs."""
