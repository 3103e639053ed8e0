from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget

from lfjb_desk.ui.dialogs import DOCUMENTS, Dialogs
from lfjb_desk.ui.questions import ConfirmDialog, FormDialog
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.theme import ActiveTheme

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Asked:
    title: str
    owner: int | None
    due: date
    weeks: Decimal | None
    notes: str
    tell: bool


FORM = Form(
    "New action",
    (
        Field("title", "What is to be done", required=True, longest=20),
        Field(
            "owner",
            "Owner",
            FieldKind.CHOICE,
            choices=(Choice(1, "Helen Marsh", "HMCTS"), Choice(2, "Môn Jones", "Cafcass")),
        ),
        Field("due", "Due", FieldKind.DATE, required=True, looking=Looking.AHEAD),
        Field("weeks", "Weeks", FieldKind.NUMBER, low=Decimal(1), high=Decimal(52)),
        Field("notes", "Notes", FieldKind.LONG),
        Field("tell", "Tell the owner", FieldKind.TICK, value=True),
    ),
    Asked,
    intro="It is added to the log.",
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_keyboard_alone_fills_and_saves_a_form(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    kept: list[Asked] = []

    def keep(answers: Asked) -> str:
        kept.append(answers)
        return ""

    dialog = FormDialog(FORM, theme, TODAY, keep, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.view.fields["title"].control.hasFocus)
    for words in ("Publish the rota", "mon", "fri", "6", "Soon"):
        qtbot.keyClicks(QApplication.focusWidget(), words)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept == [
        Asked("Publish the rota", 2, date(2026, 11, 27), Decimal(6), "Soon", tell=True),
    ]
    assert not dialog.isVisible()


def test_what_was_typed_stays_when_the_answers_are_refused(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    dialog = FormDialog(FORM, theme, TODAY, lambda _answers: "This title is taken.", window)
    qtbot.addWidget(dialog)
    dialog.view.fields["title"].give("Publish the rota")
    dialog.view.fields["due"].give(TODAY)
    dialog.show()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.view.refusal() == "This title is taken."
    assert dialog.view.answer().title == "Publish the rota"


def test_the_focus_goes_to_the_first_fault_and_the_fault_stands_under_its_field(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    dialog = FormDialog(FORM, theme, TODAY, lambda _answers: "", window)
    qtbot.addWidget(dialog)
    dialog.view.fields["title"].give("Publish the rota of duties")
    qtbot.keyClicks(dialog.view.fields["due"].control, "31/2")
    dialog.view.fields["weeks"].give("99")
    dialog.show()
    assert not dialog.view.submit()
    qtbot.waitUntil(dialog.view.fields["title"].control.hasFocus)
    faults = {key: view.fault() for key, view in dialog.view.fields.items()}
    assert faults["title"] == "“What is to be done” is 6 letters too long; 20 fit."
    assert faults["due"].startswith("No such day is known")
    assert faults["weeks"] == "The most is 52."
    assert faults["owner"] == ""
    control = dialog.view.fields["title"].control
    assert "too long" in control.accessibleDescription()


@pytest.mark.parametrize(
    ("key", "wrong", "right"),
    [
        ("title", "", "Publish the rota"),
        ("owner", "m", "Helen Marsh"),
        ("due", "31/2", "thu"),
        ("weeks", "99", "26"),
    ],
)
def test_a_fault_goes_as_soon_as_what_is_typed_is_right(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme, key: str, wrong: str, right: str
) -> None:
    dialog = FormDialog(FORM, theme, TODAY, lambda _answers: "", window)
    qtbot.addWidget(dialog)
    dialog.show()
    view = dialog.view.fields[key]
    qtbot.keyClicks(view.control, wrong)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert view.fault()
    view.control.setFocus()
    for _ in wrong:
        qtbot.keyClick(view.control, Qt.Key.Key_Backspace)
    qtbot.keyClicks(view.control, right)
    assert view.fault() == ""
    assert view.control.property("faulty") is False


def test_a_fault_stays_while_what_is_typed_is_still_wrong(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    dialog = FormDialog(FORM, theme, TODAY, lambda _answers: "", window)
    qtbot.addWidget(dialog)
    dialog.show()
    due = dialog.view.fields["due"]
    qtbot.keyClicks(due.control, "31/2")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(due.control, "7")
    assert due.fault().startswith("No such day is known")


def test_escape_gives_up_and_keeps_nothing(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    kept: list[Asked] = []

    def keep(answers: Asked) -> str:
        kept.append(answers)
        return ""

    dialog = FormDialog(FORM, theme, TODAY, keep, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept == []


def test_every_control_of_a_form_has_a_name(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme, unnamed: Callable[[QWidget], list[str]]
) -> None:
    dialog = FormDialog(FORM, theme, TODAY, lambda _answers: "", window)
    qtbot.addWidget(dialog)
    assert unnamed(dialog) == []
    question = ConfirmDialog("Remove the copy?", "It cannot be undone.", "Remove", theme, window)
    qtbot.addWidget(question)
    assert unnamed(question) == []


def press(key: Qt.Key, qtbot: QtBot) -> None:
    def now() -> None:
        qtbot.keyClick(QApplication.activeModalWidget(), key)

    QTimer.singleShot(0, now)


def test_a_question_is_answered_no_by_escape_and_by_enter(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    dialogs = Dialogs(window, theme, TODAY)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        press(key, qtbot)
        assert not dialogs.confirm("Remove the copy?", "It cannot be undone.", "Remove")


def test_a_question_is_answered_yes_by_its_verb(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    def agree() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, ConfirmDialog)
        qtbot.mouseClick(question.agree, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, agree)
    assert Dialogs(window, theme, TODAY).confirm("Remove?", "It cannot be undone.", "Remove")


def test_a_form_that_is_given_up_answers_no(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    press(Qt.Key.Key_Escape, qtbot)
    assert not Dialogs(window, theme, TODAY).ask_form(FORM, lambda _answers: "")


def test_files_are_asked_of_the_system(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, theme: ActiveTheme
) -> None:
    dialogs = Dialogs(window, theme, TODAY)
    for answer, path in (("figures.csv", Path("figures.csv")), ("", None)):
        pair = (answer, "")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, pair=pair: pair)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, pair=pair: pair)
        assert dialogs.choose_file("Import", "Figures (*.csv)") == path
        assert dialogs.save_file("Save", "paper.docx", "Word (*.docx)") == path


def test_files_are_looked_for_in_the_documents_and_then_where_they_were_found(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, theme: ActiveTheme, tmp_path: Path
) -> None:
    begun: list[Path] = []
    found = tmp_path / "returns" / "figures.csv"
    found.parent.mkdir()

    def answers(name: str) -> Callable[..., tuple[str, str]]:
        def answer(_window: QWidget, _title: str, begin: str, _pattern: str) -> tuple[str, str]:
            begun.append(Path(begin))
            return name, ""

        return answer

    documents = Path(QStandardPaths.writableLocation(DOCUMENTS))
    dialogs = Dialogs(window, theme, TODAY)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answers(""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answers(""))
    dialogs.choose_file("Import", "Figures (*.csv)")
    dialogs.save_file("Save", "paper.docx", "Word (*.docx)")
    assert begun == [documents, documents / "paper.docx"]

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answers(str(found)))
    dialogs.choose_file("Import", "Figures (*.csv)")
    dialogs.save_file("Save", "paper.docx", "Word (*.docx)")
    assert begun[2:] == [documents, found.parent / "paper.docx"]

    found.parent.rmdir()
    dialogs.save_file("Save", "paper.docx", "Word (*.docx)")
    assert begun[-1] == documents / "paper.docx", "that folder is gone"


@pytest.mark.parametrize("keys", [("title",), ("title", "due", "owner")])
def test_a_form_that_its_answer_does_not_fit_is_refused_when_it_is_made(
    keys: tuple[str, ...],
) -> None:
    @dataclass(frozen=True)
    class Titled:
        title: str
        due: date | None

    fields = tuple(Field(key, key.capitalize()) for key in keys)
    with pytest.raises(TypeError, match=r"^Titled\("):
        Form("New action", fields, Titled)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_question_is_answered_by_the_button_that_has_the_focus(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme, key: Qt.Key
) -> None:
    answers: list[int] = []
    for tabs in (0, 1):
        dialog = ConfirmDialog("Say how it is read?", "It is not known.", "Show", theme, window)
        qtbot.addWidget(dialog)
        dialog.finished.connect(answers.append)
        dialog.show()
        qtbot.waitUntil(dialog.keep.hasFocus)
        for _ in range(tabs):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert (dialog.keep, dialog.agree)[tabs].hasFocus()
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert not dialog.isVisible()
    assert answers == [QDialog.DialogCode.Rejected, QDialog.DialogCode.Accepted]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_each_button_of_a_form_is_pressed_by_enter_while_it_has_the_focus(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme, key: Qt.Key
) -> None:
    for name in ("Start afresh", "Cancel", "Save"):
        dialog = FormDialog(FORM, theme, TODAY, lambda _: "", window)
        qtbot.addWidget(dialog)
        dialog.say_filled("Typed before.")
        dialog.show()
        qtbot.waitUntil(dialog.view.fields["title"].control.hasFocus)
        buttons: list[QPushButton] = dialog.findChildren(QPushButton)
        wanted = next(each for each in buttons if each.text() == name)
        wanted.setFocus()
        others = [each for each in buttons if each is not wanted]
        with qtbot.waitSignal(wanted.clicked), qtbot.assertNotEmitted(others[0].clicked):
            qtbot.keyClick(QApplication.focusWidget(), key)
