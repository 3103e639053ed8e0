"""Terms of reference are brought in from Word: clauses of every habit, rules asked, one undo."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentVersion,
    GoverningDocument,
)
from lfjb_desk.services.bringing.preview import BroughtPreview, RowFate
from lfjb_desk.services.bringing.terms.rules import proposed_rules
from lfjb_desk.services.bringing.terms.service import TermsService
from lfjb_desk.services.bringing.whole_numbers import number_of
from lfjb_desk.services.governance.governing_documents import GoverningService
from lfjb_desk.store.queries.lookup import everything
from tests.plain_word import (
    document,
    heading,
    levels,
    line,
    made_list,
    numbered,
    run,
    table,
)
from tests.services.conftest import NOW, TODAY, Board

Opener = Callable[[bytes], BroughtPreview]
LIST = (
    levels(0, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    + levels(1, ("decimal", "%1."))
    + made_list(1, 0)
    + made_list(2, 1)
    + made_list(3, 1, start=1)
)
STYLED = (
    '<w:style w:type="paragraph" w:styleId="N1"><w:name w:val="Clause head"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)
HABITS = {
    "levels by style": (
        document(
            line("Testshire Board: terms of reference")
            + line("Purpose", '<w:pStyle w:val="N1"/>')
            + numbered("The board cuts delay.", 1, 1)
            + line("Members", '<w:pStyle w:val="N1"/>')
            + numbered("The members are:", 1, 1)
            + numbered("a judge;", 1, 2),
            LIST,
            STYLED,
        ),
        [
            ("1", "Purpose", "1.1 The board cuts delay."),
            ("2", "Members", "2.1 The members are:\n(a) a judge;"),
        ],
    ),
    "typed numbers": (
        document(
            line("Version 3, March 2026")
            + line("1. Purpose")
            + line("1.1 To cut delay.")
            + line("2. Chair")
            + line("The judge chairs.")
        ),
        [("1", "Purpose", "1.1 To cut delay."), ("2", "Chair", "The judge chairs.")],
    ),
    "typed with tabs and no stop": (
        document(
            line("1\tThe board cuts delay.")
            + line("2\tThe judge chairs it.")
            + line("6 members were present when these were agreed.")
        ),
        [
            ("1", "", "The board cuts delay."),
            (
                "2",
                "",
                "The judge chairs it.\n6 members were present when these were agreed.",
            ),
        ],
    ),
    "typed clause and no blank": (
        document(
            line("Clause 1: Purpose") + line("To cut delay.") + line("2.Chair") + line("One.")
        ),
        [("1", "Purpose", "To cut delay."), ("2", "Chair", "One.")],
    ),
    "bold headings": (
        document(
            line("Terms of Reference", bold=True)
            + line("Agreed in March")
            + line("Purpose:", bold=True)
            + line("To cut delay.")
            + line("Chair", bold=True)
            + line("The judge.")
        ),
        [("1", "Purpose", "To cut delay."), ("2", "Chair", "The judge.")],
    ),
    "styled headings": (
        document(
            heading("Our board")
            + line("Version 2")
            + heading("Purpose", 2)
            + line("To cut delay.")
            + heading("How", 3)
            + line("Together.")
            + heading("Chair", 2)
            + line("The judge.")
        ),
        [("1", "Purpose", "To cut delay.\nHow\nTogether."), ("2", "Chair", "The judge.")],
    ),
    "a list anew under each heading": (
        document(
            heading("Purpose")
            + numbered("Cut delay;", 2)
            + numbered("share data.", 2)
            + heading("Chair")
            + numbered("The judge;", 3)
            + numbered("or a deputy.", 3),
            LIST,
        ),
        [
            ("1", "Purpose", "1 Cut delay;\n2 share data."),
            ("2", "Chair", "1 The judge;\n2 or a deputy."),
        ],
    ),
    "numbers run on through headings": (
        document(
            line("Purpose", bold=True)
            + line("1. The board cuts delay.")
            + line("2. It shares data.")
            + line("Chair", bold=True)
            + line("3. The judge chairs.")
        ),
        [
            ("1", "Purpose", "The board cuts delay."),
            ("2", "", "It shares data."),
            ("3", "Chair", "The judge chairs."),
        ],
    ),
    "a list within a clause": (
        document(
            line("1. Purpose", bold=True)
            + line("The board will:")
            + line("1. cut delay;")
            + line("2. share data.")
            + line("2. Chair", bold=True)
            + line("The judge.")
        ),
        [
            ("1", "Purpose", "The board will:\n1 cut delay;\n2 share data."),
            ("2", "Chair", "The judge."),
        ],
    ),
    "Welsh letters": (
        document(
            line("Cylch gorchwyl", bold=True)
            + line("1. Diben a'r tŷ")
            + line("Lleihau oedi yn Ŵyr.")
            + line("2. Cadeirydd")
            + line("Y barnwr.")
        ),
        [("1", "Diben a'r tŷ", "Lleihau oedi yn Ŵyr."), ("2", "Cadeirydd", "Y barnwr.")],
    ),
    "tracked changes": (
        document(
            line("1. Purpose")
            + "<w:p>"
            + run("To cut ")
            + '<w:ins w:id="1" w:author="a">'
            + run("all ")
            + '</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>some </w:delText></w:r></w:del>'
            + run("delay.")
            + "</w:p>"
        ),
        [("1", "Purpose", "To cut all delay.")],
    ),
    "tables and contents": (
        document(
            line("1. Purpose\t2")
            + line("2. Seats\t3")
            + line("1. Purpose")
            + line("To cut delay.")
            + line("2. Seats")
            + table([["Body", "Seats"], ["HMCTS", "2"]])
        ),
        [("1", "Purpose", "To cut delay."), ("2", "Seats", "Body | Seats\nHMCTS | 2")],
    ),
}


@pytest.fixture
def service(board: Board) -> TermsService:
    return TermsService(board.database)


@pytest.fixture
def open_terms(board: Board, service: TermsService, tmp_path: Path) -> Opener:
    def opened(data: bytes) -> BroughtPreview:
        path = tmp_path / "our terms.docx"
        path.write_bytes(data)
        return service.open(path, board.group, TODAY)

    return opened


def with_all_answered(
    service: TermsService, preview: BroughtPreview, **given: str
) -> BroughtPreview:
    """Answer each question with its first choice, or with what is given for its kind."""
    while open_ones := [each for each in preview.questions if not each.answered]:
        answers = {
            each.key: given.get(each.key.split("|")[0], each.choices[0].key) for each in open_ones
        }
        preview = service.answered(preview, {**preview.answers, **answers})
    return preview


def clauses(board: Board) -> list[Clause]:
    with board.database.session() as session:
        return sorted(everything(session, Clause), key=lambda clause: clause.position)


@pytest.mark.parametrize("habit", HABITS)
def test_the_clauses_of_each_habit_are_kept_and_taken_back(
    board: Board, service: TermsService, open_terms: Opener, habit: str
) -> None:
    data, truth = HABITS[habit]
    preview = with_all_answered(service, open_terms(data))
    board.round_trip(service.commit(preview, NOW))
    kept = [(clause.number, clause.heading, clause.text) for clause in clauses(board)]
    assert kept == truth


def test_no_word_of_a_document_is_lost_from_sight(open_terms: Opener) -> None:
    for data, _ in HABITS.values():
        preview = open_terms(data)
        everything_seen = " ".join(" ".join(row.cells) for row in preview.rows)
        for word in ("Version", "Agreed", "Purpose", "Diben", "HMCTS", "Testshire"):
            if word.encode() in _markup(data):
                assert word in everything_seen


def _markup(data: bytes) -> bytes:
    return ZipFile(BytesIO(data)).read("word/document.xml")


@pytest.mark.parametrize(
    ("head", "text", "rule", "numbers"),
    [
        ("Quorum", "Six.", ClauseRule.QUORUM, (6,)),
        ("", "The quorum shall be 6.", ClauseRule.QUORUM, (6,)),
        ("Quorum", "At least six members must be there.", ClauseRule.QUORUM, (6,)),
        ("", "A meeting is quorate with six (7) members.", ClauseRule.QUORUM, (6, 7)),
        ("Quorum", "One third of the members.", ClauseRule.QUORUM, ()),
        ("Quorum", "At least 50% of members.", ClauseRule.QUORUM, ()),
        ("", "The board shall meet quarterly.", ClauseRule.MEETINGS_A_YEAR, (4,)),
        ("", "It meets every two months.", ClauseRule.MEETINGS_A_YEAR, (6,)),
        ("", "It will meet four times a year.", ClauseRule.MEETINGS_A_YEAR, (4,)),
        ("", "The board meets bi-monthly.", ClauseRule.MEETINGS_A_YEAR, (6, 24)),
        ("", "The board consists of twelve members.", ClauseRule.SEATS, (12,)),
        ("Review", "These terms are reviewed annually.", ClauseRule.REVIEW_MONTHS, (12,)),
        ("", "They are reviewed every 18 months.", ClauseRule.REVIEW_MONTHS, (18,)),
        ("", "We review them every two years.", ClauseRule.REVIEW_MONTHS, (24,)),
    ],
)
def test_a_rule_is_proposed_where_a_clause_states_it(
    head: str, text: str, rule: ClauseRule, numbers: tuple[int, ...]
) -> None:
    (found,) = proposed_rules(head, text)
    assert (found.rule, found.numbers) == (rule, numbers)


@pytest.mark.parametrize("text", ["The board cuts delay.", "Papers go out 5 days before."])
def test_no_rule_is_proposed_where_none_is_stated(text: str) -> None:
    assert proposed_rules("Purpose", text) == ()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("6", 6), (" Six ", 6), ("0", None), ("-3", None), ("some", None), ("1000", None)],
)
def test_a_number_may_be_typed(typed: str, number: int | None) -> None:
    assert number_of(typed) == number


RULED = document(
    line("1. Quorum") + line("Six members.") + line("2. Review") + line("Reviewed each year.")
)


def test_a_rule_is_kept_only_as_it_was_answered(
    board: Board, service: TermsService, open_terms: Opener
) -> None:
    preview = open_terms(RULED)
    quorum, review = preview.questions
    assert "“Six members.”" in quorum.text
    assert [choice.text for choice in quorum.choices] == ["a quorum of 6", "No rule"]
    assert {row.fate for row in preview.rows} == {RowFate.WAITS}
    with pytest.raises(RuleError, match="once every question is answered"):
        service.commit(preview, NOW)
    settled = service.answered(preview, {quorum.key: "seven", review.key: "no rule"})
    board.round_trip(service.commit(settled, NOW))
    assert [(clause.rule, clause.rule_value) for clause in clauses(board)] == [
        (ClauseRule.QUORUM, 7),
        (None, None),
    ]


def test_a_rule_stated_twice_is_asked_of_the_next_clause_once_the_first_has_none(
    service: TermsService, open_terms: Opener
) -> None:
    preview = open_terms(
        document(line("1. Quorum") + line("Six.") + line("2. Note") + line("The quorum is 5."))
    )
    (first,) = preview.questions
    assert "Clause 1" in first.text
    confirmed = service.answered(preview, {first.key: "6"})
    assert [each.key for each in confirmed.questions] == [first.key]
    refused = service.answered(preview, {first.key: "no rule"})
    assert len(refused.questions) == 2


def test_parts_of_the_outline_are_joined_and_left_out(
    board: Board, service: TermsService, open_terms: Opener
) -> None:
    preview = open_terms(HABITS["numbers run on through headings"][0])
    parts = [each for each in preview.outline if each.role == "clause"]
    settled = service.answered(preview, {parts[1].key: "join", parts[2].key: "leave out"})
    settled = with_all_answered(service, settled)
    board.round_trip(service.commit(settled, NOW))
    assert [clause.text for clause in clauses(board)] == [
        "The board cuts delay.\n2 It shares data."
    ]
    assert settled.rows[-1].fate is RowFate.LEFT_OUT


def test_terms_that_are_held_get_a_new_version_and_a_draft_takes_no_other(
    board: Board, service: TermsService, open_terms: Opener
) -> None:
    preview = open_terms(HABITS["typed numbers"][0])
    preview = with_all_answered(service, preview, title="Version 3, March 2026")
    board.write(service.commit(preview, NOW))
    with pytest.raises(RuleError, match=r"Version 1 of .* is being worked on already"):
        open_terms(RULED)
    with pytest.raises(RuleError, match="being worked on already"):
        service.commit(preview, NOW)
    governing = GoverningService(board.database)
    with board.database.session() as session:
        (draft,) = everything(session, DocumentVersion)
    board.write(governing.send_to_review(draft.id))
    board.write(governing.agree(draft.id, TODAY))
    second = with_all_answered(service, open_terms(RULED))
    board.write(service.commit(second, NOW))
    with board.database.session() as session:
        assert {version.number for version in everything(session, DocumentVersion)} == {1, 2}
        assert len(everything(session, GoverningDocument)) == 1


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word file or has a password"),
        ("a.docx", b"plain words", "not a Word document"),
        ("a.docx", document(line("Only some words of a letter.")), "holds no clause"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(
    board: Board, service: TermsService, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RuleError, match=sentence):
        service.open(path, board.group, TODAY)
