"""The marking of a paper is the highest of what it holds, wherever it is printed."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import RuleError, added, change, edited, removed
from lfjb_desk.domain.governance.groups import Group, GroupKind, Marking
from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
from lfjb_desk.services.papers import registry
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from tests.services.papers.planting import TEMPLATE, TODAY, sample_board

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Paper

SENSITIVE = Marking.OFFICIAL_SENSITIVE.value
OFFICIAL = Marking.OFFICIAL.value


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    """The sample board, whose sub-groups are marked OFFICIAL; one of them has an action.

    Nothing is kept of its circulated minutes: what is kept is marked as the group was then.
    """
    sample = sample_board()
    with sample.session() as session:
        groups = everything(session, Group)
        kept = everything(session, CirculatedMinutes)
    sample.apply(change("Keep nothing", None, [removed(each) for each in kept]))
    for group in groups:
        if group.kind is not GroupKind.BOARD:
            low = edited(group, marking=Marking.OFFICIAL)
            sample.apply(change("Lower the marking", group, [low]))
    yield sample
    sample.close()


@pytest.fixture
def papers(database: Database) -> PaperService:
    return PaperService(database, TEMPLATE)


@pytest.fixture
def board(database: Database) -> Group:
    return named(database, "Essex and Suffolk Local Family Justice Board")


@pytest.fixture
def low(database: Database) -> Group:
    return named(database, "Public law group")


def named(database: Database, name: str) -> Group:
    with database.session() as session:
        return next(group for group in everything(session, Group) if group.name == name)


def marking(papers: PaperService, kind: PaperDefinition, group: Group) -> str:
    return papers.paper(PaperRequest(kind, group.id, TODAY)).marking


def test_a_sub_group_marked_official_prints_nothing_of_the_board_under_official(
    papers: PaperService, low: Group
) -> None:
    own = (registry.AGENDA, registry.MINUTES, registry.ACTION_LOG)
    assert [marking(papers, kind, low) for kind in own] == [OFFICIAL] * 3
    # The board judged the drivers, and is marked higher.
    boards = (registry.DRIVERS, registry.BOARD_PAPER)
    assert [marking(papers, kind, low) for kind in boards] == [SENSITIVE] * 2


def test_a_board_marked_official_prints_its_sub_group_under_the_higher_marking(
    database: Database, papers: PaperService, board: Group, low: Group
) -> None:
    lowered = change("Lower", board, [edited(board, marking=Marking.OFFICIAL)])
    database.apply(lowered)
    kinds = (registry.DRIVERS, registry.BOARD_PAPER, registry.ACTION_LOG, registry.AGENDA)
    assert [marking(papers, kind, board) for kind in kinds] == [OFFICIAL] * 4
    raised = change("Raise", low, [edited(low, marking=Marking.OFFICIAL_SENSITIVE)])
    database.apply(raised)
    high = [marking(papers, kind, board) for kind in kinds]
    assert high[1:3] == [SENSITIVE] * 2, "its actions and minutes stand in them"
    assert high[3] == OFFICIAL, "an agenda holds nothing of another group"
    database.apply(raised.inverse())
    database.apply(lowered.inverse())


def test_minutes_circulated_before_a_group_was_marked_lower_stay_under_their_marking() -> None:
    sample = sample_board()
    low = named(sample, "Public law group")
    sample.apply(change("Lower", low, [edited(low, marking=Marking.OFFICIAL)]))
    papers = PaperService(sample, TEMPLATE)
    kinds = (registry.MINUTES, registry.ACTION_LOG)
    assert [marking(papers, kind, low) for kind in kinds] == [SENSITIVE, OFFICIAL]
    sample.close()


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_a_word_of_a_sensitive_group_stands_in_no_paper_marked_official(
    database: Database, papers: PaperService, board: Group, kind: PaperDefinition
) -> None:
    lowered = change("Lower", board, [edited(board, marking=Marking.OFFICIAL)])
    database.apply(lowered)
    group = Group(
        area_id=board.area_id,
        parent_id=board.id,
        kind=GroupKind.TASK_AND_FINISH,
        name="Zqxgroup",
        purpose="Zqxpurpose",
        marking=Marking.OFFICIAL_SENSITIVE,
    )
    past = Meeting(group_id=group.id, number=1, held_on=TODAY.replace(month=10), place="Zqxplace")
    coming = Meeting(group_id=group.id, number=2, held_on=TODAY.replace(year=2027, month=1))
    action = Action(
        ref="ESST-A-990",
        group_id=group.id,
        title="Zqxaction",
        raised_on=TODAY,
        original_due=TODAY,
        due=TODAY,
    )
    planted = change("Plant", group, [added(row) for row in (group, past, coming, action)])
    database.apply(planted)
    with database.session() as session:
        groups = everything(session, Group)
    made = [paper for other in groups if (paper := _made(papers, kind, other))]
    database.apply(planted.inverse())
    database.apply(lowered.inverse())
    assert made
    for paper in made:
        assert "Zqx" not in repr(paper) or paper.marking == SENSITIVE, paper.title


def _made(papers: PaperService, kind: PaperDefinition, group: Group) -> "Paper | None":
    try:
        return papers.paper(PaperRequest(kind, group.id, TODAY))
    except RuleError:
        return None


def test_the_marking_stands_in_header_footer_properties_and_the_name_of_the_file(
    papers: PaperService, low: Group, tmp_path: Path
) -> None:
    for kind, expected in ((registry.DRIVERS, SENSITIVE), (registry.AGENDA, OFFICIAL)):
        path = papers.write(PaperRequest(kind, low.id, TODAY), tmp_path).path
        assert path.name.startswith(f"{SENSITIVE}_") is (expected == SENSITIVE)
        with zipfile.ZipFile(path) as package:
            edges = [
                package.read(name).decode()
                for name in package.namelist()
                if name.startswith(("word/header", "word/footer"))
            ]
        assert edges
        assert all(f">{expected}<" in edge for edge in edges)
        assert Document(str(path)).core_properties.keywords == expected


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_a_paper_for_those_entitled_that_holds_nothing_restricted_is_the_open_one(
    papers: PaperService, board: Group, kind: PaperDefinition
) -> None:
    request = PaperRequest(kind, board.id, TODAY)
    opened, entitled = (papers.paper(replace(request, restricted=r)) for r in (False, True))
    assert entitled == opened
    assert "Holds restricted matter" not in repr(entitled)
    assert papers.file_name(replace(request, restricted=True)) == papers.file_name(request)


def test_a_paper_with_restricted_matter_is_sensitive_and_its_name_says_so(
    database: Database, papers: PaperService, low: Group, tmp_path: Path
) -> None:
    request = PaperRequest(registry.AGENDA, low.id, TODAY, restricted=True)
    assert papers.paper(request).marking == OFFICIAL, "it holds nothing restricted yet"
    meeting = papers.usual_meeting(registry.AGENDA, low.id, TODAY)
    assert meeting is not None
    secret = AgendaItem(meeting_id=meeting.id, position=9, title="A matter", restricted=True)
    planted = change("Plant", secret, [added(secret)])
    database.apply(planted)
    path = papers.write(request, tmp_path).path
    assert path.name.startswith(f"{SENSITIVE}_agenda_restricted_2026-")
    assert papers.paper(request).marking == SENSITIVE
    hidden = tmp_path / "agenda.docx"
    with pytest.raises(RuleError, match=f"begins so: “{SENSITIVE}_agenda.docx”. No paper was"):
        papers.write(request, hidden)
    assert not hidden.exists()
    opened = papers.file_name(replace(request, restricted=False)).removeprefix(f"{SENSITIVE}_")
    as_open = tmp_path / f"{SENSITIVE}_{opened}"
    with pytest.raises(RuleError, match="is the name of the open paper, which every member reads"):
        papers.write(request, as_open)
    assert not as_open.exists()
    open_paper = papers.write(replace(request, restricted=False), hidden)
    assert open_paper.path == hidden
    database.apply(planted.inverse())


def test_a_sub_groups_paper_calls_itself_by_its_own_name(papers: PaperService, low: Group) -> None:
    paper = papers.paper(PaperRequest(registry.BOARD_PAPER, low.id, TODAY))
    text = repr(paper)
    assert "Public law group meeting, " in text
    assert "Board meeting, " not in text
    assert "What the group is asked to decide" in text
    assert "What the board is asked" not in text
    assert "The group has no sub-group." in text


def test_late_actions_of_drivers_and_of_the_log_are_of_the_same_set(
    papers: PaperService, board: Group, low: Group
) -> None:
    texts = [
        repr(papers.paper(PaperRequest(registry.BOARD_PAPER, group.id, TODAY)))
        for group in (board, low)
    ]
    for text in texts:
        assert ("no action is late" in text) is ("of 10 drivers ha" not in text)
    assert ["no action is late" in text for text in texts] == [False, True]
