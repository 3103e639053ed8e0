"""Marks that nobody can see: names with and without them are one name."""

import pytest

from lfjb_desk.domain import formatting, places
from lfjb_desk.domain.common.visible import visible
from lfjb_desk.importers import cells

MARKS = (
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e"),
    *("\u200e", "\u200f", "\u061c", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"),
    *("\x00", "\x07", "\x1b", "\x7f", "\x85"),
    *("\u2066", "\u2067", "\u2068", "\u2069", "\ufe0f", "\u034f", "\u3164", "\u115f"),
)
BLANKS = ("\u00a0", "\u2007", "\u202f", "\u2009", "\u3000", "\u2002")


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: f"U+{ord(mark):04X}")
def test_a_name_with_a_mark_is_the_name(mark: str) -> None:
    hidden = f"{mark}Essex and Suf{mark}folk{mark}"
    assert visible(hidden) == "Essex and Suffolk"
    assert places.fold(hidden) == places.fold("Essex and Suffolk")
    assert formatting.fold(hidden) == formatting.fold("Essex and Suffolk")
    assert cells.text(hidden) == "Essex and Suffolk"
    assert cells.words(f"Mean{mark} duration (weeks)") == "mean duration weeks"


@pytest.mark.parametrize("blank", BLANKS, ids=lambda blank: f"U+{ord(blank):04X}")
def test_every_kind_of_blank_is_a_blank(blank: str) -> None:
    assert visible(f"East{blank}London") == "East London"
    assert cells.text(f"{blank}East{blank}{blank}London") == "East London"
    assert places.fold(f"East{blank}London") == "east london"


def test_what_is_seen_stays_as_it_is() -> None:
    for name in ("Ynys Môn", "Caw\u0175dor", "£ 1,000 * 2", "São Paulo", "日本", "a\tb\nc"):
        assert visible(name) == name
    assert visible("Mo\u0302n") == "M\u00f4n"


def test_a_long_text_is_treated_alike() -> None:
    assert cells.text("word\u200b " * 40) == " ".join(["word"] * 40)
