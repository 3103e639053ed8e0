"""Commitments: what bodies promised, and how each assesses itself once a year."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added, change
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseAssessment,
    DocumentKind,
    DocumentVersion,
    Fulfilment,
    GoverningDocument,
)
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.domain.read_models.governance.commitments import Commitment
from lfjb_desk.services.governance.clauses import ClauseService
from lfjb_desk.services.governance.commitments import CommitmentService
from lfjb_desk.services.governance.governing_documents import GoverningService
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import TERMS_OF_REFERENCE
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import ReadParagraph, ReadTable, read
from tests.services.papers.planting import TEMPLATE, TODAY, sample_board

PROMISE = "Each body tells the court of a delay within two working days."


@pytest.fixture
def sample() -> Iterator[Database]:
    database = sample_board()
    yield database
    database.close()


@pytest.fixture
def board(sample: Database) -> Group:
    with sample.session() as session:
        return next(row for row in everything(session, Group) if row.kind is GroupKind.BOARD)


@pytest.fixture
def statement(sample: Database, board: Group) -> UUID:
    """Return a statement of expectations in force with one clause."""
    governing = GoverningService(sample)
    made = governing.add(
        board.id, "What we expect of one another", DocumentKind.STATEMENT_OF_EXPECTATIONS
    )
    sample.apply(made)
    document = made.key_of(GoverningDocument)
    draft = next(row for row in governing.documents(board.id) if row.document.id == document).draft
    assert draft is not None
    sample.apply(ClauseService(sample).add(draft.version.id, PROMISE, heading="Delay"))
    agree(sample, draft.version.id)
    return document


def agree(sample: Database, version_id: UUID) -> None:
    governing = GoverningService(sample)
    sample.apply(governing.send_to_review(version_id))
    sample.apply(governing.agree(version_id, TODAY))


def body(sample: Database, name: str) -> UUID:
    with sample.session() as session:
        return next(row.id for row in everything(session, Organisation) if row.name == name)


def only(sample: Database, board: Group, year: int = TODAY.year) -> Commitment:
    (commitment,) = CommitmentService(sample).of_group(board.id, year)
    return commitment


def assess(
    sample: Database,
    board: Group,
    name: str,
    fulfilment: Fulfilment,
    evidence: str = "The log of delays",
    year: int | None = None,
) -> Change:
    clause = only(sample, board).clause.id
    assessed = CommitmentService(sample).assess(
        clause, body(sample, name), fulfilment, evidence, "Ruth Fieldfare", TODAY, year=year
    )
    sample.apply(assessed)
    return assessed


@pytest.mark.usefixtures("statement")
def test_every_body_with_a_seat_is_asked_of_each_commitment(sample: Database, board: Group) -> None:
    commitment = only(sample, board)
    assert commitment.clause.text == PROMISE
    assert len(commitment.missing) == len(commitment.bodies) > 3
    assert commitment.words == f"{len(commitment.bodies)} not assessed yet"
    assert commitment.worst is None


@pytest.mark.usefixtures("statement")
def test_bodies_assess_themselves_and_the_least_of_them_stands_for_the_clause(
    sample: Database, board: Group
) -> None:
    first, second, third = (row.organisation.name for row in only(sample, board).bodies[:3])
    assess(sample, board, first, Fulfilment.MET)
    assess(sample, board, second, Fulfilment.PARTLY)
    last = assess(sample, board, third, Fulfilment.NOT_MET, "")
    commitment = only(sample, board)
    left = len(commitment.bodies) - 3
    assert commitment.words == f"1 met, 1 partly met, 1 not met, {left} not assessed yet"
    assert commitment.worst is Fulfilment.NOT_MET
    sample.apply(last.inverse())
    assert only(sample, board).worst is Fulfilment.PARTLY


@pytest.mark.usefixtures("statement")
def test_a_second_answer_of_the_year_takes_the_place_of_the_first(
    sample: Database, board: Group
) -> None:
    name = only(sample, board).bodies[0].organisation.name
    assess(sample, board, name, Fulfilment.NOT_MET, "")
    assess(sample, board, name, Fulfilment.MET)
    with sample.session() as session:
        (row,) = everything(session, ClauseAssessment)
    assert (row.fulfilment, row.evidence) == (Fulfilment.MET, "The log of delays")
    sample.apply(CommitmentService(sample).forget(row.id))
    assert only(sample, board).worst is None


@pytest.mark.usefixtures("statement")
def test_each_year_stands_alone(sample: Database, board: Group) -> None:
    name = only(sample, board).bodies[0].organisation.name
    assess(sample, board, name, Fulfilment.PARTLY, year=TODAY.year - 1)
    assert only(sample, board).worst is None
    assert only(sample, board, TODAY.year - 1).worst is Fulfilment.PARTLY
    with pytest.raises(RuleError, match="is to come"):
        assess(sample, board, name, Fulfilment.MET, year=TODAY.year + 1)


@pytest.mark.usefixtures("statement")
@pytest.mark.parametrize("fulfilment", [Fulfilment.MET, Fulfilment.PARTLY])
def test_what_is_met_is_shown_by_something(
    sample: Database, board: Group, fulfilment: Fulfilment
) -> None:
    name = only(sample, board).bodies[0].organisation.name
    with pytest.raises(RuleError, match="What shows it is empty"):
        assess(sample, board, name, fulfilment, "  ")


def test_an_answer_stays_with_a_clause_whose_words_the_next_version_keeps(
    sample: Database, board: Group, statement: UUID
) -> None:
    name = only(sample, board).bodies[0].organisation.name
    assess(sample, board, name, Fulfilment.MET)
    draft = GoverningService(sample).draft(statement)
    sample.apply(draft)
    version = draft.key_of(DocumentVersion)
    sample.apply(ClauseService(sample).add(version, "Each body sends one person who can decide."))
    agree(sample, version)
    kept, new = CommitmentService(sample).of_group(board.id, TODAY.year)
    assert (kept.worst, new.worst) == (Fulfilment.MET, None)
    assert kept.version.version.number == 2


def test_a_clause_of_the_terms_and_a_draft_are_no_commitments(
    sample: Database, board: Group
) -> None:
    service = CommitmentService(sample)
    assert service.of_group(board.id, TODAY.year) == ()
    with sample.session() as session:
        clause = everything(session, Clause)[0]
        organisation = everything(session, Organisation)[0]
    with pytest.raises(RuleError, match="is no commitment in force"):
        service.assess(clause.id, organisation.id, Fulfilment.MET, "-", "", date(2026, 11, 23))


@pytest.mark.usefixtures("statement")
def test_a_body_without_a_seat_gave_no_commitment(sample: Database, board: Group) -> None:
    stranger = Organisation(name="Samplefolk Buses", kind=OrganisationKind.OTHER)
    sample.apply(change("Add a body", stranger, [added(stranger)]))
    with pytest.raises(RuleError, match="has no seat in the group"):
        assess(sample, board, stranger.name, Fulfilment.MET)


@pytest.mark.usefixtures("statement")
def test_the_annex_of_the_terms_lists_what_each_body_says(
    sample: Database, board: Group, tmp_path: Path
) -> None:
    name = only(sample, board).bodies[0].organisation.name
    assess(sample, board, name, Fulfilment.PARTLY)
    request = PaperRequest(TERMS_OF_REFERENCE, board.id, TODAY)
    written = PaperService(sample, TEMPLATE).write(request, tmp_path)
    assert written.findings == ()
    blocks = read(written.path)
    words = [block.text for block in blocks if isinstance(block, ReadParagraph)]
    assert "1 commitment; each body assesses itself once a year. This is 2026." in words
    assert PROMISE in words
    tables = [block for block in blocks if isinstance(block, ReadTable)]
    (table,) = (each for each in tables if each.rows[0] == ("Body", "It is", "What shows it"))
    assert table.rows[1][1:] == ("▲ Partly met", "The log of delays\nRuth Fieldfare")
    assert any(line.startswith("Not assessed yet: ") for line in words)
