"""What the register of decisions says of how each stands, and what it is found by."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.meetings.meetings import Decision, Meeting, MeetingState
from lfjb_desk.domain.read_models.meetings.register import (
    EVERY_STANDING,
    IN_FORCE,
    NO_LONGER,
    REVIEW_DUE,
    DecisionStanding,
    answering,
    counted,
)
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.register import RegisterService

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.register import RegisterRow
    from tests.services.conftest import Board

TODAY = date(2026, 12, 10)


@pytest.fixture
def decisions(board: "Board") -> DecisionService:
    board.write(AgendaService(board.database).add(board.meeting, "Listing"))
    board.bring_to(MeetingState.IN_SESSION)
    return DecisionService(board.database)


def register(board: "Board", group: "UUID | None" = None) -> tuple["RegisterRow", ...]:
    return RegisterService(board.database).rows(group or board.group, TODAY)


def row_of(board: "Board", decision_id: "UUID") -> "RegisterRow":
    return next(row for row in register(board) if row.decision.id == decision_id)


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        (-1, DecisionStanding.REVIEW_DUE),
        (0, DecisionStanding.REVIEW_DUE),
        (1, DecisionStanding.IN_FORCE),
    ],
)
def test_a_review_is_due_from_its_day_on(
    board: "Board", decisions: DecisionService, days: int, standing: DecisionStanding
) -> None:
    review = TODAY + timedelta(days=days)
    made = board.write(decisions.add(board.meeting, "One tracker", review_by=review))
    assert row_of(board, made.key_of(Decision)).standing is standing


def test_a_superseded_and_a_withdrawn_decision_are_not_due_whatever_their_day(
    board: "Board", decisions: DecisionService
) -> None:
    past = TODAY - timedelta(days=1)
    first = board.write(decisions.add(board.meeting, "One tracker", review_by=past))
    second = board.write(decisions.add(board.meeting, "Two lists", review_by=past))
    board.write(decisions.supersede(first.key_of(Decision), board.meeting, "Three trackers"))
    board.write(decisions.withdraw(second.key_of(Decision), board.meeting, "A slip"))
    rows = register(board)
    assert counted(rows) == {
        DecisionStanding.IN_FORCE: 1,
        DecisionStanding.SUPERSEDED: 1,
        DecisionStanding.WITHDRAWN: 1,
    }
    assert answering(rows, REVIEW_DUE, "") == ()
    assert [row.decision.text for row in answering(rows, IN_FORCE, "")] == ["Three trackers"]
    assert {row.decision.text for row in answering(rows, NO_LONGER, "")} == {
        *("One tracker", "Two lists"),
    }


def test_a_decision_knows_what_it_replaced_what_replaced_it_and_what_carries_it_out(
    board: "Board", decisions: DecisionService
) -> None:
    old = board.write(decisions.add(board.meeting, "One tracker")).key_of(Decision)
    board.write(decisions.supersede(old, board.meeting, "Two trackers"))
    new_id = next(row.decision.id for row in register(board) if row.decision.text == "Two trackers")
    actions = ActionService(board.database)
    board.write(actions.add(board.group, "Order it", TODAY, TODAY, decision_id=new_id))
    before, after = row_of(board, old), row_of(board, new_id)
    assert before.replacement == after.decision
    assert after.replaced == (before.decision,)
    assert [action.title for action in after.actions] == ["Order it"]
    assert (before.actions, before.replaced, after.replacement) == ((), (), None)


def test_it_is_replaced_only_while_a_meeting_of_its_own_group_can_record(
    board: "Board", decisions: DecisionService
) -> None:
    meetings = MeetingService(board.database)
    made = board.write(meetings.add(board.sub_group, TODAY)).key_of(Meeting)
    board.write(AgendaService(board.database).add(made, "Listing"))
    board.write(meetings.move_to(made, MeetingState.AGENDA_ISSUED))
    key = board.write(decisions.add(board.meeting, "One tracker")).key_of(Decision)
    assert row_of(board, key).can_be_replaced
    board.bring_to(MeetingState.CIRCULATED)
    assert not row_of(board, key).can_be_replaced
    board.write(meetings.move_to(made, MeetingState.IN_SESSION))
    assert not row_of(board, key).can_be_replaced, "that meeting is of another group"


def test_the_board_reads_the_decisions_of_its_groups_and_a_group_only_its_own(
    board: "Board", decisions: DecisionService
) -> None:
    board.write(decisions.add(board.meeting, "One tracker"))
    meetings = MeetingService(board.database)
    made = board.write(meetings.add(board.sub_group, TODAY)).key_of(Meeting)
    board.write(decisions.add(made, "One court a month"))
    assert [row.decision.text for row in register(board)] == ["One court a month", "One tracker"]
    assert [row.decision.text for row in register(board, board.sub_group)] == ["One court a month"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mon tracker", 1),
        ("TRACKER môn", 1),
        ("esst-d-001", 1),
        ("compared", 1),
        ("essex board", 1),
        ("  ", 1),
        ("tracker ipswich", 0),
    ],
)
def test_a_search_wants_every_word_somewhere(
    board: "Board", decisions: DecisionService, typed: str, found: int
) -> None:
    reason = "Figures must be compared"
    board.write(decisions.add(board.meeting, "One tracker for Môn", reason=reason))
    assert len(answering(register(board), EVERY_STANDING, typed)) == found
