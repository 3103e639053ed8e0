"""A form: fields one under another, saved together or not at all."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lfjb_desk.ui.widgets.form.fields import Field, FieldView
from lfjb_desk.ui.widgets.form.typed import cursor_in, put_cursor, type_into, typed_in
from lfjb_desk.ui.widgets.text import FaultLine, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Form(Generic[Answer]):
    """What a form asks, under which title, and the words on its button.

    `answer` makes one value of all that was given, each under the key of its field. Where it is
    a dataclass the keys are its fields: one that is misnamed is found when the form is made.
    """

    title: str
    fields: tuple[Field, ...]
    answer: Callable[..., Answer]
    save: str = ""
    """The words on its button; empty for those of every form, `Save`."""
    intro: str = ""
    remarks: Callable[[Mapping[str, Any]], Mapping[str, str]] | None = None
    """What is to be remarked on what is given so far, by the key of the field it is said below.

    It forbids nothing; an answer that is not given or not finished is None.
    """
    about: UUID | None = None
    """The record that it is about, where its command is not carried out on that record."""

    def __post_init__(self) -> None:
        """Refuse a form that could not be answered."""
        if isinstance(self.answer, type) and is_dataclass(self.answer):
            keys = {field.key for field in self.fields}
            parts = fields(self.answer)
            needed = {part.name for part in parts if part.default is MISSING}
            if not needed <= keys <= {part.name for part in parts}:
                raise TypeError(f"{self.answer.__name__}({', '.join(sorted(keys))})")


class FormView(QWidget, Generic[Answer]):
    """Asks the fields of a form; `submit` checks them and keeps the answer."""

    saved = Signal()
    edited = Signal()
    """Something in it is no longer as it was, or is again."""

    faulted = Signal()
    """What was given is refused, and the form says why."""

    def __init__(self, form: Form[Answer], today: date, keep: Callable[[Answer], str]) -> None:
        """Ask a form; `keep` takes the answer and returns why it is refused, or nothing."""
        super().__init__()
        self._make, self._keep = form.answer, keep
        self.fields = {field.key: FieldView(field, today) for field in form.fields}
        self._start = {key: typed_in(view.control) for key, view in self.fields.items()}
        self._refusal = FaultLine()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        if form.intro:
            box.addWidget(words(form.intro, "soft", wrap=True))
        self._remarks = form.remarks
        for view in self.fields.values():
            view.edited.connect(self.edited)
            view.edited.connect(self._remark)
            self._let_follow(view)
            box.addWidget(view)
        box.addWidget(self._refusal)
        box.addStretch(1)
        self._remark()

    def _remark(self) -> None:
        """Say below each field what is to be remarked on what is given so far."""
        if self._remarks is None:
            return
        remarks = self._remarks({key: view.answer() for key, view in self.fields.items()})
        for key, view in self.fields.items():
            view.show_remark(remarks.get(key, ""))

    def _let_follow(self, view: FieldView) -> None:
        """Fill a field with what goes with the answer of the one that it follows."""
        following = view.field.follows
        if following is None:
            return
        leader, values = self.fields[following.key], following.values
        former = values.get(leader.answer())

        def follow() -> None:
            nonlocal former
            answer = leader.answer()
            if answer in values:  # while a name is being typed it is nobody's
                view.follow(former, values[answer])
                former = values[answer]

        leader.edited.connect(follow)

    def answer(self) -> Answer:
        """Return what was given, as one value."""
        values: dict[str, Any] = {key: view.answer() for key, view in self.fields.items()}
        return self._make(**values)

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields that were changed, finished or not."""
        now = {key: typed_in(view.control) for key, view in self.fields.items()}
        return {key: text for key, text in now.items() if text != self._start[key]}

    def typing_at(self) -> tuple[str, int]:
        """Return the field that the keys go to, and the place of the cursor in it."""
        focused = self.window().focusWidget()
        for key, view in self.fields.items():
            if view.control is focused:
                return key, cursor_in(view.control)
        return "", 0

    def type_again(self, words: Mapping[str, str], field: str = "", cursor: int = 0) -> None:
        """Put back what was typed before, and the cursor."""
        for key in words.keys() & self.fields.keys():
            type_into(self.fields[key].control, words[key])
        if field in self.fields:
            put_cursor(self.fields[field].control, cursor)

    def start_afresh(self) -> None:
        """Bring every field back to what the form began with."""
        self.type_again(self._start)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.control.setFocus()

    def submit(self) -> bool:
        """Check and keep the answer; focus goes to the first fault, and nothing is lost."""
        faults = {key: view.check() for key, view in self.fields.items()}
        for key, view in self.fields.items():
            view.show_fault(faults[key])
        first = next((key for key, fault in faults.items() if fault), None)
        if first is not None:
            self._refusal.show_fault("")
            self.fields[first].control.setFocus()
            self.faulted.emit()
            return False
        refusal = self._keep(self.answer())
        self._refusal.show_fault(refusal)
        (self.faulted if refusal else self.saved).emit()
        return not refusal

    def first_fault(self) -> FaultLine | None:
        """Return the first line that says what is wrong."""
        lines: list[FaultLine] = self.findChildren(FaultLine)
        return next((line for line in lines if line.sentence), None)

    def refusal(self) -> str:
        """Return why the answer as a whole was refused."""
        return self._refusal.sentence
