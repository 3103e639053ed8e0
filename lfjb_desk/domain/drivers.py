"""Drivers of delay: the national ten, the Good Practice Guide, and what an area does about them."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class Stance(StrEnum):
    """What the guide's map says of an initiative and a driver."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_STATED = "not stated"


class Stage(StrEnum):
    """How far a project has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    UNDER_WAY = "under way"
    EMBEDDED = "embedded"
    STOPPED = "stopped"


class Theme(Row, table=True):
    """One of the five themes of the Good Practice Guide."""

    number: int = Field(unique=True)
    name: str
    summary: str
    source: str


class Driver(Row, table=True):
    """One of the ten drivers of delay."""

    number: int = Field(unique=True)
    code: str = Field(unique=True, max_length=40)
    name: str
    summary: str
    source: str


class Initiative(Row, table=True):
    """One of the 33 initiatives of the Good Practice Guide, told in our own words."""

    number: int = Field(unique=True)
    theme_id: UUID = Field(foreign_key="theme.id", index=True)
    title: str
    place: str
    summary: str
    outcomes: str
    source: str


class InitiativeDriver(Row, table=True):
    """A cell of the guide's map; a pair without a row is *not stated*."""

    __tablename__ = "initiative_driver"

    initiative_id: UUID = Field(foreign_key="initiative.id", index=True)
    driver_id: UUID = Field(foreign_key="driver.id", index=True)
    stance: Stance = Field(sa_type=choice(Stance))
    source: str


class CancellationReason(Row, table=True):
    """One of the 45 codes that say why a hearing was cancelled."""

    __tablename__ = "cancellation_reason"

    code: str = Field(unique=True, max_length=8)
    owner_group: str
    label: str
    source: str


class AreaDriver(Row, table=True):
    """How a driver of delay stands in one area."""

    __tablename__ = "area_driver"

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    driver_id: UUID = Field(foreign_key="driver.id", index=True)
    severity: int = Field(default=0, ge=0, le=5)
    """From 0, not judged, to 5; `severity_word` gives each its word."""
    judged_on: date | None = None
    rationale: str = ""
    lead_id: UUID | None = Field(default=None, foreign_key="person.id")
    review_by: date | None = None


class DriverMeasure(Row, table=True):
    """A measure that shows whether a driver moves in an area."""

    __tablename__ = "driver_measure"

    area_driver_id: UUID = Field(foreign_key="area_driver.id", index=True)
    measure_id: UUID = Field(foreign_key="measure.id", index=True)
    baseline_start: date | None = None
    """First day of the period that progress is counted from; None for the earliest held."""


class Project(Row, table=True):
    """An initiative taken up in an area, or a piece of local work like one."""

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    initiative_id: UUID | None = Field(default=None, foreign_key="initiative.id")
    driver_id: UUID | None = Field(default=None, foreign_key="driver.id", index=True)
    title: str = Field(min_length=1, max_length=lengths.NAME)
    stage: Stage = Field(default=Stage.PROPOSED, sa_type=choice(Stage))
    lead_id: UUID | None = Field(default=None, foreign_key="person.id")
    starts: date | None = None
    ends: date | None = None
    expected: str = ""
    """What it should move, and by how much."""


SEVERITY = ("not judged", "slight", "some", "moderate", "high", "severe")
WORST_SEVERITY = len(SEVERITY) - 1


def severity_word(severity: int) -> str:
    """Return the word that always stands beside the blocks of a severity."""
    return SEVERITY[severity]
