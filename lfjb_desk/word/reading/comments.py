"""The comments of a paper: who wrote what when, in answer to which."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lfjb_desk.word.checking.findings import w, words
from lfjb_desk.word.front_door import parse
from lfjb_desk.word.reading.reviewed import PaperComment

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMENTS, EXTENDED = "word/comments.xml", "word/commentsExtended.xml"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_FIRST_YEAR = 1990
"""No tracked change is older; programs that hide their author write a day before it."""


def moment(text: str) -> datetime | None:
    """Return when something was marked, as the file says; None where it says nothing sensible."""
    with suppress(ValueError):
        found = datetime.fromisoformat(text.strip())
        if found.year >= _FIRST_YEAR:
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def comments_of(parts: Mapping[str, bytes]) -> tuple[PaperComment, ...]:
    """Return the comments of a paper in the order of their part.

    Raises:
        RuleError: when a part is damaged.
    """
    if COMMENTS not in parts:
        return ()
    rows = parse(parts[COMMENTS], COMMENTS).findall(w("comment"))
    of_paragraph = {
        line.get(f"{{{_W14}}}paraId", ""): row.get(w("id"), "")
        for row in rows
        for line in row.iter(w("p"))
    }
    parents, done = {}, set()
    for more in parse(parts[EXTENDED], EXTENDED) if EXTENDED in parts else ():
        key = of_paragraph.get(more.get(f"{{{_W15}}}paraId", ""), "")
        parents[key] = of_paragraph.get(more.get(f"{{{_W15}}}paraIdParent", "none"), "")
        if more.get(f"{{{_W15}}}done") in {"1", "true"}:
            done.add(key)
    return tuple(
        PaperComment(
            key=(key := row.get(w("id"), "")),
            text="\n".join(words(line) for line in row.iter(w("p"))).strip(),
            author=row.get(w("author"), "").strip(),
            made_at=moment(row.get(w("date"), "")),
            replies_to=parents.get(key, ""),
            is_done=key in done,
        )
        for row in rows
    )
