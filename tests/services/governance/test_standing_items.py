"""Standing items: a group's own list, from which its agendas start."""

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.groups import GroupKind
from lfjb_desk.domain.meetings.meetings import ItemTopic, Meeting, Purpose
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.governance.standing_items import StandingItemService
from lfjb_desk.services.meetings.agenda import USUAL, USUAL_BELOW, AgendaFrom, AgendaService

if TYPE_CHECKING:
    from tests.services.conftest import Board


@pytest.fixture
def items(board: "Board") -> StandingItemService:
    return StandingItemService(board.database)


def titles(board: "Board", group: UUID | None = None) -> list[str]:
    rows = StandingItemService(board.database).of_group(group or board.sub_group)
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    return [row.title for row in rows]


def key(board: "Board", title: str) -> UUID:
    rows = StandingItemService(board.database).of_group(board.sub_group)
    return next(row.id for row in rows if row.title == title)


def test_a_group_makes_the_usual_items_its_own(board: "Board", items: StandingItemService) -> None:
    assert titles(board) == []
    board.round_trip(items.start(board.sub_group))
    assert titles(board) == [title for title, *_ in USUAL_BELOW]
    board.write(items.start(board.group))
    assert titles(board, board.group) == [title for title, *_ in USUAL]
    with pytest.raises(RuleError, match="has standing items already"):
        items.start(board.sub_group)


def test_items_are_added_changed_moved_and_removed(
    board: "Board", items: StandingItemService
) -> None:
    for title in ("Trackers", "Experts", "Dates"):
        board.round_trip(items.add(board.sub_group, title))
    board.round_trip(items.move(key(board, "Dates"), -1))
    assert titles(board) == ["Trackers", "Dates", "Experts"]
    board.round_trip(items.edit(key(board, "Dates"), "Next dates", topic=ItemTopic.DATES))
    board.round_trip(items.remove(key(board, "Trackers")))
    assert titles(board) == ["Next dates", "Experts"]


def test_a_title_stands_once_and_no_item_takes_less_than_no_time(
    board: "Board", items: StandingItemService
) -> None:
    board.write(items.add(board.sub_group, "Trackers"))
    board.write(items.add(board.sub_group, "Experts"))
    with pytest.raises(RuleError, match="is a standing item already"):
        items.add(board.sub_group, " TRACKERS ")
    with pytest.raises(RuleError, match="is a standing item already"):
        items.edit(key(board, "Experts"), "trackers")
    with pytest.raises(RuleError, match="less than no time"):
        items.add(board.sub_group, "Dates", minutes=-1)
    with pytest.raises(RuleError, match="is empty"):
        items.add(board.sub_group, "  ")


def test_the_agenda_of_the_group_starts_from_its_list_and_of_another_from_the_usual_items(
    board: "Board", items: StandingItemService
) -> None:
    agenda = AgendaService(board.database)
    board.write(
        items.add(
            board.sub_group,
            "Trackers",
            topic=ItemTopic.PERFORMANCE,
            purpose=Purpose.DECIDE,
            minutes=25,
        )
    )
    meeting = Meeting(
        group_id=board.sub_group,
        number=1,
        held_on=date(2027, 1, 12),
        starts=time(14),
        minutes_planned=60,
        place="Chelmsford",
    )
    board.write(change("Plan", meeting, [added(meeting)]))
    assert agenda.source(board.sub_group) is AgendaFrom.USUAL
    board.round_trip(agenda.fill(meeting.id, AgendaFrom.USUAL))
    (line,) = agenda.view(meeting.id).lines
    item = line.item
    assert (item.title, item.minutes, item.standing) == ("Trackers", 25, True)
    assert (item.topic, item.purpose) == (ItemTopic.PERFORMANCE, Purpose.DECIDE)
    assert agenda.source(board.sub_group) is AgendaFrom.USUAL, "the list goes before the last one"
    board.write(agenda.fill(board.meeting, AgendaFrom.USUAL))
    assert len(agenda.view(board.meeting).lines) == len(USUAL)


def test_a_group_that_has_done_nothing_is_removed_with_its_list(
    board: "Board", items: StandingItemService
) -> None:
    groups = GroupService(board.database)
    made = board.write(
        groups.add(board.area, "Data group", GroupKind.SUB_GROUP, parent_id=board.group)
    )
    board.write(items.start(made.edits[0].key))
    board.round_trip(groups.remove(made.edits[0].key))
