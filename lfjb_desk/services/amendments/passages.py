"""The paragraphs of a paper as they stood before anybody marked them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.word.reading.reviewed import MarkedRun, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lfjb_desk.word.reading.reviewed import MarkedParagraph, TrackedMark

END = "\n"
"""Stands in a run for the end of a paragraph that somebody put in or took out."""


@dataclass(frozen=True)
class Passage:
    """One paragraph as it stood before, whatever it was parted into or joined with since."""

    runs: tuple[MarkedRun, ...]
    level: int = 0
    bookmarks: tuple[str, ...] = ()
    row: int = 0
    row_mark: TrackedMark | None = None
    """What was done to the whole row of the table that it stands in."""
    is_apart: bool = False
    """Whether it is no part of what is compared: contents, headers, notes, later corrections."""

    @property
    def is_new_row(self) -> bool:
        """Whether it stands in a row that somebody put in."""
        return self.row_mark is not None and self.row_mark.kind.is_new

    @property
    def before(self) -> str:
        """The words as they stood."""
        return joined(run.text for run in self.runs if run.was_there)

    @property
    def after(self) -> str:
        """The words as they stand once every mark is accepted."""
        return joined(run.text for run in self.runs if run.stays)


def joined(texts: Iterator[str]) -> str:
    """Return pieces of a paragraph as one text without blanks around it."""
    return "".join(texts).strip()


def plain(text: str) -> str:
    """Return words with each stretch of blanks as one, for comparing."""
    return " ".join(text.split())


def passages(paragraphs: Sequence[MarkedParagraph]) -> list[Passage]:
    """Return the paragraphs of a paper as they stood before, in order."""
    found: list[Passage] = []
    open_parts: list[MarkedParagraph] = []
    is_later = False
    for index, paragraph in enumerate(paragraphs):
        open_parts.append(paragraph)
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        is_put_in = any(mark.kind.is_new for mark in paragraph.end)
        if is_put_in and following is not None and _continues(paragraph, following):
            continue
        passage = _passage(open_parts, is_later=is_later)
        if passage.level and passage.level <= 2:  # noqa: PLR2004 - a part is a heading of level 2
            is_later = "corrections" in passage.bookmarks
            passage = _passage(open_parts, is_later=is_later)
        found.append(passage)
        open_parts = []
    return found


def _continues(paragraph: MarkedParagraph, following: MarkedParagraph) -> bool:
    here = paragraph.cell, paragraph.row, paragraph.is_outside
    return here == (following.cell, following.row, following.is_outside)


def _passage(parts: Sequence[MarkedParagraph], *, is_later: bool) -> Passage:
    last = parts[-1]
    runs: list[MarkedRun] = []
    for part in parts:
        runs += part.runs
        if part is not last or _ends_in_deletion(part):
            runs.append(MarkedRun(END, _end_marks(part)))
    return Passage(
        runs=tuple(runs),
        level=last.level,
        bookmarks=tuple(name for part in parts for name in part.bookmarks),
        row=last.row,
        row_mark=last.row_marks[-1] if last.row_marks else None,
        is_apart=last.in_contents or last.is_outside or is_later,
    )


def _end_marks(part: MarkedParagraph) -> tuple[TrackedMark, ...]:
    """Return the marks of the end of a paragraph; one that moves with its words is as they are."""
    last = part.runs[-1].marks if part.runs else ()
    return last if last and part.end and last[-1].kind is part.end[-1].kind else part.end


def _ends_in_deletion(part: MarkedParagraph) -> bool:
    return any(mark.kind in {MarkKind.DELETED, MarkKind.MOVED_AWAY} for mark in part.end)
