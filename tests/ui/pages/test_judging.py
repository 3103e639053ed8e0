"""Judging a driver again: the reason of the former judgement is not left unseen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lfjb_desk.services.drivers.drivers import DriverService
from lfjb_desk.ui.pages.drivers import forms
from lfjb_desk.ui.questions import FormDialog
from tests.ui.conftest import TODAY
from tests.ui.pages.hands import words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.look.theme import ActiveTheme

REMARK = "The reason is that of the former judgement. Say why it is another now."


def test_another_severity_with_the_reason_left_is_remarked_on_and_taken(
    qtbot: QtBot, theme: ActiveTheme, database: Database, board: Group
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    views = DriverService(database).views(board.area_id, TODAY, None)
    judged = next(view for view in views if view.standing and view.standing.rationale)
    kept: list[forms.JudgementAnswer] = []

    def keep(answer: forms.JudgementAnswer) -> str:
        kept.append(answer)
        return ""

    dialog = FormDialog(
        forms.judge(judged, (), TODAY),
        theme,
        TODAY,
        keep,
        window,
    )
    dialog.show()
    severity, reason = (dialog.view.fields[key] for key in ("severity", "rationale"))
    assert REMARK not in words(dialog)
    other = 1 if judged.severity != 1 else 2
    severity.control.setFocus()
    qtbot.keyClick(severity.control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(severity.control, str(other))
    assert severity.answer() == other
    assert REMARK in words(dialog)
    qtbot.keyClicks(reason.control, "Fewer wait. ")
    assert REMARK not in words(dialog), "another reason was given"
    assert judged.standing is not None
    reason.give(judged.standing.rationale)
    assert REMARK in words(dialog)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert [answer.severity for answer in kept] == [other], "it forbids nothing"


def test_a_first_judgement_has_no_former_reason(
    qtbot: QtBot, theme: ActiveTheme, database: Database, board: Group
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = replace(DriverService(database).views(board.area_id, TODAY, None)[0], standing=None)
    dialog = FormDialog(forms.judge(first, (), TODAY), theme, TODAY, lambda _: "", window)
    dialog.show()
    severity = dialog.view.fields["severity"]
    severity.give(5)
    severity.give(1)
    assert REMARK not in words(dialog)
