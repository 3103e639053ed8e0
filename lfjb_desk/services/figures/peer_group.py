"""Who stands beside whom: nation, region, chosen neighbours, own authorities and peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.comparison import Relation
from lfjb_desk.store.queries.figures import comparison as store
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.places import all_areas, all_authorities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.store.queries.figures.comparison import Key
    from lfjb_desk.store.queries.lookup import Reading


class Member(NamedTuple):
    """A place that may stand in a comparison, and how it is related to the one compared."""

    name: str
    relation: Relation


@dataclass(frozen=True)
class PeerGroup:
    """The places that one is compared with."""

    members: Mapping[Key, Member]
    nations: tuple[str, ...]
    """The nations that may serve, the best first; only one of them is shown."""

    @property
    def accounted(self) -> tuple[Key, ...]:
        """Return the places that are named with a reason when they cannot be compared."""
        return tuple(
            key for key, member in self.members.items() if member.relation is not Relation.PEER
        )


def peer_group_of(session: Reading, series: Series) -> PeerGroup:
    """Return the places that the place of a series is compared with."""
    gather = {
        PlaceKind.AREA: _of_area,
        PlaceKind.AUTHORITY: _of_authority,
        PlaceKind.REGION: _of_region,
    }[series.place_kind]
    members = dict(gather(session, series.place_code))
    own = (series.place_kind, series.place_code)
    members[own] = Member(series.place, Relation.OWN)
    home = figures.nation_of(session, series.place_kind, series.place_code)
    nations = tuple(dict.fromkeys(name for name in (ENGLAND_AND_WALES, home) if name))
    for name in nations:
        members[PlaceKind.NATION, name] = Member(name, Relation.NATION)
    return PeerGroup(members, nations)


def _of_area(session: Reading, code: str) -> Iterable[tuple[Key, Member]]:
    areas = all_areas(session)
    for area in areas:
        yield (PlaceKind.AREA, area.code), Member(area.name, Relation.PEER)
    own = next((area for area in areas if area.code == code), None)
    if own is None:
        return
    for area in store.neighbours(session, own.id):
        yield (PlaceKind.AREA, area.code), Member(area.name, Relation.NEIGHBOUR)
    for body in figures.authorities_of(session, own.id):
        yield (PlaceKind.AUTHORITY, body.gss_code), Member(body.name, Relation.OWN_AUTHORITY)
    yield (PlaceKind.REGION, own.region), Member(own.region, Relation.REGION)


def _of_authority(session: Reading, code: str) -> Iterable[tuple[Key, Member]]:
    for body in all_authorities(session):
        yield (PlaceKind.AUTHORITY, body.gss_code), Member(body.name, Relation.PEER)
    for area in store.areas_of(session, code):
        yield (PlaceKind.AREA, area.code), Member(area.name, Relation.OWN_AREA)
        yield (PlaceKind.REGION, area.region), Member(area.region, Relation.REGION)
        for body in figures.authorities_of(session, area.id):
            yield (PlaceKind.AUTHORITY, body.gss_code), Member(body.name, Relation.SAME_AREA)


def _of_region(session: Reading, code: str) -> Iterable[tuple[Key, Member]]:
    for area in all_areas(session):
        if area.region != code:
            yield (PlaceKind.REGION, area.region), Member(area.region, Relation.PEER)
