"""Comparing figures: frequency, gaps, direction, welcome and targets."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from lfjb_desk.analysis.trends import (
    begins_at,
    direction,
    frequency_of,
    meets,
    missing_starts,
    welcome,
)
from lfjb_desk.domain.figures.figures import Polarity, Target
from lfjb_desk.domain.read_models.figures.series import Direction, Frequency
from lfjb_desk.domain.read_models.figures.status import Welcome


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), Frequency.MONTH),
        (date(2024, 1, 1), date(2024, 3, 31), Frequency.QUARTER),
        (date(2023, 4, 1), date(2024, 3, 31), Frequency.YEAR),
        (date(2024, 1, 1), date(2024, 6, 30), Frequency.OTHER),
        (date(2024, 1, 2), date(2024, 1, 31), Frequency.OTHER),
    ],
)
def test_the_length_of_a_period_gives_its_rhythm(
    start: date, end: date, expected: Frequency
) -> None:
    assert frequency_of(start, end) is expected


def test_only_a_regular_series_has_gaps() -> None:
    held = [date(2023, 10, 1), date(2024, 4, 1)]
    assert missing_starts(Frequency.QUARTER, held) == (date(2024, 1, 1),)
    assert missing_starts(Frequency.OTHER, held) == ()
    assert missing_starts(Frequency.QUARTER, []) == ()
    assert missing_starts(Frequency.YEAR, [date(2022, 1, 1), date(2023, 4, 1)]) == ()


def test_a_missing_figure_has_no_direction() -> None:
    assert direction(None, Decimal(1)) is Direction.UNKNOWN
    assert direction(Decimal(1), None) is Direction.UNKNOWN
    assert direction(Decimal(1), Decimal("1.0")) is Direction.SAME
    assert direction(Decimal(1), Decimal(2)) is Direction.UP


@pytest.mark.parametrize(
    ("way", "polarity", "expected"),
    [
        (Direction.DOWN, Polarity.LOWER, Welcome.BETTER),
        (Direction.UP, Polarity.LOWER, Welcome.WORSE),
        (Direction.UP, Polarity.HIGHER, Welcome.BETTER),
        (Direction.UP, Polarity.CONTEXT, Welcome.NEITHER),
        (Direction.SAME, Polarity.HIGHER, Welcome.NEITHER),
        (Direction.UNKNOWN, Polarity.HIGHER, Welcome.NEITHER),
    ],
)
def test_what_is_welcome_follows_from_which_way_is_better(
    way: Direction, polarity: Polarity, expected: Welcome
) -> None:
    assert welcome(way, polarity) is expected


@pytest.mark.parametrize(
    ("value", "low", "high", "polarity", "expected"),
    [
        (29, 26, 30, Polarity.LOWER, True),
        (20, 26, 30, Polarity.LOWER, True),
        (31, 26, 30, Polarity.LOWER, False),
        (26, 26, None, Polarity.LOWER, True),
        (60, 60, 70, Polarity.HIGHER, True),
        (59, None, 60, Polarity.HIGHER, False),
        (5, 4, 6, Polarity.CONTEXT, True),
        (7, 4, 6, Polarity.CONTEXT, False),
        (3, 4, None, Polarity.CONTEXT, False),
        (None, 4, 6, Polarity.CONTEXT, None),
        (5, None, None, Polarity.LOWER, None),
    ],
)
def test_a_target_binds_at_the_end_that_matters(
    value: int | None,
    low: int | None,
    high: int | None,
    polarity: Polarity,
    expected: bool | None,  # noqa: FBT001 - the answer itself
) -> None:
    newest, least, most = (None if end is None else Decimal(end) for end in (value, low, high))
    aim = Target(
        measure_id=uuid4(), low=least, high=most, starts=date(2026, 1, 1), source="invented"
    )
    assert meets(newest, aim, polarity) is expected


def test_a_step_begins_a_stretch_at_the_first_period_that_starts_no_earlier() -> None:
    starts = [date(2026, month, 1) for month in (1, 2, 3)]
    days = (
        date(2025, 1, 1),
        date(2026, 1, 1),
        date(2026, 1, 2),
        date(2026, 3, 1),
        date(2026, 4, 1),
    )
    assert [begins_at(starts, day) for day in days] == [None, None, 1, 2, None]
