"""What goes out about a meeting, as files for other programs: invitations, and e-mail drafts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.atomic_files import save
from lfjb_desk.ui.commands import Command
from lfjb_desk.ui.pages.meetings import sending_forms as forms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.pages.meetings.sending_forms import LetterAnswer
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk

CALENDAR_ENDING = ".ics"
LETTER_ENDING = ".eml"


class SendingCommands(QObject):
    """Asks where a file goes and what it lacks, and has it written; nothing is ever sent."""

    def __init__(self, desk: Desk, services: MeetingsServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, services
        self.inviting: Command[MeetingRow] = Command(
            self.tr("Save the invitation…"),
            self.invite,
            "calendar-blank",
            offered=self._can_invite,
            other_names=self.tr("calendar, ics, updated invitation, appointment"),
        )
        self.cancelling: Command[MeetingRow] = Command(
            self.tr("Save the cancellation…"),
            partial(self.invite, cancelled=True),
            "calendar-blank",
            offered=self._can_call_off,
            other_names=self.tr("calendar, ics, call off"),
        )
        self.writing: Command[MeetingRow] = Command(
            self.tr("Draft the e-mail with papers…"),
            self.write,
            "file-text",
            other_names=self.tr("email, eml, circulate, send, mail out"),
        )

    def all(self) -> tuple[Command[MeetingRow], ...]:
        """Return them in the order of their menu."""
        return (self.inviting, self.cancelling, self.writing)

    def _can_invite(self, row: MeetingRow) -> bool:
        return self._ask.invitations.can_invite(row.meeting, self._desk.context.today)

    def _can_call_off(self, row: MeetingRow) -> bool:
        return self._ask.invitations.can_call_off(row.meeting, self._desk.context.today)

    def invite(self, row: MeetingRow, *, cancelled: bool = False) -> None:
        """Write the invitation to a meeting, or its cancellation, where the user says."""
        try:
            self._invite(row, cancelled=cancelled)
        except RuleError as refusal:
            self._desk.notices.refuse(str(refusal))

    def _invite(self, row: MeetingRow, *, cancelled: bool) -> None:
        service = self._ask.invitations
        made = service.invitation(row.meeting.id, self._desk.context.clock(), cancelled=cancelled)
        title = self.tr("Save the cancellation") if cancelled else self.tr("Save the invitation")
        gaps = service.lacks(made, cancelled=cancelled)
        question = (
            self.tr("Save the cancellation of {0} all the same?")
            if cancelled
            else self.tr("Save the invitation to {0} all the same?")
        )
        if gaps and not self._agreed(question.format(row.label), " ".join(gaps)):
            return
        out = self._desk.dialogs.save_with_ending(
            title,
            service.file_name(made, cancelled=cancelled),
            self.tr("Calendar file (*.ics)"),
            CALENDAR_ENDING,
        )
        if out is not None:
            self._say_saved(service.save(made, out, cancelled=cancelled))

    def write(self, row: MeetingRow) -> None:
        """Ask which papers go with the e-mail, and draft it where the user says."""
        letters, meeting_id = self._ask.letters, row.meeting.id
        offered = letters.offered(meeting_id)
        if not offered:
            self._desk.notices.refuse(
                self.tr(
                    "No paper has been written for {0} yet, so there is none to attach. "
                    "Save its papers on the Papers page first."
                ).format(row.label)
            )
            return
        answers: list[LetterAnswer] = []

        def keep(answer: LetterAnswer) -> str:
            if not answer.papers:
                return self.tr("Choose at least one paper.")
            answers.append(answer)
            return ""

        if self._desk.dialogs.ask_form(forms.letter(row.label, offered), keep):
            self._draft(row, answers[-1])

    def _draft(self, row: MeetingRow, answer: LetterAnswer) -> None:
        letters, meeting_id = self._ask.letters, row.meeting.id
        people = letters.invitees(meeting_id, answer.entitled)
        gap = people.missing_words
        if not people.people:
            gap = self.tr(
                "Nobody who may read it has a seat on that day, so it is addressed to no one."
            )
        if gap and not self._agreed(
            self.tr("Draft the e-mail about {0} all the same?").format(row.label), gap
        ):
            return
        out = self._desk.dialogs.save_with_ending(
            self.tr("Save the e-mail draft"),
            letters.file_name(meeting_id),
            self.tr("E-mail draft (*.eml)"),
            LETTER_ENDING,
        )
        if out is not None:
            self._run(row, answer, out)

    def _run(self, row: MeetingRow, answer: LetterAnswer, out: Path) -> None:
        """Make the papers and the draft in the background, for that takes seconds."""
        today = self._desk.context.today

        def work(handle: JobHandle) -> Path:
            data = self._ask.letters.draft(
                row.meeting.id, answer.papers, today, answer.entitled, self._telling(handle)
            )
            handle.check()
            return save(out, data)

        label = self.tr("Draft the e-mail about {0}").format(row.label)
        self._desk.jobs.run(work, self._say_saved, label=label)

    def _telling(self, handle: JobHandle) -> Callable[[PaperDefinition], None]:
        words = self.tr("Writing and checking {0}")

        def tell(paper: PaperDefinition) -> None:
            handle.check()
            handle.advance(words.format(paper.in_sentence))

        return tell

    def _agreed(self, question: str, detail: str) -> bool:
        return self._desk.dialogs.confirm(question, detail, self.tr("Go on"))

    def _say_saved(self, path: Path) -> None:
        if isValid(self):
            self._desk.notices.say(self.tr("Saved {0}").format(path.name))
