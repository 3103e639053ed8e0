"""Names where a place should stand: nations, regions, totals, and words that tell a kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND, ENGLAND_AND_WALES, WALES
from lfjb_desk.importers.cells import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.importers.figures import PlaceWord

_AREA = re.compile(r"\b(?:dfj|djf|designated family judge)\b")
_AUTHORITY = re.compile(r"\b(?:la|las|local authorit(?:y|ies)|councils?)\b")
_NATIONS = frozenset(map(words, (ENGLAND, WALES, ENGLAND_AND_WALES)))
_REGIONS = frozenset(("north east", "north west", "south east", "south west", "london", "midlands"))
"""Regions of HMCTS."""
_STATISTICAL = frozenset(
    (
        *("east midlands", "west midlands", "east of england", "east", "eastern"),
        *("yorkshire and the humber", "yorkshire and humber", "inner london", "outer london"),
    )
)
_TOTALS_OF_ENGLAND = frozenset(
    ("total", "grand total", "england total", "total england", "national", "all england")
)
TOTALS = _TOTALS_OF_ENGLAND | frozenset(
    (
        *("totals", "sub total", "subtotal", "sum", "all", "all areas", "all authorities"),
        *("overall", "average", "mean", "median", "national average", "all local authorities"),
        *("total all areas", "area total", "regional total", "unknown"),
    )
)
"""Names of rows and columns that sum up others, as `cells.words` writes them."""


def is_nation(label: str) -> bool:
    """Tell whether a name is that of a nation."""
    return words(label) in _NATIONS


def is_region(label: str) -> bool:
    """Tell whether a name is that of a region of HMCTS, or of its total."""
    return _bare(label) in _REGIONS


def is_statistical_region(label: str) -> bool:
    """Tell whether only the statistics office has a region of this name."""
    return _bare(label) in _STATISTICAL


def is_total_of_england(label: str) -> bool:
    """Tell whether a row of this name sums up England, in a table of all its places."""
    return words(label) in _TOTALS_OF_ENGLAND


def unsaid_sum(label: str) -> str:
    """Return why a row of this name is about no place; empty where it may be about one."""
    if words(label) not in TOTALS:
        return ""
    return f"is called \u201c{label}\u201d, which does not say of what"


def kind_said(sayings: Iterable[str]) -> PlaceWord | None:
    """Return what places are, by the first of some words that tells; None when none does."""
    for phrase in sayings:
        area, authority = _AREA.search(phrase), _AUTHORITY.search(phrase)
        if bool(area) != bool(authority):
            return "area" if area else "authority"
    return None


def _bare(label: str) -> str:
    return words(label).removesuffix(" region").removesuffix(" total")
