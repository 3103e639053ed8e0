"""What the window and its pages know of each other, and of the rest of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.dialogs import Dialogs
    from lfjb_desk.ui.drafts import Drafts
    from lfjb_desk.ui.history import History
    from lfjb_desk.ui.jobs import Jobs
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.context import Context
    from lfjb_desk.ui.widgets.form.form import Answer, Form


@dataclass(frozen=True)
class SearchHit:
    """A record found by the Ctrl+K box; choosing it goes to `page` and shows the record."""

    text: str
    detail: str
    page: str
    kind: str
    key: UUID
    icon: str = "file-text"


@dataclass(frozen=True)
class ChooserEntry:
    """An area or a group as the chooser of the bar offers it."""

    key: UUID
    name: str


class Notices(QObject):
    """What the window tells the user without stopping the work."""

    announced = Signal(str)
    """Good news in the bar, such as `Saved 9:14am`."""
    refused = Signal(str)
    """One plain sentence on why something was not done."""

    def say(self, words: str) -> None:
        """Tell good news."""
        self.announced.emit(words)

    def refuse(self, sentence: str) -> None:
        """Tell why something was not done."""
        self.refused.emit(sentence)


@dataclass(frozen=True)
class Desk:
    """What every page is given by the window."""

    theme: ActiveTheme
    icons: Icons
    jobs: Jobs
    history: History
    dialogs: Dialogs
    context: Context
    notices: Notices
    drafts: Drafts

    def keep(self, form: Form[Answer], command: Callable[[Answer], Change]) -> Change | None:
        """Ask a form and carry out the command made of its answer; return what was changed.

        None where the user gives up.
        """
        made: list[Change] = []

        def noted(answer: Answer) -> Change:
            made.append(command(answer))
            return made[-1]

        kept = self.dialogs.ask_form(
            form, lambda answer: self.history.attempt(lambda: noted(answer))
        )
        return made[-1] if kept else None
