"""Places: the areas to choose from, and what a published place name means."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.places import (
    AreaAuthority,
    AreaName,
    AreaProfile,
    Confidence,
    DfjArea,
    LocalAuthority,
    PlaceKind,
    fold,
)
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries import places as store

MatchState = Literal["known", "doubtful", "ambiguous", "unknown"]


@dataclass(frozen=True)
class AuthorityLine:
    """A local authority as it belongs to an area."""

    id: UUID
    gss_code: str
    name: str
    part: str
    confidence: Confidence
    note: str


@dataclass(frozen=True)
class AreaLine:
    """A DFJ area with its courts and authorities."""

    id: UUID
    code: str
    name: str
    region: str
    nation: str
    courts: tuple[str, ...]
    trailblazer: bool
    authorities: tuple[AuthorityLine, ...]


@dataclass(frozen=True)
class Candidate:
    """A place that a spelling may mean, and why that is not certain."""

    kind: PlaceKind
    code: str
    name: str
    note: str


@dataclass(frozen=True)
class Match:
    """What a spelling means. `kind` and `code` are set only when the state is `known`."""

    kind: PlaceKind | None
    code: str
    state: MatchState
    candidates: tuple[Candidate, ...]


class Resolver:
    """Finds the place that a published name means; it never guesses."""

    def __init__(self, names: Iterable[AreaName], titles: dict[tuple[PlaceKind, str], str]) -> None:
        self._titles = titles
        self._names: dict[str, list[AreaName]] = defaultdict(list)
        for name in names:
            self._names[name.folded].append(name)

    def resolve(self, label: str, kind: PlaceKind | None = None, publisher: str = "") -> Match:
        """Return what a label means.

        Spellings of the publisher itself count before those of others. `known` means exactly one
        place and no doubt; `doubtful` and `ambiguous` bring the candidates for the user to choose
        from; `unknown` brings none.
        """
        names = [n for n in self._names.get(fold(label), ()) if kind in {None, n.place_kind}]
        own = [n for n in names if n.publisher == publisher]
        return self._judge(own or names)

    def _judge(self, names: list[AreaName]) -> Match:
        places = {
            (name.place_kind, name.place_code): self._candidate(name)
            for name in names
            if name.place_code
        }
        candidates = tuple(places.values())
        if not names:
            return Match(None, "", "unknown", ())
        if any(name.doubtful for name in names):
            return Match(None, "", "doubtful", candidates)
        if len(places) > 1:
            return Match(None, "", "ambiguous", candidates)
        return Match(candidates[0].kind, candidates[0].code, "known", candidates)

    def _candidate(self, name: AreaName) -> Candidate:
        title = self._titles.get((name.place_kind, name.place_code), name.place_code)
        return Candidate(name.place_kind, name.place_code, title, name.note)


class PlaceService:
    """Answers questions about areas, authorities and the names they go by."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def areas(self) -> list[AreaLine]:
        """Return every DFJ area with its authorities, by name."""
        with self._database.session() as session:
            areas = store.all_areas(session)
            links = store.all_links(session)
        authorities: dict[UUID, list[AuthorityLine]] = defaultdict(list)
        for link, authority in links:
            authorities[link.area_id].append(_authority_line(link, authority))
        return [_area_line(area, authorities[area.id]) for area in areas]

    def choices(self) -> list[tuple[UUID, str]]:
        """Return the id and the name of every DFJ area, by name."""
        with self._database.session() as session:
            return [(area.id, area.name) for area in store.all_areas(session)]

    def area(self, code: str) -> AreaLine:
        """Return one area.

        Raises:
            RuleError: when no area has the code.
        """
        for line in self.areas():
            if line.code == code.strip().upper():
                return line
        raise RuleError(
            f"There is no DFJ area with the code “{code}”. The areas page lists the codes."
        )

    def profile(self, code: str) -> list[AreaProfile]:
        """Return what publications say about an area; empty when nothing is held."""
        line = self.area(code)
        with self._database.session() as session:
            return list(store.profile_of(session, line.id))

    def titles(self) -> dict[tuple[PlaceKind, str], str]:
        """Return the name of every area and authority, by kind and code."""
        with self._database.session() as session:
            areas = {(PlaceKind.AREA, a.code): a.name for a in store.all_areas(session)}
            authorities = {
                (PlaceKind.AUTHORITY, a.gss_code): a.name for a in store.all_authorities(session)
            }
        return areas | authorities

    def resolver(self) -> Resolver:
        """Return a resolver over the spellings held now."""
        with self._database.session() as session:
            names = store.all_names(session)
        return Resolver(names, self.titles())


def _authority_line(link: AreaAuthority, authority: LocalAuthority) -> AuthorityLine:
    return AuthorityLine(
        authority.id, authority.gss_code, authority.name, link.part, link.confidence, link.note
    )


def _area_line(area: DfjArea, authorities: list[AuthorityLine]) -> AreaLine:
    courts = tuple(court.strip() for court in area.courts.split(";") if court.strip())
    return AreaLine(
        area.id,
        area.code,
        area.name,
        area.region,
        area.nation,
        courts,
        area.trailblazer,
        tuple(authorities),
    )
