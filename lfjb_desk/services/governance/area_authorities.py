"""The authorities of an area where the board knows better than the reference facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, removed
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.domain.places import AreaAuthority, Confidence, DfjArea, LocalAuthority
from lfjb_desk.domain.read_models.places import AuthorityOfArea
from lfjb_desk.domain.rows import fact_id
from lfjb_desk.services.governance.organisations import Bodies
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries import places as store
from lfjb_desk.store.queries.lookup import everything, found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database


class AreaAuthorityService:
    """Brings an authority into an area, and takes out again what the board brought in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def inside(self, area_id: UUID) -> tuple[AuthorityOfArea, ...]:
        """Return the authorities of an area, by name."""
        with self._database.session() as session:
            links = store.links_of(session, area_id)
        by_board = {link.authority_id for link, _ in links if link.confidence is Confidence.BOARD}
        bodies = {authority.id: authority for _, authority in links}
        return tuple(AuthorityOfArea(each, each.id in by_board) for each in bodies.values())

    def outside(self, area_id: UUID) -> Sequence[LocalAuthority]:
        """Return the authorities of the area's nation that are not in it, by name."""
        with self._database.session() as session:
            area = found(session, DfjArea, area_id)
            taken = {authority.id for _, authority in store.links_of(session, area_id)}
            bodies = store.all_authorities(session)
        return [each for each in bodies if each.id not in taken and each.nation == area.nation]

    def add(self, area_id: UUID, authority_id: UUID, source: str) -> Change:
        """Return the change that brings an authority into an area, with its organisation.

        Raises:
            RuleError: when it is in the area already, or nobody says where that comes from.
        """
        source = filled(source, "Where it comes from")
        with self._database.session() as session:
            area = found(session, DfjArea, area_id)
            authority = found(session, LocalAuthority, authority_id)
            taken = {each.id for _, each in store.links_of(session, area_id)}
            bodies = Bodies(everything(session, Organisation))
        if authority_id in taken:
            raise RuleError(f"{authority.name} is in {area.name} already. Nothing was changed.")
        link = AreaAuthority(
            # The id that the reference facts would give it, so that they never bring it twice.
            id=fact_id(str(AreaAuthority.__tablename__), area.code, authority.gss_code),
            area_id=area_id,
            authority_id=authority_id,
            confidence=Confidence.BOARD,
            source=source,
        )
        bodies.named(authority.name, OrganisationKind.LOCAL_AUTHORITY, authority_id)
        label = f"Add {quoted(authority.name)} to the area {area.name}"
        return change(label, authority, [*bodies.edits, added(link)])

    def take_out(self, area_id: UUID, authority_id: UUID) -> Change:
        """Return the change that takes an authority out again; its organisation and figures stay.

        Raises:
            RuleError: when the board did not bring it in.
        """
        with self._database.session() as session:
            area = found(session, DfjArea, area_id)
            authority = found(session, LocalAuthority, authority_id)
            links = [link for link, each in store.links_of(session, area_id) if each == authority]
        own = [link for link in links if link.confidence is Confidence.BOARD]
        if not own:
            raise RuleError(
                f"{quoted(authority.name)} is in {area.name} by the reference facts, and only what "
                "the board added can be taken out. Nothing was changed."
            )
        label = f"Take {quoted(authority.name)} out of the area {area.name}"
        return change(label, authority, [removed(link) for link in own])
