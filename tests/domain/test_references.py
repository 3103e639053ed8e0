"""References with a letter that checks them, and days in people's own words."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from lfjb_desk.domain.common.references import (
    check_letter,
    checked_reference,
    plain_dashes,
    read_reference,
    references_in,
)
from lfjb_desk.domain.common.written_days import written_day
from lfjb_desk.domain.formatting import long_date, weekday_date

REFS = [f"{area}-A-{number:03}" for area in ("ESST", "ELON") for number in range(1, 1200, 7)]


def test_a_reference_reads_back_in_any_hyphen_and_in_small_letters() -> None:
    for ref in REFS:
        whole = checked_reference(ref)
        for text in (whole, whole.lower(), whole.replace("-", "\u2011"), f" {whole}\u00a0"):
            assert read_reference(text) == ref


def test_one_wrong_digit_is_always_found() -> None:
    for ref in REFS:
        letter = check_letter(ref)
        for at, sign in enumerate(ref):
            if sign.isdigit():
                others = [f"{ref[:at]}{other}{ref[at + 1 :]}" for other in "0123456789"]
                assert all(check_letter(o) != letter for o in others if o != ref)


def test_two_digits_that_changed_places_are_always_found() -> None:
    for ref in REFS:
        for at in range(len(ref) - 1):
            swapped = f"{ref[:at]}{ref[at + 1]}{ref[at]}{ref[at + 2 :]}"
            if ref[at : at + 2].isdigit() and swapped != ref:
                assert check_letter(swapped) != check_letter(ref)


@pytest.mark.parametrize(
    "text",
    [
        *("", "ESST-A-001", "ESST-A-001-H", "ESST-A-001-GG", "XESST-A-01-G", "ESST-B-001-G"),
        *("ESST-A-001-G or so", "ESST-A-001-G ESST-A-002-Q", "ESST A 001 G", "A-001-G"),
    ],
)
def test_what_is_not_one_whole_reference_is_none(text: str) -> None:
    assert read_reference(text) == ""


def test_references_in_a_text_stand_where_they_are_found() -> None:
    text = plain_dashes("See ESST\u2011A\u2011001\u2011G, and esst-a-002.")
    found = list(references_in(text))
    assert [(each.ref, each.is_checked, each.has_letter) for each in found] == [
        ("ESST-A-001", True, True),
        ("ESST-A-002", False, False),
    ]
    assert text[found[0].start : found[0].end] == "ESST-A-001-G"


def test_every_day_that_the_desk_writes_is_read_back() -> None:
    for number in range(0, 800, 13):
        day = date(2026, 1, 1) + timedelta(days=number)
        numbered = f"{day.day}/{day.month}/{day.year}"
        for text in (long_date(day), weekday_date(day), day.isoformat(), numbered):
            assert written_day(text) == day


def test_words_at_random_are_never_taken_for_a_day() -> None:
    random = Random(3)  # noqa: S311 - chance, not secrecy
    pieces = ("12", "1", "2027", "27", "January", "Jan", "/", "-", " ", "soon", "March", "of", "31")
    for _ in range(3_000):
        text = "".join(random.choices(pieces, k=random.randrange(1, 7)))
        day = written_day(text)
        if day is not None:
            assert str(day.year) in text
            assert str(day.day) in text
