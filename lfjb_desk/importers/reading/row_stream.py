"""Large text files, read from the first row to the last without being held.

The file is gone through twice: once to see that all of it is text in one encoding, and once for
its rows, which pass by while a layout reads them. What is held is one row and the first few
hundred, whatever the length of the file.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, overload

from lfjb_desk.importers.cells import Grid
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading.delimited import (
    LETTERS_LOST,
    LOST,
    STEERING,
    astray,
    encodings,
    find_separator,
    no_encoding,
    read_as,
    steered,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import override
else:  # the true one is slow to load, and a reading process loads no more than it needs
    from typing import final as override

HEAD = 300  # rows that stay, for the layouts to recognise the table by
_HEAD_TEXT = 256 << 10
_PIECE = 1 << 20
_TOLD_EACH = 200_000  # rows between two sentences of progress
_STEERING_BYTES = bytes(set(range(32)) - {9, 10, 12, 13})
_QUOTED_COMMA = re.compile(rb"[\"']\s*[-+]?[0-9]+,[0-9]")
_LOST_BYTES = LOST.encode()

Opener = Callable[[], IO[bytes]]
"""Opens the text at its beginning; called more than once."""


@dataclass(frozen=True, slots=True)
class TextStream:
    """A text whose rows can be let through: how it is written, and its first rows."""

    name: str
    open: Opener
    codec: str
    separator: str
    skip: int
    """Lines before the table, such as `sep=;`."""
    head: tuple[list[str], ...]
    decimal_comma: bool | None
    notes: tuple[str, ...]

    def preview(self) -> Grid:
        """Return the first rows as a grid, for the layouts to recognise."""
        return Grid("", self.head, decimal_comma=self.decimal_comma)

    def grid(self, progress: Callable[[str], None]) -> Grid:
        """Return a grid whose rows pass by once, from the first to the last."""
        rows = RowStream(self.head, _rows(self, progress))
        return Grid("", rows, decimal_comma=self.decimal_comma)


class RowStream(Sequence[Sequence[str]]):
    """Rows that pass by once; the first ones stay, of the others only the latest is held."""

    def __init__(self, head: Sequence[list[str]], rows: Iterator[list[str]]) -> None:
        self._head = head
        self._rows = rows
        self._latest: list[str] = []
        self._seen = 0

    @override
    def __len__(self) -> int:
        """Return how many rows are known so far, which is at least those that stay."""
        return max(self._seen, len(self._head))

    @override
    def __iter__(self) -> Iterator[list[str]]:
        if self._seen:
            raise IndexError("The rows have begun to pass, and pass only once.")
        for row in self._rows:
            self._latest = row
            self._seen += 1
            yield row

    @overload
    def __getitem__(self, index: int) -> list[str]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[list[str]]: ...
    @override
    def __getitem__(self, index: int | slice) -> list[str] | Sequence[list[str]]:
        """Return the row that passes now, or one that stays."""
        if isinstance(index, slice) or index < len(self._head):
            return self._head[index]
        if index != self._seen - 1:
            raise IndexError(f"Row {index} is not here: row {self._seen - 1} passes now.")
        return self._latest


def flow(name: str, opener: Opener) -> TextStream:
    """Return a text ready to be let through, having looked at all of it.

    Raises:
        ImportRefusedError: when it is not plain text, or has no columns.
    """
    with opener() as file:
        start = file.read(_HEAD_TEXT)
    codec, called, marks = _look_through(name, opener, start)
    text = start.decode(codec, errors="ignore")  # the last letter may be cut in two
    content = text[: text.rfind("\n") + 1] or text
    rest, separator = find_separator(name, content)
    skip = content[: len(content) - len(rest)].count("\n")
    notes = [read_as(called, separator), *([LETTERS_LOST] if marks.lost else [])]
    # Nothing of the rest is known yet, so a comma within a number is no longer taken as thousands.
    commas = False if separator != ";" and not marks.commas else None
    ready = TextStream(name, opener, codec, separator, skip, (), commas, tuple(notes))
    head = tuple(islice(_rows(ready, lambda _: None), HEAD))
    return TextStream(name, opener, codec, separator, skip, head, commas, tuple(notes))


@dataclass(slots=True)
class _Marks:
    """What a text holds somewhere."""

    commas: bool = False
    lost: bool = False


def _look_through(name: str, opener: Opener, start: bytes) -> tuple[str, str, _Marks]:
    """Return the codec that decodes all of the text, and what it holds."""
    for codec, called in encodings(start):
        marks = _Marks()
        try:
            with opener() as file:
                _check(name, file, codec, marks)
        except UnicodeDecodeError:
            continue
        return codec, called, marks
    raise ImportRefusedError(no_encoding(name))


def _check(name: str, file: IO[bytes], codec: str, marks: _Marks) -> None:
    wide = codec.startswith("utf-16")
    decoder = codecs.getincrementaldecoder(codec)()
    line, tail = 1, b""
    for piece in chain(iter(lambda: file.read(_PIECE), b""), (b"",)):
        content = decoder.decode(piece, not piece)
        suspect = wide or len(piece.translate(None, _STEERING_BYTES)) < len(piece)
        if suspect and (steering := STEERING.search(content)):
            at = line + content.count("\n", 0, steering.start())
            raise ImportRefusedError(steered(name, at))
        line += content.count("\n")
        joined = tail + piece
        marks.commas |= wide or (b'"' in joined and bool(_QUOTED_COMMA.search(joined)))
        marks.lost |= _LOST_BYTES in joined
        tail = piece[-40:]


def _rows(ready: TextStream, progress: Callable[[str], None]) -> Iterator[list[str]]:
    """Yield the rows of a text, strictly read, and tell how many have passed."""
    with (
        ready.open() as file,
        io.TextIOWrapper(file, encoding=ready.codec, newline="") as text,
    ):
        for _ in range(ready.skip):
            text.readline()
        lines = csv.reader(text, delimiter=ready.separator, strict=True)
        line = ready.skip + 1
        try:
            for number, row in enumerate(lines, start=1):
                if number % _TOLD_EACH == 0:
                    progress(f"Read {number:,} rows")
                yield row
                line = ready.skip + lines.line_num + 1
        except csv.Error:
            raise ImportRefusedError(astray(ready.name, line)) from None
