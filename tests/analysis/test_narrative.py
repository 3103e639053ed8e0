"""Sentences about figures."""

from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.analysis import sentences
from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.read_models.figures.series import Frequency

SHARE = Measure(
    code="share",
    name="Done in time",
    definition="",
    unit="%",
    polarity=Polarity.HIGHER,
    source="invented",
)


def target(low: int | None, high: int | None) -> Target:
    ends = [None if one is None else Decimal(one) for one in (low, high)]
    return Target(
        measure_id=SHARE.id, low=ends[0], high=ends[1], starts=date(2026, 1, 1), source="x"
    )


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (60, 70, "60 to 70%"),
        (60, None, "at least 60%"),
        (None, 70, "at least 70%"),
        (60, 60, "60%"),
    ],
)
def test_a_target_is_said_by_its_ends(low: int | None, high: int | None, words: str) -> None:
    assert sentences.target_words(target(low, high), SHARE) == words


def test_a_movement_is_told_with_what_is_welcome_and_no_cause() -> None:
    said = sentences.movement_words(SHARE, Frequency.MONTH, Decimal(40), Decimal(36))
    assert said == "Down from 40% the month before, which is worse."
    usual = sentences.movement_words(SHARE, Frequency.MONTH, Decimal(40), Decimal(36), usual=True)
    assert usual == "Down from 40% the month before."
    same = sentences.movement_words(SHARE, Frequency.YEAR, Decimal(40), Decimal(40))
    assert same == "The same as the year before."
    assert sentences.movement_words(SHARE, Frequency.YEAR, None, Decimal(40)) == ""


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert sentences.peer_words(SHARE, "England", "2026", None) == ""


def test_which_way_is_better_is_said_in_words() -> None:
    assert sentences.polarity_words(Polarity.HIGHER) == "higher is better"
    assert sentences.polarity_words(Polarity.CONTEXT) == "neither way is better"
