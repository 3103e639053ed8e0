"""Whole numbers as people type them, in figures or in words."""

_WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
NUMBERS = {word: at for at, word in enumerate(_WORDS, start=1)}


def number_of(words: str) -> int | None:
    """Return a number of 1 or more, in figures or in words; None for anything else."""
    plain = words.strip().casefold()
    if plain in NUMBERS:
        return NUMBERS[plain]
    if plain.isascii() and plain.isdecimal() and len(plain) < len("1000"):
        return int(plain) or None
    return None
