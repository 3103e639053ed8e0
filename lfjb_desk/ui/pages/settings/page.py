"""The settings page: the look and the size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.theme import Look
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form, FormView
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from lfjb_desk.services.settings import SettingsFile
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form import Answers

SIZES = (100, 115, 130, 150, 175, 200)
WIDTH = 520


class SettingsPage(Page):
    """Shows the settings, and keeps them."""

    def __init__(self, desk: Desk, file: SettingsFile) -> None:
        super().__init__(desk)
        self._file = file
        self.head(self.tr("Settings"), self.tr("They are kept on this computer"))
        self.form = FormView(self._form(), desk.context.today, self._keep)
        self.save = button(self.tr("Keep these settings"), "primary")
        self.save.clicked.connect(self.form.submit)
        card = Card()
        self.form.setMaximumWidth(desk.theme.px(WIDTH))
        card.body.addWidget(self.form)
        card.body.addLayout(row(self.save, None))
        self.body.addWidget(card)
        self.body.addStretch(1)

    @override
    def refresh(self) -> None:
        settings = self._file.settings
        self.form.fields["look"].give(settings.look)
        self.form.fields["text_percent"].give(settings.text_percent)

    def _form(self) -> Form:
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
        )

    def _keep(self, answers: Answers) -> str:
        try:
            settings = self._file.keep(**answers)
        except OSError as error:
            return self.tr(
                "The settings could not be written ({0}). Nothing was changed; "
                "free some room or ask who looks after this computer."
            ).format(error.strerror or type(error).__name__)
        self.desk.theme.apply(Look(settings.look), settings.text_percent)
        self.desk.notices.say(self.tr("Settings kept"))
        return ""
