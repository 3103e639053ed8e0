"""Fields of a form: what is asked, and the control that takes the answer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lfjb_desk.domain.formatting import fold, long_date
from lfjb_desk.ui.widgets.form.choosing import ChoiceBox, ChoiceLine, Suggestions, TickBox
from lfjb_desk.ui.widgets.form.dates import DAYS, DayFault, Looking, read_day, understand_day
from lfjb_desk.ui.widgets.form.long_text import LongText
from lfjb_desk.ui.widgets.text import FaultLine, say_again, words
from lfjb_desk.ui.widgets.tips import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date


class FieldKind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"
    WHOLE = "whole"
    TICK = "tick"


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its value, its words, and quieter words such as a person's body."""

    value: Any
    text: str
    under: str = ""

    def sentence(self) -> str:
        """Return the choice in words."""
        return f"{self.text}, {self.under}" if self.under else self.text


@dataclass(frozen=True)
class Following:
    """What a field is filled with while another is answered, such as the body of an owner."""

    key: str
    """The field that it follows."""
    values: Mapping[Any, Any]
    """What goes with each answer there."""


@dataclass(frozen=True)
class Field:
    """One thing that a form asks.

    The answer is a str, a `Choice.value`, a date, a Decimal, an int or a bool; None where
    nothing was given (an empty str for text). Text may have choices, which are proposed as it is
    typed; any other text is taken too.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    value: Any = None
    help: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    longest: int = 0
    low: Decimal | None = None
    high: Decimal | None = None
    looking: Looking = Looking.NEAR
    """Which way a day lies that is typed without its year; every field of a day says its own."""
    takes_new: bool = False
    """Whether words that are none of the choices are an answer too, such as a new person's name.

    They are given as a str. Of several words only a whole choice is meant: no new Ann Lee becomes
    the Ann Leeson who is entered.
    """
    tell: Callable[[Any], str] | None = None
    """What is said below a choice as soon as it is made, or below a day as a warning."""
    follows: Following | None = None
    """What fills it in with another field's answer, until the user gives something else here."""


class FieldView(QWidget):
    """A field on screen: label above, help under it, the control, a fault below."""

    edited = Signal()
    finished = Signal()
    """Words typed into a choice are whole: Enter was pressed, or the focus has left."""

    def __init__(self, field: Field, today: date) -> None:
        super().__init__()
        self.field = field
        self._today = today
        self._help = words(field.help, "small", wrap=True)
        self._echo = words("", "small", wrap=True)
        self._remark = words("", "late", wrap=True)
        self._fault = FaultLine()
        self.control = self._build()
        self.control.setAccessibleName(field.label)
        self.control.setAccessibleDescription(field.help)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if field.kind is not FieldKind.TICK:
            label = words(unmarked(self._label_text()), "label")  # of a buddy, Qt reads the mark
            label.setBuddy(self.control)
            box.addWidget(label)
        for part in (self._help, self.control, self._echo, self._remark, self._fault):
            box.addWidget(part)
        self._remark.hide()
        self._help.setVisible(bool(field.help))
        self._echo.setVisible(field.kind is FieldKind.DATE or field.tell is not None)
        self.edited.connect(self._look_again)

    def answer(self) -> Any:
        """Return what was given."""
        control = self.control
        if isinstance(control, QCheckBox):
            return control.isChecked()
        if isinstance(control, QPlainTextEdit):
            return control.toPlainText().strip()
        if isinstance(control, QComboBox):
            return self._chosen(control)
        text = control.text().strip() if isinstance(control, QLineEdit) else ""
        if self.field.kind is FieldKind.DATE:
            return read_day(text, self._today, self.field.looking) if text else None
        if self.field.kind is FieldKind.WHOLE:
            return _whole(text)
        return _number(text) if self.field.kind is FieldKind.NUMBER else text

    def check(self) -> str:
        """Return what is wrong with the answer in one sentence, or nothing."""
        answer, name = self.answer(), self.field.label
        typed = self._typed()
        if not typed and self.field.required:
            return self.tr("Fill in “{name}”.").format(name=name)
        if typed and answer is None:
            return self._not_understood()
        if self.field.longest and len(typed) > self.field.longest:
            over = self.tr("“{name}” is {many} letters too long; {most} fit.")
            most = self.field.longest
            return over.format(name=name, many=len(typed) - most, most=most)
        if self.field.kind in {FieldKind.NUMBER, FieldKind.WHOLE} and answer is not None:
            return self._out_of_range(answer)
        return ""

    def show_fault(self, sentence: str) -> None:
        """Show what is wrong under the field, or nothing."""
        self._fault.show_fault(sentence)
        self.control.setProperty("faulty", bool(sentence))
        self._describe()
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def show_remark(self, sentence: str) -> None:
        """Say below the field what is to be remarked on its answer, or nothing."""
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))
        self._describe()

    def remark(self) -> str:
        """Return what is remarked on the answer."""
        return self._remark.text()

    def _describe(self) -> None:
        """Have a screen reader say what is wrong or remarked, else the help."""
        description = self.fault() or self.remark() or self.field.help
        self.control.setAccessibleDescription(description)

    def _look_again(self) -> None:
        """Take a fault away as soon as the answer is mended."""
        if self.fault() and not self.check():
            self.show_fault("")

    def follow(self, former: Any, value: Any) -> None:
        """Take what goes with another answer elsewhere, where what went with the former stands."""
        if self.answer() == former and bool(self._typed()) == (former is not None):
            self.give(value)

    def fault(self) -> str:
        """Return the fault that is shown."""
        return self._fault.sentence

    def give(self, value: Any) -> None:
        """Put an answer into the field."""
        control = self.control
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QPlainTextEdit):
            control.setPlainText(str(value or ""))
        elif isinstance(control, QComboBox):
            values = [choice.value for choice in self.field.choices]
            control.setCurrentIndex(values.index(value) if value in values else -1)
            if self.field.takes_new and value not in values:
                control.setEditText(value or "")
        elif isinstance(control, QLineEdit):
            dated = self.field.kind is FieldKind.DATE and value is not None
            control.setText(long_date(value) if dated else "" if value is None else str(value))

    def _label_text(self) -> str:
        needed = self.field.required or self.field.kind is FieldKind.TICK
        return self.field.label if needed else self.tr("{0} (optional)").format(self.field.label)

    def _build(self) -> QWidget:
        kind = self.field.kind
        if kind is FieldKind.TICK:
            tick = TickBox(unmarked(self.field.label))
            tick.setChecked(bool(self.field.value))
            tick.toggled.connect(self.edited)
            return tick
        if kind is FieldKind.LONG:
            long = LongText()
            long.setPlainText(str(self.field.value or ""))
            long.textChanged.connect(self.edited)
            return long
        return self._build_choice() if kind is FieldKind.CHOICE else self._build_line()

    def _build_line(self) -> QLineEdit:
        line = QLineEdit()
        value = self.field.value
        if self.field.kind is FieldKind.DATE:
            line.setPlaceholderText(self.tr("21/11, 21 nov, fri, +14 or 2w"))
            line.textChanged.connect(self._echo_day)
            line.editingFinished.connect(self._write_out_day)
            if value is not None:
                line.setText(long_date(value))
        elif value is not None:
            line.setText(str(value))
        if self.field.choices:
            self._propose(line)
        line.textChanged.connect(self.edited)
        return line

    def _propose(self, line: QLineEdit) -> None:
        """Let a line propose the choices that contain what is typed."""
        completer = Suggestions(line)
        completer.setModel(QStringListModel([choice.text for choice in self.field.choices], line))
        completer.list.setAccessibleName(self.field.label)
        line.setCompleter(completer)

    def _build_choice(self) -> QComboBox:
        box = ChoiceBox()
        for choice in self.field.choices:
            box.add_choice(choice.sentence(), choice.value)
        line = ChoiceLine()
        line.setPlaceholderText(self.tr("Choose, or type to find"))
        line.editingFinished.connect(self.finished)
        completer = box.find_by_typing(line, marks_first=not self.field.takes_new)
        for part in (line, completer.list, box.view()):
            part.setAccessibleName(self.field.label)
        values = [choice.value for choice in self.field.choices]
        box.setCurrentIndex(values.index(self.field.value) if self.field.value in values else -1)
        box.currentTextChanged.connect(self._tell_choice)
        box.currentTextChanged.connect(self.edited)
        return box

    def _chosen(self, box: QComboBox) -> Any:
        """Return the value whose words were typed, or the only one that contains them."""
        typed = fold(box.currentText().strip())
        if not typed:
            return None
        choices = self.field.choices
        same = [
            choice for choice in choices if typed in {fold(choice.sentence()), fold(choice.text)}
        ]
        whole = self.field.takes_new and " " in typed
        matching = same or [
            choice for choice in choices if not whole and typed in fold(choice.sentence())
        ]
        exact = box.currentIndex()
        if exact >= 0 and box.itemText(exact) == box.currentText():
            return choices[exact].value
        if self.field.takes_new and not matching:
            return " ".join(box.currentText().split())
        return matching[0].value if len(matching) == 1 else None

    def _tell_choice(self) -> None:
        """Say what a choice means, or at once that what is typed finds none."""
        answer, typed = self.answer(), self._typed()
        if typed and answer is None and not self._finds(typed):
            say_again(self._echo, self.tr("Nothing found for “{0}”").format(typed), "late")
        else:
            tell = self.field.tell
            say_again(self._echo, tell(answer) if tell and answer is not None else "", "small")
        self._echo.setVisible(bool(self._echo.text()) or self.field.tell is not None)

    def _finds(self, typed: str) -> bool:
        return any(fold(typed) in fold(choice.sentence()) for choice in self.field.choices)

    def _typed(self) -> str:
        control = self.control
        if isinstance(control, QLineEdit):
            return control.text().strip()
        if isinstance(control, QComboBox):
            return control.currentText().strip()
        return control.toPlainText().strip() if isinstance(control, QPlainTextEdit) else "."

    def _not_understood(self) -> str:
        if self.field.kind is FieldKind.DATE:
            reading = understand_day(self._typed(), self._today, self.field.looking)
            faults = {
                DayFault.JUST_PAST: self.tr("This day is just past; write its year too."),
                DayFault.FAR: self.tr("This day is more than 50 years away; look at its year."),
            }
            unknown = self.tr("No such day is known; write it as 21/11 or 21 November 2026.")
            return unknown if reading.fault is None else faults.get(reading.fault, unknown)
        if self.field.kind is FieldKind.NUMBER:
            return self.tr("This is not a number.")
        if self.field.kind is FieldKind.WHOLE:
            return self.tr("This is not a whole number.")
        typed = self._typed()
        if not self._finds(typed):
            return self.tr("“{typed}” is not one of the choices.").format(typed=typed)
        return self.tr("“{typed}” is more than one of the choices.").format(typed=typed)

    def _out_of_range(self, number: Decimal | int) -> str:
        low, high = self.field.low, self.field.high
        if low is not None and number < low:
            return self.tr("The least is {low}.").format(low=low)
        if high is not None and number > high:
            return self.tr("The most is {high}.").format(high=high)
        return ""

    def _echo_day(self, text: str) -> None:
        looking = self.field.looking
        reading = understand_day(text, self._today, looking)
        day = reading.day
        if reading.fault is DayFault.JUST_PAST:
            say_again(self._echo, self.tr("Just past; write its year too"), "late")
            return
        self._echo.setText("" if day is None else f"{self._weekday(day)} {long_date(day)}")
        past = day is not None and looking is Looking.AHEAD and day < self._today
        future = day is not None and looking is Looking.BACK and day > self._today
        if past or future:
            text = self.tr("{0}, in the past") if past else self.tr("{0}, in the future")
            self._echo.setText(text.format(self._echo.text()))
        warning = self.field.tell(day) if day is not None and self.field.tell is not None else ""
        sentence = ". ".join(part for part in (self._echo.text(), warning) if part)
        say_again(self._echo, sentence, "late" if past or future or warning else "small")

    def _write_out_day(self) -> None:
        day = self.answer()
        if day is not None and isinstance(self.control, QLineEdit):
            self.control.setText(long_date(day))

    @staticmethod
    def _weekday(day: date) -> str:
        return DAYS[day.weekday()].capitalize()

    def echo(self) -> QLabel:
        """Return the line that says the day in full as it is typed."""
        return self._echo


def _whole(text: str) -> int | None:
    number = _number(text)
    return int(number) if number is not None and number == int(number) else None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
