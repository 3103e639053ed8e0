"""A form: fields one under another, saved together or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lfjb_desk.ui.widgets.fields import Field, FieldView
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

Answers = dict[str, Any]


@dataclass(frozen=True)
class Form:
    """What a form asks, under which title, and the words on its button."""

    title: str
    fields: tuple[Field, ...]
    save: str = ""
    """The words on its button; empty for those of every form, `Save`."""
    intro: str = ""


class FormView(QWidget):
    """Asks the fields of a form; `submit` checks them and keeps the answers."""

    saved = Signal()

    def __init__(self, form: Form, today: date, keep: Callable[[Answers], str]) -> None:
        """Ask a form; `keep` takes the answers and returns why they are refused, or nothing."""
        super().__init__()
        self._keep = keep
        self.fields = {field.key: FieldView(field, today) for field in form.fields}
        self._refusal = words("", "fault", wrap=True)
        self._refusal.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        if form.intro:
            box.addWidget(words(form.intro, "soft", wrap=True))
        for view in self.fields.values():
            box.addWidget(view)
        box.addWidget(self._refusal)
        box.addStretch(1)

    def answers(self) -> Answers:
        """Return all answers by their keys."""
        return {key: view.answer() for key, view in self.fields.items()}

    def submit(self) -> bool:
        """Check and keep the answers; focus goes to the first fault, and nothing is lost."""
        faults = {key: view.check() for key, view in self.fields.items()}
        for key, view in self.fields.items():
            view.show_fault(faults[key])
        first = next((key for key, fault in faults.items() if fault), None)
        if first is not None:
            self._refuse("")
            self.fields[first].control.setFocus()
            return False
        refusal = self._keep(self.answers())
        self._refuse(refusal)
        if not refusal:
            self.saved.emit()
        return not refusal

    def refusal(self) -> str:
        """Return why the answers as a whole were refused."""
        return self._refusal.text().removeprefix("▲ ")

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(f"▲ {sentence}" if sentence else "")
        self._refusal.setVisible(bool(sentence))
