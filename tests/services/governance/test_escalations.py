"""Escalations: put to a group above or a body outside, answered, taken back, taken up."""

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import GroupKind
from lfjb_desk.domain.meetings.meetings import AgendaItem, ItemTopic, MeetingState, Purpose
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.governance.escalations import FAMILY_JUSTICE_BOARD, EscalationService
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.search import SearchService
from lfjb_desk.services.today import TodayService
from tests.services.conftest import HELD, TODAY

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
    from lfjb_desk.domain.read_models.today import Waiting
    from tests.services.conftest import Board

QUESTION = "Can the area have two more expert assessors?"
RAISED = TODAY - timedelta(days=12)


@pytest.fixture
def escalations(board: "Board") -> EscalationService:
    return EscalationService(board.database)


def raised(board: "Board", to: UUID | str | None = None, group: UUID | None = None) -> UUID:
    change = EscalationService(board.database).add(
        group or board.sub_group, QUESTION, to or board.group, RAISED
    )
    return board.write(change).key_of(Escalation)


def only(board: "Board", group: UUID | None = None) -> "EscalationRow":
    (row,) = EscalationService(board.database).rows(group or board.group, TODAY)
    return row


def waiting(board: "Board") -> list["Waiting"]:
    view = TodayService(board.database).view(board.area, board.group, TODAY)
    return [each for each in view.waiting if each.kind == "escalation"]


def test_a_question_goes_to_the_group_above_and_undo_takes_it_away(
    board: "Board", escalations: EscalationService
) -> None:
    board.round_trip(escalations.add(board.sub_group, f"  {QUESTION} ", board.group, RAISED, HELD))
    row = only(board)
    assert (row.group.name, row.addressee) == ("Public law group", "Essex board")
    assert row.escalation.question == QUESTION
    assert row.is_open
    assert row.days_waiting == 12
    assert row.waiting_words == "Waits 12 days"
    assert only(board, board.sub_group) == row, "the asker sees it too"


def test_a_board_asks_a_body_outside_and_the_family_justice_board_is_offered_first(
    board: "Board", escalations: EscalationService
) -> None:
    offered = escalations.addressees(board.group)
    assert (offered.groups, offered.bodies) == ((), (FAMILY_JUSTICE_BOARD,))
    above = escalations.addressees(board.sub_group).groups
    assert [group.id for group in above] == [board.group]
    raised(board, "  Ministry of Examples ", board.group)
    assert only(board).addressee == "Ministry of Examples"
    offered = escalations.addressees(board.sub_group)
    assert offered.bodies == (FAMILY_JUSTICE_BOARD, "Ministry of Examples")


def test_a_question_is_put_to_no_group_below_beside_or_unknown(
    board: "Board", escalations: EscalationService
) -> None:
    groups = GroupService(board.database)
    beside = board.write(
        groups.add(board.area, "Data group", GroupKind.SUB_GROUP, parent_id=board.group)
    )
    for asker, to in (
        (board.group, board.sub_group),
        (board.sub_group, board.sub_group),
        (board.sub_group, beside.edits[0].key),
        (board.sub_group, uuid4()),
    ):
        with pytest.raises(RuleError, match="reports to no such group"):
            escalations.add(asker, QUESTION, to, RAISED)


@pytest.mark.parametrize(
    ("question", "to", "answer_by", "sentence"),
    [
        ("  ", "Family Justice Board", None, "The question is empty"),
        (QUESTION, "  ", None, "Who is to answer is empty"),
        (QUESTION, "Family Justice Board", RAISED - timedelta(days=1), "no answer can be wanted"),
    ],
)
def test_what_is_missing_or_crossed_is_refused(
    board: "Board",
    escalations: EscalationService,
    question: str,
    to: str,
    answer_by: date | None,
    sentence: str,
) -> None:
    before = board.state()
    with pytest.raises(RuleError, match=sentence):
        escalations.add(board.group, question, to, RAISED, answer_by)
    assert board.state() == before


def test_an_answer_ends_the_waiting_and_can_be_taken_back(
    board: "Board", escalations: EscalationService
) -> None:
    key = raised(board)
    board.round_trip(escalations.answer(key, "One, from January.", TODAY, "Board meeting 23"))
    row = only(board)
    assert (row.is_open, row.waiting_words) == (False, "Answered after 12 days")
    assert waiting(board) == []
    with pytest.raises(RuleError, match="was answered on 23 November 2026"):
        escalations.take_back(key)
    board.round_trip(escalations.take_answer_back(key))
    row = only(board)
    assert (row.escalation.answer, row.escalation.answered_by) == ("", "")
    assert row.is_open
    with pytest.raises(RuleError, match="has no answer yet"):
        escalations.take_answer_back(key)


def test_no_answer_comes_before_its_question(
    board: "Board", escalations: EscalationService
) -> None:
    key = raised(board)
    with pytest.raises(RuleError, match="cannot be answered on 10 November 2026"):
        escalations.answer(key, "Yes.", RAISED - timedelta(days=1), "Board meeting 23")
    board.write(escalations.answer(key, "Yes.", RAISED, "Board meeting 23"))
    with pytest.raises(RuleError, match="cannot be answered on 11 November 2026"):
        escalations.edit(key, raised_on=TODAY)


def test_a_question_changes_its_words_its_addressee_and_its_days(
    board: "Board", escalations: EscalationService
) -> None:
    key = raised(board)
    board.round_trip(escalations.edit(key, "Three?", to="Family Justice Board", answer_by=TODAY))
    row = only(board)
    assert (row.escalation.question, row.addressee) == ("Three?", "Family Justice Board")
    assert not row.is_late, "an answer may still come today"
    board.write(escalations.edit(key, answer_by=TODAY - timedelta(days=1)))
    assert only(board).is_late


def test_a_question_that_nobody_answered_is_taken_back(
    board: "Board", escalations: EscalationService
) -> None:
    board.round_trip(escalations.take_back(raised(board)))
    assert escalations.rows(board.group, TODAY) == ()


def test_the_open_ones_come_first_the_longest_waiting_at_the_top(
    board: "Board", escalations: EscalationService
) -> None:
    for days, question in ((3, "New"), (30, "Old"), (90, "Answered early"), (80, "Answered late")):
        day = TODAY - timedelta(days=days)
        board.write(escalations.add(board.group, question, "Family Justice Board", day))
    keys = {row.escalation.question: row for row in escalations.rows(board.group, TODAY)}
    for question, ago in (("Answered early", 40), ("Answered late", 5)):
        day = TODAY - timedelta(days=ago)
        board.write(escalations.answer(keys[question].escalation.id, "Yes", day, "A letter"))
    rows = escalations.rows(board.group, TODAY)
    assert [row.escalation.question for row in rows] == [
        *("Old", "New", "Answered late", "Answered early"),
    ]


def test_today_shows_it_until_it_is_answered(
    board: "Board", escalations: EscalationService
) -> None:
    key = raised(board)
    (line,) = waiting(board)
    assert line.key == key
    assert line.text == f"Public law group to Essex board: {QUESTION} (waits 12 days)"
    board.write(escalations.edit(key, answer_by=HELD))
    assert waiting(board)[0].text.endswith("(waits 12 days, answer wanted by 3 December 2026)")


def test_a_coming_agenda_takes_it_up_and_lets_it_go_again(
    board: "Board", escalations: EscalationService
) -> None:
    key = raised(board)
    (meeting,) = escalations.agendas(key, TODAY)
    assert meeting.id == board.meeting
    board.round_trip(escalations.take_up(key, meeting.id))
    (line,) = AgendaService(board.database).view(board.meeting).lines
    item = line.item
    assert (item.title, item.topic, item.purpose) == (
        *(QUESTION, ItemTopic.ESCALATION, Purpose.DECIDE),
    )
    assert item.why == f"Public law group asks: {QUESTION}"
    assert item.ask == "answer the question of Public law group"
    assert not item.added_late
    assert only(board).item == f"{QUESTION}, Board meeting 23"
    with pytest.raises(RuleError, match="on an agenda already"):
        escalations.take_up(key, board.meeting)
    board.round_trip(AgendaService(board.database).remove(item.id))
    assert only(board).item == "", "it waits for another agenda"


def test_no_agenda_of_another_group_or_of_a_body_outside_takes_it_up(
    board: "Board", escalations: EscalationService
) -> None:
    outside = raised(board, "Family Justice Board")
    assert escalations.agendas(outside, TODAY) == ()
    with pytest.raises(RuleError, match="not put to"):
        escalations.take_up(outside, board.meeting)
    inside = raised(board)
    board.write(AgendaService(board.database).add(board.meeting, "Listing"))
    board.bring_to(MeetingState.IN_SESSION)
    assert escalations.agendas(inside, TODAY) == (), "it has begun"


def test_a_long_question_is_cut_at_a_word_for_its_item(
    board: "Board", escalations: EscalationService
) -> None:
    long = "assessor " * 60
    key = board.write(escalations.add(board.sub_group, long, board.group, RAISED)).key_of(
        Escalation
    )
    made = board.write(escalations.take_up(key, board.meeting))
    (item,) = (edit.after for edit in made.edits if edit.table is AgendaItem)
    assert item is not None
    assert item["title"].endswith("assessor…")


def action(board: "Board", *, restricted: bool = False) -> UUID:
    actions = ActionService(board.database)
    change = actions.add(board.sub_group, "Find assessors", HELD, TODAY)
    key = board.write(change).key_of(Action)
    if restricted:
        board.write(actions.edit(key, restricted=True))
    return key


def test_an_action_is_escalated_known_by_it_and_not_removed_while_it_is(
    board: "Board", escalations: EscalationService
) -> None:
    key = action(board)
    board.write(escalations.add(board.sub_group, QUESTION, board.group, RAISED, None, key))
    (row,) = escalations.of_action(key, TODAY)
    assert row.action is not None
    assert row.action.title == "Find assessors"
    assert row.answers("find assessors public")
    assert not row.answers("find nobody")
    with pytest.raises(RuleError, match="1 escalation uses it"):
        ActionService(board.database).remove(key)


def test_the_question_about_a_restricted_action_is_restricted_too(
    board: "Board", escalations: EscalationService
) -> None:
    key = action(board, restricted=True)
    asked = board.write(
        escalations.add(board.sub_group, QUESTION, board.group, RAISED, None, key)
    ).key_of(Escalation)
    assert only(board).restricted
    made = board.write(escalations.take_up(asked, board.meeting))
    (item,) = (edit.after for edit in made.edits if edit.table is AgendaItem)
    assert item is not None
    assert item["restricted"]
    hits = SearchService(board.database).find("expert assessors", board.area)
    (hit,) = (each for each in hits if each.kind == "escalation")
    assert hit.detail.startswith("Restricted, Escalation of Public law group, open")
