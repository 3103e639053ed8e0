"""The page of the first start."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.beside import Beside
from lfjb_desk.ui.widgets.boxes import Card, column, row
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import IconMark, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.services.governance.setup import SetupService
    from lfjb_desk.services.places import PlaceService
    from lfjb_desk.services.sample.sample import SampleService
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk

WIDTH = 400


@dataclass(frozen=True)
class WelcomeServices:
    """What the page asks."""

    places: PlaceService
    sample: SampleService
    setup: SetupService


@dataclass(frozen=True)
class BoardAnswer:
    """The code of the area whose board is set up."""

    area: str


class WelcomePage(Page):
    """Offers the sample board, or a board of one's own."""

    def __init__(self, desk: Desk, services: WelcomeServices) -> None:
        super().__init__(desk)
        self._ask = services
        self.head(
            self.tr("Welcome to LFJB Desk"),
            self.tr(
                "One place for your board: its meetings and actions, the drivers of delay, and the "
                "figures that show whether anything moved."
            ),
        )
        self._look_around = page_command(
            self.tr("Look around with a sample board"), self._show_sample, "eye"
        )
        self._own_board = page_command(self.tr("Set up my board"), self._set_up, "scales")
        self.sample_button = command_button(self._look_around.bind(None), "primary")
        self.own_button = command_button(self._own_board.bind(None))
        sample = self._card(
            "eye",
            self.tr("See what it does"),
            self.tr(
                "Essex and Suffolk with published national figures. Its people, meetings, actions "
                "and local figures are invented. One undo takes it all away again."
            ),
            self.sample_button,
        )
        own = self._card(
            "scales",
            self.tr("Start with your own board"),
            self.tr(
                "Choose your area. Each of its local authorities gets a seat, and so do the court "
                "service, Cafcass and the judiciary. You put people into the seats, and bring in "
                "the action log that you have on the Actions page."
            ),
            self.own_button,
        )
        cards = Beside(desk.theme)
        cards.put(sample, width=WIDTH)
        cards.put(own, width=WIDTH)
        self.body.addLayout(cards)
        self.body.addWidget(self._promise())
        self.body.addStretch(1)

    @override
    def resting_place(self) -> QWidget:
        return self.sample_button

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Welcome"), self._look_around, self._own_board),)

    def _card(self, icon: str, title: str, text: str, press: QPushButton) -> QWidget:
        card = Card()
        explanation = words(text, wrap=True)
        explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        mark = IconMark(self.desk.theme, self.desk.icons, icon, "accent", 32)
        card.body.addLayout(row(mark, None))
        card.body.addWidget(words(title, "lead"))
        card.body.addWidget(explanation, 1)
        card.body.addSpacing(8)
        card.body.addLayout(row(press, None))
        return card

    def _promise(self) -> QWidget:
        kept = self.tr(
            "What you enter is kept at once in one file on this computer. Until the window is "
            "closed it can be undone, but for what has gone out, such as circulated minutes. "
            "No child, family or case data belongs here."
        )
        holder = QWidget()
        holder.setLayout(row(column(words(kept, "soft", wrap=True))))
        holder.setMaximumWidth(2 * self.desk.theme.px(WIDTH) + 16)
        return holder

    def _show_sample(self) -> None:
        command = partial(self._ask.sample.build, self.desk.context.today)
        made: list[Change] = []
        if self.desk.history.do(lambda: _noted(command(), made)):
            self._stand_at(made[-1], "today")

    def _set_up(self) -> None:
        areas = tuple(
            Choice(area.code, area.name, area.region)
            for area in sorted(self._ask.places.areas(), key=lambda area: area.name)
        )
        field = Field("area", self.tr("Your area"), FieldKind.CHOICE, choices=areas, required=True)
        form = Form(
            self.tr("Set up my board"),
            (field,),
            BoardAnswer,
            save=self.tr("Set up the board"),
        )
        today = self.desk.context.today
        change = self.desk.keep(form, lambda answer: self._ask.setup.set_up(answer.area, today))
        if change is not None:
            self._stand_at(change, "governance")

    def _stand_at(self, made: Change, page: str) -> None:
        """Stand at the board that a change has added, and open a page on it."""
        board = made.key_of(Group)
        made_rows = (edit.after for edit in made.edits if edit.key == board and edit.after)
        for values in made_rows:
            self.desk.context.choose(values["area_id"], board)
        self.desk.context.go(page)


def _noted(made: Change, kept: list[Change]) -> Change:
    kept.append(made)
    return made
