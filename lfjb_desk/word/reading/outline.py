"""The outline of a PDF: each heading and the page on which it stands."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf.generic import Destination

    Entries = Sequence["Destination | Entries"]


def outline(pdf: bytes) -> list[tuple[str, int]]:
    """Return the words of each heading and its page, from 1, in order.

    What is no PDF, or has no outline, gives an empty list; so does a heading that leads nowhere.
    """
    # Late: only a paper that LibreOffice has laid out is read, and not every desk has it.
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    if not pdf:
        return []
    try:
        reader = PdfReader(BytesIO(pdf))
        pages = [
            (entry.title or "", reader.get_destination_page_number(entry))
            for entry in _flat(reader.outline)
        ]
    except PyPdfError:
        return []
    return [(words, page + 1) for words, page in pages if page is not None and page >= 0]


def _flat(entries: Entries) -> Iterator[Destination]:
    """Yield the headings in order; those under a heading stand in a list after it."""
    from pypdf.generic import Destination  # noqa: PLC0415

    for entry in entries:
        if isinstance(entry, Destination):
            yield entry
        else:
            yield from _flat(entry)
