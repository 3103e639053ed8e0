"""What a secretariat may ask of minutes: who came, notes, decisions, matters arising."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.governance.groups import Seat
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Decision,
    DecisionState,
    Meeting,
    MeetingState,
    MinuteNote,
    Presence,
)
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

HELD = date(2026, 12, 3)
NOW = datetime(2026, 12, 3, 10, 44, tzinfo=UTC)


@pytest.fixture
def minutes(board: "Board") -> MinutesService:
    return MinutesService(board.database)


@pytest.fixture
def attendance(board: "Board") -> AttendanceService:
    return AttendanceService(board.database)


@pytest.fixture
def decisions(board: "Board") -> DecisionService:
    return DecisionService(board.database)


@pytest.fixture
def item(board: "Board") -> "UUID":
    """Return the first of two items of the meeting, which is in session."""
    agenda = AgendaService(board.database)
    first = board.write(agenda.add(board.meeting, "Listing", presenter_id=board.tom)).key_of(
        AgendaItem
    )
    board.write(agenda.add(board.meeting, "Any other business"))
    board.bring_to(MeetingState.IN_SESSION)
    return first


def test_the_quorum_counts_seats_filled_in_the_room(
    board: "Board", attendance: AttendanceService
) -> None:
    assert attendance.quorum(board.meeting).words == (
        "Attendance is not recorded yet: 0 of 2 seats, 2 needed"
    )
    board.round_trip(attendance.mark(board.meeting, board.chair_seat, Presence.PRESENT))
    board.round_trip(attendance.mark(board.meeting, board.council_seat, Presence.DEPUTY, "Ann Lee"))
    quorum = attendance.quorum(board.meeting)
    assert (quorum.counted, quorum.seats, quorum.needed, quorum.met) == (2, 2, 2, True)
    assert [row.who for row in attendance.rows(board.meeting)] == [
        "Tom Aldous",
        "Ann Lee for Helen Marsh",
    ]
    board.round_trip(attendance.mark(board.meeting, board.council_seat, Presence.APOLOGIES))
    assert attendance.quorum(board.meeting).met is False
    board.round_trip(attendance.clear(board.meeting, board.council_seat))
    row = attendance.rows(board.meeting)[1]
    assert (row.presence, row.expected, row.who) == (None, True, "Helen Marsh")


def test_observers_fill_no_quorum_and_a_group_may_have_none(
    board: "Board", attendance: AttendanceService
) -> None:
    judge = Seat(
        group_id=board.group,
        organisation_id=board.court_service,
        title="Observer",
        counts_for_quorum=False,
        position=3,
    )
    board.write(Change("Set up", (added(judge),)))
    board.write(GroupService(board.database).edit(board.group, quorum=None))
    board.write(attendance.mark(board.meeting, judge.id, Presence.DEPUTY, "Judge Lee"))
    quorum = attendance.quorum(board.meeting)
    assert (quorum.counted, quorum.seats, quorum.met) == (0, 2, None)
    assert quorum.words == "No quorum agreed yet: 0 of 2 seats"
    assert attendance.rows(board.meeting)[2].who == "Judge Lee"


def test_the_rest_are_marked_at_once(board: "Board", attendance: AttendanceService) -> None:
    board.write(attendance.mark(board.meeting, board.chair_seat, Presence.APOLOGIES))
    board.round_trip(attendance.mark_the_rest(board.meeting))
    assert [row.presence for row in attendance.rows(board.meeting)] == [
        Presence.APOLOGIES,
        Presence.PRESENT,
    ]
    with pytest.raises(RuleError, match="nothing would change"):
        attendance.mark_the_rest(board.meeting)
    with pytest.raises(RuleError, match="Each deputy has a name"):
        attendance.mark_the_rest(board.meeting, Presence.DEPUTY)


def test_a_seat_that_fell_empty_later_was_not_vacant_at_the_meeting(
    board: "Board", attendance: AttendanceService
) -> None:
    since = {"Bar": date(2026, 10, 8), "Health": date(2027, 1, 8), "Police": None}
    seats = [
        Seat(
            group_id=board.group,
            organisation_id=board.council,
            title=title,
            position=position,
            vacant_since=day,
        )
        for position, (title, day) in enumerate(since.items(), start=3)
    ]
    board.write(Change("Set up", tuple(map(added, seats))))
    rows = {row.seat.title: row for row in attendance.rows(board.meeting)}
    assert {title: rows[title].vacant_since for title in since} == {
        "Bar": date(2026, 10, 8),
        "Health": None,
        "Police": None,
    }
    assert [rows[title].who for title in since] == ["Vacant", "Not known", "Vacant"]


def test_marks_that_make_no_sense_are_refused_in_a_sentence(
    board: "Board", attendance: AttendanceService
) -> None:
    empty = Seat(group_id=board.group, organisation_id=board.council, title="Police", position=3)
    other = Seat(group_id=board.sub_group, organisation_id=board.council, title="Elsewhere")
    board.write(Change("Set up", (added(empty), added(other))))
    with pytest.raises(RuleError, match="The name of the deputy is empty"):
        attendance.mark(board.meeting, board.chair_seat, Presence.DEPUTY)
    with pytest.raises(RuleError, match="not marked as filled by a deputy"):
        attendance.mark(board.meeting, board.chair_seat, Presence.PRESENT, "Ann Lee")
    with pytest.raises(RuleError, match="“Police” is vacant on that day"):
        attendance.mark(board.meeting, empty.id, Presence.PRESENT)
    with pytest.raises(RuleError, match="is a seat of another group"):
        attendance.mark(board.meeting, other.id, Presence.PRESENT)
    with pytest.raises(RuleError, match="Nothing is recorded for “Police”"):
        attendance.clear(board.meeting, empty.id)


def notes(board: "Board", minutes: MinutesService, item: int = 0) -> list[str]:
    return [note.text for note in minutes.view(board.meeting, HELD).items[item].notes]


def test_notes_are_taken_changed_moved_and_removed(
    board: "Board", minutes: MinutesService, item: "UUID"
) -> None:
    for text in ("First", "Third"):
        board.round_trip(minutes.add_note(item, text))
    board.round_trip(minutes.add_note(item, "Second", position=2))
    assert notes(board, minutes) == ["First", "Second", "Third"]
    view = minutes.view(board.meeting, HELD)
    first, second, third = view.items[0].notes
    board.round_trip(minutes.move_note(third.id, 1))
    board.round_trip(minutes.edit_note(first.id, "First, said again"))
    board.round_trip(minutes.remove_note(second.id))
    assert notes(board, minutes) == ["Third", "First, said again"]
    last = view.items[1].item.id
    board.round_trip(minutes.add_note(last, "Room"))
    board.round_trip(minutes.move_note(third.id, 1, last))
    assert notes(board, minutes) == ["First, said again"]
    assert notes(board, minutes, 1) == ["Third", "Room"]
    with pytest.raises(RuleError, match="The note is empty"):
        minutes.add_note(item, "\n")


def test_a_note_does_not_move_to_another_meeting(
    board: "Board", minutes: MinutesService, item: "UUID"
) -> None:
    note = board.write(minutes.add_note(item, "Said")).key_of(MinuteNote)
    other = board.write(MeetingService(board.database).add(board.group, date(2027, 3, 11)))
    there = board.write(AgendaService(board.database).add(other.key_of(Meeting), "Welcome"))
    with pytest.raises(RuleError, match="That item belongs to another meeting"):
        minutes.move_note(note, 1, there.key_of(AgendaItem))


def test_no_minutes_are_taken_before_the_meeting_is_in_session(
    board: "Board", minutes: MinutesService
) -> None:
    added_item = board.write(AgendaService(board.database).add(board.meeting, "Welcome"))
    with pytest.raises(RuleError, match="Start the meeting first"):
        minutes.add_note(added_item.key_of(AgendaItem), "Too early")


def test_a_decision_gets_the_next_ref_and_the_day_of_its_meeting(
    board: "Board", decisions: DecisionService, item: "UUID"
) -> None:
    change = decisions.add(board.meeting, "List in Ipswich", item_id=item, reason="Repairs")
    assert change.label == "Record decision ESST-D-001"
    board.round_trip(change)
    row = decisions.row(change.key_of(Decision))
    assert (row.decision.decided_on, row.meeting, row.item) == (HELD, "Board meeting 23", "Listing")
    board.round_trip(decisions.edit(row.decision.id, review_by=date(2027, 3, 31)))
    assert decisions.rows(board.area)[0].decision.review_by == date(2027, 3, 31)
    assert decisions.rows(board.area, board.sub_group) == ()
    second = decisions.add(board.meeting, "And on Fridays")
    assert second.label == "Record decision ESST-D-002"


def test_a_decision_replaces_an_older_one_and_removing_it_brings_that_back(
    board: "Board", decisions: DecisionService, item: "UUID"
) -> None:
    old = board.write(decisions.add(board.meeting, "Two trackers", item_id=item)).key_of(Decision)
    change = decisions.supersede(old, board.meeting, "One tracker", item_id=item)
    assert change.label == "Replace ESST-D-001 by ESST-D-002"
    board.round_trip(change)
    row = decisions.row(old)
    assert (row.decision.state, row.superseded_by) == (DecisionState.SUPERSEDED, "ESST-D-002")
    assert [one.decision.ref for one in decisions.rows(board.area, in_force=True)] == ["ESST-D-002"]
    with pytest.raises(RuleError, match="is superseded already, so you cannot withdraw it"):
        decisions.withdraw(old, board.meeting, "It is no longer needed")
    with pytest.raises(RuleError, match="only a withdrawn decision"):
        decisions.reinstate(old, board.meeting, "It is needed again")
    board.round_trip(decisions.remove(change.key_of(Decision)))
    assert decisions.row(old).decision.state is DecisionState.IN_FORCE


def test_a_decision_is_withdrawn_and_reinstated(
    board: "Board", decisions: DecisionService, item: "UUID"
) -> None:
    key = board.write(decisions.add(board.meeting, "Two trackers")).key_of(Decision)
    withdrawn = decisions.withdraw(key, board.meeting, "The trackers are one")
    assert withdrawn.label == "Withdraw ESST-D-001 at Board meeting 23: The trackers are one"
    board.round_trip(withdrawn)
    ended = decisions.row(key).decision
    assert ended.state is DecisionState.WITHDRAWN
    assert (ended.ended_by, ended.ended_why) == ("Board meeting 23", "The trackers are one")
    assert ended.ended_on == MeetingService(board.database).row(board.meeting).meeting.held_on
    again = decisions.reinstate(key, board.meeting, "They are two again")
    assert again.label == "Reinstate ESST-D-001 at Board meeting 23: They are two again"
    board.round_trip(again)
    decision = decisions.row(key).decision
    assert decision.state is DecisionState.IN_FORCE
    assert (decision.ended_on, decision.ended_by, decision.ended_why) == (None, "", "")


def test_a_decision_is_withdrawn_with_a_reason_by_its_own_group_at_no_earlier_meeting(
    board: "Board", decisions: DecisionService
) -> None:
    key = board.write(decisions.add(board.meeting, "Two trackers")).key_of(Decision)
    meetings = MeetingService(board.database)
    day = meetings.row(board.meeting).meeting.held_on
    earlier = board.write(meetings.add(board.group, day - timedelta(days=90))).key_of(Meeting)
    elsewhere = board.write(meetings.add(board.sub_group, day)).key_of(Meeting)
    with pytest.raises(RuleError, match="Why the decision is withdrawn is empty"):
        decisions.withdraw(key, board.meeting, " ")
    for other in (earlier, elsewhere):
        with pytest.raises(RuleError, match="Choose a later meeting of the same group"):
            decisions.withdraw(key, other, "It is no longer needed")


def test_a_decision_with_an_action_stays(
    board: "Board", decisions: DecisionService, item: "UUID"
) -> None:
    key = board.write(decisions.add(board.meeting, "One tracker")).key_of(Decision)
    actions = ActionService(board.database)
    board.write(actions.add(board.group, "Build it", HELD, HELD, decision_id=key))
    with pytest.raises(RuleError, match=r"ESST-D-001 cannot be removed: 1 action uses it"):
        decisions.remove(key)
    assert decisions.row(key).actions == ("ESST-A-001",)


def test_a_decision_is_made_under_an_item_of_its_own_meeting(
    board: "Board", decisions: DecisionService, item: "UUID"
) -> None:
    other = board.write(MeetingService(board.database).add(board.group, date(2027, 3, 11)))
    with pytest.raises(RuleError, match="That agenda item belongs to another meeting"):
        decisions.add(other.key_of(Meeting), "Out of place", item_id=item)


def test_the_minutes_tell_the_meeting_in_its_order(
    board: "Board", minutes: MinutesService, decisions: DecisionService, item: "UUID"
) -> None:
    actions = ActionService(board.database)
    board.write(minutes.add_note(item, "96% of sitting days are used"))
    decision = board.write(decisions.add(board.meeting, "List in Ipswich", item_id=item))
    board.write(decisions.add(board.meeting, "Loose"))
    board.write(actions.add(board.group, "Plan", HELD, HELD, decision_id=decision.key_of(Decision)))
    board.write(actions.add(board.group, "Loose", HELD, HELD, meeting_id=board.meeting))
    view = minutes.view(board.meeting, HELD)
    listing, other = view.items
    assert (view.label, listing.number, listing.presenter) == (
        "Board meeting 23",
        "1",
        "Tom Aldous",
    )
    assert listing.recorded
    assert not other.recorded
    assert [row.decision.text for row in listing.decisions] == ["List in Ipswich"]
    assert [row.action.title for row in listing.actions] == ["Plan"]
    assert [row.decision.text for row in view.loose_decisions] == ["Loose"]
    assert [row.action.title for row in view.loose_actions] == ["Loose"]
    assert len(view.attendance) == 2


def test_matters_arising_are_the_last_decisions_and_the_actions_still_open(
    board: "Board", minutes: MinutesService, decisions: DecisionService, item: "UUID"
) -> None:
    actions = ActionService(board.database)
    board.write(decisions.add(board.meeting, "One tracker"))
    board.write(actions.add(board.group, "Build", HELD, HELD, meeting_id=board.meeting))
    done = board.write(actions.add(board.group, "Tell", HELD, HELD)).key_of(Action)
    board.write(actions.close(done, "Told", HELD, NOW))
    following = board.write(MeetingService(board.database).add(board.group, date(2027, 3, 11)))
    arising = minutes.arising(following.key_of(Meeting), date(2027, 3, 11))
    assert arising.last_label == "Board meeting 23"
    assert [row.decision.text for row in arising.decisions] == ["One tracker"]
    assert [row.action.title for row in arising.actions] == ["Build"]
    assert arising.actions[0].status_words == "98 days late"
    whole = minutes.view(following.key_of(Meeting), date(2027, 3, 11))
    assert whole.arising == arising
    bare = minutes.view(following.key_of(Meeting), date(2027, 3, 11), arising=False)
    assert (bare.arising.last, bare.arising.actions) == (None, ())
    first = minutes.arising(board.meeting, HELD)
    assert (first.last, first.decisions, first.actions) == (None, (), ())


def test_after_agreed_minutes_no_word_of_them_can_be_changed(
    board: "Board",
    minutes: MinutesService,
    attendance: AttendanceService,
    decisions: DecisionService,
    item: "UUID",
) -> None:
    note = board.write(minutes.add_note(item, "Said")).key_of(MinuteNote)
    decision = board.write(decisions.add(board.meeting, "One tracker")).key_of(Decision)
    board.write(attendance.mark(board.meeting, board.chair_seat, Presence.PRESENT))
    board.bring_to(MeetingState.AGREED)
    assert minutes.view(board.meeting, HELD).settled
    record_commands = (
        lambda: minutes.add_note(item, "More"),
        lambda: minutes.edit_note(note, "Not said"),
        lambda: minutes.move_note(note, 2),
        lambda: minutes.remove_note(note),
        lambda: attendance.mark(board.meeting, board.chair_seat, Presence.ABSENT),
        lambda: attendance.mark_the_rest(board.meeting),
        lambda: attendance.clear(board.meeting, board.chair_seat),
        lambda: decisions.add(board.meeting, "Another"),
        lambda: decisions.edit(decision, "Two trackers"),
        lambda: decisions.edit(decision, reason="Because"),
        lambda: decisions.remove(decision),
        lambda: decisions.supersede(decision, board.meeting, "Two trackers"),
    )
    for command in record_commands:
        with pytest.raises(RuleError, match="The minutes of Board meeting 23 are agreed"):
            command()
    board.round_trip(decisions.edit(decision, review_by=date(2027, 3, 31)))
    board.round_trip(decisions.withdraw(decision, board.meeting, "It is no longer needed"))


@pytest.mark.usefixtures("item")
def test_no_quorum_is_denied_where_nobody_recorded_who_came(
    board: "Board", attendance: AttendanceService
) -> None:
    board.bring_to(MeetingState.MINUTES_DRAFT)
    quorum = attendance.quorum(board.meeting)
    assert quorum.met is None
    assert quorum.words == (
        "Attendance is not recorded, so it is not known whether there was a quorum"
    )
