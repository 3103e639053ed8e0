"""What a file would give: its questions, its columns, and every row with what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.formatting import count
from lfjb_desk.services.bringing.preview import RowFate
from lfjb_desk.ui.pages.bringing.answers import AnswerFields, QuestionField
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail, Pills, column
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import breakable, words

if TYPE_CHECKING:
    from lfjb_desk.services.bringing.preview import BroughtPreview, BroughtQuestion, BroughtRow
    from lfjb_desk.ui.commands import CommandGroup
    from lfjb_desk.ui.shell.contract import Desk

REMARKS_SHOWN = 8


class PreviewParts(QWidget):
    """Shows a preview in parts, and beside them what it comes to."""

    answered = Signal()

    def __init__(self, desk: Desk, of_file: CommandGroup[BroughtPreview]) -> None:
        super().__init__()
        self._of_file = of_file
        self._preview: BroughtPreview | None = None
        theme, today = desk.theme, desk.context.today
        self.questions = AnswerFields(self.tr("Questions about the file"), today)
        self.columns = AnswerFields(self.tr("Columns of the file"), today)
        self.outline = AnswerFields(self.tr("Outline of the document"), today)
        self.action_rows: RowTable[BroughtRow] = RowTable(
            theme, desk.icons, self.tr("Actions in the file"), self._action_columns(), key=id
        )
        self.member_rows: RowTable[BroughtRow] = RowTable(
            theme, desk.icons, self.tr("Members in the file"), self._member_columns(), key=id
        )
        self.clause_rows: RowTable[BroughtRow] = RowTable(
            theme, desk.icons, self.tr("Clauses in the file"), self._clause_columns(), key=id
        )
        self._rows_of = {
            "action": self.action_rows,
            "member": self.member_rows,
            "clause": self.clause_rows,
        }
        for part in (self.questions, self.columns, self.outline):
            part.answered.connect(self.answered)
        self.pills = Pills(self._turn_to)
        self._parts: dict[str, QWidget] = {
            "questions": self.questions,
            "columns": self.columns,
            "outline": self.outline,
        }
        self._stack = Stack()
        for each in (*self._parts.values(), *self._rows_of.values()):
            self._stack.addWidget(each)
        self.pane = Detail(theme, self.tr("What the file would give"))
        card = Card(flush=True)
        card.body.addWidget(self._stack, 1)
        across = Beside(theme)
        across.put(column(self.pills, card, gap=12), least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.setLayout(across)

    def show_file(self, preview: BroughtPreview) -> None:
        """Show a file that has just been read."""
        self.questions.clear()
        self.columns.clear()
        self.outline.clear()
        self.pills.current = "questions" if preview.open_questions else "rows"
        self.show_again(preview)

    def show_again(self, preview: BroughtPreview) -> None:
        """Show the same file as it stands after an answer."""
        self._preview = preview
        by_heading = {use.key for use in preview.columns}
        asked_first = [each for each in preview.questions if each.key not in by_heading]
        columns = [each for each in preview.questions if each.key in by_heading]
        self.questions.ask([self._question(each) for each in (*columns, *asked_first)])
        asked_keys = {each.key for each in columns}
        self.columns.ask(
            [
                QuestionField(
                    use.key,
                    use.heading,
                    self.tr("In it: {0}").format("; ".join(use.samples)) if use.samples else "",
                    use.roles,
                    chosen=use.role,
                )
                for use in preview.columns
                if use.key not in asked_keys
            ]
        )
        self.outline.ask(
            [
                QuestionField(line.key, line.name, line.text, line.roles, chosen=line.role)
                for line in preview.outline
            ]
        )
        given = self.answers()
        self.questions.show_faults(
            {
                each.key: self._fault(each)
                for each in preview.questions
                if each.key in given and not each.answered
            }
        )
        for noun, table in self._rows_of.items():
            table.set_rows(preview.rows if noun == preview.noun else ())
        self._offer(preview)
        self._show_pane(preview)

    def forget(self) -> None:
        """Show nothing any more."""
        self._preview = None
        self.questions.clear()
        self.columns.clear()
        self.outline.clear()
        for table in self._rows_of.values():
            table.set_rows(())

    def answers(self) -> dict[str, str]:
        """Return what the user has answered so far."""
        return {
            **self.columns.answers(),
            **self.outline.answers(),
            **self.questions.answers(),
        }

    def _question(self, question: BroughtQuestion) -> QuestionField:
        where = self.tr("First at {0}").format(question.first)
        if question.rows:
            rows = count(question.rows, self.tr("row"))
            where = self.tr("{0} in the file, the first at {1}").format(rows, question.first)
        if question.takes_day:
            where = self.tr("{0}. Any other day can be typed.").format(where)
        if question.takes_number:
            where = self.tr("{0}. Any other number can be typed.").format(question.first)
        takes_other = question.takes_day or question.takes_number
        return QuestionField(
            question.key, question.text, where, question.choices, takes_other=takes_other
        )

    def _fault(self, question: BroughtQuestion) -> str:
        if question.takes_number:
            return self.tr("This is no number from 1; write it as 6.")
        return self.tr("This names no day for certain; write it as 21 November 2026.")

    def _offer(self, preview: BroughtPreview) -> None:
        is_document = bool(preview.outline)
        pills = [
            ("outline", self.tr("Outline  {0}").format(len(preview.outline)))
            if is_document
            else ("columns", self.tr("Columns  {0}").format(len(preview.columns))),
            ("rows", self.tr("Rows  {0}").format(f"{len(preview.rows):,}")),
        ]
        if preview.questions:
            words_open = self.tr("Questions  {0} of {1} open").format(
                preview.open_questions, len(preview.questions)
            )
            pills.insert(0, ("questions", words_open))
        elif self.pills.current == "questions":
            self.pills.current = "rows"
        self.pills.offer(pills, self.pills.current)
        self._turn_to(self.pills.current)

    def _turn_to(self, key: str) -> None:
        noun = self._preview.noun if self._preview is not None else "action"
        rows = self._rows_of[noun]
        self._stack.setCurrentWidget(rows if key == "rows" else self._parts[key])

    def _show_pane(self, preview: BroughtPreview) -> None:
        self.pane.clear(preview.file_name)
        body = self.pane.body
        body.addWidget(words(breakable(preview.file_name), "lead", wrap=True))
        body.addWidget(words(preview.taken_for, "soft", wrap=True))
        body.addSpacing(6)
        for name, fate in (
            (self.tr("New"), RowFate.NEW),
            (self.tr("There already"), RowFate.PRESENT),
            (self.tr("Wait for an answer"), RowFate.WAITS),
            (self.tr("Left out"), RowFate.LEFT_OUT),
        ):
            self.pane.add_fact(name, f"{preview.counted(fate):,}")
        for remark in self._remarks(preview):
            body.addSpacing(4)
            body.addWidget(words(breakable(remark), "small", wrap=True))
        body.addStretch(1)
        keeping, giving_up = self._of_file.commands
        name = self._of_file.name(preview)
        keep = command_button(keeping.bind(preview, name), "primary")
        keep.setEnabled(preview.keeps > 0)
        self.pane.foot.addWidget(keep)
        self.pane.foot.addWidget(command_button(giving_up.bind(preview)))

    def _remarks(self, preview: BroughtPreview) -> list[str]:
        remarks = list(preview.notes[:REMARKS_SHOWN])
        if preview.counted(RowFate.WAITS):
            remarks.append(self.tr("What waits for an answer is not kept."))
        if not preview.keeps:
            remarks.append(self.tr("As it stands there is nothing to keep."))
        return remarks

    def _action_columns(self) -> tuple[Column[BroughtRow], ...]:
        return (
            Column(self.tr("Action"), lambda row: Cell(row.cells[0], row.place), stretch=True),
            Column(self.tr("Owner"), lambda row: Cell(row.cells[1], row.cells[2])),
            Column(self.tr("Due"), lambda row: row.cells[3]),
            Column(self.tr("Status"), lambda row: row.cells[4]),
            self._fate_column(),
        )

    def _member_columns(self) -> tuple[Column[BroughtRow], ...]:
        return (
            Column(self.tr("Person"), lambda row: Cell(row.cells[0], row.place), stretch=True),
            Column(self.tr("Organisation"), lambda row: Cell(row.cells[1], row.cells[2])),
            Column(self.tr("Seat"), lambda row: Cell(row.cells[3], row.cells[4])),
            self._fate_column(),
        )

    def _clause_columns(self) -> tuple[Column[BroughtRow], ...]:
        return (
            Column(self.tr("Number"), lambda row: Cell(row.cells[0], row.place)),
            Column(
                self.tr("Clause"),
                lambda row: Cell(
                    row.cells[1] or row.cells[2], row.cells[2] if row.cells[1] else ""
                ),
                stretch=True,
            ),
            Column(self.tr("Rule"), lambda row: row.cells[3]),
            self._fate_column(),
        )

    def _fate_column(self) -> Column[BroughtRow]:
        return Column(self.tr("What becomes of it"), lambda row: Cell(self._fate(row), row.reason))

    def _fate(self, row: BroughtRow) -> str:
        return {
            RowFate.NEW: self.tr("Kept as new"),
            RowFate.PRESENT: self.tr("There already"),
            RowFate.WAITS: self.tr("Waits"),
            RowFate.LEFT_OUT: self.tr("Left out"),
        }[row.fate]
