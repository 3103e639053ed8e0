"""Figures of the sample in its papers: an invented one says so, and signals come first."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import pytest

from lfjb_desk.domain.blocks import Chart, Heading, Table
from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.papers.parts.common import shorter
from lfjb_desk.services.papers.definition import OfPlace, PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import PAPERS, PERFORMANCE
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from tests.papers.conftest import column, texts, words
from tests.services.papers.planting import TEMPLATE, TODAY, sample_board


class Sample:
    """The sample board with its papers, and the measures whose figures are all invented."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.papers = PaperService(database, TEMPLATE)
        with database.session() as session:
            groups = everything(session, Group)
        self.board = next(group for group in groups if group.kind is GroupKind.BOARD)

    @cached_property
    def invented(self) -> frozenset[str]:
        """The names of the measures, long and short, that no publisher has a figure of."""
        with self.database.session() as session:
            publishers = {row.id: row.publisher for row in everything(session, Snapshot)}
            measures = everything(session, Measure)
            known: dict[object, set[str]] = {}
            for row in everything(session, Observation):
                known.setdefault(row.measure_id, set()).add(publishers[row.snapshot_id])
        names = {each.name for each in measures if known.get(each.id) == {INVENTED}}
        return frozenset({*names, *map(shorter, names)})

    def requests(self, paper: PaperDefinition) -> Iterator[PaperRequest]:
        """Yield the paper of the board, and where there is one that of each authority."""
        request = PaperRequest(paper, self.board.id, TODAY)
        yield request
        if isinstance(paper.tells_of, OfPlace):
            for authority in self.papers.authorities(self.board.id):
                yield PaperRequest(paper, self.board.id, TODAY, authority_id=authority.id)


@pytest.fixture(scope="module")
def sample() -> Iterator[Sample]:
    database = sample_board()
    yield Sample(database)
    database.close()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_every_line_that_names_the_measure_of_an_invented_figure_says_so(
    sample: Sample, paper: PaperDefinition
) -> None:
    assert len(sample.invented) > len(PAPERS)
    names = "|".join(map(re.escape, sorted(sample.invented, key=len, reverse=True)))
    # A definition or an action may begin with the same words; a name ends, or a figure follows.
    bare = re.compile(rf"(?:{names})(?=$|[:,.;]| and | rose | fell | stayed )")
    unmarked = [
        line
        for request in sample.requests(paper)
        for line in lines_of(sample.papers, request)
        if bare.search(line)
    ]
    assert unmarked == []


def lines_of(papers: PaperService, request: PaperRequest) -> list[str]:
    """Return every line of a paper, with the captions and what is said of its charts."""
    paper = papers.paper(request)
    blocks = list(paper.blocks)
    # One part names measures of which there is no figure: its heading, its line and its list.
    heads = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "missing"]
    for place in heads:
        del blocks[place : place + 3]
    lines = texts(replace(paper, blocks=tuple(blocks)))
    for block in blocks:
        if isinstance(block, Table):
            lines += [block.title, block.description]
        elif isinstance(block, Chart):
            lines += [block.title, block.alt, *(line.name for line in block.series)]
    return lines


def test_signals_and_missed_targets_of_the_sample_stand_first_at_a_glance(sample: Sample) -> None:
    request = PaperRequest(PERFORMANCE, sample.board.id, TODAY)
    (table,) = (
        block
        for block in sample.papers.paper(request).blocks
        if isinstance(block, Table) and block.title == "Signals at a glance"
    )
    telling = ("♦", "■", "▲", "▼", "Target not met")
    ask_for_a_look = [words(cell).startswith(telling) for cell in column(table, "Signal")]
    assert any(ask_for_a_look)
    assert ask_for_a_look == sorted(ask_for_a_look, reverse=True)
