"""The questions of a file, as the user is asked them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel

from lfjb_desk.services.imports.preview import Meaning, Question
from lfjb_desk.ui.pages.performance.preview.questions import Questions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NA = Question(
    about="marker",
    label="NA",
    state="ambiguous",
    text="Does “NA” mean that a figure is not available, or not applicable?",
    kind=None,
    choices=(
        Meaning("[x]", "not available", note="[x]"),
        Meaning("[z]", "not applicable", note="[z]"),
    ),
    cells=(("Table", "C2"), ("Table", "D4")),
)


def test_a_marker_with_two_meanings_is_asked_like_a_name(qtbot: QtBot) -> None:
    view = Questions(date(2026, 11, 21))
    qtbot.addWidget(view)
    view.ask([NA])

    said = " ".join(label.text() for label in view.findChildren(QLabel))
    assert NA.text in said
    assert "2 figures in the file, the first at Table, C2" in said
    assert view.answers() == {}

    (chooser,) = view.findChildren(QComboBox)
    texts = [chooser.itemText(at) for at in range(chooser.count())]
    with qtbot.waitSignal(view.answered):
        chooser.setCurrentIndex(next(n for n, said in enumerate(texts) if "applicable" in said))
    assert view.answers() == {"marker: NA": NA.choices[1]}

    chooser.setCurrentIndex(next(n for n, said in enumerate(texts) if "Leave" in said))
    assert view.answers() == {"marker: NA": None}
