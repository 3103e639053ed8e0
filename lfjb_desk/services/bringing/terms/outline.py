"""The lines of a document as clauses, by whichever habit numbers or names them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.domain.common import lengths
from lfjb_desk.services.bringing.terms.marks import MarkedLine, is_of_contents, marked
from lfjb_desk.word.reading.tables import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.word.reading.document import WordDocument

BEFORE, CONTENTS, STRUCK = "before the first clause", "list of contents", "struck through"


@dataclass(frozen=True)
class OutlinePart:
    """A clause as the document has it, or a line outside all clauses."""

    key: str
    place: str
    """Where it begins: `Line 12`."""
    number: str = ""
    heading: str = ""
    text: str = ""
    left_out: str = ""
    """Why it is no clause at first; empty for a clause."""
    tables: int = 0
    """How many of its tables were made lines."""


@dataclass(frozen=True)
class _Piece:
    """A line, or the rows of a table as lines."""

    place: str
    line: MarkedLine
    left_out: str = ""
    is_table: bool = False


@dataclass
class _Open:
    """A clause that is being gathered."""

    first: _Piece
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    tables: int = 0


def outline(document: WordDocument) -> tuple[OutlinePart, ...]:
    """Return the clauses of a document and its other lines, in order; empty without a clause."""
    pieces = [*_pieces(document)]
    lines = [piece.line for piece in pieces if not piece.left_out and not piece.is_table]
    habit = _numbered(lines) or _headed(lines)
    if habit is None:
        return ()
    heads = sum(line.looks_like_heading and not line.label for line in lines)
    gatherer = _Gatherer(habit, heads)
    for piece in pieces:
        gatherer.take(piece)
    gatherer.close()
    parts = tuple(gatherer.parts)
    return parts if any(not part.left_out for part in parts) else ()


def _pieces(document: WordDocument) -> list[_Piece]:
    pieces = []
    at = tables = 0
    for block in document.blocks:
        if isinstance(block, WordTable):
            tables += 1
            rows = (" | ".join(_cells(row)) for row in block.rows)
            text = "\n".join(row for row in rows if row)
            if text:
                pieces.append(_Piece(f"Table {tables}", MarkedLine(text), is_table=True))
            continue
        at += 1
        left_out = STRUCK if block.struck else CONTENTS if is_of_contents(block) else ""
        pieces.append(_Piece(f"Line {at}", marked(block), left_out))
    return pieces


def _cells(row: Sequence[str]) -> list[str]:
    return [" ".join(cell.split()) for cell in row if cell.strip()]


def _numbered(lines: Sequence[MarkedLine]) -> _Counting | None:
    """Return what tells where a clause begins by its number; None where numbers do not lead."""
    whole = [line for line in lines if len(line.numbers) == 1]
    first = next((line for line in whole if line.numbers == (1,)), None)
    if first is None:
        return None
    anew = sum(line.numbers == (1,) for line in whole)
    named = sum(line.looks_like_heading and not line.label for line in lines)
    if anew > 1 and named > 1 and not first.looks_like_heading:
        return None  # each heading has a list of its own under it
    return _Counting(first)


class _Counting:
    """Follows the numbers of clauses; a list that begins anew within a clause is no clause."""

    heads_alone = True

    def __init__(self, first: MarkedLine) -> None:
        self._look = first.looks_like_heading
        self._last = self._inner = 0

    def begins(self, line: MarkedLine) -> bool:
        """Tell whether a line begins a clause."""
        if len(line.numbers) != 1:
            return False
        number = line.numbers[0]
        goes_on = bool(self._inner) and number == self._inner + 1
        if number <= self._last or (goes_on and line.looks_like_heading != self._look):
            self._inner = number
            return False
        self._last, self._inner = number, 0
        return True


class _Naming:
    """Follows headings of a level, or bold lines where no heading has a level."""

    heads_alone = False

    def __init__(self, level: int) -> None:
        self._level = level
        self._has_begun = False

    def begins(self, line: MarkedLine) -> bool:
        """Tell whether a line begins a clause; what is above the level before them is a title."""
        if self._level == 0:
            return line.looks_like_heading
        self._has_begun |= line.level == self._level
        return self._has_begun and 0 < line.level <= self._level


_Habit = _Counting | _Naming


def _headed(lines: Sequence[MarkedLine]) -> _Naming | None:
    """Return what tells where a clause begins by its heading: the highest level used twice."""
    levels = Counter(line.level for line in lines if line.level)
    level = next((level for level in sorted(levels) if levels[level] > 1), 0)
    bold = sum(line.looks_like_heading for line in lines)
    return _Naming(level) if level or bold > 1 else None


class _Gatherer:
    """Puts lines together into clauses, in the order of reading."""

    def __init__(self, habit: _Habit, heads: int) -> None:
        self._habit = habit
        self._heads = heads
        """How many headings without a number there are; a lone one is the title."""
        self._clause: _Open | None = None
        self._waiting: _Piece | None = None
        """A heading that may name the number after it."""
        self.parts: list[OutlinePart] = []

    def take(self, piece: _Piece) -> None:
        """Take the next piece in."""
        line = piece.line
        if piece.left_out:
            self.parts.append(_aside(piece, piece.left_out))
        elif self._clause is None and _is_title(line):
            self.parts.append(_aside(piece, BEFORE))
        elif not piece.is_table and self._habit.begins(line):
            self._begin(piece)
        else:
            self._settle_heading()
            if line.looks_like_heading and not line.label and not piece.is_table:
                self._waiting = piece
            else:
                self._add(piece)

    def close(self) -> None:
        """Close what is open."""
        self._settle_heading()
        if self._clause is not None:
            self.parts.append(_part(self._clause))

    def _begin(self, piece: _Piece) -> None:
        line, waiting = piece.line, self._waiting
        is_sentence = line.text.endswith(".")
        is_heading = line.is_short or (line.looks_like_heading and not is_sentence)
        is_named = waiting is not None and not line.looks_like_heading and self._heads > 1
        if not is_named:
            self._settle_heading()
        if self._clause is not None:
            self.parts.append(_part(self._clause))
        self._waiting = None
        if waiting is not None and is_named:
            self._clause = _Open(piece, waiting.line.name, [line.text])
        elif is_heading and len(line.text) <= lengths.NAME:
            self._clause = _Open(piece, line.name)
        else:
            self._clause = _Open(piece, "", [line.text])

    def _settle_heading(self) -> None:
        """Put a heading where it stands that named no number: a clause of its own, or a line."""
        piece, self._waiting = self._waiting, None
        if piece is None:
            return
        if self._habit.heads_alone and piece.line.level == 1 and self._clause is not None:
            self.parts.append(_part(self._clause))
            self._clause = _Open(piece, piece.line.name)
        else:
            self._add(piece)

    def _add(self, piece: _Piece) -> None:
        if self._clause is None:
            self.parts.append(_aside(piece, BEFORE))
        else:
            self._clause.lines.append(piece.line.words)
            self._clause.tables += piece.is_table


def _is_title(line: MarkedLine) -> bool:
    words = line.text.casefold()
    return not line.label and ("terms of reference" in words or "cylch gorchwyl" in words)


def _part(clause: _Open) -> OutlinePart:
    """Return a clause; a heading with nothing under it is its words."""
    text = "\n".join(clause.lines)
    first = clause.first
    return OutlinePart(
        first.place,
        first.place,
        first.line.label.removesuffix(")"),
        clause.heading if text else "",
        text or clause.heading,
        tables=clause.tables,
    )


def _aside(piece: _Piece, why: str) -> OutlinePart:
    text, number = piece.line.text, piece.line.label
    return OutlinePart(piece.place, piece.place, number, text=text, left_out=why)
