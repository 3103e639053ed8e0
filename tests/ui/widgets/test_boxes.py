from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lfjb_desk.ui.look.theme import Look, StatusTone
from lfjb_desk.ui.widgets.boxes import Card, Detail, Empty, More, Pills, clear, hairline, row
from lfjb_desk.ui.widgets.text import (
    IconMark,
    Severity,
    StatusLabel,
    button,
    chip,
    key_hints,
    say_again,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme


def test_an_empty_page_says_what_is_missing_and_offers_the_button(
    qtbot: QtBot, theme: ActiveTheme, icons: Icons, unnamed: Callable[[QWidget], list[str]]
) -> None:
    make = button("Make the agenda", "primary")
    empty = Empty(theme, icons, "file-text", "No papers yet", "Start.", make, keys="and type")
    qtbot.addWidget(empty)
    assert empty.missing.text() == "No papers yet"
    assert make.parentWidget() is empty
    assert unnamed(empty) == []
    plain = Empty(theme, icons, "file-text", "No papers yet", "Start.")
    qtbot.addWidget(plain)
    assert plain.findChildren(QPushButton) == []


def test_a_filter_is_chosen_and_told_and_its_words_follow_the_figures(qtbot: QtBot) -> None:
    told: list[str] = []
    pills = Pills(told.append)
    qtbot.addWidget(pills)
    pills.offer([("late", "Late  4"), ("all", "All open  23")], "all")
    first, second = pills.findChildren(QPushButton)
    assert second.isChecked()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert told == ["late"]
    assert pills.current == "late"
    assert not second.isChecked()
    pills.offer([("late", "Late  3"), ("all", "All open  22")], "late")
    assert first.text() == "Late  3"
    pills.offer([("done", "Done  1")], "done")
    assert pills.current == "done"


def test_a_detail_pane_is_filled_emptied_and_filled_again(qtbot: QtBot, theme: ActiveTheme) -> None:
    detail = Detail(theme, "Chosen action")
    qtbot.addWidget(detail)
    detail.add_fact("Owner", "Helen Marsh")
    detail.body.addWidget(hairline())
    detail.body.addStretch(1)
    detail.foot.addWidget(button("Move"))
    detail.clear(None)
    assert detail.body.count() == 0
    assert detail.foot.count() == 0
    before = detail.sizeHint().width()
    detail.foot.addWidget(button("A much longer word than any other on such a button, to be sure"))
    assert detail.sizeHint().width() > before
    detail.clear(None)
    theme.apply(Look.LIGHT, 200)
    assert detail.sizeHint().width() > before
    theme.apply(Look.LIGHT)


def test_a_layout_is_cleared_with_the_layouts_in_it(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    box.addLayout(row(words("One"), 4, None, row(words("Two"))))
    clear(box)
    assert box.count() == 0


def test_a_card_without_a_heading_is_only_its_body(qtbot: QtBot) -> None:
    card, headed = Card(flush=True), Card("4 actions late", button("Write"))
    for one in (card, headed):
        qtbot.addWidget(one)
    assert card.heading.parentWidget() is None
    assert headed.heading.text() == "4 actions late"
    card.heading.deleteLater()


def test_a_status_says_its_words_to_eye_and_ear(
    qtbot: QtBot, theme: ActiveTheme, icons: Icons
) -> None:
    status = StatusLabel(theme, icons, StatusTone.LATE, "42 days late", strong=True)
    qtbot.addWidget(status)
    status.show()
    late = status.grab().toImage()
    assert status.accessibleName() == "42 days late"
    status.say(StatusTone.GOOD, "Done")
    assert (status.text(), status.accessibleName()) == ("Done", "Done")
    assert status.grab().toImage() != late


def test_a_severity_has_a_name_and_is_drawn(qtbot: QtBot, theme: ActiveTheme) -> None:
    severity = Severity(theme, 4, "High")
    qtbot.addWidget(severity)
    severity.show()
    before = severity.grab().toImage()
    severity.say(1, "Slight")
    assert severity.accessibleName() == "Slight"
    assert severity.grab().toImage() != before


def test_words_are_never_taken_for_mark_up(qtbot: QtBot) -> None:
    for label in (words("<b>Bold</b>"), chip("<i>x</i>", StatusTone.GOOD)):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_button_with_an_icon_alone_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    undo = button("", "icon", name="Undo")
    both = button("Rights & duties")
    for one in (undo, both):
        qtbot.addWidget(one)
    assert (undo.accessibleName(), undo.toolTip()) == ("Undo", "Undo")
    assert (both.accessibleName(), both.text()) == ("Rights & duties", "Rights & duties")
    assert both.shortcut().isEmpty()


def test_a_label_changes_its_role_with_its_words(qtbot: QtBot) -> None:
    label = words("Saved", "small")
    hints = key_hints(("Enter", "open"))
    for one in (label, hints):
        qtbot.addWidget(one)
    say_again(label, "Late", "late")
    say_again(label, "Later", "late")
    assert (label.text(), label.property("role")) == ("Later", "late")


def test_an_icon_can_be_changed_for_another(qtbot: QtBot, theme: ActiveTheme, icons: Icons) -> None:
    mark = IconMark(theme, icons, "", "soft")
    qtbot.addWidget(mark)
    mark.show()
    blank = mark.grab().toImage()
    mark.show_as("house", "accent")
    assert mark.grab().toImage() != blank


def test_what_is_behind_more_is_no_window_before_it_stands_in_a_page(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    more, empty = More(), More()
    more.show_sentences("the first measure", ["England is lower."])
    empty.show_sentences("the second measure", [])
    assert not more.isVisible()
    box = QVBoxLayout(page)
    box.addWidget(more)
    box.addWidget(empty)
    page.show()
    assert (more.isVisible(), empty.isVisible()) == (True, False)
