"""Building a series from observations: one publisher, one frequency, gaps shown as gaps."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.analysis import target_status, trends
from lfjb_desk.analysis.measure_status import measure_status, past_words
from lfjb_desk.analysis.narrative import measure_narrative
from lfjb_desk.analysis.series_choice import series_rank
from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.control import LimitsStatus
from lfjb_desk.domain.read_models.figures.series import (
    ActionMark,
    Frequency,
    NewerFigure,
    Part,
    Peer,
    Point,
    Series,
    SeriesKey,
    StepMark,
)
from lfjb_desk.services.figures.control import control_chart
from lfjb_desk.services.figures.derived import (
    AnyFigure,
    WorkedRow,
    derivation,
    origin,
    provenance,
    snapshot_of,
    was_revised,
)
from lfjb_desk.store.queries.figures import control as charts
from lfjb_desk.store.queries.figures import figures as store
from lfjb_desk.store.queries.places import area_with_code, authority_with_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.analysis.series_choice import Rank
    from lfjb_desk.domain.figures.charts import ChartPlan
    from lfjb_desk.domain.figures.figures import Measure, Snapshot, Target
    from lfjb_desk.domain.places import DfjArea
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.figures.figures import CurrentFigure
    from lfjb_desk.store.queries.lookup import Reading


@dataclass(frozen=True)
class NamedPlace:
    """A place that figures are about, with the name that people know it by."""

    kind: PlaceKind
    code: str
    name: str
    area: DfjArea | None = None
    """The area that it is, where that is at hand already."""


@dataclass(frozen=True)
class SeriesQuery:
    """Which series are wanted; None means any."""

    measure_ids: tuple[UUID, ...] | None = None
    publisher: str | None = None
    frequency: Frequency | None = None


@dataclass(frozen=True)
class Charting:
    """How the measures of a place are charted, and what happened beside their figures."""

    plans: Mapping[UUID, ChartPlan]
    steps: Mapping[UUID, Sequence[StepMark]]
    marks: Mapping[UUID, Sequence[ActionMark]]


@dataclass(frozen=True)
class SeriesContext:
    """What a series needs beside its own observations."""

    snapshots: Mapping[UUID, Snapshot]
    peers: Sequence[tuple[str, Sequence[AnyFigure]]]
    """Nations that compare with the place, the best first, each with its observations."""
    today: date
    targets: Sequence[Target]
    """All targets of the measure, of any place and time."""
    place_id: UUID | None
    """The area or the authority that targets may be set for; None for places of other kinds."""
    charting: Charting
    parts: tuple[Part, ...] = ()
    """What a derived measure is worked out from."""


ANY = SeriesQuery()


def load(
    database: Database, place: NamedPlace, today: date, query: SeriesQuery = ANY
) -> tuple[Series, ...]:
    """Return the series of a place by name of measure: the strand asked for, or the best."""
    with database.session() as session:
        formulas = derivation(store.measures(session))
        needed = formulas.needed(query.measure_ids)
        stored = store.observations(session, place.kind, place.code, needed)
        snapshots = store.snapshots_by_id(session, {row.snapshot_id for row in stored})
        figures = formulas.fill(_by_measure(stored), snapshots, query.measure_ids)
        measures = {
            measure.id: measure for measure in formulas.measures.values() if measure.id in figures
        }
        # Counts have no peer, hence the nation's are not even read.
        rates = [key for key, measure in measures.items() if not trends.is_count(measure)]
        needed = formulas.needed(rates)
        area = place.area
        if area is None and place.kind is PlaceKind.AREA:
            area = area_with_code(session, place.code)
        area_id = area.id if area else None
        place_id = area_id or _authority_id(session, place)
        targets = store.targets(session)
        charting = _charting(session, place, area_id)
        beside_place = _nations(session, place, area)
        rates_of = store.observations_of(session, PlaceKind.NATION, beside_place, needed)
        beside_rows = [row for rows in rates_of.values() for row in rows]
        unread = {row.snapshot_id for row in beside_rows} - snapshots.keys()
        files = {**snapshots, **store.snapshots_by_id(session, unread)}
    peers = [
        (name, formulas.fill(_by_measure(rates_of[name]), files, None)) for name in beside_place
    ]
    found = []
    for measure in sorted(measures.values(), key=lambda measure: measure.name.casefold()):
        parts = series_keys(figures[measure.id], today)
        series_key = next((part for part in parts if _wanted(part, query)), None)
        if series_key is not None:
            beside = [(name, rows.get(measure.id, ())) for name, rows in peers]
            aims = [target for target in targets if target.measure_id == measure.id]
            parts_of = formulas.parts(measure)
            context = SeriesContext(files, beside, today, aims, place_id, charting, parts_of)
            found.append(build(measure, place, series_key, parts, context))
    return tuple(found)


def _authority_id(session: Reading, place: NamedPlace) -> UUID | None:
    if place.kind is not PlaceKind.AUTHORITY:
        return None
    authority = authority_with_code(session, place.code)
    return authority.id if authority else None


def _wanted(series_key: SeriesKey, query: SeriesQuery) -> bool:
    return query.publisher in {None, series_key.publisher} and query.frequency in {
        None,
        series_key.frequency,
    }


def _nations(session: Reading, place: NamedPlace, area: DfjArea | None) -> tuple[str, ...]:
    """Return the nations that a place may be compared with, the best first; a nation with none."""
    if place.kind is PlaceKind.NATION:
        return ()
    own = area.nation if area else store.nation_of(session, place.kind, place.code)
    return tuple(dict.fromkeys((own, ENGLAND_AND_WALES)))


def _charting(session: Reading, place: NamedPlace, area_id: UUID | None) -> Charting:
    """Return how measures are charted; actions stand beside the figures of areas alone."""
    here = (place.kind, place.code)
    plans = [row for row in charts.plans(session) if (row.place_kind, row.place_code) == here]
    rows = [row for row in charts.steps(session) if (row.place_kind, row.place_code) == here]
    behind = charts.behind(session, rows)
    steps: defaultdict[UUID, list[StepMark]] = defaultdict(list)
    for row in rows:
        steps[row.measure_id].append(StepMark(row.id, row.starts, row.reason, behind[row.id]))
    marks: defaultdict[UUID, list[ActionMark]] = defaultdict(list)
    if area_id is not None:
        for done in charts.closed(session, area_id):
            mark = ActionMark(done.action_id, done.ref, done.title, done.closed_on, done.restricted)
            marks[done.measure_id].append(mark)
    return Charting({plan.measure_id: plan for plan in plans}, steps, marks)


def _by_measure(rows: Iterable[CurrentFigure]) -> dict[UUID, list[AnyFigure]]:
    parts: defaultdict[UUID, list[AnyFigure]] = defaultdict(list)
    for row in rows:
        parts[row.measure_id].append(row)
    return dict(parts)


def series_keys(observations: Iterable[AnyFigure], today: date) -> dict[SeriesKey, list[AnyFigure]]:
    """Return observations parted by publisher and frequency; first the one that is shown."""
    parts: defaultdict[SeriesKey, list[AnyFigure]] = defaultdict(list)
    for row in observations:
        kind = trends.frequency_of(row.period_start, row.period_end)
        parts[SeriesKey(row.publisher, kind)].append(row)
    if len(parts) == 1:
        return dict(parts)

    def rank(series_key: SeriesKey) -> Rank:
        rows = parts[series_key]
        values = {row.period_start: row.value for row in rows}
        gaps = trends.missing_starts(series_key.frequency, list(values))
        full = {**dict.fromkeys(gaps), **values}
        charted = [full[start] for start in sorted(full)]
        newest = max(row.period_end for row in rows)
        return series_rank(series_key, charted, newest, today)

    return {key: parts[key] for key in sorted(parts, key=rank, reverse=True)}


def build(
    measure: Measure,
    place: NamedPlace,
    series_key: SeriesKey,
    parts: Mapping[SeriesKey, Sequence[AnyFigure]],
    context: SeriesContext,
) -> Series:
    """Return the series of one strand, with its gaps, comparison, words and source."""
    rows = parts[series_key]
    points = _with_gaps(series_key.frequency, [_point(row, context.snapshots) for row in rows])
    before = points[-2].value if len(points) > 1 else None
    way = trends.direction(before, points[-1].value)
    peer = _peer(measure, series_key, points, context)
    charting = context.charting
    steps = tuple(charting.steps.get(measure.id, ()))
    marks = charting.marks.get(measure.id, ())
    plan, days = charting.plans.get(measure.id), [step.starts for step in steps]
    aims = target_status.by_period(context.targets, context.place_id, points, context.today)
    chart = control_chart(points, measure, aims[-1], plan, days)
    made = Series(
        measure=measure,
        place_kind=place.kind,
        place_code=place.code,
        place=place.name,
        series_key=series_key,
        origin=origin(rows[-1]),
        points=points,
        peer=peer,
        target=aims[-1],
        direction=way,
        status=measure_status(
            measure.polarity,
            chart.limits if chart else LimitsStatus.EMPTY,
            chart.signal if chart else None,
            aims[-1],
            points[-1].value,
            past=_past(series_key, points, context.today),
        ),
        others=tuple(other for other in parts if other != series_key),
        control=chart,
        steps=steps,
        marks=tuple(mark for mark in marks if points[0].start <= mark.closed <= points[-1].end),
        parts=context.parts if all(isinstance(row, WorkedRow) for row in rows) else (),
        aims=aims,
        newer=_newer(series_key, points, parts),
    )
    return replace(made, narrative=measure_narrative.tell(made, today=context.today))


def _newer(
    series_key: SeriesKey,
    points: Sequence[Point],
    parts: Mapping[SeriesKey, Sequence[AnyFigure]],
) -> NewerFigure | None:
    """Return what another publisher has for a later period than the newest figure of a series."""
    known = [point.end for point in points if point.value is not None]
    if not known:
        return None
    later = [
        (row.period_end, other, row, row.value)
        for other, rows in parts.items()
        for row in rows
        if other.publisher != series_key.publisher
        and row.value is not None
        and row.period_end > known[-1]
    ]
    if not later:
        return None
    _, other, row, value = max(later, key=lambda each: each[0])
    period = trends.period_words(other.frequency, row.period_start, row.period_end)
    return NewerFigure(other.publisher, value, row.marker, period)


def _past(series_key: SeriesKey, points: Sequence[Point], today: date) -> str:
    """Return the period of the newest figure where it is too long ago to tell of now."""
    newest = next((point for point in reversed(points) if point.value is not None), points[-1])
    return past_words(series_key.frequency, newest.start, newest.end, today)


def _point(row: AnyFigure, snapshots: Mapping[UUID, Snapshot]) -> Point:
    return Point(
        start=row.period_start,
        end=row.period_end,
        label=row.period_label,
        value=row.value,
        marker=row.marker,
        source=provenance(row, snapshot_of(row, snapshots)),
        revised=was_revised(row),
        observation_id=None if isinstance(row, WorkedRow) else row.id,
    )


def _with_gaps(kind: Frequency, points: Sequence[Point]) -> tuple[Point, ...]:
    gaps = trends.missing_starts(kind, [point.start for point in points])
    empty = [
        Point(
            start=start,
            end=(end := trends.period_end(kind, start)),
            label=trends.period_words(kind, start, end),
        )
        for start in gaps
    ]
    return tuple(sorted([*points, *empty], key=lambda point: (point.start, point.end)))


def _peer(
    measure: Measure, series_key: SeriesKey, points: Sequence[Point], context: SeriesContext
) -> Peer | None:
    """Return the first nation that has figures from the same publisher in the same frequency.

    A count has no peer: that of a nation says nothing about one area.
    """
    if trends.is_count(measure):
        return None
    for name, rows in context.peers:
        by_period = {
            (row.period_start, row.period_end): row
            for row in rows
            if row.publisher == series_key.publisher
        }
        found = [by_period.get((point.start, point.end)) for point in points]
        if any(found):
            return Peer(
                name=name,
                values=tuple(row.value if row else None for row in found),
                markers=tuple(row.marker if row else None for row in found),
                sources=tuple(
                    provenance(row, snapshot_of(row, context.snapshots)) if row else None
                    for row in found
                ),
            )
    return None
