"""How an action stands in the words of secretariats; colours and the rest are asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.formatting import fold

_WORDS = {
    ActionStatus.OPEN: (
        *("open", "not started", "new", "outstanding", "to do", "not yet started", "live"),
        *("carried forward", "c/f", "cf", "c/fwd", "carry forward", "overdue", "late", "agored"),
    ),
    ActionStatus.IN_PROGRESS: (
        *("in progress", "in-progress", "ongoing", "on-going", "on track", "started", "underway"),
        *("under way", "work in progress", "wip", "progressing", "ar y gweill"),
    ),
    ActionStatus.BLOCKED: ("blocked", "stuck", "stalled"),
    ActionStatus.DONE: (
        *("done", "complete", "completed", "closed", "action complete", "action completed"),
        *("action closed", "discharged", "wedi'i gwblhau", "wedi cwblhau"),
    ),
    ActionStatus.DROPPED: (
        *("dropped", "withdrawn", "cancelled", "canceled", "no longer required", "superseded"),
        *("no longer needed", "not required", "abandoned", "removed"),
    ),
}
KNOWN = {word: status for status, words in _WORDS.items() for word in words}
_LEADING = re.compile(
    rf"(?P<word>{'|'.join(sorted(map(re.escape, KNOWN), key=len, reverse=True))})\b(?P<rest>.+)"
)
_REST = re.compile(r"[\s:;,.()\u2013\u2014-]+")


@dataclass(frozen=True)
class ReadStatus:
    """What a cell says of how an action stands: the status where its words are known for one."""

    words: str
    status: ActionStatus | None = None
    likely: ActionStatus | None = None
    """What its first words mean, where others follow them."""
    rest: str = ""
    """The words after those, which may be the day on which it was closed."""


def read_status(words: str) -> ReadStatus:
    """Return how an action stands by the words of a cell; empty words say nothing."""
    plain = fold(" ".join(words.split())).replace("\u2019", "'").strip()
    bare = plain.strip(" .")
    if bare in KNOWN:
        return ReadStatus(words, KNOWN[bare])
    match = _LEADING.fullmatch(plain)
    if match and _REST.match(match["rest"]):
        rest = _REST.sub("", match["rest"], count=1).strip(" ).")
        return ReadStatus(words, likely=KNOWN[match["word"]], rest=rest)
    return ReadStatus(words)
