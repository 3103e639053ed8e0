"""Words before and after a change, cut to what changes and a few words around it."""

from __future__ import annotations

import re
from itertools import takewhile

AROUND = 6
"""Words kept on each side of a change, so that a reader finds it."""
_TOKEN = re.compile(r"\S+\s*|\s+")


def around(before: str, after: str) -> tuple[str, str]:
    """Return both texts without what they share at both ends, but for a few words."""
    old, new = _TOKEN.findall(before.strip()), _TOKEN.findall(after.strip())
    if not old or not new:
        return before.strip(), after.strip()
    ahead = _shared(old, new)
    behind = _shared(old[ahead:][::-1], new[ahead:][::-1])
    start, cut = max(0, ahead - AROUND), max(0, behind - AROUND)
    return _cut(old, start, cut), _cut(new, start, cut)


def _cut(tokens: list[str], start: int, cut: int) -> str:
    return "".join(tokens[start : len(tokens) - cut]).strip()


def _shared(left: list[str], right: list[str]) -> int:
    """Return how many tokens two lists share from their start; blanks behind one do not count."""
    pairs = zip(left, right, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].strip() == pair[1].strip(), pairs))


def opening(text: str) -> str:
    """Return the start of a text by which a reader finds it."""
    words = text.split()
    return " ".join(words) if len(words) <= 2 * AROUND else f"{' '.join(words[: 2 * AROUND])}…"
