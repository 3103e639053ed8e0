"""Who may read decisions, actions and items: said at any time, and handed on to what follows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import RuleError, change, edited
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting, MeetingState
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
DUE = date(2027, 1, 8)


@pytest.fixture
def item(board: Board) -> UUID:
    added = board.write(AgendaService(board.database).add(board.meeting, "Trust", restricted=True))
    key = added.key_of(AgendaItem)
    assert key is not None
    return key


def agreed(board: Board) -> None:
    """Let the minutes of the meeting be agreed."""
    with board.database.session() as session:
        meeting = found(session, Meeting, board.meeting)
    board.write(change("Agree", meeting, [edited(meeting, state=MeetingState.AGREED)]))


def test_what_replaces_a_restricted_decision_is_restricted_wherever_it_stands(
    board: Board, item: UUID
) -> None:
    decisions = DecisionService(board.database)
    old = board.write(decisions.add(board.meeting, "As it was", item_id=item)).key_of(Decision)
    assert old is not None
    new = board.write(decisions.supersede(old, board.meeting, "As it is")).key_of(Decision)
    assert new is not None
    assert decisions.row(new).restricted
    assert decisions.row(new).decision.restricted
    assert not decisions.row(old).decision.restricted, "it is so by its item"
    assert decisions.row(old).restricted


def test_after_the_minutes_are_agreed_who_may_read_them_can_still_be_said(
    board: Board, item: UUID
) -> None:
    decisions, agenda = DecisionService(board.database), AgendaService(board.database)
    made = board.write(decisions.add(board.meeting, "Meet in May")).key_of(Decision)
    assert made is not None
    agreed(board)
    board.round_trip(decisions.edit(made, restricted=True))
    board.round_trip(agenda.edit(item, restricted=False))
    with pytest.raises(RuleError, match="agreed"):
        agenda.edit(item, "Other words", restricted=True)
    with pytest.raises(RuleError, match="agreed"):
        decisions.edit(made, "Other words", restricted=False)


def test_minutes_that_were_kept_are_withheld_by_what_is_restricted_now(
    board: Board, item: UUID
) -> None:
    decisions, actions = DecisionService(board.database), ActionService(board.database)
    seen = board.write(decisions.add(board.meeting, "Meet in May")).key_of(Decision)
    board.write(decisions.add(board.meeting, "Under it", item_id=item))
    about: Any = {"meeting_id": board.meeting, "decision_id": seen}
    secret = board.write(
        actions.add(board.group, "Hidden", DUE, TODAY, restricted=True, **about)
    ).key_of(Action)
    board.write(actions.add(board.group, "Seen", DUE, TODAY, **about))
    whole = MinutesService(board.database).view(board.meeting, TODAY)
    with board.database.session() as session:
        now = restriction(session)

    closed = now.minutes(whole)

    assert [row.action.title for row in whole.loose_actions] == ["Hidden", "Seen"]
    assert [row.action.title for row in closed.loose_actions] == ["Seen"]
    assert secret is not None
    assert closed.loose_decisions[0].actions == ("ESST-A-002",)
    (minuted,) = closed.items
    assert minuted.withheld
    assert (minuted.item.title, minuted.decisions, minuted.notes) == ("Restricted item", (), ())
    assert now.minutes(closed) == closed
