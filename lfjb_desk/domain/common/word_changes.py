"""What became of the words of a text: kept, removed or added, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Token = tuple[str, str]
    Part = tuple[str, str]

_WORD = re.compile(r"(\w+(?:[.,'\u2019-]\w+)*|[^\w\s])(\s*)|(\s+)")
"""A word (`five-day`, `1,000`) or a sign, with the blanks behind it; or blanks at the start."""


MOST_LOST = 2
"""How many kept words between changes may count as changed with them."""


class Fate(Enum):
    """What became of words between two texts."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class WordRun:
    """Words that stand together and became the same."""

    text: str
    fate: Fate = Fate.KEPT

    def parted(self) -> tuple[str, str, str]:
        """Return the blanks before the words, the words, and the blanks behind them."""
        words = self.text.strip()
        if not words:
            return "", self.text, ""
        before, _, after = self.text.partition(words)
        return before, words, after


def word_changes(before: str, after: str) -> tuple[WordRun, ...]:
    """Return both texts as one, word by word, in the order of reading; removed before added.

    What is not added is the text before, letter for letter; what is not removed is the text
    after. A few kept words between more new ones count as written anew: torn, nobody reads them.
    """
    old, new = _tokens(before), _tokens(after)
    words = [word for word, _ in old], [word for word, _ in new]
    parts: list[Part] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag == "equal":
            parts += _kept(old[i1:i2], new[j1:j2])
        else:
            parts.append((_text(old[i1:i2]), _text(new[j1:j2])))
    return _together(run for part in _tidied(parts) for run in _runs(part) if run.text)


def _tokens(text: str) -> list[Token]:
    """Return each word with the blanks behind it, which do not count when words are matched."""
    return [(match[1] or "", match[2] or match[3] or "") for match in _WORD.finditer(text)]


def _text(tokens: Iterable[Token]) -> str:
    return "".join(word + blanks for word, blanks in tokens)


def _kept(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Part]:
    """Yield kept words; blanks behind them that differ are a change of their own."""
    for (word, blanks), (_, other) in zip(old, new, strict=True):
        if blanks == other:
            yield word + blanks, word + other
        else:
            yield word, word
            yield blanks, other


def _tidied(parts: Iterable[Part]) -> list[Part]:
    """Return parts, each before and after, by turns kept and changed, none kept that is lost."""
    tidy: list[Part] = []
    for part in parts:
        if tidy and _is_kept(tidy[-1]) == _is_kept(part):
            part = _joined(tidy.pop(), part)  # noqa: PLW2901 - it grows backwards
        tidy.append(part)
        while len(tidy) > 2 and _is_lost(*tidy[-3:]):  # noqa: PLR2004 - a part and its neighbours
            tidy[-3:] = [_joined(*tidy[-3:])]
    return tidy


def _is_kept(part: Part) -> bool:
    return part[0] == part[1]


def _joined(*parts: Part) -> Part:
    return "".join(old for old, _ in parts), "".join(new for _, new in parts)


def _is_lost(left: Part, middle: Part, right: Part) -> bool:
    """Tell whether kept words are so few that more is changed at either side of them."""
    if not _is_kept(middle) or len(middle[0].split()) > MOST_LOST:
        return False
    return all(len(middle[0]) <= max(map(len, side)) for side in (left, right))


def _runs(part: Part) -> tuple[WordRun, ...]:
    """Return a part as runs; the blanks at which both ends agree are kept."""
    old, new = part
    if _is_kept(part):
        return (WordRun(old),)
    bare = old.rstrip(), new.rstrip()
    blanks = old[len(bare[0]) :]
    if not all(bare) or blanks != new[len(bare[1]) :]:
        return WordRun(old, Fate.REMOVED), WordRun(new, Fate.ADDED)
    return WordRun(bare[0], Fate.REMOVED), WordRun(bare[1], Fate.ADDED), WordRun(blanks)


def _together(runs: Iterable[WordRun]) -> tuple[WordRun, ...]:
    """Return runs with each two that became the same joined."""
    joined: list[WordRun] = []
    for run in runs:
        if joined and joined[-1].fate is run.fate:
            joined[-1] = WordRun(joined[-1].text + run.text, run.fate)
        else:
            joined.append(run)
    return tuple(joined)
