"""What a file leaves open: each unknown or doubtful name with a chooser for what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.widgets.boxes import clear
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, FieldView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.services.imports.preview import Answers, Question

LEAVE_OUT = "leave out"


class Questions(QScrollArea):
    """Asks what each name means; what is not answered stays out, as does what is left out."""

    answered = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.fields: dict[str, FieldView] = {}
        self._kept: Answers = {}
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
        self.setAccessibleName(self.tr("Questions about the file"))

    def clear(self) -> None:
        """Forget the questions and answers of an earlier file."""
        clear(self._box)
        self.verticalScrollBar().setValue(0)
        self.fields = {}
        self._kept = {}

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask these questions too; one that was asked before keeps its answer."""
        if self.fields and any(other.key not in self.fields for other in questions):
            self._box.takeAt(self._box.count() - 1)  # the room below the last
        elif self.fields:
            return
        for question in questions:
            if question.key not in self.fields:
                self._add(question)
        self._box.addStretch(1)

    def answers(self) -> Answers:
        """Return what has been answered, by `Question.key`; None leaves a name out."""
        chosen = {key: field.answer() for key, field in self.fields.items()}
        return {
            key: None if answer == LEAVE_OUT else answer
            for key, answer in chosen.items()
            if answer is not None
        }

    def _add(self, question: Question) -> None:
        leave = Choice(LEAVE_OUT, self.tr("Leave it out"))
        wanted = Field(
            question.key,
            question.text,
            FieldKind.CHOICE,
            choices=(
                *(
                    Choice(
                        meaning,
                        meaning.name,
                        meaning.note or (meaning.kind.value if meaning.kind else ""),
                    )
                    for meaning in question.choices
                ),
                leave,
            ),
            required=True,
            help=self.tr("{0}; without an answer left out of this import").format(
                self._waiting(question)
            ),
        )
        field = FieldView(wanted, self._today)
        field.edited.connect(self._tell)
        self.fields[question.key] = field
        self._box.addWidget(field)

    def _waiting(self, question: Question) -> str:
        figures_counted = count(len(question.cells), self.tr("figure"))
        sheet, cell = question.cells[0]
        where = ", ".join(part for part in (sheet, cell) if part)
        return self.tr("{0} in the file, the first at {1}").format(figures_counted, where)

    def _tell(self) -> None:
        """Tell once an answer is complete, not while it is being typed."""
        answers = self.answers()
        if answers != self._kept:
            self._kept = answers
            self.answered.emit()
