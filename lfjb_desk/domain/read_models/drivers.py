"""How a driver of delay stands in an area, as pages and papers show it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.drivers import (
    AreaDriver,
    Driver,
    Initiative,
    Project,
    Stance,
    Theme,
    severity_word,
)
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.meetings.meetings import Decision
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.domain.read_models.figures.series import Point, Series


@dataclass(frozen=True)
class MeasureProgress:
    """A measure of a driver, from its baseline to now."""

    link_id: UUID
    measure: Measure
    series: Series | None
    """None when no figure is held for the area."""
    baseline: Point | None
    """The first figure on or after the agreed start, or the earliest held."""
    now: Point | None
    """The newest figure; None when every period is a marker or a gap."""
    sentence: str
    """The message of the measure, the figure at the baseline, and whether the target is met."""

    @property
    def name(self) -> str:
        """What the measure is called here, and that its figures are invented where they are."""
        return self.series.name if self.series is not None else self.measure.name


@dataclass(frozen=True)
class ProjectLine:
    """A project with who leads it and the initiative that it takes up."""

    project: Project
    lead: str
    initiative: Initiative | None


class EventKind(StrEnum):
    """What can happen to a driver in an area."""

    JUDGED = "judged"
    DONE = "done"
    DROPPED = "dropped"
    RAISED = "raised"
    MOVED = "moved"
    DECIDED = "decided"
    BEGUN = "project begun"


@dataclass(frozen=True)
class DriverEvent:
    """One thing that happened to a driver, and the record that it happened to."""

    kind: EventKind
    record_id: UUID
    """Of the action, the decision or the project; of the driver where it was judged."""
    ref: str
    """What people call that record: its reference, or the title of a project."""
    title: str
    day: date
    """The day of the judgement, or the day that an action was moved to; else when it happened."""
    severity: int = 0
    """As what it was judged."""


@dataclass(frozen=True)
class Gap:
    """Something that a driver lacks here."""

    sentence: str
    of_records: bool = False
    """Whether an action or a decision is missing, which a reader may only not be shown."""


@dataclass(frozen=True)
class DriverView:
    """One driver here and now: everything that hangs on it."""

    driver: Driver
    standing: AreaDriver | None
    """None while nobody has said anything about the driver in this area."""
    lead: str
    measures: tuple[MeasureProgress, ...]
    actions: tuple[ActionRow, ...]
    """The late first, the longest overdue at the top; the finished last."""
    decisions: tuple[Decision, ...]
    """The newest first, those on all drivers among them."""
    projects: tuple[ProjectLine, ...]
    gaps: tuple[Gap, ...]
    """What is missing."""
    changed: tuple[DriverEvent, ...]
    """What happened since the day asked about."""

    @property
    def severity(self) -> int:
        """Return the severity, 0 (not judged) to 5."""
        return self.standing.severity if self.standing else 0

    @property
    def severity_word(self) -> str:
        """Return the word that stands beside the severity's blocks."""
        return severity_word(self.severity)

    @property
    def open(self) -> tuple[ActionRow, ...]:
        """Return the actions that are not finished, late ones among them."""
        return tuple(line for line in self.actions if not line.closed)

    @property
    def late(self) -> tuple[ActionRow, ...]:
        """Return the actions past their due date."""
        return tuple(line for line in self.actions if line.standing is ActionStanding.LATE)

    @property
    def done(self) -> tuple[ActionRow, ...]:
        """Return the actions that were done."""
        return tuple(line for line in self.actions if line.standing is ActionStanding.DONE)


@dataclass(frozen=True)
class MeasureDriver:
    """A driver that a measure shows in an area, and the actions meant to move it."""

    driver: Driver
    severity: int
    actions: tuple[ActionRow, ...]
    """The late first, the longest overdue at the top; the finished last."""


@dataclass(frozen=True)
class MatrixRow:
    """An initiative of the guide and what its map says of each driver, in their order."""

    initiative: Initiative
    theme: Theme
    stances: tuple[Stance, ...]


@dataclass(frozen=True)
class InitiativeMatrix:
    """Initiatives by driver; a pair that the guide does not speak of is *not stated*."""

    drivers: tuple[Driver, ...]
    rows: tuple[MatrixRow, ...]
