"""Reading the few columns by which records are found."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.drivers import Driver, Initiative
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Decision,
    Meeting,
    MeetingState,
    MinuteNote,
)
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.domain.read_models.restriction import Restriction
from lfjb_desk.store.queries.restriction import restriction


class SearchRecord(NamedTuple):
    """A record as it can be found: what it is called, and the soft line under it."""

    kind: str
    id: UUID
    title: str
    detail: str


def records(session: Session, area_id: UUID | None) -> Iterator[SearchRecord]:
    """Yield what can be found: the records of an area (None: of all) and what all areas share."""
    groups = {
        group.id: group
        for group in session.exec(select(Group)).all()
        if area_id in {None, group.area_id}
    }
    closed = restriction(session)
    yield from _actions(session, groups, closed)
    yield from _meetings(session, groups)
    yield from _decisions(session, groups, closed)
    yield from _escalations(session, groups, closed)
    yield from _notes(session, groups, closed)
    yield from _people(session)
    for driver in session.exec(select(Driver)).all():
        yield SearchRecord("driver", driver.id, driver.name, "Driver of delay")
    measures = select(col(Measure.id), col(Measure.name), col(Measure.unit), col(Measure.code))
    for key, name, unit, code in session.exec(measures):
        yield SearchRecord("measure", key, name, f"Measure in {unit}, {code}")
    for key, title, place in session.exec(
        select(col(Initiative.id), col(Initiative.title), col(Initiative.place))
    ):
        yield SearchRecord("initiative", key, title, place)


def _actions(
    session: Session, groups: dict[UUID, Group], closed: Restriction
) -> Iterator[SearchRecord]:
    owners = select(col(Action.id), col(Person.name)).join(
        Person, col(Person.id) == Action.owner_id
    )
    owned = dict(session.exec(owners).all())
    statement = select(
        col(Action.id), col(Action.ref), col(Action.title), col(Action.status)
    ).where(col(Action.group_id).in_(groups))
    for key, ref, title, status in session.exec(statement):
        whose = f", {owned[key]}" if key in owned else ""
        about = f"{ref}, {status.value}{whose}"
        yield SearchRecord("action", key, title, _marked(about, key in closed.actions))


def _decisions(
    session: Session, groups: dict[UUID, Group], closed: Restriction
) -> Iterator[SearchRecord]:
    statement = select(
        col(Decision.id), col(Decision.ref), col(Decision.text), col(Decision.decided_on)
    ).where(col(Decision.group_id).in_(groups))
    for key, ref, text, day in session.exec(statement):
        about = f"{ref}, {long_date(day)}"
        yield SearchRecord("decision", key, text, _marked(about, key in closed.decisions))


def _escalations(
    session: Session, groups: dict[UUID, Group], closed: Restriction
) -> Iterator[SearchRecord]:
    statement = select(Escalation).where(col(Escalation.group_id).in_(groups))
    for row in session.exec(statement.order_by(col(Escalation.raised_on).desc())):
        state = "open" if row.answered_on is None else f"answered on {long_date(row.answered_on)}"
        about = f"Escalation of {groups[row.group_id].name}, {state}"
        is_closed = row.action_id in closed.actions or row.item_id in closed.items
        yield SearchRecord("escalation", row.id, row.question, _marked(about, is_closed))


def _meetings(session: Session, groups: dict[UUID, Group]) -> Iterator[SearchRecord]:
    statement = select(Meeting).where(col(Meeting.group_id).in_(groups))
    for meeting in session.exec(statement.order_by(col(Meeting.held_on).desc())):
        label = meeting_label(groups[meeting.group_id], meeting)
        yield SearchRecord("meeting", meeting.id, label, _when_held(meeting))


def _notes(
    session: Session, groups: dict[UUID, Group], closed: Restriction
) -> Iterator[SearchRecord]:
    """Yield what was minuted, under the id of its item: the item is what is opened."""
    meetings = select(Meeting).where(col(Meeting.group_id).in_(groups))
    labels = {
        meeting.id: meeting_label(groups[meeting.group_id], meeting)
        for meeting in session.exec(meetings)
    }
    items = {
        key: f"{title}, {labels[meeting_id]}"
        for key, title, meeting_id in session.exec(
            select(col(AgendaItem.id), col(AgendaItem.title), col(AgendaItem.meeting_id))
        )
        if meeting_id in labels
    }
    notes = select(col(MinuteNote.item_id), col(MinuteNote.text))
    for item_id, text in session.exec(notes.order_by(col(MinuteNote.position))):
        if item_id in items:
            about = _marked(items[item_id], item_id in closed.items)
            yield SearchRecord("note", item_id, text, about)


def _marked(about: str, is_restricted: bool) -> str:  # noqa: FBT001 - said beside what is marked
    """Return the soft line of a record; one that is restricted says so first."""
    return f"Restricted, {about}" if is_restricted else about


def _people(session: Session) -> Iterator[SearchRecord]:
    bodies = dict(session.exec(select(col(Organisation.id), col(Organisation.name))).all())
    for person in session.exec(select(Person)):
        post = f"{person.post}, " if person.post else ""
        yield SearchRecord(
            "person", person.id, person.name, f"{post}{bodies[person.organisation_id]}"
        )
    for key, name in bodies.items():
        yield SearchRecord("organisation", key, name, "Organisation")


def _when_held(meeting: Meeting) -> str:
    parts = [long_date(meeting.held_on), meeting.place]
    parts += [meeting.state.value] if meeting.state is MeetingState.CANCELLED else []
    return ", ".join(filter(None, parts))
