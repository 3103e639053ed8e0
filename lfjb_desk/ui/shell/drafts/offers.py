"""The way back to what was typed and not recorded: to its page, its record and its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.ui.commands import find_again
from lfjb_desk.ui.drafts import ask_to_throw_away
from lfjb_desk.ui.shell.drafts.forms import FORM, FormDrafts
from lfjb_desk.ui.shell.drafts.strip import DraftStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.services.drafts.draft import Draft, DraftPlace
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.page import Page


class DraftOffers(QObject):
    """Offers drafts in a strip, and opens the one that the user wants."""

    def __init__(
        self, desk: Desk, stand: Callable[[], DraftPlace], open_page: Callable[[str], Page | None]
    ) -> None:
        super().__init__(desk.drafts)
        self._desk, self._open_page = desk, open_page
        self.strip = DraftStrip(desk.theme, desk.icons, desk.context.today)
        self.forms = FormDrafts(desk.drafts, desk.context, stand)
        desk.dialogs.follow = self.forms.follow
        self.forms.put_aside.connect(self.strip.put_aside)
        self.forms.opened.connect(self.strip.take_back)
        self.strip.wanted.connect(self.go_on)
        self.strip.thrown_away.connect(self._throw_away)
        desk.drafts.kept.connect(self.strip.renew)
        desk.drafts.forgotten.connect(self.strip.take_back)

    def offer_waiting(self) -> None:
        """Offer all that was typed and not recorded, such as after a start."""
        self.strip.offer(self._desk.drafts.waiting())

    def _throw_away(self, draft: Draft) -> None:
        """Drop a draft for good, once the user has said so twice."""
        if ask_to_throw_away(self._desk.dialogs, draft):
            self._desk.drafts.forget(draft.key)

    def go_on(self, draft: Draft) -> None:
        """Open a draft where it was typed; where there is no way back say so, and keep it."""
        try:
            found = self._go_to(draft)
        except RuleError:  # its record is gone
            found = False
        if not found:
            self.strip.say_gone(draft)

    def _go_to(self, draft: Draft) -> bool:
        place, context = draft.place, self._desk.context
        if place.group is not None:
            context.choose(place.area or context.area_id, place.group)
        page = self._open_page(place.page)
        if page is None:
            return False
        page.stand_at(place.kind, place.record)
        if not draft.key.startswith(FORM):
            return True
        command = find_again(page.command_groups(), place.command, place.subject)
        again = command.run if command is not None else self.forms.again.get(draft.key)
        if again is not None:
            again()
        return again is not None
