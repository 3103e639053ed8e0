"""Sentences that nothing is there: in an open paper that leaves matter out, of the open part."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import BOARD_PAPER, DRIVERS, PAPERS
from lfjb_desk.store.engine.database import Database
from tests.papers.conftest import texts
from tests.services.papers.planting import TEMPLATE, TODAY, Planted, plant, sample_board

NOTHING = re.compile(
    r"\b[Nn]o (?:\w+ )?(?:action|decision)s?\b|\b[Nn]othing (?:is recorded|has changed)"
    r"|(?<!seats): none|Every open action"
)
COUNTS_ALL = re.compile(r"asks for a decision|to make|(?:is|was) asked for")
"""Of what a meeting is asked to decide, the items that are left out are counted, too."""
OPEN = "in this open paper"


@pytest.fixture(scope="module")
def unrestricted() -> Iterator[Database]:
    database = sample_board()
    yield database
    database.close()


@pytest.fixture(scope="module")
def planted() -> Iterator[Planted]:
    database = sample_board()
    yield plant(database)
    database.close()


def said(database: Database, request: PaperRequest) -> list[str]:
    """Return every sentence of a paper; none where the group lacks what it tells of."""
    try:
        return texts(PaperService(database, TEMPLATE).paper(request))
    except RuleError:
        return []


def requests(planted: Planted, kind: PaperDefinition) -> Iterator[PaperRequest]:
    for group in planted.groups:
        yield PaperRequest(kind, group.id, TODAY)
        for meeting in planted.meetings:
            if kind.takes_meeting and meeting.group_id == group.id:
                yield PaperRequest(kind, group.id, TODAY, meeting.id)


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_where_matter_is_left_out_nothing_is_said_to_be_missing_for_good(
    planted: Planted, kind: PaperDefinition
) -> None:
    lines = {line for r in requests(planted, kind) for line in said(planted.database, r)}
    assert lines
    bare = [
        sentence
        for line in lines
        for sentence in re.split(r"(?<=[.;])\s|\n", line)
        if NOTHING.search(sentence) and OPEN not in line and not COUNTS_ALL.search(sentence)
    ]  # fmt: skip
    assert bare == []


@pytest.mark.parametrize("kind", [BOARD_PAPER, DRIVERS], ids=lambda paper: paper.key)
def test_all_drivers_and_all_parts_say_it_alike(planted: Planted, kind: PaperDefinition) -> None:
    lines = [line for r in requests(planted, kind) for line in said(planted.database, r)]
    assert any("No decision is linked to it in this open paper." in line for line in lines)
    assert any(line.startswith("Left out: ") for line in lines)


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_a_paper_from_which_nothing_is_left_out_says_it_plainly(
    planted: Planted, unrestricted: Database, kind: PaperDefinition
) -> None:
    request = PaperRequest(kind, planted.board.id, TODAY)
    whole = said(planted.database, replace(request, restricted=True))
    plain = said(unrestricted, replace(request, group_id=planted.board.id))
    assert whole
    assert not [line for line in (*whole, *plain) if OPEN in line]


def test_the_word_file_of_an_open_paper_says_it(planted: Planted, tmp_path: Path) -> None:
    group = next(group for group in planted.groups if group is not planted.board)
    request = PaperRequest(DRIVERS, group.id, TODAY)
    written = PaperService(planted.database, TEMPLATE).write(request, tmp_path)
    cells = [
        cell.text
        for table in Document(str(written.path)).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert any("No decision is linked to it in this open paper." in text for text in cells)
