"""Which paragraph of a file is which of the circulated minutes, and what differs unmarked."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lfjb_desk.services.amendments.passages import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lfjb_desk.services.amendments.passages import Passage

ALIKE = 0.5
"""How much of two paragraphs must be the same for one to be the other changed."""
MOST_COMPARED = 60
"""Paragraphs in a row, on each side, that are compared with one another."""


@dataclass(frozen=True)
class Unmarked:
    """A paragraph that differs from what was circulated though nothing marks it."""

    place: int
    """Before which passage of the file it is told, counted from 0."""
    paragraph: int
    before: str
    after: str


@dataclass
class Alignment:
    """Where the passages of a file stand in the circulated minutes."""

    numbers: Mapping[int, int]
    """The paragraph of the minutes, from 1, by the passage of the file."""
    unmarked: list[Unmarked] = field(default_factory=list)

    def number(self, place: int) -> int:
        """Return the paragraph at which a passage stands: its own, or the nearest one before."""
        known = [number for at, number in self.numbers.items() if at <= place]
        return max(known, default=1)


def counted(base: Sequence[Passage]) -> list[Passage]:
    """Return the paragraphs of circulated minutes that are counted: those with words."""
    return [passage for passage in base if not passage.is_apart and plain(passage.before)]


def aligned(file: Sequence[Passage], base: Sequence[Passage]) -> Alignment:
    """Return where each passage of a file stands in circulated minutes, `base`.

    The front is not compared for unmarked changes: what stands there of agreement and corrections
    is of the day on which the paper was printed.
    """
    own = [
        place
        for place, passage in enumerate(file)
        if not passage.is_apart and not passage.is_new_row and plain(passage.before)
    ]
    kept = counted(base)
    front = next((at for at, each in enumerate(kept) if each.level == 2), 0)  # noqa: PLR2004
    left = [plain(file[place].before) for place in own]
    right = [plain(passage.before) for passage in kept]
    numbers: dict[int, int] = {}
    found: list[Unmarked] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        pairs = (
            list(zip(range(i1, i2), range(j1, j2), strict=True))
            if tag == "equal"
            else _alike(left, right, (i1, i2), (j1, j2))
        )
        numbers |= {own[i]: j + 1 for i, j in pairs}
        if tag == "equal":
            continue
        of_file, of_base = dict(pairs), {j: i for i, j in pairs}
        for j in range(max(j1, front), j2):
            i = of_base.get(j)
            place = own[i if i is not None else min(i1, len(own) - 1)] if own else 0
            after = "" if i is None else left[i]
            found.append(Unmarked(place, j + 1, right[j], after))
        if j1 >= front:
            found += [
                Unmarked(own[i], _number_before(pairs, i, j1), "", left[i])
                for i in range(i1, i2)
                if i not in of_file
            ]
    return Alignment(numbers, found)


def _number_before(pairs: Sequence[tuple[int, int]], at: int, start: int) -> int:
    """Return the paragraph of the minutes behind which a new one stands."""
    return max([max(start, 1), *(j + 1 for i, j in pairs if i < at)])


def _alike(
    left: Sequence[str], right: Sequence[str], rows: tuple[int, int], columns: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the pairs of a changed stretch that are one paragraph in two wordings, in order."""
    (i1, i2), (j1, j2) = rows, columns
    if i2 - i1 > MOST_COMPARED or j2 - j1 > MOST_COMPARED:
        return []
    pairs: list[tuple[int, int]] = []
    start = j1
    for i in range(i1, i2):
        likeness = [(_ratio(left[i], right[j]), -j) for j in range(start, j2)]
        best, negative = max(likeness, default=(0.0, 0))
        if best >= ALIKE:
            pairs.append((i, -negative))
            start = 1 - negative
    return pairs


def _ratio(left: str, right: str) -> float:
    return SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio()
