"""Sentences about figures."""

from decimal import Decimal

from lfjb_desk.analysis import sentences
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.read_models.figures.series import Frequency

SHARE = Measure(
    code="share",
    name="Done in time",
    definition="",
    unit="%",
    polarity=Polarity.HIGHER,
    source="invented",
)


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
