"""The page of action forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from lfjb_desk.domain.action_forms import ActionForm, FormAnswer
from lfjb_desk.domain.actions import Action, ActionUpdate
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.read_models.action_forms import FormState
from lfjb_desk.ui.commands import CommandGroup, page_group
from lfjb_desk.ui.pages.action_forms.columns import answer_columns, form_columns
from lfjb_desk.ui.pages.action_forms.commands import FormCommands
from lfjb_desk.ui.pages.action_forms.pane import FormPane
from lfjb_desk.ui.shell.drops import dropped, files_of
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, Pills
from lfjb_desk.ui.widgets.menus import command_button, menu_of
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.domain.read_models.action_forms import AnswerRow, FormRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.action_forms.services import FormsServices
    from lfjb_desk.ui.shell.contract import Desk

ENDINGS = frozenset({".docx", ".doc", ".eml", ".msg"})
"""The files that may be dropped here; what cannot be read is refused in a sentence."""
TO_DECIDE, AWAITED, ALL = "to-decide", "awaited", "all"


class ActionFormsPage(Page):
    """Lists the answers to decide and the forms that were sent, and shows the chosen one."""

    shows = frozenset({Action, ActionForm, ActionUpdate, FormAnswer, Group, Organisation, Person})

    def __init__(self, desk: Desk, services: FormsServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Action forms"))
        self._ask = services
        self._forms: tuple[FormRow, ...] = ()
        self._has_chosen = False
        self.record_commands = FormCommands(desk, services, self._waiting, self)
        self.record_commands.taken.connect(lambda: self._turn(TO_DECIDE))
        self.pills = Pills(self._turn)
        self.pills.current = TO_DECIDE
        self._build_tables()
        self.pane = FormPane(desk, self.record_commands)
        self.answers.chosen.connect(lambda _: self._show())
        self.sent.chosen.connect(lambda _: self._show())
        self._build_tools()
        self._lay_out()
        self.setAcceptDrops(True)

    @override
    def refresh(self) -> None:
        group_id, today = self.desk.context.group_id, self.desk.context.today
        self._forms = () if group_id is None else self._ask.forms.rows(group_id, today)
        awaited = self._awaited()
        overdue = sum(row.state is FormState.OVERDUE for row in awaited)
        totals = self.tr("{0} to decide, {1} awaited, {2} overdue")
        waiting = self._waiting()
        under = totals.format(count(len(waiting), self.tr("answer")), len(awaited), overdue)
        under = under[:1].upper() + under[1:]
        self.head(self.tr("Action forms"), under if self._forms else "")
        pills = (
            (TO_DECIDE, self.tr("To decide"), len(waiting)),
            (AWAITED, self.tr("Not back yet"), len(awaited)),
            (ALL, self.tr("All forms"), len(self._forms)),
        )
        if not self._has_chosen:
            self.pills.current = TO_DECIDE if waiting or not awaited else AWAITED
        self.pills.offer([(key, f"{name}  {n}") for key, name, n in pills], self.pills.current)
        self._list()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        commands = self.record_commands
        own = page_group(
            self.tr("Action forms"),
            commands.to_owners,
            commands.to_bodies,
            commands.reminding,
            commands.reading,
            commands.accepting_all,
        )
        return (
            own,
            self._of_answer.only_while(self.answers.isVisible),
            self._of_form.only_while(self.sent.isVisible),
        )

    @override
    def standing(self) -> tuple[str, UUID | None]:
        return self.pills.current, None

    @override
    def stand_at(self, kind: str, key: UUID | None) -> None:
        if kind in {TO_DECIDE, AWAITED, ALL}:
            self._turn(kind)

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        """Show a form of a group, wherever it stands."""
        self._turn(ALL)
        self.sent.choose(key)

    @override
    def resting_place(self) -> QWidget | None:
        return self.answers if self.pills.current == TO_DECIDE else self.sent

    @override
    def carry_out(self, errand: str) -> None:
        self.record_commands.read_files(files_of(errand))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event, ENDINGS):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event, ENDINGS)
        if paths:
            event.acceptProposedAction()
            self.record_commands.read_files(paths)

    def _build_tables(self) -> None:
        desk, commands = self.desk, self.record_commands
        self._of_answer: CommandGroup[AnswerRow] = CommandGroup(
            self.tr("The chosen answer"),
            commands.of_answer,
            chosen_row(lambda: self.answers),
            lambda row: row.action.ref,
            in_list=True,
        )
        self._of_form: CommandGroup[FormRow] = CommandGroup(
            self.tr("The chosen form"),
            commands.of_form,
            chosen_row(lambda: self.sent),
            lambda row: row.name,
        )
        self.answers: RowTable[AnswerRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Answers to decide"),
            answer_columns(),
            key=lambda row: row.answer.id,
            late=lambda row: row.is_conflict,
            commands_for=self._of_answer.offered,
        )
        self.answers.set_keys(self._of_answer)
        self.answers.opened.connect(commands.show_action.carry_out)
        self.sent: RowTable[FormRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Forms"),
            form_columns(desk.context.today),
            key=lambda row: row.form.id,
            late=lambda row: row.days_late > 0,
            commands_for=self._of_form.offered,
        )

    def _build_tools(self) -> None:
        commands = self.record_commands
        self.send = button(self.tr("Send  ▾"), name=self.tr("Send forms or reminders"))
        ways = (commands.to_owners, commands.to_bodies, commands.reminding)
        self.send.setMenu(menu_of([way.bind(None) for way in ways], self.send))
        self.accept_all = command_button(commands.accepting_all.bind(None))
        self.read = command_button(commands.reading.bind(None), "primary", icons=self.desk.icons)
        self.offer(self.send, self.accept_all, self.read)

    def _lay_out(self) -> None:
        theme, icons = self.desk.theme, self.desk.icons
        self._full = Card(flush=True)
        self._full.body.addWidget(self.answers)
        self._full.body.addWidget(self.sent)
        first = command_button(self.record_commands.to_owners.bind(None), "primary")
        self._empty = Empty(theme, icons, "paper-plane-tilt", "", "", first)
        self._empty.hide()
        across = Beside(theme)
        across.put(self._full, least=LEAST_LIST)
        across.put(self._empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.body.addWidget(self.pills)
        self.body.addLayout(across, 1)

    def _waiting(self) -> tuple[AnswerRow, ...]:
        return tuple(answer for row in self._forms for answer in row.waiting)

    def _awaited(self) -> tuple[FormRow, ...]:
        rows = (row for row in self._forms if row.state.is_awaited)
        return tuple(sorted(rows, key=lambda row: (row.form.back_by, row.name.casefold())))

    def _turn(self, key: str) -> None:
        self._has_chosen = True
        self.pills.current = key
        self.refresh()

    def _list(self) -> None:
        """Show the list of the chosen pill, or what is missing."""
        is_deciding = self.pills.current == TO_DECIDE
        forms = self._awaited() if self.pills.current == AWAITED else self._forms
        answers = self._waiting()
        has_rows = bool(answers if is_deciding else forms)
        self.accept_all.setVisible(is_deciding and bool(answers))
        for part, seen in (
            (self.pills, bool(self._forms)),
            (self._empty, not has_rows),
            (self._full, has_rows),
            (self.pane, has_rows),
            (self.answers, is_deciding),
            (self.sent, not is_deciding),
        ):
            part.setVisible(seen)
        if not has_rows:
            self._say_what_is_missing()
            return
        if is_deciding:
            self.answers.set_rows(answers)
            if self.answers.current_row() is None:
                self.answers.choose(answers[0].answer.id)
        else:
            self.sent.set_rows(forms)
            if self.sent.current_row() is None:
                self.sent.choose(forms[0].form.id)
        self._show()

    def _say_what_is_missing(self) -> None:
        if self.desk.context.group_id is None:
            missing, first = self.tr("No board is chosen"), self.tr("Choose an area at the top.")
        elif not self._forms:
            missing = self.tr("No action form was sent yet")
            first = self.tr("Send one to each owner with all of their actions, as a Word file.")
        elif self.pills.current == TO_DECIDE:
            missing = self.tr("No answer waits to be decided")
            first = self.tr("Read one in, or drop the file or the e-mail on this page.")
        else:
            missing = self.tr("Every form is back")
            first = self.tr("All forms stand under the last filter.")
        self._empty.say(
            missing, first, can_start=not self._forms and self.desk.context.group_id is not None
        )

    def _show(self) -> None:
        answer, form = self.answers.current_row(), self.sent.current_row()
        if self.pills.current == TO_DECIDE and answer is not None:
            self.pane.show_answer(answer)
        elif self.pills.current != TO_DECIDE and form is not None:
            self.pane.show_form(form)
        else:
            self.pane.show_nothing()
