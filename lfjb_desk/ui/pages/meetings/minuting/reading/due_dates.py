"""Where a line of the minutes says when something is due, and where a day is only a word.

A day is due where it stands at the end of the line and no word before it says otherwise ("since
1 April", "stops on Monday", "over 26 weeks"), or where `by`, `due` or `before` leads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.ui.widgets.form.dates import NO_DAY, DayFault, DayReading, understand_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from lfjb_desk.ui.pages.meetings.minuting.reading.names import Names

LONGEST_DATE = 6
"""How many words a date has at most: `the 21st of January 2027`, `the end of the next month`."""
MOST_WEEKS = 13
"""From here on `in 26 weeks` says how long cases take, not when something is due."""
MOST_NUMBER = 31
LEADS = {"by", "due", "before", "erbyn"}
AFTER_LEAD = {"on", "by", "in", "at", "before", "for"}
GOVERNING = {
    *("since", "from", "until", "till", "to", "on", "over", "under", "of", "for", "in", "at"),
    *("after", "within", "than", "between", "and", "or", "the", "last", "about", "around", "a"),
    *("during", "through", "past", "as", "every", "each", "per", "beyond", "up", "with", "by"),
    *("ending", "commencing", "starting", "beginning", "off", "is", "are", "was", "were", "be"),
    *("held", "sat", "heard", "made", "met", "sent", "seen", "done", "begun", "taken", "who"),
    *("not", "this", "that", "an", "&", "-", "\u2013", "w/c", "w/e"),
}
"""Words that make the day after them a part of what is said."""
BELONGING = {
    *("that", "which", "who", "whose", "where", "each", "every", "to", "until", "till"),
    *("-", "\u2013"),
}
"""Words after a day that say more of it than when something is due."""
LABELS = {
    *("room", "court", "rule", "section", "paragraph", "para", "form", "item", "page", "ratio"),
    *("rate", "score", "number", "no", "no.", "ref", "figure", "case", "table", "chapter", "part"),
    *("version", "order", "stage", "step", "flat", "appendix", "annex", "change"),
}
"""Words after which `21/1` is no day."""
CASE_WORDS = {
    *("issued", "started", "begun", "made", "received", "opened", "open", "filed", "lodged"),
    *("listed", "heard", "closed", "ended", "disposed", "born", "placed", "dated", "published"),
}
"""What befalls cases: `issued before 1 April` tells which cases, not when something is due."""
SHORT_WORDS = {"sat", "sun", "t"}
"""Names of days that are seldom meant as one unless `by` or `due` leads them."""
LONE = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} | {
    *("tom", "tomorrow", "today"),
}
"""Days that need more than one word before them: `Keep Friday` is a whole line."""

_NEXT_MEETING = re.compile(r"(?:the |our )?next (?:meeting|mtg|board|lfjb)(?: meeting)?")
_LONG = re.compile(r"-?\d+ ?(?:days?|weeks?|months?|years?)(?: ago)?|-?\d+")
_SHORT = re.compile(r"(\d+)([dwmy])")
_TWO_NUMBERS = re.compile(r"(\d+)([/. -])(\d+)")
_IN_WEEKS = re.compile(r"in (\w+) (?:week|month|day|year)s?.*")
_NTH = re.compile(r"(?:the )?\d+(?:st|nd|rd|th)")
_TIME = re.compile(r"\d{1,2}(?:[.:]\d{2})?(?:am|pm)?|noon|midday|midnight|on", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_PUNCTUATION = ".,;:!"
_SEPARATE = {"-", "\u2013", "\u2014"}


@dataclass(frozen=True)
class Token:
    """A word of the line and where it stands, without the punctuation round it."""

    start: int
    end: int
    text: str
    tail: str
    """The punctuation right after it."""


@dataclass(frozen=True)
class LineDay:
    """A day that a line gives, with where it stands.

    `start` to `end` is what leaves the text, the words that lead it included; `phrase` is where
    the day itself starts. Where `leaves` is false the words say more than a day, and stay whole.
    """

    start: int
    end: int
    phrase: int
    reading: DayReading
    leaves: bool = True


@dataclass(frozen=True)
class Calendar:
    """What days of a line count from, and whose names are no days."""

    meeting: date
    next_meeting: date | None
    names: Names

    def read(self, text: str) -> DayReading:
        """Return what words say of a day of this meeting's calendar."""
        if _NEXT_MEETING.fullmatch(text.casefold()):
            return DayReading(self.next_meeting) if self.next_meeting else _UNKNOWN
        return understand_day(text, self.meeting)


_UNKNOWN = DayReading(fault=DayFault.VAGUE)


def tokens_in(line: str, start: int, end: int) -> list[Token]:
    """Return the words of a part of a line."""
    found = []
    for match in _WORD.finditer(line, start, end):
        word = match[0]
        text = word if word in _SEPARATE else word.lstrip("(").rstrip(_PUNCTUATION + ")")
        at = match.start() + len(word) - len(word.lstrip("("))
        found.append(Token(at, at + len(text), text, word[len(text) + at - match.start() :]))
    return found


def due_at_end(
    line: str, start: int, end: int, calendar: Calendar, refused: Callable[[int, int], bool]
) -> LineDay | None:
    """Return the day that a part of a line ends with, or None where it ends with words."""
    tokens = tokens_in(line, start, end)
    for length in range(min(LONGEST_DATE, len(tokens)), 0, -1):
        first = len(tokens) - length
        place = tokens[first].start, tokens[-1].end
        if refused(*place):
            continue
        lead = _lead(tokens, first)
        reading = _reading(line[place[0] : place[1]], calendar, is_led=lead < first)
        fits = _is_led_day if lead < first else _is_bare_day
        if reading and fits(tokens, lead, first, calendar):
            return LineDay(_opening(line, tokens, lead), end, place[0], reading)
        if reading:
            return None
    return None


def due_inside(
    line: str, start: int, end: int, calendar: Calendar, refused: Callable[[int, int], bool]
) -> list[LineDay]:
    """Return the days after `by`, `due` or `before` that do not end a part of a line."""
    tokens = tokens_in(line, start, end)
    found: list[LineDay] = []
    at = 0
    while at < len(tokens):
        lead, first = at, _after_lead(tokens, at)
        at += 1
        if first == lead:
            continue
        last, reading = _phrase_from(line, tokens, first, calendar, refused)
        if not reading or not _is_led_day(tokens, lead, first, calendar):
            continue
        if _goes_on(line, tokens, last):
            continue
        opens = lead == 0 and tokens[last].tail[:1] in {",", ":"}
        timed = any(
            _TIME.fullmatch(token.text) for token in tokens[_after_words(tokens, lead) : first]
        )
        found.append(
            LineDay(
                tokens[lead].start,
                tokens[last].end + (1 if opens else 0),
                tokens[first].start,
                reading,
                leaves=opens and not timed,
            )
        )
        found += _second(line, tokens, last, calendar, refused)
        at = last + 1
    return found


def _second(
    line: str,
    tokens: Sequence[Token],
    last: int,
    calendar: Calendar,
    refused: Callable[[int, int], bool],
) -> list[LineDay]:
    """Return the other day of `by 21 Jan and 4 Feb`."""
    if not any(token.text in {"and", "or", "&"} for token in tokens[last + 1 : last + 2]):
        return []
    first = last + 2
    end, reading = _phrase_from(line, tokens, first, calendar, refused)
    if not reading:
        return []
    return [
        LineDay(tokens[first].start, tokens[end].end, tokens[first].start, reading, leaves=False)
    ]


def _phrase_from(
    line: str,
    tokens: Sequence[Token],
    first: int,
    calendar: Calendar,
    refused: Callable[[int, int], bool],
) -> tuple[int, DayReading]:
    """Return the last word of the longest day that starts at a word, and the day."""
    for last in range(min(first + LONGEST_DATE, len(tokens)) - 1, first - 1, -1):
        broken = any(token.tail for token in tokens[first:last])
        start, end = tokens[first].start, tokens[last].end
        if not broken and not refused(start, end):
            reading = _reading(line[start:end], calendar, is_led=True)
            if reading:
                return last, reading
    return first, NO_DAY


def _reading(phrase: str, calendar: Calendar, *, is_led: bool) -> DayReading:
    """Return what a phrase in a line says of a day; much that a field takes is none here."""
    text = phrase.casefold()
    numbers = _TWO_NUMBERS.fullmatch(text)
    in_weeks = _IN_WEEKS.fullmatch(text)
    short = _SHORT.fullmatch(text)
    no_day = (
        text.startswith(("last ", "yesterday"))
        or _LONG.fullmatch(text)
        or (short and (short[2] in "my" or int(short[1]) > MOST_WEEKS) and not is_led)
        or (numbers and numbers[2] != "/")
        or (not is_led and text in SHORT_WORDS)
        or (not is_led and _NTH.fullmatch(text))
        or (calendar.names.has_first_name(text))
        or text == "t"
    )
    if no_day:
        return NO_DAY
    if not is_led and numbers:
        both = int(numbers[1]), int(numbers[3])
        if max(both) > MOST_NUMBER or both == (24, 7):
            return NO_DAY  # `50/50`, `24/7`
    if not is_led and in_weeks and in_weeks[1].isdecimal() and int(in_weeks[1]) > MOST_WEEKS:
        return NO_DAY
    reading = calendar.read(phrase)
    vague = reading.fault is DayFault.VAGUE and not _NEXT_MEETING.fullmatch(text)
    return NO_DAY if vague and not is_led else reading


def _is_bare_day(tokens: Sequence[Token], _lead: int, first: int, calendar: Calendar) -> bool:
    """Tell whether the words before a day at the end leave it a due date."""
    if tokens[first].text.startswith("+") and tokens[first].text[-1:].isalpha():
        return True  # `+2w` is never a word
    before = tokens[:first]
    while before and before[-1].text in _SEPARATE:
        before = before[:-1]
    if not before:
        return True
    word = before[-1].text.casefold()
    last = tokens[-1].text.casefold()
    clear = len(before) < first or bool(before[-1].tail)
    if len(before) == 1 and last in LONE and not clear:
        return False
    if calendar.names.joins(before[-1].text, tokens[first].text):
        return False
    label = word in LABELS and tokens[first].text[:1] in "+0123456789"
    happened = word.endswith("ed") and len(word) > len("used")
    return clear or not (word in GOVERNING or label or happened)


def _is_led_day(tokens: Sequence[Token], lead: int, first: int, calendar: Calendar) -> bool:
    """Tell whether a day after `by`, `due` or `before` is a due date."""
    word = tokens[lead].text.casefold().rstrip(":")
    before = tokens[lead - 1].text.casefold() if lead else ""
    if word == "before":
        phrase = " ".join(token.text for token in tokens[first : first + 3]).casefold()
        return before not in CASE_WORDS or bool(_NEXT_MEETING.match(phrase))
    return not calendar.names.joins(tokens[lead].text, tokens[first].text)


def _goes_on(line: str, tokens: Sequence[Token], last: int) -> bool:
    """Tell whether the word after a day says that the day belongs to something else."""
    if tokens[last].tail or last + 1 == len(tokens):
        return False
    following = tokens[last + 1]
    on_this_line = "\n" not in line[tokens[last].end : following.start]
    return on_this_line and following.text.casefold() in BELONGING


def _lead(tokens: Sequence[Token], first: int) -> int:
    """Return where the words that lead a day begin; at the day itself where nothing leads it."""
    for at in range(max(0, first - 4), first):
        if _after_lead(tokens, at) == first and _after_words(tokens, at) == first:
            return at
    return first


def _after_lead(tokens: Sequence[Token], at: int) -> int:
    """Return the word after a lead that begins at a word and its time of day, or that word."""
    after = _after_words(tokens, at)
    if after == at:
        return at
    while (
        after < len(tokens) - 1
        and _TIME.fullmatch(tokens[after].text)
        and not _SHORT.fullmatch(tokens[after].text)
    ):
        if tokens[after].text.isdecimal():
            break
        after += 1
    return after


def _after_words(tokens: Sequence[Token], at: int) -> int:
    """Return the word after a lead such as `due on` that begins at a word, or that word."""
    texts = [token.text.casefold().rstrip(":") for token in tokens[at : at + 3]]
    if texts in (["no", "later", "than"], ["not", "later", "than"]):
        return at + 3
    if not texts or texts[0] not in LEADS:
        return at
    after = at + 1
    if texts[0] == "due":
        while after < len(tokens) and tokens[after].text.casefold() in AFTER_LEAD:
            if tokens[after].text.casefold() == "in":
                break  # `in two weeks` is the day itself
            after += 1
    return after


def _opening(line: str, tokens: Sequence[Token], lead: int) -> int:
    """Return where what leaves the text begins: at a dash or a bracket before the lead."""
    start = tokens[lead].start
    if line[start - 1 : start] == "(":
        start -= 1
    if lead and tokens[lead - 1].text in _SEPARATE:
        start = tokens[lead - 1].start
    return start


def distinct_days(dates: Sequence[LineDay]) -> tuple[date, ...]:
    """Return the days that a line gives, each once, in the order of the line."""
    ordered = sorted(dates, key=lambda due: due.phrase)
    return tuple(dict.fromkeys(due.reading.day for due in ordered if due.reading.day is not None))


def review_at_end(
    line: str, start: int, end: int, calendar: Calendar, refused: Callable[[int, int], bool]
) -> LineDay | None:
    """Return the day on which a decision is reviewed, where `review by` leads one at the end."""
    tokens = tokens_in(line, start, end)
    for length in range(min(LONGEST_DATE, len(tokens)), 0, -1):
        first = len(tokens) - length
        place = tokens[first].start, tokens[-1].end
        lead = _review_lead(tokens, first)
        if lead is None or refused(*place):
            continue
        reading = _reading(line[place[0] : place[1]], calendar, is_led=True)
        if reading:
            return LineDay(_opening(line, tokens, lead), end, place[0], reading)
    return None


def _review_lead(tokens: Sequence[Token], first: int) -> int | None:
    """Return where `to be reviewed by` begins before a day, or None where it does not stand."""
    texts = [token.text.casefold() for token in tokens[:first]]
    if texts and texts[-1] in {*LEADS, *AFTER_LEAD}:
        texts.pop()
    if not texts or texts[-1] not in {"review", "reviewed"}:
        return None
    at = len(texts) - 1
    if texts[at] == "reviewed" and texts[:at][-2:] == ["to", "be"]:
        return at - 2
    before = texts[at - 1] if at else ""
    return None if before in GOVERNING | {"will", "shall", "must", "should", "may", "can"} else at
