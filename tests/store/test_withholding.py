"""A gathering that withholds restricted records answers nobody with them, however they ask."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func
from sqlmodel import col, select

from lfjb_desk.domain.actions import Action, ActionUpdate
from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, ItemTopic, Meeting, MinuteNote
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.restriction import Restriction
from lfjb_desk.store.engine.database import utc_now
from lfjb_desk.store.engine.withholding import withheld
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database

DAY = date(2026, 11, 2)


class Kept:
    """A meeting with an open and a restricted item, and what hangs on them."""

    def __init__(self, database: Database) -> None:
        self.database = database
        area = DfjArea(code="SMPL", name="S", region="", nation="England", courts="", source="-")
        group = Group(area_id=area.id, kind=GroupKind.BOARD, name="Board")
        meeting = Meeting(group_id=group.id, number=1, held_on=DAY)
        self.group, self.meeting = group, meeting
        self.closed = self.item(1, restricted=True, why="Why", topic=ItemTopic.DRIVERS)
        self.open = self.item(2)
        self.under = self.decision(1, item_id=self.closed.id)
        self.loose = self.decision(2, restricted=True)
        self.seen = self.decision(3, item_id=self.open.id)
        self.raised = self.action(1, item_id=self.closed.id)
        self.follows = self.action(2, item_id=self.open.id, decision_id=self.under.id)
        self.itself = self.action(3, restricted=True, decision_id=self.seen.id)
        self.plain = self.action(4, decision_id=self.seen.id)
        note = MinuteNote(item_id=self.closed.id, position=1, text="Closed note")
        other = MinuteNote(item_id=self.open.id, position=1, text="Open note")
        update = ActionUpdate(action_id=self.raised.id, noted_at=utc_now(), text="Closed update")
        rows = (area, group, meeting, self.closed, self.open, self.under, self.loose, self.seen)
        more = (self.raised, self.follows, self.itself, self.plain, note, other, update)
        database.apply(change("Set up", group, [added(row) for row in (*rows, *more)]))

    def item(self, place: int, **values: Any) -> AgendaItem:
        return AgendaItem(meeting_id=self.meeting.id, position=place, title=f"I{place}", **values)

    def decision(self, number: int, **values: Any) -> Decision:
        return Decision(
            ref=f"SMPL-D-{number}",
            group_id=self.group.id,
            meeting_id=self.meeting.id,
            text="T",
            decided_on=DAY,
            **values,
        )

    def action(self, number: int, **values: Any) -> Action:
        days: Any = {"raised_on": DAY, "original_due": DAY, "due": DAY}
        ref = f"SMPL-A-{number}"
        return Action(ref=ref, group_id=self.group.id, title="T", **days, **values)


@pytest.fixture
def kept(database: Database) -> Kept:
    return Kept(database)


@pytest.fixture
def restricted(kept: Kept) -> Restriction:
    with kept.database.session() as session:
        return restriction(session)


def test_restriction_is_handed_down_from_item_to_decision_to_action(
    kept: Kept, restricted: Restriction
) -> None:
    assert restricted.items == {kept.closed.id}
    assert restricted.decisions == {kept.under.id, kept.loose.id}
    assert restricted.actions == {kept.raised.id, kept.follows.id, kept.itself.id}
    assert restricted.refs == {"SMPL-D-1", "SMPL-D-2", "SMPL-A-1", "SMPL-A-2", "SMPL-A-3"}


def test_rows_columns_joins_and_counts_answer_without_them(
    kept: Kept, restricted: Restriction
) -> None:
    joined = (
        select(Action.ref, Decision.ref)
        .select_from(Action)
        .outerjoin(Decision, col(Decision.id) == col(Action.decision_id))
    )
    with kept.database.gathering(restricted) as gathered, gathered.session() as session:
        assert [row.id for row in session.exec(select(Action))] == [kept.plain.id]
        assert list(session.exec(select(Action.ref))) == ["SMPL-A-4"]
        assert list(session.exec(joined)) == [("SMPL-A-4", "SMPL-D-3")]
        assert session.exec(select(func.count(col(Action.id)))).one() == 1
        assert list(session.exec(select(Decision.ref))) == ["SMPL-D-3"]
        assert list(session.exec(select(MinuteNote.text))) == ["Open note"]
        assert list(session.exec(select(ActionUpdate.text))) == []
        assert session.get(Action, kept.raised.id) is None
        assert session.get(Decision, kept.loose.id) is None
        assert withheld(session) == restricted


def test_an_item_keeps_its_place_and_time_and_loses_what_it_is_about(
    kept: Kept, restricted: Restriction
) -> None:
    with kept.database.gathering(restricted) as gathered, gathered.session() as session:
        closed, seen = session.exec(select(AgendaItem).order_by(col(AgendaItem.position))).all()
        session.flush()  # what is emptied counts as no change
    assert (closed.title, closed.why, closed.topic) == ("Restricted item", "", ItemTopic.NONE)
    assert (closed.position, closed.minutes, closed.restricted) == (1, 10, True)
    assert seen.title == "I2"


def test_a_gathering_without_a_restriction_and_an_ordinary_session_answer_with_all(
    kept: Kept,
) -> None:
    with kept.database.gathering() as gathered, gathered.session() as session:
        assert len(session.exec(select(Action)).all()) == 4
        assert withheld(session) == Restriction()
    with kept.database.session() as session:
        titles = session.exec(select(AgendaItem.title).order_by(col(AgendaItem.position))).all()
    assert titles == ["I1", "I2"]


def test_a_gathering_within_one_cannot_withhold_more_than_it(
    kept: Kept, restricted: Restriction
) -> None:
    with kept.database.gathering(restricted) as gathered, gathered.gathering(restricted) as within:
        assert within is gathered
    with (
        kept.database.gathering() as gathered,
        pytest.raises(RuntimeError, match="cannot withhold more"),
        gathered.gathering(restricted),
    ):
        pass
