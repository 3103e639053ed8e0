"""The pane beside an unknown sheet: why it is read so, what is still open, and every correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.performance.mapping.fields import (
    ColumnAnswer,
    SheetAnswer,
    column_fields,
    sheet_fields,
)
from lfjb_desk.ui.pages.performance.mapping.sheet import letters
from lfjb_desk.ui.widgets.boxes import Card, clear, row
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, FieldView
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.importers.mapping.apply import Applied
    from lfjb_desk.importers.mapping.rules import Rules
    from lfjb_desk.importers.mapping.sheets import FileView, SheetView
    from lfjb_desk.services.imports.mappings import MappingDraft
    from lfjb_desk.ui.shell.contract import Desk

WIDTH = 380
KEYS = {"fill": "empty"}
"""Fields that answer a question about another part of the rules."""


class MappingPane(Card):
    """Asks what each part of a sheet means; its fields change what is read at once."""

    column_changed = Signal(int)
    sheet_changed = Signal()
    other_sheet = Signal(int)
    done = Signal(str)
    given_up = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(flush=True)
        self.setAccessibleName(self.tr("How the sheet is read"))
        self._today = desk.context.today
        self.column: dict[str, FieldView] = {}
        self.sheet: dict[str, FieldView] = {}
        self._at = -1
        self.group = page_group(
            self.tr("The sheet to be explained"),
            page_command(
                self.tr("Go on to the preview"),
                self._finish,
                "arrow-right",
                offered=self._can_go_on,
            ),
            page_command(self.tr("Cancel"), self.given_up.emit, "x-circle"),
        )
        """What can be done with the sheet once it is read, or instead."""
        self._chooser = _section()
        self._questions = _section()
        self._reasons = _section()
        self._column = _section()
        self._sheet = _section()
        self._build()

    def offer_sheets(self, sheets: Sequence[SheetView], at: int) -> None:
        """Offer the sheets of a file, hidden ones said to be so."""
        clear(self._chooser)
        if len(sheets) < 2:  # noqa: PLR2004 - one sheet leaves no choice
            return
        hidden = self.tr("hidden")
        choices = tuple(
            Choice(index, sheet.grid.title, hidden if sheet.grid.hidden else "")
            for index, sheet in enumerate(sheets)
        )
        field = Field(
            "sheet", self.tr("Sheet"), FieldKind.CHOICE, at, choices=choices, required=True
        )
        view = _field(field, self._today)
        self._chooser.addWidget(view)

        def turn() -> None:
            answer = view.answer()
            if answer is not None and answer != at:
                self.other_sheet.emit(answer)

        view.edited.connect(turn)

    def say_draft(self, draft: MappingDraft | None, file: FileView) -> None:
        """Say why the sheet is read so, or that no table was found in it."""
        for part in (self._reasons, self._column, self._sheet):
            clear(part)
        if draft is None:
            self._reasons.addWidget(
                words(self.tr("No row of headings above figures was found here."), wrap=True)
            )
            return
        heading = self.tr("Why it is read so")
        if draft.saved is not None:
            heading = self.tr("Read as “{0}” was. What has changed:").format(draft.saved.name)
        self._reasons.addWidget(words(heading, "strong", wrap=True))
        reasons = draft.reasons or (self.tr("Nothing in its headings."),)
        for sentence in (*reasons, *file.notes):
            self._reasons.addWidget(words(sentence, "small", wrap=True))
        name = draft.saved.name if draft.saved else file.file_name.rpartition(".")[0]
        self.name.give(name)

    def say_questions(self, applied: Applied | None) -> None:
        """Say what must be settled before anything is read, else how much there is."""
        clear(self._questions)
        questions = applied.questions if applied else ()
        if questions:
            self._questions.addWidget(words(self.tr("To be settled first"), "strong"))
        for question in questions[:8]:
            self._questions.addWidget(words(f"▲ {question.text}", "fault", wrap=True))
        if applied is not None and not questions:
            figures_counted = count(len(applied.figures), self.tr("figure"))
            self._questions.addWidget(
                words(self.tr("{0} can be read so.").format(figures_counted), "strong", wrap=True)
            )
        self._promote([KEYS.get(question.about, question.about) for question in questions])
        self.on.setEnabled(applied is not None and not questions and bool(applied.figures))

    def _promote(self, keys: Sequence[str]) -> None:
        """Put the fields that answer a question before the others, save one in use."""
        for key in reversed(dict.fromkeys(keys)):
            view = self.sheet.get(key)
            if view is not None and not view.control.hasFocus():
                self._sheet.removeWidget(view)
                self._sheet.insertWidget(1, view)  # under the heading

    def ask_column(self, rules: Rules, at: int, measures: Sequence[Measure]) -> None:
        """Ask what the chosen column holds."""
        rule = next(
            (rule_of_column for rule_of_column in rules.columns if rule_of_column.column == at),
            None,
        )
        clear(self._column)
        self.column, self._at = {}, at
        if rule is None:
            sentence = self.tr("Choose a column with a heading to say what it holds.")
            self._column.addWidget(words(sentence, "soft", wrap=True))
            return
        self._column.addWidget(words(self.tr("The chosen column"), "strong"))
        fields = column_fields(rule, letters(at), measures)
        self.column = self._add(self._column, fields, lambda: self.column_changed.emit(at))

    def ask_sheet(self, rules: Rules, measures: Sequence[Measure], *, hidden: bool) -> None:
        """Ask about the whole sheet."""
        clear(self._sheet)
        self._sheet.addWidget(words(self.tr("The whole sheet"), "strong"))
        fields = sheet_fields(rules, measures, hidden=hidden)
        self.sheet = self._add(self._sheet, fields, self.sheet_changed.emit)

    def column_answer(self) -> ColumnAnswer:
        """Return what is said of the chosen column."""
        return ColumnAnswer(**{key: field.answer() for key, field in self.column.items()})

    def sheet_answer(self) -> SheetAnswer:
        """Return what is said of the whole sheet."""
        return SheetAnswer.of({key: field.answer() for key, field in self.sheet.items()})

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        box = QVBoxLayout(inside)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(16)
        parts = (self._chooser, self._questions, self._column, self._sheet, self._reasons)
        for part in parts:
            box.addLayout(part)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area, 1)
        self._build_foot()

    def _build_foot(self) -> None:
        sentence = self.tr("Files of this shape are read the same way next time")
        named = Field("name", self.tr("Keep as"), required=True, help=sentence)
        self.name = FieldView(named, self._today)
        go_on, give_up = self.group.commands
        self.on = command_button(go_on.bind(None), "primary")
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self.name)
        foot.addLayout(row(self.on, command_button(give_up.bind(None)), None))
        self.body.addLayout(foot)

    def _can_go_on(self) -> bool:
        return self.on.isEnabled()

    def _finish(self) -> None:
        fault = self.name.check()
        self.name.show_fault(fault)
        if not fault:
            self.done.emit(self.name.answer())

    def _add(
        self, box: QVBoxLayout, fields: Sequence[Field], changed: Callable[[], None]
    ) -> dict[str, FieldView]:
        views = {field.key: _field(field, self._today) for field in fields}
        for view in views.values():
            box.addWidget(view)
            view.edited.connect(changed)
        return views


def _section() -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    return box


def _field(field: Field, today: date) -> FieldView:
    return FieldView(field, today)
