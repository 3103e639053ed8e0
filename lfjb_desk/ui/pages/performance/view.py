"""What a view of the Performance page is; the page shows one of them at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.rows import Row
    from lfjb_desk.ui.commands import AnyGroup


class View(QWidget):
    """One view: its heading, its tools and commands, and how it is shown afresh.

    To plug one in, add it to the list in `PerformancePage`; nothing else knows it.
    """

    shows: frozenset[type[Row]] = frozenset()
    """The tables of whose rows something is seen on it, besides the places it is about."""
    key = ""
    """The name by which other views ask for it."""
    has_back = True
    """Whether a button leads back from it; a view that has its own way out needs none."""
    tools: tuple[QPushButton, ...] = ()
    """At most two buttons at the right of the heading, the primary one last."""

    retitled = Signal()
    """The heading or the tools have changed without a change of what is held."""
    wanted = Signal(str, object)
    """Show another view (its key), and something there, or None."""

    def entry(self) -> str:
        """Return what the menu and the Ctrl+K box call it; empty where they do not offer it."""
        return ""

    def head(self) -> tuple[str, str]:
        """Return the heading and the soft line under it."""
        return self.entry(), ""

    def refresh(self) -> None:
        """Show things as they stand now."""

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done here; what needs no record is offered from every view."""
        return ()

    def here(self, *groups: AnyGroup) -> Sequence[AnyGroup]:
        """Return commands on records of this view: they are offered only while it is seen."""
        return [group.only_while(self.isVisible) for group in groups]

    def show_at(self, at: object) -> None:
        """Show something of this view, as another view asks."""

    def standing(self) -> UUID | None:
        """Return the record that is chosen here; None where it is the measure of the page."""

    def offers(self, tool: QPushButton) -> bool:
        """Tell whether one of the tools makes sense now."""
        return tool in self.tools
