"""What can be done with action forms and the answers to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.services.action_forms.making import FormOrder
from lfjb_desk.ui.commands import Command, page_command
from lfjb_desk.ui.pages.action_forms import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.action_forms import AnswerRow, FormRecipient, FormRow
    from lfjb_desk.services.action_forms.making import MadeForm
    from lfjb_desk.services.action_forms.preview import AnswerPreview
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.pages.action_forms.services import FormsServices
    from lfjb_desk.ui.shell.contract import Desk


class FormCommands(QObject):
    """Asks forms, folders and files, and does what was asked."""

    taken = Signal()
    """An answer was taken in."""

    def __init__(
        self,
        desk: Desk,
        services: FormsServices,
        waiting: Callable[[], Sequence[AnswerRow]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._ask, self._waiting = desk, services, waiting
        self.to_owners = page_command(
            self.tr("Send forms to owners…"), self._send_to_owners, "paper-plane-tilt",
            offered=self._has_group, other_names=self.tr("action update, return, chase"),
        )  # fmt: skip
        self.to_bodies = page_command(
            self.tr("Send forms to bodies…"), self._send_to_bodies, "buildings",
            offered=self._has_group,
        )  # fmt: skip
        self.reminding = page_command(
            self.tr("Write reminders…"), self._remind, "envelope-simple",
            offered=self._has_group, other_names=self.tr("late actions, chase, e-mail"),
        )  # fmt: skip
        self.reading = page_command(
            self.tr("Read an answer…"), self._choose, "download-simple", "Ctrl+I",
            offered=self._has_group, other_names=self.tr("returned form, docx, eml, reply"),
        )  # fmt: skip
        self.accepting_all = page_command(
            self.tr("Accept all without a conflict"), self._accept_all, "checks",
            offered=lambda: any(not row.is_conflict for row in self._waiting()),
        )  # fmt: skip
        self.accept = Command(self.tr("Accept"), self._accept, "check-circle", "A", _is_open)
        self.reject = Command(self.tr("Reject…"), self._reject, "x-circle", "R", _is_open)
        self.hold = Command(self.tr("Hold"), self._hold, "clock", "H", _is_open)
        self.show_action = Command(self.tr("Show the action"), self._show, "check-square")
        self.withdraw = Command(
            self.tr("Withdraw this form"), self._withdraw, "trash",
            offered=lambda row: row.form.withdrawn_on is None,
        )  # fmt: skip
        self.of_answer: tuple[Command[AnswerRow], ...] = (
            *(self.accept, self.reject, self.hold, self.show_action),
        )
        self.of_form: tuple[Command[FormRow], ...] = (self.withdraw,)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read returned files in the background, then ask about each before it is taken in."""

        def work(handle: JobHandle) -> tuple[AnswerPreview | str, ...]:
            return tuple(self._read(path, handle) for path in paths)

        label = self.tr("Reading {0}").format(count(len(paths), self.tr("answer")))
        self._desk.jobs.run(work, self._settle, label=label)

    def _read(self, path: Path, handle: JobHandle) -> AnswerPreview | str:
        """Return what a file says, or why it cannot be read: one bad file keeps no other back."""
        handle.advance(path.name)
        try:
            return self._ask.reading.read(path, handle.is_cancelled)
        except RuleError as refusal:
            return str(refusal)

    def _settle(self, previews: Sequence[AnswerPreview | str]) -> None:
        refused = [preview for preview in previews if isinstance(preview, str)]
        for preview in previews:
            if isinstance(preview, str):
                continue
            if self._desk.keep(forms.take_in(preview), self._take) is not None:
                self.taken.emit()
        if refused:
            self._desk.notices.refuse(" ".join(refused))

    def _take(self, preview: AnswerPreview) -> Change:
        return self._ask.reading.take(preview, self._desk.context.today)

    def _choose(self) -> None:
        pattern = self.tr("Answers (*.docx *.eml *.msg);;All files (*)")
        paths = self._desk.dialogs.choose_files(self.tr("Read an answer"), pattern)
        if paths:
            self.read_files(paths)

    def _send_to_owners(self) -> None:
        self._send(self._ask.sending.owners, to_bodies=False)

    def _send_to_bodies(self) -> None:
        self._send(self._ask.sending.bodies, to_bodies=True)

    def _remind(self) -> None:
        self._send(self._ask.sending.to_remind, to_bodies=False, is_reminder=True)

    def _send(
        self,
        recipients_of: Callable[..., tuple[FormRecipient, ...]],
        *,
        to_bodies: bool,
        is_reminder: bool = False,
    ) -> None:
        group_id, today = self._desk.context.group_id, self._desk.context.today
        if group_id is None:
            return  # it is not offered then
        recipients = recipients_of(group_id, today)
        if not recipients:
            self._desk.notices.refuse(self._why_nobody(is_reminder=is_reminder))
            return
        answers: list[forms.SendingAnswer] = []

        def keep(answer: forms.SendingAnswer) -> str:
            if not answer.recipients:
                return self.tr("Choose at least one; nothing was written.")
            answers.append(answer)
            return ""

        usual = self._ask.sending.usual_day(group_id, today)
        form = forms.send_forms(
            recipients, today, usual, to_bodies=to_bodies, is_reminder=is_reminder
        )
        if not self._desk.dialogs.ask_form(form, keep):
            return
        folder = self._desk.dialogs.choose_folder(self.tr("Where the forms go"))
        if folder is None:
            return
        chosen, back_by = answers[-1].recipients, answers[-1].back_by
        made: list[tuple[MadeForm, ...]] = []

        order = FormOrder(group_id, back_by, today, is_reminder)

        def command(handle: JobHandle) -> Change:
            made.append(self._ask.sending.make(order, chosen, handle.advance))
            self._ask.sending.write(made[-1], folder)
            return self._ask.sending.record(made[-1])

        label = self.tr("Writing {0}").format(count(len(chosen), self.tr("form")))
        self._desk.history.do_slowly(label, command, lambda _: self._tell(made[-1], folder))

    def _why_nobody(self, *, is_reminder: bool) -> str:
        if is_reminder:
            return self.tr("No owner has an action that is late or due soon. Nothing was written.")
        return self.tr("Nobody has an open action here. Nothing was written.")

    def _tell(self, made: Sequence[MadeForm], folder: Path) -> None:
        """Say what was written, who has no address, and which form is not accessible."""
        sentence = self.tr("{0} with e-mail drafts written to {1}; none is sent")
        message = sentence.format(count(len(made), self.tr("form")), folder.name).capitalize()
        lacking = [form.recipient.name for form in made if not form.recipient.email]
        if lacking:
            message = self.tr("{0}. No address is held for {1}").format(message, listed(lacking))
        if any(form.findings for form in made):
            message = self.tr(
                "{0}. The accessibility check found faults; check the template"
            ).format(message)
        self._desk.notices.say(message)

    def _has_group(self) -> bool:
        return self._desk.context.group_id is not None

    def _accept(self, row: AnswerRow) -> None:
        now = self._desk.context.clock()
        self._desk.history.do(partial(self._ask.forms.accept, [row], now))

    def _accept_all(self) -> None:
        now, rows = self._desk.context.clock(), tuple(self._waiting())
        self._desk.history.do(partial(self._ask.forms.accept_all, rows, now))

    def _reject(self, row: AnswerRow) -> None:
        today = self._desk.context.today
        self._desk.keep(
            forms.reject(row), lambda answer: self._ask.forms.reject([row], answer.why, today)
        )

    def _hold(self, row: AnswerRow) -> None:
        today = self._desk.context.today
        self._desk.history.do(partial(self._ask.forms.hold, [row], today))

    def _show(self, row: AnswerRow) -> None:
        self._desk.context.go("actions", "action", row.action.id)

    def _withdraw(self, row: FormRow) -> None:
        today = self._desk.context.today
        self._desk.history.do(partial(self._ask.sending.withdraw, row.form.id, today))


def _is_open(row: AnswerRow) -> bool:
    return row.is_open
