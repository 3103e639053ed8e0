"""Tracked changes that LibreOffice saved propose the same as those that Word wrote."""

import subprocess
from pathlib import Path

import pytest

from lfjb_desk.services.amendments.proposals import proposals
from lfjb_desk.word.reading.tracked import read_reviewed
from lfjb_desk.word.writing.pages import find_office
from tests.services.meetings.test_proposals import (
    CIRCULATED,
    COMMENT,
    DELETION,
    INSERTION,
    MOVE,
    REPLACEMENT,
    ROTA,
    WAIT,
    short,
)
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
    moved("moveFrom", WAIT),
    paragraph(run("The board agreed "), gone("two"), ins("three"), run(" rotas.")),
    paragraph(ins("A new line."), end="ins"),
    paragraph(commented(0, "Helen"), run(" asked why.")),
    moved("moveTo", WAIT),
    table(
        row("Chair", "Present"),
        row("Council", "Absent", done="del"),
        row("Police", "Present", done="ins"),
    ),
    paragraph(run("The end.")),
)
PROPOSED = [
    (MOVE, 1, ANN, WAIT, "Helen asked why."),
    (REPLACEMENT, 2, ANN, ROTA, "The board agreed three rotas."),
    (INSERTION, 3, ANN, "", "A new line."),
    (COMMENT, 3, BEN, "Helen", "Was it?"),
    (DELETION, 6, ANN, "Council | Absent", ""),
    (INSERTION, 7, ANN, "", "Police | Present"),
]


@pytest.mark.parametrize("times", [0, 1, 2])
def test_moves_rows_words_and_comments_come_through_libreoffice(tmp_path: Path, times: int) -> None:
    """A file written by hand is saved by LibreOffice so many times, and read."""
    office = find_office()
    if office is None and times:
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "answer.docx"
    file.write_bytes(document(BODY, comments((BEN, "Was it?"))))
    for number in range(times):
        out = tmp_path / str(number)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [str(office), profile, "--headless", "--convert-to", "docx", "--outdir", out, file],
            check=True,
            capture_output=True,
            timeout=120,
        )
        file = out / file.name

    found = proposals(read_reviewed(file), read_reviewed(document(CIRCULATED)))

    assert short(found) == PROPOSED
