"""What each part of the Governance page is: a widget with its own buttons and commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.rows import Row
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form.form import Answer, Form


class GovernanceSection(QWidget):
    """One part of the page; it is shown afresh whenever the page is."""

    shows: frozenset[type[Row]] = frozenset()
    """The tables of whose rows something is seen on it."""
    can_add = True
    """Whether a new one of what it lists can be added here."""
    retooled = Signal()
    """Other buttons are wanted at the head of the page."""

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__()
        self.desk = desk
        self.ask = services

    def tools(self) -> Sequence[QPushButton]:
        """Return at most three buttons for the head of the page, the primary one last."""
        return ()

    def refresh(self) -> str:
        """Show things as they stand now; return the line under the title."""
        return ""

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done here."""
        return ()

    def add(self) -> None:
        """Ask for a new one of what the part lists."""

    def show_record(self, kind: str, key: UUID) -> None:
        """Show one record."""

    def standing(self) -> UUID | None:
        """Return the record that is shown."""

    def keep(self, form: Form[Answer], command: Callable[[Answer], Change]) -> None:
        """Ask a form and carry out the command made of its answer."""
        self.desk.keep(form, command)

    def do(self, command: Callable[..., Change], *values: object) -> None:
        """Carry out a command that needs no question."""
        self.desk.history.do(partial(command, *values))
