"""The headings of a PDF and the pages on which they stand."""

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from lfjb_desk.word.reading.outline import outline

if TYPE_CHECKING:
    from pypdf.generic import IndirectObject


def pdf_with(*headings: tuple[str, int, int]) -> bytes:
    """Return a PDF of four pages with these headings: words, page from 0, and level from 1."""
    writer = PdfWriter()
    for _ in range(4):
        writer.add_blank_page(210, 297)
    under: dict[int, IndirectObject] = {}
    for words, page, level in headings:
        under[level] = writer.add_outline_item(
            title=words, page_number=page, parent=under.get(level - 1)
        )
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_each_heading_has_its_page_whatever_its_level() -> None:
    headings = [("Title", 0, 1), ("Décisions \u2013 1", 1, 2), ("Part", 1, 3), ("Agenda", 3, 2)]
    assert outline(pdf_with(*headings)) == [
        *[("Title", 1), ("Décisions \u2013 1", 2)],
        *[("Part", 2), ("Agenda", 4)],
    ]


@pytest.mark.parametrize("data", [b"", b"no PDF at all", pdf_with()[:200], pdf_with()])
def test_what_has_no_headings_to_read_gives_none(data: bytes) -> None:
    assert outline(data) == []
