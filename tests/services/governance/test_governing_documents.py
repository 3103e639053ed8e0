"""What a secretariat may ask of terms of reference and their versions."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.months import months_later
from lfjb_desk.domain.governance.governing_documents import (
    ClauseRule,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow, VersionView
from lfjb_desk.services.governance.clauses import ClauseService
from lfjb_desk.services.governance.governing_documents import GoverningService
from lfjb_desk.services.governance.groups import GroupService

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.conftest import Board

AGREED = date(2026, 1, 31)


@pytest.fixture
def governing(board: "Board") -> GoverningService:
    return GoverningService(board.database)


@pytest.fixture
def clauses(board: "Board") -> ClauseService:
    return ClauseService(board.database)


@pytest.fixture
def terms(board: "Board", governing: GoverningService, clauses: ClauseService) -> "UUID":
    """Return terms of reference whose first draft has three clauses."""
    change = board.write(governing.add(board.group, "Terms of reference"))
    draft = next(edit.key for edit in change.edits if edit.table is DocumentVersion)
    board.write(clauses.add(draft, "The board cuts delay.", heading="Purpose"))
    board.write(
        clauses.add(draft, "Seven seats.", heading="Quorum", rule=ClauseRule.QUORUM, rule_value=7)
    )
    board.write(
        clauses.add(
            draft,
            "Every year.",
            heading="Review",
            rule=ClauseRule.REVIEW_MONTHS,
            rule_value=13,
        )
    )
    return change.key_of(GoverningDocument)


def only(board: "Board") -> DocumentRow:
    (row,) = GoverningService(board.database).documents(board.group)
    return row


def draft(board: "Board") -> VersionView:
    view = only(board).draft
    assert view is not None
    return view


def agree(board: "Board", on: date = AGREED) -> "UUID":
    service = GoverningService(board.database)
    key = draft(board).version.id
    board.write(service.send_to_review(key))
    board.write(service.agree(key, on, board.meeting))
    return key


def test_clauses_are_numbered_in_their_order(
    board: "Board", clauses: ClauseService, terms: "UUID"
) -> None:
    key = draft(board).version.id
    board.round_trip(clauses.add(key, "Four times a year.", position=2, heading="Meetings"))
    board.round_trip(clauses.move(draft(board).clauses[3].id, 1))
    board.round_trip(clauses.remove(draft(board).clauses[1].id))
    shown = [(clause.number, clause.position, clause.heading) for clause in draft(board).clauses]
    assert shown == [("1", 1, "Review"), ("2", 2, "Meetings"), ("3", 3, "Quorum")]
    board.round_trip(clauses.edit(draft(board).clauses[1].id, "Six times a year."))
    assert draft(board).clauses[1].text == "Six times a year."
    board.round_trip(clauses.edit(draft(board).clauses[2].id, rule=None))
    assert draft(board).clauses[2].rule_value is None


def test_rules_that_make_no_sense_are_refused_in_a_sentence(
    board: "Board", clauses: ClauseService, terms: "UUID"
) -> None:
    key = draft(board).version.id
    with pytest.raises(RuleError, match="needs its number, 1 or more"):
        clauses.add(key, "Many seats.", rule=ClauseRule.SEATS)
    with pytest.raises(RuleError, match="but names no rule"):
        clauses.add(key, "Many seats.", rule_value=3)
    with pytest.raises(RuleError, match="Clause 2 states the rule “quorum” already"):
        clauses.add(key, "Eight seats.", rule=ClauseRule.QUORUM, rule_value=8)
    with pytest.raises(RuleError, match="The clause is empty"):
        clauses.add(key, " ")


def test_an_agreed_version_sets_the_quorum_and_the_review_date(
    board: "Board", governing: GoverningService, terms: "UUID"
) -> None:
    key = draft(board).version.id
    with pytest.raises(RuleError, match="Version 1 is “draft”, and only one that is “in review”"):
        governing.agree(key, AGREED)
    board.round_trip(governing.send_to_review(key))
    board.round_trip(governing.back_to_draft(key))
    board.write(governing.send_to_review(key))
    change = governing.agree(key, AGREED, board.meeting)
    assert change.label == "Agree version 1 of “Terms of reference”"
    board.round_trip(change)
    view = governing.version(key)
    assert (view.version.state, view.meeting) == (VersionState.AGREED, "Board meeting 23")
    assert view.version.review_by == date(2027, 2, 28)
    assert GroupService(board.database).get(board.group).quorum == 7
    assert only(board).review_due(date(2027, 2, 28))
    assert not only(board).review_due(date(2027, 2, 27))


def test_a_new_draft_starts_from_the_agreed_version_and_supersedes_it(
    board: "Board", governing: GoverningService, clauses: ClauseService, terms: "UUID"
) -> None:
    first = agree(board)
    board.round_trip(governing.draft(terms, "After the review"))
    with pytest.raises(RuleError, match="Version 2 is being worked on already"):
        governing.draft(terms)
    view = draft(board)
    assert [clause.heading for clause in view.clauses] == ["Purpose", "Quorum", "Review"]
    purpose, quorum, review = view.clauses
    board.write(clauses.edit(quorum.id, "Eight seats.", rule_value=8))
    board.write(clauses.remove(review.id))
    board.write(clauses.add(view.version.id, "In public.", heading="Openness"))
    board.write(clauses.edit(purpose.id, heading="What it is for"))
    rows = [
        (row.difference.value, row.before and row.before.heading, row.after and row.after.heading)
        for row in governing.compare(first, view.version.id)
    ]
    assert rows == [
        ("changed", "Purpose", "What it is for"),
        ("changed", "Quorum", "Quorum"),
        ("removed", "Review", None),
        ("added", None, "Openness"),
    ]
    board.write(governing.send_to_review(view.version.id))
    with pytest.raises(RuleError, match="was agreed on 31 January 2026, after"):
        governing.agree(view.version.id, date(2026, 1, 1))
    board.round_trip(governing.agree(view.version.id, date(2026, 12, 3)))
    assert governing.version(first).version.state is VersionState.SUPERSEDED
    assert GroupService(board.database).get(board.group).quorum == 8
    assert only(board).draft is None
    with pytest.raises(RuleError, match="is superseded and stays as it is"):
        governing.edit_version(first, "note")


def test_a_clause_that_moved_past_others_is_one_clause_and_stands_where_it_is_now(
    board: "Board", governing: GoverningService, clauses: ClauseService, terms: "UUID"
) -> None:
    first = agree(board)
    board.write(governing.draft(terms))
    view = draft(board)
    purpose, _, review = view.clauses
    board.write(clauses.move(review.id, 1))
    board.write(clauses.edit(purpose.id, "To do better."))
    rows = [
        (row.difference.value, row.before and row.before.number, row.after and row.after.heading)
        for row in governing.compare(first, view.version.id)
    ]
    assert rows == [
        ("renumbered", "3", "Review"),
        ("changed", "1", "Purpose"),
        ("renumbered", "2", "Quorum"),
    ]


def test_two_equal_versions_differ_in_nothing(
    board: "Board", governing: GoverningService, terms: "UUID"
) -> None:
    first = agree(board)
    board.write(governing.draft(terms))
    rows = governing.compare(first, draft(board).version.id)
    assert [row.difference.value for row in rows] == ["same"] * 3


def test_agreed_words_stay_as_they_are(
    board: "Board", governing: GoverningService, clauses: ClauseService, terms: "UUID"
) -> None:
    key = agree(board)
    clause = governing.version(key).clauses[0].id
    for command in (
        lambda: clauses.add(key, "More"),
        lambda: clauses.edit(clause, "Else"),
        lambda: clauses.move(clause, 2),
        lambda: clauses.remove(clause),
        lambda: governing.remove_version(key),
    ):
        with pytest.raises(RuleError, match="Version 1 is agreed, so its words stay"):
            command()
    with pytest.raises(RuleError, match="has an agreed version, which is kept"):
        governing.remove(terms)
    board.round_trip(governing.edit_version(key, review_by=date(2027, 6, 1)))


def test_documents_and_drafts_are_changed_and_removed(
    board: "Board", governing: GoverningService, terms: "UUID"
) -> None:
    board.round_trip(governing.edit(terms, "Terms", DocumentKind.PROTOCOL))
    assert only(board).document.title == "Terms"
    board.round_trip(governing.edit_version(draft(board).version.id, "First try"))
    board.round_trip(governing.remove_version(draft(board).version.id))
    board.round_trip(governing.draft(terms))
    with pytest.raises(RuleError, match="has no clause yet"):
        governing.send_to_review(draft(board).version.id)
    assert (only(board).agreed, only(board).review_due(date(2099, 1, 1))) == (None, False)
    board.round_trip(governing.remove(terms))
    assert governing.documents(board.group) == ()


def test_the_quorum_of_a_protocol_is_not_the_quorum_of_the_group(
    board: "Board", governing: GoverningService, terms: "UUID"
) -> None:
    board.write(governing.edit(terms, kind=DocumentKind.PROTOCOL))
    agree(board)
    assert GroupService(board.database).get(board.group).quorum == 2


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 6, 30), 18, date(2027, 12, 30)),
    ],
)
def test_months_are_counted_as_people_do(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
