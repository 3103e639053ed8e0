"""Write db/samples/vN.lfjb: a small file of the present schema, kept for ever once it is released.

Everything in it is invented. Run from the top of the repository: python packaging/write_samples.py
"""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

from lfjb_desk.domain.action_forms import ActionForm, FormAnswer
from lfjb_desk.domain.actions import Action, ActionEvidence, EvidenceKind, LearningNote, WouldRepeat
from lfjb_desk.domain.changes import added, change, edited
from lfjb_desk.domain.figures.charts import Narrative
from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.governance.escalations import (
    Escalation,
    GroupReturn,
    PointKind,
    ReturnPoint,
    StandingItem,
)
from lfjb_desk.domain.governance.forums import Forum, ForumLink, Informs
from lfjb_desk.domain.governance.groups import Appointment, Group, GroupKind, Office, Seat
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.meetings.amendments import AmendmentKind, MinutesAmendment, MinutesReview
from lfjb_desk.domain.meetings.interests import Interest, ItemInterest
from lfjb_desk.domain.meetings.item_papers import ItemPaper, KeptFile
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    ItemTopic,
    Meeting,
    MeetingState,
    MinuteNote,
    Presence,
)
from lfjb_desk.domain.meetings.minutes import digest
from lfjb_desk.domain.meetings.series import MeetingSeries, Recurrence
from lfjb_desk.domain.places import DfjArea, LocalAuthority, PlaceKind
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.migrate import SCHEMA
from lfjb_desk.store.engine.opening import Opening, open_database

DB = Path(__file__).parents[1] / "db"
MADE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def main() -> None:
    """Write the file of the present schema anew."""
    path = DB / f"samples/v{SCHEMA}.lfjb"
    path.unlink(missing_ok=True)
    opening = Opening(DB / "migrations", path.parent, who="Sample", clock=lambda: MADE)
    database = open_database(path, opening)
    area = DfjArea(
        code="SMPL", name="Samplefolk", region="Nowhere", nation="England", courts="", source="-"
    )
    board = Group(area_id=area.id, kind=GroupKind.BOARD, name="Samplefolk board", sample=True)
    body = Organisation(name="Samplefolk Council", kind=OrganisationKind.LOCAL_AUTHORITY)
    person = Person(name="Avery Sample", organisation_id=body.id)
    action = Action(
        ref="SMPL-A-001",
        group_id=board.id,
        title="Publish the duty rota",
        owner_id=person.id,
        raised_on=date(2026, 11, 2),
        original_due=date(2026, 12, 1),
        due=date(2026, 12, 1),
    )
    meeting = Meeting(group_id=board.id, number=2, held_on=date(2026, 12, 3))
    item = AgendaItem(
        meeting_id=meeting.id, position=1, title="What is late", topic=ItemTopic.ACTIONS
    )
    narrative = Narrative(
        place_kind=PlaceKind.AREA,
        place_code=area.code,
        text="Cases take longer.",
        figures="0" * 64,
        written_at=MADE,
    )
    rows = (area, board, body, person, action, meeting, item, narrative)
    database.apply(change("Set up the board", board, [added(row) for row in rows]))
    set_target(database)
    circulate_minutes(database, board, person, action)
    database.apply(change("Move the due date", action, [edited(action, due=date(2026, 12, 8))]))
    work_on(database, area, meeting, item, person, action)
    database.close()
    path.with_name(path.name + ".lock").unlink(missing_ok=True)
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def set_target(database: Database) -> None:
    """Set a target for one authority."""
    authority = LocalAuthority(
        gss_code="E99999999", name="Samplefolk Council", nation="England", source="-"
    )
    measure = Measure(
        code="wait",
        name="Days to the first hearing",
        definition="-",
        unit="days",
        polarity=Polarity.LOWER,
        source="-",
    )
    target = Target(
        measure_id=measure.id,
        authority_id=authority.id,
        high=Decimal(20),
        starts=date(2026, 4, 1),
        source="Board meeting 1",
    )
    rows = (authority, measure, target)
    database.apply(change("Set a target", target, [added(row) for row in rows]))


def circulate_minutes(database: Database, board: Group, person: Person, action: Action) -> None:
    """Hold a meeting, circulate its minutes, agree them and note a correction."""
    held = Meeting(
        group_id=board.id,
        number=1,
        held_on=date(2026, 11, 2),
        starts=time(10),
        state=MeetingState.MINUTES_DRAFT,
    )
    item = AgendaItem(meeting_id=held.id, position=1, title="Listing", presenter_id=person.id)
    seat = Seat(group_id=board.id, organisation_id=person.organisation_id, title="Council")
    rows = (
        held,
        item,
        seat,
        Appointment(
            seat_id=seat.id, person_id=person.id, office=Office.CHAIR, starts=date(2026, 1, 5)
        ),
        Attendance(
            meeting_id=held.id, seat_id=seat.id, person_id=person.id, presence=Presence.PRESENT
        ),
        MinuteNote(item_id=item.id, position=1, text="The chair opened the meeting."),
        Decision(
            ref="SMPL-D-001",
            group_id=board.id,
            meeting_id=held.id,
            item_id=item.id,
            text="List by complexity.",
            decided_on=held.held_on,
            review_by=date(2027, 5, 3),
        ),
    )
    raised = edited(action, meeting_id=held.id, item_id=item.id)
    database.apply(change("Hold a meeting", held, [*(added(row) for row in rows), raised]))
    finishing, day = CirculationService(database), date(2026, 11, 9)
    database.apply(finishing.circulate(held.id, day))
    database.apply(finishing.agree(held.id, day, person.name))
    database.apply(finishing.correct(held.id, "It began at 10:15am.", day, person.name))


def work_on(
    database: Database,
    area: DfjArea,
    meeting: Meeting,
    item: AgendaItem,
    person: Person,
    action: Action,
) -> None:
    """Plan a series, await a paper, declare an interest, learn from an action and ask about it."""
    day = date(2026, 11, 16)
    series = MeetingSeries(
        group_id=meeting.group_id, recurrence=Recurrence.WEEKS, every=6, first_on=meeting.held_on
    )
    paper = KeptFile(name="Late work.docx", size=3, sha256=digest("abc"), kept_on=day)
    interest = Interest(person_id=person.id, text="Governor of a school", declared_on=day)
    form = ActionForm(
        group_id=meeting.group_id,
        person_id=person.id,
        sent_on=day,
        back_by=date(2026, 11, 30),
        content="{}",
    )
    rows = (
        series,
        paper,
        ItemPaper(item_id=item.id, position=1, title="Late work", file_id=paper.id),
        interest,
        ItemInterest(item_id=item.id, interest_id=interest.id, leaves=True),
        ActionEvidence(
            action_id=action.id, kind=EvidenceKind.TEXT, text="The rota of June", noted_on=day
        ),
        LearningNote(
            action_id=action.id, done="A rota by week", repeat=WouldRepeat.YES, noted_on=day
        ),
        form,
        FormAnswer(
            form_id=form.id,
            action_id=action.id,
            read_on=day,
            file_name="form.docx",
            sha256=digest("def"),
            progress="Begun",
        ),
    )
    database.apply(change("Work on", meeting, [added(row) for row in rows]))
    review = MinutesReview(
        meeting_id=meeting.id, version=1, reviewer=person.name, came_on=day, file_name="a.docx"
    )
    forum = Forum(area_id=area.id, name="Samplefolk safeguarding partnership")
    returned = GroupReturn(
        group_id=meeting.group_id, meeting_id=meeting.id, sent_on=day, back_by=day
    )
    point = ReturnPoint(
        return_id=returned.id, position=1, kind=PointKind.ESCALATE, text="Too few assessors"
    )
    above = (
        review,
        MinutesAmendment(
            review_id=review.id,
            position=1,
            kind=AmendmentKind.INSERTION,
            paragraph=1,
            after="twice",
        ),
        forum,
        ForumLink(group_id=meeting.group_id, forum_id=forum.id, informs=Informs.BOTH),
        StandingItem(group_id=meeting.group_id, position=1, title="What is late"),
        returned,
        point,
        Escalation(
            area_id=area.id,
            group_id=meeting.group_id,
            to_body="Family Justice Board",
            question="Who pays for assessors?",
            raised_on=day,
            point_id=point.id,
        ),
    )
    database.apply(change("Work with others", meeting, [added(row) for row in above]))


if __name__ == "__main__":
    main()
