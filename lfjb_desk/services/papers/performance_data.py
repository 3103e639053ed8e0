"""Gathering what a performance report tells of an area, or of one of its authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import period_at
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import lower_first
from lfjb_desk.domain.places import DfjArea, LocalAuthority, PlaceKind
from lfjb_desk.domain.read_models.collection_sheet import OWN_CODE
from lfjb_desk.papers.parts.report_data import (
    FileRead,
    OtherPlace,
    Performance,
    PerformanceReportData,
)
from lfjb_desk.papers.parts.series_chart import charted, shown
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService
from lfjb_desk.store.queries.figures import figures as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.figures.provenance import Provenance
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.services.papers.report_data import ReportGatherer


def performance_data(gathering: ReportGatherer, authority_id: UUID | None) -> PerformanceReportData:
    """Return all that the report tells of an area or (with an id) of one of its authorities.

    Raises:
        RuleError: when the authority is not one of the area.
    """
    database, today = gathering.database, gathering.today
    with database.session() as session:
        area = found(session, DfjArea, gathering.group.area_id)
    kind, code, place = _place(gathering, area, authority_id)
    own = FigureService(database).for_place(kind, code, today)
    drivers = gathering.drivers(None)
    linked = [progress.measure for view in drivers for progress in view.measures]
    order = {measure.id: rank for rank, measure in enumerate(linked)}
    ranked = sorted(own, key=lambda series: order.get(series.measure.id, len(order)))
    measured = {series.measure.id for series in own}
    nations = gathering.figures.national(
        [series.measure for series in ranked if not charted(series)]
    )
    measures = tuple(
        Performance(
            series,
            nations.get(series.measure.id),
            *gathering.figures.said_of(series),
            linked=series.measure.id in order,
        )
        for series in ranked
    )
    missing = {measure.id: measure.name for measure in linked if measure.id not in measured}
    return gathering.marked(
        PerformanceReportData(
            board=gathering.board(),
            place=place,
            of_area=authority_id is None,
            whole=NarrativeService(database).for_place(kind, code, today),
            measures=measures,
            missing=tuple(missing.values()),
            others=_others(gathering, area) if authority_id is None else (),
            files=_files(gathering, measures),
        )
    )


def _place(
    gathering: ReportGatherer, area: DfjArea, authority_id: UUID | None
) -> tuple[PlaceKind, str, str]:
    """Return what the report is about: kind, code and name."""
    if authority_id is None:
        return PlaceKind.AREA, area.code, area.name
    body = _authority(gathering, authority_id)
    return PlaceKind.AUTHORITY, body.gss_code, body.name


def _authority(gathering: ReportGatherer, authority_id: UUID) -> LocalAuthority:
    with gathering.database.session() as session:
        bodies = store.authorities_of(session, gathering.group.area_id)
    for body in bodies:
        if body.id == authority_id:
            return body
    raise RuleError(
        f"That authority is not one of the area of \u201c{gathering.group.name}\u201d. "
        "No paper was made."
    )


def _others(gathering: ReportGatherer, area: DfjArea) -> tuple[OtherPlace, ...]:
    """Return what is said of the region and of each authority that has figures."""
    figures, words = FigureService(gathering.database), NarrativeService(gathering.database)
    bodies = figures.authorities(area.id)
    places = [(PlaceKind.REGION, area.region, area.region)]
    places += [(PlaceKind.AUTHORITY, body.gss_code, body.name) for body in bodies]
    loaded = {code: figures.for_place(kind, code, gathering.today) for kind, code, _ in places}
    newest: dict[Hashable, date] = {}
    for body in bodies:
        for series in loaded[body.gss_code]:
            key = series.measure.id, series.series_key.frequency
            newest[key] = max(series.latest.end, newest.get(key, series.latest.end))
    return tuple(
        OtherPlace(
            kind,
            name,
            words.for_place(kind, code, gathering.today, loaded[code]),
            _earlier(loaded[code], newest) if kind is PlaceKind.AUTHORITY else (),
        )
        for kind, code, name in places
        if loaded[code]
    )


def _earlier(loaded: Iterable[Series], newest: Mapping[Hashable, date]) -> tuple[str, ...]:
    """Return the measures that another authority has newer figures of, each with its period."""
    return tuple(
        f"{lower_first(series.name)} ({period_at(series, len(series.points) - 1)})"
        for series in loaded
        if series.latest.end < newest[series.measure.id, series.series_key.frequency]
        and not series.measure.code.startswith(OWN_CODE)
    )


def _files(gathering: ReportGatherer, measures: Iterable[Performance]) -> tuple[FileRead, ...]:
    """Return the files that the figures of the paper were read from, by name; and no others."""
    read = {
        (cell.file, cell.imported)
        for measure in measures
        for source in _sources(measure)
        if source is not None
        for _, cell in source.cells()
    }
    with gathering.database.session() as session:
        rows = store.snapshots(session)
    files = [
        FileRead(row.file_name, row.publisher, row.imported_at.date(), row.sha256)
        for row in rows
        if (row.file_name, row.imported_at.date()) in read
    ]
    return tuple(sorted(files, key=lambda file: (file.name.casefold(), file.imported)))


def _sources(measure: Performance) -> Iterator[Provenance | None]:
    """Yield where each figure was read that the paper shows of a measure."""
    for series in (measure.local, measure.national):
        if series is None:
            continue
        points = (*shown(series), *series.points[-2:])
        yield from (point.source for point in points)
        starts = {point.start for point in points}
        beside = series.peer.sources if series.peer else ()
        yield from (
            source
            for point, source in zip(series.points, beside, strict=False)
            if point.start in starts
        )
    if measure.beside is not None:
        yield from (place.source for place in measure.beside.places)
