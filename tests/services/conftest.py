"""An invented board that the tests of the services work on."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.governance.groups import Appointment, Group, GroupKind, Office, Seat
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from lfjb_desk.domain.rows import Row

TODAY = date(2026, 11, 23)
HELD = date(2026, 12, 3)
"""The day of the meeting."""
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)


@dataclass(frozen=True)
class Board:
    """The ids of an invented board, and short ways to write to it and look at it."""

    database: Database
    area: UUID
    group: UUID
    sub_group: UUID
    court_service: UUID
    council: UUID
    helen: UUID
    tom: UUID
    chair_seat: UUID
    council_seat: UUID
    meeting: UUID

    def write(self, change: Change) -> Change:
        self.database.apply(change)
        return change

    def bring_to(self, state: MeetingState) -> None:
        """Bring the meeting to a state by the usual steps, from where it is."""
        meetings, finishing = MeetingService(self.database), CirculationService(self.database)
        order = list(MeetingState)
        now = order.index(meetings.row(self.meeting).meeting.state)
        for step in order[now + 1 : order.index(state) + 1]:
            if step is MeetingState.CIRCULATED:
                self.write(finishing.circulate(self.meeting, HELD))
            elif step is MeetingState.AGREED:
                self.write(finishing.agree(self.meeting, HELD, "Tom Aldous"))
            elif step is MeetingState.SIGNED:
                self.write(finishing.sign(self.meeting, "Tom Aldous", HELD))
            else:
                self.write(meetings.move_to(self.meeting, step))

    def undo(self, change: Change) -> None:
        self.database.apply(change.inverse())

    def state(self) -> set[str]:
        """Return every row that there is, as text, for comparing before and after."""
        with self.database.session() as session:
            return {
                f"{table.__tablename__} {sorted(row.model_dump().items(), key=str)}"
                for table in TABLES
                for row in everything(session, table)
            }

    def round_trip(self, change: Change) -> None:
        """Write a change, take it back, and write it again; undo must restore what was."""
        before = self.state()
        self.write(change)
        after = self.state()
        assert after != before
        self.undo(change)
        assert self.state() == before
        self.write(change)
        assert self.state() == after


@pytest.fixture
def board(database: Database) -> Board:
    area = DfjArea(
        code="ESST", name="Essex", region="East", nation="England", courts="", source="invented"
    )
    court = Organisation(name="HMCTS", kind=OrganisationKind.COURT_SERVICE)
    council = Organisation(name="Suffolk Council", kind=OrganisationKind.LOCAL_AUTHORITY)
    tom = Person(name="Tom Aldous", organisation_id=court.id)
    helen = Person(name="Helen Marsh", organisation_id=council.id)
    group = Group(area_id=area.id, kind=GroupKind.BOARD, name="Essex board", quorum=2)
    sub = Group(
        area_id=area.id,
        parent_id=group.id,
        kind=GroupKind.SUB_GROUP,
        name="Public law group",
    )
    chair = Seat(group_id=group.id, organisation_id=court.id, title="Chair", position=1)
    seat = Seat(group_id=group.id, organisation_id=council.id, title="Council", position=2)
    started = date(2025, 1, 1)
    meeting = Meeting(
        group_id=group.id,
        number=23,
        held_on=date(2026, 12, 3),
        starts=time(10),
        minutes_planned=150,
        place="Chelmsford",
    )
    rows: tuple[Row, ...] = (
        area,
        court,
        council,
        tom,
        helen,
        group,
        sub,
        chair,
        seat,
        Appointment(seat_id=chair.id, person_id=tom.id, office=Office.CHAIR, starts=started),
        Appointment(seat_id=seat.id, person_id=helen.id, starts=started),
        meeting,
    )
    database.apply(Change("Set up", tuple(added(row) for row in rows)))
    return Board(
        database=database,
        area=area.id,
        group=group.id,
        sub_group=sub.id,
        court_service=court.id,
        council=council.id,
        helen=helen.id,
        tom=tom.id,
        chair_seat=chair.id,
        council_seat=seat.id,
        meeting=meeting.id,
    )
