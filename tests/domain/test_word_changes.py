"""Two texts as one, word by word: nothing is lost, and what changed is what a reader would name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lfjb_desk.domain.common.word_changes import Fate, WordRun, word_changes

TEXTS = st.text(alphabet="ab \n.,-\N{EM DASH}", max_size=40)


def fate_of(before: str, after: str, fate: Fate) -> list[str]:
    return [run.text for run in word_changes(before, after) if run.fate is fate]


@pytest.mark.parametrize(
    ("before", "after", "removed", "added"),
    [
        ("The board meets four times.", "The board meets six times.", ["four"], ["six"]),
        (
            "One seat each.",
            "One seat each. Empty ones are filled.",
            [],
            [" Empty ones are filled."],
        ),
        ("One seat each, or two.", "One seat each.", [", or two"], []),
        ("Five members", "five members", ["Five"], ["five"]),
        ("within 1,000 days", "within 1,500 days", ["1,000"], ["1,500"]),
        ("a five-day notice", "a ten-day notice", ["five-day"], ["ten-day"]),
        ("the same words", "the same words", [], []),
        ("", "new", [], ["new"]),
        ("old", "", ["old"], []),
        ("two  blanks", "two blanks", ["  "], [" "]),
    ],
)
def test_the_words_that_changed_are_named(
    before: str, after: str, removed: list[str], added: list[str]
) -> None:
    assert fate_of(before, after, Fate.REMOVED) == removed
    assert fate_of(before, after, Fate.ADDED) == added


def test_a_kept_word_lost_between_new_ones_is_written_anew_with_them() -> None:
    runs = word_changes("Cafcass brings a report", "Solicitors send a statement")
    assert runs == (
        WordRun("Cafcass brings a report", Fate.REMOVED),
        WordRun("Solicitors send a statement", Fate.ADDED),
    )


@given(TEXTS, TEXTS)
def test_both_texts_are_there_letter_for_letter(before: str, after: str) -> None:
    runs = word_changes(before, after)
    assert "".join(run.text for run in runs if run.fate is not Fate.ADDED) == before
    assert "".join(run.text for run in runs if run.fate is not Fate.REMOVED) == after
    assert all(run.text for run in runs)
    assert all(one.fate is not two.fate for one, two in pairwise(runs))


def test_words_are_parted_from_the_blanks_around_them() -> None:
    assert WordRun(" in full. ", Fate.ADDED).parted() == (" ", "in full.", " ")
    assert WordRun(" \n", Fate.ADDED).parted() == ("", " \n", "")


def test_a_long_clause_is_compared_at_once() -> None:
    words = [f"word{number % 400}" for number in range(3000)]
    changed = [*words[:1500], "another", *words[1500:]]
    assert fate_of(" ".join(words), " ".join(changed), Fate.ADDED) == ["another "]
