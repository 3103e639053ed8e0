"""What a file proposes, told by paragraph and person, each change with a few words around it."""

import pytest

from lfjb_desk.domain.meetings.amendments import AmendmentKind
from lfjb_desk.domain.read_models.meetings.amendments import ProposedAmendment
from lfjb_desk.services.amendments.proposals import proposals
from lfjb_desk.word.reading.tracked import read_reviewed
from tests.word.reviewing import (
    ANN,
    BEN,
    commented,
    comments,
    document,
    gone,
    ins,
    moved,
    paragraph,
    row,
    run,
    table,
)

INSERTION, DELETION = AmendmentKind.INSERTION, AmendmentKind.DELETION
REPLACEMENT, MOVE = AmendmentKind.REPLACEMENT, AmendmentKind.MOVE
COMMENT, UNTRACKED = AmendmentKind.COMMENT, AmendmentKind.UNTRACKED

WAIT = "Cases wait for experts, and have done so since the last meeting of the board in June."
ROTA = "The board agreed two rotas."
ASKED = "Helen asked why."
CIRCULATED = (
    paragraph(run(WAIT)),
    paragraph(run(ROTA)),
    paragraph(run(ASKED)),
    table(row("Chair", "Present"), row("Council", "Absent")),
    paragraph(run("The end.")),
)


def proposed(*body: str, said: dict[str, str] | None = None) -> tuple[ProposedAmendment, ...]:
    """Return what a file of paragraphs proposes to the circulated ones."""
    return proposals(read_reviewed(document(body, said)), read_reviewed(document(CIRCULATED)))


def short(found: tuple[ProposedAmendment, ...]) -> list[tuple[AmendmentKind, int, str, str, str]]:
    return [(each.kind, each.paragraph, each.author, each.before, each.after) for each in found]


def test_a_copy_without_a_mark_proposes_nothing() -> None:
    assert proposed(*CIRCULATED) == ()


def test_words_put_in_taken_out_and_replaced_stand_with_a_few_around_them() -> None:
    start, rest = WAIT.split(", and have done so ")
    wait = paragraph(run(start), run(", and have "), ins("not ", BEN), run("done so " + rest))
    rota = paragraph(run("The board agreed "), gone("two"), ins("three"), run(" rotas."))
    asked = paragraph(run("Helen "), gone("asked "), run("why."))

    assert short(proposed(wait, rota, asked, *CIRCULATED[3:])) == [
        (
            *(INSERTION, 1, BEN, "Cases wait for experts, and have done so since the last meeting"),
            "Cases wait for experts, and have not done so since the last meeting",
        ),
        (REPLACEMENT, 2, ANN, ROTA, "The board agreed three rotas."),
        (DELETION, 3, ANN, ASKED, "Helen why."),
    ]


def test_changes_of_two_people_in_one_paragraph_are_two() -> None:
    rota = paragraph(
        run("The board agreed "), gone("two"), ins("three", BEN), run(" rotas"), ins("!"), run(".")
    )

    found = proposed(CIRCULATED[0], rota, *CIRCULATED[2:])

    assert [(each.kind, each.author) for each in found] == [
        (DELETION, ANN),
        (INSERTION, BEN),
        (INSERTION, ANN),
    ]


def test_whole_paragraphs_put_in_taken_out_parted_and_joined() -> None:
    new = paragraph(ins("A new line."), end="ins")
    old = paragraph(gone(ASKED), end="del")
    parted = paragraph(run("The board agreed"), end="ins"), paragraph(run(" two rotas."))

    assert short(proposed(CIRCULATED[0], new, *parted, old, *CIRCULATED[3:])) == [
        (INSERTION, 2, ANN, "", "A new line."),
        (INSERTION, 2, ANN, "The board agreed two rotas.", "The board agreed ¶  two rotas."),
        (DELETION, 3, ANN, ASKED, ""),
    ]


def test_a_move_is_told_once_with_the_words_it_now_stands_behind() -> None:
    file = (
        moved("moveFrom", WAIT),
        *CIRCULATED[1:3],
        moved("moveTo", WAIT),
        *CIRCULATED[3:],
    )

    assert short(proposed(*file)) == [(MOVE, 1, ANN, WAIT, ASKED)]


def test_a_move_whose_other_end_is_lost_is_words_taken_out_or_put_in() -> None:
    assert short(proposed(moved("moveFrom", WAIT), *CIRCULATED[1:])) == [
        (DELETION, 1, ANN, WAIT, "")
    ]
    assert short(proposed(*CIRCULATED[:3], moved("moveTo", "Late."), *CIRCULATED[3:])) == [
        (INSERTION, 3, ANN, "", "Late.")
    ]


def test_rows_put_in_and_taken_out_are_told_whole() -> None:
    rows = table(
        row("Chair", "Present"),
        row("Council", "Absent", done="del"),
        row("Police", "Present", done="ins", author=BEN),
    )

    assert short(proposed(*CIRCULATED[:3], rows, CIRCULATED[4])) == [
        (DELETION, 6, ANN, "Council | Absent", ""),
        (INSERTION, 7, BEN, "", "Police | Present"),
    ]


def test_words_that_one_puts_in_and_another_takes_out_are_told_of_both() -> None:
    inner = '<w:del w:id="3" w:author="Ben Okoro" w:date="2026-12-14T11:00:00Z">'
    both = run("gladly ", "delText")
    asked = paragraph(
        run("Helen "),
        f'<w:ins w:id="2" w:author="Ann Lee" w:date="2026-12-14T10:30:00Z">{inner}{both}</w:del>'
        "</w:ins>",
        run("asked why."),
    )

    assert short(proposed(*CIRCULATED[:2], asked, *CIRCULATED[3:])) == [
        (INSERTION, 3, ANN, ASKED, "Helen gladly asked why."),
        (DELETION, 3, BEN, "Helen gladly asked why.", ASKED),
    ]


def test_comments_name_the_words_they_are_about_and_answers_whom() -> None:
    asked = paragraph(commented(0, "Helen"), run(" asked why."))
    answered = paragraph(commented(1, "The end."))
    said = comments((BEN, "Was it?"), (ANN, "It was."))

    assert short(proposed(*CIRCULATED[:2], asked, CIRCULATED[3], answered, said=said)) == [
        (COMMENT, 3, BEN, "Helen", "Was it?"),
        (COMMENT, 8, ANN, "The end.", "In answer to Ben Okoro: It was."),
    ]


def test_a_comment_whose_place_is_lost_is_still_told() -> None:
    assert short(proposed(*CIRCULATED, said=comments((BEN, "All good but late.")))) == [
        (COMMENT, 1, BEN, "", "All good but late.")
    ]


def test_what_was_changed_while_tracking_was_off_is_found() -> None:
    file = (
        paragraph(run(WAIT)),
        paragraph(run("The board agreed five rotas.")),
        paragraph(run("Quite another sentence, by nobody knows whom.")),
        *CIRCULATED[3:],
    )

    assert short(proposed(*file)) == [
        (UNTRACKED, 2, "", ROTA, "The board agreed five rotas."),
        (UNTRACKED, 3, "", ASKED, ""),
        (UNTRACKED, 2, "", "", "Quite another sentence, by nobody knows whom."),
    ]


@pytest.mark.parametrize("end", ["", "ins"])
def test_blanks_alone_propose_nothing(end: str) -> None:
    asked = paragraph(run("Helen "), ins("  "), run("asked why."))

    found = proposed(*CIRCULATED[:2], paragraph(end=end), asked, *CIRCULATED[3:])

    assert [each.after for each in found] == (["¶"] if end else [])
