"""The text of calendar files, by the examples of RFC 5545 and by words that are hard to carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lfjb_desk.domain.common.visible import visible
from lfjb_desk.services.meetings.calendar_text import escaped, folded, in_quotes
from tests.services.meetings.calendar_reading import Property


def test_a_text_is_written_as_the_standard_shows() -> None:
    said = "Project XYZ Final Review\nConference Room - 3B\nCome Prepared."
    assert escaped(said) == r"Project XYZ Final Review\nConference Room - 3B\nCome Prepared."
    assert escaped("Room 1, left; C:\\plans") == r"Room 1\, left\; C:\\plans"


@pytest.mark.parametrize("letter", ["a", "ü", "€", "\U0001f600"])
def test_a_long_line_is_folded_between_letters(letter: str) -> None:
    line = "DESCRIPTION:" + letter * 200
    parts = folded(line).split("\r\n ")
    assert "".join(parts) == line
    sizes = [len(parts[0].encode()), *(1 + len(part.encode()) for part in parts[1:])]
    assert max(sizes) <= 75
    assert min(sizes[:-1]) > 75 - 4


def test_a_line_of_75_octets_is_left_whole() -> None:
    assert folded("x" * 75) == "x" * 75
    assert folded("x" * 76) == "x" * 75 + "\r\n x"


def test_a_name_in_a_parameter_loses_what_would_end_it() -> None:
    assert in_quotes('Ann "Annie" Lee;X=1:y\r\nATTENDEE:z') == (
        "\"Ann 'Annie' Lee;X=1:y ATTENDEE:z\""
    )


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_any_words_come_back_as_they_look(words: str) -> None:
    assert Property("SUMMARY", {}, escaped(words)).text == visible(words)
