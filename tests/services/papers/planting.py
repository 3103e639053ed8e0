"""Restricted matter planted into the sample board, each field with a word of its own."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel, create_engine

from lfjb_desk.domain.actions import Action, ActionStatus, ActionUpdate
from lfjb_desk.domain.changes import added, change, edited
from lfjb_desk.domain.drivers import Driver
from lfjb_desk.domain.figures.charts import ChartStep
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Decision,
    DecisionState,
    ItemTopic,
    Meeting,
    MeetingState,
    MinuteNote,
    Purpose,
)
from lfjb_desk.domain.meetings.minutes import MinutesCorrection
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from lfjb_desk.domain.rows import Row

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates" / "house.docx"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)


def sample_board() -> Database:
    """Return the sample board in memory."""
    engine = create_engine(
        "sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool
    )
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    reference = ReferenceService(database, ROOT / "db" / "reference").load()
    assert reference is not None
    database.apply(reference)
    sample = SampleService(database, ROOT / "resources" / "sample", ROOT / "db" / "reference")
    database.apply(sample.build(TODAY))
    return database


@dataclass
class Planted:
    """A board with restricted matter, and the words that say where it comes out."""

    database: Database
    board: Group
    groups: list[Group]
    meetings: list[Meeting]
    words: set[str] = field(default_factory=set)
    """Every word of restricted matter; no open paper may hold one of them."""
    printed: set[str] = field(default_factory=set)
    """Those that some paper with restricted matter prints."""
    _refs: int = 900

    def word(self, name: str, *, printed: bool = True) -> str:
        """Return a word that stands nowhere else."""
        made = f"Zqx{name}"
        self.words.add(made)
        if printed:
            self.printed.add(made)
        return made

    def ref(self, letter: str) -> str:
        """Return a reference that no other record has."""
        self._refs += 1
        made = f"ESST-{letter}-{self._refs}"
        self.words.add(made)
        self.printed.add(made)
        return made

    def write(self, *rows: Row) -> None:
        """Add rows."""
        self.database.apply(change("Plant", rows[0], [added(row) for row in rows]))

    def person(self, name: str) -> Person:
        """Return somebody with no seat, of a body of their own."""
        body = Organisation(name=self.word(f"body{name}"), kind=OrganisationKind.OTHER)
        person = Person(name=self.word(f"person{name}"), organisation_id=body.id)
        self.write(body, person)
        return person

    def item(self, meeting: Meeting, name: str, **values: Any) -> AgendaItem:
        """Plant a restricted item with a note under it."""
        past = meeting.held_on <= TODAY
        person = Person(
            name=self.word(f"lead{name}", printed=not past),
            organisation_id=self._body(name),
        )
        item = AgendaItem(
            meeting_id=meeting.id,
            position=90,
            title=self.word(f"title{name}"),
            why=self.word(f"why{name}", printed=not past),
            ask=self.word(f"ask{name}", printed=not past),
            restricted_why=self.word(f"closed{name}", printed=not past),
            restricted_audience=self.word(f"audience{name}", printed=not past),
            presenter_id=person.id,
            restricted=True,
            **values,
        )
        self.write(person, item)
        if past:
            note = MinuteNote(item_id=item.id, position=1, text=self.word(f"note{name}"))
            self.write(note)
        return item

    def _body(self, name: str) -> UUID:
        body = Organisation(
            name=self.word(f"leadbody{name}", printed=False), kind=OrganisationKind.OTHER
        )
        self.write(body)
        return body.id

    def decision(self, meeting: Meeting, name: str, **values: Any) -> Decision:
        """Plant a decision; what makes it restricted is among the values."""
        made = Decision(
            ref=self.ref("D"),
            group_id=meeting.group_id,
            meeting_id=meeting.id,
            text=self.word(f"decided{name}"),
            reason=self.word(f"reason{name}"),
            decided_on=meeting.held_on,
            **values,
        )
        self.write(made)
        return made

    def correction(self, meeting: Meeting, name: str, **values: Any) -> None:
        """Plant a correction to the minutes; what makes it restricted is among the values."""
        made = MinutesCorrection(
            meeting_id=meeting.id,
            number=1,
            text=self.word(f"correction{name}"),
            noted_on=TODAY,
            noted_by=self.word(f"notedby{name}"),
            **values,
        )
        self.write(made)

    def escalation(self, action: Action, name: str) -> None:
        """Plant an escalation of an action that is restricted; its item and its answer are too."""
        self.write(
            Escalation(
                area_id=self.board.area_id,
                group_id=action.group_id,
                to_body=self.word(f"tobody{name}"),
                question=self.word(f"question{name}"),
                raised_on=TODAY - timedelta(9),
                action_id=action.id,
                answer=self.word(f"answer{name}"),
                answered_on=TODAY,
                answered_by=self.word(f"answerer{name}"),
            )
        )

    def actions(self, meeting: Meeting, name: str, **values: Any) -> list[Action]:
        """Plant an action late, due, moved, done and dropped, each with an update."""
        states: tuple[dict[str, Any], ...] = (
            {"due": TODAY - timedelta(40)},
            {"due": TODAY + timedelta(3)},
            {"due": TODAY + timedelta(200), "original_due": TODAY - timedelta(9)},
            {"due": TODAY, "status": ActionStatus.DONE, "closed_on": TODAY},
            {"due": TODAY, "status": ActionStatus.DROPPED, "closed_on": TODAY},
        )
        made = []
        for number, state in enumerate(states):
            owner = self.person(f"{name}{number}")
            closed = "closed_on" in state
            action = Action(
                ref=self.ref("A"),
                group_id=meeting.group_id,
                title=self.word(f"action{name}{number}"),
                owner_id=owner.id,
                accountable_id=owner.organisation_id,
                meeting_id=meeting.id,
                raised_on=meeting.held_on,
                outcome=self.word(f"outcome{name}{number}", printed=False) if closed else "",
                **({"original_due": state["due"]} | state),
                **values,
            )
            update = ActionUpdate(
                action_id=action.id,
                noted_at=NOW,
                text=self.word(f"update{name}{number}", printed=False),
                agreed_by=self.word(f"agreed{name}{number}", printed=False),
                due_before=action.original_due,
                due_after=action.due,
            )
            self.write(action, update)
            made.append(action)
        return made


def plant(database: Database) -> Planted:
    """Plant restricted matter of every kind at the meetings of the board and a sub-group."""
    with database.session() as session:
        groups = [group for group in everything(session, Group) if group.sample]
        meetings = list(everything(session, Meeting))
        driver = everything(session, Driver)[0].id
        old = next(iter(everything(session, Decision)))
        begun = next(iter(everything(session, ChartStep)))
    board = next(group for group in groups if group.kind is GroupKind.BOARD)
    planted = Planted(database, board, groups, meetings)
    raised: list[Action] = []
    for group in groups:
        own = [meeting for meeting in meetings if meeting.group_id == group.id]
        past = [meeting for meeting in own if meeting.held_on <= TODAY]
        coming = [meeting for meeting in own if meeting.held_on > TODAY]
        tag = "".join(part[0] for part in group.name.split())
        for meeting in coming[:1]:
            planted.item(meeting, f"next{tag}", purpose=Purpose.DECIDE, topic=ItemTopic.DRIVERS)
        if not past:
            continue
        last = max(past, key=lambda meeting: meeting.held_on)
        planted.correction(last, f"whole{tag}", restricted=True)
        # Minutes that are circulated stay as they were kept, without what is planted.
        draft = edited(last, state=MeetingState.MINUTES_DRAFT)
        if draft.after:
            database.apply(change("Back to draft", last, [draft]))
        topic = ItemTopic.NONE if group is board else ItemTopic.ESCALATION
        item = planted.item(last, f"last{tag}", topic=topic)
        planted.correction(last, f"item{tag}", item_id=item.id)
        under = planted.decision(last, f"under{tag}", item_id=item.id, driver_id=driver)
        loose = planted.decision(last, f"loose{tag}", restricted=True, driver_id=driver)
        planted.actions(last, f"item{tag}", item_id=item.id, driver_id=driver)
        planted.actions(last, f"byitem{tag}", decision_id=under.id)
        planted.actions(last, f"loose{tag}", decision_id=loose.id, driver_id=driver)
        raised += planted.actions(last, f"self{tag}", restricted=True, driver_id=driver)
        planted.escalation(raised[-1], tag)
    loose_decision = planted.decision(
        max((m for m in meetings if m.group_id == board.id and m.held_on <= TODAY),
            key=lambda meeting: meeting.held_on),
        "later", restricted=True,
    )  # fmt: skip
    hung = next(row for row in raised if row.restricted)
    step = edited(begun, reason=planted.word("step"), action_id=hung.id)
    database.apply(change("Hang a step on it", begun, [step]))
    superseded = edited(old, state=DecisionState.SUPERSEDED, superseded_by_id=loose_decision.id)
    database.apply(change("Supersede", old, [superseded]))
    return planted


def everything_in(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Yield the text of a file and, where it is a package, of every part of it, to the bottom."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield name, data.decode("utf-8", errors="replace")
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield name, package.comment.decode("utf-8", errors="replace")
        for part in package.namelist():
            yield name, part
            yield from everything_in(package.read(part), f"{name}/{part}")
