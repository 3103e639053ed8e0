"""What a secretariat may ask of groups, seats and appointments."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.governance.groups import Group, GroupKind, Marking, Office, Seat, SeatStanding
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState, Presence
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.governance.lowering import LoweredMarking
from lfjb_desk.services.governance.seats import SeatService
from lfjb_desk.services.meetings.attendance import AttendanceService

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)


@pytest.fixture
def groups(board: "Board") -> GroupService:
    return GroupService(board.database)


@pytest.fixture
def seats(board: "Board") -> SeatService:
    return SeatService(board.database)


def term_of(board: "Board", seat: "UUID") -> "UUID":
    """Return the appointment that holds a seat today."""
    rows = SeatService(board.database).rows(board.group, TODAY)
    holder = next(row.holder for row in rows if row.seat.id == seat)
    assert holder is not None
    return holder.appointment.id


def test_the_open_groups_of_every_area_are_listed_with_boards_first(
    board: "Board", groups: GroupService
) -> None:
    under = Group(
        area_id=board.area, parent_id=board.group, kind=GroupKind.SUB_GROUP, name="A first subgroup"
    )
    gone = Group(
        area_id=board.area,
        parent_id=board.group,
        kind=GroupKind.SUB_GROUP,
        name="B",
        closed_on=TODAY,
    )
    earlier = DfjArea(
        code="AAAA",
        name="A first area",
        region="North",
        nation="England",
        courts="",
        source="made up",
    )
    its_board = Group(area_id=earlier.id, kind=GroupKind.BOARD, name="Z board")
    rows = [added(row) for row in (under, gone, earlier, its_board)]
    board.database.apply(Change("Add groups", tuple(rows)))
    everywhere = [group.id for group in groups.everywhere()]
    assert everywhere[:3] == [its_board.id, board.group, under.id]
    assert gone.id not in everywhere


def test_the_groups_of_an_area_are_a_tree(board: "Board", groups: GroupService) -> None:
    board.round_trip(
        groups.add(
            board.area,
            "Tracker group",
            GroupKind.TASK_AND_FINISH,
            parent_id=board.sub_group,
            carried_by=Office.CHAIR,
        )
    )
    (tree,) = groups.tree(board.area, TODAY)
    assert (tree.group.name, tree.seats, tree.vacant, tree.chair) == (
        "Essex board",
        2,
        0,
        "Tom Aldous",
    )
    (public_law,) = tree.children
    assert [child.group.name for child in public_law.children] == ["Tracker group"]
    assert public_law.children[0].carrier == ""


def test_a_sub_group_names_who_carries_its_business(
    board: "Board", groups: GroupService, seats: SeatService
) -> None:
    seat = board.write(seats.add(board.sub_group, board.council, "Chair")).key_of(Seat)
    board.write(seats.appoint(seat, board.helen, date(2026, 1, 1), Office.CHAIR))
    board.round_trip(groups.edit(board.sub_group, carried_by=Office.CHAIR))
    (tree,) = groups.tree(board.area, TODAY)
    assert tree.children[0].carrier == "Helen Marsh"


def test_a_group_is_changed_closed_and_reopened(board: "Board", groups: GroupService) -> None:
    board.round_trip(groups.edit(board.sub_group, "Public law", purpose="Care proceedings"))
    assert groups.get(board.sub_group).purpose == "Care proceedings"
    with pytest.raises(RuleError, match="still has groups under it: Public law"):
        groups.close(board.group, TODAY)
    board.round_trip(groups.close(board.sub_group, TODAY))
    assert [group.name for group in groups.all(board.area)] == ["Essex board"]
    assert len(groups.all(board.area, closed=True)) == 2
    with pytest.raises(RuleError, match="closed on 23 November 2026"):
        groups.close(board.sub_group, TODAY)
    board.round_trip(groups.reopen(board.sub_group))
    with pytest.raises(RuleError, match="“Public law” is open"):
        groups.reopen(board.sub_group)


def test_a_group_that_has_met_is_closed_and_not_removed(
    board: "Board", groups: GroupService, seats: SeatService
) -> None:
    with pytest.raises(RuleError, match=r"1 group and 1 meeting use it\. Close it instead"):
        groups.remove(board.group)
    seat = board.write(seats.add(board.sub_group, board.council, "Chair")).key_of(Seat)
    board.write(seats.appoint(seat, board.helen, date(2026, 1, 1), Office.CHAIR))
    board.round_trip(groups.remove(board.sub_group))
    assert len(groups.all(board.area)) == 1


def test_groups_in_the_wrong_place_are_refused_in_a_sentence(
    board: "Board", groups: GroupService
) -> None:
    far = DfjArea(
        code="FAR",
        name="Far",
        region="",
        nation="Wales",
        courts="",
        source="invented",
    )
    board.write(Change("Set up", (added(far),)))
    with pytest.raises(RuleError, match="A board stands under no other group"):
        groups.add(board.area, "Second", GroupKind.BOARD, parent_id=board.group)
    with pytest.raises(RuleError, match="Choose the group it reports to"):
        groups.add(board.area, "Loose", GroupKind.SUB_GROUP)
    with pytest.raises(RuleError, match="cannot report to itself"):
        groups.edit(board.sub_group, parent_id=board.sub_group)
    with pytest.raises(RuleError, match="That group is in another area"):
        groups.add(far.id, "Far group", GroupKind.SUB_GROUP, parent_id=board.group)
    with pytest.raises(RuleError, match="A quorum is at least one seat"):
        groups.edit(board.group, quorum=0)
    with pytest.raises(RuleError, match="The name of the group is empty"):
        groups.edit(board.group, " ")


def test_seats_are_added_changed_ordered_and_removed(board: "Board", seats: SeatService) -> None:
    board.round_trip(seats.add(board.group, board.council, "Judge", SeatStanding.OBSERVER))
    rows = seats.rows(board.group, TODAY)
    assert not rows[2].seat.counts_for_quorum
    assert (rows[0].name, rows[0].office, rows[2].name) == ("Tom Aldous", Office.CHAIR, "Vacant")
    judge = rows[2].seat.id
    board.round_trip(seats.move(judge, 1))
    board.round_trip(seats.edit(judge, "District judge", organisation_id=board.court_service))
    board.round_trip(seats.edit(judge, counts_for_quorum=True))
    titles = [row.seat.title for row in seats.rows(board.group, TODAY)]
    assert titles == ["District judge", "Chair", "Council"]
    board.round_trip(seats.remove(judge))
    assert [row.seat.position for row in seats.rows(board.group, TODAY)] == [1, 2]


def test_a_seat_in_the_minutes_is_not_removed(board: "Board", seats: SeatService) -> None:
    attendance = AttendanceService(board.database)
    board.write(attendance.mark(board.meeting, board.chair_seat, Presence.PRESENT))
    with pytest.raises(RuleError, match="1 attendance mark uses it"):
        seats.remove(board.chair_seat)
    board.round_trip(seats.remove(board.council_seat))
    assert len(seats.rows(board.group, TODAY)) == 1


def test_a_seat_falls_empty_and_the_meetings_it_misses_are_counted(
    board: "Board", seats: SeatService
) -> None:
    board.round_trip(seats.end(term_of(board, board.council_seat), date(2026, 6, 2)))
    for number, day, state in (
        (20, date(2026, 5, 14), MeetingState.AGREED),
        (21, date(2026, 7, 9), MeetingState.AGREED),
        (22, date(2026, 9, 10), MeetingState.CIRCULATED),
    ):
        meeting = Meeting(group_id=board.group, number=number, held_on=day, state=state)
        board.write(Change("Set up", (added(meeting),)))
    (row,) = seats.vacancies(board.group, TODAY)
    assert (row.seat.title, row.vacant_since, row.meetings_missed) == (
        "Council",
        date(2026, 6, 3),
        2,
    )
    board.round_trip(seats.appoint(board.council_seat, board.helen, date(2026, 11, 1)))
    assert seats.vacancies(board.group, TODAY) == ()
    assert [person.name for _term, person in seats.history(board.group)] == [
        "Helen Marsh",
        "Helen Marsh",
        "Tom Aldous",
    ]


def test_a_seat_that_nobody_ever_held_says_what_is_known(
    board: "Board", seats: SeatService
) -> None:
    board.write(seats.add(board.group, board.council, "Police"))
    board.write(seats.add(board.group, board.council, "Health", vacant_since=date(2026, 6, 3)))
    health, police = seats.vacancies(board.group, TODAY)
    assert (health.vacant_since, health.meetings_missed) == (date(2026, 6, 3), 0)
    assert (police.vacant_since, police.meetings_missed) == (None, None)


def test_a_group_has_one_chair_and_a_seat_one_holder_at_a_time(
    board: "Board", seats: SeatService
) -> None:
    term = term_of(board, board.council_seat)
    with pytest.raises(RuleError, match="Tom Aldous is chair since 1 January 2025"):
        seats.edit_appointment(term, office=Office.CHAIR)
    with pytest.raises(RuleError, match="Helen Marsh sits in “Council” since"):
        seats.appoint(board.council_seat, board.tom, TODAY)
    board.round_trip(seats.appoint(board.council_seat, board.tom, TODAY, Office.DEPUTY))
    rows = seats.rows(board.group, TODAY)
    assert [one.person.name for one in rows[1].deputies] == ["Tom Aldous"]
    board.round_trip(seats.edit_appointment(term, office=Office.VICE_CHAIR))
    assert seats.rows(board.group, TODAY)[1].office is Office.VICE_CHAIR
    deputy = rows[1].deputies[0].appointment.id
    board.round_trip(seats.end(deputy, TODAY))
    board.round_trip(seats.remove_appointment(deputy))


def test_the_chair_passes_on_when_the_last_one_has_gone(board: "Board", seats: SeatService) -> None:
    board.write(seats.end(term_of(board, board.chair_seat), date(2026, 11, 30)))
    board.round_trip(seats.appoint(board.chair_seat, board.helen, date(2026, 12, 1), Office.CHAIR))
    assert seats.rows(board.group, TODAY)[0].name == "Tom Aldous"
    assert seats.rows(board.group, date(2026, 12, 1))[0].name == "Helen Marsh"


def test_a_member_becomes_chair_on_a_day_and_both_offices_stay_on_record(
    board: "Board", seats: SeatService
) -> None:
    board.write(seats.end(term_of(board, board.chair_seat), date(2026, 11, 22)))
    board.round_trip(seats.change_office(term_of(board, board.council_seat), Office.CHAIR, TODAY))
    yesterday, today = (seats.rows(board.group, day)[1] for day in (date(2026, 11, 22), TODAY))
    assert (yesterday.name, yesterday.office) == ("Helen Marsh", Office.MEMBER)
    assert (today.name, today.office) == ("Helen Marsh", Office.CHAIR)
    assert today.holder is not None
    assert today.holder.appointment.starts == TODAY


def test_an_office_taken_on_the_first_day_leaves_one_appointment(
    board: "Board", seats: SeatService
) -> None:
    term = term_of(board, board.council_seat)
    many = len(seats.history(board.group))
    starts = next(own.starts for own, _ in seats.history(board.group) if own.id == term)
    board.write(seats.change_office(term, Office.SECRETARIAT, starts))
    assert len(seats.history(board.group)) == many
    assert seats.rows(board.group, starts)[1].office is Office.SECRETARIAT


def test_a_member_who_becomes_a_deputy_leaves_the_seat_vacant_and_comes_back(
    board: "Board", seats: SeatService
) -> None:
    board.write(seats.change_office(term_of(board, board.council_seat), Office.DEPUTY, TODAY))
    row = seats.rows(board.group, TODAY)[1]
    assert (row.vacant, row.vacant_since) == (True, TODAY)
    assert row.seat.vacant_since == TODAY
    deputy = row.deputies[0].appointment.id
    board.write(seats.change_office(deputy, Office.MEMBER, date(2026, 12, 1)))
    later = seats.rows(board.group, date(2026, 12, 1))[1]
    assert (later.name, later.seat.vacant_since) == ("Helen Marsh", None)


def test_an_office_that_cannot_be_is_refused_in_a_sentence(
    board: "Board", seats: SeatService
) -> None:
    term = term_of(board, board.council_seat)
    with pytest.raises(RuleError, match="Helen Marsh is member in this seat since"):
        seats.change_office(term, Office.MEMBER, TODAY)
    with pytest.raises(RuleError, match="Tom Aldous is chair since 1 January 2025"):
        seats.change_office(term, Office.CHAIR, TODAY)
    with pytest.raises(RuleError, match="does not sit in this seat on 1 January 2020"):
        seats.change_office(term, Office.VICE_CHAIR, date(2020, 1, 1))


def test_who_ends_today_is_appointed_as_chair_from_today(
    board: "Board", seats: SeatService
) -> None:
    board.write(seats.end(term_of(board, board.chair_seat), date(2026, 11, 22)))
    board.write(seats.end(term_of(board, board.council_seat), TODAY))
    board.round_trip(seats.appoint(board.council_seat, board.helen, TODAY, Office.CHAIR))
    row = seats.rows(board.group, TODAY)[1]
    assert (row.name, row.office, row.seat.vacant_since) == ("Helen Marsh", Office.CHAIR, None)
    assert seats.rows(board.group, date(2026, 11, 22))[1].office is Office.MEMBER


def test_a_seat_held_until_today_says_from_when_it_is_free(
    board: "Board", seats: SeatService
) -> None:
    board.write(seats.end(term_of(board, board.council_seat), TODAY))
    with pytest.raises(RuleError, match="start on 24 November 2026 or later; nothing was changed"):
        seats.appoint(board.council_seat, board.tom, TODAY)


def test_a_new_person_is_appointed_and_comes_from_the_body_of_the_seat(
    board: "Board", seats: SeatService
) -> None:
    board.write(seats.end(term_of(board, board.council_seat), date(2026, 11, 22)))
    board.round_trip(
        seats.appoint_new(board.council_seat, " Nora Goldcrest ", TODAY, email="n.g@example.org")
    )
    holder = seats.rows(board.group, TODAY)[1].holder
    assert holder is not None
    person = holder.person
    assert (person.name, person.organisation_id) == ("Nora Goldcrest", board.council)
    assert person.email == "n.g@example.org"


def test_a_new_person_is_not_added_where_the_seat_refuses_them(
    board: "Board", seats: SeatService
) -> None:
    with pytest.raises(RuleError, match="Helen Marsh sits in “Council” since"):
        seats.appoint_new(board.council_seat, "Nora Goldcrest", TODAY)
    with pytest.raises(RuleError, match="There is a Helen Marsh of Suffolk Council already"):
        seats.appoint_new(board.council_seat, "helen  marsh", TODAY, Office.DEPUTY)


def test_an_address_given_at_an_appointment_is_kept_with_the_person(
    board: "Board", seats: SeatService
) -> None:
    board.round_trip(
        seats.appoint(
            board.council_seat, board.tom, TODAY, Office.DEPUTY, email=" t.aldous@example.org "
        )
    )
    deputy = seats.rows(board.group, TODAY)[1].deputies[0]
    assert deputy.person.email == "t.aldous@example.org"


def test_an_appointment_does_not_end_before_it_starts(board: "Board", seats: SeatService) -> None:
    with pytest.raises(RuleError, match="would end on 1 January 2024, before it starts"):
        seats.end(term_of(board, board.chair_seat), date(2024, 1, 1))


def test_a_marking_is_lowered_with_a_reason_and_by_a_chair_and_the_audit_keeps_both(
    board: "Board", groups: GroupService
) -> None:
    low, high = Marking.OFFICIAL, Marking.OFFICIAL_SENSITIVE

    def lower(reason: str, by: "UUID | None") -> Change:
        lowered = LoweredMarking(reason, by, TODAY)
        return groups.edit(board.sub_group, None, lowered, marking=low)

    with pytest.raises(RuleError, match="why the marking is lowered, and who agreed"):
        groups.edit(board.sub_group, marking=low)
    for reason in ("", "  "):
        with pytest.raises(RuleError, match="Why the marking is lowered"):
            lower(reason, board.tom)
    chair = groups.approvers(board.sub_group, TODAY)[0]
    assert (chair.person_id, chair.office) == (board.tom, Office.CHAIR)
    for by in (None, board.helen):  # nobody, and a member without the office
        with pytest.raises(RuleError, match=f"Say who agreed .*: {chair.words}"):
            lower("Its papers are published", by)
    board.round_trip(lower("Its papers are published", board.tom))
    label = (
        "Lower the marking of “Public law group” to OFFICIAL: Its papers are published; "
        f"agreed by {chair.words}"
    )
    assert board.database.history(1)[0].label == label
    for marking in (low, high):  # neither the same nor a higher one needs a reason
        board.write(groups.edit(board.sub_group, purpose=f"For {marking}", marking=marking))
        assert board.database.history(1)[0].label == "Change “Public law group”"


def test_without_a_chair_no_marking_is_lowered(
    board: "Board", groups: GroupService, seats: SeatService
) -> None:
    board.write(seats.end(term_of(board, board.chair_seat), TODAY - timedelta(days=1)))
    with pytest.raises(RuleError, match="Only a chair or a vice-chair lowers a marking"):
        groups.edit(
            board.sub_group,
            None,
            LoweredMarking("Its papers are published", board.tom, TODAY),
            marking=Marking.OFFICIAL,
        )
