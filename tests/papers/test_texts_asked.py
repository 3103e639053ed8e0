"""Texts that a meeting is asked to agree: in the paper, or where they stand."""

from dataclasses import replace

import pytest

from lfjb_desk.domain.blocks import Decisions, Paper, Table
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose
from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow, VersionView
from lfjb_desk.domain.read_models.meetings.minutes import MattersArising
from lfjb_desk.papers.agenda import agenda_paper
from lfjb_desk.papers.board_paper import board_paper
from lfjb_desk.papers.parts.common import NOTHING
from lfjb_desk.papers.parts.report_data import (
    AgendaReportData,
    BoardPaperReportData,
    MeetingReportData,
    TermsReportData,
)
from lfjb_desk.papers.terms import terms_paper
from tests.papers.conftest import AREA, MakeItem, MakeMeeting, column, tables, texts, words

Given = tuple[str, str, str, ClauseRule | None, int | None]
IN_FORCE: tuple[Given, ...] = (
    ("1", "Purpose", "To shorten cases.", None, None),
    ("2", "Secretary", "The court gives one.", None, None),
    ("3", "Quorum", "Enough members.", ClauseRule.QUORUM, 5),
    ("4", "Review", "Each year.", None, None),
)
DRAFT: tuple[Given, ...] = (
    ("1", "Purpose", "To shorten cases.", None, None),
    ("2", "Quorum", "Enough members.", ClauseRule.QUORUM, 6),
    ("3", "Openness", "In public.", None, None),
    ("4", "Review", "Every other year.", None, None),
)


def version(own: GoverningDocument, number: int, state: VersionState, *given: Given) -> VersionView:
    row = DocumentVersion(document_id=own.id, number=number, state=state)
    clauses = tuple(
        Clause(
            version_id=row.id,
            position=place,
            number=label,
            heading=heading,
            text=text,
            rule=rule,
            rule_value=value,
        )
        for place, (label, heading, text, rule, value) in enumerate(given)
    )
    return VersionView(own, row, clauses, "")


@pytest.fixture
def terms() -> DocumentRow:
    own = GoverningDocument(
        group_id=AREA, kind=DocumentKind.TERMS_OF_REFERENCE, title="Terms of reference"
    )
    return DocumentRow(
        own,
        (
            version(own, 2, VersionState.IN_REVIEW, *DRAFT),
            version(own, 1, VersionState.AGREED, *IN_FORCE),
        ),
    )


@pytest.fixture
def asking(make_meeting: MakeMeeting, make_item: MakeItem, terms: DocumentRow) -> MeetingReportData:
    """Return a meeting that is asked to agree the last minutes and the terms."""
    made = make_meeting(
        make_item("Last minutes", Purpose.DECIDE, topic=ItemTopic.MINUTES, why="Please agree."),
        make_item("New Terms of Reference", Purpose.DECIDE),
        make_item("Room", Purpose.DECIDE),
    )
    arising = MattersArising(made.meeting, "Board meeting 23", (), ())
    return replace(made, minutes=replace(made.minutes, arising=arising), documents=(terms,))


def asked(paper: Paper) -> list[tuple[str, str]]:
    made = next(block for block in paper.blocks if isinstance(block, Decisions))
    return [(ask.reason, ask.leads_to) for ask in made.asks]


def changes(paper: Paper) -> Table:
    return next(table for table in tables(paper) if "version 2 would change" in table.title)


def test_a_board_paper_holds_the_draft_and_says_where_the_minutes_stand(
    data: BoardPaperReportData, asking: MeetingReportData
) -> None:
    paper = board_paper(replace(data, next=asking))
    assert asked(paper) == [
        (
            "Please agree. The minutes of Board meeting 23 stand in full in a paper of their own.",
            "minutes",
        ),
        ("", "draft-terms-of-reference"),
        ("", ""),
    ]
    assert "Terms of reference, draft version 2" in texts(paper)
    assert "► In review, not yet agreed." in texts(paper)
    assert len(changes(paper).rows) == 4


def test_an_agenda_says_in_which_papers_the_texts_stand(
    data: BoardPaperReportData, asking: MeetingReportData
) -> None:
    paper = agenda_paper(AgendaReportData(data.board, asking))
    assert [reason for reason, _ in asked(paper)] == [
        "Please agree. The minutes of Board meeting 23 stand in full in a paper of their own.",
        "The draft stands in the paper “Terms of reference”.",
        "",
    ]


def test_a_draft_that_nobody_is_asked_to_agree_is_in_no_board_paper(
    data: BoardPaperReportData, terms: DocumentRow
) -> None:
    coming = replace(data.next, documents=(terms,))
    assert "draft version" not in str(board_paper(replace(data, next=coming)))


def test_first_terms_stand_in_the_board_paper_clause_by_clause(
    data: BoardPaperReportData, asking: MeetingReportData, terms: DocumentRow
) -> None:
    first = replace(terms, versions=terms.versions[:1])
    said = texts(board_paper(replace(data, next=replace(asking, documents=(first,)))))
    assert "Terms of reference, draft version 2" in said
    assert "Clause 3: Openness" in said
    assert "In public." in said


def test_each_clause_that_a_draft_changes_stands_under_its_own_number(
    data: BoardPaperReportData, terms: DocumentRow
) -> None:
    made = changes(terms_paper(TermsReportData(data.board, terms, ())))
    before, after = (map(words, column(made, name)) for name in ("In force", "Draft"))
    assert list(zip(map(words, column(made, "Clause")), before, after, strict=True)) == [
        ("Removed", "2 Secretary\nThe court gives one.", f"{NOTHING} Not there"),
        (
            "Changed",
            "3 Quorum\nEnough members.\nRule in a number: quorum 5.",
            "2 Quorum\nEnough members.\nRule in a number: quorum 6.",
        ),
        ("Added", f"{NOTHING} Not there", "3 Openness\nIn public."),
        ("Changed", "4 Review\nEach year.", "4 Review\nEvery other year."),
    ]
