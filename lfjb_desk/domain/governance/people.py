"""People and the organisations they come from."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class OrganisationKind(StrEnum):
    """What sort of body an organisation is."""

    LOCAL_AUTHORITY = "local authority"
    COURT_SERVICE = "court service"
    CAFCASS = "Cafcass"
    JUDICIARY = "judiciary"
    LEGAL = "legal profession"
    HEALTH = "health"
    POLICE = "police"
    VOLUNTARY = "voluntary sector"
    OTHER = "other"


class Organisation(Row, table=True):
    """A body that holds seats and is accountable for actions."""

    name: str = Field(min_length=1, max_length=lengths.NAME, unique=True)
    kind: OrganisationKind = Field(sa_type=choice(OrganisationKind))
    authority_id: UUID | None = Field(default=None, foreign_key="local_authority.id")


class Person(Row, table=True):
    """Someone who sits on a board or owns an action."""

    name: str = Field(min_length=1, max_length=lengths.NAME)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    post: str = ""
    email: str = ""
