"""In progress, blocked, done with evidence and what was learnt: in a secretariat's words."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.actions import Action, ActionStanding, ActionStatus, EvidenceKind, WouldRepeat
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.actions.evidence import EvidenceService, LearningAnswer, NewEvidence
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
RAISED = date(2026, 3, 12)
LEARNT = LearningAnswer(
    "Two courts shared one list", WouldRepeat.YES, "Fell to 38", "It took a day"
)


@pytest.fixture
def actions(board: "Board") -> ActionService:
    return ActionService(board.database)


@pytest.fixture
def evidence(board: "Board") -> EvidenceService:
    return EvidenceService(board.database)


@pytest.fixture
def rota(board: "Board", actions: ActionService) -> UUID:
    change = actions.add(
        board.group, "Publish the duty rota", date(2026, 10, 12), RAISED, owner_id=board.helen
    )
    return board.write(change).key_of(Action)


def now(board: "Board", key: UUID) -> Action:
    with board.database.session() as session:
        return found(session, Action, key)


def test_work_that_has_begun_is_in_progress_and_no_less_late(
    board: "Board", actions: ActionService, rota: UUID
) -> None:
    board.round_trip(actions.start(rota, NOW, "Helen has asked both courts"))
    row = actions.row(rota, TODAY)
    assert row.progress_words == "In progress"
    assert (row.standing, row.status_words) == (ActionStanding.LATE, "42 days late")
    step = actions.detail(rota, TODAY).history[-1]
    assert (step.status_before, step.status_after) == (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)
    assert step.text == "Helen has asked both courts"
    with pytest.raises(RuleError, match="in progress already"):
        actions.start(rota, NOW)


def test_a_blocked_action_says_what_it_waits_for_and_who_said_so(
    board: "Board", actions: ActionService, rota: UUID
) -> None:
    board.round_trip(actions.block(rota, "  a listing officer ", NOW, "Helen Marsh"))
    row = actions.row(rota, TODAY)
    assert row.progress_words == "Blocked: waits for a listing officer"
    step = actions.detail(rota, TODAY).history[-1]
    assert (step.text, step.agreed_by) == (row.progress_words, "Helen Marsh")
    with pytest.raises(RuleError, match="blocked by that already"):
        actions.block(rota, "a listing officer", NOW)
    with pytest.raises(RuleError, match="What the action waits for is empty"):
        actions.block(rota, " ", NOW)
    board.write(actions.start(rota, NOW))
    assert now(board, rota).blocked_by == ""
    board.write(actions.block(rota, "a room", NOW))
    board.write(actions.close(rota, "Published", TODAY, NOW))
    assert now(board, rota).blocked_by == ""
    with pytest.raises(RuleError, match="done already"):
        actions.block(rota, "a room", NOW)


def test_a_closing_takes_what_shows_it_and_what_was_learnt(
    board: "Board", actions: ActionService, evidence: EvidenceService, rota: UUID
) -> None:
    given = (
        NewEvidence(EvidenceKind.TEXT, "The rota of December"),
        NewEvidence(EvidenceKind.LINK, "https://example.org/rota"),
        NewEvidence(EvidenceKind.TEXT, "  "),
    )
    board.round_trip(actions.close(rota, "Published", TODAY, NOW, given))
    detail = actions.detail(rota, TODAY)
    assert [(each.kind, each.text) for each in detail.evidence] == [
        (EvidenceKind.TEXT, "The rota of December"),
        (EvidenceKind.LINK, "https://example.org/rota"),
    ]
    assert detail.learning is None
    board.round_trip(evidence.learn(rota, LEARNT, TODAY))
    board.round_trip(evidence.add(rota, [NewEvidence(EvidenceKind.TEXT, "A letter")], TODAY))
    again = LearningAnswer("Two courts shared one list", WouldRepeat.NO)
    board.round_trip(evidence.learn(rota, again, TODAY))
    detail = actions.detail(rota, TODAY)
    assert len(detail.evidence) == 3
    assert detail.learning is not None
    assert (detail.learning.done, detail.learning.repeat) == (LEARNT.done, WouldRepeat.NO)


@pytest.mark.parametrize("address", ["the rota", "ftp://example.org/x", "https://", "https://a b"])
def test_a_link_is_the_address_of_a_page(
    board: "Board", actions: ActionService, evidence: EvidenceService, rota: UUID, address: str
) -> None:
    before = board.state()
    with pytest.raises(RuleError, match="is not the address of a page"):
        actions.close(rota, "Published", TODAY, NOW, [NewEvidence(EvidenceKind.LINK, address)])
    with pytest.raises(RuleError, match="No evidence was given"):
        evidence.add(rota, [NewEvidence(EvidenceKind.LINK, " ")], TODAY)
    assert board.state() == before


def test_nothing_is_learnt_from_an_open_action(evidence: EvidenceService, rota: UUID) -> None:
    with pytest.raises(RuleError, match="is still open"):
        evidence.learn(rota, LEARNT, TODAY)
