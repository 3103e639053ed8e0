"""Where the names in a line stand: to give it an owner and a body, or only to be named in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.ui.pages.meetings.minuting.reading.due_dates import LineDay, due_at_end
from lfjb_desk.ui.pages.meetings.minuting.reading.names import PERSON

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lfjb_desk.ui.pages.meetings.minuting.reading.due_dates import Calendar
    from lfjb_desk.ui.pages.meetings.minuting.reading.names import Mention, Named

GOVERNING = {
    *(
        "to",
        "with",
        "from",
        "for",
        "by",
        "of",
        "and",
        "or",
        "about",
        "at",
        "on",
        "in",
        "via",
        "than",
    ),
    *("through", "under", "like", "between", "after", "before", "both"),
}
ADDRESSING = {
    *("see", "ask", "tell", "contact", "email", "ring", "phone", "call", "meet", "remind", "thank"),
    *("invite", "help", "join"),
}
"""Words before a name that make it somebody spoken of, not somebody who owns the action."""
KEEPING = {
    *("with", "and", "or", "&", "will", "shall", "must", "should", "may", "can", "could", "would"),
    *("is", "are", "was", "has", "have", "for", "of", "from", "via", "then"),
}
"""Words after a name at the start with which the line only makes sense while the name stays."""

_JOIN = re.compile(r"\s*(?:,\s*(?:and\s+)?|/\s*|&\s*|and\s+|or\s+)", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\S+)\s*$")
_FOLLOWS = re.compile(r"\s*(to\b|[:,])?\s*([\w&]*)", re.IGNORECASE)
_TO = re.compile(r"\s+to\s", re.IGNORECASE)
_LOOSE = " \t\n.,;:)"


@dataclass(frozen=True)
class PlacedMentions:
    """The names of a line by where they stand, and the day at its end."""

    leading: tuple[Mention, ...]
    trailing: tuple[tuple[Mention, int], ...]
    """Each with where what leaves the text with it ends."""
    inside: tuple[Mention, ...]
    """Those inside the line that are to do something: `Ask @tom to send it`."""
    opening: tuple[int, int] | None
    """What leaves with the names at the start, the word `to` included; None where they stay."""
    due: LineDay | None
    stop: int
    """Where the words end and what stands after them begins."""
    named_in_text: tuple[Named, ...]

    @property
    def given(self) -> tuple[Mention, ...]:
        """The names that give the line an owner or a body, in its order."""
        ends = (*self.leading, *(mention for mention, _ in self.trailing))
        signs = {mention.sign for mention in ends}
        return (*ends, *(mention for mention in self.inside if mention.sign not in signs))

    def cuts(self, is_sure: Mapping[str, bool]) -> list[tuple[int, int]]:
        """Return what leaves the text: the names of a sign leave where one alone is meant."""
        cuts = [(mention.start, end) for mention, end in self.trailing if is_sure[mention.sign]]
        if self.opening is not None and all(is_sure[mention.sign] for mention in self.leading):
            cuts.append(self.opening)
        return cuts


def placed(
    line: str,
    start: int,
    mentions: Sequence[Mention],
    calendar: Calendar,
    refused: Callable[[int, int], bool],
) -> PlacedMentions:
    """Return where the names of an action stand; one that the user calls words is only named."""
    known = [mention for mention in mentions if mention.named and not mention.is_possessive]
    free = [mention for mention in known if not refused(mention.start, mention.end)]
    trailing, due, stop = _ending(line, start, known, calendar, refused)
    leading, opening = _beginning(line, start, [m for m in free if m.end <= stop])
    rest = [mention for mention in free if mention.end <= stop and mention not in leading]
    inside = [
        mention
        for mention in rest
        if _TO.match(line, mention.end)
        and _word_before(line, start, mention.start) not in GOVERNING
    ]
    given = [*leading, *(mention for mention, _ in trailing), *inside]
    named = [
        mention.named
        for mention in mentions
        if mention.sign == PERSON and mention.named and mention not in given
    ]
    return PlacedMentions(
        tuple(leading), tuple(trailing), tuple(inside), opening, due, stop, tuple(named)
    )


def _ending(
    line: str,
    start: int,
    mentions: Sequence[Mention],
    calendar: Calendar,
    refused: Callable[[int, int], bool],
) -> tuple[list[tuple[Mention, int]], LineDay | None, int]:
    """Return the names and the day after the last word, in any order, and where they begin.

    What stands among them and is only words by the user's own word does not end them.
    """
    trailing: list[tuple[Mention, int]] = []
    due, stop = None, len(line.rstrip())
    while True:
        run = _run_before(line, mentions, len(line[:stop].rstrip(_LOOSE)))
        before = _word_before(line, start, run[0].start) if run else ""
        if run and run[0].start > start and before not in GOVERNING | ADDRESSING:
            ends = [*(mention.start for mention in run[1:]), stop]
            given = [pair for pair in zip(run, ends, strict=True) if not refused(*_span(pair[0]))]
            trailing = [*given, *trailing]
            stop = run[0].start
            continue
        at_end = None if due or run else due_at_end(line, start, stop, calendar, refused)
        as_words = None if run or at_end else due_at_end(line, start, stop, calendar, _nothing)
        if at_end is not None:
            due, stop = at_end, at_end.start
        elif as_words is not None and refused(as_words.start, as_words.end):
            stop = as_words.start
        else:
            return trailing, due, stop


def _beginning(
    line: str, start: int, mentions: Sequence[Mention]
) -> tuple[list[Mention], tuple[int, int] | None]:
    """Return the names that a line begins with, and what leaves the text with them."""
    leading: list[Mention] = []
    at = start
    for mention in mentions:
        between = line[at : mention.start]
        joined = _JOIN.fullmatch(between) if leading else None
        if between.strip() and not joined:
            break
        leading.append(mention)
        at = mention.end
    if not leading:
        return [], None
    follows = _FOLLOWS.match(line, at)
    if follows is None or (not follows[1] and follows[2].casefold() in KEEPING):
        return leading, None
    return leading, (leading[0].start, follows.end(1) if follows[1] else at)


def _run_before(line: str, mentions: Sequence[Mention], end: int) -> list[Mention]:
    """Return the names joined by `and` or a comma that end at a place; nothing where none does."""
    run: list[Mention] = []
    for mention in reversed(mentions):
        if not run and mention.end == end:
            run = [mention]
        elif (
            run
            and mention.sign == run[0].sign
            and _JOIN.fullmatch(line[mention.end : run[0].start])
        ):
            run = [mention, *run]
        elif run:
            break
    return run


def _nothing(_start: int, _end: int) -> bool:
    return False


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _word_before(line: str, start: int, at: int) -> str:
    word = _LAST_WORD.search(line, start, at)
    return word[1].casefold() if word else ""
