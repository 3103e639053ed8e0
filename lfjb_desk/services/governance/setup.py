"""Setting up a board: an area is chosen, and its bodies become seats."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from lfjb_desk.domain.changes import Change, RuleError, added, change
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
)
from lfjb_desk.domain.governance.groups import Group, GroupKind, Seat, SeatStanding
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.services.governance.organisations import COURTS, JUDICIARY, Bodies, cafcass
from lfjb_desk.services.places import AreaLine, PlaceService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything

HEADINGS = (
    "Purpose",
    "Membership and seats",
    "Chair, vice-chair and secretariat",
    "Meetings and notice",
    "Quorum",
    "Decisions and disagreements",
    "Sub-groups and what they bring to the board",
    "Conflicts of interest and confidentiality",
    "Escalation to the Family Justice Board",
    "Review of these terms",
)
"""The headings that a first draft of terms of reference starts from; the board writes the rest."""
NOT_AGREED = "Not agreed yet."


class SetupService:
    """Makes the first rows of a real board."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set_up(self, area_code: str, today: date) -> Change:
        """Return the change that makes a board for an area, with a vacant seat for each body.

        Raises:
            RuleError: when there is no such area, or it has a board already.
        """
        area = PlaceService(self._database).area(area_code)
        with self._database.session() as session:
            groups = everything(session, Group)
            bodies = Bodies(everything(session, Organisation))
        if any(_is_board_of(area, group) for group in groups):
            raise RuleError(
                f"{area.name} has a board already. Choose it at the top of the window, "
                "or choose another area; nothing was changed."
            )
        board = Group(area_id=area.id, kind=GroupKind.BOARD, name=board_name(area))
        seats = list(_seats(area, board.id, bodies, today))
        rows = [board, *seats, *_terms(board.id)]
        return change(
            f"Set up the board of {area.name}",
            board,
            (*bodies.edits, *(added(row) for row in rows)),
        )


def board_name(area: AreaLine) -> str:
    """Return the full name of an area's board."""
    return f"{area.name} Local Family Justice Board"


def _is_board_of(area: AreaLine, group: Group) -> bool:
    return (
        group.area_id == area.id
        and group.kind is GroupKind.BOARD
        and group.closed_on is None
        and not group.sample
    )


def _seats(area: AreaLine, board_id: UUID, bodies: Bodies, today: date) -> Iterator[Seat]:
    """Yield the seats of a new board; the judiciary observes and does not count."""
    wanted: list[tuple[UUID, str, SeatStanding]] = [
        (body, f"Children's services, {name}", SeatStanding.MEMBER)
        for name, body in bodies.authorities(area).items()
    ]
    courts = bodies.named(COURTS, OrganisationKind.COURT_SERVICE)
    guardians = bodies.named(cafcass(area), OrganisationKind.CAFCASS)
    judges = bodies.named(JUDICIARY, OrganisationKind.JUDICIARY)
    wanted += [
        (courts, "Courts, operations", SeatStanding.MEMBER),
        (courts, "Courts, secretariat", SeatStanding.IN_ATTENDANCE),
        (guardians, f"{cafcass(area)}, head of practice", SeatStanding.MEMBER),
        (judges, "Designated Family Judge", SeatStanding.OBSERVER),
        (judges, "District judge or magistrate", SeatStanding.OBSERVER),
    ]
    for position, (body, title, standing) in enumerate(wanted, start=1):
        yield Seat(
            group_id=board_id,
            organisation_id=body,
            title=title,
            standing=standing,
            counts_for_quorum=standing is SeatStanding.MEMBER,
            position=position,
            vacant_since=today,
        )


def _terms(board_id: UUID) -> Iterable[GoverningDocument | DocumentVersion | Clause]:
    """Return a first draft of terms of reference: headings alone, for the board to fill."""
    document = GoverningDocument(
        group_id=board_id, kind=DocumentKind.TERMS_OF_REFERENCE, title="Terms of reference"
    )
    version = DocumentVersion(document_id=document.id, number=1, note="First draft, to be written")
    clauses = [
        Clause(
            version_id=version.id,
            position=number,
            number=str(number),
            heading=heading,
            text=NOT_AGREED,
        )
        for number, heading in enumerate(HEADINGS, start=1)
    ]
    return [document, version, *clauses]
