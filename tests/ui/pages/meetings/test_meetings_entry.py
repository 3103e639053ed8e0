from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from lfjb_desk.ui.pages.meetings.minuting.entry_parser import (
    Begun,
    EntryKind,
    Named,
    Names,
    begun_name,
    matching,
    read_entry,
)

DAY = date(2026, 12, 3)
NEXT = date(2027, 3, 11)
HELEN = Named(uuid4(), "Helen Marsh", "Suffolk County Council")
HENRY = Named(uuid4(), "Henry Adeyemi", "Colne Chambers")
TOM = Named(uuid4(), "Tom Aldous", "HMCTS")
MON = Named(uuid4(), "Cai Môn", "Cafcass")
CAFCASS = Named(uuid4(), "Cafcass")
COUNCIL = Named(uuid4(), "Suffolk County Council")
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
        ("tom", date(2026, 12, 4)),
        ("+14", date(2026, 12, 17)),
        ("2w", date(2026, 12, 17)),
        ("fri", date(2026, 12, 4)),
        ("next fri", date(2026, 12, 11)),
        ("21/12", date(2026, 12, 21)),
        ("21 dec", date(2026, 12, 21)),
        ("Friday 21 November 2027", date(2027, 11, 21)),
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
