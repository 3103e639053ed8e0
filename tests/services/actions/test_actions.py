"""What a secretariat may ask of actions, in its own words."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.actions import Action, ActionStanding, ActionStatus
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.drivers import AreaDriver, Driver, DriverMeasure
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting, MeetingState
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.actions import ActionQuery, ActionRow, GroupBy, Which, grouped
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
RAISED = date(2026, 3, 12)


@pytest.fixture
def actions(board: "Board") -> ActionService:
    return ActionService(board.database)


def add(board: "Board", title: str, due: date, owner: UUID | None = None) -> Action:
    service = ActionService(board.database)
    written = board.write(service.add(board.group, title, due, RAISED, owner_id=owner))
    with board.database.session() as session:
        return found(session, Action, written.key_of(Action))


def shown(board: "Board", **asked: object) -> list[str]:
    service = ActionService(board.database)
    query = ActionQuery(board.area, **asked)  # type: ignore[arg-type]  # each test names a field of the query
    return [row.action.title for row in service.rows(query, TODAY)]


def only(board: "Board", action: Action) -> ActionRow:
    return ActionService(board.database).row(action.id, TODAY)


def test_a_new_action_gets_the_next_ref_and_its_owners_body(board: "Board") -> None:
    first = add(board, "Agree one meaning for each date", date(2026, 10, 12), board.helen)
    second = add(board, "  List the assessors  ", date(2026, 12, 1))
    assert (first.ref, second.ref) == ("ESST-A-001", "ESST-A-002")
    assert second.title == "List the assessors"
    row = only(board, first)
    assert (row.owner, row.body) == ("Helen Marsh", "Suffolk Council")
    assert row.status_words == "42 days late"
    assert row.moved_words == "not moved"


def test_late_actions_come_first_the_longest_overdue_on_top(
    board: "Board", actions: ActionService
) -> None:
    add(board, "on time", TODAY + timedelta(days=60))
    add(board, "a week late", TODAY - timedelta(days=7))
    add(board, "soon", TODAY + timedelta(days=4))
    add(board, "a month late", TODAY - timedelta(days=30))
    asleep = add(board, "asleep", TODAY - timedelta(days=90))
    board.write(actions.put_on_hold(asleep.id, date(2027, 3, 1), "chair, 20 November 2026", NOW))
    done = add(board, "done", TODAY)
    board.write(actions.close(done.id, "Published", TODAY, NOW))
    assert shown(board) == ["a month late", "a week late", "soon", "on time", "asleep"]
    assert shown(board, which=Which.ALL)[-1] == "done"
    assert shown(board, which=Which.LATE) == ["a month late", "a week late"]
    assert shown(board, which=Which.ON_HOLD) == ["asleep"]
    assert shown(board, which=Which.CLOSED) == ["done"]
    assert shown(board, which=Which.CLOSED, closed_since=TODAY + timedelta(days=1)) == []
    assert "on time" not in shown(board, due_before=TODAY + timedelta(days=10))
    assert shown(board, group_id=board.sub_group) == []


def test_the_saved_filters_say_how_many_they_hold(board: "Board", actions: ActionService) -> None:
    late = add(board, "late", TODAY - timedelta(days=7))
    add(board, "soon", TODAY + timedelta(days=4))
    for days in (3, 2, 1):
        moved = TODAY - timedelta(days=days)
        board.write(actions.move_due(late.id, moved, "chair", NOW + timedelta(seconds=4 - days)))
    counts = actions.counts(
        ActionQuery(board.area), TODAY, before=date(2026, 12, 3), closed_since=TODAY
    )
    assert (counts.open, counts.late, counts.due_before) == (2, 1, 2)
    assert (counts.moved_often, counts.on_hold, counts.closed_since) == (1, 0, 0)
    assert only(board, late).moved_words == "moved 3 times"


def test_moving_a_date_keeps_who_agreed_it_and_undo_forgets_the_move(
    board: "Board", actions: ActionService
) -> None:
    action = add(board, "List the assessors", date(2026, 5, 14))
    change = actions.move_due(action.id, date(2026, 7, 9), "chair, 13 May 2026", NOW, "Leave")
    assert change.label == "Move “List the assessors” to 9 July 2026"
    board.round_trip(change)
    detail = actions.detail(action.id, TODAY)
    assert [(due.due, due.agreed_by) for due in detail.due_dates] == [
        (date(2026, 5, 14), "first agreed"),
        (date(2026, 7, 9), "chair, 13 May 2026"),
    ]
    assert detail.history[0].due_before == date(2026, 5, 14)
    assert detail.row.last_update == detail.history[0]
    assert detail.row.moved_words == "moved once"
    board.undo(change)
    assert actions.detail(action.id, TODAY).row.times_moved == 0


def test_an_action_is_closed_with_its_outcome_and_reopened(
    board: "Board", actions: ActionService
) -> None:
    action = add(board, "Publish the duty rota", TODAY)
    close = actions.close(action.id, "On the court's page", TODAY, NOW)
    assert close.label == "Close “Publish the duty rota”"
    board.round_trip(close)
    row = only(board, action)
    assert (row.standing, row.action.outcome) == (ActionStanding.DONE, "On the court's page")
    with pytest.raises(RuleError, match="is done already"):
        actions.drop(action.id, "Overtaken", TODAY, NOW)
    reopen = actions.reopen(action.id, "The page was lost", NOW + timedelta(hours=1))
    board.round_trip(reopen)
    row = only(board, action)
    assert (row.action.status, row.action.outcome) == (ActionStatus.OPEN, "")
    assert len(actions.detail(action.id, TODAY).history) == 2
    with pytest.raises(RuleError, match="is open already"):
        actions.reopen(action.id, "again", NOW)


def test_an_action_can_be_dropped_with_a_reason(board: "Board", actions: ActionService) -> None:
    action = add(board, "Ask for a second room", TODAY)
    with pytest.raises(RuleError, match="Why the action is dropped is empty"):
        actions.drop(action.id, " ", TODAY, NOW)
    with pytest.raises(RuleError, match="cannot close before that"):
        actions.drop(action.id, "Overtaken", date(2026, 1, 1), NOW)
    board.round_trip(actions.drop(action.id, "Overtaken", TODAY, NOW))
    assert only(board, action).status_words == "Dropped"


def test_an_action_sleeps_until_a_day_and_can_be_woken(
    board: "Board", actions: ActionService
) -> None:
    action = add(board, "Return to early hearings", TODAY)
    with pytest.raises(RuleError, match="is not on hold"):
        actions.take_off_hold(action.id, NOW)
    with pytest.raises(RuleError, match="is not in the future"):
        actions.put_on_hold(action.id, TODAY, "chair", NOW)
    board.round_trip(actions.put_on_hold(action.id, date(2027, 3, 1), "chair", NOW))
    assert only(board, action).status_words == "On hold"
    board.round_trip(actions.take_off_hold(action.id, NOW + timedelta(minutes=1)))
    assert only(board, action).status_words == "Today"


def test_an_update_is_recorded_on_open_and_closed_actions(
    board: "Board", actions: ActionService
) -> None:
    action = add(board, "Send the figures", TODAY + timedelta(days=1))
    board.round_trip(actions.record(action.id, "Half are sent", NOW, "Priya, by email"))
    board.write(actions.close(action.id, "All sent", TODAY, NOW + timedelta(minutes=1)))
    late = NOW + timedelta(minutes=2)
    board.write(actions.record(action.id, "And one more", late))
    texts = [update.text for update in actions.detail(action.id, TODAY).history]
    assert texts == ["Half are sent", "All sent", "And one more"]


def test_an_action_is_handed_to_another_group_of_the_area(
    board: "Board", actions: ActionService
) -> None:
    action = add(board, "Bring it to the public law group", TODAY)
    with pytest.raises(RuleError, match="is with Essex board already"):
        actions.hand_over(action.id, board.group, "chair", NOW)
    board.round_trip(actions.hand_over(action.id, board.sub_group, "Board 23", NOW))
    row = only(board, action)
    assert (row.group, row.action.ref) == ("Public law group", "ESST-A-001")
    assert row.last_update is not None
    assert row.last_update.text == "Handed over from Essex board to Public law group"
    far = DfjArea(code="FAR", name="Far", region="", nation="Wales", courts="", source="invented")
    other = Group(area_id=far.id, kind=GroupKind.BOARD, name="Far board")
    board.write(Change("Set up", (added(far), added(other))))
    with pytest.raises(RuleError, match="“Far board” is in another area"):
        actions.hand_over(action.id, other.id, "chair", NOW)


def test_an_action_without_history_is_removed_one_with_history_is_not(
    board: "Board", actions: ActionService
) -> None:
    action = add(board, "Entered twice", TODAY)
    board.round_trip(actions.remove(action.id))
    assert shown(board) == []
    with pytest.raises(RuleError, match="This action is no longer there"):
        actions.remove(action.id)
    kept = add(board, "Chased", TODAY)
    board.write(actions.record(kept.id, "Chased by telephone", NOW))
    with pytest.raises(RuleError, match="has a history, which is kept"):
        actions.remove(kept.id)


@pytest.mark.parametrize(
    ("title", "due", "sentence"),
    [
        ("", TODAY, "The action is empty"),
        ("x" * 301, TODAY, "has 301 characters and can have 300"),
        ("Too early", date(2026, 1, 1), "before it is raised on 12 March 2026"),
    ],
)
def test_a_new_action_that_makes_no_sense_is_refused_in_a_sentence(
    board: "Board", actions: ActionService, title: str, due: date, sentence: str
) -> None:
    with pytest.raises(RuleError, match=sentence):
        actions.add(board.group, title, due, RAISED)


def test_a_due_date_is_not_moved_to_where_it_is_or_before_the_action(
    board: "Board", actions: ActionService
) -> None:
    action = add(board, "List the assessors", TODAY)
    with pytest.raises(RuleError, match="is due on 23 November 2026 already"):
        actions.move_due(action.id, TODAY, "chair", NOW)
    with pytest.raises(RuleError, match="cannot be due before that"):
        actions.move_due(action.id, date(2026, 1, 1), "chair", NOW)
    with pytest.raises(RuleError, match="Who agreed the new date is empty"):
        actions.move_due(action.id, date(2027, 1, 1), "", NOW)


@pytest.fixture
def decision(board: "Board") -> Decision:
    driver = Driver(number=1, code="plo", name="PLO tracking issues", summary="", source="guide")
    measure = Measure(
        code="weeks",
        name="Pre-proceedings",
        definition="",
        unit="weeks",
        polarity=next(iter(Polarity)),
        source="",
    )
    here = AreaDriver(area_id=board.area, driver_id=driver.id, severity=4)
    item = AgendaItem(meeting_id=board.meeting, position=1, title="Tracking")
    decision = Decision(
        ref="ESST-D-028",
        group_id=board.group,
        meeting_id=board.meeting,
        item_id=item.id,
        driver_id=driver.id,
        text="One tracker",
        decided_on=date(2026, 12, 3),
    )
    link = DriverMeasure(area_driver_id=here.id, measure_id=measure.id)
    rows = (driver, measure, here, link, item, decision)
    board.write(Change("Set up", tuple(added(row) for row in rows)))
    return decision


def test_an_action_of_a_decision_takes_its_meeting_item_and_driver(
    board: "Board", actions: ActionService, decision: Decision
) -> None:
    day = date(2026, 12, 3)
    change = actions.add(board.group, "Build it", day, day, decision_id=decision.id)
    board.round_trip(change)
    detail = actions.detail(change.key_of(Action), TODAY)
    action = detail.row.action
    assert (action.meeting_id, action.item_id) == (decision.meeting_id, decision.item_id)
    assert (detail.row.meeting, detail.row.decision) == ("Board meeting 23", "ESST-D-028")
    assert detail.line.driver is not None
    assert (detail.line.driver.name, detail.line.severity) == ("PLO tracking issues", 4)
    assert detail.line.severity_word == "high"
    assert [measure.name for measure in detail.line.measures] == ["Pre-proceedings"]
    assert detail.line.decision == decision


def test_an_action_of_a_decision_may_be_raised_at_another_meeting(
    board: "Board", actions: ActionService, decision: Decision
) -> None:
    later = Meeting(group_id=board.group, number=24, held_on=date(2027, 3, 11))
    board.write(Change("Set up", (added(later),)))
    change = actions.add(
        board.group, "Build it", TODAY, TODAY, decision_id=decision.id, meeting_id=later.id
    )
    board.round_trip(change)
    row = actions.row(change.key_of(Action), TODAY)
    assert (row.meeting, row.action.item_id) == ("Board meeting 24", None)


def test_an_action_of_no_driver_has_an_empty_line_of_sight(
    board: "Board", actions: ActionService, decision: Decision
) -> None:
    action = add(board, "Alone", TODAY)
    line = actions.detail(action.id, TODAY).line
    assert (line.driver, line.severity, line.measures, line.decision) == (None, 0, (), None)
    far = Driver(number=2, code="far", name="Not judged here", summary="", source="guide")
    board.write(Change("Set up", (added(far),)))
    board.round_trip(actions.edit(action.id, driver_id=far.id))
    line = actions.detail(action.id, TODAY).line
    assert (line.driver, line.severity_word) == (far, "not judged")


def test_an_action_is_changed_and_tied_to_an_item_of_its_meeting(
    board: "Board", actions: ActionService, decision: Decision
) -> None:
    action = add(board, "Build the tracker", TODAY)
    board.round_trip(
        actions.edit(action.id, "Build one tracker", owner_id=board.tom, item_id=decision.item_id)
    )
    row = only(board, action)
    assert (row.action.title, row.owner) == ("Build one tracker", "Tom Aldous")
    assert row.action.meeting_id == board.meeting
    other = Meeting(group_id=board.group, number=22, held_on=date(2026, 9, 10))
    board.write(Change("Set up", (added(other),)))
    with pytest.raises(RuleError, match="That agenda item belongs to another meeting"):
        actions.edit(action.id, meeting_id=other.id, item_id=decision.item_id)
    board.round_trip(actions.edit(action.id, meeting_id=other.id))
    assert only(board, action).action.item_id is None
    with pytest.raises(RuleError, match="nothing would change"):
        actions.edit(action.id, "Build one tracker")


def test_agreed_minutes_keep_the_words_of_their_actions(
    board: "Board", actions: ActionService, decision: Decision
) -> None:
    action = add(board, "Build the tracker", TODAY, board.helen)
    board.write(actions.edit(action.id, item_id=decision.item_id))
    board.bring_to(MeetingState.AGREED)
    for command in (
        lambda: actions.edit(action.id, "Build two trackers"),
        lambda: actions.edit(action.id, meeting_id=None),
        lambda: actions.remove(action.id),
        lambda: actions.add(board.group, "New", TODAY, RAISED, meeting_id=board.meeting),
    ):
        with pytest.raises(RuleError, match="The minutes of Board meeting 23 are agreed"):
            command()
    board.round_trip(actions.edit(action.id, owner_id=board.tom))
    board.round_trip(actions.move_due(action.id, date(2027, 1, 1), "chair", NOW))


def test_actions_are_grouped_by_owner_body_driver_and_meeting(
    board: "Board", actions: ActionService, decision: Decision
) -> None:
    add(board, "late", TODAY - timedelta(days=1), board.tom)
    add(board, "early", TODAY + timedelta(days=1), board.helen)
    loose = add(board, "loose", TODAY + timedelta(days=30))
    board.write(actions.edit(loose.id, item_id=decision.item_id, driver_id=decision.driver_id))
    rows = actions.rows(ActionQuery(board.area), TODAY)
    titles = {by: [group.title for group in grouped(rows, by)] for by in GroupBy}
    assert titles == {
        GroupBy.OWNER: ["Tom Aldous", "Helen Marsh", "No owner yet"],
        GroupBy.BODY: ["HMCTS", "No accountable body yet", "Suffolk Council"],
        GroupBy.DRIVER: ["No driver named", "PLO tracking issues"],
        GroupBy.MEETING: ["Not raised at a meeting", "Board meeting 23"],
    }
    assert [group.late for group in grouped(rows, GroupBy.OWNER)] == [1, 0, 0]
