"""Charts on pages: each with its words and its table, and two on one page where they fit."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.papers.board_paper import board_paper
from lfjb_desk.papers.parts.common import NOTHING
from lfjb_desk.papers.parts.figure_table import newest_table
from lfjb_desk.papers.parts.report_data import BoardPaperReportData, Performance
from lfjb_desk.word.writing.engine import write
from lfjb_desk.word.writing.pages import find_office, find_pages
from lfjb_desk.word.writing.text import bookmark
from tests.analysis.restating import restated
from tests.papers.conftest import MakeSeries, words

TEMPLATE = Path(__file__).parents[2] / "templates" / "house.docx"
VALUES = (53, 54, 52, 53, 55, 52, 53, 54, 52, 53, 54, 53)


@pytest.fixture
def charts(data: BoardPaperReportData, make_series: MakeSeries) -> BoardPaperReportData:
    """Return a board paper of four measures, each with a chart."""
    control = xmr.chart(VALUES, direction="decrease")
    drawn = restated(make_series(*map(str, VALUES)), control=control)
    measures = tuple(
        replace(drawn, measure=drawn.measure.model_copy(update={"code": f"m{number}"}))
        for number in range(4)
    )
    return replace(data, performance=tuple(Performance(series, None) for series in measures))


def test_two_charts_share_a_page(charts: BoardPaperReportData) -> None:
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice is not installed; make test installs it")
    pages = find_pages(board_paper(charts), TEMPLATE, office)
    assert pages is not None
    of_charts = [pages[bookmark(f"measure-m{number}")] for number in range(4)]
    first = of_charts[0]
    # The first stands under the heading of the part, which takes some of its page.
    assert of_charts in ([first, first + 1, first + 1, first + 2], [first] * 2 + [first + 1] * 2)


def test_claim_chart_note_and_table_of_a_measure_keep_together(
    charts: BoardPaperReportData, tmp_path: Path
) -> None:
    out = tmp_path / "board.docx"
    write(board_paper(charts), TEMPLATE, out)
    lines = Document(str(out)).paragraphs
    begins = next(
        place
        for place, line in enumerate(lines)
        if line.style is not None
        and line.style.name == "Message title"
        and line.text.startswith("Average length of care cases")
    )
    caption = next(
        place for place in range(begins, len(lines)) if lines[place].text.startswith("Table")
    )
    assert caption - begins == 4, "claim, place, chart, note"
    assert all(_keeps(line) for line in lines[begins : caption + 1])


def _keeps(line: WordParagraph) -> bool:
    """Tell whether a paragraph keeps with the next, of itself or by its style."""
    styles = []
    style = line.style
    while isinstance(style, ParagraphStyle):
        styles.append(style)
        style = style.base_style
    formats = (line.paragraph_format, *(each.paragraph_format for each in styles))
    known = (each.keep_with_next for each in formats)
    return next((keeps for keeps in known if keeps is not None), False)


def test_the_newest_figures_stand_a_period_a_column_beside_the_nation(
    make_series: MakeSeries,
) -> None:
    made = newest_table(make_series(*map(str, VALUES[:5]), None, "51", peer=True))
    assert [column.heading for column in made.columns] == [
        "Place",
        "2023-24 Q3",
        "2023-24 Q4",
        "2024-25 Q1",
        "2024-25 Q2",
        "2024-25 Q3",
    ]
    assert [tuple(map(words, row)) for row in made.rows] == [
        ("Estuary", "52", "53", "55", NOTHING, "51"),
        ("England", "40", "40", "40", "40", "40"),
    ]
    assert made.title == "Average length of care and supervision cases, Estuary, in weeks"
    assert made.note == f"The sign {NOTHING} means not held here."
    assert made.source.startswith("Source: Cafcass. history.xlsx")
