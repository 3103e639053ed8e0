"""The pane beside the lists: an answer beside the present state, or one form and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.read_models.action_forms import FormState
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Detail, hairline
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import StatusLabel, words

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.action_forms import AnswerRow, FormRow
    from lfjb_desk.ui.pages.action_forms.commands import FormCommands
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.text import Kind

FORM_TONES = {
    FormState.SENT: StatusTone.OPEN,
    FormState.OVERDUE: StatusTone.LATE,
    FormState.TO_DECIDE: StatusTone.SOON,
    FormState.SETTLED: StatusTone.GOOD,
    FormState.REPLACED: StatusTone.SAME,
    FormState.WITHDRAWN: StatusTone.SAME,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormPane", text)


def form_state_words(row: FormRow) -> str:
    """Return how a form stands, as a state in a list."""
    names = {
        FormState.SENT: _tr("Sent"),
        FormState.OVERDUE: _tr("{0} overdue").format(count(row.days_late, _tr("day"))),
        FormState.TO_DECIDE: _tr("To decide"),
        FormState.SETTLED: _tr("Settled"),
        FormState.REPLACED: _tr("Replaced"),
        FormState.WITHDRAWN: _tr("Withdrawn"),
    }
    return names[row.state]


def answer_state(row: AnswerRow) -> tuple[str, StatusTone]:
    """Return how an answer stands, in words and in its colour."""
    if row.is_conflict:
        return _tr("Conflict"), StatusTone.LATE
    names = {
        AnswerState.PROPOSED: (_tr("To decide"), StatusTone.SOON),
        AnswerState.ON_HOLD: (_tr("On hold"), StatusTone.OPEN),
        AnswerState.ACCEPTED: (_tr("Accepted"), StatusTone.GOOD),
        AnswerState.REJECTED: (_tr("Rejected"), StatusTone.SAME),
    }
    return names[row.answer.state]


class FormPane(Detail):
    """Shows one answer or one form, and offers what can be done with it now."""

    def __init__(self, desk: Desk, commands: FormCommands) -> None:
        super().__init__(desk.theme, "")
        self.setAccessibleName(self.tr("Chosen answer or form"))
        self._desk, self._commands = desk, commands

    def show_nothing(self) -> None:
        """Say how to choose something."""
        self.clear(None)
        self.body.addWidget(words(self.tr("Choose a line to see it here."), "soft"))
        self.body.addStretch(1)

    def show_answer(self, row: AnswerRow) -> None:
        """Show what an answer proposes beside the present state."""
        self.clear(row.answer.id)
        state, tone = answer_state(row)
        self._head(tone, state, row.action.title, row.action.ref)
        self._facts_of(row)
        if row.answer.progress:
            self._heading(self.tr("Progress, in their words"))
            self.body.addWidget(words(row.answer.progress, wrap=True))
        if row.is_conflict:
            self._heading(self.tr("Changed here meanwhile"))
            self.body.addWidget(words(self._conflict(row), "late", wrap=True))
        if row.answer.decided_why:
            self._heading(self.tr("Why"))
            self.body.addWidget(words(row.answer.decided_why, wrap=True))
        self.body.addStretch(1)
        for command in self._commands.of_answer:
            if command.offered(row):
                kind: Kind = "primary" if command is self._commands.accept else "plain"
                self.foot.addWidget(command_button(command.bind(row, row.action.ref), kind))

    def show_form(self, row: FormRow) -> None:
        """Show one form: whom it asked, when, and what came of each action."""
        self.clear(row.form.id)
        self._head(FORM_TONES[row.state], form_state_words(row), row.name, row.email)
        self.add_fact(self.tr("Sent on"), long_date(row.form.sent_on))
        self.add_fact(self.tr("Back by"), long_date(row.form.back_by))
        if row.form.returned_on is not None:
            self.add_fact(self.tr("Returned on"), long_date(row.form.returned_on))
        if row.form.withdrawn_on is not None:
            self.add_fact(self.tr("Withdrawn on"), long_date(row.form.withdrawn_on))
        self._heading(self.tr("Actions asked about"))
        by_action = {answer.action.id: answer for answer in row.answers}
        for action in row.content.actions:
            answer = by_action.get(action.action_id)
            state = answer_state(answer)[0] if answer else self.tr("No answer")
            self.body.addWidget(words(f"{action.ref} {action.title}", wrap=True))
            self.body.addWidget(words(state, "small"))
        self.body.addStretch(1)
        for command in self._commands.of_form:
            if command.offered(row):
                self.foot.addWidget(command_button(command.bind(row, row.name)))

    def _head(self, tone: StatusTone, state: str, title: str, under: str) -> None:
        desk = self._desk
        self.body.addWidget(StatusLabel(desk.theme, desk.icons, tone, state, strong=True))
        self.body.addWidget(words(title, "lead", wrap=True))
        if under:
            self.body.addWidget(words(under, "small", wrap=True))
        self.body.addWidget(hairline())

    def _heading(self, text: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(words(text, "strong", wrap=True))

    def _facts_of(self, row: AnswerRow) -> None:
        answer, action = row.answer, row.action
        self.add_fact(self.tr("Due now"), long_date(action.due))
        proposed = long_date(answer.proposed_due) if answer.proposed_due else self.tr("No change")
        self.add_fact(self.tr("Proposed date"), proposed)
        self.add_fact(self.tr("Status now"), action.status.value.capitalize())
        status = answer.proposed_status
        words_of_status = status.value.capitalize() if status else self.tr("No change")
        self.add_fact(self.tr("Proposed status"), words_of_status)
        self.add_fact(self.tr("From"), row.name)
        self.add_fact(self.tr("Read on"), long_date(answer.read_on))
        self.add_fact(self.tr("File"), answer.file_name)

    def _conflict(self, row: AnswerRow) -> str:
        """Return what the form showed, and what stands here now."""
        parts = []
        if row.base is not None and row.due_conflicts:
            sentence = self.tr("The form showed {0} as the date; here it is {1}.")
            parts.append(sentence.format(long_date(row.base.due), long_date(row.action.due)))
        if row.base is not None and row.status_conflicts:
            sentence = self.tr("The form showed the status “{0}”; here it is “{1}”.")
            parts.append(sentence.format(row.base.status.value, row.action.status.value))
        parts.append(self.tr("Accept takes the answer; Reject keeps what is here."))
        return " ".join(parts)
