"""Targets in words: in force when, met or not and by how much, and what limits expect."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.analysis.target_status import aim_words, by_period, in_force, status
from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.read_models.figures.narratives import Sign
from lfjb_desk.domain.read_models.figures.series import Point

BETTER = {"lower": "decrease", "higher": "increase", "context": "neutral"}
STEADY = (40, 43, 39, 42, 41, 38, 42, 40, 43, 39, 41, 42, 40, 41)


def measure(unit: str = "weeks", polarity: str = "lower", decimals: int = 0) -> Measure:
    return Measure(
        code="m",
        name="Wait",
        definition="",
        unit=unit,
        decimals=decimals,
        polarity=Polarity(polarity),
        source="invented",
    )


def target(
    low: str | None, high: str | None, starts: date = date(2020, 1, 1), ends: date | None = None
) -> Target:
    least, most = (None if end is None else Decimal(end) for end in (low, high))
    return Target(
        measure_id=uuid4(), low=least, high=most, starts=starts, ends=ends, source="board"
    )


@pytest.mark.parametrize(
    ("value", "low", "high", "about", "words", "sign"),
    [
        ("30", None, "26", measure(), "Target not met by 4 weeks", Sign.NOT_MET),
        ("27", None, "26", measure(), "Target not met by 1 week", Sign.NOT_MET),
        ("26.2", None, "26", measure(), "Target not met by less than 1 week", Sign.NOT_MET),
        ("26", None, "26", measure(), "Target met", Sign.MET),
        ("28", "26", "30", measure(), "Within the range 26 to 30 weeks", Sign.MET),
        ("24", "26", "30", measure(), "Target met", Sign.MET),
        ("33", "26", "30", measure(), "Target not met by 3 weeks", Sign.NOT_MET),
        (
            "57",
            "60",
            "70",
            measure("%", "higher"),
            "Target not met by 3 percentage points",
            Sign.NOT_MET,
        ),
        (
            "59",
            "60",
            None,
            measure("%", "higher"),
            "Target not met by 1 percentage point",
            Sign.NOT_MET,
        ),
        ("65", "60", "70", measure("%", "higher"), "Within the range 60 to 70%", Sign.MET),
        ("0.96", "1", None, measure("ratio", "higher", 2), "Target not met by 0.04", Sign.NOT_MET),
        ("9", "4", "6", measure("cases", "context"), "Target not met by 3 cases", Sign.NOT_MET),
        ("1", "4", "6", measure("cases", "context"), "Target not met by 3 cases", Sign.NOT_MET),
    ],
)
def test_a_figure_stands_against_its_target_in_words_and_a_symbol(
    value: str, low: str | None, high: str | None, about: Measure, words: str, sign: Sign
) -> None:
    said = status(Decimal(value), target(low, high), about)
    assert (said.words, said.sign, said.met) == (words, sign, sign is Sign.MET)
    assert said.outlook == ()


def test_without_target_or_figure_nobody_can_say() -> None:
    assert status(Decimal(5), None, measure()).words == "No target set"
    said = status(None, target(None, "26"), measure())
    assert (said.words, said.sign, said.met) == ("No figure", Sign.NO_FIGURE, None)
    assert aim_words(measure(), None, Decimal(5)) == ""
    assert aim_words(measure(), target(None, "26"), None) == ""


@pytest.mark.parametrize(
    ("value", "low", "high", "polarity", "said"),
    [
        ("25", None, "26", "lower", "The target of at most 26 weeks is met."),
        (
            "33",
            "26",
            "30",
            "lower",
            "The target of 26 to 30 weeks is not met: the figure is 3 weeks above it.",
        ),
        (
            "20",
            "26",
            "30",
            "higher",
            "The target of 26 to 30 weeks is not met: the figure is 6 weeks below it.",
        ),
        (
            "20",
            "26",
            "30",
            "context",
            "The target of 26 to 30 weeks is not met: the figure is 6 weeks below it.",
        ),
    ],
)
def test_a_sentence_says_whether_the_target_is_met(
    value: str, low: str | None, high: str | None, polarity: str, said: str
) -> None:
    assert aim_words(measure(polarity=polarity), target(low, high), Decimal(value)) == said


@pytest.mark.parametrize(
    ("low", "high", "polarity", "outlook"),
    [
        (None, "26", "lower", ("the target of at most 26 weeks will not be met.",)),
        (None, "60", "lower", ("the target of at most 60 weeks will be met.",)),
        (
            None,
            "41",
            "lower",
            ("the target of at most 41 weeks will be met at times and missed at times.",),
        ),
        (
            "26",
            "41",
            "lower",
            (
                "figures will stay at or above 26 weeks.",
                "figures will at times be at or below 41 weeks.",
            ),
        ),
        (
            "60",
            "70",
            "higher",
            (
                "figures will stay below 60 weeks.",
                "figures will stay at or below 70 weeks.",
            ),
        ),
    ],
)
def test_limits_say_what_to_expect_of_a_target_while_nothing_changes(
    low: str | None, high: str | None, polarity: str, outlook: tuple[str, ...]
) -> None:
    aim, about = target(low, high), measure(polarity=polarity)
    chart = xmr.chart(STEADY, direction=BETTER[polarity], target=(aim.low, aim.high))
    said = status(Decimal(41), aim, about, chart).outlook
    assert said == tuple(f"While nothing changes, {words}" for words in outlook)


def test_trial_limits_promise_nothing_about_a_target() -> None:
    aim = target(None, "26")
    chart = xmr.chart(STEADY[:12], direction="decrease", target=(None, 26))
    assert status(Decimal(41), aim, measure(), chart).outlook == ()


def test_without_a_direction_a_single_figure_promises_nothing() -> None:
    aim = target("26", "26")
    chart = xmr.chart(STEADY, direction="neutral", target=26)
    assert status(Decimal(41), aim, measure(polarity="context"), chart).outlook == ()


def test_the_target_in_force_changes_with_time_and_the_own_one_goes_first() -> None:
    area = uuid4()
    old = target(None, "30", date(2014, 1, 1), date(2023, 12, 31))
    new = target(None, "26", date(2024, 1, 1))
    own = target(None, "35", date(2025, 4, 1))
    own.area_id = area
    elsewhere = target(None, "50", date(2025, 4, 1))
    elsewhere.area_id = uuid4()
    aims = [old, new, own, elsewhere]
    assert in_force(aims, area, date(2013, 1, 1)) is None
    assert in_force(aims, area, date(2023, 12, 31)) is old
    assert in_force(aims, area, date(2025, 6, 30)) is own
    assert in_force(aims, None, date(2025, 6, 30)) is new
    points = [
        Point(date(year, 1, 1), date(year, 12, 31), str(year), Decimal(30))
        for year in (2013, 2023, 2024, 2025)
    ]
    assert by_period(aims, area, points) == (None, old, new, own)
