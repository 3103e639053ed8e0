"""Words in a chart: no line strikes them out, and no year is broken under its places."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lfjb_desk.domain.blocks import Chart, ChartSeries, SeriesKind
from lfjb_desk.word.writing.axis_labels import axis_labels
from lfjb_desk.word.writing.label_places import LABEL_CM, flag_depths, flag_side, value_side

PLACES = 16


def chart_of(*values: str, lines: tuple[str, ...] = (), flags: tuple[int, ...] = ()) -> Chart:
    numbers = tuple(map(Decimal, values))
    reference = tuple(
        ChartSeries(f"Limit {level}", (Decimal(level),) * len(numbers), SeriesKind.LIMIT)
        for level in lines
    )
    return Chart(
        title="Weeks",
        alt="Line chart",
        categories=tuple(f"{2022 + n // 4} Q{n % 4 + 1}" for n in range(len(numbers))),
        series=(ChartSeries("Essex", numbers), *reference),
        unit="weeks",
        height_cm=6.2,
        flags=tuple((place, f"ESST-A-{place:03}") for place in flags),
    )


def test_the_newest_figure_stands_off_the_line_that_comes_to_it_and_off_the_average() -> None:
    rising = chart_of("60", "61", "60", "62", "91")
    assert value_side(rising) == "t"
    falling = chart_of("60", "62", "61", "62", "40", lines=("30",))
    assert value_side(falling) == "b"
    average_above = chart_of("60", "60", "60", "60", "60", lines=("61.5", "90", "30"))
    assert value_side(average_above) == "b"
    dropped_to_the_foot = chart_of("60", "62", "61", "62", "40")
    assert value_side(dropped_to_the_foot) == "r", "neither under the foot nor on the falling line"


def test_the_newest_figure_makes_way_for_the_line_of_its_flag() -> None:
    level = chart_of("60", "50", "55", "57", "58", lines=("30",), flags=(4,))
    assert value_side(level) == "b"
    assert value_side(replace(level, flags=())) == "t"


@pytest.mark.parametrize("limit", ["96", "97", "98", "99", "100"])
def test_no_limit_strikes_out_the_name_of_a_flag(limit: str) -> None:
    made = chart_of(*["60"] * PLACES, lines=(limit, "20"), flags=(13,))
    ((place, depth),) = flag_depths(made)
    assert place == 13
    label = LABEL_CM / (made.height_cm * 0.775)
    assert abs(made.axis.height(Decimal(limit)) - (1 - depth)) >= label / 2


def test_flags_that_stand_near_have_lines_of_their_own_and_far_ones_share_the_top() -> None:
    made = chart_of(*["60"] * PLACES, lines=("120", "0"), flags=(2, 4, 12))
    first, second, last = (depth for _, depth in flag_depths(made))
    assert first == last
    assert second > first
    assert [flag_side(made, place) for place, _ in made.flags] == ["r", "r", "l"]


def test_a_year_of_one_quarter_is_written_short_and_never_broken() -> None:
    quarters = ["2022 Q4", *(f"{2023 + n // 4} Q{n % 4 + 1}" for n in range(15))]
    under = [row[0] for row in axis_labels(tuple(quarters)).cells]
    assert under[0] == "\N{RIGHT SINGLE QUOTATION MARK}22"
    assert [year for year in under[1:] if year] == ["2023", "2024", "2025", "2026"]
    financial = ["2022-23 Q4", *(f"{2023 + n // 4}-{24 + n // 4} Q{n % 4 + 1}" for n in range(15))]
    under = [row[0] for row in axis_labels(tuple(financial)).cells]
    assert (under[0] or "").strip() == "", "a financial year would not be clear by two digits"
    assert under[1] == "2023-24"
