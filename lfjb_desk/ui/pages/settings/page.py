"""The settings page: the look, the size of the text, and whether the record of changes holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shiboken6 import isValid
from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.look.theme import Look, StatusTone
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form, FormView
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import StatusLabel, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.services.audit import AuditCheck, AuditService
    from lfjb_desk.services.settings import SettingsFile
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.shell.contract import Desk

SIZES = (100, 115, 130, 150, 175, 200)
WIDTH = 520
MOST_ROWS = 10
"""How many rows that the record does not account for are named."""


@dataclass(frozen=True)
class LookAnswer:
    """Light or dark, and how large the text is."""

    look: str
    text_percent: int


class SettingsPage(Page):
    """Shows the settings and keeps them, and checks the record of changes."""

    def __init__(self, desk: Desk, file: SettingsFile, audit: AuditService) -> None:
        super().__init__(desk)
        self._file, self._audit = file, audit
        self._is_checking = False
        self._keeping = page_command(self.tr("Keep these settings"), self._submit, "check-circle")
        self._checking = page_command(self.tr("Check the record"), self._check, "shield-check")
        self.head(self.tr("Settings"), self.tr("They are kept on this computer"))
        self.form = FormView(self._form(), desk.context.today, self._keep)
        self.save = command_button(self._keeping.bind(None), "primary")
        card = Card()
        self.form.setMaximumWidth(desk.theme.px(WIDTH))
        card.body.addWidget(self.form)
        card.body.addLayout(row(self.save, None))
        self.body.addWidget(card)
        self.body.addWidget(self._build_record())
        self.body.addStretch(1)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Settings"), self._keeping, self._checking),)

    def _build_record(self) -> Card:
        """Return the card that says whether the record of changes holds."""
        card = Card(self.tr("The record of changes"))
        meaning = self.tr(
            "Every change is kept with who made it and when, and sealed together with the one "
            "before it, so that a change made behind the desk's back is found. Only the last ones, "
            "since the newest backup, could be cut off without a trace."
        )
        self.check = command_button(self._checking.bind(None))
        self.result = StatusLabel(self.desk.theme, self.desk.icons, StatusTone.GOOD, "")
        self.result.hide()
        card.body.addWidget(words(meaning, "soft", wrap=True))
        card.body.addWidget(self.result)
        card.body.addLayout(row(self.check, None))
        return card

    def _submit(self) -> None:
        self.form.submit()

    def _check(self) -> None:
        """Follow the record beside the window, and say in one sentence whether it holds."""
        if self._is_checking:
            return
        self._is_checking = True
        following = self.tr("Checking the record: {0:,} of {1:,} changes")
        comparing = self.tr("Comparing every row with the record")

        def work(handle: JobHandle) -> AuditCheck:
            def passed(number: int, every: int) -> None:
                handle.check()
                done = number == every
                handle.advance(
                    comparing if done else following.format(number, every),
                    -1.0 if done else number / every,
                )

            return self._audit.check(passed)

        self.desk.jobs.run(
            work,
            self._show_check,
            self._fail,
            label=self.tr("Checking the record"),
            cancelled=self._end,
        )

    def _show_check(self, check: AuditCheck) -> None:
        self._end()
        if not isValid(self):
            return
        self.result.say(StatusTone.GOOD if check.holds else StatusTone.LATE, self._sentence(check))
        self.result.show()

    def _sentence(self, check: AuditCheck) -> str:
        changes = count(check.changes, self.tr("change"))
        if check.holds:
            return self.tr("The record holds: {0}, each as it was written.").format(changes)
        if check.fault_at is None:
            rows, more = check.differing_rows[:MOST_ROWS], len(check.differing_rows) - MOST_ROWS
            listed = "; ".join(rows) + (
                self.tr("; and {0:,} more").format(more) if more > 0 else ""
            )
            return self.tr(
                "The record holds, but it does not account for all that is here: {0}. "
                "Put this right by hand, or bring back a backup."
            ).format(listed)
        return self.tr(
            "The record does not hold: at change {0} of {1:,}, {2}. Bring back a backup, or ask "
            "who looks after this computer."
        ).format(check.fault_at, check.changes, check.fault)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.desk.jobs.report(error)

    def _end(self) -> None:
        self._is_checking = False

    @override
    def refresh(self) -> None:
        settings = self._file.settings
        self.form.fields["look"].give(settings.look)
        self.form.fields["text_percent"].give(settings.text_percent)

    def _form(self) -> Form[LookAnswer]:
        looks = (
            Choice("system", self.tr("As the system has it")),
            Choice("light", self.tr("Light")),
            Choice("dark", self.tr("Dark")),
        )
        sizes = tuple(Choice(size, self.tr("{0}%").format(size)) for size in SIZES)
        return Form(
            self.tr("Settings"),
            (
                Field("look", self.tr("Look"), FieldKind.CHOICE, choices=looks, required=True),
                Field(
                    "text_percent",
                    self.tr("Size of the text"),
                    FieldKind.CHOICE,
                    choices=sizes,
                    required=True,
                    help=self.tr("Of the size that the system uses"),
                ),
            ),
            LookAnswer,
        )

    def _keep(self, answer: LookAnswer) -> str:
        try:
            settings = self._file.keep(look=answer.look, text_percent=answer.text_percent)
        except OSError as error:
            return self.tr(
                "The settings could not be written ({0}). Nothing was changed; "
                "free some room or ask who looks after this computer."
            ).format(error.strerror or type(error).__name__)
        self.desk.theme.apply(Look(settings.look), settings.text_percent)
        self.desk.notices.say(self.tr("Settings kept"))
        return ""
