"""Targets in words: in force when, met or not and by how much, and what limits expect."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.analysis.target_status import (
    aim_words,
    by_period,
    in_force,
    outlook_words,
    verdict_words,
)
from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.read_models.figures.series import Point, Series
from lfjb_desk.domain.read_models.figures.status import TargetVerdict
from tests.analysis.invented_series import invented
from tests.analysis.restating import restated

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


def series(about: Measure, aim: Target | None, value: str | None) -> Series:
    """Return a series whose newest figure, the only one, is set against a target."""
    point = replace(invented(0).points[0], value=None if value is None else Decimal(value))
    return restated(invented(0), measure=about, target=aim, points=(point,), control=None)


@pytest.mark.parametrize(
    ("value", "low", "high", "about", "words", "verdict"),
    [
        ("30", None, "26", measure(), "Target not met by 4 weeks", TargetVerdict.NOT_MET),
        ("27", None, "26", measure(), "Target not met by 1 week", TargetVerdict.NOT_MET),
        (
            "26.2",
            None,
            "26",
            measure(),
            "Target not met by less than 1 week",
            TargetVerdict.NOT_MET,
        ),
        ("26", None, "26", measure(), "Target met", TargetVerdict.MET),
        ("28", "26", "30", measure(), "Within the range 26 to 30 weeks", TargetVerdict.MET),
        ("24", "26", "30", measure(), "Target met", TargetVerdict.MET),
        ("33", "26", "30", measure(), "Target not met by 3 weeks", TargetVerdict.NOT_MET),
        (
            "57",
            "60",
            "70",
            measure("%", "higher"),
            "Target not met by 3 percentage points",
            TargetVerdict.NOT_MET,
        ),
        (
            "59",
            "60",
            None,
            measure("%", "higher"),
            "Target not met by 1 percentage point",
            TargetVerdict.NOT_MET,
        ),
        (
            "65",
            "60",
            "70",
            measure("%", "higher"),
            "Within the range 60% to 70%",
            TargetVerdict.MET,
        ),
        (
            "0.96",
            "1",
            None,
            measure("ratio", "higher", 2),
            "Target not met by 0.04",
            TargetVerdict.NOT_MET,
        ),
        (
            "9",
            "4",
            "6",
            measure("cases", "context"),
            "Target not met by 3 cases",
            TargetVerdict.NOT_MET,
        ),
        (
            "1",
            "4",
            "6",
            measure("cases", "context"),
            "Target not met by 3 cases",
            TargetVerdict.NOT_MET,
        ),
    ],
)
def test_a_figure_stands_against_its_target_in_words_and_a_symbol(
    value: str,
    low: str | None,
    high: str | None,
    about: Measure,
    words: str,
    verdict: TargetVerdict,
) -> None:
    stands = series(about, target(low, high), value)
    assert (verdict_words(stands), stands.status.target) == (words, verdict)


def test_without_target_or_figure_nobody_can_say() -> None:
    aimless, missing = series(measure(), None, "5"), series(measure(), target(None, "26"), None)
    assert (verdict_words(aimless), aim_words(aimless)) == ("", "")
    assert aimless.status.target is TargetVerdict.NO_TARGET
    assert (verdict_words(missing), aim_words(missing)) == ("No figure", "")
    assert missing.status.target is TargetVerdict.NO_FIGURE


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
    assert aim_words(series(measure(polarity=polarity), target(low, high), value)) == said


def steadily(aim: Target, polarity: str, figures: int = len(STEADY)) -> Series:
    """Return a series of steady figures, about 41, with a target."""
    values = STEADY[:figures]
    found = next(each for each in map(invented, range(200)) if len(each.points) >= figures)
    points = tuple(
        replace(point, value=Decimal(value))
        for point, value in zip(found.points, values, strict=False)
    )
    chart = xmr.chart(values, direction=BETTER[polarity], target=(aim.low, aim.high))
    about = measure(polarity=polarity)
    return restated(found, measure=about, target=aim, points=points, control=chart, steps=())


@pytest.mark.parametrize(
    ("low", "high", "polarity", "outlook"),
    [
        (
            None,
            "26",
            "lower",
            "While nothing changes, the target of at most 26 weeks will not be met.",
        ),
        (None, "60", "lower", "While nothing changes, the target of at most 60 weeks will be met."),
        (
            None,
            "41",
            "lower",
            (
                "While nothing changes, the target of at most 41 weeks "
                "will be met at times and missed at times."
            ),
        ),
        # The lower limit is 34.0 and the line near it 36.3: only a rare figure lies between.
        (
            None,
            "35",
            "lower",
            "No figure of the last {periods} meets the target of at most 35 weeks.",
        ),
        (
            None,
            "47",
            "lower",
            "Every figure of the last {periods} meets the target of at most 47 weeks.",
        ),
        (
            "47",
            None,
            "higher",
            "No figure of the last {periods} meets the target of at least 47 weeks.",
        ),
        # Of a range the end that binds decides: the upper one where less is better.
        (
            "26",
            "41",
            "lower",
            (
                "While nothing changes, the target of 26 to 41 weeks "
                "will be met at times and missed at times."
            ),
        ),
        (
            "60",
            "70",
            "higher",
            "While nothing changes, the target of 60 to 70 weeks will not be met.",
        ),
        (
            "26",
            "35",
            "context",
            "No figure of the last {periods} meets the target of 26 to 35 weeks.",
        ),
    ],
)
def test_limits_say_what_to_expect_of_a_target_while_nothing_changes(
    low: str | None, high: str | None, polarity: str, outlook: str
) -> None:
    found = steadily(target(low, high), polarity)
    periods = f"{len(STEADY)} {found.series_key.frequency.noun}s"
    assert outlook_words(found) == outlook.format(periods=periods)


def test_a_target_that_no_figure_met_is_not_said_to_be_met_at_times() -> None:
    best = min(STEADY)
    nearly = target(None, str(Decimal(str(best)) - Decimal("0.1")))
    periods = len(STEADY)
    found = steadily(nearly, "lower")
    said = outlook_words(found)
    noun = found.series_key.frequency.noun
    assert said.startswith(f"No figure of the last {periods} {noun}s meets the target of at most")
    worst = target(None, str(max(STEADY)))
    assert "at times" not in outlook_words(steadily(worst, "lower"))


def test_trial_limits_promise_nothing_about_a_target() -> None:
    assert outlook_words(steadily(target(None, "26"), "lower", figures=12)) == ""


def test_without_a_direction_a_single_figure_is_held_to_on_either_side() -> None:
    assert outlook_words(steadily(target("26", "26"), "context")) == (
        "While nothing changes, the target of 26 weeks will not be met."
    )


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
