"""The page shown when the database cannot be opened: what is safe, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from lfjb_desk.ui.commands import page_group
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import IconMark, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.ui.commands import AnyGroup, Command
    from lfjb_desk.ui.shell.contract import Desk

WIDTH = 720


class ErrorPage(Page):
    """Says why the database was not opened, and offers each way on as a button."""

    def __init__(self, desk: Desk, reason: str, ways: Sequence[Command[None]]) -> None:
        super().__init__(desk)
        self._ways = tuple(ways)
        self.head(
            self.tr("The board could not be opened"),
            self.tr("Nothing was changed by trying"),
        )
        card = Card()
        card.setMaximumWidth(desk.theme.px(WIDTH))
        mark = IconMark(desk.theme, desk.icons, "warning-circle", "late", 32)
        reason_label = words(reason, "prose", wrap=True)
        line = row(mark, reason_label, gap=16)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        card.body.addSpacing(8)
        presses = []
        for index, way in enumerate(self._ways):
            presses.append(command_button(way.bind(None), "plain" if index else "primary"))
        card.body.addLayout(row(*presses, None))
        self.body.addWidget(card)
        self.body.addStretch(1)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("The board"), *self._ways),)
