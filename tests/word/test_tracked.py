"""A paper that came back is read whole: nobody's tracked word and no comment is dropped."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.word.front_door import UnreadablePaperError
from lfjb_desk.word.process import read_reviewed_file
from lfjb_desk.word.reading.reviewed import MarkKind, ReviewedPaper
from lfjb_desk.word.reading.tracked import read_reviewed
from tests.word import reviewing as by_hand
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

BODY = (
    paragraph(run("The board agreed "), gone("two"), ins("three"), run(" rotas.")),
    moved("moveFrom", "Cases wait for experts."),
    paragraph(commented(0, "Helen"), run(" asked why.")),
    moved("moveTo", "Cases wait for experts."),
    table(row("Chair", "Present"), row("Council", "Absent", done="del")),
    paragraph(ins("A new line.", BEN), end="ins", author=BEN),
    paragraph(run("The end.")),
)
SAID = comments((BEN, "Was it Helen?"), (ANN, "It was."))
MUTANTS = 120


@pytest.fixture
def paper() -> ReviewedPaper:
    return read_reviewed(document(BODY, SAID))


def _words(paper: ReviewedPaper, kind: MarkKind) -> list[str]:
    return [
        run.text
        for paragraph in paper.paragraphs
        for run in paragraph.runs
        if any(mark.kind is kind for mark in run.marks)
    ]


def test_each_tracked_word_is_read_with_what_was_done_to_it(paper: ReviewedPaper) -> None:
    assert _words(paper, MarkKind.INSERTED) == ["three", "A new line."]
    assert _words(paper, MarkKind.DELETED) == ["two", "Council", "Absent"]
    assert _words(paper, MarkKind.MOVED_AWAY) == ["Cases wait for experts."]
    assert _words(paper, MarkKind.MOVED_HERE) == ["Cases wait for experts."]


def test_each_mark_names_its_author_its_time_and_its_move(paper: ReviewedPaper) -> None:
    marks = [mark for each in paper.paragraphs for run in each.runs for mark in run.marks]

    assert {mark.author for mark in marks} == {ANN, BEN}
    assert {mark.made_at for mark in marks} == {datetime(2026, 12, 14, 10, 30, tzinfo=UTC)}
    moves = [mark.move for mark in marks if mark.kind is MarkKind.MOVED_HERE]
    assert moves == ["move1"]


def test_rows_that_were_taken_out_and_ends_that_were_put_in_say_so(paper: ReviewedPaper) -> None:
    deleted = [each for each in paper.paragraphs if each.row_marks]
    assert [[run.text for run in each.runs] for each in deleted] == [["Council"], ["Absent"]]
    assert {mark.kind for each in deleted for mark in each.row_marks} == {MarkKind.DELETED}
    new = [each for each in paper.paragraphs if each.end and each.end[0].author == BEN]
    assert [each.runs[0].text for each in new] == ["A new line."]


def test_comments_stand_over_their_words_and_name_what_they_answer(paper: ReviewedPaper) -> None:
    assert [(each.author, each.text, each.replies_to) for each in paper.comments] == [
        (BEN, "Was it Helen?", ""),
        (ANN, "It was.", "0"),
    ]
    over = [run.text for each in paper.paragraphs for run in each.runs if "0" in run.comments]
    assert "Helen" in over


def test_changes_of_the_look_alone_are_counted_and_not_read() -> None:
    change = by_hand.marked("rPrChange", "<w:rPr/>")
    bold = f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>Bold</w:t></w:r>"

    paper = read_reviewed(document([paragraph(bold)]))

    assert paper.formatting == 1
    assert [run.marks for run in paper.paragraphs[0].runs] == [()]


def test_words_in_links_controls_boxes_notes_and_old_pictures_are_read_once() -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{paragraph(ins('In a box.'))}</w:txbxContent>"
    picture = (
        f"<w:r><mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph(ins('In a control.'))}</w:sdtContent></w:sdt>"
    note = by_hand.marked("ins", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    link = f"<w:hyperlink>{ins('In a link.')}</w:hyperlink>"
    notes = f'<w:footnotes {by_hand.SPACES}><w:footnote w:id="2">{paragraph(run("See it."))}'

    paper = read_reviewed(
        document(
            [paragraph(link, note), control, paragraph(picture)],
            {"word/footnotes.xml": f"{notes}</w:footnote></w:footnotes>"},
        )
    )

    words = _words(paper, MarkKind.INSERTED)
    assert sorted(words) == [" [note: See it.]", "In a box.", "In a control.", "In a link."]


def test_a_process_of_its_own_reads_the_same(tmp_path: Path, paper: ReviewedPaper) -> None:
    file = tmp_path / "answer.docx"
    file.write_bytes(document(BODY, SAID))

    assert read_reviewed_file(file) == paper


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file or has a password"),
        (b"no package", "is not a Word document"),
        (document([paragraph(run("x" * 60_000))]), "a paragraph of more than 50,000 characters"),
        (document([paragraph()] * 20_001), "more than 20,000 paragraphs"),
        (document([paragraph(ins("a"))] * 5_001), "more than 5,000 changes and comments"),
    ],
    ids=["old or locked", "no package", "long", "many", "marked"],
)
def test_what_is_no_such_paper_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "answer.docx"
    file.write_bytes(content)

    with pytest.raises(UnreadablePaperError, match=sentence):
        read_reviewed_file(file)


def test_broken_marks_end_in_a_sentence_or_are_read() -> None:
    """Pieces of the text part are cut out, doubled and moved; nothing ends in a traceback."""
    random = Random(12)  # noqa: S311 - chance, not secrecy
    whole = "".join(BODY)
    refusals: list[str] = []
    for _ in range(MUTANTS):
        start = random.randrange(len(whole))
        end = min(len(whole), start + random.choice((1, 9, 60, 400)))
        broken = random.choice(
            (whole[:start] + whole[end:], whole[:end] + whole[start:], whole[end:] + whole[:start])
        )
        try:
            read_reviewed(document([broken], SAID))
        except RuleError as error:
            refusals.append(str(error))
    assert 0 < len(refusals) < MUTANTS
    assert all(refusal.endswith(".") for refusal in refusals)
