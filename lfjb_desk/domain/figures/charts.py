"""How the figures of a measure are charted and told in a place: rules, steps and words."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.rows import Row, choice


class ChartPlan(Row, table=True):
    """By which rules the figures of a measure in a place are judged."""

    __tablename__ = "chart_plan"

    measure_id: UUID = Field(foreign_key="measure.id", index=True)
    place_kind: PlaceKind = Field(sa_type=choice(PlaceKind))
    place_code: str = Field(index=True)
    rules: str
    """Name of a rule set, such as `NHS-R 0.2.2`; it stands under the chart."""
    fix_after: int | None = None
    """Limits are set by so many first points of each part; None for all points."""
    screen_outliers: bool = True


class ChartStep(Row, table=True):
    """A day from which the limits are worked out anew, and why."""

    __tablename__ = "chart_step"

    measure_id: UUID = Field(foreign_key="measure.id", index=True)
    place_kind: PlaceKind = Field(sa_type=choice(PlaceKind))
    place_code: str = Field(index=True)
    starts: date
    """The first period that starts on this day or later begins a new part."""
    reason: str = Field(min_length=1)
    action_id: UUID | None = Field(default=None, foreign_key="action.id")
    project_id: UUID | None = Field(default=None, foreign_key="project.id")


class Narrative(Row, table=True):
    """Words about the figures of a place that a person has written or edited."""

    measure_id: UUID | None = Field(default=None, foreign_key="measure.id", index=True)
    """None for words about a place as a whole."""
    place_kind: PlaceKind = Field(sa_type=choice(PlaceKind))
    place_code: str = Field(index=True)
    publisher: str = ""
    frequency: str = ""
    text: str = Field(min_length=1)
    figures: str = Field(max_length=lengths.DIGEST)
    """SHA-256 of the figures that the words were written from, with what they are judged by; others
    make them stale."""
    written_at: datetime


class Neighbour(Row, table=True):
    """An area that another has chosen to be compared with."""

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    neighbour_id: UUID = Field(foreign_key="dfj_area.id")
    reason: str = ""
