from __future__ import annotations

import ast
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.ui.widgets.form.dates import DayFault, Looking, read_day, understand_day
from lfjb_desk.ui.widgets.form.fields import Field, FieldKind, FieldView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SUNDAY = date(2026, 11, 29)
WAYS = {
    "Agreed on": "BACK",
    "Answer wanted by": "AHEAD",
    "Answered on": "BACK",
    "Back by": "AHEAD",
    "Came on": "BACK",
    "Closed on": "BACK",
    "Count progress from": "BACK",
    "Day": "AHEAD NEAR",
    "Done on": "BACK",
    "Due": "AHEAD AHEAD",
    "Ends": "AHEAD",
    "From": "NEAR NEAR NEAR",
    "In force from": "NEAR",
    "Judged on": "BACK",
    "Last day": "NEAR",
    "Last day in force": "NEAR",
    "Last day in the seat": "BACK",
    "New date of {0}": "AHEAD",
    "New due date": "AHEAD",
    "New limits from": "BACK",
    "On": "BACK BACK",
    "Put on": "BACK",
    "Restricted until": "AHEAD",
    "Review by": "AHEAD AHEAD AHEAD AHEAD AHEAD AHEAD",
    "Sheets are to be back by": "AHEAD",
    "Starts": "NEAR",
    "Until": "AHEAD",
    "Vacant since": "BACK",
}
"""Every field of a day that the program asks for, and which way it looks, once for each form."""


def date_fields() -> Iterator[tuple[str, str]]:
    """Find the fields of days in all forms: the label of each, and which way it looks."""
    for path in Path("lfjb_desk/ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield from found_in(node, node.func.id)


def found_in(call: ast.Call, name: str) -> Iterator[tuple[str, str]]:
    source = ast.unparse(call)
    dated = name == "Field" and any(ast.unparse(arg) == "FieldKind.DATE" for arg in call.args)
    if (dated and "label" not in source) or (name == "_day" and "Looking." in source):
        label = call.args[1]
        assert isinstance(label, ast.Call), source
        if isinstance(label.func, ast.Attribute) and label.func.attr == "format":
            label = label.func.value  # what is filled in afterwards
        assert isinstance(label, ast.Call), source
        ways = [
            node.attr
            for node in ast.walk(call)
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Looking"
        ]
        assert ways, f"{source} does not say which way it looks"
        yield ast.literal_eval(label.args[0]), ways[0]


def test_every_field_of_a_day_knows_which_way_it_looks() -> None:
    ways: dict[str, list[str]] = {}
    for label, way in date_fields():
        ways.setdefault(label, []).append(way)
    assert {label: " ".join(sorted(ways[label])) for label in sorted(ways)} == WAYS


@pytest.mark.parametrize(
    ("typed", "ahead", "back", "near"),
    [
        ("28 nov", None, date(2026, 11, 28), date(2026, 11, 28)),
        ("29 nov", SUNDAY, SUNDAY, SUNDAY),
        ("30/11", date(2026, 11, 30), date(2025, 11, 30), date(2026, 11, 30)),
        ("3 oct", date(2027, 10, 3), date(2026, 10, 3), date(2026, 10, 3)),
        ("1 mar", date(2027, 3, 1), date(2026, 3, 1), date(2027, 3, 1)),
        ("28/11/2025", date(2025, 11, 28), date(2025, 11, 28), date(2025, 11, 28)),
        ("fri", date(2026, 12, 4), date(2026, 11, 27), date(2026, 11, 27)),
        ("last fri", date(2026, 11, 27), date(2026, 11, 27), date(2026, 11, 27)),
        ("end of January", date(2027, 1, 31), date(2026, 1, 31), date(2027, 1, 31)),
        ("mid November", None, date(2026, 11, 15), date(2026, 11, 15)),
        ("the 21st", date(2026, 12, 21), date(2026, 11, 21), date(2026, 11, 21)),
        ("-2w", date(2026, 11, 15), date(2026, 11, 15), date(2026, 11, 15)),
        ("2 weeks ago", date(2026, 11, 15), date(2026, 11, 15), date(2026, 11, 15)),
        ("yesterday", date(2026, 11, 28), date(2026, 11, 28), date(2026, 11, 28)),
        ("21 Tachwedd", None, date(2026, 11, 21), date(2026, 11, 21)),
        ("dydd Gwener", date(2026, 12, 4), date(2026, 11, 27), date(2026, 11, 27)),
    ],
)
def test_a_day_without_its_year_lies_the_way_one_looks(
    typed: str, ahead: date | None, back: date, near: date
) -> None:
    assert read_day(typed, SUNDAY, Looking.AHEAD) == ahead
    assert read_day(typed, SUNDAY, Looking.BACK) == back
    assert read_day(typed, SUNDAY, Looking.NEAR) == near


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("31/2", DayFault.IMPOSSIBLE),
        ("30 Feb", DayFault.IMPOSSIBLE),
        ("24/13", DayFault.IMPOSSIBLE),
        ("Monday 21 January 2027", DayFault.IMPOSSIBLE),
        ("March", DayFault.VAGUE),
        ("March 26", DayFault.VAGUE),
        ("next month", DayFault.VAGUE),
        ("soon", None),
    ],
)
def test_what_is_no_day_says_why(typed: str, fault: DayFault | None) -> None:
    reading = understand_day(typed, SUNDAY)
    assert (reading.day, reading.fault) == (None, fault)


def test_a_last_day_in_a_seat_typed_the_day_after_is_this_year(qtbot: QtBot) -> None:
    last_day = Field("last_day", "Last day in the seat", FieldKind.DATE, looking=Looking.BACK)
    view = FieldView(last_day, SUNDAY)
    qtbot.addWidget(view)
    qtbot.keyClicks(view.control, "28 nov")
    assert view.answer() == date(2026, 11, 28)
    assert view.echo().text() == "Saturday 28 November 2026"
    view.give(date(2026, 12, 1))
    assert view.echo().text() == "Tuesday 1 December 2026, in the future"


@pytest.mark.parametrize("typed", ["28/11", "4 oct", "Saturday 28 November", "end of October"])
def test_where_days_to_come_are_meant_one_of_the_last_weeks_has_to_say_its_year(
    qtbot: QtBot, typed: str
) -> None:
    assert understand_day(typed, SUNDAY, Looking.AHEAD).fault is DayFault.JUST_PAST
    view = FieldView(Field("due", "Due", FieldKind.DATE, looking=Looking.AHEAD), SUNDAY)
    qtbot.addWidget(view)
    qtbot.keyClicks(view.control, typed)
    assert view.echo().text() == "Just past; write its year too"
    assert view.check() == "This day is just past; write its year too."
    qtbot.keyClicks(view.control, "/2027" if "/" in typed else " 2027")
    assert view.answer() is None if typed.startswith("Saturday") else view.answer().year == 2027
