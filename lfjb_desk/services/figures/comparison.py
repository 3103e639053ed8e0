"""Fair comparison: a place beside its nation, its region, chosen neighbours and authorities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.analysis.comparison import peers
from lfjb_desk.analysis.narrative.measure_narrative import newer_words, newest_words
from lfjb_desk.analysis.trends import frequency_of, is_count, period_words
from lfjb_desk.domain.changes import Change, RuleError, added, change, removed
from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.figures.charts import Neighbour
from lfjb_desk.domain.formatting import count, figure
from lfjb_desk.domain.places import DfjArea, PlaceKind
from lfjb_desk.domain.read_models.figures.comparison import (
    Blocked,
    ComparedPlace,
    Comparison,
    Relation,
)
from lfjb_desk.services.figures.derived import derivation, origin, provenance, snapshot_of
from lfjb_desk.services.figures.peer_group import Member, PeerGroup, peer_group_of
from lfjb_desk.services.figures.series import NamedPlace, SeriesQuery, load
from lfjb_desk.store.queries.figures import comparison as store
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.lookup import by_key, found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure, Snapshot
    from lfjb_desk.domain.read_models.figures.series import Point, Series
    from lfjb_desk.services.figures.derived import AnyFigure
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.figures.comparison import Key
    from lfjb_desk.store.queries.lookup import Reading

MOST_NEIGHBOURS = 10
OTHER_COUNT = "A count is not compared with that of a larger or a smaller kind of place."


class CompareService:
    """Puts places side by side where that is fair, and says why where it is not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def beside(self, series: Series, today: date) -> Comparison | None:
        """Return a place beside others in its newest ended period that has a figure.

        None for a nation, and for a place that has no such figure.
        """
        ended = [point for point in series.points if point.value is not None and point.end < today]
        if not ended or series.place_kind is PlaceKind.NATION:
            return None
        with self._database.session() as session:
            around = peer_group_of(session, series)
            period = _period(session, series, ended[-1], around)
        made = _compared(series, ended[-1], around, period)
        if not is_count(series.measure):
            return made
        own = self._own_figures(series, around, today)
        return replace(made, blocked=tuple(sorted((*made.blocked, *own), key=_by_name)))

    def _own_figures(self, series: Series, around: PeerGroup, today: date) -> tuple[Blocked, ...]:
        """Return the newest count of each authority of an area: it is shown, and not compared.

        A count that none of them has is no loss, and none is named.
        """
        query, found = SeriesQuery((series.measure.id,)), []
        for (kind, code), member in around.members.items():
            if member.relation is Relation.OWN_AUTHORITY:
                place = NamedPlace(kind, code, member.name)
                own = next(iter(load(self._database, place, today, query)), None)
                found.append(_own_count(series, member.name, own))
        return tuple(found) if any(blocked.figure for blocked in found) else ()

    def neighbours(self, area_id: UUID) -> tuple[DfjArea, ...]:
        """Return the areas that an area has chosen to be compared with, by name."""
        with self._database.session() as session:
            return tuple(store.neighbours(session, area_id))

    def set_neighbours(self, area_id: UUID, neighbour_ids: Sequence[UUID]) -> Change:
        """Return the change that makes these areas, and no others, the chosen neighbours.

        Raises:
            RuleError: when one is the area itself, is not known or there are more than ten.
        """
        wanted = dict.fromkeys(neighbour_ids)
        with self._database.session() as session:
            area = found(session, DfjArea, area_id)
            known = by_key(session, DfjArea, wanted)
            existing = {row.neighbour_id: row for row in store.neighbour_rows(session, area_id)}
        if area_id in wanted:
            raise RuleError(f"{area.name} cannot be its own neighbour. Choose other areas.")
        if len(known) < len(wanted):
            raise RuleError("One of the areas chosen is not known. Nothing was changed.")
        if len(wanted) > MOST_NEIGHBOURS:
            raise RuleError(f"Choose at most {MOST_NEIGHBOURS} neighbours; more cannot be read.")
        gone = [removed(row) for key, row in existing.items() if key not in wanted]
        new = [
            added(Neighbour(area_id=area_id, neighbour_id=key))
            for key in wanted
            if key not in existing
        ]
        return change(f"Choose the neighbours of {area.name}", area, [*gone, *new])


@dataclass(frozen=True)
class _Period:
    """The figures of all places for one period, and what those without hold instead."""

    figures: Mapping[Key, Mapping[UUID, Sequence[AnyFigure]]]
    """By place and measure."""
    files: Mapping[UUID, Snapshot]
    elsewhere: Mapping[Key, tuple[str, date, date]]
    """Publisher and days of the newest figure of the places that are accounted for."""
    base: Measure | None


def _period(session: Reading, series: Series, point: Point, around: PeerGroup) -> _Period:
    formulas = derivation(figures.measures(session))
    base = formulas.measures.get(series.measure.base)
    wanted = {series.measure.id} | ({base.id} if base else set())
    needed = formulas.needed(wanted) or wanted
    rows = store.in_period(session, needed, point.start, point.end)
    files = figures.snapshots_by_id(
        session, {row.snapshot_id for figures in rows.values() for row in figures}
    )
    full = {key: formulas.fill(_parted(figures), files, wanted) for key, figures in rows.items()}
    lacking = [key for key in around.accounted if not full.get(key, {}).get(series.measure.id)]
    formula = formulas.formulas.get(series.measure.code)
    told_by = formulas.measures[formula.left].id if formula else series.measure.id
    elsewhere = store.held_elsewhere(session, told_by, lacking)
    return _Period(full, files, elsewhere, base)


def _parted(rows: Iterable[AnyFigure]) -> dict[UUID, list[AnyFigure]]:
    parts: dict[UUID, list[AnyFigure]] = {}
    for row in rows:
        parts.setdefault(row.measure_id, []).append(row)
    return parts


def _compared(series: Series, point: Point, around: PeerGroup, period: _Period) -> Comparison:
    query = _ComparedQuery(series, point, period)
    places, blocked, silent = [], [], 0
    nation = next(
        (nation for nation in around.nations if query.value((PlaceKind.NATION, nation))), ""
    )
    for key, member in around.members.items():
        is_nation = member.relation is Relation.NATION
        if is_nation and member.name != (nation or around.nations[-1]):
            continue
        if query.is_no_loss(key) or query.is_told_apart(member):
            continue
        reason = query.reason(key)
        if not reason:
            places.append(query.place(key, member.name, member.relation))
        elif member.relation is Relation.PEER:
            silent += 1
        else:
            blocked.append(Blocked(member.name, reason))
    if silent:
        kind = series.place_kind.value
        others = count(silent, f"other {kind}", f"other {_plural(kind)}")
        blocked.append(Blocked(others, "No figure of this publisher is held for this period."))
    frame = peers.ComparisonSubject(
        measure=series.measure,
        start=point.start,
        end=point.end,
        period=query.words,
        publisher=series.series_key.publisher,
        own=(series.place_kind, series.place_code),
        nation=nation,
        base_unit=period.base.unit if period.base else "",
        kindred=sum(kind is series.place_kind for kind, _ in around.members),
    )
    return peers.compare(frame, places, blocked)


def _by_name(blocked: Blocked) -> str:
    return blocked.name.casefold()


def _own_count(series: Series, name: str, own: Series | None) -> Blocked:
    """Return an authority with its newest count; one of fewer than five cases is not shown."""
    known = [point for point in own.points if point.value is not None] if own else []
    if own is None or not known:
        return Blocked(name, "No figure is held.")
    point, measure = known[-1], series.measure
    is_small = point.value is not None and point.value < peers.SMALL
    newest = figure(point.value, measure.unit, measure.decimals, point.marker)
    return Blocked(
        name,
        _count_reason(series, own, point),
        "under 5, not shown" if is_small else newest,
        period_words(own.series_key.frequency, point.start, point.end),
    )


def _count_reason(series: Series, own: Series, point: Point) -> str:
    """Return why the count of an authority is not compared with that of its area."""
    frequency, newest = series.series_key.frequency, series.latest
    if own.series_key.frequency is frequency and point.end < newest.end:
        words = period_words(frequency, point.start, point.end)
        wanted = period_words(frequency, newest.start, newest.end)
        newest_figure = newest_words(own)
        reason = f"Its {newest_figure} is for {words}, not for {wanted}."
        return f"{reason} {newer_words(own)}".rstrip()
    return OTHER_COUNT


def _plural(kind: str) -> str:
    return "authorities" if kind == PlaceKind.AUTHORITY.value else f"{kind}s"


@dataclass(frozen=True)
class _ComparedQuery:
    """One measure in one period from one publisher, asked of many places."""

    series: Series
    point: Point
    period: _Period

    @property
    def words(self) -> str:
        """Return the period in our own words."""
        return period_words(self.series.series_key.frequency, self.point.start, self.point.end)

    def row(self, key: Key) -> AnyFigure | None:
        """Return the figure of a place from the publisher of the series."""
        figures = self.period.figures.get(key, {}).get(self.series.measure.id, ())
        ours = [row for row in figures if row.publisher == self.series.series_key.publisher]
        return ours[-1] if ours else None

    def value(self, key: Key) -> bool:
        """Tell whether a place has a figure and not only a marker."""
        row = self.row(key)
        return row is not None and row.value is not None

    def is_no_loss(self, key: Key) -> bool:
        """Tell whether a count is not even held of a place with which it would not be compared."""
        return self._is_other_count(key) and not self.value(key)

    def is_told_apart(self, member: Member) -> bool:
        """Tell whether a place is an authority whose own count stands beside the comparison."""
        return is_count(self.series.measure) and member.relation is Relation.OWN_AUTHORITY

    def _is_other_count(self, key: Key) -> bool:
        return is_count(self.series.measure) and key[0] is not self.series.place_kind

    def reason(self, key: Key) -> str:
        """Return why a place cannot be compared; empty where it can."""
        if self._is_other_count(key):
            return OTHER_COUNT
        row = self.row(key)
        if row is not None:
            return "" if row.value is not None else f"Published as {row.marker}."
        figures = self.period.figures.get(key, {}).get(self.series.measure.id, ())
        if figures:
            return self._other_publisher(figures[-1].publisher)
        return self._other_period(key)

    def _other_publisher(self, publisher: str) -> str:
        if publisher == INVENTED:
            return "Invented for the sample board."
        if self.series.series_key.publisher == INVENTED:
            return f"Published by {publisher}; the figure compared is invented."
        return (
            f"Published by {publisher}, not by {self.series.series_key.publisher}; "
            "they may count differently."
        )

    def _other_period(self, key: Key) -> str:
        if key not in self.period.elsewhere:
            return "No figure is held."
        publisher, start, end = self.period.elsewhere[key]
        if publisher != self.series.origin:
            return self._other_publisher(publisher)
        kind = frequency_of(start, end)
        wanted = self.series.series_key.frequency
        if kind is not wanted:
            return f"Held for each {kind.value}, not for each {wanted.value}."
        return f"The newest figure is for {period_words(kind, start, end)}, not for {self.words}."

    def place(self, key: Key, name: str, relation: Relation) -> ComparedPlace:
        """Return a place with its figure, and with its base from the same publisher."""
        row = self.row(key)
        kind, code = key
        return ComparedPlace(
            kind=kind,
            code=code,
            name=name,
            relation=relation,
            value=row.value if row else None,
            marker=row.marker if row else None,
            base=self._base(key),
            source=provenance(row, snapshot_of(row, self.period.files)) if row else None,
        )

    def _base(self, key: Key) -> Decimal | None:
        if self.period.base is None:
            return None
        figures = self.period.figures.get(key, {}).get(self.period.base.id, ())
        values = [row.value for row in figures if origin(row) == self.series.origin]
        return values[-1] if values else None
