"""Figures: measures, targets, imports and the observations they bring."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.rows import ExactFigure, Row, choice


class Polarity(StrEnum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"
    CONTEXT = "context"


class Measure(Row, table=True):
    """Something that is measured, with the words that say what it means."""

    code: str = Field(unique=True, max_length=lengths.MEASURE_CODE)
    name: str
    definition: str
    unit: str
    decimals: int = 0
    polarity: Polarity = Field(sa_type=choice(Polarity))
    benchmark: str = ""
    source: str
    usual_period: str = ""
    usual_level: str = ""
    basis: str = ""
    formula: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Codes of other measures joined by one sign, such as `pl_disposals / pl_case_starts`; where
    it is set the figures are worked out and never typed."""
    base: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Code of the measure that counts what a share or a rate is out of; empty where none does."""


class Target(Row, table=True):
    """What a measure should reach: one end or both, from a day, from a source."""

    measure_id: UUID = Field(foreign_key="measure.id", index=True)
    area_id: UUID | None = Field(default=None, foreign_key="dfj_area.id")
    """The area it is set for."""
    authority_id: UUID | None = Field(default=None, foreign_key="local_authority.id")
    """The authority it is set for; without area and authority it is a national target."""
    low: Decimal | None = Field(default=None, sa_type=ExactFigure)
    high: Decimal | None = Field(default=None, sa_type=ExactFigure)
    starts: date
    ends: date | None = None
    source: str

    @property
    def place_id(self) -> UUID | None:
        """The area or the authority that it is set for; None for a national target."""
        return self.authority_id or self.area_id


class Term(Row, table=True):
    """What one body calls a measure, in the glossary that a board owns."""

    area_id: UUID | None = Field(default=None, foreign_key="dfj_area.id", index=True)
    """The area whose board settled it; None for a term that came with the program."""
    measure_id: UUID = Field(foreign_key="measure.id", index=True)
    body: str = ""
    """GSS code of the authority or name of the publisher that says so; empty for everyone."""
    words: str
    folded: str = Field(index=True)
    """The words as `domain.places.fold` gives them; what an import is matched by."""
    note: str = ""
    """What the body's own definition includes or leaves out."""
    source: str


class Snapshot(Row, table=True):
    """One import of one file: what it was, and what came of it."""

    file_name: str
    sha256: str = Field(max_length=lengths.DIGEST, index=True)
    layout: str
    publisher: str
    imported_at: datetime
    read: int
    new: int
    unchanged: int
    revised: int
    refused: int
    report: str = "{}"
    """JSON: `refused` and `questions` as the import listed them."""


class Observation(Row, table=True):
    """One figure or marker, for one place and period, with the cell it was read from.

    Exactly one of `value` and `marker` is set, save that a marker such as `[p]` may qualify
    a value. A later figure for the same measure, place, period and publisher is a revision: it
    points back at the one it replaces, which stays with `current` false.
    """

    # One index answers for a measure in a place, and for all places without reading a row.
    __table_args__ = (
        Index(
            "ix_observation_series",
            *("measure_id", "place_kind", "current", "place_code"),
            *("publisher", "period_start", "period_end", "value", "marker"),
        ),
    )

    snapshot_id: UUID = Field(foreign_key="snapshot.id", index=True)
    measure_id: UUID = Field(foreign_key="measure.id")
    place_kind: PlaceKind = Field(sa_type=choice(PlaceKind))
    place_code: str = Field(index=True)
    """Area code, GSS code, region name or nation name."""
    place_label: str
    """The place as published."""
    period_start: date
    period_end: date
    period_label: str
    """The period as published."""
    value: Decimal | None = Field(default=None, sa_type=ExactFigure)
    marker: str | None = None
    publisher: str
    sheet: str
    cell: str
    current: bool = True
    replaces_id: UUID | None = Field(default=None, foreign_key="observation.id", index=True)
