"""Forums outside the board: who informs whom, and what the terms print of it."""

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.forums import Forum, Informs
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.papers.terms_forums import forums_annex
from lfjb_desk.services.governance.forums import ForumService

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board


@pytest.fixture
def forums(board: "Board") -> ForumService:
    return ForumService(board.database)


@pytest.fixture
def forum(board: "Board", forums: ForumService) -> "UUID":
    made = forums.add(board.area, " Safeguarding partnership ", "Brings bodies together.")
    return board.write(made).key_of(Forum)


def ways(board: "Board") -> list[str]:
    return [row.ways for row in ForumService(board.database).rows(board.area)]


def test_a_forum_says_who_informs_whom_and_undo_takes_it_back(
    board: "Board", forums: ForumService, forum: "UUID"
) -> None:
    assert ways(board) == ["No group is tied to it yet"]
    board.round_trip(forums.tie(forum, board.group, Informs.BOTH, " each quarter ", board.helen))
    board.round_trip(forums.tie(forum, board.sub_group, Informs.FORUM_INFORMS))
    assert ways(board) == [
        "Essex board and Safeguarding partnership inform each other",
        "Safeguarding partnership informs Public law group",
    ]
    first, second = (row.tie for row in forums.rows(board.area))
    assert first is not None
    assert second is not None
    assert (first.carrier, first.link.how_often) == ("Helen Marsh", "each quarter")
    assert second.carrier == ""
    board.round_trip(forums.untie(first.link.id))
    assert len(forums.rows(board.area)) == 1
    board.round_trip(forums.remove(forum))
    assert forums.rows(board.area) == ()


def test_a_group_is_tied_to_a_forum_once(
    board: "Board", forums: ForumService, forum: "UUID"
) -> None:
    board.write(forums.tie(forum, board.group, Informs.BOTH))
    board.round_trip(forums.tie(forum, board.group, Informs.GROUP_INFORMS, "each year"))
    assert ways(board) == ["Essex board informs Safeguarding partnership"]


def test_a_name_is_taken_once_and_a_group_of_another_area_is_not_tied(
    board: "Board", forums: ForumService, forum: "UUID"
) -> None:
    with pytest.raises(RuleError, match="There is a forum “Safeguarding partnership” already"):
        forums.add(board.area, "safeguarding PARTNERSHIP")
    board.round_trip(forums.edit(forum, "Safeguarding partnership", ""))
    with pytest.raises(RuleError, match="is empty"):
        forums.edit(forum, " ", "")
    with pytest.raises(RuleError, match="no longer there"):
        forums.tie(forum, uuid4(), Informs.BOTH)
    area = DfjArea(
        code="WIND", name="Windward", region="East", nation="England", courts="", source="invented"
    )
    other = Group(area_id=area.id, kind=GroupKind.BOARD, name="Windward board")
    board.write(change("Add", other, [added(area), added(other)]))
    with pytest.raises(RuleError, match="in another area"):
        forums.tie(forum, other.id, Informs.BOTH)


def test_the_annex_prints_who_informs_whom_or_nothing(
    board: "Board", forums: ForumService, forum: "UUID"
) -> None:
    assert forums_annex(()) == ()
    board.write(forums.tie(forum, board.group, Informs.BOTH, "each quarter", board.helen))
    text = repr(forums_annex(forums.rows(board.area)))
    for words in ("inform each other", "each quarter", "Helen Marsh"):
        assert words in text
