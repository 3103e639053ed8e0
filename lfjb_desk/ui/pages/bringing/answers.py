"""Fields one below another, each with what may be answered: questions, and roles of columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lfjb_desk.ui.widgets.boxes import clear
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, FieldView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lfjb_desk.services.bringing.preview import AnswerChoice


@dataclass(frozen=True)
class QuestionField:
    """One field: its key, its words, what may be chosen, and what is chosen already."""

    key: str
    label: str
    help: str
    choices: tuple[AnswerChoice, ...]
    takes_other: bool = False
    """Whether something else may be typed, too."""
    chosen: str = ""


class AnswerFields(QScrollArea):
    """Asks; what was answered stays while more is asked."""

    answered = Signal()
    """An answer is complete, or was taken back."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self._today = today
        self._kept: dict[str, str] = {}
        self.fields: dict[str, FieldView] = {}
        self._first: dict[str, str] = {}
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(20, 8, 20, 16)
        self._box.setSpacing(16)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)

    def clear(self) -> None:
        """Forget the fields and answers of an earlier file."""
        clear(self._box)
        self.verticalScrollBar().setValue(0)
        self.fields, self._kept, self._first = {}, {}, {}

    def ask(self, wanted: Sequence[QuestionField]) -> None:
        """Ask these too; what is no longer a question goes, what stays keeps its answer."""
        keys = {field.key for field in wanted}
        for key in [key for key in self.fields if key not in keys]:
            gone = self.fields.pop(key)
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if self._box.count() > len(self.fields):
            self._box.takeAt(self._box.count() - 1)  # the room below the last
        for field in wanted:
            if field.key not in self.fields:
                self._add(field)
        self._box.addStretch(1)
        self._kept = self.answers()

    def answers(self) -> dict[str, str]:
        """Return what was answered, without what was chosen from the start."""
        given = {key: field.answer() for key, field in self.fields.items()}
        return {
            key: answer
            for key, answer in given.items()
            if isinstance(answer, str) and answer and answer != self._first[key]
        }

    def show_faults(self, sentences: Mapping[str, str]) -> None:
        """Show under fields why their answers cannot be used; the others have no fault."""
        for key, field in self.fields.items():
            field.show_fault(sentences.get(key, ""))

    def _add(self, field: QuestionField) -> None:
        view = FieldView(
            Field(
                field.key,
                field.label,
                FieldKind.CHOICE,
                value=field.chosen or None,
                choices=tuple(
                    Choice(choice.key, choice.text, choice.under) for choice in field.choices
                ),
                required=True,
                help=field.help,
                takes_new=field.takes_other,
            ),
            self._today,
        )
        view.edited.connect(self._tell_choice)
        view.finished.connect(self._tell)
        self.fields[field.key] = view
        self._first[field.key] = field.chosen
        self._box.addWidget(view)

    def _tell_choice(self) -> None:
        """Tell of a choice at once; what is being typed waits until it is whole."""
        for key, answer in self.answers().items():
            keys = {choice.value for choice in self.fields[key].field.choices}
            if answer not in keys and answer != self._kept.get(key):
                return
        self._tell()

    def _tell(self) -> None:
        answers = self.answers()
        if answers != self._kept:
            self._kept = answers
            self.answered.emit()
