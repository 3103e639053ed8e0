"""The boxes that one chooses with: their frames, their lists, and how these are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from lfjb_desk.ui.look.theme import ActiveTheme, Look
from lfjb_desk.ui.questions import FormDialog
from lfjb_desk.ui.widgets.form.choosing import ChoiceBox, TickBox
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, FieldView
from lfjb_desk.ui.widgets.form.form import Form
from tests.ui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

LONG = "The Designated Family Judge's working group on the timeliness of care proceedings"
BODIES = tuple(Choice(number, f"{LONG}, number {number}") for number in range(30))
LEAST_CONTRAST = 3.0


@pytest.fixture(params=[Look.LIGHT, Look.DARK])
def worn(theme: ActiveTheme, request: pytest.FixtureRequest) -> Iterator[ActiveTheme]:
    theme.apply(request.param)
    yield theme
    theme.apply(Look.LIGHT)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def form(window: QWidget, theme: ActiveTheme, *fields: Field) -> FormDialog[Any]:
    """Return a form over a window, as it is asked."""
    question: Form[Any] = Form("Seat", fields, dict)
    dialog: FormDialog[Any] = FormDialog(question, theme, TODAY, lambda _: "", window)
    dialog.show()
    return dialog


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours (WCAG 2.2, 1.4.3)."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def drawn(box: TickBox) -> tuple[QImage, QPoint, int]:
    """Return a picture of a tick box, and where its frame begins and how wide it is."""
    option = QStyleOptionButton()
    box.initStyleOption(option)
    area = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    return box.window().grab().toImage(), box.mapTo(box.window(), area.topLeft()), area.width()


def test_an_unticked_box_has_a_frame_that_is_seen(window: QWidget, worn: ActiveTheme) -> None:
    holder = form(window, worn, Field("counts", "Counts for quorum", FieldKind.TICK))
    box = holder.view.fields["counts"].control
    assert isinstance(box, TickBox)
    image, corner, side = drawn(box)
    middle = corner.y() + side // 2
    ground = image.pixelColor(corner.x() - 3, middle)
    for edge in (corner.x(), corner.x() + side - 1):
        assert contrast(image.pixelColor(edge, middle), ground) >= LEAST_CONTRAST
    for edge in (corner.y(), corner.y() + side - 1):
        frame = image.pixelColor(corner.x() + side // 2, edge)
        assert contrast(frame, ground) >= LEAST_CONTRAST

    box.setChecked(True)
    image, corner, side = drawn(box)
    inside = {
        image.pixelColor(corner.x() + x, corner.y() + y).name()
        for x in range(2, side - 2)
        for y in range(2, side - 2)
    }
    assert {worn.tokens["accent"].lower(), worn.tokens["on_accent"].lower()} <= inside


def chooser(qtbot: QtBot) -> tuple[FieldView, ChoiceBox]:
    view = FieldView(Field("body", "Body", FieldKind.CHOICE, choices=BODIES), TODAY)
    qtbot.addWidget(view)
    view.resize(400, 120)
    view.show()
    assert isinstance(view.control, ChoiceBox)
    return view, view.control


def typed_into(box: ChoiceBox) -> QLineEdit:
    line = box.lineEdit()
    assert line is not None
    return line


def opened(qtbot: QtBot, box: ChoiceBox) -> QAbstractItemView:
    """Return the list that a box has dropped."""
    completer = box.completer()
    view = completer.popup() if completer is not None else box.view()
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    return view


def test_a_click_on_the_words_of_a_choice_opens_every_choice_with_the_present_one_marked(
    qtbot: QtBot,
) -> None:
    view, box = chooser(qtbot)
    view.give(20)
    qtbot.mouseClick(typed_into(box), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    popup = opened(qtbot, box)
    assert popup.model().rowCount() == len(BODIES)
    assert popup.currentIndex().row() == 20
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert view.answer() == 21
    assert not popup.isVisible()


def test_the_arrow_and_the_room_round_the_words_open_the_list_too(qtbot: QtBot) -> None:
    _view, box = chooser(qtbot)
    height = box.height()
    for place in (QPoint(box.width() - 12, height // 2), QPoint(40, height - 2), QPoint(3, 3)):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)
        popup = opened(qtbot, box)
        qtbot.keyClick(popup, Qt.Key.Key_Escape)
        assert not popup.isVisible()


def test_letters_typed_after_a_click_on_a_choice_find_another(qtbot: QtBot) -> None:
    view, box = chooser(qtbot)
    view.give(20)
    qtbot.mouseClick(typed_into(box), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    popup = opened(qtbot, box)
    qtbot.keyClicks(popup, "number 7")
    assert typed_into(box).text() == "number 7", "what stood there is replaced"
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert view.answer() == 7


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ],
)
@pytest.mark.parametrize("typed", [True, False])
def test_a_choice_opens_by_key(
    qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, *, typed: bool
) -> None:
    view, box = chooser(qtbot)
    if not typed:
        box = ChoiceBox()
        box.add_choice("Essex", 1)
        box.setParent(view)
        box.show()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box.lineEdit() or box, key, held)
    popup = opened(qtbot, box)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_space_among_the_letters_typed_stays_a_space(qtbot: QtBot) -> None:
    view, box = chooser(qtbot)
    assert view.isVisible()
    qtbot.keyClicks(typed_into(box), "judge's working")
    assert typed_into(box).text() == "judge's working"


def test_long_choices_do_not_widen_their_form(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    view, box = chooser(qtbot)
    assert view.minimumSizeHint().width() < 300
    dialog = form(window, theme, view.field)
    control = dialog.view.fields["body"].control
    right = control.mapTo(dialog, QPoint(control.width(), 0)).x()
    assert right <= dialog.width(), "the arrow at its right end is seen"
    assert box.itemData(3, Qt.ItemDataRole.ToolTipRole) == f"{LONG}, number 3"


def test_enter_fills_in_the_first_choice_that_holds_what_was_typed(qtbot: QtBot) -> None:
    view, box = chooser(qtbot)
    line = box.lineEdit()
    assert line is not None
    line.setFocus()
    qtbot.keyClicks(line, "number 2")
    completer = box.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    assert line.text() == "number 2", "what is typed stays while it is typed"
    below = box.mapToGlobal(QPoint(0, box.height())).y()
    assert popup.mapToGlobal(QPoint(0, 0)).y() >= below - 2
    assert popup.sizeHintForRow(0) >= 32
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == f"{LONG}, number 2"
    assert view.answer() == 2
    QApplication.processEvents()


def test_a_form_is_never_larger_than_the_screen_and_keeps_its_buttons(
    window: QWidget, theme: ActiveTheme
) -> None:
    fields = tuple(Field(str(at), f"Question {at}", FieldKind.LONG) for at in range(30))
    theme.apply(Look.LIGHT, 200)
    dialog = form(window, theme, *fields)
    QApplication.processEvents()
    room = dialog.screen().availableGeometry()
    assert dialog.height() < room.height()
    assert dialog.width() < room.width()
    assert dialog.rect().contains(dialog.save.geometry())
    theme.apply(Look.LIGHT)


def test_where_nothing_is_found_the_arrows_and_enter_choose_nothing(qtbot: QtBot) -> None:
    view, box = chooser(qtbot)
    line = typed_into(box)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(QApplication.focusWidget(), "Thames")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert line.text() == "Thames"
    assert view.answer() is None
    assert box.currentIndex() == -1
    assert view.echo().text() == "Nothing found for “Thames”"


def test_an_arrow_after_the_list_was_closed_offers_only_what_holds_the_letters(
    qtbot: QtBot,
) -> None:
    view, box = chooser(qtbot)
    box.setFocus()
    qtbot.keyClicks(typed_into(box), "number 2")
    popup = opened(qtbot, box)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    popup = opened(qtbot, box)
    texts = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert texts
    assert all("number 2" in text for text in texts)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert view.answer() == 2


def test_home_and_end_go_to_the_first_and_last_choice_of_an_open_list(qtbot: QtBot) -> None:
    view, box = chooser(qtbot)
    view.give(20)
    qtbot.mouseClick(typed_into(box), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    popup = opened(qtbot, box)
    qtbot.keyClick(popup, Qt.Key.Key_End)
    assert popup.currentIndex().row() == len(BODIES) - 1
    qtbot.keyClick(popup, Qt.Key.Key_Home)
    assert popup.currentIndex().row() == 0
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert view.answer() == 0


def test_a_long_choice_is_seen_from_its_beginning(qtbot: QtBot) -> None:
    view, box = chooser(qtbot)
    box.setFocus()
    qtbot.keyClicks(typed_into(box), "number 2")
    popup = opened(qtbot, box)
    qtbot.waitUntil(lambda: popup.currentIndex().isValid())
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    line = typed_into(box)
    assert view.answer() == 2
    assert line.cursorPosition() == 0, "so that its first words are in sight"
    box.clearFocus()
    with_end = line.grab().toImage()
    view.give(21)
    assert line.grab().toImage() == with_end, "of two alike in the beginning the ends are cut"
    view.give(None)
    assert line.grab().toImage() != with_end
