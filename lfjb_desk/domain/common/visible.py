"""Texts as they look: without the marks that nobody can see, which would make two of one name."""

import unicodedata
from functools import cache

_BLANK = " "


def visible(text: str) -> str:
    """Return a text without invisible marks: of direction, of no width, for hyphens and variants.

    The signs that once steered printers go too, for no file of ours can hold them. Every kind of
    blank but a line break and a tab becomes a plain one, and letters made of parts become whole
    (`y\u0302` becomes `\u0177`). Letters and signs stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", "".join(map(_seen, text)))


@cache
def _seen(letter: str) -> str:
    """Return a letter, a plain blank for another blank, or nothing for what is not seen."""
    category = unicodedata.category(letter)
    if category == "Zs":
        return _BLANK
    if category == "Cc" and letter not in _LAYOUT:
        return ""
    if category == "Cf" or letter in _FILLERS or letter in _VARIANTS:
        return ""
    return letter


_LAYOUT = frozenset("\t\n\r")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and joiners that Unicode counts as such, and that show nothing."""
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Marks that choose how the letter before them is drawn."""
