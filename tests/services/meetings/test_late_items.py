"""What an item asks, who may read it, and the numbers that stay once an agenda was issued."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import AgendaItem, MeetingState
from lfjb_desk.domain.read_models.meetings.meetings import ask_words, item_numbers
from lfjb_desk.domain.read_models.meetings.minutes_content import decode_minutes, encode_minutes
from lfjb_desk.domain.read_models.restriction import restricted_words
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService
from tests.services.conftest import TODAY

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

UNTIL = date(2027, 3, 3)


def add(board: Board, title: str, position: int | None = None) -> UUID:
    made = board.write(AgendaService(board.database).add(board.meeting, title, position))
    return made.key_of(AgendaItem)


def numbered(board: Board) -> list[str]:
    lines = AgendaService(board.database).view(board.meeting).lines
    return [f"{line.number} {line.item.title}" for line in lines]


@pytest.fixture
def issued(board: Board) -> tuple[UUID, UUID]:
    items = add(board, "Welcome"), add(board, "Listing")
    board.bring_to(MeetingState.AGENDA_ISSUED)
    return items


def test_a_late_item_takes_a_letter_after_the_item_that_it_follows(
    board: Board, issued: tuple[UUID, UUID]
) -> None:
    add(board, "Flood", 2)
    add(board, "Fire", 1)
    last = add(board, "Heat")
    assert numbered(board) == ["1 Welcome", "1a Fire", "1b Flood", "2 Listing", "2a Heat"]
    board.round_trip(AgendaService(board.database).move(last, 1))
    assert numbered(board) == ["1 Welcome", "1a Heat", "1b Fire", "1c Flood", "2 Listing"]
    board.write(AgendaService(board.database).remove(last))
    minuted = MinutesService(board.database).view(board.meeting, TODAY).items
    assert [item.number for item in minuted] == ["1", "1a", "1b", "2"]


def test_issued_items_neither_move_nor_go(board: Board, issued: tuple[UUID, UUID]) -> None:
    agenda = AgendaService(board.database)
    with pytest.raises(RuleError, match=r"cannot be moved\. Take the agenda back first"):
        agenda.move(issued[1], 1)
    with pytest.raises(RuleError, match="cannot be removed"):
        agenda.remove(issued[0])
    board.bring_to(MeetingState.IN_SESSION)
    with pytest.raises(RuleError, match="Minute under it what became of it"):
        agenda.remove(issued[0])
    assert numbered(board) == ["1 Welcome", "2 Listing"]


def test_an_agenda_that_is_taken_back_numbers_its_late_items_among_the_others(
    board: Board, issued: tuple[UUID, UUID]
) -> None:
    add(board, "Flood", 2)
    board.round_trip(MeetingService(board.database).move_to(board.meeting, MeetingState.PLANNED))
    assert numbered(board) == ["1 Welcome", "2 Flood", "3 Listing"]
    board.write(AgendaService(board.database).move(issued[1], 1))
    assert numbered(board) == ["1 Listing", "2 Welcome", "3 Flood"]


def test_moving_the_meeting_takes_its_agenda_back_with_its_letters(
    board: Board, issued: tuple[UUID, UUID]
) -> None:
    add(board, "Flood", 2)
    board.write(MeetingService(board.database).edit(board.meeting, held_on=UNTIL))
    assert numbered(board) == ["1 Welcome", "2 Flood", "3 Listing"]


def test_after_z_comes_aa() -> None:
    first = AgendaItem(meeting_id=uuid4(), position=1, title="Welcome")
    late = [first.model_copy(update={"added_late": True}) for _ in range(27)]
    assert item_numbers([first, *late])[-2:] == ("1z", "1aa")


def test_minutes_that_were_kept_with_whole_numbers_are_still_read(board: Board) -> None:
    add(board, "Welcome")
    view = MinutesService(board.database).view(board.meeting, TODAY)
    kept = encode_minutes(view)
    assert '"number":"1"' in kept
    before = kept.replace('"number":"1"', '"number":1')
    assert decode_minutes(before).items == decode_minutes(kept).items


def test_an_item_says_what_is_asked_and_an_open_one_nothing_of_a_restriction(
    board: Board,
) -> None:
    agenda, item = AgendaService(board.database), add(board, "Listing")
    board.round_trip(
        agenda.edit(
            item,
            ask=" agree the  protocol. ",
            restricted=True,
            restricted_why="it names a witness",
            restricted_audience="the judiciary and HMCTS",
            restricted_until=UNTIL,
        )
    )
    view = agenda.view(board.meeting)
    (line,) = view.lines
    assert ask_words(view.group, line.item.ask) == "The board is asked to agree the protocol."
    assert restricted_words(line.item) == (
        "Restricted to the judiciary and HMCTS, until 3 March 2027: it names a witness."
    )
    board.write(agenda.edit(item, restricted=False))
    (line,) = agenda.view(board.meeting).lines
    assert restricted_words(line.item) == ""
    assert (line.item.restricted_why, line.item.restricted_until) == ("", None)
