"""What an agenda brings over from a meeting that did not reach it, and from a cancelled one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    ItemReason,
    Meeting,
    MeetingState,
)
from lfjb_desk.papers.agenda import agenda_blocks
from lfjb_desk.services.meetings.agenda import AgendaFrom, AgendaService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService
from tests.services.conftest import HELD, TODAY

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

LATER = date(2027, 3, 11)


@pytest.fixture
def agenda(board: Board) -> AgendaService:
    return AgendaService(board.database)


@pytest.fixture
def reached(board: Board, agenda: AgendaService) -> UUID:
    """Hold a meeting that reached its first item alone; return the second."""
    first = board.write(agenda.add(board.meeting, "Listing")).key_of(AgendaItem)
    second = board.write(agenda.add(board.meeting, "Expert list", ask="adopt one list", minutes=25))
    board.write(agenda.add(board.meeting, "Welcome", standing=True))
    board.bring_to(MeetingState.IN_SESSION)
    note = MinutesService(board.database).add_note(first, "The rota is late.")
    board.write(note)
    board.bring_to(MeetingState.MINUTES_DRAFT)
    return second.key_of(AgendaItem)


def planned(board: Board, day: date = LATER) -> UUID:
    return board.write(MeetingService(board.database).add(board.group, day)).key_of(Meeting)


def brought(board: Board, agenda: AgendaService, meeting: UUID) -> list[tuple[str, str]]:
    board.round_trip(agenda.fill(meeting, AgendaFrom.UNFINISHED))
    return [(line.item.title, line.reason_words) for line in agenda.view(meeting).lines]


def test_what_was_not_reached_is_brought_over_with_its_ask_and_the_day(
    board: Board, agenda: AgendaService, reached: UUID
) -> None:
    meeting = planned(board)
    assert brought(board, agenda, meeting) == [("Expert list", "Not reached on 3 December 2026")]
    (line,) = agenda.view(meeting).lines
    item = line.item
    assert (item.reason, item.reason_id) == (ItemReason.NOT_REACHED, reached)
    assert (item.ask, item.minutes) == ("adopt one list", 25)


def test_nothing_is_brought_over_twice_and_what_is_removed_can_come_again(
    board: Board, agenda: AgendaService, reached: UUID
) -> None:
    meeting = planned(board)
    brought(board, agenda, meeting)
    (line,) = agenda.view(meeting).lines
    board.write(agenda.edit(line.item.id, title="Another title"))
    with pytest.raises(RuleError, match="no item to bring over"):
        agenda.fill(meeting, AgendaFrom.UNFINISHED)
    board.write(agenda.remove(line.item.id))
    assert [title for title, _ in brought(board, agenda, meeting)] == ["Expert list"]
    earlier = [line.item.id for line in agenda.view(board.meeting).lines]
    assert reached in earlier, "nothing is taken from the meeting that left it"


@pytest.mark.usefixtures("reached")
def test_what_was_settled_meanwhile_is_no_longer_brought_over(
    board: Board, agenda: AgendaService
) -> None:
    lines = agenda.view(board.meeting).lines
    item = next(line.item for line in lines if line.item.title == "Expert list")
    board.write(MinutesService(board.database).add_note(item.id, "It was settled after all."))
    with pytest.raises(RuleError, match="no item to bring over"):
        agenda.fill(planned(board), AgendaFrom.UNFINISHED)


def test_a_meeting_that_was_not_held_leaves_nothing(board: Board, agenda: AgendaService) -> None:
    board.write(agenda.add(board.meeting, "Listing"))
    with pytest.raises(RuleError, match="no item to bring over"):
        agenda.fill(planned(board), AgendaFrom.UNFINISHED)


def test_the_items_of_a_cancelled_meeting_are_brought_to_the_next(
    board: Board, agenda: AgendaService
) -> None:
    board.write(agenda.add(board.meeting, "Listing"))
    board.write(agenda.add(board.meeting, "Welcome", standing=True))
    board.write(MeetingService(board.database).cancel(board.meeting, "Snow"))
    meeting = planned(board)
    assert brought(board, agenda, meeting) == [
        ("Listing", "From the meeting of 3 December 2026, which was cancelled")
    ]


@pytest.mark.usefixtures("reached")
def test_the_agenda_says_in_word_why_an_item_is_there(board: Board, agenda: AgendaService) -> None:
    meeting = planned(board)
    brought(board, agenda, meeting)
    told = repr(agenda_blocks(agenda.view(meeting), why=True))
    assert "Not reached on 3 December 2026." in told
    assert HELD > TODAY
