"""The comparison of two versions as Word holds it: marks, their words, fates of clauses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.text.run import Run

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.read_models.governance.governing_documents import (
    ComparedVersions,
    DocumentRow,
)
from lfjb_desk.services.governance.clauses import ClauseService
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import TERMS_COMPARISON
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import ReadParagraph, ReadTable, read
from tests.services.papers.planting import TEMPLATE, TODAY, sample_board

YOUNG_PEOPLE = (
    "The board hears from young people at least twice a year, and says afterwards what it did."
)


@pytest.fixture
def sample() -> Iterator[Database]:
    database = sample_board()
    yield database
    database.close()


@pytest.fixture
def papers(sample: Database) -> PaperService:
    return PaperService(sample, TEMPLATE)


@pytest.fixture
def board(sample: Database) -> Group:
    with sample.session() as session:
        return next(row for row in everything(session, Group) if row.kind is GroupKind.BOARD)


def terms(papers: PaperService, board: Group) -> DocumentRow:
    (row,) = papers.documents(board.id)
    return row


def versions(papers: PaperService, board: Group, before: int, after: int) -> ComparedVersions:
    keys = {view.version.number: view.version.id for view in terms(papers, board).versions}
    return ComparedVersions(keys[before], keys[after])


def runs(path: Path) -> list[Run]:
    return [run for paragraph in Document(str(path)).paragraphs for run in paragraph.runs]


def test_added_words_are_underlined_and_removed_ones_struck_out_and_both_say_so(
    papers: PaperService, board: Group, tmp_path: Path
) -> None:
    written = papers.write(PaperRequest(TERMS_COMPARISON, board.id, TODAY), tmp_path)

    assert written.findings == ()
    marked = [run for run in runs(written.path) if run.font.underline or run.font.strike]
    assert [(run.text, bool(run.font.strike)) for run in marked] == [
        ("[added: words]", False),
        ("[removed: words]", True),
        ("[added: An empty seat is filled within three months, or the chair writes to the body.]",
         False),
        ("[removed: four]", True),
        ("[added: six]", False),
        ("[removed: 4]", True),
        ("[added: 6]", False),
        ("[removed: moves]", True),
        ("[added: that has moved twice moves again]", False),
        ("[removed: chair or a meeting]", True),
        ("[added: board]", False),
        (f"[added: {YOUNG_PEOPLE}]", False),
    ]  # fmt: skip
    assert all(run.font.underline is not run.font.strike for run in marked)


def test_the_paper_reads_back_as_one_text_with_every_clause(
    papers: PaperService, board: Group, tmp_path: Path
) -> None:
    written = papers.write(PaperRequest(TERMS_COMPARISON, board.id, TODAY), tmp_path)

    blocks = read(written.path)
    said = [block.text for block in blocks if isinstance(block, ReadParagraph)]
    assert "Terms of reference: what changes" in said
    assert (
        "Between version 2 and version 3, of 11 clauses: 1 renumbered, 3 changed and 1 added; "
        "6 the same."
    ) in said
    assert (
        "The board meets [removed: four] [added: six] times a year. "
        "Papers go out five working days before."
    ) in said
    titles = [
        block.text for block in blocks if isinstance(block, ReadParagraph) and block.level == 3
    ]
    assert titles[5:] == [
        "Clause 6: Meetings (changed)",
        "Clause 7: Sub-groups",
        "Clause 8: Actions (changed)",
        "Clause 9: Escalation",
        "Clause 10: Young people (added)",
        "Clause 11: Review (renumbered, was clause 10)",
    ]
    table = next(
        block
        for block in blocks
        if isinstance(block, ReadTable) and block.title == "Clauses that change"
    )
    assert table.rows[-1] == ("11 Review", "Clause 10", "Renumbered")


def test_any_two_versions_are_compared_the_older_one_first_and_the_file_says_which(
    papers: PaperService, board: Group, tmp_path: Path
) -> None:
    pair = versions(papers, board, 3, 1)
    written = papers.write(PaperRequest(TERMS_COMPARISON, board.id, TODAY, versions=pair), tmp_path)

    said = [block.text for block in read(written.path) if isinstance(block, ReadParagraph)]
    assert any(line.startswith("Between version 1 and version 3, of 11 clauses") for line in said)
    assert written.path.name.endswith("terms-comparison_versions-1-and-3_2026-11-23.docx")


def test_a_removed_clause_stands_struck_out_where_it_was(
    sample: Database, papers: PaperService, board: Group, tmp_path: Path
) -> None:
    draft = terms(papers, board).draft
    assert draft is not None
    observers = next(clause for clause in draft.clauses if clause.heading == "Observers")
    sample.apply(ClauseService(sample).remove(observers.id))

    written = papers.write(PaperRequest(TERMS_COMPARISON, board.id, TODAY), tmp_path)

    said = [block.text for block in read(written.path) if isinstance(block, ReadParagraph)]
    at = said.index("Clause 3: Observers (removed)")
    assert said[at + 1].startswith("[removed: Judges observe. They advise the board")
    assert said[at + 2].startswith("Clause 3: Chair (renumbered, was clause 4)")


def test_a_group_without_two_versions_is_told_what_to_do_first(
    sample: Database, papers: PaperService, board: Group
) -> None:
    with sample.session() as session:
        other = next(row for row in everything(session, Group) if row.kind is not GroupKind.BOARD)
    with pytest.raises(RuleError, match="has no terms of reference yet"):
        papers.paper(PaperRequest(TERMS_COMPARISON, other.id, TODAY))
    foreign = versions(papers, board, 1, 2)
    with pytest.raises(RuleError, match="has no two versions"):
        papers.paper(PaperRequest(TERMS_COMPARISON, other.id, TODAY, versions=foreign))
