from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from lfjb_desk.domain.formatting import fold
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, FieldView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 23)
PEOPLE = (
    Choice("h", "Helen Marsh", "Suffolk County Council"),
    Choice("m", "Môn Jones", "HMCTS"),
    Choice("t", "Tom Marsh", "Cafcass"),
)


def shown(qtbot: QtBot, field: Field) -> FieldView:
    view = FieldView(field, TODAY)
    qtbot.addWidget(view)
    view.show()
    return view


def test_words_are_found_without_their_accents_and_case() -> None:
    assert fold("Ynys MÔN") == "ynys mon"


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("helen", "h"),
        ("mon", "m"),
        ("cafcass", "t"),
        ("Tom Marsh", "t"),
        ("marsh", None),
        ("", None),
    ],
)
def test_a_choice_is_found_by_any_part_that_only_it_has(
    qtbot: QtBot, typed: str, chosen: str | None
) -> None:
    view = shown(qtbot, Field("who", "Owner", FieldKind.CHOICE, choices=PEOPLE))
    box = view.control
    assert isinstance(box, QComboBox)
    box.setEditText(typed)
    assert view.answer() == chosen
    unclear = bool(typed) and chosen is None
    assert (view.check() == "“marsh” is more than one of the choices.") is unclear


def test_what_is_typed_and_not_found_is_said_at_once(qtbot: QtBot) -> None:
    view = shown(qtbot, Field("who", "Owner", FieldKind.CHOICE, choices=PEOPLE))
    assert not view.echo().isVisible()
    qtbot.keyClicks(view.control, "25")
    assert view.echo().isVisible()
    assert view.echo().text() == "Nothing found for “25”"
    assert view.check() == "“25” is not one of the choices."
    for _ in "25":
        qtbot.keyClick(view.control, Qt.Key.Key_Backspace)
    qtbot.keyClicks(view.control, "mar")
    assert not view.echo().isVisible()


def test_a_choice_made_before_is_shown_and_can_be_taken_away(qtbot: QtBot) -> None:
    view = shown(qtbot, Field("who", "Owner", FieldKind.CHOICE, value="m", choices=PEOPLE))
    assert view.answer() == "m"
    view.give("unknown")
    assert view.answer() is None


def test_the_day_is_said_in_full_as_it_is_typed(qtbot: QtBot) -> None:
    view = shown(qtbot, Field("due", "Due", FieldKind.DATE, looking=Looking.AHEAD))
    qtbot.keyClicks(view.control, "fri")
    assert view.echo().text() == "Friday 27 November 2026"
    qtbot.keyClick(view.control, Qt.Key.Key_Return)
    assert isinstance(view.control, QLineEdit)
    assert view.control.text() == "27 November 2026"
    assert view.answer() == date(2026, 11, 27)


def test_a_past_day_says_so_and_is_not_changed(qtbot: QtBot) -> None:
    view = shown(
        qtbot,
        Field("due", "Due", FieldKind.DATE, looking=Looking.AHEAD, value=date(2026, 11, 2)),
    )
    assert view.echo().text() == "Monday 2 November 2026, in the past"
    assert view.answer() == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        (Field("n", "Weeks", FieldKind.NUMBER), "many", "This is not a number."),
        (Field("n", "Weeks", FieldKind.NUMBER), "NaN", "This is not a number."),
        (Field("n", "Weeks", FieldKind.NUMBER, low=Decimal(1)), "0", "The least is 1."),
        (Field("n", "Weeks", FieldKind.NUMBER), "1,200.5", ""),
        (Field("n", "Weeks", FieldKind.NUMBER), "", ""),
        (Field("n", "Weeks", FieldKind.NUMBER, required=True), "", "Fill in “Weeks”."),
        (Field("n", "Seats", FieldKind.WHOLE), "7.5", "This is not a whole number."),
        (Field("n", "Seats", FieldKind.WHOLE), "many", "This is not a whole number."),
        (Field("n", "Seats", FieldKind.WHOLE, low=Decimal(1)), "0", "The least is 1."),
        (Field("n", "Seats", FieldKind.WHOLE), "1,200", ""),
        (Field("d", "Due", FieldKind.DATE), "", ""),
        (Field("x", "Title", required=True), "   ", "Fill in “Title”."),
    ],
)
def test_a_fault_is_one_plain_sentence(qtbot: QtBot, field: Field, typed: str, fault: str) -> None:
    view = shown(qtbot, field)
    view.give(typed) if field.kind is not FieldKind.DATE else None
    assert view.check() == fault


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.TEXT, "Publish the rota"),
        (FieldKind.LONG, "Two\nlines"),
        (FieldKind.DATE, date(2027, 1, 5)),
        (FieldKind.NUMBER, Decimal("4.5")),
        (FieldKind.WHOLE, 4),
        (FieldKind.TICK, True),
    ],
)
def test_what_is_given_comes_back(qtbot: QtBot, kind: FieldKind, value: Any) -> None:
    view = shown(qtbot, Field("x", "Field", kind, value=value))
    assert view.answer() == value
    empty = shown(qtbot, Field("x", "Field", kind))
    empty.give(value)
    assert empty.answer() == value


def test_an_optional_field_says_so_and_a_fault_goes_when_it_is_mended(qtbot: QtBot) -> None:
    view = shown(qtbot, Field("x", "Title"))
    assert view._label_text() == "Title (optional)"
    view.show_fault("Fill in “Title”.")
    assert view.fault() == "Fill in “Title”."
    assert view.control.property("faulty") is True
    view.show_fault("")
    assert view.fault() == ""
