"""Restricted matter in papers: none of it in an open one, all of it in one for those entitled."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.frames import FigureFilter, FrameService
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.exports import ExportService
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import BOARD_PAPER, MINUTES, PAPERS
from lfjb_desk.services.places import PlaceService
from tests.services.papers.planting import (
    NOW,
    TEMPLATE,
    TODAY,
    Planted,
    everything_in,
    plant,
    sample_board,
)

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Paper


@pytest.fixture(scope="module")
def planted() -> Iterator[Planted]:
    database = sample_board()
    yield plant(database)
    database.close()


@pytest.fixture
def papers(planted: Planted) -> PaperService:
    return PaperService(planted.database, TEMPLATE)


def requests(planted: Planted, paper: PaperDefinition) -> Iterator[PaperRequest]:
    """Yield the open paper of each group, and where it takes one of each of its meetings."""
    for group in planted.groups:
        request = PaperRequest(paper, group.id, TODAY)
        yield request
        if paper.takes_meeting:
            for meeting in planted.meetings:
                if meeting.group_id == group.id:
                    yield PaperRequest(paper, group.id, TODAY, meeting.id)


def made(papers: PaperService, request: PaperRequest) -> "Paper | None":
    """Return a paper, or None where the group lacks what it tells of."""
    try:
        return papers.paper(request)
    except RuleError:
        return None


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_no_open_paper_of_any_meeting_holds_restricted_matter(
    planted: Planted, papers: PaperService, kind: PaperDefinition
) -> None:
    written = [paper for r in requests(planted, kind) if (paper := made(papers, r))]
    assert written
    leaks = {word for text in map(repr, written) for word in planted.words if word in text}
    assert sorted(leaks) == []


def test_papers_for_those_entitled_hold_all_of_it(planted: Planted, papers: PaperService) -> None:
    asked = (replace(r, restricted=True) for kind in PAPERS for r in requests(planted, kind))
    text = "".join(repr(paper) for r in asked if (paper := made(papers, r)))
    assert sorted(word for word in planted.printed if word not in text) == []


def test_new_limits_for_a_restricted_action_keep_their_day_and_not_their_reason(
    planted: Planted, papers: PaperService
) -> None:
    request = PaperRequest(BOARD_PAPER, planted.board.id, TODAY)
    opened = repr(papers.paper(request))
    whole = repr(papers.paper(replace(request, restricted=True)))
    assert "The limits start anew from April to June 2024." in opened
    assert "The limits start anew from April to June 2024: Zqxstep." in whole


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_no_part_of_an_open_file_holds_restricted_matter(
    planted: Planted, papers: PaperService, kind: PaperDefinition, tmp_path: Path
) -> None:
    for number, group in enumerate(planted.groups):
        request = PaperRequest(kind, group.id, TODAY)
        if made(papers, request) is None:
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        path = papers.write(request, folder).path
        for place, text in everything_in(path.read_bytes(), path.name):
            leaks = sorted(word for word in planted.words if word in place + text)
            assert leaks == [], place


def test_minutes_that_were_circulated_open_withhold_what_was_restricted_since(
    planted: Planted, papers: PaperService
) -> None:
    last = papers.usual_meeting(MINUTES, planted.board.id, TODAY)
    assert last is not None
    request = PaperRequest(MINUTES, planted.board.id, TODAY, last.id)
    sent = CirculationService(planted.database).circulate(last.id, TODAY)
    planted.database.apply(sent)
    try:
        opened = repr(papers.paper(request))
        whole = repr(papers.paper(replace(request, restricted=True)))
    finally:
        planted.database.apply(sent.inverse())
    assert sorted(word for word in planted.words if word in opened) == []
    assert "ZqxnotelastEaSLFJB" in whole
    assert "Restricted item" in opened


def places(planted: Planted) -> Iterator[tuple[PlaceKind, str]]:
    """Yield every place whose figures can be saved."""
    for area in PlaceService(planted.database).areas():
        if area.code == "ESST":
            yield PlaceKind.AREA, area.code
            yield PlaceKind.REGION, area.region
            yield PlaceKind.NATION, area.nation
            for authority in area.authorities:
                yield PlaceKind.AUTHORITY, authority.gss_code


def test_no_figures_that_are_saved_hold_restricted_matter(planted: Planted, tmp_path: Path) -> None:
    database, exports = planted.database, ExportService()
    for number, (kind, code) in enumerate(places(planted)):
        series = FigureService(database).for_place(kind, code, TODAY)
        if series:
            exports.write_csv(tmp_path / f"{number}.csv", series)
            exports.write_xlsx(tmp_path / f"{number}.xlsx", series, "Figures", NOW)
    frames, everything = FrameService(database), FigureFilter()
    for name in ("all.csv", "all.xlsx", "package"):
        target = tmp_path / name
        if not target.suffix:
            target.mkdir()
        frames.write(target, everything, NOW)
    saved = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.suffix for path in saved} == {".csv", ".json", ".xlsx"}
    for path in saved:
        for place, text in everything_in(path.read_bytes(), path.name):
            assert sorted(word for word in planted.words if word in place + text) == [], place


def test_an_open_paper_asks_once_what_is_restricted(planted: Planted, papers: PaperService) -> None:
    asked: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    engine = planted.database._engine
    event.listen(engine, "before_cursor_execute", hear)
    papers.paper(PaperRequest(BOARD_PAPER, planted.board.id, TODAY))
    event.remove(engine, "before_cursor_execute", hear)
    (about,) = [each for each in asked if ".restricted" in each.partition("WHERE")[2]]
    tables = ("agenda_item", "decision", "action", "minutes_correction")
    assert all(f"{table}.restricted" in about for table in tables)


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_an_open_paper_says_on_its_front_that_restricted_matter_is_left_out(
    planted: Planted, papers: PaperService, kind: PaperDefinition
) -> None:
    opened = repr(papers.paper(PaperRequest(kind, planted.board.id, TODAY)))
    whole = repr(papers.paper(PaperRequest(kind, planted.board.id, TODAY, restricted=True)))
    sentence = (
        "What restricted items, actions and decisions say. Restricted items keep their place and "
        "number; other counts, and words such as “none”, are of the rest."
    )

    assert sentence in opened
    assert sentence not in whole
