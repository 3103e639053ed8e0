"""Figures as pages and papers show them: one measure in one place, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.publishers import INVENTED, told_name
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.read_models.figures.messages import SILENT, MeasureNarrative
from lfjb_desk.domain.read_models.figures.provenance import CellSource

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure, Target
    from lfjb_desk.domain.places import PlaceKind
    from lfjb_desk.domain.read_models.figures.control import ControlChart
    from lfjb_desk.domain.read_models.figures.provenance import Provenance
    from lfjb_desk.domain.read_models.figures.status import MeasureStatus


class Frequency(StrEnum):
    """How long the periods of a series are."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OTHER = "other"

    @property
    def noun(self) -> str:
        """Return what one of the periods is called: `month`, `quarter`, `year` or `period`."""
        return "period" if self is Frequency.OTHER else self.value


class Direction(StrEnum):
    """Which way a figure went since the period before."""

    UP = "up"
    DOWN = "down"
    SAME = "no change"
    UNKNOWN = "not known"

    @property
    def is_move(self) -> bool:
        """Tell whether the figure is known to have gone up or down."""
        return self in {Direction.UP, Direction.DOWN}


@dataclass(frozen=True)
class Point:
    """One period of a series: a figure, a marker, or a gap where nothing was published."""

    start: date
    end: date
    label: str
    """The period as published; for a gap, in our own words."""
    value: Decimal | None = None
    marker: str | None = None
    """The marker published for it or with it; for a gap None."""
    source: Provenance | None = None
    """Where it was read; None for a gap."""
    revised: bool = False
    observation_id: UUID | None = None
    """None for a gap."""

    @property
    def source_words(self) -> str:
        """Return file, sheet and cell in words; empty for a gap."""
        return "" if self.source is None else self.source.words


@dataclass(frozen=True)
class Peer:
    """The nation's figures for the same periods, in the same order."""

    name: str
    values: tuple[Decimal | None, ...]
    markers: tuple[str | None, ...]
    sources: tuple[Provenance | None, ...] = ()
    """Where each figure was read, where that is known."""


@dataclass(frozen=True)
class SeriesKey:
    """A publisher and a frequency: figures are never merged across either."""

    publisher: str
    frequency: Frequency


@dataclass(frozen=True)
class NewerFigure:
    """The newest figure of another publisher, for a later period than any of the series."""

    publisher: str
    value: Decimal
    marker: str | None
    period: str


@dataclass(frozen=True)
class StepMark:
    """A day from which the limits are worked out anew, with the reason and what stands behind."""

    step_id: UUID
    starts: date
    reason: str
    behind: str = ""
    """Reference and title of the action or project; empty where none is named."""


@dataclass(frozen=True)
class ActionMark:
    """An action on this measure that was closed while its figures ran."""

    action_id: UUID
    ref: str
    title: str
    closed: date
    restricted: bool = False
    """Whether it is for those entitled alone: a picture that may go anywhere leaves it out."""


@dataclass(frozen=True)
class Part:
    """A measure that a derived figure is worked out from."""

    code: str
    name: str


@dataclass(frozen=True)
class Series:
    """The figures of one measure in one place from one publisher, oldest first."""

    measure: Measure
    place_kind: PlaceKind
    place_code: str
    place: str
    series_key: SeriesKey
    origin: str
    """Whose figures stand behind: the publisher or, for a derived measure, that of its parts."""
    points: tuple[Point, ...]
    peer: Peer | None
    target: Target | None
    """The target in force in the newest period: the area's own before the national one."""
    direction: Direction
    status: MeasureStatus
    """How the newest figure stands: judged or not, its signal, and its target."""
    others: tuple[SeriesKey, ...]
    """The other publishers and frequencies that are held for this measure and place."""
    control: ControlChart | None = None
    """Limits and signals, point for point as in `points`; None where no figure is held."""
    steps: tuple[StepMark, ...] = ()
    marks: tuple[ActionMark, ...] = ()
    """The closed actions that stand beside the figures, oldest first."""
    parts: tuple[Part, ...] = ()
    """For a derived measure what its figures are worked out from; else empty."""
    narrative: MeasureNarrative = SILENT
    """What the figures say, in plain words and without a cause."""
    aims: tuple[Target | None, ...] = ()
    """The target in force in each period, point for point as in `points`."""
    newer: NewerFigure | None = None
    """What another publisher has for a later period than the newest figure here."""

    @property
    def has_other_publishers(self) -> bool:
        """Tell whether other publishers' figures of the measure are held for the place."""
        return any(other.publisher != self.series_key.publisher for other in self.others)

    @property
    def name(self) -> str:
        """Return what the series is called: its measure, and that it is invented where it is."""
        return told_name(self.measure.name, self.origin)

    @property
    def is_invented(self) -> bool:
        """Tell whether the sample board made its figures up."""
        return self.origin == INVENTED

    @property
    def latest(self) -> Point:
        """Return the newest point; a series has at least one."""
        return self.points[-1]

    @property
    def source_words(self) -> str:
        """Return in one line where the newest figure was read: publisher, file, cell and day."""
        words = f"{self.series_key.publisher}: {self.latest.source_words}"
        if self.imported is not None:
            words += f", imported {long_date(self.imported)}"
        return f"{words}."

    @property
    def imported(self) -> date | None:
        """Return the day on which the newest figure was imported; None for a derived one."""
        source = self.latest.source
        return source.imported if isinstance(source, CellSource) else None

    @property
    def before(self) -> Point | None:
        """Return the point of the period before the newest, a gap included."""
        return self.points[-2] if len(self.points) > 1 else None

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        """Return the figures alone, None where there is none."""
        return tuple(point.value for point in self.points)
