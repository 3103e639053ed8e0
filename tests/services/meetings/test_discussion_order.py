"""Minutes tell an item in the order in which it was discussed, on screen and in Word."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.blocks import Facts, Paragraph
from lfjb_desk.domain.meetings.meetings import AgendaItem, MeetingState, MinuteNote
from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow, MinutesView
from lfjb_desk.domain.read_models.meetings.minutes_content import decode_minutes, encode_minutes
from lfjb_desk.papers.minutes import item_blocks
from lfjb_desk.papers.parts.report_data import BoardReportData
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import MINUTES

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

HELD, DUE, CIRCULATED = date(2026, 12, 3), date(2027, 1, 12), date(2026, 12, 10)
TYPED = ["Cases wait.", "List them.", "It takes a week.", "Send the list", "Start now.", "Close."]
NOTES = ["Cases wait.", "It takes a week.", "Close."]
TEMPLATE = Path(__file__).parents[3] / "templates" / "house.docx"


@pytest.fixture
def item(board: "Board") -> "UUID":
    """Return an item under which notes, decisions and an action were recorded in turns."""
    minutes, decisions = MinutesService(board.database), DecisionService(board.database)
    agenda = AgendaService(board.database)
    key = board.write(agenda.add(board.meeting, "Listing")).key_of(AgendaItem)
    board.write(agenda.add(board.meeting, "Any other business"))
    board.bring_to(MeetingState.IN_SESSION)
    actions = ActionService(board.database)
    board.write(minutes.add_note(key, TYPED[0]))
    board.round_trip(decisions.add(board.meeting, TYPED[1], item_id=key))
    board.round_trip(minutes.add_note(key, TYPED[2]))
    board.round_trip(actions.add(board.group, TYPED[3], DUE, HELD, item_id=key, owner_id=board.tom))
    board.write(decisions.add(board.meeting, TYPED[4], item_id=key))
    board.write(minutes.add_note(key, TYPED[5]))
    return key


def told(view: MinutesView, at: int = 0) -> list[str]:
    """Return the words of all that is recorded under an item, in their order."""
    return [
        record.text
        if isinstance(record, MinuteNote)
        else record.decision.text
        if isinstance(record, DecisionRow)
        else record.action.title
        for record in view.items[at].discussed
    ]


def view_of(board: "Board") -> MinutesView:
    return MinutesService(board.database).view(board.meeting, HELD)


def test_an_item_is_told_in_the_order_in_which_it_was_recorded(
    board: "Board", item: "UUID"
) -> None:
    assert told(view_of(board)) == TYPED
    view = view_of(board)
    of_board = BoardReportData(view.group, view.group.name, "", "", "", HELD)
    _, *blocks = item_blocks(of_board, view.items[0])
    words = [
        block.line if isinstance(block, Paragraph) else block.pairs[0][1]
        for block in blocks
        if isinstance(block, (Paragraph, Facts))
    ]
    assert words == [
        "Cases wait.",
        "Decided: List them.",
        "It takes a week.",
        "Action: Send the list. Tom Aldous (HMCTS), by 12 January 2027.",
        "Decided: Start now.",
        "Close.",
    ]


def test_a_note_that_is_moved_among_the_notes_takes_the_place_of_another(
    board: "Board", item: "UUID"
) -> None:
    minutes = MinutesService(board.database)
    last = view_of(board).items[0].notes[-1]
    board.round_trip(minutes.move_note(last.id, 1))
    assert told(view_of(board)) == [
        *("Close.", "List them.", "Cases wait.", "Send the list", "Start now.", "It takes a week."),
    ]
    other = view_of(board).items[1].item.id
    board.write(minutes.add_note(other, "There was none."))
    board.round_trip(minutes.move_note(last.id, 2, other))
    assert told(view_of(board), 1) == ["There was none.", "Close."]


def test_circulated_minutes_keep_the_order(board: "Board", item: "UUID", tmp_path: Path) -> None:
    board.bring_to(MeetingState.CIRCULATED)
    view = view_of(board)
    assert view.history.kept is not None
    assert told(view) == TYPED
    request = PaperRequest(MINUTES, board.group, CIRCULATED, board.meeting)
    papers, printed = PaperService(board.database, TEMPLATE), []
    for name in ("once.docx", "again.docx"):
        papers.write(request, tmp_path / name)
        printed.append((tmp_path / name).read_bytes())
    assert printed[0] == printed[1]


def test_minutes_kept_before_the_order_was_known_are_told_as_they_were_printed(
    board: "Board", item: "UUID"
) -> None:
    parts = json.loads(encode_minutes(view_of(board)))
    (listing, _) = parts["items"]
    rows = [
        *listing["notes"],
        *(row["decision"] for row in listing["decisions"]),
        *(row["action"] for row in listing["actions"]),
    ]
    assert sorted(row.pop("sequence") for row in rows) == [1, 2, 3, 4, 5, 6]
    assert told(decode_minutes(json.dumps(parts))) == [
        *NOTES,
        *("List them.", "Start now."),
        "Send the list",
    ]
