"""The organisations of a board: its authorities, and those that sit on every board."""

from collections.abc import Sequence
from uuid import UUID

from lfjb_desk.domain.changes import Edit, added
from lfjb_desk.domain.common.nations import WALES
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.domain.rows import fact_id
from lfjb_desk.services.places import AreaLine

COURTS = "HM Courts and Tribunals Service"
JUDICIARY = "Judiciary"


def cafcass(area: AreaLine) -> str:
    """Return the name of the body that speaks for children in the courts of an area."""
    return "Cafcass Cymru" if area.nation == WALES else "Cafcass"


class Bodies:
    """Finds the organisations that a board needs, and remembers those that must be added."""

    def __init__(self, organisations: Sequence[Organisation]) -> None:
        self._by_name = {each.name: each for each in organisations}
        self.edits: list[Edit] = []
        """The edits that add the organisations asked for and not held."""

    def named(self, name: str, kind: OrganisationKind, authority_id: UUID | None = None) -> UUID:
        """Return the id of the organisation with a name; a new one gets an id made of the name."""
        if name not in self._by_name:
            body = Organisation(
                id=fact_id("organisation", name), name=name, kind=kind, authority_id=authority_id
            )
            self._by_name[name] = body
            self.edits.append(added(body))
        return self._by_name[name].id

    def authorities(self, area: AreaLine) -> dict[str, UUID]:
        """Return the ids of the organisations of an area's authorities, by name."""
        return {
            each.name: self.named(each.name, OrganisationKind.LOCAL_AUTHORITY, each.id)
            for each in area.authorities
        }
