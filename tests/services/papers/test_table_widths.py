"""No word of a table in a paper of the sample is wider than its column, which would break it."""

import re
from collections.abc import Iterator

import pytest

from lfjb_desk.domain.blocks import Orientation, Section, Table
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.store.queries.lookup import everything
from tests.papers.conftest import words
from tests.services.papers.planting import TEMPLATE, TODAY, sample_board

CM_OF_EM, CELL_EDGES_CM = 11 * 0.0353, 0.4
FRAME_CM = {Orientation.PORTRAIT: 16.8, Orientation.LANDSCAPE: 25.7}
WIDTHS = {
    width: letters
    for letters, width in (
        ("ijl", 0.222),
        (" ftI!,.:;/|\\[]\N{NO-BREAK SPACE}", 0.278),
        ("r()-\N{NON-BREAKING HYPHEN}\N{LEFT DOUBLE QUOTATION MARK}", 0.333),
        ("ckJsvxyz", 0.5),
        ("FTZ", 0.611),
        ("ABEKPSVXY&", 0.667),
        ("CDHNRUw", 0.722),
        ("GOQ", 0.778),
        ("mM", 0.833),
        ("W%\N{BLACK CIRCLE}\N{BLACK SQUARE}", 0.944),
    )
}
"""How wide the letters of Arial are, in ems; all others, and figures, are 0.556."""
EMS = {letter: width for width, letters in WIDTHS.items() for letter in letters}
BOLDER = 1.09
"""How much wider a small letter is in bold."""


def width_cm(word: str, *, bold: bool) -> float:
    """Return how wide a word is in the sans serif of the house."""
    return CM_OF_EM * sum(
        EMS.get(letter, 0.556) * (BOLDER if bold and letter.islower() else 1) for letter in word
    )


@pytest.fixture(scope="module")
def sample() -> Iterator[tuple[PaperService, Group]]:
    database = sample_board()
    with database.session() as session:
        groups = everything(session, Group)
    board = next(group for group in groups if group.kind is GroupKind.BOARD)
    yield PaperService(database, TEMPLATE), board
    database.close()


@pytest.mark.parametrize("kind", PAPERS, ids=lambda paper: paper.key)
def test_every_word_fits_its_column(
    sample: tuple[PaperService, Group], kind: PaperDefinition
) -> None:
    papers, board = sample
    turned = Orientation.PORTRAIT
    wide: list[tuple[str, str]] = []
    for block in papers.paper(PaperRequest(kind, board.id, TODAY)).blocks:
        turned = block.orientation if isinstance(block, Section) else turned
        if isinstance(block, Table):
            wide += broken(block, FRAME_CM[turned])
    assert wide == []


def broken(table: Table, frame_cm: float) -> Iterator[tuple[str, str]]:
    """Yield each word that its column would break, with the heading; a hyphen may end a line."""
    share = frame_cm / sum(column.width_cm for column in table.columns)
    for row in [*table.rows, tuple(column.heading for column in table.columns)]:
        for column, cell in zip(table.columns, row, strict=True):
            for word in re.split(r"[ \n]|(?<=[a-z]-)", words(cell)):
                if width_cm(word, bold=column.bold) > column.width_cm * share - CELL_EDGES_CM:
                    yield column.heading, word
