"""Which authorities belong to the area: the board may add one, and take it out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from lfjb_desk.domain.formatting import listed
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.governance import forms
from lfjb_desk.ui.widgets.boxes import Card, clear, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.read_models.places import AuthorityOfArea
    from lfjb_desk.services.governance.area_authorities import AreaAuthorityService
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk


class AreaAuthorities(Card):
    """Names the authorities of the area; figures and collections ask those, and no others."""

    def __init__(self, desk: Desk, authorities: AreaAuthorityService) -> None:
        self._adding = page_command(
            self.tr("Add an authority to the area…"),
            self.add,
            "plus-bold",
            offered=lambda: desk.context.area_id is not None,
        )
        super().__init__(
            self.tr("Authorities of the area"), command_button(self._adding.bind(None), "quiet")
        )
        self._desk, self._ask = desk, authorities
        self._added: tuple[AuthorityOfArea, ...] = ()
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self._of_added: CommandGroup[AuthorityOfArea] = CommandGroup(
            self.tr("An authority that the board added"),
            (Command(self.tr("Take {0} out of the area"), self._take_out, "trash"),),
            lambda: self._added,
            lambda line: line.authority.name,
        )

    def refresh(self) -> None:
        """Name the authorities of the area that is chosen."""
        area_id = self._desk.context.area_id
        self.setVisible(area_id is not None)
        clear(self._lines)
        if area_id is None:
            self._added = ()
            return
        inside = self._ask.inside(area_id)
        self._added = tuple(line for line in inside if line.by_board)
        names = listed([line.authority.name for line in inside]) or self.tr("None yet")
        self._lines.addWidget(words(names, wrap=True))
        for line in self._added:
            note = self.tr("{0} was added by the board.").format(line.authority.name)
            buttons = [command_button(command, "quiet") for command in self._of_added.offered(line)]
            across = row(words(note, "small", wrap=True), *buttons)
            across.setStretch(0, 1)
            self._lines.addLayout(across)

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return what can be done with the authorities of the area."""
        return (page_group(self.tr("Authorities of the area"), self._adding), self._of_added)

    def add(self) -> None:
        """Ask which authority belongs to the area as well, and where that comes from."""
        area_id = self._desk.context.area_id
        if area_id is not None:
            self._desk.keep(
                forms.area_authority(self._ask.outside(area_id)),
                lambda answer: self._ask.add(area_id, answer.authority_id, answer.source),
            )

    def _take_out(self, line: AuthorityOfArea) -> None:
        area_id = self._desk.context.area_id
        if area_id is not None:
            self._desk.history.do(partial(self._ask.take_out, area_id, line.authority.id))
