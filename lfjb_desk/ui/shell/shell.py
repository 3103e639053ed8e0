"""What makes a window of the frame: its pages, commands, notices and the desk they share."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import clock
from lfjb_desk.services.drafts.draft import DraftPlace
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.drafts import Drafts
from lfjb_desk.ui.history import History
from lfjb_desk.ui.jobs import Jobs
from lfjb_desk.ui.look.icons import Icons
from lfjb_desk.ui.shell.contract import Desk, Notices
from lfjb_desk.ui.shell.drafts.offers import DraftOffers
from lfjb_desk.ui.shell.drops import DroppedLetters
from lfjb_desk.ui.shell.strips import RefusalStrip, WorkStrip
from lfjb_desk.ui.shell.trail import Trail, TrailStop
from lfjb_desk.ui.shell.window_commands import CommandPage, WindowCommands, WindowWays
from lfjb_desk.ui.widgets.focus import FocusRing
from lfjb_desk.ui.widgets.focused import FocusFollower
from lfjb_desk.ui.widgets.menus import add_shortcuts
from lfjb_desk.ui.widgets.placing import place_of, put_in_place
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.second_click import SecondClickGuard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contents import WindowContents
    from lfjb_desk.ui.shell.context import Context
    from lfjb_desk.ui.shell.contract import SearchHit
    from lfjb_desk.ui.shell.finding.command_box import CommandBox
    from lfjb_desk.ui.shell.frame import WindowFrame
    from lfjb_desk.ui.shell.page import Page


class Shell(QObject):
    """Fills a window; it knows no service, and pages only when they are built."""

    def __init__(
        self,
        window: WindowFrame,
        theme: ActiveTheme,
        context: Context,
        write: Callable[[Change], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._contents: WindowContents | None = None
        self._pages: dict[str, Page] = {}
        self._is_placed = False
        icons, jobs = Icons(theme), Jobs(self)
        history, dialogs = History(write, jobs), Dialogs(window, theme, context.today)
        self.desk = Desk(theme, icons, jobs, history, dialogs, context, Notices(), Drafts(self))
        self.offers = DraftOffers(self.desk, self._place, self.open_page)
        self.refusal = RefusalStrip(theme, icons)
        self.work = WorkStrip()
        self._stack = Stack()
        self.trail = Trail(self._here, self._return, self)
        ways = WindowWays(
            window.places(),
            self.visit,
            self.open_part,
            self.send,
            self._current_key,
            self.find,
            self.show_help,
            self.show_guide,
            window.bar.area.open_list,
            window.bar.group.open_list,
            self.trail.back,
            self.trail.can_go_back,
            self.trail.forward,
            self.trail.can_go_forward,
            lambda: context.group_id is not None,
        )
        self.window_commands = WindowCommands(history.stack, ways, self)
        self._put_in_place()
        FocusRing(window, theme)
        FocusFollower(self)
        SecondClickGuard(window, history)
        DroppedLetters(window, context)
        add_shortcuts(window, self.window_commands.groups())
        self._connect()
        window.rail.set_icon(icons)
        QTimer.singleShot(0, icons.load)  # a tenth of the way to the first rows, so after them

    @cached_property
    def command_box(self) -> CommandBox:
        """The box of Ctrl+K, made when it is first opened: the first page need not wait for it."""
        from lfjb_desk.ui.shell.finding.command_box import CommandBox  # noqa: PLC0415

        desk = self.desk
        return CommandBox(
            self._window, desk.theme, desk.icons, self.commands, self._find, self._show_hit
        )

    def fill(self, load: Callable[[Desk], WindowContents]) -> bool:
        """Load the contents and open the first page; say so when they cannot be had.

        It may be called again, such as for another database; the pages are then made anew.
        """
        self._empty()
        try:
            self._contents = load(self.desk)
        except RuleError as error:
            self.refusal.say(str(error))
            return False
        self._offer_places()
        if not self._is_placed:
            self._is_placed = True
            put_in_place(self._window, self._contents.place)
        first = self.open_page(self._contents.first)
        if first is not None:
            # Once Qt has come round to showing it; the focus would otherwise go to the rail.
            QTimer.singleShot(0, first, partial(first.take_focus_again, None))
        self.offers.offer_waiting()
        return True

    def keep_place(self) -> None:
        """Keep where the window stands for the next start."""
        if self._contents is not None:
            self._contents.keep_place(place_of(self._window))

    def open_page(self, key: str) -> Page | None:
        """Open a page by its key; None where there is no such page."""
        if self._contents is None or key not in self._contents.pages:
            return None
        page, before = self._made(key), self.page()
        if before is not None and page is not before:
            self.trail.leave()
            self.refusal.hide()  # it is about what was done on the page that is left
        left_at: QWidget | None = page.focusWidget()
        had_focus = before is not None and before.isAncestorOf(self._window.focusWidget())
        self._stack.setCurrentWidget(page)
        page.renew()  # now: Qt shows what was put into a window only once it comes round to it
        self._window.rail.mark(key)
        if had_focus:  # Qt would give it to whatever comes first there
            page.take_focus_again(left_at)
        return page

    def visit(self, key: str) -> None:
        """Open a place as the rail does; one that is open already shows its first view."""
        page = self.page()
        if page is None or self._current_key() != key:
            self.open_page(key)
        else:
            page.show_first_view()
            page.take_focus()

    def _work_on(self) -> None:
        """Have the focus on the page again."""
        page = self.page()
        if page is not None:
            page.take_focus()

    def open_part(self, key: str, part: str) -> None:
        """Open a page at a part of it."""
        with self.trail.one_step():
            page = self.open_page(key)
            if page is not None:
                page.stand_at(part, None)
        if page is not None:
            page.take_focus()

    def send(self, key: str, errand: str) -> None:
        """Open a page, and have it carry out an errand."""
        with self.trail.one_step():
            page = self.open_page(key)
        if page is not None:
            page.take_focus()
            page.carry_out(errand)

    def page(self) -> Page | None:
        """Return the page that is open."""
        current = self._stack.currentWidget()
        return next((page for page in self._pages.values() if page is current), None)

    def _place(self) -> DraftPlace:
        """Return where the user stands, as a draft remembers it."""
        page = self.page()
        key = self._current_key()
        return DraftPlace(key, *(page.standing() if page is not None else ("", None)))

    def _current_key(self) -> str:
        page = self.page()
        return next((key for key, made in self._pages.items() if made is page), "")

    def commands(self) -> Sequence[BoundCommand]:
        """Return all that can be done now: on this page, then anywhere."""
        page = self.page()
        return (*(page.commands() if page else ()), *self.window_commands.ready())

    def show_help(self) -> None:
        """Show every command and its keys, page by page."""
        from lfjb_desk.ui.shell.finding.help_dialog import HelpDialog  # noqa: PLC0415 - seldom wanted

        self._window.setCursor(Qt.CursorShape.BusyCursor)  # pages not yet open are made for it
        try:
            HelpDialog(self._window, self.desk, self.command_pages(), self.show_guide).open()
        finally:
            self._window.unsetCursor()

    def show_guide(self) -> None:
        """Show the user guide in a window of its own."""
        from lfjb_desk.ui.shell.finding.guide_dialog import GuideDialog  # noqa: PLC0415

        guide = self._contents.guide if self._contents is not None else None
        if guide is None or not guide.is_file():
            self.desk.notices.refuse(
                self.tr("The user guide is not here: install the program again to have it.")
            )
            return
        GuideDialog(self._window, self.desk, guide).show()

    def command_pages(self) -> Sequence[CommandPage]:
        """Return the commands of every page; one that was not yet open is made for it."""
        from lfjb_desk.ui.questions import form_group  # noqa: PLC0415 - as `show_help`
        from lfjb_desk.ui.tables.row_table import list_group  # noqa: PLC0415

        titles = {key: title for key, title, _ in self._window.places()}
        keys = self._contents.pages if self._contents is not None else {}
        anywhere = CommandPage(self.tr("Anywhere"), self.window_commands.groups())
        pages = [
            CommandPage(titles.get(key, self._made(key).title), self._made(key).command_groups())
            for key in keys
        ]
        lists = CommandPage(self.tr("In a list"), (list_group(lambda: None),))
        return (
            anywhere,
            *pages,
            lists,
            CommandPage(self.tr("In a form"), (form_group(lambda: None),)),
        )

    def find(self) -> None:
        """Open the Ctrl+K box."""
        self.command_box.open()

    def go(self, key: str, kind: str, record: UUID | None) -> None:
        """Open a page, and a record on it."""
        with self.trail.one_step():
            page = self.open_page(key)
            if page is not None and record is not None:
                page.show_record(kind, record)
        if page is not None:
            page.take_focus()

    def _here(self) -> TrailStop | None:
        page = self.page()
        return None if page is None else TrailStop(self._current_key(), page.place())

    def _return(self, stop: TrailStop) -> bool:
        """Go back to where the user was; False where it is there no longer."""
        page = self.open_page(stop.page)
        if page is None:
            return False
        try:
            page.return_to(stop.place)
        except RuleError:
            return False  # the record was removed meanwhile
        page.take_focus()
        return True

    def _offer_ways(self) -> None:
        self._window.bar.offer_ways(
            back=self.trail.can_go_back(), forward=self.trail.can_go_forward()
        )

    def _made(self, key: str) -> Page:
        """Return a page of the contents, made when it is first wanted."""
        page = self._pages.get(key)
        if page is None and self._contents is not None:
            page = self._contents.pages[key]()
            page.room_wanted.connect(self._window.give_room)
            page.turning.connect(self.trail.leave)
            page.turning.connect(self.refusal.hide)
            self._pages[key] = page
            self._stack.addWidget(page)
        if page is None:
            raise LookupError(key)
        return page

    def _empty(self) -> None:
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.trail.forget()
        self._contents = None

    def _put_in_place(self) -> None:
        middle = self._window.middle
        middle.takeAt(middle.count() - 1)  # the room that the page takes now
        middle.addWidget(self._stack, 1)
        for strip in (self.refusal, self.work, self.offers.strip):
            middle.addWidget(strip)
        bar = self._window.bar
        bar.set_up(self.desk.icons, self.desk.history, self.window_commands)
        for label in self._window.findChildren(QLabel):  # those made before the first paint
            label.setTextFormat(Qt.TextFormat.PlainText)
        for step in (
            bar.back,
            bar.forward,
            bar.undo,
            bar.redo,
        ):  # a click leaves the focus with the record
            step.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bar.finder_keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _connect(self) -> None:
        desk, bar = self.desk, self._window.bar
        self._window.rail.chosen.connect(self.visit)
        bar.finder.clicked.connect(self.find)
        self.trail.changed.connect(self._offer_ways)
        self._window.windowHandle().installEventFilter(self.trail)
        bar.area.chosen.connect(self._choose_area)
        bar.group.chosen.connect(self._choose_group)
        desk.context.changed.connect(self._stand)
        desk.context.going.connect(self.go)
        desk.context.asking.connect(self.send)
        self.offers.strip.left.connect(self._work_on)
        desk.history.changed.connect(self._on_written)
        desk.history.refused.connect(self.refusal.say)
        desk.jobs.failed.connect(self.refusal.say)
        desk.jobs.begun.connect(self.refusal.hide)
        desk.jobs.slow.connect(self.work.show_work)
        desk.notices.announced.connect(bar.say)
        desk.notices.announced.connect(self.refusal.hide)
        desk.notices.refused.connect(self.refusal.say)

    def _offer_places(self) -> None:
        if self._contents is None:
            return
        context, bar = self.desk.context, self._window.bar
        bar.area.show_places(self._contents.areas(), context.area_id)
        bar.group.show_places(self._contents.groups(context.area_id), context.group_id)
        bar.sample.setVisible(self._contents.is_sample())

    def _choose_area(self, key: UUID) -> None:
        if self._contents is not None:
            groups = self._contents.groups(key)
            self.desk.context.choose(key, groups[0].key if groups else None)

    def _choose_group(self, key: UUID) -> None:
        self.desk.context.choose(self.desk.context.area_id, key)

    def _stand(self) -> None:
        self._offer_places()
        if self._contents is not None:
            self._contents.remember(self.desk.context.area_id, self.desk.context.group_id)

    def _find(self, text: str) -> Sequence[SearchHit]:
        return self._contents.find(text) if self._contents is not None else ()

    def _show_hit(self, hit: SearchHit) -> None:
        self.go(hit.page, hit.kind, hit.key)

    def _on_written(self, change: Change) -> None:
        if self._contents is not None and change.tables & self._contents.shows:
            self._offer_places()
        saved = self.tr("Saved {0}").format(clock(self.desk.context.clock().astimezone().time()))
        self.desk.notices.say(saved)
