"""What a board asks of its figures: measures, series, targets and where each came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.figures.bounds import beyond_bounds, short
from lfjb_desk.domain.figures.figures import Measure, Observation, Target
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.places import DfjArea, PlaceKind
from lfjb_desk.services.figures.derived import check_formula, provenance
from lfjb_desk.services.figures.series import NamedPlace, SeriesQuery, load
from lfjb_desk.store.queries.figures import figures as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.figures.figures import Polarity
    from lfjb_desk.domain.figures.targets import TargetPlace
    from lfjb_desk.domain.places import LocalAuthority
    from lfjb_desk.domain.read_models.figures.provenance import Provenance
    from lfjb_desk.domain.read_models.figures.series import Frequency, Series
    from lfjb_desk.store.engine.database import Database


class MeasureWording(TypedDict, total=False):
    """The words of a measure and how it is worked out; what is left out stays as it is."""

    name: str
    definition: str
    unit: str
    decimals: int
    polarity: Polarity
    source: str
    formula: str
    base: str


class MeasureFields(MeasureWording, total=False):
    """The same with the code."""

    code: str


class TargetFields(TypedDict, total=False):
    """The ends, days and source of a target; what is left out stays as it is."""

    low: Decimal | None
    high: Decimal | None
    starts: date
    ends: date | None
    source: str


class FigureService:
    """Answers questions about figures; turns commands on measures and targets into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_area(self, area_id: UUID, today: date) -> tuple[Series, ...]:
        """Return one series for each measure that has figures for an area, by name of measure."""
        return load(self._database, self._area(area_id), today)

    def of_nation(
        self, name: str, measure_ids: Collection[UUID], today: date
    ) -> dict[UUID, Series]:
        """Return the series of these measures for a nation; a measure with no figure has none."""
        place = NamedPlace(PlaceKind.NATION, name, name)
        loaded = load(self._database, place, today, SeriesQuery(tuple(measure_ids)))
        return {series.measure.id: series for series in loaded}

    def series(
        self,
        measure_id: UUID,
        place_kind: PlaceKind,
        place_code: str,
        today: date,
        publisher: str | None = None,
        frequency: Frequency | None = None,
    ) -> Series | None:
        """Return the figures of a measure in a place, or None when none is held.

        Without publisher or frequency the one is taken that `analysis/series_choice` puts first;
        `Series.others` has the rest.
        """
        place = self._place(place_kind, place_code)
        query = SeriesQuery((measure_id,), publisher, frequency)
        return next(iter(load(self._database, place, today, query)), None)

    def others(self, series: Series, today: date) -> tuple[Series, ...]:
        """Return the other series of the measure and place: of each publisher and frequency."""
        place = NamedPlace(series.place_kind, series.place_code, series.place)
        found: list[Series] = []
        for other in series.others:
            query = SeriesQuery((series.measure.id,), other.publisher, other.frequency)
            found += load(self._database, place, today, query)
        return tuple(found)

    def for_place(self, place_kind: PlaceKind, place_code: str, today: date) -> tuple[Series, ...]:
        """Return one series for each measure that has figures for a place of any kind."""
        return load(self._database, self._place(place_kind, place_code), today)

    def _place(self, kind: PlaceKind, code: str) -> NamedPlace:
        with self._database.session() as session:
            return NamedPlace(kind, code, store.place_name(session, kind, code))

    def _area(self, area_id: UUID) -> NamedPlace:
        with self._database.session() as session:
            area = found(session, DfjArea, area_id)
        return NamedPlace(PlaceKind.AREA, area.code, area.name, area)

    def authorities(self, area_id: UUID) -> Sequence[LocalAuthority]:
        """Return the authorities of an area, by name."""
        with self._database.session() as session:
            return store.authorities_of(session, area_id)

    def revisions(self, observation_id: UUID) -> tuple[tuple[Observation, Provenance], ...]:
        """Return a figure and those it replaced, newest first, each with where it was read."""
        with self._database.session() as session:
            newest = found(session, Observation, observation_id)
            chain = store.history(session, newest)
            snapshots = store.snapshots_by_id(session, {row.snapshot_id for row in chain})
        return tuple((row, provenance(row, snapshots.get(row.snapshot_id))) for row in chain)

    def measures(self) -> Sequence[Measure]:
        """Return every measure, by name."""
        with self._database.session() as session:
            return store.measures(session)

    def targets(self, measure_id: UUID) -> Sequence[Target]:
        """Return the targets of a measure, national and local, the latest start first."""
        with self._database.session() as session:
            return store.targets(session, [measure_id])

    def add_measure(self, measure: Measure) -> Change:
        """Return the change that adds a measure.

        Raises:
            RuleError: when its code or name is empty, its code is taken, or its formula cannot be
                worked out.
        """
        _check_measure(measure.code, measure.name)
        with self._database.session() as session:
            if store.measures_by_code(session, [measure.code]):
                raise RuleError(f"There is already a measure with the code {measure.code}.")
            check_formula(measure, store.measures(session))
        return change(f"Add the measure “{measure.name}”", measure, [added(measure)])

    def edit_measure(self, measure_id: UUID, **values: Unpack[MeasureFields]) -> Change:
        """Return the change that gives a measure other words, unit or polarity."""
        with self._database.session() as session:
            measure = found(session, Measure, measure_id)
            measures = store.measures(session)
        check_formula(Measure(**{**measure.model_dump(), **values}), measures)
        _check_measure(values.get("code", measure.code), values.get("name", measure.name))
        return change(f"Change the measure “{measure.name}”", measure, [edited(measure, **values)])

    def set_target(
        self,
        measure_id: UUID,
        place: TargetPlace,
        low: Decimal | None,
        high: Decimal | None,
        starts: date,
        source: str,
        ends: date | None = None,
    ) -> Change:
        """Return the change that adds a target, for an area, an authority or the nation."""
        target = Target(
            measure_id=measure_id,
            area_id=place.area_id,
            authority_id=place.authority_id,
            low=low,
            high=high,
            starts=starts,
            ends=ends,
            source=source,
        )
        with self._database.session() as session:
            measure = found(session, Measure, measure_id)
        _check_target(target, measure.unit)
        return change(f"Set a target for “{measure.name}”", target, [added(target)])

    def edit_target(self, target_id: UUID, **values: Unpack[TargetFields]) -> Change:
        """Return the change that gives a target other ends, days or source."""
        with self._database.session() as session:
            target = found(session, Target, target_id)
            measure = found(session, Measure, target.measure_id)
        _check_target(Target(**{**target.model_dump(), **values}), measure.unit)
        return change(f"Change a target for “{measure.name}”", target, [edited(target, **values)])

    def remove_target(self, target_id: UUID) -> Change:
        """Return the change that removes a target."""
        with self._database.session() as session:
            target = found(session, Target, target_id)
            measure = found(session, Measure, target.measure_id)
        return change(f"Remove a target for “{measure.name}”", target, [removed(target)])


def _check_measure(code: str, name: str) -> None:
    if not code.strip() or not name.strip():
        raise RuleError("A measure needs a code and a name.")


def _check_target(target: Target, unit: str) -> None:
    for end in (target.low, target.high):
        if end is not None and (beyond := beyond_bounds(end, unit)):
            raise RuleError(f"A target of {short(end)} is {beyond}. Nothing was changed.")
    if target.low is None and target.high is None:
        raise RuleError("A target needs a lower end, an upper end or both.")
    if target.low is not None and target.high is not None and target.low > target.high:
        raise RuleError("The lower end of a target cannot be above its upper end.")
    if target.ends is not None and target.ends < target.starts:
        raise RuleError(f"A target that starts on {long_date(target.starts)} cannot end before it.")
    if not target.source.strip():
        raise RuleError("Say where the target comes from; it is shown beside the target.")
