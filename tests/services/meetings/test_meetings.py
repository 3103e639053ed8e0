"""What a secretariat may ask of meetings and their agendas."""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import AgendaItem, ItemTopic, Meeting, MeetingState, Purpose
from lfjb_desk.domain.read_models.meetings.meetings import duration
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.agenda import USUAL, AgendaFrom, AgendaService
from lfjb_desk.services.meetings.meetings import LEGAL, MeetingService

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)


@pytest.fixture
def meetings(board: "Board") -> MeetingService:
    return MeetingService(board.database)


@pytest.fixture
def agenda(board: "Board") -> AgendaService:
    return AgendaService(board.database)


def titles(agenda: AgendaService, meeting: "UUID") -> list[str]:
    return [line.item.title for line in agenda.view(meeting).lines]


def test_a_new_meeting_takes_the_next_number_of_its_group(
    board: "Board", meetings: MeetingService
) -> None:
    change = meetings.add(board.group, date(2027, 3, 11), starts=time(10), place="Ipswich")
    assert change.label == "Add Board meeting 24"
    board.round_trip(change)
    first = meetings.add(board.sub_group, date(2027, 1, 5))
    assert first.label == "Add Public law group meeting 1"
    assert [row.label for row in meetings.rows(board.group)] == [
        "Board meeting 24",
        "Board meeting 23",
    ]


def test_the_next_and_the_last_meeting_are_found(board: "Board", meetings: MeetingService) -> None:
    assert meetings.last(board.group, TODAY) is None
    board.write(meetings.add(board.group, date(2027, 3, 11)))
    board.write(meetings.add(board.group, date(2026, 9, 10), number=22))
    coming, past = meetings.next(board.group, TODAY), meetings.last(board.group, TODAY)
    assert coming is not None
    assert past is not None
    assert (coming.label, past.label) == ("Board meeting 23", "Board meeting 22")
    assert meetings.next(board.sub_group, TODAY) is None


def test_an_agenda_that_was_issued_for_another_day_is_to_be_issued_again(
    board: "Board", meetings: MeetingService
) -> None:
    (row,) = meetings.rows(board.group)
    key, day = row.meeting.id, row.meeting.held_on
    board.write(AgendaService(board.database).add(key, "Welcome"))
    board.write(meetings.move_to(key, MeetingState.AGENDA_ISSUED))
    board.write(meetings.edit(key, held_on=day, minutes_planned=90))
    assert meetings.row(key).meeting.state is MeetingState.AGENDA_ISSUED
    moved = meetings.edit(key, held_on=day + timedelta(days=3))
    assert moved.label == "Change Board meeting 23, whose agenda is to be issued again"
    board.round_trip(moved)
    assert meetings.row(key).meeting.state is MeetingState.PLANNED


def test_a_meeting_that_was_closed_today_is_the_last_and_not_the_next(
    board: "Board", meetings: MeetingService
) -> None:
    (only,) = meetings.rows(board.group)
    day = only.meeting.held_on
    board.write(meetings.add(board.group, day + timedelta(days=1), number=24))
    board.write(AgendaService(board.database).add(only.meeting.id, "Welcome"))

    def around() -> tuple[str | None, str | None]:
        coming, past = meetings.next(board.group, day), meetings.last(board.group, day)
        return coming.label if coming else None, past.label if past else None

    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        board.write(meetings.move_to(only.meeting.id, state))
        assert around() == ("Board meeting 23", None)
    board.write(meetings.move_to(only.meeting.id, MeetingState.MINUTES_DRAFT))
    assert around() == ("Board meeting 24", "Board meeting 23")


@pytest.mark.parametrize(
    ("number", "planned", "sentence"),
    [
        (23, None, "There is a meeting 23 already"),
        (0, None, "numbered from 1"),
        (24, 0, "at least a minute"),
    ],
)
def test_a_meeting_that_makes_no_sense_is_refused_in_a_sentence(
    board: "Board",
    meetings: MeetingService,
    number: int,
    planned: int | None,
    sentence: str,
) -> None:
    with pytest.raises(RuleError, match=sentence):
        meetings.add(board.group, date(2027, 3, 11), number=number, minutes_planned=planned)


def test_a_meeting_is_changed_and_removed_with_its_agenda(
    board: "Board", meetings: MeetingService, agenda: AgendaService
) -> None:
    board.round_trip(meetings.edit(board.meeting, held_on=date(2026, 12, 10), place="Ipswich"))
    board.write(agenda.fill(board.meeting, AgendaFrom.USUAL))
    assert meetings.row(board.meeting).items == len(USUAL)
    board.round_trip(meetings.remove(board.meeting))
    assert meetings.rows(board.group) == ()


def test_a_meeting_that_raised_an_action_stays(board: "Board", meetings: MeetingService) -> None:
    actions = ActionService(board.database)
    board.write(actions.add(board.group, "Ask", TODAY, TODAY, meeting_id=board.meeting))
    with pytest.raises(RuleError, match="Board meeting 23 cannot be removed: 1 action uses it"):
        meetings.remove(board.meeting)
    assert meetings.row(board.meeting).actions == 1


def test_a_board_starts_from_the_usual_agenda_and_carries_standing_items_over(
    board: "Board", meetings: MeetingService, agenda: AgendaService
) -> None:
    board.round_trip(agenda.fill(board.meeting, AgendaFrom.USUAL))
    board.write(agenda.add(board.meeting, "One tracker", minutes=20, why="ESST-A-022 is open"))
    usual = [title for title, *_ in USUAL]
    change = meetings.add(board.group, date(2027, 3, 11), agenda=AgendaFrom.LAST)
    board.round_trip(change)
    following = change.key_of(Meeting)
    assert titles(agenda, following) == usual
    board.round_trip(agenda.fill(following, AgendaFrom.LAST, everything=True))
    assert titles(agenda, following) == [*usual, "One tracker"]
    with pytest.raises(RuleError, match="no item to bring over"):
        agenda.fill(following, AgendaFrom.USUAL)


def test_a_group_starts_from_its_own_short_agenda_and_then_from_what_it_made_of_it(
    board: "Board", meetings: MeetingService, agenda: AgendaService
) -> None:
    assert agenda.source(board.sub_group) is AgendaFrom.USUAL
    made = meetings.add(board.sub_group, date(2027, 1, 11), agenda=AgendaFrom.USUAL)
    board.round_trip(made)
    first = made.key_of(Meeting)
    assert titles(agenda, first) == [
        "Welcome and apologies",
        "Notes of the last meeting and actions",
        "Business of the group",
        "What goes to the board",
        "Date of the next meeting",
    ]
    goes_up = agenda.view(first).lines[3].item
    assert goes_up.topic is ItemTopic.ESCALATION  # the board paper tells it under the group
    own = agenda.view(first).lines[2].item
    board.write(agenda.edit(own.id, title="Experts and their reports"))
    source = agenda.source(board.sub_group)
    second = meetings.add(board.sub_group, date(2027, 3, 11), agenda=source)
    board.write(second)
    assert titles(agenda, second.key_of(Meeting))[2] == "Experts and their reports"
    assert agenda.source(board.group) is AgendaFrom.USUAL


def test_an_item_keeps_what_it_is_about_when_it_is_renamed_and_carried_over(
    board: "Board", meetings: MeetingService, agenda: AgendaService
) -> None:
    board.write(agenda.fill(board.meeting, AgendaFrom.USUAL))
    (tracker,) = [
        line.item for line in agenda.view(board.meeting).lines if line.item.title == "Action log"
    ]
    board.round_trip(agenda.edit(tracker.id, title="What we said we would do"))
    change = meetings.add(board.group, date(2027, 3, 11), agenda=AgendaFrom.LAST)
    board.write(change)
    following = {
        line.item.title: line.item.topic for line in agenda.view(change.key_of(Meeting)).lines
    }
    assert following["What we said we would do"] is ItemTopic.ACTIONS
    assert following["Risks and escalations to the Family Justice Board"] is ItemTopic.ESCALATION
    assert following["Voice of the child"] is ItemTopic.NONE
    board.round_trip(agenda.edit(tracker.id, topic=ItemTopic.DRIVERS))
    topics = [line.item.topic for line in agenda.view(board.meeting).lines]
    assert topics.count(ItemTopic.DRIVERS) == 2


def test_the_first_meeting_of_a_group_has_nothing_to_carry_over(
    board: "Board", meetings: MeetingService
) -> None:
    change = meetings.add(board.sub_group, date(2027, 1, 5), agenda=AgendaFrom.LAST)
    assert len(change.edits) == 1


def test_an_agenda_runs_on_the_clock(board: "Board", agenda: AgendaService) -> None:
    board.write(agenda.add(board.meeting, "Welcome", minutes=5))
    board.write(
        agenda.add(
            board.meeting,
            "Performance",
            purpose=Purpose.DECIDE,
            minutes=140,
            presenter_id=board.tom,
        )
    )
    view = agenda.view(board.meeting)
    assert [(line.number, line.starts, line.ends) for line in view.lines] == [
        ("1", time(10), time(10, 5)),
        ("2", time(10, 5), time(12, 25)),
    ]
    assert view.lines[1].presenter == "Tom Aldous"
    assert (view.total, view.over, view.ends) == (145, -5, time(12, 25))
    assert view.time_words == "2 hours 25 minutes of 2 hours 30 minutes"


def test_an_agenda_without_a_starting_time_has_lengths_only(
    board: "Board", meetings: MeetingService, agenda: AgendaService
) -> None:
    board.write(meetings.edit(board.meeting, starts=None, minutes_planned=None))
    board.write(agenda.add(board.meeting, "Welcome", minutes=60))
    view = agenda.view(board.meeting)
    assert (view.lines[0].starts, view.ends, view.over) == (None, None, 0)
    assert view.time_words == "1 hour"
    assert duration(0) == "0 minutes"


def test_items_are_put_in_changed_moved_and_removed(board: "Board", agenda: AgendaService) -> None:
    for title in ("Welcome", "Action log", "Any other business"):
        board.write(agenda.add(board.meeting, title))
    board.round_trip(agenda.add(board.meeting, "Interests", position=2))
    assert titles(agenda, board.meeting) == [
        "Welcome",
        "Interests",
        "Action log",
        "Any other business",
    ]
    lines = agenda.view(board.meeting).lines
    board.round_trip(agenda.move(lines[3].item.id, 1))
    board.round_trip(agenda.edit(lines[1].item.id, "Conflicts", minutes=3, restricted=True))
    board.round_trip(agenda.remove(lines[2].item.id))
    view = agenda.view(board.meeting)
    assert [(line.item.position, line.item.title) for line in view.lines] == [
        (1, "Any other business"),
        (2, "Welcome"),
        (3, "Conflicts"),
    ]
    board.round_trip(agenda.edit(view.lines[1].item.id, why="It opens the meeting"))
    with pytest.raises(RuleError, match="nothing would change"):
        agenda.move(view.lines[0].item.id, 0)
    with pytest.raises(RuleError, match="less than no time"):
        agenda.edit(view.lines[0].item.id, minutes=-1)
    with pytest.raises(RuleError, match="The title of the item is empty"):
        agenda.add(board.meeting, " ")


def test_an_item_with_an_action_stays(board: "Board", agenda: AgendaService) -> None:
    item = board.write(agenda.add(board.meeting, "Listing")).key_of(AgendaItem)
    actions = ActionService(board.database)
    board.write(actions.add(board.group, "Ask", TODAY, TODAY, item_id=item))
    with pytest.raises(RuleError, match="“Listing” cannot be removed: 1 action uses it"):
        agenda.remove(item)


def test_a_meeting_goes_through_its_states_and_every_other_way_is_refused(
    board: "Board", meetings: MeetingService, agenda: AgendaService
) -> None:
    with pytest.raises(RuleError, match="has no agenda item yet"):
        meetings.move_to(board.meeting, MeetingState.AGENDA_ISSUED)
    board.write(agenda.add(board.meeting, "Welcome"))
    refused = 0
    way = [state for state in MeetingState if state is not MeetingState.CANCELLED]
    for state in way:
        assert meetings.row(board.meeting).meeting.state is state
        legal = meetings.moves(board.meeting)
        assert legal == LEGAL[state]
        for other in set(MeetingState) - set(legal):
            with pytest.raises(RuleError, match="cannot go to"):
                meetings.move_to(board.meeting, other)
            refused += 1
        if legal and not legal[0].is_circulated:
            board.round_trip(meetings.move_to(board.meeting, legal[0]))
        elif legal:
            with pytest.raises(ValueError, match="CirculationService"):
                meetings.move_to(board.meeting, legal[0])
            board.bring_to(legal[0])
    assert refused == 48


def test_after_agreed_minutes_neither_meeting_nor_agenda_can_be_changed(
    board: "Board", meetings: MeetingService, agenda: AgendaService
) -> None:
    item = board.write(agenda.add(board.meeting, "Welcome")).key_of(AgendaItem)
    board.bring_to(MeetingState.AGREED)
    record_commands = (
        lambda: meetings.edit(board.meeting, place="Ipswich"),
        lambda: meetings.remove(board.meeting),
        lambda: agenda.add(board.meeting, "Late item"),
        lambda: agenda.edit(item, "Hello"),
        lambda: agenda.move(item, 2),
        lambda: agenda.remove(item),
        lambda: agenda.fill(board.meeting, AgendaFrom.USUAL),
    )
    for command in record_commands:
        with pytest.raises(RuleError, match="The minutes of Board meeting 23 are agreed"):
            command()
