"""Gathering what a paper shows of the figures of an area, and of the nation beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.papers.parts.report_data import Performance
from lfjb_desk.papers.parts.series_chart import charted
from lfjb_desk.services.figures.comparison import CompareService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.drivers import DriverView
    from lfjb_desk.domain.read_models.figures.comparison import Comparison
    from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.store.engine.database import Database


@dataclass(frozen=True)
class FigureGatherer:
    """The figures that the papers of an area show, as they stand on a day."""

    database: Database
    area_id: UUID
    today: date

    def performance(
        self, drivers: Sequence[DriverView], figures: Sequence[Series]
    ) -> tuple[tuple[Performance, ...], tuple[str, ...]]:
        """Return the figures to show, and the names of measures that nobody has sent.

        The measures of the most severe drivers come first. Where the area has too few figures for
        a chart, the nation's stand under them.
        """
        local = {series.measure.id: series for series in figures}
        linked = {
            progress.measure.id: progress.measure for view in drivers for progress in view.measures
        }
        measures = {**linked, **{key: series.measure for key, series in local.items()}}
        drawn = {key for key, own in local.items() if charted(own)}
        bare = [measure for key, measure in measures.items() if key not in drawn]
        nations = self.national(bare)
        parts, missing = [], []
        for measure in measures.values():
            own, nation = local.get(measure.id), nations.get(measure.id)
            if own is not None or nation is not None:
                tied = measure.id in linked
                parts.append(Performance(own, nation, *self.said_of(own), tied))
            if own is None:
                missing.append(measure.name)
        return tuple(parts), tuple(missing)

    def said_of(self, own: Series | None) -> tuple[ShownNarrative | None, Comparison | None]:
        """Return what is said of a series, and how it stands beside others."""
        if own is None:
            return None, None
        beside = CompareService(self.database).beside(own, self.today)
        return NarrativeService(self.database).for_series(own, beside, self.today), beside

    def context(self, drivers: Sequence[DriverView]) -> dict[UUID, Series]:
        """Return the nation's figures of each linked measure that has no chart for the area."""
        bare = {
            progress.measure.id: progress.measure
            for view in drivers
            for progress in view.measures
            if progress.series is None or not charted(progress.series)
        }
        nations = self.national(bare.values())
        return {key: nations[key] for key in bare if key in nations}

    def driver_narratives(self, drivers: Sequence[DriverView]) -> dict[UUID, ShownNarrative]:
        """Return what is said of each linked measure that makes a chart."""
        linked = [progress.series for view in drivers for progress in view.measures]
        drawn = {own.measure.id: own for own in linked if own is not None and charted(own)}
        narratives = {key: self.said_of(own)[0] for key, own in drawn.items()}
        return {key: narrative for key, narrative in narratives.items() if narrative is not None}

    def national(self, measures: Collection[Measure]) -> dict[UUID, Series]:
        """Return the nation's figures of those of these measures where they make a chart."""
        figures = FigureService(self.database)
        with self.database.session() as session:
            nation = found(session, DfjArea, self.area_id).nation
        charts: dict[UUID, Series] = {}
        for name in dict.fromkeys((nation, ENGLAND_AND_WALES)):
            wanted = [measure.id for measure in measures if measure.id not in charts]
            national = figures.of_nation(name, wanted, self.today) if wanted else {}
            charts |= {key: series for key, series in national.items() if charted(series)}
        return charts
