"""The window: painted first, filled afterwards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.history import History
from lfjb_desk.ui.icons import Icons
from lfjb_desk.ui.jobs import Jobs
from lfjb_desk.ui.shell.bar import Bar
from lfjb_desk.ui.shell.command_box import CommandBox
from lfjb_desk.ui.shell.contract import Command, Desk, Notices
from lfjb_desk.ui.shell.rail import Rail
from lfjb_desk.ui.shell.strips import RefusalStrip, WorkStrip
from lfjb_desk.ui.widgets.focus import FocusRing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.shell.contract import Contents, Context, Hit
    from lfjb_desk.ui.shell.page import Page
    from lfjb_desk.ui.theme import Theme

NARROW = 1200
NOON = 12


class MainWindow(QMainWindow):
    """The rail, the bar and the page; it knows no service, and pages only when they are built."""

    filled = Signal()
    """The first page stands with its rows."""

    def __init__(
        self,
        theme: Theme,
        context: Context,
        write: Callable[[Change], None],
        load: Callable[[Desk], Contents],
    ) -> None:
        """Make the frame; after its first paint `load` builds what it is filled with."""
        super().__init__()
        self._load = load
        self._contents: Contents | None = None
        self._pages: dict[str, Page] = {}
        self._page_actions: list[QAction] = []
        self._is_painted = False
        self._room_wanted = False
        jobs = Jobs(self)
        self.desk = Desk(
            theme,
            Icons(theme),
            jobs,
            History(write, jobs),
            Dialogs(self, theme, context.today),
            context,
            Notices(),
        )
        self.setWindowTitle("LFJB Desk")
        self._build_frame()
        self._build_commands()
        self._connect()
        self.resize(1366, 768)

    def open_page(self, key: str) -> Page | None:
        """Open a page by its key; None while the window is not filled or knows no such page."""
        if self._contents is None or key not in self._contents.pages:
            return None
        page = self._pages.get(key)
        if page is None:
            page = self._contents.pages[key]()
            page.room_wanted.connect(self._give_room)
            self._pages[key] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.rail.mark(key)
        self._offer_page_commands()
        return page

    def page(self) -> Page | None:
        """Return the page that is open."""
        current = self._stack.currentWidget()
        return next((one for one in self._pages.values() if one is current), None)

    def commands(self) -> Sequence[Command]:
        """Return all that can be done now: on this page, then anywhere."""
        page = self.page()
        return (*(page.commands() if page else ()), *self._own_commands())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._fill)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.jobs.wait()
        super().closeEvent(event)

    def _build_frame(self) -> None:
        theme, icons = self.desk.theme, self.desk.icons
        self.rail = Rail(theme, icons)
        for key, title, icon in self._places():
            self.rail.add(key, title, icon, at_foot=key == "settings")
        self.bar = Bar(theme, icons, self.desk.history)
        self.refusal = RefusalStrip(theme, icons)
        self.work = WorkStrip()
        self._stack = QStackedWidget()
        centre = QWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self.bar, self.refusal, self.work):
            right.addWidget(part)
        right.addWidget(self._stack, 1)
        across = QHBoxLayout(centre)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self.setCentralWidget(centre)
        FocusRing(self, theme)
        self.command_box = CommandBox(self, theme, icons, self.commands, self._find, self._show_hit)

    def _places(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("today", self.tr("Today"), "house"),
            ("meetings", self.tr("Meetings"), "calendar-blank"),
            ("actions", self.tr("Actions"), "check-square"),
            ("performance", self.tr("Performance"), "chart-line"),
            ("drivers", self.tr("Drivers"), "git-branch"),
            ("governance", self.tr("Governance"), "scales"),
            ("library", self.tr("Library"), "books"),
            ("papers", self.tr("Papers"), "file-text"),
            ("settings", self.tr("Settings"), "gear"),
        )

    def _own_commands(self) -> tuple[Command, ...]:
        stack = self.desk.history.stack
        steps = []
        if stack.canUndo():
            undo = self.tr("Undo {0}").format(stack.undoText())
            steps.append(Command(undo, stack.undo, "arrow-counter-clockwise", "Ctrl+Z"))
        if stack.canRedo():
            redo = self.tr("Redo {0}").format(stack.redoText())
            steps.append(Command(redo, stack.redo, "arrow-clockwise", "Ctrl+Y"))
        places = [
            Command(
                self.tr("Go to {0}").format(title),
                partial(self._go, key, "", None),
                icon,
                f"Ctrl+{number}",
            )
            for number, (key, title, icon) in enumerate(self._places(), start=1)
        ]
        choose = (
            Command(self.tr("Choose the area"), self.bar.area.open_list, "map-pin"),
            Command(self.tr("Choose the group"), self.bar.group.open_list, "users-three"),
        )
        return (*steps, *places, *choose)

    def _build_commands(self) -> None:
        stack = self.desk.history.stack
        self._add_action(self.tr("Find"), ("Ctrl+K",), self.command_box.open)
        self._add_action(self.tr("Undo"), ("Ctrl+Z",), stack.undo)
        self._add_action(self.tr("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), stack.redo)
        for number, (key, title, _icon) in enumerate(self._places(), start=1):
            self._add_action(title, (f"Ctrl+{number}",), partial(self.open_page, key))

    def _add_action(self, text: str, keys: Sequence[str], run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.triggered.connect(lambda *_: run())
        self.addAction(action)
        return action

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.open_page)
        self.bar.finder.clicked.connect(self.command_box.open)
        self.bar.area.chosen.connect(self._choose_area)
        self.bar.group.chosen.connect(lambda key: desk.context.choose(desk.context.area_id, key))
        desk.context.changed.connect(self._stand)
        desk.context.going.connect(self._go)
        desk.history.changed.connect(self._on_written)
        desk.history.refused.connect(self.refusal.say)
        desk.jobs.failed.connect(self.refusal.say)
        desk.jobs.slow.connect(self.work.show_work)
        desk.notices.said.connect(self.bar.say)
        desk.notices.refused.connect(self.refusal.say)

    def _fill(self) -> None:
        """Build what the frame is filled with, now that it has been painted."""
        try:
            self._contents = self._load(self.desk)
        except RuleError as error:
            self.refusal.say(str(error))
            return
        self.desk.icons.load()
        self._offer_places()
        if self.page() is None:
            self.open_page(self._contents.first)
        self.filled.emit()

    def _offer_places(self) -> None:
        if self._contents is None:
            return
        context = self.desk.context
        self.bar.area.show_places(self._contents.areas(), context.area_id)
        self.bar.group.show_places(self._contents.groups(context.area_id), context.group_id)
        self.bar.sample.setVisible(self._contents.is_sample())

    def _choose_area(self, key: UUID) -> None:
        if self._contents is not None:
            groups = self._contents.groups(key)
            self.desk.context.choose(key, groups[0].key if groups else None)

    def _stand(self) -> None:
        self._offer_places()
        if self._contents is not None:
            self._contents.remember(self.desk.context.area_id, self.desk.context.group_id)

    def _go(self, key: str, kind: str, record: UUID | None) -> None:
        page = self.open_page(key)
        if page is not None and record is not None:
            page.show_record(kind, record)

    def _find(self, text: str) -> Sequence[Hit]:
        return self._contents.find(text) if self._contents is not None else ()

    def _show_hit(self, hit: Hit) -> None:
        self._go(hit.page, hit.kind, hit.key)

    def _on_written(self) -> None:
        self.refusal.hide()
        self._offer_places()
        self._offer_page_commands()
        saved = self.tr("Saved {0}").format(in_words(self.desk.context.clock()))
        self.desk.notices.say(saved)

    def _offer_page_commands(self) -> None:
        """Make the shortcuts of the open page live, and those of the others not."""
        for action in self._page_actions:
            self.removeAction(action)
            action.deleteLater()
        page = self.page()
        self._page_actions = [
            self._add_action(one.text, (one.shortcut,), one.run)
            for one in (page.commands() if page else ())
            if one.shortcut
        ]

    def _give_room(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        self._room_wanted = wanted
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self.desk.theme.px(NARROW)
        folded = narrow or self._room_wanted
        if folded != self.rail.is_folded:
            self.rail.fold(folded=folded)
        self.bar.tighten(tight=narrow)


def in_words(moment: datetime) -> str:
    """Return a time of day in words: `9:14am`."""
    half = "am" if moment.hour < NOON else "pm"
    return f"{(moment.hour - 1) % NOON + 1}:{moment.minute:02}{half}"
