from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lfjb_desk.ui.pages.meetings.minuting.reading.entry_parser import Settled, read_entry
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import ChipKind, Doubt, EntryKind
from lfjb_desk.ui.pages.meetings.minuting.reading.names import (
    Begun,
    Named,
    Names,
    begun_name,
    matching,
)

DAY = date(2026, 12, 3)
NEXT = date(2027, 3, 11)
HELEN = Named(uuid4(), "Helen Marsh", "Suffolk County Council")
HENRY = Named(uuid4(), "Henry Adeyemi", "Colne Chambers")
TOM = Named(uuid4(), "Tom Aldous", "HMCTS")
MON = Named(uuid4(), "Cai Môn", "Cafcass")
CAFCASS = Named(uuid4(), "Cafcass")
COUNCIL = Named(uuid4(), "Suffolk County Council")
PIECES = st.sampled_from(
    [
        *(
            "@tom",
            "@Helen Marsh",
            "@he",
            "@@Cafcass",
            "and",
            ",",
            "to",
            "send",
            "list",
            "of",
            "cases",
        ),
        *(
            "by",
            "due",
            "before",
            "since",
            "over",
            "26 weeks",
            "fri",
            "21/1",
            "31/2",
            "1 April",
            ".",
        ),
        *("next meeting", "in two weeks", "+2w", "end of January", "March", "who", "sat", "(", ")"),
        *("the", "on", "Monday", "\n", "-", "Tom's", "@Tom Aldous's", "24/7", "no later than"),
    ]
)
NAMES = Names((HELEN, HENRY, TOM, MON), (CAFCASS, COUNCIL))


def test_plain_words_are_a_note_with_names_written_out() -> None:
    entry = read_entry(" @tom said 96% of days are used.\nTwo rooms close.", NAMES, DAY, NEXT)
    assert entry.kind is EntryKind.NOTE
    assert entry.text == "Tom Aldous said 96% of days are used.\nTwo rooms close."


def test_an_action_has_an_owner_a_body_and_a_date() -> None:
    line = "/a Send the list of cases @Helen Marsh @@Cafcass +2w"
    entry = read_entry(line, NAMES, DAY, NEXT)
    assert (entry.kind, entry.text) == (EntryKind.ACTION, "Send the list of cases")
    assert (entry.owner, entry.body, entry.due) == (HELEN, CAFCASS, date(2026, 12, 17))
    assert not entry.at_next_meeting


def test_an_action_without_a_date_is_due_at_the_next_meeting() -> None:
    entry = read_entry("/a Send the list", NAMES, DAY, NEXT)
    assert (entry.due, entry.at_next_meeting) == (NEXT, True)
    none = read_entry("/a Send the list", NAMES, DAY, None)
    assert (none.due, none.at_next_meeting) == (None, False)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("today", DAY),
        ("tomorrow", date(2026, 12, 4)),
        ("+14", date(2026, 12, 17)),
        ("2w", date(2026, 12, 17)),
        ("fri", date(2026, 12, 4)),
        ("next fri", date(2026, 12, 11)),
        ("21/12", date(2026, 12, 21)),
        ("21 dec", date(2026, 12, 21)),
        ("Sunday 21 November 2027", date(2027, 11, 21)),
        ("eom", date(2026, 12, 31)),
        ("next meeting", NEXT),
        ("by fri", date(2026, 12, 4)),
        ("due on sat", date(2026, 12, 5)),
        ("by Friday.", date(2026, 12, 4)),
    ],
)
def test_a_date_at_the_end_is_the_due_date_and_leaves_the_words(typed: str, due: date) -> None:
    entry = read_entry(f"/a Send the list {typed}", NAMES, DAY, NEXT)
    assert entry.due == due
    assert entry.text == "Send the list"


@pytest.mark.parametrize("words", ["Give the list to Tom", "Ask who sat", "Meet in the sun"])
def test_a_word_that_only_looks_like_a_day_stays(words: str) -> None:
    entry = read_entry(f"/a {words}", NAMES, DAY, NEXT)
    assert (entry.text, entry.due) == (words, NEXT)


def test_a_name_at_the_start_gives_the_action_to_its_owner() -> None:
    entry = read_entry("/action @tom to send the list to @Helen Marsh fri", NAMES, DAY, NEXT)
    assert (entry.owner, entry.text) == (TOM, "Send the list to Helen Marsh")


def test_a_name_that_fits_several_is_asked_about() -> None:
    entry = read_entry("/a Send the list @he", NAMES, DAY, NEXT)
    assert (entry.owner, entry.unknown) == (None, "@he")


def test_an_address_is_not_a_name() -> None:
    entry = read_entry("/a Write to board@example.org", NAMES, DAY, NEXT)
    assert (entry.text, entry.unknown) == ("Write to board@example.org", "")


def test_a_decision_keeps_its_words_and_knows_when_it_is_reviewed() -> None:
    entry = read_entry("/d Hearings are listed in Ipswich, review by 31/3", NAMES, DAY, NEXT)
    assert entry.kind is EntryKind.DECISION
    assert (entry.text, entry.due) == ("Hearings are listed in Ipswich", date(2027, 3, 31))
    plain = read_entry("/d Hearings are listed by fri", NAMES, DAY, NEXT)
    assert (plain.text, plain.due) == ("Hearings are listed by fri", None)


def test_a_name_being_typed_is_found_at_the_cursor() -> None:
    assert begun_name("/a Send it @he") == Begun("@", "he", 11)
    assert begun_name("(@@Caf") == Begun("@@", "Caf", 1)
    assert begun_name("@") == Begun("@", "", 0)
    assert begun_name("board@example") is None
    assert begun_name("nothing here") is None


def test_names_match_by_any_word_and_without_accents() -> None:
    assert matching(Begun("@", "he", 0), NAMES) == [HELEN, HENRY]
    assert matching(Begun("@", "ald", 0), NAMES) == [TOM]
    assert matching(Begun("@", "mon", 0), NAMES) == [MON]
    assert matching(Begun("@@", "s", 0), NAMES) == [COUNCIL]
    assert matching(Begun("@", "helen marsh ", 0), NAMES) == []


LINE = "/a @tom to list cases issued before the move by 21 Jan"


def turned(line: str, kind: ChipKind) -> Settled:
    """Return what the user has said once a chip of a line is turned back into words."""
    return Settled(frozenset(span for span in chips(line) if span[0] is kind))


def test_each_chip_says_where_in_the_line_it_was_typed() -> None:
    spans = {kind: LINE[since:until] for kind, (since, until) in chips(LINE)}
    assert spans == {ChipKind.OWNER: "@tom", ChipKind.DATE: "by 21 Jan"}


def chips(line: str) -> tuple[tuple[ChipKind, tuple[int, int]], ...]:
    return read_entry(line, NAMES, DAY, NEXT).spans


def test_a_date_that_is_turned_back_is_words_again_and_the_desk_puts_its_own_in() -> None:
    entry = read_entry(LINE, NAMES, DAY, NEXT, turned(LINE, ChipKind.DATE))
    assert entry.text == "List cases issued before the move by 21 Jan"
    assert (entry.owner, entry.due, entry.is_due_by_desk) == (TOM, NEXT, True)


def test_an_owner_that_is_turned_back_is_a_name_in_the_text() -> None:
    entry = read_entry(LINE, NAMES, DAY, NEXT, turned(LINE, ChipKind.OWNER))
    assert entry.text == "Tom Aldous to list cases issued before the move"
    assert (entry.owner, entry.owners) == (None, (TOM,))


@pytest.mark.parametrize(
    ("line", "kind", "text", "owner", "due"),
    [
        ("/a List it @tom by 21 Jan", ChipKind.DATE, "List it by 21 Jan", TOM, NEXT),
        ("/a List it 21/1 @tom", ChipKind.DATE, "List it 21/1", TOM, NEXT),
        ("/a List it fri @tom", ChipKind.OWNER, "List it Tom Aldous", None, date(2026, 12, 4)),
        ("/a List it @tom fri", ChipKind.OWNER, "List it Tom Aldous", None, date(2026, 12, 4)),
    ],
)
def test_a_chip_that_is_turned_back_leaves_the_others_standing(
    line: str, kind: ChipKind, text: str, owner: Named | None, due: date
) -> None:
    entry = read_entry(line, NAMES, DAY, NEXT, turned(line, kind))
    assert (entry.text, entry.owner, entry.due) == (text, owner, due)


def test_a_day_that_is_none_stays_words_once_the_user_says_so() -> None:
    line = "/a Send the list 31/2"
    assert read_entry(line, NAMES, DAY, NEXT).doubts == (Doubt.IMPOSSIBLE,)
    entry = read_entry(line, NAMES, DAY, NEXT, turned(line, ChipKind.DATE))
    assert (entry.text, entry.due, entry.doubts) == ("Send the list 31/2", NEXT, ())


def test_of_two_people_the_one_chosen_owns_it_and_both_stay_in_the_text() -> None:
    line = "/a @tom and @Helen Marsh to agree a list fri"
    assert read_entry(line, NAMES, DAY, NEXT).doubts == (Doubt.OWNER,)
    entry = read_entry(line, NAMES, DAY, NEXT, Settled(owner=HELEN.id))
    assert (entry.owner, entry.doubts) == (HELEN, ())
    assert entry.text == "Tom Aldous and Helen Marsh to agree a list"


def test_of_two_days_the_one_chosen_counts_and_both_stay_in_the_text() -> None:
    line = "/a Send drafts by 21 Jan and finals by 4 Feb"
    asked = read_entry(line, NAMES, DAY, NEXT)
    assert (asked.doubts, asked.days) == ((Doubt.DATE,), (date(2027, 1, 21), date(2027, 2, 4)))
    entry = read_entry(line, NAMES, DAY, NEXT, Settled(due=date(2027, 2, 4)))
    assert (entry.due, entry.doubts) == (date(2027, 2, 4), ())
    assert entry.text == "Send drafts by 21 Jan and finals by 4 Feb"


@given(st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from(["/a", "/d"]))
def test_no_word_leaves_the_text_unless_a_chip_stands_on_it(words: str, kind: str) -> None:
    line = f"{kind} {words}"
    entry = read_entry(line, NAMES, DAY, NEXT)
    left = line
    for _, (since, until) in entry.spans:
        left = left[:since] + "\0" * (until - since) + left[until:]
    # What joins two names leaves with their chips, as `@tom and @tom` does.
    left = re.sub(r"(?<=\0)\s*(?:(?:and|or|&|,)\s*)+(?=\0)", " ", left)
    kept = re.findall(r"[^\s@,;:.()\0-]+", left)[1:]
    recorded = entry.text
    if kept[:1] == ["to"]:  # leads an owner, and leaves with the chip
        kept = kept[1:]
    for word in kept:
        at = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", recorded, re.IGNORECASE)
        assert at is not None, (line, entry)
        recorded = recorded[at.start() :]
