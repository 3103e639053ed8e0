"""The nation as a board looks at it: which areas have a signal, in what and since when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.publishers import told_name

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.places import DfjArea
    from lfjb_desk.domain.read_models.figures.control import Signal
    from lfjb_desk.domain.read_models.figures.series import SeriesKey
    from lfjb_desk.domain.read_models.figures.status import MeasureStatus


@dataclass(frozen=True)
class SignalLine:
    """One measure of an area whose newest figure is a special cause."""

    measure: Measure
    series_key: SeriesKey
    signal: Signal
    status: MeasureStatus
    confirmed: bool
    """Whether it was a signal in the period before already, or two rules agree about it."""
    since: date
    """First day of the period with which the signal began."""
    since_words: str
    at_words: str
    """The period of the newest figure, the one that is judged."""
    rules: str
    value: Decimal | None
    """What was published last; None when that is a marker alone."""
    marker: str | None
    period_words: str
    """The period of what was published last."""

    @property
    def name(self) -> str:
        """Return what the series is called: its measure, and that it is invented where it is."""
        return told_name(self.measure.name, self.series_key.publisher)


@dataclass(frozen=True)
class AreaSignals:
    """One area with its signals, by name of measure."""

    area: DfjArea
    lines: tuple[SignalLine, ...]
    held: frozenset[UUID]
    """The measures that have figures for the area."""
    judged: frozenset[UUID]
    """Those of them that a control chart can judge."""
    past: tuple[SignalLine, ...] = ()
    """Signals of figures too old to tell of now, by name of measure; they count nowhere."""

    old: frozenset[UUID] = frozenset()
    """Those whose newest figure is too old to tell of now."""

    def of_measure(self, measure_id: UUID) -> AreaSignals:
        """Return the area as one measure alone shows it."""
        only = {measure_id}
        return replace(
            self,
            lines=tuple(line for line in self.lines if line.measure.id == measure_id),
            past=tuple(line for line in self.past if line.measure.id == measure_id),
            held=self.held & only,
            judged=self.judged & only,
            old=self.old & only,
        )

    @property
    def improvements(self) -> int:
        """Return how many measures have a welcome signal."""
        return sum(line.status.is_improvement for line in self.lines)

    @property
    def concerns(self) -> int:
        """Return how many measures have an unwelcome signal."""
        return sum(line.status.is_concern for line in self.lines)

    def line(self, measure_id: UUID) -> SignalLine | None:
        """Return the signal of a measure, if it has one."""
        return next((line for line in self.lines if line.measure.id == measure_id), None)


@dataclass(frozen=True)
class NationalView:
    """All areas by name, whether they have a signal or not: no order of merit."""

    areas: tuple[AreaSignals, ...]
    measures: tuple[Measure, ...]
    """The measures that have figures for any area, by name."""
    chances: tuple[tuple[UUID, float], ...] = ()
    """The measure of each series that has limits, and how likely it has a signal by chance."""

    def of_measure(self, measure_id: UUID) -> NationalView:
        """Return the nation as one measure alone shows it."""
        return NationalView(
            areas=tuple(area.of_measure(measure_id) for area in self.areas),
            measures=tuple(each for each in self.measures if each.id == measure_id),
            chances=tuple(each for each in self.chances if each[0] == measure_id),
        )

    @property
    def expected(self) -> float:
        """Return how many signals chance alone would give to the series that have limits.

        That is, were all of them stable and their figures independent.
        """
        return sum(chance for _, chance in self.chances)

    @property
    def with_limits(self) -> int:
        """Return how many series have limits, so that chance can give them a signal."""
        return len(self.chances)

    @property
    def with_figures(self) -> tuple[AreaSignals, ...]:
        """Return the areas of which any figure is held."""
        return tuple(area for area in self.areas if area.held)

    @property
    def with_signals(self) -> tuple[AreaSignals, ...]:
        """Return the areas that have a signal."""
        return tuple(area for area in self.areas if area.lines)
