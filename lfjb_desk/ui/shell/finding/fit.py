"""How well a name answers what is typed: exact names first, then the beginnings of words."""

from __future__ import annotations

import re
from enum import IntEnum

from lfjb_desk.domain.formatting import fold


class Fit(IntEnum):
    """How a name answers what is typed, the best first."""

    EXACT = 0
    """It is the name, whole."""
    NAME = 1
    """Each part begins a word of the name."""
    AROUND = 2
    """Each part begins a word of the name or of what stands round it."""
    INSIDE = 3
    """Some part is found only within a word."""
    NONE = 4


def fit(typed: str, name: str, around: str = "") -> Fit:
    """Return how a name, with the words round it, answers what is typed."""
    parts, folded = fold(typed).split(), fold(name)
    whole = f"{folded} {fold(around)}"
    if not all(part in whole for part in parts):
        return Fit.NONE
    if parts and folded.rstrip("… ").split() == parts:
        return Fit.EXACT
    if _begin_words(parts, folded):
        return Fit.NAME
    return Fit.AROUND if _begin_words(parts, whole) else Fit.INSIDE


def _begin_words(parts: list[str], text: str) -> bool:
    return all(re.search(rf"(?<!\w){re.escape(part)}", text) for part in parts)
