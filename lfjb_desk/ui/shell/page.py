"""What a page is: a heading, its buttons, its contents, and when it is shown afresh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from lfjb_desk.ui.commands import ready
from lfjb_desk.ui.focus_keeper import FocusKeeper
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.widgets.beside import AS_NEEDED, Beside
from lfjb_desk.ui.widgets.boxes import column
from lfjb_desk.ui.widgets.flow import Flow
from lfjb_desk.ui.widgets.menus import add_shortcuts
from lfjb_desk.ui.widgets.scrolling import Scrolled
from lfjb_desk.ui.widgets.text import breakable, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.rows import Row
    from lfjb_desk.ui.commands import AnyGroup, BoundCommand
    from lfjb_desk.ui.shell.contract import Desk

LEAST_TITLE = 280
"""How wide the heading is at least beside the buttons; they go under it where that is too much."""
SMALL, LOW = 800, 480
"""A page narrower or lower than this has narrow margins."""


class Page(QFrame):
    """A page of the window; a change in what it shows has it shown afresh, once it is seen."""

    shows: frozenset[type[Row]] = frozenset()
    """The tables of whose rows something is seen on it; no other change asks it to refresh."""
    turning = Signal()
    """What it shows is about to be another: a part, or an opened record."""
    room_wanted = Signal(bool)
    """Ask the window to fold its rail, as minuting does, or to unfold it."""

    def __init__(self, desk: Desk, title: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("role", "page")
        self._heading = ""
        self._title = words("", "title", wrap=True)
        self._under = words("", "soft", wrap=True)
        self._tools = Flow()
        self._heading_box = Beside(desk.theme, gap=8)
        self._heading_box.put(column(self._title, self._under, gap=2), least=LEAST_TITLE)
        self._heading_box.put(self._tools, width=AS_NEEDED)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._heading_box)
        area = Scrolled(self.body)
        outer.addWidget(area, 1)
        self.turning.connect(area.show_top)
        self._leave_margins()
        self.call(title)
        self._is_stale = True
        self._has_shortcuts = False
        self._focus_keeper = FocusKeeper(self, desk.history, self.resting_place)
        desk.history.changed.connect(self._on_change)
        desk.context.changed.connect(self._go_stale)

    @property
    def title(self) -> str:
        """The heading."""
        return self._heading

    def call(self, title: str) -> None:
        """Give the page its name, for the eye and for a screen reader; it is the first heading."""
        self.setAccessibleName(title)
        self.head(title)

    def head(self, title: str, under: str = "") -> None:
        """Say another heading, and the soft line under it."""
        self._heading = title
        self._title.setText(breakable(title))
        self._under.setText(breakable(under))

    def offer(self, *buttons: QWidget) -> None:
        """Put at most three buttons beside the heading, the primary one last."""
        while (item := self._tools.takeAt(0)) is not None:
            before = item.widget()
            if before is not None and before not in buttons:
                before.hide()
                before.deleteLater()
        for button in buttons:
            self._tools.addWidget(button)

    def refresh(self) -> None:
        """Show things as they stand now; a page whose contents never change needs nothing."""

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that this page lets the user do; what its menus and buttons show is of it."""
        return ()

    def commands(self) -> Sequence[BoundCommand]:
        """Return what can be done on this page now, for the Ctrl+K box."""
        return ready(self.command_groups())

    def show_record(self, kind: str, key: UUID) -> None:
        """Show one record, as the Ctrl+K box or another page asks."""

    def carry_out(self, errand: str) -> None:
        """Do what another place asks of this page; most pages are asked nothing."""

    def show_first_view(self) -> None:
        """Show the view with which the page opens; one that has no other needs nothing."""

    def standing(self) -> tuple[str, UUID | None]:
        """Return what is shown now, as `stand_at` takes it: a part of it, and a record there."""
        return "", None

    def stand_at(self, kind: str, key: UUID | None) -> None:
        """Show what was shown before; a record that is gone is refused.

        Raises:
            RuleError: when it is no longer there.
        """
        if key is not None:
            self.show_record(kind, key)

    def place(self) -> object:
        """Return what is shown: what `return_to` finds again; equal where the same is shown."""
        return tuple((table.accessibleName(), table.current_key()) for table in self._tables())

    def return_to(self, place: Any) -> None:
        """Show again what was shown, as `place` told it then.

        Raises:
            RuleError: when a record that was opened is no longer there.
        """
        chosen = dict(place)
        for table in self._tables():
            table.choose(chosen.get(table.accessibleName()))

    def _tables(self) -> list[RowTable[Any]]:
        tables: list[RowTable[Any]] = self.findChildren(RowTable)
        return [table for table in tables if table.isVisibleTo(self)]

    def resting_place(self) -> QWidget | None:
        """Return where the focus belongs while nothing else is asked; None for its list."""
        return None

    def take_focus(self) -> None:
        """Have the focus on this page: where it is if it is there, else where one works."""
        self._focus_keeper.rest()

    def take_focus_again(self, before: QWidget | None) -> None:
        """Have the focus where it was when the page was left; at first where one works."""
        if before is None:
            self._focus_keeper.start()
        else:
            self._focus_keeper.rest(before)

    def renew(self) -> None:
        """Refresh if something has changed since the last time."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_margins()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not self._has_shortcuts:
            self._has_shortcuts = True
            add_shortcuts(self, self.command_groups())
        self.renew()
        super().showEvent(event)

    def _leave_margins(self) -> None:
        """Leave a margin round the page, a narrower one where there is little room."""
        theme = self.desk.theme
        small = self.width() < theme.px(SMALL) or self.height() < theme.px(LOW)
        side, top = (12, 8) if small else (24, 20)
        self._heading_box.setContentsMargins(side, top, side, 8)
        self.body.setContentsMargins(side, 4 if small else 8, side, side)

    def _on_change(self, change: Change) -> None:
        if change.tables & self.shows:
            self._go_stale()

    def _go_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.renew()
