"""What stands before a line of terms of reference: a number, as Word computes it or as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.word.reading.document import WordLine

_NUMBER = r"[1-9]\d?(?:\.(?:0|[1-9]\d?))*"
_TYPED = re.compile(
    rf"(?:(?:clause|article|section)\s+)?(?P<label>{_NUMBER})(?P<end>[.):]?)"
    r"(?P<gap>\s+(?=\S)|(?<=[.)])(?=[^\W\d]))",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?:clause|article|section|part)?\s*(?P<label>{_NUMBER})", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:\t|\.{4,}|…)\s*\d{1,3}$")
"""How a line of a list of contents ends: in a page number."""
_ENDINGS = (".", ";", ":", ",")
LONGEST_HEADING = 80


@dataclass(frozen=True)
class MarkedLine:
    """A line with its number apart from its words."""

    text: str
    label: str = ""
    """As Word shows it: `3.1`, `(a)`."""
    numbers: tuple[int, ...] = ()
    """The whole numbers of the label; empty where it is none or letters."""
    level: int = 0
    """Its level as a heading by style, from 1."""
    bold: bool = False
    bullet: bool = False

    @property
    def looks_like_heading(self) -> bool:
        """Whether it names what follows, by its style or because it is a short bold line."""
        name = self.name
        is_short = len(name) <= LONGEST_HEADING and not name.endswith(_ENDINGS)
        return bool(self.level) or (self.bold and is_short)

    @property
    def name(self) -> str:
        """Its words as a heading."""
        return self.text.removesuffix(":")

    @property
    def is_short(self) -> bool:
        """Whether it is as short as a heading, and no sentence."""
        return len(self.text) <= LONGEST_HEADING and not self.text.endswith(_ENDINGS)

    @property
    def words(self) -> str:
        """The line as it is kept within a clause, its own number before it."""
        mark = self.label or ("•" if self.bullet else "")
        return f"{mark} {self.text}".strip()


def is_of_contents(line: WordLine) -> bool:
    """Tell whether a line stands in a list of contents."""
    return _CONTENTS.search(line.text) is not None


def marked(line: WordLine) -> MarkedLine:
    """Return a line with its number apart, where it certainly has one."""
    text, label = " ".join(line.text.split()), line.label
    if not label and not line.bullet and (typed := _typed(line)) is not None:
        label = typed["label"] if typed["end"] == "." else f"{typed['label']}{typed['end']}"
        text = " ".join(line.text[typed.end() :].split())
    label = label.rstrip(".:").strip()
    named = _NAMED.fullmatch(label.removesuffix(")"))
    return MarkedLine(
        text,
        label,
        _parts(named["label"]) if named else (),
        line.level,
        bold=line.bold,
        bullet=line.bullet,
    )


def _typed(line: WordLine) -> re.Match[str] | None:
    """Return the number that a line begins with; `6 members` has none."""
    found = _TYPED.match(line.text)
    if found is None:
        return None
    is_marked = bool(found["end"]) or "." in found["label"] or found.start("label") > 0
    stands_apart = "\t" in found["gap"] or len(found["gap"]) > 1
    return found if is_marked or stands_apart or line.bold or line.level else None


def _parts(label: str) -> tuple[int, ...]:
    """Return the numbers of `3.1`; `3.0` is as `3`."""
    numbers = [int(part) for part in label.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
