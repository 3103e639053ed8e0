"""The help of F1: every command and its keys, page by page, found by typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.shell.finding.fit import Fit, fit
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, Beside
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.focus import FocusRing
from lfjb_desk.ui.widgets.form.list_keys import goes_to_list
from lfjb_desk.ui.widgets.menus import add_shortcuts, command_button, shortcut_words
from lfjb_desk.ui.widgets.placing import bounded
from lfjb_desk.ui.widgets.text import button, key_hints, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.window_commands import CommandPage

WIDTH, HEIGHT = 760, 620
LEAST, LEAST_HINTS = (320, 200), 240


@dataclass(frozen=True)
class HelpLine:
    """A command as the help shows it; without a page's command it is the page's heading."""

    page: str
    label: str = ""
    about: str = ""
    keys: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it names a page."""
        return not self.label

    def fit(self, typed: str) -> Fit:
        """Return how well it answers what is typed."""
        return fit(typed, self.label, f"{self.page} {self.about} {self.keys}")


def help_lines(pages: Sequence[CommandPage]) -> list[HelpLine]:
    """Return the commands of pages, each once, in the order of their menus."""
    return [line for page in pages for line in dict.fromkeys(_lines_of(page))]


def _lines_of(page: CommandPage) -> Iterator[HelpLine]:
    for group in page.groups:
        for command in group.commands:
            yield HelpLine(
                page.title,
                command.label.replace("{0}", group.noun),
                "" if group.heading == page.title else group.heading,
                ", ".join(map(shortcut_words, command.shortcuts)),
            )


class HelpDialog(QDialog):
    """Lists commands under the names of their pages; what is typed narrows the list."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        pages: Sequence[CommandPage],
        show_guide: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._show_guide = show_guide
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._lines = help_lines(pages)
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Find a command or a key"))
        self.typed.setPlaceholderText(self.tr("Type what you want to do, a page or a key"))
        self.typed.setClearButtonEnabled(True)
        self.typed.textChanged.connect(self._narrow)
        self.typed.installEventFilter(self)
        self.table: RowTable[HelpLine] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Commands and their keys"),
            self._columns(),
            key=lambda line: line,
            sortable=False,
        )
        self.nothing = words(
            self.tr("No command answers this. Try fewer words, or the name of a page or a key."),
            "soft",
            wrap=True,
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.total = words("", "small")
        self._lay_out(desk.theme)
        self.setMinimumSize(bounded(QSize(*LEAST), self))
        self.resize(bounded(QSize(desk.theme.px(WIDTH), desk.theme.px(HEIGHT)), self))
        FocusRing(self, desk.theme)
        self._narrow("")
        self.typed.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and goes_to_list(event, self.typed):
            if event.type() == QKeyEvent.Type.KeyPress:
                self.table.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self, theme: ActiveTheme) -> None:
        listed = Card(flush=True)
        listed.body.addWidget(self.table)
        listed.body.addWidget(self.nothing)
        close = button(self.tr("Close"), "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        turn = page_command(self.tr("User guide"), self._turn_to_guide, "books", "F1")
        add_shortcuts(self, (page_group(self.windowTitle(), turn),))
        guide = command_button(turn.bind(None))
        guide.setAutoDefault(False)
        hints = key_hints(
            ("F1", self.tr("guide")), ("↑ ↓", self.tr("read")), ("Esc", self.tr("close"))
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(words(self.windowTitle(), "title"))
        outer.addWidget(self.typed)
        outer.addWidget(listed, 1)
        foot = Beside(theme, gap=8)
        foot.put(hints, least=LEAST_HINTS)
        foot.put(row(self.total, guide, close), width=AS_NEEDED)
        outer.addLayout(foot)

    def _turn_to_guide(self) -> None:
        self.accept()
        self._show_guide()

    def _columns(self) -> tuple[Column[HelpLine], ...]:
        return (
            Column(
                self.tr("Command"),
                lambda line: Cell(line.label or line.page, strong=line.is_heading),
                stretch=True,
            ),
            Column(self.tr("Carried out on"), lambda line: Cell(line.about)),
            Column(self.tr("Keys"), lambda line: Cell(line.keys), right=True),
        )

    def _narrow(self, text: str) -> None:
        """Show the commands that what is typed begins the words of, else those that hold it."""
        fits = [(line, line.fit(text)) for line in self._lines]
        matches = [line for line, how_well in fits if how_well < Fit.INSIDE]
        matches = matches or [line for line, how_well in fits if how_well is Fit.INSIDE]
        self.table.set_rows([*_with_headings(matches)])
        self.table.setVisible(bool(matches))
        self.nothing.setVisible(not matches)
        if matches:
            self.table.selectRow(1)
            self.table.scrollToTop()
        self.total.setText(count(len(matches), self.tr("command")).capitalize())


def _with_headings(lines: Sequence[HelpLine]) -> Iterator[HelpLine]:
    page = None
    for line in lines:
        if line.page != page:
            page = line.page
            yield HelpLine(page)
        yield line
