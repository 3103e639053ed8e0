"""Words of time in a line that became no day: `by Christmas`, `to phone the bar on Monday`, `asap`.

The desk puts the next meeting in as a due date only where a line speaks of no time at all. Words
that tell of cases and not of when something is to be done (`figures for March`, `issued before
1 April`, `say why June was low`) are passed by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.ui.pages.meetings.minuting.reading.due_dates import CASE_WORDS, MOST_WEEKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lfjb_desk.ui.pages.meetings.minuting.reading.names import Names

Span = tuple[int, int]

_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|thur|fri|sat|sun"
    r"|today|tomorrow|tonight"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_SEASON = r"(?:spring|summer|autumn|winter)"
_UNIT = r"(?:days?|weeks?|months?|years?|fortnights?|hours?|quarters?|terms?)"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MEETING = r"(?:meetings?|mtg|board|lfjb|group|sub-?group|committee|council|conference|forum)"
_NEXT = r"next (?:meeting|mtg|board|lfjb)\b"
_WRITTEN = (
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|"
    r"rd|th)?(?: \d{4})?"
)
_DATED = rf"{_WRITTEN}|the \d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?"
_FEAST = (
    r"christmas(?: (?:eve|day))?|xmas|easter|(?:the )?new year(?:'s (?:eve|day))?|boxing day"
    r"|good friday|whitsun|pentecost|lent|michaelmas|ramadan|eid|diwali|hanukkah|passover"
    r"|(?:the )?(?:next )?bank holiday|st david's day|halloween"
)
_TERM = (
    r"(?:the )?(?:end|close|start|beginning|middle) of (?:the |this |next )?(?:day|week|weekend"
    rf"|month|quarter|year|financial year|term|play|business|session|{_SEASON})"
    rf"|(?:the )?(?:next |this )?(?:{_SEASON}|hilary|trinity|michaelmas|easter|school|christmas)"
    r" (?:term|holidays?|break|recess)|(?:the )?half[- ]term|(?:the )?(?:end of )?term"
    r"|(?:the )?(?:month|quarter|year)[- ]end|(?:the )?(?:next |new )?financial year"
    r"|(?:the )?q[1-4]|cop|cob|eod|(?:the )?(?:school )?holidays"
)
_NEAR = (
    rf"(?:the )?(?:this|next|coming|following) (?:few |couple of |{_NUMBER} )?(?:working )?{_UNIT}"
    rf"|the next (?:{_NUMBER} )?(?:working )?{_UNIT}|(?:the |this |next )*weekend"
    rf"|(?:this|next|the following) {_SEASON}"
)
_MEETS = (
    rf"(?:the )?(?:(?:{_DAY}|{_MONTH}|{_SEASON})(?:'s)?|meeting after|following|subsequent)"
    rf" (?:next |)?{_MEETING}|(?:the )?{_MEETING} after next"
    rf"|(?:the )?next (?!meeting|mtg|board|lfjb)(?:\w+ )?{_MEETING}"
)
_NOUN = (
    rf"(?:{_MEETS}|{_NEAR}|{_TERM}|{_FEAST}|{_DATED}|(?:(?:this|next) )?(?:{_DAY})(?:'s \w+)?"
    rf"|(?:early |late |mid |mid-|the end of |end )?{_MONTH}(?: \d{{4}})?(?:'s \w+)?"
    rf"|(?:early |late |mid |mid-)?(?:the )?{_SEASON})"
)
_EVENT = (
    r"(?:the|our|their|his|her|an?|that|this) (?:next )?(?:\w+ )?(?:inspection|conference|deadline"
    r"|audit|visit|launch|event|workshop|seminar|training|away ?day|break|holidays?|summit|agm)"
)
_CLOCK = r"(?:\d{1,2}[.:]\d{2}(?: ?[ap]m)?|\d{1,2} ?[ap]m|noon|midday|midnight)"
_LED = (
    r"(?:(?:due )?by|due|before|no(?:t)? later than|ahead of|in (?:good )?time for|in advance of"
    r"|erbyn)(?: on| at| in| the)?"
)

_AT_ONCE = re.compile(
    r"\b(?:a\.?s\.?a\.?p\b\.?|as soon as(?: possible| practicable)?|soon|shortly|urgently|at once"
    r"|immediately|forthwith|(?:straight|right) ?away|without delay|in due course|in good time"
    r"|at (?:the|your|his|her|their) earliest(?: (?:convenience|opportunity))?|first thing"
    r"|when possible|by then"
    r"|once (?:the|it|we|they|he|she|this|these|those)(?: \w+){0,3}"
    r"|this (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?<![\w/.-])(?:{_LED} (?:{_NOUN}|{_EVENT}|{_CLOCK})|by the next \w+(?: \w+)?"
    r"|(?:in|by|during) the week (?:commencing|beginning|ending|of) [\w/]+(?: \w+)?"
    rf"|(?:within|inside)(?: the)?(?: next| coming)?"
    rf" (?:a few|a couple of|{_NUMBER})? ?(?:working )?{_UNIT})(?![\w/])",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?<![\w/.-])(?P<lead>on|for|in|at|during|over|after|from|around|about|towards|come|to"
    rf"|early in|late in|w/c|w/e|ready for|every|each) (?:the )?(?:{_NOUN}|{_EVENT}"
    rf"|(?:a few|a couple of|{_NUMBER}) (?:working )?(?:day|week|month|year|fortnight)s?'?"
    r"(?: time)?)(?![\w/])",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w/.-])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight"
    rf"|{_WRITTEN}|{_NEAR}|{_MEETS}"
    rf"|(?:early|late|mid)[ -]{_MONTH})(?![\w/'])"
    rf"|(?<![\w/.-])(?:mon|tues?|weds?|thurs?|fri|{_MONTH}|{_FEAST}|{_TERM})(?=[.,;:)]*\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_ALSO_A_WORD = re.compile(r"may|march|mar|(?:the )?term|lent|q[1-4]|cop|cob", re.IGNORECASE)
"""Names of times that need a word before them to be one."""
_DURATION = re.compile(rf"(\d+) (?:working )?{_UNIT}", re.IGNORECASE)
_LENGTH = re.compile(
    rf"(?:for|over|from|about|around|after|at|on|to) {_NUMBER} (?:working )?{_UNIT}", re.IGNORECASE
)
_NOTHING_MORE = re.compile(
    r"\s*(?:$|[.,;:()\n\u2013-]|(?:at|on|in|by|to|and|or|with|from|for|if|so|when|as|then|next"
    rf"|morning|afternoon|evening|week|latest|{_MEETING})\b)",
    re.IGNORECASE,
)
_ABOUT = {
    *("since", "of", "until", "till", "between", "and", "or", "than", "last", "per", "held"),
    *("dated", "ending", "commencing", "starting", "beginning", "as", "up", "to", "every", "each"),
    *("over", "under", "past", "beyond", "a", "an", "the", "is", "was", "are", "were", "ago"),
    *("-", "\u2013", "the", "&", "not", "like", "called", "who"),
}
"""Words before a time that make it a part of what is told."""
_LEADING = {
    *(
        "on",
        "for",
        "in",
        "at",
        "by",
        "before",
        "due",
        "from",
        "within",
        "inside",
        "after",
        "during",
    ),
    *("over", "around", "about", "towards", "come", "than", "of", "erbyn"),
}
"""Words that lead a time; with one before it, it is not bare."""
_FIGURES = {
    *("figure", "figures", "data", "number", "numbers", "statistics", "position", "performance"),
    *("rate", "rates", "minutes", "notes", "totals", "counts", "average", "median", "returns"),
}
_CASES = {
    *("case", "cases", "hearing", "hearings", "sittings", "trials", "applications", "families"),
    *("children", "orders", "sat", "court"),
}
_NEEDS_END = {"for", "over", "about", "around", "at"}
"""Words after which `Christmas` in `for Christmas cover` says what, and not when."""
_WONDERING = re.compile(r"\b(?:what|why|who|whose|how|whether|which|where)\b", re.IGNORECASE)
"""After these words a line tells of something; only `by` and its like still say when."""
_NAMES_A_DAY = re.compile(
    r"^(?:on|for|at|from|after|to|about|around)?\b ?(?:the )?(?:(?:this|next) )?"
    rf"(?:{_DATED}|{_DAY})$",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([^\s,;:]+)\s*$")


def times_in(
    line: str, start: int, names: Names, refused: Callable[[int, int], bool]
) -> list[Span]:
    """Return where a line from a place on speaks of when, in order, none over another.

    `refused` tells which parts are no such words: a name, or what the user has called words.
    """
    found: list[Span] = []
    for span in sorted(_candidates(line, start, names), key=lambda span: (span[0], -span[1])):
        if not refused(*span) and (not found or span[0] >= found[-1][1]):
            found.append(span)
    return found


def names_a_day(words: str) -> bool:
    """Tell whether words of time name a weekday or a day of a month, and not only a season."""
    return _NAMES_A_DAY.search(words) is not None


def _candidates(line: str, start: int, names: Names) -> Iterator[Span]:
    plain = line.replace("\u2019", "'")
    for match in _AT_ONCE.finditer(plain, start):
        if not _is_wondered(plain, start, match.start()):
            yield match.span()
    for match in _BY.finditer(plain, start):
        if _says_when(plain, start, match, names):
            yield match.span()
    for match in _ON.finditer(plain, start):
        if _is_on_a_day(plain, start, match, names):
            yield match.span()
    for match in _BARE.finditer(plain, start):
        if _is_bare_time(plain, start, match, names):
            yield match.span()


def _says_when(line: str, start: int, match: re.Match[str], names: Names) -> bool:
    """Tell whether words after `by` and its like are a time, and not who did it or how long."""
    before = _word_before(line, start, match.start())
    lead, _, rest = match[0].casefold().partition(" ")
    if before in CASE_WORDS and lead in {"before", "within", "inside"}:
        return False
    if names.has_first_name(rest) and before.endswith("ed"):
        return False
    if names.joins(lead, rest) or before == "past":
        return False
    length = _DURATION.search(match[0])
    if lead in {"within", "inside"}:
        too_long = length is not None and int(length[1]) >= MOST_WEEKS
        return not too_long and not _is_wondered(line, start, match.start())
    return not re.match(r"\s+(?:figures|data)\b", line[match.end() :])


def _is_on_a_day(line: str, start: int, match: re.Match[str], names: Names) -> bool:
    """Tell whether `on Monday` and its like say when, and not which cases or how long."""
    before = _word_before(line, start, match.start())
    lead = match["lead"].casefold()
    rest = match[0][len(lead) :].strip()
    after = line[match.end() :]
    length = _DURATION.search(rest)
    tells = (
        _is_wondered(line, start, match.start())
        or before in CASE_WORDS | _CASES | (_ABOUT - {"and", "or"})
        or (before in _FIGURES and lead not in {"on", "after"})
        or (rest.casefold() in {"the sun", "sun", "sat", "the sat"} and lead != "on")
        or (lead != "in" and _LENGTH.match(match[0]))
        or (length is not None and int(length[1]) >= MOST_WEEKS)
        or re.match(_NEXT, rest.removeprefix("the "), re.IGNORECASE)
        or (lead == "to" and not re.fullmatch(_MEETS, rest, re.IGNORECASE))
        or (lead == "from" and re.match(r"\s*(?:to|until|till|-|\u2013)\s", after))
        or (lead in _NEEDS_END and not _NOTHING_MORE.match(after))
        or names.has_first_name(rest)
        or names.joins(before, rest)
    )
    return not tells


def _is_bare_time(line: str, start: int, match: re.Match[str], names: Names) -> bool:
    """Tell whether a time that no word leads says when: at the end, or `Monday` in the line."""
    before = _word_before(line, start, match.start())
    if _is_wondered(line, start, match.start()) or names.has_first_name(match[0]):
        return False
    if before in _ABOUT | CASE_WORDS | _FIGURES | _LEADING or before.endswith("'s"):
        return False
    if _ALSO_A_WORD.fullmatch(match[0]) or before[:1].isdecimal():
        return False
    if before in _CASES or re.match(r"\s*(?:to|-|\u2013)\s", line[match.end() :]):
        return False
    return not names.joins(before, match[0].split()[0])


def _is_wondered(line: str, start: int, at: int) -> bool:
    return _WONDERING.search(line, start, at) is not None


def _word_before(line: str, start: int, at: int) -> str:
    word = _WORD_BEFORE.search(line, start, at)
    return word[1].casefold().lstrip("(") if word else ""
