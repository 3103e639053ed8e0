"""Names without a sign at the start of an action: `Jane Okafor to send the list`.

Only a whole name counts that is one known person's, and only before a word such as `to`: a first
name or a part of a name gives an action to nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold

if TYPE_CHECKING:
    from lfjb_desk.ui.pages.meetings.minuting.reading.names import Named, Names

_TITLES = {
    *("hhj", "dj", "ddj", "mr", "mrs", "ms", "miss", "mx", "dr", "judge", "sir", "dame", "lord"),
    *("lady", "prof", "professor", "rev", "cllr", "councillor"),
}
"""Words before a name that may be left out of it."""
_OWES = re.compile(
    r"\s*(?::|,?\s+(?:both\s+)?(?:to|will|shall|must|should|agreed\s+to|has\s+to|have\s+to)\b)",
    re.IGNORECASE,
)
"""What follows the names of those who are to do something."""
_JOIN = re.compile(r"\s*(?:,\s*(?:and\s+)?|/\s*|&\s*|and\s+)", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:/&()]+")


def names_at_start(line: str, start: int, names: Names) -> list[tuple[tuple[int, int], Named]]:
    """Return whom a part of a line begins with and gives something to do, each with its place."""
    at = start + len(line[start:]) - len(line[start:].lstrip())
    found: list[tuple[tuple[int, int], Named]] = []
    while True:
        whole = _whole_name(line, at, names)
        if whole is None:
            return []
        end, person = whole
        found.append(((at, end), person))
        if _OWES.match(line, end):
            return found
        join = _JOIN.match(line, end)
        if join is None:
            return []
        at = join.end()


def _whole_name(line: str, at: int, names: Names) -> tuple[int, Named] | None:
    """Return where the longest whole name ends that begins at a place, and the one so called."""
    words = list(_WORD.finditer(line, at))
    longest = max((len(person.name.split()) for person in names.people), default=0)
    for number in range(min(longest, len(words)), 1, -1):
        end = words[number - 1].end()
        typed = _bare([word[0] for word in words[:number]])
        between = "".join(line[words[i].end() : words[i + 1].start()] for i in range(number - 1))
        if between.strip() or len(typed) < len(("first", "last")):
            continue
        called = [person for person in names.people if _bare(person.name.split()) == typed]
        if len(called) == 1 and words[0].start() == at:
            return end, called[0]
    return None


def _bare(words: list[str]) -> list[str]:
    """Return the words of a name as they compare, without a title."""
    folded = [fold(word) for word in words]
    return folded[1:] if folded and folded[0].rstrip(".") in _TITLES else folded
